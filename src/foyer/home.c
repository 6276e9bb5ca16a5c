/* Home: a wall of what the exhibit tells, and the languages by their own names. */
#include "scene/scene.h"

#include "page/button.h"
#include "page/passage.h"
#include "foyer/tiles.h"
#include "foyer/wall.h"
#include "foyer/ways.h"

static const float HEADING_LINE_HEIGHT = 0.95F;
static const float BUTTONS_SHARE = 0.6F; /* of the width that the buttons beside the title may take */
static const float TITLE_SHARE = 0.35F;  /* of the height: a longer title is set smaller */
static const float TILES_MOST = 0.34F;   /* of the height: the wall of chapters is what home is for */

struct home_button {
    const char *word;
    struct action action;
    bool main;
    int w;
};

enum { BUTTONS_MAX = EXHIBIT_LANGUAGES_MAX + 1 };

/* In reading order: the colophon, then the languages by their own names or, unless named, one button to the choice of them. */
static int collect_buttons(const struct scene *scene, bool named, struct home_button buttons[BUTTONS_MAX])
{
    const struct exhibit *exhibit = scene->exhibit;
    int count = 0;

    if (exhibit->colophon.in)
        buttons[count++] = (struct home_button){page_words(scene)->about, {.kind = ACTION_OPEN, .scene = &scene_colophon}, false, 0};
    if (!named)
        buttons[count++] = (struct home_button){page_words(scene)->language, {.kind = ACTION_OPEN, .scene = &scene_languages}, false, 0};
    for (int i = 0; named && exhibit->language_count > 1 && i < exhibit->language_count; i++)
        buttons[count++] =
            (struct home_button){exhibit->words[i].language_name, {.kind = ACTION_LANGUAGE, .argument = i}, i == scene->language, 0};
    return count;
}

static int button_gap(const struct scene *scene)
{
    return scene->style->sizes.label_px / 2;
}

static struct type button_type(const struct scene *scene)
{
    return (struct type){.face = FACE_BOLD, .size_px = scene->style->sizes.label_px};
}

/* Fills in their widths; returns what they take side by side. */
static int measure_buttons(const struct scene *scene, struct home_button *buttons, int count)
{
    struct type type = button_type(scene);
    int sum = 0;

    for (int i = 0; i < count; i++) {
        buttons[i].w = int_max(scene->style->target_px, label_width(scene, type, buttons[i].word) + 2 * type.size_px);
        sum += buttons[i].w + (i > 0 ? button_gap(scene) : 0);
    }
    return sum;
}

static void put_row(const struct scene *scene, struct rect row, const struct home_button *buttons, int count)
{
    for (int i = 0; i < count; i++) {
        struct rect box = {row.x, row.y, buttons[i].w, row.h};

        button_put(scene, box, &(struct label){button_type(scene), scene->style->colours.ink, buttons[i].word, ALIGN_CENTRE},
                   buttons[i].main);
        page_ask(scene, box, buttons[i].action);
        row.x += buttons[i].w + button_gap(scene);
    }
}

/* At the right of the row. Languages by their names, or where these need more than `most`, behind one button; on a tall screen the first
 * button has a row of its own above the others where they have no room side by side. Returns what they take. */
static struct size put_buttons(const struct scene *scene, struct rect row, int most)
{
    struct home_button buttons[BUTTONS_MAX];
    int count = collect_buttons(scene, true, buttons), width = measure_buttons(scene, buttons, count), first = 0, top = row.y;

    if (width > most && scene->exhibit->language_count > 2) {
        count = collect_buttons(scene, false, buttons);
        width = measure_buttons(scene, buttons, count);
    }
    if (width > most && scene->style->portrait && count > 1) {
        first = 1;
        put_row(scene, (struct rect){row.x + row.w - buttons[0].w, row.y, buttons[0].w, row.h}, buttons, first);
        width -= buttons[0].w + button_gap(scene);
        row.y += row.h + button_gap(scene);
    }
    put_row(scene, (struct rect){row.x + row.w - width, row.y, width, row.h}, buttons + first, count - first);
    return (struct size){width, count > 0 ? row.y + row.h - top : 0};
}

/* In its author's lines where they stand in the usual size; as one line that breaks where it must, and in smaller letters, elsewhere. */
static struct passage heading_for(const struct scene *scene, int width, int most)
{
    const struct type_sizes *sizes = &scene->style->sizes;
    const char *words = text_in(scene->exhibit->title, scene->language);
    struct passage title = {
        .prose = paragraph_plain(scene->arena, words),
        .type = {.face = FACE_HEADLINE, .size_px = sizes->title_smallest_px},
        .colour = scene->style->colours.ink,
        .line_height = HEADING_LINE_HEIGHT,
    };
    const struct paragraph *set = passage_set(scene, &title, width);

    if (set->height_px <= most && ways_keep_lines(words, set))
        return title;
    title.prose = paragraph_plain(scene->arena, page_one_line(scene, words));
    while (passage_set(scene, &title, width)->height_px > most && title.type.size_px > sizes->label_px)
        title.type.size_px = int_max(sizes->label_px, title.type.size_px * 9 / 10);
    return title;
}

static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    int margin = style->margin_px, gap = margin / 2;
    struct rect inner = {margin, margin * 3 / 4, style->page.w - 2 * margin, style->page.h - margin * 3 / 2};
    int buttons = int_max(style->target_px, style->sizes.label_px * 2), width = inner.w;
    struct passage title;

    draw_fill(page_pen(scene), style->page, style->colours.paper);

    struct rect row = {inner.x, inner.y, inner.w, buttons};
    struct size taken = put_buttons(scene, row, style->portrait ? row.w : (int)(BUTTONS_SHARE * (float)row.w));

    if (style->portrait && taken.w > 0) {
        inner.y += taken.h + gap;
        inner.h -= taken.h + gap;
    } else {
        width -= taken.w + margin;
    }

    title = heading_for(scene, width, (int)(TITLE_SHARE * (float)inner.h));

    int heading =
        int_max(passage_draw(scene, &title, (struct rect){inner.x, inner.y, width, inner.h}), style->portrait ? 0 : buttons) + gap;

    struct tiling tiles = tiles_plan(scene, (struct size){inner.w, (int)(TILES_MOST * (float)inner.h)});
    int below = tiles_height(&tiles);
    struct rect wall = {inner.x, inner.y + heading, inner.w, inner.h - heading - (below > 0 ? below + gap : 0)};

    wall_put(scene, wall);
    tiles_put(scene, &tiles, (struct rect){inner.x, wall.y + wall.h + gap, inner.w, below});
}

/* The first or last card of a chapter; where there are none the focus stays. */
static struct action end_card(const struct scene *scene, bool last)
{
    struct action found = {.kind = ACTION_NONE};

    for (int i = 0; i < scene->page->target_count && (last || found.kind == ACTION_NONE); i++)
        if (scene->page->targets[i].action.kind == ACTION_PANEL)
            found = scene->page->targets[i].action;
    return found;
}

static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);

    if (press->held)
        return (struct key_answer){0};
    if (press->key == KEY_FIRST || press->key == KEY_LAST)
        return (struct key_answer){.focus = end_card(scene, press->key == KEY_LAST)};
    if (way.x != 0)
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_ACROSS, .argument = (int)way.x}};
    return (struct key_answer){.action = {.kind = way.y != 0 ? ACTION_FOCUS_DOWN : ACTION_NONE, .argument = (int)way.y}};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item, (void)language;
    return scene_origin(exhibit, "config/exhibit.yaml", "chapters", NULL);
}

/* Which chapters bear a tick: a page of cards takes its time, and most panels change nothing on it. */
static unsigned remembers(const struct exhibit *exhibit, const struct visited *visited)
{
    unsigned ticks = 0;

    for (int i = 0; i < exhibit->chapter_count; i++)
        ticks = (ticks + 1 + ways_are_walked(visited, &exhibit->chapters[i])) * 16777619u;
    return ticks;
}

const struct scene_ops scene_home = {
    .name = "home",
    .place = PLACE_PAGER,
    .remembers = remembers,
    .opened_by = ACTION_HOME,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .drag = scene_drag_page,
};
