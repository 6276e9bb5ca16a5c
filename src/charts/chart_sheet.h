/* What the forms of a chart share: its type sizes at one scale, its numbers as texts, its bars. */
#pragma once

#include "blocks/readout.h"
#include "exhibit/blocks.h"
#include "page/passage.h"

/* label: type of the names of values; small: of notes, ticks and sources; numeral: of the numbers. rule: thickness of an outline; thin: of
 * a fine line. numbers: how they are told. */
struct chart_sheet {
    const struct scene *scene;
    const struct chart *chart;
    struct type label, small, numeral;
    int gap_px, rule_px, thin_px;
    int chosen; /* the value that a visitor has chosen; -1: none */
    struct readout_numbers numbers;
};

/* scale: 1 for the sizes of the style, less where there is less room. */
struct chart_sheet chart_sheet_make(const struct scene *scene, const struct chart *chart, float scale);
/* A value's number as it is shown, with the word in front of it. */
const char *chart_sheet_number(const struct chart_sheet *sheet, int value);
/* Any number on the chart's axis. */
const char *chart_sheet_tick(const struct chart_sheet *sheet, double tick);
/* The value answers to fingers in this place. */
void chart_sheet_spot(const struct chart_sheet *sheet, struct rect rect, int value, enum scrub scrub);
/* What a value is filled with: paper if it is disputed. */
struct colour chart_sheet_fill(const struct chart_sheet *sheet, const struct chart_value *value);
/* The colour of a value's edge: paler where another value is chosen. */
struct colour chart_sheet_shade(const struct chart_sheet *sheet, const struct chart_value *value, struct colour colour);
/* That of its letters: what is paler can still be read. */
struct colour chart_sheet_ink(const struct chart_sheet *sheet, const struct chart_value *value);
/* How texts of the chart are set: a label in ink, a note muted and smaller. */
struct passage chart_sheet_label(const struct chart_sheet *sheet, struct text text);
struct passage chart_sheet_note(const struct chart_sheet *sheet, const char *text);
int chart_sheet_text_height(const struct chart_sheet *sheet, const struct passage *text, int width_px);
/* The height of the type's capitals, and of one line of it. */
int chart_sheet_cap(const struct chart_sheet *sheet, struct type type);
int chart_sheet_line(const struct chart_sheet *sheet, struct type type);
/* The value at the end of the axis: the total or the largest value, whichever is larger; 1 if both are 0. */
double chart_sheet_most(const struct chart_sheet *sheet);
/* The distance of ticks, so that about `wanted` of them fill an axis up to `most`: 1, 2, 2.5 or 5 times a power of ten. */
double chart_sheet_step(double most, int wanted);

/* A bar as long as its value. step: a thin line is cut through it for each step of its value, so that the eye can count; 0: none. */
struct chart_bar {
    struct rect rect;
    bool upright;
    double step;
    const struct chart_value *value;
};

void chart_sheet_put_bar(const struct chart_sheet *sheet, const struct chart_bar *bar);
/* Ink or paper: whichever is easier to read on the bar of this value. */
struct colour chart_sheet_letters(const struct chart_sheet *sheet, const struct chart_value *value);
