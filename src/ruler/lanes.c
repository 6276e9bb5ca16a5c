/* A lane's name stands behind the sign of its labels: framed or filled, in the lane's colour. */
#include "ruler/lanes.h"

#include "text/capitals.h"
#include "ruler/ink.h"

#include <math.h>

static const float TRACKING = 0.09F;
enum { SMALLEST_PX = 8, STRIP_NAMES_MOST = 2 };
static const double HEADER_SHARE = 0.4; /* of the header's length, that names of lanes leave to the title and the dates */

/* Side by side, no name takes more of a strip than its share of this much. */
static const double STRIP_SHARE = 0.6;

static void put_sign(const struct scene *scene, struct rect sign, int lane, int frame)
{
    struct timeline_ink ink = timeline_ink_of_lane(scene->style, lane);

    if (ink.filled)
        draw_fill(page_pen(scene), sign, ink.colour);
    else
        draw_frame(page_pen(scene), sign, frame, ink.colour);
}

/* Empty for a lane without a name, and for a name that even in the smallest type takes more than its room: its labels tell it apart. */
static struct timeline_lane lane_of(const struct scene *scene, const struct timeline_layout *layout, int lane, struct rect room)
{
    const char *name = text_in(scene->exhibit->lanes[lane].title, scene->language);
    int label = layout->sizes.text_px, size = layout->portrait && !scene->style->large ? label * 9 / 10 : label, gap = size / 2;
    struct timeline_lane made = {.box = room};
    struct type type = {.face = FACE_BOLD, .size_px = size, .tracking_px = (int)(TRACKING * (float)size)};
    int sign = page_metrics(scene, type).cap_px;
    const char *text = capitals_of(scene->arena, name, page_language(scene));

    if (!name[0])
        return (struct timeline_lane){0};
    made.sign = (struct rect){room.x, room.y + (room.h - sign) / 2, sign, sign};
    made.label = (struct label){type, scene->style->colours.ink, text, ALIGN_START};
    made.label.type = label_shrunk(scene, &made.label, room.w - sign - gap, SMALLEST_PX);
    made.box.w = sign + gap + label_width(scene, made.label.type, text);
    return made.box.w <= room.w ? made : (struct timeline_lane){0};
}

/* Many names would push the clusters of half of all time aside: they stand in the header then, each side's on a line of its own. */
static struct rect make_legend(struct timeline_layout *layout)
{
    struct rect *header = &layout->header, legend = *header;

    header->w = (int)(HEADER_SHARE * legend.w);
    legend.x += header->w + 2 * layout->sizes.pad_px;
    legend.w -= header->w + 2 * layout->sizes.pad_px;
    legend.h /= LANE_SIDES;
    return legend;
}

/* All in one size of type: each has the same share of what it would take. */
static void place_in_header(const struct scene *scene, struct timeline_layout *layout, struct timeline_lane lanes[EXHIBIT_LANES_MAX])
{
    struct rect legend = make_legend(layout);
    int x[LANE_SIDES] = {legend.x, legend.x}, gap = 2 * layout->sizes.pad_px, wanted[LANE_SIDES] = {0}, gaps[LANE_SIDES] = {0};
    double share = 1;

    for (int lane = 0; lane < scene->exhibit->lane_count; lane++) {
        enum lane_side side = layout->side_of[lane];

        lanes[lane] = lane_of(scene, layout, lane, (struct rect){legend.x, legend.y, scene->style->page.w, legend.h});
        wanted[side] += lanes[lane].box.w;
        gaps[side] += gap;
    }
    for (int side = 0; side < LANE_SIDES; side++)
        share = wanted[side] > 0 ? fmin(share, (double)(legend.w - gaps[side]) / wanted[side]) : share;
    for (int lane = 0; lane < scene->exhibit->lane_count; lane++) {
        enum lane_side side = layout->side_of[lane];
        struct rect room = {x[side], legend.y + (side == LANE_BELOW ? legend.h : 0), (int)(share * lanes[lane].box.w), legend.h};

        lanes[lane] = lane_of(scene, layout, lane, room);
        x[side] += lanes[lane].box.w + gap;
    }
}

void timeline_lanes_place(const struct scene *scene, struct timeline_layout *layout, struct timeline_lane lanes[EXHIBIT_LANES_MAX])
{
    const struct exhibit *exhibit = scene->exhibit;
    int counts[LANE_SIDES] = {0};

    for (int lane = 0; lane < exhibit->lane_count; lane++)
        counts[layout->side_of[lane]]++;
    if (!layout->portrait && int_max(counts[LANE_ABOVE], counts[LANE_BELOW]) > STRIP_NAMES_MOST) {
        place_in_header(scene, layout, lanes);
        return;
    }
    for (int lane = 0; lane < exhibit->lane_count; lane++) {
        enum lane_side side = layout->side_of[lane];
        struct rect room = layout->lane_names[lane];

        if (!layout->portrait) {
            room.x = int_max(room.x, layout->cluster_from_px[side]);
            room.w = (int)(STRIP_SHARE * room.w) / counts[side];
        }
        lanes[lane] = lane_of(scene, layout, lane, room);
        if (!layout->portrait && lanes[lane].box.w > 0)
            layout->cluster_from_px[side] = room.x + lanes[lane].box.w + 2 * layout->sizes.pad_px;
    }
}

void timeline_lanes_put(const struct timeline_canvas *canvas, const struct timeline_lane lanes[EXHIBIT_LANES_MAX])
{
    const struct scene *scene = canvas->scene;
    const struct timeline_sizes *sizes = &canvas->layout->sizes;

    for (int i = 0; i < canvas->scene->exhibit->lane_count; i++) {
        const struct timeline_lane *lane = &lanes[i];
        int indent = lane->sign.w + lane->label.type.size_px / 2, gap = sizes->pad_px / 2;
        struct rect words = {lane->box.x + indent, lane->box.y, lane->box.w - indent, lane->box.h};
        struct rect paper = {lane->box.x - gap, lane->sign.y - gap, lane->box.w + 2 * gap, lane->sign.h + 2 * gap};

        if (lane->box.w == 0)
            continue;
        draw_fill(page_pen(scene), paper, scene->style->colours.paper);
        put_sign(scene, lane->sign, i, sizes->frame_px);
        label_put(scene, &lane->label, words);
    }
}
