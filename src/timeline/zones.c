/* Shares of taste, floored by type and touch. */
#include "timeline/zones.h"

static const double TICK_TEXT = 1.45, ROW_TEXT = 2.3, OVERVIEW_TEXT = 0.9;      /* times the labels' type */
static const double TALL_OTHERS = 0.175, TALL_BAND = 0.115, TALL_TICKS = 0.095; /* shares of a tall screen's width */
enum { TALL_COLUMN_TYPES = 9, HEADING_LINES = 2 }; /* a column is so many times the type wide at least; two names, one above the other */

struct rect timeline_rect(const struct timeline_zones *zones, int along, int across, int length, int size)
{
    return zones->portrait ? (struct rect){across, along, size, length} : (struct rect){along, across, length, size};
}

double timeline_px_per_day(const struct timeline_zones *zones, struct timeline_view view)
{
    return (zones->to_px - zones->from_px) / view.days;
}

double timeline_along(const struct timeline_zones *zones, struct timeline_view view, double day)
{
    return zones->from_px + (day - view.start) * timeline_px_per_day(zones, view);
}

static void add_track(struct timeline_zones *zones, struct timeline_track track)
{
    for (int lane = 0; lane < LANE_COUNT; lane++)
        if (track.lanes & 1u << lane)
            zones->track_of[lane] = zones->track_count;
    zones->tracks[zones->track_count++] = track;
}

static void set_measures(struct timeline_zones *zones, const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct theme *theme = &scene->exhibit->theme;
    double arcmin = style->large ? theme->letter_arcmin_large : theme->letter_arcmin;

    zones->text_px = int_max(style->label_px, style_arcmin_px(scene->exhibit, scene->measure, style->screen, arcmin));
    zones->tick_text_px = (int)(TICK_TEXT * zones->text_px);
    zones->tick_px = zones->text_px * 7 / 8;
    zones->pad_px = zones->text_px * 3 / 5;
    zones->gap_px = int_max(2, zones->text_px / 3);
    zones->frame_px = int_max(2, style->rule_px * 3 / 4);
    zones->target_px = style->target_px;
    zones->strip_size_px = style->target_px;
}

/* A line of a lane's name. */
static int name_line(const struct timeline_zones *zones)
{
    return zones->text_px * 3 / 2;
}

/* As large as the title at home. */
int timeline_title_px(const struct style *style)
{
    return (style->title_px + style->title_smallest_px) / 2;
}

/* On a tall screen the dates stand below the title. */
static int header_height(const struct timeline_zones *zones, const struct scene *scene)
{
    struct type type = {FACE_HEADLINE, timeline_title_px(scene->style), 0};
    int cap = scene->measure->metrics(scene->measure->context, type).cap_px;

    return scene->style->portrait ? cap + name_line(zones) * 3 / 2 : cap;
}

/* From the foot upwards: what is left is the rows of Chile. */
static void make_wide(struct timeline_zones *zones, const struct scene *scene)
{
    const struct style *style = scene->style;
    struct rect page = style->page;
    int margin = style->margin_px, row = int_max(style->target_px, (int)(ROW_TEXT * zones->text_px)), step = row + zones->gap_px;
    int overview = (int)(OVERVIEW_TEXT * zones->text_px);

    zones->from_px = page.x;
    zones->to_px = page.x + page.w;
    zones->header = (struct rect){page.x + margin, page.y + margin * 9 / 10, page.w - 2 * margin, header_height(zones, scene)};
    zones->overview = (struct rect){page.x + margin, page.y + page.h - margin * 3 / 5 - overview, page.w - 2 * margin, overview};
    int world = zones->overview.y - margin / 2 - row, neighbours = world - step;

    zones->strip_px[TIMELINE_OTHERS] = neighbours - zones->gap_px / 2 - zones->strip_size_px;
    zones->ticks_size_px = zones->tick_text_px * 2;
    zones->ticks_px = zones->strip_px[TIMELINE_OTHERS] - zones->ticks_size_px;
    zones->band_size_px = (int)(2.7 * zones->text_px);
    zones->band_px = zones->ticks_px - zones->band_size_px;
    zones->strip_px[TIMELINE_CHILE] = zones->band_px - zones->strip_size_px - zones->gap_px / 2;
    int base = zones->strip_px[TIMELINE_CHILE] - zones->gap_px / 2 - row, top = zones->header.y + zones->header.h + margin / 3;

    add_track(zones, (struct timeline_track){1u << LANE_CHILE, TIMELINE_CHILE, int_max(1, (base - top) / step + 1), base, -step});
    add_track(zones, (struct timeline_track){1u << LANE_NEIGHBOURS, TIMELINE_OTHERS, 1, neighbours, step});
    add_track(zones, (struct timeline_track){1u << LANE_WORLD, TIMELINE_OTHERS, 1, world, step});
    for (int lane = 0; lane < LANE_COUNT; lane++)
        zones->row_size_px[lane] = row;
}

/* From the left to the right; as many columns for Chile as stay readable. */
static void make_tall(struct timeline_zones *zones, const struct scene *scene)
{
    const struct style *style = scene->style;
    struct rect page = style->page;
    struct type year = {FACE_HEADLINE, zones->tick_text_px, 0};
    int margin = style->margin_px, inset = margin / 3, overview = (int)(OVERVIEW_TEXT * zones->text_px);
    int others = (int)(TALL_OTHERS * page.w), headings = HEADING_LINES * name_line(zones) + zones->gap_px;

    zones->header = (struct rect){page.x + margin, page.y + margin * 9 / 10, page.w - 2 * margin, header_height(zones, scene)};
    zones->from_px = zones->header.y + zones->header.h + margin * 2 / 3 + headings;
    zones->to_px = page.y + page.h;
    zones->overview =
        (struct rect){page.x + page.w - inset - overview, zones->from_px + inset, overview, zones->to_px - zones->from_px - 2 * inset};
    zones->strip_px[TIMELINE_OTHERS] = page.x + margin + others + zones->gap_px / 2;
    zones->ticks_px = zones->strip_px[TIMELINE_OTHERS] + zones->strip_size_px;
    zones->ticks_size_px = int_max((int)(TALL_TICKS * page.w), zones->tick_px + zones->text_px / 2 + page_width(scene, year, "0000"));
    zones->band_px = zones->ticks_px + zones->ticks_size_px;
    zones->band_size_px = (int)(TALL_BAND * page.w);
    zones->strip_px[TIMELINE_CHILE] = zones->band_px + zones->band_size_px + zones->gap_px;

    int left = zones->strip_px[TIMELINE_CHILE] + zones->strip_size_px + zones->gap_px / 2;
    int room = zones->overview.x - inset - left;
    int columns = int_max(1, room / (TALL_COLUMN_TYPES * zones->text_px)), column = (room - (columns - 1) * zones->gap_px) / columns;

    add_track(zones, (struct timeline_track){1u << LANE_CHILE, TIMELINE_CHILE, columns, left, column + zones->gap_px});
    add_track(zones, (struct timeline_track){1u << LANE_NEIGHBOURS | 1u << LANE_WORLD, TIMELINE_OTHERS, 1, page.x + margin, -others});
    zones->row_size_px[LANE_CHILE] = column;
    zones->row_size_px[LANE_NEIGHBOURS] = zones->row_size_px[LANE_WORLD] = others;
}

/* Words for the lanes: in the strips on a wide screen, above the columns on a tall one. */
static void place_names(struct timeline_zones *zones, const struct scene *scene)
{
    const struct style *style = scene->style;
    int margin = style->margin_px, line = name_line(zones), half = (zones->strip_size_px - line) / 2;
    int heading = zones->from_px - HEADING_LINES * line - zones->gap_px, left = zones->header.x, chile = zones->tracks[0].first_px;

    if (zones->portrait) {
        int width = zones->band_px + zones->band_size_px - left;

        zones->lane_names[LANE_CHILE] = (struct rect){chile, heading + line, style->page.w - margin - chile, line};
        zones->lane_names[LANE_NEIGHBOURS] = (struct rect){left, heading, width, line};
        zones->lane_names[LANE_WORLD] = (struct rect){left, heading + line, width, line};
        return;
    }
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        enum timeline_side side = zones->tracks[zones->track_of[lane]].side;

        zones->lane_names[lane] = (struct rect){margin, zones->strip_px[side] + half, style->page.w - 2 * margin, line};
    }
}

void timeline_zones_make(struct timeline_zones *zones, const struct scene *scene)
{
    *zones = (struct timeline_zones){.portrait = scene->style->portrait};
    set_measures(zones, scene);
    if (zones->portrait)
        make_tall(zones, scene);
    else
        make_wide(zones, scene);
    zones->edge_px[TIMELINE_CHILE] = zones->portrait ? zones->band_px + zones->band_size_px : zones->band_px;
    zones->edge_px[TIMELINE_OTHERS] = zones->portrait ? zones->band_px : zones->band_px + zones->band_size_px;
    int inset = int_max(zones->frame_px, scene->style->margin_px / 4);

    zones->label_from_px = zones->from_px + (zones->portrait ? 0 : inset);
    zones->label_to_px = zones->to_px - inset;
    for (int side = 0; side < TIMELINE_SIDES; side++)
        zones->count_from_px[side] = zones->portrait ? zones->label_from_px : scene->style->margin_px;
    place_names(zones, scene);
}
