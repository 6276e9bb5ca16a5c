/* The picture view: one illustration alone on ink, as near as a visitor wants to see it. */
#include "scene/scenes.h"

#include "page/icon.h"

static const double ASPECT_UNKNOWN = 0.8; /* of most of the exhibit's pictures */

static const struct picture *picture_shown(const struct scene *scene)
{
    const struct picture *picture = &scene->exhibit->panels[scene->item].picture;

    return picture->file ? picture : &scene->exhibit->neutral;
}

/* All of it, as large as the screen allows. */
static struct size fitted(const struct scene *scene)
{
    const struct picture *picture = picture_shown(scene);
    float aspect = (float)(picture->aspect > 0 ? picture->aspect : ASPECT_UNKNOWN);
    struct size screen = scene->style->screen;

    if ((float)screen.w > aspect * (float)screen.h)
        return (struct size){(int)(aspect * (float)screen.h), screen.h};
    return (struct size){screen.w, (int)((float)screen.w / aspect)};
}

struct rect picture_rect(const struct scene *scene, struct picture_view view)
{
    struct size fit = fitted(scene), screen = scene->style->screen;
    float w = (float)fit.w * view.zoom, h = (float)fit.h * view.zoom;

    return (struct rect){(int)((float)screen.w / 2 - view.x * w), (int)((float)screen.h / 2 - view.y * h), (int)w, (int)h};
}

/* Where the middle of the screen may stand along one side: in the picture's middle while all of that side is seen. */
static float bounded(float at, int screen, float side)
{
    float half = (float)screen / 2 / side;

    return half >= 0.5F ? 0.5F : float_clamp(at, half, 1 - half);
}

struct picture_view picture_bounded(const struct scene *scene, struct picture_view view)
{
    struct size fit = fitted(scene), screen = scene->style->screen;

    view.zoom = float_clamp(view.zoom, 1, PICTURE_ZOOM_MOST);
    view.x = bounded(view.x, screen.w, (float)fit.w * view.zoom);
    view.y = bounded(view.y, screen.h, (float)fit.h * view.zoom);
    return view;
}

static void put_key(const struct scene *scene, struct rect key, enum icon icon, struct action action)
{
    draw_fill(page_pen(scene), key, scene->style->colours.paper);
    icon_put(scene, icon, rect_inset(key, key.w / 5), scene->style->colours.ink);
    page_target(scene, key, action.kind, action.argument);
}

void picture_fill(const struct scene *scene, struct picture_view view, bool moving)
{
    const struct style *style = scene->style;
    const struct picture *picture = picture_shown(scene);
    struct rect screen = {0, 0, style->screen.w, style->screen.h}, whole = picture_rect(scene, view), seen = rect_common(whole, screen);
    struct draw_picture shown = {.path = picture->file, .fallback = scene->exhibit->neutral.file, .moving = moving};
    int side = int_max(style->target_px, style->icon_px * 3 / 2), gap = side / 4, edge = style->margin_px / 2;
    struct rect key = {screen.w - edge - side, edge, side, side};

    shown.window.x = (float)(seen.x - whole.x) / (float)whole.w;
    shown.window.y = (float)(seen.y - whole.y) / (float)whole.h;
    shown.window.w = (float)seen.w / (float)whole.w;
    shown.window.h = (float)seen.h / (float)whole.h;
    draw_fill(page_pen(scene), screen, style->colours.bar);
    draw_picture(page_pen(scene), seen, shown, style->colours.bar);
    put_key(scene, key, ICON_CLOSE, (struct action){ACTION_CLOSE, 0});
    key.y = screen.h - edge - side;
    put_key(scene, key, ICON_PLUS, (struct action){ACTION_CLOSER, 1});
    key.x -= side + gap;
    put_key(scene, key, ICON_MINUS, (struct action){ACTION_CLOSER, -1});
    if (text_in(picture->alternative, scene->language)[0]) {
        key.x = edge;
        put_key(scene, key, ICON_MORE, (struct action){ACTION_DESCRIBE, scene->item});
    }
}
