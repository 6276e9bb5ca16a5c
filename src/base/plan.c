/* The names of a panel's parts. */
#include "base/plan.h"

const char *const part_names[PART_COUNT] = {
    [PART_PICTURE] = "picture",       [PART_CHAPTER] = "chapter", [PART_VOICE] = "voice",
    [PART_TITLE] = "title",           [PART_BODY] = "body",       [PART_MORE] = "more",
    [PART_DIFFERENCE] = "difference", [PART_SOURCES] = "sources", [PART_CREDIT] = "credit",
    [PART_CHART] = "chart",           [PART_MAP] = "map",
};
