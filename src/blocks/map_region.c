/* Boxes as assets/maps/convert.py prints them. */
#include "blocks/map_region.h"

#include <math.h>

static const struct place MIDDLE[REGION_COUNT] = {{-20, -60}};
static const double UNITS = 1000; /* a radius of the Earth */
static const struct rect BOX[REGION_COUNT] = {{-380, -561, 822, 1182}};

static const struct map_region_country COUNTRIES[REGION_COUNT][COUNTRY_COUNT] = {{
    [COUNTRY_ARGENTINA] = {{-160, 33, 260, 575}, {-36, -65.5}, false},
    [COUNTRY_BOLIVIA] = {{-164, -178, 206, 232}, {-17, -64.5}, true},
    [COUNTRY_BRAZIL] = {{-243, -438, 679, 680}, {-10, -52}, false},
    [COUNTRY_CHILE] = {{-192, -38, 119, 653}, {-33, -71.1}, true},
    [COUNTRY_COLOMBIA] = {{-336, -555, 215, 286}, {4, -73}, true},
    [COUNTRY_ECUADOR] = {{-369, -358, 101, 113}, {-1.4, -78.4}, true},
    [COUNTRY_GUYANA] = {{-26, -491, 88, 123}, {5, -58.9}, false},
    [COUNTRY_PARAGUAY] = {{-44, -12, 135, 145}, {-23.2, -58.3}, false},
    [COUNTRY_PERU] = {{-374, -338, 227, 315}, {-9.5, -75.5}, true},
    [COUNTRY_SURINAME] = {{34, -450, 74, 73}, {4, -56}, false},
    [COUNTRY_URUGUAY] = {{22, 176, 79, 86}, {-32.8, -56}, false},
    [COUNTRY_VENEZUELA] = {{-237, -551, 242, 193}, {7.5, -65.5}, false},
}};

static double radians(double degrees)
{
    return degrees * acos(-1.0) / 180;
}

struct point map_region_project(enum region region, struct place place)
{
    double a = radians(place.latitude), b = radians(place.longitude - MIDDLE[region].longitude), c = radians(MIDDLE[region].latitude);
    double k = UNITS * sqrt(2 / (1 + sin(c) * sin(a) + cos(c) * cos(a) * cos(b)));

    return (struct point){(float)(k * cos(a) * sin(b)), (float)(-k * (cos(c) * sin(a) - sin(c) * cos(a) * cos(b)))};
}

struct rect map_region_box(enum region region)
{
    return BOX[region];
}

const struct map_region_country *map_region_country(enum region region, enum country country)
{
    return &COUNTRIES[region][country];
}
