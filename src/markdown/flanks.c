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

/* What a run may do. */
struct chance {
    bool begins, ends;
};

static struct chance chance_of(const struct flanked_run *run, bool symbols)
{
    const char *behind = run->to;
    enum flank before = flank_before(run), after = behind < run->end ? flank_of(utf8_next(&behind, run->end)) : FLANK_BLANK;

    return (struct chance){may_stand(after, before, *run->from, symbols), may_stand(before, after, *run->from, symbols)};
}

/* Lengths of the runs of a paragraph that began, and wait for their ends. */
struct waiting {
    size_t length[8];
    size_t count;
};

static bool ends_last(const struct waiting *waiting, const struct flanked_run *run)
{
    return waiting->count > 0 && waiting->length[waiting->count - 1] == (size_t)(run->to - run->from);
}

/* "*Name*®": what ends its like begins nothing; and where nothing waits ("→*Name*"), nothing is ended. */
static bool differs(const struct waiting *waiting, const struct flanked_run *run)
{
    struct chance before = chance_of(run, false), since = chance_of(run, true);
    bool ends = before.ends && since.ends && ends_last(waiting, run), begins = before.begins && since.begins && waiting->count == 0;

    return (before.begins != since.begins && !ends) || (before.ends != since.ends && !begins);
}

static void follow(struct waiting *waiting, const struct flanked_run *run)
{
    struct chance chance = chance_of(run, true);

    if (chance.ends && ends_last(waiting, run))
        waiting->count--;
    else if (chance.begins && waiting->count < COUNTOF(waiting->length))
        waiting->length[waiting->count++] = (size_t)(run->to - run->from);
}

static bool has_blank_line(const char *from, const char *to)
{
    for (; from + 1 < to; from++)
        if (from[0] == '\n' && from[1] == '\n')
            return true;
    return false;
}

/* A run alone is no emphasis to anybody. */
static bool has_two(const char *text, char sign)
{
    const char row[] = {sign, '\0'}, *first = strchr(text, sign);

    return first && strchr(first + strspn(first, row), sign);
}

static void find_of(const char *text, char sign, struct places *escapes, struct faults *judged)
{
    const char row[] = {sign, '\0'}, *end = text + strlen(text), *last = text;
    struct waiting waiting = {0};

    for (const char *at = text; (at = strchr(at, sign)); last = at) {
        const struct flanked_run run = {text, at, at + strspn(at, row), end};
        bool escaped = at > text && at[-1] == '\\';

        if (has_blank_line(last, at))
            waiting.count = 0;
        if (!escaped && !differs(&waiting, &run)) {
            follow(&waiting, &run);
        } else if (!escaped) {
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
