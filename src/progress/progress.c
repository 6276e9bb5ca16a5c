/* A cut mark a panel, grouped by chapters: those behind us full, the present one tall and light, those ahead quiet. */
#include "progress/progress.h"

#include "page/label.h"
#include "way/path.h"

#include <math.h>

static const float GROUP_GAP = 0.9F, MARK = 0.62F; /* between the marks of two chapters, and a mark itself; in steps */
static const float REACH_MM = 15;                  /* what a finger finds is so high at least */

enum { SMALLEST_PX = 8 };

struct progress {
    struct path path;
    struct rect marks;
    float step;
    int height;
};

/* Whether another chapter begins at this place. */
static bool begins_chapter(struct path path, int place)
{
    const struct panel *panels = path.exhibit->panels;

    return place > 0 && panels[path_panel(path, place)].chapter != panels[path_panel(path, place - 1)].chapter;
}

static struct progress progress_of(const struct scene *scene, struct rect marks)
{
    struct progress progress = {
        .path = {scene->exhibit, scene->route}, .marks = marks, .height = int_max(4, scene->style->rule_px * 5 / 2)};
    int count = path_length(progress.path);
    float steps = (float)int_max(1, count);

    for (int i = 0; i < count; i++)
        steps += begins_chapter(progress.path, i) ? GROUP_GAP : 0;
    progress.step = (float)marks.w / steps;
    return progress;
}

/* Of the mark behind one that begins at `at`. */
static float next_at(const struct progress *progress, int place, float at)
{
    return at + progress->step * (place + 1 < path_length(progress->path) && begins_chapter(progress->path, place + 1) ? 1 + GROUP_GAP : 1);
}

static struct rect mark_at(const struct progress *progress, float at, bool tall)
{
    int height = tall ? progress->height * 7 / 3 : progress->height;

    return (struct rect){progress->marks.x + (int)at, progress->marks.y + (progress->marks.h - height) / 2,
                         int_max(2, (int)(progress->step * MARK)), height};
}

/* Fades a colour towards the bar. */
static struct colour quiet(struct colour text, struct colour bar)
{
    return (struct colour){(uint8_t)((text.r + 2 * bar.r) / 3), (uint8_t)((text.g + 2 * bar.g) / 3), (uint8_t)((text.b + 2 * bar.b) / 3),
                           255};
}

void progress_put(const struct scene *scene, struct rect marks, int place)
{
    const struct theme_colours *colours = &scene->style->colours;
    struct progress progress = progress_of(scene, marks);
    float at = 0;

    for (int i = 0; i < path_length(progress.path); at = next_at(&progress, i++, at)) {
        struct colour colour = i < place ? colours->bar_text : quiet(colours->bar_text, colours->bar);

        draw_fill(page_pen(scene), mark_at(&progress, at, i == place), i == place ? colours->light : colour);
    }
}

struct rect progress_reach(const struct scene *scene, struct rect marks)
{
    int lack = int_max(0, (int)ceilf(REACH_MM * scene->style->px_per_mm) - marks.h);

    return rect_is_empty(marks) ? marks : (struct rect){marks.x, marks.y - lack, marks.w, marks.h + lack};
}

int progress_at(const struct scene *scene, struct rect marks, float x)
{
    struct progress progress = progress_of(scene, marks);
    float at = 0, nearest = (float)marks.w;
    int found = 0;

    for (int i = 0; i < path_length(progress.path); at = next_at(&progress, i++, at)) {
        float far = fabsf(x - (float)marks.x - at - progress.step * MARK / 2);

        if (far >= nearest)
            continue;
        nearest = far;
        found = i;
    }
    return found;
}

static struct rect mark_of(const struct progress *progress, int place)
{
    float at = 0;

    for (int i = 0; i < place; i++)
        at = next_at(progress, i, at);
    return mark_at(progress, at, true);
}

void progress_put_bubble(const struct scene *scene, struct rect marks, int place)
{
    const struct style *style = scene->style;
    struct progress progress = progress_of(scene, marks);
    const struct panel *panel = &scene->exhibit->panels[path_panel(progress.path, place)];
    int pad = style->margin_px / 3, most = style->page.w - 2 * style->margin_px - 2 * pad;
    struct label chapter = {
        {.face = FACE_BOLD, .size_px = style->sizes.label_px}, style->colours.muted, page_chapter(scene, panel), ALIGN_START};
    struct label title = {{.face = FACE_HEADLINE, .size_px = style->sizes.card_px},
                          style->colours.ink,
                          page_one_line(scene, text_in(panel->title, scene->language)),
                          ALIGN_START};

    chapter.type = label_shrunk(scene, &chapter, most, SMALLEST_PX);
    title.type = label_shrunk(scene, &title, most, SMALLEST_PX);
    int width = int_max(label_width(scene, chapter.type, chapter.text), label_width(scene, title.type, title.text)) + 2 * pad;
    int upper = style->sizes.label_px * 3 / 2, lower = style->sizes.card_px * 5 / 4, gap = style->target_px / 2;
    struct rect mark = mark_of(&progress, place);
    int middle = mark.x + mark.w / 2, x = int_clamp(middle - width / 2, style->margin_px, style->page.w - style->margin_px - width);
    struct rect box = {x, style->bar.y - gap - upper - lower - 2 * pad, width, upper + lower + 2 * pad};

    draw_fill(page_pen(scene), (struct rect){middle - style->rule_px, box.y + box.h, 2 * style->rule_px, mark.y - box.y - box.h},
              style->colours.light);
    draw_fill(page_pen(scene), mark, style->colours.light);
    draw_fill(page_pen(scene), box, style->colours.paper);
    draw_frame(page_pen(scene), box, style->rule_px, style->colours.ink);
    label_put(scene, &chapter, (struct rect){x + pad, box.y + pad, width - 2 * pad, upper});
    label_put(scene, &title, (struct rect){x + pad, box.y + pad + upper, width - 2 * pad, lower});
}
