/* One walk, with the letters before and behind in sight. */
#include "letters/stray.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum {
    JOINER_NOT = 0x200C,
    JOINER = 0x200D,
    OBJECT = 0xFFFC,
    LOST = 0xFFFD,
    TEXT_STYLE = 0xFE0E,
    EMOJI_STYLE = 0xFE0F,
    KEYCAP = 0x20E3,
    DEPTH_MAX = 32,
};

/* A letter and its neighbours; 0 at an end. */
struct stray_place {
    size_t from;
    uint32_t before, code, behind;
};

static bool has(uint32_t code, UProperty property)
{
    return u_hasBinaryProperty((UChar32)code, property);
}

/* Fonts that came with Word, whose signs are known by their private numbers: Symbol's and Wingdings' bullets, arrows and ticks. */
static uint32_t meant_by(uint32_t code)
{
    static const struct {
        uint32_t code, meant;
    } signs[] = {
        {0xF020, ' '},    {0xF02D, 0x2013}, {0xF0A7, 0x25AA}, {0xF0A8, 0x25A1}, {0xF0AE, 0x2192}, {0xF0B0, 0xB0},   {0xF0B7, 0x2022},
        {0xF0D8, 0x2022}, {0xF0DE, 0x21D2}, {0xF0E0, 0x2192}, {0xF0E8, 0x2192}, {0xF0FC, 0x2713}, {0xF0FE, 0x2611}, {0xF8FF, 0},
    };

    for (size_t i = 0; i < COUNTOF(signs); i++)
        if (signs[i].code == code)
            return signs[i].meant;
    return 0;
}

static bool is_selector(uint32_t code)
{
    return has(code, UCHAR_VARIATION_SELECTOR) && u_getIntPropertyValue((UChar32)code, UCHAR_BLOCK) != UBLOCK_MONGOLIAN;
}

/* Ideographs and signs have forms to select. The coloured form of an emoji is asked for in vain; on a key's cap it is a part of the sign.
 */
static bool is_stray_selector(struct stray_place p)
{
    if (p.code == EMOJI_STYLE)
        return p.behind != KEYCAP && p.behind != JOINER;
    if (p.code == TEXT_STYLE)
        return !has(p.before, UCHAR_EMOJI);
    return p.before < 0x100 || !(has(p.before, UCHAR_IDEOGRAPHIC) || !u_isalpha((UChar32)p.before) || p.before >= 0x1000);
}

/* Scripts whose letters join to the next one, or stand below it. */
static bool joins(uint32_t code)
{
    return u_getIntPropertyValue((UChar32)code, UCHAR_JOINING_TYPE) > U_JT_JOIN_CAUSING ||
           u_getIntPropertyValue((UChar32)code, UCHAR_INDIC_SYLLABIC_CATEGORY) != 0;
}

/* Between Latin letters U+200C parts a ligature, as German compounds wish; U+200D does nothing there. */
static bool is_stray_joiner(struct stray_place p)
{
    if ((p.before && joins(p.before)) || (p.behind && joins(p.behind)))
        return false;
    if (p.code == JOINER_NOT)
        return !(p.before && p.behind && u_isalpha((UChar32)p.before) && u_isalpha((UChar32)p.behind));
    return !(has(p.behind, UCHAR_EMOJI) && (has(p.before, UCHAR_EMOJI) || p.before == EMOJI_STYLE));
}

/* The kind of a single letter; STRAY_COUNT if it is none. */
static enum stray_kind kind_of(struct stray_place p)
{
    if (p.code == LOST)
        return STRAY_LOST;
    if (p.code == OBJECT)
        return STRAY_OBJECT;
    if (u_charType((UChar32)p.code) == U_PRIVATE_USE_CHAR)
        return STRAY_PRIVATE;
    if (is_selector(p.code) && is_stray_selector(p))
        return STRAY_VARIATION;
    if ((p.code == JOINER || p.code == JOINER_NOT) && is_stray_joiner(p))
        return STRAY_JOINER;
    return STRAY_COUNT;
}

static void note(struct strays *strays, enum stray_kind kind, struct stray_place p)
{
    if (kind < STRAY_COUNT && !strays->of[kind].there)
        strays->of[kind] = (struct stray){true, p.from, p.code, meant_by(p.code)};
}

/* Turned orders that are open, the outermost first. */
struct orders {
    struct stray_place open[DEPTH_MAX];
    int count;
};

static bool is_isolate(uint32_t code)
{
    return code >= 0x2066 && code <= 0x2068;
}

static bool is_embedding(uint32_t code)
{
    return code == 0x202A || code == 0x202B || code == 0x202D || code == 0x202E;
}

/* Of an order's signs each kind ends its own: U+202C embeddings, U+2069 isolates and what is open inside them. */
static void follow_order(struct strays *strays, struct orders *orders, struct stray_place p)
{
    bool isolate = p.code == 0x2069;
    int count = orders->count;

    if ((is_isolate(p.code) || is_embedding(p.code)) && count < DEPTH_MAX)
        orders->open[orders->count++] = p;
    if (!isolate && p.code != 0x202C)
        return;
    while (isolate && count > 0 && !is_isolate(orders->open[count - 1].code))
        note(strays, STRAY_OPEN, orders->open[--count]);
    if (count > 0 && is_isolate(orders->open[count - 1].code) == isolate)
        orders->count = count - 1;
    else
        note(strays, STRAY_CLOSE, p);
}

struct strays strays_find(const char *text, size_t length)
{
    const char *end = text + length, *next = text;
    struct strays strays = {0};
    struct orders orders = {.count = 0};
    struct stray_place p = {0};

    while (next < end) {
        const char *far = utf8_past_ascii(next, end);

        if (far > next)
            p.before = (unsigned char)far[-1];
        if ((next = far) == end)
            break;
        p.from = (size_t)(next - text);
        p.code = utf8_next(&next, end);
        if (p.code >= JOINER_NOT) { /* none is below */
            const char *ahead = next;

            p.behind = ahead < end ? utf8_next(&ahead, end) : 0;
            note(&strays, kind_of(p), p);
            follow_order(&strays, &orders, p);
        }
        p.before = p.code;
    }
    if (orders.count > 0)
        note(&strays, STRAY_OPEN, orders.open[0]);
    return strays;
}
