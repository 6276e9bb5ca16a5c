/* Byte by byte: what is looked for begins where a letter does. */
#include "speech/said.h"

#include "base/utf8.h"
#include "exhibit/foreign.h"
#include "text/reading.h"

#include <string.h>

/* Signs that are seen, and read as a pause. */
static const char *const pauses[] = {" \u00B7 ", "\u00B7", " \u2013 ", "\u2013", "\u2014"};
/* From one number to another: "1896–1907", "11 February – 2 March". */
static const char *const spans[] = {" \u2013 ", "\u2013"};

/* Of several that begin alike the longest; NULL: none. */
static const struct saying *saying_at(const struct speech *speech, const char *text, const char *at)
{
    const struct saying *found = NULL;

    for (int i = 0; i < speech->lexicon_count; i++)
        if (reading_stands(text, at, speech->lexicon[i].name) && (!found || strlen(found->name) < strlen(speech->lexicon[i].name)))
            found = &speech->lexicon[i];
    return found;
}

/* How many bytes of one of the signs stand there. */
static size_t sign_at(const char *const signs[], size_t count, const char *at)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

static size_t span_at(const char *at)
{
    size_t length = sign_at(spans, COUNTOF(spans), at);
    const char *behind = at + length;

    return length > 0 && *behind && number_is_digit(utf8_next(&behind, behind + strlen(behind))) ? length : 0;
}

/* What was made so far goes behind the rest, its numbers as words. */
static void spell(struct arena *arena, const struct said *said, struct buffer *made, struct buffer *out)
{
    const struct words *words = &said->exhibit->words[said->language];
    const struct numeral_signs signs = {&words->numbers, words->dates.months, words->speech.until};
    const char *kept = arena_text(arena, made->length > 0 ? made->bytes : "", made->length);

    buffer_printf(out, "%s", said->numerals ? numerals_text(said->numerals, arena, &signs, kept) : kept);
    made->length = 0;
}

/* What stands there becomes what is said of it; returns how many bytes that was. */
static size_t say_next(const struct said *said, const char *text, const char *at, struct buffer *made)
{
    const struct saying *saying = saying_at(&said->exhibit->speech, text, at);
    size_t span = span_at(at), pause = sign_at(pauses, COUNTOF(pauses), at);

    if (saying)
        buffer_printf(made, "%s", text_in(saying->say, said->language));
    else if (span > 0)
        buffer_printf(made, " %s ", said->exhibit->words[said->language].speech.until);
    else
        buffer_add(made, pause > 0 ? ", " : at, pause > 0 ? 2 : 1);
    return saying ? strlen(saying->name) : pause > 0 ? pause : 1;
}

/* A voice of another language knows its own numbers. */
const char *said_text(struct arena *arena, const struct said *said, const char *text)
{
    struct buffer made = {0}, out = {0};

    for (const char *at = text; *at;) {
        struct foreign foreign = foreign_at(said->exhibit, said->language, text, at);
        const struct saying *saying = foreign.length > 0 ? saying_at(&said->exhibit->speech, text, at) : NULL;

        if (foreign.length > 0 && (!saying || (int)strlen(saying->name) < foreign.length)) {
            spell(arena, said, &made, &out);
            buffer_printf(&out, "%c%s%c%.*s%c%c", SAID_TURN, foreign.language, SAID_TURN, foreign.length, at, SAID_TURN, SAID_TURN);
            at += foreign.length;
        } else
            at += say_next(said, text, at, &made);
    }
    spell(arena, said, &made, &out);
    const char *kept = arena_text(arena, out.length > 0 ? out.bytes : "", out.length);

    buffer_finish(&made);
    buffer_finish(&out);
    return kept;
}
