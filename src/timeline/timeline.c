/* The timeline's page: from the back to the front. */
#include "timeline/timeline.h"

#include "page/label.h"
#include "text/capitals.h"
#include "timeline/marks.h"

#include <math.h>
#include <string.h>

enum { YEARS_FROM_DAYS = 730, MONTHS_FROM_DAYS = 75, SMALLEST_PX = 8, NOBODY = -1 };

static const float NAME_TRACKING = 0.09F;

double timeline_share_at(const struct scene *scene, struct point at)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    return ((double)(layout.portrait ? at.y : at.x) - layout.from_px) / (layout.to_px - layout.from_px);
}

double timeline_share_of(const struct scene *scene, struct point way)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    return (double)(layout.portrait ? way.y : way.x) / (layout.to_px - layout.from_px);
}

bool timeline_on_overview(const struct scene *scene, struct point at)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    struct rect strip = layout.overview, page = scene->style->page;
    int more = int_max(0, layout.target_px - (layout.portrait ? strip.w : strip.h)) / 2;

    return rect_contains(rect_common(rect_inset(strip, -more), page), at);
}

double timeline_overview_day(const struct scene *scene, struct timeline_interval limits, struct point at)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    struct rect strip = layout.overview;
    float share = layout.portrait ? (at.y - (float)strip.y) / (float)strip.h : (at.x - (float)strip.x) / (float)strip.w;

    return limits.from + (double)float_clamp(share, 0, 1) * (limits.to - limits.from);
}

int timeline_event_at(const struct scene *scene, struct timeline_window window, struct point at)
{
    struct timeline_layout layout;
    struct timeline_state state = {.window = window, .focus = NOBODY};

    timeline_layout_make(&layout, scene);
    return timeline_mark_at(&(struct timeline_axis){scene, &layout, &state}, at);
}

/* ---- words at the head ---- */

/* What the window shows, as years, months or days, as many as tell it apart. Of what lies before the first and behind the last year that
 * the exhibit tells of, nothing. */
static const char *range_text(const struct scene *scene, const struct timeline_state *state)
{
    struct timeline_interval range = timeline_labels_range(state->labels);
    double days = state->window.days;
    int from = int_clamp((int)floor(state->window.start), range.from, range.to - 1);
    int to = int_clamp((int)ceil(state->window.start + days) - 1, from, range.to - 1);
    enum precision precision = days >= YEARS_FROM_DAYS ? PRECISION_YEAR : days >= MONTHS_FROM_DAYS ? PRECISION_MONTH : PRECISION_DAY;

    struct date_interval dates = {date_from_day(from), date_from_day(to)};

    return date_text_interval(scene->arena, &page_words(scene)->dates, dates, precision);
}

/* Standing on a baseline; returns the width. */
static int put_on_line(const struct scene *scene, struct label label, int x, int baseline)
{
    int cap = scene->measure->metrics(scene->measure->context, label.type).cap_px;

    return label_put(scene, &label, (struct rect){x, baseline - cap, 0, cap});
}

/* Title and dates on one line, or one below the other on a tall screen. */
static void put_header(const struct scene *scene, const struct timeline_layout *layout, const struct timeline_state *state)
{
    const struct style *style = scene->style;
    struct rect box = layout->header;
    struct label title = {{FACE_HEADLINE, timeline_title_px(style), 0}, style->colours.ink, page_words(scene)->timeline, ALIGN_LEFT};
    struct label dates = {{FACE_TEXT, layout->text_px * 5 / 4, 0}, style->colours.muted, range_text(scene, state), ALIGN_LEFT};

    title.type = label_shrunk(scene, &title, box.w, SMALLEST_PX);
    int baseline = box.y + scene->measure->metrics(scene->measure->context, title.type).cap_px;
    int after = box.x + put_on_line(scene, title, box.x, baseline) + style->margin_px / 2;
    int x = layout->portrait ? box.x : after;

    dates.type = label_shrunk(scene, &dates, box.x + box.w - x, SMALLEST_PX);
    put_on_line(scene, dates, x, layout->portrait ? box.y + box.h : baseline);
}

/* ---- lanes ---- */

static void put_sign(const struct scene *scene, struct rect sign, enum lane lane, int frame)
{
    const struct style *style = scene->style;

    switch (lane) {
    case LANE_CHILE:
        draw_frame(page_pen(scene), sign, frame, style->colours.ink);
        break;
    case LANE_NEIGHBOURS:
        draw_fill(page_pen(scene), sign, style->colours.record);
        break;
    case LANE_WORLD:
        draw_frame(page_pen(scene), sign, frame, style->colours.record);
        break;
    case LANE_COUNT:
        break;
    }
}

/* A lane's name with the sign of its tickets in front. */
struct lane_name {
    struct rect box, sign;
    struct label label;
};

static struct lane_name lane_name(const struct scene *scene, const struct timeline_layout *layout, enum lane lane, int x)
{
    const struct words *words = page_words(scene);
    const char *const names[LANE_COUNT] = {words->lane_chile, words->lane_neighbours, words->lane_world};
    int size = layout->portrait ? layout->text_px * 9 / 10 : layout->text_px, gap = size / 2;
    struct lane_name name = {.box = layout->lane_names[lane]};
    struct type type = {FACE_BOLD, size, (int)(NAME_TRACKING * (float)size)};
    int sign = scene->measure->metrics(scene->measure->context, type).cap_px;
    const char *text = capitals_of(scene->arena, names[lane]);

    name.box.w -= x - name.box.x;
    name.box.x = x;
    name.sign = (struct rect){x, name.box.y + (name.box.h - sign) / 2, sign, sign};
    name.label = (struct label){type, scene->style->colours.ink, text, ALIGN_LEFT};
    name.label.type = label_shrunk(scene, &name.label, name.box.w - sign - gap, SMALLEST_PX);
    name.box.w = sign + gap + label_width(scene, name.label.type, text);
    return name;
}

/* On a wide screen the names of a side stand side by side in its strip, and its counts behind them. */
static void place_names(const struct scene *scene, struct timeline_layout *layout, struct lane_name names[LANE_COUNT])
{
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        enum timeline_side side = layout->tracks[layout->track_of[lane]].side;
        int x = layout->lane_names[lane].x;

        if (layout->portrait) {
            names[lane] = lane_name(scene, layout, (enum lane)lane, x);
            continue;
        }
        x = int_max(x, layout->count_from_px[side]);
        names[lane] = lane_name(scene, layout, (enum lane)lane, x);
        layout->count_from_px[side] = x + names[lane].box.w + 2 * layout->pad_px;
    }
}

/* On paper, so that stems pass behind them. */
static void put_name(const struct scene *scene, const struct timeline_layout *layout, const struct lane_name *name, enum lane lane)
{
    struct rect words = name->box;
    int indent = name->sign.w + name->label.type.size_px / 2, gap = layout->pad_px / 2;

    words.x += indent;
    words.w -= indent;
    draw_fill(page_pen(scene), (struct rect){name->box.x - gap, name->sign.y - gap, name->box.w + 2 * gap, name->sign.h + 2 * gap},
              scene->style->colours.paper);
    put_sign(scene, name->sign, lane, layout->frame_px);
    label_put(scene, &name->label, words);
}

/* ---- tickets ---- */

/* From the band to the ticket. */
static void put_stem(const struct scene *scene, const struct timeline_layout *layout, const struct timeline_ticket *ticket)
{
    const struct event *event = &scene->exhibit->events[ticket->event];
    int size = timeline_stem_size(layout, event), edge = layout->edge_px[event->lane != LANE_CHILE];
    int near = layout->portrait ? ticket->rect.x : ticket->rect.y, far = near + (layout->portrait ? ticket->rect.w : ticket->rect.h);
    int along = layout->portrait ? ticket->rect.y : ticket->rect.x, length = layout->portrait ? ticket->rect.h : ticket->rect.w;
    int from = far <= edge ? far : edge, to = far <= edge ? edge : near;

    along = int_min(ticket->stem_px, along + length - size);
    draw_fill(page_pen(scene), timeline_rect(layout, along, from, size, to - from), timeline_colour(scene->style, event));
}

static void put_ticket(const struct scene *scene, const struct timeline_layout *layout, const struct timeline_state *state,
                       const struct timeline_ticket *ticket)
{
    const struct event *event = &scene->exhibit->events[ticket->event];
    const struct theme_colours *colours = &scene->style->colours;
    struct colour own = timeline_colour(scene->style, event);
    bool filled = event->lane == LANE_NEIGHBOURS || (event->lane == LANE_CHILE && event->importance == 1);
    int frame = event->importance <= 2 ? layout->frame_px : int_max(1, layout->frame_px * 2 / 3);

    draw_fill(page_pen(scene), ticket->rect, filled ? own : colours->paper);
    if (!filled)
        draw_frame(page_pen(scene), ticket->rect, frame, own);
    timeline_labels_put(scene, state, ticket, filled ? colours->paper : own);
    page_target(scene, ticket->rect, ACTION_EVENT, ticket->event);
}

static void put_count(const struct scene *scene, const struct timeline_layout *layout, const struct timeline_count *count)
{
    const struct style *style = scene->style;
    const char *text = arena_printf(scene->arena, "+%d", count->count);
    struct colour ground = count->side == TIMELINE_CHILE ? style->colours.ink : style->colours.record;
    int inset = layout->text_px / 3;
    struct rect box = layout->portrait
                          ? (struct rect){count->rect.x + inset / 2, count->rect.y, count->rect.w - inset, count->rect.h - inset}
                          : (struct rect){count->rect.x, count->rect.y + inset / 2, count->rect.w - inset, count->rect.h - inset};
    struct label label = {{FACE_BOLD, layout->text_px, 0}, style->colours.paper, text, ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, box.w - inset / 2, SMALLEST_PX);
    draw_fill(page_pen(scene), box, ground);
    label_put(scene, &label, box);
    page_target(scene, count->rect, ACTION_CLUSTER, count->event);
}

bool timeline_open_cluster(const struct scene *scene, const struct timeline_state *state, int event, struct timeline_window *to)
{
    struct timeline_layout layout;
    struct lane_name names[LANE_COUNT];

    timeline_layout_make(&layout, scene);
    timeline_labels_measure(state->labels, scene, &layout);
    place_names(scene, &layout, names);
    struct timeline_choice choice = timeline_labels_choose(scene, &layout, state);

    for (int i = 0; i < choice.count_count; i++)
        if (choice.counts[i].event == event)
            return timeline_labels_open(&choice.counts[i], state->window, to);
    return false;
}

void timeline_fill(const struct scene *scene, const struct timeline_state *state)
{
    struct timeline_layout layout;
    struct timeline_axis axis = {scene, &layout, state};
    struct lane_name names[LANE_COUNT];

    timeline_layout_make(&layout, scene);
    timeline_labels_measure(state->labels, scene, &layout);
    place_names(scene, &layout, names);
    struct timeline_choice choice = timeline_labels_choose(scene, &layout, state);

    draw_fill(page_pen(scene), scene->style->page, scene->style->colours.paper);
    put_header(scene, &layout, state);
    for (int i = 0; i < choice.ticket_count; i++)
        put_stem(scene, &layout, &choice.tickets[i]);
    for (int lane = 0; lane < LANE_COUNT; lane++)
        put_name(scene, &layout, &names[lane], (enum lane)lane);
    timeline_put_eras(&axis);
    timeline_put_ticks(&axis);
    timeline_put_marks(&axis);
    for (int i = 0; i < choice.count_count; i++)
        put_count(scene, &layout, &choice.counts[i]);
    for (int i = 0; i < choice.ticket_count; i++)
        put_ticket(scene, &layout, state, &choice.tickets[i]);
    timeline_put_overview(&axis);
}
