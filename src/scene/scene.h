/* Scenes: what a visitor may come to see. Each is a value of struct scene_ops in a file of its own. Whoever shows scenes asks them
 * through it, so that hardly any is known by name.
 *
 * The functions get a struct scene: the exhibit, the item, how it is seen. They change nothing but scene.page; what they return, the stage
 * does. */
#pragma once

#include "input/key.h"
#include "page/page.h"
#include "page/targets.h"

/* held: the key stays down. focus: the action of the target that has the focus; ACTION_NONE if none has. */
struct key_press {
    enum key key;
    bool held;
    struct action focus;
};

/* What a key asks for: an action; another one, if that does nothing (`act` returns false); and the action of the target that the focus goes
 * to (ACTION_NONE: it stays). All three ACTION_NONE: the scene has no answer, and the key does what it does everywhere. */
struct key_answer {
    struct action action, otherwise, focus;
};

/* What a finger that drags takes hold of. DRAG_SPOTS: goes from one spot of the page to the next. DRAG_AWAY: pulls an overlay off what lies
 * below. */
enum drag { DRAG_NOTHING, DRAG_PAGER, DRAG_SCROLL, DRAG_SPOTS, DRAG_TIME, DRAG_OVERVIEW, DRAG_PICTURE, DRAG_PROGRESS, DRAG_AWAY };

/* Where the finger came down, and where it is once it has moved enough to be a drag. */
struct drag_start {
    struct point from, to;
};

/* Which of the stage's two windows a scene looks through (scene.window). Pinches, + and - change that window; in a scene without one they
 * change the size of letters. */
enum scene_window_kind { WINDOW_NONE, WINDOW_TIME, WINDOW_PICTURE };

/* Where it stands: among the pages that are swiped; alone; above whatever is there, until it is closed. */
enum scene_place { PLACE_PAGER, PLACE_ALONE, PLACE_OVERLAY };

/* One scene of an exhibit. item: an index below scene_items. */
struct scene_ref {
    const struct scene_ops *ops;
    int item;
};

struct scene_ops {
    const char *name; /* in the log and for --start: "home"; with an id behind it: "panel/" */
    const char *part; /* of what the id names: "more"; NULL: all of it. --start and the log leave it out */
    enum scene_place place;
    bool whole; /* fills the screen: no bar below it, unless it is `barred`, and no text that could be larger */
    bool barred;
    bool sounds; /* plays the sound of the panel that is its item (scene.heard), as long as it is in front */
    enum scene_window_kind window;
    enum action_kind opened_by;    /* an action that asks for it without naming it; ACTION_NONE: only ACTION_OPEN does */
    enum action_kind chooses;      /* an overlay: closes when this was chosen on it */
    const struct scene_ops *above; /* an overlay: what proofs show below it, of the same item */

    struct scene_ref (*below)(const struct exhibit *exhibit, int item); /* the same, where it is not one kind of scene, or another item */
    int (*items)(const struct exhibit *exhibit); /* of how many panels, events, ... there is such a scene; NULL: one, without an id */
    const char *(*id)(const struct exhibit *exhibit, int item);
    bool (*exists)(const struct exhibit *exhibit, int item);             /* whether there is something to see; NULL: always */
    unsigned (*notices)(const struct exhibit *exhibit, int item);        /* to be answered before it, a bit an index; NULL: none */
    int (*words)(const struct exhibit *exhibit, int item, int language); /* how many there are to read */
    int (*views)(const struct exhibit *exhibit, int item);               /* scene.window.which runs below it; NULL: one, 0 */
    int (*event)(const struct exhibit *exhibit, int item); /* on which the timeline opens from here; -1, or NULL: as it was left */

    /* Shows what the visitor has seen or touched (scene.visited): a number that is another one when that is; NULL: nothing of it. */
    unsigned (*remembers)(const struct exhibit *exhibit, const struct visited *visited);

    struct origin (*origin)(const struct exhibit *exhibit, int item, int language); /* where its words are written */

    void (*fill)(const struct scene *scene); /* fills scene.page */

    /* For these, scene.page is filled as it is on the screen. NULL: nothing. */
    struct key_answer (*key)(const struct scene *scene, const struct key_press *press);
    struct action (*enter)(const struct scene *scene); /* what Enter means where nothing has the focus */
    struct action (*focus)(const struct scene *scene); /* where the focus begins after a key opened it */
    enum drag (*drag)(const struct scene *scene, struct drag_start drag);
    struct action (*touch)(const struct scene *scene, struct point at); /* what answers there beside the page's targets */
};

/* All of them. The order counts: of scenes that share a name, the first that knows an id has it, and the pager's pages follow it. To add
 * one: its file, which defines scene_NAME, and its name here. */
#define EACH_SCENE(DO)                                                                                                                     \
    DO(attract)                                                                                                                            \
    DO(home)                                                                                                                               \
    DO(panel)                                                                                                                              \
    DO(end)                                                                                                                                \
    DO(timeline)                                                                                                                           \
    DO(picture)                                                                                                                            \
    DO(event)                                                                                                                              \
    DO(events)                                                                                                                             \
    DO(term)                                                                                                                               \
    DO(person) DO(more) DO(data) DO(sound) DO(sources) DO(difference) DO(voice) DO(description) DO(colophon) DO(languages) DO(settings)

#define DECLARE_SCENE(name) extern const struct scene_ops scene_##name;
EACH_SCENE(DECLARE_SCENE)

/* Ended by NULL. */
extern const struct scene_ops *const scenes[];

bool scene_equal(struct scene_ref a, struct scene_ref b);
/* What the action asks for; ops NULL if it asks for no scene. */
struct scene_ref scene_opened_by(struct action action);
/* Where one of the targets offers that scene; empty where none does. */
struct rect scene_offered(const struct targets *targets, struct scene_ref scene);
/* By its log name; ops NULL if the exhibit has none of this name. */
struct scene_ref scene_named(const struct exhibit *exhibit, const char *name);
int scene_items(const struct scene_ops *ops, const struct exhibit *exhibit);
int scene_views(const struct exhibit *exhibit, struct scene_ref ref);
bool scene_exists(const struct exhibit *exhibit, struct scene_ref ref);
unsigned scene_notices(const struct exhibit *exhibit, struct scene_ref ref);
/* What an overlay lies above: ops NULL if nothing in particular. */
struct scene_ref scene_below(const struct exhibit *exhibit, struct scene_ref ref);

enum { SCENE_NAME_BYTES = 320 }; /* a word, and the longest name of a file */

/* "panel/coup"; while notices lie before it, "notice/coup". */
void scene_name(const struct exhibit *exhibit, struct scene_ref ref, bool locked, char name[SCENE_NAME_BYTES]);
/* How long a visitor needs for so many words: reading_base_s, and the words at words_per_minute (struct timing). */
int64_t scene_reading_ms(const struct exhibit *exhibit, int words);

/* What several scenes answer alike. */

/* `origin` of a key of a file, and of one below it (NULL: none); of the deepest that is there. */
struct origin scene_origin(const struct exhibit *exhibit, const char *file, const char *key, const char *below);

/* `items` and `id` of scenes that belong to a panel. */
int scene_panels(const struct exhibit *exhibit);
const char *scene_panel_id(const struct exhibit *exhibit, int item);
/* `words` of scenes that are looked at more than read: the same number for all. */
int scene_words_to_look_at(const struct exhibit *exhibit, int item, int language);
/* `drag` of the pager's pages: from spot to spot where they say so, else up and down what scrolls, across the pager. */
enum drag scene_drag_page(const struct scene *scene, struct drag_start drag);
/* `key` where the focus is on a block: from one thing on it to the next, and out of it. False: it is not. */
bool scene_key_on_block(const struct scene *scene, const struct key_press *press, struct key_answer *answer);
/* Three lines for an arrow up or down, a screenful for a page key; ACTION_NONE for other keys. */
struct action scene_scroll_action(enum key key);
