/* Charts: bars, lines and fields of marks. Bars and marks begin at zero and are true to scale; every value stands as a number beside its
 * bar; no text leaves the rectangle or stands on another.
 *
 * A chart is its form between a head (what is counted) and a foot (the readout, what must be known, where it is from). In less than its
 * best height its type becomes smaller, down to a fifth of its size. */
#include "blocks/blocks.h"
#include "charts/chart_form.h"
#include "charts/chart_readout.h"
#include "blocks/note.h"
#include "page/spots.h"

#include <string.h>

static const float SCALE_STEP = 0.05F, SCALE_LEAST = 0.2F;

/* The unit where it says more than "%". Marks say it themselves. */
static const char *head_text(const struct chart_sheet *sheet)
{
    const char *unit = text_in(sheet->chart->unit, sheet->scene->language);

    return strcmp(unit, "%") == 0 || sheet->chart->kind == CHART_MARKS ? "" : unit;
}

static struct passage head(const struct chart_sheet *sheet)
{
    struct passage text = chart_sheet_note(sheet, head_text(sheet));

    text.colour = sheet->scene->style->colours.ink;
    text.type.size_px = (sheet->small.size_px + sheet->label.size_px) / 2;
    return text;
}

static int head_height(const struct chart_sheet *sheet, int width)
{
    struct passage text = head(sheet);

    return head_text(sheet)[0] ? chart_sheet_text_height(sheet, &text, width) + 2 * sheet->gap_px : 0;
}

static int note_height(const struct chart_sheet *sheet, const char *words, int width)
{
    struct passage text = chart_sheet_note(sheet, words);

    return words[0] ? chart_sheet_text_height(sheet, &text, width) + sheet->gap_px : 0;
}

static int put_note(const struct chart_sheet *sheet, const char *words, struct rect rect)
{
    struct passage text = chart_sheet_note(sheet, words);

    return words[0] ? passage_draw(sheet->scene, &text, rect) : 0;
}

static int foot_height(const struct chart_sheet *sheet, int width)
{
    const char *note = text_in(sheet->chart->note, sheet->scene->language);

    return chart_readout_height(sheet, width) + note_height(sheet, note, width) +
           note_height(sheet, note_source(sheet->scene, sheet->chart->source), width);
}

/* Of each kind of chart: the form that it takes if it fits, and the one that always does. */
static const struct {
    const struct chart_form *wanted, *other;
} forms[] = {
    [CHART_BARS] = {&chart_form_columns, &chart_form_rows},
    [CHART_LINE] = {&chart_form_columns, &chart_form_rows},
    [CHART_MARKS] = {&chart_form_marks, &chart_form_marks},
};

static const struct chart_form *form_of(const struct chart_sheet *sheet, int width)
{
    const struct chart_form *wanted = forms[sheet->chart->kind].wanted;

    return !wanted->fits || wanted->fits(sheet, width) ? wanted : forms[sheet->chart->kind].other;
}

/* From widths of about 500 px on. */
static int chart_height(const struct scene *scene, const struct panel *panel, int width_px)
{
    struct chart_sheet sheet = chart_sheet_make(scene, panel->chart, 1);

    return head_height(&sheet, width_px) + form_of(&sheet, width_px)->best_height(&sheet, width_px) + foot_height(&sheet, width_px);
}

static bool fits(const struct chart_sheet *sheet, struct rect rect)
{
    return head_height(sheet, rect.w) + form_of(sheet, rect.w)->least_height(sheet, rect.w) + foot_height(sheet, rect.w) <= rect.h;
}

static void chart_fill(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    const struct chart *chart = panel->chart;
    float scale = 1;
    struct chart_sheet sheet = chart_sheet_make(scene, chart, scale);

    while (scale > SCALE_LEAST && !fits(&sheet, rect)) {
        scale -= SCALE_STEP;
        sheet = chart_sheet_make(scene, chart, scale);
    }

    const char *note = text_in(chart->note, scene->language), *source = note_source(scene, chart->source);
    struct passage unit = head(&sheet);
    int top = head_height(&sheet, rect.w), foot = foot_height(&sheet, rect.w);
    int source_height = note_height(&sheet, source, rect.w), told = chart_readout_height(&sheet, rect.w);
    struct rect body = {rect.x, rect.y + top, rect.w, rect.h - top - foot};
    const struct chart_form *form = form_of(&sheet, rect.w);

    spots_begin(scene, rect);
    passage_draw(scene, &unit, rect);
    int y = body.y + form->fill(&sheet, body) + sheet.gap_px;

    chart_readout_put(&sheet, (struct rect){rect.x, y, rect.w, told});
    put_note(&sheet, note, (struct rect){rect.x, y + told, rect.w, foot});
    put_note(&sheet, source, (struct rect){rect.x, y + foot - source_height, rect.w, source_height});
}

/* ---- as a block ---- */

static bool is_in(const struct panel *panel)
{
    return panel->chart && !panel->memorial;
}

static struct origin origin_of(const struct panel *panel)
{
    return panel->chart->origin;
}

static const char *word(const struct words *words)
{
    return words->show_chart;
}

const struct block block_chart = {
    .part = PART_CHART,
    .is_in = is_in,
    .origin = origin_of,
    .word = word,
    .height = chart_height,
    .grows = true,
    .fill = chart_fill,
};
