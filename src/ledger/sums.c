/* One question a list. ?1 and ?2 are the first and the last day. */
#include "ledger/ledger.h"

#include "base/log.h"
#include "ledger/database.h"
#include "tables/table.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define IN_SPAN " day BETWEEN ?1 AND ?2 "

static const char FIRST_DAY[] = "0000", LAST_DAY[] = "9999";

enum { WAYS_MOST = 60 };

struct summing {
    struct database *database;
    struct ledger_span span;
    struct arena *arena;
};

static struct query ask(const struct summing *s, const char *sql)
{
    struct query query = database_ask(s->database, sql);

    query_text(&query, 1, s->span.since);
    query_text(&query, 2, s->span.until);
    return query;
}

static const char *text_of(const struct summing *s, const struct query *query, int column)
{
    const char *text = query_get_text(query, column);

    return arena_text(s->arena, text, strlen(text));
}

/* Rows of a name and three numbers. */
static struct sum_list list(const struct summing *s, const char *sql)
{
    struct sum *found = NULL;
    int count = 0, capacity = 0;
    struct query query = ask(s, sql);

    while (query_next(&query)) {
        found = mem_grow(found, count, &capacity, sizeof(*found));
        found[count++] =
            (struct sum){text_of(s, &query, 0), query_get_number(&query, 1), query_get_number(&query, 2), query_get_number(&query, 3)};
    }
    query_end(&query);
    struct sum_list list = {ARENA_ARRAY(s->arena, struct sum, count), count};

    if (count > 0)
        memcpy(list.sums, found, sizeof(*found) * (size_t)count);
    free(found);
    return list;
}

static void sum_visits(const struct summing *s, struct sums *sums)
{
    struct query all = ask(s, "SELECT count(*), sum(seconds), sum(large), sum(contrast), min(day), max(day) FROM visits WHERE" IN_SPAN);
    struct query middle = ask(s, "SELECT seconds FROM visits WHERE" IN_SPAN "ORDER BY seconds LIMIT 1 OFFSET"
                                 " (SELECT (count(*) - 1) / 2 FROM visits WHERE" IN_SPAN ")");

    if (query_next(&all)) {
        sums->visits = query_get_number(&all, 0);
        sums->seconds = query_get_number(&all, 1);
        sums->large = query_get_number(&all, 2);
        sums->contrast = query_get_number(&all, 3);
        sums->from = text_of(s, &all, 4);
        sums->to = text_of(s, &all, 5);
    }
    if (query_next(&middle))
        sums->median_s = query_get_number(&middle, 0);
    query_end(&all);
    query_end(&middle);
}

static void sum_hours(const struct summing *s, struct sums *sums)
{
    struct query query = ask(s, "SELECT hour, count(*), sum(seconds) FROM visits WHERE" IN_SPAN "GROUP BY hour");

    while (query_next(&query)) {
        struct sum *hour = &sums->hours[int_clamp((int)query_get_number(&query, 0), 0, SUMS_HOURS - 1)];

        hour->count = query_get_number(&query, 1);
        hour->seconds = query_get_number(&query, 2);
    }
    query_end(&query);
}

static void sum_ways(const struct summing *s, struct sums *sums)
{
    struct query query = ask(s, "SELECT a.name, b.name, count(*) AS n FROM visits JOIN steps f ON f.visit = visits.id"
                                " JOIN steps t ON t.visit = f.visit AND t.step = f.step + 1"
                                " JOIN names a ON a.id = f.name JOIN names b ON b.id = t.name WHERE" IN_SPAN
                                "GROUP BY f.name, t.name ORDER BY n DESC, a.name, b.name LIMIT 60");

    sums->ways = ARENA_ARRAY(s->arena, struct sum_way, WAYS_MOST);
    while (sums->way_count < WAYS_MOST && query_next(&query))
        sums->ways[sums->way_count++] = (struct sum_way){text_of(s, &query, 0), text_of(s, &query, 1), query_get_number(&query, 2)};
    query_end(&query);
}

static int by_total(const void *a, const void *b)
{
    const struct sum_touches *left = a, *right = b;

    if (left->total != right->total)
        return left->total < right->total ? 1 : -1;
    return strcmp(left->scene, right->scene);
}

static void sum_touches(const struct summing *s, struct sums *sums)
{
    struct sum_touches *found = NULL;
    int count = 0, capacity = 0;
    struct query query = ask(s, "SELECT names.name, tall, cell, sum(count) FROM touches JOIN names ON names.id = touches.name WHERE" IN_SPAN
                                "GROUP BY names.name, tall, cell ORDER BY names.name, tall");

    while (query_next(&query)) {
        const char *name = query_get_text(&query, 0);
        bool tall = query_get_number(&query, 1) != 0;

        if (count == 0 || strcmp(found[count - 1].scene, name) != 0 || found[count - 1].tall != tall) {
            found = mem_grow(found, count, &capacity, sizeof(*found));
            found[count++] = (struct sum_touches){.scene = text_of(s, &query, 0), .tall = tall};
        }
        int cell = int_clamp((int)query_get_number(&query, 2), 0, DIARY_CELLS - 1);

        found[count - 1].cells[cell] = query_get_number(&query, 3);
        found[count - 1].total += found[count - 1].cells[cell];
    }
    query_end(&query);
    sums->touches = ARENA_ARRAY(s->arena, struct sum_touches, count);
    sums->touches_count = count;
    if (count > 0) {
        qsort(found, (size_t)count, sizeof(*found), by_total);
        memcpy(sums->touches, found, sizeof(*found) * (size_t)count);
    }
    for (int i = 0; i < count; i++)
        sums->touched += found[i].total;
    free(found);
}

#define OF_STEPS "FROM visits JOIN steps ON steps.visit = visits.id JOIN names ON names.id = steps.name WHERE" IN_SPAN
#define MOST_FIRST "GROUP BY names.name ORDER BY n DESC, names.name"

static void sum_all(const struct summing *s, struct sums *sums)
{
    sum_visits(s, sums);
    sums->days = list(s, "SELECT day, count(*), 0, sum(seconds) FROM visits WHERE" IN_SPAN "GROUP BY day ORDER BY day");
    sums->languages =
        list(s, "SELECT language, count(*) AS n, 0, sum(seconds) FROM visits WHERE" IN_SPAN "GROUP BY language ORDER BY n DESC, language");
    sums->scenes = list(s, "SELECT names.name, count(DISTINCT visit) AS n, count(*), sum(steps.seconds) " OF_STEPS MOST_FIRST);
    sums->begins = list(s, "SELECT names.name, count(*) AS n, 0, 0 " OF_STEPS "AND step = 0 " MOST_FIRST);
    sums->ends = list(s, "SELECT names.name, count(*) AS n, 0, 0 " OF_STEPS
                         "AND step = (SELECT max(step) FROM steps l WHERE l.visit = visits.id) " MOST_FIRST);
    sum_hours(s, sums);
    sum_ways(s, sums);
    sum_touches(s, sums);
}

/* *there: the file is. NULL: it cannot be read, with a log line, or it is not there. */
static struct database *open_to_read(const char *path, struct ledger_span *span, bool *there)
{
    struct stat info;
    const char *why;

    *there = stat(path, &info) == 0 || errno != ENOENT;
    span->since = span->since ? span->since : FIRST_DAY;
    span->until = span->until ? span->until : LAST_DAY;
    if (!*there)
        return NULL;
    struct database *database = database_open(path, false, &why);

    if (!database)
        log_error("%s: %s", path, why);
    return database;
}

static bool close_read(struct database *database, const char *path)
{
    bool fine = database_fault(database) == FAULT_NONE;

    if (!fine)
        log_error("%s: visits cannot be read: %s", path, database_why(database));
    database_close(database);
    return fine;
}

bool ledger_sum(const char *path, struct ledger_span span, struct arena *arena, struct sums *sums)
{
    bool there;
    struct database *database = open_to_read(path, &span, &there);
    struct summing summing = {database, span, arena};

    *sums = (struct sums){.from = "", .to = ""};
    if (!database)
        return !there;
    sum_all(&summing, sums);
    return close_read(database, path);
}

bool ledger_table(const char *path, struct ledger_span span, struct buffer *out)
{
    static const char *const heads[] = {"visit",         "day",     "hour", "language", "large text",
                                        "high contrast", "seconds", "step", "scene",    "seconds of scene"};
    struct table_writer writer;
    bool there;
    struct database *database = open_to_read(path, &span, &there);

    table_begin(&writer, out, ',');
    for (size_t i = 0; i < COUNTOF(heads); i++)
        table_put(&writer, heads[i]);
    table_end_row(&writer);
    if (!database)
        return !there;
    struct query query =
        ask(&(struct summing){database, span, NULL},
            "SELECT visits.id, day, hour, language, large, contrast, visits.seconds, step + 1, names.name, steps.seconds " OF_STEPS
            "ORDER BY visits.id, step");

    while (query_next(&query)) {
        for (size_t i = 0; i < COUNTOF(heads); i++)
            table_put(&writer, query_get_text(&query, (int)i));
        table_end_row(&writer);
    }
    query_end(&query);
    return close_read(database, path);
}
