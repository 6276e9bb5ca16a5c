/* All is done in the order in which the file has its rows; only the points that are shown, few of them, are turned. */
#include "photos/rows.h"

#include "photos/scaler.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 4, ALPHA = 3 };

/* EXIF 2.3, tag 274: whether rows stand upright as columns, and which directions then run backwards. */
struct turn {
    bool sideways, back_across, back_down;
};

struct rows {
    struct rows_setup setup;
    struct turn turn;
    struct scaler *scaler;
    struct colours *colours;
    struct size size; /* of the surface, turned as the rows are */
    uint8_t *premultiplied;
    uint8_t *shares; /* of 255: how much of each column is picture */
    int width;
    const char *warning;
};

struct rows *rows_create(const struct rows_setup *setup)
{
    static const struct turn turns[] = {
        {false, false, false}, {false, true, false}, {false, true, true}, {false, false, true},
        {true, false, false},  {true, false, true},  {true, true, true},  {true, true, false},
    };
    struct rows *rows = mem_alloc(sizeof(*rows));

    ASSERT(setup->orientation >= 1 && setup->orientation <= (int)COUNTOF(turns));
    rows->setup = *setup;
    rows->turn = turns[setup->orientation - 1];
    rows->size =
        rows->turn.sideways ? (struct size){setup->surface->h, setup->surface->w} : (struct size){setup->surface->w, setup->surface->h};
    return rows;
}

void rows_destroy(struct rows *rows)
{
    if (!rows)
        return;
    scaler_destroy(rows->scaler);
    colours_destroy(rows->colours);
    free(rows->premultiplied);
    free(rows->shares);
    free(rows);
}

/* A picture's direction: of its `length`, in pixels of its rows, the share from there on is shown on so many points. */
static struct scale_axis axis_of(double length, float from, float share, int points)
{
    return (struct scale_axis){.from = from * length, .step = share * length / points, .length = points};
}

static void place(const struct rows *rows, const struct photo_facts *facts, struct scale_axis *across, struct scale_axis *down)
{
    bool sideways = rows->turn.sideways;
    struct share_rect shares = image_shares(rows->setup.request, sideways ? facts->h / facts->w : facts->w / facts->h);

    if (sideways)
        shares = (struct share_rect){shares.y, shares.x, shares.h, shares.w};
    if (rows->turn.back_across)
        shares.x = 1 - shares.x - shares.w;
    if (rows->turn.back_down)
        shares.y = 1 - shares.y - shares.h;
    *across = axis_of(facts->w, shares.x, shares.w, rows->size.w);
    *down = axis_of(facts->h, shares.y, shares.h, rows->size.h);
    across->source = facts->size.w;
    down->source = facts->size.h;
}

bool rows_begin(struct rows *rows, const struct photo_facts *facts)
{
    struct scale_axis across, down;

    ASSERT(!rows->scaler && facts->size.w > 0 && facts->size.h > 0);
    place(rows, facts, &across, &down);
    rows->width = facts->size.w;
    rows->shares = calloc((size_t)rows->size.w, 1);
    rows->scaler = scaler_create(across, down);
    rows->colours = colours_create(&facts->colours, &rows->warning);
    if (facts->alpha)
        rows->premultiplied = malloc((size_t)facts->size.w * CHANNELS);
    if (!rows->scaler || !rows->colours || !rows->shares || (facts->alpha && !rows->premultiplied))
        return false;
    for (int x = 0; x < rows->size.w; x++)
        rows->shares[x] = (uint8_t)lround(255 * scaler_share_across(rows->scaler, x));
    return true;
}

void rows_add(struct rows *rows, const uint8_t *row)
{
    uint8_t *out = rows->premultiplied;

    for (int i = 0; out && i < rows->width * CHANNELS; i += CHANNELS) {
        unsigned alpha = row[i + ALPHA];

        for (int c = 0; c < ALPHA; c++)
            out[i + c] = (uint8_t)((row[i + c] * alpha + 127) / 255);
        out[i + ALPHA] = (uint8_t)alpha;
    }
    scaler_add(rows->scaler, out ? out : row);
}

bool rows_are_enough(const struct rows *rows)
{
    return image_is_window(rows->setup.request) && scaler_is_done(rows->scaler);
}

static void divide_by_alpha(uint8_t *pixels, int count)
{
    for (uint8_t *pixel = pixels; pixel < pixels + count * CHANNELS; pixel += CHANNELS) {
        unsigned alpha = pixel[ALPHA];

        for (int c = 0; alpha > 0 && alpha < 255 && c < ALPHA; c++)
            pixel[c] = (uint8_t)int_min((int)((pixel[c] * 255U + alpha / 2) / alpha), 255);
    }
}

/* Of 255ths. */
static unsigned times(unsigned one, unsigned other)
{
    return (one * other + 127) / 255;
}

static uint32_t lay_on(struct colour paper, const uint8_t *pixel, unsigned alpha)
{
    unsigned rest = 255 - alpha;

    return (times(pixel[2], alpha) + times(paper.r, rest)) << 16 | (times(pixel[1], alpha) + times(paper.g, rest)) << 8 |
           (times(pixel[0], alpha) + times(paper.b, rest));
}

/* A row of points and where it lies on the surface: from `at` on, in steps of so many pixels. */
struct strip {
    const uint8_t *pixels;
    uint32_t *at;
    ptrdiff_t step;
    unsigned share; /* of 255: how much of its points is picture, in the other direction */
};

static struct strip strip_of(const struct rows *rows, int row)
{
    const SDL_Surface *surface = rows->setup.surface;
    ptrdiff_t pitch = surface->pitch / CHANNELS, along = rows->turn.sideways ? pitch : 1, across = rows->turn.sideways ? 1 : pitch;
    int column = rows->turn.back_across ? rows->size.w - 1 : 0;

    row = rows->turn.back_down ? rows->size.h - 1 - row : row;
    return (struct strip){
        .at = (uint32_t *)surface->pixels + column * along + row * across,
        .step = rows->turn.back_across ? -along : along,
    };
}

static void put_strip(const struct rows *rows, const struct strip *strip)
{
    uint32_t *out = strip->at;
    const uint8_t *pixel = strip->pixels;

    for (int x = 0; x < rows->size.w; x++, pixel += CHANNELS, out += strip->step) {
        unsigned alpha = pixel[ALPHA] & strip->share & rows->shares[x];

        if (alpha == 255)
            *out = (uint32_t)(pixel[2] << 16 | pixel[1] << 8 | pixel[0]);
        else
            *out = lay_on(rows->setup.request->paper, pixel, times(times(pixel[ALPHA], strip->share), rows->shares[x]));
    }
}

/* Some points stand for all. */
static void count_strip(const struct rows *rows, const struct strip *strip)
{
    enum { STEP = 4 };

    for (int x = 0; x < rows->size.w; x += STEP) {
        const uint8_t *pixel = strip->pixels + x * CHANNELS;
        unsigned alpha = pixel[ALPHA];
        struct colour on_black = {(uint8_t)times(pixel[2], alpha), (uint8_t)times(pixel[1], alpha), (uint8_t)times(pixel[0], alpha),
                                  (uint8_t)alpha};

        if ((strip->share & rows->shares[x]) == 255) /* else at an edge */
            ground_count_add(rows->setup.count, on_black, rows->setup.request->paper);
    }
}

void rows_put(const struct rows *rows)
{
    for (int y = 0; y < rows->size.h; y++) {
        struct strip strip = strip_of(rows, y);
        uint8_t *pixels = scaler_row(rows->scaler, y);

        if (rows->premultiplied)
            divide_by_alpha(pixels, rows->size.w);
        strip.pixels = pixels;
        strip.share = (unsigned)lround(255 * scaler_share_down(rows->scaler, y));
        if (strip.share > 0)
            colours_convert(rows->colours, pixels, rows->size.w);
        put_strip(rows, &strip);
        if (rows->setup.count && rows->premultiplied)
            count_strip(rows, &strip);
    }
}

void rows_warn(struct rows *rows, const char *what)
{
    if (!rows->warning)
        rows->warning = what;
}

const char *rows_warning(const struct rows *rows)
{
    return rows->warning;
}
