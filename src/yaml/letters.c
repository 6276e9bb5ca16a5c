/* The value is looked at as the file has it, so that a line and a column can be named; between double quotes, where programs spell letters
 * that are not ASCII's, with its escapes read. */
#include "yaml/letters.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "letters/mistyped.h"
#include "letters/mojibake.h"
#include "letters/spelled.h"
#include "letters/stray.h"

#include <string.h>

/* What an escape of YAML's stands for, from behind its backslash on; what is a blank or a control code is a blank. */
static uint32_t read_escape(const char **at, const char *end)
{
    static const struct {
        char sign;
        int digits;
        uint32_t code;
    } escapes[] = {{'x', 2, 0}, {'u', 4, 0}, {'U', 8, 0}, {'_', 0, 0xA0}, {'"', 0, '"'}, {'/', 0, '/'}, {'\\', 0, '\\'}};
    uint32_t sign = utf8_next(at, end);

    for (size_t i = 0; i < COUNTOF(escapes); i++) {
        uint32_t code = escapes[i].code;

        if (sign != (unsigned char)escapes[i].sign)
            continue;
        for (int digit = 0; digit < escapes[i].digits && *at < end; digit++) {
            char c = *(*at)++;

            code = code * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return code;
    }
    return ' ';
}

/* The letter that is written at *at, which moves behind it. */
static uint32_t next_letter(const struct letters_source *source, const char **at)
{
    uint32_t code = utf8_next(at, source->end);

    return code == '\\' && *source->from == '"' && *at < source->end ? read_escape(at, source->end) : code;
}

static void read_letters(const struct letters_source *source, struct buffer *text)
{
    for (const char *at = source->from; at < source->end;) {
        char bytes[4];
        int length = utf8_put(bytes, next_letter(source, &at));

        buffer_add(text, bytes, (size_t)length);
    }
}

/* Of the letter at byte `offset` of what was read. */
static struct origin place_of(const struct letters_source *source, size_t offset)
{
    struct origin place = source->begin;
    const char *to = source->from;
    char bytes[4];

    for (size_t read = 0; read < offset;)
        read += (size_t)utf8_put(bytes, next_letter(source, &to));
    for (const char *at = source->from; at < to;) {
        uint32_t code = utf8_next(&at, source->end);

        if (code == '\n' || (code == '\r' && *at != '\n')) {
            place.line++;
            place.column = 1;
        } else
            place.column += code != '\r';
    }
    return place;
}

static void report_private(struct report *report, struct origin place, const struct stray *stray)
{
    char meant[5] = {0};

    if (stray->meant == 0) {
        report_warning(report, place,
                       CODED("letter-private") "a letter of one program's own font (U+%04X), which other "
                                               "fonts do not have; write another in its place",
                       (unsigned)stray->code);
        return;
    }
    utf8_put(meant, stray->meant);
    report_warning(
        report, place,
        CODED("letter-private") "a letter of one program's own font (U+%04X), which other fonts do not have; write \"%s\" in its place",
        (unsigned)stray->code, meant);
}

static void report_stray(struct report *report, struct origin place, enum stray_kind kind, const struct stray *stray)
{
    static const struct {
        const char *before, *behind; /* the letter's number */
    } words[STRAY_COUNT] = {
        [STRAY_LOST] = {"a letter was lost here, and ", " stands in its place; type the letter again"},
        [STRAY_OBJECT] = {"something that was copied with the text is not here, and ", " stands in its place; delete it"},
        [STRAY_VARIATION] = {"an invisible sign (", ") asks for another form of the letter before it, which is not shown; delete it"},
        [STRAY_JOINER] = {"an invisible joiner (", ") that does nothing here; delete it"},
        [STRAY_OPEN] = {"an invisible sign (", ") turns the order of the letters behind it, and nothing ends that; delete it"},
        [STRAY_CLOSE] = {"an invisible sign (", ") ends an order of letters that nothing began; delete it"},
    };

    if (kind == STRAY_PRIVATE)
        report_private(report, place, stray);
    else
        report_warning(report, place, CODED("letter-stray") "%sU+%04X%s", words[kind].before, (unsigned)stray->code, words[kind].behind);
}

static void report_encoding(struct report *report, struct origin place, const char *shown, const char *meant)
{
    report_warning(report, place,
                   CODED("letters-broken") "\"%s\" was probably \"%s\" before a program took the text's encoding for another; type it "
                                           "again, or copy it anew from where it is right",
                   shown, meant);
}

static void report_mistyped(struct report *report, const struct letters_source *source, struct bytes text)
{
    static const struct {
        const char *before, *behind; /* what was meant */
    } words[MISTYPED_COUNT] = {
        [MISTYPED_ACCENT] = {"has an accent that stands by itself; \"", "\" was probably meant"},
        [MISTYPED_LOST] = {"has lost a letter, for which a question mark stands; type it again", ""},
        [MISTYPED_ALIKE] = {"mixes letters of two scripts that look alike; write all of it in one: \"", "\""},
        [MISTYPED_BACKWARDS] = {"begins with a letter's form for the end of a word, as if read backwards; \"", "\" was probably meant"},
        [MISTYPED_FORMS] = {"holds letters as a document has drawn them; write them as they are typed: \"", "\""},
        [MISTYPED_STYLED] = {"holds letters of formulas, or as wide as those of East Asia; write them as they are typed: \"", "\""},
        [MISTYPED_ENYE] = {"has a Polish letter where Polish has none, before a vowel; \"", "\" was probably meant"},
        [MISTYPED_APART] = {"has a blank behind each letter; write \"", "\""},
    };
    struct mistypings found;

    mistyped_find(text.at, text.size, &found);
    for (int kind = 0; kind < MISTYPED_COUNT; kind++) {
        const struct mistyped *word = &found.of[kind];

        if (word->there && kind == MISTYPED_ENCODING)
            report_encoding(report, place_of(source, word->from), word->shown, word->meant);
        else if (word->there)
            report_warning(report, place_of(source, word->from), CODED("letters-mistyped") "\"%s\" %s%s%s", word->shown, words[kind].before,
                           word->meant, words[kind].behind);
    }
}

static void report_letters(struct report *report, const struct letters_source *source, struct bytes text)
{
    struct strays strays = strays_find(text.at, text.size);
    struct mojibake mojibake;
    struct spelled spelled;

    if (mojibake_find(text.at, text.size, 0, &mojibake))
        report_encoding(report, place_of(source, mojibake.from), mojibake.shown, mojibake.meant);
    else
        report_mistyped(report, source, text);
    if (spelled_find(text.at, text.size, &spelled))
        report_warning(report, place_of(source, spelled.from),
                       CODED("letters-spelled") "\"%s\" is shown as it is typed; \"%s\" was probably meant: write the letters themselves",
                       spelled.shown, spelled.meant);
    for (int kind = 0; kind < STRAY_COUNT; kind++)
        if (strays.of[kind].there)
            report_stray(report, place_of(source, strays.of[kind].from), (enum stray_kind)kind, &strays.of[kind]);
}

void letters_report(struct report *report, const struct letters_source *source)
{
    struct bytes written = {source->from, (size_t)(source->end - source->from)};
    struct buffer read = {0};

    if (*source->from == '"' && memchr(written.at, '\\', written.size)) {
        read_letters(source, &read);
        written = (struct bytes){read.bytes, read.length};
    }
    report_letters(report, source, written);
    buffer_finish(&read);
}
