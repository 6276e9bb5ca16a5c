#include "exhibit/land.h"

#include <math.h>
#include <string.h>

static double radians(double degrees)
{
    return degrees * acos(-1.0) / 180;
}

struct point land_point(const struct land *land, struct place place)
{
    double a = radians(place.latitude), b = radians(place.longitude - land->middle.longitude), c = radians(land->middle.latitude);
    double nearness = 1 + sin(c) * sin(a) + cos(c) * cos(a) * cos(b);
    double k = land->units * sqrt(2 / nearness);

    if (nearness < 1e-9) /* the other side of the Earth: a circle, of which any point does */
        return (struct point){(float)(2 * land->units), 0};
    return (struct point){(float)(k * cos(a) * sin(b)), (float)(-k * (cos(c) * sin(a) - sin(c) * cos(a) * cos(b)))};
}

bool land_has(const struct land *land, struct place place)
{
    return rect_contains(land->box, land_point(land, place));
}

int land_area_named(const struct land *land, const char *id)
{
    for (int i = 0; i < land->area_count; i++)
        if (strcmp(land->areas[i].id, id) == 0)
            return i;
    return -1;
}

static double distance_to_edge(struct point p, struct point a, struct point b)
{
    double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    double along = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;

    along = fmin(1, fmax(0, along));
    return hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

/* Whether a line from the point to the right crosses the edge. */
static bool crosses(struct point p, struct point a, struct point b)
{
    return (a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
}

double outline_distance(const struct outline *outline, struct point point)
{
    double least = INFINITY;
    bool inside = false;

    for (int ring = 0, first = 0; ring < outline->ring_count; first = outline->ends[ring], ring++)
        for (int i = first, before = outline->ends[ring] - 1; i < outline->ends[ring]; before = i++) {
            least = fmin(least, distance_to_edge(point, outline->points[before], outline->points[i]));
            inside = inside != crosses(point, outline->points[before], outline->points[i]);
        }
    return inside ? 0 : least;
}

struct rect outline_box(const struct outline *outline)
{
    int count = outline->ring_count > 0 ? outline->ends[outline->ring_count - 1] : 0;

    if (count == 0)
        return (struct rect){0, 0, 0, 0};
    struct point from = outline->points[0], to = from;

    for (int i = 1; i < count; i++) {
        struct point p = outline->points[i];

        from = (struct point){fminf(from.x, p.x), fminf(from.y, p.y)};
        to = (struct point){fmaxf(to.x, p.x), fmaxf(to.y, p.y)};
    }
    int x = (int)floorf(from.x), y = (int)floorf(from.y);

    return (struct rect){x, y, (int)ceilf(to.x) - x, (int)ceilf(to.y) - y};
}
