/* File by file into drafts, then the cross-checks, then the panels in reading order. */
#include "exhibit/load.h"

#include "exhibit/check.h"
#include "exhibit/drawing.h"
#include "exhibit/languages.h"
#include "exhibit/nearest.h"
#include "exhibit/pictures.h"
#include "exhibit/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct loaded {
    struct arena *arena;
    struct exhibit exhibit;
};

struct loading {
    const struct files *files;
    struct arena *arena; /* the model's */
    struct arena *nodes; /* of the file that is being read */
    struct gathered gathered;
};

static struct decoder decoder_for(struct loading *l, const char *path)
{
    const struct exhibit *exhibit = l->gathered.exhibit;

    return (struct decoder){
        .arena = l->arena,
        .report = {l->gathered.findings, path, 0},
        .languages = exhibit->languages,
        .language_count = exhibit->language_count,
        .references = &l->gathered.references,
    };
}

/* Says what keeps the file from being read; a missing one is the caller's business. */
static void report_unreadable(struct report *report, enum files_result result, size_t most)
{
    switch (result) {
    case FILES_OK:
    case FILES_MISSING:
        return;
    case FILES_TOO_LARGE:
        report_error(report, 0, 0, "the file is larger than %d KB; is it a text file?", (int)(most / 1024));
        return;
    case FILES_OUTSIDE:
        report_error(report, 0, 0, "the file is a link that leads out of the exhibit; copy the file itself here");
        return;
    case FILES_UNREADABLE:
        report_error(report, 0, 0, "the file cannot be read; is it a file, and may it be read by everybody?");
        return;
    }
}

/* The file's map of keys, until the next file is read; NULL with errors. */
static const struct node *read_bounded(struct loading *l, struct report *report, bool is_long, enum files_result *result)
{
    struct yaml_source source = {.is_long = is_long};
    size_t most = (size_t)YAML_BYTES_MAX * (is_long ? YAML_LONG_FACTOR : 1);
    char *bytes = NULL;

    arena_reset(l->nodes);
    *result = l->files->read(l->files->context, report->file, most, &bytes, &source.size);
    report_unreadable(report, *result, most);
    if (*result != FILES_OK)
        return NULL;
    source.bytes = bytes;
    const struct node *root = yaml_read(l->nodes, report, &source);

    free(bytes);
    if (root && root->kind != NODE_MAP) {
        report_error(report, root->line, root->column, "the file must begin with a key, for example \"title: ...\"");
        return NULL;
    }
    return root;
}

static const struct node *read_map(struct loading *l, struct report *report, enum files_result *result)
{
    return read_bounded(l, report, false, result);
}

/* A file of that name is missing from config/: perhaps it is there in another spelling. */
static void report_missing(struct loading *l, struct report *report, bool is_error, const char *instead)
{
    const char **names, *name = strrchr(report->file, '/') + 1;
    int count = l->files->list(l->files->context, "config", l->nodes, &names);
    const char *nearest = count > 0 ? nearest_name(name, names, count) : NULL;
    char end[NEAREST_LENGTH_MAX + 64] = "add it";

    if (nearest)
        snprintf(end, sizeof(end), "is it \"%s\"? then rename that file", nearest);
    if (is_error)
        report_error(report, 0, 0, "the file is missing; %s", end);
    else
        report_warning(report, 0, 0, "the file is missing, so %s; %s", instead, end);
}

static void read_exhibit(struct loading *l)
{
    struct exhibit *exhibit = l->gathered.exhibit;
    struct decoder decoder = decoder_for(l, "config/exhibit.yaml");
    enum files_result result;
    const struct node *root = read_map(l, &decoder.report, &result);

    schema_defaults(&decoder, &schema_exhibit, exhibit);
    if (result == FILES_MISSING)
        report_missing(l, &decoder.report, true, NULL);
    if (!root)
        return;
    languages_read(&decoder, root);
    schema_decode(&decoder, &schema_exhibit, root, exhibit);
    exhibit->languages = decoder.languages;
    exhibit->language_count = decoder.language_count;
    for (int i = 0; i < exhibit->chapter_count; i++)
        if (!exhibit->chapters[i].id)
            exhibit->chapters[i].id = arena_printf(l->arena, "chapter-%d", i + 1);
    l->gathered.has_exhibit = true;
}

static void read_theme(struct loading *l)
{
    struct exhibit *exhibit = l->gathered.exhibit;
    struct decoder decoder = decoder_for(l, "config/theme.yaml");
    enum files_result result;
    const struct node *root = read_map(l, &decoder.report, &result);

    schema_defaults(&decoder, &schema_theme, &exhibit->theme);
    if (result == FILES_MISSING)
        report_missing(l, &decoder.report, false, "the built-in colours and sizes are used");
    if (root)
        schema_decode(&decoder, &schema_theme, root, &exhibit->theme);
}

/* Each language's words over the default language's, and those over the built-in English ones. */
static void read_words(struct loading *l)
{
    struct exhibit *exhibit = l->gathered.exhibit;
    struct decoder decoder = decoder_for(l, "config/words.yaml");
    enum files_result result;
    const struct node *root = read_map(l, &decoder.report, &result);
    struct words builtin = {0};

    if (result == FILES_MISSING)
        report_missing(l, &decoder.report, false, "the built-in English words are used");
    schema_defaults(&decoder, &schema_words, &builtin);
    exhibit->words = ARENA_ARRAY(l->arena, struct words, exhibit->language_count);
    for (int i = 0; i < exhibit->language_count; i++) {
        const struct node *map = root ? yaml_find(root, exhibit->languages[i]) : NULL;

        exhibit->words[i] = i == 0 ? builtin : exhibit->words[0];
        decoder.fallback =
            i == 0 ? "the built-in English word is shown" : arena_printf(l->nodes, "the word in \"%s\" is shown", exhibit->languages[0]);
        if (map && map->kind == NODE_MAP)
            schema_decode(&decoder, &schema_words, map, &exhibit->words[i]);
        else if (root)
            report_warning(&decoder.report, map ? map->line : 0, map ? map->column : 0,
                           "%s: the words of this language are missing; until then %s", exhibit->languages[i],
                           i == 0 ? "the built-in English words are shown" : "those of the default language are shown");
    }
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);

    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* What systems and editors leave in folders. */
static bool is_litter(const char *name)
{
    return name[0] == '.' || name[0] == '#' || ends_with(name, "~") || ends_with(name, ".bak") || ends_with(name, ".swp") ||
           ends_with(name, ".swo") || ends_with(name, ".tmp") || strcmp(name, "Thumbs.db") == 0 || strcmp(name, "desktop.ini") == 0;
}

/* The name that a file gives its panel or layout; NULL (with a finding where it looks meant) when the file is none. */
static const char *file_id(struct loading *l, const char *folder, const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    static const char *const slips[] = {".yml", ".YAML", ".YML", ".Yaml", ".yaml.txt", ".yml.txt"};
    struct report report = {l->gathered.findings, NULL, 0};

    if (is_litter(name))
        return NULL;
    report.file = arena_printf(l->arena, "%s/%s", folder, name);
    for (size_t i = 0; i < COUNTOF(slips); i++)
        if (ends_with(name, slips[i])) {
            report_error(&report, 0, 0, "the file's name must end in .yaml; rename it");
            return NULL;
        }
    if (!ends_with(name, ".yaml"))
        return NULL;
    const char *id = arena_text(l->arena, name, strlen(name) - strlen(".yaml"));

    if (id[0] && strspn(id, letters) == strlen(id))
        return id;
    report_error(&report, 0, 0, "the file's name may have only the letters a-z, digits, \"-\" and \"_\" before .yaml; rename it");
    return NULL;
}

/* Broken orientations get the built-in drawing. */
static void read_layout(struct loading *l, struct plans *plans, const char *path)
{
    struct decoder decoder = decoder_for(l, path);
    struct drawings builtin = {{0}, {0}}, drawn;
    enum files_result result;
    const struct node *root = read_map(l, &decoder.report, &result);

    schema_defaults(&decoder, &schema_layout, &builtin);
    drawn = builtin;
    if (root)
        schema_decode(&decoder, &schema_layout, root, &drawn);
    if (decoder.report.errors > 0)
        drawn = builtin;
    if (!drawing_plan(&decoder, &drawn.landscape, &plans->landscape))
        drawing_plan(&decoder, &builtin.landscape, &plans->landscape);
    if (!drawing_plan(&decoder, &drawn.portrait, &plans->portrait))
        drawing_plan(&decoder, &builtin.portrait, &plans->portrait);
}

static void read_layouts(struct loading *l)
{
    static const char folder[] = "config/layouts";
    struct exhibit *exhibit = l->gathered.exhibit;
    const char **names;
    int count = l->files->list(l->files->context, folder, l->arena, &names);

    exhibit->layouts = ARENA_ARRAY(l->arena, struct plans, count);
    for (int i = 0; i < count; i++) {
        const char *id = file_id(l, folder, names[i]);

        if (!id)
            continue;
        struct plans *plans = &exhibit->layouts[exhibit->layout_count++];

        plans->name = id;
        read_layout(l, plans, arena_printf(l->arena, "%s/%s", folder, names[i]));
    }
    if (exhibit->layout_count == 0)
        findings_add(l->gathered.findings, FINDING_ERROR, folder, 0, 0,
                     "there is no layout here; add NAME.yaml for each layout that panels name");
}

static struct draft *read_panel(struct loading *l, const char *id, const char *path)
{
    struct draft *draft = ARENA_NEW(l->arena, struct draft);
    struct decoder decoder = decoder_for(l, path);
    enum files_result result;
    const struct node *root = read_map(l, &decoder.report, &result);

    decoder.owner = &draft->panel;
    draft->panel.id = id;
    draft->panel.origin = (struct origin){path, 0, 0};
    if (root) {
        schema_defaults(&decoder, &schema_panel, &draft->panel);
        schema_decode(&decoder, &schema_panel, root, &draft->panel);
    }
    draft->broken = !root || decoder.report.errors > 0;
    return draft;
}

static int compare_drafts(const void *one, const void *other)
{
    return strcmp((*(struct draft *const *)one)->panel.id, (*(struct draft *const *)other)->panel.id);
}

static void read_panels(struct loading *l)
{
    static const char folder[] = "config/panels";
    struct gathered *g = &l->gathered;
    const char **names;
    int count = l->files->list(l->files->context, folder, l->arena, &names);

    g->drafts = ARENA_ARRAY(l->arena, struct draft *, count);
    if (count == 0)
        findings_add(g->findings, FINDING_ERROR, folder, 0, 0, "there is no panel here; add NAME.yaml for each panel");
    for (int i = 0; i < count; i++) {
        const char *id = file_id(l, folder, names[i]);

        if (id)
            g->drafts[g->draft_count++] = read_panel(l, id, arena_printf(l->arena, "%s/%s", folder, names[i]));
    }
    if (g->draft_count > 1)
        qsort(g->drafts, (size_t)g->draft_count, sizeof(struct draft *), compare_drafts);
}

/* A file that an exhibit may have: timeline, glossary. Whether it could be read. */
static bool read_optional(struct loading *l, const char *path, const struct schema *table, bool is_long)
{
    struct decoder decoder = decoder_for(l, path);
    enum files_result result;
    const struct node *root = read_bounded(l, &decoder.report, is_long, &result);

    if (root)
        schema_decode(&decoder, table, root, l->gathered.exhibit);
    return root != NULL;
}

/* Usable panels in the order of the chapters; chapters without any are left out. */
static void order_panels(struct loading *l)
{
    struct gathered *g = &l->gathered;
    struct exhibit *exhibit = g->exhibit;
    int kept = 0;

    exhibit->panels = ARENA_ARRAY(l->arena, struct panel, g->draft_count);
    for (int c = 0; c < exhibit->chapter_count; c++) {
        struct chapter chapter = exhibit->chapters[c];

        chapter.first_panel = exhibit->panel_count;
        for (int m = 0; m < chapter.member_count; m++) {
            struct draft *key = &(struct draft){.panel.id = chapter.members[m]};
            struct draft **found =
                g->draft_count == 0 ? NULL : bsearch(&key, g->drafts, (size_t)g->draft_count, sizeof(key), compare_drafts);

            if (!found || (*found)->broken || (*found)->placed || (*found)->panel.chapter != c)
                continue;
            (*found)->placed = true;
            exhibit->panels[exhibit->panel_count++] = (*found)->panel;
            exhibit->panels[exhibit->panel_count - 1].chapter = kept;
        }
        chapter.panel_count = exhibit->panel_count - chapter.first_panel;
        if (chapter.panel_count > 0)
            exhibit->chapters[kept++] = chapter;
    }
    exhibit->chapter_count = kept;
}

static void load_all(struct loading *l)
{
    struct gathered *g = &l->gathered;

    read_exhibit(l);
    read_theme(l);
    read_words(l);
    read_layouts(l);
    read_panels(l);
    g->has_timeline = read_optional(l, "config/timeline.yaml", &schema_timeline, true);
    g->has_glossary = read_optional(l, "config/glossary.yaml", &schema_glossary, false);
    check_names(g);
    pictures_check(l->files, g->findings, &g->references, &g->exhibit->neutral.file);
    order_panels(l);
    if (g->has_exhibit && g->draft_count > 0 && g->exhibit->panel_count == 0)
        findings_add(g->findings, FINDING_ERROR, "config/panels", 0, 0,
                     "there is no usable panel; mend the errors, and list the panels in config/exhibit.yaml");
}

struct loaded *load_exhibit(const struct files *files, struct findings *findings)
{
    struct loaded *loaded = mem_alloc(sizeof(*loaded));
    struct loading loading = {
        .files = files, .arena = arena_create(), .nodes = arena_create(), .gathered = {.exhibit = &loaded->exhibit, .findings = findings}};

    loaded->arena = loading.arena;
    load_all(&loading);
    findings_sort(findings);
    references_finish(&loading.gathered.references);
    arena_destroy(loading.nodes);
    if (loaded->exhibit.panel_count > 0)
        return loaded;
    loaded_destroy(loaded);
    return NULL;
}

const struct exhibit *loaded_exhibit(const struct loaded *loaded)
{
    return &loaded->exhibit;
}

void loaded_destroy(struct loaded *loaded)
{
    if (!loaded)
        return;
    arena_destroy(loaded->arena);
    free(loaded);
}
