/* Bars that stand beside each other, or a line through points: for short labels, as years are. A day between two of them is a thin line
 * with its text above the plot, where nothing else stands. */
#include "charts/chart_form.h"

#include "page/bars.h"
#include "page/label.h"
#include "page/passage.h"
#include "page/stroke.h"

#include <math.h>

static const float BAR_SHARE = 0.66F;                      /* of a slot */
static const float BEST_ASPECT = 0.5F, MOST_ASPECT = 0.8F; /* a plot's height over its width */

enum { TICKS_WANTED = 5, PLOT_LEAST_CAPS = 5 };

/* Where everything stands in the chart's rectangle: at the left the numbers of the axis (gutter), above the plot the text of the day
 * (head), below it the labels (foot). Each value has a slot of the plot's width. */
struct column_plan {
    int gutter, head, foot, slot, plot_w;
    struct type numeral, label;
    int every; /* under a line that has many values: only so many-th labels are shown */
    bool line;
};

static bool is_shown(const struct chart_sheet *sheet, const struct column_plan *plan, int value)
{
    int half = plan->every / 2, from_end = sheet->chart->value_count - 1 - value;

    /* A label that stands for several is wider than its slot: none stands so near an end that it would leave the plot. */
    return value >= half && from_end >= half && (from_end - half) % plan->every == 0;
}

static int gutter_width(const struct chart_sheet *sheet)
{
    double most = chart_sheet_most(sheet), step = chart_sheet_step(most, TICKS_WANTED);
    int widest = 0;

    for (int i = 0; i * step <= most; i++)
        widest = int_max(widest, label_width(sheet->scene, sheet->small, chart_sheet_tick(sheet, i * step)));
    return widest + 2 * sheet->gap_px;
}

/* The type in the largest size, up to its own, in which no number (or no label) is wider than the room. */
static struct type shrunk_to_slot(const struct chart_sheet *sheet, struct type type, int room, bool numbers)
{
    for (int i = 0; i < sheet->chart->value_count; i++) {
        const char *text = numbers ? chart_sheet_number(sheet, i) : text_in(sheet->chart->values[i].label, sheet->scene->language);

        type = label_shrunk(sheet->scene, &(struct label){.type = type, .text = text}, room, 1);
    }
    return type;
}

/* Beside the line of the day, on the side where there is more room; from the left of the chart's rectangle. */
static struct rect day_rect(const struct chart_sheet *sheet, const struct column_plan *plan)
{
    int x = plan->gutter + (sheet->chart->date_line.after + 1) * plan->slot, pad = sheet->gap_px * 3 / 2,
        width = plan->gutter + plan->plot_w;
    bool right = width - x >= x;

    return right ? (struct rect){x + pad, 0, width - x - pad, 0} : (struct rect){0, 0, x - pad, 0};
}

static struct passage day_text(const struct chart_sheet *sheet, const struct column_plan *plan)
{
    struct passage text = chart_sheet_label(sheet, sheet->chart->date_line.text);

    text.align = day_rect(sheet, plan).x > 0 ? ALIGN_START : ALIGN_END;
    return text;
}

static struct column_plan plan_for(const struct chart_sheet *sheet, int width)
{
    struct column_plan plan = {.line = sheet->chart->kind == CHART_LINE, .every = 1, .gutter = gutter_width(sheet)};
    int count = sheet->chart->value_count, least = sheet->small.size_px;

    plan.slot = (width - plan.gutter) / count;
    plan.plot_w = plan.slot * count;
    do {
        plan.numeral = shrunk_to_slot(sheet, sheet->numeral, plan.slot * plan.every - 2 * sheet->gap_px, true);
        plan.label = shrunk_to_slot(sheet, sheet->label, plan.slot * plan.every - 2 * sheet->gap_px, false);
    } while (plan.line && (plan.numeral.size_px < least || plan.label.size_px < least) && ++plan.every < count);
    plan.foot = chart_sheet_line(sheet, plan.label) + sheet->gap_px + (plan.line ? chart_sheet_line(sheet, plan.numeral) : 0);
    if (sheet->chart->date_line.at) {
        struct passage text = day_text(sheet, &plan);

        plan.head = chart_sheet_text_height(sheet, &text, day_rect(sheet, &plan).w) + sheet->gap_px;
    }
    return plan;
}

static bool columns_fit(const struct chart_sheet *sheet, int width)
{
    struct column_plan plan = plan_for(sheet, width);

    for (int i = 0; i < sheet->chart->value_count; i++)
        if (text_in(sheet->chart->values[i].note, sheet->scene->language)[0])
            return false;
    return sheet->chart->total <= 0 && plan.numeral.size_px >= sheet->small.size_px && plan.label.size_px >= sheet->small.size_px;
}

static int columns_least(const struct chart_sheet *sheet, int width)
{
    struct column_plan plan = plan_for(sheet, width);

    return plan.head + PLOT_LEAST_CAPS * chart_sheet_cap(sheet, sheet->numeral) + plan.foot;
}

static int columns_best(const struct chart_sheet *sheet, int width)
{
    struct column_plan plan = plan_for(sheet, width);

    return plan.head + int_max((int)((float)plan.plot_w * BEST_ASPECT), 2 * PLOT_LEAST_CAPS * chart_sheet_cap(sheet, sheet->numeral)) +
           plan.foot;
}

/* Numbers at the left of the axis, as many as stand apart. */
static void put_ticks(const struct chart_sheet *sheet, struct rect plot, int high, double step)
{
    const struct style *style = sheet->scene->style;
    double most = chart_sheet_most(sheet);
    int line = chart_sheet_line(sheet, sheet->small), free_below = plot.y + plot.h + line;

    for (int i = 0; i * step <= most; i++) {
        int y = plot.y + plot.h - (int)lround(high * (i * step / most));
        struct rect box = {plot.x - 2 * sheet->gap_px, y - line / 2, 0, line};

        if (box.y + box.h > free_below || box.y < plot.y - line / 2)
            continue;
        free_below = box.y;
        label_put(sheet->scene, &(struct label){sheet->small, style->colours.muted, chart_sheet_tick(sheet, i * step), ALIGN_END}, box);
        draw_fill(page_pen(sheet->scene), (struct rect){plot.x - sheet->gap_px, y - sheet->thin_px / 2, sheet->gap_px, sheet->thin_px},
                  style->colours.ink);
    }
}

static struct colour ink_of(const struct chart_sheet *sheet, int value)
{
    return chart_sheet_ink(sheet, &sheet->chart->values[value]);
}

static void put_column(const struct chart_sheet *sheet, const struct column_plan *plan, struct rect slot, int value)
{
    const struct chart_value *of = &sheet->chart->values[value];
    int width = (int)((float)slot.w * BAR_SHARE), cap = chart_sheet_cap(sheet, plan->numeral), most = slot.h;
    int high = int_max(1, (int)lround(most * of->value / chart_sheet_most(sheet)));
    struct chart_bar bar = {
        .rect = {slot.x + (slot.w - width) / 2, slot.y + slot.h - high, width, high},
        .upright = true,
        .step = chart_sheet_step(chart_sheet_most(sheet), TICKS_WANTED),
        .value = of,
    };
    struct rect number = {slot.x, bar.rect.y - cap - 2 * sheet->gap_px, slot.w, cap + 2 * sheet->gap_px};

    chart_sheet_put_bar(sheet, &bar);
    bars_add(sheet->scene, (struct bar_place){bar.rect, true});
    label_put(sheet->scene, &(struct label){plan->numeral, ink_of(sheet, value), chart_sheet_number(sheet, value), ALIGN_CENTRE}, number);
}

static struct point point_of(const struct chart_sheet *sheet, struct rect plot, int slot, int value)
{
    double share = sheet->chart->values[value].value / chart_sheet_most(sheet);

    return (struct point){(float)plot.x + ((float)value + 0.5F) * (float)slot, (float)(plot.y + plot.h) - (float)(plot.h * share)};
}

/* Points and the line through them, which grows as one; their numbers stand under the labels, where no line runs. */
static void put_line(const struct chart_sheet *sheet, const struct column_plan *plan, struct rect plot)
{
    const struct style *style = sheet->scene->style;
    int side = 4 * sheet->rule_px;

    for (int i = 1; i < sheet->chart->value_count; i++) {
        struct stroke stroke = {
            .from = point_of(sheet, plot, plan->slot, i - 1),
            .to = point_of(sheet, plot, plan->slot, i),
            .thickness_px = sheet->rule_px + 1,
            .colour = style->colours.ink,
        };

        stroke_put(page_pen(sheet->scene), &stroke);
    }
    for (int i = 0; i < sheet->chart->value_count; i++) {
        struct point at = point_of(sheet, plot, plan->slot, i);
        struct chart_bar square = {.rect = {(int)at.x - side / 2, (int)at.y - side / 2, side, side}, .value = &sheet->chart->values[i]};

        chart_sheet_put_bar(sheet, &square);
    }
    bars_add(sheet->scene, (struct bar_place){{plot.x, plot.y - side, plot.w, plot.h + side}, false});
}

static void put_labels(const struct chart_sheet *sheet, const struct column_plan *plan, struct rect plot)
{
    int line = chart_sheet_line(sheet, plan->label), y = plot.y + plot.h + sheet->gap_px;

    for (int i = 0; i < sheet->chart->value_count; i++) {
        const char *name = text_in(sheet->chart->values[i].label, sheet->scene->language);
        struct rect box = {plot.x + i * plan->slot, y, plan->slot, line};

        if (!is_shown(sheet, plan, i))
            continue;
        label_put(sheet->scene, &(struct label){plan->label, ink_of(sheet, i), name, ALIGN_CENTRE}, box);
        if (plan->line)
            label_put(sheet->scene, &(struct label){plan->numeral, ink_of(sheet, i), chart_sheet_number(sheet, i), ALIGN_CENTRE},
                      (struct rect){box.x, box.y + line, box.w, chart_sheet_line(sheet, plan->numeral)});
    }
}

static void put_day(const struct chart_sheet *sheet, const struct column_plan *plan, struct rect rect, int bottom)
{
    struct passage text = day_text(sheet, plan);
    struct rect box = day_rect(sheet, plan);
    int x = rect.x + plan->gutter + (sheet->chart->date_line.after + 1) * plan->slot;

    passage_draw(sheet->scene, &text, (struct rect){rect.x + box.x, rect.y, box.w, plan->head});
    draw_fill(page_pen(sheet->scene), (struct rect){x - sheet->thin_px / 2, rect.y, sheet->thin_px, bottom - rect.y},
              sheet->scene->style->colours.ink);
}

static int columns_fill(const struct chart_sheet *sheet, struct rect rect)
{
    struct column_plan plan = plan_for(sheet, rect.w);
    int most = int_max((int)((float)plan.plot_w * MOST_ASPECT), columns_least(sheet, rect.w) - plan.head - plan.foot);
    struct rect plot = {rect.x + plan.gutter, rect.y + plan.head, plan.plot_w, int_min(most, rect.h - plan.head - plan.foot)};
    /* The tallest bar leaves room for its number; a line for its square. */
    int above = plan.line ? 2 * sheet->rule_px : chart_sheet_cap(sheet, plan.numeral) + 2 * sheet->gap_px;

    plot.y += above;
    plot.h -= above;
    if (sheet->chart->date_line.at)
        put_day(sheet, &plan, rect, plot.y + plot.h);
    put_ticks(sheet, plot, plot.h, chart_sheet_step(chart_sheet_most(sheet), TICKS_WANTED));
    for (int i = 0; i < sheet->chart->value_count && !plan.line; i++)
        put_column(sheet, &plan, (struct rect){plot.x + i * plan.slot, plot.y, plan.slot, plot.h}, i);
    draw_fill(page_pen(sheet->scene), (struct rect){plot.x - sheet->gap_px, plot.y + plot.h, plot.w + sheet->gap_px, sheet->rule_px},
              sheet->scene->style->colours.ink);
    if (plan.line)
        put_line(sheet, &plan, plot);
    put_labels(sheet, &plan, plot);
    for (int i = 0; i < sheet->chart->value_count; i++)
        chart_sheet_spot(sheet, (struct rect){plot.x + i * plan.slot, plot.y, plan.slot, plot.h + plan.foot}, i, SCRUB_ACROSS);
    return plot.y + plot.h + plan.foot - rect.y;
}

const struct chart_form chart_form_columns = {columns_fit, columns_least, columns_best, columns_fill};
