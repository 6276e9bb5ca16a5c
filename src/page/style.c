/* Shares of the screen, floored by what eyes and fingers need. */
#include "page/style.h"

#include "page/heights.h"

#include <math.h>

/* Numbers of taste, in shares of the shorter side; those that curators decide stand in theme.yaml. */
static const double RULE_SHARE = 0.0037, GUTTER_SHARE = 24.0 / 1080, ICON_SHARE = 0.043, BAR_LABEL_SHARE = 0.0165;
static const double PORTRAIT_BAR = 1.3; /* hands reach it from above there, and the buttons stand closer */
static const double MM_PER_INCH = 25.4;
static const double LEAST_MOST = 0.05; /* of labels: on a screen that is too small for its distance, which the audit tells */
/* Labels grow less than the text they serve, but as far as they must to be read; as much as all in the largest text. */
static const double LARGE_LABELS = 0.6;
/* Where headlines must shrink they stay that much larger than they might in the usual text, and no more: they are large, and the text needs
 * the room. */
static const double LARGE_HEADLINES = 0.5;

float style_px_per_mm(const struct screen *screen, struct size px)
{
    double diagonal_px = sqrt((double)px.w * px.w + (double)px.h * px.h);

    return (float)(diagonal_px / (screen->diagonal_inches * MM_PER_INCH));
}

struct colour style_shade(const struct theme_colours *colours)
{
    static const struct colour white = {255, 255, 255, 255};

    return colour_contrast(colours->ink, white) > colour_contrast(colours->paper, white) ? colours->ink : colours->paper;
}

struct colour style_ring(const struct theme_colours *colours)
{
    return colour_contrast(colours->paper, colours->deep) >= colour_contrast(colours->ink, colours->deep) ? colours->paper : colours->ink;
}

int style_arcmin_px(const struct style_setup *setup, enum face face, double arcmin)
{
    enum { PROBE_PX = 200 };
    struct face_metrics metrics = setup->measure->metrics(setup->measure->context, (struct type){.face = face, .size_px = PROBE_PX});
    const struct screen *screen = &setup->exhibit->screen;
    double radians = arcmin / 60.0 * acos(-1.0) / 180.0;
    double cap_px = screen->distance_mm * tan(radians) * (double)style_px_per_mm(screen, setup->screen);

    return (int)ceil(cap_px * PROBE_PX / int_max(1, metrics.cap_px));
}

/* In all faces. */
static int least_px(const struct style_setup *setup)
{
    const struct theme *theme = &setup->exhibit->theme;
    double arcmin = setup->settings.level[SETTING_TEXT] > TEXT_USUAL ? theme->letter_arcmin_large : theme->letter_arcmin;
    int least = 0;

    for (int face = 0; face < FACE_COUNT; face++)
        least = int_max(least, style_arcmin_px(setup, (enum face)face, arcmin));
    return least;
}

/* The bar, and the page above it. Words in large letters are too long to stand beside each other on a tall screen: there its buttons take
 * two rows, below a strip that is as tall as a line. */
static void set_bar(struct style *style, const struct theme *theme)
{
    int word = style->sizes.bar_label_px, row = int_max(style->target_px, style->icon_px + word / 3) + 2 * word;
    double percent = int_min(style->screen.w, style->screen.h) / 100.0;
    int bar = (int)(theme->bar * percent * (style->portrait ? PORTRAIT_BAR : 1));

    style->bar_rows = style->large && style->portrait ? 2 : 1;
    style->bar_strip_px = int_max(style->rule_px * 35 / 4, style->large ? style->sizes.label_px * 5 / 3 : 0);
    if (style->bar_rows > 1)
        bar = style->bar_strip_px + style->bar_rows * row;
    bar = int_max(bar, style->target_px + 2 * word);
    style->page = (struct rect){0, 0, style->screen.w, style->screen.h - bar};
    style->bar = (struct rect){0, style->screen.h - bar, style->screen.w, bar};
}

/* Every part shows at least a finger of the one before, so that what lies across two is found in one of them. A bar of large letters may
 * leave no room for any. */
static void set_reach(struct style *style, const struct screen *screen, bool asked)
{
    double within_mm = HEIGHTS_HIGHEST_MM - screen->lower_edge_mm;
    int top_px = style->screen.h - (int)floor(within_mm * (double)style->px_per_mm), most = top_px - style->page.y;
    int window = style->page.h - most;

    style->reach.helps = heights_help(screen) && most > 0 && window >= 2 * style->target_px;
    if (asked && style->reach.helps) {
        style->reach.parts = (most + window - style->target_px - 1) / (window - style->target_px);
        style->reach.most_px = most;
    }
}

static struct theme_colours colours_of(const struct theme *theme, int contrast)
{
    return contrast == CONTRAST_DARK ? theme->dark : contrast == CONTRAST_HIGH ? theme->contrast : theme->normal;
}

double style_larger(const struct theme *theme, int text)
{
    return text == TEXT_LARGEST ? theme->largest_text : text == TEXT_LARGE ? theme->large_text : 1;
}

void style_make(struct style *style, const struct style_setup *setup)
{
    const struct theme *theme = &setup->exhibit->theme;
    int shorter = int_min(setup->screen.w, setup->screen.h);
    double percent = shorter / 100.0;
    int text = setup->settings.level[SETTING_TEXT];
    double larger = style_larger(theme, text);
    double labels = text == TEXT_LARGEST ? larger : 1 + (larger - 1) * LARGE_LABELS;
    double headlines = text > TEXT_USUAL ? 1 + (theme->large_text - 1) * LARGE_HEADLINES : 1;
    int least = least_px(setup), bearable = int_min(least, (int)(LEAST_MOST * shorter));
    int label_least = text > TEXT_USUAL ? bearable : 0; /* the usual labels are as the theme has them */

    *style = (struct style){.screen = setup->screen, .large = text > TEXT_USUAL, .settings = setup->settings};
    style->still = theme->reduced_motion || setup->settings.level[SETTING_MOTION] > 0;
    style->portrait = setup->screen.h > setup->screen.w;
    style->px_per_mm = style_px_per_mm(&setup->exhibit->screen, setup->screen);
    style->target_px = (int)ceil(theme->target_mm * (double)style->px_per_mm);
    style->margin_px = (int)(theme->margin * percent);
    style->rule_px = int_max(2, (int)lround(RULE_SHARE * shorter));
    style->gutter_px = (int)lround(GUTTER_SHARE * shorter);
    style->sizes.title_px = int_max((int)(theme->title_size * percent), label_least);
    style->sizes.title_smallest_px =
        int_min(style->sizes.title_px, int_max((int)(theme->title_smallest * percent * headlines), label_least));
    style->sizes.body_px = int_max((int)(theme->body_size * percent * larger), least);
    style->sizes.body_smallest_px = int_min(style->sizes.body_px, int_max((int)(theme->body_smallest * percent * larger), least));
    style->sizes.least_px = bearable;
    style->sizes.label_px = int_max((int)(theme->label_size * percent * labels), label_least);
    style->sizes.small_px = int_max((int)(theme->small_size * percent * labels), label_least);
    style->sizes.card_px = int_max((int)(theme->card_size * percent * labels), label_least);
    style->sizes.attract_px = (int)(theme->attract_size * percent);
    style->sizes.bar_label_px = int_max((int)(BAR_LABEL_SHARE * shorter * labels), label_least);
    style->icon_px = int_max((int)(ICON_SHARE * shorter), (label_least * 5 + 3) / 4); /* letters stand in the place of some */
    style->sizes.line_height = (float)theme->line_height;
    style->colours = colours_of(theme, setup->settings.level[SETTING_CONTRAST]);

    set_bar(style, theme);
    set_reach(style, &setup->exhibit->screen, setup->exhibit->reach == REACH_LOW || setup->settings.level[SETTING_REACH] > 0);
}
