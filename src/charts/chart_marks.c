/* Marks: each stands for so many, all of one size in all values, in tens that can be counted; the last is cut to what it stands for. */
#include "charts/chart_form.h"

#include "page/bars.h"
#include "page/label.h"
#include "page/passage.h"
#include "text/number.h"

#include <math.h>
#include <string.h>

enum { TEN = 10, CELL_LEAST_PX = 3 };

static const float MARK_SHARE = 0.74F;   /* of a cell */
static const float TEN_GAP_CELLS = 0.5F; /* between tens */
static const float NUMERAL_GROWS = 1.2F;

static int marks_of(const struct chart_sheet *sheet, int value)
{
    return (int)ceil(sheet->chart->values[value].value / sheet->chart->per);
}

/* Rows of whole tens that fill the width: the side of a cell, the gap between tens (across and down), cells a row. */
struct mark_field {
    int cell, ten_gap, columns;
};

static struct mark_field field_of(int width, int tens)
{
    struct mark_field f = {.columns = tens * TEN};
    int spare;

    f.cell = int_max(CELL_LEAST_PX, (int)((float)width / ((float)f.columns + (float)(tens - 1) * TEN_GAP_CELLS)));
    spare = width - f.cell * f.columns;
    f.ten_gap = tens > 1 ? int_clamp(spare / (tens - 1), 1, f.cell) : f.cell / 2;
    return f;
}

static int rows_height(struct mark_field f, int marks)
{
    int rows = (marks + f.columns - 1) / f.columns;

    return rows * f.cell + (rows - 1) / TEN * f.ten_gap;
}

static struct passage number_text_of(const struct chart_sheet *sheet, int value)
{
    struct passage text = chart_sheet_label(sheet, sheet->chart->values[value].label);

    text.prose = paragraph_plain(sheet->scene->arena, chart_sheet_number(sheet, value));
    text.type = sheet->numeral;
    text.type.size_px = (int)((float)text.type.size_px * NUMERAL_GROWS);
    text.line_height = 1.0F;
    return text;
}

/* The number, what it is of, and what must be known; draws when told to. Returns its height. */
static int caption(const struct chart_sheet *sheet, struct rect rect, int value, bool draw)
{
    const struct chart_value *of = &sheet->chart->values[value];
    struct passage texts[] = {number_text_of(sheet, value), chart_sheet_label(sheet, of->label),
                              chart_sheet_note(sheet, text_in(of->note, sheet->scene->language))};
    int y = rect.y;

    texts[0].colour = texts[1].colour = chart_sheet_ink(sheet, of);
    for (size_t i = 0; i < COUNTOF(texts); i++) {
        const struct paragraph *paragraph = passage_set(sheet->scene, &texts[i], rect.w);

        if (draw)
            passage_put(sheet->scene, paragraph, &texts[i], (struct rect){rect.x, y, rect.w, rect.h});
        y += paragraph->height_px;
    }
    return y - rect.y + sheet->gap_px;
}

/* The largest mark: a bar's height, or the field would be all that is seen. */
static int mark_most(const struct chart_sheet *sheet)
{
    return chart_sheet_line(sheet, sheet->small) * 3 / 2;
}

static int mark_side(struct mark_field f)
{
    return int_max(2, (int)((float)f.cell * MARK_SHARE));
}

/* "[mark] = 100 people" */
static int legend_height(const struct chart_sheet *sheet, struct mark_field f)
{
    return int_max(chart_sheet_line(sheet, sheet->small), mark_side(f)) + 2 * sheet->gap_px;
}

static int captions_height(const struct chart_sheet *sheet, int width)
{
    int sum = 0;

    for (int i = 0; i < sheet->chart->value_count; i++)
        sum += caption(sheet, (struct rect){0, 0, width, 0}, i, false) + 2 * sheet->gap_px;
    return sum;
}

static int height_with(const struct chart_sheet *sheet, int width, int tens)
{
    struct mark_field f = field_of(width, tens);
    int sum = legend_height(sheet, f) + captions_height(sheet, width);

    for (int i = 0; i < sheet->chart->value_count; i++)
        sum += rows_height(f, marks_of(sheet, i));
    return sum;
}

/* Tens a row: so many that marks can just be told apart. */
static int tens_most(const struct chart_sheet *sheet, int width)
{
    return int_max(1, width / (TEN * int_max(2 * CELL_LEAST_PX, sheet->small.size_px * 3 / 5)));
}

/* Tens a row: so few that no mark is larger than mark_most. */
static int tens_fewest(const struct chart_sheet *sheet, int width)
{
    int tens = 1 + (int)((float)(width - 1) * MARK_SHARE / (float)(TEN * mark_most(sheet)));

    return int_min(tens_most(sheet, width), tens);
}

/* So many that the eye takes in the field at once. */
static int tens_best(const struct chart_sheet *sheet, int width)
{
    int largest = tens_fewest(sheet, width);

    return int_min(tens_most(sheet, width), int_max(largest, width / (TEN * int_max(CELL_LEAST_PX, sheet->small.size_px * 3 / 4))));
}

static int marks_least(const struct chart_sheet *sheet, int width)
{
    return height_with(sheet, width, tens_most(sheet, width));
}

static int marks_best(const struct chart_sheet *sheet, int width)
{
    return height_with(sheet, width, tens_best(sheet, width));
}

static void put_mark(const struct chart_sheet *sheet, struct rect rect, const struct chart_value *of)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;

    if (of->mark && !of->disputed) {
        draw_fill(page_pen(sheet->scene), rect, chart_sheet_fill(sheet, of));
        return;
    }
    draw_fill(page_pen(sheet->scene), rect, chart_sheet_shade(sheet, of, colours->ink));
    draw_fill(page_pen(sheet->scene), rect_inset(rect, sheet->thin_px), chart_sheet_fill(sheet, of));
}

static void put_marks(const struct chart_sheet *sheet, struct mark_field f, struct rect rect, int value)
{
    const struct chart_value *of = &sheet->chart->values[value];
    int count = marks_of(sheet, value), side = mark_side(f);

    for (int i = 0; i < count; i++) {
        int column = i % f.columns, row = i / f.columns;
        struct rect mark = {.x = rect.x + column * f.cell + column / TEN * f.ten_gap,
                            .y = rect.y + row * f.cell + row / TEN * f.ten_gap,
                            .w = side,
                            .h = side};
        double share = fmin(1, of->value / sheet->chart->per - i);

        mark.w = int_max(of->mark ? 1 : 2 * sheet->thin_px + 1,
                         (int)lround(side * share)); /* the last mark is cut, but never to less than its outline */
        put_mark(sheet, mark, of);
    }
}

static void put_legend(const struct chart_sheet *sheet, int side, struct rect rect)
{
    const struct scene *scene = sheet->scene;
    double per = sheet->chart->per;
    const char *number = number_text(scene->arena, &page_words(scene)->numbers, per, number_decimals(per));
    const char *text = arena_printf(scene->arena, "= %s %s", number, text_in(sheet->chart->unit, scene->language));
    int line = rect.h - 2 * sheet->gap_px, shown = side;
    struct rect mark = {rect.x, rect.y + (line - shown) / 2, shown, shown};
    struct label label = {sheet->small, scene->style->colours.ink, text, ALIGN_START};

    label.type = label_shrunk(scene, &label, rect.w - 2 * shown, 1);
    put_mark(sheet, mark, &sheet->chart->values[0]);
    label_put(scene, &label, (struct rect){rect.x + shown + sheet->gap_px, rect.y, rect.w - shown, line});
}

static int marks_fill(const struct chart_sheet *sheet, struct rect rect)
{
    int tens = tens_fewest(sheet, rect.w), most = tens_most(sheet, rect.w), y = rect.y;

    while (tens < most && height_with(sheet, rect.w, tens) > rect.h)
        tens++;
    struct mark_field f = field_of(rect.w, tens);

    put_legend(sheet, mark_side(f), (struct rect){rect.x, y, rect.w, legend_height(sheet, f)});
    y += legend_height(sheet, f);
    for (int i = 0; i < sheet->chart->value_count; i++) {
        int top = y;

        y += caption(sheet, (struct rect){rect.x, y, rect.w, rect.h}, i, true);
        put_marks(sheet, f, (struct rect){rect.x, y, rect.w, 0}, i);
        bars_add(sheet->scene, (struct bar_place){{rect.x, y, rect.w, rows_height(f, marks_of(sheet, i))}, false});
        y += rows_height(f, marks_of(sheet, i)) + 2 * sheet->gap_px;
        chart_sheet_spot(sheet, (struct rect){rect.x, top, rect.w, y - top}, i, SCRUB_DOWN);
    }
    return y - sheet->gap_px - rect.y;
}

const struct chart_form chart_form_marks = {NULL, marks_least, marks_best, marks_fill};
