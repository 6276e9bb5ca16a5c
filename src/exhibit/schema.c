/* Walking a map along its table. */
#include "exhibit/schema.h"

#include "exhibit/nearest.h"
#include "exhibit/values.h"

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

/* Returns the row that was probably meant, -1 if none comes near. */
static int report_unknown(struct decoder *decoder, const struct schema *table, const struct pair *pair)
{
    const char *keys[ROWS_MAX];

    for (int i = 0; i < table->row_count; i++)
        keys[i] = table->rows[i].key;
    const char *nearest = nearest_name(pair->key, keys, table->row_count);

    if (nearest)
        report_error(&decoder->report, pair->line, pair->column, "%s: unknown key; did you mean \"%s\"?", report_quote(pair->key).text,
                     nearest);
    else
        report_error(&decoder->report, pair->line, pair->column, "%s: unknown key; a %s has: %s", report_quote(pair->key).text, table->noun,
                     list_keys(table).text);
    return nearest ? row_of_key(table, nearest) : -1;
}

static void report_missing(struct decoder *decoder, const struct schema_row *row, const struct schema *table, const struct node *map)
{
    if (row->need == NEED_REQUIRED)
        report_error(&decoder->report, map->line, map->column, "%s: missing; this %s needs it (%s)", row->key, table->noun, row->help);
    else if (row->need == NEED_WANTED)
        report_warning(&decoder->report, map->line, map->column, "%s: missing; add it to this %s (%s)%s%s", row->key, table->noun,
                       row->help, decoder->fallback ? "; until then " : "", decoder->fallback ? decoder->fallback : "");
}

static void set_origin(struct decoder *decoder, const struct schema *table, const struct node *map, void *target)
{
    if (table->origin_at > 0)
        *(struct origin *)field(target, table->origin_at) = (struct origin){decoder->report.file, map->line, map->column};
}

/* One record into its place, which is zeroed again when the record is dropped. */
static bool decode_record(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *place)
{
    int errors = decoder->report.errors, references = decoder->references->count;

    if (node->kind != NODE_MAP) {
        value_report_kind(decoder, row, node, "each item must be a group of keys");
        return false;
    }
    schema_defaults(decoder, row->table, place);
    schema_decode(decoder, row->table, node, place);
    if (decoder->report.errors == errors || !row->table->drop)
        return true;
    decoder->references->count = references;
    memset(place, 0, row->table->size);
    return false;
}

static void decode_records(struct decoder *decoder, const struct schema_row *row, const struct node *list, void *target)
{
    if (list->kind != NODE_LIST) {
        value_report_kind(decoder, row, list, "write a list, each item begun with \"- \"");
        return;
    }
    int count = row->max > 0 ? int_min(list->count, (int)row->max) : list->count;
    char *records = arena_alloc(decoder->arena, row->table->size * (size_t)list->count);
    int kept = 0;

    if (count < list->count)
        report_error(&decoder->report, list->line, list->column, "%s: %d in this list; write %d at most", row->key, list->count, count);
    for (int i = 0; i < count; i++)
        kept += decode_record(decoder, row, &list->items[i], records + (size_t)kept * row->table->size);
    memcpy(field(target, row->at), &records, sizeof(records));
    *(int *)field(target, row->count_at) = kept;
}

static void report_no_group(struct decoder *decoder, const struct schema_row *row, const struct node *node)
{
    struct key_list keys = list_keys(row->table);

    report_error(&decoder->report, node->line, node->column,
                 "%s: a group of keys belongs here; write them on the lines below, indented: %s", row->key, keys.text);
}

/* Its errors do not count against the file. */
static void decode_block(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    int errors = decoder->report.errors;
    void *block = arena_alloc(decoder->arena, row->table->size);

    if (node->kind != NODE_MAP)
        report_no_group(decoder, row, node);
    else if (decode_record(decoder, row, node, block))
        memcpy(field(target, row->at), &block, sizeof(block));
    decoder->report.errors = errors;
}

static void decode_row(struct decoder *decoder, const struct schema_row *row, const struct node *node, void *target)
{
    if (row->type == VALUE_RECORDS)
        decode_records(decoder, row, node, target);
    else if (row->type == VALUE_BLOCK)
        decode_block(decoder, row, node, target);
    else if (row->type != VALUE_MAP)
        value_decode(decoder, row, node, target);
    else if (node->kind == NODE_MAP)
        schema_decode(decoder, row->table, node, field(target, row->at));
    else
        report_no_group(decoder, row, node);
}

/* "paper: #F3EBDD" is an empty value and a comment. */
static void report_empty_colour(struct decoder *decoder, const struct pair *pair)
{
    report_error(&decoder->report, pair->line, pair->column,
                 "%s: no colour; a \"#\" begins a comment, so write the colour in quotes: \"#F3EBDD\"", pair->key);
}

void schema_decode(struct decoder *decoder, const struct schema *table, const struct node *map, void *target)
{
    bool seen[ROWS_MAX] = {false}, meant[ROWS_MAX] = {false}; /* meant: misspelt; one finding is enough */

    ASSERT(table->row_count <= ROWS_MAX && map->kind == NODE_MAP);
    set_origin(decoder, table, map, target);
    for (int i = 0; i < map->count; i++) {
        const struct pair *pair = &map->pairs[i];
        int index = row_of_key(table, pair->key);

        if (index < 0) {
            index = report_unknown(decoder, table, pair);
            if (index >= 0)
                meant[index] = true;
            continue;
        }
        const struct schema_row *row = &table->rows[index];

        if (seen[index])
            continue; /* doubled: reported while reading */
        if (!yaml_is_empty(&pair->value)) {
            seen[index] = true;
            decode_row(decoder, row, &pair->value, target);
        } else if (row->type == VALUE_COLOUR) {
            seen[index] = true;
            report_empty_colour(decoder, pair);
        }
    }
    for (int i = 0; i < table->row_count; i++)
        if (!seen[i] && !meant[i])
            report_missing(decoder, &table->rows[i], table, map);
}
