/* What is there, and what of it anything leads to. */
#include "editor/editor.h"

#include "base/mem.h"
#include "load/builtin.h"
#include "recordings/sounds.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FOLDERS_DEPTH = 4 };

/* What texts lead to, and what panels name. */
struct used {
    const struct exhibit *exhibit;
    bool *terms, *layouts;
};

/* ---- what is used ---- */

static void use_prose(struct used *used, const struct prose_text *text)
{
    for (int l = 0; l < used->exhibit->language_count; l++) {
        const struct prose *prose = prose_in(text, l);

        for (int b = 0; b < prose->block_count; b++)
            for (int s = 0; s < prose->blocks[b].span_count; s++) {
                const struct prose_link *link = prose->blocks[b].spans[s].link;

                if (link && link->kind == PROSE_LINK_TERM && link->index >= 0)
                    used->terms[link->index] = true;
            }
    }
}

static void use(bool *list, int index)
{
    if (index >= 0)
        list[index] = true;
}

static void use_panel(struct used *used, const struct panel *panel)
{
    use_prose(used, &panel->body);
    use_prose(used, &panel->easy);
    use_prose(used, &panel->more);
    use(used->layouts, panel->layout);
    for (int i = 0; i < panel->difference_count; i++)
        use_prose(used, &panel->difference[i].text);
    if (panel->sound)
        use_prose(used, &panel->sound->transcript);
}

static void use_event(struct used *used, const struct event *event)
{
    use_prose(used, &event->text);
}

static void use_all(struct used *used)
{
    const struct exhibit *e = used->exhibit;

    use_prose(used, &e->colophon);
    for (int i = 0; i < e->panel_count; i++)
        use_panel(used, &e->panels[i]);
    for (int i = 0; i < e->event_count; i++)
        use_event(used, &e->events[i]);
    for (int i = 0; i < e->term_count; i++)
        use_prose(used, &e->terms[i].text);
    for (int i = 0; i < e->person_count; i++)
        use_prose(used, &e->people[i].text);
    for (int i = 0; i < e->notice_count; i++)
        use_prose(used, &e->notices[i].text);
    for (int i = 0; i < e->question_count; i++)
        use_prose(used, &e->questions[i].text);
}

/* ---- what is not ---- */

/* Voices, lanes and notices are what an exhibit may speak with: one that waits for its panel is no fault. */
static void report_terms(const struct used *used, struct findings *findings)
{
    const struct exhibit *e = used->exhibit;

    for (int i = 0; i < e->term_count; i++)
        if (!used->terms[i])
            findings_add(findings, FINDING_HINT, e->terms[i].origin,
                         CODED("never-used") "no text links to this term, so nobody finds its card; write [%s](term:%s) where a text needs "
                                             "it, or leave it out",
                         text_in(e->terms[i].title, 0), e->terms[i].id);
}

static bool ends_in(const char *name, const char *end)
{
    size_t length = strlen(name), of_end = strlen(end);

    return length > of_end && strcasecmp(name + length - of_end, end) == 0;
}

static bool is_picture(const char *name)
{
    static const char *const ends[] = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"};

    for (size_t i = 0; i < COUNTOF(ends); i++)
        if (ends_in(name, ends[i]))
            return true;
    return false;
}

static bool is_shown(const struct exhibit *exhibit, const char *path)
{
    for (int i = 0; i < exhibit->picture_use_count; i++)
        if (strcmp(exhibit->picture_uses[i].file, path) == 0)
            return true;
    return false;
}

/* A folder of pictures, and those in it. */
struct picture_folder {
    const char *path;
    int depth;
    struct arena *arena;
};

static void report_pictures(const struct files *files, const struct exhibit *exhibit, const struct picture_folder *folder,
                            struct findings *findings)
{
    const char **names = NULL;
    int count = files->list(files->context, folder->path, folder->arena, &names);

    for (int i = 0; i < count; i++) {
        const char *path = arena_printf(folder->arena, "%s/%s", folder->path, names[i]);

        if (names[i][0] == '.')
            continue;
        if (is_picture(names[i]) && !is_shown(exhibit, path))
            findings_add(
                findings, FINDING_HINT, (struct origin){path, 0, 0},
                CODED("never-used") "no panel, event, person or chapter shows this picture; show it, or move it out of the exhibit");
        else if (!strchr(names[i], '.') && folder->depth < FOLDERS_DEPTH)
            report_pictures(files, exhibit, &(struct picture_folder){path, folder->depth + 1, folder->arena}, findings);
    }
}

/* Of those that are built in, the exhibit's own are spares that `new panel` offers. */
static bool is_builtin(const char *path)
{
    for (int i = 0; i < builtin_count; i++)
        if (strcmp(builtin_list[i].path, path) == 0)
            return true;
    return false;
}

static bool is_layout_used(const struct used *used, const char *file)
{
    for (int i = 0; i < used->exhibit->layout_count; i++) {
        const char *name = used->exhibit->layouts[i].name;

        if (used->layouts[i] && strncmp(file, name, strlen(name)) == 0 && strcmp(file + strlen(name), ".yaml") == 0)
            return true;
    }
    return false;
}

static void report_layouts(const struct files *files, const struct used *used, struct arena *arena, struct findings *findings)
{
    static const char folder[] = "config/layouts";
    const char **names = NULL;
    int count = files->list(files->context, folder, arena, &names);

    for (int i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", folder, names[i]);

        if (names[i][0] != '.' && ends_in(names[i], ".yaml") && !is_builtin(path) && !is_layout_used(used, names[i]))
            findings_add(findings, FINDING_HINT, (struct origin){path, 0, 0},
                         CODED("never-used") "no panel has this layout; name it at a panel (layout: %.*s), or remove the file",
                         (int)(strlen(names[i]) - strlen(".yaml")), names[i]);
    }
}

void editor_report_unused(const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    struct arena *arena = arena_create();
    struct used used = {
        .exhibit = exhibit,
        .terms = ARENA_ARRAY(arena, bool, exhibit->term_count),
        .layouts = ARENA_ARRAY(arena, bool, exhibit->layout_count),
    };

    use_all(&used);
    report_terms(&used, findings);
    report_layouts(files, &used, arena, findings);
    report_pictures(files, exhibit, &(struct picture_folder){"assets/illustrations", 0, arena}, findings);
    sounds_report_unused(exhibit, files, findings);
    arena_destroy(arena);
}
