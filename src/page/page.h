/* Pages: what a scene shows at rest, with the places that answer to touch. Scenes fill pages; the stage shows them. */
#pragma once

#include "layout/draw.h"
#include "layout/paragraph.h"
#include "page/style.h"

enum action_kind {
    ACTION_NONE,
    ACTION_WAKE,
    ACTION_HOME,
    ACTION_PREVIOUS,
    ACTION_NEXT,
    ACTION_PANEL,    /* argument: index in exhibit.panels */
    ACTION_LANGUAGE, /* argument: index of the language */
    ACTION_TEXT_SIZE,
    ACTION_CONTRAST,
    ACTION_SCROLL, /* argument: -1 up, 1 down, by a screenful */
    ACTION_STAY,
    ACTION_TIMELINE,
    ACTION_EVENT,   /* argument: index in exhibit.events */
    ACTION_CLUSTER, /* opens a cluster of the timeline; argument: its first event, an index in exhibit.events */
    ACTION_TERM,    /* argument: index in exhibit.terms */
    ACTION_MORE,    /* these three: of the panel that is shown */
    ACTION_DIFFERENCE,
    ACTION_PICTURE,
    ACTION_DESCRIBE, /* the picture that is shown */
    ACTION_LANGUAGES,
    ACTION_ABOUT,
    ACTION_BACK,
    ACTION_CLOSER, /* argument: 1 looks closer, -1 farther */
    ACTION_CLOSE,
    ACTION_ACCEPT, /* read on, behind a notice */
    ACTION_STEP,   /* of the panel's block, as a year of its map; argument: its index (blocks_steps) */
    ACTION_SKIP,   /* pass over what is behind it */
};

struct action {
    enum action_kind kind;
    int argument;
};

/* link: words in a text. more: a further part of the thing before it, as the next line of a link. scrolled: it moves with what scrolls,
 * and answers to fingers inside scroll.rect only. */
struct target {
    struct rect rect;
    struct action action;
    bool link, more, scrolled;
};

enum { PAGE_TARGETS_MAX = 256 }; /* a crowded timeline has most; the rest cannot be touched, which the audit tells */

/* What of a page scrolls (page/scroll.h fills and moves it). */
struct scroll_area {
    struct rect rect, clip, rail; /* where it answers to fingers, where it is seen, where its rail stands */
    int max_px, step_px;          /* how far it can move up, 0 where all of it stands; a line of it */
    int at_px;                    /* how far it has moved */
    bool open;                    /* it is being drawn */
    int first, end;               /* its commands: first to end - 1 */
    int thumb, icon, key;         /* of the rail: two commands and a target */
    const char *key_icons[2];     /* up, down */
};

struct page {
    struct draw_list list;
    struct target targets[PAGE_TARGETS_MAX];
    int target_count;
    struct scroll_area scroll;
};

/* Everything a scene may look at while it fills a page. item: which panel, or which step of the attract cycle. */
struct scene {
    const struct exhibit *exhibit;
    const struct style *style;
    const struct measure *measure;
    struct arena *arena;
    struct page *page;
    int language, item;
    int step;        /* of the panel's map; -1: the last */
    unsigned locked; /* notices not yet answered in this visit: a bit an index in exhibit.notices */
};

/* Where it answers to fingers. */
struct rect page_reach(const struct page *page, const struct target *target);

/* Where scenes draw. */
struct pen page_pen(const struct scene *scene);
const struct words *page_words(const struct scene *scene);
/* Beyond PAGE_TARGETS_MAX targets are not taken: they stay readable, and a log line says so. */
void page_target(const struct scene *scene, struct rect rect, enum action_kind kind, int argument);

/* A text in one type: how it is set. links: they answer to touch. */
struct page_text {
    const struct prose *prose;
    struct type type;
    struct colour colour;
    float line_height; /* times the size */
    enum align align;
    bool links;
};

const struct paragraph *page_set(const struct scene *scene, const struct page_text *text, int width_px);
/* Draws what page_set made of the text at the top of rect; links are underlined where they lead somewhere. */
void page_put(const struct scene *scene, const struct paragraph *paragraph, const struct page_text *text, struct rect rect);
/* Sets and draws; returns the height. */
int page_text(const struct scene *scene, const struct page_text *text, struct rect rect);

/* One line that is never broken: keys, tickets, names. */
struct page_label {
    struct type type;
    struct colour colour;
    const char *text;
    enum align align;
};

/* Its capitals stand in the middle of the box's height. Returns the width. */
int page_label(const struct scene *scene, const struct page_label *label, struct rect box);
/* A key to touch: filled with ink when it is the main one, else framed. The label's colour is the ink. */
void page_key(const struct scene *scene, struct rect box, const struct page_label *label, bool main);
int page_width(const struct scene *scene, struct type type, const char *text);
/* The type in the largest size not above its own and not below `least_px` in which the text is no wider. */
struct type page_shrunk(const struct scene *scene, struct type type, const char *text, int width_px, int least_px);
/* How a picture is drawn where it covers its place; the neutral one where there is none. */
struct draw_picture page_picture(const struct exhibit *exhibit, const struct picture *picture);
/* Who speaks is told three times: by colour, shape and word. Ochre is too light for letters, which are ink then, and its circle has an ink
 * edge. */
struct colour page_voice_colour(const struct style *style, enum voice voice);
void page_voice_mark(const struct scene *scene, enum voice voice, struct rect mark);
/* The capitals of a text (Unicode simple mappings), in the arena. */
const char *page_capitals(struct arena *arena, const char *text);
/* assets/icons/NAME.svg, in the arena. */
const char *page_icon_path(struct arena *arena, const char *name);
bool page_word_fits(const struct scene *scene, struct type type, const char *text, int width_px);
