/* Day numbers after Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last of its year, and eras of 400
 * years are all alike. */
#include "base/date.h"

#include <string.h>

enum { DAYS_OF_ERA = 146097, EPOCH_SHIFT = 719468 /* days from 1 March of the year 0 to 1 January 1970 */ };

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

static bool is_valid(struct date date)
{
    return date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_of_month(date.year, date.month);
}

static bool parse_digits(const char *text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *number = *number * 10 + (text[i] - '0');
    }
    return true;
}

bool date_parse(const char *text, struct date *date)
{
    struct date read;

    if (strlen(text) != strlen("YYYY-MM-DD") || text[4] != '-' || text[7] != '-')
        return false;
    if (!parse_digits(text, 4, &read.year) || !parse_digits(text + 5, 2, &read.month) || !parse_digits(text + 8, 2, &read.day))
        return false;
    if (!is_valid(read))
        return false;
    *date = read;
    return true;
}

bool date_parse_year(const char *text, struct date *date)
{
    int year;

    if (strlen(text) != strlen("YYYY") || text[0] == '0' || !parse_digits(text, 4, &year))
        return false;
    *date = (struct date){.year = year};
    return true;
}

int date_compare(struct date one, struct date other)
{
    if (one.year != other.year)
        return one.year < other.year ? -1 : 1;
    if (one.month != other.month)
        return one.month < other.month ? -1 : 1;
    return (one.day > other.day) - (one.day < other.day);
}

int date_to_day(struct date date)
{
    int year = date.year - (date.month <= 2), era = int_floor_div(year, 400), of_era = year - era * 400;
    int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_SHIFT;
}

struct date date_from_day(int day)
{
    int shifted = day + EPOCH_SHIFT, era = int_floor_div(shifted, DAYS_OF_ERA), of_era = shifted - era * DAYS_OF_ERA;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    struct date date = {.day = of_year - (153 * month + 2) / 5 + 1, .month = month < 10 ? month + 3 : month - 9};

    date.year = year + era * 400 + (date.month <= 2);
    return date;
}
