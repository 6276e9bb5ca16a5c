/* What stands on either side of a run decides; it is asked twice, once for each idea of a symbol. */
#include "markdown/flanks.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

enum flank { FLANK_BLANK, FLANK_SIGN, FLANK_SYMBOL, FLANK_LETTER };

static enum flank flank_of(uint32_t code)
{
    if (code < 0x80)
        return code <= ' ' ? FLANK_BLANK : u_isalnum((UChar32)code) || code == 0x7F ? FLANK_LETTER : FLANK_SIGN;
    if (u_isUWhiteSpace((UChar32)code))
        return FLANK_BLANK;
    uint32_t category = U_MASK(u_charType((UChar32)code));

    return category & U_GC_P_MASK ? FLANK_SIGN : category & U_GC_S_MASK ? FLANK_SYMBOL : FLANK_LETTER;
}

/* Signs of one kind in a row: from..to of text..end. */
struct flanked_run {
    const char *text, *from, *to, *end;
};

static enum flank flank_before(const struct flanked_run *run)
{
    const char *at = run->from;

    while (at > run->text && ((unsigned char)*--at & 0xC0) == 0x80)
        ;
    return at < run->from ? flank_of(utf8_next(&at, run->from)) : FLANK_BLANK;
}

static bool is_sign(enum flank side, bool symbols)
{
    return side == FLANK_SIGN || (side == FLANK_SYMBOL && symbols);
}

/* A run touches what stands on this side of it. */
static bool touches(enum flank near, enum flank far, bool symbols)
{
    return near != FLANK_BLANK && (!is_sign(near, symbols) || far == FLANK_BLANK || is_sign(far, symbols));
}

/* near, far: what stands inside the emphasis, and outside. */
static bool may_stand(enum flank near, enum flank far, char sign, bool symbols)
{
    bool in_word = sign == '_' && touches(far, near, symbols) && !is_sign(far, symbols); /* a_b */

    return touches(near, far, symbols) && !in_word;
}

static bool differs(const struct flanked_run *run, bool begins)
{
    const char *behind = run->to;
    enum flank before = flank_before(run), after = behind < run->end ? flank_of(utf8_next(&behind, run->end)) : FLANK_BLANK;
    enum flank near = begins ? after : before, far = begins ? before : after;

    return may_stand(near, far, *run->from, false) != may_stand(near, far, *run->from, true);
}

/* A run alone is no emphasis to anybody. */
static bool has_two(const char *text, char sign)
{
    const char row[] = {sign, '\0'}, *first = strchr(text, sign);

    return first && strchr(first + strspn(first, row), sign);
}

static void find_of(const char *text, char sign, struct places *escapes, struct faults *judged)
{
    const char row[] = {sign, '\0'}, *end = text + strlen(text);

    for (const char *at = text; (at = strchr(at, sign));) {
        const struct flanked_run run = {text, at, at + strspn(at, row), end};

        if ((at == text || at[-1] != '\\') && (differs(&run, true) || differs(&run, false))) {
            for (const char *place = at; place < run.to; place++)
                places_add(escapes, (size_t)(place - text));
            if (sign == '*')
                faults_add(judged, (struct fault){FAULT_STARS_APART, (size_t)(at - text), ""});
        }
        at = run.to;
    }
}

void flanks_find(const char *text, struct places *escapes, struct faults *judged)
{
    static const char signs[] = "*_";

    for (const char *sign = signs; *sign && !strchr(text, '`'); sign++) /* in code a backslash would be shown */
        if (has_two(text, *sign))
            find_of(text, *sign, escapes, judged);
}
