/* Places on the axis: where a day stands. A place is a day where nothing is pressed together; behind a break of the axis
 * (exhibit.breaks) it is as many days less as the breaks before it save. Windows, limits and all that moves count in places; what is told
 * of time counts in days. Pure. */
#pragma once

#include "exhibit/model.h"

/* From `from` up to, not including, `to`; day numbers (text/date.h) with the time of day as a fraction, or places. */
struct axis_interval {
    double from, to;
};

double axis_scale_place(const struct exhibit *exhibit, double day);
/* The day at a place: the other way round. */
double axis_scale_day(const struct exhibit *exhibit, double place);
/* Of both ends. */
struct axis_interval axis_scale_places(const struct exhibit *exhibit, struct axis_interval days);
struct axis_interval axis_scale_days(const struct exhibit *exhibit, struct axis_interval places);
