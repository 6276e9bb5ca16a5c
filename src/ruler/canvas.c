/* Drawing along and across. */
#include "ruler/canvas.h"

#include <math.h>

static const double FAR_PX = 1e6;

int timeline_canvas_along(const struct timeline_canvas *canvas, double place)
{
    const struct timeline_layout *layout = canvas->layout;
    double along = timeline_layout_along(layout, canvas->state->window, place);

    return (int)lround(fmin(fmax(along, layout->from_px - FAR_PX), layout->to_px + FAR_PX));
}

int timeline_canvas_here(const struct timeline_canvas *canvas)
{
    const struct panel *here = canvas->scene->here;

    return here ? exhibit_panel_event(canvas->scene->exhibit, (int)(here - canvas->scene->exhibit->panels)) : -1;
}

int timeline_canvas_day(const struct timeline_canvas *canvas, double day)
{
    return timeline_canvas_along(canvas, axis_scale_place(canvas->scene->exhibit, day));
}

void timeline_canvas_fill(const struct timeline_canvas *canvas, struct rect turned, struct colour colour)
{
    draw_fill(page_pen(canvas->scene), timeline_layout_turned(canvas->layout, turned), colour);
}
