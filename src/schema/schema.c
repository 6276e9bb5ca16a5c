/* Walking a map along its table. */
#include "schema/schema.h"

#include "base/suggest.h"
#include "schema/guard.h"
#include "schema/values.h"

#include <string.h>

enum { ROWS_MAX = 40 };

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

void schema_defaults(struct decoder *decoder, const struct schema *table, void *target)
{
    for (int i = 0; i < table->row_count; i++) {
        const struct schema_row *row = &table->rows[i];
        struct node *node;

        if (row->type == VALUE_MAP)
            schema_defaults(decoder, row->table, field(target, row->at));
        if (!row->preset)
            continue;
        node = ARENA_NEW(decoder->arena, struct node);
        preset_node(decoder->arena, row->preset, node);
        int errors = decoder->report.errors;

        value_decode(decoder, row, node, target);
        ASSERT(decoder->report.errors == errors); /* a preset must be a legal value */
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

        if (length + strlen(key) + 3 > sizeof(list.text))
            break;
        length += (size_t)snprintf(list.text + length, sizeof(list.text) - length, "%s%s", i ? ", " : "", key);
    }
    return list;
}

/* What became of the rows of one map. */
enum fate {
    FATE_ABSENT,
    FATE_MEANT, /* misspelt: one finding is enough */
    FATE_WRONG,
    FATE_READ
};

static bool has_key(const struct node *map, const char *key)
{
    for (int i = 0; i < map->count; i++)
        if (strcmp(map->pairs[i].key, key) == 0 && !yaml_is_empty(&map->pairs[i].value))
            return true;
    return false;
}

/* Returns the row that was probably meant, and is not there by its right name; -1 if there is none. */
static int report_unknown(struct decoder *decoder, const struct schema *table, const struct node *map, const struct pair *pair)
{
    const char *keys[ROWS_MAX];

    for (int i = 0; i < table->row_count; i++)
        keys[i] = table->rows[i].key;
    const char *suggested = suggest_name(pair->key, keys, table->row_count);
    int index = suggested ? row_of_key(table, suggested) : -1;

    if (index >= 0 && has_key(map, suggested))
        index = -1;
    bool lists_notices = index >= 0 && table->rows[index].table && table->rows[index].table->names == REFERENCE_NOTICE;

    if (guard_is_meant(decoder, pair) && !lists_notices)
        guard_report(decoder, pair);
    else if (index >= 0 && (table->rows[index].need >= NEED_EXPECTED || lists_notices))
        report_error(&decoder->report, pair->line, pair->column, "%s: unknown key; did you mean \"%s\"?", report_quote(pair->key).text,
                     suggested);
    else if (suggested)
        report_warning(&decoder->report, pair->line, pair->column, "%s: unknown key; did you mean \"%s\"?", report_quote(pair->key).text,
                       suggested);
    else
        report_warning(&decoder->report, pair->line, pair->column, "%s: unknown key; a %s has: %s", report_quote(pair->key).text,
                       table->noun, list_keys(table).text);
    guard_look_at_text(decoder, &pair->value);
    return index;
}

static void report_missing(struct decoder *decoder, const struct schema_row *row, const struct schema *table, const struct node *map)
{
    if (decoder->lost && (salvage_has(decoder->lost, row->key) || (decoder->lost->text.length > 0 && yaml_find(map, row->key))))
        return;
    switch (row->need) {
    case NEED_NOT:
        break;
    case NEED_WANTED:
        report_warning(&decoder->report, map->line, map->column, "%s: missing; add it to this %s (%s)%s%s", row->key, table->noun,
                       row->help, decoder->fallback ? "; until then " : "", decoder->fallback ? decoder->fallback : "");
        break;
    case NEED_EXPECTED:
    case NEED_REQUIRED:
        report_error(&decoder->report, map->line, map->column, "%s: missing; this %s needs it (%s)", row->key, table->noun, row->help);
        break;
    }
}

static void set_origin(struct decoder *decoder, const struct schema *table, const struct node *map, void *target)
{
    if (table->origin_at > 0)
        *(struct origin *)field(target, table->origin_at) = (struct origin){decoder->report.file, map->line, map->column};
}

/* What was left out is remembered by its name, so that whatever refers to it is no second fault. */
static void leave_out(struct decoder *decoder, const struct schema *table, const struct node *node, int finding)
{
    const struct node *id = table->names != REFERENCE_NONE && node->kind == NODE_MAP ? yaml_find(node, "id") : NULL;

    if (id && id->kind == NODE_SCALAR && finding >= 0)
        references_leave_out(decoder->references, table->names, arena_text(decoder->arena, id->text, strlen(id->text)), finding);
}

/* One record into its place, which is zeroed again when the record is left out. */
static bool decode_record(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *place)
{
    int references = decoder->references->count, findings = findings_total(decoder->report.findings);
    const struct salvage *lost = decoder->lost;
    bool unguarded = decoder->unguarded;

    if (node->kind != NODE_MAP) {
        value_report_kind(decoder, row, node, "each item must be a group of keys");
        return false;
    }
    decoder->unguarded = false;
    decoder->lost = NULL; /* an item is read whole, or not at all */
    schema_defaults(decoder, row->table, place);
    bool usable = schema_decode(decoder, row->table, node, place) && !decoder->unguarded;

    decoder->unguarded = decoder->unguarded || unguarded;
    decoder->lost = lost;
    if (usable)
        return true;
    decoder->references->count = references;
    memset(place, 0, row->table->size);
    leave_out(decoder, row->table, node, findings_error_since(decoder->report.findings, findings));
    return false;
}

static bool decode_records(struct decoder *decoder, const struct schema_row *row, const struct node *list, void *target)
{
    if (list->kind != NODE_LIST) {
        value_report_kind(decoder, row, list, "write a list, each item begun with \"- \"");
        return false;
    }
    int count = row->max > 0 ? int_min(list->count, (int)row->max) : list->count, kept = 0;
    char *records = arena_alloc(decoder->arena, row->table->size * (size_t)list->count);

    if (count < list->count)
        report_error(&decoder->report, list->line, list->column, "%s: %d in this list; write %d at most", row->key, list->count, count);
    for (int i = count; i < list->count; i++)
        leave_out(decoder, row->table, &list->items[i], findings_total(decoder->report.findings) - 1);
    for (int i = 0; i < count; i++)
        kept += decode_record(decoder, row, &list->items[i], records + (size_t)kept * row->table->size);
    memcpy(field(target, row->at), &records, sizeof(records));
    *(int *)field(target, row->count_at) = kept;
    return true;
}

static void report_no_group(struct decoder *decoder, const struct schema_row *row, const struct node *node)
{
    struct key_list keys = list_keys(row->table);

    report_error(&decoder->report, node->line, node->column,
                 "%s: a group of keys belongs here; write them on the lines below, indented: %s", row->key, keys.text);
}

/* A group with something required missing is as good as absent. */
static bool decode_map(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    int references = decoder->references->count;
    void *before = arena_alloc(decoder->arena, row->table->size), *group = field(target, row->at);

    if (node->kind != NODE_MAP) {
        report_no_group(decoder, row, node);
        return false;
    }
    memcpy(before, group, row->table->size);
    if (schema_decode(decoder, row->table, node, group))
        return true;
    memcpy(group, before, row->table->size);
    decoder->references->count = references;
    return false;
}

/* Nothing of it is shown if anything in it is wrong. */
static bool decode_block(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    int errors = decoder->report.errors, references = decoder->references->count;
    void *block = arena_alloc(decoder->arena, row->table->size);

    if (node->kind != NODE_MAP)
        report_no_group(decoder, row, node);
    else if (decode_record(decoder, row, node, block) && decoder->report.errors == errors) {
        memcpy(field(target, row->at), &block, sizeof(block));
        return true;
    }
    decoder->references->count = references;
    return false;
}

/* A text is there if it is in any of the languages. */
static bool decode_text(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    struct text *text = row->type == VALUE_TEXT ? field(target, row->at) : &((struct prose_text *)field(target, row->at))->source;

    text->in = NULL;
    value_decode(decoder, row, node, target);
    return text->in != NULL;
}

/* A list is there if some of its names are. */
static bool decode_list(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    const void **list = field(target, row->at), *before = *list;

    value_decode(decoder, row, node, target);
    return *list != before;
}

/* Whether the value could be read. */
static bool decode_row(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    int errors = decoder->report.errors;

    if (row->type == VALUE_RECORDS)
        return decode_records(decoder, row, node, target);
    if (row->type == VALUE_BLOCK)
        return decode_block(decoder, row, node, target);
    if (row->type == VALUE_MAP)
        return decode_map(decoder, row, node, target);
    if (row->type == VALUE_TEXT || row->type == VALUE_MARKDOWN)
        return decode_text(decoder, row, node, target);
    if (row->type == VALUE_NAMES || row->type == VALUE_INDICES)
        return decode_list(decoder, row, node, target);
    value_decode(decoder, row, node, target);
    return decoder->report.errors == errors;
}

/* "paper: #F3EBDD" is an empty value and a comment. */
static void report_empty_colour(struct decoder *decoder, const struct pair *pair)
{
    report_error(&decoder->report, pair->line, pair->column,
                 "%s: no colour; a \"#\" begins a comment, so write the colour in quotes: \"#F3EBDD\"", pair->key);
}

static enum fate decode_pair(struct decoder *decoder, const struct schema_row *row, const struct pair *pair, void *target)
{
    if (!yaml_is_empty(&pair->value)) {
        if (decode_row(decoder, row, &pair->value, target))
            return FATE_READ;
        if (pair->value.kind == NODE_SCALAR)
            guard_look_at_text(decoder, &pair->value);
        return FATE_WRONG;
    }
    if (row->type == VALUE_COLOUR) {
        report_empty_colour(decoder, pair);
        return FATE_WRONG;
    }
    return guard_is(row) ? guard_report_empty(decoder, pair), FATE_WRONG : FATE_ABSENT;
}

/* Whether the record can do with what became of this row. */
static bool is_borne(const struct schema_row *row, enum fate fate)
{
    if (row->need == NEED_REQUIRED)
        return fate == FATE_READ;
    return fate != FATE_WRONG || !(row->exact || guard_is(row));
}

bool schema_decode(struct decoder *decoder, const struct schema *table, const struct node *map, void *target)
{
    enum fate fates[ROWS_MAX] = {FATE_ABSENT};
    bool usable = true;

    ASSERT(table->row_count <= ROWS_MAX && map->kind == NODE_MAP);
    set_origin(decoder, table, map, target);
    for (int i = 0; i < map->count; i++) {
        const struct pair *pair = &map->pairs[i];
        int index = row_of_key(table, pair->key);

        if (index < 0) {
            index = report_unknown(decoder, table, map, pair);
            if (index >= 0)
                fates[index] = FATE_MEANT;
        } else if (fates[index] < FATE_WRONG)
            fates[index] = decode_pair(decoder, &table->rows[index], pair, target);
        else if (guard_is(&table->rows[index])) /* doubled: reported while reading */
            fates[index] = FATE_WRONG;
    }
    int last = guard_ends_empty(table, map) ? row_of_key(table, map->pairs[map->count - 1].key) : -1;

    for (int i = 0; i < table->row_count; i++) {
        if (fates[i] == FATE_ABSENT && i != last)
            report_missing(decoder, &table->rows[i], table, map);
        usable = is_borne(&table->rows[i], fates[i]) && usable;
    }
    return guard_look_at_end(decoder, table, map) && usable;
}
