/* md4c's callbacks gather one block at a time: a text and its spans, copied into the arena when the block ends. */
#include "markdown/markdown.h"

#include "base/utf8.h"
#include "markdown/entity.h"

#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 8, SHOWN_DEPTH_MAX = 4, MARKER_BYTES = 16 };

/* What a text may hold and a panel cannot show; each is told once a text. */
enum surprise {
    SURPRISE_HEADING,
    SURPRISE_QUOTE,
    SURPRISE_CODE,
    SURPRISE_RULE,
    SURPRISE_TABLE,
    SURPRISE_IMAGE,
    SURPRISE_TAG,
    SURPRISE_COUNT
};

static const char *const surprises[SURPRISE_COUNT] = {
    [SURPRISE_HEADING] = "a heading (\"#\" before a line, or \"---\" below it) is shown as a plain paragraph; the panel has its title",
    [SURPRISE_QUOTE] = "a quotation (\">\" at the start of a line) is shown as a plain paragraph; write \\> to mean the sign itself",
    [SURPRISE_CODE] = "text between backquotes (`) is shown as plain text; for emphasis write *text*",
    [SURPRISE_RULE] = "a dividing line is not shown; an empty line begins a new paragraph",
    [SURPRISE_TABLE] = "a table is shown as plain paragraphs; write a list instead",
    [SURPRISE_IMAGE] = "a picture inside the text is not shown, only its description; use the panel's picture",
    [SURPRISE_TAG] = "HTML is shown as it is written; for emphasis write *text*, for strong words **text**",
};

struct list {
    bool ordered;
    unsigned number; /* of the next item */
};

/* A link as it is written, and as it will be known. */
struct link {
    const char *address;
    struct prose_link *made;
};

/* A span of the block that is being gathered; its text is start..end of the block's. */
struct draft_span {
    size_t start, end;
    unsigned style;
    const struct link *link; /* NULL: none */
    int line;                /* in the source, from 0 */
};

struct prose_builder {
    struct arena *arena;
    struct report *report;
    struct markdown_links *links;
    const struct markdown_source *source;
    const char *text, *text_end; /* what md4c reads */
    const char *seen;            /* the piece that md4c gave last */
    int line;                    /* its line, from 0 */
    struct prose_block *blocks;
    int block_count, block_capacity;
    bool open; /* a block is being gathered, in `draft` and `spans` */
    struct prose_block block;
    struct buffer draft;
    struct draft_span *spans;
    int span_count, span_capacity;
    struct list lists[DEPTH_MAX];
    int depth;                 /* of lists */
    char marker[MARKER_BYTES]; /* of an item whose first block is still to come; "" if none */
    bool in_item;
    int emphasis, strong, images; /* how many are open */
    const struct link *link;
    bool pending[SURPRISE_COUNT], told[SURPRISE_COUNT]; /* pending: to be told with the line of the next text */
    bool in_word;
    int words;
};

/* Of a line of the text, from 0. */
static struct origin origin_of(const struct prose_builder *b, int line)
{
    struct origin origin = b->source->origin;

    return b->source->lines_follow ? (struct origin){origin.file, origin.line + 1 + line, 1} : origin;
}

static void tell(struct prose_builder *b, enum surprise surprise)
{
    b->pending[surprise] = !b->told[surprise];
    b->told[surprise] = true;
}

static void tell_pending(struct prose_builder *b)
{
    for (int i = 0; i < SURPRISE_COUNT; i++) {
        if (b->pending[i])
            report_warning(b->report, origin_of(b, b->line), "%s", surprises[i]);
        b->pending[i] = false;
    }
}

static void open_block(struct prose_builder *b)
{
    if (b->open)
        return;
    b->open = true;
    b->in_word = false;
    b->draft.length = 0;
    b->span_count = 0;
    b->block = (struct prose_block){.kind = b->in_item ? PROSE_ITEM : PROSE_PARAGRAPH,
                                    .depth = int_clamp(b->depth - 1, 0, SHOWN_DEPTH_MAX),
                                    .marker = b->in_item ? arena_text(b->arena, b->marker, strlen(b->marker)) : NULL};
    b->marker[0] = '\0'; /* further paragraphs of the item have none */
}

/* The span leads where the link does. */
static void add_link(struct prose_builder *b, struct prose_span *span, const struct link *link, int line)
{
    static const struct {
        const char *scheme;
        enum prose_link_kind kind;
    } schemes[] = {{"panel:", PROSE_LINK_PANEL}, {"term:", PROSE_LINK_TERM}, {"event:", PROSE_LINK_EVENT}};
    struct markdown_links *links = b->links;

    for (size_t i = 0; i < COUNTOF(schemes); i++) {
        size_t length = strlen(schemes[i].scheme);

        if (strncmp(link->address, schemes[i].scheme, length) != 0)
            continue;
        link->made->kind = schemes[i].kind;
        span->link = link->made;
        links->list = mem_grow(links->list, links->count, &links->capacity, sizeof(*links->list));
        links->list[links->count++] = (struct markdown_link){link->address + length, origin_of(b, line), link->made, span};
        return;
    }
    report_warning(b->report, origin_of(b, line),
                   "a link to \"%s\" leads nowhere; link to panel:NAME, term:NAME or event:NAME; it is shown as plain text",
                   report_quote(link->address).text);
}

static void close_block(struct prose_builder *b)
{
    if (!b->open)
        return;
    b->open = false;
    if (b->span_count == 0)
        return;
    const char *text = arena_text(b->arena, b->draft.bytes, b->draft.length);
    struct prose_span *spans = ARENA_ARRAY(b->arena, struct prose_span, b->span_count);

    for (int i = 0; i < b->span_count; i++) {
        const struct draft_span *draft = &b->spans[i];

        spans[i] = (struct prose_span){text + draft->start, (int)(draft->end - draft->start), draft->style, NULL};
        if (draft->link)
            add_link(b, &spans[i], draft->link, draft->line);
    }
    b->block.spans = spans;
    b->block.span_count = b->span_count;
    b->blocks = mem_grow(b->blocks, b->block_count, &b->block_capacity, sizeof(*b->blocks));
    b->blocks[b->block_count++] = b->block;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
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
    for (size_t i = 0; i < length; i++) {
        b->words += !is_blank(text[i]) && !b->in_word;
        b->in_word = !is_blank(text[i]);
    }
    struct draft_span *last = b->span_count > 0 ? &b->spans[b->span_count - 1] : NULL;

    if (last && last->style == style && last->link == b->link) {
        last->end = b->draft.length;
        return;
    }
    b->spans = mem_grow(b->spans, b->span_count, &b->span_capacity, sizeof(*b->spans));
    b->spans[b->span_count++] = (struct draft_span){start, b->draft.length, style, b->link, b->line};
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct prose_builder *b = context;

    close_block(b);
    switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (b->depth < DEPTH_MAX)
            b->lists[b->depth] = (struct list){type == MD_BLOCK_OL, type == MD_BLOCK_OL ? ((MD_BLOCK_OL_DETAIL *)detail)->start : 0};
        b->depth++;
        break;
    case MD_BLOCK_LI: {
        struct list *list = &b->lists[int_min(b->depth, DEPTH_MAX) - 1];

        b->in_item = true;
        if (list->ordered)
            snprintf(b->marker, sizeof(b->marker), "%u.", list->number++);
        else
            snprintf(b->marker, sizeof(b->marker), "%s", b->depth > 1 ? "\u2013" : "\u2022");
        break;
    }
    case MD_BLOCK_QUOTE:
        tell(b, SURPRISE_QUOTE);
        break;
    case MD_BLOCK_H:
        tell(b, SURPRISE_HEADING);
        break;
    case MD_BLOCK_HR:
        tell(b, SURPRISE_RULE);
        break;
    case MD_BLOCK_CODE:
        tell(b, SURPRISE_CODE);
        break;
    case MD_BLOCK_TABLE:
        tell(b, SURPRISE_TABLE);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct prose_builder *b = context;

    (void)detail;
    close_block(b);
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        b->in_item = --b->depth > 0;
    if (type == MD_BLOCK_LI) {
        b->marker[0] = '\0';
        b->in_item = b->depth > 1;
    }
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct prose_builder *b = context;

    switch (type) {
    case MD_SPAN_EM:
        b->emphasis++;
        break;
    case MD_SPAN_STRONG:
        b->strong++;
        break;
    case MD_SPAN_A: {
        const MD_SPAN_A_DETAIL *written = detail;
        struct link *link = ARENA_NEW(b->arena, struct link);

        *link = (struct link){arena_text(b->arena, written->href.text, written->href.size), ARENA_NEW(b->arena, struct prose_link)};
        if (b->images == 0)
            b->link = link;
        break;
    }
    case MD_SPAN_IMG:
        b->images++;
        tell(b, SURPRISE_IMAGE);
        break;
    case MD_SPAN_CODE:
        tell(b, SURPRISE_CODE);
        break;
    case MD_SPAN_DEL:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
        break;
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct prose_builder *b = context;

    (void)detail;
    b->emphasis -= type == MD_SPAN_EM;
    b->strong -= type == MD_SPAN_STRONG;
    b->images -= type == MD_SPAN_IMG;
    if (type == MD_SPAN_A && b->images == 0)
        b->link = NULL;
    return 0;
}

static void add_entity(struct prose_builder *b, const char *text, size_t length)
{
    char bytes[4];
    uint32_t code = entity_code(text, length);

    if (code > 0)
        add_text(b, bytes, (size_t)utf8_put(bytes, code));
    else
        add_text(b, text, length);
}

/* Whether "<b>", "</b>" or "<br/>" begins there; with NOHTML, md4c gives it as text. */
static bool is_tag(const char *at, const char *end)
{
    const char *name = at + 1;

    if (name < end && *name == '/')
        name++;
    if (at == end || *at != '<' || name == end || !((*name | 32) >= 'a' && (*name | 32) <= 'z'))
        return false;
    for (; name < end && *name != '<'; name++)
        if (*name == '>')
            return true;
    return false;
}

static bool has_tag(const char *text, size_t size)
{
    for (const char *at = text, *end = text + size; (at = memchr(at, '<', (size_t)(end - at))); at++)
        if (is_tag(at, end))
            return true;
    return false;
}

/* md4c gives pieces of the source in order, but for breaks, which are literals of its own. */
static void follow(struct prose_builder *b, const char *text)
{
    if (text < b->seen || text > b->text_end)
        return;
    for (; b->seen < text; b->seen++)
        b->line += *b->seen == '\n';
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
    struct prose_builder *b = context;
    bool is_break = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR;

    if (!is_break) {
        follow(b, text);
        if (has_tag(text, size))
            tell(b, SURPRISE_TAG);
        tell_pending(b);
    }
    if (is_break)
        add_text(b, type == MD_TEXT_BR ? "\n" : " ", 1);
    else if (type == MD_TEXT_ENTITY)
        add_entity(b, text, size);
    else
        add_text(b, text, size);
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The dot or bracket behind a number of three digits or more at the start of a line: a year, not an item. NULL if there is none. */
static const char *year_mark(const char *line)
{
    const char *number = line + strspn(line, " ");
    size_t digits = strspn(number, "0123456789");

    return digits >= 3 && (number[digits] == '.' || number[digits] == ')') ? number + digits : NULL;
}

/* The text with a backslash where Markdown would see more than its writer. Line breaks stay where they are. */
static void guard(struct buffer *guarded, const char *text)
{
    const char *mark = year_mark(text);

    for (const char *at = text; *at; at++) {
        bool star = *at == '*' && at > text && is_digit(at[-1]) && is_digit(at[1]);

        if (star || at == mark)
            buffer_add(guarded, "\\", 1);
        buffer_add(guarded, *at == '\t' ? " " : at, 1); /* md4c drops a lone tab */
        if (*at == '\n')
            mark = year_mark(at + 1);
    }
}

void markdown_links_finish(struct markdown_links *links)
{
    free(links->list);
    *links = (struct markdown_links){0};
}

struct prose markdown_read(struct arena *arena, struct report *report, const struct markdown_source *source, struct markdown_links *links)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_TABLES,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    struct buffer guarded = {0};

    buffer_add(&guarded, "", 0);
    guard(&guarded, source->text);
    struct prose_builder builder = {.arena = arena,
                                    .report = report,
                                    .links = links,
                                    .source = source,
                                    .text = guarded.bytes,
                                    .text_end = guarded.bytes + guarded.length,
                                    .seen = guarded.bytes};

    if (md_parse(guarded.bytes, (MD_SIZE)guarded.length, &parser, &builder) != 0)
        abort(); /* md4c fails for want of memory only */
    close_block(&builder);
    tell_pending(&builder);
    struct prose_block *blocks = ARENA_ARRAY(arena, struct prose_block, builder.block_count);

    if (builder.block_count > 0)
        memcpy(blocks, builder.blocks, sizeof(*blocks) * (size_t)builder.block_count);
    free(builder.blocks);
    free(builder.spans);
    buffer_finish(&builder.draft);
    buffer_finish(&guarded);
    return (struct prose){blocks, builder.block_count, builder.words};
}
