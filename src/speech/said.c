/* Byte by byte: what is looked for begins where a letter does. */
#include "speech/said.h"

#include "base/utf8.h"

#include <string.h>

/* Signs that are seen, and read as a pause. */
static const char *const pauses[] = {" \u00B7 ", "\u00B7", " \u2013 ", "\u2013", "\u2014"};
/* From one number to another: "1896–1907", "11 February – 2 March". */
static const char *const spans[] = {" \u2013 ", "\u2013"};

/* Whether the name stands there as a word, or several, of its own. */
static bool is_there(const char *text, const char *at, const char *name)
{
    size_t length = strlen(name);
    const char *before = at, *behind = at + length;

    if (strncmp(at, name, length) != 0)
        return false;
    while (before > text && ((unsigned char)*--before & 0xC0) == 0x80)
        continue;
    return (at == text || !numerals_is_of_word(utf8_next(&before, at))) &&
           (*behind == '\0' || !numerals_is_of_word(utf8_next(&behind, behind + strlen(behind))));
}

/* Of several that begin alike the longest; NULL: none. */
static const struct saying *saying_at(const struct speech *speech, const char *text, const char *at)
{
    const struct saying *found = NULL;

    for (int i = 0; i < speech->lexicon_count; i++)
        if (is_there(text, at, speech->lexicon[i].name) && (!found || strlen(found->name) < strlen(speech->lexicon[i].name)))
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

    return length > 0 && *behind && numerals_is_digit(utf8_next(&behind, behind + strlen(behind))) ? length : 0;
}

const char *said_text(struct arena *arena, const struct said *said, const char *text)
{
    const struct words *words = &said->exhibit->words[said->language];
    struct buffer made = {0};

    for (const char *at = text; *at;) {
        const struct saying *saying = saying_at(&said->exhibit->speech, text, at);
        size_t span = span_at(at), pause = sign_at(pauses, COUNTOF(pauses), at);

        if (saying)
            buffer_printf(&made, "%s", text_in(saying->say, said->language));
        else if (span > 0)
            buffer_printf(&made, " %s ", words->speech.until);
        else
            buffer_add(&made, pause > 0 ? ", " : at, pause > 0 ? 2 : 1);
        at += saying ? strlen(saying->name) : pause > 0 ? pause : 1;
    }

    const char *kept = arena_text(arena, made.length > 0 ? made.bytes : "", made.length);

    buffer_finish(&made);
    const struct numeral_signs signs = {&words->numbers, words->dates.months, words->speech.until};

    return said->numerals ? numerals_text(said->numerals, arena, &signs, kept) : kept;
}
