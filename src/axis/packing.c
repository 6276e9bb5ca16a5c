/* First fit, with the row's labels in buckets as long as the longest label: whatever collides lies in three of them. */
#include "axis/packing.h"

#include <math.h>
#include <string.h>

enum { IMPORTANCE_LEAST = 3, LEVELS_AN_OCTAVE = 4, NONE = -1 };

struct packer {
    const struct axis_packing *packing;
    double bucket_px;
    int bucket_count;
    int *heads;   /* of row and bucket: the label put there last */
    int *next;    /* of label: the one before it in its bucket */
    double *from; /* of label: where it begins, px from start_place */
};

static double begin_of(const struct axis_packing *packing, double place, int length_px)
{
    double place_px = (place - packing->start_place) * packing->px_per_day;
    double end_px = (packing->end_place - packing->start_place) * packing->px_per_day - packing->end_gap_px;

    return fmin(place_px, end_px - length_px);
}

static int bucket_of(const struct packer *packer, double at_px)
{
    return int_clamp((int)fmin(at_px / packer->bucket_px, packer->bucket_count), 0, packer->bucket_count - 1);
}

static int *head(const struct packer *packer, int row, int bucket)
{
    return &packer->heads[row * packer->bucket_count + bucket];
}

static bool is_free(const struct packer *packer, int row, int label)
{
    const struct axis_packing *packing = packer->packing;
    double from = packer->from[label], to = from + packing->labels[label].length_px + packing->gap_px;
    int bucket = bucket_of(packer, from);

    for (int b = int_max(0, bucket - 1); b <= int_min(bucket + 1, packer->bucket_count - 1); b++) {
        for (int other = *head(packer, row, b); other != NONE; other = packer->next[other]) {
            double other_from = packer->from[other], other_to = other_from + packing->labels[other].length_px + packing->gap_px;

            if (from < other_to && other_from < to)
                return false;
        }
    }
    return true;
}

/* Whether labels of an importance take the row farthest from the axis first, and the earlier before the later. */
static bool is_from_top(int importance)
{
    return importance <= 1;
}

static int place(const struct packer *packer, int label)
{
    int count = packer->packing->row_count;
    bool from_top = is_from_top(packer->packing->labels[label].importance);

    for (int i = 0; i < count; i++) {
        int row = from_top ? count - 1 - i : i;

        if (!is_free(packer, row, label))
            continue;
        int *first = head(packer, row, bucket_of(packer, packer->from[label]));

        packer->next[label] = *first;
        *first = label;
        return row;
    }
    return NONE;
}

static struct packer packer_make(struct arena *scratch, const struct axis_packing *packing)
{
    struct packer packer = {.packing = packing};
    double total = (packing->end_place - packing->start_place) * packing->px_per_day;
    int longest = 0;

    packer.from = ARENA_ARRAY(scratch, double, packing->count);
    packer.next = ARENA_ARRAY(scratch, int, packing->count);
    for (int i = 0; i < packing->count; i++) {
        longest = int_max(longest, packing->labels[i].length_px);
        packer.from[i] = begin_of(packing, packing->labels[i].place, packing->labels[i].length_px);
    }
    packer.bucket_px = fmax(fmax(1, longest + packing->gap_px), total / (packing->count + 1));
    packer.bucket_count = (int)(total / packer.bucket_px) + 1;
    packer.heads = ARENA_ARRAY(scratch, int, packing->row_count *packer.bucket_count);
    for (int i = 0; i < packing->row_count * packer.bucket_count; i++)
        packer.heads[i] = NONE;
    return packer;
}

void axis_packing_rows(struct arena *scratch, const struct axis_packing *packing, int *rows)
{
    struct packer packer = packer_make(scratch, packing);

    for (int importance = 1; importance <= IMPORTANCE_LEAST; importance++)
        for (int n = 0; n < packing->count; n++) {
            int i = is_from_top(importance) ? n : packing->count - 1 - n;

            if (packing->labels[i].importance == importance)
                rows[i] = place(&packer, i);
        }
}

/* ---- longer labels ---- */

/* Where a label of the longer kind would stand or, if it is none (yet), where it stands; from `from` up to `to`. */
struct stretch {
    double from, to;
};

static struct stretch stretch_of(const struct axis_packing *packing, int label, int more_px)
{
    int length = packing->labels[label].length_px + more_px;
    double from = begin_of(packing, packing->labels[label].place, length);

    return (struct stretch){from, from + length};
}

/* previous, next: neighbours in a row; NONE at its ends. */
struct neighbours {
    int previous, next;
};

static struct neighbours *link_rows(struct arena *scratch, const struct axis_packing *packing, const int *rows)
{
    struct neighbours *links = ARENA_ARRAY(scratch, struct neighbours, packing->count);
    int *last = ARENA_ARRAY(scratch, int, packing->row_count);

    for (int row = 0; row < packing->row_count; row++)
        last[row] = NONE;
    for (int i = 0; i < packing->count; i++) {
        links[i] = (struct neighbours){NONE, NONE};
        if (rows[i] < 0)
            continue;
        links[i].previous = last[rows[i]];
        if (last[rows[i]] != NONE)
            links[last[rows[i]]].next = i;
        last[rows[i]] = i;
    }
    return links;
}

void axis_packing_widen(struct arena *scratch, const struct axis_packing *packing, const struct axis_packing_wish *wish, bool *wide)
{
    const struct neighbours *links = link_rows(scratch, packing, wish->rows);

    memset(wide, 0, sizeof(*wide) * (size_t)packing->count);
    for (int importance = 1; importance <= IMPORTANCE_LEAST; importance++) {
        for (int i = 0; i < packing->count; i++) {
            int previous = links[i].previous, next = links[i].next;
            struct stretch stretch = stretch_of(packing, i, wish->more_px[i]);

            if (packing->labels[i].importance != importance || wish->rows[i] < 0 || wish->more_px[i] == 0)
                continue;
            bool clear =
                next == NONE || stretch.to + packing->gap_px <= stretch_of(packing, next, wide[next] ? wish->more_px[next] : 0).from;

            clear =
                clear && (previous == NONE ||
                          stretch_of(packing, previous, wide[previous] ? wish->more_px[previous] : 0).to + packing->gap_px <= stretch.from);
            wide[i] = clear;
        }
    }
}

double axis_packing_level(double px_per_day)
{
    return exp2(floor(log2(px_per_day) * LEVELS_AN_OCTAVE) / LEVELS_AN_OCTAVE);
}
