/* Written so that gcc and clang turn the inner loops into vector code: plain bounds, 16-bit arithmetic, no aliasing. */
#include "pixels/pixels.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum {
    TILE = 32,       /* of turning: 32 rows of 128 bytes fit the first cache, however wide the surface */
    LERP_BLOCK = 32, /* bytes of a fixed count that the compilers unroll into vectors, at -O2 too */
    INK_BLOCK = 8,   /* pixels, the same */
};

/* At most 255 * 256 + 128, which 16 bits hold: eight bytes a vector register, and no wider. */
static uint8_t lerp_byte(uint8_t from, uint8_t to, uint16_t less, uint16_t more)
{
    return (uint8_t)((uint16_t)(from * less + to * more + 128) >> 8);
}

void pixels_lerp(void *out, struct pixels_mix mix, size_t bytes)
{
    ASSERT(mix.share <= 256);
    const uint8_t *from = mix.from, *to = mix.to;
    uint8_t *mixed = out;
    const uint16_t more = (uint16_t)mix.share, less = (uint16_t)(256 - mix.share);
    size_t at = 0;

    for (; at + LERP_BLOCK <= bytes; at += LERP_BLOCK) {
        uint8_t block[LERP_BLOCK];

        for (size_t i = 0; i < LERP_BLOCK; i++)
            block[i] = lerp_byte(from[at + i], to[at + i], less, more);
        memcpy(mixed + at, block, LERP_BLOCK);
    }
    for (; at < bytes; at++)
        mixed[at] = lerp_byte(from[at], to[at], less, more);
}

static uint32_t *row_of(SDL_Surface *surface, int y)
{
    return (uint32_t *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

static const uint32_t *const_row_of(const SDL_Surface *surface, int y)
{
    return (const uint32_t *)((const char *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

void pixels_blend(SDL_Surface *out, const SDL_Surface *from, const SDL_Surface *to, unsigned share)
{
    ASSERT(out->w == from->w && out->h == from->h && out->w == to->w && out->h == to->h);
    for (int y = 0; y < out->h; y++)
        pixels_lerp(row_of(out, y), (struct pixels_mix){const_row_of(from, y), const_row_of(to, y), share}, (size_t)out->w * 4);
}

/* Half of the passage: the row mixed with the colour. */
static void mix_with(uint32_t *out, const uint32_t *row, int width, struct pixels_passage passage)
{
    enum { BLOCK = 64 };
    uint32_t colour[BLOCK];
    bool leaves = passage.share < 128;
    unsigned share = leaves ? passage.share * 2 : passage.share * 2 - 256;

    for (int i = 0; i < BLOCK; i++)
        colour[i] = (uint32_t)passage.by.r << 16 | (uint32_t)passage.by.g << 8 | passage.by.b;
    for (int x = 0; x < width; x += BLOCK) {
        struct pixels_mix mix = {leaves ? row + x : colour, leaves ? colour : row + x, share};

        pixels_lerp(out + x, mix, (size_t)int_min(BLOCK, width - x) * 4);
    }
}

static void keep_same(uint32_t *out, const uint32_t *from, const uint32_t *to, int width)
{
    for (int x = 0; x < width; x++)
        out[x] = from[x] == to[x] ? to[x] : out[x];
}

void pixels_blend_through(SDL_Surface *out, struct pixels_passage passage, struct rect rect)
{
    ASSERT(out->w == passage.from->w && out->h == passage.from->h && out->w == passage.to->w && out->h == passage.to->h);
    ASSERT(passage.share <= 256);
    rect = rect_common(rect, (struct rect){0, 0, out->w, out->h});
    for (int y = rect.y; y < rect.y + rect.h; y++) {
        uint32_t *row = row_of(out, y) + rect.x;
        const uint32_t *from = const_row_of(passage.from, y) + rect.x, *to = const_row_of(passage.to, y) + rect.x;

        mix_with(row, passage.share < 128 ? from : to, rect.w, passage);
        keep_same(row, from, to, rect.w);
    }
}

static uint8_t blended(uint32_t under, unsigned over, unsigned alpha)
{
    return (uint8_t)(((under & 255) * (255 - alpha) + over * alpha + 127) / 255);
}

static void blend_row(uint32_t *row, int width, struct colour colour)
{
    for (int x = 0; x < width; x++) {
        uint32_t under = row[x];

        row[x] = (uint32_t)blended(under >> 16, colour.r, colour.a) << 16 | (uint32_t)blended(under >> 8, colour.g, colour.a) << 8 |
                 blended(under, colour.b, colour.a);
    }
}

/* Stores that stay in the cache, as SDL_FillRect's do not: what is filled is drawn on next. */
static void fill_row(uint32_t *row, int width, uint32_t pixel)
{
    for (int x = 0; x < width; x++)
        row[x] = pixel;
}

static struct rect inside_clip(const SDL_Surface *surface, struct rect rect)
{
    return rect_common(rect, (struct rect){surface->clip_rect.x, surface->clip_rect.y, surface->clip_rect.w, surface->clip_rect.h});
}

void pixels_clip(SDL_Surface *surface, struct rect rect)
{
    SDL_Rect clip = {rect.x, rect.y, rect.w, rect.h};

    SDL_SetClipRect(surface, &clip);
}

void pixels_fill(SDL_Surface *surface, struct rect rect, struct colour colour)
{
    struct rect inside = inside_clip(surface, rect);
    uint32_t pixel = (uint32_t)colour.r << 16 | (uint32_t)colour.g << 8 | colour.b;

    if (rect_is_empty(inside) || colour.a == 0)
        return;
    for (int y = inside.y; y < inside.y + inside.h; y++) {
        uint32_t *row = row_of(surface, y) + inside.x;

        if (colour.a == 255)
            fill_row(row, inside.w, pixel);
        else
            blend_row(row, inside.w, colour);
    }
}

void pixels_copy(SDL_Surface *surface, const SDL_Surface *from, int x, int y)
{
    struct rect to = inside_clip(surface, (struct rect){x, y, from->w, from->h});

    for (int i = to.y; i < to.y + to.h; i++)
        memcpy(row_of(surface, i) + to.x, const_row_of(from, i - y) + (to.x - x), (size_t)to.w * 4);
}

/* 255ths of `share`, rounded: what x / 255 is for all that 16 bits hold of it. */
static uint8_t inked(uint8_t under, uint8_t over, uint8_t share)
{
    uint16_t sum = (uint16_t)(under * (uint8_t)(255 - share) + over * share + 128);

    return (uint8_t)((uint16_t)(sum + (sum >> 8)) >> 8);
}

/* Most of what letters stand in is transparent: such blocks are passed over. */
static void ink_block(uint32_t *row, const uint32_t *over)
{
    uint32_t shares[INK_BLOCK], any = 0;

    for (int i = 0; i < INK_BLOCK; i++) {
        shares[i] = (over[i] >> 24) * 0x010101;
        any |= shares[i];
    }
    if (any == 0)
        return;
    uint8_t under[INK_BLOCK * 4], above[INK_BLOCK * 4], share[INK_BLOCK * 4];

    memcpy(under, row, sizeof(under));
    memcpy(above, over, sizeof(above));
    memcpy(share, shares, sizeof(share));
    for (int i = 0; i < INK_BLOCK * 4; i++)
        under[i] = inked(under[i], above[i], share[i]);
    memcpy(row, under, sizeof(under));
}

static void ink_row(uint32_t *row, const uint32_t *over, int width)
{
    int x = 0, left = width % INK_BLOCK;

    for (; x + INK_BLOCK <= width; x += INK_BLOCK)
        ink_block(row + x, over + x);
    if (left > 0) {
        uint32_t under[INK_BLOCK] = {0}, rest[INK_BLOCK] = {0};

        memcpy(under, row + x, (size_t)left * 4);
        memcpy(rest, over + x, (size_t)left * 4);
        ink_block(under, rest);
        memcpy(row + x, under, (size_t)left * 4);
    }
}

void pixels_ink(SDL_Surface *surface, const SDL_Surface *from, int x, int y)
{
    struct rect to = inside_clip(surface, (struct rect){x, y, from->w, from->h});

    for (int i = to.y; i < to.y + to.h; i++)
        ink_row(row_of(surface, i) + to.x, const_row_of(from, i - y) + (to.x - x), to.w);
}

/* Where a pixel of a stretched line falls on the `count` pixels it is stretched from: the one before it, and the share of the next in
 * 256ths. */
struct sampling {
    int at, next;
    unsigned share;
};

static struct sampling sampling_of(int pixel, int length, int count)
{
    int64_t at = ((2 * (int64_t)pixel + 1) * count * 128 + length / 2) / length - 128; /* of pixels' middles, in 256ths */

    at = at < 0 ? 0 : at;
    int first = int_min((int)(at >> 8), count - 1);

    return (struct sampling){first, int_min(first + 1, count - 1), (unsigned)(at & 255)};
}

static uint32_t mixed_pixel(uint32_t one, uint32_t other, unsigned share)
{
    uint32_t red_blue = ((one & 0xFF00FF) * (256 - share) + (other & 0xFF00FF) * share) >> 8 & 0xFF00FF;
    uint32_t green = ((one & 0xFF00) * (256 - share) + (other & 0xFF00) * share) >> 8 & 0xFF00;

    return red_blue | green;
}

static void stretch_row(uint32_t *out, const uint32_t *from, const struct sampling *samplings, int width)
{
    for (int x = 0; x < width; x++)
        out[x] = mixed_pixel(from[samplings[x].at], from[samplings[x].next], samplings[x].share);
}

void pixels_stretch(SDL_Surface *surface, struct rect rect, const SDL_Surface *from)
{
    struct rect part = inside_clip(surface, rect);
    size_t width = (size_t)int_max(part.w, 1);
    struct sampling *samplings = mem_alloc(width * sizeof(*samplings));
    uint32_t *rows[2] = {mem_alloc(width * sizeof(uint32_t)), mem_alloc(width * sizeof(uint32_t))};
    int held[2] = {-1, -1}; /* which row of `from` each is */

    for (int x = 0; x < part.w; x++)
        samplings[x] = sampling_of(part.x + x - rect.x, rect.w, from->w);
    for (int y = part.y; y < part.y + part.h; y++) {
        struct sampling sampling = sampling_of(y - rect.y, rect.h, from->h);
        int wanted[2] = {sampling.at, sampling.next};

        for (int i = 0; i < 2; i++) {
            int slot = wanted[i] & 1;

            if (held[slot] != wanted[i])
                stretch_row(rows[slot], const_row_of(from, wanted[i]), samplings, part.w);
            held[slot] = wanted[i];
        }
        pixels_lerp(row_of(surface, y) + part.x, (struct pixels_mix){rows[sampling.at & 1], rows[sampling.next & 1], sampling.share},
                    (size_t)part.w * 4);
    }
    free(samplings);
    free(rows[0]);
    free(rows[1]);
}

/* A quarter of a turn, of what lies in a tile of the surface. */
static void turn_tile(SDL_Surface *surface, const SDL_Surface *from, struct rect tile, bool clockwise)
{
    for (int y = tile.y; y < tile.y + tile.h; y++) {
        uint32_t *out = row_of(surface, y);
        int column = clockwise ? y : from->w - 1 - y;

        for (int x = tile.x; x < tile.x + tile.w; x++)
            out[x] = const_row_of(from, clockwise ? from->h - 1 - x : x)[column];
    }
}

static void turn_around(SDL_Surface *surface, const SDL_Surface *from)
{
    for (int y = 0; y < surface->h; y++) {
        uint32_t *out = row_of(surface, y);
        const uint32_t *in = const_row_of(from, from->h - 1 - y) + from->w;

        for (int x = 0; x < surface->w; x++)
            out[x] = *--in;
    }
}

void pixels_turn(SDL_Surface *surface, const SDL_Surface *from, int degrees)
{
    struct rect all = {0, 0, surface->w, surface->h};
    bool sideways = degrees == 90 || degrees == 270;

    ASSERT(surface->w == (sideways ? from->h : from->w) && surface->h == (sideways ? from->w : from->h));
    if (degrees == 0)
        pixels_copy(surface, from, 0, 0);
    else if (degrees == 180)
        turn_around(surface, from);
    for (int top = 0; sideways && top < surface->h; top += TILE) {
        for (int left = 0; left < surface->w; left += TILE)
            turn_tile(surface, from, rect_common(all, (struct rect){left, top, TILE, TILE}), degrees == 90);
    }
}
