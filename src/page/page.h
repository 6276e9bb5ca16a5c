/* Pages: what a scene shows at rest, with the places that answer to touch. Scenes fill pages; the stage shows them. What stands on a
 * page has modules of its own: passage (running text), label (one line), button, icon, voice, scroll, stroke. */
#pragma once

#include "exhibit/model.h"
#include "layout/draw.h"
#include "layout/measure.h"
#include "page/action.h"
#include "page/style.h"

/* A place that answers to touch. link: words in a text. more: a further part of the target before it, as the next line of a link.
 * scrolled: it moves with what scrolls, and answers to fingers inside scroll.rect only. */
struct target {
    struct rect rect;
    struct action action;
    bool link, more, scrolled;
};

/* Along which a finger that drags goes from spot to spot; what drags the other way does what it does elsewhere. */
enum scrub { SCRUB_NOT, SCRUB_ACROSS, SCRUB_DOWN };

struct outline;

/* Something of a block that answers to a finger near it: of all spots the nearest does, since fingers are broader than bars and points
 * (page/spots.h). Several may stand for one thing. */
struct spot {
    struct rect rect;
    struct action action;
    enum scrub scrub;
    int columns, count; /* a field of so many things, in rows of equal cells, which ask for `action` and those behind it; 0: no field */
    const struct outline *outline; /* an area in the rect, of this shape (exhibit/land.h): spots without one lie on it, and answer before
                                      it; NULL: all of the rect */
};

enum { PAGE_SPOTS_MAX = 128 }; /* the rest does not answer */

struct spots {
    struct spot list[PAGE_SPOTS_MAX];
    int count;
};

enum { PAGE_TARGETS_MAX = 256 }; /* a crowded timeline has most; the rest cannot be touched, which the audit tells */

/* Bars of a chart (page/bars.h). upright: it grows upwards, else from its left. */
struct bar_place {
    struct rect rect;
    bool upright;
};

enum { PAGE_BARS_MAX = 32 }; /* the rest does not grow */

struct bar_places {
    struct bar_place list[PAGE_BARS_MAX];
    int count;
};

/* The part of a page that scrolls; page/scroll.h fills and moves it. */
struct scroll_area {
    struct rect rect, clip, rail; /* where it answers to fingers, where it is seen, where its rail stands */
    int max_px, step_px;          /* how far it can move up, 0 where everything fits; the height of a line */
    int at_px;                    /* how far it has moved */
    bool open;                    /* between scroll_begin and scroll_end */
    int first, end;               /* its commands: first to end - 1 */
    int thumb, icon, button;      /* of the rail: indices of two commands and of a target */
};

struct page {
    struct draw_list list;
    struct target targets[PAGE_TARGETS_MAX];
    int target_count;
    struct spots spots;
    struct bar_places bars;
    struct scroll_area scroll;
    const struct picture *unfilled; /* one that does not fill its place, because of what it must keep (page/figure.h); NULL: none */
};

/* Which part of something larger a scene shows. Of time: x its first day, size how many; of a picture: x and y its middle, 0 to 1 of the
 * picture, size the zoom. moving: it changes from frame to frame. */
struct scene_window {
    double x, y, size;
    bool moving;
    int which;     /* of a panel's pictures */
    int detail;    /* of that picture, which a visitor has chosen, from 1; 0: none */
    float on_page; /* how much it still stands in `place` on the page below: 1 at first, 0 when it has grown */
    struct rect place;
};

/* A panel's sound, as far as it is heard: not yet; it sounds; it was stopped on the way; it was heard to its end; it cannot be heard.
 * length_ms: 0 as long as it is not known. */
enum heard_state { HEARD_NOT, HEARD_SOUNDS, HEARD_WAITS, HEARD_ALL, HEARD_NEVER };
struct heard {
    enum heard_state state;
    int at_ms, length_ms;
};

/* How the visitor has the exhibit read aloud (page/aloud.h): whether they may, whether they do, how quick and how loud, as levels from 0.
 */
enum { ALOUD_SPEEDS = 3, ALOUD_USUAL_SPEED = 1, ALOUD_VOLUMES = 3 };
struct aloud {
    bool offered, on;
    int speed, volume;
};

/* What the timeline remembers from one page to the next (timeline/labels.h). */
struct timeline_labels;
/* What the visit has met so far (way/visited.h). */
struct visited;

/* Everything a scene may look at. item: which panel, event and so on, or which of what attract shows. */
struct scene {
    const struct exhibit *exhibit;
    const struct style *style;
    const struct measure *measure;
    struct arena *arena;
    struct page *page;
    int language, item;
    int step;        /* of time, which the panel's block shows; -1: the last. On the timeline: index of the event in focus; -1: none */
    bool bare;       /* the bars of the panel's chart have not grown yet: their places are empty */
    int chosen;      /* what of the panel's block a visitor has chosen, from 1, as the block counts; 0: nothing */
    unsigned locked; /* notices not yet answered in this visit: a bit an index in exhibit.notices; higher bits mean nothing */
    struct scene_window window;
    struct heard heard; /* of the item's sound, of a scene that plays it */
    struct aloud aloud;
    const struct panel *here;       /* that is shown, or that one came from; NULL: none */
    const struct event *told;       /* whose card lies below the scene's own; NULL: none */
    const struct route *route;      /* along which the visitor walks; NULL: all panels */
    const struct visited *visited;  /* NULL: nothing yet */
    struct timeline_labels *labels; /* of whoever fills the page; may be NULL for scenes that show no window on time */
};

/* Where scenes draw. */
struct pen page_pen(const struct scene *scene);
/* The interface's words in the scene's language. */
const struct words *page_words(const struct scene *scene);
/* The type in the scene's language, unless it has one. */
struct type page_type(const struct scene *scene, struct type type);
int page_text_width(const struct scene *scene, struct type type, const char *text, int length);
struct face_metrics page_metrics(const struct scene *scene, struct type type);
/* A count in the scene's language, in its own digits. */
const char *page_number(const struct scene *scene, int number);
/* "3 panels", as the language counts. */
const char *page_count(const struct scene *scene, const struct plural_forms *forms, int number);
/* A title whose author broke it into lines, as one line. */
const char *page_one_line(const struct scene *scene, const char *title);
/* "Sources: Town archive, ledgers 3-9" */
const char *page_sources(const struct scene *scene, const char *sources);
/* "2  Copper and wool": the number and title of the panel's chapter. */
const char *page_chapter(const struct scene *scene, const struct panel *panel);
/* Whether the screen shows the page mirrored, as its language is written. Scenes need not care, but for what keeps its left and right: what
 * stands on pictures and maps. */
bool page_mirrored(const struct scene *scene);
/* The code of the language it is seen in. */
const char *page_language(const struct scene *scene);
/* Adds a target; later ones lie above earlier ones. Beyond PAGE_TARGETS_MAX none is taken: what is drawn there stays readable. What is
 * added between scroll_begin and scroll_end scrolls. */
void page_target(const struct scene *scene, struct rect rect, enum action_kind kind, int argument);
/* The same, of an action that is made already. */
void page_ask(const struct scene *scene, struct rect rect, struct action action);
/* Where a target answers to fingers: its rect, as far as it is scrolled into view. */
struct rect page_reach(const struct page *page, const struct target *target);
/* The picture as draw_picture takes it, to cover that place; what it must keep is cut only where it is more than the place can hold. The
 * neutral one where it has no file. */
struct draw_picture page_picture(const struct scene *scene, const struct picture *picture, struct rect place);
