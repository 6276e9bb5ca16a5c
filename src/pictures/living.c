/* Where groups are away, the first slice is seen; then all the others are laid over the picture in their order. */
#include "pictures/living.h"

#include "pictures/over.h"

#include <math.h>
#include <string.h>

static const float FOLLOWS[] = {[GROUP_BACK] = 0.85F, [GROUP_MID] = 1, [GROUP_FRONT] = 1.12F};

int living_follows_px(int page_px)
{
    return (int)ceilf(fmaxf(1 - FOLLOWS[GROUP_BACK], FOLLOWS[GROUP_FRONT] - 1) * (float)page_px);
}

/* What follows more than its page comes in at one side until the picture has left at the other. What follows less is looked for beyond a
 * side while the page takes that side to the screen's edge, and from then on ever less of it is seen. */
int living_beyond_px(enum group_kind layer, int picture_px, int page_px)
{
    float more = FOLLOWS[layer] - 1;

    return (int)ceilf(more > 0 ? more * (float)page_px : -more * (float)int_max(0, page_px - picture_px));
}

/* Where a slice is away from its place. about: on the surface. */
struct away {
    int x, y;
    float degrees;
    struct point about;
    int strength;
    struct share_rect left; /* what of it is drawn, in shares of its box */
};

static const struct movement *movement_of(const struct living *living, const struct sheet_slice *slice)
{
    for (int i = 0; i < living->picture->movement_count; i++)
        if (slice->kind == GROUP_MOVES && strcmp(living->picture->movements[i].group, slice->group) == 0)
            return &living->picture->movements[i];
    return NULL;
}

static struct share_rect drawn_so_far(enum motion_way way, float share)
{
    float left = 1 - share;

    switch (way) {
    case MOTION_RIGHT:
        return (struct share_rect){0, 0, left, 1};
    case MOTION_LEFT:
        return (struct share_rect){share, 0, left, 1};
    case MOTION_DOWN:
        return (struct share_rect){0, 0, 1, left};
    case MOTION_UP:
    case MOTION_WAY_COUNT:
        break;
    }
    return (struct share_rect){0, share, 1, left};
}

/* share: of the movement, 0 to 1. */
static struct away moved(const struct living *living, const struct movement *movement, float share)
{
    const struct sheet *sheet = living->sheet;
    struct away away = {.strength = 256, .left = {0, 0, 1, 1}};

    switch (movement->motion) {
    case MOTION_SLIDE:
        away.x = (int)lroundf(share * (float)movement->across / 100 * sheet->whole.w);
        away.y = (int)lroundf(share * (float)movement->down / 100 * sheet->whole.h);
        break;
    case MOTION_TURN:
        away.degrees = share * (float)movement->degrees;
        away.about.x = (float)living->place.x + sheet->whole.x + (float)movement->about[0] * sheet->whole.w;
        away.about.y = (float)living->place.y + sheet->whole.y + (float)movement->about[1] * sheet->whole.h;
        break;
    case MOTION_FADE:
        away.strength = (int)lroundf(256 * (1 - share * (1 - (float)movement->faint / 100)));
        break;
    case MOTION_DRAW:
        away.left = drawn_so_far(movement->way, share);
        break;
    case MOTION_COUNT:
        break;
    }
    return away;
}

static struct away away_of(const struct living *living, const struct sheet_slice *slice)
{
    const struct movement *movement = movement_of(living, slice);
    struct away away = {.strength = 256, .left = {0, 0, 1, 1}};

    if (movement && living->state.plays)
        return moved(living, movement, movement_at(movement, living->state.played_ms));
    if (slice->kind == GROUP_BACK || slice->kind == GROUP_FRONT)
        away.x = (int)lroundf((FOLLOWS[slice->kind] - 1) * (float)living->state.x_px);
    return away;
}

static struct rect on_surface(const struct living *living, const struct sheet_slice *slice)
{
    return rect_moved(slice->box, living->place.x, living->place.y);
}

/* A layer goes across all of the picture; a group with a movement as far as that leads. */
static struct rect slice_reach(const struct living *living, const struct sheet_slice *slice)
{
    const struct movement *movement = movement_of(living, slice);
    struct rect box = on_surface(living, slice);

    if (slice->kind == GROUP_BACK || slice->kind == GROUP_FRONT)
        return living->state.x_px != 0 ? (struct rect){living->place.x, box.y, living->place.w, box.h} : (struct rect){0, 0, 0, 0};
    if (!movement || !living->state.plays)
        return (struct rect){0, 0, 0, 0};
    struct away away = moved(living, movement, 1);

    return rect_around(over_reach(box, away.about, away.degrees), rect_moved(box, away.x, away.y));
}

struct rect living_reach(const struct living *living)
{
    struct rect reach = {0, 0, 0, 0};

    for (uint32_t i = 1; i < living->sheet->count; i++)
        reach = rect_around(reach, slice_reach(living, &living->sheet->list[i]));
    return rect_common(reach, living->place);
}

/* What is left of its box. */
static struct rect left_of(struct rect box, struct share_rect left)
{
    struct rect rect = {box.x + (int)lroundf(left.x * (float)box.w), box.y + (int)lroundf(left.y * (float)box.h), 0, 0};

    rect.w = box.x + (int)lroundf((left.x + left.w) * (float)box.w) - rect.x;
    rect.h = box.y + (int)lroundf((left.y + left.h) * (float)box.h) - rect.y;
    return rect;
}

static void put_slice(const struct living *living, const struct sheet_slice *slice, SDL_Surface *surface, struct rect clip)
{
    struct away away = away_of(living, slice);
    struct rect box = rect_moved(on_surface(living, slice), away.x, away.y);
    struct over_ink ink = {sheet_pixels(living->sheet, slice), {box.w, box.h}};
    struct over over = {surface, clip, {(float)box.x, (float)box.y}, away.strength};

    over.clip = away.degrees == 0 ? rect_common(clip, left_of(box, away.left)) : clip;
    if (away.degrees == 0)
        over_put(&over, ink);
    else
        over_put_turned(&over, ink, away.about, away.degrees);
}

bool living_covers(const struct living *living, struct rect clip)
{
    struct rect seen = rect_common(clip, living->place);

    return rect_holds(on_surface(living, &living->sheet->list[0]), seen);
}

/* A few rows at a time, which stay near while slice after slice is laid over them. */
void living_put(const struct living *living, SDL_Surface *surface, struct rect clip)
{
    enum { ROWS = 8 };
    struct rect seen = rect_common(clip, living->place);

    for (int y = seen.y; y < seen.y + seen.h; y += ROWS)
        for (uint32_t i = 0; i < living->sheet->count; i++)
            put_slice(living, &living->sheet->list[i], surface, rect_common(seen, (struct rect){seen.x, y, seen.w, ROWS}));
}
