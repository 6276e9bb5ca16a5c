/* Types, numbers and bars of a chart at one scale. */
#include "charts/chart_sheet.h"

#include "blocks/note.h"
#include "page/passage.h"
#include "page/spots.h"
#include "page/voice.h"
#include "text/number.h"

#include <math.h>
#include <string.h>

static const float NUMERAL_SHARE = 0.9F; /* of the style's card_px */
static const float LINE_HEIGHT = 1.25F;

/* Notes shrink less than names and numbers do, or nobody could read them; below SCALE_POOR they shrink like the rest. */
static const float SMALL_LEAST = 0.85F, SCALE_POOR = 0.5F;

enum { TYPE_LEAST_PX = 5, DIMMED_ALPHA = 120, UNMARKED_ALPHA = 140 /* of the paper over what is not chosen, not emphasised */ };

/* In large text they shrink no farther than visitors can read, while a chart is not as poor as that. */
static int scaled(const struct style *style, int px, float scale)
{
    int least = style->large && scale >= SCALE_POOR ? int_min(px, style->sizes.least_px) : TYPE_LEAST_PX;

    return int_max(least, (int)((float)px * scale));
}

struct chart_sheet chart_sheet_make(const struct scene *scene, const struct chart *chart, float scale)
{
    const struct style *style = scene->style;
    float small = scale < SCALE_POOR ? scale : fmaxf(scale, SMALL_LEAST);
    struct chart_sheet sheet = {
        .scene = scene,
        .chart = chart,
        .label = {.face = FACE_BOLD, .size_px = scaled(style, int_min(style->sizes.body_smallest_px, style->sizes.card_px), scale)},
        .small = {.face = FACE_TEXT, .size_px = scaled(style, style->sizes.small_px, small)},
        .numeral = {.face = FACE_HEADLINE, .size_px = scaled(style, style->sizes.card_px, NUMERAL_SHARE * scale)},
        .rule_px = int_max(2, style->rule_px * 3 / 4),
        .thin_px = int_max(1, style->rule_px / 2),
        .chosen = scene->chosen <= chart->value_count ? scene->chosen - 1 : -1,
        .numbers.percent = strncmp(text_in(chart->unit, scene->language), "%", 1) == 0,
    };

    sheet.gap_px = int_max(2, sheet.label.size_px / 3);
    for (int i = 0; i < chart->value_count; i++)
        sheet.numbers.decimals = int_max(sheet.numbers.decimals, number_decimals(chart->values[i].value));
    return sheet;
}

const char *chart_sheet_number(const struct chart_sheet *sheet, int value)
{
    const struct chart_value *of = &sheet->chart->values[value];
    const char *before = text_in(of->before, sheet->scene->language), *digits = readout_number(sheet->scene, sheet->numbers, of->value);

    return before[0] ? arena_printf(sheet->scene->arena, "%s %s", before, digits) : digits;
}

const char *chart_sheet_tick(const struct chart_sheet *sheet, double tick)
{
    struct readout_numbers numbers = {sheet->numbers.percent, number_decimals(tick)};

    return readout_number(sheet->scene, numbers, tick);
}

void chart_sheet_spot(const struct chart_sheet *sheet, struct rect rect, int value, enum scrub scrub)
{
    spots_add(sheet->scene, (struct spot){.rect = rect, .action = {.kind = ACTION_CHOOSE, .argument = value + 1}, .scrub = scrub});
}

static bool is_pale(const struct chart_sheet *sheet, const struct chart_value *value)
{
    return sheet->chosen >= 0 && value != &sheet->chart->values[sheet->chosen];
}

struct colour chart_sheet_ink(const struct chart_sheet *sheet, const struct chart_value *value)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;

    return is_pale(sheet, value) ? colours->muted : colours->ink;
}

struct colour chart_sheet_shade(const struct chart_sheet *sheet, const struct chart_value *value, struct colour colour)
{
    return is_pale(sheet, value) ? colour_under(colour, sheet->scene->style->colours.paper, DIMMED_ALPHA) : colour;
}

struct passage chart_sheet_label(const struct chart_sheet *sheet, struct text text)
{
    return (struct passage){
        .prose = paragraph_plain(sheet->scene->arena, text_in(text, sheet->scene->language)),
        .type = sheet->label,
        .colour = sheet->scene->style->colours.ink,
        .line_height = LINE_HEIGHT,
    };
}

struct passage chart_sheet_note(const struct chart_sheet *sheet, const char *text)
{
    return note_passage(sheet->scene, sheet->small, text);
}

int chart_sheet_text_height(const struct chart_sheet *sheet, const struct passage *text, int width_px)
{
    return passage_set(sheet->scene, text, width_px)->height_px;
}

int chart_sheet_cap(const struct chart_sheet *sheet, struct type type)
{
    return page_metrics(sheet->scene, type).cap_px;
}

int chart_sheet_line(const struct chart_sheet *sheet, struct type type)
{
    struct face_metrics metrics = page_metrics(sheet->scene, type);

    return metrics.ascent_px + metrics.descent_px;
}

double chart_sheet_most(const struct chart_sheet *sheet)
{
    double most = sheet->chart->total;

    for (int i = 0; i < sheet->chart->value_count; i++)
        most = fmax(most, sheet->chart->values[i].value);
    return most > 0 ? most : 1;
}

double chart_sheet_step(double most, int wanted)
{
    static const double steps[] = {1, 2, 2.5, 5, 10};
    double rough = most / int_max(1, wanted), power = pow(10, floor(log10(rough)));

    for (size_t i = 0; i < COUNTOF(steps); i++)
        if (rough <= steps[i] * power * 1.0001)
            return steps[i] * power;
    return 10 * power;
}

/* A voice has one colour: what is emphasised keeps it, beside that the rest is paler. */
static struct colour colour_of_voice(const struct chart_sheet *sheet, const struct chart_value *value)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;
    struct colour colour = voice_colour(colours, &sheet->scene->exhibit->voices[sheet->chart->voice]);
    bool marked = false;

    for (int i = 0; i < sheet->chart->value_count; i++)
        marked |= sheet->chart->values[i].mark;
    return marked && !value->mark ? colour_under(colour, colours->paper, UNMARKED_ALPHA) : colour;
}

struct colour chart_sheet_fill(const struct chart_sheet *sheet, const struct chart_value *value)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;

    if (value->disputed)
        return colours->paper;
    if (sheet->chart->voice >= 0)
        return chart_sheet_shade(sheet, value, colour_of_voice(sheet, value));
    return chart_sheet_shade(sheet, value, value->mark ? colours->deep : colours->light);
}

struct colour chart_sheet_letters(const struct chart_sheet *sheet, const struct chart_value *value)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;
    struct colour fill = chart_sheet_fill(sheet, value);

    return colour_contrast(colours->ink, fill) >= colour_contrast(colours->paper, fill) ? colours->ink : colours->paper;
}

/* Thin lines through the bar, as if cut with a knife: none so near an end that it would look like an outline. */
static void put_cuts(const struct chart_sheet *sheet, const struct chart_bar *bar)
{
    struct rect r = bar->rect, inner = rect_inset(r, sheet->rule_px);
    int length = bar->upright ? r.h : r.w;
    const struct theme_colours *colours = &sheet->scene->style->colours;
    struct colour colour = bar->value->disputed ? chart_sheet_shade(sheet, bar->value, colours->ink) : colours->paper;

    for (int i = 1; bar->step > 0 && i * bar->step < bar->value->value; i++) {
        int at = (int)lround(length * (i * bar->step / bar->value->value)), near = sheet->rule_px * 2;

        if (at < near || at > length - near)
            continue;
        if (bar->upright)
            draw_fill(page_pen(sheet->scene), (struct rect){inner.x, r.y + r.h - at, inner.w, sheet->thin_px}, colour);
        else
            draw_fill(page_pen(sheet->scene), (struct rect){r.x + at, inner.y, sheet->thin_px, inner.h}, colour);
    }
}

void chart_sheet_put_bar(const struct chart_sheet *sheet, const struct chart_bar *bar)
{
    struct pen pen = page_pen(sheet->scene);
    int edge = int_min(sheet->rule_px, int_min(bar->rect.w, bar->rect.h) / 2);

    draw_fill(pen, bar->rect, chart_sheet_fill(sheet, bar->value));
    if (!bar->value->mark || bar->value->disputed)
        draw_frame(pen, bar->rect, edge, chart_sheet_shade(sheet, bar->value, sheet->scene->style->colours.ink));
    put_cuts(sheet, bar);
}
