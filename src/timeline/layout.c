/* Sizes follow the type of the labels and what a finger needs; the rest are shares that look well. */
#include "timeline/layout.h"

#include "page/label.h"

#include <math.h>

static const double TICK_TEXT = 1.45, ROW_TEXT = 2.3, BAND_TEXT = 2.7, OVERVIEW_TEXT = 0.9; /* times the labels' type */
static const double ROW_OF_TWO_TEXT = 3.0;                                                  /* a row of labels of two lines */
static const double LONG_NAME = 0.25;     /* of the window's length: what is longer is better set in two lines */
static const double LETTER_TEXT = 0.52;   /* a letter's mean width, times the type */
static const double BARE_BAND_TEXT = 0.6; /* where there are no eras to name, the band is a line that marks stand on */
static const double TALL_OTHERS = 0.175, TALL_BAND = 0.115, TALL_TICKS = 0.095; /* shares of a tall screen's width */
enum {
    ROWS_LEAST = 2,        /* else they hold a line each */
    LONG_NAMES_LEAST = 4,  /* one name in so many must be long for all rows to have two lines */
    TALL_COLUMN_TYPES = 9, /* a column is so many times the type wide at least */
    HEADING_LINES = 2,     /* names of lanes stand on two lines, one above the other */
};

enum timeline_side timeline_layout_side(const struct timeline_layout *layout, enum lane lane)
{
    return layout->tracks[layout->track_of[lane]].side;
}

int timeline_layout_end_gap(const struct timeline_layout *layout)
{
    return layout->to_px - layout->label_to_px;
}

struct rect timeline_layout_turned(const struct timeline_layout *layout, struct rect rect)
{
    return layout->portrait ? (struct rect){rect.y, rect.x, rect.h, rect.w} : rect;
}

struct point timeline_layout_turned_point(const struct timeline_layout *layout, struct point point)
{
    return layout->portrait ? (struct point){point.y, point.x} : point;
}

double timeline_layout_px_per_day(const struct timeline_layout *layout, struct axis_window window)
{
    return (layout->to_px - layout->from_px) / window.days;
}

double timeline_layout_along(const struct timeline_layout *layout, struct axis_window window, double day)
{
    return layout->from_px + (day - window.start) * timeline_layout_px_per_day(layout, window);
}

struct rect timeline_layout_cluster(const struct timeline_layout *layout, enum timeline_side side, double along_px)
{
    return timeline_layout_turned(
        layout, (struct rect){(int)floor(along_px), layout->strip_px[side], layout->sizes.cluster_px, layout->strip_size_px});
}

/* lanes: those that share it, a bit a lane. */
static void add_track(struct timeline_layout *layout, unsigned lanes, struct timeline_track track)
{
    for (int lane = 0; lane < LANE_COUNT; lane++)
        if (lanes & 1u << lane)
            layout->track_of[lane] = layout->track_count;
    layout->tracks[layout->track_count++] = track;
}

/* As long as the longest number of events on a wide screen, and never narrower than a finger. */
static int cluster_length(const struct timeline_sizes *sizes, const struct scene *scene)
{
    struct type type = {FACE_BOLD, sizes->text_px, 0};
    int count = scene->exhibit->event_count;
    const char *longest = count < 100 ? "+00" : count < 1000 ? "+000" : "+00000";

    return scene->style->portrait ? sizes->target_px : int_max(sizes->target_px, label_width(scene, type, longest) + sizes->pad_px);
}

/* As many as letters; those of wide scripts, whose first bytes are from 0xE3 on, count twice. */
static int letters_of(const char *text)
{
    int letters = 0;

    for (; *text; text++)
        letters += ((unsigned char)*text & 0xC0) != 0x80 ? 1 + ((unsigned char)*text >= 0xE3) : 0;
    return letters;
}

/* How many lines a row of a wide screen holds. It is the same for all of time, so that no row moves; whoever measures says which names need
 * two. */
static int lines_of(const struct scene *scene, int text_px)
{
    const struct exhibit *exhibit = scene->exhibit;
    int most = (int)(LONG_NAME * scene->style->page.w / (LETTER_TEXT * text_px)), count = 0;

    for (int i = 0; i < exhibit->event_count && !scene->style->portrait; i++)
        count += letters_of(text_in(exhibit->events[i].title, scene->language)) > most;
    return count * LONG_NAMES_LEAST > exhibit->event_count ? 2 : 1;
}

static struct timeline_sizes sizes_of(const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct theme *theme = &scene->exhibit->theme;
    double arcmin = style->large ? theme->letter_arcmin_large : theme->letter_arcmin;
    int text_px = int_max(style->sizes.label_px, style_arcmin_px(scene->exhibit, scene->measure, style->screen, arcmin));
    struct timeline_sizes sizes = {
        .text_px = text_px,
        .tick_text_px = (int)(TICK_TEXT * text_px),
        .tick_px = text_px * 7 / 8,
        .pad_px = text_px * 3 / 5,
        .gap_px = int_max(2, text_px / 3),
        .frame_px = int_max(2, style->rule_px * 3 / 4),
        .target_px = style->target_px,
        .row_lines = lines_of(scene, text_px),
        .long_px = (int)(LONG_NAME * style->page.w),
    };

    sizes.cluster_px = cluster_length(&sizes, scene);
    return sizes;
}

/* A line of a lane's name. */
static int name_line(const struct timeline_layout *layout)
{
    return layout->sizes.text_px * 3 / 2;
}

static int row_height(const struct timeline_layout *layout)
{
    double text = layout->sizes.row_lines > 1 ? ROW_OF_TWO_TEXT : ROW_TEXT;

    return int_max(layout->sizes.target_px, (int)(text * layout->sizes.text_px));
}

/* As large as the title at home. */
int timeline_layout_title_px(const struct style *style)
{
    return (style->sizes.title_px + style->sizes.title_smallest_px) / 2;
}

/* On a tall screen the dates stand below the title. Capitals do not hang into the space below, as letters of other scripts do. */
static int header_height(const struct timeline_layout *layout, const struct scene *scene)
{
    struct type type = {FACE_HEADLINE, timeline_layout_title_px(scene->style), 0};
    struct face_metrics metrics = page_metrics(scene, type);
    int hang = metrics.least_line_px > 0 ? int_max(0, metrics.descent_px - scene->style->margin_px / 3) : 0;

    return metrics.cap_px + hang + (scene->style->portrait ? name_line(layout) * 3 / 2 : 0);
}

/* From the foot upwards: what is left is the rows of Chile. */
static void make_wide(struct timeline_layout *layout, const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct timeline_sizes *sizes = &layout->sizes;
    struct rect page = style->page;
    int margin = style->margin_px, row = row_height(layout), step = row + sizes->gap_px;
    int overview = (int)(OVERVIEW_TEXT * sizes->text_px);

    layout->from_px = page.x;
    layout->to_px = page.x + page.w;
    layout->header = (struct rect){page.x + margin, page.y + margin * 9 / 10, page.w - 2 * margin, header_height(layout, scene)};
    layout->overview = (struct rect){page.x + margin, page.y + page.h - margin * 3 / 5 - overview, page.w - 2 * margin, overview};
    int world = layout->overview.y - margin / 2 - row, neighbours = world - step;

    layout->strip_px[TIMELINE_OTHERS] = neighbours - sizes->gap_px / 2 - layout->strip_size_px;
    layout->ticks_size_px = sizes->tick_text_px * 2;
    layout->ticks_px = layout->strip_px[TIMELINE_OTHERS] - layout->ticks_size_px;
    layout->band_size_px = (int)((scene->exhibit->era_count > 0 ? BAND_TEXT : BARE_BAND_TEXT) * sizes->text_px);
    layout->band_px = layout->ticks_px - layout->band_size_px;
    layout->strip_px[TIMELINE_CHILE] = layout->band_px - layout->strip_size_px - sizes->gap_px / 2;
    int base = layout->strip_px[TIMELINE_CHILE] - sizes->gap_px / 2 - row, top = layout->header.y + layout->header.h + margin / 3;
    int rows = int_floor_div(base - top, step) + 1;

    if (rows < ROWS_LEAST && layout->sizes.row_lines > 1) { /* a small screen: rather more rows */
        layout->sizes.row_lines = 1;
        make_wide(layout, scene);
        return;
    }

    add_track(layout, 1u << LANE_CHILE, (struct timeline_track){TIMELINE_CHILE, int_max(1, rows), base, -step});
    add_track(layout, 1u << LANE_NEIGHBOURS, (struct timeline_track){TIMELINE_OTHERS, 1, neighbours, step});
    add_track(layout, 1u << LANE_WORLD, (struct timeline_track){TIMELINE_OTHERS, 1, world, step});
    for (int lane = 0; lane < LANE_COUNT; lane++)
        layout->row_size_px[lane] = row;
}

/* From the left to the right; as many columns for Chile as stay readable. */
static void make_tall(struct timeline_layout *layout, const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct timeline_sizes *sizes = &layout->sizes;
    struct rect page = style->page;
    struct type year = {FACE_HEADLINE, sizes->tick_text_px, 0};
    int margin = style->margin_px, inset = margin / 3, overview = (int)(OVERVIEW_TEXT * sizes->text_px);
    int others = (int)(TALL_OTHERS * page.w), headings = HEADING_LINES * name_line(layout) + sizes->gap_px;

    layout->header = (struct rect){page.x + margin, page.y + margin * 9 / 10, page.w - 2 * margin, header_height(layout, scene)};
    layout->from_px = layout->header.y + layout->header.h + margin * 2 / 3 + headings;
    layout->to_px = page.y + page.h;
    layout->overview =
        (struct rect){page.x + page.w - inset - overview, layout->from_px + inset, overview, layout->to_px - layout->from_px - 2 * inset};
    layout->strip_px[TIMELINE_OTHERS] = page.x + margin + others + sizes->gap_px / 2;
    layout->ticks_px = layout->strip_px[TIMELINE_OTHERS] + layout->strip_size_px;
    layout->ticks_size_px = int_max((int)(TALL_TICKS * page.w), sizes->tick_px + sizes->text_px / 2 + label_width(scene, year, "0000"));
    layout->band_px = layout->ticks_px + layout->ticks_size_px;
    layout->band_size_px = (int)(scene->exhibit->era_count > 0 ? TALL_BAND * page.w : BARE_BAND_TEXT * sizes->text_px);
    layout->strip_px[TIMELINE_CHILE] = layout->band_px + layout->band_size_px + sizes->gap_px;

    int left = layout->strip_px[TIMELINE_CHILE] + layout->strip_size_px + sizes->gap_px / 2;
    int room = layout->overview.x - inset - left;
    int columns = int_max(1, room / (TALL_COLUMN_TYPES * sizes->text_px)), column = (room - (columns - 1) * sizes->gap_px) / columns;

    add_track(layout, 1u << LANE_CHILE, (struct timeline_track){TIMELINE_CHILE, columns, left, column + sizes->gap_px});
    add_track(layout, 1u << LANE_NEIGHBOURS | 1u << LANE_WORLD, (struct timeline_track){TIMELINE_OTHERS, 1, page.x + margin, -others});
    layout->row_size_px[LANE_CHILE] = column;
    layout->row_size_px[LANE_NEIGHBOURS] = layout->row_size_px[LANE_WORLD] = others;
}

/* Words for the lanes: in the strips on a wide screen, above the columns on a tall one. */
static void place_names(struct timeline_layout *layout, const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct timeline_sizes *sizes = &layout->sizes;
    int margin = style->margin_px, line = name_line(layout), half = (layout->strip_size_px - line) / 2;
    int heading = layout->from_px - HEADING_LINES * line - sizes->gap_px, left = layout->header.x, chile = layout->tracks[0].first_px;

    if (layout->portrait) {
        int width = layout->band_px + layout->band_size_px - left;

        layout->lane_names[LANE_CHILE] = (struct rect){chile, heading + line, style->page.w - margin - chile, line};
        layout->lane_names[LANE_NEIGHBOURS] = (struct rect){left, heading, width, line};
        layout->lane_names[LANE_WORLD] = (struct rect){left, heading + line, width, line};
        return;
    }
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        enum timeline_side side = timeline_layout_side(layout, (enum lane)lane);

        layout->lane_names[lane] = (struct rect){margin, layout->strip_px[side] + half, style->page.w - 2 * margin, line};
    }
}

void timeline_layout_make(struct timeline_layout *layout, const struct scene *scene)
{
    *layout = (struct timeline_layout){
        .portrait = scene->style->portrait,
        .sizes = sizes_of(scene),
        .strip_size_px = scene->style->target_px,
    };
    if (layout->portrait)
        make_tall(layout, scene);
    else
        make_wide(layout, scene);
    layout->edge_px[TIMELINE_CHILE] = layout->portrait ? layout->band_px + layout->band_size_px : layout->band_px;
    layout->edge_px[TIMELINE_OTHERS] = layout->portrait ? layout->band_px : layout->band_px + layout->band_size_px;
    int inset = int_max(layout->sizes.frame_px, scene->style->margin_px / 4);

    layout->label_from_px = layout->from_px + (layout->portrait ? 0 : inset);
    layout->label_to_px = layout->to_px - inset;
    for (int side = 0; side < TIMELINE_SIDES; side++)
        layout->cluster_from_px[side] = layout->portrait ? layout->label_from_px : scene->style->margin_px;
    place_names(layout, scene);
}
