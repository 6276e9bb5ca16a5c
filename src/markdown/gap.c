/* A cursor goes through the gap; each thing that was passed claims its signs in turn. */
#include "markdown/gap.h"

#include "typed/typed.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 9 };

/* A look at one gap: at..limit is left of it; a line that begins behind `start` holds nothing of the text before the gap. */
struct gap_look {
    struct gap *gap;
    const char *bytes;
    size_t start, at, limit;
};

void gap_pass(struct gap *gap, enum passed_kind kind)
{
    gap->passed = mem_grow(gap->passed, gap->count, &gap->capacity, sizeof(*gap->passed));
    gap->passed[gap->count++] = (struct passed){.kind = kind, .item = gap->lists->item_count - 1};
}

void gap_finish(struct gap *gap)
{
    free(gap->passed);
    free(gap->stars);
}

static void tell(struct gap_look *look, enum fault_kind kind, size_t at)
{
    faults_add(look->gap->verdict.told, (struct fault){kind, escape_typed(look->gap->text, at), ""});
}

static void skip_blanks(struct gap_look *look)
{
    while (look->at < look->limit && (typed_is_blank(look->bytes[look->at]) || (look->bytes[look->at] == '>' && look->gap->quotes > 0)))
        look->at++;
}

static size_t line_end(const struct gap_look *look)
{
    const char *end = memchr(look->bytes + look->at, '\n', look->limit - look->at);

    return end ? (size_t)(end - look->bytes) : look->limit;
}

/* Whether the rest of the line holds these signs and blanks only. */
static bool line_is(const struct gap_look *look, const char *signs)
{
    size_t at = look->at, end = line_end(look);

    while (at < end && (typed_is_blank(look->bytes[at]) || strchr(signs, look->bytes[at])))
        at++;
    return at == end && look->at < end;
}

/* Past a line that nothing has claimed. The last line before a piece of text holds what belongs to that. */
static void lose_line(struct gap_look *look)
{
    size_t line = look->at, end = line_end(look);

    while (line > look->start && look->bytes[line - 1] != '\n')
        line--;
    bool whole = (line > look->start || line == 0) && (end < look->limit || look->limit == look->gap->text->text.length);

    if (whole && end > look->at)
        faults_add(look->gap->verdict.told, (struct fault){FAULT_LOST, escape_typed(look->gap->text, look->at),
                                                           arena_text(look->gap->arena, look->bytes + look->at, end - look->at)});
    look->at = end;
}

/* Past lines that give links their addresses, down to the line that something else stands in. */
static void lose_addresses(struct gap_look *look)
{
    for (skip_blanks(look); look->at < look->limit && look->bytes[look->at] == '['; skip_blanks(look)) {
        size_t end = line_end(look), at = look->at;

        while (at + 1 < end && (look->bytes[at] != ']' || look->bytes[at + 1] != ':'))
            at++;
        if (end == look->limit || at + 1 >= end)
            return;
        lose_line(look);
    }
}

/* The length of a marker of this list; 0 if none stands there. */
static size_t marker_length(const struct gap_look *look, const struct list *list)
{
    const char *at = look->bytes + look->at;
    size_t left = look->limit - look->at, digits = 0;

    while (list->ordered && digits < left && digits < DIGITS_MAX && typed_is_digit(at[digits]))
        digits++;
    if ((list->ordered && digits == 0) || digits == left || at[digits] != list->sign)
        return 0;
    return digits + 1 == left || typed_is_blank(at[digits + 1]) ? digits + 1 : 0;
}

static void claim_item(struct gap_look *look, int index)
{
    struct item *item = &look->gap->lists->items[index];
    const struct list *list = &look->gap->lists->lists[item->list];

    for (skip_blanks(look); look->at < look->limit; skip_blanks(look)) {
        size_t length = marker_length(look, list);

        if (length == 0) {
            lose_line(look);
            continue;
        }
        item->marker = escape_typed(look->gap->text, look->at + length - 1);
        if (list->ordered)
            memcpy(item->number, look->bytes + look->at, length);
        look->at += length;
        return;
    }
}

/* Up to the line that begins with one of the signs, or holds nothing else: false if there is none. */
static bool find_line(struct gap_look *look, const char *signs, bool alone)
{
    for (skip_blanks(look); look->at < look->limit; skip_blanks(look)) {
        if (alone ? line_is(look, signs) : strchr(signs, look->bytes[look->at]) != NULL)
            return true;
        lose_line(look);
    }
    return false;
}

static void claim_quote(struct gap_look *look)
{
    int quotes = look->gap->quotes;

    look->gap->quotes = 0; /* the sign that is looked for is no blank */
    look->gap->quote = find_line(look, ">", false) ? look->at : look->limit;
    tell(look, FAULT_QUOTE, look->gap->quote);
    look->gap->quotes = quotes;
    look->at += look->at < look->limit;
    look->gap->quotes++;
}

static void claim_rule(struct gap_look *look)
{
    if (find_line(look, "*-_", true)) {
        tell(look, FAULT_RULE, look->at);
        look->at = line_end(look);
    }
}

/* "# " before the text, or nothing. */
static void claim_heading(struct gap_look *look)
{
    skip_blanks(look);
    bool sharp = look->at < look->limit && look->bytes[look->at] == '#';

    look->gap->sharp_heading = sharp;
    tell(look, FAULT_HEADING, sharp ? look->at : look->limit);
    while (look->at < look->limit && look->bytes[look->at] == '#')
        look->at++;
}

static void claim_heading_end(struct gap_look *look)
{
    if (look->gap->sharp_heading) {
        if (line_is(look, "#"))
            look->at = line_end(look);
    } else if (look->at < look->limit) {
        struct gap_look below = *look;

        below.at = line_end(look);
        skip_blanks(&below);
        if (line_is(&below, "-") || line_is(&below, "="))
            look->at = line_end(&below);
    }
}

static void claim_fence(struct gap_look *look)
{
    bool found = find_line(look, "`~", false);

    tell(look, FAULT_CODE, found ? look->at : look->limit);
    look->at = line_end(look);
    look->gap->in_code = true;
}

static void claim_code_end(struct gap_look *look)
{
    struct gap_look below = *look;

    look->gap->in_code = false;
    skip_blanks(&below);
    if (line_is(&below, "`~"))
        look->at = line_end(&below);
}

/* Up to one of the signs on the way, if it is there. */
static void claim_sign(struct gap_look *look, const char *signs)
{
    size_t at = look->at;

    while (at < look->limit && !strchr(signs, look->bytes[at]))
        at++;
    if (at < look->limit)
        look->at = at;
}

/* "](...)", "][...]", "]" or ">". */
static void claim_link_end(struct gap_look *look)
{
    claim_sign(look, "]>");
    look->at += look->at < look->limit;
    if (look->at == look->limit || (look->bytes[look->at] != '(' && look->bytes[look->at] != '['))
        return;
    claim_sign(look, look->bytes[look->at] == '(' ? ")" : "]");
    look->at += look->at < look->limit;
}

static bool is_stars(const struct gap_look *look)
{
    size_t at = look->start;

    while (at < look->limit && look->bytes[at] == '*')
        at++;
    return at == look->limit && at > look->start;
}

static void claim_stars(struct gap_look *look)
{
    struct gap *gap = look->gap;
    bool in_word = is_stars(look) && typed_word_before(look->bytes, look->bytes + look->start);

    gap->stars = mem_grow(gap->stars, gap->star_count, &gap->star_capacity, sizeof(*gap->stars));
    gap->stars[gap->star_count++] = (struct star_run){look->start, is_stars(look) ? look->limit : look->start, in_word};
}

static void escape_stars(const struct gap *gap, size_t from, size_t to)
{
    for (; from < to; from++)
        places_add(gap->verdict.escapes, escape_typed(gap->text, from));
}

/* Arabic and Hebrew write "and", "in" and "the" as a letter before the word: emphasis may well begin behind it. */
static bool is_behind_prefix(const struct gap_look *look, const struct star_run *run)
{
    const unsigned char *before = (const unsigned char *)look->bytes + run->from;

    return run->in_word && run->from > 1 && before[-2] >= 0xD6 && before[-2] <= 0xDB;
}

/* Emphasis from the middle of a word to the middle of another ("Besucher*innen und Leser*innen", "2*3 and 4*5") is none, and neither is
 * what lies between two stars in a word ("5*6*7"); on one side a word may go on ("**W**orld"), if it is a word. */
static void claim_stars_end(struct gap_look *look)
{
    struct gap *gap = look->gap;
    const char *end = look->bytes + gap->text->text.length;

    if (gap->star_count == 0)
        return;
    struct star_run run = gap->stars[--gap->star_count];
    bool goes_on = is_stars(look) && typed_word_at(look->bytes + look->limit, end);

    if (!run.in_word && !goes_on)
        return;
    size_t length = look->start > run.to ? look->start - run.to : 0;
    bool blank = memchr(look->bytes + run.to, ' ', length) || memchr(look->bytes + run.to, '\n', length);
    bool meant = run.to - run.from == 2 || is_behind_prefix(look, &run); /* nobody writes two stars for a missing letter */

    if (meant && !(run.in_word && goes_on))
        return;
    if (!blank && !(run.in_word && goes_on))
        return;
    if (run.in_word || run.to > run.from)
        escape_stars(gap, run.from, run.to);
    else
        escape_stars(gap, look->start, look->limit);
    if (goes_on)
        escape_stars(gap, look->start, look->limit);
    if (!(blank && run.in_word && goes_on))
        faults_add(gap->verdict.judged,
                   (struct fault){FAULT_STAR_INSIDE, escape_typed(gap->text, run.in_word ? run.from : look->start), ""});
}

static void claim_indented(struct gap_look *look)
{
    tell(look, FAULT_INDENTED, look->limit);
    look->gap->in_code = true;
}

static void claim_quote_end(struct gap_look *look)
{
    look->gap->quotes--;
}

static void claim_image(struct gap_look *look)
{
    claim_sign(look, "!");
    tell(look, FAULT_IMAGE, look->at);
    look->at += look->at < look->limit;
}

static void claim_backquote(struct gap_look *look)
{
    claim_sign(look, "`");
    tell(look, FAULT_CODE, look->at);
}

static void claim_link(struct gap_look *look, size_t *place)
{
    claim_sign(look, "[<");
    *place = escape_typed(look->gap->text, look->at);
    look->at += look->at < look->limit;
}

static void claim(struct gap_look *look, const struct passed *passed)
{
    static void (*const claims[])(struct gap_look *) = {
        [PASSED_QUOTE] = claim_quote,
        [PASSED_QUOTE_END] = claim_quote_end,
        [PASSED_RULE] = claim_rule,
        [PASSED_HEADING] = claim_heading,
        [PASSED_HEADING_END] = claim_heading_end,
        [PASSED_FENCE] = claim_fence,
        [PASSED_INDENTED] = claim_indented,
        [PASSED_CODE_END] = claim_code_end,
        [PASSED_EMPHASIS] = claim_stars,
        [PASSED_EMPHASIS_END] = claim_stars_end,
        [PASSED_LINK_END] = claim_link_end,
        [PASSED_IMAGE] = claim_image,
        [PASSED_IMAGE_END] = claim_link_end,
        [PASSED_BACKQUOTE] = claim_backquote,
    };

    if (passed->kind == PASSED_ITEM)
        claim_item(look, passed->item);
    else if (passed->kind == PASSED_LINK)
        claim_link(look, passed->place);
    else if (claims[passed->kind])
        claims[passed->kind](look);
}

/* Blanks between a line's start and the text, which are not shown; in an item they are its indentation. */
static void check_indent(struct gap_look *look, bool new_block)
{
    struct gap *gap = look->gap;
    size_t line = look->limit;

    if (gap->in_item || gap->in_code || gap->quotes > 0 || gap->told_indent)
        return;
    while (line > look->start && look->bytes[line - 1] == ' ')
        line--;
    if (look->limit - line < (new_block ? 2u : 1u) || line == look->start || look->bytes[line - 1] != '\n')
        return;
    gap->told_indent = true;
    tell(look, FAULT_INDENT, look->limit);
}

void gap_close(struct gap *gap, size_t from, size_t to)
{
    struct gap_look look = {gap, gap->text->text.bytes, gap->seen, gap->seen, from};
    bool block = false;

    for (int i = 0; i < gap->count; i++) {
        const struct passed *passed = &gap->passed[i];

        block = block || passed->kind < PASSED_EMPHASIS;
        if (block && passed->kind > PASSED_EMPHASIS)
            lose_addresses(&look);
        claim(&look, passed);
        if (passed->kind == PASSED_LINK && i + 1 < gap->count && gap->passed[i + 1].kind == PASSED_LINK_END)
            faults_add(gap->verdict.told, (struct fault){FAULT_LINK_EMPTY, *passed->place, ""});
    }
    gap->told_indent = gap->told_indent && !block;
    for (skip_blanks(&look); block && look.at < look.limit; skip_blanks(&look))
        lose_line(&look);
    if (from < to)
        check_indent(&look, block);
    if (gap->quote != PLACE_UNKNOWN && from < to && typed_is_digit(look.bytes[from])) {
        size_t place = escape_typed(gap->text, gap->quote);

        places_add(gap->verdict.escapes, place);
        faults_add(gap->verdict.judged, (struct fault){FAULT_QUOTE_NUMBER, place, ""});
    }
    gap->quote = PLACE_UNKNOWN;
    gap->count = 0;
    gap->seen = to;
}
