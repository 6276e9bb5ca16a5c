/* Joining spans. Breaks are found on the whole block, since a word may go on from span to span. */
#include "layout/flow.h"

#include "base/utf8.h"
#include "text/bidi.h"

#include <string.h>

static bool is_space(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/* Soft hyphen, zero width space, word joiner: of use to the line breaker only, and faces may lack them. */
static bool is_dropped(uint32_t code)
{
    return code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF;
}

struct flow_letter {
    const char *bytes;
    int length, span;
    uint8_t behind; /* enum linebreak */
    uint8_t level;
};

static void add(struct flow *flow, struct flow_letter letter)
{
    for (int i = 0; i < letter.length; i++) {
        flow->text[flow->length] = letter.bytes[i];
        flow->spans[flow->length] = letter.span;
        if (flow->levels)
            flow->levels[flow->length] = letter.level;
        flow->breaks[flow->length++] = i + 1 == letter.length ? letter.behind : LINEBREAK_NONE;
    }
}

/* The break behind a letter that is dropped now stands behind the letter before it; no hyphen shows behind a space or a hyphen. */
static void drop(struct flow *flow, uint8_t behind)
{
    int last = flow->length - 1;

    if (last < 0 || flow->breaks[last] == LINEBREAK_MUST)
        return;
    bool bare = flow->text[last] == ' ' || flow->text[last] == '-';

    flow->breaks[last] = bare && behind == LINEBREAK_SOFT ? LINEBREAK_MAY : behind;
}

/* Of each byte of a span as it was written: the break behind it, and its level, or NULL. */
struct flow_source {
    const uint8_t *behind, *levels;
};

static void take_span(struct flow *flow, int span, struct flow_source source)
{
    const char *text = flow->block->spans[span].text, *end = text + flow->block->spans[span].length;

    for (const char *at = text; at < end;) {
        const char *from = at;
        uint32_t code = utf8_next(&at, end);
        struct flow_letter letter = {from, (int)(at - from), span, source.behind[at - text - 1],
                                     source.levels ? source.levels[from - text] : 0};
        bool line_begins = flow->length == 0 || flow->breaks[flow->length - 1] == LINEBREAK_MUST;

        if (is_dropped(code))
            drop(flow, letter.behind);
        else if (!is_space(code))
            add(flow, letter);
        else if (!line_begins || (flow->length > 0 && letter.behind == LINEBREAK_MUST)) /* an empty line stays, an indent does not */
            add(flow, (struct flow_letter){" ", 1, span, letter.behind, letter.level});
    }
}

struct flow flow_make(struct arena *arena, const struct prose_block *block, const char *language, struct linebreaks *kept)
{
    int length = 0, at = 0;

    for (int i = 0; i < block->span_count; i++)
        length += block->spans[i].length;
    char *raw = ARENA_ARRAY(arena, char, length);
    uint8_t *breaks = ARENA_ARRAY(arena, uint8_t, length);
    struct flow flow = {
        .block = block,
        .text = ARENA_ARRAY(arena, char, length),
        .breaks = ARENA_ARRAY(arena, uint8_t, length),
        .spans = ARENA_ARRAY(arena, int, length),
        .leftward = bidi_is_leftward(language),
    };

    for (int i = 0; i < block->span_count; at += block->spans[i++].length)
        if (block->spans[i].length > 0)
            memcpy(raw + at, block->spans[i].text, (size_t)block->spans[i].length);
    linebreak_find(&(struct linebreak_text){raw, length, language, kept}, breaks);
    struct bidi_text text = {raw, length, flow.leftward};

    text.leftward = bidi_base(&text);
    flow.foreign = text.leftward != flow.leftward;
    const uint8_t *levels = bidi_levels(arena, &text);

    if (levels)
        flow.levels = ARENA_ARRAY(arena, uint8_t, length);
    for (int i = 0, from = 0; i < block->span_count; from += block->spans[i++].length)
        take_span(&flow, i, (struct flow_source){breaks + from, levels ? levels + from : NULL});
    while (flow.length > 0 && flow.text[flow.length - 1] == ' ')
        flow.length--;
    if (flow.length > 0)
        flow.breaks[flow.length - 1] = LINEBREAK_MUST;
    return flow;
}
