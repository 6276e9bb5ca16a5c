/* Letters are counted, not parted into words: how long Chinese or Thai takes to read is known by its letters. */
#include "text/reading.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>

/* What a letter is of a word, in hundredths. Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance: the new
 * international reading speed texts IReST", IOVS 53 (2012) 5452-5461: over 17 languages, 184 words, 370 syllables or 863 letters take a
 * minute. An ideograph or a kana is a syllable or so; Thai and its kin write with an alphabet. */
enum { WORD = 100, SYLLABLE = WORD * 184 / 370, LETTER = WORD * 184 / 863, FIRST_WITHOUT_SPACES = 0xE00 /* Thai */ };

/* 0 for a letter of a script whose words stand apart. */
static int share_of(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    if (code < FIRST_WITHOUT_SPACES)
        return 0;
    switch ((int)uscript_getScript((UChar32)code, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
        return SYLLABLE;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
    case USCRIPT_JAVANESE:
    case USCRIPT_BALINESE:
    case USCRIPT_LANNA:
    case USCRIPT_NEW_TAI_LUE:
        return LETTER;
    default:
        return 0;
    }
}

/* Of what stands between two breaks. */
static int hundredths_of(const char *at, const char *end)
{
    int shares = 0;

    while (at < end)
        shares += share_of(utf8_next(&at, end));
    return shares > 0 ? shares : WORD;
}

static int hundredths_in(UBreakIterator *breaks, const struct buffer *text)
{
    UErrorCode status = U_ZERO_ERROR;
    UText bytes = UTEXT_INITIALIZER;
    int sum = 0;

    utext_openUTF8(&bytes, text->bytes, (int64_t)text->length, &status);
    ubrk_setUText(breaks, &bytes, &status);
    ASSERT(U_SUCCESS(status));
    for (int from = 0, to; (to = ubrk_next(breaks)) != UBRK_DONE; from = to)
        if (ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT) /* blanks and signs are below */
            sum += hundredths_of(text->bytes + from, text->bytes + to);
    utext_close(&bytes);
    return sum;
}

static bool parts_words(uint32_t code)
{
    return u_isUWhiteSpace((UChar32)code) || code == '/' || (u_charType((UChar32)code) == U_DASH_PUNCTUATION);
}

/* Most texts have blanks between their words: these are counted without ICU, which takes sixteen times as long. False where a script
 * has none. */
static bool count_parted(const struct buffer *text, int *words)
{
    const char *at = text->bytes, *end = text->bytes + text->length;
    bool inside = false;

    *words = 0;
    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        if (share_of(code) > 0)
            return false;
        if (!inside && u_isalnum((UChar32)code)) {
            inside = true;
            ++*words;
        } else if (inside && parts_words(code)) {
            inside = false;
        }
    }
    return true;
}

int reading_words(const struct prose *prose)
{
    UErrorCode status = U_ZERO_ERROR;
    struct buffer text = {0};
    int words;

    if (prose->block_count == 0)
        return 0;
    for (int i = 0; i < prose->block_count; i++) {
        const struct prose_block *block = &prose->blocks[i];

        for (int s = 0; s < block->span_count; s++)
            buffer_add(&text, block->spans[s].text, (size_t)block->spans[s].length);
        buffer_add(&text, "\n", 1);
    }
    if (count_parted(&text, &words)) {
        buffer_finish(&text);
        return words;
    }
    UBreakIterator *breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);

    ASSERT(U_SUCCESS(status)); /* its data are part of its library */
    int hundredths = hundredths_in(breaks, &text);

    ubrk_close(breaks);
    buffer_finish(&text);
    return (hundredths + WORD - 1) / WORD;
}

/* A letter, a digit or a mark over one. */
static bool is_of_word(uint32_t code)
{
    return u_isalnum((UChar32)code) || (U_GET_GC_MASK((UChar32)code) & U_GC_M_MASK);
}

/* Words that begin or end with a sign have no letters to grow into. */
bool reading_stands(const char *text, const char *at, const char *words)
{
    const char *before = at, *behind = at + strlen(words), *first = words, *last = behind;

    if (strncmp(at, words, strlen(words)) != 0 || words[0] == '\0')
        return false;
    while (before > text && ((unsigned char)*--before & 0xC0) == 0x80)
        continue;
    while (((unsigned char)*--last & 0xC0) == 0x80)
        continue;
    bool begins = at == text || !is_of_word(utf8_next(&first, words + strlen(words))) || !is_of_word(utf8_next(&before, at));

    return begins && (*behind == '\0' || !is_of_word(utf8_next(&last, behind)) || !is_of_word(utf8_next(&behind, behind + strlen(behind))));
}
