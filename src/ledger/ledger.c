/* Each text is one transaction. The journal is a file beside it that is gone when all is written: what a cut of the power leaves is undone
 * by whoever opens the file next. */
#include "ledger/ledger.h"

#include "base/log.h"
#include "diary/entry.h"
#include "ledger/database.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_BYTES = 4096, ROOM_PERCENT = 90 };

/* A visit's number is its row. Names are kept once. */
static const char SCHEMA[] =
    "PRAGMA page_size=4096; PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    "CREATE TABLE IF NOT EXISTS names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
    "CREATE TABLE IF NOT EXISTS visits (id INTEGER PRIMARY KEY, day TEXT NOT NULL, hour INTEGER NOT NULL,"
    " seconds INTEGER NOT NULL, language TEXT NOT NULL, large INTEGER NOT NULL, contrast INTEGER NOT NULL);"
    "CREATE INDEX IF NOT EXISTS visits_day ON visits (day);"
    "CREATE TABLE IF NOT EXISTS steps (visit INTEGER NOT NULL REFERENCES visits ON DELETE CASCADE, step INTEGER NOT NULL,"
    " name INTEGER NOT NULL, seconds INTEGER NOT NULL, PRIMARY KEY (visit, step)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS touches (day TEXT NOT NULL, name INTEGER NOT NULL, tall INTEGER NOT NULL,"
    " cell INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, name, tall, cell)) WITHOUT ROWID;";

/* What one text is added with. scenes, touches: of the visit whose line has not come yet. */
struct adding {
    struct database *database;
    struct query name, name_of, visit, step, touch;
    struct diary_entry *pending;
    int pending_count, pending_capacity, keep; /* keep: days */
};

static int64_t name_of(struct adding *adding, const char *name)
{
    int64_t id = 0;

    query_again(&adding->name);
    query_text(&adding->name, 1, name);
    query_next(&adding->name);
    query_again(&adding->name_of);
    query_text(&adding->name_of, 1, name);
    if (query_next(&adding->name_of))
        id = query_get_number(&adding->name_of, 0);
    return id;
}

static void add_visit(struct adding *adding, const struct diary_entry *entry)
{
    struct query *visit = &adding->visit, *step = &adding->step, *touch = &adding->touch;
    int steps = 0;

    query_again(visit);
    query_text(visit, 1, entry->day);
    query_number(visit, 2, entry->hour);
    query_number(visit, 3, entry->number);
    query_text(visit, 4, entry->language);
    query_number(visit, 5, entry->large);
    query_number(visit, 6, entry->contrast);
    query_next(visit);

    int64_t id = database_last(adding->database);

    for (int i = 0; i < adding->pending_count; i++) {
        const struct diary_entry *pending = &adding->pending[i];
        bool is_touch = pending->kind == ENTRY_TOUCH;
        struct query *to = is_touch ? touch : step;
        int64_t name = name_of(adding, pending->name);

        query_again(to);
        if (is_touch)
            query_text(to, 1, entry->day);
        else
            query_number(to, 1, id);
        query_number(to, 2, is_touch ? name : steps++);
        query_number(to, 3, is_touch ? pending->tall : name);
        query_number(to, 4, pending->number);
        query_next(to);
    }
    adding->pending_count = 0;
}

static void add_text(struct adding *adding, const char *text)
{
    struct diary_entry entry;

    while (entry_read(&text, &entry)) {
        switch (entry.kind) {
        case ENTRY_KEEP:
            adding->keep = entry.number;
            adding->pending_count = 0;
            break;
        case ENTRY_SCENE:
        case ENTRY_TOUCH:
            adding->pending = mem_grow(adding->pending, adding->pending_count, &adding->pending_capacity, sizeof(*adding->pending));
            adding->pending[adding->pending_count++] = entry;
            break;
        case ENTRY_VISIT:
            add_visit(adding, &entry);
            break;
        }
    }
}

static int64_t ask_number(struct database *database, const char *sql)
{
    struct query query = database_ask(database, sql);
    int64_t number = query_next(&query) ? query_get_number(&query, 0) : 0;

    query_end(&query);
    return number;
}

/* All days before the one that is so many days from the last. */
static void drop_before(struct database *database, int64_t days_kept)
{
    static const char *const drops[] = {
        "DELETE FROM visits WHERE day < (SELECT day FROM (SELECT DISTINCT day FROM visits ORDER BY day DESC) LIMIT 1 OFFSET ?1)",
        "DELETE FROM touches WHERE day < (SELECT min(day) FROM visits)",
    };

    for (size_t i = 0; i < COUNTOF(drops); i++) {
        struct query drop = database_ask(database, drops[i]);

        if (i == 0)
            query_number(&drop, 1, days_kept - 1);
        query_next(&drop);
        query_end(&drop);
    }
}

/* Pages that were freed are used again: the file does not grow beyond its bound. */
static void keep_bounds(struct database *database, int keep, int pages_most)
{
    if (keep > 0)
        drop_before(database, keep);
    for (;;) {
        int64_t used = ask_number(database, "PRAGMA page_count") - ask_number(database, "PRAGMA freelist_count");
        int64_t days = ask_number(database, "SELECT count(DISTINCT day) FROM visits");

        if (used < pages_most * ROOM_PERCENT / 100 || days < 2)
            return;
        drop_before(database, days - 1);
    }
}

static void add_all(struct database *database, const char *text, int pages_most)
{
    char bound[64];

    snprintf(bound, sizeof(bound), "PRAGMA max_page_count=%d", pages_most);
    database_run(database, SCHEMA);
    database_run(database, bound);
    database_run(database, "BEGIN IMMEDIATE");

    struct adding adding = {
        .database = database,
        .name = database_ask(database, "INSERT OR IGNORE INTO names (name) VALUES (?1)"),
        .name_of = database_ask(database, "SELECT id FROM names WHERE name = ?1"),
        .visit =
            database_ask(database, "INSERT INTO visits (day, hour, seconds, language, large, contrast) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
        .step = database_ask(database, "INSERT INTO steps (visit, step, name, seconds) VALUES (?1, ?2, ?3, ?4)"),
        .touch = database_ask(database, "INSERT INTO touches (day, name, tall, cell, count) VALUES (?1, ?2, ?3, ?4, 1)"
                                        " ON CONFLICT DO UPDATE SET count = count + 1"),
    };

    add_text(&adding, text);
    query_end(&adding.name);
    query_end(&adding.name_of);
    query_end(&adding.visit);
    query_end(&adding.step);
    query_end(&adding.touch);
    free(adding.pending);
    keep_bounds(database, adding.keep, pages_most);
    database_run(database, "COMMIT");
}

/* Unless it is FAULT_NONE nothing was added, and *why, for the caller to free, says for what reason. */
static enum database_fault try_to_add(const char *path, const char *text, int bytes_most, char **why)
{
    enum database_fault fault = FAULT_OTHER;
    const char *reason;
    struct database *database = database_open(path, true, &reason);

    if (database) {
        add_all(database, text, bytes_most / PAGE_BYTES);
        fault = database_fault(database);
        reason = database_why(database);
    }
    *why = fault == FAULT_NONE ? NULL : mem_text(reason);
    database_close(database);
    return fault;
}

/* What there is of its journal belongs to it. */
static bool put_aside(const char *path)
{
    struct buffer aside = {0}, journal = {0};

    buffer_printf(&aside, "%s.damaged", path);
    buffer_printf(&journal, "%s-journal", path);
    remove(journal.bytes);
    bool done = rename(path, aside.bytes) == 0;

    buffer_finish(&aside);
    buffer_finish(&journal);
    return done;
}

bool ledger_add(const char *path, const char *text, int bytes_most, bool quiet)
{
    char *why;
    enum database_fault fault = try_to_add(path, text, bytes_most, &why);

    if (fault == FAULT_DAMAGED && put_aside(path)) {
        log_warning("%s is damaged (%s): put aside as visits.db.damaged, and begun anew", path, why);
        free(why);
        fault = try_to_add(path, text, bytes_most, &why);
    }
    if (fault != FAULT_NONE && !quiet)
        log_error("visits cannot be kept in %s: %s", path, why);
    free(why);
    return fault == FAULT_NONE;
}
