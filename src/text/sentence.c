/* ICU takes a line break for the end of a sentence, so it is given a text that has blanks there. */
#include "text/sentence.h"

#include "base/utf8.h"
#include "text/locale.h"
#include "text/reading.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

static int words_in(struct bytes bytes)
{
    const struct prose_span span = {.text = bytes.at, .length = (int)bytes.size};
    const struct prose_block block = {.spans = &span, .span_count = 1};

    return reading_words(&(struct prose){&block, 1});
}

/* Behind it stand quotes and brackets at most. */
static bool has_end(const char *at, const char *end)
{
    bool ended = false;

    while (at < end) {
        UChar32 code = (UChar32)utf8_next(&at, end);

        if (u_hasBinaryProperty(code, UCHAR_S_TERM))
            ended = true;
        else if (u_isalnum(code))
            ended = false;
    }
    return ended;
}

/* Sentences of a text, over a copy of it that has no line breaks. */
struct breaking {
    UBreakIterator *breaks;
    UText text;
    char *joined;
};

static struct breaking breaking_open(struct bytes text, const char *locale)
{
    struct breaking breaking = {.text = UTEXT_INITIALIZER, .joined = mem_alloc(text.size + 1)};
    UErrorCode status = U_ZERO_ERROR;

    for (size_t i = 0; i < text.size; i++)
        breaking.joined[i] = text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i];
    breaking.breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
    utext_openUTF8(&breaking.text, breaking.joined, (int64_t)text.size, &status);
    ubrk_setUText(breaking.breaks, &breaking.text, &status);
    ASSERT(U_SUCCESS(status)); /* its data are part of its library */
    return breaking;
}

static void breaking_close(struct breaking *breaking)
{
    ubrk_close(breaking->breaks);
    utext_close(&breaking->text);
    free(breaking->joined);
}

struct sentence sentence_longest(struct bytes text, const char *language)
{
    struct breaking breaking = breaking_open(text, locale_of(language).text);
    struct sentence longest = {{text.at, 0}, 0};

    for (int from = 0, to; (to = ubrk_next(breaking.breaks)) != UBRK_DONE; from = to) {
        struct bytes bytes = {text.at + from, (size_t)(to - from)};
        int words = words_in(bytes);

        if (words > longest.words && has_end(bytes.at, bytes.at + bytes.size))
            longest = (struct sentence){bytes, words};
    }
    breaking_close(&breaking);
    return longest;
}

const int *sentence_ends(struct arena *arena, struct bytes text, const char *language, int *count)
{
    struct breaking breaking = breaking_open(text, arena_printf(arena, "%s@ss=standard", locale_of(language).text));
    int *ends = NULL, capacity = 0;

    *count = 0;
    for (int to; (to = ubrk_next(breaking.breaks)) != UBRK_DONE; ends[(*count)++] = to)
        ends = mem_grow(ends, *count, &capacity, sizeof(*ends));
    breaking_close(&breaking);

    int *kept = ARENA_ARRAY(arena, int, *count);

    for (int i = 0; i < *count; i++)
        kept[i] = ends[i];
    free(ends);
    return kept;
}
