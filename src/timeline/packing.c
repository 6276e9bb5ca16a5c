/* First fit, with the row's labels in buckets as long as the longest label: whatever collides lies in three of them. */
#include "timeline/packing.h"

#include <math.h>

enum { IMPORTANCE_LEAST = 3, LEVELS_AN_OCTAVE = 4, NOBODY = -1 };

struct packer {
    const struct timeline_packing *packing;
    double bucket_px;
    int bucket_count;
    int *heads;   /* of row and bucket: the label put there last */
    int *next;    /* of label: the one before it in its bucket */
    double *from; /* of label: where it begins, px from start_day */
};

static double begin_of(const struct timeline_packing *packing, const struct timeline_label *label)
{
    double day_px = (label->day - packing->start_day) * packing->px_per_day;
    double end_px = (packing->end_day - packing->start_day) * packing->px_per_day - packing->end_gap_px;

    return fmin(day_px, end_px - label->length_px);
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
    const struct timeline_packing *packing = packer->packing;
    double from = packer->from[label], to = from + packing->labels[label].length_px + packing->gap_px;
    int bucket = bucket_of(packer, from);

    for (int b = int_max(0, bucket - 1); b <= int_min(bucket + 1, packer->bucket_count - 1); b++) {
        for (int other = *head(packer, row, b); other != NOBODY; other = packer->next[other]) {
            double other_from = packer->from[other], other_to = other_from + packing->labels[other].length_px + packing->gap_px;

            if (from < other_to && other_from < to)
                return false;
        }
    }
    return true;
}

static int place(const struct packer *packer, int label)
{
    int count = packer->packing->row_count;
    bool from_top = packer->packing->labels[label].importance <= 1;

    for (int i = 0; i < count; i++) {
        int row = from_top ? count - 1 - i : i;

        if (!is_free(packer, row, label))
            continue;
        int *first = head(packer, row, bucket_of(packer, packer->from[label]));

        packer->next[label] = *first;
        *first = label;
        return row;
    }
    return NOBODY;
}

static struct packer packer_make(struct arena *scratch, const struct timeline_packing *packing)
{
    struct packer packer = {.packing = packing};
    double total = (packing->end_day - packing->start_day) * packing->px_per_day;

    packer.bucket_px = 1;
    packer.from = ARENA_ARRAY(scratch, double, packing->count);
    packer.next = ARENA_ARRAY(scratch, int, packing->count);
    for (int i = 0; i < packing->count; i++) {
        packer.bucket_px = fmax(packer.bucket_px, packing->labels[i].length_px + packing->gap_px);
        packer.from[i] = begin_of(packing, &packing->labels[i]);
    }
    packer.bucket_px = fmax(packer.bucket_px, total / (packing->count + 1));
    packer.bucket_count = (int)(total / packer.bucket_px) + 1;
    packer.heads = ARENA_ARRAY(scratch, int, packing->row_count *packer.bucket_count);
    for (int i = 0; i < packing->row_count * packer.bucket_count; i++)
        packer.heads[i] = NOBODY;
    return packer;
}

void timeline_pack(struct arena *scratch, const struct timeline_packing *packing, int *rows)
{
    struct packer packer = packer_make(scratch, packing);

    for (int importance = 1; importance <= IMPORTANCE_LEAST; importance++)
        for (int i = packing->count - 1; i >= 0; i--)
            if (packing->labels[i].importance == importance)
                rows[i] = place(&packer, i);
}

double timeline_level(double px_per_day)
{
    return exp2(floor(log2(px_per_day) * LEVELS_AN_OCTAVE) / LEVELS_AN_OCTAVE);
}

void timeline_fold(const struct timeline_folding *folding, int *first, int *sizes)
{
    int group = NOBODY;

    for (int i = 0; i < folding->count; i++) {
        first[i] = NOBODY;
        sizes[i] = 0;
        if (!folding->folded[i])
            continue;
        if (group == NOBODY || (folding->days[i] - folding->days[group]) * folding->px_per_day >= folding->pitch_px)
            group = i;
        first[i] = group;
        sizes[group]++;
    }
}

int timeline_gather(const struct timeline_gathering *gathering, struct timeline_cluster *clusters)
{
    const struct timeline_hidden *hidden = gathering->hidden;
    int made = 0;

    for (int i = 0; i < gathering->count; i++) {
        double along = fmax(gathering->from_px, fmin(hidden[i].along_px, gathering->to_px - gathering->length_px));
        struct timeline_cluster *last = made > 0 ? &clusters[made - 1] : NULL;
        bool together = i > 0 && hidden[i].group != NOBODY && hidden[i].group == hidden[i - 1].group;

        if (last && (together || along < last->along_px + gathering->length_px + gathering->gap_px)) {
            last->count++;
            last->from_day = fmin(last->from_day, hidden[i].day);
            last->to_day = fmax(last->to_day, hidden[i].day);
            continue;
        }
        clusters[made++] = (struct timeline_cluster){hidden[i].event, 1, hidden[i].day, hidden[i].day, along};
    }
    return made;
}
