/* Arithmetic of contrasts. */
#include "photos/ground_count.h"

/* SOLID: of 255, what is less transparent shows hardly anything of its ground. A picture lies on its ground where CLEAR_PERCENT of it are
 * transparent, and cannot be told from it where less than SEEN_PERCENT of the rest stand out. */
enum { SOLID = 191, CLEAR_PERCENT = 20, SEEN_PERCENT = 10 };

static const double CONTRAST_LEAST = 1.5; /* half of what marks need (WCAG 2.1, 1.4.11): less is as good as nothing */

void ground_count_add(struct ground_count *count, struct colour on_black, struct colour ground)
{
    bool opaque = on_black.a > SOLID;

    count->all++;
    count->clear += on_black.a < 255 - SOLID;
    count->opaque += opaque;
    count->seen += opaque && colour_contrast(on_black, ground) >= CONTRAST_LEAST;
}

void ground_count_tell(const struct ground_count *count, struct remarks *remarks)
{
    int64_t clear = count->clear, seen = count->seen;

    if (count->all > 0 && clear == count->all && remarks && remarks->count > 0)
        return; /* what is not shown was told, so that it is no wonder */
    if (count->all > 0 && clear == count->all)
        remark_add(remarks, 0, "nothing is to be seen in it; save it again with all that it shows inside its edges");
    else if (clear * 100 >= (int64_t)count->all * CLEAR_PERCENT && count->opaque > 0 && seen * 100 < (int64_t)count->opaque * SEEN_PERCENT)
        remark_add(remarks, 0,
                   "it is transparent, and what it shows can hardly be told from the ground it lies on; give the picture another "
                   "\"ground\" where it is named, or paint one into it");
}
