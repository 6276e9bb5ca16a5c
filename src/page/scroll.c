/* Scrolling: what moves is remembered while a page is filled, so that later it moves without being set again. */
#include "page/scroll.h"

#include "page/icon.h"

static const struct rect NOWHERE = {0, 0, 0, 0};

static int thumb_top(const struct scroll_area *area, int thumb_h)
{
    return area->rail.y + (int)((int64_t)(area->rail.h - thumb_h) * area->at_px / int_max(1, area->max_px));
}

/* The button goes on by a screenful; at the end it leads back. */
static int button_way(const struct scroll_area *area)
{
    return area->at_px < area->max_px ? 1 : -1;
}

/* Which command the next one drawn will be. */
static int next_command(const struct scene *scene)
{
    return scene->page->list.count;
}

static void put_rail(const struct scene *scene, struct scroll_area *area)
{
    const struct style *style = scene->style;
    struct pen pen = page_pen(scene);
    struct rect rail = area->rail;
    int width = style->rule_px, x = rail.x + rail.w - width, side = style->target_px;
    int thumb_h = int_max(side, rail.h * rail.h / (area->max_px + rail.h));
    struct rect button = {rail.x + rail.w - 4 * width - side, rail.y + rail.h - side, side, side};

    draw_fill(pen, (struct rect){x, rail.y, width, rail.h}, style->colours.muted);
    area->thumb = next_command(scene);
    draw_fill(pen, (struct rect){x - width, thumb_top(area, thumb_h), 3 * width, thumb_h}, style->colours.ink);
    draw_fill(pen, button, style->colours.ink);
    area->icon = next_command(scene);
    icon_put(scene, ICON_DOWN, rect_inset(button, button.w / 6), style->colours.paper);
    area->button = scene->page->target_count;
    page_target(scene, button, ACTION_SCROLL, 1);
}

static void move_rail(struct page *page)
{
    const struct scroll_area *area = &page->scroll;
    struct draw_command *commands = page->list.commands;

    commands[area->thumb].rect.y = thumb_top(area, commands[area->thumb].rect.h);
    commands[area->icon].icon = icon_path(button_way(area) > 0 ? ICON_DOWN : ICON_UP);
    if (area->button < page->target_count)
        page->targets[area->button].action.argument = button_way(area);
}

void scroll_to(struct page *page, int px)
{
    struct scroll_area *area = &page->scroll;
    int to = int_clamp(px, 0, area->max_px), by = area->at_px - to;

    if (by == 0)
        return;
    area->at_px = to;
    for (int i = area->first; i < area->end; i++) {
        struct draw_command *command = &page->list.commands[i];

        command->rect.y += by;
        if (command->kind == DRAW_TEXT)
            command->text.baseline_px += by;
    }
    for (int i = 0; i < page->target_count; i++)
        if (page->targets[i].scrolled)
            page->targets[i].rect.y += by;
    move_rail(page);
}

void scroll_begin(const struct scene *scene, const struct scroll_area *area)
{
    scene->page->scroll = *area;
    if (area->max_px > 0)
        draw_clip(page_pen(scene), area->clip);
    scene->page->scroll.first = next_command(scene);
    scene->page->scroll.open = true;
}

void scroll_end(const struct scene *scene)
{
    struct scroll_area *area = &scene->page->scroll;

    area->end = next_command(scene);
    area->open = false;
    if (area->max_px == 0)
        return;
    draw_clip(page_pen(scene), NOWHERE);
    put_rail(scene, area);
}

void scroll_passage(const struct scene *scene, const struct passage *passage, struct rect rect, int width_px)
{
    const struct paragraph *paragraph = passage_set(scene, passage, width_px);
    int line = passage_line_px(passage), rail = scene->style->target_px + 6 * scene->style->rule_px;

    if (paragraph->height_px <= rect.h) {
        passage_put(scene, paragraph, passage, rect);
        return;
    }
    paragraph = passage_set(scene, passage, int_min(width_px, int_max(rect.w - rail, rect.w / 2)));
    rect.h = int_max(line, rect.h / line * line); /* so that none is cut at rest */
    scroll_begin(scene,
                 &(struct scroll_area){
                     .rect = rect, .clip = rect, .rail = rect, .max_px = int_max(0, paragraph->height_px - rect.h), .step_px = line});
    passage_put(scene, paragraph, passage, rect);
    scroll_end(scene);
}
