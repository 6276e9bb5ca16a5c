/* A table a list; numbers stand under one another. */
#include "census/report.h"

#include <string.h>

enum { ROWS_MOST = 40, BAR = 30 };

static int width_of(const struct sum_list *list)
{
    size_t width = 12;

    for (int i = 0; i < list->count; i++)
        if (strlen(list->sums[i].name) > width)
            width = strlen(list->sums[i].name);
    return (int)width;
}

static void put_bar(struct buffer *out, int64_t count, int64_t most)
{
    for (int i = 0; most > 0 && i < (int)((count * BAR + most - 1) / most); i++)
        buffer_add(out, "#", 1);
    buffer_add(out, "\n", 1);
}

static int64_t most_of(const struct sum *sums, int count)
{
    int64_t most = 0;

    for (int i = 0; i < count; i++)
        if (sums[i].count > most)
            most = sums[i].count;
    return most;
}

/* Names, visits, and a bar; the first rows, or from one on. */
static void put_counts(struct buffer *out, const char *title, const struct sum_list *list, int from)
{
    int width = width_of(list), rows = int_min(list->count - from, ROWS_MOST);
    int64_t most = most_of(list->sums, list->count);

    buffer_printf(out, "\n%-*s  visits\n", width, title);
    for (int i = from; i < from + rows; i++) {
        buffer_printf(out, "%-*s  %6lld  ", width, list->sums[i].name, (long long)list->sums[i].count);
        put_bar(out, list->sums[i].count, most);
    }
    if (rows < list->count)
        buffer_printf(out, "and %d %s\n", list->count - rows, from > 0 ? "before them" : "more");
}

static void put_scenes(struct buffer *out, const struct sum_list *list)
{
    int width = width_of(list);

    buffer_printf(out, "\n%-*s  visits   times  minutes  seconds a time\n", width, "SCENES");
    for (int i = 0; i < list->count; i++) {
        const struct sum *sum = &list->sums[i];

        buffer_printf(out, "%-*s  %6lld  %6lld  %7lld  %14lld\n", width, sum->name, (long long)sum->count, (long long)sum->times,
                      (long long)(sum->seconds / 60), (long long)(sum->times > 0 ? (sum->seconds + sum->times / 2) / sum->times : 0));
    }
}

static void put_hours(struct buffer *out, const struct sums *sums)
{
    int64_t most = most_of(sums->hours, SUMS_HOURS);

    buffer_printf(out, "\nHOURS         visits\n");
    for (int i = 0; i < SUMS_HOURS; i++) {
        if (sums->hours[i].count == 0)
            continue;
        buffer_printf(out, "%02d:00         %6lld  ", i, (long long)sums->hours[i].count);
        put_bar(out, sums->hours[i].count, most);
    }
}

static void put_ways(struct buffer *out, const struct sums *sums)
{
    int rows = int_min(sums->way_count, ROWS_MOST / 2);

    buffer_printf(out, "\nWAYS\n");
    for (int i = 0; i < rows; i++)
        buffer_printf(out, "%6lld  %s -> %s\n", (long long)sums->ways[i].count, sums->ways[i].from, sums->ways[i].to);
}

static long long percent(int64_t part, int64_t all)
{
    return all > 0 ? (part * 100 + all / 2) / all : 0;
}

void report_write(struct buffer *out, const struct sums *sums)
{
    if (sums->visits == 0) {
        buffer_printf(out, "no visits\n");
        return;
    }
    buffer_printf(out, "%lld visits on %d days, %s to %s\n", (long long)sums->visits, sums->days.count, sums->from, sums->to);
    buffer_printf(out, "half of them took %lld seconds or less; together %lld minutes\n", (long long)sums->median_s,
                  (long long)(sums->seconds / 60));
    buffer_printf(out, "large text in %lld %%, high contrast in %lld %%; %lld touches\n", percent(sums->large, sums->visits),
                  percent(sums->contrast, sums->visits), (long long)sums->touched);
    put_counts(out, "DAYS", &sums->days, int_max(0, sums->days.count - ROWS_MOST));
    put_hours(out, sums);
    put_counts(out, "LANGUAGES", &sums->languages, 0);
    put_scenes(out, &sums->scenes);
    put_counts(out, "BEGUN AT", &sums->begins, 0);
    put_counts(out, "ENDED AT", &sums->ends, 0);
    put_ways(out, sums);
}
