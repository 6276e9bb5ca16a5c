/* A lane's name stands behind the sign of its labels: framed or filled, in the lane's colour. */
#include "timeline/lanes.h"

#include "text/capitals.h"

static const float TRACKING = 0.09F;
enum { SMALLEST_PX = 8 };

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

static struct timeline_lane lane_of(const struct scene *scene, const struct timeline_layout *layout, enum lane lane, int x)
{
    const struct words *words = page_words(scene);
    const char *const names[LANE_COUNT] = {words->lane_chile, words->lane_neighbours, words->lane_world};
    int size = layout->portrait ? layout->sizes.text_px * 9 / 10 : layout->sizes.text_px, gap = size / 2;
    struct timeline_lane made = {.box = layout->lane_names[lane]};
    struct type type = {FACE_BOLD, size, (int)(TRACKING * (float)size)};
    int sign = page_metrics(scene, type).cap_px;
    const char *text = capitals_of(scene->arena, names[lane], page_language(scene));

    made.box.w -= x - made.box.x;
    made.box.x = x;
    made.sign = (struct rect){x, made.box.y + (made.box.h - sign) / 2, sign, sign};
    made.label = (struct label){type, scene->style->colours.ink, text, ALIGN_START};
    made.label.type = label_shrunk(scene, &made.label, made.box.w - sign - gap, SMALLEST_PX);
    made.box.w = sign + gap + label_width(scene, made.label.type, text);
    return made;
}

void timeline_lanes_place(const struct scene *scene, struct timeline_layout *layout, struct timeline_lane lanes[LANE_COUNT])
{
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        enum timeline_side side = timeline_layout_side(layout, (enum lane)lane);
        int x = layout->lane_names[lane].x;

        if (layout->portrait) {
            lanes[lane] = lane_of(scene, layout, (enum lane)lane, x);
            continue;
        }
        x = int_max(x, layout->cluster_from_px[side]);
        lanes[lane] = lane_of(scene, layout, (enum lane)lane, x);
        layout->cluster_from_px[side] = x + lanes[lane].box.w + 2 * layout->sizes.pad_px;
    }
}

void timeline_lanes_put(const struct timeline_canvas *canvas, const struct timeline_lane lanes[LANE_COUNT])
{
    const struct scene *scene = canvas->scene;
    const struct timeline_sizes *sizes = &canvas->layout->sizes;

    for (int i = 0; i < LANE_COUNT; i++) {
        const struct timeline_lane *lane = &lanes[i];
        int indent = lane->sign.w + lane->label.type.size_px / 2, gap = sizes->pad_px / 2;
        struct rect words = {lane->box.x + indent, lane->box.y, lane->box.w - indent, lane->box.h};
        struct rect paper = {lane->box.x - gap, lane->sign.y - gap, lane->box.w + 2 * gap, lane->sign.h + 2 * gap};

        draw_fill(page_pen(scene), paper, scene->style->colours.paper);
        put_sign(scene, lane->sign, (enum lane)i, sizes->frame_px);
        label_put(scene, &lane->label, words);
    }
}
