/* The keys of sets of colours. */
#include "keys/tables.h"

#include "exhibit/model.h"
#include "keys/rows.h"

#define COLOUR_ROW(name, field, value, meaning)                                                                                            \
    name, VALUE_COLOUR, AT(theme_colours, field), .need = NEED_WANTED, .preset = value, .help = meaning

/* As exhibits of before have them. */
#define MOVED_ROW(name, words) name, VALUE_MOVED, .help = words
#define MOVED_COLOURS                                                                                                                      \
    {MOVED_ROW("record", "call it deep")}, {MOVED_ROW("argument", "call it strong")},                                                      \
    {                                                                                                                                      \
        MOVED_ROW("voices", "call it light")                                                                                               \
    }

static const struct schema_row normal_rows[] = {
    {COLOUR_ROW("paper", paper, "#F3EBDD", "the ground")},
    {COLOUR_ROW("ink", ink, "#1B1B1B", "text")},
    {COLOUR_ROW("muted", muted, "#5C554A", "text of less weight")},
    {COLOUR_ROW("deep", deep, "#1F3A5F", "signs, maps and charts; a voice")},
    {COLOUR_ROW("strong", strong, "#A63A2B", "voices alone")},
    {COLOUR_ROW("light", light, "#C98B2B", "what is filled, with ink upon it: charts, maps; a voice")},
    {COLOUR_ROW("bar", bar, "#1B1B1B", "the bar at the foot")},
    {COLOUR_ROW("bar_text", bar_text, "#F3EBDD", "words and signs in the bar")},
    MOVED_COLOURS,
};
const struct schema schema_normal_colours = {"colour set", sizeof(struct theme_colours), ROWS(normal_rows)};

static const struct schema_row contrast_rows[] = {
    {COLOUR_ROW("paper", paper, "#FFFFFF", "the ground")},
    {COLOUR_ROW("ink", ink, "#000000", "text")},
    {COLOUR_ROW("muted", muted, "#000000", "text of less weight")},
    {COLOUR_ROW("deep", deep, "#0B2545", "signs, maps and charts; a voice")},
    {COLOUR_ROW("strong", strong, "#7A1508", "voices alone")},
    {COLOUR_ROW("light", light, "#B5761A", "what is filled, with ink upon it: charts, maps; a voice")},
    {COLOUR_ROW("bar", bar, "#000000", "the bar at the foot")},
    {COLOUR_ROW("bar_text", bar_text, "#FFFFFF", "words and signs in the bar")},
    MOVED_COLOURS,
};
static const struct schema_row dark_rows[] = {
    {COLOUR_ROW("paper", paper, "#000000", "the ground")},
    {COLOUR_ROW("ink", ink, "#FFFFFF", "text")},
    {COLOUR_ROW("muted", muted, "#E4DED2", "text of less weight")},
    {COLOUR_ROW("deep", deep, "#9CC4FF", "signs, maps and charts; a voice")},
    {COLOUR_ROW("strong", strong, "#FF9C8C", "voices alone")},
    {COLOUR_ROW("light", light, "#865700", "what is filled, with ink upon it: charts, maps; a voice")},
    {COLOUR_ROW("bar", bar, "#000000", "the bar at the foot")},
    {COLOUR_ROW("bar_text", bar_text, "#FFFFFF", "words and signs in the bar")},
};
const struct schema schema_dark_colours = {"colour set", sizeof(struct theme_colours), ROWS(dark_rows)};
const struct schema schema_contrast_colours = {"colour set", sizeof(struct theme_colours), ROWS(contrast_rows)};
