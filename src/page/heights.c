/* As it is declared: what is there may have other pixels. */
#include "page/heights.h"

#include <math.h>

static const double MM_PER_INCH = 25.4;
static const double FOOT_MM = 120; /* a bar, and what can be touched above it at once: less is not worth a key */

bool heights_help(const struct screen *screen)
{
    double diagonal_px = hypot(screen->width_px, screen->height_px);
    double top_mm = screen->lower_edge_mm + screen->diagonal_inches * MM_PER_INCH * screen->height_px / diagonal_px;

    return screen->lower_edge_mm > 0 && top_mm > HEIGHTS_HIGHEST_MM && screen->lower_edge_mm + FOOT_MM <= HEIGHTS_HIGHEST_MM;
}
