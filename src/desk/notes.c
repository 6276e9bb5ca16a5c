/* A finding stands in a file, at a line; the key of that line names a part of the panel. */
#include "desk/notes.h"

#include "base/suggest.h"
#include "desk/follow.h"
#include "scene/panel.h"

#include <string.h>

/* The part of a panel's page that a key of its file feeds; PART_COUNT: none. */
static enum part part_of_key(const char *key)
{
    static const struct {
        const char *key;
        enum part part;
    } others[] = {{"pictures", PART_PICTURE}, {"notice", PART_COUNT}};

    for (int part = 0; part < PART_COUNT; part++)
        if (strcmp(part_names[part], key) == 0)
            return (enum part)part;
    for (size_t i = 0; i < COUNTOF(others); i++)
        if (strcmp(others[i].key, key) == 0)
            return others[i].part;
    const char *meant = suggest_name(key, part_names, PART_COUNT); /* a key that is misspelt stands where the right one would */

    return meant ? part_of_key(meant) : PART_COUNT;
}

static struct rect box_of(const struct desk_view *view, const struct drafts *drafts, const struct finding *finding, struct arena *arena)
{
    const char *text = drafts_text(drafts, finding->file);
    const char *key = view->scene.ops == &scene_panel && text && finding->line > 0 ? follow_key(arena, text, finding->line) : NULL;
    struct rect rects[PART_COUNT];
    enum part part = key ? part_of_key(key) : PART_COUNT;

    if (part == PART_COUNT)
        return (struct rect){0, 0, 0, 0};
    struct scene scene = desk_scene(view, arena);

    panel_places(&scene, rects);
    return rects[part];
}

/* Whether the file feeds this scene and no other: then all that is wrong in it is about what is seen. Of a list it is what stands between
 * its item and the next. */
static bool is_here(const struct desk_view *view, const struct finding *finding)
{
    struct origin origin = view->scene.ops->origin(view->exhibit, view->scene.item, view->settings.language);

    if (strcmp(origin.file, finding->file) != 0)
        return false;
    if (strncmp(origin.file, "config/panels/", strlen("config/panels/")) == 0 || finding->line == 0)
        return true;
    for (int i = 0; i < scene_items(view->scene.ops, view->exhibit); i++) {
        int line = view->scene.ops->origin(view->exhibit, i, view->settings.language).line;

        if (line > origin.line && line <= finding->line)
            return false;
    }
    return finding->line >= origin.line;
}

void desk_notes_find(struct desk_notes *notes, const struct desk_view *view, const struct drafts *drafts, const struct findings *findings)
{
    struct arena *arena = arena_create();

    notes->count = notes->here = 0;
    for (int here = 1; here >= 0; here--) {
        for (int severity = FINDING_ERROR; severity > FINDING_HINT; severity--)
            for (int i = 0; i < findings_total(findings) && notes->count < DESK_NOTES_MAX; i++) {
                const struct finding *finding = findings_at(findings, i);

                if ((int)finding->severity != severity || is_here(view, finding) != (here > 0))
                    continue;
                notes->list[notes->count].finding = finding;
                notes->list[notes->count++].box = here ? box_of(view, drafts, finding, arena) : (struct rect){0, 0, 0, 0};
            }
        if (here)
            notes->here = notes->count;
    }
    arena_destroy(arena);
}

/* Beside the box, below those that are there already; of one that reaches to the edge of the screen within it, where no key of a picture
 * is. */
static struct rect badge_place(const struct desk_notes *notes, int note, int screen_px, int badge_px)
{
    struct rect box = notes->list[note].box;
    int above = 0;

    for (int other = 0; other < note; other++)
        above += rect_equal(notes->list[other].box, box);
    int left = box.x + box.w + badge_px <= screen_px ? box.x + box.w : box.x;

    return (struct rect){left, box.y + above * badge_px * 5 / 4, badge_px, badge_px};
}

void desk_notes_draw(const struct desk_notes *notes, const struct scene *scene)
{
    const struct style *style = scene->style;
    const int size_px = style->sizes.small_px, badge_px = size_px * 2;
    const struct colour mark = {0xC6, 0x28, 0x28, 255}, white = {255, 255, 255, 255};
    int in_corner = 0;

    for (int i = 0; i < notes->here; i++) {
        struct rect box = notes->list[i].box, badge;
        const char *number = arena_printf(scene->arena, "%d", i + 1);

        if (rect_is_empty(box)) {
            int step = badge_px * 5 / 4, row = int_max(1, style->page.w / step), nth = in_corner++;

            badge = (struct rect){style->page.x + nth % row * step, style->page.y + nth / row * step, badge_px, badge_px};
        } else {
            badge = badge_place(notes, i, style->screen.w, badge_px);
            /* around, not over its words */
            struct rect around = rect_common(rect_inset(box, -2 * style->rule_px), (struct rect){0, 0, style->screen.w, style->screen.h});

            draw_frame(page_pen(scene), around, style->rule_px * 2, mark);
        }
        int left = badge.x + badge_px / 3, top = badge.y + badge_px / 6;

        draw_fill(page_pen(scene), badge, mark);
        desk_write(scene, &(struct desk_line){
                              .text = number, .at = {(float)left, (float)top}, .size_px = size_px, .strong = true, .colour = white});
    }
}
