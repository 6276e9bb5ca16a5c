/* Each encoding is tried; that whose language has the most of these letters for its usual ones is the one. */
#include "letters/codepages.h"

#include <uchar.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

enum { FIRST = 0xC0, LETTERS = 0x40, WORD_LEAST = 4 };

/* letters: from 0xC0 on; a blank: none of the script. usual: the letters that its languages have most of. */
static const struct codepage {
    char16_t letters[LETTERS + 1];
    const char16_t *usual;
} codepages[] = {
    {u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя", u"оеаинтсрвлкм"},
    {u"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ", u"оеаинтсрвлкм"},
    {u"ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ ", u"αοιετσνηυρπκάίόέή"},
    {u"                    װױײ         אבגדהוזחטיךכלםמןנסעףפץצקרשת     ", u"יוהלאתרשנמבם"},
    {u"ہءآأؤإئابةتثجحخدذرزسشصض طظعغـفقك ل منهو     ىي                 ے", u"الينمروتبةعد"},
};

/* The letter meant; 0 if it is none of the encoding's. */
static uint32_t letter_of(const struct codepage *page, uint32_t shown)
{
    uint32_t letter = shown >= FIRST && shown < FIRST + LETTERS ? page->letters[shown - FIRST] : ' ';

    return letter == ' ' ? 0 : letter;
}

static bool is_usual(const struct codepage *page, uint32_t letter)
{
    uint32_t small = (uint32_t)u_tolower((UChar32)letter);

    for (const char16_t *at = page->usual; *at; at++)
        if (*at == small)
            return true;
    return false;
}

/* How many of the letters are usual ones; -1 if this is no word: a capital stands behind a small letter. */
static int score(const struct codepage *page, const uint32_t *shown, int count)
{
    int usual = 0;

    for (int i = 0; i < count; i++) {
        uint32_t letter = letter_of(page, shown[i]), before = i > 0 ? letter_of(page, shown[i - 1]) : 0;

        if (letter == 0 || (before && u_islower((UChar32)before) && u_isupper((UChar32)letter)))
            return -1;
        usual += is_usual(page, letter);
    }
    return usual;
}

bool codepages_guess(const uint32_t *shown, int count, uint32_t *letters)
{
    const struct codepage *best = NULL;
    int most = (count + 1) / 2 - 1; /* half of them at least */
    bool ascends = true;

    for (int i = 0; i < count; i++)
        if (shown[i] < FIRST || shown[i] >= FIRST + LETTERS)
            return false;
    for (int i = 1; i < count; i++)
        ascends = ascends && shown[i] >= shown[i - 1]; /* a row of vowels, "áéíóú", is no word */
    if (count < WORD_LEAST || ascends)
        return false;
    for (size_t i = 0; i < COUNTOF(codepages); i++) {
        int found = score(&codepages[i], shown, count);

        if (found > most) {
            best = &codepages[i];
            most = found;
        }
    }
    for (int i = 0; best && i < count; i++)
        letters[i] = letter_of(best, shown[i]);
    return best != NULL;
}

/* A sign before a letter, and behind one unless prices and questions begin with it; but no mark of a note. */
static bool has_sign_for_letter(const uint32_t *shown, int count)
{
    static const char16_t signs[] = u"\u00B3\u00B9\u00BF\u00AF\u00A3\u00A5"; /* "łążŻŁĄ" */
    enum { INSIDE = 3 };                                                     /* so many of them begin no word */
    int others = 0;
    bool any = false;

    for (int i = 0; i < count; i++) {
        bool sign = false;

        others += shown[i] >= 0x80 && u_isalpha((UChar32)shown[i]);
        for (int k = i == 0 ? INSIDE : 0; signs[k]; k++)
            sign = sign || signs[k] == shown[i];
        any = any || (sign && i + 1 < count && u_isalpha((UChar32)shown[i + 1]) && (i == 0 || u_isalpha((UChar32)shown[i - 1])));
    }
    return any && others > 0 && count >= WORD_LEAST;
}

/* The letter that its byte is in the one encoding, in the other; 0 if there is none. */
static uint32_t recoded(UConverter *from, UConverter *to, uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar letter = (UChar)code;
    char byte[4];
    int32_t length = ucnv_fromUChars(from, byte, (int32_t)sizeof(byte), &letter, 1, &status);

    ucnv_toUChars(to, &letter, 1, byte, length, &status);
    return U_FAILURE(status) || !u_isalpha(letter) ? 0 : letter;
}

bool codepages_guess_central(const uint32_t *shown, int count, uint32_t *letters)
{
    if (!has_sign_for_letter(shown, count))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *western = ucnv_open("windows-1252", &status), *central = ucnv_open("windows-1250", &status);
    bool all = U_SUCCESS(status);

    for (int i = 0; i < count && all; i++) {
        letters[i] = shown[i] < 0x80 ? shown[i] : recoded(western, central, shown[i]);
        all = letters[i] != 0;
    }
    ucnv_close(western);
    ucnv_close(central);
    return all;
}
