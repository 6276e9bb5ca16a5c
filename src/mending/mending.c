/* Line by line, where the reader of YAML finds a fault; kept only if the file reads the better for it. */
#include "mending/mending.h"

#include "base/log.h"
#include "base/save.h"
#include "base/utf8.h"
#include "text/nfc.h"
#include "yaml/yaml.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_BYTES_MAX = YAML_BYTES_MAX * YAML_LONG_FACTOR };

/* A line without its end. indented, coloned: blanks that are none stand in its indentation, or behind its first colon; quoted: the column
 * of a value in typographic quotes, from 1; 0: none. */
struct slip {
    bool indented, coloned;
    int quoted;
};

/* What was found in a file. slips: of each line, from 0. */
struct slips {
    struct slip *list;
    int count, errors;
};

static int count_lines(struct bytes bytes)
{
    int count = 1;

    for (size_t i = 0; i < bytes.size; i++)
        count += bytes.at[i] == '\n';
    return count;
}

static void note_slip(struct slips *slips, const struct finding *finding)
{
    struct slip *slip = &slips->list[finding->line - 1];

    /* Told once, of the first such line. */
    for (int i = finding->line - 1; i < slips->count && strcmp(finding->code, "indentation-tab") == 0; i++)
        slips->list[i].indented = true;
    if (strcmp(finding->code, "no-break-space") == 0)
        slip->coloned = true;
    if (strcmp(finding->code, "quotes-typographic") == 0)
        slip->quoted = finding->column;
}

static void slips_find(struct slips *slips, const char *path, struct bytes bytes)
{
    struct arena *arena = arena_create();
    struct report report = {findings_create(), path, 0};

    *slips = (struct slips){.count = count_lines(bytes)};
    slips->list = mem_alloc(sizeof(*slips->list) * (size_t)slips->count);
    yaml_read(arena, &report, &(struct yaml_source){bytes.at, bytes.size, true});
    slips->errors = report.errors;
    for (int i = 0; i < findings_total(report.findings); i++) {
        const struct finding *finding = findings_at(report.findings, i);

        if (finding->line > 0 && finding->line <= slips->count)
            note_slip(slips, finding);
    }
    findings_destroy(report.findings);
    arena_destroy(arena);
}

static bool is_odd_blank(uint32_t code)
{
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* The line's indentation in plain spaces; returns where it ends. tab: how many stand for one. */
static const char *add_indentation(struct buffer *out, const char *at, const char *end, int tab)
{
    while (at < end) {
        const char *next = at;
        uint32_t code = utf8_next(&next, end);

        if (code == '\t')
            buffer_printf(out, "%*s", tab, "");
        else if (code == ' ' || is_odd_blank(code))
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

    if (!colon || next == end || !is_odd_blank(utf8_next(&next, end)))
        return at;
    buffer_add(out, at, (size_t)(colon + 1 - at));
    buffer_add(out, " ", 1);
    return next;
}

/* Bytes of a typographic quote at `at`; 0: none. */
static size_t quote_size(const char *at, const char *end)
{
    const char *next = at;
    uint32_t code = at < end ? utf8_next(&next, end) : 0;

    return (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB ? (size_t)(next - at) : 0;
}

/* Whether a quote stands among the words, so that the outer ones may belong to two quotations. An apostrophe is none. */
static bool holds_quote(const char *at, const char *end)
{
    static const char apostrophe[] = "\u2019";

    for (const char *next = at; at < end; at = next) {
        utf8_next(&next, end);
        if (quote_size(at, end) > 0 && strncmp(at, apostrophe, strlen(apostrophe)) != 0)
            return true;
    }
    return false;
}

/* The rest of the line, a value in typographic quotes, in straight ones. False where it is not all of that, or needs more than that. */
static bool add_quoted(struct buffer *out, const char *at, const char *end)
{
    size_t opening = quote_size(at, end), closing = 0;

    while (end > at && end[-1] == ' ')
        end--;
    for (size_t size = 2; size <= 3 && closing == 0; size++)
        if ((size_t)(end - at) > opening + size && quote_size(end - size, end) == size)
            closing = size;
    const char *words = at + opening;
    size_t length = (size_t)(end - at) - opening - closing;

    if (opening == 0 || closing == 0 || holds_quote(words, words + length) || memchr(words, '"', length) || memchr(words, '\\', length))
        return false;
    buffer_printf(out, "\"%.*s\"", (int)length, words);
    return true;
}

static const char *at_column(const char *line, const char *end, int column)
{
    while (--column > 0 && line < end)
        utf8_next(&line, end);
    return line;
}

/* One line, mended. */
static void mend_line(struct buffer *out, struct bytes line, const struct slip *slip, int tab)
{
    const char *at = line.at, *end = line.at + line.size;
    const char *quote = slip->quoted > 0 ? at_column(at, end, slip->quoted) : NULL;

    if (slip->indented && tab > 0)
        at = add_indentation(out, at, end, tab);
    if (slip->coloned)
        at = add_colon(out, at, end);
    if (quote && quote >= at) {
        struct buffer quoted = {0};

        if (add_quoted(&quoted, quote, end)) {
            buffer_add(out, at, (size_t)(quote - at));
            buffer_add(out, quoted.bytes, quoted.length);
            at = end;
        }
        buffer_finish(&quoted);
    }
    buffer_add(out, at, (size_t)(end - at));
}

/* The work on one file. tab: so many spaces stand for one; 0: it stays. told: what is said of lines that change. */
struct mending {
    const char *path;
    struct bytes bytes;
    struct slips slips;
    int tab;
    struct buffer told;
};

static void tell(struct mending *mending, int number, struct bytes was, const char *is)
{
    const char *path = mending->path;

    if (was.size != strlen(is) || memcmp(was.at, is, was.size) != 0)
        buffer_printf(&mending->told, "%s:%d: - %.*s\n%s:%d: + %s\n", path, number, (int)was.size, was.at, path, number, is);
}

/* All lines. Letters in two halves become one. */
static void mend_lines(struct mending *mending, struct buffer *out)
{
    struct arena *arena = arena_create();
    const char *at = mending->bytes.at, *end = at + mending->bytes.size;

    for (int i = 0; at < end; i++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct bytes line = {at, (size_t)((stop ? stop : end) - at)};
        struct buffer mended = {0};

        while (line.size > 0 && line.at[line.size - 1] == '\r')
            line.size--;
        mend_line(&mended, line, &mending->slips.list[i], mending->tab);
        const char *composed = mended.bytes ? nfc_of(arena, mended.bytes) : "";

        tell(mending, i + 1, line, composed);
        buffer_printf(out, "%s%s", composed, stop ? "\n" : "");
        buffer_finish(&mended);
        at = stop ? stop + 1 : end;
    }
    arena_destroy(arena);
}

/* Whether it is read with fewer errors, or as well. */
static bool is_better(const char *path, const struct buffer *mended, const struct slips *before)
{
    struct slips after;

    slips_find(&after, path, (struct bytes){mended->bytes, mended->length});
    free(after.list);
    return after.errors < before->errors || (after.errors == 0 && before->errors == 0);
}

static bool is_text(struct bytes bytes)
{
    return bytes.size > 0 && utf8_check(bytes.at, bytes.size) == bytes.size && !memchr(bytes.at, '\0', bytes.size);
}

bool mending_bytes(struct buffer *out, struct buffer *told, const char *path, struct bytes bytes)
{
    static const int tabs[] = {2, 4, 8, 0};
    const size_t mark = bytes.size >= 3 && memcmp(bytes.at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct mending mending = {.path = path, .bytes = {bytes.at + mark, bytes.size - mark}};
    bool mended = false;

    if (!is_text(mending.bytes))
        return false;
    slips_find(&mending.slips, path, mending.bytes);
    for (size_t i = 0; i < COUNTOF(tabs) && !mended; i++) {
        mending.tab = tabs[i];
        mending.told.length = out->length = 0;
        mend_lines(&mending, out);
        mended = is_better(path, out, &mending.slips) && (out->length != bytes.size || memcmp(out->bytes, bytes.at, bytes.size) != 0);
    }
    if (mended && mark > 0)
        buffer_printf(told, "%s: the byte order mark is gone\n", path);
    if (mended && memchr(mending.bytes.at, '\r', mending.bytes.size))
        buffer_printf(told, "%s: lines end as everywhere else\n", path);
    if (mended && mending.told.length > 0)
        buffer_add(told, mending.told.bytes, mending.told.length);
    buffer_finish(&mending.told);
    free(mending.slips.list);
    if (!mended)
        buffer_finish(out);
    return mended;
}

/* False, with a log line, if it could not be written. */
static bool write_file(const char *root, const char *path, const struct buffer *bytes)
{
    struct buffer whole = {0};

    buffer_printf(&whole, "%s/%s", root, path);
    bool written = save_over(whole.bytes, (struct bytes){bytes->bytes, bytes->length});

    if (!written)
        log_error("%s: %s; it is as it was", whole.bytes, strerror(errno));
    buffer_finish(&whole);
    return written;
}

static bool mend_file(const struct files *files, const char *root, const char *path, FILE *print)
{
    struct buffer content = {0}, out = {0}, told = {0};
    bool fine = true;

    if (files->read(files->context, path, FILE_BYTES_MAX, &content) == FILES_OK &&
        mending_bytes(&out, &told, path, (struct bytes){content.bytes, content.length})) {
        fine = write_file(root, path, &out);
        if (fine)
            fprintf(print, "%s", told.bytes);
    }
    buffer_finish(&content);
    buffer_finish(&out);
    buffer_finish(&told);
    return fine;
}

bool mending_exhibit(const struct files *files, const char *root, FILE *print)
{
    struct arena *arena = arena_create();
    const char **paths;
    int count = files_texts(files, arena, &paths);
    bool fine = true;

    for (int i = 0; i < count; i++)
        fine = mend_file(files, root, paths[i], print) && fine;
    arena_destroy(arena);
    return fine;
}
