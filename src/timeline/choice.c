/* The event in focus comes first, then the one that one came from, then the others by importance: first those whose labels stand in their
 * places, then those that the window's edge would cut and that are moved into it, if they find room. */
#include "timeline/choice.h"

#include <math.h>
#include <stdlib.h>

enum { LABELS_MAX = 160, CARDS_MOST = 8 };

static const double WIDE_PICTURE = 4.0 / 3, TALL_PICTURE = 9.0 / 16; /* of a card: width over height; height over width */

struct chooser {
    const struct timeline_canvas *canvas;
    const struct timeline_layout *layout;
    const struct timeline_packed *packed;
    const struct event *events;
    int here;                    /* the event that the panel one came from tells of; -1 for none */
    int *visible, visible_count; /* events whose stem the window holds */
    struct timeline_choice choice;
};

/* Where a place of the axis stands, along. */
static double along_place(const struct chooser *chooser, double place)
{
    return timeline_layout_along(chooser->layout, chooser->canvas->state->window, place);
}

static int stem_of(const struct chooser *chooser, int event)
{
    return timeline_canvas_along(chooser->canvas, chooser->packed->labels[event].place);
}

/* Where a label begins along, and whether the window's edge has moved it. */
static int along_of(const struct chooser *chooser, int event, bool *moved)
{
    const struct timeline_layout *layout = chooser->layout;
    int length = chooser->packed->labels[event].length_px;
    int end = timeline_canvas_along(chooser->canvas, chooser->packed->limits.to) - timeline_layout_end_gap(layout);
    int wanted = int_min(stem_of(chooser, event), end - length);
    int along = int_max(layout->label_from_px, int_min(wanted, layout->label_to_px - length));

    *moved = along != wanted;
    return along;
}

static bool is_visible(const struct chooser *chooser, int event)
{
    double along = along_place(chooser, chooser->packed->labels[event].place);

    return along >= chooser->layout->label_from_px && along < chooser->layout->label_to_px &&
           timeline_labels_fit(chooser->packed, chooser->layout, event);
}

static void find_visible(struct chooser *chooser, struct arena *arena)
{
    int count = chooser->packed->count;

    chooser->visible = ARENA_ARRAY(arena, int, count);
    for (int i = 0; i < count; i++)
        if (is_visible(chooser, i))
            chooser->visible[chooser->visible_count++] = i;
}

/* ---- labels ---- */

static struct rect with_gap(struct rect rect, int gap)
{
    return (struct rect){rect.x - gap, rect.y - gap, rect.w + 2 * gap, rect.h + 2 * gap};
}

/* Whether no other label stands there. */
static bool is_free(const struct chooser *chooser, const struct timeline_label *label)
{
    for (int i = 0; i < chooser->choice.label_count; i++) {
        const struct timeline_label *other = &chooser->choice.labels[i];

        if (other->event != label->event && rect_meet(with_gap(label->rect, chooser->layout->sizes.gap_px - 1), other->rect))
            return false;
    }
    return true;
}

/* Unless another stands there. */
static void add_label(struct chooser *chooser, int event, int row, int along)
{
    const struct timeline_layout *layout = chooser->layout;
    int lane = chooser->events[event].lane;
    const struct timeline_track *track = &layout->tracks[layout->track_of[lane]];
    struct rect turned = {along, track->first_px + row * track->step_px, chooser->packed->labels[event].length_px,
                          layout->row_size_px[lane]};
    struct timeline_label label = {event, stem_of(chooser, event), chooser->packed->pictures_px[event],
                                   timeline_layout_turned(layout, turned)};
    struct timeline_choice *choice = &chooser->choice;

    if (choice->label_count < LABELS_MAX && is_free(chooser, &label))
        choice->labels[choice->label_count++] = label;
}

/* In the row nearest to the band if it has none of its own. */
static void choose_first(struct chooser *chooser, int event)
{
    bool moved;

    if (event >= 0 && is_visible(chooser, event))
        add_label(chooser, event, int_max(0, chooser->packed->rows[event]), along_of(chooser, event, &moved));
}

/* of_edge: those that the window's edge moves, else those in their places. */
static void choose_labels(struct chooser *chooser, bool of_edge, int importance)
{
    const struct timeline_packed *packed = chooser->packed;

    for (int v = 0; v < chooser->visible_count; v++) {
        int event = chooser->visible[v];
        bool moved;

        if (packed->rows[event] < 0 || event == chooser->canvas->state->focus || event == chooser->here ||
            packed->labels[event].importance != importance)
            continue;
        int along = along_of(chooser, event, &moved);

        if (moved == of_edge)
            add_label(chooser, event, packed->rows[event], along);
    }
}

/* ---- cards ---- */

/* As it would be over so many rows, outwards from the one it has but for the last, with a picture; false where there is no room for it. */
static bool make_card(const struct chooser *chooser, const struct timeline_label *label, int rows, struct timeline_label *card)
{
    const struct timeline_layout *layout = chooser->layout;
    int lane = chooser->events[label->event].lane, more = (rows - 1) * (layout->row_size_px[lane] + layout->sizes.gap_px);
    const struct timeline_track *track = &layout->tracks[layout->track_of[lane]];
    struct rect turned = timeline_layout_turned(layout, label->rect);
    int end =
        int_min(layout->label_to_px, timeline_canvas_along(chooser->canvas, chooser->packed->limits.to) - timeline_layout_end_gap(layout));

    int row = int_min(int_max(0, chooser->packed->rows[label->event]), track->row_count - rows);

    if (row < 0)
        return false;
    turned.y = track->first_px + (track->step_px < 0 ? row + rows - 1 : row) * track->step_px;
    turned.h += more;
    *card = *label;
    card->picture_px = (int)(layout->portrait ? TALL_PICTURE * turned.h : WIDE_PICTURE * turned.h);
    turned.w += card->picture_px - label->picture_px;
    turned.x = int_min(turned.x, end - turned.w);
    card->rect = timeline_layout_turned(layout, turned);
    return turned.x >= layout->label_from_px && is_free(chooser, card);
}

/* A picture as large as there is room for: over two rows of a wide screen, or in the label's own. */
static void choose_cards(struct chooser *chooser, int importance)
{
    struct timeline_choice *choice = &chooser->choice;

    for (int i = 0; i < choice->label_count; i++) {
        struct timeline_label *label = &choice->labels[i], card;

        if (chooser->events[label->event].importance != importance ||
            !timeline_labels_picture(chooser->canvas->scene->exhibit, label->event))
            continue;
        if ((!chooser->layout->portrait && make_card(chooser, label, 2, &card)) || make_card(chooser, label, 1, &card))
            *label = card;
    }
}

static int compare_labels(const void *one, const void *other)
{
    return ((const struct timeline_label *)one)->event - ((const struct timeline_label *)other)->event;
}

/* ---- clusters ---- */

/* The first event of the group that an event is folded into, or the event itself. */
static int first_of(const struct timeline_packed *packed, int event)
{
    return packed->groups[event] >= 0 ? packed->groups[event] : event;
}

/* The events of one side that have no label, and whose stem, or that of one they are folded with, the window holds. */
static int find_hidden(const struct chooser *chooser, enum lane_side side, struct axis_hidden *hidden)
{
    const struct timeline_packed *packed = chooser->packed;
    const struct timeline_layout *layout = chooser->layout;
    int found = 0;
    struct arena *arena = chooser->canvas->scene->arena;
    bool *has_label = ARENA_ARRAY(arena, bool, packed->count), *is_shown = ARENA_ARRAY(arena, bool, packed->count);

    for (int i = 0; i < chooser->choice.label_count; i++)
        has_label[chooser->choice.labels[i].event] = true;
    for (int i = 0; i < packed->count; i++) {
        double along = along_place(chooser, packed->labels[i].place);

        if (!has_label[i] && along >= layout->from_px && along < layout->to_px)
            is_shown[first_of(packed, i)] = true;
    }
    for (int i = 0; i < packed->count; i++) {
        int first = first_of(packed, i);

        if (has_label[i] || !is_shown[first] || chooser->canvas->layout->side_of[chooser->events[i].lane] != side)
            continue;
        hidden[found++] =
            (struct axis_hidden){i, packed->groups[i], packed->labels[i].place, along_place(chooser, packed->labels[first].place)};
    }
    return found;
}

static void choose_clusters(struct chooser *chooser, enum lane_side side)
{
    const struct timeline_layout *layout = chooser->layout;
    struct arena *arena = chooser->canvas->scene->arena;
    struct axis_hidden *hidden = ARENA_ARRAY(arena, struct axis_hidden, chooser->packed->count);
    struct axis_gathering gathering = {
        .hidden = hidden,
        .count = find_hidden(chooser, side, hidden),
        .from_px = layout->cluster_from_px[side],
        .to_px = layout->label_to_px,
        .length_px = layout->sizes.cluster_px,
        .gap_px = layout->sizes.gap_px,
    };
    struct axis_cluster *clusters = ARENA_ARRAY(arena, struct axis_cluster, gathering.count);

    chooser->choice.clusters[side] = (struct timeline_cluster_list){clusters, axis_clusters_gather(&gathering, clusters)};
}

struct timeline_choice timeline_choice_make(const struct timeline_canvas *canvas, const struct timeline_packed *packed)
{
    struct chooser chooser = {.canvas = canvas,
                              .layout = canvas->layout,
                              .packed = packed,
                              .events = canvas->scene->exhibit->events,
                              .here = timeline_canvas_here(canvas)};
    struct timeline_choice *choice = &chooser.choice;

    choice->labels = ARENA_ARRAY(canvas->scene->arena, struct timeline_label, LABELS_MAX);
    find_visible(&chooser, canvas->scene->arena);
    choose_first(&chooser, canvas->state->focus);
    if (chooser.here != canvas->state->focus)
        choose_first(&chooser, chooser.here);
    for (int of_edge = 0; of_edge < 2; of_edge++)
        for (int importance = 1; importance <= 3; importance++)
            choose_labels(&chooser, of_edge, importance);
    for (int importance = 1; importance <= 3 && chooser.visible_count <= CARDS_MOST; importance++)
        choose_cards(&chooser, importance);
    for (int side = 0; side < LANE_SIDES; side++)
        choose_clusters(&chooser, (enum lane_side)side);
    qsort(choice->labels, (size_t)choice->label_count, sizeof(*choice->labels), compare_labels);
    return *choice;
}
