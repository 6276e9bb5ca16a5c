/* ICU spells by rules (RBNF); a language without any has its digits left, which a voice reads in its own way. */
#include "numerals/numerals.h"

#include "base/utf8.h"
#include "text/locale.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

enum {
    SPELLED_UNITS = 256,
    INTEGER_DIGITS = 12,
    DECIMALS = 6,
    YEAR_DIGITS = 4,
    YEAR_FIRST = 1000,
    YEAR_LAST = 2099,
    DAY_LAST = 31,
    MONTHS = 12
};

enum { SOFT_HYPHEN = 0xAD }; /* with which the rules part long words */

struct numerals {
    UNumberFormat *counts, *years, *days; /* each NULL: there are no rules; days: they are counted as all else */
};

static UNumberFormat *open_rules(const char *language, const char *set)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *rules = unum_open(UNUM_SPELLOUT, NULL, 0, locale_of(language).text, NULL, &status);
    UChar name[64];

    if (U_SUCCESS(status) && set)
        unum_setTextAttribute(rules, UNUM_DEFAULT_RULESET, u_uastrcpy(name, set), -1, &status);
    if (U_SUCCESS(status))
        return rules;
    if (rules)
        unum_close(rules);
    return NULL;
}

struct numerals *numerals_create(const char *language)
{
    struct numerals *numerals = mem_alloc(sizeof(*numerals));

    numerals->counts = open_rules(language, NULL);
    numerals->years = open_rules(language, "%spellout-numbering-year");
    /* Other languages bend it, or count days as all else: by language alone nothing more can be said. */
    numerals->days =
        strncmp(language, "en", 2) == 0 && (!language[2] || language[2] == '-') ? open_rules(language, "%spellout-ordinal") : NULL;
    return numerals;
}

void numerals_destroy(struct numerals *numerals)
{
    if (!numerals)
        return;
    if (numerals->counts)
        unum_close(numerals->counts);
    if (numerals->years)
        unum_close(numerals->years);
    if (numerals->days)
        unum_close(numerals->days);
    free(numerals);
}

/* ---- a number in a text ---- */

/* at, end: where it stands. marked: with a mark in it. */
struct numeral {
    const char *at, *end;
    double value;
    int digits, decimals;
    bool marked;
};

/* -1: none stands there. Moves behind it. */
static int take_digit(const char **at)
{
    const char *next = *at;

    if (**at == '\0')
        return -1;

    int digit = u_charDigitValue((UChar32)utf8_next(&next, *at + strlen(*at)));

    if (digit >= 0)
        *at = next;
    return digit;
}

/* How many digits stand there. */
static int count_digits(const char *at)
{
    int count = 0;

    while (take_digit(&at) >= 0)
        count++;
    return count;
}

static bool takes_mark(const char **at, const char *mark)
{
    size_t length = mark ? strlen(mark) : 0;

    if (length == 0 || strncmp(*at, mark, length) != 0)
        return false;
    *at += length;
    return true;
}

static void read_group(struct numeral *numeral)
{
    for (int digit; (digit = take_digit(&numeral->end)) >= 0; numeral->digits++)
        numeral->value = 10 * numeral->value + digit;
}

static struct numeral read_numeral(const struct number_format *format, const char *at)
{
    struct numeral numeral = {.at = at, .end = at};
    const char *behind;
    double unit = 1;

    read_group(&numeral);
    for (behind = numeral.end; numeral.digits <= INTEGER_DIGITS && takes_mark(&behind, format->thousands_mark) && count_digits(behind) == 3;
         behind = numeral.end) {
        numeral.end = behind;
        numeral.marked = true;
        read_group(&numeral);
    }
    behind = numeral.end;
    if (!takes_mark(&behind, format->decimal_mark) || count_digits(behind) == 0)
        return numeral;
    numeral.end = behind;
    numeral.marked = true;
    for (int digit; (digit = take_digit(&numeral.end)) >= 0; numeral.decimals++)
        numeral.value += digit * (unit /= 10);
    return numeral;
}

/* ":30", "/4", ".11": what is read together with more digits is no number. */
static bool goes_on(const char *at)
{
    return *at != '\0' && strchr(":/.,-", *at) && count_digits(at + 1) > 0;
}

static bool stands_alone(const struct numeral *numeral, UChar32 before)
{
    const char *end = numeral->end;
    UChar32 behind = *end ? (UChar32)utf8_next(&end, numeral->end + strlen(numeral->end)) : 0;

    return !u_isalpha(before) && before != ':' && before != '/' && !u_isalpha(behind) && !goes_on(numeral->end);
}

static bool is_year(const struct numeral *numeral)
{
    return !numeral->marked && numeral->digits == YEAR_DIGITS && numeral->value >= YEAR_FIRST && numeral->value <= YEAR_LAST;
}

/* Moves behind a blank and that word. */
static bool takes_word(const char **at, const char *word)
{
    const char *next = *at, *behind;
    size_t length = word ? strlen(word) : 0;

    if (length == 0 || *next++ != ' ' || strncmp(next, word, length) != 0)
        return false;
    behind = next += length;
    if (*behind && u_isalpha((UChar32)utf8_next(&behind, next + strlen(next))))
        return false;
    *at = next;
    return true;
}

/* "5 May", and the 5 of "5 to 6 May". */
static bool is_day(const struct numeral_signs *signs, const struct numeral *numeral)
{
    const char *at = numeral->end;

    if (!signs->months || numeral->marked || numeral->digits > 2 || numeral->value < 1 || numeral->value > DAY_LAST)
        return false;
    if (!takes_word(&at, signs->until) || *at++ != ' ' || count_digits(at) == 0)
        at = numeral->end;
    while (take_digit(&at) >= 0)
        continue;
    for (int i = 0; i < MONTHS; i++)
        if (takes_word(&at, signs->months[i]))
            return true;
    return false;
}

static const UNumberFormat *rules_for(const struct numerals *numerals, const struct numeral_signs *signs, const struct numeral *numeral)
{
    if (is_year(numeral) && numerals->years)
        return numerals->years;
    return numerals->days && is_day(signs, numeral) ? numerals->days : numerals->counts;
}

/* False: it stays as it is written. rules NULL: so do all. */
static bool spell(const UNumberFormat *rules, const struct numeral *numeral, struct buffer *text)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar words[SPELLED_UNITS];

    if (!rules || numeral->digits > INTEGER_DIGITS || numeral->decimals > DECIMALS)
        return false;

    int length = unum_formatDouble(rules, numeral->value, words, SPELLED_UNITS, NULL, &status);

    if (U_FAILURE(status) || length >= SPELLED_UNITS)
        return false;
    for (int i = 0; i < length;) {
        UChar32 code;
        char bytes[4];

        U16_NEXT(words, i, length, code);
        int count = utf8_put(bytes, (uint32_t)code);

        if (code != SOFT_HYPHEN)
            buffer_add(text, bytes, (size_t)count);
    }
    return true;
}

const char *numerals_text(struct numerals *numerals, struct arena *arena, const struct numeral_signs *signs, const char *text)
{
    const char *end = text + strlen(text);
    struct buffer spelled = {0};
    UChar32 before = ' ';
    const char *part = NULL; /* of something that is no number */

    for (const char *at = text; at < end;) {
        const char *next = at;
        UChar32 code = (UChar32)utf8_next(&next, end);

        if (u_charDigitValue(code) >= 0) {
            struct numeral numeral = read_numeral(signs->format, at);

            next = numeral.end;
            if (at != part && stands_alone(&numeral, before) && spell(rules_for(numerals, signs, &numeral), &numeral, &spelled))
                at = next;
            else if (goes_on(next))
                part = next + 1;
            code = '0';
        }
        buffer_add(&spelled, at, (size_t)(next - at));
        before = code;
        at = next;
    }

    const char *kept = arena_text(arena, spelled.length > 0 ? spelled.bytes : "", spelled.length);

    buffer_finish(&spelled);
    return kept;
}
