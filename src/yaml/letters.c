/* The value is looked at as the file has it, so that a line and a column can be named. */
#include "yaml/letters.h"

#include "base/utf8.h"
#include "letters/mojibake.h"
#include "letters/spelled.h"
#include "letters/stray.h"

/* Of the letter at byte `offset`. */
static struct origin place_of(const struct letters_source *source, size_t offset)
{
    struct origin place = source->begin;

    for (const char *at = source->from, *to = at + offset; at < to;) {
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

void letters_report(struct report *report, const struct letters_source *source)
{
    size_t length = (size_t)(source->end - source->from);
    struct strays strays = strays_find(source->from, length);
    struct mojibake mojibake;
    struct spelled spelled;

    if (mojibake_find(source->from, length, 0, &mojibake))
        report_warning(report, place_of(source, mojibake.from),
                       CODED("letters-broken") "\"%s\" was probably \"%s\" before a program took the text's encoding for another; type it "
                                               "again, or copy it anew "
                                               "from where it is right",
                       mojibake.shown, mojibake.meant);
    if (spelled_find(source->from, length, *source->from == '"', &spelled))
        report_warning(report, place_of(source, spelled.from),
                       CODED("letters-spelled") "\"%s\" is shown as it is typed; \"%s\" was probably meant: write the letters themselves",
                       spelled.shown, spelled.meant);
    for (int kind = 0; kind < STRAY_COUNT; kind++)
        if (strays.of[kind].there)
            report_stray(report, place_of(source, strays.of[kind].from), (enum stray_kind)kind, &strays.of[kind]);
}
