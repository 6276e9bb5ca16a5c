/* SQLite, as much of it as visits need: a file of tables that a cut of the power leaves whole. The library is opened by name, as the kiosk
 * itself never needs it. One thread at a time. */
#pragma once

#include "base/base.h"

#include <sqlite3.h>

/* FAULT_DAMAGED: it is no database any more. */
enum database_fault { FAULT_NONE, FAULT_DAMAGED, FAULT_OTHER };

struct database;

/* write: made if it is not there. NULL: `why` says what is the matter, borrowed and in plain words. */
struct database *database_open(const char *path, bool write, const char **why);
void database_close(struct database *database);

/* What went wrong first since it was opened, if anything; after that nothing else is done but to close it. */
enum database_fault database_fault(const struct database *database);
const char *database_why(const struct database *database);

/* Statements that give nothing. */
void database_run(struct database *database, const char *sql);

/* A question, and its rows one by one. Parameters are ?1, ?2, ... */
struct query {
    struct database *database;
    sqlite3_stmt *statement; /* NULL: it cannot be query */
};

struct query database_ask(struct database *database, const char *sql);
void query_text(struct query *query, int parameter, const char *text);
void query_number(struct query *query, int parameter, int64_t number);
/* The next row is there. */
bool query_next(struct query *query);
/* Asked again with other parameters. */
void query_again(struct query *query);
int64_t query_get_number(const struct query *query, int column);
/* Borrowed until the next row; never NULL. */
const char *query_get_text(const struct query *query, int column);
void query_end(struct query *query);
/* Of the last row that was added. */
int64_t database_last(const struct database *database);
