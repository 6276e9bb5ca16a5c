/* From the table of a file on, each group of keys is met once, and told where it is met first. */
#include "reference/files.h"

#include "keys/tables.h"
#include "load/builtin.h"
#include "reference/codes.h"
#include "reference/json.h"
#include "reference/values.h"

#include <string.h>

enum { GROUPS_MAX = 64, WRITTEN_BYTES_MAX = 64 * 1024 };

/* by_language: the keys stand below the code of a language. */
static const struct file_kind {
    const char *name, *path;
    const struct schema *table;
    bool by_language;
} kinds[] = {
    {"exhibit", "config/exhibit.yaml", &schema_exhibit, false},    {"panel", "config/panels/NAME.yaml", &schema_panel, false},
    {"timeline", "config/timeline.yaml", &schema_timeline, false}, {"glossary", "config/glossary.yaml", &schema_glossary, false},
    {"people", "config/people.yaml", &schema_people, false},       {"layout", "config/layouts/NAME.yaml", &schema_layout, false},
    {"theme", "config/theme.yaml", &schema_theme, false},          {"words", "config/words.yaml", &schema_words, true},
    {"map", "assets/maps/NAME.yaml", &schema_land, false},
};

/* The groups of keys of one kind of file. name: "picture-details", the way there. */
struct key_group {
    const struct schema *table;
    const char *name;
};

struct key_groups {
    struct arena *arena;
    struct key_group list[GROUPS_MAX];
    int count;
};

static const struct schema *table_of(const struct schema_row *row)
{
    return row->type == VALUE_MAP || row->type == VALUE_RECORDS || row->type == VALUE_BLOCK ? row->table : NULL;
}

static const char *find_group(const struct key_groups *groups, const struct schema *table)
{
    for (int i = 0; table && i < groups->count; i++)
        if (groups->list[i].table == table)
            return groups->list[i].name;
    return NULL;
}

/* Widest first, so that a group stands under the shortest way to it. */
static void gather_groups(struct key_groups *groups, const struct file_kind *kind)
{
    groups->list[groups->count++] = (struct key_group){kind->table, kind->name};
    for (int i = 0; i < groups->count; i++) {
        struct key_group group = groups->list[i];

        for (int r = 0; r < group.table->row_count; r++) {
            const struct schema *below = table_of(&group.table->rows[r]);

            if (!below || find_group(groups, below))
                continue;
            ASSERT(groups->count < GROUPS_MAX);
            groups->list[groups->count++] =
                (struct key_group){below, arena_printf(groups->arena, "%s-%s", group.name, group.table->rows[r].key)};
        }
    }
}

/* Without what would end a cell of a table. */
static void add_cell(struct buffer *out, const char *text)
{
    for (; *text; text++)
        buffer_printf(out, *text == '|' ? "\\%c" : "%c", *text);
}

/* The first key of the table that has the row's choices, where they are many. */
static const char *many_of(const struct schema *table, const struct schema_row *row)
{
    if (!values_are_many(row))
        return NULL;
    for (const struct schema_row *above = table->rows; above < row; above++)
        if (above->type == VALUE_CHOICE && above->choices == row->choices)
            return above->key;
    return NULL;
}

static void add_row(struct buffer *out, const struct key_groups *groups, const struct schema *table, const struct schema_row *row)
{
    const char *group = find_group(groups, table_of(row));
    struct buffer example = {0}, value = {0};

    values_describe(&value, row, many_of(table, row));
    values_example(&example, row);
    buffer_printf(out, "| `%s`%s | ", row->key, row->need >= NEED_EXPECTED ? ", needed" : "");
    add_cell(out, value.bytes ? value.bytes : "");
    if (group)
        buffer_printf(out, ": [%s](#%s)", strchr(group, '-') ? strchr(group, '-') + 1 : group, group);
    buffer_printf(out, " | ");
    if (row->preset)
        buffer_printf(out, "`%s`", row->preset);
    buffer_printf(out, " | ");
    if (example.length > 0)
        buffer_printf(out, "`%s: %s`", row->key, example.bytes);
    buffer_printf(out, " | ");
    add_cell(out, row->help ? row->help : "");
    buffer_printf(out, " |\n");
    buffer_finish(&value);
    buffer_finish(&example);
}

static void add_group(struct buffer *out, const struct key_groups *groups, const struct key_group *group, const struct file_kind *kind)
{
    bool top = group->table == kind->table;

    if (top)
        buffer_printf(out, "\n## <a id=\"%s\"></a>%s\n\n", group->name, kind->path);
    else
        buffer_printf(out, "\n### <a id=\"%s\"></a>%s, a %s\n\n", group->name, strchr(group->name, '-') + 1, group->table->noun);
    if (top && kind->by_language)
        buffer_printf(out, "All of them below the code of a language (`en:`), for each language; what is not written is built in.\n\n");
    buffer_printf(out, "| key | value | default | example | meaning |\n|---|---|---|---|---|\n");
    for (int i = 0; i < group->table->row_count; i++)
        if (group->table->rows[i].type < VALUE_MISPLACED)
            add_row(out, groups, group->table, &group->table->rows[i]);
}

/* What people wrote of it. */
static void add_written(struct buffer *out)
{
    static const char *const chapters[] = {"reference/walkthrough.md", "reference/guide.md"};
    const struct files *files = program_files();

    for (size_t i = 0; i < COUNTOF(chapters); i++) {
        struct buffer text = {0};

        ASSERT(files->read(files->context, chapters[i], WRITTEN_BYTES_MAX, &text) == FILES_OK);
        buffer_add(out, "\n", i > 0);
        buffer_add(out, text.bytes, text.length);
        buffer_finish(&text);
    }
}

static void add_findings(struct buffer *out)
{
    buffer_printf(out, "\n## Findings\n\nWhat `vitrina check` may find. The code stands in `--format=json` and `--format=sarif`; `--for` "
                       "chooses one of text, "
                       "picture and layout.\n\n| code | for | what it is, and what to do |\n|---|---|---|\n");
    for (int i = 0; i < finding_kind_count; i++) {
        buffer_printf(out, "| `%s` | %s | ", finding_kinds[i].code, concern_names[finding_kinds[i].concern]);
        add_cell(out, finding_kinds[i].help);
        buffer_printf(out, " |\n");
    }
}

void files_page(struct buffer *out)
{
    add_written(out);
    for (size_t i = 0; i < COUNTOF(kinds); i++) {
        struct key_groups groups = {.arena = arena_create()};

        gather_groups(&groups, &kinds[i]);
        for (int g = 0; g < groups.count; g++)
            add_group(out, &groups, &groups.list[g], &kinds[i]);
        arena_destroy(groups.arena);
    }
    add_findings(out);
}

static void add_required(struct buffer *out, const struct schema *table)
{
    bool first = true;

    for (int i = 0; i < table->row_count; i++)
        if (table->rows[i].need >= NEED_EXPECTED && table->rows[i].type < VALUE_MISPLACED) {
            buffer_printf(out, "%s\"%s\"", first ? ", \"required\": [" : ", ", table->rows[i].key);
            first = false;
        }
    if (!first)
        buffer_printf(out, "]");
}

static void add_definition(struct buffer *out, const struct key_groups *groups, const struct key_group *group)
{
    bool first = true;

    buffer_printf(out, "    \"%s\": {\"type\": \"object\", \"additionalProperties\": false", group->name);
    add_required(out, group->table);
    buffer_printf(out, ", \"properties\": {");
    for (int i = 0; i < group->table->row_count; i++) {
        const struct schema_row *row = &group->table->rows[i];

        if (row->type >= VALUE_MISPLACED)
            continue;
        buffer_printf(out, "%s\n      \"%s\": {", first ? "" : ",", row->key);
        values_schema(out, row, find_group(groups, table_of(row)));
        buffer_printf(out, "}");
        first = false;
    }
    buffer_printf(out, "\n    }}");
}

bool files_schema(struct buffer *out, const char *name)
{
    for (size_t i = 0; i < COUNTOF(kinds); i++) {
        struct key_groups groups = {.arena = NULL};

        if (strcmp(kinds[i].name, name) != 0)
            continue;
        groups.arena = arena_create();
        gather_groups(&groups, &kinds[i]);
        buffer_printf(out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  ");
        json_pair(out, "title", kinds[i].path);
        if (kinds[i].by_language)
            buffer_printf(out, ",\n  \"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/%s\"},\n  \"$defs\": {\n", name);
        else
            buffer_printf(out, ",\n  \"$ref\": \"#/$defs/%s\",\n  \"$defs\": {\n", name);
        for (int g = 0; g < groups.count; g++) {
            buffer_printf(out, "%s", g > 0 ? ",\n" : "");
            add_definition(out, &groups, &groups.list[g]);
        }
        buffer_printf(out, "\n  }\n}\n");
        arena_destroy(groups.arena);
        return true;
    }
    return false;
}

void files_kinds(struct buffer *out)
{
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        buffer_printf(out, "%s%s", i == 0 ? "" : i + 1 < COUNTOF(kinds) ? ", " : " or ", kinds[i].name);
}
