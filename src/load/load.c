/* File by file into drafts, then the cross-checks, then the panels in reading order. */
#include "load/load.h"

#include "base/thread.h"
#include "base/utf8.h"
#include "exhibit/breaks.h"
#include "exhibit/origins.h"
#include "exhibit/people.h"
#include "atlas/atlas.h"
#include "load/builtin.h"
#include "load/check.h"
#include "load/check_places.h"
#include "load/furnish.h"
#include "load/languages.h"
#include "load/pictures.h"
#include "load/resolve.h"
#include "schema/guard.h"
#include "schema/schema.h"
#include "keys/tables.h"
#include "recordings/recordings.h"
#include "recordings/sounds.h"
#include "roll/memorials.h"
#include "way/routes.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* LEAST: fewer panels are read sooner than a thread has started. */
enum { SLICES_MAX = 4, SLICE_LEAST = 16, SLICE_STACK_BYTES = 1024 * 1024 };

struct loaded {
    struct arena *arena;
    struct exhibit exhibit;
};

/* The languages that have words, for want of a list of languages. What is wrong there is told when the words are read. */
static void guess_languages(struct loading *l, struct reader *reader)
{
    struct loading aside = *l;
    struct report report = {findings_create(), "config/words.yaml", 0};
    struct salvage lost = {0};
    enum files_result result;

    aside.nodes = arena_create();
    languages_guess(reader, loading_read(&aside, &report, &(struct loading_source){.salvage = &lost}, &result));
    buffer_finish(&lost.text);
    arena_destroy(aside.nodes);
    findings_destroy(report.findings);
}

/* Those that panels and events may name, be they usable or not. */
static void gather_notices(struct loading *l)
{
    struct gathered *g = &l->gathered;
    const struct references *all = &g->references;

    g->notices = ARENA_ARRAY(l->arena, const char *, g->exhibit->notice_count + all->left_out_count);
    for (int i = 0; i < g->exhibit->notice_count; i++)
        g->notices[g->notice_count++] = g->exhibit->notices[i].id;
    for (int i = 0; i < all->left_out_count; i++)
        if (all->left_out[i].kind == REFERENCE_NOTICE)
            g->notices[g->notice_count++] = all->left_out[i].name;
}

/* Without a file that can be read, defaults and guessed languages serve. */
static void read_exhibit(struct loading *l)
{
    struct gathered *g = &l->gathered;
    struct exhibit *exhibit = g->exhibit;
    struct reader reader = loading_reader(l, "config/exhibit.yaml");
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &(struct loading_source){.salvage = &g->exhibit_lost}, &result);

    reader.lost = &g->exhibit_lost;
    schema_defaults(&reader, &schema_exhibit, exhibit);
    g->has_exhibit = root != NULL;
    g->languages_guessed = !root || !languages_read(&reader, root);
    if (g->languages_guessed)
        guess_languages(l, &reader);
    reader.languages_guessed = g->languages_guessed;
    if (result == FILES_MISSING)
        loading_report_missing(l, &reader.report, "the panels stand in the order of their names");
    if (root)
        schema_read(&reader, &schema_exhibit, root, exhibit);
    exhibit->languages = reader.languages;
    exhibit->language_count = reader.language_count;
    for (int i = 0; i < exhibit->chapter_count; i++)
        if (!exhibit->chapters[i].id)
            exhibit->chapters[i].id = arena_printf(l->arena, "chapter-%d", i + 1);
    gather_notices(l);
}

static struct draft *create_draft(struct arena *arena, const char *id, const char *path)
{
    struct draft *draft = ARENA_NEW(arena, struct draft);

    draft->panel.id = id;
    draft->panel.origin = (struct origin){path, 0, 0};
    return draft;
}

/* Of the draft id and origin are known. One with a slip is read as far as it is sound, so that every fault is told at once. */
static void read_panel(struct loading *l, struct draft *draft)
{
    struct reader reader = loading_reader(l, draft->panel.origin.file);
    struct salvage lost = {0};
    int findings = findings_total(reader.report.findings);
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &(struct loading_source){.is_listed = true, .salvage = &lost}, &result);

    reader.lost = lost.finding >= 0 ? &lost : NULL;
    reader.owner = &draft->panel;
    schema_defaults(&reader, &schema_panel, &draft->panel);
    draft->broken = !root || !schema_read(&reader, &schema_panel, root, &draft->panel) || reader.unguarded || reader.lost;
    draft->finding = findings_error_since(reader.report.findings, findings);
    buffer_finish(&lost.text);
}

/* Panels that are read beside others, with all that reading gathers. */
struct slice {
    struct loading loading;
    struct exhibit exhibit; /* for its languages; and it gathers the origins */
    struct draft **drafts;  /* of which the ids and files are known so far */
    int count;
    pthread_t thread;
    bool beside;
};

static void *read_slice(void *context)
{
    struct slice *slice = context;

    for (int i = 0; i < slice->count; i++)
        read_panel(&slice->loading, slice->drafts[i]);
    return NULL;
}

static void slice_begin(struct slice *slice, const struct loading *l)
{
    slice->exhibit = *l->gathered.exhibit;
    slice->exhibit.origins = NULL;
    slice->loading = (struct loading){l->files, arena_create(), arena_create(), l->gathered};
    slice->loading.gathered.exhibit = &slice->exhibit;
    slice->loading.gathered.findings = findings_create();
    slice->loading.gathered.references = (struct references){0};
    slice->beside = thread_start(&slice->thread, SLICE_STACK_BYTES, read_slice, slice);
    if (!slice->beside)
        read_slice(slice);
}

/* As if its panels had been read here. */
static void slice_join(struct slice *slice, struct loading *l)
{
    struct gathered *g = &l->gathered, *read = &slice->loading.gathered;
    const struct file_origins **last = &slice->exhibit.origins;
    int findings = findings_total(g->findings);

    if (slice->beside)
        pthread_join(slice->thread, NULL);
    for (int i = 0; i < slice->count; i++)
        slice->drafts[i]->finding += slice->drafts[i]->finding < 0 ? 0 : findings;
    findings_append(g->findings, read->findings);
    references_append(&g->references, &read->references, findings);
    while (*last)
        last = (const struct file_origins **)&(*last)->next;
    *last = g->exhibit->origins;
    g->exhibit->origins = slice->exhibit.origins;
    arena_take(l->arena, slice->loading.arena);
    arena_destroy(slice->loading.nodes);
    findings_destroy(read->findings);
}

/* Many are read by all processors at once. */
static void read_drafts(struct loading *l)
{
    struct gathered *g = &l->gathered;
    struct slice slices[SLICES_MAX] = {0};
    int count = int_min(int_min((int)sysconf(_SC_NPROCESSORS_ONLN), SLICES_MAX), g->draft_count / SLICE_LEAST);

    for (int i = 0; count < 2 && i < g->draft_count; i++)
        read_panel(l, g->drafts[i]);
    for (int i = 0; count >= 2 && i < count; i++) {
        int from = g->draft_count * i / count;

        slices[i].drafts = g->drafts + from;
        slices[i].count = g->draft_count * (i + 1) / count - from;
        slice_begin(&slices[i], l);
    }
    for (int i = 0; count >= 2 && i < count; i++)
        slice_join(&slices[i], l);
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
    g->no_panels = count == 0 ? findings_total(g->findings) : -1;
    if (count == 0)
        findings_add(g->findings, FINDING_ERROR, (struct origin){folder, 0, 0},
                     CODED("panels-missing") "there is no panel here; add NAME.yaml for each panel");
    for (int i = 0; i < count; i++) {
        const char *id = loading_file_id(l, folder, names[i], REFERENCE_PANEL);

        if (id)
            g->drafts[g->draft_count++] = create_draft(l->arena, id, arena_printf(l->arena, "%s/%s", folder, names[i]));
    }
    read_drafts(l);
    if (g->draft_count > 1)
        qsort(g->drafts, (size_t)g->draft_count, sizeof(struct draft *), compare_drafts);
}

/* A notice's key in the first column belongs to the event above it, which must not be shown without. */
static void leave_out_above(struct loading *l, const struct reader *reader, const struct node *root, int finding)
{
    struct exhibit *exhibit = l->gathered.exhibit;

    for (int i = 0; i < root->count; i++) {
        int above = -1;

        if (!guard_may_be_notice(reader, &root->pairs[i]))
            continue;
        for (int e = 0; e < exhibit->event_count; e++)
            if (!l->gathered.lost_events[e] && exhibit->events[e].origin.line < root->pairs[i].origin.line)
                above = e;
        if (above >= 0)
            resolve_lose_event(&l->gathered, above, finding);
    }
}

/* A file that an exhibit may have. Whether it is there. */
static bool read_timeline(struct loading *l)
{
    struct reader reader = loading_reader(l, "config/timeline.yaml");
    struct loading_source source = {.is_long = true, .salvage = &l->gathered.timeline_lost};
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &source, &result);

    reader.lost = source.salvage;
    if (root) {
        int findings = findings_total(reader.report.findings);

        schema_read(&reader, &schema_timeline, root, l->gathered.exhibit);
        l->gathered.lost_events = ARENA_ARRAY(l->arena, bool, l->gathered.exhibit->event_count);
        leave_out_above(l, &reader, root, findings_error_since(reader.report.findings, findings));
    }
    return root != NULL;
}

static bool read_named(struct loading *l, const char *path, const struct schema *table, struct salvage *lost)
{
    struct reader reader = loading_reader(l, path);
    enum files_result result;
    const struct node *root = loading_read(l, &reader.report, &(struct loading_source){.salvage = lost}, &result);

    reader.lost = lost;
    if (root)
        schema_read(&reader, table, root, l->gathered.exhibit);
    return root != NULL;
}

/* One text for all languages. */
static struct text text_of(struct loading *l, const char *words)
{
    const char **in = ARENA_ARRAY(l->arena, const char *, l->gathered.exhibit->language_count);

    for (int i = 0; i < l->gathered.exhibit->language_count; i++)
        in[i] = words;
    return (struct text){in};
}

/* For want of a title, the folder's name: "copper-and-wool". */
static void name_exhibit(struct loading *l)
{
    struct exhibit *exhibit = l->gathered.exhibit;
    const char *name = l->files->name && l->files->name[0] ? l->files->name : "Vitrina";
    char *words = arena_text(l->arena, name, utf8_check(name, strlen(name)));

    if (exhibit->title.in)
        return;
    for (char *at = words; *at; at++)
        if (*at == '-' || *at == '_' || (unsigned char)*at < ' ')
            *at = ' ';
    exhibit->title = text_of(l, words);
}

/* For want of chapters, one with all panels. */
static void gather_chapter(struct loading *l)
{
    struct gathered *g = &l->gathered;
    struct chapter *chapter = ARENA_NEW(l->arena, struct chapter);
    int *panels = ARENA_ARRAY(l->arena, int, g->draft_count);

    if (g->exhibit->chapter_count > 0)
        return;
    g->chapterless = true;
    for (int i = 0; i < g->draft_count; i++) {
        panels[i] = i;
        g->drafts[i]->listed = &g->drafts[i]->panel.origin;
    }
    *chapter = (struct chapter){
        .id = "chapter-1",
        .title = g->exhibit->title,
        .panels = panels,
        .panel_count = g->draft_count,
        .weight = 1,
        .origin = {"config/exhibit.yaml", 0, 0},
    };
    g->exhibit->chapters = chapter;
    g->exhibit->chapter_count = 1;
}

/* Of several pictures the first is the page's. */
static void choose_pictures(struct gathered *g)
{
    static const char *const key[] = {"picture", NULL};

    for (int i = 0; i < g->draft_count; i++) {
        struct panel *panel = &g->drafts[i]->panel;

        if (panel->picture_count == 0)
            continue;
        if (panel->picture.file)
            findings_add(g->findings, FINDING_WARNING, origins_key(g->exhibit, panel->origin.file, key),
                         CODED("pictures-twice") "picture: there are \"pictures\" too, of which the first is shown; move this one into "
                                                 "their list, or take it away");
        panel->picture = panel->pictures[0];
    }
}

/* Panels at their places; chapters without any are left out. */
static void order_panels(struct loading *l)
{
    struct gathered *g = &l->gathered;
    struct exhibit *exhibit = g->exhibit;
    int kept = 0;

    exhibit->panels = ARENA_ARRAY(l->arena, struct panel, g->draft_count);
    for (int c = 0; c < exhibit->chapter_count; c++) {
        struct chapter chapter = exhibit->chapters[c];
        int count = 0;

        for (int i = 0; i < chapter.panel_count; i++) {
            struct draft *draft = chapter.panels[i] < 0 ? NULL : g->drafts[chapter.panels[i]];

            if (!draft || draft->place < 0)
                continue;
            draft->panel.chapter = kept;
            exhibit->panels[draft->place] = draft->panel;
            chapter.panels[count++] = draft->place;
            exhibit->panel_count++;
        }
        chapter.panel_count = count;
        if (count == 0)
            continue;
        if (!chapter.title.in)
            chapter.title = exhibit->panels[chapter.panels[0]].title;
        exhibit->chapters[kept++] = chapter;
    }
    exhibit->chapter_count = kept;
}

/* Where none is written, all events stand in one without a name. */
static void gather_lane(struct loading *l)
{
    struct exhibit *exhibit = l->gathered.exhibit;

    if (exhibit->lane_count > 0)
        return;
    exhibit->lanes = ARENA_NEW(l->arena, struct lane);
    exhibit->lanes[0].id = "";
    exhibit->lane_count = 1;
}

/* A map with an error in it is left out of its panel. */
static void settle_maps(struct loading *l)
{
    const struct files files = builtin_below(l->files);
    struct atlas atlas = {.files = &files, .spare = l->nodes};
    static const char *const key[] = {"map", "region", NULL};

    arena_reset(l->nodes);
    for (int i = 0; i < l->gathered.draft_count; i++) {
        struct panel *panel = &l->gathered.drafts[i]->panel;
        struct reader reader = loading_reader(l, panel->origin.file);

        if (panel->map && !atlas_settle(&atlas, &reader, panel->map, origins_key(l->gathered.exhibit, panel->origin.file, key)))
            panel->map = NULL;
    }
}

static void load_all(struct loading *l)
{
    struct gathered *g = &l->gathered;

    read_exhibit(l);
    name_exhibit(l);
    furnish_theme(l);
    furnish_words(l);
    furnish_layouts(l);
    read_panels(l);
    g->has_timeline = read_timeline(l);
    g->has_glossary = read_named(l, "config/glossary.yaml", &schema_glossary, &g->glossary_lost);
    g->has_people = read_named(l, "config/people.yaml", &schema_people, &g->people_lost);
    settle_maps(l);
    gather_chapter(l);
    pictures_find(&(struct pictures_setup){l->files, l->arena, g->findings, &g->references},
                  g->exhibit); /* before events are put in order, with theirs */
    choose_pictures(g);
    resolve_names(g);
    check_whole(g);
    breaks_find(g->exhibit, l->arena);
    gather_lane(l);
    order_panels(l);
    routes_settle(g->exhibit, g->findings);
    people_settle(g->exhibit, l->arena, g->findings);
    memorials_settle(g->exhibit, l->files, l->arena, g->findings);
    recordings_settle(g->exhibit, l->files, g->findings);
    sounds_settle(g->exhibit, l->files, g->findings);
    check_places(g->exhibit, g->findings);
    if (g->draft_count > 0 && g->exhibit->panel_count == 0)
        findings_add(g->findings, FINDING_ERROR, (struct origin){"config/panels", 0, 0},
                     CODED("panels-missing") "there is no usable panel; mend the errors, and list the panels in config/exhibit.yaml");
}

struct loaded *load_exhibit(const struct files *files, struct findings *findings)
{
    struct loaded *loaded = mem_alloc(sizeof(*loaded));
    struct loading loading = {
        .files = files, .arena = arena_create(), .nodes = arena_create(), .gathered = {.exhibit = &loaded->exhibit, .findings = findings}};
    struct gathered *g = &loading.gathered;

    loaded->arena = loading.arena;
    load_all(&loading);
    findings_sort(findings);
    references_finish(&g->references);
    buffer_finish(&g->exhibit_lost.text);
    buffer_finish(&g->timeline_lost.text);
    buffer_finish(&g->glossary_lost.text);
    buffer_finish(&g->people_lost.text);
    arena_destroy(loading.nodes);
    mem_give_back(); /* what threads have read files into */
    return loaded;
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
