/* The letters of the text are met again in the file, one by one. */
#include "yaml/places.h"

#include "base/utf8.h"
#include "yaml/lines.h"

#include <stdlib.h>
#include <string.h>

/* The look at the file: `line` is what is left of the present one. */
struct walk {
    const char *next, *end; /* the lines below */
    struct line line;
    int number, column;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void go_down(struct walk *walk)
{
    walk->line = line_next(&walk->next, walk->end);
    walk->number++;
    walk->column = 1;
}

static void step(struct walk *walk)
{
    utf8_next(&walk->line.start, walk->line.end);
    walk->column++;
}

static bool pass_blanks(struct walk *walk)
{
    for (;;) {
        while (walk->line.start < walk->line.end && is_blank(*walk->line.start))
            step(walk);
        if (walk->line.start < walk->line.end)
            return true;
        if (walk->next >= walk->end)
            return false;
        go_down(walk);
    }
}

/* How many letters a backslash in double quotes takes with it. */
static int escape_length(char c)
{
    return c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
}

/* "\n" and the like; what else is a control code is a blank in the text, too (yaml/yaml). */
static bool is_blank_escape(char c)
{
    return strchr("ntr abvef0\t", c) != NULL;
}

/* To where the next letter is written: past blanks, and what is a blank in the text. */
static bool find_letter(struct walk *walk, char opener)
{
    while (pass_blanks(walk)) {
        const struct line *line = &walk->line;
        char escaped = line->start + 1 < line->end ? line->start[1] : ' ';

        if (opener != '"' || *line->start != '\\' || !is_blank_escape(escaped))
            return true;
        step(walk);
        if (line->start < line->end)
            step(walk);
    }
    return false;
}

/* Past the letter; false when another is met. */
static bool pass_letter(struct walk *walk, char opener, const char *letter, size_t length)
{
    const struct line *line = &walk->line;

    if (opener == '"' && *line->start == '\\') {
        for (int i = line->start + 1 < line->end ? escape_length(line->start[1]) : 1; i > 0 && line->start < line->end; i--)
            step(walk);
        return true;
    }
    bool same = (size_t)(line->end - line->start) >= length && memcmp(line->start, letter, length) == 0;

    step(walk);
    if (same && opener == '\'' && *letter == '\'' && line->start < line->end)
        step(walk); /* written twice */
    return same;
}

static struct walk walk_begin(const struct text_place *place)
{
    struct walk walk = {.next = place->bytes, .end = place->end, .number = place->origin.line - 1};
    bool quoted = place->opener == '"' || place->opener == '\'';

    go_down(&walk);
    if (place->opener && !quoted) {
        go_down(&walk);
        return walk;
    }
    for (int i = 1; i < place->origin.column + quoted && walk.line.start < walk.line.end; i++)
        step(&walk);
    return walk;
}

/* The lines that were found so far. */
struct found_lines {
    struct text_line *list;
    int count, capacity;
};

static void add_line(struct found_lines *found, struct text_line line)
{
    found->list = mem_grow(found->list, found->count, &found->capacity, sizeof(*found->list));
    found->list[found->count++] = line;
}

/* In quotes, letter by letter. */
static void find_quoted(struct walk *walk, char opener, const char *text, struct found_lines *found)
{
    const char *end = text + strlen(text);
    int number = 0;

    for (const char *at = text; at < end;) {
        const char *letter = at;

        utf8_next(&at, end);
        if (is_blank(*letter))
            continue;
        if (!find_letter(walk, opener))
            return;
        struct text_line line = {(int)(letter - text), walk->number, walk->column};

        if (!pass_letter(walk, opener, letter, (size_t)(at - letter)))
            return;
        if (line.line != number)
            add_line(found, line);
        number = line.line;
    }
}

/* Without quotes a line of the file stands in the text as it is, but for the blanks around it. */
static void find_whole(struct walk *walk, const char *text, struct found_lines *found)
{
    for (const char *at = text; pass_blanks(walk);) {
        while (is_blank(*at))
            at++;
        const char *end = walk->line.end;

        while (is_blank(end[-1]))
            end--;
        size_t length = (size_t)(end - walk->line.start), left = strnlen(at, length);

        if (left == 0 || memcmp(at, walk->line.start, left) != 0)
            return;
        add_line(found, (struct text_line){(int)(at - text), walk->number, walk->column});
        at += left;
        walk->line.start = walk->line.end;
    }
}

struct text_line *places_find(struct arena *arena, const struct text_place *place, const char *text, int *count)
{
    struct walk walk = walk_begin(place);
    struct found_lines found = {0};

    if (place->opener == '"' || place->opener == '\'')
        find_quoted(&walk, place->opener, text, &found);
    else
        find_whole(&walk, text, &found);
    struct text_line *kept = ARENA_ARRAY(arena, struct text_line, found.count);

    if (found.count > 0)
        memcpy(kept, found.list, sizeof(*kept) * (size_t)found.count);
    free(found.list);
    *count = found.count;
    return kept;
}
