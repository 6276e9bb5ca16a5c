/* From the first event to the last: what is close enough joins the group or cluster before it. */
#include "axis/clusters.h"

#include <math.h>

enum { NONE = -1 };
static const double EQUAL = 1e-7; /* days, far less than a minute */

/* The window on an opened cluster: so many times as long as the cluster, which stands at this share of it; shorter than before by these
 * factors at least and at most. */
static const double OPEN_LENGTH = 2.5, OPEN_AT = 0.35, OPEN_LEAST = 3, OPEN_MOST = 6;
/* A long cluster, as one of all that lies behind the lanes' names, is seen whole all the same: the window is so many times as long at
 * least, begins this share before it, and is at most this share as long as before. */
static const double HOLD_LENGTH = 1.15, HOLD_BEFORE = 0.05, CLOSER = 0.9;

void axis_clusters_fold(const struct axis_folding *folding, int *groups)
{
    int group = NONE;

    for (int i = 0; i < folding->count; i++) {
        groups[i] = NONE;
        if (!folding->folded[i])
            continue;
        if (group == NONE || (folding->places[i] - folding->places[group]) * folding->px_per_day >= folding->pitch_px)
            group = i;
        groups[i] = group;
    }
}

int axis_clusters_gather(const struct axis_gathering *gathering, struct axis_cluster *clusters)
{
    int made = 0, group = NONE;

    for (int i = 0; i < gathering->count; i++) {
        const struct axis_hidden *hidden = &gathering->hidden[i];
        double along = fmax(gathering->from_px, fmin(hidden->along_px, gathering->to_px - gathering->length_px));
        struct axis_cluster *last = made > 0 ? &clusters[made - 1] : NULL;
        bool same_group = hidden->group != NONE && hidden->group == group;

        group = hidden->group;
        if (last && (same_group || along < last->along_px + gathering->length_px + gathering->gap_px)) {
            last->count++;
            last->from_place = fmin(last->from_place, hidden->place);
            last->to_place = fmax(last->to_place, hidden->place);
            continue;
        }
        clusters[made++] = (struct axis_cluster){hidden->event, 1, hidden->place, hidden->place, along};
    }
    return made;
}

bool axis_clusters_open(const struct axis_cluster *cluster, struct axis_window window, double grain, struct axis_window *to)
{
    double length = cluster->to_place - cluster->from_place;
    double most = fmax(window.days / OPEN_LEAST, fmin(length * HOLD_LENGTH, window.days * CLOSER));
    double days = fmin(fmax(length * OPEN_LENGTH, window.days / OPEN_MOST), most);
    double middle = (cluster->from_place + cluster->to_place) / 2;

    *to = (struct axis_window){fmin(middle - OPEN_AT * days, cluster->from_place - HOLD_BEFORE * days), days};
    return window.days > grain && length >= grain - EQUAL;
}
