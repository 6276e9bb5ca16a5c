/* What no single key of a chart can tell: sums, counts, marks. */
#include "load/check_blocks.h"

#include "base/suggest.h"
#include "exhibit/blocks.h"
#include "yaml/report.h"

#include <math.h>
#include <string.h>

static const double SUM_TOLERANCE = 0.1; /* percentages are rounded */

static void check_sum(struct report *report, const struct chart *chart)
{
    double sum = 0;

    for (int i = 0; i < chart->value_count; i++)
        sum += chart->values[i].value;
    if (chart->total > 0 && fabs(sum - chart->total) > SUM_TOLERANCE)
        report_error(
            report, chart->origin,
            CODED("chart-total") "total: the values add up to %.10g, not to %.10g; correct a value, or the total, or leave the total out",
            sum, chart->total);
}

static void check_marks(struct report *report, const struct chart *chart)
{
    double sum = 0;

    if (chart->kind != CHART_MARKS)
        return;
    if (chart->per <= 0) {
        report_error(report, chart->origin, CODED("key-missing") "per: missing; write how many one mark stands for, for example 100");
        return;
    }
    for (int i = 0; i < chart->value_count; i++)
        sum += ceil(chart->values[i].value / chart->per);
    if (sum > CHART_MARKS_MAX)
        report_error(report, chart->origin,
                     CODED("chart-crowded") "per: these values need %.10g marks, more than anybody can see; let one mark stand for more "
                                            "(%d marks at most)",
                     sum, CHART_MARKS_MAX);
}

static bool is_label(struct text label, const char *name)
{
    return label.in && strcmp(label.in[0], name) == 0;
}

/* Finds the value behind which the line stands, by its label in the default language. */
static void check_date_line(struct report *report, struct chart *chart)
{
    struct date_line *line = &chart->date_line;
    const char *labels[CHART_VALUES_MAX] = {NULL};

    if (!line->at)
        return;
    for (int i = 0; i < chart->value_count; i++) {
        labels[i] = text_in(chart->values[i].label, 0);
        line->after = i;
        if (is_label(chart->values[i].label, line->at) && i + 1 < chart->value_count)
            return;
    }
    const char *suggested = suggest_name(line->at, labels, chart->value_count);

    if (suggested && strcmp(suggested, line->at) != 0)
        report_error(report, line->origin, CODED("chart-line") "at: there is no value \"%s\"; did you mean \"%s\"?",
                     report_quote(line->at).text, suggested);
    else
        report_error(
            report, line->origin,
            CODED("chart-line") "at: \"%s\" labels no value that has another behind it; write the label of the value just before the line",
            report_quote(line->at).text);
}

static void check_chart(struct report *report, struct chart *chart)
{
    if (chart->value_count < 2)
        report_error(report, chart->origin, CODED("list-length") "values: one number alone makes no chart; write two values or more");
    else if (chart->value_count > CHART_VALUES_MAX)
        report_error(report, chart->origin, CODED("list-length") "values: %d are too many for one chart; write %d at most",
                     chart->value_count, CHART_VALUES_MAX);
    else {
        check_sum(report, chart);
        check_marks(report, chart);
        check_date_line(report, chart);
    }
}

void check_blocks(struct findings *findings, struct panel *panel)
{
    struct report report = {findings, panel->origin.file, 0};

    if (panel->chart)
        check_chart(&report, panel->chart);
    if (report.errors > 0)
        panel->chart = NULL;
}
