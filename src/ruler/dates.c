/* What is shown is whole: of a window that begins at noon, the day. */
#include "ruler/dates.h"

#include "text/date_text.h"

#include <math.h>

static const double ROUNDING = 1e-4; /* of a minute: what sums of fractions may lack */
enum { YEARS_FROM_DAYS = 730, MONTHS_FROM_DAYS = 75, MINUTES_OF_DAY = 24 * 60 };

/* The moment of this precision that holds a day or, where `ends`, the last that ends with it. */
static struct moment moment_of(double day, bool ends, enum precision precision)
{
    double minutes = ends ? ceil(day * MINUTES_OF_DAY - ROUNDING) - 1 : floor(day * MINUTES_OF_DAY + ROUNDING);
    double days = floor(minutes / MINUTES_OF_DAY);
    struct moment moment = {.date = date_from_day((int)days), .minute = (int)(minutes - days * MINUTES_OF_DAY), .timed = true};

    return moment_cut(moment, precision);
}

const char *timeline_dates_text(const struct scene *scene, struct axis_interval days)
{
    double length = days.to - days.from;
    enum precision precision = length >= YEARS_FROM_DAYS                   ? PRECISION_YEAR
                               : length >= MONTHS_FROM_DAYS                ? PRECISION_MONTH
                               : length >= 2 || !scene->exhibit->has_times ? PRECISION_DAY
                                                                           : PRECISION_MINUTE;
    struct dating dates = {.from = moment_of(days.from, false, precision), .to = moment_of(days.to, true, precision)};

    return date_text_dating(scene->arena, &page_words(scene)->dates, &dates);
}
