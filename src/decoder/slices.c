/* Each slice is the drawing with all else hidden, drawn onto a ground without anything and cut to what has come there. */
#include "decoder/slices.h"

#include "decoder/reading.h"
#include "formats/svg.h"
#include "images/sheet.h"

#include <math.h>
#include <string.h>

/* A part of the drawing's root, from one byte to another. */
struct slice_part {
    size_t bytes[2];
    enum group_kind kind;
    const char *group;
};

struct slicer {
    const struct raster_job *job;
    struct groups groups;
    struct slice_part parts[SHEET_SLICES_MAX];
    int part_count;
    cairo_rectangle_t whole; /* all of the drawing, in pixels of the picture */
    cairo_surface_t *ground; /* the picture, and what may come into it from beyond: so far on each side */
    struct size beyond;
    struct size reach; /* of groups with movements */
    struct sheet sheet;
    struct raster_fault *fault;
};

bool slices_are_in(const struct raster_job *job)
{
    struct groups groups;
    bool any = false;

    groups_find(job->file, &groups);
    for (int i = 0; i < groups.count; i++)
        any = any || group_moves(&groups.list[i]);
    return any;
}

static void add_part(struct slicer *slicer, size_t from, size_t to, const struct group *group)
{
    struct slice_part part = {{from, to}, group ? group->kind : GROUP_MID, group ? group->id : ""};

    slicer->parts[slicer->part_count++] = part;
}

/* What moves, and what lies between. */
static void find_parts(struct slicer *slicer)
{
    struct groups *groups = &slicer->groups;

    groups_find(slicer->job->file, groups);
    size_t done = groups->from;

    for (int i = 0; i < groups->count; i++) {
        const struct group *group = &groups->list[i];

        if (!group_moves(group) || (group->kind != GROUP_MOVES && slicer->job->request->reach.layers_px == 0))
            continue;
        add_part(slicer, done, group->from, NULL);
        add_part(slicer, group->from, group->to, group);
        done = group->to;
    }
    add_part(slicer, done, groups->to, NULL);
}

/* In pixels of the ground. */
static struct rect on_ground(const struct slicer *slicer, struct rect rect)
{
    return rect_moved(rect, slicer->beyond.w, slicer->beyond.h);
}

/* Draws the part alone onto the ground, inside the clip, in pixels of the picture; paper: below it. */
static bool draw_part(struct slicer *slicer, const struct slice_part *part, struct rect clip, bool paper)
{
    const struct raster_job *job = slicer->job;
    struct buffer cut = {0};
    cairo_rectangle_t at; /* of the whole, or of the window alone */
    struct rect inside = on_ground(slicer, clip);
    cairo_t *cairo = cairo_create(slicer->ground);

    cairo_rectangle(cairo, inside.x, inside.y, inside.w, inside.h);
    cairo_clip(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_CLEAR);
    cairo_paint(cairo);
    cairo_set_operator(cairo, CAIRO_OPERATOR_OVER);
    if (paper)
        raster_paper(cairo, job->request->paper);
    groups_cut(job->file, &slicer->groups, part->bytes, &cut);
    RsvgHandle *svg = reading_of_request((struct bytes){cut.bytes, cut.length}, job->request, &at, slicer->fault);

    buffer_finish(&cut);
    at.x += slicer->beyond.w;
    at.y += slicer->beyond.h;
    RsvgRectangle box = {at.x, at.y, at.width, at.height};
    bool drawn = svg && rsvg_handle_render_document(svg, cairo, &box, NULL) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

    cairo_destroy(cairo);
    cairo_surface_flush(slicer->ground);
    if (svg)
        g_object_unref(svg);
    return drawn;
}

static const uint32_t *ground_row(const struct slicer *slicer, int y)
{
    return (const uint32_t *)(const void *)(cairo_image_surface_get_data(slicer->ground) +
                                            (ptrdiff_t)y * cairo_image_surface_get_stride(slicer->ground));
}

/* Of what has been drawn inside the clip, both in pixels of the picture. */
static struct rect ink_box(const struct slicer *slicer, struct rect clip)
{
    const struct rect inside = on_ground(slicer, clip);
    int left = inside.w, right = 0, top = inside.h, bottom = 0;

    for (int y = 0; y < inside.h; y++) {
        const uint32_t *row = ground_row(slicer, inside.y + y) + inside.x;
        int from = 0, to = inside.w;

        while (from < to && row[from] == 0)
            from++;
        while (to > from && row[to - 1] == 0)
            to--;
        if (from == to)
            continue;
        left = int_min(left, from);
        right = int_max(right, to);
        top = int_min(top, y);
        bottom = y + 1;
    }
    return (struct rect){clip.x + left, clip.y + top, int_max(0, right - left), int_max(0, bottom - top)};
}

/* The box, in pixels of the picture, of what stands on the ground. False: there is no room for it. */
static bool add_slice(struct slicer *slicer, struct rect box, const struct slice_part *part)
{
    SDL_Surface *memory = slicer->job->surface;
    struct sheet *sheet = &slicer->sheet;
    size_t bytes = (size_t)box.w * (size_t)box.h * 4, room = (size_t)memory->pitch * (size_t)memory->h;

    if (rect_is_empty(box))
        return true;
    if (sheet->used + bytes > room)
        return false;
    struct sheet_slice *slice = &sheet->list[sheet->count++];

    *slice = (struct sheet_slice){.box = box, .at = sheet->used, .kind = part->kind};
    memcpy(slice->group, part->group, strlen(part->group) + 1);
    for (int y = 0; y < box.h; y++)
        memcpy((char *)memory->pixels + sheet->used + (size_t)y * (size_t)box.w * 4,
               ground_row(slicer, box.y + slicer->beyond.h + y) + box.x + slicer->beyond.w, (size_t)box.w * 4);
    sheet->used += (uint32_t)bytes;
    return true;
}

static struct rect grown(struct rect box, int across, int down)
{
    return (struct rect){box.x - across, box.y - down, box.w + 2 * across, box.h + 2 * down};
}

/* Where what is drawn there may come to. */
static struct rect reached_from(const struct slicer *slicer, struct rect box, enum group_kind kind)
{
    return kind == GROUP_MOVES ? grown(box, slicer->reach.w, slicer->reach.h) : grown(box, slicer->job->request->reach.layers_px, 0);
}

/* How far beyond the picture it must be drawn, for it may come into it from there. */
static struct size beyond_of(const struct slicer *slicer, enum group_kind kind)
{
    const struct image_request *request = slicer->job->request;
    int layer_px = kind == GROUP_BACK ? request->reach.back_px : kind == GROUP_FRONT ? request->reach.front_px : 0;

    return kind == GROUP_MOVES ? slicer->reach : (struct size){int_clamp(layer_px, 0, request->w), 0};
}

/* What lies below all that moves is needed where that is drawn, and nowhere else: the first slice, which has the place of its list ready.
 * Of a view in which nothing of it is seen at rest, that is a pixel. */
static enum raster_outcome draw_below(struct slicer *slicer, struct rect below)
{
    struct sheet *sheet = &slicer->sheet;

    if (rect_is_empty(below))
        below = (struct rect){0, 0, 1, 1};
    if (!draw_part(slicer, &slicer->parts[0], below, true))
        return RASTER_FAILED;
    if (!add_slice(slicer, below, &slicer->parts[0]))
        return raster_fail(slicer->fault, "what moves in it is too large");
    struct sheet_slice first = sheet->list[sheet->count - 1];

    memmove(sheet->list + 1, sheet->list, sizeof(first) * (sheet->count - 1));
    sheet->list[0] = first;
    memcpy(slicer->job->surface->pixels, sheet, sizeof(*sheet));
    return RASTER_DRAWN;
}

/* What lies above is needed where something may come to, and is drawn nowhere else. */
static enum raster_outcome draw_parts(struct slicer *slicer)
{
    const struct rect picture = {0, 0, slicer->job->request->w, slicer->job->request->h};
    struct rect below = {0, 0, 0, 0}, reached = {0, 0, 0, 0};

    for (int i = 1; i < slicer->part_count; i++) {
        const struct slice_part *part = &slicer->parts[i];
        bool moves = part->group[0] != '\0';
        struct size beyond = beyond_of(slicer, part->kind);
        struct rect clip = moves ? grown(picture, beyond.w, beyond.h) : reached;

        if (rect_is_empty(clip))
            continue;
        if (!draw_part(slicer, part, clip, false))
            return RASTER_FAILED;
        struct rect box = ink_box(slicer, clip);

        if (moves)
            below = rect_around(below, rect_common(box, picture));
        if (moves && !rect_is_empty(box))
            reached = rect_around(reached, rect_common(reached_from(slicer, box, part->kind), picture));
        if (!add_slice(slicer, box, part))
            return raster_fail(slicer->fault, "what moves in it is too large");
    }
    return draw_below(slicer, below);
}

/* All of the drawing, of which a window may be asked for; false: it cannot be read. */
static bool find_whole(struct slicer *slicer)
{
    const struct image_request *request = slicer->job->request;
    struct share_rect window = request->window;
    struct svg_root root;

    if (!svg_find_root(slicer->job->file, &root))
        return false;
    slicer->whole = raster_place(root.w, root.h, request);
    if (image_is_window(request)) {
        slicer->whole.width = request->w / (double)window.w;
        slicer->whole.height = request->h / (double)window.h;
        slicer->whole.x = -(double)window.x * slicer->whole.width;
        slicer->whole.y = -(double)window.y * slicer->whole.height;
    }
    slicer->sheet.whole.x = (float)slicer->whole.x;
    slicer->sheet.whole.y = (float)slicer->whole.y;
    slicer->sheet.whole.w = (float)slicer->whole.width;
    slicer->sheet.whole.h = (float)slicer->whole.height;
    return true;
}

/* A turn leads no further than the chord of its arc, from the far end of the drawing. */
static void find_reach(struct slicer *slicer)
{
    const struct image_request *request = slicer->job->request;
    const struct image_reach *reach = &request->reach;
    const double pi = 3.14159265358979;
    double chord = 2 * sin(fmin((double)reach->degrees, 180) * pi / 360) * hypot(slicer->whole.width, slicer->whole.height);

    slicer->reach.w = (int)fmin((double)reach->across * slicer->whole.width + chord, request->w);
    slicer->reach.h = (int)fmin((double)reach->down * slicer->whole.height + chord, request->h);
    for (int i = 0; i < slicer->part_count; i++) {
        struct size beyond = beyond_of(slicer, slicer->parts[i].kind);

        slicer->beyond = (struct size){int_max(slicer->beyond.w, beyond.w), int_max(slicer->beyond.h, beyond.h)};
    }
}

enum raster_outcome slices_draw(const struct raster_job *job, struct raster_fault *fault)
{
    struct slicer slicer = {.job = job, .sheet.used = sizeof(struct sheet), .fault = fault};
    enum raster_outcome outcome;

    if (!find_whole(&slicer))
        return raster_fail(fault, "it is no drawing");
    find_parts(&slicer);
    find_reach(&slicer);
    slicer.ground =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, job->request->w + 2 * slicer.beyond.w, job->request->h + 2 * slicer.beyond.h);
    raster_fail(fault, "it is too complicated to be drawn; simplify it");
    outcome = cairo_surface_status(slicer.ground) == CAIRO_STATUS_SUCCESS ? draw_parts(&slicer) : raster_fail(fault, IMAGE_NO_MEMORY);
    cairo_surface_destroy(slicer.ground);
    return outcome;
}
