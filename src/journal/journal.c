#include "journal/journal.h"

#include "base/printable.h"
#include "base/sink.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ENTRY_BYTES = 2 * SINK_LINE_BYTES };

struct journal_entry {
    char bytes[ENTRY_BYTES];
    size_t length;
};

void journal_open(struct journal *journal, const char *path)
{
    *journal = (struct journal){.socket = -1, .address = {.sun_family = AF_UNIX}};
    if (!sink_is_journal() || strlen(path) >= sizeof(journal->address.sun_path))
        return;
    memcpy(journal->address.sun_path, path, strlen(path));
    journal->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
}

void journal_close(struct journal *journal)
{
    if (journal->socket >= 0)
        close(journal->socket);
    journal->socket = -1;
}

/* systemd.io/JOURNAL_NATIVE_PROTOCOL: the name, a line break, how long the value is (eight bytes, the lowest first), the value, a line
 * break. So written a value may hold anything. False: there is no room. */
static bool add_field(struct journal_entry *entry, const char *name, const char *value)
{
    enum { SIZE_BYTES = 8, BYTE_BITS = 8, BYTE = 0xff };
    size_t name_length = strlen(name), length = strlen(value);
    char *at = entry->bytes + entry->length;

    if (name_length + length + SIZE_BYTES + 2 > sizeof(entry->bytes) - entry->length)
        return false;
    memcpy(at, name, name_length);
    at += name_length;
    *at++ = '\n';
    for (size_t i = 0, rest = length; i < SIZE_BYTES; i++, rest >>= BYTE_BITS)
        *at++ = (char)(rest & BYTE);
    memcpy(at, value, length);
    at += length;
    *at++ = '\n';
    entry->length = (size_t)(at - entry->bytes);
    return true;
}

/* The journal finds out the rest, but for our name: the unit gives that to lines alone. */
static bool make_entry(struct journal_entry *entry, enum log_severity severity, const char *line, const struct journal_field *fields)
{
    char number[12], printable[SINK_LINE_BYTES];

    printable_copy(printable, sizeof(printable), line);
    snprintf(number, sizeof(number), "%d", (int)severity);
    entry->length = 0;

    bool whole =
        add_field(entry, "MESSAGE", printable) && add_field(entry, "PRIORITY", number) && add_field(entry, "SYSLOG_IDENTIFIER", "vitrina");

    for (; whole && fields->name; fields++)
        whole = add_field(entry, fields->name, fields->value);
    return whole;
}

void journal_put(const struct journal *journal, enum log_severity severity, const char *line, const struct journal_field *fields)
{
    struct journal_entry entry;
    bool taken = journal->socket >= 0 && fields->name && make_entry(&entry, severity, line, fields) &&
                 sendto(journal->socket, entry.bytes, entry.length, MSG_DONTWAIT | MSG_NOSIGNAL, (const struct sockaddr *)&journal->address,
                        sizeof(journal->address)) >= 0;

    if (!taken)
        log_line(severity, line);
}
