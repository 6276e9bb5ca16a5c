/* Entries of the journal with fields of our own beside the line, to be asked for by them (systemd.journal-fields(7)): spoken by hand, as
 * warden/manager speaks to the service manager. Lines without fields go to the log, which the journal reads too. */
#pragma once

#include "base/log.h"

#include <sys/un.h>

struct journal {
    int socket; /* -1: nobody takes entries */
    struct sockaddr_un address;
};

/* Names are capitals, digits and '_'; values may be anything. */
struct journal_field {
    const char *name, *value;
};

#define JOURNAL_SOCKET "/run/systemd/journal/socket"

/* Where the log leads to the journal, that takes entries at the socket of that path. For a process that goes on: of one that ends at once
 * the journal would no longer find out which service it was of. */
void journal_open(struct journal *journal, const char *path);
void journal_close(struct journal *journal);
/* The fields end with one whose name is NULL. Where they are not taken, the line goes to the log as it is. Never waits. */
void journal_put(const struct journal *journal, enum log_severity severity, const char *line, const struct journal_field *fields);
