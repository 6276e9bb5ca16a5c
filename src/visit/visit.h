/* One visit: what the visitor has chosen, where they have been, which notices they have answered. All is forgotten when they leave. */
#pragma once

#include "scene/scene.h"
#include "settings/settings.h"
#include "way/visited.h"

/* What an input came by; auto and idle: what happened without one, at the start or because nobody was there. */
enum via { VIA_TOUCH, VIA_MOUSE, VIA_KEY, VIA_AUTO, VIA_IDLE };

/* What lies below the overlays: a scene that stands alone or, where that is NULL, a page of the pager. */
struct base {
    const struct scene_ops *alone;
    struct scene_ref page; /* of the pager; it is kept while a scene stands alone. ops NULL: home */
};

enum { VISIT_HISTORY = 16 };

struct visit {
    struct settings settings;
    struct base history[VISIT_HISTORY];
    int history_count;
    struct visited visited;
    unsigned answered, answered_first; /* notices that are answered, now and when a visit begins: a bit an index in exhibit.notices */
    enum via via;                      /* of the last input */
};

/* A new visitor: the first language, all settings as usual, no history, nothing seen or touched. The tally stays. */
void visit_begin(struct visit *visit, const struct exhibit *exhibit);
/* Somebody begins again, perhaps another: nothing is seen, no notice answered. Settings stay, and a question counts once. */
void visit_restart(struct visit *visit, const struct exhibit *exhibit);
/* What a choice of the visitor changed: nothing; how pages look; or their words or size, too. */
enum visit_change { VISIT_AS_BEFORE, VISIT_LOOKS_ELSE, VISIT_SET_ANEW };

/* Takes an ACTION_LANGUAGE, ACTION_SETTING, ACTION_SETTING_SWITCH or ACTION_USUAL. What the exhibit does not offer stays as it is. */
enum visit_change visit_choose(struct visit *visit, const struct exhibit *exhibit, struct action action);
/* The action for letters one level larger (by 1) or smaller (by -1), as far as there is one. */
struct action visit_larger(const struct visit *visit, int by);
/* A panel is seen. */
void visit_see(struct visit *visit, int panel);
/* A light of a panel's memorial is touched, and stays lit; of too many the oldest goes out. */
void visit_light(struct visit *visit, int panel, int light);
/* A question is touched, which counts once a visit. False: it was touched before. */
bool visit_touch(struct visit *visit, int question);
/* Notes the place that a visitor leaves, to come back to; of too many the oldest is forgotten. */
void visit_remember(struct visit *visit, struct base from);
/* Where the visitor came from: the latest place in the history that is not `here`, taken out of it with all that is later. With none left,
 * the page below a scene that stands alone, else home. */
struct base visit_back(struct visit *visit, struct base here);
const char *via_name(enum via via);
