/* libyaml's events gathered into a tree in an arena. Bounds are held here: libyaml itself takes seconds for deep nesting. */
#include "yaml/yaml.h"

#include "base/utf8.h"
#include "text/nfc.h"
#include "yaml/letters.h"
#include "yaml/lines.h"
#include "yaml/syntax.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { REMARK_COLUMNS_MAX = 4000 }; /* a text on one line of the file, well beyond what editors bear */

struct parser {
    yaml_parser_t libyaml;
    yaml_event_t event;
    const struct yaml_source *source;
    struct arena *arena;
    struct report *report;
    struct lint_faults *faults;
    const char *line_start; /* of line line_number, which only grows */
    int line_number;
    const char *column_line, *column_at; /* of go_to_column: the line, and its letter `column` */
    size_t column;
    int nodes, brackets; /* brackets: so many are open */
    bool at_key;         /* the present event is a key */
    bool last_empty;     /* nothing stands behind the last key so far */
    int refused_line;    /* of the last sign that has a special meaning: what libyaml says of that line confuses */
};

static int line_of(yaml_mark_t mark)
{
    return (int)mark.line + 1;
}

static struct origin origin_of(const struct parser *p, yaml_mark_t mark)
{
    return report_at(p->report, line_of(mark), (int)mark.column + 1);
}

/* Where the event that was read last ends. */
static void mark_stop(const struct parser *p, struct node *node)
{
    node->end_line = line_of(p->event.end_mark);
    node->end_column = (int)p->event.end_mark.column + 1;
}

/* Of the event that was read last. */
static struct origin here(const struct parser *p)
{
    return origin_of(p, p->event.start_mark);
}

static void report_syntax(struct parser *p)
{
    const yaml_parser_t *libyaml = &p->libyaml;

    if (libyaml->error == YAML_MEMORY_ERROR)
        abort();
    if (libyaml->error == YAML_READER_ERROR) { /* yaml/lint has seen these bytes; what it lets through and libyaml refuses */
        report_error(p->report, report_whole(p->report),
                     CODED("file-encoding") "the file cannot be read as text (%s); save it again as UTF-8", libyaml->problem);
        return;
    }
    if (line_of(libyaml->problem_mark) == p->refused_line)
        return;
    syntax_report(p->report, &(struct syntax_problem){
                                 .problem = libyaml->problem ? libyaml->problem : "",
                                 .at = origin_of(p, libyaml->problem_mark),
                                 .began = origin_of(p, libyaml->context ? libyaml->context_mark : libyaml->problem_mark),
                                 .bytes = p->source->bytes,
                                 .size = p->source->size,
                             });
}

/* What keeps the file from being read on, for whoever goes on without that line. */
static bool fail(struct parser *p, int line)
{
    lint_faults_add(p->faults, line);
    return false;
}

/* The next event replaces the last; false (with an error) when the file cannot be read on. */
static bool next(struct parser *p)
{
    yaml_event_delete(&p->event);
    if (yaml_parser_parse(&p->libyaml, &p->event))
        return true;
    memset(&p->event, 0, sizeof(p->event));
    report_syntax(p);
    if (p->libyaml.error == YAML_READER_ERROR)
        return false;
    const struct finding *told = findings_at(p->report->findings, findings_total(p->report->findings) - 1);

    return fail(p, told->line);
}

static void refuse_sign(struct parser *p, const char *sign, const yaml_char_t *name)
{
    p->refused_line = line_of(p->event.start_mark);
    report_error(p->report, here(p),
                 CODED("syntax-sign") "\"%s%s\" has a special meaning in YAML, which is not used here; put the text in straight quotes",
                 sign, report_quote((const char *)name).text);
}

static void refuse_anchor_and_tag(struct parser *p, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        refuse_sign(p, "&", anchor);
    if (tag)
        refuse_sign(p, "!", (const yaml_char_t *)"");
}

/* Copies the scalar, composed; escapes like "\0" can bring in what lint_bytes keeps out. */
static const char *scalar_text(struct parser *p)
{
    const char *value = (const char *)p->event.data.scalar.value;
    size_t length = p->event.data.scalar.length;
    char *copy = arena_text(p->arena, value, length);
    bool control = false, quoted = p->event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;

    for (size_t i = 0; (i = (size_t)(utf8_past_printable(copy + i, copy + length) - copy)) < length; i++)
        if (((unsigned char)copy[i] < 0x20 && copy[i] != '\t' && copy[i] != '\n') || copy[i] == 0x7F) {
            copy[i] = ' ';
            control = true;
        }
    if (control ||
        (quoted && (strstr(copy, "\xC2\x85") || strstr(copy, "\xE2\x80\xA8") || strstr(copy, "\xE2\x80\xA9")))) /* "\N", "\L", "\P" */
        report_error(p->report, here(p),
                     CODED("letter-invisible") "the text holds a control character, written with a backslash; remove it");
    if (quoted && strchr(copy, '\t'))
        report_warning(p->report, here(p),
                       CODED("text-tab") "the text holds a tab, shown as a space; where a backslash and a \"t\" are meant, write the text "
                                         "in single quotes '...'");
    return copy;
}

static enum node_style style_of(yaml_scalar_style_t style)
{
    if (style == YAML_LITERAL_SCALAR_STYLE)
        return NODE_LITERAL;
    if (style == YAML_FOLDED_SCALAR_STYLE)
        return NODE_FOLDED;
    return style == YAML_PLAIN_SCALAR_STYLE ? NODE_PLAIN : NODE_QUOTED;
}

/* Moves the reader's look at the source to a later line. */
static const char *go_to_line(struct parser *p, int number)
{
    const char *end = p->source->bytes + p->source->size;

    for (; p->line_number < number && p->line_start < end; p->line_number++)
        line_next(&p->line_start, end);
    return p->line_start;
}

/* "key:" or "- ..." in the column, or left of it, in which the line of an opened quote begins. */
static bool is_next_entry(const char *line, const char *end, int indent)
{
    const char *at = line;

    while (at < end && *at == ' ')
        at++;
    if (at - line > indent || at == end)
        return false;
    if (*at == '-')
        return at + 1 < end && at[1] == ' ';
    const char *word = at;

    while (at < end && ((*at >= 'a' && *at <= 'z') || *at == '_' || *at == '-'))
        at++;
    return at > word && at + 1 < end && at[0] == ':' && strchr(" \r\n", at[1]);
}

/* A quote that is not closed ends at the next one, which opens another text: all between would vanish without a word. */
static bool is_closed(struct parser *p, const struct node *node)
{
    const char *end = p->source->bytes + p->source->size;
    int last = line_of(p->event.end_mark), indent = 0;

    if (node->style != NODE_QUOTED || last == node->origin.line)
        return true;
    for (const char *at = go_to_line(p, node->origin.line); at + 1 < end && (*at == ' ' || (*at == '-' && at[1] == ' ')); at++)
        indent++;
    for (int line = node->origin.line + 1; line <= last; line++)
        if (is_next_entry(go_to_line(p, line), end, indent)) {
            report_error(p->report, node->origin, CODED("syntax-quote") "this quote is never closed; write %s where the text ends",
                         p->event.data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? "'" : "\"");
            return fail(p, node->origin.line);
        }
    return true;
}

/* Of the line, from its first letter on. */
static const char *go_to_column(struct parser *p, const char *line, size_t column)
{
    const char *end = p->source->bytes + p->source->size;
    bool further = line == p->column_line && column >= p->column; /* in a long line, from where the last look ended */
    const char *at = utf8_skip(further ? p->column_at : line, end, column - (further ? p->column : 0));

    p->column_line = line;
    p->column_at = at;
    p->column = column;
    return at;
}

/* What the present scalar is written with. */
static void check_letters(struct parser *p)
{
    yaml_mark_t start = p->event.start_mark, stop = p->event.end_mark;
    const char *end = p->source->bytes + p->source->size, *line = go_to_line(p, line_of(start));
    struct letters_source source = {.from = go_to_column(p, line, start.column), .begin = here(p)};

    for (size_t number = start.line; number < stop.line; number++)
        line_next(&line, end);
    source.end = go_to_column(p, line, stop.column);
    if (source.from < source.end)
        letters_report(p->report, &source);
}

static char opener_of(yaml_scalar_style_t style)
{
    static const char openers[] = {[YAML_SINGLE_QUOTED_SCALAR_STYLE] = '\'',
                                   [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = '"',
                                   [YAML_LITERAL_SCALAR_STYLE] = '|',
                                   [YAML_FOLDED_SCALAR_STYLE] = '>'};

    return (size_t)style < sizeof(openers) ? openers[style] : '\0';
}

/* In the composed text, lines begin a little earlier. */
static void compose_lines(struct parser *p, const struct node *node, struct text_line *lines, const char *typed)
{
    struct arena_mark mark = arena_mark(p->arena);

    for (int i = 0, from = 0, offset = 0; i < node->line_count; i++) {
        struct text_line *line = &lines[i];

        offset += (int)strlen(nfc_of(p->arena, arena_text(p->arena, typed + from, (size_t)(line->offset - from))));
        from = line->offset;
        line->offset = offset;
        arena_return(p->arena, mark);
    }
}

/* Only now, while the file's bytes are at hand. */
static void find_lines(struct parser *p, struct node *node, const char *typed)
{
    if (line_of(p->event.end_mark) == node->origin.line)
        return;
    const struct text_place place = {.bytes = go_to_line(p, node->origin.line),
                                     .end = p->source->bytes + p->source->size,
                                     .origin = node->origin,
                                     .opener = opener_of(p->event.data.scalar.style)};

    struct text_line *lines = places_find(p->arena, &place, typed, &node->line_count);

    if (typed != node->text)
        compose_lines(p, node, lines, typed);
    node->lines = lines;
}

/* What stands behind a plain value on its last line. */
static const struct yaml_remark *find_remark(struct parser *p)
{
    yaml_mark_t mark = p->event.end_mark;
    const char *end = p->source->bytes + p->source->size, *at = go_to_line(p, line_of(mark));

    if (mark.column > REMARK_COLUMNS_MAX)
        return NULL;
    const char *blanks = at = go_to_column(p, at, mark.column);

    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    if (at == end || *at != '#' || at == blanks)
        return NULL;
    struct yaml_remark *remark = ARENA_NEW(p->arena, struct yaml_remark);
    int count = (int)(at - blanks);
    struct line line = line_next(&at, end);

    *remark = (struct yaml_remark){arena_text(p->arena, line.start, (size_t)(line.end - line.start)),
                                   report_at(p->report, line_of(mark), (int)mark.column + count + 1), count};
    return remark;
}

static bool read_scalar(struct parser *p, struct node *node)
{
    refuse_anchor_and_tag(p, p->event.data.scalar.anchor, p->event.data.scalar.tag);
    node->kind = NODE_SCALAR;
    const char *typed = scalar_text(p);

    node->text = nfc_of(p->arena, typed);
    node->style = style_of(p->event.data.scalar.style);
    node->flow = p->brackets > 0;
    if (node->style != NODE_LITERAL && node->style != NODE_FOLDED)
        mark_stop(p, node);
    p->last_empty = node->style != NODE_QUOTED && !node->text[strspn(node->text, " \n")];
    check_letters(p);
    find_lines(p, node, typed);
    if (node->style == NODE_PLAIN && p->at_key)
        node->text = lint_plain_key(p->arena, p->report, node->origin, node->text);
    else if (node->style == NODE_PLAIN)
        lint_plain_value(p->report, node->origin, node->text);
    if (node->style == NODE_PLAIN)
        node->remark = find_remark(p);
    return is_closed(p, node);
}

static bool read_node(struct parser *p, struct node *node, int depth);

static bool read_list(struct parser *p, struct node *node, int depth)
{
    struct node *items = NULL;
    int count = 0, capacity = 0;
    bool going;

    refuse_anchor_and_tag(p, p->event.data.sequence_start.anchor, p->event.data.sequence_start.tag);
    node->flow = p->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    p->brackets += node->flow;
    while ((going = next(p)) && p->event.type != YAML_SEQUENCE_END_EVENT) {
        struct node item;

        if (!(going = read_node(p, &item, depth)))
            break;
        items = mem_grow(items, count, &capacity, sizeof(*items));
        items[count++] = item;
    }
    if (going && node->flow)
        mark_stop(p, node);
    p->brackets -= node->flow;
    node->kind = NODE_LIST;
    node->count = count;
    struct node *kept = ARENA_ARRAY(p->arena, struct node, count);

    if (count > 0)
        memcpy(kept, items, sizeof(*kept) * (size_t)count);
    node->items = kept;
    free(items);
    return going;
}

/* By key, then as written. */
static int compare_pairs(const void *one, const void *other)
{
    const struct pair *a = *(const struct pair *const *)one, *b = *(const struct pair *const *)other;
    int order = strcmp(a->key, b->key);

    return order ? order : (a > b) - (a < b);
}

/* Every further pair of the same key is an error that names the first. */
static void report_doubles(struct parser *p, const struct pair *pairs, int count)
{
    if (count < 2)
        return;
    const struct pair **sorted = mem_alloc(sizeof(*sorted) * (size_t)count);

    for (int i = 0; i < count; i++)
        sorted[i] = &pairs[i];
    qsort(sorted, (size_t)count, sizeof(*sorted), compare_pairs);
    for (int i = 1, first = 0; i < count; i++) {
        if (strcmp(sorted[i]->key, sorted[first]->key) != 0) {
            first = i;
            continue;
        }
        report_error(p->report, sorted[i]->origin, CODED("named-twice") "%s: this key stands in line %d already; remove one of the two",
                     report_quote(sorted[i]->key).text, sorted[first]->origin.line);
    }
    free(sorted);
}

static bool read_key(struct parser *p, struct pair *pair, int depth)
{
    struct node key;

    p->at_key = true;
    bool read = read_node(p, &key, depth);

    p->at_key = false;
    if (!read)
        return false;
    *pair = (struct pair){key.text, key.origin, {.kind = NODE_SCALAR}};
    if (key.kind != NODE_SCALAR) {
        report_error(p->report, key.origin, CODED("syntax-sign") "a key must be a single word; put the text in straight quotes");
        return fail(p, key.origin.line);
    }
    return true;
}

static bool read_map(struct parser *p, struct node *node, int depth)
{
    struct pair *pairs = NULL;
    int count = 0, capacity = 0;
    bool going;

    refuse_anchor_and_tag(p, p->event.data.mapping_start.anchor, p->event.data.mapping_start.tag);
    node->flow = p->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    p->brackets += node->flow;
    while ((going = next(p)) && p->event.type != YAML_MAPPING_END_EVENT) {
        struct pair pair;

        if (!(going = read_key(p, &pair, depth) && next(p) && read_node(p, &pair.value, depth)))
            break;
        pairs = mem_grow(pairs, count, &capacity, sizeof(*pairs));
        pairs[count++] = pair;
    }
    if (going && node->flow)
        mark_stop(p, node);
    p->brackets -= node->flow;
    node->kind = NODE_MAP;
    node->count = count;
    struct pair *kept = ARENA_ARRAY(p->arena, struct pair, count);

    if (count > 0)
        memcpy(kept, pairs, sizeof(*kept) * (size_t)count);
    node->pairs = kept;
    free(pairs);
    if (going)
        report_doubles(p, node->pairs, node->count);
    return going;
}

/* The node that the present event begins; afterwards the present event is the node's last. */
static bool read_node(struct parser *p, struct node *node, int depth)
{
    *node = (struct node){.origin = here(p)};
    int most = YAML_NODES_MAX * (p->source->is_long ? YAML_LONG_FACTOR : 1);

    if (++p->nodes > most) {
        report_error(p->report, node->origin, CODED("file-too-large") "the file holds more than %d values; split it", most);
        return fail(p, node->origin.line);
    }
    if (depth >= YAML_DEPTH_MAX) {
        report_error(p->report, node->origin,
                     CODED("file-too-large") "more than %d groups within one another; take away the brackets or blanks that are too many",
                     YAML_DEPTH_MAX);
        return fail(p, node->origin.line);
    }
    if (p->event.type == YAML_SEQUENCE_START_EVENT)
        return read_list(p, node, depth + 1);
    if (p->event.type == YAML_MAPPING_START_EVENT)
        return read_map(p, node, depth + 1);
    if (p->event.type == YAML_ALIAS_EVENT) {
        refuse_sign(p, "*", p->event.data.alias.anchor);
        node->text = "";
        node->style = NODE_ALIAS;
        return true;
    }
    ASSERT(p->event.type == YAML_SCALAR_EVENT);
    return read_scalar(p, node);
}

static struct node *read_document(struct parser *p)
{
    struct node *root = ARENA_NEW(p->arena, struct node);

    for (int i = 0; i < 2; i++) /* stream start, document start */
        if (!next(p))
            return NULL;
    if (p->event.type != YAML_DOCUMENT_START_EVENT) {
        report_error(p->report, report_whole(p->report), CODED("file-empty") "the file holds nothing; fill it in, or remove it");
        return NULL;
    }
    if (!next(p) || !read_node(p, root, 0) || !next(p) || !next(p)) /* node, document end, stream end */
        return NULL;
    if (p->event.type != YAML_STREAM_END_EVENT) {
        report_error(p->report, here(p),
                     CODED("syntax-document") "\"---\" begins a second document, but a file holds one only; remove this line");
        fail(p, line_of(p->event.start_mark));
        return NULL;
    }
    return root;
}

/* Whether the file breaks off inside its last value, and how. A closing bracket, quote or full stop speaks for a whole text whose last line
 * an editor has not ended. */
static enum node_end end_of(const struct parser *p)
{
    const char *start = p->source->bytes, *stop = start + p->source->size, *end = stop, *line;

    while (end > start && strchr(" \n\r", end[-1]))
        end--;
    bool line_ends = memchr(end, '\n', (size_t)(stop - end)) || memchr(end, '\r', (size_t)(stop - end));

    if (line_ends && stop[-1] == ' ')
        return NODE_ENDS_OPEN; /* the blanks that the next key begins with */
    if (end > start && strchr("]}", end[-1]))
        return NODE_ENDS;
    if (p->last_empty)
        return NODE_ENDS_EMPTY;
    if (line_ends)
        return NODE_ENDS;
    for (line = end; line > start && line[-1] != '\n' && line[-1] != '\r'; line--)
        if (line[-1] == '#')
            return NODE_ENDS;
    return end > start && strchr("\"').!?", end[-1]) ? NODE_ENDS : NODE_ENDS_OPEN;
}

/* Tells everything around the last value of the file. */
static void mark_end(struct node *root, enum node_end end)
{
    for (struct node *node = root; node->kind != NODE_SCALAR && node->count > 0;) {
        node->end = end;
        node = node->kind == NODE_LIST ? (struct node *)&node->items[node->count - 1] : (struct node *)&node->pairs[node->count - 1].value;
    }
}

const struct node *yaml_try(struct arena *arena, struct report *report, const struct yaml_source *source, struct lint_faults *faults)
{
    struct parser parser = {
        .source = source, .arena = arena, .report = report, .faults = faults, .line_start = source->bytes, .line_number = 1};

    if (source->size >= 3 && memcmp(source->bytes, "\xEF\xBB\xBF", 3) == 0)
        parser.line_start += 3; /* a byte order mark is no letter */
    int most = YAML_BYTES_MAX * (source->is_long ? YAML_LONG_FACTOR : 1);

    if (source->size > (size_t)most) {
        report_error(report, report_whole(report), CODED("file-too-large") "the file is larger than %d KB; is it a text file? split it",
                     most / 1024);
        return NULL;
    }
    if (!lint_bytes(report, source->bytes, source->size, faults))
        return NULL;
    if (!yaml_parser_initialize(&parser.libyaml))
        abort();
    yaml_parser_set_input_string(&parser.libyaml, (const unsigned char *)source->bytes, source->size);
    struct node *root = read_document(&parser);

    yaml_event_delete(&parser.event);
    yaml_parser_delete(&parser.libyaml);
    if (root)
        mark_end(root, end_of(&parser));
    return root;
}

const struct node *yaml_read(struct arena *arena, struct report *report, const struct yaml_source *source)
{
    struct lint_faults faults = {0};
    const struct node *root = yaml_try(arena, report, source, &faults);

    lint_faults_finish(&faults);
    return root;
}

struct node_items yaml_items(const struct node *node)
{
    return node->kind == NODE_LIST ? (struct node_items){node->items, node->count} : (struct node_items){node, 1};
}

const struct node *yaml_find(const struct node *map, const char *key)
{
    if (map->kind != NODE_MAP)
        return NULL;
    for (int i = 0; i < map->count; i++)
        if (strcmp(map->pairs[i].key, key) == 0)
            return &map->pairs[i].value;
    return NULL;
}

bool yaml_is_empty(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == NODE_PLAIN && node->text[0] == '\0';
}

struct origin yaml_origin(const struct node *node, size_t offset)
{
    struct origin origin = node->origin;
    struct text_line line = {0, origin.line, origin.column + (node->style == NODE_QUOTED)};

    for (int i = 0; i < node->line_count && node->lines[i].offset <= (int)offset; i++)
        line = node->lines[i];
    origin.line = line.line;
    origin.column = line.column;
    for (const char *at = node->text + line.offset, *end = node->text + offset; at < end; origin.column++)
        utf8_next(&at, end);
    return origin;
}
