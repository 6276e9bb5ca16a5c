/* Fitting: a panel's parts placed by its plan, some of them giving way, in a fixed order, until all of them stand. Pure. */
#pragma once

#include "base/geom.h"
#include "base/plan.h"

/* How often the type of headline and body can be made smaller: at step 0 it is as large as it should be, at the last as small as it may be.
 */
enum { FIT_STEPS = 4 };

/* What parts need. step: of the headline's or the body's type, 0 for other parts. The same question must always have the same answer:
 * heights are remembered. legible: whether the headline or a block can be read there. width: of a button that has so much room. */
struct fit_needs {
    int (*height)(const void *context, enum part part, int width_px, int step);
    bool (*legible)(const void *context, enum part part, struct rect rect, int step);
    int (*width)(const void *context, enum part part, int room_px);
};

/* present, blocks: a bit a part; blocks are charts, maps and their like, which may be smaller than at their best. body_least_px: how much
 * is seen of a body that scrolls, in each step of its type. button_gap_px: between two buttons in one row. */
struct fit_request {
    const struct plan *plan;
    struct rect space;
    unsigned present, blocks;
    int body_least_px[FIT_STEPS];
    int button_gap_px;
    const void *context;
    const struct fit_needs *needs;
};

/* rects: empty for parts that have no place. body_px: the height that the body needs in its place; where it has less, it scrolls.
 * overflow_px: by how much the parts leave the space in spite of all. plain: there is room only without the picture. tall_title: the
 * headline takes more than half of the space. */
struct fit {
    struct rect rects[PART_COUNT];
    int title_step, body_step;
    int body_px, overflow_px;
    bool plain, tall_title;
};

struct fit fit_parts(const struct fit_request *request);
