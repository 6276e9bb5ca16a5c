/* Zoom and middle are tweens of their own that run for the same time. */
#include "scene/picture_window.h"

#include "page/figure.h"

#include <math.h>

enum { RUN_MS = 250, GROW_MS = 300 };

static const float PAN_SHARE = 0.2F, SWIPE_SHARE = 0.15F; /* of the screen */
static const float AWAY_ZOOM = 0.8F;                      /* of all of the picture */
static const float STILL = 0.01F;                         /* of the picture: it has not moved */
static const float DETAIL_ZOOM = 1.8F, DOUBLE_TAP_ZOOM = 2.5F;

void picture_window_reset(struct picture_window *window)
{
    window->which = window->detail = 0;
    window->place = (struct rect){0};
    tween_set(&window->on_page, 0);
    tween_set(&window->zoom, (float)PICTURE_WHOLE.size);
    tween_set(&window->x, (float)PICTURE_WHOLE.x);
    tween_set(&window->y, (float)PICTURE_WHOLE.y);
}

static void set(struct picture_window *window, struct scene_window to)
{
    tween_set(&window->zoom, (float)to.size);
    tween_set(&window->x, (float)to.x);
    tween_set(&window->y, (float)to.y);
}

void picture_window_open(struct picture_window *window, const struct scene *scene)
{
    struct scene first = *scene;

    first.window.which = window->which = 0;
    first.window.detail = window->detail = 0;
    window->place = (struct rect){0};
    tween_set(&window->on_page, 0);
    set(window, picture_cover(&first, picture_view(&first)));
}

void picture_window_grow(struct picture_window *window, const struct scene *scene, struct rect place, int64_t now_ms)
{
    window->place = figure_place(scene, picture_set_of(scene->exhibit, scene->item).list, place);

    struct scene_window from = picture_covering(scene, picture_view(scene), window->place);
    struct tween *const parts[] = {&window->zoom, &window->x, &window->y};
    const double begin[] = {from.size, from.x, from.y};

    tween_set(&window->on_page, 1);
    tween_run(&window->on_page, 0, now_ms - TWEEN_HEAD_START_MS, GROW_MS);
    for (size_t i = 0; i < COUNTOF(parts); i++) {
        float to = parts[i]->to;

        tween_set(parts[i], (float)begin[i]);
        tween_run(parts[i], to, now_ms - TWEEN_HEAD_START_MS, GROW_MS);
    }
}

bool picture_window_shrink(struct picture_window *window, const struct scene *scene, int64_t now_ms)
{
    if (rect_is_empty(window->place) || window->which > 0)
        return false;
    struct scene_window to = picture_covering(scene, picture_view(scene), window->place);

    tween_run(&window->on_page, 1, now_ms - TWEEN_HEAD_START_MS, GROW_MS);
    tween_run(&window->zoom, (float)to.size, now_ms - TWEEN_HEAD_START_MS, GROW_MS);
    tween_run(&window->x, (float)to.x, now_ms - TWEEN_HEAD_START_MS, GROW_MS);
    tween_run(&window->y, (float)to.y, now_ms - TWEEN_HEAD_START_MS, GROW_MS);
    return true;
}

void picture_window_mirror(struct picture_window *window)
{
    tween_set(&window->on_page, window->on_page.to);
    tween_set(&window->zoom, window->zoom.to);
    tween_set(&window->x, 1 - window->x.to);
    tween_set(&window->y, window->y.to);
}

bool picture_window_running(const struct picture_window *window, int64_t now_ms)
{
    return tween_running(&window->on_page, now_ms) || tween_running(&window->zoom, now_ms) || tween_running(&window->x, now_ms) ||
           tween_running(&window->y, now_ms);
}

static struct scene_window window_of(float zoom, float x, float y)
{
    return (struct scene_window){.x = (double)x, .y = (double)y, .size = (double)zoom};
}

struct scene_window picture_window_at(const struct picture_window *window, int64_t now_ms)
{
    struct scene_window at = window_of(tween_at(&window->zoom, now_ms), tween_at(&window->x, now_ms), tween_at(&window->y, now_ms));

    at.which = window->which;
    at.detail = window->detail;
    at.on_page = tween_at(&window->on_page, now_ms);
    at.place = window->place;
    at.moving = window->zoom.held || picture_window_running(window, now_ms);
    return at;
}

void picture_window_run(struct picture_window *window, const struct scene *scene, struct scene_window to, int64_t now_ms)
{
    int duration = scene->style->still ? 0 : RUN_MS;

    to = picture_bounded(scene, picture_view(scene), to);
    tween_run(&window->zoom, (float)to.size, now_ms, duration);
    tween_run(&window->x, (float)to.x, now_ms, duration);
    tween_run(&window->y, (float)to.y, now_ms, duration);
}

void picture_window_zoom(struct picture_window *window, const struct scene *scene, float factor, int64_t now_ms)
{
    picture_window_run(window, scene, window_of(window->zoom.to * factor, window->x.to, window->y.to), now_ms);
}

void picture_window_pan(struct picture_window *window, const struct scene *scene, struct point way, int64_t now_ms)
{
    float zoom = window->zoom.to, share = PAN_SHARE / zoom;

    picture_window_run(window, scene, window_of(zoom, window->x.to + way.x * share, window->y.to + way.y * share), now_ms);
}

bool picture_window_turn(struct picture_window *window, const struct scene *scene, int by)
{
    int which = window->which + by;

    if (which < 0 || which >= picture_set_of(scene->exhibit, scene->item).count)
        return false;
    struct scene next = *scene;

    next.window.which = window->which = which;
    next.window.detail = window->detail = 0;
    set(window, picture_cover(&next, picture_view(&next)));
    return true;
}

bool picture_window_detail(struct picture_window *window, const struct scene *scene, int detail, int64_t now_ms)
{
    struct scene chosen = *scene;

    if (detail >= picture_set_of(scene->exhibit, scene->item).list[window->which].detail_count)
        return false;
    chosen.window.detail = window->detail = window->detail == detail + 1 ? 0 : detail + 1;

    struct scene_window to = picture_cover(&chosen, picture_view(&chosen));

    if (window->detail > 0) {
        struct point at = picture_detail_at(&chosen, detail);

        to = window_of((float)to.size * DETAIL_ZOOM, at.x, at.y);
    }
    picture_window_run(window, &chosen, to, now_ms);
    return true;
}

void picture_window_hold(struct picture_window *window, int64_t now_ms)
{
    window->pinched = picture_window_at(window, now_ms);
    window->pinched_away = false;
    tween_hold(&window->zoom, now_ms);
    tween_hold(&window->x, now_ms);
    tween_hold(&window->y, now_ms);
}

/* What of a window is pulled from one point of the screen to another. */
struct pull {
    struct rect view;
    struct scene_window window;
    struct point from, to;
};

/* The window in which the point of the picture that is seen at `from` stands at `to`, at this zoom. */
static struct scene_window pulled(const struct scene *scene, const struct pull *pull, float zoom)
{
    struct scene_window window = {.x = pull->window.x, .y = pull->window.y, .size = (double)zoom};
    struct rect view = pull->view;

    window.size = picture_bounded(scene, view, window).size;

    struct rect before = picture_rect(scene, view, pull->window), after = picture_rect(scene, view, window);
    float x = (pull->from.x - (float)before.x) / (float)before.w, y = (pull->from.y - (float)before.y) / (float)before.h;

    return window_of((float)window.size, x - (pull->to.x - (float)view.w / 2) / (float)after.w,
                     y - (pull->to.y - (float)view.h / 2) / (float)after.h);
}

/* While held: as far as the picture goes. */
static void move(struct picture_window *window, const struct scene *scene, const struct pull *pull, float zoom)
{
    struct scene_window to = picture_bounded(scene, pull->view, pulled(scene, pull, zoom));

    window->zoom.from = (float)to.size;
    window->x.from = (float)to.x;
    window->y.from = (float)to.y;
}

void picture_window_drag(struct picture_window *window, const struct scene *scene, struct point by, int64_t now_ms)
{
    struct pull pull = {.view = picture_view(scene), .window = picture_window_at(window, now_ms), .to = by};

    if (window->zoom.held)
        move(window, scene, &pull, (float)pull.window.size);
}

void picture_window_pinch(struct picture_window *window, const struct scene *scene, const struct gesture *gesture)
{
    struct pull pull = {.view = picture_view(scene), .window = window->pinched, .from = gesture->start, .to = gesture->at};

    window->pinched_away = window->zoom.held && (float)pull.window.size * gesture->scale < AWAY_ZOOM;
    if (window->zoom.held)
        move(window, scene, &pull, (float)pull.window.size * gesture->scale);
}

struct action picture_window_swipe(const struct picture_window *window, const struct scene *scene, const struct gesture *gesture)
{
    struct point by = {gesture->at.x - gesture->start.x, gesture->at.y - gesture->start.y};
    bool across = fabsf(by.x) > fabsf(by.y);
    float far = across ? fabsf(by.x) / (float)scene->style->screen.w : fabsf(by.y) / (float)scene->style->screen.h;
    float moved = across ? window->x.from - (float)window->pinched.x : window->y.from - (float)window->pinched.y;
    struct scene held = *scene;

    held.window = window->pinched;
    if (gesture->kind != GESTURE_DRAG_END || !(gesture->flick || (far > SWIPE_SHARE && fabsf(moved) < STILL)) ||
        picture_is_near(&held, picture_view(&held)))
        return (struct action){.kind = ACTION_NONE};
    if (across)
        return (struct action){.kind = ACTION_PICTURE, .argument = by.x < 0 ? 1 : -1};
    return (struct action){.kind = by.y > 0 ? ACTION_CLOSE : ACTION_NONE};
}

void picture_window_rest(struct picture_window *window, int64_t now_ms)
{
    struct scene_window at = picture_window_at(window, now_ms);

    tween_set(&window->zoom, (float)at.size);
    tween_set(&window->x, (float)at.x);
    tween_set(&window->y, (float)at.y);
}

void picture_window_tap(struct picture_window *window, const struct scene *scene, const struct gesture *gesture)
{
    struct pull pull = {.view = picture_view(scene),
                        .window = window_of(window->zoom.to, window->x.to, window->y.to),
                        .from = gesture->start,
                        .to = gesture->start};

    struct scene_window cover = picture_cover(scene, pull.view);
    bool near = picture_is_near(scene, pull.view);

    if (!tap_is_second(&window->tapped, gesture, scene->style->px_per_mm)) {
        pull.to = (struct point){(float)pull.view.x + (float)pull.view.w / 2, (float)pull.view.y + (float)pull.view.h / 2};
        if (near) /* whoever cannot drag brings what they tap to the middle */
            picture_window_run(window, scene, pulled(scene, &pull, (float)window->zoom.to), gesture->ms);
        return;
    }
    picture_window_run(window, scene, near ? cover : pulled(scene, &pull, (float)cover.size * DOUBLE_TAP_ZOOM), gesture->ms);
}
