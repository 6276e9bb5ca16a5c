/* The timeline's page, from the back to the front, and what its parts mean to a finger. */
#include "timeline/timeline.h"

#include "page/label.h"
#include "ruler/breaks.h"
#include "timeline/choice.h"
#include "timeline/edges.h"
#include "ruler/dates.h"
#include "ruler/eras.h"
#include "ruler/ink.h"
#include "ruler/lanes.h"
#include "timeline/marks.h"
#include "timeline/overview.h"
#include "timeline/quiet.h"
#include "ruler/ticks.h"

#include <math.h>

enum { SMALLEST_PX = 8 };

/* ---- fingers ---- */

/* Of a way or a speed along time. */
static double share_of_window(const struct timeline_layout *layout, double along_px)
{
    return along_px / (layout->to_px - layout->from_px);
}

double timeline_share_at(const struct scene *scene, struct point at)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    return share_of_window(&layout, (double)timeline_layout_turned_point(&layout, at).x - layout.from_px);
}

double timeline_share_of(const struct scene *scene, struct point way)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    return share_of_window(&layout, (double)timeline_layout_turned_point(&layout, way).x);
}

int timeline_event_at(const struct scene *scene, struct axis_window window, struct point at)
{
    struct timeline_layout layout;
    struct timeline_state state = {.window = window, .focus = -1};

    timeline_layout_make(&layout, scene);
    return timeline_marks_find(&(struct timeline_canvas){scene, &layout, &state}, at);
}

/* ---- the header ---- */

/* What the window shows. Of what lies before the first and behind the last year that the exhibit tells of, nothing. */
static const char *dates_text(const struct timeline_canvas *canvas, const struct timeline_packed *packed)
{
    struct axis_interval range = packed->range;
    struct axis_window window = canvas->state->window;
    struct axis_interval days = axis_scale_days(canvas->scene->exhibit, (struct axis_interval){window.start, window.start + window.days});
    double from = fmax(range.from, fmin(days.from, range.to - packed->limits.least)), to = fmin(range.to, days.to);

    return timeline_dates_text(canvas->scene, (struct axis_interval){from, fmax(from + packed->limits.least, to)});
}

/* Standing on a baseline; returns the width. */
static int put_on_line(const struct scene *scene, struct label label, int x, int baseline)
{
    int cap = page_metrics(scene, label.type).cap_px;

    return label_put(scene, &label, (struct rect){x, baseline - cap, 0, cap});
}

/* Title and dates on one line, or one below the other on a tall screen. Returns what the title's line has left. */
static struct rect put_header(const struct timeline_canvas *canvas, const struct timeline_packed *packed)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_layout *layout = canvas->layout;
    const struct style *style = scene->style;
    struct rect box = layout->header, page = style->page;
    struct type title_type = {.face = FACE_HEADLINE, .size_px = timeline_layout_title_px(style)},
                dates_type = {.face = FACE_TEXT, .size_px = layout->sizes.text_px * 5 / 4};
    struct label title = {title_type, style->colours.ink, page_words(scene)->timeline, ALIGN_START};
    struct label dates = {dates_type, style->colours.muted, dates_text(canvas, packed), ALIGN_START};

    title.type = label_shrunk(scene, &title, box.w, SMALLEST_PX);
    int cap = page_metrics(scene, title.type).cap_px, baseline = box.y + cap;
    int after = box.x + put_on_line(scene, title, box.x, baseline) + style->margin_px / 2;
    int x = layout->portrait ? box.x : after;

    dates.type = label_shrunk(scene, &dates, box.x + box.w - x, SMALLEST_PX);
    int dates_w = put_on_line(scene, dates, x, layout->portrait ? box.y + box.h : baseline);

    if (!layout->portrait)
        after += dates_w + style->margin_px;
    return (struct rect){after, box.y, page.x + page.w - style->margin_px - after, cap};
}

/* ---- labels and clusters ---- */

/* From the band's edge to the label. */
static void put_stem(const struct timeline_canvas *canvas, const struct timeline_label *label)
{
    const struct event *event = &canvas->scene->exhibit->events[label->event];
    int size = timeline_marks_stem_px(canvas->layout, event);
    int edge = canvas->layout->edge_px[canvas->layout->side_of[event->lane]];
    struct rect turned = timeline_layout_turned(canvas->layout, label->rect);
    int along = int_min(label->stem_px, turned.x + turned.w - size), end = turned.y + turned.h;
    int from = end <= edge ? end : edge, to = end <= edge ? edge : turned.y;

    timeline_canvas_fill(canvas, (struct rect){along, from, size, to - from}, timeline_ink_of_event(canvas->scene->style, event).colour);
}

static void put_label(const struct timeline_canvas *canvas, const struct timeline_label *label)
{
    const struct scene *scene = canvas->scene;
    const struct event *event = &scene->exhibit->events[label->event];
    struct colour paper = scene->style->colours.paper;
    struct timeline_ink ink = timeline_ink_of_event(scene->style, event);
    int frame = canvas->layout->sizes.frame_px;

    if (label->event == timeline_canvas_here(canvas))
        draw_frame(page_pen(scene), rect_inset(label->rect, -2 * frame), frame, scene->style->colours.ink);
    draw_fill(page_pen(scene), label->rect, ink.filled ? ink.colour : paper);
    if (!ink.filled)
        draw_frame(page_pen(scene), label->rect, event->importance <= 2 ? frame : int_max(1, frame * 2 / 3), ink.colour);
    timeline_labels_put(canvas, label, ink.filled ? paper : ink.colour);
    page_target(scene, label->rect, ACTION_EVENT, label->event);
}

static void put_cluster(const struct timeline_canvas *canvas, enum lane_side side, const struct axis_cluster *cluster)
{
    const struct scene *scene = canvas->scene;
    const struct style *style = scene->style;
    struct rect rect = timeline_layout_cluster(canvas->layout, side, cluster->along_px);
    int inset = canvas->layout->sizes.text_px / 3;
    struct rect box = canvas->layout->portrait ? (struct rect){rect.x + inset / 2, rect.y, rect.w - inset, rect.h - inset}
                                               : (struct rect){rect.x, rect.y + inset / 2, rect.w - inset, rect.h - inset};
    struct label label = {
        .type = {.face = FACE_BOLD, .size_px = canvas->layout->sizes.text_px},
        .colour = style->colours.paper,
        .text = arena_printf(scene->arena, "+%s", page_number(scene, cluster->count)),
        .align = ALIGN_CENTRE,
    };

    label.type = label_shrunk(scene, &label, box.w - inset / 2, SMALLEST_PX);
    draw_fill(page_pen(scene), box, side == LANE_ABOVE ? style->colours.ink : style->colours.deep);
    label_put(scene, &label, box);
    page_target(scene, rect, ACTION_CLUSTER, cluster->event);
}

bool timeline_open_cluster(const struct scene *scene, const struct timeline_state *state, int event, struct axis_window *to)
{
    struct timeline_layout layout;
    struct timeline_canvas canvas = {scene, &layout, state};
    struct timeline_lane lanes[EXHIBIT_LANES_MAX];

    timeline_layout_make(&layout, scene);
    timeline_lanes_place(scene, &layout, lanes);
    struct timeline_choice choice = timeline_choice_make(&canvas, timeline_labels_pack(&canvas));

    for (int side = 0; side < LANE_SIDES; side++)
        for (int i = 0; i < choice.clusters[side].count; i++)
            if (choice.clusters[side].clusters[i].event == event)
                return axis_clusters_open(&choice.clusters[side].clusters[i], state->window, axis_event_grain(scene->exhibit), to);
    return false;
}

/* ---- the page ---- */

static void put_clusters(const struct timeline_canvas *canvas, const struct timeline_choice *choice)
{
    for (int side = 0; side < LANE_SIDES; side++)
        for (int i = 0; i < choice->clusters[side].count; i++)
            put_cluster(canvas, (enum lane_side)side, &choice->clusters[side].clusters[i]);
}

/* What is left of the space before names of lanes, where many of them stand in the header too. */
static struct rect before_lanes(const struct timeline_canvas *canvas, const struct timeline_lane *lanes, struct rect space)
{
    for (int i = 0; i < canvas->scene->exhibit->lane_count; i++)
        if (rect_meet(lanes[i].box, space))
            space.w = int_max(0, lanes[i].box.x - canvas->layout->sizes.pad_px - space.x);
    return space;
}

void timeline_fill(const struct scene *scene, const struct timeline_state *state)
{
    struct timeline_layout layout;
    struct timeline_canvas canvas = {scene, &layout, state};
    struct timeline_lane lanes[EXHIBIT_LANES_MAX];

    timeline_layout_make(&layout, scene);
    timeline_lanes_place(scene, &layout, lanes);
    const struct timeline_packed *packed = timeline_labels_pack(&canvas);
    struct timeline_choice choice = timeline_choice_make(&canvas, packed);

    draw_fill(page_pen(scene), scene->style->page, scene->style->colours.paper);
    struct rect beside = before_lanes(&canvas, lanes, put_header(&canvas, packed));

    for (int i = 0; i < choice.label_count; i++)
        put_stem(&canvas, &choice.labels[i]);
    timeline_lanes_put(&canvas, lanes);
    timeline_eras_put(&canvas, beside);
    timeline_breaks_put(&canvas);
    timeline_ticks_put(&canvas);
    timeline_marks_put(&canvas, packed);
    timeline_quiet_put(&canvas, packed, &choice);
    put_clusters(&canvas, &choice);
    for (int i = 0; i < choice.label_count; i++)
        put_label(&canvas, &choice.labels[i]);
    timeline_overview_put(&canvas, packed);
    timeline_edges_put(&canvas, packed);
}
