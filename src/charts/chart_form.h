/* The forms that a chart can take: each draws what stands between the chart's head and its foot. */
#pragma once

#include "charts/chart_sheet.h"

struct chart_form {
    /* Whether its labels and numbers have room in this width; NULL: they always have. */
    bool (*fits)(const struct chart_sheet *sheet, int width_px);
    /* The lowest height that holds it, and the height at which it looks best. */
    int (*least_height)(const struct chart_sheet *sheet, int width_px);
    int (*best_height)(const struct chart_sheet *sheet, int width_px);
    /* Draws; returns the height that it took. */
    int (*fill)(const struct chart_sheet *sheet, struct rect rect);
};

/* Bars that lie below each other, each under its label. */
extern const struct chart_form chart_form_rows;
/* Bars, or points on a line, that stand beside each other. */
extern const struct chart_form chart_form_columns;
/* Fields of small squares, each of which stands for so many. */
extern const struct chart_form chart_form_marks;
