/* What both texts begin and end with stays; the bytes between are found by the lines that the reader has kept (yaml/places). */
#include "editing/patch.h"

#include "base/utf8.h"
#include "yaml/lines.h"

#include <string.h>

/* Where both texts differ: from `from` up to `old_to` in the one, `new_to` in the other. */
struct change {
    size_t from, old_to, new_to;
};

static bool is_inside_letter(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static struct change find_change(const char *old, const char *text)
{
    size_t old_length = scalar_length(old), length = scalar_length(text), least = old_length < length ? old_length : length;
    struct change change = {0, old_length, length};

    while (change.from < least && old[change.from] == text[change.from])
        change.from++;
    while (change.from > 0 && (is_inside_letter(old[change.from]) || is_inside_letter(text[change.from])))
        change.from--;
    while (change.old_to > change.from && change.new_to > change.from && old[change.old_to - 1] == text[change.new_to - 1]) {
        change.old_to--;
        change.new_to--;
    }
    while (change.old_to < old_length && is_inside_letter(old[change.old_to])) {
        change.old_to++;
        change.new_to++;
    }
    return change;
}

/* The byte of the raw value where the text has its byte `offset`; NULL where that cannot be told. */
static const char *find_byte(const struct patch_place *place, size_t offset)
{
    struct origin origin = yaml_origin(place->node, offset);
    const char *at = place->raw.at, *end = at + place->raw.size;
    int column = place->column;
    bool block = place->node->style == NODE_FOLDED || place->node->style == NODE_LITERAL;

    if (block && origin.line == place->node->origin.line) /* that is the line of its sign */
        return NULL;
    for (int line = place->node->origin.line; line < origin.line; line++) {
        line_next(&at, end);
        column = 0;
    }
    for (; column < origin.column - 1 && at < end; column++)
        utf8_next(&at, end);
    return column == origin.column - 1 ? at : NULL;
}

static int column_of(const struct patch_place *place, const char *at)
{
    const char *start = at;
    int columns = 0;

    while (start > place->raw.at && start[-1] != '\n' && start[-1] != '\r')
        start--;
    for (const char *letter = start; letter < at; letter++)
        columns += !is_inside_letter(*letter);
    return columns + (start == place->raw.at ? place->column : 0);
}

/* The words as the value's style writes them. */
static void write_words(struct buffer *words, const char *from, const char *to, const struct scalar_form *form)
{
    for (const char *at = from; at < to; at++)
        if (form->style == NODE_QUOTED && (*at == form->quote || (form->quote == '"' && *at == '\\'))) {
            const char escaped[] = {form->quote == '"' ? '\\' : '\'', *at, '\0'};

            buffer_printf(words, "%s", escaped);
        } else if (*at == '\n') {
            bool more = at + 1 < to && at[1] == '\n', again = at > from && at[-1] == '\n';

            buffer_printf(words, "%s%s%*s", form->newline, form->style == NODE_LITERAL || again ? "" : form->newline,
                          more ? 0 : form->indent, "");
        } else {
            buffer_add(words, at, 1);
        }
}

/* To where the line of `at` ends, without the blanks there: what is folded anew with the words. */
static const char *end_of_line(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r')
        at++;
    return at;
}

bool patch_text(struct buffer *out, const struct patch_place *place, const char *text, const struct scalar_form *form)
{
    const char *old = place->node->text, *end = place->raw.at + place->raw.size;
    struct change change = find_change(old, text);
    const char *from = find_byte(place, change.from), *to = find_byte(place, change.old_to);
    struct buffer words = {0};
    size_t before = out->length;

    if (!from || !to || to < from || scalar_length(text) == 0)
        return false;
    bool folds = place->node->line_count > 1 && form->style != NODE_LITERAL;
    const char *stop = folds ? end_of_line(to, end) : to;

    write_words(&words, text + change.from, text + change.new_to, form);
    buffer_add(&words, to, (size_t)(stop - to));
    buffer_add(out, place->raw.at, (size_t)(from - place->raw.at));
    if (folds && words.length > 0 && !strchr(words.bytes, '\n'))
        scalar_fold(out, (struct bytes){words.bytes, words.length}, column_of(place, from), form);
    else
        buffer_add(out, words.bytes ? words.bytes : "", words.length);
    buffer_add(out, stop, (size_t)(end - stop));
    buffer_finish(&words);
    if (scalar_is_read((struct bytes){out->bytes + before, out->length - before}, form->flow, text))
        return true;
    out->length = before;
    return false;
}
