/* One kind of slip after the other, each kept only if the reader of YAML finds less wrong then, and all of them again until nothing is left
 * that helps: behind a slip there may be another. */
#include "mending/lines.h"

#include "base/utf8.h"
#include "text/nfc.h"
#include "yaml/lines.h"
#include "yaml/lint.h"
#include "yaml/yaml.h"

#include <stdlib.h>
#include <string.h>

enum { ROUNDS_MAX = 32 };

/* A line without its end. indented, coloned: blanks that are none stand in its indentation, or behind its first colon. column: of an
 * opening typographic quote, from 1; 0: none. end_column: behind its closing one; 0: where the line ends. key: they stand around one. */
struct slip {
    bool indented, coloned, key;
    int column, end_column;
};

/* What the reader says of a file. slips: of each line, from 0. */
struct slips {
    struct slip *list;
    int count, errors, warnings;
    struct buffer tree; /* all that was read, as one text; empty if nothing could be */
};

static int count_lines(struct bytes bytes)
{
    const char *at = bytes.at, *end = at + bytes.size;
    int count = 1; /* findings may stand behind the last */

    for (; at < end; count++)
        line_next(&at, end);
    return count;
}

/* Bytes of a typographic quote at `at`; 0: none. */
static size_t quote_size(const char *at, const char *end)
{
    const char *next = at;
    uint32_t code = at < end ? utf8_next(&next, end) : 0;

    return (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB ? (size_t)(next - at) : 0;
}

static bool is_apostrophe(const char *at)
{
    static const char apostrophe[] = "\u2019";

    return strncmp(at, apostrophe, strlen(apostrophe)) == 0;
}

/* Whether a quote stands among the words up to the closing one, so that the outer ones may belong to two quotations. An apostrophe is none,
 * unless the closing one looks so, too. */
static bool holds_quote(const char *at, const char *closing)
{
    for (const char *next = at; at < closing; at = next) {
        utf8_next(&next, closing);
        if (quote_size(at, closing) > 0 && (!is_apostrophe(at) || is_apostrophe(closing)))
            return true;
    }
    return false;
}

/* What stands in typographic quotes from `from` to `to`, in straight ones, or a key in none. False where it is not all of that, or needs
 * more than that. */
static bool add_unquoted(struct buffer *out, const char *from, const char *to, bool key)
{
    size_t opening = quote_size(from, to), closing = 0;

    for (size_t size = 2; size <= 3 && closing == 0; size++)
        if ((size_t)(to - from) > opening + size && quote_size(to - size, to) == size)
            closing = size;
    const char *words = from + opening;
    size_t length = (size_t)(to - from) - opening - closing;

    if (opening == 0 || closing == 0 || is_apostrophe(from) || holds_quote(words, words + length) || memchr(words, '"', length) ||
        memchr(words, '\\', length))
        return false;
    buffer_printf(out, key ? "%.*s" : "\"%.*s\"", (int)length, words);
    return true;
}

static bool is_quoted(const char *text)
{
    struct buffer unquoted = {0};
    bool quoted = add_unquoted(&unquoted, text, text + strlen(text), false);

    buffer_finish(&unquoted);
    return quoted;
}

static struct slip *slip_at(struct slips *slips, int line)
{
    ASSERT(line >= 1 && line <= slips->count);
    return &slips->list[line - 1];
}

/* Adds the node to the tree's text, and notes values and keys in typographic quotes. */
static void walk(struct slips *slips, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        bool quoted = node->style == NODE_PLAIN && node->end_line == node->origin.line && is_quoted(node->text);

        buffer_printf(&slips->tree, "%s\n", node->text);
        if (quoted)
            *slip_at(slips, node->origin.line) = (struct slip){.column = node->origin.column, .end_column = node->end_column};
        return;
    }
    buffer_printf(&slips->tree, node->kind == NODE_MAP ? "{\n" : "[\n");
    for (int i = 0; i < node->count; i++) {
        if (node->kind == NODE_MAP)
            buffer_printf(&slips->tree, "%s:", node->pairs[i].key);
        walk(slips, node->kind == NODE_MAP ? &node->pairs[i].value : &node->items[i]);
    }
    buffer_printf(&slips->tree, "}\n");
}

static void note_finding(struct slips *slips, const struct finding *finding, bool read)
{
    struct slip *slip = slip_at(slips, finding->line);

    /* Told once, of the first such line. */
    for (int i = finding->line - 1; i < slips->count && strcmp(finding->code, "indentation-tab") == 0; i++)
        slips->list[i].indented = true;
    if (strcmp(finding->code, "no-break-space") == 0)
        slip->coloned = true;
    if (strcmp(finding->code, "quotes-typographic") == 0 && !read)
        *slip = (struct slip){.column = -1};
    if (strcmp(finding->code, "quotes-typographic") == 0 && strstr(finding->message, "this key"))
        *slip = (struct slip){.column = finding->column, .key = true};
}

static struct slips slips_of(const char *path, struct bytes bytes)
{
    struct arena *arena = arena_create();
    struct report report = {findings_create(), path, 0};
    struct slips slips = {.count = count_lines(bytes)};

    slips.list = mem_alloc(sizeof(*slips.list) * (size_t)slips.count);
    const struct node *root = yaml_read(arena, &report, &(struct yaml_source){bytes.at, bytes.size, true});

    if (root)
        walk(&slips, root);
    slips.errors = report.errors;
    slips.warnings = findings_count(report.findings, FINDING_WARNING);
    for (int i = 0; i < findings_total(report.findings); i++) {
        const struct finding *finding = findings_at(report.findings, i);

        if (finding->line > 0 && finding->line <= slips.count)
            note_finding(&slips, finding, root != NULL);
    }
    findings_destroy(report.findings);
    arena_destroy(arena);
    return slips;
}

static void slips_finish(struct slips *slips)
{
    free(slips->list);
    buffer_finish(&slips->tree);
}

static bool is_better(const struct slips *after, const struct slips *before)
{
    return after->errors < before->errors || (after->errors == before->errors && after->warnings < before->warnings);
}

/* ---- one line ---- */

/* The line's indentation in plain spaces; returns where it ends. tab: how many stand for one. */
static const char *add_indentation(struct buffer *out, const char *at, const char *end, int tab)
{
    while (at < end) {
        const char *next = at;
        uint32_t code = utf8_next(&next, end);

        if (code == '\t')
            buffer_printf(out, "%*s", tab, "");
        else if (code == ' ' || lint_is_odd_space(code))
            buffer_add(out, " ", 1);
        else
            break;
        at = next;
    }
    return at;
}

/* Up to behind the first colon, with a plain space there; returns where it goes on. */
static const char *add_colon(struct buffer *out, const char *at, const char *end)
{
    const char *colon = memchr(at, ':', (size_t)(end - at)), *next = colon ? colon + 1 : NULL;

    if (!colon || next == end || !lint_is_odd_space(utf8_next(&next, end)))
        return at;
    buffer_add(out, at, (size_t)(colon + 1 - at));
    buffer_add(out, " ", 1);
    return next;
}

/* tab: so many spaces stand for one; of slips in blanks. */
static void mend_blanks(struct buffer *out, struct line line, const struct slip *slip, int tab)
{
    const char *at = line.start;

    if (slip->indented)
        at = add_indentation(out, at, line.end, tab);
    if (slip->coloned)
        at = add_colon(out, at, line.end);
    buffer_add(out, at, (size_t)(line.end - at));
}

static const char *at_column(struct line line, int column)
{
    const char *at = line.start;

    while (--column > 0 && at < line.end)
        utf8_next(&at, line.end);
    return at;
}

/* Behind the first colon that ends a key, and its blanks; the line's end if there is none. */
static const char *value_of(struct line line)
{
    for (const char *at = line.start; at + 1 < line.end; at++)
        if (at[0] == ':' && at[1] == ' ') {
            while (++at < line.end && *at == ' ')
                continue;
            return at;
        }
    return line.end;
}

/* Where the quote that closes a key ends; NULL: it does not. */
static const char *end_of_key(const char *at, const char *end)
{
    at += quote_size(at, end);
    while (at < end && quote_size(at, end) == 0)
        utf8_next(&at, end);
    return at < end ? at + quote_size(at, end) : NULL;
}

static void mend_quotes(struct buffer *out, struct line line, const struct slip *slip)
{
    const char *from = slip->column > 0 ? at_column(line, slip->column) : slip->column < 0 ? value_of(line) : line.end;
    const char *to = slip->end_column > 0 ? at_column(line, slip->end_column) : slip->key ? end_of_key(from, line.end) : line.end;
    struct buffer mended = {0};

    while (to && to > from && to[-1] == ' ')
        to--;
    if (to && from < line.end && add_unquoted(&mended, from, to, slip->key)) {
        buffer_add(out, line.start, (size_t)(from - line.start));
        buffer_add(out, mended.bytes, mended.length);
        from = to;
    } else {
        from = line.start;
    }
    buffer_add(out, from, (size_t)(line.end - from));
    buffer_finish(&mended);
}

/* ---- a file ---- */

/* tab: 0: quotes; else blanks, and so many spaces stand for a tab. */
static void mend_lines(struct buffer *out, struct bytes bytes, const struct slips *slips, int tab)
{
    const char *at = bytes.at, *end = at + bytes.size;

    out->length = 0;
    for (int i = 0; at < end; i++) {
        struct line line = line_next(&at, end);

        if (tab > 0)
            mend_blanks(out, line, &slips->list[i], tab);
        else
            mend_quotes(out, line, &slips->list[i]);
        buffer_add(out, line.end, (size_t)(at - line.end));
    }
}

static void move(struct buffer *to, struct buffer *from)
{
    buffer_finish(to);
    *to = *from;
    *from = (struct buffer){0};
}

/* False, and nothing is changed, where that is no better. */
static bool mend_quoted(struct buffer *text, const char *path, const struct slips *before)
{
    struct buffer mended = {0};

    mend_lines(&mended, buffer_bytes(text), before, 0);
    struct slips after = slips_of(path, buffer_bytes(&mended));
    bool better = is_better(&after, before);

    if (better)
        move(text, &mended);
    slips_finish(&after);
    buffer_finish(&mended);
    return better;
}

/* Whether spaces indent a line. */
static bool is_spaced(struct bytes bytes)
{
    const char *at = bytes.at, *end = at + bytes.size;
    bool spaced = false;

    while (at < end && !spaced)
        spaced = *line_next(&at, end).start == ' ';
    return spaced;
}

/* How deep a tab leads is certain where all that helps says the same, and in a file of nothing but tabs. */
static bool mend_indented(struct buffer *text, const char *path, const struct slips *before)
{
    static const int tabs[] = {2, 4, 8};
    struct buffer best = {0}, tree = {0};
    bool certain = true, even = !is_spaced(buffer_bytes(text));

    for (size_t i = 0; i < COUNTOF(tabs); i++) {
        struct buffer mended = {0};

        mend_lines(&mended, buffer_bytes(text), before, tabs[i]);
        struct slips after = slips_of(path, buffer_bytes(&mended));

        if (is_better(&after, before) && !best.bytes) {
            move(&best, &mended);
            move(&tree, &after.tree);
        } else if (is_better(&after, before)) {
            certain = certain && tree.length == after.tree.length &&
                      (tree.length == 0 ? even : memcmp(tree.bytes, after.tree.bytes, tree.length) == 0);
        }
        slips_finish(&after);
        buffer_finish(&mended);
    }
    bool better = best.bytes && certain;

    if (better)
        move(text, &best);
    buffer_finish(&best);
    buffer_finish(&tree);
    return better;
}

/* Without a byte order mark, lines ended by "\n", letters composed. False, and nothing is changed, if more is wrong then. */
static bool tidy(struct buffer *text, const char *path, struct bytes bytes)
{
    const char *at = bytes.at, *end = at + bytes.size;
    struct arena *arena = arena_create();
    struct buffer lines = {0}, tidied = {0};

    at += bytes.size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < end) {
        struct line line = line_next(&at, end);

        buffer_add(&lines, line.start, (size_t)(line.end - line.start));
        buffer_printf(&lines, at > line.end ? "\n" : "");
    }
    if (lines.bytes)
        buffer_printf(&tidied, "%s", nfc_of(arena, lines.bytes));
    struct slips before = slips_of(path, bytes), after = slips_of(path, buffer_bytes(&tidied));
    bool fine = after.errors <= before.errors && after.warnings <= before.warnings;

    buffer_printf(text, "%s", "");
    if (fine)
        move(text, &tidied);
    else
        buffer_add(text, bytes.at, bytes.size);
    slips_finish(&before);
    slips_finish(&after);
    buffer_finish(&lines);
    buffer_finish(&tidied);
    arena_destroy(arena);
    return fine;
}

static bool is_text(struct bytes bytes)
{
    return bytes.size > 0 && utf8_check(bytes.at, bytes.size) == bytes.size && !memchr(bytes.at, '\0', bytes.size);
}

bool lines_mend(struct buffer *out, const char *path, struct bytes bytes)
{
    bool going = is_text(bytes);

    if (going)
        tidy(out, path, bytes);
    for (int round = 0; going && round < ROUNDS_MAX; round++) {
        struct slips slips = slips_of(path, buffer_bytes(out));

        going = slips.errors + slips.warnings > 0 && (mend_indented(out, path, &slips) || mend_quoted(out, path, &slips));
        slips_finish(&slips);
    }
    bool mended = out->bytes && (out->length != bytes.size || memcmp(out->bytes, bytes.at, bytes.size) != 0);

    if (!mended)
        buffer_finish(out);
    return mended;
}

void lines_tell(struct buffer *told, const char *path, struct bytes before, struct bytes after)
{
    const char *was_at = before.at, *was_end = was_at + before.size, *at = after.at, *end = at + after.size;
    bool mark = before.size >= 3 && memcmp(was_at, "\xEF\xBB\xBF", 3) == 0 && (after.size < 3 || memcmp(at, was_at, 3) != 0);

    if (mark)
        buffer_printf(told, "%s: the byte order mark is gone\n", path);
    if (memchr(was_at, '\r', before.size) && !memchr(at, '\r', after.size))
        buffer_printf(told, "%s: lines end as everywhere else\n", path);
    was_at += mark ? 3 : 0;
    for (int number = 1; was_at < was_end && at < end; number++) {
        struct line was = line_next(&was_at, was_end), is = line_next(&at, end);

        if (was.end - was.start != is.end - is.start || memcmp(was.start, is.start, (size_t)(is.end - is.start)) != 0)
            buffer_printf(told, "%s:%d: - %.*s\n%s:%d: + %.*s\n", path, number, (int)(was.end - was.start), was.start, path, number,
                          (int)(is.end - is.start), is.start);
    }
}
