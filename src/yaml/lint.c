/* Line by line over the bytes. Lines of "|" and ">" blocks are text and may hold anything behind their indentation. */
#include "yaml/lint.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "letters/mojibake.h"
#include "yaml/lines.h"

#include <stdlib.h>
#include <string.h>

enum { FAULTS_MAX = 200 };

/* The work on one file. Findings of one kind are told once: a file indented with tabs has as many as lines. */
struct lint {
    struct report *report;
    int number; /* of the line */
    bool told_indentation;
    bool content; /* anything but comments and blank lines */
    int block;    /* columns that the key of an open "|" or ">" block is indented by; -1: none is open */
};

static bool has_prefix(const char *bytes, size_t size, const char *prefix, size_t length)
{
    return size >= length && memcmp(bytes, prefix, length) == 0;
}

static bool report_encoding(struct report *report, const char *name)
{
    report_error(report, report_whole(report), CODED("file-encoding") "the file is saved as %s; save it again with the encoding UTF-8",
                 name);
    return false;
}

/* UTF-16 and UTF-32 show by their mark, or by the zero bytes of their first letter. */
static bool check_encoding(struct report *report, const char *bytes, size_t size)
{
    if (has_prefix(bytes, size, "\xFF\xFE\0\0", 4) || has_prefix(bytes, size, "\0\0\xFE\xFF", 4))
        return report_encoding(report, "UTF-32");
    if (has_prefix(bytes, size, "\xFF\xFE", 2) || has_prefix(bytes, size, "\xFE\xFF", 2))
        return report_encoding(report, "UTF-16");
    if (size < 4)
        return true;
    if ((bytes[0] && !bytes[1] && !bytes[2] && !bytes[3]) || (!bytes[0] && !bytes[1] && !bytes[2] && bytes[3]))
        return report_encoding(report, "UTF-32");
    if ((bytes[0] && !bytes[1] && bytes[2] && !bytes[3]) || (!bytes[0] && bytes[1] && !bytes[2] && bytes[3]))
        return report_encoding(report, "UTF-16");
    return true;
}

/* What YAML forbids in a file, but for U+FEFF, which gets words of its own. */
static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') || code == 0x7F || (code >= 0x80 && code < 0xA0 && code != 0x85) ||
           code == 0xFFFE || code == 0xFFFF;
}

static bool is_hidden_break(uint32_t code)
{
    return code == 0x85 || code == 0x2028 || code == 0x2029;
}

static struct origin here(const struct lint *lint, int column)
{
    return report_at(lint->report, lint->number, column);
}

void lint_report_halves(struct report *report, struct origin origin, uint32_t high, uint32_t low)
{
    char letter[5] = {0};

    if (high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
        utf8_put(letter, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        report_error(report, origin,
                     CODED("letters-broken") "the letter \"%s\" is written here as two halves (U+%04X, U+%04X); type the letter itself",
                     letter, (unsigned)high, (unsigned)low);
    } else
        report_error(report, origin, CODED("letters-broken") "half a letter (U+%04X), whose other half was lost; type the letter again",
                     (unsigned)high);
}

/* U+D800 to U+DFFF in three bytes, which UTF-8 does not allow; 0 for anything else. */
static uint32_t half_at(const char *at, const char *end)
{
    const unsigned char *b = (const unsigned char *)at;

    if (end - at < 3 || b[0] != 0xED || b[1] < 0xA0 || b[1] > 0xBF || (b[2] & 0xC0) != 0x80)
        return 0;
    return 0xD000u | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
}

static void report_broken(struct lint *lint, int column, const char *at, const char *end)
{
    uint32_t half = half_at(at, end);

    if (half)
        lint_report_halves(lint->report, here(lint, column), half, half_at(at + 3, end));
    else
        report_error(lint->report, here(lint, column),
                     CODED("file-encoding") "this letter is not UTF-8; save the file again with the encoding UTF-8");
}

/* Of the letters that Latin-1 makes of UTF-8, some are control characters. */
static bool report_mojibake(struct lint *lint, int column, struct line line, uint32_t code)
{
    struct mojibake found;

    if (code < 0x80 || code >= 0xA0 || !mojibake_find(line.start, (size_t)(line.end - line.start), 0, &found))
        return false;
    report_error(lint->report, here(lint, column),
                 CODED("letters-broken") "an invisible control character (U+%04X): this was probably \"%s\" before a program took the "
                                         "text's encoding for another; "
                                         "type it again, or copy it anew from where it is right",
                 (unsigned)code, found.meant);
    return true;
}

/* Every letter of a line: broken UTF-8, control characters, line separators that no editor shows. */
static bool check_letters(struct lint *lint, struct line line)
{
    const char *at = line.start;

    for (int column = 1; at < line.end; column++) {
        const char *start = at;

        at = utf8_past_printable(at, line.end); /* nothing to look at */
        column += (int)(at - start);
        if (at == line.end)
            break;
        start = at;
        uint32_t code = utf8_next(&at, line.end);

        if (code == 0xFFFD && at - start == 1) {
            report_broken(lint, column, start, line.end);
            return false;
        }
        if (code == 0) {
            report_error(lint->report, here(lint, column), CODED("file-damaged") "a zero byte: the file is damaged, or no text file");
            return false;
        }
        if (report_mojibake(lint, column, line, code))
            return false;
        if (is_control(code) || code == 0xFEFF) {
            report_error(lint->report, here(lint, column), CODED("letter-invisible") "an invisible control character (U+%04X); delete it",
                         (unsigned)code);
            return false;
        }
        if (is_hidden_break(code)) {
            report_error(lint->report, here(lint, column),
                         CODED("letter-invisible") "an invisible line separator (U+%04X); delete it and press Enter there instead",
                         (unsigned)code);
            return false;
        }
    }
    return true;
}

bool lint_is_odd_space(uint32_t code)
{
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Tabs and no-break spaces look like spaces and are none. In an open block the first column shows that the line belongs to it. */
static bool check_indentation(struct lint *lint, struct line line)
{
    const char *at = line.start;

    for (int column = 1; at < line.end; column++) {
        uint32_t code = utf8_next(&at, line.end);

        if (code == ' ')
            continue;
        if (code != '\t' && !lint_is_odd_space(code))
            break;
        if (lint->block >= 0 && column > lint->block + 1)
            return true;
        if (!lint->told_indentation)
            report_error(lint->report, here(lint, column),
                         CODED("indentation-tab") "%s in the indentation; use plain spaces, here and below",
                         code == '\t' ? "a tab" : "a no-break space");
        lint->told_indentation = true;
        return false;
    }
    return true;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/* Behind the blanks and "- " of list items. */
static const char *past_dashes(struct line line)
{
    const char *at = line.start;

    while (at < line.end && (*at == ' ' || (*at == '-' && at + 1 < line.end && at[1] == ' ')))
        at++;
    return at;
}

/* "key:" with a no-break space behind the colon is one word to YAML. */
static bool check_colon(struct lint *lint, struct line line)
{
    const char *word = past_dashes(line), *at = word;

    while (at < line.end && is_word(*at))
        at++;
    if (at == word || at == line.end || *at != ':' || ++at == line.end)
        return true;
    int column = (int)(at - line.start) + 1;

    if (!lint_is_odd_space(utf8_next(&at, line.end)))
        return true;
    report_error(lint->report, here(lint, column),
                 CODED("no-break-space") "a no-break space behind the colon; replace it with a plain space");
    return false;
}

/* Whether the line opens a "|" or ">" block: such a sign is its last word, with a colon or dash before it. */
static bool opens_block(struct line line)
{
    const char *end = line.end, *comment = line.start;

    while ((comment = memchr(comment, '#', (size_t)(line.end - comment))) && comment > line.start && comment[-1] != ' ')
        comment++;
    if (comment)
        end = comment;
    while (end > line.start && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    while (end > line.start && (end[-1] == '-' || end[-1] == '+' || (end[-1] >= '0' && end[-1] <= '9')))
        end--;
    if (end == line.start || (end[-1] != '|' && end[-1] != '>'))
        return false;
    end--;
    if (end == line.start || end[-1] != ' ')
        return false;
    while (end > line.start && end[-1] == ' ')
        end--;
    return end > line.start && (end[-1] == ':' || end[-1] == '-');
}

static bool check_line(struct lint *lint, struct line line)
{
    if (!check_letters(lint, line))
        return false;
    const char *at = line.start;

    while (at < line.end && *at == ' ')
        at++;
    if (at == line.end)
        return true;
    if (lint->block >= 0 && (int)(at - line.start) <= lint->block)
        lint->block = -1;
    bool fine = check_indentation(lint, line);

    if (lint->block >= 0 || *at == '#')
        return fine;
    lint->content = true;
    fine = check_colon(lint, line) && fine;
    if (opens_block(line)) {
        const char *key = past_dashes(line);

        lint->block = (int)(key - line.start) - (*key == '|' || *key == '>' ? 2 : 0); /* an item without a key: its dash counts */
    }
    return fine;
}

void lint_faults_add(struct lint_faults *faults, int line)
{
    faults->lines = mem_grow(faults->lines, faults->count, &faults->capacity, sizeof(*faults->lines));
    faults->lines[faults->count++] = line;
}

void lint_faults_finish(struct lint_faults *faults)
{
    free(faults->lines);
    *faults = (struct lint_faults){0};
}

bool lint_bytes(struct report *report, const char *bytes, size_t size, struct lint_faults *faults)
{
    struct lint lint = {.report = report, .block = -1};
    const char *end = bytes + size;
    bool fine = true;

    if (!check_encoding(report, bytes, size))
        return false;
    if (has_prefix(bytes, size, "\xEF\xBB\xBF", 3))
        bytes += 3;
    while (bytes < end && faults->count < FAULTS_MAX) {
        lint.number++;
        if (!check_line(&lint, line_next(&bytes, end))) {
            lint_faults_add(faults, lint.number);
            fine = false;
        }
    }
    if (faults->count == FAULTS_MAX) {
        report_error(report, report_whole(report),
                     CODED("file-damaged") "more than %d lines of the file are damaged; is it a text file? save it again as UTF-8",
                     FAULTS_MAX);
        faults->count = 0;
        return false;
    }
    if (fine && !lint.content) {
        report_error(report, report_whole(report),
                     size == 0 ? CODED("file-empty") "the file is empty; fill it in, or remove it"
                               : CODED("file-empty") "the file holds only comments and blank lines; fill it in, or remove it");
        return false;
    }
    return fine;
}

/* The length in bytes of a typographic quote at `at`, else 0: U+2018..U+201F, U+00AB, U+00BB. */
static size_t quote_length(const char *at, const char *end)
{
    const unsigned char *b = (const unsigned char *)at;

    if (end - at >= 3 && b[0] == 0xE2 && b[1] == 0x80 && b[2] >= 0x98 && b[2] <= 0x9F)
        return 3;
    return end - at >= 2 && b[0] == 0xC2 && (b[1] == 0xAB || b[1] == 0xBB) ? 2 : 0;
}

/* The same of the quotes around a text; 0: it does not stand in any, or in those of two quotations („A“ und „B“), or begins with an
 * apostrophe (’Tis). */
static size_t quotes_around(const char *text)
{
    static const char apostrophe[] = "\u2019";
    const char *end = text + strlen(text);
    size_t length = quote_length(text, end);

    if (length == 0 || (size_t)(end - text) < 2 * length || quote_length(end - length, end) != length ||
        strncmp(text, apostrophe, strlen(apostrophe)) == 0)
        return 0;
    for (const char *at = text + length; at < end - length; at++)
        if (memcmp(at, text, length) == 0 || memcmp(at, end - length, length) == 0)
            return 0;
    return length;
}

const char *lint_plain_key(struct arena *arena, struct report *report, struct origin origin, const char *text)
{
    size_t length = quotes_around(text);

    if (length == 0)
        return text;
    const char *key = arena_text(arena, text + length, strlen(text) - 2 * length);

    report_warning(report, origin, CODED("quotes-typographic") "%s: this key stands in typographic quotes; write it without quotes: %s:",
                   report_quote(key).text, report_quote(key).text);
    return key;
}

void lint_plain_value(struct report *report, struct origin origin, const char *text)
{
    if (quotes_around(text) == 0)
        return;
    report_warning(report, origin,
                   CODED("quotes-typographic") "the text stands in typographic quotes, which will be shown; around a value use straight "
                                               "quotes: \"...\"");
}

bool lint_has_typographic_quote(const char *bytes, size_t size)
{
    for (const char *at = bytes, *end = bytes + size; at < end; at++)
        if (quote_length(at, end) > 0)
            return true;
    return false;
}
