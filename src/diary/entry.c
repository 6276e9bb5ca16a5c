/* A word says what a line is. */
#include "diary/entry.h"

#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 512, HOURS = 24 };

void entry_write(struct buffer *out, const struct diary_entry *entry)
{
    switch (entry->kind) {
    case ENTRY_KEEP:
        buffer_printf(out, "keep %d\n", entry->number);
        break;
    case ENTRY_SCENE:
        buffer_printf(out, "scene %d %s\n", entry->number, entry->name);
        break;
    case ENTRY_TOUCH:
        buffer_printf(out, "touch %d %s %s\n", entry->number, entry->tall ? "tall" : "wide", entry->name);
        break;
    case ENTRY_VISIT:
        buffer_printf(out, "visit %s %d %d %s %s %s\n", entry->day, entry->hour, entry->number, entry->language,
                      entry->large ? "large" : "usual", entry->contrast ? "high" : "usual");
        break;
    }
}

static bool take_name(const char *from, struct diary_entry *entry)
{
    return *from && (size_t)snprintf(entry->name, sizeof(entry->name), "%s", from) < sizeof(entry->name);
}

static bool read_visit(const char *line, struct diary_entry *entry)
{
    char large[8] = "", contrast[8] = "";
    int read =
        sscanf(line, "visit %10[0-9-] %2d %9d %39s %7s %7s", entry->day, &entry->hour, &entry->number, entry->language, large, contrast);

    entry->kind = ENTRY_VISIT;
    entry->large = strcmp(large, "large") == 0;
    entry->contrast = strcmp(contrast, "high") == 0;
    return read == 6 && strlen(entry->day) == sizeof(entry->day) - 1 && entry->hour >= 0 && entry->hour < HOURS;
}

static bool read_line(const char *line, struct diary_entry *entry)
{
    char turned[8] = "";
    int end = 0;

    *entry = (struct diary_entry){0};
    if (sscanf(line, "keep %9d%n", &entry->number, &end) == 1 && !line[end]) {
        entry->kind = ENTRY_KEEP;
    } else if (sscanf(line, "scene %9d%n", &entry->number, &end) == 1 && line[end] == ' ') {
        entry->kind = ENTRY_SCENE;
        if (!take_name(line + end + 1, entry))
            return false;
    } else if (sscanf(line, "touch %9d %4s%n", &entry->number, turned, &end) == 2 && line[end] == ' ') {
        entry->kind = ENTRY_TOUCH;
        entry->tall = strcmp(turned, "tall") == 0;
        if (entry->number >= DIARY_CELLS || !take_name(line + end + 1, entry))
            return false;
    } else if (!read_visit(line, entry)) {
        return false;
    }
    return entry->number >= 0;
}

bool entry_read(const char **at, struct diary_entry *entry)
{
    char line[LINE_BYTES];

    while (**at) {
        size_t length = strcspn(*at, "\n");
        bool fits = length < sizeof(line);

        if (fits) {
            memcpy(line, *at, length);
            line[length] = '\0';
        }
        *at += length + ((*at)[length] == '\n');
        if (fits && read_line(line, entry))
            return true;
    }
    return false;
}
