/* What moves is asked for differently from what rests: a picture under the fingers is stretched from what there is, and decoded anew only
 * when it stands still. */
#include "paint/pass.h"

#include "layout/frame.h"
#include "pictures/request.h"
#include "pixels/pixels.h"

static void put(const struct pass *pass, SDL_Surface *from, int x, int y)
{
    SDL_Rect at = {x, y, 0, 0};

    SDL_BlitSurface(from, NULL, pass->surface, &at);
}

/* Where a rectangle of the list stands on the surface. */
static struct rect on_surface(const struct pass *pass, struct rect rect)
{
    rect = rect_moved(rect, pass->x, pass->y);
    return pass->mirror_px > 0 ? rect_mirrored(rect, pass->mirror_px) : rect;
}

static struct face_ink text_ink(const struct pass *pass, const struct draw_command *command)
{
    const struct draw_text *text = &command->text;

    return faces_text(pass->faces, &(struct face_text){text->type, command->colour, text->text, text->length});
}

static void draw_text_command(const struct pass *pass, const struct draw_command *command, struct rect rect)
{
    struct face_ink ink = text_ink(pass, command);

    if (ink.surface)
        pixels_ink(pass->surface, ink.surface, pass->mirror_px > 0 ? rect.x + rect.w - ink.surface->w : rect.x,
                   command->text.baseline_px + pass->y - ink.ascent_px);
}

static void fill_opaque(const struct pass *pass, struct rect rect, struct colour colour)
{
    colour.a = 255;
    pixels_fill(pass->surface, rect, colour);
}

static void put_picture(const struct pass *pass, SDL_Surface *picture, struct rect rect)
{
    if (picture->w == rect.w && picture->h == rect.h)
        put(pass, picture, rect.x, rect.y);
    else
        pixels_stretch(pass->surface, rect, picture);
}

/* One side of a window on a picture: the part of it from `from` on, `length` long (in shares), fills so many pixels behind `at`. */
struct window_side {
    double from, length;
    int at, pixels;
};

/* The pixel at a share of the picture; bounded, for it may lie far outside. */
static int pixel_of(double share, struct window_side side)
{
    const double far = 1 << 28;

    return (int)SDL_lround(SDL_max(-far, SDL_min(side.at + (share - side.from) / side.length * side.pixels, far)));
}

/* The part of the picture that is there, where it belongs in `rect`, which shows `window`; its ground elsewhere, or the command's colour
 * where there is nothing of it. */
static void put_part(const struct pass *pass, const struct draw_command *command, struct rect rect, struct image_part part)
{
    struct share_rect window = command->picture.window, shares = part.shares;
    struct window_side across = {window.x, window.w, rect.x, rect.w}, down = {window.y, window.h, rect.y, rect.h};

    fill_opaque(pass, rect, part.surface ? command->picture.ground : command->colour);
    if (!part.surface)
        return;
    int left = pixel_of(shares.x, across), right = pixel_of((double)shares.x + shares.w, across);
    int top = pixel_of(shares.y, down), bottom = pixel_of((double)shares.y + shares.h, down);

    pixels_clip(pass->surface, rect_common(rect, pass->clip));
    if (right > left && bottom > top)
        pixels_stretch(pass->surface, (struct rect){left, top, right - left, bottom - top}, part.surface);
    pixels_clip(pass->surface, pass->clip);
}

/* At rest exactly what is asked for, until then and while moving what there is. The overview is asked for again and again, so that it is
 * kept; it is missed only where nothing else is there. */
static enum image_state draw_window(struct pass *pass, const struct draw_command *command, struct rect rect, const char *path)
{
    struct images *images = pass->images;
    struct image_request request = request_of(&command->picture, (struct size){rect.w, rect.h}, pass->screen);
    struct image_request overview = request_overview(&request, pass->screen);
    SDL_Surface *exact = NULL, *whole;
    enum image_state state = IMAGE_READY, later;

    if (command->picture.moving)
        images_withdraw_windows(images, path);
    else
        state = images_get(images, &request, &exact);
    later = images_get(images, &overview, &whole);

    struct image_part part = images_part(images, &request);

    if (command->picture.moving && !part.covers)
        state = later;
    if (!pass->surface || state == IMAGE_FAILED)
        return state;
    if (exact)
        put_picture(pass, exact, rect);
    else
        put_part(pass, command, rect, part);
    return state;
}

/* Covers the rectangle with a view of other sides, its focus as near to the middle as it gets. */
static void put_stand_in(const struct pass *pass, SDL_Surface *picture, struct rect rect, const struct draw_picture *as)
{
    struct image_request covering = {.w = rect.w, .h = rect.h, .focus_x = as->focus_x, .focus_y = as->focus_y};
    struct share_rect seen = image_shares(&covering, (double)picture->w / picture->h);
    int w = (int)SDL_lround((double)rect.w / seen.w), h = (int)SDL_lround((double)rect.h / seen.h);
    int left = (int)SDL_lround((double)w * seen.x), top = (int)SDL_lround((double)h * seen.y);

    pixels_clip(pass->surface, rect_common(rect, pass->clip));
    pixels_stretch(pass->surface, (struct rect){rect.x - left, rect.y - top, w, h}, picture);
    pixels_clip(pass->surface, pass->clip);
}

/* A path that is NULL is a picture that cannot be shown. */
static enum image_state draw_covering(struct pass *pass, const struct draw_command *command, struct rect rect, const char *path)
{
    enum image_state state = IMAGE_FAILED;
    SDL_Surface *picture = NULL;

    if (path) {
        struct image_request request = request_of(&command->picture, (struct size){rect.w, rect.h}, pass->screen);

        request.path = path;
        request.window = (struct share_rect){0};
        state = images_get(pass->images, &request, &picture);
        if (state == IMAGE_WAITING && pass->surface)
            picture = images_stand_in(pass->images, &request);
    }
    if (pass->surface && picture && state == IMAGE_WAITING)
        put_stand_in(pass, picture, rect, &command->picture);
    else if (pass->surface && picture)
        put_picture(pass, picture, rect);
    else if (pass->surface)
        fill_opaque(pass, rect, command->colour);
    return state;
}

/* What the picture moves with; false: that is not there. While movements wait for it, it is missing. */
static bool find_living(struct pass *pass, const struct draw_command *command, struct rect rect, struct living *living)
{
    struct image_request whole = request_of(&command->picture, (struct size){rect.w, rect.h}, pass->screen), slices;
    SDL_Surface *sheet = NULL, *picture;

    if (!request_sheet(&command->picture, &whole, pass->screen, &slices) || !images_moves(pass->images, whole.path) || whole.w != rect.w ||
        whole.h != rect.h || images_get(pass->images, &whole, &picture) != IMAGE_READY)
        return false;
    if (pass->living.plays)
        pass->missing += images_get(pass->images, &slices, &sheet) == IMAGE_WAITING;
    else if (images_prefetch(pass->images, &slices))
        images_get(pass->images, &slices, &sheet);
    if (sheet)
        *living = (struct living){&command->picture, sheet_of(sheet), rect, pass->living};
    return sheet != NULL;
}

static bool stands_still(struct living_state state)
{
    return state.x_px == 0 && !state.plays;
}

/* The picture at rest, or what there is of it. */
static void draw_still(struct pass *pass, const struct draw_command *command, struct rect rect)
{
    const struct draw_picture *picture = &command->picture;
    bool window = request_has_window(picture);
    enum image_state state;

    if (picture->path && window)
        state = draw_window(pass, command, rect, picture->path);
    else
        state = draw_covering(pass, command, rect, picture->path);
    if (state == IMAGE_FAILED && (picture->fallback || window))
        state = draw_covering(pass, command, rect, picture->fallback);
    pass->missing += state == IMAGE_WAITING;
}

static void draw_picture_command(struct pass *pass, const struct draw_command *command, struct rect rect)
{
    struct living living;
    bool moves = find_living(pass, command, rect, &living) && !stands_still(pass->living) && pass->surface;

    if (!moves || !living_covers(&living, pass->clip))
        draw_still(pass, command, rect);
    if (moves)
        living_put(&living, pass->surface, pass->clip);
}

static struct image_request icon_request(const struct draw_command *command, struct rect rect)
{
    return (struct image_request){.path = command->icon, .w = rect.w, .h = rect.h, .icon = true};
}

static void draw_icon_command(struct pass *pass, const struct draw_command *command, struct rect rect)
{
    struct image_request request = icon_request(command, rect);
    SDL_Surface *icon;
    enum image_state state = images_get(pass->images, &request, &icon);

    pass->missing += state == IMAGE_WAITING;
    if (state != IMAGE_READY || !pass->surface)
        return;
    SDL_SetSurfaceColorMod(icon, command->colour.r, command->colour.g, command->colour.b);
    SDL_SetSurfaceAlphaMod(icon, command->colour.a);
    put(pass, icon, rect.x, rect.y);
}

static void set_clip(struct pass *pass, struct rect clip)
{
    pass->clip = clip;
    if (pass->surface)
        pixels_clip(pass->surface, clip);
}

static void do_command(struct pass *pass, const struct draw_command *command)
{
    struct rect rect = on_surface(pass, command->rect);

    if (command->kind != DRAW_CLIP && !rect_meet(draw_reach(command->kind, rect), pass->clip))
        return;
    switch (command->kind) {
    case DRAW_FILL:
        if (pass->surface)
            pixels_fill(pass->surface, rect, command->colour);
        break;
    case DRAW_TEXT:
        if (pass->surface)
            draw_text_command(pass, command, rect);
        break;
    case DRAW_PICTURE:
        draw_picture_command(pass, command, rect);
        break;
    case DRAW_ICON:
        draw_icon_command(pass, command, rect);
        break;
    case DRAW_CLIP:
        set_clip(pass, rect_is_empty(rect) ? pass->limit : rect_common(rect, pass->limit));
        break;
    }
}

struct pass pass_over(const struct pass_tools *tools, const struct frame *frame, SDL_Surface *surface)
{
    return (struct pass){
        .faces = tools->faces,
        .images = tools->images,
        .surface = surface,
        .screen = frame->size,
        .mirror_px = frame->mirrored ? frame->size.w : 0,
    };
}

struct pass pass_over_page(const struct pass_tools *tools, const struct frame *frame, SDL_Surface *surface)
{
    struct pass pass = pass_over(tools, frame, surface);

    pass.limit = (struct rect){0, 0, frame->area.w, frame->area.h};
    pass.mirror_px = frame->mirrored ? frame->area.w : 0;
    return pass;
}

struct pass pass_over_area(const struct pass_tools *tools, const struct frame *frame, SDL_Surface *surface)
{
    struct pass pass = pass_over(tools, frame, surface);

    pass.limit = frame_rect(frame, frame->area);
    pass.x = frame->area.x;
    pass.y = frame->area.y;
    return pass;
}

/* From one command on, below which nothing has changed; but what they are cut to comes from all. */
static int paint_from(struct pass pass, const struct draw_list *list, int first)
{
    set_clip(&pass, pass.limit);
    for (int i = 0; i < list->count; i++)
        if (i >= first || list->commands[i].kind == DRAW_CLIP)
            do_command(&pass, &list->commands[i]);
    if (pass.surface)
        SDL_SetClipRect(pass.surface, NULL);
    return pass.missing;
}

int pass_paint(struct pass pass, const struct draw_list *list)
{
    return paint_from(pass, list, 0);
}

int pass_paint_living(struct pass pass, const struct draw_list *list, struct living_state moved)
{
    struct rect limit = pass.limit;
    int missing = 0;

    for (int i = 0; i < list->count; i++) {
        struct rect rect = on_surface(&pass, list->commands[i].rect);
        struct living living;

        pass.missing = 0;
        if (list->commands[i].kind != DRAW_PICTURE || !find_living(&pass, &list->commands[i], rect, &living)) {
            missing += pass.missing;
            continue;
        }
        living.state = moved;
        pass.limit = rect_common(limit, living_reach(&living));
        if (!rect_is_empty(pass.limit))
            missing += paint_from(pass, list, i);
    }
    return missing;
}

/* False if a picture is still to come. */
static bool prefetch_command(const struct pass *pass, const struct draw_command *command, bool texts)
{
    struct image_request asked[REQUEST_PICTURES_MAX], icon, sheet;
    bool there = true;
    int count;

    switch (command->kind) {
    case DRAW_FILL:
    case DRAW_CLIP:
        break;
    case DRAW_TEXT:
        if (texts)
            text_ink(pass, command);
        break;
    case DRAW_PICTURE:
        count = request_pictures(pass->screen, command, asked);
        for (int i = 0; i < count; i++)
            there = images_prefetch(pass->images, &asked[i]) && there;
        if (there && count == 1 && !request_has_window(&command->picture) &&
            request_sheet(&command->picture, &asked[0], pass->screen, &sheet) && images_moves(pass->images, sheet.path))
            images_prefetch(pass->images, &sheet);
        break;
    case DRAW_ICON:
        icon = icon_request(command, command->rect);
        there = images_prefetch(pass->images, &icon);
        break;
    }
    return there;
}

bool pass_prefetch(const struct pass *pass, const struct draw_list *list, bool texts)
{
    bool there = true;

    for (int i = 0; i < list->count; i++)
        there = prefetch_command(pass, &list->commands[i], texts) && there;
    return there;
}
