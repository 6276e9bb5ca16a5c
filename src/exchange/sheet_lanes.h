/* Lanes and eras that come in with a sheet of another tool, into config/timeline.yaml. */
#pragma once

#include "wording/intake.h"

enum { SHEET_ITEMS_MAX = 64 };

/* Dates as files have them. at: of its row. */
struct sheet_era {
    const char *from, *to, *title;
    struct origin at;
};

/* New lanes and eras, to be settled together. All texts in the exhibit's first language. */
struct sheet_lanes {
    struct intake *intake;
    const struct node *root;
    struct editing *editing;
    const char *ids[SHEET_ITEMS_MAX], *titles[SHEET_ITEMS_MAX];
    struct origin at[SHEET_ITEMS_MAX];
    struct sheet_era eras[SHEET_ITEMS_MAX];
    int lane_count, era_count;
};

/* The intake has config/timeline.yaml (exchange/event_intake). */
void sheet_lanes_init(struct sheet_lanes *lanes, struct intake *intake);
/* The id of the lane of that name: one that there is, by its name in any language or its id, or a new one. */
const char *sheet_lane(struct sheet_lanes *lanes, const char *title, struct origin at);
/* One of that title that there is gets these dates, if they differ; of two with one title the first counts. */
void sheet_era(struct sheet_lanes *lanes, const struct sheet_era *era);
/* Writes what is new. */
void sheet_lanes_settle(struct sheet_lanes *lanes);
