/* Hashes are those of a frame in which everything else is as it always is. */
#include "layout/frame.h"

struct rect frame_rect(const struct frame *frame, struct rect rect)
{
    return frame->mirrored ? rect_mirrored(rect, frame->size.w) : rect;
}

struct rect frame_gutter_rect(const struct frame *frame)
{
    struct rect gutter = {frame->area.x + frame->gutter.x_px, frame->area.y, frame->gutter.w_px, frame->area.h};

    return frame_rect(frame, rect_common(gutter, frame->area));
}

bool frame_is_at_rest(const struct frame *frame)
{
    return frame->layer_count == 1 && frame->layers[0].x_px == 0;
}

struct rect frame_whole(const struct frame *frame)
{
    return (struct rect){0, 0, frame->size.w, frame->size.h};
}

bool frame_has_over_area(const struct frame *frame)
{
    for (int i = 0; i < frame->over_count; i++) {
        for (int c = 0; c < frame->over[i].count; c++) {
            const struct draw_command *command = &frame->over[i].commands[c];

            if (command->kind != DRAW_CLIP && rect_meet(command->rect, frame->area))
                return true;
        }
    }
    return false;
}

uint64_t frame_hash_around(const struct frame *frame)
{
    struct frame over = *frame;

    over.layer_count = 0;
    over.gutter = (struct frame_gutter){0};
    over.cover_count = 0;
    over.fade_share = 1;
    over.fade_serial = 0;
    return frame_hash(&over);
}

uint64_t frame_hash_still(const struct frame *frame)
{
    struct frame still = *frame;

    still.fade_share = 1;
    still.fade_serial = 0;
    still.ground_count = 0;
    still.growth = (struct frame_growth){0};
    return frame_hash(&still);
}

bool frame_grounds_cover(const struct frame *frame)
{
    int64_t left = (int64_t)frame->size.w * frame->size.h;

    for (int i = 0; i < frame->ground_count; i++) {
        struct rect rect = frame->grounds[i].rect;

        for (int above = i + 1; above < frame->ground_count; above++)
            if (rect_meet(rect, frame->grounds[above].rect))
                return false;
        left -= (int64_t)rect.w * rect.h;
    }
    return left <= 0;
}
