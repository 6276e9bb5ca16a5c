#include "timeline/dates.h"

#include "text/date_text.h"

enum { YEARS_FROM_DAYS = 730, MONTHS_FROM_DAYS = 75 };

const char *timeline_dates_text(const struct scene *scene, struct axis_interval days)
{
    int length = days.to - days.from;
    enum precision precision = length >= YEARS_FROM_DAYS ? PRECISION_YEAR : length >= MONTHS_FROM_DAYS ? PRECISION_MONTH : PRECISION_DAY;
    struct dating dates = {.from.date = date_cut(date_from_day(days.from), precision),
                           .to.date = date_cut(date_from_day(days.to - 1), precision)};

    return date_text_dating(scene->arena, &page_words(scene)->dates, &dates);
}
