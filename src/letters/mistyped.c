/* Word by word; a word of ASCII alone costs no more than its bytes. */
#include "letters/mistyped.h"

#include "base/utf8.h"
#include "letters/codepages.h"
#include "letters/lookalikes.h"

#include <limits.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

enum {
    LETTERS_MAX = 40, /* of a word that are looked at */
    ALIKE_LETTERS_LEAST = 3,
    APART_LETTERS_LEAST = 6,
    SIGNED_LEAST = 4, /* "an~o" */
    LETTER_BYTES_MAX = 4,
    GREEK_FIRST = 0x370,
    CYRILLIC_LAST = 0x52F,
    HEBREW_FIRST = 0x5D0,
    HEBREW_LAST = 0x5EA,
    ACUTE = 0xB4,
    GRAVE = 0x60,
    FIRST_ACCENT = 0xA8, /* but for those of ASCII */
    APOSTROPHE = 0x2019,
    DOTLESS_I = 0x131,
    TILDE = '~',
    SMALL_ENYE = 0xF1,
    CAPITAL_ENYE = 0xD1,
    WIDE_FIRST = 0xFF10,
    WIDE_LAST = 0xFF5A,
    FORMULA_FIRST = 0x1D400,
    FORMULA_LAST = 0x1D7FF,
};

/* Single letters one after the other: from..to. */
struct apart_run {
    size_t from, to;
    int count;
    uint32_t last;
    bool ascends; /* "a b c" is an alphabet */
};

struct mistyped_walk {
    const char *text, *end;
    struct mistypings *found;
    struct apart_run apart;
};

/* from: of its first byte. */
struct spotted_word {
    size_t from, to;
    uint32_t code[LETTERS_MAX];
    int count;
};

static bool is_letter(uint32_t code)
{
    return code && u_isalpha((UChar32)code);
}

static uint32_t code_at(const struct spotted_word *word, int index)
{
    return index >= 0 && index < word->count ? word->code[index] : 0;
}

/* As much as there is room for. */
static void put(char word[MISTYPED_WORD_BYTES], uint32_t code)
{
    size_t length = strlen(word);
    char bytes[4];
    size_t size = (size_t)utf8_put(bytes, code);

    if (length + size < MISTYPED_WORD_BYTES) {
        memcpy(word + length, bytes, size);
        word[length + size] = '\0';
    }
}

/* Where the finding goes, with the word as it stands; NULL if one of this kind was found before. */
static struct mistyped *note(struct mistyped_walk *walk, enum mistyped_kind kind, const struct spotted_word *word)
{
    struct mistyped *found = &walk->found->of[kind];

    if (found->there)
        return NULL;
    found->there = true;
    found->from = word->from;
    for (int i = 0; i < word->count; i++)
        put(found->shown, word->code[i]);
    return found;
}

/* The mark that composes with a letter; 0 if the sign is no accent. */
static uint32_t mark_of(uint32_t accent)
{
    static const uint16_t marks[][2] = {{ACUTE, 0x301}, {GRAVE, 0x300}, {0xA8, 0x308},  {0xB8, 0x327},  {0x2C6, 0x302}, {0x2DC, 0x303},
                                        {0x2DA, 0x30A}, {0x2C7, 0x30C}, {0x384, 0x301}, {TILDE, 0x303}, {'^', 0x302}};

    for (size_t i = 0; i < COUNTOF(marks) && (accent >= FIRST_ACCENT || accent == GRAVE || accent == TILDE || accent == '^'); i++)
        if (marks[i][0] == accent)
            return marks[i][1];
    return 0;
}

/* The letter with the mark; 0 if there is none such. */
static uint32_t composed(uint32_t letter, uint32_t mark)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar32 both =
        U_SUCCESS(status) && is_letter(letter) ? unorm2_composePair(nfc, (UChar32)(letter == DOTLESS_I ? 'i' : letter), (UChar32)mark) : -1;

    return both > 0 ? (uint32_t)both : 0;
}

static bool is_vowel(uint32_t code)
{
    return code && code < 0x80 && strchr("aeiouyAEIOUY", (char)code);
}

/* "l", "d" and the like, or "qu", are all that stands before: what French and Italian elide. */
static bool is_elided(const struct spotted_word *word, int index)
{
    int first = index;

    while (first > 0 && is_letter(word->code[first - 1]))
        first--;
    uint32_t last = code_at(word, index - 1) | 32;

    return (index - first == 1 && !is_vowel(last)) || (index - first == 2 && last == 'u');
}

/* What an accent and its neighbours were meant to be. taken: how many letters behind the accent it takes; before: whether it replaces the
 * letter before it. */
struct accent_reading {
    uint32_t code;
    bool before;
    int taken;
};

/* Spanish and Portuguese letters with a tilde are followed by these. */
static bool takes_tilde(uint32_t letter, uint32_t next)
{
    uint32_t small = letter | 32, behind = next | 32;

    return is_letter(letter) && is_letter(next) && (!u_islower((UChar32)letter) || u_islower((UChar32)next)) &&
           ((small == 'n' && is_vowel(next)) || (small == 'a' && (behind == 'o' || behind == 'e')) || (small == 'o' && behind == 'e'));
}

/* "fe^te", and no "e^x". */
static bool takes_circumflex(uint32_t letter, uint32_t next)
{
    return is_vowel(letter) && (letter | 32) != 'y' && u_islower((UChar32)next) && !is_vowel(next);
}

/* A sign of the keyboard, before or behind its letter: "an~o", "pe~na", "fe^te". */
static struct accent_reading read_sign(const struct spotted_word *word, int index)
{
    uint32_t sign = word->code[index], mark = mark_of(sign), before = code_at(word, index - 1), behind = code_at(word, index + 1);
    bool (*const takes)(uint32_t, uint32_t) = sign == TILDE ? takes_tilde : takes_circumflex;
    bool exponent = index + 3 == word->count && !is_vowel(behind) && !is_vowel(code_at(word, index + 2)); /* "i^th", "Pe^rt" */

    if (!is_letter(before) || word->count < SIGNED_LEAST || exponent)
        return (struct accent_reading){0, false, 0};
    if (takes(before, behind))
        return (struct accent_reading){composed(before, mark), true, 0};
    if (!(u_islower((UChar32)before) && u_isupper((UChar32)behind)) && takes(behind, code_at(word, index + 2))) /* no "Tokyo~Nagoya" */
        return (struct accent_reading){composed(behind, mark), false, 1};
    return (struct accent_reading){0, false, 0};
}

static struct accent_reading read_accent(const struct spotted_word *word, int index)
{
    uint32_t accent = word->code[index], mark = mark_of(accent);

    if (!mark)
        return (struct accent_reading){0, false, 0};
    if (accent == TILDE || accent == '^')
        return read_sign(word, index);
    uint32_t before = code_at(word, index - 1), behind = code_at(word, index + 1);
    uint32_t on_before = behind == DOTLESS_I ? 0 : composed(before, mark), on_behind = composed(behind, mark);
    bool quote = accent == ACUTE || accent == GRAVE, latin = behind < 0x250;

    if (accent == GRAVE && !(is_letter(before) && is_letter(behind)))
        return (struct accent_reading){0, false, 0};
    if (accent == ACUTE && u_isdigit((UChar32)before)) /* "40°12´E" */
        return (struct accent_reading){0, false, 0};
    if (!quote)
        return on_before   ? (struct accent_reading){on_before, true, 0}
               : on_behind ? (struct accent_reading){on_behind, false, 1}
                           : (struct accent_reading){0, false, 0};
    if (on_behind && (is_vowel(behind) || !latin) && (is_letter(before) ? !is_elided(word, index) : u_isupper((UChar32)behind)))
        return (struct accent_reading){on_behind, false, 1};
    return (struct accent_reading){is_letter(before) || is_letter(behind) ? APOSTROPHE : 0, false, 0};
}

static void look_for_accents(struct mistyped_walk *walk, const struct spotted_word *word)
{
    struct mistyped *found = NULL;
    char meant[MISTYPED_WORD_BYTES] = "";
    bool any = false;

    for (int i = 0; i < word->count; i++)
        any = any || mark_of(word->code[i]);
    if (!any)
        return;
    any = false;
    for (int i = 0; i < word->count; i++) {
        struct accent_reading next = read_accent(word, i + 1 < word->count ? i + 1 : i), here = read_accent(word, i);

        any = any || here.code;
        if (i + 1 < word->count && next.before)
            continue; /* the accent behind it replaces this letter */
        put(meant, here.code ? here.code : word->code[i]);
        i += here.code ? here.taken : 0;
    }
    if (any)
        found = note(walk, MISTYPED_ACCENT, word);
    if (found)
        memcpy(found->meant, meant, sizeof(meant));
}

/* "M?nchen", "Gr??e": no mark of a question, which ends a word. */
static void look_for_lost(struct mistyped_walk *walk, const struct spotted_word *word)
{
    for (int i = 1; i < word->count; i++) {
        int behind = i;

        while (code_at(word, behind) == '?')
            behind++;
        if (behind > i && is_letter(word->code[i - 1]) && u_islower((UChar32)code_at(word, behind))) {
            note(walk, MISTYPED_LOST, word);
            return;
        }
    }
}

static UScriptCode script_of(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    return is_letter(code) ? uscript_getScript((UChar32)code, &status) : USCRIPT_COMMON;
}

/* The word with its Greek or Cyrillic letters in Latin ones, or the other way; false if one of them has no double there. */
static bool turn_alike(const struct spotted_word *word, UScriptCode other, bool to_latin, char meant[MISTYPED_WORD_BYTES])
{
    meant[0] = '\0';
    for (int i = 0; i < word->count; i++) {
        uint32_t code = word->code[i];
        UScriptCode script = script_of(code);

        if (script == (to_latin ? other : USCRIPT_LATIN))
            code = to_latin ? lookalike_latin(code) : lookalike_of(code, other == USCRIPT_GREEK);
        if (code == 0)
            return false;
        put(meant, code);
    }
    return true;
}

/* Letters and their marks from the index on: "IT-компания" is two words, of one script each. */
static struct spotted_word piece_from(const struct spotted_word *word, int index)
{
    struct spotted_word piece = {.from = word->from};
    char bytes[LETTER_BYTES_MAX];

    for (int i = 0; i < index; i++)
        piece.from += (size_t)utf8_put(bytes, word->code[i]);
    for (piece.to = piece.from; index < word->count; index++) {
        if (!is_letter(word->code[index]) && !(U_MASK(u_charType((UChar32)word->code[index])) & U_GC_M_MASK))
            break;
        piece.code[piece.count++] = word->code[index];
        piece.to += (size_t)utf8_put(bytes, word->code[index]);
    }
    return piece;
}

static void look_at_piece(struct mistyped_walk *walk, const struct spotted_word *piece)
{
    int latin = 0, other = 0;
    UScriptCode script = USCRIPT_COMMON;

    for (int i = 0; i < piece->count; i++) {
        UScriptCode of = script_of(piece->code[i]);

        latin += of == USCRIPT_LATIN;
        if (of == USCRIPT_CYRILLIC || of == USCRIPT_GREEK) {
            script = of;
            other++;
        }
    }
    if (latin == 0 || other == 0 || latin + other < ALIKE_LETTERS_LEAST)
        return;
    char meant[MISTYPED_WORD_BYTES] = "";
    bool first = latin > other;

    if (!turn_alike(piece, script, first, meant) && !turn_alike(piece, script, !first, meant))
        return;
    struct mistyped *found = note(walk, MISTYPED_ALIKE, piece);

    if (found)
        memcpy(found->meant, meant, sizeof(meant));
}

static void look_for_alike(struct mistyped_walk *walk, const struct spotted_word *word)
{
    for (int i = 0; i < word->count;) {
        struct spotted_word piece = piece_from(word, i);

        look_at_piece(walk, &piece);
        i += piece.count + 1;
    }
}

static void look_for_encoding(struct mistyped_walk *walk, const struct spotted_word *word)
{
    uint32_t letters[LETTERS_MAX];

    if (!codepages_guess(word->code, word->count, letters) && !codepages_guess_central(word->code, word->count, letters))
        return;
    struct mistyped *found = note(walk, MISTYPED_ENCODING, word);

    for (int i = 0; found && i < word->count; i++)
        put(found->meant, letters[i]);
}

/* In the order in which it is written: the other way round, but for what stands at its ends. */
static void put_reversed(struct mistyped *found, const struct spotted_word *word)
{
    for (int i = word->count - 1; i >= 0; i--)
        put(found->meant, word->code[i]);
}

/* A letter's form for the end of a word begins none. */
static void look_for_backwards(struct mistyped_walk *walk, const struct spotted_word *word)
{
    static const char finals[] = "ךםןףץ";
    char first[4] = "";
    uint32_t second = code_at(word, 1);

    if (word->code[0] < HEBREW_FIRST || word->code[0] > HEBREW_LAST || second < HEBREW_FIRST || second > HEBREW_LAST)
        return;
    utf8_put(first, word->code[0]);
    if (!strstr(finals, first))
        return;
    struct mistyped *found = note(walk, MISTYPED_BACKWARDS, word);

    if (found)
        put_reversed(found, word);
}

/* How an Arabic letter of a joined form joins; U_DT_NONE if it is none. Words that are one sign ("ﷲ", "ﷺ") are typed so. */
static int form_of(uint32_t code)
{
    bool form = (code >= 0xFB50 && code < 0xFDF0) || (code >= 0xFE70 && code < 0xFEFF);

    return form ? u_getIntPropertyValue((UChar32)code, UCHAR_DECOMPOSITION_TYPE) : U_DT_NONE;
}

static bool is_wide(uint32_t code)
{
    return code >= WIDE_FIRST && code <= WIDE_LAST && u_isalnum((UChar32)code);
}

static bool is_formula(uint32_t code)
{
    return code >= FORMULA_FIRST && code <= FORMULA_LAST;
}

static void put_usual(struct mistyped *found, uint32_t code)
{
    bool usual = form_of(code) == U_DT_NONE && !is_wide(code) && !is_formula(code);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
    UChar letters[8];
    int32_t length = U_SUCCESS(status) ? unorm2_getDecomposition(nfkc, (UChar32)code, letters, COUNTOF(letters), &status) : -1;

    if (U_FAILURE(status) || length <= 0 || usual)
        put(found->meant, code);
    for (int32_t i = 0; i < length && !usual;) {
        UChar32 letter;

        U16_NEXT(letters, i, length, letter);
        put(found->meant, (uint32_t)letter);
    }
}

/* Documents hold such words as they are drawn, often from the left: then what ends a word stands first. */
static void look_for_forms(struct mistyped_walk *walk, const struct spotted_word *word)
{
    int first = form_of(word->code[0]), last = form_of(word->code[word->count - 1]);
    bool any = false, turned = first == U_DT_FINAL || first == U_DT_MEDIAL || last == U_DT_INITIAL;

    for (int i = 0; i < word->count; i++)
        any = any || form_of(word->code[i]) != U_DT_NONE;
    struct mistyped *found = any ? note(walk, MISTYPED_FORMS, word) : NULL;

    for (int i = 0; found && i < word->count; i++)
        put_usual(found, word->code[turned ? word->count - 1 - i : i]);
}

/* Where there are letters of East Asia, wide ones are as they should be. */
static bool is_east_asian(const struct mistyped_walk *walk)
{
    UErrorCode status = U_ZERO_ERROR;

    for (const char *at = walk->text; at < walk->end;) {
        uint32_t code = utf8_next(&at, walk->end);
        UScriptCode script = code < 0x1100 ? USCRIPT_COMMON : uscript_getScript((UChar32)code, &status);

        if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL)
            return true;
    }
    return false;
}

/* One letter or two may be a formula's. */
static void look_for_styled(struct mistyped_walk *walk, const struct spotted_word *word)
{
    enum { FORMULA_LEAST = 3 };
    int wide = 0, formula = 0;

    for (int i = 0; i < word->count; i++) {
        wide += is_wide(word->code[i]);
        formula = is_formula(word->code[i]) ? formula + 1 : formula < FORMULA_LEAST ? 0 : formula;
    }
    struct mistyped *found = formula >= FORMULA_LEAST || (wide > 1 && !is_east_asian(walk)) ? note(walk, MISTYPED_STYLED, word) : NULL;

    for (int i = 0; found && i < word->count; i++)
        put_usual(found, word->code[i]);
}

/* "peńa": a byte of Western Europe's encoding, read as one of Central Europe's. No language has this letter before a vowel. */
static void look_for_enye(struct mistyped_walk *walk, const struct spotted_word *word)
{
    static const char vowels[] = "aeiouáéíóúAEIOUÁÉÍÓÚ";
    bool any = false;

    for (int i = 0; i + 1 < word->count && !any; i++) {
        char next[LETTER_BYTES_MAX + 1] = "";

        utf8_put(next, word->code[i + 1]);
        any = (word->code[i] == 0x144 || word->code[i] == 0x143) && strstr(vowels, next);
    }
    struct mistyped *found = any ? note(walk, MISTYPED_ENYE, word) : NULL;

    for (int i = 0; found && i < word->count; i++)
        put(found->meant, word->code[i] == 0x144 ? SMALL_ENYE : word->code[i] == 0x143 ? CAPITAL_ENYE : word->code[i]);
}

/* The letters of the run, each with a blank behind it; more blanks part words. */
static void note_apart(struct mistyped_walk *walk)
{
    struct mistyped *found = &walk->found->of[MISTYPED_APART];

    if (found->there)
        return;
    found->there = true;
    found->from = walk->apart.from;
    for (const char *at = walk->text + walk->apart.from, *end = walk->text + walk->apart.to; at < end;) {
        size_t blanks = strspn(at, " \n");

        if (blanks > 1)
            put(found->meant, ' ');
        at += blanks;
        if (blanks > 0)
            put(found->shown, ' ');
        if (at == end)
            return;
        uint32_t code = utf8_next(&at, end);

        put(found->shown, code);
        put(found->meant, code);
    }
}

static void end_apart(struct mistyped_walk *walk)
{
    if (walk->apart.count >= APART_LETTERS_LEAST && !walk->apart.ascends)
        note_apart(walk);
    walk->apart.count = 0;
}

/* A word of one letter goes on with the run; any other ends it. */
static void follow_apart(struct mistyped_walk *walk, size_t from, size_t to)
{
    struct apart_run *run = &walk->apart;
    const char *at = walk->text + from;
    uint32_t code = utf8_next(&at, walk->text + to);

    if (at < walk->text + to || !(u_islower((UChar32)code) || u_isupper((UChar32)code))) {
        end_apart(walk);
        return;
    }
    if (run->count == 0)
        *run = (struct apart_run){.from = from, .ascends = true};
    run->ascends = run->ascends && code >= run->last;
    run->last = code;
    run->to = to;
    run->count++;
}

/* Of a word: blanks, and what YAML and Markdown write around texts. */
static bool is_edge(char byte)
{
    static const bool edges[UCHAR_MAX + 1] = {
        ['"'] = true, ['('] = true, [')'] = true, ['['] = true, [']'] = true, ['{'] = true, ['}'] = true, ['*'] = true, ['_'] = true,
        ['<'] = true, ['>'] = true, ['|'] = true, [','] = true, [';'] = true, [':'] = true, ['!'] = true, ['.'] = true,
    };

    return (unsigned char)byte <= ' ' || edges[(unsigned char)byte];
}

/* Past letters and digits of ASCII, in which there is nothing to look at. */
static const char *past_plain(const char *at, const char *end)
{
    while (at < end && ((unsigned char)((*at | 0x20) - 'a') < 26 || (unsigned char)(*at - '0') < 10))
        at++;
    return at;
}

static void read_word(const struct mistyped_walk *walk, struct spotted_word *word)
{
    const char *at = walk->text + word->from, *end = walk->text + word->to;

    for (word->count = 0; at < end && word->count < LETTERS_MAX;)
        word->code[word->count++] = utf8_next(&at, end);
}

static bool has_of(const struct spotted_word *word, uint32_t first, uint32_t last)
{
    for (int i = 0; i < word->count; i++)
        if (word->code[i] >= first && word->code[i] <= last)
            return true;
    return false;
}

static void look_at_word(struct mistyped_walk *walk, struct spotted_word *word)
{
    read_word(walk, word);
    look_for_lost(walk, word);
    look_for_accents(walk, word);
    if (utf8_past_ascii(walk->text + word->from, walk->text + word->to) == walk->text + word->to)
        return;
    if (has_of(word, GREEK_FIRST, CYRILLIC_LAST))
        look_for_alike(walk, word);
    look_for_encoding(walk, word);
    look_for_backwards(walk, word);
    look_for_forms(walk, word);
    look_for_styled(walk, word);
    look_for_enye(walk, word);
}

/* Signs of web addresses, in which a question mark means something. */
static bool is_address(const char *from, const char *to)
{
    for (; from < to; from++)
        if (strchr("/=&@#\\", *from))
            return true;
    return false;
}

/* Whether there is something to look at in from..to, which has no edge: what is not ASCII, "?", or an accent. */
static bool is_plain(const char *from, const char *to)
{
    while (from < to && (unsigned char)*from < 0x80 && !strchr("?`~^", *from))
        from++;
    return from == to;
}

void mistyped_find(const char *text, size_t length, struct mistypings *found)
{
    struct mistyped_walk walk = {.text = text, .end = text + length, .found = found};
    struct spotted_word word;

    for (int kind = 0; kind < MISTYPED_COUNT; kind++) {
        found->of[kind].there = false;
        found->of[kind].shown[0] = found->of[kind].meant[0] = '\0';
    }
    for (const char *at = text; at < walk.end;) {
        const char *from = at, *far = at = past_plain(at, walk.end);

        while (at < walk.end && !is_edge(*at))
            at++;
        word.from = (size_t)(from - text);
        word.to = (size_t)(at - text);
        if (at > far && !is_plain(far, at) && !is_address(from, at))
            look_at_word(&walk, &word);
        if (at > from)
            follow_apart(&walk, word.from, word.to);
        if (at < walk.end && *at != ' ' && *at != '\n')
            end_apart(&walk);
        at += at < walk.end;
    }
    end_apart(&walk);
}
