/* Turns points on the screen and events into days and shares of the window, which axis/motion.h moves. */
#include "wings/time_window.h"

#include "axis/view.h"
#include "timeline/overview.h"

static const double DOUBLE_TAP = 2.5;
static const double EQUAL = 1e-6; /* share of all time */

static struct scene_window seen(const struct time_window *window, struct axis_window view, int64_t now_ms)
{
    return (struct scene_window){.x = view.start, .size = view.days, .moving = axis_motion_running(&window->motion, now_ms)};
}

void time_window_init(struct time_window *window)
{
    *window = (struct time_window){.labels = timeline_labels_create(), .event = -1};
}

void time_window_finish(struct time_window *window)
{
    timeline_labels_destroy(window->labels);
}

void time_window_reset(struct time_window *window, const struct exhibit *exhibit)
{
    window->event = -1;
    axis_motion_init(&window->motion, axis_motion_limits(exhibit), exhibit->theme.reduced_motion);
    axis_motion_rest(&window->motion, axis_view_first(exhibit));
}

struct scene_window time_window_at(const struct time_window *window, int64_t now_ms)
{
    return seen(window, axis_motion_at(&window->motion, now_ms), now_ms);
}

struct scene_window time_window_bound(const struct time_window *window, int64_t now_ms)
{
    return seen(window, window->motion.to, now_ms);
}

void time_window_visit(struct time_window *window, const struct exhibit *exhibit, int panel)
{
    window->event = exhibit_panel_event(exhibit, panel);
    axis_motion_rest(&window->motion, axis_view_around(exhibit, panel));
}

void time_window_stand(struct time_window *window, const struct exhibit *exhibit, int event, int64_t now_ms)
{
    window->event = event;
    if (event >= 0)
        axis_motion_show(&window->motion, axis_event_place(exhibit, event), 0, now_ms);
}

void time_window_zoom(struct time_window *window, const struct exhibit *exhibit, float factor, int64_t now_ms)
{
    axis_view_zoom(&window->motion, exhibit, (struct axis_zoom){(double)factor, window->event, 0.5}, now_ms);
}

void time_window_tap(struct time_window *window, const struct scene *scene, const struct gesture *tap)
{
    struct axis_zoom zoom = {DOUBLE_TAP, -1, timeline_share_at(scene, tap->start)};

    if (tap_is_second(&window->tapped, tap, scene->style->px_per_mm))
        axis_view_zoom(&window->motion, scene->exhibit, zoom, tap->ms);
}

void time_window_show_all(struct time_window *window, int64_t now_ms)
{
    struct axis_limits limits = window->motion.limits;

    axis_motion_run(&window->motion, (struct axis_window){limits.from, limits.to - limits.from}, now_ms);
}

bool time_window_shows_all(const struct time_window *window)
{
    double all = window->motion.limits.to - window->motion.limits.from;

    return axis_motion_bound(&window->motion).days > all * (1 - EQUAL);
}

bool time_window_part(struct time_window *window, const struct scene *scene, int event, int64_t now_ms)
{
    struct timeline_state state = {.labels = window->labels, .window = window->motion.to, .focus = window->event};
    struct axis_window to;

    if (!timeline_open_cluster(scene, &state, event, &to))
        return false;
    axis_motion_run(&window->motion, to, now_ms);
    return true;
}

void time_window_hold(struct time_window *window, int64_t now_ms)
{
    axis_motion_hold(&window->motion, now_ms);
}

void time_window_drag(struct time_window *window, const struct scene *scene, struct point by)
{
    if (window->motion.held)
        axis_motion_drag(&window->motion, timeline_share_of(scene, by));
}

void time_window_pinch(struct time_window *window, const struct scene *scene, const struct gesture *gesture)
{
    if (window->motion.held)
        axis_motion_pinch(&window->motion, (double)gesture->scale, timeline_share_at(scene, gesture->start),
                          timeline_share_at(scene, gesture->at));
}

void time_window_let_go(struct time_window *window, const struct scene *scene, struct point velocity, int64_t now_ms)
{
    if (window->motion.held)
        axis_motion_let_go(&window->motion, timeline_share_of(scene, velocity), now_ms);
}

static double day_at(const struct time_window *window, const struct scene *scene, struct point at)
{
    return timeline_overview_place(scene, window->motion.limits, at);
}

void time_window_grab(struct time_window *window, const struct scene *scene, struct point at, int64_t now_ms)
{
    struct axis_window view;

    axis_motion_hold(&window->motion, now_ms);
    view = axis_motion_at(&window->motion, now_ms);
    window->grabbed_days = day_at(window, scene, at) - view.start;
    if (window->grabbed_days < 0 || window->grabbed_days > view.days)
        window->grabbed_days = view.days / 2;
}

void time_window_seek(struct time_window *window, const struct scene *scene, struct point at)
{
    if (window->motion.held)
        axis_motion_seek(&window->motion, day_at(window, scene, at) - window->grabbed_days);
}

void time_window_go(struct time_window *window, const struct scene *scene, struct point at, int64_t now_ms)
{
    double days = window->motion.to.days;

    axis_motion_run(&window->motion, (struct axis_window){day_at(window, scene, at) - days / 2, days}, now_ms);
}
