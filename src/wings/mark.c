/* Two commands above all others. */
#include "wings/mark.h"

#include "page/style.h"

static const float MARK_MM = 6;

const struct frame *mark_on(struct staff_mark *mark, const struct exhibit *exhibit, const struct frame *frame)
{
    const struct theme_colours *colours = &exhibit->theme.normal;
    int side = (int)(MARK_MM * style_px_per_mm(&exhibit->screen, frame->size));

    if (frame->over_count == FRAME_OVER_MAX)
        return frame;
    mark->commands[0] = (struct draw_command){.kind = DRAW_FILL, .rect = {0, frame->size.h - side, side, side}, .colour = colours->paper};
    mark->commands[1] = (struct draw_command){
        .kind = DRAW_FILL, .rect = {side / 4, frame->size.h - side * 3 / 4, side / 2, side / 2}, .colour = colours->strong};
    mark->frame = *frame;
    mark->frame.over[mark->frame.over_count++] = (struct draw_list){mark->commands, COUNTOF(mark->commands), COUNTOF(mark->commands)};
    return &mark->frame;
}
