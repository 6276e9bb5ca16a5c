/* Each pair of elements of a page is looked at. Letters count from the height of capitals to half of their descent: the rest is air. */
#include "audit/overlap.h"

#include <string.h>

/* What meets by so few pixels only touches; an icon keeps 1/ICON_AIR_PARTS of its side empty at each edge; a line is so many rules thick
 * at most. */
enum { TOUCH_PX = 2, ICON_AIR_PARTS = 8, THICK_RULES = 2, NAME_BYTES = 40 };

/* Words or an icon, and where they are seen; at: which command of the list. */
struct element {
    struct rect rect;
    const struct draw_command *command;
    int at;
};

struct search {
    const struct scene *scene;
    struct rect bounds;
    struct element *elements;
    int element_count;
    struct overlap *overlaps;
    int most, count;
};

static bool meet(struct rect one, struct rect other)
{
    struct rect common = rect_common(one, other);

    return common.w > TOUCH_PX && common.h > TOUCH_PX;
}

static bool holds(struct rect outer, struct rect inner)
{
    struct rect common = rect_common(outer, inner);

    return common.w + TOUCH_PX >= inner.w && common.h + TOUCH_PX >= inner.h;
}

static bool is_text(const struct element *element)
{
    return element->command->kind == DRAW_TEXT;
}

/* The beginning of words is enough to find them. */
const char *overlap_name(struct arena *arena, const struct draw_command *command)
{
    if (command->kind == DRAW_ICON)
        return command->icon;
    const char *text = command->text.text;
    int length = int_min(command->text.length, NAME_BYTES);

    while (length < command->text.length && ((unsigned char)text[length] & 0xC0) == 0x80) /* no letter is cut */
        length++;
    return arena_printf(arena, "%.*s%s", length, text, length < command->text.length ? "\u2026" : "");
}

static void add(struct search *s, enum overlap_kind kind, const struct element *what, const struct element *with)
{
    if (s->count < s->most)
        s->overlaps[s->count++] = (struct overlap){kind, overlap_name(s->scene->arena, what->command),
                                                   with ? overlap_name(s->scene->arena, with->command) : NULL, what->rect};
}

struct rect overlap_ink(const struct scene *scene, const struct draw_command *command)
{
    struct face_metrics metrics = page_metrics(scene, command->text.type);

    return (struct rect){command->rect.x, command->text.baseline_px - metrics.cap_px, command->rect.w,
                         metrics.cap_px + metrics.descent_px / 2};
}

/* What the page's clips leave of its words and icons. */
static void collect_elements(struct search *s)
{
    const struct draw_list *list = &s->scene->page->list;
    struct rect clip = {0, 0, 0, 0};

    s->elements = ARENA_ARRAY(s->scene->arena, struct element, list->count);
    for (int i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        struct rect rect;

        if (command->kind == DRAW_CLIP)
            clip = command->rect;
        if (command->kind == DRAW_TEXT)
            rect = overlap_ink(s->scene, command);
        else if (command->kind == DRAW_ICON)
            rect = rect_inset(command->rect, int_min(command->rect.w, command->rect.h) / ICON_AIR_PARTS);
        else
            continue;
        if (!rect_is_empty(clip))
            rect = rect_common(rect, clip);
        if (!rect_is_empty(rect))
            s->elements[s->element_count++] = (struct element){rect, command, i};
    }
}

/* Whether the words have a ground of their own above the icon: what it covers is not seen. */
static bool has_ground(const struct search *s, const struct element *icon, const struct element *words)
{
    for (int i = icon->at + 1; i < words->at; i++) {
        const struct draw_command *command = &s->scene->page->list.commands[i];

        if (command->kind == DRAW_FILL && command->colour.a == 255 && holds(command->rect, words->rect))
            return true;
    }
    return false;
}

/* Icons may stand on icons: a ring on its disc, a country under its outline. */
static void find_words(struct search *s)
{
    for (int i = 0; i < s->element_count && s->count < s->most; i++)
        for (int j = i + 1; j < s->element_count; j++)
            if ((is_text(&s->elements[i]) || is_text(&s->elements[j])) && meet(s->elements[i].rect, s->elements[j].rect) &&
                (is_text(&s->elements[i]) || !has_ground(s, &s->elements[i], &s->elements[j])))
                add(s, OVERLAP_WORDS, &s->elements[i], &s->elements[j]);
}

/* Lines may cross words (that is what underlines do); whatever is broader hides them. */
static void find_covered(struct search *s)
{
    const struct draw_list *list = &s->scene->page->list;
    int thick = THICK_RULES * s->scene->style->rule_px;

    for (int i = 0; i < s->element_count && s->count < s->most; i++) {
        for (int j = s->elements[i].at + 1; is_text(&s->elements[i]) && j < list->count; j++) {
            const struct draw_command *command = &list->commands[j];
            bool opaque = command->kind == DRAW_PICTURE || (command->kind == DRAW_FILL && command->colour.a == 255);

            if (!opaque || int_min(command->rect.w, command->rect.h) <= thick || !meet(s->elements[i].rect, command->rect))
                continue;
            add(s, OVERLAP_COVERED, &s->elements[i], NULL);
            break;
        }
    }
}

/* Buttons and cards hold their words whole, those that scroll once they are scrolled into view. Links are words themselves, and a block
 * is no button. */
static bool holds_words(const struct target *target)
{
    return !target->link && target->action.kind != ACTION_EXPLORE;
}

static void find_leaving(struct search *s)
{
    const struct page *page = s->scene->page;

    for (int i = 0; i < s->element_count && s->count < s->most; i++) {
        const struct element *element = &s->elements[i];

        if (!is_text(element))
            continue;
        if (!holds(s->bounds, element->rect))
            add(s, OVERLAP_OUTSIDE, element, NULL);
        for (int t = 0; t < page->target_count; t++) {
            struct rect reach = page_reach(page, &page->targets[t]);

            if (holds_words(&page->targets[t]) && meet(reach, element->rect) && !holds(page->targets[t].rect, element->rect))
                add(s, OVERLAP_BUTTON, element, NULL);
        }
    }
}

/* What lies below other targets of a page: the ground of a card, the screen beside it, a block. */
static bool is_ground(const struct target *target)
{
    return target->action.kind == ACTION_NONE || target->action.kind == ACTION_CLOSE || target->action.kind == ACTION_WAKE ||
           target->action.kind == ACTION_STAY || target->action.kind == ACTION_EXPLORE;
}

static void find_targets(struct search *s)
{
    const struct page *page = s->scene->page;

    for (int i = 0; i < page->target_count; i++) {
        const struct target *one = &page->targets[i];

        for (int j = i + 1; j < page->target_count && s->count < s->most; j++) {
            const struct target *other = &page->targets[j];
            struct rect below = page_reach(page, one), above = page_reach(page, other);

            if (one->link || other->link || !meet(below, above) || (is_ground(one) && holds(below, above)))
                continue;
            s->overlaps[s->count++] = (struct overlap){.kind = OVERLAP_TARGETS, .what = "", .rect = rect_common(below, above)};
        }
    }
}

int overlap_find(const struct scene *scene, struct rect bounds, struct overlap *overlaps, int most)
{
    struct search search = {.scene = scene, .bounds = bounds, .overlaps = overlaps, .most = most};

    collect_elements(&search);
    find_words(&search);
    find_covered(&search);
    find_leaving(&search);
    find_targets(&search);
    return search.count;
}
