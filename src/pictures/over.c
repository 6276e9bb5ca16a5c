/* Most pixels of a slice are empty or solid, and are passed over or copied. */
#include "pictures/over.h"

#include <math.h>
#include <string.h>

static const float RADIANS = 3.14159265F / 180;

/* Both in eight bits a channel; strength of 256. */
static uint32_t scaled(uint32_t pixel, unsigned strength)
{
    return ((pixel & 0xFF00FF) * strength >> 8 & 0xFF00FF) | ((pixel >> 8 & 0xFF00FF) * strength & 0xFF00FF00);
}

static uint32_t laid_over(uint32_t under, uint32_t ink)
{
    unsigned alpha = ink >> 24;

    return ink + scaled(under, 256 - alpha - (alpha >> 7));
}

static struct rect bounds_of(const SDL_Surface *surface)
{
    return (struct rect){0, 0, surface->w, surface->h};
}

static uint32_t *row_of(SDL_Surface *surface, int y)
{
    return (uint32_t *)(void *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

/* What all pixels of a block are, so that they are not looked at one by one. */
enum block_kind { BLOCK_EMPTY, BLOCK_SOLID, BLOCK_MIXED };
enum { BLOCK = 16 };

static enum block_kind kind_of_block(const uint32_t *ink)
{
    uint32_t any = 0, all = UINT32_MAX;

    for (int i = 0; i < BLOCK; i++) {
        any |= ink[i];
        all &= ink[i];
    }
    return any == 0 ? BLOCK_EMPTY : all >= 0xFF000000 ? BLOCK_SOLID : BLOCK_MIXED;
}

static void put_pixels(uint32_t *out, const uint32_t *ink, int width, unsigned strength)
{
    for (int x = 0; x < width; x++) {
        uint32_t pixel = ink[x];

        if (pixel == 0)
            continue;
        if (strength < 256)
            pixel = scaled(pixel, strength);
        out[x] = pixel >= 0xFF000000 ? pixel : laid_over(out[x], pixel);
    }
}

static void put_row(uint32_t *out, const uint32_t *ink, int width, unsigned strength)
{
    int x = 0;

    for (; x + BLOCK <= width; x += BLOCK) {
        enum block_kind kind = kind_of_block(ink + x);

        if (kind == BLOCK_SOLID && strength == 256)
            memcpy(out + x, ink + x, BLOCK * sizeof(*out));
        else if (kind != BLOCK_EMPTY)
            put_pixels(out + x, ink + x, BLOCK, strength);
    }
    put_pixels(out + x, ink + x, width - x, strength);
}

void over_put(const struct over *over, struct over_ink ink)
{
    struct rect box = {(int)over->at.x, (int)over->at.y, ink.size.w, ink.size.h};
    struct rect seen = rect_common(rect_common(box, over->clip), bounds_of(over->surface));

    for (int y = seen.y; y < seen.y + seen.h; y++)
        put_row(row_of(over->surface, y) + seen.x, ink.pixels + (ptrdiff_t)(y - box.y) * box.w + (seen.x - box.x), seen.w,
                (unsigned)over->strength);
}

/* The box around a rectangle that is turned. */
static struct rect turned_box(struct rect rect, struct point about, float degrees)
{
    float cosine = cosf(degrees * RADIANS), sine = sinf(degrees * RADIANS);
    float left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

    for (int corner = 0; corner < 4; corner++) {
        float x = (float)(rect.x + (corner & 1) * rect.w) - about.x, y = (float)(rect.y + (corner >> 1) * rect.h) - about.y;
        float across = about.x + x * cosine - y * sine, down = about.y + x * sine + y * cosine;

        left = fminf(left, across);
        right = fmaxf(right, across);
        top = fminf(top, down);
        bottom = fmaxf(bottom, down);
    }
    return (struct rect){(int)floorf(left) - 1, (int)floorf(top) - 1, (int)(right - left) + 3, (int)(bottom - top) + 3};
}

/* Between two steps a corner's arc lies beyond both by less than a hundredth of a step's chord. */
struct rect over_reach(struct rect rect, struct point about, float degrees)
{
    enum { STEP_DEGREES = 4 };
    int steps = (int)ceilf(fabsf(degrees) / STEP_DEGREES);
    struct rect reach = rect;

    for (int i = 1; i <= steps; i++)
        reach = rect_around(reach, turned_box(rect, about, degrees * (float)i / (float)steps));
    return rect_inset(reach, steps > 0 ? -(reach.w + reach.h) / 1000 - 1 : 0);
}

static uint32_t mixed(uint32_t one, uint32_t other, unsigned share)
{
    uint32_t red_blue = (one & 0xFF00FF) * (256 - share) + (other & 0xFF00FF) * share;
    uint32_t alpha_green = (one >> 8 & 0xFF00FF) * (256 - share) + (other >> 8 & 0xFF00FF) * share;

    return (red_blue >> 8 & 0xFF00FF) | (alpha_green & 0xFF00FF00);
}

/* Nothing beyond the slice's edges. */
static uint32_t ink_at(struct over_ink ink, int x, int y)
{
    return x >= 0 && y >= 0 && x < ink.size.w && y < ink.size.h ? ink.pixels[(ptrdiff_t)y * ink.size.w + x] : 0;
}

/* A place on a slice, in 65536ths of its pixels. */
struct over_place {
    int64_t x, y;
};

enum { ONE = 1 << 16 };

/* Between four pixels' middles, of which most are alike. */
static uint32_t sampled(struct over_ink ink, struct over_place from)
{
    int x = (int)(from.x >> 16), y = (int)(from.y >> 16);
    bool inside = x >= 0 && y >= 0 && x + 1 < ink.size.w && y + 1 < ink.size.h;
    const uint32_t *at = inside ? ink.pixels + (ptrdiff_t)y * ink.size.w + x : NULL;
    uint32_t upper[2] = {inside ? at[0] : ink_at(ink, x, y), inside ? at[1] : ink_at(ink, x + 1, y)};
    uint32_t lower[2] = {inside ? at[ink.size.w] : ink_at(ink, x, y + 1), inside ? at[ink.size.w + 1] : ink_at(ink, x + 1, y + 1)};
    unsigned across = (unsigned)(from.x >> 8 & 255), down = (unsigned)(from.y >> 8 & 255);

    if (upper[0] == upper[1] && upper[0] == lower[0] && upper[0] == lower[1])
        return upper[0];
    return mixed(mixed(upper[0], upper[1], across), mixed(lower[0], lower[1], across), down);
}

static int64_t fixed(float value)
{
    return (int64_t)(value * (float)ONE);
}

void over_put_turned(const struct over *over, struct over_ink ink, struct point about, float degrees)
{
    struct rect box = {(int)over->at.x, (int)over->at.y, ink.size.w, ink.size.h};
    struct rect seen = rect_common(rect_common(turned_box(box, about, degrees), over->clip), bounds_of(over->surface));
    float cosine = cosf(degrees * RADIANS), sine = sinf(degrees * RADIANS);
    const struct over_place step = {fixed(cosine), -fixed(sine)}, last = {(int64_t)ink.size.w * ONE, (int64_t)ink.size.h * ONE};

    for (int y = seen.y; y < seen.y + seen.h; y++) { /* turned back, a place says what is seen there */
        float across = (float)seen.x + 0.5F - about.x, down = (float)y + 0.5F - about.y;
        struct over_place from = {fixed(about.x + across * cosine + down * sine - over->at.x - 0.5F),
                                  fixed(about.y + down * cosine - across * sine - over->at.y - 0.5F)};
        uint32_t *row = row_of(over->surface, y);

        for (int x = seen.x; x < seen.x + seen.w; x++, from.x += step.x, from.y += step.y) {
            if (from.x <= -ONE || from.y <= -ONE || from.x >= last.x || from.y >= last.y)
                continue;
            uint32_t pixel = sampled(ink, from);

            if (pixel >= 0xFF000000 && over->strength == 256)
                row[x] = pixel;
            else if (pixel != 0)
                row[x] = laid_over(row[x], scaled(pixel, (unsigned)over->strength));
        }
    }
}
