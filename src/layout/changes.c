/* Both frames are lists of commands; any way of pairing equal ones in their order is right, for where no command without its like reaches,
 * the same is drawn in the same order. What is left over marks squares of the screen, which are then joined to rectangles. */
#include "layout/changes.h"

#include "layout/frame.h"

#include <stdlib.h>
#include <string.h>

enum { SQUARE_PX = 32, AHEAD = 24 /* commands that may have come or gone in one place */ };

/* A command as it is seen: where, and what. hash 0: otherwise than any. */
struct drawn_command {
    struct rect rect;
    uint64_t hash;
};

struct drawn_list {
    struct drawn_command *list;
    int count, capacity;
};

struct changes {
    struct drawn_list before, now;
    struct size size; /* of the frame before; no width: none */
    struct rect area;
    bool mirrored;
    bool *marked; /* squares, row by row */
    int across, down;
};

struct changes *changes_create(void)
{
    return mem_alloc(sizeof(struct changes));
}

void changes_destroy(struct changes *changes)
{
    if (!changes)
        return;
    free(changes->before.list);
    free(changes->now.list);
    free(changes->marked);
    free(changes);
}

void changes_forget(struct changes *changes)
{
    changes->size = (struct size){0};
}

/* ---- commands as they are seen ---- */

/* A list whose (0, 0) is at `at`, cut to `limit`, both of the frame. */
struct list_place {
    const struct frame *frame;
    struct rect limit;
    int x, y;
};

static void add_list(struct drawn_list *drawn, struct list_place listing, const struct draw_list *list)
{
    struct rect clip = listing.limit;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        struct rect rect = rect_moved(command->rect, listing.x, listing.y);

        if (command->kind == DRAW_CLIP) {
            clip = rect_is_empty(rect) ? listing.limit : rect_common(rect, listing.limit);
            continue;
        }
        struct drawn_command seen = {rect_common(draw_reach(command->kind, rect), clip), draw_command_hash(command, clip)};

        if (command->kind == DRAW_PICTURE && command->picture.moving)
            seen.hash = 0;
        if (rect_is_empty(seen.rect))
            continue;
        seen.rect = frame_rect(listing.frame, seen.rect);
        drawn->list = mem_grow(drawn->list, drawn->count, &drawn->capacity, sizeof(*drawn->list));
        drawn->list[drawn->count++] = seen;
    }
}

static void list_frame(struct drawn_list *drawn, const struct frame *frame)
{
    drawn->count = 0;
    add_list(drawn, (struct list_place){frame, frame->area, frame->area.x, frame->area.y}, &frame->layers[0].list);
    for (int i = 0; i < frame->over_count; i++)
        add_list(drawn, (struct list_place){frame, {0, 0, frame->size.w, frame->size.h}, 0, 0}, &frame->over[i]);
}

/* ---- squares ---- */

static void unmark_all(struct changes *changes, struct size size)
{
    int across = (size.w + SQUARE_PX - 1) / SQUARE_PX, down = (size.h + SQUARE_PX - 1) / SQUARE_PX;

    if (across != changes->across || down != changes->down) {
        free(changes->marked);
        changes->marked = mem_alloc(sizeof(bool) * (size_t)int_max(1, across * down));
        changes->across = across;
        changes->down = down;
    }
    memset(changes->marked, 0, sizeof(bool) * (size_t)(across * down));
}

static void mark(struct changes *changes, struct rect rect)
{
    int left = int_max(0, rect.x / SQUARE_PX), right = int_min(changes->across, (rect.x + rect.w + SQUARE_PX - 1) / SQUARE_PX);
    int top = int_max(0, rect.y / SQUARE_PX), bottom = int_min(changes->down, (rect.y + rect.h + SQUARE_PX - 1) / SQUARE_PX);

    for (int row = top; row < bottom; row++)
        for (int column = left; column < right; column++)
            changes->marked[row * changes->across + column] = true;
}

/* As far as marked squares go on in the row. */
static int run_from(const struct changes *changes, int row, int column)
{
    int end = column;

    while (end < changes->across && changes->marked[row * changes->across + end])
        end++;
    return end;
}

static bool goes_on(const struct changes *changes, int row, int from, int to)
{
    const bool *squares = &changes->marked[row * changes->across];

    return (from == 0 || !squares[from - 1]) && run_from(changes, row, from) == to;
}

/* Runs of squares, each as far down as the rows below have the very same run; those squares are then unmarked. */
static int join_squares(struct changes *changes, struct size size, struct rect rects[CHANGES_MAX])
{
    int count = 0;

    for (int row = 0; row < changes->down; row++) {
        for (int from = 0, to; from < changes->across; from = to + 1) {
            int bottom = row + 1;

            to = run_from(changes, row, from);
            if (to == from)
                continue;
            for (; bottom < changes->down && goes_on(changes, bottom, from, to); bottom++)
                memset(&changes->marked[bottom * changes->across + from], 0, sizeof(bool) * (size_t)(to - from));
            if (count == CHANGES_MAX)
                return CHANGES_ALL;
            int x = from * SQUARE_PX, y = row * SQUARE_PX;

            rects[count++] = (struct rect){x, y, int_min(to * SQUARE_PX, size.w) - x, int_min(bottom * SQUARE_PX, size.h) - y};
        }
    }
    return count;
}

/* ---- pairs ---- */

static bool are_equal(const struct drawn_command *one, const struct drawn_command *other)
{
    return one->hash != 0 && one->hash == other->hash && rect_equal(one->rect, other->rect);
}

/* How many commands further the list has the like of `wanted`; AHEAD + 1: not near. */
static int find_ahead(const struct drawn_list *list, int from, const struct drawn_command *wanted)
{
    for (int i = 0; i <= AHEAD && from + i < list->count; i++)
        if (are_equal(&list->list[from + i], wanted))
            return i;
    return AHEAD + 1;
}

static void mark_next(struct changes *changes, const struct drawn_list *list, int *at, int count)
{
    for (int i = 0; i < count && *at < list->count; i++)
        mark(changes, list->list[(*at)++].rect);
}

static void mark_differences(struct changes *changes)
{
    const struct drawn_list *before = &changes->before, *now = &changes->now;
    int old = 0, new = 0;

    while (old < before->count && new < now->count) {
        int gone = find_ahead(before, old, &now->list[new]), come = find_ahead(now, new, &before->list[old]);

        if (gone > AHEAD && come > AHEAD)
            gone = come = 1; /* neither has its like near */
        else if (gone <= come)
            come = 0;
        else
            gone = 0;
        if (gone == 0 && come == 0) {
            old++;
            new ++;
            continue;
        }
        mark_next(changes, before, &old, gone);
        mark_next(changes, now, &new, come);
    }
    mark_next(changes, before, &old, before->count);
    mark_next(changes, now, &new, now->count);
}

int changes_take(struct changes *changes, const struct frame *frame, struct rect rects[CHANGES_MAX])
{
    struct drawn_list spare = changes->before;
    bool known = changes->size.w == frame->size.w && changes->size.h == frame->size.h && rect_equal(changes->area, frame->area) &&
                 changes->mirrored == frame->mirrored && frame_is_at_rest(frame);

    changes->before = changes->now;
    changes->now = spare;
    changes_forget(changes);
    if (!frame_is_at_rest(frame))
        return CHANGES_ALL;
    list_frame(&changes->now, frame);
    changes->size = frame->size;
    changes->area = frame->area;
    changes->mirrored = frame->mirrored;
    if (!known)
        return CHANGES_ALL;
    unmark_all(changes, frame->size);
    mark_differences(changes);
    return join_squares(changes, frame->size, rects);
}
