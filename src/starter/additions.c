/* New files are put together of the texts in starter/parts; old ones are changed by editing. */
#include "starter/additions.h"

#include "base/suggest.h"
#include "editing/editing.h"
#include "starter/spoken.h"

#include <string.h>

#define USUAL_LAYOUT "picture-left"

enum { PART_BYTES_MAX = 64 * 1024, FILE_BYTES_MAX = YAML_BYTES_MAX * YAML_LONG_FACTOR };

static void refuse(struct addition *addition, const char *why)
{
    if (!addition->refusal)
        addition->refusal = why;
}

static bool is_name(const char *name)
{
    return name[0] && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(name);
}

static void require_name(struct addition *addition, const char *name)
{
    if (!is_name(name))
        refuse(addition, "a name has the letters a-z, digits, \"-\" and \"_\" alone");
}

static const struct plans *find_layout(struct addition *addition, const char *name)
{
    const struct exhibit *exhibit = addition->exhibit;
    const char **names = ARENA_ARRAY(addition->arena, const char *, exhibit->layout_count);
    const char *wanted = name ? name : USUAL_LAYOUT;

    for (int i = 0; i < exhibit->layout_count; i++) {
        names[i] = exhibit->layouts[i].name;
        if (strcmp(names[i], wanted) == 0)
            return &exhibit->layouts[i];
    }
    if (!name)
        return exhibit->layout_count > 0 ? &exhibit->layouts[0] : NULL;
    const char *suggested = suggest_name(name, names, exhibit->layout_count);
    struct buffer list = {0};

    for (int i = 0; i < exhibit->layout_count; i++)
        buffer_printf(&list, "%s%s", i > 0 ? ", " : "", names[i]);
    refuse(addition, suggested ? arena_printf(addition->arena, "there is no layout \"%s\"; did you mean \"%s\"?", name, suggested)
                               : arena_printf(addition->arena, "there is no layout \"%s\"; there are: %s", name, list.bytes));
    buffer_finish(&list);
    return NULL;
}

static bool has_file(const struct addition *addition, const char *path)
{
    struct buffer content = {0};
    enum files_result result = addition->files->read(addition->files->context, path, FILE_BYTES_MAX, &content);

    buffer_finish(&content);
    return result != FILES_MISSING;
}

static void set_made(struct addition *addition, const char *path, struct buffer *text)
{
    addition->made = (struct builtin_file){path, arena_text(addition->arena, text->bytes, text->length), text->length};
    if (has_file(addition, path))
        refuse(addition, arena_printf(addition->arena, "%s is there already, and nothing is ever written over", path));
    buffer_finish(text);
}

static void add_part(struct buffer *text, const struct addition *addition, const char *name)
{
    const struct files *files = program_files();
    struct starter_wish wish = {addition->exhibit->languages, addition->exhibit->language_count, NULL};
    struct buffer part = {0};
    char path[64];

    snprintf(path, sizeof(path), "starter/parts/%s.yaml", name);
    ASSERT(files->read(files->context, path, PART_BYTES_MAX, &part) == FILES_OK);
    spoken_copy(text, &wish, part.bytes);
    buffer_finish(&part);
}

/* The neutral picture, until there is one. */
static void add_picture(struct buffer *text, const struct exhibit *exhibit)
{
    if (!exhibit->neutral.file)
        return;
    buffer_printf(text, "picture:\n  file: %s   # until yours is in assets/illustrations\n  alternative:\n", exhibit->neutral.file);
    for (int i = 0; i < exhibit->language_count; i++) {
        buffer_printf(text, "    %s: ", exhibit->languages[i]);
        spoken_quote(text, text_in(exhibit->neutral.alternative, i));
        buffer_printf(text, "\n");
    }
}

static bool has_part(const struct plans *layout, enum part part)
{
    return plan_has(&layout->landscape, part) || plan_has(&layout->portrait, part);
}

static void make_panel(struct addition *addition, const char *id, const struct plans *layout)
{
    static const struct {
        enum part part;
        const char *name;
    } blocks[] = {{PART_CHART, "chart"}, {PART_MAP, "map"}, {PART_MEMORIAL, "memorial"}};
    struct buffer text = {0};

    buffer_printf(&text, "layout: %s\n", layout->name);
    if (addition->exhibit->voice_count > 0)
        buffer_printf(&text, "voice: %s\n", addition->exhibit->voices[0].id);
    add_part(&text, addition, "panel");
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (has_part(layout, blocks[i].part))
            add_part(&text, addition, blocks[i].name);
    if (has_part(layout, PART_PICTURE) || has_part(layout, PART_MEMORIAL))
        add_picture(&text, addition->exhibit);
    set_made(addition, arena_printf(addition->arena, "config/panels/%s.yaml", id), &text);
}

/* NULL, with a refusal, when the file cannot be edited. */
static struct editing *open_file(struct addition *addition, const char *path)
{
    struct report report = {findings_create(), path, 0};
    struct buffer content = {0};
    enum files_result result = addition->files->read(addition->files->context, path, FILE_BYTES_MAX, &content);
    struct editing *editing = result == FILES_OK ? editing_open(&report, &(struct yaml_source){content.bytes, content.length, true}) : NULL;

    if (!editing)
        refuse(addition, arena_printf(addition->arena, "%s cannot be changed as it is; look what check says of it", path));
    buffer_finish(&content);
    findings_destroy(report.findings);
    return editing;
}

/* Takes the editing. */
static void set_edited(struct addition *addition, const char *path, struct editing *editing)
{
    struct buffer result = {0};

    editing_result(editing, &result);
    addition->edited = (struct builtin_file){path, arena_text(addition->arena, result.bytes, result.length), result.length};
    buffer_finish(&result);
    editing_close(editing);
}

/* An exhibit without chapters shows all panels. */
static void list_panel(struct addition *addition, const char *id)
{
    static const char path[] = "config/exhibit.yaml";
    struct editing *editing = open_file(addition, path);
    const struct node *chapters = editing ? yaml_find(editing_root(editing), "chapters") : NULL;
    const struct node *last = chapters && chapters->kind == NODE_LIST && chapters->count > 0 ? &chapters->items[chapters->count - 1] : NULL;
    const struct node *panels = last ? yaml_find(last, "panels") : NULL;
    struct node name = {.text = id};

    if (!last || last->kind != NODE_MAP || (panels && panels->kind != NODE_LIST)) {
        editing_close(editing);
        return;
    }
    if (panels)
        editing_append(editing, panels, &name);
    else
        editing_add(editing, last, "panels", &(struct node){.kind = NODE_LIST, .flow = true, .items = &name, .count = 1});
    set_edited(addition, path, editing);
}

void addition_panel(struct addition *addition, const char *id, const char *layout)
{
    require_name(addition, id);
    const struct plans *plans = find_layout(addition, layout);

    if (addition->refusal)
        return;
    ASSERT(plans);
    make_panel(addition, id, plans);
    list_panel(addition, id);
}

static const char *last_date(const struct node *events)
{
    for (int i = events->count - 1; i >= 0; i--) {
        const struct node *date = yaml_find(&events->items[i], "date");

        if (date && date->kind == NODE_SCALAR && date->text[0])
            return date->text;
    }
    return "2000";
}

/* As a list item: what the part says, with its id and date before that. */
static const struct node *make_event(struct addition *addition, const char *id, const char *date)
{
    struct report report = {findings_create(), "event", 0};
    struct buffer text = {0};

    buffer_printf(&text, "id: %s\ndate: ", id);
    spoken_quote(&text, date);
    buffer_printf(&text, "\n");
    add_part(&text, addition, "event");
    buffer_printf(&text, "importance: 2\n");
    const struct node *event = yaml_read(addition->arena, &report, &(struct yaml_source){text.bytes, text.length, false});

    ASSERT(event && event->kind == NODE_MAP);
    buffer_finish(&text);
    findings_destroy(report.findings);
    return event;
}

/* Where there is no timeline yet. */
static void make_timeline(struct addition *addition, const char *path, const char *id)
{
    struct buffer part = {0}, text = {0};

    add_part(&part, addition, "event");
    buffer_printf(&text,
                  "# A date is written as far as it is known: 1793-08-10, 1946-11, 1753, \"c. 1450\", \"44 BC\".\nevents:\n  - id: %s\n    "
                  "date: 2000\n",
                  id);
    for (const char *at = part.bytes; *at;) {
        size_t length = strcspn(at, "\n") + 1;

        buffer_printf(&text, "    %.*s", (int)length, at);
        at += length;
    }
    buffer_finish(&part);
    set_made(addition, path, &text);
}

void addition_event(struct addition *addition, const char *id)
{
    static const char path[] = "config/timeline.yaml";

    require_name(addition, id);
    for (int i = 0; i < addition->exhibit->event_count; i++)
        if (strcmp(addition->exhibit->events[i].id, id) == 0)
            refuse(addition, "the timeline has an event of that name already");
    if (addition->refusal)
        return;
    if (!has_file(addition, path)) {
        make_timeline(addition, path, id);
        return;
    }
    struct editing *editing = open_file(addition, path);
    const struct node *events = editing ? yaml_find(editing_root(editing), "events") : NULL;

    if (editing && (!events || events->kind != NODE_LIST || (events->count == 0 && !events->flow))) {
        refuse(addition, "config/timeline.yaml has no list of events; write \"events: []\" into it first");
        editing_close(editing);
        return;
    }
    if (!editing)
        return;
    editing_append(editing, events, make_event(addition, id, last_date(events)));
    set_edited(addition, path, editing);
}

void addition_layout(struct addition *addition, const char *name, const char *from)
{
    require_name(addition, name);
    const struct plans *plans = find_layout(addition, from);

    if (addition->refusal)
        return;
    ASSERT(plans);
    const char *path = arena_printf(addition->arena, "config/layouts/%s.yaml", plans->name);
    const struct files *builtin = builtin_files();
    struct buffer content = {0}, text = {0};

    if (addition->files->read(addition->files->context, path, PART_BYTES_MAX, &content) != FILES_OK &&
        builtin->read(builtin->context, path, PART_BYTES_MAX, &content) != FILES_OK)
        refuse(addition, arena_printf(addition->arena, "%s cannot be read", path));
    buffer_printf(&text, "# Made of %s. Columns from the left, rows from the top, and the names of the parts where they are to stand.\n",
                  plans->name);
    /* Without the remark at its head, which is the other's. */
    const char *at = content.bytes;

    while (at && *at == '#') {
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    buffer_printf(&text, "%s", at ? at : "");
    buffer_finish(&content);
    set_made(addition, arena_printf(addition->arena, "config/layouts/%s.yaml", name), &text);
}
