/* What the forms of a chart share: its types at one scale, its numbers as texts, its bars. For scene/chart*. */
#pragma once

#include "blocks/chart.h"

/* label: names of values. small: notes, ticks, sources. numeral: the numbers. rule: thickness of an outline; thin: of a fine one. */
struct sheet {
    const struct scene *scene;
    const struct chart *chart;
    struct type label, small, numeral;
    int gap_px, rule_px, thin_px;
    int decimals;
    bool percent;
};

/* scale: 1 for the look's own sizes. */
struct sheet sheet_make(const struct scene *scene, const struct chart *chart, float scale);
/* The number as it is shown, words in front of it included. */
const char *sheet_number(const struct sheet *sheet, int value);
/* Any number on the chart's axis. */
const char *sheet_tick(const struct sheet *sheet, double tick);
/* Texts of the chart: a label's lines stand close, a note is muted. */
struct page_text sheet_label(const struct sheet *sheet, struct text text);
struct page_text sheet_note(const struct sheet *sheet, const char *text);
int sheet_text_height(const struct sheet *sheet, const struct page_text *text, int width_px);
int sheet_cap(const struct sheet *sheet, struct type type);
/* The height of one line of it. */
int sheet_line(const struct sheet *sheet, struct type type);
/* The value at the axis' end: the total, or the largest value. */
double sheet_most(const struct sheet *sheet);
/* 1, 2, 2.5 or 5 times a power of ten, so that about `wanted` of them fill the axis. */
double sheet_step(double most, int wanted);

/* A bar and what is cut through it: one thin line a step, from its foot. */
struct bar {
    struct rect rect;
    bool upright;
    double value, step;
    const struct chart_value *of;
};

void sheet_bar(const struct sheet *sheet, const struct bar *bar);
/* Ink or paper: whichever is easier to read on the bar. */
struct colour sheet_letters(const struct sheet *sheet, const struct chart_value *value);

/* The forms, between head and foot. least: the lowest height; best: what it likes; fill: draws, and returns the height it took. */
struct form {
    int (*least)(const struct sheet *sheet, int width_px);
    int (*best)(const struct sheet *sheet, int width_px);
    int (*fill)(const struct sheet *sheet, struct rect rect);
};

/* Bars lie below each other, each under its label. */
extern const struct form form_rows;
/* Bars, or points on a line, stand beside each other. */
extern const struct form form_columns;
/* Whether labels and numbers have room there. */
bool form_columns_fit(const struct sheet *sheet, int width_px);
extern const struct form form_marks;
