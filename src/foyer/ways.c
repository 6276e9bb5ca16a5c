/* Lengths are of what is read: of what stands on panels, and of what opens there. */
#include "foyer/ways.h"

#include "page/icon.h"
#include "page/label.h"
#include "page/stroke.h"
#include "scene/scene.h"
#include "text/pattern.h"
#include "text/reading.h"
#include "way/visited.h"

/* What stands on a panel; all: and what opens there too, its deeper layer, the two voices behind the scales, and its sound in words. */
static int words_of(const struct panel *panel, int language, bool all)
{
    int words = reading_words(prose_in(&panel->body, language));

    if (!all)
        return words;
    words += reading_words(prose_in(&panel->more, language));
    for (int i = 0; i < panel->difference_count; i++)
        words += reading_words(prose_in(&panel->difference[i].text, language));
    if (panel->sound)
        words += reading_words(prose_in(&panel->sound->transcript, language));
    return words;
}

static int minutes_of(const struct scene *scene, const int *panels, int count, bool all)
{
    const struct exhibit *exhibit = scene->exhibit;
    int64_t ms = 0;

    for (int i = 0; i < count; i++)
        ms += scene_reading_ms(exhibit, words_of(&exhibit->panels[panels[i]], scene->language, all));
    return int_max(1, (int)((ms + 30000) / 60000));
}

bool ways_are_walked(const struct visited *visited, const struct chapter *chapter)
{
    return visited_of_chapter(visited, chapter) == chapter->panel_count;
}

bool ways_keep_lines(const char *title, const struct paragraph *set)
{
    int lines = 1;

    for (const char *at = title; *at; at++)
        lines += *at == '\n';
    return lines == set->line_count;
}

const char *ways_length(const struct scene *scene, const int *panels, int count)
{
    int least = minutes_of(scene, panels, count, false), most = minutes_of(scene, panels, count, true);
    const char *number = page_number(scene, least);

    if (most > least)
        number = arena_printf(scene->arena, "%s\u2013%s", number, page_number(scene, most));

    const char *minutes =
        pattern_filled(scene->arena, page_words(scene)->minutes, (const struct pattern_fill[]){{"{number}", number}, {0}});

    return arena_printf(scene->arena, "%s  \u00B7  %s", page_count(scene, &page_words(scene)->panels, count), minutes);
}

void ways_put_tick(const struct scene *scene, struct rect picture)
{
    const struct style *style = scene->style;
    int side = style->sizes.label_px * 2, inset = side / 4;
    struct rect box = {picture.x + inset, picture.y + inset, side, side};
    float x = (float)box.x, y = (float)box.y, s = (float)side;
    struct stroke down = {.from = {x + s * 0.25F, y + s * 0.52F},
                          .to = {x + s * 0.43F, y + s * 0.70F},
                          .thickness_px = int_max(2, side / 9),
                          .colour = style->colours.ink};
    struct stroke up = down;

    up.from = down.to;
    up.to = (struct point){x + s * 0.75F, y + s * 0.32F};
    icon_put(scene, ICON_CIRCLE, box, style->colours.paper);
    stroke_put(page_pen(scene), &down);
    stroke_put(page_pen(scene), &up);
}

struct type ways_within_height(const struct scene *scene, struct type type, int height)
{
    while (type.size_px > scene->style->sizes.label_px &&
           page_metrics(scene, type).cap_px / 2 + page_metrics(scene, type).descent_px > height / 2)
        type.size_px--;
    return type;
}
