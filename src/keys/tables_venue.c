/* The keys of what is the venue's: its screen, how long things take there, when it is open. */
#include "keys/tables.h"

#include "keys/rows.h"

static const char *const rotations[] = {"0", "90", "180", "270", NULL};
static const char *const night_screens[] = {"off", "black", NULL};
static const char *const weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL};

_Static_assert(COUNTOF(night_screens) == NIGHT_SCREEN_COUNT + 1, "one word a screen");

static const struct schema_row screen_rows[] = {
    {"diagonal_inches", VALUE_NUMBER, AT(screen, diagonal_inches), .preset = "32", .min = 5, .max = 200,
     .help = "the screen's diagonal in inches"},
    {"width", VALUE_INTEGER, AT(screen, width_px), .preset = "1920", .min = 320, .max = 16384, .help = "pixels across"},
    {"height", VALUE_INTEGER, AT(screen, height_px), .preset = "1080", .min = 320, .max = 16384, .help = "pixels down"},
    {"distance_mm", VALUE_NUMBER, AT(screen, distance_mm), .preset = "700", .min = 200, .max = 10000,
     .help = "from the visitors' eyes to the screen, in millimetres"},
    {"lower_edge_mm", VALUE_NUMBER, AT(screen, lower_edge_mm), .preset = "0", .max = 3000,
     .help = "from the floor to the picture's lower edge: for low reach (`reach:`), and for `check` to see whether hands reach all keys; "
             "0: not known"},
    {"rotation", VALUE_INTEGER, AT(screen, rotation), .preset = "0", .max = 270, .choices = rotations,
     .help = "degrees clockwise that the picture is turned to stand upright"},
    {"wander_px", VALUE_INTEGER, AT(screen, wander_px), .preset = "0", .max = 16,
     .help = "for OLED screens: the picture wanders so many pixels about its place, a step in three minutes while nobody is there"},
};
const struct schema schema_screen = {"screen", sizeof(struct screen), ROWS(screen_rows)};

static const struct schema_row timing_rows[] = {
    {"reading_base_s", VALUE_INTEGER, AT(timing, reading_base_s), .preset = "5", .max = 120,
     .help = "seconds of a panel's reading time before its words count"},
    {"words_per_minute", VALUE_INTEGER, AT(timing, words_per_minute), .preset = "150", .min = 30, .max = 1000,
     .help = "how fast visitors read"},
    {"idle_s", VALUE_INTEGER, AT(timing, idle_s), .preset = "90", .min = 10, .max = 3600,
     .help = "seconds without a touch before the countdown, at least"},
    {"countdown_s", VALUE_INTEGER, AT(timing, countdown_s), .preset = "20", .min = 5, .max = 120, .help = "seconds of \"Still reading?\""},
    {"turn_ms", VALUE_INTEGER, AT(timing, turn_ms), .preset = "350", .max = 2000, .help = "milliseconds that turning a page takes"},
    {"poster_s", VALUE_INTEGER, AT(timing, poster_s), .preset = "7", .min = 3, .max = 60,
     .help = "seconds that a poster of attract stands"},
    {"poster_turn_ms", VALUE_INTEGER, AT(timing, poster_turn_ms), .preset = "900", .max = 2000,
     .help = "milliseconds that one poster takes to come over another"},
    {"lap_s", VALUE_INTEGER, AT(timing, lap_s), .preset = "180", .min = 60, .max = 3600,
     .help = "seconds that a lap of attract takes at most, its whole panels and the timeline included"},
};
const struct schema schema_timing = {"timing", sizeof(struct timing), ROWS(timing_rows)};

static const struct schema_row opening_rule_rows[] = {
    {"days", VALUE_SET, AT(opening_rule, weekdays), .min = 1, .max = 7, .choices = weekdays, .help = "the weekdays that have these times"},
    {"date", VALUE_DATING, AT(opening_rule, dates),
     .help = "instead of days: a day or a span of days, 2026-12-24/2027-01-06, whose times go before those of its weekday"},
    {"times", VALUE_STRING, AT(opening_rule, times), .need = NEED_REQUIRED, .min = 1,
     .help = "\"10:00-18:00\", several with commas, or closed; what ends by 6:00 may end the next day: \"18:00-01:00\""},
};
static const struct schema opening_rule_table = {"group of hours", sizeof(struct opening_rule), offsetof(struct opening_rule, origin),
                                                 ROWS(opening_rule_rows)};

static const struct schema_row hours_rows[] = {
    {"open", VALUE_RECORDS, LIST_AT(hours, rules, rule_count), .need = NEED_REQUIRED, .min = 1, .max = OPENING_RULES_MAX,
     .table = &opening_rule_table,
     .help = "when visitors are there; weekdays that are not named are closed, or open all day if only dates are named"},
    {"screen", VALUE_CHOICE, AT(hours, screen), .preset = "off", .choices = night_screens,
     .help = "while it is closed: off (it is told to switch itself off, and is black if it cannot) or black"},
    {"wake", VALUE_BOOLEAN, AT(hours, wakes), .preset = "no", .help = "whether a touch lights it while it is closed, for one visit"},
};
const struct schema schema_hours = {"group of hours", sizeof(struct hours), ROWS(hours_rows)};

static const struct schema_row visits_rows[] = {
    {"keep_days", VALUE_INTEGER, AT(exhibit, visits_keep_days), .preset = "400", .max = 4000,
     .help = "how many days with visitors are kept, the latest; 0: nothing is counted"},
};
const struct schema schema_visits = {"count of visitors", sizeof(struct exhibit), ROWS(visits_rows)};
