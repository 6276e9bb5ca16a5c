/* Letters are counted, not parted into words: how long Chinese or Thai takes to read is known by its letters. */
#include "text/reading.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

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

/* A no-break space parts no words: "36,6 %" is read as one. */
static bool is_space(uint32_t code)
{
    return code < 0x80 ? code <= ' ' : u_isUWhiteSpace((UChar32)code) && code != 0xA0 && code != 0x202F;
}

int reading_words(const char *text, size_t length)
{
    const char *end = text + length;
    int hundredths = 0;
    bool inside = false;

    for (const char *at = text; at < end;) {
        uint32_t code = utf8_next(&at, end);
        int share = share_of(code);
        bool apart = share > 0 || is_space(code) || (code >= 0x3000 && u_ispunct((UChar32)code));

        hundredths += apart || inside ? share : WORD;
        inside = !apart;
    }
    return (hundredths + WORD - 1) / WORD;
}
