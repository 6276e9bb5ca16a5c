/* Each file is read over the built-in one, and that over the presets of the schema table. */
#include "load/furnish.h"

#include "load/builtin.h"
#include "schema/drawing.h"
#include "schema/schema.h"
#include "keys/tables.h"
#include "text/conventions.h"

#include <string.h>

/* A built-in file. What is found in it is told to nobody; a test holds that there is nothing to tell. */
struct pristine {
    struct reader reader;
    struct findings *findings;
    struct arena *nodes;
    const struct node *root; /* NULL: there is none of that name */
};

static void pristine_init(struct pristine *pristine, struct loading *l, const struct files *files, const char *path)
{
    struct yaml_source source = {0};
    struct buffer content = {0};

    *pristine = (struct pristine){loading_reader(l, path), findings_create(), arena_create(), NULL};
    pristine->reader.report.findings = pristine->findings;
    if (files->read(files->context, path, YAML_BYTES_MAX, &content) != FILES_OK)
        return;
    source.bytes = content.bytes;
    source.size = content.length;
    pristine->root = yaml_read(pristine->nodes, &pristine->reader.report, &source);
    buffer_finish(&content);
}

static void pristine_finish(struct pristine *pristine)
{
    arena_destroy(pristine->nodes);
    findings_destroy(pristine->findings);
}

void furnish_theme(struct loading *l)
{
    struct theme *theme = &l->gathered.exhibit->theme;
    struct reader reader = loading_reader(l, "config/theme.yaml");
    struct salvage lost = {0};
    struct pristine pristine;
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &(struct loading_source){.salvage = &lost}, &result);

    schema_defaults(&reader, &schema_theme, theme);
    pristine_init(&pristine, l, builtin_files(), reader.report.file);
    schema_read(&pristine.reader, &schema_theme, pristine.root, theme);
    pristine_finish(&pristine);
    if (result == FILES_MISSING)
        loading_report_misnamed(l, &reader.report, "the built-in colours and sizes are used");
    reader.furnished = true;
    reader.lost = &lost;
    if (root)
        schema_read(&reader, &schema_theme, root, theme);
    buffer_finish(&lost.text);
}

/* What another language calls things, until this one has its words; how it writes numbers and dates does not serve. */
static struct words words_of_another(const struct words *other)
{
    struct words words = *other;

    words.language_name = NULL;
    words.numbers = (struct number_format){0};
    words.dates = (struct date_format){0};
    words.digits = DIGITS_OF_LANGUAGE;
    return words;
}

/* What nobody wrote is as the language has it. */
static void furnish_conventions(struct arena *arena, const char *code, struct words *words)
{
    bool latin = words->digits == DIGITS_LATIN;

    if (!words->language_name)
        words->language_name = conventions_language_name(arena, code);
    conventions_numbers(arena, code, latin, &words->numbers);
    conventions_dates(arena, code, latin, &words->dates);
}

/* One language's words over the built-in ones, or, of a language that has none, over those of the default language. */
static void furnish_language(struct loading *l, struct reader *reader, const struct node *root, int language)
{
    struct exhibit *exhibit = l->gathered.exhibit;
    const char *code = exhibit->languages[language];
    const struct node *map = root ? yaml_find(root, code) : NULL;
    struct words *words = &exhibit->words[language];
    struct pristine pristine;

    pristine_init(&pristine, l, program_files(), arena_printf(l->arena, "load/words/%.*s.yaml", (int)strcspn(code, "-"), code));
    const struct node *own = pristine.root;

    reader->furnished = own != NULL;
    reader->fallback =
        language == 0 ? "an English word is shown" : arena_printf(l->nodes, "the word in \"%s\" is shown", exhibit->languages[0]);
    schema_defaults(reader, &schema_words, words);
    if (own)
        schema_read(&pristine.reader, &schema_words, own, words);
    else if (language > 0)
        *words = words_of_another(&exhibit->words[0]);
    pristine_finish(&pristine);
    if (map && map->kind == NODE_MAP)
        schema_read(reader, &schema_words, map, words);
    else if (!own && !salvage_has(reader->lost, code))
        report_warning(&reader->report, map ? map->origin : report_whole(&reader->report),
                       CODED("words-missing") "%s: the words of this language are missing, and none are built in; until then %s", code,
                       language == 0 ? "English words are shown" : "those of the default language are shown");
    furnish_conventions(l->arena, code, words);
}

void furnish_words(struct loading *l)
{
    struct exhibit *exhibit = l->gathered.exhibit;
    struct reader reader = loading_reader(l, "config/words.yaml");
    struct salvage lost = {0};
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &(struct loading_source){.salvage = &lost}, &result);

    if (result == FILES_MISSING)
        loading_report_misnamed(l, &reader.report, "the built-in words are used");
    reader.lost = &lost;
    exhibit->words = ARENA_ARRAY(l->arena, struct words, exhibit->language_count);
    for (int i = 0; i < exhibit->language_count; i++)
        furnish_language(l, &reader, root, i);
    buffer_finish(&lost.text);
}

/* What stands where a layout's own drawing cannot: the built-in layout of its name, or that of the schema's presets. */
static void plan_builtin(struct loading *l, struct plans *plans, const char *path)
{
    struct drawings drawn = {{0}, {0}};
    struct pristine pristine;

    pristine_init(&pristine, l, builtin_files(), path);
    schema_defaults(&pristine.reader, &schema_layout, &drawn);
    if (pristine.root)
        schema_read(&pristine.reader, &schema_layout, pristine.root, &drawn);
    drawing_plan(&pristine.reader, &drawn.landscape, &plans->landscape);
    drawing_plan(&pristine.reader, &drawn.portrait, &plans->portrait);
    pristine_finish(&pristine);
}

static void plan_own(struct loading *l, struct plans *plans, const char *path)
{
    struct reader reader = loading_reader(l, path);
    struct drawings drawn = {{0}, {0}}, presets;
    struct plan landscape, portrait;
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &(struct loading_source){.is_listed = true}, &result);

    if (!root) {
        plan_builtin(l, plans, path);
        return;
    }
    schema_defaults(&reader, &schema_layout, &drawn);
    presets = drawn;
    schema_read(&reader, &schema_layout, root, &drawn);
    bool wide = drawn.landscape.areas != presets.landscape.areas && drawing_plan(&reader, &drawn.landscape, &landscape);
    bool tall = drawn.portrait.areas != presets.portrait.areas && drawing_plan(&reader, &drawn.portrait, &portrait);

    if (!wide || !tall)
        plan_builtin(l, plans, path);
    if (wide)
        plans->landscape = landscape;
    if (tall)
        plans->portrait = portrait;
}

static bool has_layout(const struct exhibit *exhibit, const char *name)
{
    for (int i = 0; i < exhibit->layout_count; i++)
        if (strcmp(exhibit->layouts[i].name, name) == 0)
            return true;
    return false;
}

void furnish_layouts(struct loading *l)
{
    static const char folder[] = "config/layouts";
    struct exhibit *exhibit = l->gathered.exhibit;
    const struct files *files = builtin_files();
    const char **own, **spare;
    int own_count = l->files->list(l->files->context, folder, l->arena, &own);
    int spare_count = files->list(files->context, folder, l->arena, &spare);

    exhibit->layouts = ARENA_ARRAY(l->arena, struct plans, own_count + spare_count);
    for (int i = 0; i < own_count; i++) {
        const char *id = loading_file_id(l, folder, own[i], REFERENCE_LAYOUT);

        if (!id)
            continue;
        exhibit->layouts[exhibit->layout_count].name = id;
        plan_own(l, &exhibit->layouts[exhibit->layout_count++], arena_printf(l->arena, "%s/%s", folder, own[i]));
    }
    l->gathered.own_layouts = exhibit->layout_count;
    l->gathered.no_layouts = -1;
    for (int i = 0; i < spare_count; i++) {
        const char *id = loading_file_id(l, folder, spare[i], REFERENCE_LAYOUT);

        if (has_layout(exhibit, id))
            continue;
        exhibit->layouts[exhibit->layout_count].name = id;
        plan_builtin(l, &exhibit->layouts[exhibit->layout_count++], arena_printf(l->arena, "%s/%s", folder, spare[i]));
    }
}
