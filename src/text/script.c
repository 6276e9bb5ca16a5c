/* ICU's properties of letters are compiled into it: asking for a script costs a look-up. */
#include "text/script.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/utf16.h>

static const uint32_t han = SCRIPT('H', 'a', 'n', 'i');

struct script_code script_code(uint32_t script)
{
    return (struct script_code){{(char)(script >> 24), (char)(script >> 16), (char)(script >> 8), (char)script}};
}

static uint32_t packed(const char *code)
{
    return SCRIPT((unsigned char)code[0], (unsigned char)code[1], (unsigned char)code[2], (unsigned char)code[3]);
}

/* Those of the letters of kana and bopomofo, and of the mixtures that languages are written in, are Han here. */
static uint32_t of_icu(UScriptCode code)
{
    switch ((int)code) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
    case USCRIPT_INVALID_CODE:
        return SCRIPT_NONE;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_JAPANESE:
    case USCRIPT_SIMPLIFIED_HAN:
    case USCRIPT_TRADITIONAL_HAN:
        return han;
    case USCRIPT_KOREAN:
        return SCRIPT('H', 'a', 'n', 'g');
    default:
        return packed(uscript_getShortName(code));
    }
}

static UScriptCode to_icu(uint32_t script)
{
    return (UScriptCode)u_getPropertyValueEnum(UCHAR_SCRIPT, script_code(script).letters);
}

/* By its code or its name in Unicode. */
static uint32_t of_unicode(const char *name)
{
    int32_t value = *name ? u_getPropertyValueEnum(UCHAR_SCRIPT, name) : UCHAR_INVALID_CODE;

    return value == UCHAR_INVALID_CODE ? (uint32_t)SCRIPT_NONE : of_icu((UScriptCode)value);
}

uint32_t script_named(const char *name)
{
    static const struct {
        const char *usual, *unicode;
    } others[] = {{"Chinese", "Hani"}, {"Japanese", "Jpan"}, {"Korean", "Kore"}, {"Burmese", "Mymr"}};

    for (size_t i = 0; i < COUNTOF(others); i++)
        if (strcmp(name, others[i].usual) == 0)
            return of_unicode(others[i].unicode);
    return of_unicode(name);
}

/* Points, brackets, digits and Latin letters as wide as a Han letter, or half of that: fonts of no other script have them. Emoji lie
 * further up. */
static bool is_wide_sign(uint32_t code)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = code >= 0x3000 && code <= 0xFFFF ? uscript_getScript((UChar32)code, &error) : USCRIPT_UNKNOWN;

    if (script != USCRIPT_COMMON && script != USCRIPT_LATIN)
        return false;
    int width = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);

    return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
}

/* Digits and marks that Arabic and its neighbours share are Arabic where nothing says better, and so are East Asia's signs Han. */
uint32_t script_of_letter(uint32_t code)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script;

    if (code < 0x80)
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z' ? SCRIPT('L', 'a', 't', 'n') : (uint32_t)SCRIPT_NONE;
    script = uscript_getScript((UChar32)code, &error);
    if (script == USCRIPT_COMMON && code >= 0x660 && code <= 0x669)
        return SCRIPT('A', 'r', 'a', 'b');
    if (is_wide_sign(code))
        return han;
    return U_SUCCESS(error) ? of_icu(script) : (uint32_t)SCRIPT_NONE;
}

uint32_t script_variant(const char *language)
{
    char likely[ULOC_FULLNAME_CAPACITY], code[ULOC_SCRIPT_CAPACITY];
    UErrorCode error = U_ZERO_ERROR;

    uloc_addLikelySubtags(language, likely, (int32_t)sizeof(likely), &error);
    return U_SUCCESS(error) && uloc_getScript(likely, code, (int32_t)sizeof(code), &error) == 4 ? packed(code) : (uint32_t)SCRIPT_NONE;
}

uint32_t script_of_language(const char *language)
{
    uint32_t variant = script_variant(language);

    return variant == SCRIPT_NONE ? variant : of_unicode(script_code(variant).letters);
}

const char *script_name(uint32_t script)
{
    return uscript_getName(to_icu(script));
}

const char *script_package(uint32_t script)
{
    static const uint32_t without[] = {
        SCRIPT('C', 'h', 'r', 's'), SCRIPT('C', 'p', 'm', 'n'), SCRIPT('D', 'i', 'a', 'k'), SCRIPT('K', 'a', 'w', 'i'),
        SCRIPT('K', 'i', 't', 's'), SCRIPT('M', 'a', 'k', 'a'), SCRIPT('N', 'a', 'g', 'm'), SCRIPT('N', 'a', 'n', 'd'),
        SCRIPT('O', 'u', 'g', 'r'), SCRIPT('T', 'n', 's', 'a'), SCRIPT('T', 'o', 't', 'o'), SCRIPT('V', 'i', 't', 'h'), /* of Unicode 16: */
        SCRIPT('G', 'a', 'r', 'a'), SCRIPT('G', 'u', 'k', 'h'), SCRIPT('K', 'r', 'a', 'i'), SCRIPT('O', 'n', 'a', 'o'),
        SCRIPT('S', 'u', 'n', 'u'), SCRIPT('T', 'o', 'd', 'r'), SCRIPT('T', 'u', 't', 'g'),
    };

    for (size_t i = 0; i < COUNTOF(without); i++)
        if (script == without[i])
            return NULL;
    return script_is_east_asian(script) ? "fonts-noto-cjk" : "fonts-noto-core";
}

struct script_family script_family(uint32_t script)
{
    static const struct {
        uint32_t script;
        struct script_family family;
    } others[] = {
        {SCRIPT('N', 'k', 'o', 'o'), {"NKo"}},
        {SCRIPT('M', 'e', 'r', 'c'), {"Meroitic"}},
        {SCRIPT('M', 'e', 'r', 'o'), {"Meroitic"}},
        {SCRIPT('B', 'r', 'a', 'i'), {"Symbols2"}},
    };
    struct script_family family = {""};
    size_t length = 0;

    for (size_t i = 0; i < COUNTOF(others); i++)
        if (script == others[i].script)
            return others[i].family;
    for (const char *at = script_name(script); *at && length + 1 < sizeof(family.name); at++)
        if (*at != '_')
            family.name[length++] = *at;
    return family;
}

uint32_t script_sample(uint32_t script)
{
    UChar units[4];
    UErrorCode error = U_ZERO_ERROR;
    UChar32 code = 0;
    int32_t length = uscript_getSampleString(to_icu(script), units, COUNTOF(units), &error);

    if (U_FAILURE(error) || length == 0)
        return 0;
    U16_GET_UNSAFE(units, 0, code);
    return (uint32_t)code;
}

static int take_letters(const USet *set, uint32_t *codes, int most)
{
    UErrorCode error = U_ZERO_ERROR;
    int count = 0;

    for (int32_t i = 0; i < uset_getItemCount(set); i++) {
        UChar32 first, last;

        if (uset_getItem(set, i, &first, &last, NULL, 0, &error) != 0)
            continue; /* letters of several codes; their parts are in the set too, or mean little for their height */
        for (; first <= last && count < most; first++)
            codes[count++] = (uint32_t)first;
    }
    return count;
}

int script_letters(const char *language, uint32_t *codes, int most)
{
    UErrorCode error = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(language, &error);
    USet *set = ulocdata_getExemplarSet(data, NULL, USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD, &error);
    int count = U_SUCCESS(error) && set ? take_letters(set, codes, most) : 0;

    uset_close(set);
    ulocdata_close(data);
    return count;
}

bool script_is_european(uint32_t script)
{
    return script == SCRIPT('L', 'a', 't', 'n') || script == SCRIPT('G', 'r', 'e', 'k') || script == SCRIPT('C', 'y', 'r', 'l');
}

bool script_is_east_asian(uint32_t script)
{
    return script == han || script == SCRIPT('H', 'a', 'n', 'g');
}

bool script_is_joined(uint32_t script)
{
    /* Those whose letters have one shape alone. */
    static const uint32_t apart[] = {
        SCRIPT_NONE,
        SCRIPT('L', 'a', 't', 'n'),
        SCRIPT('G', 'r', 'e', 'k'),
        SCRIPT('C', 'y', 'r', 'l'),
        SCRIPT('A', 'r', 'm', 'n'),
        SCRIPT('G', 'e', 'o', 'r'),
        SCRIPT('H', 'e', 'b', 'r'),
        SCRIPT('H', 'a', 'n', 'i'),
        SCRIPT('H', 'a', 'n', 'g'),
        SCRIPT('T', 'h', 'a', 'i'),
        SCRIPT('L', 'a', 'o', 'o'),
        SCRIPT('E', 't', 'h', 'i'),
        SCRIPT('C', 'h', 'e', 'r'),
        SCRIPT('C', 'a', 'n', 's'),
        SCRIPT('C', 'o', 'p', 't'),
        SCRIPT('T', 'f', 'n', 'g'),
    };

    for (size_t i = 0; i < COUNTOF(apart); i++)
        if (script == apart[i])
            return false;
    return true;
}

bool script_is_emoji(uint32_t code)
{
    return u_hasBinaryProperty((UChar32)code, UCHAR_EMOJI_PRESENTATION);
}

bool script_clings(uint32_t code)
{
    if (code < 0x300)
        return false;
    switch (u_getIntPropertyValue((UChar32)code, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
        return true;
    default:
        return false;
    }
}

/* ---- walking ---- */

/* Opening brackets are remembered with the script they stand in. What is deeper than there is room for is not. */
static void open_bracket(struct script_walk *walk, uint32_t code, uint32_t script)
{
    if (walk->bracket_count == SCRIPT_BRACKETS_MAX)
        return;
    walk->brackets[walk->bracket_count].closing = (uint32_t)u_getBidiPairedBracket((UChar32)code);
    walk->brackets[walk->bracket_count++].script = script;
}

/* The script of the opening bracket; SCRIPT_NONE where there was none. */
static uint32_t close_bracket(struct script_walk *walk, uint32_t code)
{
    for (int i = walk->bracket_count - 1; i >= 0; i--) {
        if (walk->brackets[i].closing == code) {
            walk->bracket_count = i;
            return walk->brackets[i].script;
        }
    }
    return SCRIPT_NONE;
}

/* Brackets that opened before the run had a script. */
static void settle(struct script_walk *walk, uint32_t script)
{
    for (int i = 0; i < walk->bracket_count; i++)
        if (walk->brackets[i].script == SCRIPT_NONE)
            walk->brackets[i].script = script;
}

static bool is_bracket(uint32_t code)
{
    if (code < 0x80)
        return code == '(' || code == ')' || code == '[' || code == ']' || code == '{' || code == '}';
    return code >= 0xF00 && u_getIntPropertyValue((UChar32)code, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_NONE;
}

static bool is_opening(uint32_t code)
{
    return u_getIntPropertyValue((UChar32)code, UCHAR_BIDI_PAIRED_BRACKET_TYPE) == U_BPT_OPEN;
}

bool script_next(struct script_walk *walk, struct script_run *run)
{
    *run = (struct script_run){.text = walk->at};
    if (walk->at == walk->end)
        return false;
    while (walk->at < walk->end) {
        const char *next = walk->at;
        uint32_t code = utf8_next(&next, walk->end), script = script_of_letter(code);
        int open = walk->bracket_count;
        bool bracket = is_bracket(code), opening = bracket && is_opening(code);

        if (bracket && !opening)
            script = close_bracket(walk, code);
        if (run->script == SCRIPT('H', 'a', 'n', 'g') && is_wide_sign(code))
            script = SCRIPT_NONE; /* Korea's are the same */
        if (script != SCRIPT_NONE && run->script != SCRIPT_NONE && script != run->script) {
            walk->bracket_count = open;
            break;
        }
        if (run->script == SCRIPT_NONE && script != SCRIPT_NONE)
            settle(walk, run->script = script);
        if (opening)
            open_bracket(walk, code, run->script);
        walk->at = next;
    }
    run->length = (int)(walk->at - run->text);
    return true;
}
