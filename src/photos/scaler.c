/* Each point is a weighted sum of the pixels it shows: where there are fewer points, of a raised cosine times a sinc as wide as two of them
 * (as sharp as a cubic, at half its price); where there are more, a cubic (Catmull-Rom). First all columns of a row, while its sources are
 * at hand, then along it. */
#include "photos/scaler.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 4 };

/* The pixels that make one point, and their weights, which add up to 1. count: 0 beyond the picture. */
struct taps {
    int first, count;
    const float *weights;
};

/* One direction. */
struct taps_row {
    struct taps *list;
    float *weights;
    struct scale_axis axis;
    int first, end; /* the pixels that are needed at all */
};

struct scaler {
    struct taps_row across, down;
    uint8_t *rows; /* a ring of the latest */
    int ring, next_row, next_point;
    float *sums; /* of a row's columns */
    uint8_t *pixels;
};

static double shrinking(double x)
{
    x = fabs(x);
    if (x >= 1)
        return 0;
    return x < 1e-6 ? 1 : sin(M_PI * x) / (M_PI * x) * (0.54 + 0.46 * cos(M_PI * x));
}

static double enlarging(double x)
{
    x = fabs(x);
    if (x >= 2)
        return 0;
    return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

/* How much of a point lies within the picture. */
static double share_of(const struct scale_axis *axis, int point)
{
    double from = axis->from + point * axis->step;

    return fmax(fmin(from + axis->step, axis->source) - fmax(from, 0), 0) / axis->step;
}

static struct taps weigh(const struct scale_axis *axis, int point, float *weights)
{
    double (*const kernel)(double) = axis->step > 1 ? shrinking : enlarging;
    double wide = fmax(axis->step, 1), reach = axis->step > 1 ? wide : 2, centre = axis->from + (point + 0.5) * axis->step, sum = 0;
    int first = (int)fmax(ceil(centre - reach - 0.5), 0), end = (int)fmin(floor(centre + reach - 0.5) + 1, axis->source);
    struct taps taps = {first, int_max(end - first, 0), weights};

    if (share_of(axis, point) <= 0)
        return (struct taps){0};
    for (int i = 0; i < taps.count; i++) {
        weights[i] = (float)kernel((first + i + 0.5 - centre) / wide);
        sum += weights[i];
    }
    for (int i = 0; i < taps.count; i++)
        weights[i] = (float)(weights[i] / fmax(sum, 1e-9));
    return taps;
}

static int taps_most(const struct scale_axis *axis)
{
    return (int)fmin(2 * fmax(axis->step, 2) + 2, axis->source);
}

static bool weigh_all(struct taps_row *row, struct scale_axis axis)
{
    size_t most = (size_t)taps_most(&axis), length = (size_t)axis.length;

    *row = (struct taps_row){calloc(length, sizeof(struct taps)), calloc(length * most, sizeof(float)), axis, axis.source, 0};
    if (!row->list || !row->weights)
        return false;
    for (int i = 0; i < axis.length; i++) {
        struct taps taps = weigh(&axis, i, row->weights + (size_t)i * most);

        ASSERT(taps.count <= (int)most);
        row->list[i] = taps;
        if (taps.count == 0)
            continue;
        row->first = int_min(row->first, taps.first);
        row->end = int_max(row->end, taps.first + taps.count);
    }
    return true;
}

struct scaler *scaler_create(struct scale_axis across, struct scale_axis down)
{
    struct scaler *scaler = calloc(1, sizeof(*scaler));

    if (!scaler)
        return NULL;
    size_t row = (size_t)across.source * CHANNELS;

    scaler->ring = taps_most(&down);
    scaler->rows = malloc((size_t)scaler->ring * row);
    scaler->sums = malloc(row * sizeof(float));
    scaler->pixels = calloc((size_t)across.length * (size_t)down.length, CHANNELS);
    if (weigh_all(&scaler->across, across) && weigh_all(&scaler->down, down) && scaler->rows && scaler->sums && scaler->pixels)
        return scaler;
    scaler_destroy(scaler);
    return NULL;
}

void scaler_destroy(struct scaler *scaler)
{
    if (!scaler)
        return;
    free(scaler->across.list);
    free(scaler->across.weights);
    free(scaler->down.list);
    free(scaler->down.weights);
    free(scaler->rows);
    free(scaler->sums);
    free(scaler->pixels);
    free(scaler);
}

static uint8_t *ring_row(const struct scaler *scaler, int row)
{
    return scaler->rows + (size_t)(row % scaler->ring) * (size_t)scaler->across.axis.source * CHANNELS;
}

static void add_row(float *restrict sums, const uint8_t *restrict row, int count, float weight)
{
    for (int i = 0; i < count; i++)
        sums[i] += (float)row[i] * weight;
}

static void sum_columns(struct scaler *scaler, const struct taps *taps)
{
    int first = scaler->across.first * CHANNELS, count = scaler->across.end * CHANNELS - first;

    if (count <= 0)
        return;
    memset(scaler->sums + first, 0, (size_t)count * sizeof(float));
    for (int i = 0; i < taps->count; i++)
        add_row(scaler->sums + first, ring_row(scaler, taps->first + i) + first, count, taps->weights[i]);
}

/* Four at a time, which gcc and clang make one instruction of where the machine has it. */
typedef float channels __attribute__((vector_size(CHANNELS * sizeof(float)), aligned(sizeof(float))));
typedef int levels __attribute__((vector_size(CHANNELS * sizeof(int))));
typedef uint8_t pixel __attribute__((vector_size(CHANNELS), aligned(1)));

/* Vectors compare to masks. */
static pixel round_off(channels sum)
{
    const channels most = {255, 255, 255, 255}, half = {0.5F, 0.5F, 0.5F, 0.5F};
    levels over = sum > most;
    levels inside = ((levels)sum & (sum > 0) & ~over) | ((levels)most & over);

    return __builtin_convertvector(__builtin_convertvector((channels)inside + half, levels), pixel);
}

static void sum_along(const struct scaler *scaler, uint8_t *out)
{
    const channels *sums = (const channels *)scaler->sums;

    for (int x = 0; x < scaler->across.axis.length; x++) {
        const struct taps *taps = &scaler->across.list[x];
        channels sum = {0};

        for (int i = 0; i < taps->count; i++)
            sum += sums[taps->first + i] * taps->weights[i];
        ((pixel *)out)[x] = round_off(sum);
    }
}

void scaler_add(struct scaler *scaler, const uint8_t *row)
{
    const struct taps_row *down = &scaler->down;
    int here = scaler->next_row++;

    if (here >= down->first && here < down->end)
        memcpy(ring_row(scaler, here), row, (size_t)scaler->across.axis.source * CHANNELS);
    for (; scaler->next_point < down->axis.length; scaler->next_point++) {
        const struct taps *taps = &down->list[scaler->next_point];

        if (taps->count == 0)
            continue;
        if (taps->first + taps->count > scaler->next_row)
            break;
        sum_columns(scaler, taps);
        sum_along(scaler, scaler_row(scaler, scaler->next_point));
    }
}

bool scaler_is_done(const struct scaler *scaler)
{
    return scaler->next_row >= scaler->down.end;
}

uint8_t *scaler_row(const struct scaler *scaler, int row)
{
    return scaler->pixels + (size_t)row * (size_t)scaler->across.axis.length * CHANNELS;
}

double scaler_share_across(const struct scaler *scaler, int column)
{
    return share_of(&scaler->across.axis, column);
}

double scaler_share_down(const struct scaler *scaler, int row)
{
    return share_of(&scaler->down.axis, row);
}
