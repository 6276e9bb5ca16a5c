/* A clip of the list's own is cut to the page, so what it limits stays within; all else that would stand out is limited for itself. */
#include "layout/lowered.h"

static const struct rect NO_CLIP = {0, 0, 0, 0}, NOTHING = {-1, -1, 1, 1}; /* a clip that shows nothing must not be empty */

static struct rect seen(const struct lowered *lowered, struct rect rect)
{
    return rect_common(rect_moved(rect, 0, lowered->by_px), lowered->page);
}

static struct rect clip_of(const struct lowered *lowered, struct rect rect)
{
    struct rect clip = seen(lowered, rect);

    if (rect_is_empty(rect))
        return NO_CLIP;
    return rect_is_empty(clip) ? NOTHING : clip;
}

static bool is_below(const struct lowered *lowered, const struct draw_command *command)
{
    return command->kind != DRAW_CLIP && command->rect.y >= lowered->page.y + lowered->page.h;
}

static void put(struct draw_list *list, struct draw_command command)
{
    list->commands[list->count++] = command;
}

static void put_clip(struct draw_list *list, struct rect clip)
{
    put(list, (struct draw_command){.kind = DRAW_CLIP, .rect = clip});
}

/* clipped: by the list itself. */
static void put_moved(struct draw_list *list, const struct draw_command *command, const struct lowered *lowered, bool clipped)
{
    struct draw_command moved = *command;

    moved.rect = rect_moved(command->rect, 0, lowered->by_px);
    if (command->kind == DRAW_TEXT)
        moved.text.baseline_px += lowered->by_px;

    struct rect reach = draw_reach(moved.kind, moved.rect), within = rect_common(reach, lowered->page);
    bool cut = !clipped && !rect_equal(within, reach);

    if (rect_is_empty(within))
        return;
    if (cut)
        put_clip(list, lowered->page);
    put(list, moved);
    if (cut)
        put_clip(list, NO_CLIP);
}

struct draw_list lowered_list(struct arena *arena, const struct draw_list *list, const struct lowered *lowered, int fixed)
{
    struct draw_list to = {.capacity = 3 * list->count + 1};
    bool clipped = false;

    to.commands = ARENA_ARRAY(arena, struct draw_command, to.capacity);
    if (lowered->ground.a > 0)
        put(&to, (struct draw_command){.kind = DRAW_FILL,
                                       .rect = {lowered->page.x, lowered->page.y, lowered->page.w, lowered->by_px},
                                       .colour = lowered->ground});
    for (int i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];

        if (i < fixed || is_below(lowered, command)) {
            put(&to, *command);
        } else if (command->kind == DRAW_CLIP) {
            clipped = !rect_is_empty(command->rect);
            put_clip(&to, clip_of(lowered, command->rect));
        } else {
            put_moved(&to, command, lowered, clipped);
        }
    }
    return to;
}

void lowered_marks(struct draw_list *marks, const struct lowered *lowered, int first)
{
    for (int i = first; i < marks->count; i++) {
        struct draw_command *command = &marks->commands[i];

        if (command->kind == DRAW_CLIP)
            command->rect = clip_of(lowered, command->rect);
        else if (!is_below(lowered, command))
            command->rect = seen(lowered, command->rect);
    }
}
