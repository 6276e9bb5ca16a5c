/* Measuring five thousand labels takes longer than a frame, and packing them takes a good part of one. */
#include "timeline/labels.h"

#include "page/label.h"
#include "page/passage.h"
#include "axis/clusters.h"

#include <stdlib.h>
#include <string.h>

enum {
    SMALLEST_PX = 6,
    SHRINK_PARTS = 12,
    PICTURE_TYPES = 4, /* on a tall screen a label's picture is so many times the type high */
    NONE = -1,
};

static const char DOT[] = " \xC2\xB7 ";
static const float LINE_HEIGHT = 1.22F;
static const float DATE_TEXT = 0.84F,
                   DATE_LEAST = 0.6F; /* times the name's type: a date, and the least it may shrink to, else it is not told */

/* Whatever the labels' sizes depend on. Only integers, so that keys compare as bytes. */
struct size_key {
    int language, large, text_px, portrait, room_px, row_px[EXHIBIT_LANES_MAX], row_counts[EXHIBIT_LANES_MAX], target_px, pad_px;
};

/* How a label's words are set: its name in one line, or as a passage of several. length_px: along, without a picture. */
struct label_setting {
    struct type type, date_type;
    bool wrapped, date_wrapped;
    int length_px;
};

struct timeline_labels {
    struct arena *arena, *scratch;
    const struct exhibit *exhibit; /* whose labels these are */
    struct size_key key;
    double level;                      /* what they are packed for; 0: for nothing yet */
    struct axis_packing_label *labels; /* NULL: not measured yet */
    struct axis_interval *intervals;
    struct label_setting *settings;
    const char **dates;
    int *rows, *groups, *pictures_px;
    struct timeline_packed packed; /* what others see of it */
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

/* ---- measuring ---- */

static struct passage passage_of(const struct scene *scene, const struct event *event, struct type type)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, text_in(event->title, scene->language)),
        .type = type,
        .line_height = LINE_HEIGHT,
    };
}

static int room_along(const struct timeline_layout *layout)
{
    return layout->label_to_px - layout->label_from_px;
}

/* On a tall screen a label is as wide as its column. */
static int words_width(const struct timeline_layout *layout, const struct event *event)
{
    return layout->row_size_px[event->lane] - 2 * layout->sizes.label_pad_px;
}

/* Of a wide screen's rows: those that the date leaves. */
static int name_lines(const struct timeline_sizes *sizes)
{
    return int_max(1, sizes->row_lines - 1);
}

/* Of a wide screen's label in lines as even as can be, which all fit its row; width_px: of one line. */
static int width_of_lines(const struct timeline_canvas *canvas, const struct event *event, struct type type, int width_px)
{
    const struct timeline_sizes *sizes = &canvas->layout->sizes;
    struct passage passage = passage_of(canvas->scene, event, type);
    const char *words = text_in(event->title, canvas->scene->language);

    for (int width = width_px / name_lines(sizes); width < width_px; width += type.size_px / 2)
        if (passage_words_fit(canvas->scene, type, words, width) &&
            passage_set(canvas->scene, &passage, width)->line_count <= name_lines(sizes))
            return width;
    return width_px;
}

/* ---- dates ---- */

static struct passage date_passage(const struct scene *scene, const char *date, struct type type)
{
    return (struct passage){.prose = paragraph_plain(scene->arena, date), .type = type, .line_height = LINE_HEIGHT};
}

/* On a tall screen a long one takes several lines. */
static int date_height(const struct scene *scene, const struct label_setting *setting, const char *date, int width_px)
{
    struct passage passage = date_passage(scene, date, setting->date_type);

    return setting->date_wrapped ? passage_set(scene, &passage, width_px)->height_px
                                 : (int)(LINE_HEIGHT * (float)setting->date_type.size_px);
}

/* As the card tells it, but for a second date. NULL: it has no room, or too little, beside a name that is so wide. */
static const char *measure_date(const struct timeline_canvas *canvas, const struct event *event, struct label_setting *setting, int name_px)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_sizes *sizes = &canvas->layout->sizes;
    const char *display = text_in(event->display, scene->language);
    const char *text = display[0] ? display : date_text_dating(scene->arena, &page_words(scene)->dates, &event->when);
    bool tall = canvas->layout->portrait;
    int most = tall ? words_width(canvas->layout, event) : int_max(sizes->long_px, name_px);
    float size = scene->style->large ? (float)sizes->text_px : DATE_TEXT * (float)setting->type.size_px;
    struct label label = {.type = {.face = FACE_TEXT, .size_px = (int)size}, .text = text};

    setting->date_type = label.type;
    setting->date_wrapped = tall && label_width(scene, label.type, text) > most && passage_words_fit(scene, label.type, text, most);
    if (!setting->date_wrapped)
        setting->date_type =
            label_shrunk(scene, &label, most, scene->style->large ? label.type.size_px : (int)(DATE_LEAST * (float)setting->type.size_px));
    bool fits = setting->date_wrapped || label_width(scene, setting->date_type, text) <= most;

    return fits && (tall || sizes->row_lines > 1) ? text : NULL;
}

static int name_height(const struct scene *scene, const struct event *event, const struct label_setting *setting, int width_px)
{
    struct passage passage = passage_of(scene, event, setting->type);

    return setting->wrapped ? passage_set(scene, &passage, width_px)->height_px : (int)(LINE_HEIGHT * (float)setting->type.size_px);
}

/* Along time, of a label set in this type, its name in one line where that is enough; its date with it. */
static int length_in(const struct timeline_canvas *canvas, const struct event *event, struct label_setting *setting, const char **date)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_layout *layout = canvas->layout;
    int pad = layout->sizes.label_pad_px, width = label_width(scene, setting->type, text_in(event->title, scene->language));

    setting->wrapped =
        layout->portrait ? width > words_width(layout, event) : name_lines(&layout->sizes) > 1 && width > layout->sizes.long_px;
    if (!layout->portrait && setting->wrapped)
        width = width_of_lines(canvas, event, setting->type, width);
    *date = measure_date(canvas, event, setting, width);
    if (layout->portrait)
        return name_height(scene, event, setting, words_width(layout, event)) +
               (*date ? date_height(scene, setting, *date, words_width(layout, event)) : 0) + (setting->wrapped ? pad * 3 / 2 : pad);
    return int_max(width, *date ? label_width(scene, setting->date_type, *date) : 0) + 2 * pad;
}

/* Shrinks the type until no word is broken and the label fits the window; nothing is ever cut. Returns its length. */
static int measure(const struct timeline_canvas *canvas, const struct event *event, struct label_setting *setting, const char **date)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_layout *layout = canvas->layout;
    const char *words = text_in(event->title, scene->language);

    setting->type = (struct type){.face = event->importance <= 2 ? FACE_BOLD : FACE_TEXT, .size_px = layout->sizes.text_px};
    while (true) {
        bool whole = !layout->portrait || passage_words_fit(scene, setting->type, words, words_width(layout, event));
        int length = length_in(canvas, event, setting, date);

        if ((whole && length <= room_along(layout)) || setting->type.size_px <= SMALLEST_PX)
            return int_max(length, layout->sizes.target_px);
        setting->type.size_px -= int_max(1, setting->type.size_px / SHRINK_PARTS);
    }
}

static struct size_key key_of(const struct timeline_canvas *canvas)
{
    const struct timeline_layout *layout = canvas->layout;
    struct size_key key = {
        .language = canvas->scene->language,
        .large = canvas->scene->style->large,
        .text_px = layout->sizes.text_px,
        .portrait = layout->portrait,
        .room_px = room_along(layout),
        .target_px = layout->sizes.target_px,
        .pad_px = layout->sizes.label_pad_px,
    };

    memcpy(key.row_px, layout->row_size_px, sizeof(key.row_px));
    for (int i = 0; i < layout->track_count; i++)
        key.row_counts[i] = layout->tracks[i].row_count;
    return key;
}

static void take_exhibit(struct timeline_labels *labels, const struct exhibit *exhibit)
{
    if (labels->exhibit == exhibit)
        return;
    labels->exhibit = exhibit;
    labels->labels = NULL;
    labels->packed.range = axis_event_range(exhibit);
    labels->packed.limits = axis_motion_limits(exhibit);
}

static void allot(struct timeline_labels *labels)
{
    int count = labels->exhibit->event_count;

    arena_reset(labels->arena);
    labels->labels = ARENA_ARRAY(labels->arena, struct axis_packing_label, count);
    labels->intervals = ARENA_ARRAY(labels->arena, struct axis_interval, count);
    labels->settings = ARENA_ARRAY(labels->arena, struct label_setting, count);
    labels->dates = ARENA_ARRAY(labels->arena, const char *, count);
    labels->rows = ARENA_ARRAY(labels->arena, int, count);
    labels->groups = ARENA_ARRAY(labels->arena, int, count);
    labels->packed.labels = labels->labels;
    labels->packed.intervals = labels->intervals;
    labels->packed.rows = labels->rows;
    labels->pictures_px = ARENA_ARRAY(labels->arena, int, count);
    labels->packed.groups = labels->groups;
    labels->packed.pictures_px = labels->pictures_px;
    labels->packed.dates = labels->dates;
    labels->packed.count = count;
}

static void measure_all(struct timeline_labels *labels, const struct timeline_canvas *canvas)
{
    struct size_key key = key_of(canvas);
    struct scene scene = *canvas->scene;
    struct timeline_canvas own = {&scene, canvas->layout, canvas->state};

    take_exhibit(labels, scene.exhibit);
    if (labels->labels && memcmp(&key, &labels->key, sizeof(key)) == 0)
        return;
    allot(labels);
    labels->key = key;
    labels->level = 0;
    scene.arena = labels->scratch;
    for (int i = 0; i < labels->packed.count; i++) {
        const struct event *event = &scene.exhibit->events[i];
        const char *date;
        int length = measure(&own, event, &labels->settings[i], &date);

        labels->dates[i] = date ? arena_text(labels->arena, date, strlen(date)) : NULL;
        arena_reset(labels->scratch);
        labels->intervals[i] = axis_event_places(scene.exhibit, i);
        labels->settings[i].length_px = length;
        labels->labels[i] = (struct axis_packing_label){axis_event_place(scene.exhibit, i), length, event->importance};
    }
}

/* ---- packing ---- */

/* The labels of one track. events, rows: of each. */
struct track_packing {
    const int *events, *rows;
    struct axis_packing packing;
};

bool timeline_labels_fit(const struct timeline_packed *packed, const struct timeline_layout *layout, int event)
{
    return packed->labels[event].length_px <= room_along(layout);
}

/* How much longer the picture makes an event's label, along; 0 for none. What a notice lies before is not shown ahead of it. */
static int picture_length(const struct timeline_layout *layout, const struct event *event)
{
    if (!event->picture.file || event->notices)
        return 0;
    return layout->portrait ? PICTURE_TYPES * layout->sizes.text_px : layout->row_size_px[event->lane] * 4 / 3;
}

/* Pictures stand beside the words where their row has room. */
static void add_pictures(struct timeline_labels *labels, const struct timeline_layout *layout, const struct track_packing *track)
{
    int count = track->packing.count, *more = ARENA_ARRAY(labels->scratch, int, count);
    bool *wide = ARENA_ARRAY(labels->scratch, bool, count);

    for (int i = 0; i < count; i++) {
        more[i] = picture_length(layout, &labels->exhibit->events[track->events[i]]);
        if (labels->settings[track->events[i]].length_px + more[i] > room_along(layout))
            more[i] = 0;
    }
    axis_packing_widen(labels->scratch, &track->packing, &(struct axis_packing_wish){track->rows, more}, wide);
    for (int i = 0; i < count; i++) {
        labels->pictures_px[track->events[i]] = wide[i] ? more[i] : 0;
        labels->labels[track->events[i]].length_px += wide[i] ? more[i] : 0;
    }
}

static void pack_track(struct timeline_labels *labels, const struct timeline_layout *layout, int track)
{
    int count = labels->packed.count, own = 0;
    struct axis_packing_label *of_track = ARENA_ARRAY(labels->scratch, struct axis_packing_label, count);
    int *events = ARENA_ARRAY(labels->scratch, int, count), *rows = ARENA_ARRAY(labels->scratch, int, count);

    for (int i = 0; i < count; i++) {
        if (layout->track_of[labels->exhibit->events[i].lane] != track || !timeline_labels_fit(&labels->packed, layout, i))
            continue;
        events[own] = i;
        of_track[own++] = labels->labels[i];
    }

    struct track_packing packing = {events,
                                    rows,
                                    {
                                        .labels = of_track,
                                        .count = own,
                                        .start_place = labels->packed.limits.from,
                                        .end_place = labels->packed.limits.to,
                                        .px_per_day = labels->level,
                                        .row_count = layout->tracks[track].row_count,
                                        .gap_px = layout->sizes.gap_px,
                                        .end_gap_px = timeline_layout_end_gap(layout),
                                    }};

    axis_packing_rows(labels->scratch, &packing.packing, rows);
    for (int i = 0; i < own; i++)
        labels->rows[events[i]] = rows[i];
    add_pictures(labels, layout, &packing);
}

static void fold_side(struct timeline_labels *labels, const struct timeline_layout *layout, enum lane_side side)
{
    int count = labels->packed.count, *groups = ARENA_ARRAY(labels->scratch, int, count);
    double *places = ARENA_ARRAY(labels->scratch, double, count);
    bool *folded = ARENA_ARRAY(labels->scratch, bool, count);

    for (int i = 0; i < count; i++) {
        places[i] = labels->labels[i].place;
        folded[i] = labels->rows[i] < 0 && layout->side_of[labels->exhibit->events[i].lane] == side;
    }
    axis_clusters_fold(&(struct axis_folding){places, folded, count, labels->level, layout->sizes.cluster_px + layout->sizes.gap_px},
                       groups);
    for (int i = 0; i < count; i++)
        if (folded[i])
            labels->groups[i] = groups[i];
}

const struct timeline_packed *timeline_labels_pack(const struct timeline_canvas *canvas)
{
    struct timeline_labels *labels = canvas->state->labels;
    const struct timeline_layout *layout = canvas->layout;
    double level = axis_packing_level(timeline_layout_px_per_day(layout, canvas->state->window));

    measure_all(labels, canvas);
    if (labels->level == level)
        return &labels->packed;
    labels->level = level;
    arena_reset(labels->scratch);
    for (int i = 0; i < labels->packed.count; i++) {
        labels->rows[i] = labels->groups[i] = NONE;
        labels->labels[i].length_px = labels->settings[i].length_px;
        labels->pictures_px[i] = 0;
    }
    for (int track = 0; track < layout->track_count; track++)
        pack_track(labels, layout, track);
    for (int side = 0; side < LANE_SIDES; side++)
        fold_side(labels, layout, (enum lane_side)side);
    return &labels->packed;
}

/* ---- drawing ---- */

/* At the label's beginning, inside its frame; returns what it leaves of the label. */
static struct rect put_picture(const struct timeline_canvas *canvas, const struct timeline_label *label)
{
    const struct scene *scene = canvas->scene;
    int length = label->picture_px, frame = canvas->layout->sizes.frame_px;
    struct rect turned = timeline_layout_turned(canvas->layout, label->rect), picture = rect_inset(turned, frame);

    if (length == 0)
        return label->rect;
    picture.w = length - frame;
    struct rect place = timeline_layout_turned(canvas->layout, picture);

    draw_picture(page_pen(scene), place, page_picture(scene, timeline_labels_picture(scene->exhibit, label->event), place),
                 scene->style->colours.muted);
    turned.x += length;
    turned.w -= length;
    return timeline_layout_turned(canvas->layout, turned);
}

/* The date and, at the event that one came from, that one was there; the latter alone where both have no room. */
static const char *last_line(const struct timeline_canvas *canvas, int event, int width_px)
{
    const struct scene *scene = canvas->scene;
    const struct label_setting *setting = &canvas->state->labels->settings[event];
    const char *known = canvas->state->labels->dates[event], *here = page_words(scene)->you_were_here;
    const char *date = known ? arena_text(scene->arena, known, strlen(known)) : NULL; /* the page outlives what is measured */

    if (!date || event != timeline_canvas_here(canvas))
        return date;
    const char *both = arena_printf(scene->arena, "%s%s%s", date, DOT, here);

    if (label_width(scene, setting->date_type, both) <= width_px)
        return both;
    return label_width(scene, setting->date_type, here) <= width_px ? here : date;
}

/* In the last line; returns what it leaves to the name, so that both stand in the middle together. */
static struct rect put_date(const struct timeline_canvas *canvas, int event, struct rect rect, struct colour colour)
{
    const struct scene *scene = canvas->scene;
    const struct label_setting *setting = &canvas->state->labels->settings[event];
    const char *date = last_line(canvas, event, rect.w);
    int line = date ? date_height(scene, setting, date, rect.w) : 0,
        free = rect.h - line - name_height(scene, &scene->exhibit->events[event], setting, rect.w);
    struct rect below = {rect.x, rect.y + rect.h - free / 2 - line, rect.w, line};

    if (!date)
        return rect;
    struct passage passage = date_passage(scene, date, setting->date_type);

    passage.colour = colour;
    if (setting->date_wrapped)
        passage_put(scene, passage_set(scene, &passage, below.w), &passage, below);
    else
        label_put(scene, &(struct label){setting->date_type, colour, date, ALIGN_START}, below);
    return (struct rect){rect.x, rect.y + free / 2, rect.w, below.y - rect.y - free / 2};
}

const struct picture *timeline_labels_picture(const struct exhibit *exhibit, int event)
{
    const struct event *of = &exhibit->events[event];
    const struct panel *panel = of->panel_count > 0 ? &exhibit->panels[of->panels[0]] : NULL;

    if (of->notices)
        return NULL;
    if (of->picture.file)
        return &of->picture;
    return panel && panel->picture.file && !panel->notices ? &panel->picture : NULL;
}

void timeline_labels_put(const struct timeline_canvas *canvas, const struct timeline_label *label, struct colour colour)
{
    const struct scene *scene = canvas->scene;
    const struct event *of = &scene->exhibit->events[label->event];
    const struct label_setting *setting = &canvas->state->labels->settings[label->event];
    struct rect rect = put_picture(canvas, label);
    int pad = canvas->layout->sizes.label_pad_px;

    rect.x += pad;
    rect.w -= 2 * pad;
    rect = put_date(canvas, label->event, rect, colour);
    if (!setting->wrapped) {
        label_put(scene, &(struct label){setting->type, colour, text_in(of->title, scene->language), ALIGN_START}, rect);
        return;
    }
    struct passage passage = passage_of(scene, of, setting->type);
    const struct paragraph *paragraph = passage_set(scene, &passage, rect.w);

    passage.colour = colour;
    rect.y += (rect.h - paragraph->height_px) / 2;
    passage_put(scene, paragraph, &passage, rect);
}
