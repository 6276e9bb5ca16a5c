/* ICU's iterators walk over UTF-8 as it stands (UText), so that all positions are bytes. */
#include "text/linebreak.h"

#include "base/utf8.h"
#include "text/locale.h"
#include "text/number.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ubrk.h>

enum { SOFT_HYPHEN = 0xAD, EN_DASH = 0x2013 };

/* An exhibit has a few languages; more than these are not kept. */
enum { KEPT_MAX = 32 };

struct linebreaks {
    struct kept_iterator {
        UBreakIteratorType type;
        char language[LOCALE_BYTES];
        UBreakIterator *iterator;
    } list[KEPT_MAX];
    int count;
};

struct linebreaks *linebreaks_create(void)
{
    return mem_alloc(sizeof(struct linebreaks));
}

void linebreaks_destroy(struct linebreaks *kept)
{
    for (int i = 0; kept && i < kept->count; i++)
        ubrk_close(kept->list[i].iterator);
    free(kept);
}

static UBreakIterator *open_iterator(UBreakIteratorType type, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    struct locale_name locale = locale_of(language);

    /* Japanese by its strict rules: no line begins with a small kana or a long vowel's mark. */
    uloc_setKeywordValue("lb", "strict", locale.text, sizeof(locale.text), &status);
    UBreakIterator *iterator = ubrk_open(type, locale.text, NULL, 0, &status);

    ASSERT(U_SUCCESS(status)); /* its data are part of its library */
    return iterator;
}

/* NULL: this one is not kept. */
static UBreakIterator *kept_iterator(struct linebreaks *kept, UBreakIteratorType type, const char *language)
{
    if (!kept || strlen(language) >= LOCALE_BYTES)
        return NULL;
    for (int i = 0; i < kept->count; i++)
        if (kept->list[i].type == type && strcmp(kept->list[i].language, language) == 0)
            return kept->list[i].iterator;
    if (kept->count == KEPT_MAX)
        return NULL;
    struct kept_iterator *new = &kept->list[kept->count++];

    new->type = type;
    memcpy(new->language, language, strlen(language) + 1);
    new->iterator = open_iterator(type, language);
    return new->iterator;
}

static void walk(const struct linebreak_text *text, UBreakIteratorType type, void visit(UBreakIterator *, int, void *), void *context)
{
    const char *language = text->language ? text->language : "";
    UErrorCode status = U_ZERO_ERROR;
    UText bytes = UTEXT_INITIALIZER;
    UBreakIterator *kept = kept_iterator(text->kept, type, language), *breaks = kept ? kept : open_iterator(type, text->language);

    utext_openUTF8(&bytes, text->bytes, text->length, &status);
    ubrk_setUText(breaks, &bytes, &status);
    ASSERT(U_SUCCESS(status));
    for (int at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks))
        visit(breaks, at, context);
    if (!kept)
        ubrk_close(breaks);
    utext_close(&bytes);
}

static void note_line(UBreakIterator *iterator, int at, void *breaks)
{
    ((uint8_t *)breaks)[at - 1] = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD ? LINEBREAK_MUST : LINEBREAK_MAY;
}

static void note_letter(UBreakIterator *iterator, int at, void *ends)
{
    (void)iterator;
    ((bool *)ends)[at - 1] = true;
}

static bool is_hangul(uint32_t code)
{
    return u_getIntPropertyValue((UChar32)code, UCHAR_HANGUL_SYLLABLE_TYPE) != U_HST_NOT_APPLICABLE;
}

/* Whether `code` had better not be parted from what is before it, though UAX #14 would. */
static bool clings(uint32_t before_last, uint32_t last, uint32_t code, bool korean)
{
    return (number_is_digit(before_last) && last == EN_DASH && number_is_digit(code)) ||
           (number_is_digit(before_last) && last == ' ' && code == '%') /* as Spanish and French write it */ ||
           (korean && (is_hangul(last) || is_hangul(code)) && u_isalnum((UChar32)last) && u_isalnum((UChar32)code));
}

static void refine(const struct linebreak_text *text, uint8_t *breaks)
{
    const char *end = text->bytes + text->length;
    bool korean = text->language && strncmp(text->language, "ko", 2) == 0 && (text->language[2] == '\0' || text->language[2] == '-');
    uint32_t before_last = 0, last = 0;

    for (const char *at = text->bytes; at < end;) {
        ptrdiff_t from = at - text->bytes;
        uint32_t code = utf8_next(&at, end);
        uint8_t *behind = &breaks[at - text->bytes - 1];

        if (from > 0 && breaks[from - 1] != LINEBREAK_MUST && clings(before_last, last, code, korean))
            breaks[from - 1] = LINEBREAK_NONE;
        if (code == SOFT_HYPHEN && *behind == LINEBREAK_MAY)
            *behind = LINEBREAK_SOFT;
        before_last = last;
        last = code;
    }
}

void linebreak_find(const struct linebreak_text *text, uint8_t *breaks)
{
    if (text->length == 0)
        return;
    memset(breaks, LINEBREAK_NONE, (size_t)text->length);
    walk(text, UBRK_LINE, note_line, breaks);
    refine(text, breaks);
    breaks[text->length - 1] = LINEBREAK_MUST;
}

void linebreak_letters(const struct linebreak_text *text, bool *ends)
{
    if (text->length == 0)
        return;
    memset(ends, 0, sizeof(*ends) * (size_t)text->length);
    walk(text, UBRK_CHARACTER, note_letter, ends);
}
