/* What keys do: the focus, and the table of the keyboard. */
#include "stage/stage_state.h"

#include <math.h>

enum { KEY_LINES = 3 };

static const float PAN_SHARE = 0.2F; /* of the screen, a key in the picture view */
static const float SCROLLED_FIRST = 1e6F;

/* Everything that can be touched now. */
static int collect_targets(struct stage *stage, int64_t now_ms, struct target all[STAGE_TARGETS_MAX])
{
    stage_over(stage, now_ms);
    return stage_targets(stage, now_ms, all);
}

/* What has the focus is seen: it scrolls into view. */
static void set_focus(struct stage *stage, const struct target *all, int at, int64_t now_ms)
{
    stage->focus = stage_spot(all, at);
    if (!all[at].scrolled)
        return;
    struct rect thing = all[at].rect, seen = stage_scroll(stage, now_ms).page->scroll.rect;
    int below = thing.y + thing.h - seen.y - seen.h, above = seen.y - thing.y;

    if (above > 0 || below > 0)
        stage_scroll_by(stage, above > 0 ? -above : int_min(below, -above), now_ms);
}

static void focus_cycle(struct stage *stage, int by, int64_t now_ms)
{
    struct target all[STAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all), at = stage_find(all, count, stage->focus);

    if (count == 0)
        return;
    if (at < 0)
        at = by > 0 ? count - 1 : 0;
    do
        at = (at + by + count) % count;
    while (all[at].more);
    set_focus(stage, all, at, now_ms);
}

/* How far one thing is from another in a direction: along it from middle to middle, aside what lies between their sides. */
struct way {
    float along, aside, off; /* off: aside from middle to middle */
};

static int between(int from, int to, int other_from, int other_to)
{
    return int_max(0, int_max(other_from - to, from - other_to));
}

static struct way way_to(struct rect from, struct rect to, int dx, int dy)
{
    float x = (float)to.x + (float)to.w / 2 - (float)from.x - (float)from.w / 2;
    float y = (float)to.y + (float)to.h / 2 - (float)from.y - (float)from.h / 2;

    if (dy != 0)
        return (struct way){y * (float)dy, (float)between(from.x, from.x + from.w, to.x, to.x + to.w), fabsf(x)};
    return (struct way){x * (float)dx, (float)between(from.y, from.y + from.h, to.y, to.y + to.h), fabsf(y)};
}

/* The nearest thing in a direction, straight ahead if there is one there; sideways only so. -1 for none. */
static int nearest_towards(const struct target *all, int count, int at, struct point way)
{
    static const float ASIDE_COST = 1000, OFF_COST = 0.01F; /* of equals the one whose middle is nearest */
    int best = -1;
    float best_cost = INFINITY;

    for (int i = 0; i < count; i++) {
        struct way to = way_to(all[at].rect, all[i].rect, (int)way.x, (int)way.y);
        float cost = to.along + ASIDE_COST * to.aside + OFF_COST * to.off;

        if (all[i].scrolled != all[at].scrolled && all[at].scrolled) /* what scrolls goes on below what does not */
            cost += SCROLLED_FIRST;
        if (to.along > 1 && to.aside <= (way.x != 0 ? 0 : to.along) && cost < best_cost) {
            best_cost = cost;
            best = i;
        }
    }
    return best;
}

/* At the end of a row to the next thing, as one reads. */
static void focus_towards(struct stage *stage, struct point way, int64_t now_ms)
{
    struct target all[STAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all), at = stage_find(all, count, stage->focus);

    if (at < 0) {
        focus_cycle(stage, 1, now_ms);
        return;
    }
    int best = nearest_towards(all, count, at, way);

    if (best >= 0)
        set_focus(stage, all, best, now_ms);
    else if (way.x != 0)
        focus_cycle(stage, (int)way.x, now_ms);
}

/* The first or last card at home. */
static void focus_card(struct stage *stage, bool last, int64_t now_ms)
{
    struct target all[STAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all), found = -1;

    for (int i = 0; i < count && (last || found < 0); i++)
        if (all[i].action.kind == ACTION_PANEL)
            found = i;
    if (found >= 0)
        set_focus(stage, all, found, now_ms);
}

/* The focused thing; without one, what a visitor most likely means: to read on behind a notice, else to find the first thing. */
static void key_enter(struct stage *stage, int64_t now_ms)
{
    struct target all[STAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all);

    if (stage_find(all, count, stage->focus) >= 0)
        stage_act(stage, stage->focus.action, now_ms);
    else if (stage_notices(stage))
        stage_act(stage, (struct action){ACTION_ACCEPT, 0}, now_ms);
    else if (stage->modal_from < 0 && stage->base == BASE_TIMELINE && stage->time_focus >= 0)
        stage_act(stage, (struct action){ACTION_EVENT, stage->time_focus}, now_ms);
    else
        focus_cycle(stage, 1, now_ms);
}

/* With many languages the choice of one; there, the next of them. */
static void key_language(struct stage *stage, int64_t now_ms)
{
    int next = (stage->settings.language + 1) % stage->exhibit->language_count;
    const struct cover *cover = stage_cover(stage);

    if (cover && cover->card == CARD_LANGUAGES) {
        int from = stage->focus.action.kind == ACTION_LANGUAGE ? stage->focus.action.argument : stage->settings.language;

        stage->focus = (struct spot){.action = {ACTION_LANGUAGE, (from + 1) % stage->exhibit->language_count}};
        return;
    }
    stage_act(stage, stage->exhibit->language_count > 2 ? (struct action){ACTION_LANGUAGES, 0} : (struct action){ACTION_LANGUAGE, next},
              now_ms);
}

/* Keys that mean the same wherever one is. False: the scene decides. */
static bool key_everywhere(struct stage *stage, enum key key, int64_t now_ms)
{
    static const struct {
        enum key key;
        struct action action;
    } actions[] = {
        {KEY_HOME, {ACTION_HOME, 0}},         {KEY_TIMELINE, {ACTION_TIMELINE, 0}}, {KEY_TEXT_SIZE, {ACTION_TEXT_SIZE, 0}},
        {KEY_CONTRAST, {ACTION_CONTRAST, 0}}, {KEY_PLUS, {ACTION_CLOSER, 1}},       {KEY_MINUS, {ACTION_CLOSER, -1}},
        {KEY_ESCAPE, {ACTION_BACK, 0}},
    };

    for (size_t i = 0; i < COUNTOF(actions); i++)
        if (actions[i].key == key) {
            stage_act(stage, actions[i].action, now_ms);
            return true;
        }
    if (key == KEY_TAB || key == KEY_BACK_TAB)
        focus_cycle(stage, key == KEY_TAB ? 1 : -1, now_ms);
    else if (key == KEY_LANGUAGE)
        key_language(stage, now_ms);
    else if (key == KEY_ENTER)
        key_enter(stage, now_ms);
    else
        return false;
    return true;
}

/* Right, left, down and up as steps; the pages as down and up. */
static struct point key_way(enum key key)
{
    switch (key) {
    case KEY_RIGHT:
        return (struct point){1, 0};
    case KEY_LEFT:
        return (struct point){-1, 0};
    case KEY_DOWN:
    case KEY_PAGE_DOWN:
        return (struct point){0, 1};
    case KEY_UP:
    case KEY_PAGE_UP:
        return (struct point){0, -1};
    case KEY_FIRST:
    case KEY_LAST:
    case KEY_ENTER:
    case KEY_ESCAPE:
    case KEY_TAB:
    case KEY_BACK_TAB:
    case KEY_TIMELINE:
    case KEY_HOME:
    case KEY_LANGUAGE:
    case KEY_TEXT_SIZE:
    case KEY_CONTRAST:
    case KEY_PLUS:
    case KEY_MINUS:
    case KEY_COUNT:
        break;
    }
    return (struct point){0, 0};
}

/* Lines for an arrow, a screenful for a page; false at the end. */
static bool key_scroll(struct stage *stage, enum key key, int64_t now_ms)
{
    bool screenful = key == KEY_PAGE_UP || key == KEY_PAGE_DOWN;
    int lines = KEY_LINES * stage_scroll(stage, now_ms).page->scroll.step_px;
    int by = int_max(1, screenful ? stage_screenful(stage, now_ms) : lines);

    return stage_scroll_by(stage, key_way(key).y > 0 ? by : -by, now_ms);
}

static void key_at_home(struct stage *stage, enum key key, int64_t now_ms)
{
    if (key == KEY_FIRST || key == KEY_LAST)
        focus_card(stage, key == KEY_LAST, now_ms);
    else
        focus_towards(stage, key_way(key), now_ms);
}

static void key_on_panel(struct stage *stage, enum key key, int64_t now_ms)
{
    struct point way = key_way(key);

    if (key == KEY_FIRST || key == KEY_LAST)
        stage_go(stage, key == KEY_FIRST ? STRIP_PANELS : stage_strip_last(stage), now_ms);
    else if (way.x != 0)
        stage_step(stage, (int)way.x, now_ms);
    else if (!key_scroll(stage, key, now_ms))
        stage_step(stage, (int)way.y, now_ms);
}

static void key_on_card(struct stage *stage, enum key key, int64_t now_ms)
{
    struct point way = key_way(key);
    int all = stage_over(stage, now_ms)->scroll.max_px;

    if (key == KEY_FIRST || key == KEY_LAST)
        stage_scroll_by(stage, key == KEY_FIRST ? -all : all, now_ms);
    else if (way.x != 0 || all == 0 || stage_cover(stage)->card == CARD_EVENTS) /* up and down too in lists, and where nothing scrolls */
        focus_cycle(stage, (int)(way.x + way.y), now_ms);
    else
        key_scroll(stage, key, now_ms);
}

static void key_on_picture(struct stage *stage, enum key key, int64_t now_ms)
{
    struct point way = key_way(key);
    struct picture_view view = {stage->zoom.to, stage->view_x.to + way.x * PAN_SHARE / stage->zoom.to,
                                stage->view_y.to + way.y * PAN_SHARE / stage->zoom.to};

    if (key == KEY_FIRST || key == KEY_LAST)
        view = (struct picture_view){1, 0.5F, 0.5F};
    stage_picture_run(stage, view, now_ms);
}

static void key_on_timeline(struct stage *stage, enum key key, int64_t now_ms)
{
    const struct exhibit *exhibit = stage->exhibit;
    struct point way = key_way(key);
    int event = stage->time_focus;

    if (key == KEY_PAGE_UP || key == KEY_PAGE_DOWN) {
        stage_closer(stage, key == KEY_PAGE_UP ? 1 : -1, now_ms);
        return;
    }
    if (key == KEY_FIRST || key == KEY_LAST)
        event = key == KEY_FIRST ? 0 : exhibit->event_count - 1;
    else if (way.y != 0 && event >= 0)
        event = timeline_event_across(exhibit, event, (int)way.y);
    else
        event = timeline_event_next(exhibit, event, way.x < 0 ? -1 : 1, stage->time.to.start + stage->time.to.days / 2);
    stage->time_focus = event;
    stage->focus = (struct spot){.action = {ACTION_EVENT, event}};
    if (event >= 0)
        timeline_motion_show(&stage->time, timeline_event_day(&exhibit->events[event]), 0, now_ms);
}

/* Along the events, each once it is seen; nearer and farther. */
static void key_held_on_timeline(struct stage *stage, enum key key, int64_t now_ms)
{
    bool zooms = key == KEY_PAGE_UP || key == KEY_PAGE_DOWN;

    if (zooms || (key_way(key).x != 0 && !timeline_motion_running(&stage->time, now_ms)))
        key_on_timeline(stage, key, now_ms);
}

void stage_key_held(struct stage *stage, enum key key, int64_t now_ms)
{
    struct point way = key_way(key);
    bool moves = way.x != 0 || way.y != 0;
    const struct cover *cover = stage_cover(stage);

    ASSERT(key < KEY_COUNT);
    if (stage->attract || stage_countdown(stage, now_ms) > 0 || !stage_hands_free(stage)) /* a visitor's fingers come first */
        return;
    if ((key == KEY_PLUS || key == KEY_MINUS) && (stage_on_picture(stage) || stage_on_timeline(stage)))
        stage_closer(stage, key == KEY_PLUS ? 1 : -1, now_ms);
    else if (stage_on_picture(stage) && moves)
        key_on_picture(stage, key, now_ms);
    else if (stage_on_timeline(stage))
        key_held_on_timeline(stage, key, now_ms);
    else if (way.y != 0 && (cover || stage_strip_page(stage) != STRIP_HOME))
        key_scroll(stage, key, now_ms);
}

void stage_key(struct stage *stage, enum key key, int64_t now_ms)
{
    bool asked = stage_countdown(stage, now_ms) > 0;
    const struct cover *cover = stage_cover(stage);

    ASSERT(key < KEY_COUNT);
    stage->via = VIA_KEY;
    if (stage->attract) {
        if (key != KEY_ESCAPE) {
            stage_felt(stage, now_ms);
            stage_wake(stage, now_ms);
        }
        return;
    }
    stage_felt(stage, now_ms);
    if (asked || key_everywhere(stage, key, now_ms))
        return;
    if (cover && cover->card != CARD_NONE)
        key_on_card(stage, key, now_ms);
    else if (cover)
        key_on_picture(stage, key, now_ms);
    else if (stage->base == BASE_TIMELINE)
        key_on_timeline(stage, key, now_ms);
    else if (stage_strip_page(stage) == STRIP_HOME)
        key_at_home(stage, key, now_ms);
    else
        key_on_panel(stage, key, now_ms);
}
