/* Both are set the same way: a sign (the number, or a hand) and lines of text beside it. */
#include "blocks/readout.h"

#include "page/icon.h"
#include "page/label.h"
#include "page/passage.h"
#include "text/pattern.h"
#include "text/plural.h"

#include <math.h>

static const float LINE_HEIGHT = 1.25F;
static const float NUMBER_SHARE = 0.45F; /* of the width: a number has no more */

static int gap(const struct readout_types *types)
{
    return int_max(3, types->name.size_px / 2);
}

static struct type number_type(const struct scene *scene, const struct readout_types *types, const char *number, int width)
{
    return label_shrunk(scene, &(struct label){.type = types->number, .text = number}, (int)(NUMBER_SHARE * (float)width), 1);
}

static int sign_width(const struct scene *scene, const struct readout_types *types, const struct readout *told, int width)
{
    if (!told)
        return int_min(scene->style->icon_px, width / 4) + gap(types);
    return told->number[0] ? label_width(scene, number_type(scene, types, told->number, width), told->number) + 2 * gap(types) : 0;
}

static int sign_height(const struct scene *scene, const struct readout_types *types, const struct readout *told, int width)
{
    return told ? page_metrics(scene, number_type(scene, types, told->number, width)).cap_px : int_min(scene->style->icon_px, width / 4);
}

static struct passage line_of(const struct scene *scene, struct type type, const char *text)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, text),
        .type = type,
        .colour = scene->style->colours.ink,
        .line_height = LINE_HEIGHT,
    };
}

/* Draws them where there is a place (a height), returns theirs. */
static int lines(const struct scene *scene, const struct readout_types *types, const struct readout *told, struct rect rect)
{
    struct passage passages[] = {line_of(scene, types->name, told ? told->name : ""),
                                 line_of(scene, types->more, told ? told->more : page_words(scene)->touch_block)};
    int y = rect.y;

    for (size_t i = 0; i < COUNTOF(passages); i++) {
        const struct paragraph *paragraph = passage_set(scene, &passages[i], rect.w);

        if (rect.h > 0)
            passage_put(scene, paragraph, &passages[i], (struct rect){rect.x, y, rect.w, rect.h});
        y += paragraph->height_px;
    }
    return y - rect.y;
}

int readout_height(const struct scene *scene, const struct readout_types *types, const struct readout *told, int width_px)
{
    struct rect beside = {.w = int_max(1, width_px - sign_width(scene, types, told, width_px))};
    int text = lines(scene, types, told, beside);

    return int_max(text, sign_height(scene, types, told, width_px)) + gap(types);
}

void readout_put(const struct scene *scene, const struct readout_types *types, const struct readout *told, struct rect rect)
{
    int sign = sign_width(scene, types, told, rect.w), thin = int_max(1, scene->style->rule_px / 2);
    struct rect place = {rect.x, rect.y + thin, rect.w, rect.h - thin};
    struct rect beside = {rect.x + sign, 0, int_max(1, rect.w - sign), 0};
    int text = lines(scene, types, told, beside);

    draw_fill(page_pen(scene), (struct rect){rect.x, rect.y, rect.w, thin}, scene->style->colours.ink);
    if (told) {
        struct label number = {number_type(scene, types, told->number, rect.w), scene->style->colours.ink, told->number, ALIGN_START};

        label_put(scene, &number, place);
    } else {
        int side = sign_height(scene, types, told, rect.w);

        icon_put(scene, ICON_TOUCH, (struct rect){place.x, place.y + (place.h - side) / 2, side, side}, scene->style->colours.deep);
    }
    beside.y = place.y + int_max(0, (place.h - text) / 2);
    beside.h = int_max(1, text);
    lines(scene, types, told, beside);
}

const char *readout_number(const struct scene *scene, struct readout_numbers numbers, double number)
{
    const struct number_format *format = &page_words(scene)->numbers;

    return numbers.percent ? number_percent(scene->arena, format, number, numbers.decimals)
                           : number_text(scene->arena, format, number, numbers.decimals);
}

/* Between percentages lie points. */
static const char *distance_text(const struct scene *scene, struct readout_numbers numbers, double distance)
{
    const char *number = number_text(scene->arena, &page_words(scene)->numbers, distance, numbers.decimals);

    if (!numbers.percent)
        return number;
    return pattern_filled(scene->arena, plural_form(&page_words(scene)->points, page_language(scene), distance),
                          (const struct pattern_fill[]){{"{number}", number}, {0}});
}

const char *readout_against(const struct scene *scene, struct readout_numbers numbers, const double values[2], const char *name)
{
    double unit = pow(10, numbers.decimals), distance = round((values[0] - values[1]) * unit) / unit;

    return readout_compared(scene, (distance > 0) - (distance < 0), distance_text(scene, numbers, fabs(distance)), name);
}

const char *readout_compared(const struct scene *scene, int sign, const char *by, const char *name)
{
    const struct words *words = page_words(scene);
    const char *pattern = sign > 0 ? words->more_than : sign < 0 ? words->less_than : words->same_as;

    return pattern_filled(scene->arena, pattern, (const struct pattern_fill[]){{"{number}", by}, {"{name}", name}, {0}});
}
