/* Setting prose: a block's spans become one text, its words are measured once, ragged.c chooses the lines, and every line is
 * measured again as it will be drawn, since a run is not as wide as its words together. */
#include "layout/paragraph.h"

#include "base/utf8.h"
#include "layout/flow.h"
#include "layout/ragged.h"
#include "text/bidi.h"

#include <string.h>

enum { UNKNOWN_PX = -1 };

/* The work on one prose. */
struct typesetter {
    struct arena *arena;
    const struct paragraph_style *style;
    const struct measure *measure;
    struct type type;                                /* of the block */
    int space_px[FACE_COUNT], hyphen_px[FACE_COUNT]; /* UNKNOWN_PX until asked for */
    int hang_px;                                     /* of a list's level */
    int line_px, ascent_px;                          /* of the block's lines: their distance, and from a line's top to its baseline */
    struct paragraph_line *lines;
    int line_count, line_capacity;
    int height_px, width_px;
};

/* What no line may break: bytes from..end - 1 are drawn, those up to `to` are spaces. */
struct segment {
    int from, end, to;
};

/* The text between two breaks that must be, set in as many lines as it takes, which begin at indent_px and are as wide as width_px. */
struct hard_line {
    const struct flow *flow;
    int indent_px, width_px;
    struct segment *segments;
    struct ragged_item *items;
    int count, capacity;
};

/* A larger copy in the arena; what was outgrown stays there until the arena is reset. */
static void *grown(struct arena *arena, const void *array, size_t size, size_t new_size)
{
    void *larger = arena_alloc(arena, new_size);

    return size > 0 ? memcpy(larger, array, size) : larger;
}

static struct type type_of(const struct typesetter *setter, const struct flow *flow, int at)
{
    struct type type = setter->type;
    unsigned style = flow->block->spans[flow->spans[at]].style;

    if (type.face != FACE_HEADLINE && style & PROSE_STRONG)
        type.face = FACE_BOLD;
    else if (type.face != FACE_HEADLINE && style & PROSE_EMPHASIS)
        type.face = FACE_ITALIC;
    type.order = flow->levels && flow->levels[at] % 2 ? ORDER_LEFTWARD : ORDER_RIGHTWARD;
    return type;
}

static int width_of(const struct typesetter *setter, struct type type, const char *text, int length)
{
    return setter->measure->width(setter->measure->context, type, text, length);
}

static int cached_width(const struct typesetter *setter, int cache[FACE_COUNT], struct type type, const char *letter)
{
    if (cache[type.face] == UNKNOWN_PX)
        cache[type.face] = width_of(setter, type, letter, 1);
    return cache[type.face];
}

static bool is_alike(const struct typesetter *setter, const struct flow *flow, int one, int other)
{
    const struct prose_span *spans = flow->block->spans;

    if (flow->levels && flow->levels[one] != flow->levels[other])
        return false;
    return flow->spans[one] == flow->spans[other] || (spans[flow->spans[one]].link == spans[flow->spans[other]].link &&
                                                      type_of(setter, flow, one).face == type_of(setter, flow, other).face);
}

/* Where the run that begins at `from` ends: one face, one link, one level. */
static int run_end(const struct typesetter *setter, const struct flow *flow, int from, int to)
{
    int at = from + 1;

    while (at < to && is_alike(setter, flow, from, at))
        at++;
    return at;
}

/* ---- words ---- */

static int text_width(const struct typesetter *setter, const struct flow *flow, int from, int to)
{
    int width = 0;

    for (int end; from < to; from = end) {
        end = run_end(setter, flow, from, to);
        width += width_of(setter, type_of(setter, flow, from), flow->text + from, end - from);
    }
    return width;
}

static bool is_letter(uint32_t code)
{
    return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') || (code >= 0xC0 && code < 0x2000);
}

/* One or two letters and nothing else. */
static bool is_tiny(const struct flow *flow, struct segment segment)
{
    const char *at = flow->text + segment.from, *end = flow->text + segment.end;
    int letters = 0;

    while (at < end && letters <= 2)
        letters += is_letter(utf8_next(&at, end)) ? 1 : 3;
    return letters == 1 || letters == 2;
}

static void hard_line_add(struct typesetter *setter, struct hard_line *hard, struct segment segment, int width)
{
    const struct flow *flow = hard->flow;
    bool begins_word = segment.from == 0 || flow->text[segment.from - 1] == ' ',
         ends_word = segment.to > segment.end || segment.to == flow->length;
    struct ragged_item item = {.width_px = width, .poor_end = begins_word && ends_word && is_tiny(flow, segment)};

    if (segment.to > segment.end)
        item.space_px = (segment.to - segment.end) * cached_width(setter, setter->space_px, type_of(setter, flow, segment.to - 1), " ");
    if (flow->breaks[segment.to - 1] == LINEBREAK_SOFT)
        item.hyphen_px = cached_width(setter, setter->hyphen_px, type_of(setter, flow, segment.to - 1), "-");
    if (hard->count == hard->capacity) {
        size_t count = (size_t)hard->count, wanted = count ? count * 2 : 8;

        hard->segments = grown(setter->arena, hard->segments, sizeof(segment) * count, sizeof(segment) * wanted);
        hard->items = grown(setter->arena, hard->items, sizeof(item) * count, sizeof(item) * wanted);
        hard->capacity = (int)wanted;
    }
    hard->segments[hard->count] = segment;
    hard->items[hard->count++] = item;
}

/* A word wider than a line falls apart into letters, which the lines then take as they fit. */
static void hard_line_add_word(struct typesetter *setter, struct hard_line *hard, struct segment word)
{
    const struct flow *flow = hard->flow;
    int width = text_width(setter, flow, word.from, word.end), hyphen = 0;

    if (flow->breaks[word.to - 1] == LINEBREAK_SOFT)
        hyphen = cached_width(setter, setter->hyphen_px, type_of(setter, flow, word.to - 1), "-");
    if (hyphen > 0)
        hyphen += hyphen / 2 + 1; /* together they may be wider than one by one */
    if (width + hyphen <= hard->width_px || word.from == word.end) {
        hard_line_add(setter, hard, word, width);
        return;
    }
    bool *ends = ARENA_ARRAY(setter->arena, bool, word.end - word.from);

    linebreak_letters(
        &(struct linebreak_text){flow->text + word.from, word.end - word.from, setter->style->language, setter->measure->breaks}, ends);
    for (struct segment letter = {.to = word.from}; letter.to < word.end;) {
        letter.from = letter.to;
        letter.to = letter.from + 1;
        while (!ends[letter.to - word.from - 1])
            letter.to++;
        letter.end = letter.to;
        while (letter.to < word.to && flow->text[letter.to] == ' ') /* "a ." is one word to UAX #14 */
            letter.to++;
        hard_line_add(setter, hard, letter, text_width(setter, flow, letter.from, letter.end));
    }
}

/* Reads on from `from`; returns where the next hard line begins. */
static int hard_line_fill(struct typesetter *setter, struct hard_line *hard, int from)
{
    const struct flow *flow = hard->flow;

    hard->count = 0;
    for (int at = from; at < flow->length; at++) {
        if (flow->breaks[at] == LINEBREAK_NONE)
            continue;
        struct segment word = {from, at + 1, at + 1};

        while (word.end > word.from && flow->text[word.end - 1] == ' ')
            word.end--;
        hard_line_add_word(setter, hard, word);
        from = at + 1;
        if (flow->breaks[at] == LINEBREAK_MUST)
            break;
    }
    return from;
}

/* ---- lines ---- */

/* A run of the line, measured; behind the last one of a line that ends in a soft hyphen the hyphen shows. */
static struct paragraph_run make_run(struct typesetter *setter, const struct flow *flow, struct segment range, bool hyphen)
{
    struct paragraph_run run = {
        .text = flow->text + range.from,
        .length = range.end - range.from,
        .type = type_of(setter, flow, range.from),
        .link = flow->block->spans[flow->spans[range.from]].link,
    };

    if (hyphen) {
        run.text = arena_printf(setter->arena, "%.*s-", run.length, run.text);
        run.length++;
    }
    run.width_px = width_of(setter, run.type, run.text, run.length);
    return run;
}

/* Runs side by side, in the order of their levels; x counts from where lines begin. Returns the width of all. */
static int place_runs(const struct flow *flow, struct paragraph_run *runs, const int *order, int count)
{
    int x = 0;

    for (int k = 0; k < count; k++) {
        struct paragraph_run *run = &runs[order[flow->leftward ? count - 1 - k : k]];

        run->x_px = x;
        x += run->width_px;
    }
    return x;
}

static struct paragraph_line make_line(struct typesetter *setter, const struct hard_line *hard, int first, int end)
{
    const struct flow *flow = hard->flow;
    ASSERT(hard->segments && end > first);
    const struct segment *last = &hard->segments[end - 1];
    int from = hard->segments[first].from, to = last->end, count = 0;

    for (int at = from; at < to; at = run_end(setter, flow, at, to))
        count++;
    struct paragraph_run *runs = ARENA_ARRAY(setter->arena, struct paragraph_run, count);
    uint8_t *levels = ARENA_ARRAY(setter->arena, uint8_t, count);
    int *order = ARENA_ARRAY(setter->arena, int, count);

    for (int i = 0, at = from; i < count; i++) {
        struct segment range = {.from = at, .end = run_end(setter, flow, at, to)};

        runs[i] = make_run(setter, flow, range, i + 1 == count && flow->breaks[last->to - 1] == LINEBREAK_SOFT);
        levels[i] = flow->levels ? flow->levels[at] : 0;
        at = range.end;
    }
    bidi_order(levels, count, order);
    return (struct paragraph_line){.runs = runs, .run_count = count, .width_px = place_runs(flow, runs, order, count)};
}

static void add_line(struct typesetter *setter, const struct hard_line *hard, struct paragraph_line line)
{
    const struct paragraph_style *style = setter->style;
    int room = int_max(0, hard->width_px - line.width_px);

    if (setter->line_count == setter->line_capacity) {
        size_t count = (size_t)setter->line_count, wanted = count ? count * 2 : 2;

        setter->lines = grown(setter->arena, setter->lines, sizeof(line) * count, sizeof(line) * wanted);
        setter->line_capacity = (int)wanted;
    }
    line.x_px = hard->indent_px + (style->align == ALIGN_START ? 0 : style->align == ALIGN_CENTRE ? room / 2 : room);
    line.top_px = setter->height_px;
    line.baseline_px = line.top_px + setter->ascent_px;
    setter->height_px += setter->line_px;
    setter->width_px = int_max(setter->width_px, hard->indent_px + line.width_px);
    setter->lines[setter->line_count++] = line;
}

/* Lines that turn out too wide are set again for a width that is smaller by what they were over. */
static void set_hard_line(struct typesetter *setter, const struct hard_line *hard)
{
    struct ragged_text text = {hard->items, hard->count, hard->width_px, setter->style->type.face == FACE_HEADLINE};
    int *ends = ARENA_ARRAY(setter->arena, int, hard->count), count, excess;
    struct paragraph_line *lines = NULL;

    /* A text that has been given its own width must stay on one line, whatever its words add up to. */
    if ((int64_t)ragged_width(hard->items, 0, hard->count) * 100 <= (int64_t)hard->width_px * 103) {
        struct paragraph_line whole = make_line(setter, hard, 0, hard->count);

        if (whole.width_px <= hard->width_px || hard->count == 1) {
            add_line(setter, hard, whole);
            return;
        }
    }
    do {
        count = ragged_choose(setter->arena, &text, ends);
        lines = ARENA_ARRAY(setter->arena, struct paragraph_line, count);
        excess = 0;
        for (int i = 0, first = 0; i < count; first = ends[i++]) {
            lines[i] = make_line(setter, hard, first, ends[i]);
            if (ends[i] - first > 1)
                excess = int_max(excess, lines[i].width_px - hard->width_px);
        }
        text.width_px -= excess;
    } while (excess > 0);
    for (int i = 0; i < count; i++)
        add_line(setter, hard, lines[i]);
}

/* ---- blocks ---- */

/* Running text that reads the other way has its own beginnings on one line, at the far side; a line that stands alone, and headlines, keep
 * to the page's. Returns whether it does. */
static bool turn_round(struct typesetter *setter, const struct flow *flow, int first)
{
    const struct paragraph_style *style = setter->style;

    if (!flow->foreign || style->type.face == FACE_HEADLINE || style->align != ALIGN_START || setter->line_count - first < 2)
        return false;
    for (int i = first; i < setter->line_count; i++) {
        struct paragraph_line *line = &setter->lines[i];

        line->x_px = int_max(0, style->width_px - line->x_px - line->width_px);
    }
    setter->width_px = style->width_px;
    return true;
}

/* Before the first run of a line; its edge a third of an em from the text. */
static void add_marker(const struct typesetter *setter, struct paragraph_line *line, const char *marker, bool turned)
{
    const struct type type = setter->style->type;
    struct paragraph_run *runs = ARENA_ARRAY(setter->arena, struct paragraph_run, line->run_count + 1);
    int length = (int)strlen(marker), width = width_of(setter, type, marker, length);

    runs[0] = (struct paragraph_run){.text = marker, .length = length, .type = type, .width_px = width};
    runs[0].x_px = turned ? line->width_px + type.size_px / 3 : -width - type.size_px / 3;
    if (line->run_count > 0)
        memcpy(runs + 1, line->runs, sizeof(*runs) * (size_t)line->run_count);
    line->runs = runs;
    line->run_count++;
}

/* Headlines and labels keep to one font. */
static void begin_block(struct typesetter *setter, const struct flow *flow)
{
    const struct measure *measure = setter->measure;
    struct face_metrics metrics;

    setter->type = setter->style->type;
    if (setter->type.face == FACE_HEADLINE || setter->type.face == FACE_BOLD)
        setter->type = measure->settle(measure->context, setter->type, flow->text, flow->length);
    metrics = measure->metrics(measure->context, setter->type);
    setter->line_px = int_max(setter->style->line_height_px, metrics.least_line_px);
    setter->ascent_px = (setter->line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
    for (int i = 0; i < FACE_COUNT; i++)
        setter->space_px[i] = setter->hyphen_px[i] = UNKNOWN_PX;
}

static void set_block(struct typesetter *setter, const struct prose_block *block)
{
    const struct flow flow = flow_make(setter->arena, block, setter->style->language, setter->measure->breaks);
    struct hard_line hard = {.flow = &flow};
    const char *marker = block->kind == PROSE_ITEM ? block->marker : NULL;
    int first_line = setter->line_count;

    if (flow.length == 0 && !marker)
        return;
    begin_block(setter, &flow);
    if (setter->line_count > 0)
        setter->height_px += setter->style->gap_px;
    if (block->kind == PROSE_ITEM)
        hard.indent_px = int_min(setter->hang_px * (block->depth + 1), setter->style->width_px / 2);
    hard.width_px = setter->style->width_px - hard.indent_px;
    for (int at = 0; at < flow.length;) {
        at = hard_line_fill(setter, &hard, at);
        set_hard_line(setter, &hard);
    }
    if (flow.length == 0)
        add_line(setter, &hard, (struct paragraph_line){0});
    bool turned = turn_round(setter, &flow, first_line);

    if (marker)
        add_marker(setter, &setter->lines[first_line], marker, turned);
}

/* 1.2 em, or what the widest marker of the prose needs. */
static int hang_of(const struct typesetter *setter, const struct prose *prose)
{
    struct type type = setter->style->type;
    int hang = type.size_px * 6 / 5;

    for (int i = 0; i < prose->block_count; i++) {
        const char *marker = prose->blocks[i].kind == PROSE_ITEM ? prose->blocks[i].marker : NULL;

        if (marker)
            hang = int_max(hang, width_of(setter, type, marker, (int)strlen(marker)) + type.size_px / 3);
    }
    return hang;
}

const struct paragraph *paragraph_set(struct arena *arena, const struct prose *prose, const struct paragraph_style *style,
                                      const struct measure *measure)
{
    struct typesetter setter = {.arena = arena, .style = style, .measure = measure};
    struct paragraph *paragraph = ARENA_NEW(arena, struct paragraph);

    setter.hang_px = hang_of(&setter, prose);
    for (int i = 0; i < prose->block_count; i++)
        set_block(&setter, &prose->blocks[i]);
    *paragraph = (struct paragraph){setter.lines, setter.line_count, setter.height_px, setter.width_px};
    return paragraph;
}

const struct prose *paragraph_plain(struct arena *arena, const char *text)
{
    struct prose *prose = ARENA_NEW(arena, struct prose);
    struct prose_block *block = ARENA_NEW(arena, struct prose_block);
    struct prose_span *span = ARENA_NEW(arena, struct prose_span);

    *span = (struct prose_span){.text = text, .length = (int)strlen(text)};
    *block = (struct prose_block){.kind = PROSE_PARAGRAPH, .spans = span, .span_count = 1};
    *prose = (struct prose){.blocks = block, .block_count = 1};
    return prose;
}
