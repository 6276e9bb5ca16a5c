/* A panel's parts, and which of them a plan has. */
#include "base/plan.h"

const char *const part_names[PART_COUNT] = {
    [PART_PICTURE] = "picture",       [PART_CHAPTER] = "chapter", [PART_VOICE] = "voice",
    [PART_TITLE] = "title",           [PART_BODY] = "body",       [PART_MORE] = "more",
    [PART_DIFFERENCE] = "difference", [PART_SOURCES] = "sources", [PART_CREDIT] = "credit",
    [PART_CHART] = "chart",           [PART_MAP] = "map",         [PART_MEMORIAL] = "memorial",
};

bool plan_has(const struct plan *plan, enum part part)
{
    for (int i = 0; i < plan->area_count; i++)
        if (plan->areas[i].part == part)
            return true;
    return false;
}
