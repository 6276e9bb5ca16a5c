/* Bars that stand beside each other, or a line through points: for short labels, as years are. A day between two of them is a thin line
 * with its text above the plot, where nothing else stands. */
#include "blocks/chart_form.h"

#include "page/label.h"
#include "page/passage.h"
#include "page/stroke.h"

#include <math.h>

static const float BAR_SHARE = 0.66F;                      /* of a slot */
static const float BEST_ASPECT = 0.5F, MOST_ASPECT = 0.8F; /* a plot's height over its width */

enum { TICKS_WANTED = 5, PLOT_LEAST_CAPS = 5 };

/* Where everything stands, from the left and the top of the chart's rectangle. */
struct column_plan {
    int gutter, head, foot; /* ticks at the left; the day's text above; labels below */
    int slot, plot_w;
    struct type numeral, label;
    int every; /* of the labels under a line, each so many-th is shown */
    bool line;
};

static bool is_shown(const struct chart_sheet *sheet, const struct column_plan *p, int value)
{
    int half = p->every / 2, from_end = sheet->chart->value_count - 1 - value;

    /* A label is wider than its slot then: none stands so near an end that it would run over it. */
    return value >= half && from_end >= half && (from_end - half) % p->every == 0;
}

static int gutter_width(const struct chart_sheet *sheet)
{
    double most = chart_sheet_most(sheet), step = chart_sheet_step(most, TICKS_WANTED);
    int widest = 0;

    for (int i = 0; i * step <= most; i++)
        widest = int_max(widest, label_width(sheet->scene, sheet->small, chart_sheet_tick(sheet, i * step)));
    return widest + 2 * sheet->gap_px;
}

/* Whether all texts of that type stand in a slot of their own, with air. */
static struct type shrunk_to_slot(const struct chart_sheet *sheet, struct type type, int room, bool numbers)
{
    for (int i = 0; i < sheet->chart->value_count; i++) {
        const char *text = numbers ? chart_sheet_number(sheet, i) : text_in(sheet->chart->values[i].label, sheet->scene->language);

        type = label_shrunk(sheet->scene, &(struct label){.type = type, .text = text}, room, 1);
    }
    return type;
}

/* The day's text stands at the side of its line where there is more room. */
static struct rect day_rect(const struct chart_sheet *sheet, const struct column_plan *p)
{
    int x = p->gutter + (sheet->chart->date_line.after + 1) * p->slot, pad = sheet->gap_px * 3 / 2, width = p->gutter + p->plot_w;
    bool right = width - x >= x;

    return right ? (struct rect){x + pad, 0, width - x - pad, 0} : (struct rect){0, 0, x - pad, 0};
}

static struct passage day_text(const struct chart_sheet *sheet, const struct column_plan *p)
{
    struct passage text = chart_sheet_label(sheet, sheet->chart->date_line.text);

    text.align = day_rect(sheet, p).x > 0 ? ALIGN_LEFT : ALIGN_RIGHT;
    return text;
}

static struct column_plan plan_columns(const struct chart_sheet *sheet, int width)
{
    struct column_plan p = {.line = sheet->chart->kind == CHART_LINE, .every = 1, .gutter = gutter_width(sheet)};
    int count = sheet->chart->value_count, least = sheet->small.size_px;

    p.slot = (width - p.gutter) / count;
    p.plot_w = p.slot * count;
    do {
        p.numeral = shrunk_to_slot(sheet, sheet->numeral, p.slot * p.every - 2 * sheet->gap_px, true);
        p.label = shrunk_to_slot(sheet, sheet->label, p.slot * p.every - 2 * sheet->gap_px, false);
    } while (p.line && (p.numeral.size_px < least || p.label.size_px < least) && ++p.every < count);
    p.foot = chart_sheet_line(sheet, p.label) + sheet->gap_px + (p.line ? chart_sheet_line(sheet, p.numeral) : 0);
    if (sheet->chart->date_line.at) {
        struct passage text = day_text(sheet, &p);

        p.head = chart_sheet_text_height(sheet, &text, day_rect(sheet, &p).w) + sheet->gap_px;
    }
    return p;
}

static bool columns_fit(const struct chart_sheet *sheet, int width)
{
    struct column_plan p = plan_columns(sheet, width);

    for (int i = 0; i < sheet->chart->value_count; i++)
        if (text_in(sheet->chart->values[i].note, sheet->scene->language)[0])
            return false;
    return sheet->chart->total <= 0 && p.numeral.size_px >= sheet->small.size_px && p.label.size_px >= sheet->small.size_px;
}

static int columns_least(const struct chart_sheet *sheet, int width)
{
    struct column_plan p = plan_columns(sheet, width);

    return p.head + PLOT_LEAST_CAPS * chart_sheet_cap(sheet, sheet->numeral) + p.foot;
}

static int columns_best(const struct chart_sheet *sheet, int width)
{
    struct column_plan p = plan_columns(sheet, width);

    return p.head + int_max((int)((float)p.plot_w * BEST_ASPECT), 2 * PLOT_LEAST_CAPS * chart_sheet_cap(sheet, sheet->numeral)) + p.foot;
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
        label_put(sheet->scene, &(struct label){sheet->small, style->colours.muted, chart_sheet_tick(sheet, i * step), ALIGN_RIGHT}, box);
        draw_fill(page_pen(sheet->scene), (struct rect){plot.x - sheet->gap_px, y - sheet->thin_px / 2, sheet->gap_px, sheet->thin_px},
                  style->colours.ink);
    }
}

static void put_column(const struct chart_sheet *sheet, const struct column_plan *p, struct rect slot, int value)
{
    const struct chart_value *of = &sheet->chart->values[value];
    int width = (int)((float)slot.w * BAR_SHARE), cap = chart_sheet_cap(sheet, p->numeral), most = slot.h;
    int high = int_max(1, (int)lround(most * of->value / chart_sheet_most(sheet)));
    struct chart_bar bar = {
        .rect = {slot.x + (slot.w - width) / 2, slot.y + slot.h - high, width, high},
        .upright = true,
        .step = chart_sheet_step(chart_sheet_most(sheet), TICKS_WANTED),
        .value = of,
    };
    struct rect number = {slot.x, bar.rect.y - cap - 2 * sheet->gap_px, slot.w, cap + 2 * sheet->gap_px};

    chart_sheet_put_bar(sheet, &bar);
    label_put(sheet->scene, &(struct label){p->numeral, sheet->scene->style->colours.ink, chart_sheet_number(sheet, value), ALIGN_CENTRE},
              number);
}

static struct point point_of(const struct chart_sheet *sheet, struct rect plot, int slot, int value)
{
    double share = sheet->chart->values[value].value / chart_sheet_most(sheet);

    return (struct point){(float)plot.x + ((float)value + 0.5F) * (float)slot, (float)(plot.y + plot.h) - (float)(plot.h * share)};
}

/* Points and the line through them; their numbers stand under the labels, where no line runs. */
static void put_line(const struct chart_sheet *sheet, const struct column_plan *p, struct rect plot)
{
    const struct style *style = sheet->scene->style;
    int side = 4 * sheet->rule_px;

    for (int i = 1; i < sheet->chart->value_count; i++) {
        struct stroke stroke = {
            .from = point_of(sheet, plot, p->slot, i - 1),
            .to = point_of(sheet, plot, p->slot, i),
            .thickness_px = sheet->rule_px + 1,
            .colour = style->colours.ink,
        };

        stroke_put(page_pen(sheet->scene), &stroke);
    }
    for (int i = 0; i < sheet->chart->value_count; i++) {
        struct point at = point_of(sheet, plot, p->slot, i);
        struct chart_bar square = {.rect = {(int)at.x - side / 2, (int)at.y - side / 2, side, side}, .value = &sheet->chart->values[i]};

        chart_sheet_put_bar(sheet, &square);
    }
}

static void put_labels(const struct chart_sheet *sheet, const struct column_plan *p, struct rect plot)
{
    const struct style *style = sheet->scene->style;
    int line = chart_sheet_line(sheet, p->label), y = plot.y + plot.h + sheet->gap_px;

    for (int i = 0; i < sheet->chart->value_count; i++) {
        const char *name = text_in(sheet->chart->values[i].label, sheet->scene->language);
        struct rect box = {plot.x + i * p->slot, y, p->slot, line};

        if (!is_shown(sheet, p, i))
            continue;
        label_put(sheet->scene, &(struct label){p->label, style->colours.ink, name, ALIGN_CENTRE}, box);
        if (p->line)
            label_put(sheet->scene, &(struct label){p->numeral, style->colours.ink, chart_sheet_number(sheet, i), ALIGN_CENTRE},
                      (struct rect){box.x, box.y + line, box.w, chart_sheet_line(sheet, p->numeral)});
    }
}

static void put_day(const struct chart_sheet *sheet, const struct column_plan *p, struct rect rect, int bottom)
{
    struct passage text = day_text(sheet, p);
    struct rect box = day_rect(sheet, p);
    int x = rect.x + p->gutter + (sheet->chart->date_line.after + 1) * p->slot;

    passage_draw(sheet->scene, &text, (struct rect){rect.x + box.x, rect.y, box.w, p->head});
    draw_fill(page_pen(sheet->scene), (struct rect){x - sheet->thin_px / 2, rect.y, sheet->thin_px, bottom - rect.y},
              sheet->scene->style->colours.ink);
}

static int columns_fill(const struct chart_sheet *sheet, struct rect rect)
{
    struct column_plan p = plan_columns(sheet, rect.w);
    int most = int_max((int)((float)p.plot_w * MOST_ASPECT), columns_least(sheet, rect.w) - p.head - p.foot);
    struct rect plot = {rect.x + p.gutter, rect.y + p.head, p.plot_w, int_min(most, rect.h - p.head - p.foot)};
    /* The tallest bar leaves room for its number; a line for its square. */
    int above = p.line ? 2 * sheet->rule_px : chart_sheet_cap(sheet, p.numeral) + 2 * sheet->gap_px;

    plot.y += above;
    plot.h -= above;
    if (sheet->chart->date_line.at)
        put_day(sheet, &p, rect, plot.y + plot.h);
    put_ticks(sheet, plot, plot.h, chart_sheet_step(chart_sheet_most(sheet), TICKS_WANTED));
    for (int i = 0; i < sheet->chart->value_count && !p.line; i++)
        put_column(sheet, &p, (struct rect){plot.x + i * p.slot, plot.y, p.slot, plot.h}, i);
    draw_fill(page_pen(sheet->scene), (struct rect){plot.x - sheet->gap_px, plot.y + plot.h, plot.w + sheet->gap_px, sheet->rule_px},
              sheet->scene->style->colours.ink);
    if (p.line)
        put_line(sheet, &p, plot);
    put_labels(sheet, &p, plot);
    return plot.y + plot.h + p.foot - rect.y;
}

const struct chart_form chart_form_columns = {columns_fit, columns_least, columns_best, columns_fill};
