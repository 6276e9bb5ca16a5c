/* A panel: its parts described to layout/fit, which places them, and then drawn where it says. */
#include "scene/panel.h"

#include "blocks/blocks.h"
#include "page/figure.h"
#include "notice/notice.h"
#include "scene/panel_parts.h"
#include "text/reading.h"
#include "way/visited.h"

static const float LARGE_PICTURE = 0.68F; /* of its width beside large letters, which need long lines */

enum { LINES_LEAST = 3 }; /* of a body that scrolls */

static struct panel_setting setting_for(const struct scene *scene, enum part part, int step)
{
    return panel_setting_at(scene, part == PART_TITLE ? step : 0, part == PART_BODY ? step : 0);
}

/* What is set to be measured is not kept. */
static int height_of(const void *context, enum part part, int width_px, int step)
{
    const struct scene *scene = context;
    struct arena_mark start = arena_mark(scene->arena);
    struct panel_setting setting = setting_for(scene, part, step);
    int height = panel_part_height(&setting, part, width_px);

    arena_return(scene->arena, start);
    return height;
}

static bool is_legible(const void *context, enum part part, struct rect rect, int step)
{
    const struct scene *scene = context;
    struct arena_mark start = arena_mark(scene->arena);
    struct panel_setting setting = setting_for(scene, part, step);
    bool legible = panel_part_legible(&setting, part, rect);

    arena_return(scene->arena, start);
    return legible;
}

static int width_of(const void *context, enum part part, int room_px)
{
    return panel_button_width(context, part, room_px);
}

/* Ways of setting a panel whose letters need long lines and many of them. picture: keeps this share of its width beside the text;
 * joined: all its buttons stand in one row. */
struct way {
    float picture;
    bool joined;
};

static struct fit fit_in_way(const struct scene *scene, struct way way)
{
    static const struct fit_needs needs = {.height = height_of, .legible = is_legible, .width = width_of};
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const struct plans *plans = &scene->exhibit->layouts[panel->layout];
    struct plan plan = scene->style->portrait ? plans->portrait : plans->landscape;
    const struct block *block = blocks_first(panel);
    unsigned blocks = panel_blocks(scene, panel);
    struct fit_request request = {
        .plan = &plan,
        .space = scene->style->page,
        .present = panel_texts(scene, panel) | blocks,
        .blocks = blocks,
        .button_gap_px = scene->style->sizes.label_px,
        .context = scene,
        .needs = &needs,
    };

    if (block && !blocks) /* it lies behind a button */
        plan_leave_out(&plan, block->part);
    if (way.picture < 1)
        plan_narrow(&plan, PART_PICTURE, way.picture);
    if (way.joined)
        request.present &= ~(1u << PART_SOURCES);
    for (int i = 0; i < FIT_STEPS; i++)
        request.body_least_px[i] = LINES_LEAST * (int)((float)panel_setting_at(scene, 0, i).body_px * scene->style->sizes.line_height);
    struct fit fit = fit_parts(&request);
    if (way.joined || request.present & 1u << PART_SOURCES || !panel_opens_picture(scene, &fit))
        return fit;
    request.present |= 1u << PART_SOURCES; /* what opens the picture stands there, if nothing else does */
    return fit_parts(&request);
}

/* The buttons that stand for the sources stand behind the others, in their row; false if they have no room there. */
static bool join_buttons(const struct scene *scene, struct fit *fit)
{
    struct rect *rects = fit->rects, row = rects[rect_is_empty(rects[PART_MORE]) ? PART_DIFFERENCE : PART_MORE];
    struct rect text = rects[PART_BODY];
    int begin = row.x + row.w + scene->style->sizes.label_px;

    rects[PART_SOURCES] = (struct rect){begin, row.y, text.x + text.w - begin, row.h};
    return !rect_is_empty(row) && panel_ways_width(scene, panel_opens_picture(scene, fit)) <= rects[PART_SOURCES].w;
}

/* A picture that would stand smaller on its ground is not worth the room. */
static bool picture_stands(const struct scene *scene, const struct fit *fit)
{
    const struct picture *picture = &scene->exhibit->panels[scene->item].picture;
    struct rect rect = fit->rects[PART_PICTURE];

    return picture->fit == PICTURE_ALL || rect_equal(figure_place(scene, picture, rect), rect);
}

/* Of all ways with a picture the one that leaves the text the most room; the last always stands. */
static struct fit fit_large_and_wide(const struct scene *scene)
{
    static const struct way ways[] = {{LARGE_PICTURE, true}, {1, true}, {LARGE_PICTURE, false}, {1, false}};
    struct fit best = {.plain = true};
    int room = -1;

    for (size_t i = 0; i < COUNTOF(ways); i++) {
        struct fit fit = fit_in_way(scene, ways[i]);
        int area = fit.rects[PART_BODY].w * fit.rects[PART_BODY].h;
        bool stands = (!ways[i].joined || join_buttons(scene, &fit)) && (ways[i].picture >= 1 || picture_stands(scene, &fit));

        if (!stands || fit.plain > best.plain || (fit.plain == best.plain && area <= room))
            continue;
        best = fit;
        room = area;
    }
    return best;
}

/* Steps that the body's type goes down; one more if it scrolls even so. */
static int body_loss(const struct fit *fit)
{
    return fit->body_step + (fit->body_px > fit->rects[PART_BODY].h);
}

/* A picture beside the text gives way before the body's type does, on screens that are less wide than those it was laid out for. */
static struct fit fit_panel(const struct scene *scene)
{
    static const float narrower[] = {0.84F, LARGE_PICTURE};

    if (scene->style->large && !scene->style->portrait)
        return fit_large_and_wide(scene);
    struct fit best = fit_in_way(scene, (struct way){1, false});
    for (size_t i = 0; !scene->style->portrait && body_loss(&best) > 0 && i < COUNTOF(narrower); i++) {
        struct fit fit = fit_in_way(scene, (struct way){narrower[i], false});

        if (!fit.plain && body_loss(&fit) < body_loss(&best) && picture_stands(scene, &fit))
            best = fit;
    }
    return best;
}

static struct rect block_rect(const struct rect rects[PART_COUNT])
{
    for (int part = 0; part < PART_COUNT; part++)
        if (blocks_find((enum part)part) && !rect_is_empty(rects[part]))
            return rects[part];
    return (struct rect){0, 0, 0, 0};
}

struct panel_fit panel_fit(const struct scene *scene)
{
    struct fit fit = fit_panel(scene);
    struct rect title = fit.rects[PART_TITLE], block = block_rect(fit.rects);

    return (struct panel_fit){
        .body_percent = panel_setting_at(scene, 0, fit.body_step).body_px * 100 / scene->style->sizes.body_px,
        .scrolls = fit.body_px > fit.rects[PART_BODY].h,
        .plain = fit.plain,
        .headline = title.h > fit.body_px,
        .crowded = block.h > title.h + fit.body_px && !scene->exhibit->panels[scene->item].memorial, /* which has a place of its own */
        .broken_word = !is_legible(scene, PART_TITLE, title, fit.title_step),
        .overflows = fit.overflow_px > 0 || fit.tall_title,
        .uncaptioned = !figure_has_words(scene, &scene->exhibit->panels[scene->item].picture, fit.rects[PART_PICTURE]),
        .block = block,
    };
}

void panel_places(const struct scene *scene, struct rect rects[PART_COUNT])
{
    struct fit fit = fit_panel(scene);

    for (int part = 0; part < PART_COUNT; part++)
        rects[part] = fit.rects[part];
}

static void put_part(const struct panel_setting *setting, const struct fit *fit, enum part part)
{
    if (!rect_is_empty(fit->rects[part]))
        panel_part_put(setting, part, fit->rects[part]);
}

/* As one reads, and as the focus goes: the blocks behind the body. */
static void put_parts(const struct panel_setting *setting, const struct fit *fit)
{
    static const enum part order[] = {PART_PICTURE,    PART_CHAPTER, PART_VOICE,   PART_TITLE, PART_BODY,
                                      PART_DIFFERENCE, PART_MORE,    PART_SOURCES, PART_CREDIT};

    for (size_t i = 0; i < COUNTOF(order); i++) {
        put_part(setting, fit, order[i]);
        for (int part = 0; part < PART_COUNT && order[i] == PART_BODY; part++)
            if (blocks_find((enum part)part))
                put_part(setting, fit, (enum part)part);
    }
}

static unsigned notices(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].notices;
}

/* Returns the colours of what stands on it. */
static struct theme_colours put_ground(const struct scene *scene, const struct fit *fit)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const struct block *block = blocks_first(panel);

    if (block && block->ground)
        return block->ground(scene, panel, block_rect(fit->rects));
    draw_fill(page_pen(scene), scene->style->page, scene->style->colours.paper);
    return scene->style->colours;
}

static void fill(const struct scene *scene)
{
    unsigned locked = notices(scene->exhibit, scene->item) & scene->locked;

    if (locked) {
        notice_fill(scene, locked);
        return;
    }

    struct fit fit = fit_panel(scene);
    struct style style = *scene->style;
    struct scene shown = *scene;
    struct panel_setting setting;

    style.colours = put_ground(scene, &fit);
    shown.style = &style;
    setting = panel_setting_at(&shown, fit.title_step, fit.body_step);
    setting.opener = panel_opens_picture(scene, &fit);
    put_parts(&setting, &fit);
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    return reading_words(prose_in(&exhibit->panels[item].body, language));
}

/* Up and down scroll, and turn the page where there is nothing more to scroll. */
static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);
    struct key_answer answer = {.action = scene_scroll_action(press->key)};

    if (scene_key_on_block(scene, press, &answer) || press->held)
        return answer;
    if (press->key == KEY_FIRST || press->key == KEY_LAST)
        answer.action.kind = press->key == KEY_FIRST ? ACTION_FIRST : ACTION_LAST;
    else if (way.x != 0)
        answer.action.kind = way.x > 0 ? ACTION_NEXT : ACTION_PREVIOUS;
    else if (way.y != 0)
        answer.otherwise.kind = way.y > 0 ? ACTION_NEXT : ACTION_PREVIOUS;
    return answer;
}

/* Which lights of a memorial are lit. */
static unsigned remembers(const struct exhibit *exhibit, const struct visited *visited)
{
    (void)exhibit;
    return visited ? visited->lit : 0;
}

static struct action enter(const struct scene *scene)
{
    return (struct action){.kind = notices(scene->exhibit, scene->item) & scene->locked ? ACTION_ACCEPT : ACTION_NONE};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return scene_origin(exhibit, exhibit->panels[item].origin.file, "title", NULL);
}

const struct scene_ops scene_panel = {
    .name = "panel/",
    .place = PLACE_PAGER,
    .opened_by = ACTION_PANEL,
    .items = scene_panels,
    .id = scene_panel_id,
    .notices = notices,
    .words = words,
    .event = exhibit_panel_event,
    .remembers = remembers,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .enter = enter,
    .drag = scene_drag_page,
};
