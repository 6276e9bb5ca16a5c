/* Fingers touch what is seen: of two pages that slide, each where it is now. */
#include "wings/shown.h"

#include "cards/card.h"
#include "page/style.h"

void shown_add(struct shown *shown, struct shown_page page)
{
    ASSERT(shown->count < SHOWN_MAX);
    shown->pages[shown->count++] = page;
}

struct page_slot *shown_front(const struct shown *shown)
{
    ASSERT(shown->base);
    return shown->overlay ? shown->overlay : shown->base;
}

void shown_list_targets(struct shown *shown, const struct page *bar)
{
    struct targets *targets = &shown->targets;
    const struct page *pages[] = {&shown->base->page, bar};
    int first = 0, count = 2;

    targets->count = 0;
    if (shown->overlay) {
        pages[0] = &shown->overlay->page;
        first = CARD_GROUND_TARGETS;
        count = 1;
    }
    for (int p = 0; p < count; p++) {
        for (int i = p == 0 ? first : 0; i < pages[p]->target_count; i++)
            targets->list[targets->count++] = pages[p]->targets[i];
        targets->of_page = p == 0 ? targets->count : targets->of_page;
    }
}

/* ---- what is touched ---- */

struct press shown_press_at(const struct shown *shown, struct point at)
{
    const struct targets *targets = &shown->targets;
    struct press press = {.scene = shown_front(shown)->key.scene};
    struct action *action = &press.target.action;
    bool found = false;

    for (int p = shown->count - 1; p >= 0 && !found; p--) {
        const struct shown_page *on = &shown->pages[p];
        struct point within = {at.x - (float)on->x_px, at.y};

        for (int i = on->page->target_count - 1; i >= 0 && !found; i--) {
            found = rect_contains(page_reach(on->page, &on->page->targets[i]), within);
            if (!found)
                continue;
            *action = on->page->targets[i].action;
            press.scene = on->scene;
        }
    }
    for (int i = targets->count - 1; i >= 0 && found; i--) {
        if (!action_equal(targets->list[i].action, *action) || !rect_contains(targets->list[i].rect, at))
            continue;
        press.target = targets_id(targets, i);
        break;
    }
    return press;
}

/* ---- marks ---- */

static bool is_part(const struct targets *targets, int index, int first)
{
    return first >= 0 && index < targets->count && (index == first || targets->list[index].more);
}

static void mark_press(const struct shown *shown, const struct press *press, const struct scene *scene)
{
    const struct targets *targets = &shown->targets;
    struct pen pen = page_pen(scene);
    struct colour shade = scene->style->colours.light;
    int first = targets_find(targets, press->target);

    shade.a = 110;
    for (int i = first; is_part(targets, i, first); i++) {
        struct rect rect = page_reach(&shown_front(shown)->page, &targets->list[i]);

        draw_fill(pen, rect, shade);
        if (!targets->list[i].link) /* on what is light too it is seen */
            draw_frame(pen, rect, scene->style->rule_px, scene->style->colours.ink);
    }
}

void shown_mark_presses(const struct shown *shown, const struct presses *presses, const struct scene *scene)
{
    struct scene_ref front = shown_front(shown)->key.scene;

    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        const struct press *press = &presses->list[i];

        if (press->on && (!press->scene.ops || scene_equal(press->scene, front)))
            mark_press(shown, press, scene);
    }
}

struct rect shown_ring(const struct style *style, const struct target *target)
{
    struct rect ring = target->rect;
    int beside = 3 * style->rule_px / 2 + 2;

    if (target->link) {
        ring.x -= beside;
        ring.w += 2 * beside;
    }
    return ring;
}

static void put_ring(const struct shown *shown, const struct target *target, const struct scene *scene)
{
    const struct style *style = scene->style;
    struct pen pen = page_pen(scene);
    struct rect ring = shown_ring(style, target);
    int rule = style->rule_px;

    if (target->scrolled)
        draw_clip(pen, shown_front(shown)->page.scroll.rect);
    draw_frame(pen, ring, 3 * rule / 2, style->colours.deep);
    if (!target->link)
        draw_frame(pen, rect_inset(ring, 3 * rule / 2), rule, style_ring(&style->colours));
    if (target->scrolled)
        draw_clip(pen, (struct rect){0, 0, 0, 0});
}

void shown_mark_focus(const struct shown *shown, struct target_id focused, const struct scene *scene)
{
    int first = targets_find(&shown->targets, focused);

    for (int i = first; is_part(&shown->targets, i, first); i++)
        put_ring(shown, &shown->targets.list[i], scene);
}

void shown_mark_group(const struct shown *shown, struct target_id focused, const struct scene *scene)
{
    int at = targets_find(&shown->targets, focused);

    if (at < 0)
        return;
    struct targets_group group = targets_group_of(&shown->targets, at);

    for (int i = group.first; i <= group.last; i++)
        put_ring(shown, &shown->targets.list[i], scene);
}
