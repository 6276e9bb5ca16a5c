/* The timeline as a scene; src/timeline draws it. */
#include "timeline/timeline.h"

#include "scene/scene.h"
#include "timeline/overview.h"

static struct axis_window window_of(const struct scene *scene)
{
    return (struct axis_window){scene->window.x, scene->window.size};
}

static bool exists(const struct exhibit *exhibit, int item)
{
    (void)item;
    return exhibit->event_count > 0;
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    enum { WORDS = 60 }; /* labels, more or less, before one opens a card */

    (void)exhibit, (void)item, (void)language;
    return WORDS;
}

static void fill(const struct scene *scene)
{
    timeline_fill(scene, &(struct timeline_state){.labels = scene->labels, .window = window_of(scene), .focus = scene->step});
}

/* The event that a key leads to from the one the timeline stands on. */
static int event_towards(const struct scene *scene, enum key key)
{
    const struct exhibit *exhibit = scene->exhibit;
    struct point way = key_way(key);

    if (key == KEY_FIRST || key == KEY_LAST)
        return key == KEY_FIRST ? 0 : exhibit->event_count - 1;
    if (way.y != 0 && scene->step >= 0)
        return axis_event_across(exhibit, scene->step, (int)way.y);
    return axis_event_next(exhibit, scene->step, way.x < 0 ? -1 : 1, scene->window.x + scene->window.size / 2);
}

/* Along the events and across the lanes; the page keys look closer and farther. A key that is held goes on once what it led to is seen. */
static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct key_answer answer = {0};
    struct point way = key_way(press->key);
    bool ends = press->key == KEY_FIRST || press->key == KEY_LAST;

    if (press->key == KEY_PAGE_UP || press->key == KEY_PAGE_DOWN) {
        answer.action = (struct action){.kind = ACTION_CLOSER, .argument = press->key == KEY_PAGE_UP ? 1 : -1};
    } else if (press->held ? way.x != 0 && !scene->window.moving : ends || way.x != 0 || way.y != 0) {
        answer.action = (struct action){.kind = ACTION_STAND, .argument = event_towards(scene, press->key)};
        answer.focus = (struct action){.kind = ACTION_EVENT, .argument = answer.action.argument};
    }
    return answer;
}

static struct action enter(const struct scene *scene)
{
    return (struct action){.kind = scene->step >= 0 ? ACTION_EVENT : ACTION_NONE, .argument = scene->step};
}

static enum drag drag(const struct scene *scene, struct drag_start start)
{
    if (timeline_overview_contains(scene, start.from))
        return DRAG_OVERVIEW;
    return rect_contains(scene->style->page, start.from) ? DRAG_TIME : DRAG_NOTHING;
}

/* Points and bars on the axis answer too, though they are no targets: keys find each event once. */
static struct action touch(const struct scene *scene, struct point at)
{
    int event = rect_contains(scene->style->page, at) ? timeline_event_at(scene, window_of(scene), at) : -1;

    return (struct action){.kind = event >= 0 ? ACTION_EVENT : ACTION_NONE, .argument = int_max(0, event)};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item, (void)language;
    return scene_origin(exhibit, "config/timeline.yaml", "events", NULL);
}

const struct scene_ops scene_timeline = {
    .name = "timeline",
    .place = PLACE_ALONE,
    .window = WINDOW_TIME,
    .opened_by = ACTION_TIMELINE,
    .exists = exists,
    .words = words,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .enter = enter,
    .drag = drag,
    .touch = touch,
};
