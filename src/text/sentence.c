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

struct sentence sentence_longest(struct bytes text, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    struct sentence longest = {{text.at, 0}, 0};
    char *joined = mem_alloc(text.size + 1);

    for (size_t i = 0; i < text.size; i++)
        joined[i] = text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i];
    UBreakIterator *breaks = ubrk_open(UBRK_SENTENCE, locale_of(language).text, NULL, 0, &status);

    utext_openUTF8(&utext, joined, (int64_t)text.size, &status);
    ubrk_setUText(breaks, &utext, &status);
    ASSERT(U_SUCCESS(status)); /* its data are part of its library */
    for (int from = 0, to; (to = ubrk_next(breaks)) != UBRK_DONE; from = to) {
        struct bytes bytes = {text.at + from, (size_t)(to - from)};
        int words = words_in(bytes);

        if (words > longest.words && has_end(bytes.at, bytes.at + bytes.size))
            longest = (struct sentence){bytes, words};
    }
    ubrk_close(breaks);
    utext_close(&utext);
    free(joined);
    return longest;
}
