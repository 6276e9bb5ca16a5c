/* Sizes follow the type of the labels and what a finger needs; the rest are shares that look well. */
#include "ruler/layout.h"

#include "page/label.h"
#include "text/pattern.h"

#include <math.h>

static const double TICK_TEXT = 1.45, BAND_TEXT = 2.7, OVERVIEW_TEXT = 0.9; /* times the labels' type */
static const double ROWS_TEXT[] = {2.3, 2.85, 4.1};            /* a row of labels of one line, of two, of three; times the labels' type */
static const double EDGE_SHARE = 0.2, EDGE_SHARE_LARGE = 0.26; /* of the width: what tells of events beyond an end, at most */
static const double LONG_NAME = 0.25;                          /* of the window's length: what is longer is better set in two lines */
static const double LETTER_TEXT = 0.52;                        /* a letter's mean width, times the type */
static const double BARE_BAND_TEXT = 0.6;                      /* where there are no eras to name, the band is a line that marks stand on */
static const double TALL_OTHERS = 0.175, TALL_OTHERS_LARGE = 0.2, TALL_BAND = 0.115, TALL_BAND_LARGE = 0.095,
                    TALL_TICKS = 0.095; /* shares of a tall screen's width */
enum {
    ROWS_LEAST = 2,        /* else they hold a line each */
    NAMES_LOOKED_AT = 200, /* of thousands of names a part tells enough: this is asked for every frame */
    LONG_NAMES_LEAST = 4,  /* one name in so many must be long for all rows to have two lines */
    TALL_COLUMN_TYPES = 9, /* a column is so many times the type wide at least */
};

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

double timeline_layout_along(const struct timeline_layout *layout, struct axis_window window, double place)
{
    return layout->from_px + (place - window.start) * timeline_layout_px_per_day(layout, window);
}

struct rect timeline_layout_cluster(const struct timeline_layout *layout, enum lane_side side, double along_px)
{
    return timeline_layout_turned(
        layout, (struct rect){(int)floor(along_px), layout->strip_px[side], layout->sizes.cluster_px, layout->strip_size_px});
}

static int lanes_of(const struct timeline_layout *layout, const struct exhibit *exhibit, enum lane_side side)
{
    int count = 0;

    for (int i = 0; i < exhibit->lane_count; i++)
        count += layout->side_of[i] == side;
    return count;
}

/* The rows of a side, from the band outwards. inwards: its lanes stand the other way round. */
struct side_rows {
    enum lane_side side;
    int rows, first_px, step_px;
    bool inwards;
};

/* Shares the rows out among the side's lanes, a track each; where rows are too few, lanes that follow one another share a track. */
static void add_tracks(struct timeline_layout *layout, const struct exhibit *exhibit, struct side_rows of)
{
    int lanes = lanes_of(layout, exhibit, of.side), tracks = int_min(lanes, of.rows), first = layout->track_count, offset = 0;

    for (int i = 0; i < tracks; i++) {
        int track = of.inwards ? tracks - 1 - i : i, rows = of.rows / tracks + (track < of.rows % tracks);

        layout->tracks[first + track] = (struct timeline_track){rows, of.first_px + offset * of.step_px, of.step_px};
        offset += rows;
    }
    for (int i = 0, nth = 0; i < exhibit->lane_count; i++)
        if (layout->side_of[i] == of.side)
            layout->track_of[i] = first + nth++ * tracks / lanes;
    layout->track_count += tracks;
}

/* As wide as the longest number of events, and never narrower than a finger. */
static int cluster_width(const struct timeline_sizes *sizes, const struct scene *scene)
{
    struct type type = {.face = FACE_BOLD, .size_px = sizes->text_px};
    int count = scene->exhibit->event_count;
    const char *longest = count < 100 ? "+00" : count < 1000 ? "+000" : "+00000";

    return int_max(sizes->target_px, label_width(scene, type, longest) + sizes->pad_px);
}

/* As many as letters; those of wide scripts, whose first bytes are from 0xE3 on, count twice. */
static int letters_of(const char *text)
{
    int letters = 0;

    for (; *text; text++)
        letters += ((unsigned char)*text & 0xC0) != 0x80 ? 1 + ((unsigned char)*text >= 0xE3) : 0;
    return letters;
}

/* How many lines a row of a wide screen holds: two of the name where many are long, and the date's. It is the same for all of time, so that
 * no row moves; whoever measures says which names need two. */
static int lines_of(const struct scene *scene, int text_px)
{
    const struct exhibit *exhibit = scene->exhibit;
    int most = (int)(LONG_NAME * scene->style->page.w / (LETTER_TEXT * text_px)), count = 0;

    int step = 1 + exhibit->event_count / NAMES_LOOKED_AT, seen = 0;

    for (int i = 0; i < exhibit->event_count && !scene->style->portrait; i += step, seen++)
        count += letters_of(text_in(exhibit->events[i].title, scene->language)) > most;
    return count * LONG_NAMES_LEAST > seen ? 3 : 2;
}

static struct timeline_sizes sizes_of(const struct scene *scene)
{
    const struct style *style = scene->style;
    int text_px = int_max(style->sizes.label_px, style->sizes.least_px);
    struct timeline_sizes sizes = {
        .text_px = text_px,
        .tick_text_px = (int)(TICK_TEXT * text_px),
        .tick_px = text_px * 7 / 8,
        .pad_px = text_px * 3 / 5,
        .label_pad_px = style->large && style->portrait ? text_px / 4 : text_px * 3 / 5, /* columns are narrow for large words */
        .gap_px = int_max(2, text_px / 3),
        .frame_px = int_max(2, style->rule_px * 3 / 4),
        .target_px = style->target_px,
        .row_lines = lines_of(scene, text_px),
        .long_px = (int)(LONG_NAME * style->page.w),
    };

    sizes.cluster_px = style->portrait ? sizes.target_px : cluster_width(&sizes, scene);
    return sizes;
}

/* A line of a lane's name. */
static int name_line(const struct timeline_layout *layout)
{
    return layout->sizes.text_px * 3 / 2;
}

static int row_height(const struct timeline_layout *layout)
{
    return int_max(layout->sizes.target_px, (int)(ROWS_TEXT[layout->sizes.row_lines - 1] * layout->sizes.text_px));
}

/* As large as the title at home. */
int timeline_layout_title_px(const struct style *style)
{
    return (style->sizes.title_px + style->sizes.title_smallest_px) / 2;
}

/* On a tall screen the dates stand below the title. Capitals do not hang into the space below, as letters of other scripts do. */
static int header_height(const struct timeline_layout *layout, const struct scene *scene)
{
    struct type type = {.face = FACE_HEADLINE, .size_px = timeline_layout_title_px(scene->style)};
    struct face_metrics metrics = page_metrics(scene, type);
    int hang = metrics.least_line_px > 0 ? int_max(0, metrics.descent_px - scene->style->margin_px / 3) : 0;

    return metrics.cap_px + hang + (scene->style->portrait ? name_line(layout) * 3 / 2 : 0);
}

/* From the foot upwards, with so many rows below; returns how many have room above, below 0 where not even the band has. */
static int stack_wide(struct timeline_layout *layout, const struct scene *scene, int below)
{
    const struct timeline_sizes *sizes = &layout->sizes;
    int margin = scene->style->margin_px, row = row_height(layout), step = row + sizes->gap_px;
    int foot = layout->overview.y - margin / 2, first_below = foot + sizes->gap_px - below * step;

    layout->strip_px[LANE_BELOW] = first_below - sizes->gap_px / 2 - layout->strip_size_px;
    layout->ticks_size_px = sizes->tick_text_px * 2;
    layout->ticks_px = (below > 0 ? layout->strip_px[LANE_BELOW] : foot) - layout->ticks_size_px;
    layout->band_size_px = (int)((scene->exhibit->era_count > 0 ? BAND_TEXT : BARE_BAND_TEXT) * sizes->text_px);
    layout->band_px = layout->ticks_px - layout->band_size_px;
    layout->strip_px[LANE_ABOVE] = layout->band_px - layout->strip_size_px - sizes->gap_px / 2;
    int base = layout->strip_px[LANE_ABOVE] - sizes->gap_px / 2 - row, top = layout->header.y + layout->header.h + margin / 3;

    return int_floor_div(base - top, step) + 1;
}

const char *timeline_layout_edge_text(const struct scene *scene, const char *pattern, int count)
{
    return pattern_filled(scene->arena, pattern, (const struct pattern_fill[]){{"{number}", page_number(scene, count)}, {0}});
}

/* What the words beyond both ends take at most, with their arrow; as much as all events would. */
static int edge_width(const struct timeline_layout *layout, const struct scene *scene)
{
    const struct words *words = page_words(scene);
    struct type type = {.face = FACE_BOLD, .size_px = layout->sizes.text_px};
    int count = scene->exhibit->event_count, most = (int)((scene->style->large ? EDGE_SHARE_LARGE : EDGE_SHARE) * scene->style->page.w);
    int before = label_width(scene, type, timeline_layout_edge_text(scene, words->earlier, count)),
        behind = label_width(scene, type, timeline_layout_edge_text(scene, words->later, count));

    return int_clamp(int_max(before, behind) + 2 * layout->sizes.text_px, layout->sizes.target_px, int_max(most, layout->sizes.target_px));
}

/* At both ends of the overview, which leaves them their room. */
static void place_edges_wide(struct timeline_layout *layout, const struct scene *scene)
{
    struct rect *bar = &layout->overview;
    int width = edge_width(layout, scene), height = layout->sizes.target_px, y = bar->y + (bar->h - height) / 2;

    layout->edges[WINDOW_BEGIN] = (struct rect){bar->x, y, width, height};
    layout->edges[WINDOW_END] = (struct rect){bar->x + bar->w - width, y, width, height};
    bar->x += width + layout->sizes.pad_px;
    bar->w -= 2 * (width + layout->sizes.pad_px);
}

/* Beside the title, and at the foot, which is taken off the window. */
static void place_edges_tall(struct timeline_layout *layout, const struct scene *scene)
{
    struct rect *header = &layout->header, page = scene->style->page;
    int width = edge_width(layout, scene), height = layout->sizes.target_px;
    int x = header->x + header->w - width;

    layout->to_px -= height + layout->sizes.gap_px;
    layout->edges[WINDOW_BEGIN] = (struct rect){x, header->y + header->h - height, width, height};
    layout->edges[WINDOW_END] = (struct rect){x, page.y + page.h - height - layout->sizes.gap_px / 2, width, height};
    header->w -= width + layout->sizes.pad_px;
}

/* A row for each lane below, and what is left for those above. */
static void make_wide(struct timeline_layout *layout, const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct exhibit *exhibit = scene->exhibit;
    struct rect page = style->page;
    int margin = style->margin_px, step = row_height(layout) + layout->sizes.gap_px,
        overview = (int)(OVERVIEW_TEXT * layout->sizes.text_px);
    int lanes_above = lanes_of(layout, exhibit, LANE_ABOVE), below = lanes_of(layout, exhibit, LANE_BELOW);

    layout->from_px = page.x;
    layout->to_px = page.x + page.w;
    layout->header = (struct rect){page.x + margin, page.y + margin * 9 / 10, page.w - 2 * margin, header_height(layout, scene)};
    layout->overview = (struct rect){page.x + margin, page.y + page.h - margin * 3 / 5 - overview, page.w - 2 * margin, overview};
    place_edges_wide(layout, scene);
    while (below > 1 && stack_wide(layout, scene, below) < lanes_above)
        below--;
    while (lanes_above == 0 && stack_wide(layout, scene, below + 1) >= 0)
        below++;
    int above = stack_wide(layout, scene, below);

    if (layout->sizes.row_lines > 1 &&
        (lanes_above > 0 ? above : below) < int_max(lanes_above, ROWS_LEAST)) { /* a small screen: rather more rows */
        layout->sizes.row_lines--;
        make_wide(layout, scene);
        return;
    }
    if (lanes_above > 0)
        add_tracks(layout, exhibit,
                   (struct side_rows){LANE_ABOVE, int_max(1, above),
                                      layout->strip_px[LANE_ABOVE] - layout->sizes.gap_px / 2 - row_height(layout), -step, true});
    if (below > 0)
        add_tracks(layout, exhibit,
                   (struct side_rows){LANE_BELOW, below, layout->strip_px[LANE_BELOW] + layout->strip_size_px + layout->sizes.gap_px / 2,
                                      step, false});
    for (int lane = 0; lane < exhibit->lane_count; lane++)
        layout->row_size_px[lane] = row_height(layout);
}

/* Of a side of a tall screen: as many columns as stay readable, one at least. */
struct side_columns {
    int count, size_px;
};

static struct side_columns columns_of(const struct timeline_sizes *sizes, int room)
{
    int count = int_max(1, room / (TALL_COLUMN_TYPES * sizes->text_px));

    return (struct side_columns){count, (room - (count - 1) * sizes->gap_px) / count};
}

/* How much of the width the lanes below have: a small share, all but the columns' least where there are none above. */
static int width_below(const struct timeline_layout *layout, const struct scene *scene)
{
    int width = scene->style->page.w;

    if (lanes_of(layout, scene->exhibit, LANE_BELOW) == 0)
        return 0;
    return lanes_of(layout, scene->exhibit, LANE_ABOVE) > 0
               ? (int)((scene->style->large ? TALL_OTHERS_LARGE : TALL_OTHERS) * width)
               : (int)((1 - TALL_BAND - TALL_TICKS) * width) - 3 * layout->strip_size_px - 2 * scene->style->margin_px;
}

static int heading_lines(const struct timeline_layout *layout, const struct exhibit *exhibit)
{
    return int_max(lanes_of(layout, exhibit, LANE_ABOVE), lanes_of(layout, exhibit, LANE_BELOW));
}

/* What stands beside ticks: years in their full size, and months, to whose size days keep too, in one that can be read where visitors
 * stand; in large text they are as large as labels. */
static int ticks_width(const struct scene *scene, const struct timeline_sizes *sizes)
{
    const struct style *style = scene->style;
    struct type year = {.face = FACE_HEADLINE, .size_px = sizes->tick_text_px},
                month = {.face = FACE_HEADLINE, .size_px = style->large ? sizes->text_px : style->sizes.least_px};
    int width = label_width(scene, year, "0000");

    for (int i = 0; i < 12; i++)
        width = int_max(width, label_width(scene, month, page_words(scene)->dates.months_alone[i]));
    return width;
}

/* Time runs down; the lanes stand from the left to the right. */
static void make_tall(struct timeline_layout *layout, const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct timeline_sizes *sizes = &layout->sizes;
    struct rect page = style->page;
    int margin = style->margin_px, inset = margin / 3, overview = (int)(OVERVIEW_TEXT * sizes->text_px);
    int others = width_below(layout, scene), headings = heading_lines(layout, scene->exhibit) * name_line(layout) + sizes->gap_px;

    layout->header = (struct rect){page.x + margin, page.y + margin * 9 / 10, page.w - 2 * margin, header_height(layout, scene)};
    layout->from_px = layout->header.y + layout->header.h + margin * 2 / 3 + headings;
    layout->to_px = page.y + page.h;
    place_edges_tall(layout, scene);
    layout->overview =
        (struct rect){page.x + page.w - inset - overview, layout->from_px + inset, overview, layout->to_px - layout->from_px - 2 * inset};
    layout->strip_px[LANE_BELOW] = page.x + margin + others + sizes->gap_px / 2;
    layout->ticks_px = others > 0 ? layout->strip_px[LANE_BELOW] + layout->strip_size_px : page.x + margin;
    layout->ticks_size_px = int_max((int)(TALL_TICKS * page.w), sizes->tick_px + sizes->text_px / 2 + ticks_width(scene, sizes));
    layout->band_px = layout->ticks_px + layout->ticks_size_px;
    layout->band_size_px =
        (int)(scene->exhibit->era_count > 0 ? (style->large ? TALL_BAND_LARGE : TALL_BAND) * page.w : BARE_BAND_TEXT * sizes->text_px);
    layout->strip_px[LANE_ABOVE] = layout->band_px + layout->band_size_px + sizes->gap_px;
    layout->columns_px = layout->strip_px[LANE_ABOVE] + layout->strip_size_px + sizes->gap_px / 2;
    struct side_columns right = columns_of(sizes, layout->overview.x - inset - layout->columns_px);
    struct side_columns left =
        lanes_of(layout, scene->exhibit, LANE_ABOVE) > 0 ? (struct side_columns){1, others} : columns_of(sizes, others);

    if (lanes_of(layout, scene->exhibit, LANE_ABOVE) > 0)
        add_tracks(layout, scene->exhibit,
                   (struct side_rows){LANE_ABOVE, right.count, layout->columns_px, right.size_px + sizes->gap_px, false});
    if (others > 0)
        add_tracks(
            layout, scene->exhibit,
            (struct side_rows){LANE_BELOW, left.count, page.x + margin + others - left.size_px, -left.size_px - sizes->gap_px, true});
    for (int lane = 0; lane < scene->exhibit->lane_count; lane++)
        layout->row_size_px[lane] = layout->side_of[lane] == LANE_ABOVE ? right.size_px : left.size_px;
}

/* Words for the lanes: in the strips on a wide screen, above the columns on a tall one. */
static void place_names(struct timeline_layout *layout, const struct scene *scene)
{
    const struct style *style = scene->style;
    int margin = style->margin_px, line = name_line(layout), half = (layout->strip_size_px - line) / 2, left = layout->header.x;
    int foot = layout->from_px - layout->sizes.gap_px, nth[LANE_SIDES] = {0};

    for (int lane = 0; lane < scene->exhibit->lane_count; lane++) {
        enum lane_side side = layout->side_of[lane];
        int y = foot - (lanes_of(layout, scene->exhibit, side) - nth[side]++) * line;

        if (!layout->portrait)
            layout->lane_names[lane] = (struct rect){margin, layout->strip_px[side] + half, style->page.w - 2 * margin, line};
        else if (side == LANE_ABOVE)
            layout->lane_names[lane] = (struct rect){layout->columns_px, y, style->page.w - margin - layout->columns_px, line};
        else
            layout->lane_names[lane] = (struct rect){left, y, layout->band_px + layout->band_size_px - left, line};
    }
}

/* As the exhibit has them; in the largest text a tall screen is too narrow for columns on both sides of the band. */
static void place_lanes(struct timeline_layout *layout, const struct scene *scene)
{
    bool one_side = layout->portrait && scene->style->settings.level[SETTING_TEXT] == TEXT_LARGEST;

    for (int lane = 0; lane < scene->exhibit->lane_count; lane++)
        layout->side_of[lane] = one_side ? LANE_ABOVE : scene->exhibit->lanes[lane].side;
}

void timeline_layout_make(struct timeline_layout *layout, const struct scene *scene)
{
    *layout = (struct timeline_layout){
        .portrait = scene->style->portrait,
        .sizes = sizes_of(scene),
        .strip_size_px = scene->style->target_px,
    };
    place_lanes(layout, scene);
    if (!layout->portrait)
        layout->strip_size_px = int_max(layout->strip_size_px, layout->sizes.text_px * 3 / 2); /* below the marks on the band */
    if (layout->portrait && scene->style->large) /* numbers that are smaller shrink to what a finger needs */
        layout->strip_size_px = cluster_width(&layout->sizes, scene);
    if (layout->portrait)
        make_tall(layout, scene);
    else
        make_wide(layout, scene);
    layout->edge_px[LANE_ABOVE] = layout->portrait ? layout->band_px + layout->band_size_px : layout->band_px;
    layout->edge_px[LANE_BELOW] = layout->portrait ? layout->band_px : layout->band_px + layout->band_size_px;
    int inset = int_max(layout->sizes.frame_px, scene->style->margin_px / 4);

    layout->label_from_px = layout->from_px + (layout->portrait ? 0 : inset);
    layout->label_to_px = layout->to_px - inset;
    for (int side = 0; side < LANE_SIDES; side++)
        layout->cluster_from_px[side] = layout->portrait ? layout->label_from_px : scene->style->margin_px;
    place_names(layout, scene);
}
