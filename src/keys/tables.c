/* Every key of every file: the one place where they stand. Help completes "KEY: ..."; presets are written as curators would. */
#include "keys/tables.h"

#include "keys/rows.h"
#include "schema/drawing.h"
#include "settings/settings.h"

enum { LIST_MAX = 20000 };

static const char *const grounds[] = {"paper", "ink", "deep", "strong", "light", NULL};
static const char *const fits[] = {"cover", "whole", NULL};
static const char *const motions[] = {"slide", "turn", "fade", "draw", NULL};
static const char *const motion_ways[] = {"right", "left", "down", "up", NULL};
static const char *const shapes[] = {"none", "square", "triangle", "circle", "diamond", "ring", "bar", NULL};
static const char *const precisions[] = {"minute", "day", "month", "year", NULL};
static const char *const calendars[] = {"gregorian", "julian", NULL};
static const char *const attract_parts[] = {"posters", "pages", NULL}; /* a bit each of enum attract_part */
static const char *const sides[] = {"above", "below", NULL};
static const char *const date_words[] = {"day", "month", "year", NULL};
static const char *const month_words[] = {"month", "year", NULL};
static const char *const year_words[] = {"year", NULL};
static const char *const digit_words[] = {"native", "latin", NULL};
static const char *const dated_words[] = {"date", NULL};
static const char *const clock_words[] = {"hour", "hour12", "minute", "half", NULL};
static const char *const timed_words[] = {"date", "time", NULL};
static const char *const recorded_words[] = {"language", NULL};
static const char *const percent_words[] = {"number", NULL};
static const char *const skip_words[] = {"panels", "title", NULL};
static const char *const compared_words[] = {"number", "name", NULL}, *const named_words[] = {"name", NULL};

_Static_assert(COUNTOF(grounds) == GROUND_COUNT + 1, "one word a ground");
_Static_assert(COUNTOF(fits) == PICTURE_FIT_COUNT + 1, "one word a way to fit");
_Static_assert(COUNTOF(motions) == MOTION_COUNT + 1, "one word a motion");
_Static_assert(COUNTOF(motion_ways) == MOTION_WAY_COUNT + 1, "one word a way");
_Static_assert(COUNTOF(shapes) == SHAPE_COUNT + 1, "one word a shape");
_Static_assert(COUNTOF(sides) == LANE_SIDES + 1, "one word a side");

static const struct schema_row detail_rows[] = {
    {"at", VALUE_FOCUS, AT(picture_detail, at), .need = NEED_REQUIRED, .preset = "[50%, 50%]", .max = 100,
     .help = "where its ring stands on the picture: across, down"},
    {"text", VALUE_TEXT, AT(picture_detail, text), .need = NEED_REQUIRED, .help = "one sentence: what is to be seen there"},
};
static const struct schema detail_table = {"detail", sizeof(struct picture_detail), ROWS(detail_rows)};

static const struct schema_row movement_rows[] = {
    {"group", VALUE_NAME, AT(picture_movement, movement.group), .need = NEED_REQUIRED,
     .help = "the id of a group in the drawing that begins with move-"},
    {"motion", VALUE_CHOICE, AT(picture_movement, movement.motion), .need = NEED_REQUIRED, .preset = "slide", .choices = motions,
     .help = "what it does, away from where it is drawn and back: slide, turn, fade, or draw (it goes, and is drawn again)"},
    {"across", VALUE_PERCENT, AT(picture_movement, movement.across), .preset = "0%", .min = -50, .max = 50,
     .help = "slide: how far to the right, percent of the picture's width; below 0 to the left"},
    {"down", VALUE_PERCENT, AT(picture_movement, movement.down), .preset = "0%", .min = -50, .max = 50,
     .help = "slide: how far down, percent of the picture's height; below 0 up"},
    {"degrees", VALUE_NUMBER, AT(picture_movement, movement.degrees), .preset = "0", .min = -180, .max = 180,
     .help = "turn: how far, clockwise; below 0 the other way"},
    {"about", VALUE_FOCUS, AT(picture_movement, about), .preset = "[50%, 50%]", .max = 100,
     .help = "turn: the point of the picture that it turns about: across, down"},
    {"faint", VALUE_PERCENT, AT(picture_movement, movement.faint), .preset = "0%", .max = 100,
     .help = "fade: how much of it is left when it is faintest"},
    {"towards", VALUE_CHOICE, AT(picture_movement, movement.way), .preset = "right", .choices = motion_ways, .help = "draw: where to"},
    {"after_ms", VALUE_INTEGER, AT(picture_movement, movement.after_ms), .preset = "0", .max = MOVEMENT_MS_MAX - 200,
     .help = "milliseconds that it waits for others"},
    {"duration_ms", VALUE_INTEGER, AT(picture_movement, movement.duration_ms), .preset = "1200", .min = 200, .max = MOVEMENT_MS_MAX,
     .help = "milliseconds that it takes; with after_ms, 1500 at most"},
};
static const struct schema movement_table = {"movement", sizeof(struct picture_movement), offsetof(struct picture_movement, origin),
                                             ROWS(movement_rows)};

static const struct schema_row picture_rows[] = {
    {"details", VALUE_MISPLACED,
     .help = "only pictures of panels and events can be opened to see them; leave them out, or show this picture on a panel, too"},
    {"file", VALUE_FILE, AT(picture, file), .need = NEED_REQUIRED, .refers = REFERENCE_PICTURE,
     .help = "path from the exhibit's folder: PNG, JPEG, WebP, AVIF or SVG"},
    {"alternative", VALUE_TEXT, AT(picture, alternative), .need = NEED_WANTED, .help = "what is seen, for someone who cannot see it"},
    {"caption", VALUE_TEXT, AT(picture, caption), .help = "what is said of it, beneath it on panels and cards and in the picture view"},
    {"credit", VALUE_TEXT, AT(picture, credit), .plain = true, .help = "who made it and where it is kept, beneath it"},
    {"focus", VALUE_FOCUS, AT(picture, crops), .preset = "[50%, 50%]", .max = 100,
     .help = "the point that stands in the middle when the picture is cropped: across, down; or one for landscape and one for portrait"},
    {"keep", VALUE_KEEP, AT(picture, crops), .max = 100,
     .help = "the part that is never cut, nor covered by the words of a memorial: from the left, from the top, width, height; or one for "
             "landscape and one for portrait, and one "
             "for `poster`, which the words of attract do not cover"},
    {"fit", VALUE_CHOICE, AT(picture, fit), .preset = "cover", .choices = fits,
     .help = "whole: it is never cropped, as documents and logos must not be"},
    {"ground", VALUE_CHOICE, AT(picture, ground), .preset = "paper", .choices = grounds,
     .help = "the colour of the theme that a transparent picture lies on"},
    {"movements", VALUE_RECORDS, LIST_AT(picture, movements, movement_count), .max = MOVEMENTS_MAX, .table = &movement_table,
     .help = "of groups of an SVG: played once when attract shows it at rest, and in the picture view"},
    {"details", VALUE_RECORDS, LIST_AT(picture, details, detail_count), .max = PICTURE_DETAILS_MAX, .table = &detail_table,
     .help = "points of it that the picture view marks with a ring; touched, it moves there and says their sentence"},
};
enum { PICTURE_ROWS = COUNTOF(picture_rows) - 1 };
/* Of one that opens, and of one that does not: the first row is of the latter, the last of the former alone. */
static const struct schema picture_table = {"picture", sizeof(struct picture), .rows = picture_rows + 1, .row_count = PICTURE_ROWS};
static const struct schema still_table = {"picture", sizeof(struct picture), .rows = picture_rows, .row_count = PICTURE_ROWS};

static const struct schema_row chapter_rows[] = {
    {"id", VALUE_NAME, AT(chapter, id), .need = NEED_EXPECTED, .help = "a short name, unique among the chapters"},
    {"title", VALUE_TEXT, AT(chapter, title), .need = NEED_EXPECTED, .help = "the chapter's name on its card"},
    {"picture", VALUE_MAP, AT(chapter, picture), .table = &still_table,
     .help = "of the chapter's card; without it, the first panel's picture"},
    {"panels", VALUE_INDICES, LIST_AT(chapter, panels, panel_count), .need = NEED_REQUIRED, .min = 1, .max = LIST_MAX,
     .refers = REFERENCE_MEMBER, .help = "the chapter's panels in order, by the names of their files"},
    {"weight", VALUE_INTEGER, AT(chapter, weight), .preset = "1", .min = 1, .max = 2,
     .help = "of its card at home: with 2 its picture has twice the room"},
};
static const struct schema chapter_table = {"chapter", sizeof(struct chapter), offsetof(struct chapter, origin), ROWS(chapter_rows)};

static const struct schema_row route_rows[] = {
    {"id", VALUE_NAME, AT(route, id), .need = NEED_REQUIRED, .help = "a short name, unique among the routes"},
    {"title", VALUE_TEXT, AT(route, title), .need = NEED_REQUIRED, .help = "the route's name on its card"},
    {"panels", VALUE_INDICES, LIST_AT(route, panels, panel_count), .need = NEED_REQUIRED, .min = 1, .max = LIST_MAX,
     .refers = REFERENCE_PANEL, .help = "the panels it leads through, in its own order"},
};
static const struct schema route_table = {"route", sizeof(struct route), offsetof(struct route, origin), ROWS(route_rows)};

static const struct schema_row question_rows[] = {
    {"id", VALUE_NAME, AT(question, id), .need = NEED_REQUIRED,
     .help = "a short name, unique among the questions; its count is kept by it"},
    {"text", VALUE_MARKDOWN, AT(question, text), .need = NEED_REQUIRED, .help = "what is asked, in Markdown"},
};
static const struct schema question_table = {"question", sizeof(struct question), offsetof(struct question, origin), ROWS(question_rows)};

static const struct schema_row notice_rows[] = {
    {"id", VALUE_NAME, AT(notice, id), .need = NEED_REQUIRED, .help = "a short name, unique among the notices"},
    {"text", VALUE_MARKDOWN, AT(notice, text), .need = NEED_REQUIRED, .help = "what is said, in Markdown"},
    {"audio", VALUE_PATTERN, AT(notice, audio.pattern), .choices = recorded_words,
     .help = "a recording of its text, heard in the place of the voice: assets/audio/NAME-{language}.opus (Opus, Vorbis, FLAC, MP3, WAV)"},
};
static const struct schema notice_table = {"notice", sizeof(struct notice), offsetof(struct notice, origin), REFERENCE_NOTICE,
                                           ROWS(notice_rows)};

static const struct schema_row voice_rows[] = {
    {"id", VALUE_NAME, AT(voice, id), .need = NEED_REQUIRED, .help = "a short name, unique among the voices, for `voice:` of panels"},
    {"words", VALUE_TEXT, AT(voice, words), .need = NEED_EXPECTED, .spare = true, .help = "what stands above what it says: \"Documented\""},
    {"colour", VALUE_TINT, AT(voice, colour), .preset = "ink", .choices = grounds,
     .help = "a colour of the theme by its name, or one of its own, \"#RRGGBB\""},
    {"shape", VALUE_CHOICE, AT(voice, shape), .preset = "none", .choices = shapes, .help = "the sign beside its words"},
    {"help", VALUE_TEXT, AT(voice, help), .spare = true, .help = "who that is, in a sentence or two"},
};
static const struct schema voice_table = {"voice", sizeof(struct voice), offsetof(struct voice, origin), REFERENCE_VOICE, ROWS(voice_rows)};

static const char *const reaches[] = {"asked", "low", NULL};                       /* as enum reach */
static const char *const speech_starts[] = {"off", "key", "jack", "always", NULL}; /* as enum speech_start */

static const struct schema_row exhibit_rows[] = {
    {"title", VALUE_TEXT, AT(exhibit, title), .need = NEED_EXPECTED, .help = "the exhibit's name"},
    {"subtitle", VALUE_TEXT, AT(exhibit, subtitle), .help = "a line below the title"},
    {"poster", VALUE_TEXT, AT(exhibit, poster), .help = "the opening's words in attract, six at most; without it, the title"},
    {"keypad", VALUE_MAP, AT(exhibit, keypad), .table = &schema_keypad,
     .help = "a keypad beside the screen, or switches: which keys of a keyboard they send"},
    {"for_me", VALUE_SET, AT(exhibit, for_me), .preset = "[text, contrast, motion, words, time, scan, reach]", .max = SETTING_COUNT,
     .choices = settings_choices, .help = "what visitors may set for themselves behind the button \"For me\"; []: there is no such button"},
    {"attract", VALUE_SET, AT(exhibit, attract), .preset = "[posters, pages]", .min = 1, .max = 2, .choices = attract_parts,
     .help = "what is shown while nobody is there: posters (a picture and a few words), pages (whole panels, and the timeline), or both"},
    {"languages", VALUE_NAMES, AT(exhibit, languages), .need = NEED_EXPECTED, .min = 1, .max = EXHIBIT_LANGUAGES_MAX,
     .help = "codes of the exhibit's languages, the default first: [en, es]"},
    {"screen", VALUE_MAP, AT(exhibit, screen), .table = &schema_screen, .help = "the screen the exhibit is shown on"},
    {"reach", VALUE_CHOICE, AT(exhibit, reach), .preset = "asked", .choices = reaches,
     .help = "a key that brings down what hangs too high for a wheelchair (`lower_edge_mm:`): asked: for visitors who ask for it behind "
             "\"For me\"; low: for all"},
    {"timing", VALUE_MAP, AT(exhibit, timing), .table = &schema_timing, .help = "how long things take"},
    {"hours", VALUE_BLOCK, AT(exhibit, hours), .table = &schema_hours,
     .help = "when the venue is open; the screen is dark while it is not, once the last visitor has gone"},
    {"staff", VALUE_MAP, AT(exhibit, staff), .table = &schema_staff,
     .help = "the way in for staff, who restart or switch off, and test the screen"},
    {"speech", VALUE_CHOICE, AT(exhibit, speech.starts), .preset = "off", .choices = speech_starts,
     .help = "a voice that reads the exhibit: off; key: by the key S or the ear in the bar; jack: while a headset is plugged in; always: "
             "from the beginning of each visit"},
    {"speech_level_db", VALUE_INTEGER, AT(exhibit, speech.level_db), .preset = "-20", .min = -50, .max = 0,
     .help = "how loud the voice and sounds begin, below the loudest that the machine can do; measure it at the headset: 65 dB(A) is safe"},
    {"lexicon", VALUE_RECORDS, LIST_AT(exhibit, speech.lexicon, speech.lexicon_count), .max = LIST_MAX, .table = &schema_saying,
     .help = "names, and how the voice says them"},
    {"phrases", VALUE_RECORDS, LIST_AT(exhibit, phrases, phrase_count), .max = LIST_MAX, .table = &schema_phrase,
     .help = "quotations, slogans and titles in another language than the texts around them, so that they are read aloud in it"},
    {"opening", VALUE_MAP, AT(exhibit, opening), .need = NEED_WANTED, .table = &still_table, .help = "the picture that invites visitors"},
    {"neutral", VALUE_MAP, AT(exhibit, neutral), .need = NEED_WANTED, .table = &still_table,
     .help = "the picture that stands in for one that is missing"},
    {"credit", VALUE_TEXT, AT(exhibit, credit), .plain = true, .help = "a short line on every panel"},
    {"credit_long", VALUE_TEXT, AT(exhibit, credit_long), .plain = true,
     .help = "the same at length, on the first panel and in the colophon"},
    {"colophon", VALUE_MARKDOWN, AT(exhibit, colophon), .help = "who made the exhibit, from which sources, and who speaks, in Markdown"},
    {"voices", VALUE_RECORDS, LIST_AT(exhibit, voices, voice_count), .max = EXHIBIT_VOICES_MAX, .table = &voice_table,
     .help = "who speaks on the panels: the museum, its sources, an author, ..."},
    {"notices", VALUE_RECORDS, LIST_AT(exhibit, notices, notice_count), .max = EXHIBIT_NOTICES_MAX, .table = &notice_table,
     .help = "what is said, once a visit, before panels and events that speak of violence"},
    {"helpline", VALUE_TEXT, AT(exhibit, helpline), .plain = true,
     .help = "below the notices: where visitors find help, for the venue to fill in"},
    {"chapters", VALUE_RECORDS, LIST_AT(exhibit, chapters, chapter_count), .need = NEED_EXPECTED, .table = &chapter_table,
     .help = "the chapters in order"},
    {"routes", VALUE_RECORDS, LIST_AT(exhibit, routes, route_count), .max = EXHIBIT_ROUTES_MAX, .table = &route_table,
     .help = "ways through some of the panels, for those who have little time"},
    {"questions", VALUE_RECORDS, LIST_AT(exhibit, questions, question_count), .max = EXHIBIT_QUESTIONS_MAX, .table = &question_table,
     .help = "what is asked on the page behind the last panel"},
    {"visits", VALUE_MAP, .table = &schema_visits, .help = "what is counted of visitors, nothing of it personal: vitrina visits prints it"},
    {"end", VALUE_BOOLEAN, AT(exhibit, end), .preset = "yes",
     .help = "whether a page follows the last panel: the questions, what was not seen, and the way back to the beginning"},
};
const struct schema schema_exhibit = {"exhibit", sizeof(struct exhibit), ROWS(exhibit_rows)};

/* As exhibits of before have them. */
#define MOVED_ROW(name, words) name, VALUE_MOVED, .help = words
#define MOVED_WORDS                                                                                                                        \
    "what a voice is called stands in config/exhibit.yaml: voices: [{id: NAME, words: {en: ...}, colour: deep, shape: square}]"

#define FACE_ROW(name, index, value, meaning)                                                                                              \
    name, VALUE_NAMES, AT(theme, faces[index]), .need = NEED_WANTED, .preset = value, .min = 1, .max = 8, .help = meaning

static const struct schema_row face_rows[] = {
    {FACE_ROW("headline", 0, "[BebasNeue-Regular.otf, OpenSans-Bold.ttf]",
              "font files of headlines; a further one gives letters the first lacks")},
    {FACE_ROW("text", 1, "[OpenSans-Regular.ttf, DejaVuSans.ttf]", "of running text")},
    {FACE_ROW("bold", 2, "[OpenSans-Bold.ttf, DejaVuSans-Bold.ttf]", "of strong words")},
    {FACE_ROW("italic", 3, "[OpenSans-Italic.ttf, DejaVuSans.ttf]", "of emphasised words")},
};
static const struct schema face_table = {"set of faces", sizeof(struct theme), ROWS(face_rows)};

#define SCRIPT_FACE_ROW(name, index, meaning) name, VALUE_NAMES, AT(theme_script, faces[index]), .min = 1, .max = 8, .help = meaning

static const struct schema_row script_rows[] = {
    {"script", VALUE_STRING, AT(theme_script, script), .need = NEED_REQUIRED,
     .help = "its name (Arabic, Devanagari, Thai) or its code (Arab)"},
    {SCRIPT_FACE_ROW("headline", 0, "font files of its headlines; without a list, that of text serves")},
    {SCRIPT_FACE_ROW("text", 1, "of its running text")},
    {SCRIPT_FACE_ROW("bold", 2, "of its strong words")},
    {SCRIPT_FACE_ROW("italic", 3, "of its emphasised words")},
};
static const struct schema script_table = {"script", sizeof(struct theme_script), offsetof(struct theme_script, origin), ROWS(script_rows)};

#define SIZE_ROW(name, field, value, meaning) name, VALUE_PERCENT, AT(theme, field), .preset = value, .min = 0.5, .max = 50, .help = meaning

static const struct schema_row size_rows[] = {
    {SIZE_ROW("title", title_size, "9%", "headlines")},
    {SIZE_ROW("title_smallest", title_smallest, "5%", "headlines that must shrink to fit")},
    {SIZE_ROW("body", body_size, "2.6%", "body text")},
    {SIZE_ROW("body_smallest", body_smallest, "2.2%", "body text that must shrink to fit")},
    {SIZE_ROW("label", label_size, "2%", "chapter and voice")},
    {SIZE_ROW("small", small_size, "1.6%", "sources and credit")},
    {SIZE_ROW("card", card_size, "4%", "titles on the cards at home")},
    {SIZE_ROW("attract", attract_size, "15%", "the words of posters, at least")},
};
static const struct schema size_table = {"set of sizes", sizeof(struct theme), ROWS(size_rows)};

/* faces and sizes are groups in the file, but fields of the theme itself. */
static const struct schema_row theme_rows[] = {
    {"normal", VALUE_MAP, AT(theme, normal), .need = NEED_WANTED, .table = &schema_normal_colours, .help = "the colours"},
    {"contrast", VALUE_MAP, AT(theme, contrast), .need = NEED_WANTED, .table = &schema_contrast_colours,
     .help = "the colours of the high-contrast mode"},
    {"dark", VALUE_MAP, AT(theme, dark), .table = &schema_dark_colours,
     .help = "the colours for who is dazzled: light letters on a dark ground"},
    {"faces", VALUE_MAP, .need = NEED_WANTED, .table = &face_table, .help = "font files"},
    {"scripts", VALUE_RECORDS, LIST_AT(theme, scripts, script_count), .max = THEME_SCRIPTS_MAX, .table = &script_table,
     .help = "font files for the letters of one script, before those of faces"},
    {"sizes", VALUE_MAP, .need = NEED_WANTED, .table = &size_table, .help = "type sizes, percent of the screen's shorter side"},
    {"line_height", VALUE_NUMBER, AT(theme, line_height), .preset = "1.4", .min = 1, .max = 3, .help = "of body text, times the type size"},
    {"large_text", VALUE_NUMBER, AT(theme, large_text), .preset = "1.5", .min = 1, .max = 3,
     .help = "how much larger type is in large text"},
    {"largest_text", VALUE_NUMBER, AT(theme, largest_text), .preset = "2", .min = 1, .max = 3,
     .help = "the same in the largest text, that of keys and sources too"},
    {"line_letters", VALUE_INTEGER, AT(theme, line_letters), .preset = "55", .min = 20, .max = 120,
     .help = "letters in a line of body text, at most"},
    {"margin", VALUE_PERCENT, AT(theme, margin), .preset = "5%", .max = 25, .help = "page margin, percent of the screen's shorter side"},
    {"bar", VALUE_PERCENT, AT(theme, bar), .preset = "8%", .min = 2, .max = 25,
     .help = "height of the bar at the foot, percent of the shorter side"},
    {"letter_arcmin", VALUE_NUMBER, AT(theme, letter_arcmin), .preset = "20", .min = 5, .max = 120,
     .help = "least height of a capital in body text as seen by visitors, in minutes of arc"},
    {"letter_arcmin_large", VALUE_NUMBER, AT(theme, letter_arcmin_large), .preset = "42", .min = 5, .max = 240,
     .help = "the same in large-text mode"},
    {"target_mm", VALUE_NUMBER, AT(theme, target_mm), .preset = "20", .min = 15, .max = 100,
     .help = "least size of what is touched, in millimetres"},
    {"poster_mm", VALUE_NUMBER, AT(theme, poster_mm), .preset = "45", .min = 5, .max = 500,
     .help = "least height of a capital on the posters of attract, in millimetres: 45 are read from four metres"},
    {"reduced_motion", VALUE_BOOLEAN, AT(theme, reduced_motion), .help = "true: nothing slides or fades"},
};
const struct schema schema_theme = {"theme", sizeof(struct theme), ROWS(theme_rows)};

#define WORD_ROW(name, value, meaning) .need = NEED_WANTED, WORD_AT(words, name, value, meaning)

#define FORM_ROW(name, index, meaning)                                                                                                     \
    name, VALUE_STRING, AT(plural_forms, of[index]), .min = 1, .max = 1, .help = meaning ", if the language has such a form"

#define COUNT_ROWS                                                                                                                         \
    {FORM_ROW("zero", PLURAL_ZERO, "none")}, {FORM_ROW("one", PLURAL_ONE, "one")}, {FORM_ROW("two", PLURAL_TWO, "two")},                   \
        {FORM_ROW("few", PLURAL_FEW, "a few")},                                                                                            \
    {                                                                                                                                      \
        FORM_ROW("many", PLURAL_MANY, "many")                                                                                              \
    }

static const struct schema_row panels_rows[] = {
    COUNT_ROWS,
    {"other", VALUE_PATTERN, AT(plural_forms, of[PLURAL_OTHER]), .need = NEED_WANTED, .preset = "{number} panels", .choices = percent_words,
     .help = "any number without a form of its own"},
};
static const struct schema panels_table = {"set of forms", sizeof(struct plural_forms), ROWS(panels_rows)};

static const struct schema_row points_rows[] = {
    COUNT_ROWS,
    {"other", VALUE_PATTERN, AT(plural_forms, of[PLURAL_OTHER]), .need = NEED_WANTED, .preset = "{number} points", .choices = percent_words,
     .help = "any number without a form of its own"},
};
static const struct schema points_table = {"set of forms", sizeof(struct plural_forms), ROWS(points_rows)};

static const struct schema_row years_rows[] = {
    COUNT_ROWS,
    {"other", VALUE_PATTERN, AT(plural_forms, of[PLURAL_OTHER]), .need = NEED_WANTED, .preset = "{number} years", .choices = percent_words,
     .help = "any number without a form of its own"},
};
static const struct schema years_table = {"set of forms", sizeof(struct plural_forms), ROWS(years_rows)};

/* What ICU knows (text/conventions), and words.yaml may say otherwise. */
#define OF_LANGUAGE "; as the language has it unless given"

static const struct schema_row word_rows[] = {
    {"language_name", VALUE_STRING, AT(words, language_name), .help = "the language's own name" OF_LANGUAGE},
    {WORD_ROW(home, "Home", "the button")},
    {WORD_ROW(previous, "Previous", "the button to the panel before")},
    {WORD_ROW(back, "Back", "the button to where one came from")},
    {WORD_ROW(next, "Next", "the button to the next panel")},
    {WORD_ROW(timeline, "Timeline", "the button")},
    {WORD_ROW(text_size, "Text size", "on the card of settings")},
    {WORD_ROW(contrast, "Contrast", "the same")},
    {WORD_ROW(language, "Language", "the button")},
    {WORD_ROW(touch_to_begin, "Touch to begin", "the invitation")},
    {WORD_ROW(still_reading, "Still reading?", "the question before the exhibit starts over")},
    {WORD_ROW(stay, "I am still here", "the answer to it")},
    {WORD_ROW(sources, "Sources", "before the sources")},
    {"born", VALUE_PATTERN, AT(words, born), .need = NEED_WANTED, .preset = "Born {date}", .choices = dated_words,
     .help = "on a person's card, where it is not known when they died, or they live"},
    {"died", VALUE_PATTERN, AT(words, died), .need = NEED_WANTED, .preset = "Died {date}", .choices = dated_words,
     .help = "the same, where it is not known when they were born"},
    {WORD_ROW(appears, "Appears in", "there, above the panels and events that name them")},
    {WORD_ROW(figures, "The figures", "the button to the chart of a panel that remembers people")},
    {WORD_ROW(show_chart, "Show the chart", "the button to a panel's chart, where large text leaves it no room")},
    {WORD_ROW(show_map, "Show the map", "the same, of a map")},
    {WORD_ROW(more, "Read more", "the button to the deeper layer of a panel")},
    {WORD_ROW(difference, "Where they differ", "the button with the scales")},
    {WORD_ROW(notice, "Before you read on", "above a notice")},
    {WORD_ROW(read_on, "Read on", "the button behind which a notice's panel is")},
    {WORD_ROW(skip, "Skip", "the button that passes it over")},
    {"skip_to", VALUE_PATTERN, AT(words, skip_to), .need = NEED_WANTED, .preset = "Skip {panels}: {title}", .choices = skip_words,
     .help = "the same, with how many panels it passes over and the title of the one it leads to"},
    {"panels", VALUE_MAP, AT(words, panels), .need = NEED_WANTED, .table = &panels_table, .help = "so many panels, with {number}"},
    {WORD_ROW(about, "About this exhibit", "the colophon's name")},
    {WORD_ROW(closer, "Closer", "the timeline's button that shows less time, larger")},
    {WORD_ROW(farther, "Farther", "the button that shows more time")},
    {WORD_ROW(show_all, "Show all", "the button that shows all of time")},
    {WORD_ROW(describe, "Describe the picture", "the button to a picture's text alternative")},
    {WORD_ROW(timeline_hint, "Drag to move in time, spread two fingers to look closer", "how to use the timeline")},
    {WORD_ROW(nothing_here, "Nothing here", "on the timeline, before the dates of a stretch without events")},
    {WORD_ROW(you_were_here, "You were here", "on the timeline, at the event that the panel one came from tells of")},
    {"earlier", VALUE_PATTERN, AT(words, earlier), .need = NEED_WANTED, .preset = "{number} earlier", .choices = percent_words,
     .help = "the button to the events before those that the timeline shows"},
    {"later", VALUE_PATTERN, AT(words, later), .need = NEED_WANTED, .preset = "{number} later", .choices = percent_words,
     .help = "the button to those behind them"},
    {WORD_ROW(touch_block, "Touch it, or slide a finger along it", "below a chart or a map, how to use it")},
    {"more_than", VALUE_PATTERN, AT(words, more_than), .need = NEED_WANTED, .preset = "{number} more than {name}",
     .choices = compared_words, .help = "of a number on a chart, how it stands to its neighbour"},
    {"less_than", VALUE_PATTERN, AT(words, less_than), .need = NEED_WANTED, .preset = "{number} less than {name}",
     .choices = compared_words, .help = "the same"},
    {"same_as", VALUE_PATTERN, AT(words, same_as), .need = NEED_WANTED, .preset = "as much as {name}", .choices = named_words,
     .help = "the same, of equal numbers"},
    {"points", VALUE_MAP, AT(words, points), .need = NEED_WANTED, .table = &points_table,
     .help = "the {number} there, between two percentages"},
    {"years", VALUE_MAP, AT(words, years), .need = NEED_WANTED, .table = &years_table, .help = "so many years, with {number}"},
    {"away_from", VALUE_PATTERN, AT(words, away_from), .need = NEED_WANTED, .preset = "{number} km from {name}", .choices = compared_words,
     .help = "of a place on a map, how far the nearest one is"},
    {"after", VALUE_PATTERN, AT(words, after), .need = NEED_WANTED, .preset = "after {name}", .choices = named_words,
     .help = "of a country on a map, which came before it"},
    {"before", VALUE_PATTERN, AT(words, before), .need = NEED_WANTED, .preset = "before {name}", .choices = named_words,
     .help = "of the first one, which came behind it"},
    {WORD_ROW(end, "Before you go", "above the page behind the last panel")},
    {WORD_ROW(touch_question, "Which question stays with you? Touch it.", "there, above the questions")},
    {WORD_ROW(unseen, "Not seen yet", "there, above what a visitor has not seen")},
    {WORD_ROW(begin_again, "Begin again", "there, the button to the beginning")},
    {"touched_today", VALUE_PATTERN, AT(words, touched_today), .need = NEED_WANTED, .preset = "Today: {number}", .choices = percent_words,
     .help = "on a question, how often it was touched today"},
    {"minutes", VALUE_PATTERN, AT(words, minutes), .need = NEED_WANTED, .preset = "{number} min", .choices = percent_words,
     .help = "how long a chapter or a route takes"},
    {"speech", VALUE_MAP, AT(words, speech), .table = &schema_speech_words, .help = "what a voice says, and the words of its buttons"},
    {"sound", VALUE_MAP, AT(words, sound), .need = NEED_WANTED, .table = &schema_sound_words, .help = "the card of a sound"},
    {"for_me", VALUE_MAP, AT(words, for_me), .need = NEED_WANTED, .table = &schema_settings_words, .help = "the card of settings"},
    {"staff", VALUE_MAP, AT(words, staff), .table = &schema_staff_words, .help = "what staff read, and visitors never see"},
    {"sentence_words", VALUE_INTEGER, AT(words, sentence_words), .preset = "25", .max = 1000,
     .help = "in a sentence at most, or `check` names it; 0: it names none"},
    {"decimal_mark", VALUE_STRING, AT(words, numbers.decimal_mark), .help = "between whole and decimal digits" OF_LANGUAGE},
    {"thousands_mark", VALUE_STRING, AT(words, numbers.thousands_mark), .help = "between thousands" OF_LANGUAGE},
    {"percent", VALUE_PATTERN, AT(words, numbers.percent), .choices = percent_words, .help = "a percentage" OF_LANGUAGE},
    {"digits", VALUE_CHOICE, AT(words, digits), .preset = "native", .choices = digit_words,
     .help = "those of the language's script, or those of Latin scripts"},
    {"date", VALUE_PATTERN, AT(words, dates.day), .choices = date_words, .help = "a day" OF_LANGUAGE},
    {"month_year", VALUE_PATTERN, AT(words, dates.month), .choices = month_words, .help = "a month" OF_LANGUAGE},
    {"year", VALUE_PATTERN, AT(words, dates.year), .choices = year_words, .help = "a year alone" OF_LANGUAGE},
    {"months", VALUE_NAMES, AT(words, dates.months), .min = 12, .max = 12, .help = "the names of the twelve months" OF_LANGUAGE},
    {"months_alone", VALUE_NAMES, AT(words, dates.months_alone), .min = 12, .max = 12,
     .help = "their names where no day stands with them, if these are others" OF_LANGUAGE},
    {"years_added", VALUE_INTEGER, AT(words, dates.years_added), .preset = "0", .max = 10000,
     .help = "to each year, for a reckoning of one's own: 543 for the Buddhist era"},
    {"date_time", VALUE_PATTERN, AT(words, dates.time), .choices = timed_words, .help = "a time of day" OF_LANGUAGE},
    {"clock", VALUE_PATTERN, AT(words, dates.clock), .choices = clock_words,
     .help = "hours and minutes, with {hour} of 24 or {hour12} and {half}" OF_LANGUAGE},
    {"halves", VALUE_NAMES, AT(words, dates.halves), .min = 2, .max = 2, .help = "what {half} is before noon and after it" OF_LANGUAGE},
    {"bc", VALUE_PATTERN, AT(words, dates.before_christ), .choices = dated_words, .help = "a date before Christ" OF_LANGUAGE},
    {"ad", VALUE_PATTERN, AT(words, dates.anno_domini), .choices = dated_words,
     .help = "the end of a span that began before Christ" OF_LANGUAGE},
    {"circa", VALUE_PATTERN, AT(words, dates.about), .choices = dated_words, .help = "a date that is not sure; \"c. {date}\" unless given"},
    {MOVED_ROW("voices", MOVED_WORDS)},
    {MOVED_ROW("essay_says", MOVED_WORDS)},
    {MOVED_ROW("record_says", MOVED_WORDS)},
};
const struct schema schema_words = {"language", sizeof(struct words), ROWS(word_rows)};

#define TRACKS_HELP "N% of the panel, Nfr of what is left"

/* The built-in layout serves where a layout file fails. */
static const struct schema_row landscape_rows[] = {
    {"columns", VALUE_TRACKS, AT(drawing, columns), .need = NEED_REQUIRED, .preset = "[45%, 1fr]",
     .help = "widths from the left: " TRACKS_HELP},
    {"rows", VALUE_TRACKS, AT(drawing, rows), .need = NEED_REQUIRED, .preset = "[auto, auto, auto, 1fr, auto]",
     .help = "heights from the top: " TRACKS_HELP ", or auto for as tall as the content"},
    {"gap", VALUE_PERCENT, AT(drawing, gap), .preset = "3%", .max = 25, .help = "between parts, percent of the panel's shorter side"},
    {"margin", VALUE_PERCENT, AT(drawing, margin), .preset = "5%", .max = 25,
     .help = "around the parts, percent of the panel's shorter side"},
    {"bleed", VALUE_AREAS, AT(drawing, bleed), .help = "parts that run to the edge, over the margin"},
    {"areas", VALUE_AREAS, AT(drawing, areas), .need = NEED_REQUIRED,
     .preset = "[picture chapter, picture voice, picture title, picture body, picture sources]",
     .help = "the panel drawn with the names of its parts, a line a row; \".\" for an empty cell"},
};
static const struct schema landscape_table = {"drawing", sizeof(struct drawing), offsetof(struct drawing, origin), ROWS(landscape_rows)};

static const struct schema_row portrait_rows[] = {
    {"columns", VALUE_TRACKS, AT(drawing, columns), .need = NEED_REQUIRED, .preset = "[1fr]", .help = "widths from the left: " TRACKS_HELP},
    {"rows", VALUE_TRACKS, AT(drawing, rows), .need = NEED_REQUIRED, .preset = "[42%, auto, auto, auto, 1fr, auto]",
     .help = "heights from the top: " TRACKS_HELP ", or auto for as tall as the content"},
    {"gap", VALUE_PERCENT, AT(drawing, gap), .preset = "3%", .max = 25, .help = "between parts, percent of the panel's shorter side"},
    {"margin", VALUE_PERCENT, AT(drawing, margin), .preset = "5%", .max = 25,
     .help = "around the parts, percent of the panel's shorter side"},
    {"bleed", VALUE_AREAS, AT(drawing, bleed), .help = "parts that run to the edge, over the margin"},
    {"areas", VALUE_AREAS, AT(drawing, areas), .need = NEED_REQUIRED, .preset = "[picture, chapter, voice, title, body, sources]",
     .help = "the panel drawn with the names of its parts, a line a row; \".\" for an empty cell"},
};
static const struct schema portrait_table = {"drawing", sizeof(struct drawing), offsetof(struct drawing, origin), ROWS(portrait_rows)};

static const struct schema_row layout_rows[] = {
    {"landscape", VALUE_MAP, AT(drawings, landscape), .need = NEED_REQUIRED, .table = &landscape_table,
     .help = "the layout on a wide screen"},
    {"portrait", VALUE_MAP, AT(drawings, portrait), .need = NEED_REQUIRED, .table = &portrait_table, .help = "the layout on a tall screen"},
};
const struct schema schema_layout = {"layout", sizeof(struct drawings), ROWS(layout_rows)};

static const struct schema_row statement_rows[] = {
    {"voice", VALUE_INDEX, AT(statement, voice), .need = NEED_REQUIRED, .refers = REFERENCE_VOICE, .help = "who says so"},
    {"text", VALUE_MARKDOWN, AT(statement, text), .need = NEED_REQUIRED,
     .help = "what it says, in Markdown, **the words about which they differ** marked"},
};
static const struct schema statement_table = {"side of a difference", sizeof(struct statement), ROWS(statement_rows)};

static const struct schema_row panel_rows[] = {
    {"layout", VALUE_INDEX, AT(panel, layout), .need = NEED_EXPECTED, .refers = REFERENCE_LAYOUT,
     .help = "the name of a file in config/layouts"},
    {"voice", VALUE_INDEX, AT(panel, voice), .refers = REFERENCE_VOICE, .help = "who speaks here, one of `voices:` of config/exhibit.yaml"},
    {"title", VALUE_TEXT, AT(panel, title), .need = NEED_REQUIRED, .help = "the headline"},
    {"poster", VALUE_TEXT, AT(panel, poster),
     .help = "what attract says of it over its picture, six words at most; without it, the headline"},
    {"body", VALUE_MARKDOWN, AT(panel, body), .help = "the text, in Markdown"},
    {"easy", VALUE_MARKDOWN, AT(panel, easy),
     .help = "the same in simple words, one idea a sentence: for visitors who ask for it on the card \"For me\""},
    {"picture", VALUE_MAP, AT(panel, picture), .table = &picture_table, .help = "the illustration; without it, the neutral picture"},
    {"pictures", VALUE_RECORDS, LIST_AT(panel, pictures, picture_count), .max = PANEL_PICTURES_MAX, .table = &picture_table,
     .help = "in place of `picture`: several, of which the page shows the first, and the picture view all"},
    {"more", VALUE_MARKDOWN, AT(panel, more), .help = "the deeper layer behind \"Read more\", in Markdown"},
    {"difference", VALUE_RECORDS, LIST_AT(panel, difference, difference_count), .min = DIFFERENCE_SIDES, .max = DIFFERENCE_SIDES,
     .table = &statement_table, .help = "where two voices differ: what each of them says, behind a pair of scales"},
    {"chart", VALUE_BLOCK, AT(panel, chart), .table = &schema_chart, .help = "a chart, drawn from its numbers"},
    {"map", VALUE_BLOCK, AT(panel, map), .table = &schema_map, .help = "a map with dates"},
    {"memorial", VALUE_BLOCK, AT(panel, memorial), .table = &schema_memorial, .help = "a number of people, each of them a light"},
    {"sound", VALUE_BLOCK, AT(panel, sound), .table = &schema_sound,
     .help = "a sound that is shown as a picture is: who touches its button hears it"},
    {"sources", VALUE_TEXT, AT(panel, sources), .plain = true, .help = "where it is from"},
    {"review_by", VALUE_DATE, AT(panel, review_by), .help = "the day by which the text must be looked at again"},
    {"notice", VALUE_MASK, AT(panel, notices), .max = EXHIBIT_NOTICES_MAX, .refers = REFERENCE_NOTICE,
     .help = "notices of config/exhibit.yaml that the panel stands behind"},
    {"audio", VALUE_PATTERN, AT(panel, audio.pattern), .choices = recorded_words,
     .help = "a recording of its text, heard in the place of the voice: assets/audio/NAME-{language}.opus (Opus, Vorbis, FLAC, MP3, WAV)"},
};
const struct schema schema_panel = {"panel", sizeof(struct panel), offsetof(struct panel, origin), ROWS(panel_rows)};

static const struct schema_row lane_rows[] = {
    {"id", VALUE_NAME, AT(lane, id), .need = NEED_REQUIRED, .help = "a short name, unique among the lanes"},
    {"title", VALUE_TEXT, AT(lane, title), .need = NEED_EXPECTED, .spare = true, .help = "its name on the timeline"},
    {"side", VALUE_CHOICE, AT(lane, side), .preset = "above", .choices = sides, .help = "above or below the eras"},
};
static const struct schema lane_table = {"lane", sizeof(struct lane), offsetof(struct lane, origin), REFERENCE_LANE, ROWS(lane_rows)};

static const struct schema_row era_rows[] = {
    {"from", VALUE_MOMENT, AT(era, when.from), .need = NEED_REQUIRED, .help = "its first day, month or year"},
    {"to", VALUE_MOMENT, AT(era, when.to), .need = NEED_REQUIRED, .help = "its last one"},
    {"calendar", VALUE_CHOICE, AT(era, when.calendar), .exact = true, .preset = "gregorian", .choices = calendars,
     .help = "julian where the dates are of the Julian calendar"},
    {"title", VALUE_TEXT, AT(era, title), .need = NEED_REQUIRED, .help = "its name"},
};
static const struct schema era_table = {"era", sizeof(struct era), offsetof(struct era, origin), ROWS(era_rows)};

static const struct schema_row event_rows[] = {
    {"id", VALUE_NAME, AT(event, id), .need = NEED_REQUIRED, .help = "a short name, unique among the events"},
    {"date", VALUE_DATING, AT(event, when), .need = NEED_REQUIRED,
     .help = "when it was, as far as that is known: 1973-09-11, 1973-09, 1973, -0044 for 44 BC, c. 1450, 1450/1460, 1973-09-11 11:52"},
    {"to", VALUE_MOMENT, AT(event, when.to), .exact = true, .help = "when it ended, if it took longer"},
    {"second_date", VALUE_MOMENT, AT(event, second), .exact = true, .help = "a further day of the same event"},
    {"display", VALUE_TEXT, AT(event, display), .help = "what visitors read instead of the dates"},
    {"calendar", VALUE_CHOICE, AT(event, when.calendar), .exact = true, .preset = "gregorian", .choices = calendars,
     .help = "julian where the dates are of the Julian calendar: they are shown so, and stand on the axis where they belong"},
    {"precision", VALUE_CHOICE, AT(event, precision), .exact = true, .preset = "minute", .choices = precisions,
     .help = "month or year: of dates written to the day, no more is shown; a date as short as it is known needs none"},
    {"title", VALUE_TEXT, AT(event, title), .need = NEED_REQUIRED, .help = "its name on the timeline"},
    {"text", VALUE_MARKDOWN, AT(event, text), .need = NEED_WANTED, .help = "the text of its card, in Markdown"},
    {"picture", VALUE_MAP, AT(event, picture), .table = &picture_table, .help = "on its card, and beside its name where there is room"},
    {"place", VALUE_TEXT, AT(event, place), .plain = true, .help = "where it happened"},
    {"lane", VALUE_INDEX, AT(event, lane), .exact = true, .refers = REFERENCE_LANE, .help = "its lane on the timeline; else the first"},
    {"voice", VALUE_INDEX, AT(event, voice), .exact = true, .refers = REFERENCE_VOICE,
     .help = "who says so: one of the voices of config/exhibit.yaml, on its card and by its mark; without it nobody is named"},
    {"importance", VALUE_INTEGER, AT(event, importance), .preset = "2", .min = 1, .max = 3,
     .help = "1 is shown first, 3 only when zoomed in"},
    {"panels", VALUE_INDICES, LIST_AT(event, panels, panel_count), .max = LIST_MAX, .refers = REFERENCE_PANEL,
     .help = "panels that tell of it"},
    {"source", VALUE_TEXT, AT(event, source), .plain = true, .help = "where it is from"},
    {"notice", VALUE_MASK, AT(event, notices), .max = EXHIBIT_NOTICES_MAX, .refers = REFERENCE_NOTICE,
     .help = "notices of config/exhibit.yaml that its card stands behind"},
    {"audio", VALUE_PATTERN, AT(event, audio.pattern), .choices = recorded_words,
     .help = "a recording of its text, heard in the place of the voice: assets/audio/NAME-{language}.opus (Opus, Vorbis, FLAC, MP3, WAV)"},
};
static const struct schema event_table = {"event", sizeof(struct event), offsetof(struct event, origin), REFERENCE_EVENT, ROWS(event_rows)};

static const struct schema_row view_rows[] = {
    {"from", VALUE_MOMENT, AT(dating, from), .need = NEED_REQUIRED, .help = "its first day, month or year"},
    {"to", VALUE_MOMENT, AT(dating, to), .need = NEED_REQUIRED, .help = "its last one"},
};
static const struct schema view_table = {"view", sizeof(struct dating), ROWS(view_rows)};

static const struct schema_row timeline_rows[] = {
    {"view", VALUE_MAP, AT(exhibit, view), .table = &view_table,
     .help = "what the timeline opens on; without it all of time, or the part where most events lie"},
    {"compress", VALUE_BOOLEAN, AT(exhibit, compress), .preset = "false",
     .help = "true: long stretches in which nothing happened take less room, and the axis shows where it is broken"},
    {"lanes", VALUE_RECORDS, LIST_AT(exhibit, lanes, lane_count), .max = EXHIBIT_LANES_MAX, .table = &lane_table,
     .help = "what belongs together, from the top down; the first is the exhibit's own"},
    {"eras", VALUE_RECORDS, LIST_AT(exhibit, eras, era_count), .table = &era_table, .help = "bands behind the events"},
    {"events", VALUE_RECORDS, LIST_AT(exhibit, events, event_count), .need = NEED_EXPECTED, .table = &event_table, .help = "what happened"},
};
const struct schema schema_timeline = {"timeline", sizeof(struct exhibit), ROWS(timeline_rows)};

static const struct schema_row term_rows[] = {
    {"id", VALUE_NAME, AT(term, id), .need = NEED_REQUIRED, .help = "a short name, unique among the terms, for links"},
    {"title", VALUE_TEXT, AT(term, title), .need = NEED_REQUIRED, .help = "the term"},
    {"text", VALUE_MARKDOWN, AT(term, text), .need = NEED_REQUIRED, .help = "what it means, in Markdown"},
    {"audio", VALUE_PATTERN, AT(term, audio.pattern), .choices = recorded_words,
     .help = "a recording of its text, heard in the place of the voice: assets/audio/NAME-{language}.opus (Opus, Vorbis, FLAC, MP3, WAV)"},
};
static const struct schema term_table = {"term", sizeof(struct term), offsetof(struct term, origin), REFERENCE_TERM, ROWS(term_rows)};

static const struct schema_row glossary_rows[] = {
    {"terms", VALUE_RECORDS, LIST_AT(exhibit, terms, term_count), .need = NEED_EXPECTED, .table = &term_table, .help = "the terms"},
};
const struct schema schema_glossary = {"glossary", sizeof(struct exhibit), ROWS(glossary_rows)};

static const struct schema_row person_rows[] = {
    {"id", VALUE_NAME, AT(person, id), .need = NEED_REQUIRED, .help = "a short name, unique among the people, for links"},
    {"name", VALUE_TEXT, AT(person, name), .need = NEED_REQUIRED, .plain = true, .help = "as it stands on the card"},
    {"born", VALUE_MOMENT, AT(person, life.from), .help = "when, as far as that is known: 1908-06-26, 1908, c. 1450, 44 BC"},
    {"died", VALUE_MOMENT, AT(person, life.to), .help = "the same"},
    {"calendar", VALUE_CHOICE, AT(person, life.calendar), .exact = true, .preset = "gregorian", .choices = calendars,
     .help = "julian where the dates are of the Julian calendar"},
    {"text", VALUE_MARKDOWN, AT(person, text), .need = NEED_WANTED, .help = "who that is, in one sentence, in Markdown"},
    {"picture", VALUE_MAP, AT(person, picture), .table = &still_table, .help = "a portrait"},
    {"source", VALUE_TEXT, AT(person, source), .plain = true, .help = "where it is from"},
    {"audio", VALUE_PATTERN, AT(person, audio.pattern), .choices = recorded_words,
     .help = "a recording of its text, heard in the place of the voice: assets/audio/NAME-{language}.opus (Opus, Vorbis, FLAC, MP3, WAV)"},
};
static const struct schema person_table = {"person", sizeof(struct person), offsetof(struct person, origin), REFERENCE_PERSON,
                                           ROWS(person_rows)};

static const struct schema_row people_rows[] = {
    {"people", VALUE_RECORDS, LIST_AT(exhibit, people, person_count), .need = NEED_EXPECTED, .table = &person_table,
     .help = "those whom texts name"},
};
const struct schema schema_people = {"list of people", sizeof(struct exhibit), ROWS(people_rows)};
