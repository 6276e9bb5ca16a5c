/* Walking a map along its table. */
#include "schema/schema.h"

#include "base/suggest.h"
#include "schema/guard.h"
#include "schema/texts.h"
#include "schema/values.h"

#include <string.h>

enum { ROWS_MAX = 96 };

static void *field(void *target, size_t at)
{
    return (char *)target + at;
}

/* A preset as the node it would be in a file: "[a, b]" is a list, everything else a scalar. */
static void preset_node(struct arena *arena, const char *preset, struct node *node)
{
    *node = (struct node){.style = NODE_QUOTED, .text = preset};
    if (preset[0] != '[')
        return;
    int count = 1;

    for (const char *at = preset; *at; at++)
        count += *at == ',';
    struct node *items = ARENA_ARRAY(arena, struct node, count);

    for (const char *at = preset + 1; *at && *at != ']';) {
        size_t length = strcspn(at, ",]");

        items[node->count++] = (struct node){.text = arena_text(arena, at, length)};
        at += length;
        at += strspn(at, ", ");
    }
    node->kind = NODE_LIST;
    node->items = items;
}

void schema_defaults(struct reader *reader, const struct schema *table, void *target)
{
    for (int i = 0; i < table->row_count; i++) {
        const struct schema_row *row = &table->rows[i];
        struct node *node;

        if (row->type == VALUE_MAP)
            schema_defaults(reader, row->table, field(target, row->at));
        if (!row->preset)
            continue;
        node = ARENA_NEW(reader->arena, struct node);
        preset_node(reader->arena, row->preset, node);
        int errors = reader->report.errors;

        value_read(reader, row, node, target);
        ASSERT(reader->report.errors == errors); /* a preset must be a legal value */
    }
}

static int row_of_key(const struct schema *table, const char *key)
{
    for (int i = 0; i < table->row_count; i++)
        if (strcmp(table->rows[i].key, key) == 0)
            return i;
    return -1;
}

/* The table's keys as one text. */
struct key_list {
    char text[512];
};

static struct key_list list_keys(const struct schema *table)
{
    struct key_list list = {""};
    size_t length = 0;

    for (int i = 0; i < table->row_count; i++) {
        const char *key = table->rows[i].key;

        if (table->rows[i].type >= VALUE_MISPLACED)
            continue;
        if (length + strlen(key) + 3 > sizeof(list.text))
            break;
        length += (size_t)snprintf(list.text + length, sizeof(list.text) - length, "%s%s", length ? ", " : "", key);
    }
    return list;
}

/* What became of the rows of one map. */
enum outcome {
    OUTCOME_ABSENT,
    OUTCOME_MEANT, /* misspelt: one finding is enough */
    OUTCOME_WRONG,
    OUTCOME_READ
};

static bool has_key(const struct node *map, const char *key)
{
    for (int i = 0; i < map->count; i++)
        if (strcmp(map->pairs[i].key, key) == 0 && !yaml_is_empty(&map->pairs[i].value))
            return true;
    return false;
}

/* Returns the row that was probably meant, and is not there by its right name; -1 if there is none. */
static int report_unknown(struct reader *reader, const struct schema *table, const struct node *map, const struct pair *pair)
{
    const char *keys[ROWS_MAX] = {0};
    int count = 0;

    for (int i = 0; i < table->row_count; i++)
        if (table->rows[i].type < VALUE_MISPLACED)
            keys[count++] = table->rows[i].key;
    const char *suggested = suggest_name(pair->key, keys, count);
    int index = suggested ? row_of_key(table, suggested) : -1;

    if (index >= 0 && has_key(map, suggested))
        index = -1;
    bool lists_notices = index >= 0 && table->rows[index].table && table->rows[index].table->names == REFERENCE_NOTICE;

    if (guard_may_be_notice(reader, pair) && !lists_notices)
        guard_report(reader, pair);
    else if (index >= 0 && (table->rows[index].need >= NEED_EXPECTED || lists_notices))
        report_error(&reader->report, pair->origin, CODED("key-unknown") "%s: unknown key; did you mean \"%s\"?",
                     report_quote(pair->key).text, suggested);
    else if (suggested)
        report_warning(&reader->report, pair->origin, CODED("key-unknown") "%s: unknown key; did you mean \"%s\"?",
                       report_quote(pair->key).text, suggested);
    else
        report_warning(&reader->report, pair->origin, CODED("key-unknown") "%s: unknown key; a %s has: %s", report_quote(pair->key).text,
                       table->noun, list_keys(table).text);
    guard_check_text(reader, &pair->value);
    return index;
}

static void report_missing(struct reader *reader, const struct schema_row *row, const struct schema *table, const struct node *map)
{
    if (reader->furnished && row->need == NEED_WANTED)
        return;
    if (reader->lost && (salvage_has(reader->lost, row->key) || (reader->lost->text.length > 0 && yaml_find(map, row->key))))
        return;
    switch (row->need) {
    case NEED_NOT:
        break;
    case NEED_WANTED:
        report_warning(&reader->report, map->origin, CODED("key-missing") "%s: missing; add it to this %s (%s)%s%s", row->key, table->noun,
                       row->help, reader->fallback ? "; until then " : "", reader->fallback ? reader->fallback : "");
        break;
    case NEED_EXPECTED:
    case NEED_REQUIRED:
        report_error(&reader->report, map->origin, CODED("key-missing") "%s: missing; this %s needs it (%s)", row->key, table->noun,
                     row->help);
        break;
    }
}

static void set_origin(const struct schema *table, const struct node *map, void *target)
{
    if (table->origin_at > 0)
        *(struct origin *)field(target, table->origin_at) = map->origin;
}

/* What was left out is remembered by its name, so that whatever refers to it is no second fault. */
static void leave_out(struct reader *reader, const struct schema *table, const struct node *node, int finding)
{
    const struct node *id = table->names != REFERENCE_NONE && node->kind == NODE_MAP ? yaml_find(node, "id") : NULL;

    if (id && id->kind == NODE_SCALAR && finding >= 0)
        references_leave_out(reader->references, table->names, arena_text(reader->arena, id->text, strlen(id->text)), finding);
}

/* One record into its place, which is zeroed again when the record is left out. */
static bool read_record(struct reader *reader, const struct schema_row *row, const struct node *node, void *place)
{
    int references = reader->references->count, findings = findings_total(reader->report.findings);
    const struct salvage *lost = reader->lost;
    bool unguarded = reader->unguarded;

    if (node->kind != NODE_MAP) {
        reader_report_kind(reader, row, node, "each item must be a group of keys");
        return false;
    }
    reader->unguarded = false;
    reader->lost = NULL; /* an item is read whole, or not at all */
    schema_defaults(reader, row->table, place);
    bool usable = schema_read(reader, row->table, node, place) && !reader->unguarded;

    reader->unguarded = reader->unguarded || unguarded;
    reader->lost = lost;
    if (usable)
        return true;
    reader->references->count = references;
    memset(place, 0, row->table->size);
    leave_out(reader, row->table, node, findings_error_since(reader->report.findings, findings));
    return false;
}

static bool read_records(struct reader *reader, const struct schema_row *row, const struct node *list, void *target)
{
    if (list->kind != NODE_LIST) {
        struct key_list keys = list_keys(row->table);

        reader_report_kind(
            reader, row, list,
            arena_printf(reader->arena, "write a list, each item begun with \"- \", of groups with these keys: %s", keys.text));
        return false;
    }
    if (list->count < (int)row->min) {
        reader_report_count(reader, row, list, list->count);
        return false;
    }
    int count = row->max > 0 ? int_min(list->count, (int)row->max) : list->count, kept = 0;
    char *records = arena_alloc(reader->arena, row->table->size * (size_t)list->count);

    if (count < list->count)
        report_error(&reader->report, list->origin, CODED("list-length") "%s: %d in this list; write %d at most", row->key, list->count,
                     count);
    for (int i = count; i < list->count; i++)
        leave_out(reader, row->table, &list->items[i], findings_total(reader->report.findings) - 1);
    for (int i = 0; i < count; i++)
        kept += read_record(reader, row, &list->items[i], records + (size_t)kept * row->table->size);
    if (kept < (int)row->min)
        return false;
    memcpy(field(target, row->at), &records, sizeof(records));
    *(int *)field(target, row->count_at) = kept;
    return true;
}

static void report_no_group(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    struct key_list keys = list_keys(row->table);

    report_error(&reader->report, node->origin,
                 CODED("value-kind") "%s: a group of keys belongs here; write them on the lines below, indented: %s", row->key, keys.text);
}

/* A group with something required missing is as good as absent. */
static bool read_map(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    int references = reader->references->count;
    void *before = arena_alloc(reader->arena, row->table->size), *group = field(target, row->at);

    if (node->kind != NODE_MAP) {
        report_no_group(reader, row, node);
        return false;
    }
    memcpy(before, group, row->table->size);
    if (schema_read(reader, row->table, node, group))
        return true;
    memcpy(group, before, row->table->size);
    reader->references->count = references;
    return false;
}

/* Nothing of it is shown if anything in it is wrong. */
static bool read_block(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    int errors = reader->report.errors, references = reader->references->count;
    void *block = arena_alloc(reader->arena, row->table->size);

    if (node->kind != NODE_MAP)
        report_no_group(reader, row, node);
    else if (read_record(reader, row, node, block) && reader->report.errors == errors) {
        memcpy(field(target, row->at), &block, sizeof(block));
        return true;
    }
    reader->references->count = references;
    return false;
}

/* A text is there if it is in any of the languages. */
static bool read_text(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct text *text = row->type == VALUE_TEXT ? field(target, row->at) : &((struct prose_text *)field(target, row->at))->source;

    text->in = NULL;
    if (row->type == VALUE_TEXT)
        text_read(reader, row, node, target);
    else
        text_read_markdown(reader, row, node, target);
    return text->in != NULL;
}

/* A list is there if some of its names are. */
static bool read_list(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    const void **list = field(target, row->at), *before = *list;

    value_read(reader, row, node, target);
    return *list != before;
}

/* Whether the value could be read. */
static bool read_row(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    int errors = reader->report.errors;

    if (row->type == VALUE_RECORDS)
        return read_records(reader, row, node, target);
    if (row->type == VALUE_BLOCK)
        return read_block(reader, row, node, target);
    if (row->type == VALUE_MAP)
        return read_map(reader, row, node, target);
    if (row->type == VALUE_TEXT || row->type == VALUE_MARKDOWN)
        return read_text(reader, row, node, target);
    if (row->type == VALUE_NAMES || row->type == VALUE_INDICES)
        return read_list(reader, row, node, target);
    value_read(reader, row, node, target);
    return reader->report.errors == errors;
}

/* "paper: #F3EBDD" is an empty value and a comment. */
static void report_empty_colour(struct reader *reader, const struct pair *pair)
{
    report_error(&reader->report, pair->origin,
                 CODED("colour-wrong") "%s: no colour; a \"#\" begins a comment, so write the colour in quotes: \"#F3EBDD\"", pair->key);
}

static bool is_read_by_visitors(const struct schema_row *row)
{
    return row->type == VALUE_TEXT || row->type == VALUE_MARKDOWN || row->type == VALUE_STRING || row->type == VALUE_PATTERN;
}

static enum outcome read_pair(struct reader *reader, const struct schema_row *row, const struct pair *pair, void *target)
{
    if (row->type == VALUE_MISPLACED) {
        report_error(&reader->report, pair->origin, CODED("key-elsewhere") "%s: %s", row->key, row->help);
        guard_check_text(reader, &pair->value);
        return OUTCOME_READ;
    }
    if (row->type == VALUE_MOVED) {
        report_warning(&reader->report, pair->origin, CODED("key-of-before") "%s: this key is no longer read; %s", row->key, row->help);
        guard_check_text(reader, &pair->value);
        return OUTCOME_READ;
    }
    if (!yaml_is_empty(&pair->value)) {
        if (read_row(reader, row, &pair->value, target))
            return OUTCOME_READ;
        if (pair->value.kind == NODE_SCALAR)
            guard_check_text(reader, &pair->value);
        return OUTCOME_WRONG;
    }
    if (row->type == VALUE_COLOUR || row->type == VALUE_TINT) {
        report_empty_colour(reader, pair);
        return OUTCOME_WRONG;
    }
    if (is_read_by_visitors(row))
        reader_check_remark(reader, &pair->value);
    return guard_holds_notices(row) ? guard_report_empty(reader, pair), OUTCOME_WRONG : OUTCOME_ABSENT;
}

/* Whether the record can do with what became of this row. */
static bool is_good_enough(const struct schema_row *row, enum outcome outcome)
{
    if (row->need == NEED_REQUIRED)
        return outcome == OUTCOME_READ;
    return outcome != OUTCOME_WRONG || !(row->exact || guard_holds_notices(row));
}

bool schema_read(struct reader *reader, const struct schema *table, const struct node *map, void *target)
{
    enum outcome outcomes[ROWS_MAX] = {OUTCOME_ABSENT};
    const struct node *outer = reader->map;
    bool usable = true;

    ASSERT(table->row_count <= ROWS_MAX && map->kind == NODE_MAP);
    reader->map = map;
    set_origin(table, map, target);
    for (int i = 0; i < map->count; i++) {
        const struct pair *pair = &map->pairs[i];
        int index = row_of_key(table, pair->key);

        if (index < 0) {
            index = report_unknown(reader, table, map, pair);
            if (index >= 0)
                outcomes[index] = OUTCOME_MEANT;
        } else if (outcomes[index] < OUTCOME_WRONG)
            outcomes[index] = read_pair(reader, &table->rows[index], pair, target);
        else if (guard_holds_notices(&table->rows[index])) /* doubled: reported while reading */
            outcomes[index] = OUTCOME_WRONG;
    }
    reader->map = outer;
    int last = guard_ends_empty(table, map) ? row_of_key(table, map->pairs[map->count - 1].key) : -1;

    for (int i = 0; i < table->row_count; i++) {
        if (outcomes[i] == OUTCOME_ABSENT && i != last)
            report_missing(reader, &table->rows[i], table, map);
        usable = is_good_enough(&table->rows[i], outcomes[i]) && usable;
    }
    return guard_check_end(reader, table, map) && usable;
}
