/* Day numbers after Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last of its year, and eras of 400
 * years (of 4 in the Julian calendar) are all alike. */
#include "text/date.h"

enum {
    DAYS_OF_ERA = 146097,
    EPOCH_SHIFT = 719468, /* days from 1 March of 1 BC to 1 January 1970 */
    DAYS_OF_JULIAN_ERA = 1461,
    JULIAN_EPOCH_SHIFT = 719470, /* the same from the Julian 1 March, two days earlier */
};

int date_year_to_number(int year)
{
    return year < 0 ? year + 1 : year;
}

int date_year_from_number(int number)
{
    return number <= 0 ? number - 1 : number;
}

int date_days_of_month(enum calendar calendar, struct date month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = date_year_to_number(month.year);
    bool leap = year % 4 == 0 && (calendar == CALENDAR_JULIAN || year % 100 != 0 || year % 400 == 0);

    return month.month == 2 && leap ? 29 : days[month.month - 1];
}

enum precision date_precision(struct date date)
{
    return date.day > 0 ? PRECISION_DAY : date.month > 0 ? PRECISION_MONTH : PRECISION_YEAR;
}

struct date date_cut(struct date date, enum precision precision)
{
    return (struct date){date.year, precision < PRECISION_YEAR ? date.month : 0, precision < PRECISION_MONTH ? date.day : 0};
}

int date_compare(struct date one, struct date other)
{
    if (one.year != other.year)
        return one.year < other.year ? -1 : 1;
    if (one.month != other.month)
        return one.month < other.month ? -1 : 1;
    return (one.day > other.day) - (one.day < other.day);
}

int date_calendar_to_day(enum calendar calendar, struct date date)
{
    int month = int_max(1, date.month), day = int_max(1, date.day);
    int year = date_year_to_number(date.year) - (month <= 2);
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    if (calendar == CALENDAR_JULIAN)
        return int_floor_div(year * DAYS_OF_JULIAN_ERA, 4) + of_year - JULIAN_EPOCH_SHIFT;
    int era = int_floor_div(year, 400), of_era = year - era * 400;

    return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_SHIFT;
}

int date_to_day(struct date date)
{
    return date_calendar_to_day(CALENDAR_GREGORIAN, date);
}

struct date date_from_day(int day)
{
    int shifted = day + EPOCH_SHIFT, era = int_floor_div(shifted, DAYS_OF_ERA), of_era = shifted - era * DAYS_OF_ERA;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    struct date date = {.day = of_year - (153 * month + 2) / 5 + 1, .month = month < 10 ? month + 3 : month - 9};

    date.year = date_year_from_number(year + era * 400 + (date.month <= 2));
    return date;
}
