/* Measuring five thousand labels takes longer than a frame, so it is done once for each language and type; laying them out takes less, and
 * is done once for each level of zoom; choosing those of the window is done for every picture. */
#include "timeline/labels.h"

#include "page/label.h"
#include "page/passage.h"
#include "timeline/packing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST_PX = 6, SHRINK_PARTS = 12, TICKETS_MAX = 160, COUNTS_MAX = 80, NOBODY = -1, OPEN_LEAST = 3, OPEN_MOST = 6 };

static const double OPEN_SPANS = 2.5, OPEN_AT = 0.35;
static const float LINE_HEIGHT = 1.22F;

/* Whatever the labels' sizes depend on. Only integers, so that keys compare as bytes. */
struct size_key {
    int language, large, text_px, portrait, room_px, row_px[LANE_COUNT], row_count, target_px, pad_px;
};

/* How a label's words are set: in one line, or on a tall screen as a paragraph. */
struct setting {
    struct type type;
    bool wrapped;
};

struct timeline_labels {
    const struct exhibit *exhibit;
    struct timeline_interval range, limits;
    struct arena *arena, *scratch;
    struct size_key key;
    double level; /* 0: nothing is laid out */
    struct timeline_label *labels;
    struct setting *settings;
    int *rows, *first, *sizes; /* at the level; see timeline_pack and timeline_fold */
};

struct timeline_labels *timeline_labels_create(void)
{
    struct timeline_labels *labels = mem_alloc(sizeof(*labels));

    labels->arena = arena_create();
    labels->scratch = arena_create();
    return labels;
}

void timeline_labels_destroy(struct timeline_labels *labels)
{
    if (!labels)
        return;
    arena_destroy(labels->scratch);
    arena_destroy(labels->arena);
    free(labels);
}

struct timeline_interval timeline_labels_range(const struct timeline_labels *labels)
{
    return labels->range;
}

struct timeline_interval timeline_labels_limits(const struct timeline_labels *labels)
{
    return labels->limits;
}

/* ---- measuring ---- */

static struct passage words_of(const struct scene *scene, const struct event *event, struct type type)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, text_in(event->title, scene->language)),
        .type = type,
        .line_height = LINE_HEIGHT,
    };
}

/* Along time, of a label set in this type; a line where that is enough. */
static int length_in(const struct scene *scene, const struct timeline_layout *layout, const struct event *event, struct setting *setting)
{
    const char *words = text_in(event->title, scene->language);
    int width = label_width(scene, setting->type, words), across = layout->row_size_px[event->lane] - 2 * layout->pad_px;

    setting->wrapped = layout->portrait && width > across;
    if (!layout->portrait)
        return width + 2 * layout->pad_px;
    if (!setting->wrapped)
        return (int)(LINE_HEIGHT * (float)setting->type.size_px) + layout->pad_px;
    struct passage text = words_of(scene, event, setting->type);

    return passage_set(scene, &text, across)->height_px + layout->pad_px * 3 / 2;
}

/* Shrinks the type until no word is broken and the label fits the window; nothing is ever cut. */
static int measure(const struct scene *scene, const struct timeline_layout *layout, const struct event *event, struct setting *setting)
{
    int room = layout->label_to_px - layout->label_from_px, across = layout->row_size_px[event->lane] - 2 * layout->pad_px, length;

    setting->type = (struct type){event->importance <= 2 ? FACE_BOLD : FACE_TEXT, layout->text_px, 0};
    while (true) {
        bool whole = !layout->portrait || passage_words_fit(scene, setting->type, text_in(event->title, scene->language), across);

        length = length_in(scene, layout, event, setting);
        if ((whole && length <= room) || setting->type.size_px <= SMALLEST_PX)
            return int_max(length, layout->target_px);
        setting->type.size_px -= int_max(1, setting->type.size_px / SHRINK_PARTS);
    }
}

static struct size_key key_of(const struct scene *scene, const struct timeline_layout *layout)
{
    struct size_key key = {
        .language = scene->language,
        .large = scene->style->large,
        .text_px = layout->text_px,
        .portrait = layout->portrait,
        .room_px = layout->label_to_px - layout->label_from_px,
        .row_count = layout->tracks[0].row_count,
        .target_px = layout->target_px,
        .pad_px = layout->pad_px,
    };

    memcpy(key.row_px, layout->row_size_px, sizeof(key.row_px));
    return key;
}

static void take_exhibit(struct timeline_labels *labels, const struct exhibit *exhibit)
{
    if (labels->exhibit == exhibit)
        return;
    labels->exhibit = exhibit;
    labels->range = timeline_event_range(exhibit);
    labels->limits = timeline_motion_limits(exhibit);
    labels->labels = NULL;
}

void timeline_labels_measure(struct timeline_labels *labels, const struct scene *scene, const struct timeline_layout *layout)
{
    struct size_key key = key_of(scene, layout);
    struct scene own = *scene;

    take_exhibit(labels, scene->exhibit);
    if (labels->labels && memcmp(&key, &labels->key, sizeof(key)) == 0)
        return;
    int count = labels->exhibit->event_count;

    arena_reset(labels->arena);
    own.arena = labels->scratch;
    labels->key = key;
    labels->level = 0;
    labels->labels = ARENA_ARRAY(labels->arena, struct timeline_label, count);
    labels->settings = ARENA_ARRAY(labels->arena, struct setting, count);
    labels->rows = ARENA_ARRAY(labels->arena, int, count);
    labels->first = ARENA_ARRAY(labels->arena, int, count);
    labels->sizes = ARENA_ARRAY(labels->arena, int, count);
    for (int i = 0; i < count; i++) {
        const struct event *event = &labels->exhibit->events[i];
        int length = measure(&own, layout, event, &labels->settings[i]);

        arena_reset(labels->scratch);
        labels->labels[i] = (struct timeline_label){timeline_event_day(event), length, event->importance};
    }
}

/* ---- laying out ---- */

static const struct timeline_track *track_of(const struct timeline_labels *labels, const struct timeline_layout *layout, int event)
{
    return &layout->tracks[layout->track_of[labels->exhibit->events[event].lane]];
}

static bool fits_window(const struct timeline_labels *labels, int event)
{
    return labels->labels[event].length_px <= labels->key.room_px;
}

static int end_gap(const struct timeline_layout *layout)
{
    return layout->to_px - layout->label_to_px;
}

static void pack_track(struct timeline_labels *labels, const struct timeline_layout *layout, int track)
{
    int count = labels->exhibit->event_count, own = 0;
    struct timeline_label *of_track = ARENA_ARRAY(labels->scratch, struct timeline_label, count);
    int *events = ARENA_ARRAY(labels->scratch, int, count), *rows = ARENA_ARRAY(labels->scratch, int, count);

    for (int i = 0; i < count; i++) {
        if (layout->track_of[labels->exhibit->events[i].lane] != track || !fits_window(labels, i))
            continue;
        events[own] = i;
        of_track[own++] = labels->labels[i];
    }

    struct timeline_packing packing = {
        .labels = of_track,
        .count = own,
        .start_day = labels->limits.from,
        .end_day = labels->limits.to,
        .px_per_day = labels->level,
        .row_count = layout->tracks[track].row_count,
        .gap_px = layout->gap_px,
        .end_gap_px = end_gap(layout),
    };

    timeline_pack(labels->scratch, &packing, rows);
    for (int i = 0; i < own; i++)
        labels->rows[events[i]] = rows[i];
}

/* As long as the longest count on a wide screen, and never narrower than a finger. */
static int count_length(const struct scene *scene, const struct timeline_layout *layout, int count)
{
    struct type type = {FACE_BOLD, layout->text_px, 0};
    const char *longest = count < 100 ? "+00" : count < 1000 ? "+000" : "+00000";

    return layout->portrait ? layout->target_px : int_max(layout->target_px, label_width(scene, type, longest) + layout->pad_px);
}

static void fold_side(struct timeline_labels *labels, const struct scene *scene, const struct timeline_layout *layout,
                      enum timeline_side side)
{
    int count = labels->exhibit->event_count;
    double *days = ARENA_ARRAY(labels->scratch, double, count);
    bool *folded = ARENA_ARRAY(labels->scratch, bool, count);
    int *first = ARENA_ARRAY(labels->scratch, int, count), *sizes = ARENA_ARRAY(labels->scratch, int, count);

    for (int i = 0; i < count; i++) {
        days[i] = labels->labels[i].day;
        folded[i] = labels->rows[i] < 0 && track_of(labels, layout, i)->side == side;
    }
    timeline_fold(&(struct timeline_folding){days, folded, count, labels->level, count_length(scene, layout, count) + layout->gap_px},
                  first, sizes);
    for (int i = 0; i < count; i++) {
        if (!folded[i])
            continue;
        labels->first[i] = first[i];
        labels->sizes[i] = sizes[i];
    }
}

static void lay_out(struct timeline_labels *labels, const struct scene *scene, const struct timeline_layout *layout, double level)
{
    if (labels->level == level)
        return;
    labels->level = level;
    arena_reset(labels->scratch);
    for (int i = 0; i < labels->exhibit->event_count; i++) {
        labels->rows[i] = labels->first[i] = NOBODY;
        labels->sizes[i] = 0;
    }
    for (int track = 0; track < layout->track_count; track++)
        pack_track(labels, layout, track);
    for (int side = 0; side < TIMELINE_SIDES; side++)
        fold_side(labels, scene, layout, side);
}

/* ---- choosing ---- */

struct chooser {
    const struct timeline_labels *labels;
    const struct timeline_layout *layout;
    struct timeline_window window;
    int *visible, visible_count; /* events whose stem the window holds */
    struct timeline_choice choice;
};

/* Where a label begins along, and whether the window's edge has moved it. */
static int along_of(const struct chooser *chooser, int event, bool *moved)
{
    const struct timeline_layout *layout = chooser->layout;
    const struct timeline_label *label = &chooser->labels->labels[event];
    int stem = (int)lround(timeline_layout_along(layout, chooser->window, label->day));
    int end = (int)floor(timeline_layout_along(layout, chooser->window, chooser->labels->limits.to)) - end_gap(layout);
    int wanted = int_min(stem, end - label->length_px);
    int along = int_max(layout->label_from_px, int_min(wanted, layout->label_to_px - label->length_px));

    *moved = along != wanted;
    return along;
}

static int stem_of(const struct chooser *chooser, int event)
{
    return (int)lround(timeline_layout_along(chooser->layout, chooser->window, chooser->labels->labels[event].day));
}

static bool is_visible(const struct chooser *chooser, int event)
{
    double along = timeline_layout_along(chooser->layout, chooser->window, chooser->labels->labels[event].day);

    return along >= chooser->layout->label_from_px && along < chooser->layout->label_to_px && fits_window(chooser->labels, event);
}

static struct rect with_gap(struct rect rect, int gap)
{
    return (struct rect){rect.x - gap, rect.y - gap, rect.w + 2 * gap, rect.h + 2 * gap};
}

/* False when another stands there. */
static bool add_ticket(struct chooser *chooser, int event, int row, int along)
{
    const struct timeline_layout *layout = chooser->layout;
    const struct timeline_track *track = track_of(chooser->labels, layout, event);
    struct timeline_choice *choice = &chooser->choice;
    struct timeline_ticket ticket = {.event = event, .row = row, .stem_px = stem_of(chooser, event)};
    int size = layout->row_size_px[chooser->labels->exhibit->events[event].lane];

    ticket.rect = timeline_rect(layout, along, track->first_px + row * track->step_px, chooser->labels->labels[event].length_px, size);
    if (choice->ticket_count == TICKETS_MAX)
        return false;
    for (int i = 0; i < choice->ticket_count; i++)
        if (!rect_is_empty(rect_common(with_gap(ticket.rect, layout->gap_px - 1), choice->tickets[i].rect)))
            return false;
    choice->tickets[choice->ticket_count++] = ticket;
    return true;
}

static void find_visible(struct chooser *chooser, struct arena *arena)
{
    int count = chooser->labels->exhibit->event_count;

    chooser->visible = ARENA_ARRAY(arena, int, count);
    for (int i = 0; i < count; i++)
        if (is_visible(chooser, i))
            chooser->visible[chooser->visible_count++] = i;
}

static void choose_focus(struct chooser *chooser, int focus)
{
    bool moved;

    if (focus >= 0 && is_visible(chooser, focus))
        add_ticket(chooser, focus, int_max(0, chooser->labels->rows[focus]), along_of(chooser, focus, &moved));
}

/* Those in their places first, then those that the window's edge moves, if they find room. */
static void choose_tickets(struct chooser *chooser, int focus, bool of_edge, int importance)
{
    const struct timeline_labels *labels = chooser->labels;

    for (int v = 0; v < chooser->visible_count; v++) {
        int event = chooser->visible[v];
        bool moved;

        if (labels->rows[event] < 0 || event == focus || labels->labels[event].importance != importance)
            continue;
        int along = along_of(chooser, event, &moved);

        if (moved == of_edge)
            add_ticket(chooser, event, labels->rows[event], along);
    }
}

/* The events of one side whose stem, or that of one they folded with, the window holds, and that have no ticket. */
static int find_hidden(const struct chooser *chooser, enum timeline_side side, struct arena *arena, struct timeline_hidden *hidden)
{
    const struct timeline_labels *labels = chooser->labels;
    const struct timeline_layout *layout = chooser->layout;
    int count = labels->exhibit->event_count, found = 0;
    bool *shown = ARENA_ARRAY(arena, bool, count), *ticket = ARENA_ARRAY(arena, bool, count);

    for (int i = 0; i < chooser->choice.ticket_count; i++)
        ticket[chooser->choice.tickets[i].event] = true;
    for (int i = 0; i < count; i++) {
        double along = timeline_layout_along(layout, chooser->window, labels->labels[i].day);

        if (!ticket[i] && along >= layout->from_px && along < layout->to_px)
            shown[labels->first[i] >= 0 ? labels->first[i] : i] = true;
    }
    for (int i = 0; i < count; i++) {
        int group = labels->first[i], stands = group >= 0 ? group : i;

        if (ticket[i] || !shown[stands] || track_of(labels, layout, i)->side != side)
            continue;
        hidden[found++] = (struct timeline_hidden){i, group, labels->labels[i].day,
                                                   timeline_layout_along(layout, chooser->window, labels->labels[stands].day)};
    }
    return found;
}

static void choose_counts(struct chooser *chooser, const struct scene *scene, enum timeline_side side)
{
    const struct timeline_layout *layout = chooser->layout;
    struct timeline_choice *choice = &chooser->choice;
    int events = chooser->labels->exhibit->event_count, length = count_length(scene, layout, events);
    struct timeline_hidden *hidden = ARENA_ARRAY(scene->arena, struct timeline_hidden, events);
    struct timeline_gathering gathering = {
        .hidden = hidden,
        .count = find_hidden(chooser, side, scene->arena, hidden),
        .from_px = layout->count_from_px[side],
        .to_px = layout->label_to_px,
        .length_px = length,
        .gap_px = layout->gap_px,
    };
    struct timeline_cluster *clusters = ARENA_ARRAY(scene->arena, struct timeline_cluster, gathering.count);
    int count = timeline_gather(&gathering, clusters);

    for (int i = 0; i < count && choice->count_count < COUNTS_MAX; i++) {
        const struct timeline_cluster *c = &clusters[i];
        struct rect rect = timeline_rect(layout, (int)floor(c->along_px), layout->strip_px[side], length, layout->strip_size_px);

        choice->counts[choice->count_count++] = (struct timeline_count){c->event, c->count, c->from_day, c->to_day, side, rect};
    }
}

static int compare_tickets(const void *one, const void *other)
{
    return ((const struct timeline_ticket *)one)->event - ((const struct timeline_ticket *)other)->event;
}

struct timeline_choice timeline_labels_choose(const struct scene *scene, const struct timeline_layout *layout,
                                              const struct timeline_state *state)
{
    struct chooser chooser = {.labels = state->labels, .layout = layout, .window = state->window};
    struct timeline_choice *choice = &chooser.choice;

    ASSERT(state->labels->exhibit == scene->exhibit);
    lay_out(state->labels, scene, layout, timeline_level(timeline_layout_px_per_day(layout, state->window)));
    choice->tickets = ARENA_ARRAY(scene->arena, struct timeline_ticket, TICKETS_MAX);
    choice->counts = ARENA_ARRAY(scene->arena, struct timeline_count, COUNTS_MAX);
    find_visible(&chooser, scene->arena);
    choose_focus(&chooser, state->focus);
    for (int of_edge = 0; of_edge < 2; of_edge++)
        for (int importance = 1; importance <= 3; importance++)
            choose_tickets(&chooser, state->focus, of_edge, importance);
    for (int side = 0; side < TIMELINE_SIDES; side++)
        choose_counts(&chooser, scene, side);
    qsort(choice->tickets, (size_t)choice->ticket_count, sizeof(*choice->tickets), compare_tickets);
    return *choice;
}

/* ---- drawing and opening ---- */

void timeline_labels_put(const struct scene *scene, const struct timeline_state *state, const struct timeline_ticket *ticket,
                         struct colour colour)
{
    const struct event *event = &state->labels->exhibit->events[ticket->event];
    const struct setting *setting = &state->labels->settings[ticket->event];
    struct rect box = ticket->rect;
    int pad = state->labels->key.pad_px;

    box.x += pad;
    box.w -= 2 * pad;
    if (!setting->wrapped) {
        label_put(scene, &(struct label){setting->type, colour, text_in(event->title, scene->language), ALIGN_LEFT}, box);
        return;
    }
    struct passage text = words_of(scene, event, setting->type);
    const struct paragraph *paragraph = passage_set(scene, &text, box.w);

    text.colour = colour;
    box.y += (box.h - paragraph->height_px) / 2;
    passage_put(scene, paragraph, &text, box);
}

bool timeline_labels_open(const struct timeline_count *count, struct timeline_window window, struct timeline_window *to)
{
    double span = count->to_day - count->from_day;
    double days = fmin(fmax(span * OPEN_SPANS, window.days / OPEN_MOST), window.days / OPEN_LEAST);

    *to = (struct timeline_window){(count->from_day + count->to_day) / 2 - OPEN_AT * days, days};
    return window.days > 1 && span >= 1;
}
