/* Bars that lie below each other: room for long labels and for a note to each number. With a total, a box shows the whole. */
#include "charts/chart_form.h"

#include "page/bars.h"
#include "page/label.h"
#include "page/passage.h"

#include <math.h>

/* A bar's height in heights of its numeral: at least, at its best, at most. The numeral grows with the bar. */
static const float BAR_CAPS = 1.6F, BAR_CAPS_BEST = 1.8F, BAR_CAPS_MOST = 3.4F, NUMERAL_GROWS = 1.5F;

enum { TICKS_WANTED = 4 };

/* most: the largest value, or the total, axis_px long; step: the distance of ticks. drawn_px: length of the axis as it is drawn, which ends
 * at a tick where there is room. */
struct row_plan {
    int axis_px, drawn_px;
    struct type numeral;
    double most, step;
};

static int number_width(const struct chart_sheet *sheet, struct type type, int value)
{
    return label_width(sheet->scene, type, chart_sheet_number(sheet, value));
}

/* Between a bar and its number. */
static int number_gap(struct type numeral)
{
    return int_max(2, numeral.size_px / 4);
}

/* Numbers stand behind their bars, so the axis is so long that the widest of them still has room. With a total they may stand inside. */
static struct row_plan plan_for(const struct chart_sheet *sheet, int width, int bar_px)
{
    struct row_plan plan = {.axis_px = width, .numeral = sheet->numeral, .most = chart_sheet_most(sheet)};
    float grown = (float)bar_px / ((float)chart_sheet_cap(sheet, sheet->numeral) * BAR_CAPS_BEST);

    plan.numeral.size_px = (int)((float)plan.numeral.size_px * float_clamp(grown, 1, NUMERAL_GROWS));
    plan.step = chart_sheet_step(plan.most, TICKS_WANTED);

    for (int i = 0; i < sheet->chart->value_count; i++)
        plan.numeral =
            label_shrunk(sheet->scene, &(struct label){.type = plan.numeral, .text = chart_sheet_number(sheet, i)}, width / 3, 1);
    for (int i = 0; i < sheet->chart->value_count && sheet->chart->total <= 0; i++) {
        double value = sheet->chart->values[i].value;
        int room = width - number_gap(plan.numeral) - number_width(sheet, plan.numeral, i);

        if (value > 0)
            plan.axis_px = int_min(plan.axis_px, (int)(room * plan.most / value));
    }
    int next = (int)lround(plan.axis_px * (ceil(plan.most / plan.step - 0.0001) * plan.step / plan.most));

    plan.drawn_px = sheet->chart->total > 0 || next > width ? plan.axis_px : next;
    return plan;
}

static int text_height(const struct chart_sheet *sheet, int value, int width)
{
    const struct chart_value *of = &sheet->chart->values[value];
    struct passage label = chart_sheet_label(sheet, of->label), note = chart_sheet_note(sheet, text_in(of->note, sheet->scene->language));

    return chart_sheet_text_height(sheet, &label, width) + chart_sheet_text_height(sheet, &note, width) + sheet->gap_px * 3 / 4;
}

static int line_height(const struct chart_sheet *sheet, int width)
{
    struct passage text = chart_sheet_label(sheet, sheet->chart->date_line.text);

    return sheet->chart->date_line.at ? chart_sheet_text_height(sheet, &text, width) + 2 * sheet->gap_px : 0;
}

static int texts_height(const struct chart_sheet *sheet, int width)
{
    int sum = line_height(sheet, width);

    for (int i = 0; i < sheet->chart->value_count; i++)
        sum += text_height(sheet, i, width);
    return sum;
}

static int bar_height(const struct chart_sheet *sheet, float caps)
{
    return int_max(chart_sheet_cap(sheet, sheet->numeral) + 4, (int)((float)chart_sheet_cap(sheet, sheet->numeral) * caps));
}

static int scale_height(const struct chart_sheet *sheet)
{
    return chart_sheet_line(sheet, sheet->small) + 2 * sheet->gap_px;
}

static int height_with(const struct chart_sheet *sheet, int width, int bar, int gap)
{
    int count = sheet->chart->value_count;

    return texts_height(sheet, width) + count * bar + (count - 1) * gap + scale_height(sheet);
}

static int rows_least(const struct chart_sheet *sheet, int width)
{
    return height_with(sheet, width, bar_height(sheet, BAR_CAPS), sheet->gap_px);
}

static int rows_best(const struct chart_sheet *sheet, int width)
{
    return height_with(sheet, width, bar_height(sheet, BAR_CAPS_BEST), 2 * sheet->gap_px);
}

/* Behind the bar, or inside it where the box of the whole leaves no room. */
static void put_number(const struct chart_sheet *sheet, const struct row_plan *plan, const struct chart_bar *bar, int value)
{
    int width = number_width(sheet, plan->numeral, value), gap = number_gap(plan->numeral);
    bool boxed = sheet->chart->total > 0, inside = boxed && bar->rect.w + width + 2 * gap > plan->axis_px;
    struct label label = {
        .type = plan->numeral,
        .colour = inside ? chart_sheet_letters(sheet, bar->value) : chart_sheet_ink(sheet, bar->value),
        .text = chart_sheet_number(sheet, value),
    };

    label_put(
        sheet->scene, &label,
        (struct rect){inside ? bar->rect.x + bar->rect.w - gap - width : bar->rect.x + bar->rect.w + gap, bar->rect.y, width, bar->rect.h});
}

/* The left edge of the number under a tick; it never runs out of the width. */
static int tick_left(const struct chart_sheet *sheet, const struct row_plan *plan, struct rect rect, double value)
{
    int x = rect.x + (int)lround(plan->axis_px * (value / plan->most)),
        width = label_width(sheet->scene, sheet->small, chart_sheet_tick(sheet, value));

    return int_clamp(x - width / 2, rect.x, rect.x + rect.w - width);
}

static void put_tick(const struct chart_sheet *sheet, const struct row_plan *plan, struct rect rect, double value)
{
    const struct style *style = sheet->scene->style;
    const char *text = chart_sheet_tick(sheet, value);
    int x = int_min((int)lround(plan->axis_px * (value / plan->most)), plan->drawn_px - sheet->thin_px), tick = sheet->gap_px;
    int left = tick_left(sheet, plan, rect, value), width = label_width(sheet->scene, sheet->small, text);

    draw_fill(page_pen(sheet->scene), (struct rect){rect.x + x, rect.y, sheet->thin_px, tick}, style->colours.ink);
    label_put(sheet->scene, &(struct label){sheet->small, style->colours.muted, text, ALIGN_START},
              (struct rect){left, rect.y + tick, width, rect.h - tick});
}

/* Ticks with their numbers, as many as stand apart. With a total its tick comes first, and the others keep clear of it. */
static void put_scale(const struct chart_sheet *sheet, const struct row_plan *plan, struct rect rect)
{
    double total = sheet->chart->total;
    int free_from = rect.x, free_to = rect.x + rect.w, apart = 2 * sheet->gap_px;

    draw_fill(page_pen(sheet->scene), (struct rect){rect.x, rect.y, plan->drawn_px, sheet->thin_px}, sheet->scene->style->colours.ink);
    if (total > 0) {
        put_tick(sheet, plan, rect, total);
        free_to = tick_left(sheet, plan, rect, total) - apart;
    }
    for (int i = 0; plan->axis_px * (i * plan->step / plan->most) <= plan->drawn_px + 0.5; i++) {
        int left = tick_left(sheet, plan, rect, i * plan->step),
            right = left + label_width(sheet->scene, sheet->small, chart_sheet_tick(sheet, i * plan->step));

        if (left < free_from || right > free_to)
            continue;
        free_from = right + apart;
        put_tick(sheet, plan, rect, i * plan->step);
    }
}

static void put_row(const struct chart_sheet *sheet, const struct row_plan *plan, struct rect rect, int value)
{
    const struct chart_value *of = &sheet->chart->values[value];
    struct passage label = chart_sheet_label(sheet, of->label), note = chart_sheet_note(sheet, text_in(of->note, sheet->scene->language));
    int text = text_height(sheet, value, rect.w), named;
    struct rect box = {rect.x, rect.y + text, plan->axis_px, rect.h - text};
    struct chart_bar bar = {
        .rect = {box.x, box.y, int_max(1, (int)lround(plan->axis_px * of->value / plan->most)), box.h},
        .value = of,
    };

    label.colour = chart_sheet_ink(sheet, of);
    named = passage_draw(sheet->scene, &label, rect);
    passage_draw(sheet->scene, &note, (struct rect){rect.x, rect.y + named, rect.w, text});
    if (sheet->chart->total > 0)
        draw_frame(page_pen(sheet->scene), box, sheet->thin_px, sheet->scene->style->colours.ink);
    chart_sheet_put_bar(sheet, &bar);
    put_number(sheet, plan, &bar, value);
    bars_add(sheet->scene, (struct bar_place){bar.rect, false});
    chart_sheet_spot(sheet, rect, value, SCRUB_DOWN);
}

/* The day between two bars; returns its height. */
static int put_date_line(const struct chart_sheet *sheet, struct rect rect)
{
    struct passage text = chart_sheet_label(sheet, sheet->chart->date_line.text);

    draw_fill(page_pen(sheet->scene), (struct rect){rect.x, rect.y + sheet->gap_px / 2, rect.w, sheet->thin_px},
              sheet->scene->style->colours.ink);
    passage_draw(sheet->scene, &text, (struct rect){rect.x, rect.y + sheet->gap_px, rect.w, rect.h});
    return line_height(sheet, rect.w);
}

static int rows_fill(const struct chart_sheet *sheet, struct rect rect)
{
    int count = sheet->chart->value_count, least = bar_height(sheet, BAR_CAPS), y = rect.y;
    int spare = int_max(0, rect.h - rows_least(sheet, rect.w));
    /* What is left over goes to bars and gaps alike, up to what looks well. */
    int bar = int_min(bar_height(sheet, BAR_CAPS_MOST), least + spare / (2 * count));
    int gap = sheet->gap_px + int_min(sheet->label.size_px * 2, (spare - (bar - least) * count) / int_max(1, count));

    struct row_plan plan = plan_for(sheet, rect.w, bar);

    for (int i = 0; i < count; i++) {
        int height = text_height(sheet, i, rect.w) + bar;

        put_row(sheet, &plan, (struct rect){rect.x, y, rect.w, height}, i);
        y += height + gap;
        if (sheet->chart->date_line.at && sheet->chart->date_line.after == i)
            y += put_date_line(sheet, (struct rect){rect.x, y, rect.w, 0});
    }
    y += sheet->gap_px / 2 - gap;
    put_scale(sheet, &plan, (struct rect){rect.x, y, rect.w, scale_height(sheet) - sheet->gap_px});
    return y + scale_height(sheet) - rect.y;
}

const struct chart_form chart_form_rows = {NULL, rows_least, rows_best, rows_fill};
