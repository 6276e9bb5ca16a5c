/* The last break that begins before a day, or a place, tells all. */
#include "axis/scale.h"

/* How many breaks begin at or before it; counted: by place, not by day. */
static int begun(const struct exhibit *exhibit, double at, bool by_place)
{
    int low = 0, high = exhibit->break_count;

    while (low < high) {
        int middle = (low + high) / 2;
        const struct time_break *one = &exhibit->breaks[middle];

        if ((by_place ? one->place_from : one->from) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double axis_scale_place(const struct exhibit *exhibit, double day)
{
    int count = begun(exhibit, day, false);

    if (count == 0)
        return day;
    const struct time_break *last = &exhibit->breaks[count - 1];

    if (day >= last->to)
        return day - (last->to - last->place_to);
    return last->place_from + (day - last->from) * (last->place_to - last->place_from) / (last->to - last->from);
}

double axis_scale_day(const struct exhibit *exhibit, double place)
{
    int count = begun(exhibit, place, true);

    if (count == 0)
        return place;
    const struct time_break *last = &exhibit->breaks[count - 1];

    if (place >= last->place_to)
        return place + (last->to - last->place_to);
    return last->from + (place - last->place_from) * (last->to - last->from) / (last->place_to - last->place_from);
}

struct axis_interval axis_scale_places(const struct exhibit *exhibit, struct axis_interval days)
{
    return (struct axis_interval){axis_scale_place(exhibit, days.from), axis_scale_place(exhibit, days.to)};
}

struct axis_interval axis_scale_days(const struct exhibit *exhibit, struct axis_interval places)
{
    return (struct axis_interval){axis_scale_day(exhibit, places.from), axis_scale_day(exhibit, places.to)};
}
