/* The first fault is kept; what comes after it is not tried. */
#include "ledger/database.h"

#include "base/mem.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

enum { BUSY_MS = 5000, WHY_BYTES = 200 }; /* another program writes: so long it is waited for */

#define EACH_FUNCTION(DO)                                                                                                                  \
    DO(sqlite3_open_v2)                                                                                                                    \
    DO(sqlite3_close)                                                                                                                      \
    DO(sqlite3_busy_timeout)                                                                                                               \
    DO(sqlite3_exec)                                                                                                                       \
    DO(sqlite3_errmsg)                                                                                                                     \
    DO(sqlite3_prepare_v2)                                                                                                                 \
    DO(sqlite3_bind_text)                                                                                                                  \
    DO(sqlite3_bind_int64)                                                                                                                 \
    DO(sqlite3_step)                                                                                                                       \
    DO(sqlite3_reset)                                                                                                                      \
    DO(sqlite3_column_int64)                                                                                                               \
    DO(sqlite3_column_text)                                                                                                                \
    DO(sqlite3_finalize)                                                                                                                   \
    DO(sqlite3_last_insert_rowid)

#define DECLARE_FUNCTION(name) __typeof__(&(name)) name;
struct sqlite_library {
    EACH_FUNCTION(DECLARE_FUNCTION)
};

struct database {
    struct sqlite_library library;
    sqlite3 *handle;
    enum database_fault fault;
    char why[WHY_BYTES];
};

/* False if any of its functions is missing. It stays open: programs that need it end soon. */
static bool find_library(struct sqlite_library *library)
{
    void *handle = dlopen(SQLITE_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    bool found = handle != NULL;

#define FIND_FUNCTION(name)                                                                                                                \
    *(void **)&library->name = found ? dlsym(handle, #name) : NULL;                                                                        \
    found = found && library->name;
    EACH_FUNCTION(FIND_FUNCTION)
    return found;
}

static bool note(struct database *database, int result)
{
    if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE)
        return true;
    if (database->fault != FAULT_NONE)
        return false;
    database->fault = result == SQLITE_CORRUPT || result == SQLITE_NOTADB ? FAULT_DAMAGED : FAULT_OTHER;
    snprintf(database->why, sizeof(database->why), "%s", database->library.sqlite3_errmsg(database->handle));
    return false;
}

struct database *database_open(const char *path, bool write, const char **why)
{
    struct database *database = mem_alloc(sizeof(*database));
    int flags =
        write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE; /* a writer that ended in the middle is undone */

    *why = "it cannot be opened";
    if (!find_library(&database->library)) {
        *why = "this machine has no SQLite (Debian's package libsqlite3-0)";
        free(database);
        return NULL;
    }
    if (database->library.sqlite3_open_v2(path, &database->handle, flags, NULL) != SQLITE_OK) {
        database_close(database);
        return NULL;
    }
    database->library.sqlite3_busy_timeout(database->handle, BUSY_MS);
    return database;
}

void database_close(struct database *database)
{
    if (!database)
        return;
    database->library.sqlite3_close(database->handle);
    free(database);
}

enum database_fault database_fault(const struct database *database)
{
    return database->fault;
}

const char *database_why(const struct database *database)
{
    return database->why;
}

void database_run(struct database *database, const char *sql)
{
    if (database->fault == FAULT_NONE)
        note(database, database->library.sqlite3_exec(database->handle, sql, NULL, NULL, NULL));
}

int64_t database_last(const struct database *database)
{
    return database->library.sqlite3_last_insert_rowid(database->handle);
}

struct query database_ask(struct database *database, const char *sql)
{
    struct query query = {database, NULL};

    if (database->fault == FAULT_NONE &&
        !note(database, database->library.sqlite3_prepare_v2(database->handle, sql, -1, &query.statement, NULL)))
        query.statement = NULL;
    return query;
}

/* SQLITE_TRANSIENT: it makes its own copy. */
void query_text(struct query *query, int parameter, const char *text)
{
    if (query->statement)
        note(query->database, query->database->library.sqlite3_bind_text(query->statement, parameter, text, -1, SQLITE_TRANSIENT));
}

void query_number(struct query *query, int parameter, int64_t number)
{
    if (query->statement)
        note(query->database, query->database->library.sqlite3_bind_int64(query->statement, parameter, number));
}

bool query_next(struct query *query)
{
    if (!query->statement || query->database->fault != FAULT_NONE)
        return false;

    int result = query->database->library.sqlite3_step(query->statement);

    return note(query->database, result) && result == SQLITE_ROW;
}

void query_again(struct query *query)
{
    if (query->statement)
        query->database->library.sqlite3_reset(query->statement);
}

int64_t query_get_number(const struct query *query, int column)
{
    return query->database->library.sqlite3_column_int64(query->statement, column);
}

const char *query_get_text(const struct query *query, int column)
{
    const unsigned char *text = query->database->library.sqlite3_column_text(query->statement, column);

    return text ? (const char *)text : "";
}

void query_end(struct query *query)
{
    if (query->statement)
        query->database->library.sqlite3_finalize(query->statement);
    query->statement = NULL;
}
