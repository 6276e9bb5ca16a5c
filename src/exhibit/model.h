/* An exhibit as its curators wrote it: plain, complete, immutable once loaded. All pointers live in the exhibit's arena. */
#pragma once

#include "base/colour.h"
#include "base/finding.h"
#include "base/geom.h"
#include "base/movement.h"
#include "base/plan.h"
#include "base/prose.h"
#include "exhibit/keypad.h"
#include "text/date_text.h"
#include "text/number.h"
#include "text/plural.h"

enum { EXHIBIT_LANGUAGES_MAX = 12, EXHIBIT_NOTICES_MAX = 16, EXHIBIT_LANES_MAX = 8, EXHIBIT_VOICES_MAX = 8, PANEL_PICTURES_MAX = 6 };
enum { EXHIBIT_ROUTES_MAX = 6, EXHIBIT_QUESTIONS_MAX = 6 };

/* One string a language, in the order of exhibit.languages; NULL `in` if the key is absent. A missing translation holds the text of the
 * first language that has one, so in[i] is never NULL. */
struct text {
    const char *const *in;
};

/* The same for Markdown; `source` keeps the texts as written. */
struct prose_text {
    struct text source;
    const struct prose *in; /* array, one a language; NULL if absent */
};

struct screen {
    double diagonal_inches, distance_mm;
    double lower_edge_mm;    /* above the floor, as it hangs; 0: not known */
    int width_px, height_px; /* of the upright picture, landscape or portrait as visitors see it */
    int rotation;  /* 0, 90, 180, 270: degrees clockwise that the picture is turned, so that it is upright on the mounted screen */
    int wander_px; /* the picture wanders so far while nobody is there, and spares a screen that pictures burn into */
};

/* Whether what hangs too high for a wheelchair is brought down (page/reach.h): for who asks for it, or for all. */
enum reach { REACH_ASKED, REACH_LOW };

struct timing {
    int reading_base_s, words_per_minute;
    int idle_s, countdown_s;
    int turn_ms;
    int poster_s, poster_turn_ms, lap_s; /* of attract: each poster, from one to the next, and the whole of it at most */
};

/* From when to when it is open, in minutes since midnight; what ends later than 24 * 60 does so the next day. */
struct open_span {
    int from, to;
};

enum { OPENINGS_MAX = 4, OPENING_RULES_MAX = 400 };

/* Of weekdays (a bit each, from Monday), or of dates. */
struct opening_rule {
    unsigned weekdays;
    struct dating dates;
    const char *times;                       /* as written */
    struct open_span openings[OPENINGS_MAX]; /* in order */
    int opening_count;                       /* none: closed */
    struct origin origin;
};

/* While it is closed: the screen is switched off, or shows nothing but black. */
enum night_screen { NIGHT_OFF, NIGHT_BLACK, NIGHT_SCREEN_COUNT };

/* hours/hours.h says what they mean. wakes: a touch lights the screen while it is closed. */
struct hours {
    struct opening_rule *rules;
    int rule_count;
    enum night_screen screen;
    bool wakes;
};

/* What attract shows, a set: pictures with a few words over them, whole panels and the timeline. */
enum attract_part { ATTRACT_POSTERS = 1, ATTRACT_PAGES = 2 };

/* What a transparent picture lies on: a colour of the theme's usual ones, in high contrast too, for that is what it was drawn for. */
enum ground { GROUND_PAPER, GROUND_INK, GROUND_DEEP, GROUND_STRONG, GROUND_LIGHT, GROUND_COUNT };

/* A colour of the theme by its name, as the usual or the high-contrast colours have it; or one of its own, the same in both. */
struct tint {
    bool own;
    enum ground of_theme;
    struct colour colour;
};

enum voice_shape { SHAPE_NONE, SHAPE_SQUARE, SHAPE_TRIANGLE, SHAPE_CIRCLE, SHAPE_DIAMOND, SHAPE_RING, SHAPE_BAR, SHAPE_COUNT };

/* Somebody who speaks in the exhibit: the museum itself, its sources, the author of a book, ... */
struct voice {
    const char *id;
    struct text words; /* on the slab above what it says; may be missing */
    struct tint colour;
    enum voice_shape shape;
    struct text help; /* who that is, for visitors; may be missing */
    struct origin origin;
};

/* How a picture is cropped, in shares of its sides: focus, across and down, stands as near to the middle as it can; keep is never cut, and
 * has no width where nothing is kept. */
struct crop {
    double focus[2];
    struct share_rect keep;
};

/* One for each orientation of the screen. poster: its keep, of a poster that fills the screen; without width, it keeps what the others do.
 * origin: of `keep`, where it is written. */
struct crops {
    struct crop landscape, portrait, poster;
    struct origin origin;
};

/* COVER: it fills its place, and is cropped; ALL: all of it is seen, on its ground. */
enum picture_fit { PICTURE_COVER, PICTURE_ALL, PICTURE_FIT_COUNT };

/* How a group of a drawing moves. about: its focus is what a turn goes about. */
struct picture_movement {
    struct movement movement;
    struct crops about;
    struct origin origin;
};

enum { PICTURE_DETAILS_MAX = 5 };

/* A point of a picture, and the sentence that it is worth. */
struct picture_detail {
    struct crops at; /* its focus */
    struct text text;
};

struct picture {
    const char *file;                         /* path inside the exhibit; NULL: the neutral picture */
    struct text alternative, caption, credit; /* the latter two stand beneath it where it is the page's matter */
    struct crops crops;
    enum picture_fit fit;
    enum ground ground;
    struct picture_detail *details;
    int detail_count;
    struct picture_movement *movements;
    int movement_count;
    double aspect; /* width over height, upright; 0 if unknown or no file */
};

/* A corner of the upright screen, as one sees it. */
enum screen_corner { CORNER_TOP_LEFT, CORNER_TOP_RIGHT, CORNER_BOTTOM_LEFT, CORNER_BOTTOM_RIGHT };

/* Where staff come in, and with what. pin: its hash (pins/pin.h); NULL: there is no way in. */
struct staff_door {
    const char *pin;
    enum screen_corner corner;
};

/* When the exhibit speaks: never; to who asks for it by a key or the ear in the bar; while a headset is plugged in; from the beginning of
 * each visit. */
enum speech_start { SPEECH_OFF, SPEECH_KEY, SPEECH_JACK, SPEECH_ALWAYS, SPEECH_START_COUNT };

/* A name that a voice would say wrongly, and how it is said. */
struct saying {
    const char *name;
    struct text say;
    struct origin origin;
};

/* Words in another language than the text around them: a quotation, a slogan, the title of a song. language: BCP 47 code. */
struct foreign_phrase {
    const char *text, *language;
    struct origin origin;
};

/* level_db: how loud it begins, below the loudest that the machine can do; 0 or less. */
struct speech {
    enum speech_start starts;
    int level_db;
    struct saying *lexicon;
    int lexicon_count;
};

struct chapter {
    const char *id;
    struct text title;
    struct picture picture; /* of its card at home; file NULL: its first panel's picture */
    int *panels;            /* in exhibit.panels, where they follow one another */
    int panel_count;        /* at least one */
    int weight;             /* of its card at home: 2 is twice as large */
    struct origin origin;
};

/* A way through some of the panels, in an order of its own. */
struct route {
    const char *id;
    struct text title;
    int *panels;     /* in exhibit.panels */
    int panel_count; /* at least one */
    struct origin origin;
};

/* What the exhibit asks at its end. */
struct question {
    const char *id;
    struct prose_text text;
    struct origin origin;
};

struct plans {
    const char *name; /* of the file, without .yaml */
    struct plan landscape, portrait;
};

/* A recording of a text, in the place of a voice. pattern: path inside the exhibit, with {language}; NULL: none. languages: in which there
 * is a file, a bit an index in exhibit.languages. */
struct recorded_text {
    const char *pattern;
    unsigned languages;
};

/* What a visitor reads before panels and events that speak of violence, once a visit. */
struct notice {
    const char *id;
    struct prose_text text;
    struct recorded_text audio;
    struct origin origin;
};

/* What one voice says of a matter of which another says otherwise. */
struct statement {
    int voice; /* in exhibit.voices; -1: it was left out */
    struct prose_text text;
};

enum { DIFFERENCE_SIDES = 2 };

enum { SOUND_LONG_MS = 10 * 60 * 1000 }; /* nobody stands longer before it, and others wait */

/* A sound that is shown, as a picture is: heard by who asks for it, and read by who cannot hear it. file: path inside the exhibit.
 * playable: it is there, and of a kind that can be heard. Nobody meets one of its texts empty. */
struct sound {
    const char *file;
    bool playable;
    struct text title;
    struct prose_text transcript;
    struct text credit;
    struct origin origin;
};

/* Blocks of a panel, drawn from their data: exhibit/blocks.h. */
struct chart;
struct map;
struct memorial;

struct panel {
    const char *id; /* name of the file, without .yaml */
    int layout;     /* in exhibit.layouts */
    int chapter;
    int voice;                    /* in exhibit.voices: who speaks here; -1: nobody is named */
    struct text title, poster;    /* poster: what attract says of it in a few words; absent: its title */
    struct prose_text body, easy; /* easy: the same in simple words; absent: there is none */
    struct picture picture;
    struct picture *pictures; /* where there are several: all of them, of which `picture` is the first */
    int picture_count;
    struct prose_text more;       /* the deeper layer */
    struct statement *difference; /* where two voices differ: DIFFERENCE_SIDES of them, as one reads, or none */
    int difference_count;
    struct chart *chart; /* NULL: none, as for the map */
    struct map *map;
    struct memorial *memorial; /* the chart stands behind a button then */
    struct sound *sound;       /* NULL: none */
    struct text sources;
    struct recorded_text audio;
    struct date review_by; /* when its curators must look at it again; year 0: never */
    unsigned notices;      /* to be read before it, a bit an index in exhibit.notices; with any, attract passes the panel over */
    struct origin origin;
};

/* A stretch of time with a name, a band of the timeline. */
struct era {
    struct dating when; /* a span: both ends are there */
    struct text title;
    struct origin origin;
};

/* A stretch of days that the axis of time draws shorter than it was: from day to day, and from place to place (axis/scale.h). */
struct time_break {
    double from, to, place_from, place_to;
};

/* Of the band of eras; on a tall screen, to the right and to the left of it. */
enum lane_side { LANE_ABOVE, LANE_BELOW, LANE_SIDES };

/* What belongs together on the timeline. */
struct lane {
    const char *id;
    struct text title;
    enum lane_side side;
    struct origin origin;
};

struct event {
    const char *id;
    struct dating when;
    struct moment second;     /* a further date of the same event, of the same calendar, no span; year 0 if none */
    enum precision precision; /* what is finer of all these dates has been cut off */
    struct text display;      /* what visitors read instead of the dates */
    struct text title;
    struct prose_text text;
    struct picture picture; /* file NULL: none */
    struct text place;
    int lane;       /* in exhibit.lanes */
    int voice;      /* in exhibit.voices: who says so; -1: nobody is named */
    int importance; /* 1 (shown at every zoom) to 3 */
    int *panels;    /* that tell of it, in exhibit.panels */
    int panel_count;
    struct text source;
    struct recorded_text audio;
    unsigned notices; /* to be read before its card, as for a panel */
    struct origin origin;
};

/* A word of the glossary. */
struct term {
    const char *id;
    struct text title;
    struct prose_text text;
    struct recorded_text audio;
    struct origin origin;
};

/* Where a person appears: the panels and events that link to them, as one reads and by date. */
struct appearances {
    int *panels; /* in exhibit.panels */
    int panel_count;
    int *events; /* in exhibit.events */
    int event_count;
};

/* Somebody whom texts name. */
struct person {
    const char *id;
    struct text name;
    struct dating life; /* from: born; to: died; each year 0 where it is not known, or not yet */
    struct prose_text text;
    struct picture picture; /* file NULL: none */
    struct text source;
    struct recorded_text audio;
    struct appearances appears;
    struct origin origin;
};

struct theme_colours {
    struct colour paper, ink, muted;   /* the ground; text; text of less weight */
    struct colour deep, strong, light; /* what letters and fills may have; what the engine leaves to voices; fills below ink */
    struct colour bar, bar_text;       /* the bar at the foot */
};

/* Fonts for the letters of one script, which come before the theme's; lists may be missing (NULL). */
struct theme_script {
    const char *script; /* as written: its name or ISO 15924 code (text/script.h) */
    const char *const *faces[4];
    struct origin origin;
};

enum { THEME_SCRIPTS_MAX = 32 };

/* Sizes: percent of the screen's shorter side. A face is a list of file names: the first is used, the others give letters it lacks. */
struct theme {
    struct theme_colours normal, contrast, dark;
    const char *const *faces[4]; /* headline, text, bold, italic: NULL-terminated lists, in the order of enum face */
    struct theme_script *scripts;
    int script_count;
    double title_size, title_smallest, body_size, body_smallest, label_size, small_size, card_size, attract_size;
    double line_height;                        /* times the type size, for body text */
    double large_text, largest_text;           /* factors of large text, and of the largest */
    int line_letters;                          /* a body line holds about this many letters at most */
    double margin, bar;                        /* percent of the shorter side: page margin (home, attract) and height of the bar */
    double letter_arcmin, letter_arcmin_large; /* least cap height of body text at the viewing distance */
    double target_mm, poster_mm;               /* least sides of what is touched, least capitals of posters */
    bool reduced_motion;
};

/* What stands on the card "For me" in one language, beside `text_size` and `contrast` of struct words. */
struct settings_words {
    const char *title, *usual, *high, *dark, *motion, *still, *words, *simple, *time, *longer, *scan, *slow, *reach, *low, *bring_down,
        *put_back, *reset;
    const char *voice, *silent, *aloud, *speed, *quick, *volume, *louder, *loudest;
};

/* What staff read in one language: what no visitor comes to see. */
struct staff_words {
    const char *title, *pin, *wrong, *wait, *checking, *enter, *remove, *leave;
    const char *restart, *restart_machine, *off, *brightness, *touch_test, *findings, *stick;
    const char *sure, *yes, *no;
    const char *no_findings, *refused;
    const char *stick_wait, *stick_none, *stick_choose, *stick_taking, *stick_taken, *stick_refused;
    const char *untouched, *latency;
    const char *hours, *today, *closed, *open_now, *closed_now, *as_written;
};

/* What only a voice says, in one language, and the words of the keys that it is led by. */
struct speech_words {
    const char *listen, *silence, *pause, *go_on, *before, *behind, *speed, *volume;
    const char *slow, *usual, *quick, *on, *off, *until;
    const char *close, *up, *down, *timeline_event;
    const char *key, *link, *setting, *page, *chapter, *picture, *loudness, *left, *lowered, *raised;
    const char *help, *leave;
};

/* What stands on the card of a sound in one language. */
struct sound_words {
    const char *hear, *play, *pause, *go_on, *again, *time, *ended, *unheard, *transcript;
};

/* The interface's own words in one language; every field is filled. */
struct words {
    const char *language_name;
    const char *home, *previous, *back, *next, *timeline, *text_size, *contrast, *language;
    const char *touch_to_begin, *still_reading, *stay;
    const char *show_chart, *show_map;
    const char *sources, *born, *died, *appears, *figures;
    const char *more, *difference, *notice, *read_on, *skip, *skip_to, *about, *describe, *closer, *farther;
    const char *timeline_hint, *nothing_here, *show_all, *you_were_here, *earlier, *later;
    struct plural_forms panels, points, years;
    const char *touch_block, *more_than, *less_than, *same_as, *away_from, *after, *before;
    const char *minutes, *end, *touch_question, *unseen, *touched_today, *begin_again;
    struct settings_words for_me;
    struct staff_words staff;
    struct speech_words speech;
    struct sound_words sound;
    int sentence_words; /* in one sentence at most; 0: as many as one likes */
    enum { DIGITS_OF_LANGUAGE, DIGITS_LATIN } digits;
    struct number_format numbers;
    struct date_format dates;
};

/* Where a file of the exhibit names a picture that can be shown. */
struct picture_use {
    const char *file; /* of the picture */
    enum ground ground;
    struct size own; /* its pixels, upright; 0 x 0 for drawings, which have none, and where it is not known */
    struct origin origin;
};

struct file_origins;

struct exhibit {
    struct text title, subtitle, poster; /* poster: of the opening, as of a panel */
    unsigned attract;                    /* enum attract_part */
    unsigned for_me;                     /* what visitors may set for themselves: a bit each of enum setting */
    const char *const *languages;        /* codes; the first is the default */
    int language_count;
    struct screen screen;
    enum reach reach;
    struct keypad keypad;
    struct timing timing;
    struct hours *hours; /* NULL: it is always open */
    struct staff_door staff;
    struct speech speech;
    struct foreign_phrase *phrases;
    int phrase_count;
    struct picture opening, neutral; /* neutral: in the place of pictures that are not there */
    struct text credit, credit_long;
    struct prose_text colophon;
    struct voice *voices;
    int voice_count;
    struct notice *notices;
    int notice_count;
    struct text helpline; /* of the venue, below the notices; empty until it is filled in */
    struct theme theme;
    struct words *words; /* one a language */
    struct plans *layouts;
    int layout_count;
    struct chapter *chapters; /* each with a usable panel at least */
    int chapter_count;
    struct route *routes; /* each with a usable panel at least */
    int route_count;
    struct question *questions;
    int question_count;
    int visits_keep_days; /* days with visitors that are kept; 0: nobody is counted */
    bool end;             /* a page follows the last panel */
    struct panel *panels; /* in reading order; those with errors are left out */
    int panel_count;
    struct lane *lanes; /* as written: from the top down on each side; one at least, without a name where none is written */
    int lane_count;
    struct era *eras; /* by date, as are the events */
    int era_count;
    struct event *events;
    int event_count;
    bool has_times;            /* of some event the time of day is known */
    struct dating view;        /* what the timeline opens on: a span; year 0: it finds out by itself */
    bool compress;             /* long stretches without events take less room */
    struct time_break *breaks; /* then these, by date */
    int break_count;
    struct term *terms;
    int term_count;
    struct person *people;
    int person_count;
    struct picture_use *picture_uses; /* by file; of panels left out too */
    int picture_use_count;
    const struct file_origins *origins; /* of the files that it was read from: exhibit/origins.h */
};

/* "" for an absent text. */
const char *text_in(struct text text, int language);
/* NULL-safe: an empty prose for an absent text. */
const struct prose *prose_in(const struct prose_text *text, int language);
struct colour theme_colour(const struct theme_colours *colours, enum ground name);
struct colour tint_colour(const struct theme_colours *colours, const struct tint *tint);
/* The first event, by date, that names the panel before others that tell of it, else the first that names it at all; -1 if there is none.
 */
int exhibit_panel_event(const struct exhibit *exhibit, int panel);
/* Who speaks on the panel: at length on the first. "" where the exhibit does not say. */
const char *exhibit_panel_credit(const struct exhibit *exhibit, int panel, int language);
