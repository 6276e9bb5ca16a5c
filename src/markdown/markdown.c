/* md4c's callbacks gather one block at a time: a text and its spans, copied into the arena when the block ends. Where signs are found that
 * are not meant as Markdown, they are escaped and the text is read again. */
#include "markdown/markdown.h"

#include "typed/entity.h"
#include "markdown/escape.h"
#include "markdown/flanks.h"
#include "typed/faults.h"
#include "markdown/gap.h"
#include "markdown/lists.h"
#include "typed/line_ends.h"
#include "typed/signs.h"
#include "markdown/stars.h"
#include "typed/typed.h"

#include <md4c.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_DEPTH_MAX = 4, READINGS_MAX = 16 };

/* A link as it is written, and as it will be known. place: in the typed text. */
struct link {
    const char *address;
    struct prose_link *made;
    size_t place;
    bool has_title;
};

/* A span of the block that is being gathered; its text is start..end of the block's. */
struct draft_span {
    size_t start, end;
    unsigned style;
    const struct link *link; /* NULL: none */
};

struct prose_builder {
    struct arena *arena;
    struct markdown_links *links;
    const struct node *node;
    struct gap gap;
    struct lists lists;
    struct prose_block *blocks;
    int block_count, block_capacity;
    bool open; /* a block is being gathered, in `draft` and `spans` */
    struct prose_block block;
    struct buffer draft;
    struct draft_span *spans;
    int span_count, span_capacity;
    int list, depth;              /* the innermost one's index, -1 without; of lists */
    int item;                     /* -1 without */
    bool marker_due;              /* the item's first block is still to come */
    int emphasis, strong, images; /* how many are open */
    struct link *link;
    struct star_watch stars;
};

static void open_block(struct prose_builder *b)
{
    if (b->open)
        return;
    struct item *item = b->item >= 0 ? &b->lists.items[b->item] : NULL;
    const char *marker = !item || !b->marker_due ? "" : item->number[0] ? item->number : b->depth > 1 ? "\u2013" : "\u2022";

    b->open = true;
    b->draft.length = 0;
    b->span_count = 0;
    b->block = (struct prose_block){.kind = item ? PROSE_ITEM : PROSE_PARAGRAPH,
                                    .depth = int_clamp(b->depth - 1, 0, SHOWN_DEPTH_MAX),
                                    .marker = item ? arena_text(b->arena, marker, strlen(marker)) : NULL};
    if (item) {
        item->blocks++;
        item->has_text = item->has_text || b->marker_due;
    }
    b->marker_due = false; /* further paragraphs of the item have none */
}

/* The span leads where the link does. */
static void add_link(struct prose_builder *b, struct prose_span *span, const struct link *link)
{
    static const struct {
        const char *scheme;
        enum prose_link_kind kind;
    } schemes[] = {{"panel:", PROSE_LINK_PANEL}, {"term:", PROSE_LINK_TERM}, {"event:", PROSE_LINK_EVENT}, {"person:", PROSE_LINK_PERSON}};
    struct markdown_links *links = b->links;

    for (size_t i = 0; i < COUNTOF(schemes); i++) {
        size_t length = strlen(schemes[i].scheme);

        if (strncmp(link->address, schemes[i].scheme, length) != 0)
            continue;
        link->made->kind = schemes[i].kind;
        span->link = link->made;
        links->list = mem_grow(links->list, links->count, &links->capacity, sizeof(*links->list));
        links->list[links->count++] = (struct markdown_link){link->address + length, yaml_origin(b->node, link->place), link->made, span};
        return;
    }
    faults_add(b->gap.verdict.told, (struct fault){FAULT_LINK, link->place, link->address});
}

static void close_block(struct prose_builder *b)
{
    stars_end(&b->stars, b->gap.text, b->gap.verdict.told);
    if (!b->open)
        return;
    b->open = false;
    if (b->span_count == 0 || strspn(b->draft.bytes, " \n") == b->draft.length)
        return;
    const char *text = arena_text(b->arena, b->draft.bytes, b->draft.length);

    struct prose_span *spans = ARENA_ARRAY(b->arena, struct prose_span, b->span_count);

    for (int i = 0; i < b->span_count; i++) {
        const struct draft_span *draft = &b->spans[i];

        spans[i] = (struct prose_span){text + draft->start, (int)(draft->end - draft->start), draft->style, NULL};
        if (draft->link)
            add_link(b, &spans[i], draft->link);
    }
    b->block.spans = spans;
    b->block.span_count = b->span_count;
    b->blocks = mem_grow(b->blocks, b->block_count, &b->block_capacity, sizeof(*b->blocks));
    b->blocks[b->block_count++] = b->block;
}

/* Text in the present style; joins the span before it if that is of the same kind. */
static void add_text(struct prose_builder *b, const char *text, size_t length)
{
    unsigned style = (b->emphasis > 0 ? PROSE_EMPHASIS : 0) | (b->strong > 0 ? PROSE_STRONG : 0);

    if (length == 0)
        return;
    open_block(b);
    size_t start = b->draft.length;

    buffer_add(&b->draft, text, length);
    struct draft_span *last = b->span_count > 0 ? &b->spans[b->span_count - 1] : NULL;

    if (last && last->style == style && last->link == b->link) {
        last->end = b->draft.length;
        return;
    }
    b->spans = mem_grow(b->spans, b->span_count, &b->span_capacity, sizeof(*b->spans));
    b->spans[b->span_count++] = (struct draft_span){start, b->draft.length, style, b->link};
}

static void enter_list(struct prose_builder *b, bool ordered, char sign)
{
    if (b->item >= 0)
        b->lists.items[b->item].blocks += 2; /* as good as several: it cannot become a part of a paragraph */
    b->list = lists_add(&b->lists, ordered, sign, b->item);
    b->depth++;
}

static void leave_list(struct prose_builder *b)
{
    b->item = b->lists.lists[b->list].parent;
    b->list = b->item >= 0 ? b->lists.items[b->item].list : -1;
    b->depth--;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    static const enum passed_kind passed[] = {[MD_BLOCK_LI] = PASSED_ITEM,   [MD_BLOCK_QUOTE] = PASSED_QUOTE, [MD_BLOCK_HR] = PASSED_RULE,
                                              [MD_BLOCK_H] = PASSED_HEADING, [MD_BLOCK_CODE] = PASSED_FENCE,  [MD_BLOCK_P] = PASSED_BLOCK};
    struct prose_builder *b = context;

    close_block(b);
    if (type == MD_BLOCK_UL)
        enter_list(b, false, ((MD_BLOCK_UL_DETAIL *)detail)->mark);
    else if (type == MD_BLOCK_OL)
        enter_list(b, true, ((MD_BLOCK_OL_DETAIL *)detail)->mark_delimiter);
    else if (type == MD_BLOCK_LI) {
        b->item = lists_add_item(&b->lists, b->list);
        b->marker_due = true;
    }
    if (type == MD_BLOCK_CODE && ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char == '\0')
        gap_pass(&b->gap, PASSED_INDENTED);
    else
        gap_pass(&b->gap, passed[type]);
    return 0;
}

/* The line end that closes the last line of code. */
static void trim_code(struct prose_builder *b)
{
    while (b->open && b->draft.length > 0 && b->draft.bytes[b->draft.length - 1] == '\n') {
        b->draft.bytes[--b->draft.length] = '\0'; /* as a buffer ends */
        b->spans[b->span_count - 1].end = b->draft.length;
    }
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    static const enum passed_kind passed[] = {[MD_BLOCK_QUOTE] = PASSED_QUOTE_END,
                                              [MD_BLOCK_H] = PASSED_HEADING_END,
                                              [MD_BLOCK_CODE] = PASSED_CODE_END,
                                              [MD_BLOCK_P] = PASSED_BLOCK};
    struct prose_builder *b = context;

    (void)detail;
    if (type == MD_BLOCK_CODE)
        trim_code(b);
    close_block(b);
    gap_pass(&b->gap, passed[type]);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        leave_list(b);
    if (type == MD_BLOCK_LI)
        b->marker_due = false;
    return 0;
}

static void enter_link(struct prose_builder *b, const MD_SPAN_A_DETAIL *written)
{
    struct link *link = ARENA_NEW(b->arena, struct link);

    *link = (struct link){arena_text(b->arena, written->href.text, written->href.size), ARENA_NEW(b->arena, struct prose_link), 0,
                          written->title.size > 0};
    if (b->images > 0)
        return;
    b->link = link;
    gap_pass(&b->gap, PASSED_LINK);
    b->gap.passed[b->gap.count - 1].place = &link->place;
}

static void leave_link(struct prose_builder *b)
{
    if (b->images > 0 || !b->link)
        return;
    if (b->link->has_title)
        faults_add(b->gap.verdict.told, (struct fault){FAULT_LINK_TITLE, b->link->place, ""});
    gap_pass(&b->gap, PASSED_LINK_END);
    b->link = NULL;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct prose_builder *b = context;

    b->emphasis += type == MD_SPAN_EM;
    b->strong += type == MD_SPAN_STRONG;
    b->images += type == MD_SPAN_IMG;
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG)
        gap_pass(&b->gap, PASSED_EMPHASIS);
    else if (type == MD_SPAN_A)
        enter_link(b, detail);
    else if (type == MD_SPAN_IMG)
        gap_pass(&b->gap, PASSED_IMAGE);
    else if (type == MD_SPAN_CODE)
        gap_pass(&b->gap, PASSED_BACKQUOTE);
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct prose_builder *b = context;

    (void)detail;
    b->emphasis -= type == MD_SPAN_EM;
    b->strong -= type == MD_SPAN_STRONG;
    b->images -= type == MD_SPAN_IMG;
    if (type == MD_SPAN_EM || type == MD_SPAN_STRONG)
        gap_pass(&b->gap, PASSED_EMPHASIS_END);
    else if (type == MD_SPAN_IMG)
        gap_pass(&b->gap, PASSED_IMAGE_END);
    else if (type == MD_SPAN_A)
        leave_link(b);
    return 0;
}

/* The text is accounted for, and an item knows how it begins. Breaks and blanks are literals of md4c's own. */
static void account(struct prose_builder *b, const char *text, size_t size)
{
    const struct buffer *whole = &b->gap.text->text;

    if (text < whole->bytes || text >= whole->bytes + whole->length)
        return;
    size_t from = (size_t)(text - whole->bytes);

    b->gap.in_item = b->item >= 0;
    gap_close(&b->gap, from, from + size);
    if (b->item >= 0 && b->marker_due && size > 0) {
        bool sign = size > 1 && strchr("+-$.,", text[0]) && typed_is_digit(text[1]);

        b->lists.items[b->item].number_first = typed_is_digit(text[0]) || sign;
    }
}

/* Words between backquotes, with one blank where there are several, as in all text: how many a line end leaves, releases of md4c differ on.
 */
static void add_code(struct prose_builder *b, const char *text, size_t size)
{
    for (size_t i = 0, from = 0; i < size; from = i) {
        bool blank = text[i] == ' ', after_blank = b->open && b->draft.length > 0 && b->draft.bytes[b->draft.length - 1] == ' ';

        while (i < size && (text[i] == ' ') == blank)
            i++;
        if (!blank)
            add_text(b, text + from, i - from);
        else if (!after_blank)
            add_text(b, " ", 1);
    }
}

/* A line that parts a table's head from its rows: "--|--". */
static void check_table_line(struct prose_builder *b, const char *text)
{
    const char *start = b->gap.text->text.bytes, *before = text;
    size_t length = strspn(text, "-|: ");

    while (before > start && (typed_is_blank(before[-1]) || before[-1] == '>') && before[-1] != '\n')
        before--;
    if ((before == start || before[-1] == '\n') && (text[length] == '\n' || !text[length]) && memchr(text, '|', length) &&
        memchr(text, '-', length))
        faults_add(b->gap.verdict.told, (struct fault){FAULT_TABLE, escape_typed(b->gap.text, (size_t)(text - start)), ""});
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
    struct prose_builder *b = context;

    account(b, text, size);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        bool wrapped = type == MD_TEXT_SOFTBR && b->item >= 0 && escape_is_folded(b->node); /* below an item's sign, indented */

        add_text(b, wrapped ? " " : "\n", 1);
        return 0;
    }
    if (type == MD_TEXT_ENTITY) {
        struct entity entity = entity_read(text, size);

        if (entity.length > 0) {
            add_text(b, entity.bytes, entity.length);
            return 0;
        }
    }
    if (type == MD_TEXT_NORMAL) {
        check_table_line(b, text);
        stars_look(&b->stars, b->gap.text, (struct bytes){text, size}, b->gap.verdict.told);
    }
    if (type == MD_TEXT_CODE && !b->gap.in_code)
        add_code(b, text, size);
    else
        add_text(b, text, size);
    return 0;
}

void markdown_links_finish(struct markdown_links *links)
{
    free(links->list);
    *links = (struct markdown_links){0};
}

/* What one reading needs and finds. */
struct markdown_reading {
    struct places escapes, wanted; /* wanted: that the next reading needs, too */
    struct faults judged, told;    /* told: of this reading alone */
};

static void builder_finish(struct prose_builder *b)
{
    free(b->blocks);
    free(b->spans);
    buffer_finish(&b->draft);
    gap_finish(&b->gap);
    lists_finish(&b->lists);
}

static struct prose read_once(struct prose_builder *b, struct markdown_reading *reading)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_COLLAPSEWHITESPACE,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    struct escaped escaped = {0};

    escape_text(&escaped, b->node, &reading->escapes);
    b->gap = (struct gap){.arena = b->arena,
                          .text = &escaped,
                          .lists = &b->lists,
                          .verdict = {&reading->wanted, &reading->judged, &reading->told},
                          .quote = PLACE_UNKNOWN};
    if (md_parse(escaped.text.bytes, (MD_SIZE)escaped.text.length, &parser, b) != 0)
        abort(); /* md4c fails for want of memory only */
    close_block(b);
    gap_close(&b->gap, escaped.text.length, escaped.text.length);
    lists_judge(&b->lists, b->node->text, &b->gap.verdict);
    escape_finish(&escaped);
    struct prose_block *blocks = ARENA_ARRAY(b->arena, struct prose_block, b->block_count);

    if (b->block_count > 0)
        memcpy(blocks, b->blocks, sizeof(*blocks) * (size_t)b->block_count);
    return (struct prose){blocks, b->block_count};
}

struct prose markdown_read(struct arena *arena, struct report *report, const struct node *node, struct markdown_links *links)
{
    struct markdown_reading reading = {0};
    struct arena_mark mark = arena_mark(arena);
    struct prose prose;
    int link_count = links->count;
    bool again = false;

    flanks_find(node->text, &reading.escapes, &reading.judged);
    places_join(&reading.escapes, &reading.wanted); /* in order */
    for (int i = 0; i == 0 || again; i++) {
        struct prose_builder builder = {.arena = arena, .links = links, .node = node, .list = -1, .item = -1};

        arena_return(arena, mark);
        links->count = link_count;
        reading.told.count = 0;
        prose = read_once(&builder, &reading);
        builder_finish(&builder);
        again = places_join(&reading.escapes, &reading.wanted) && i < READINGS_MAX;
        reading.wanted.count = 0;
    }
    for (int i = 0; i < reading.judged.count; i++)
        faults_add(&reading.told, reading.judged.list[i]);
    signs_find(arena, node->text, false, &reading.told);
    line_ends_find(arena, node, &reading.told);
    faults_tell(&reading.told, report, node);
    free(reading.escapes.list);
    free(reading.wanted.list);
    faults_finish(&reading.judged);
    faults_finish(&reading.told);
    return prose;
}

bool markdown_has_word(const struct prose *prose)
{
    for (int i = 0; i < prose->block_count; i++)
        for (int j = 0; j < prose->blocks[i].span_count; j++)
            if (typed_has_word(prose->blocks[i].spans[j].text, (size_t)prose->blocks[i].spans[j].length))
                return true;
    return false;
}
