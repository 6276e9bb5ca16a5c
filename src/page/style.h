/* The style: the theme's shares and physical minima turned into pixels for one screen, and for what a visitor has set. */
#pragma once

#include "base/geom.h"
#include "exhibit/model.h"
#include "layout/measure.h"
#include "settings/settings.h"

struct style_setup {
    const struct exhibit *exhibit;
    const struct measure *measure;
    struct size screen;
    struct settings settings; /* but for the language */
};

/* How much larger letters are at that level of SETTING_TEXT than usual; 1: as usual. */
double style_larger(const struct theme *theme, int text);

/* What hands do not reach comes down in so many parts (page/reach.h), by so much in all; 0: nothing does. helps: whether anything would,
 * if it were asked for. */
struct style_reach {
    int parts, most_px;
    bool helps;
};

/* The sizes of type. least: of text whose capitals have the theme's arc minutes at the declared distance; body text is never smaller and,
 * in large text, nothing is. */
struct type_sizes {
    int title_px, title_smallest_px, body_px, body_smallest_px, label_px, small_px, card_px, attract_px, bar_label_px, least_px;
    float line_height; /* of body text, times its size */
};

/* target: side of the smallest thing to touch; rule: thickness of lines and edges; gutter: between two pages that slide. bar_rows: in how
 * many rows the bar's buttons stand; bar_strip: what a tall screen's bar has above them. */
struct style {
    struct size screen;
    struct rect page, bar;       /* the bar lies at the foot, the page above it */
    bool portrait, large, still; /* still: nothing moves */
    struct settings settings;    /* but for the language */
    float px_per_mm;
    int target_px, margin_px, rule_px, gutter_px, icon_px, bar_rows, bar_strip_px;
    struct type_sizes sizes;
    struct theme_colours colours;
    struct style_reach reach;
};

void style_make(struct style *style, const struct style_setup *setup);
/* What lies over a page below a card, of the darker of paper and ink; opaque. */
struct colour style_shade(const struct theme_colours *colours);
/* The second colour of the ring round what has the focus: of paper and ink the one that is farther from its first, `deep`. */
struct colour style_ring(const struct theme_colours *colours);
/* Pixels a millimetre: the diagonal of the real pixels, divided by the declared diagonal. */
float style_px_per_mm(const struct screen *screen, struct size px);
/* The size in which the capitals of that face are `arcmin` high at the declared distance. */
int style_arcmin_px(const struct style_setup *setup, enum face face, double arcmin);
