/* The picture view: one illustration alone on ink, as near as a visitor wants to see it. */
#include "scene/picture.h"

#include "page/figure.h"
#include "page/icon.h"
#include "page/passage.h"

static const double ASPECT_UNKNOWN = 0.8; /* of most of the exhibit's pictures */

int picture_item_of_event(const struct exhibit *exhibit, int event)
{
    return exhibit->panel_count + event;
}

struct picture_set picture_set_of(const struct exhibit *exhibit, int item)
{
    if (item >= exhibit->panel_count) {
        const struct event *event = &exhibit->events[item - exhibit->panel_count];

        return (struct picture_set){&event->picture, 1, event->id, event->title, event->origin};
    }
    const struct panel *panel = &exhibit->panels[item];
    bool several = panel->picture_count > 0;

    return (struct picture_set){several ? panel->pictures : &panel->picture, several ? panel->picture_count : 1, panel->id, panel->title,
                                scene_origin(exhibit, panel->origin.file, several ? "pictures" : "picture", NULL)};
}

static const struct picture *picture_shown(const struct scene *scene)
{
    struct picture_set set = picture_set_of(scene->exhibit, scene->item);
    const struct picture *picture = &set.list[scene->window.which < set.count ? scene->window.which : 0];

    return picture->file ? picture : &scene->exhibit->neutral;
}

/* What stands at the foot: the button to the description at its beginning, those to zoom at its end (on a tall screen the one to close too,
 * in reach of hands), and between them, in `words`, what is said of the picture; edge: of buttons and words to the page's. */
struct foot {
    int side, gap, edge;
    struct rect words;
};

/* The sentence of the detail that is chosen; prose NULL: none is. */
static struct passage detail_text(const struct scene *scene)
{
    const struct picture *picture = picture_shown(scene);
    const struct style *style = scene->style;
    int detail = scene->window.detail - 1;
    struct passage text = {.type = {.face = FACE_TEXT, .size_px = style->sizes.body_smallest_px},
                           .colour = style->colours.bar_text,
                           .line_height = style->sizes.line_height};

    if (detail >= 0 && detail < picture->detail_count)
        text.prose = paragraph_plain(scene->arena, text_in(picture->details[detail].text, scene->language));
    return text;
}

static int words_height(const struct scene *scene, int width_px)
{
    struct passage text = detail_text(scene);

    return text.prose ? passage_set(scene, &text, width_px)->height_px : figure_words_height(scene, picture_shown(scene), width_px);
}

static void put_words(const struct scene *scene, struct rect rect)
{
    struct passage text = detail_text(scene);

    if (text.prose)
        passage_draw(scene, &text, rect);
    else
        figure_put_words(scene, picture_shown(scene), rect, scene->style->colours.bar_text);
}

static struct foot foot_of(const struct scene *scene)
{
    const struct style *style = scene->style;
    int side = int_max(style->target_px, style->icon_px * 3 / 2);
    struct foot foot = {.side = side, .gap = side / 4, .edge = style->margin_px / 2};

    foot.words.x = foot.edge + side + foot.gap;
    foot.words.w = int_max(1, style->page.w - foot.words.x - foot.edge - (style->portrait ? 3 : 2) * (side + foot.gap));
    foot.words.h = words_height(scene, foot.words.w);
    foot.words.y = style->page.h - foot.edge - foot.words.h;
    return foot;
}

static struct rect view_above(const struct scene *scene, const struct foot *foot)
{
    struct rect page = scene->style->page;

    return (struct rect){0, 0, page.w, foot->words.h > 0 ? int_max(1, foot->words.y - foot->edge) : page.h};
}

struct rect picture_view(const struct scene *scene)
{
    struct foot foot = foot_of(scene);

    return view_above(scene, &foot);
}

/* All of it, as large as its view allows. */
static struct size fitted(const struct scene *scene, struct rect view)
{
    const struct picture *picture = picture_shown(scene);
    float aspect = (float)(picture->aspect > 0 ? picture->aspect : ASPECT_UNKNOWN);

    if ((float)view.w > aspect * (float)view.h)
        return (struct size){int_max(1, (int)(aspect * (float)view.h)), view.h};
    return (struct size){view.w, int_max(1, (int)((float)view.w / aspect))};
}

struct rect picture_rect(const struct scene *scene, struct rect view, struct scene_window window)
{
    struct size fit = fitted(scene, view);
    float w = (float)fit.w * (float)window.size, h = (float)fit.h * (float)window.size;

    return (struct rect){(int)((float)view.w / 2 - (float)window.x * w), (int)((float)view.h / 2 - (float)window.y * h), (int)w, (int)h};
}

/* Where the middle of the view may stand along one side: in the picture's middle while all of that side is seen. */
static float bounded(float at, int view, float side)
{
    float half = (float)view / 2 / side;

    return half >= 0.5F ? 0.5F : float_clamp(at, half, 1 - half);
}

struct scene_window picture_bounded(const struct scene *scene, struct rect view, struct scene_window window)
{
    struct size fit = fitted(scene, view);
    float zoom = float_clamp((float)window.size, 1, (float)PICTURE_ZOOM_MOST);

    window.size = (double)zoom;
    window.x = (double)bounded((float)window.x, view.w, (float)fit.w * zoom);
    window.y = (double)bounded((float)window.y, view.h, (float)fit.h * zoom);
    return window;
}

/* Along one side: where the picture begins so that its focus is as near to the middle of its place as it gets. */
static float begin_of(float at, float place, float side, float focus)
{
    return at - float_clamp(focus * side - place / 2, 0, side - place);
}

struct scene_window picture_covering(const struct scene *scene, struct rect view, struct rect place)
{
    struct size fit = fitted(scene, view);
    struct draw_picture as = page_picture(scene, picture_shown(scene), place);
    float across = (float)place.w / (float)fit.w, down = (float)place.h / (float)fit.h, zoom = across > down ? across : down;
    float w = (float)fit.w * zoom, h = (float)fit.h * zoom, focus = page_mirrored(scene) ? 1 - as.focus_x : as.focus_x;
    float x = begin_of((float)place.x, (float)place.w, w, focus), y = begin_of((float)place.y, (float)place.h, h, as.focus_y);

    return (struct scene_window){
        .x = (double)(((float)view.w / 2 - x) / w), .y = (double)(((float)view.h / 2 - y) / h), .size = (double)zoom};
}

bool picture_is_near(const struct scene *scene, struct rect view)
{
    return scene->window.size > 1.01 * picture_cover(scene, view).size;
}

struct scene_window picture_cover(const struct scene *scene, struct rect view)
{
    struct size fit = fitted(scene, view);
    struct draw_picture as = page_picture(scene, picture_shown(scene), view);
    double across = (double)view.w / fit.w, down = (double)view.h / fit.h, zoom = across > down ? across : down;
    struct scene_window window = {.x = page_mirrored(scene) ? 1 - (double)as.focus_x : (double)as.focus_x,
                                  .y = (double)as.focus_y,
                                  .size = zoom < PICTURE_COVER_MOST ? zoom : PICTURE_COVER_MOST};

    return picture_bounded(scene, view, window);
}

static void put_button(const struct scene *scene, struct rect button, enum icon icon, struct action action)
{
    draw_fill(page_pen(scene), button, scene->style->colours.paper);
    icon_put(scene, icon, rect_inset(button, button.w / 5), scene->style->colours.ink);
    page_ask(scene, button, action);
}

/* Where the picture may be seen: in its view or, while it comes from its place on the page, on the way there. */
static struct rect opening(const struct scene *scene, struct rect view)
{
    return rect_between(view, scene->window.place, scene->window.on_page);
}

/* The part of the picture that is seen. */
static void put_picture(const struct scene *scene, struct rect view)
{
    struct rect whole = picture_rect(scene, view, scene->window), seen = rect_common(whole, opening(scene, view));
    struct draw_picture shown = page_picture(scene, picture_shown(scene), seen);
    int rule = int_max(2, scene->style->rule_px / 2);

    shown.moving = scene->window.moving;
    shown.window.x = (float)(seen.x - whole.x) / (float)whole.w;
    shown.window.y = (float)(seen.y - whole.y) / (float)whole.h;
    shown.window.w = (float)seen.w / (float)whole.w;
    shown.window.h = (float)seen.h / (float)whole.h;
    if (page_mirrored(scene)) /* a window is a part of the picture, which is not turned */
        shown.window.x = 1 - shown.window.x - shown.window.w;
    draw_picture(page_pen(scene), seen, shown, scene->style->colours.bar);
    if (scene->window.on_page <= 0 &&
        (whole.w < view.w || whole.h < view.h)) /* its own edges are seen: where it ends, and the ground begins */
        draw_frame(page_pen(scene), rect_common(rect_inset(whole, -rule), view), rule, scene->style->colours.bar_text);
}

struct point picture_detail_at(const struct scene *scene, int detail)
{
    const struct crops *at = &picture_shown(scene)->details[detail].at;
    const double *share = scene->style->portrait ? at->portrait.focus : at->landscape.focus;

    return (struct point){(float)(page_mirrored(scene) ? 1 - share[0] : share[0]), (float)share[1]};
}

/* A ring a detail, light in a dark edge so that it is seen on any ground; the chosen one has its middle filled. */
static void put_details(const struct scene *scene, struct rect view)
{
    const struct style *style = scene->style;
    struct rect whole = picture_rect(scene, view, scene->window);
    int side = style->target_px, edge = int_max(2, style->rule_px / 2);

    for (int i = 0; i < picture_shown(scene)->detail_count; i++) {
        struct point at = picture_detail_at(scene, i);
        struct rect ring = {whole.x + (int)(at.x * (float)whole.w) - side / 2, whole.y + (int)(at.y * (float)whole.h) - side / 2, side,
                            side};

        if (rect_common(ring, view).h < side || rect_common(ring, view).w < side) /* has left the screen */
            continue;
        icon_put(scene, ICON_RING, ring, style->colours.bar);
        icon_put(scene, ICON_RING, rect_inset(ring, edge), style->colours.bar_text);
        icon_put(scene, ICON_RING, rect_inset(ring, 3 * edge), style->colours.bar);
        if (i + 1 == scene->window.detail)
            icon_put(scene, ICON_CIRCLE, rect_inset(ring, side / 3), style->colours.bar_text);
        page_ask(scene, ring, (struct action){.kind = ACTION_DETAIL, .argument = i});
    }
}

/* Which of several is seen, and the ways to the others: squares at the head, arrows at the sides. */
static void put_ways(const struct scene *scene, const struct foot *foot)
{
    const struct style *style = scene->style;
    int count = picture_set_of(scene->exhibit, scene->item).count, which = scene->window.which;
    int dot = style->rule_px * 5, step = dot * 2, head = foot->edge + foot->side / 2 - dot / 2;
    struct rect screen = style->page, way = {foot->edge, (screen.h - foot->side) / 2, foot->side, foot->side};

    for (int i = 0; i < count && count > 1; i++) {
        struct rect square = {(screen.w - count * step + dot) / 2 + i * step, head, dot, dot};

        draw_fill(page_pen(scene), rect_inset(square, -style->rule_px), style->colours.bar);
        draw_fill(page_pen(scene), i == which ? square : rect_inset(square, dot / 4), style->colours.bar_text);
    }
    if (which > 0)
        put_button(scene, way, ICON_PREVIOUS, (struct action){.kind = ACTION_PICTURE, .argument = -1});
    way.x = screen.w - foot->edge - foot->side;
    if (which + 1 < count)
        put_button(scene, way, ICON_NEXT, (struct action){.kind = ACTION_PICTURE, .argument = 1});
}

/* From the end of the page on; the words of the foot stand before them. */
static void put_zoom(const struct scene *scene, const struct foot *foot)
{
    const struct style *style = scene->style;
    struct rect corner = {style->page.w - foot->edge - foot->side, foot->edge, foot->side, foot->side}, button = corner;

    button.y = style->page.h - foot->edge - foot->side;
    if (style->portrait) {
        corner = button;
        button.x -= foot->side + foot->gap;
    }
    put_button(scene, corner, ICON_CLOSE, (struct action){.kind = ACTION_CLOSE});
    put_button(scene, button, ICON_PLUS, (struct action){.kind = ACTION_CLOSER, .argument = 1});
    button.x -= foot->side + foot->gap;
    put_button(scene, button, ICON_MINUS, (struct action){.kind = ACTION_CLOSER, .argument = -1});
}

static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct picture *picture = picture_shown(scene);
    struct foot foot = foot_of(scene);
    struct rect button = {foot.edge, style->page.h - foot.edge - foot.side, foot.side, foot.side};

    struct colour ground = style->colours.bar;

    ground.a = (uint8_t)(255 * (1 - scene->window.on_page));
    draw_fill(page_pen(scene), style->page, ground);
    put_picture(scene, view_above(scene, &foot));
    if (scene->window.on_page > 0) /* it comes alone, and goes so */
        return;
    put_details(scene, view_above(scene, &foot));
    put_words(scene, foot.words);
    put_ways(scene, &foot);
    put_zoom(scene, &foot);
    if (text_in(picture->alternative, scene->language)[0])
        put_button(scene, button, ICON_MORE, (struct action){.kind = ACTION_OPEN, .scene = &scene_description, .argument = scene->item});
}

static int items(const struct exhibit *exhibit)
{
    return exhibit->panel_count + exhibit->event_count;
}

static const char *id(const struct exhibit *exhibit, int item)
{
    return picture_set_of(exhibit, item).id;
}

static bool exists(const struct exhibit *exhibit, int item)
{
    return picture_set_of(exhibit, item).list->file != NULL;
}

static int views(const struct exhibit *exhibit, int item)
{
    return picture_set_of(exhibit, item).count;
}

static struct scene_ref below(const struct exhibit *exhibit, int item)
{
    if (item >= exhibit->panel_count)
        return (struct scene_ref){&scene_event, item - exhibit->panel_count};
    return (struct scene_ref){&scene_panel, item};
}

static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);
    struct key_answer answer = {0};

    if (!press->held && (press->key == KEY_FIRST || press->key == KEY_LAST))
        answer.action.kind = ACTION_FIT;
    else if (way.x != 0 && picture_set_of(scene->exhibit, scene->item).count > 1 && !picture_is_near(scene, picture_view(scene)))
        answer.action = (struct action){.kind = ACTION_PICTURE, .argument = (int)way.x};
    else if (way.x != 0)
        answer.action = (struct action){.kind = ACTION_PAN_ACROSS, .argument = (int)way.x};
    else if (way.y != 0)
        answer.action = (struct action){.kind = ACTION_PAN_DOWN, .argument = (int)way.y};
    return answer;
}

/* Beside the picture the finger means what lies below; its words are no such place. */
static struct action touch(const struct scene *scene, struct point at)
{
    struct rect view = picture_view(scene);
    bool beside = rect_contains(view, at) && !rect_contains(picture_rect(scene, view, scene->window), at);

    return (struct action){.kind = beside ? ACTION_CLOSE : ACTION_NONE};
}

static enum drag drag(const struct scene *scene, struct drag_start start)
{
    (void)scene, (void)start;
    return DRAG_PICTURE;
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return picture_set_of(exhibit, item).origin;
}

const struct scene_ops scene_picture = {
    .name = "picture/",
    .place = PLACE_OVERLAY,
    .whole = true,
    .barred = true,
    .window = WINDOW_PICTURE,
    .below = below,
    .items = items,
    .id = id,
    .exists = exists,
    .views = views,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .drag = drag,
    .touch = touch,
};
