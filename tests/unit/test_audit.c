/* The audit: each row changes one file of a sound exhibit, and tells what must be said of it. */
#include "load/load.h"
#include "audit/audit.h"
#include "audit/inspect.h"
#include "exhibit/land.h"
#include "base/utf8.h"
#include "support/fake_measure.h"
#include "support/finding_text.h"
#include "support/memory_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SVG "<svg><g/></svg>"
#define PICTURE "{file: assets/p.svg, alternative: {en: a, es: b}}"
#define EXHIBIT_WITH_POSTERS(screen)                                                                                                       \
    "title: {en: E, es: F}\nlanguages: [en, es]\nscreen: {" screen "}\nopening: " PICTURE "\nneutral: " PICTURE "\n"                       \
    "chapters:\n  - {id: one, title: {en: One, es: Uno}, panels: [a]}\n"
/* Whose headlines and pictures are not shown larger in attract. */
#define EXHIBIT(screen) EXHIBIT_WITH_POSTERS(screen) "attract: pages\n"
#define PANEL(title, body) "layout: left\nvoice: record\ntitle:\n  en: Fine\n  es: " title "\nbody:\n  en: Fine.\n  es: >-\n    " body "\n"
/* On its fourth line the opening keeps a part of its picture. */
#define EXHIBIT_OPENING(part)                                                                                                              \
    "title: {en: Everything, es: Todo esto}\nlanguages: [en, es]\nscreen: {diagonal_inches: 32}\nopening: {file: assets/p.svg, "           \
    "keep: " part ", alternative: {en: a, es: b}}\nneutral: " PICTURE                                                                      \
    "\nchapters:\n  - {id: one, title: {en: One, es: Uno}, panels: [a]}\n"
/* Three times as wide as high, on a panel and on the card of its chapter. */
#define KEPT(width)                                                                                                                        \
    "layout: left\nvoice: record\ntitle: {en: Fine, es: Bien}\nbody: {en: Fine., es: Bien.}\npicture:\n  file: assets/wide.svg\n"          \
    "  alternative: {en: a, es: b}\n  keep: [10%, 10%, " width ", 80%]\n"
/* On its fifth line the chart begins. */
#define CHART(values)                                                                                                                      \
    "layout: block\nvoice: chart\ntitle: {en: Fine, es: Bien}\nbody: {en: Fine., es: Bien.}\nchart:\n  kind: bars\n  values:\n" values
/* On its eighth line it says what nothing is to stand on. */
#define REMEMBERED_ON(part)                                                                                                                \
    "layout: lights\nvoice: record\ntitle: {en: Fine, es: Bien}\nbody: {en: Fine., es: Bien.}\npicture:\n  file: assets/wide.svg\n"        \
    "  alternative: {en: a, es: b}\n  keep: [" part "]\nmemorial: {number: 3, words: {en: a, es: b}}\n"
#define BAR(label) "    - {label: \"" label "\", value: 7}\n"
/* What the layout has no place for is not audited. */
#define DRAWN(part)                                                                                                                        \
    "landscape: {columns: [1fr], rows: [1fr], areas: [" part "]}\nportrait: {columns: [1fr], rows: [1fr], areas: [" part "]}\n"
#define LINK "[a](panel:a) "
#define TIMES_10(text) text text text text text text text text text text
#define WORDS "una frase que no termina y sigue "

enum { FILES_MAX = 16 };

static const struct memory_file sound[] = {
    {.path = "config/exhibit.yaml", .bytes = EXHIBIT("diagonal_inches: 32")},
    {.path = "config/theme.yaml",
     .bytes = "sizes: {title: 9, title_smallest: 5, body: 2.6, body_smallest: 2.2, label: 2, small: 1.6, card: 4}\n"
              "line_height: 1.4\nline_letters: 55\nbar: 8\n"},
    {.path = "config/timeline.yaml", .bytes = "events:\n  - {id: x, date: 1973-09-11, title: {en: X, es: Y}, text: {en: X., es: Y.}}\n"},
    {.path = "config/layouts/left.yaml",
     .bytes = "landscape:\n  columns: [40%, 1fr]\n  rows: [auto, 1fr]\n  areas:\n    - picture title\n    - picture body\n"
              "portrait:\n  columns: [1fr]\n  rows: [20%, auto, 1fr]\n  areas: [picture, title, body]\n"},
    {.path = "config/layouts/block.yaml",
     .bytes = "landscape:\n  columns: [1fr, 1fr]\n  rows: [auto, 1fr]\n  areas:\n    - title chart\n    - body chart\n"
              "portrait:\n  columns: [1fr]\n  rows: [auto, auto, 1fr]\n  areas: [title, body, chart]\n"},
    {.path = "config/layouts/lights.yaml",
     .bytes = "landscape:\n  columns: [50%, 1fr]\n  rows: [auto, 1fr]\n  areas:\n    - memorial title\n    - memorial body\n"
              "portrait:\n  columns: [1fr]\n  rows: [60%, auto, 1fr]\n  areas: [memorial, title, body]\n"},
    {.path = "config/panels/a.yaml", .bytes = PANEL("Bien", "Bien.")},
    {.path = "assets/p.svg", .bytes = SVG},
    {.path = "assets/wide.svg", .bytes = "<svg viewBox='0 0 3 1'><g/></svg>"},
    {.path = "assets/square.svg", .bytes = "<svg viewBox='0 0 1 1'><g/></svg>"},
};

struct row {
    const char *path, *bytes; /* in the place of a sound one; NULL: all are sound */
    struct size screen;
    const char *said; /* of the whole; a line a finding */
};

static const struct size USUAL = {1920, 1080};

/* The faces of these tests lack one sign, Thai, East Asia and emoji, and the headline one letter more. */
static int lacking(void *context, const struct draw_text *text, uint32_t *codes)
{
    int count = 0;

    (void)context;
    for (const char *at = text->text, *end = at + text->length; at < end && count < MISSING_LETTERS_MAX;) {
        uint32_t code = utf8_next(&at, end);

        if (code == 0x2082 || (text->type.face == FACE_HEADLINE && code == 0x416) || (code >= 0xE00 && code <= 0xE7F) || code >= 0x3000)
            codes[count++] = code;
    }
    return count;
}

/* Findings about texts that nobody translated, and the like, are another test's matter. */
static void audit_row(const struct row *row, struct buffer *said)
{
    struct memory_file table[FILES_MAX];
    struct memory_files memory;
    struct findings *loading = findings_create(), *findings = findings_create();
    int count = (int)COUNTOF(sound);

    memcpy(table, sound, sizeof(sound));
    if (row->path)
        table[count++] = (struct memory_file){.path = row->path, .bytes = row->bytes};
    memory_files_init(&memory, table, count);
    struct loaded *loaded = load_exhibit(&memory.files, loading);

    assert_non_null(loaded);
    struct audit_setup setup = {.exhibit = loaded_exhibit(loaded),
                                .measure = fake_measure(NULL),
                                .lacking = lacking,
                                .screen = row->screen.w ? row->screen : USUAL};

    audit_run(&setup, findings);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        assert_int_equal(finding->severity, FINDING_WARNING);
        buffer_printf(said, "%s:%d:%d: %s\n", finding->file, finding->line, finding->column, finding->message);
    }
    loaded_destroy(loaded);
    findings_destroy(loading);
    findings_destroy(findings);
}

/* The first of several has a long caption. */
#define PICTURES                                                                                                                           \
    "pictures:\n  - {file: assets/p.svg, alternative: {en: a, es: b}, caption: {en: \"" TIMES_10(                                          \
        TIMES_10(WORDS)) "\", es: U.}}\n  - " PICTURE "\n"

static const struct row rows[] = {
    {.said = ""},
    {.screen = {1080, 1920}, .said = ""},
    {"config/exhibit.yaml", EXHIBIT("diagonal_inches: 32") "timing: {countdown_s: 20}\n", {0, 0}, ""},
    {"config/panels/a.yaml", /* simple words that are, and some that are not */
     PANEL("Bien",
           TIMES_10("Una consideraci\u00F3n. ") TIMES_10("La sal. ")) "easy:\n  en: Fine.\n  es: " TIMES_10("El mar es azul. ") "\n",
     {0, 0},
     ""},
    {"config/panels/a.yaml",
     PANEL("Bien", TIMES_10("El mar es azul. ")) "easy:\n  en: Fine.\n  es: " TIMES_10("Una consideraci\u00F3n. ")
         TIMES_10("La sal. ") "\n",
     {0, 0},
     "config/panels/a.yaml:12:3: easy: it is no simpler than body: (LIX 27, and body: has 4); make two sentences of a long one, and take "
     "shorter words\n"},
    {"config/exhibit.yaml",
     EXHIBIT("diagonal_inches: 32") "timing: {countdown_s: 19}\n",
     {0, 0},
     "config/exhibit.yaml:9:10: countdown_s: 19 seconds are too few for who must first find the key or is told of it by ear; write "
     "countdown_s: 20, or leave it out\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", TIMES_10(WORDS WORDS WORDS) WORDS WORDS WORDS WORDS WORDS),
     {0, 0},
     "config/panels/a.yaml:8:3: on this screen (1920x1080) this text is too long for its place and is set at 89 % of its size; shorten it, "
     "or choose a layout with more room\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", TIMES_10(TIMES_10(WORDS))),
     {0, 0},
     "config/panels/a.yaml:8:3: on this screen (1920x1080) this text is too long for its place even in the smallest type, so visitors must "
     "scroll; shorten it, or move a part of it to \"more\"\n"},
    {"config/panels/a.yaml",
     PANEL(TIMES_10("otorrinolaringologicamente"), "Bien."),
     {0, 0},
     "config/panels/a.yaml:5:3: on this screen (1920x1080) a word of this headline is too long for a line; write a shorter word\n"},
    {"config/panels/a.yaml",
     PANEL(TIMES_10(TIMES_10("ocho por ")), "Bien."),
     {1024, 600},
     "config/panels/a.yaml:5:3: in large text on this screen (1024x600) this headline leaves no room for what stands below it; shorten "
     "it\n"
     "config/panels/a.yaml:5:3: on this screen (1024x600) the picture gives way to this headline; shorten it\n"},
    {"config/panels/a.yaml",
     PANEL(TIMES_10(TIMES_10("ocho por diez ")), "Bien."),
     {1024, 600},
     "config/panels/a.yaml:3:1: in large text on this screen (1024x600) \"ocho por diez ocho por diez ocho por die…\" has no room on its "
     "page; write less, or take a larger screen\n"
     "config/panels/a.yaml:5:3: on this screen (1024x600) this headline leaves no room for what stands below it; shorten it\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", "Bien.") PICTURES,
     {0, 0},
     "config/panels/a.yaml:10:1: in large text on this screen (1920x1080) \"no termina y sigue una frase que no term…\" is hidden behind "
     "something else; write less, or take a larger screen\n"
     "config/panels/a.yaml:10:1: on this screen (1920x1080) there is no room beneath the picture for its caption and credit, which are "
     "seen "
     "only where it is opened; shorten them, or choose a layout with more room\n"},
    {"config/panels/a.yaml", PANEL("Bien", TIMES_10(TIMES_10(LINK)) "."), {0, 0}, ""},
    {"config/panels/a.yaml",
     PANEL("Bien", TIMES_10(TIMES_10(LINK LINK LINK)) "."),
     {0, 0},
     "config/panels/a.yaml:3:1: on this screen (1920x1080) there are more than 255 links and keys on one page, and the rest lead nowhere; "
     "write fewer\n"},
    {"config/layouts/left.yaml", DRAWN("picture"), {0, 0}, ""},
    {"config/layouts/left.yaml", DRAWN("title"), {0, 0}, ""},
    {"config/layouts/left.yaml", DRAWN("body"), {0, 0}, ""},
    {"config/panels/a.yaml", CHART(BAR("uno") BAR("dos") BAR("tres")), {0, 0}, ""},
    {"config/panels/a.yaml",
     CHART(TIMES_10(BAR("uno")) TIMES_10(BAR("dos"))),
     {1280, 800},
     "config/panels/a.yaml:6:3: in large text on this screen (1280x800) its letters shrink to 47 % of those that can be read where "
     "visitors stand; show less, or give it more room\n"
     "config/panels/a.yaml:6:3: on this screen (1280x800) it needs more room than the panel has, so the picture or the words give way; "
     "show less, or choose a layout with more room\n"},
    {"config/panels/a.yaml",
     CHART(TIMES_10(BAR(WORDS WORDS)) TIMES_10(BAR("dos"))),
     {0, 0},
     "config/panels/a.yaml:6:3: in large text on this screen (1920x1080) its letters shrink to 33 % of those that can be read where "
     "visitors stand; show less, or give it more room\n"
     "config/panels/a.yaml:6:3: in large text on this screen (1920x1080) its letters shrink to 39 % of those that can be read where "
     "visitors stand; show less, or give it more room\n"
     "config/panels/a.yaml:6:3: in the largest text on this screen (1920x1080) its letters shrink to 24 % of those that can be read where "
     "visitors stand; show less, or give it more room\n"
     "config/panels/a.yaml:6:3: on this screen (1920x1080) it needs more room than the panel has, so the picture or the words give way; "
     "show less, or choose a layout with more room\n"
     "config/panels/a.yaml:6:3: on this screen (1920x1080) its letters shrink to 57 % of those that can be read where visitors stand; show "
     "less, or give it more room\n"},
    {"config/words.yaml",
     "en:\n  home: Home\nes:\n  home: " TIMES_10("Inicios ") "\n",
     {0, 0},
     "config/words.yaml:3:1: in large text on this screen (1920x1080) \"Inicios Inicios Inicios Inicios Inicios …\" shrinks to 96 % of the "
     "letters that can be read where visitors stand; write less, or give it more room\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", "Agua, o sea H₂O, y otra vez H₂O."),
     {0, 0},
     "config/panels/a.yaml:9:18: the letter \"₂\" (U+2082) is in no font of the list \"text\" in config/theme.yaml, so visitors see an "
     "empty box; write it in another way, or add a font that has it\n"},
    {"config/panels/a.yaml",
     PANEL("Жук", "Жук."),
     {0, 0},
     "config/panels/a.yaml:5:7: the letter \"Ж\" (U+0416) is in no font of the list \"headline\" in config/theme.yaml, so visitors see an "
     "empty box; install the Debian package fonts-noto-core, or add a font that has the letters of the script Cyrillic\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", "\uFF21"),
     {0, 0},
     "config/panels/a.yaml:9:5: the letter \"\uFF21\" (U+FF21) is in no font of the list \"text\" in config/theme.yaml, so visitors see an "
     "empty box; write \"A\" in its place\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", "กขค, 日本 \xF0\x9F\x98\x80"),
     {0, 0},
     "config/panels/a.yaml:9:5: the letter \"ก\" (U+0E01) is in no font of the list \"text\" in config/theme.yaml, so visitors see an "
     "empty box; install the Debian package fonts-noto-core, or add a font that has the letters of the script Thai\n"
     "config/panels/a.yaml:9:10: the letter \"日\" (U+65E5) is in no font of the list \"text\" in config/theme.yaml, so visitors see an "
     "empty box; install the Debian package fonts-noto-cjk, or add a font that has the letters of the script Han\n"
     "config/panels/a.yaml:9:13: the letter \"\xF0\x9F\x98\x80\" (U+1F600) is in no font of the list \"text\" in config/theme.yaml, so "
     "visitors see an empty box; emoji are not drawn; say it in words, or show a picture\n"},
    {"config/panels/a.yaml",
     PANEL("Bien", "\U00011F04"),
     {0, 0},
     "config/panels/a.yaml:9:5: the letter \"\U00011F04\" (U+11F04) is in no font of the list \"text\" in config/theme.yaml, so visitors "
     "see "
     "an empty box; add a font that has the letters of the script Kawi\n"},
    {"config/timeline.yaml",
     "events:\n  - {id: x, date: 1973-09-11, title: {en: X, es: Y₂}, text: {en: X., es: Y.}}\n",
     {0, 0},
     "config/timeline.yaml:2:51: the letter \"₂\" (U+2082) is in no font of the list \"bold\" in config/theme.yaml, so visitors see an "
     "empty box; write it in another way, or add a font that has it\n"
     "config/timeline.yaml:2:51: the letter \"₂\" (U+2082) is in no font of the list \"headline\" in config/theme.yaml, so visitors see an "
     "empty box; write it in another way, or add a font that has it\n"
     "config/timeline.yaml:2:51: the letter \"₂\" (U+2082) is in no font of the list \"text\" in config/theme.yaml, so visitors see an "
     "empty box; write it in another way, or add a font that has it\n"},
    {"config/exhibit.yaml",
     EXHIBIT("diagonal_inches: 32") "notices:\n  - {id: n, text: {en: A, es: B₂}}\n",
     {0, 0},
     "config/exhibit.yaml:10:32: the letter \"₂\" (U+2082) is in no font of the list \"text\" in config/theme.yaml, so visitors see an "
     "empty "
     "box; write it in another way, or add a font that has it\n"},
    {"config/words.yaml",
     "en:\n  still_reading: Ж\nes:\n  next: W₂\n",
     {0, 0},
     "config/words.yaml:2:18: the letter \"Ж\" (U+0416) is in no font of the list \"headline\" in config/theme.yaml, so visitors see an "
     "empty "
     "box; install the Debian package fonts-noto-core, or add a font that has the letters of the script Cyrillic\n"
     "config/words.yaml:4:10: the letter \"₂\" (U+2082) is in no font of the list \"bold\" in config/theme.yaml, so visitors see an empty "
     "box; write it in another way, or add a font that has it\n"},
    {"config/theme.yaml",
     "normal:\n  ink: \"#777777\"\n  bar_text: \"#444444\"\nletter_arcmin: 12\nletter_arcmin_large: 30\n",
     {0, 0},
     "config/theme.yaml:1:1: the contrast to \"ink\" is 1.5:1, and at least 4.5:1 is needed to read what stands on it; move the two apart\n"
     "config/theme.yaml:2:3: the contrast to \"paper\" is 3.8:1, and at least 7.0:1 is needed to read it; move the two apart\n"
     "config/theme.yaml:3:3: the contrast to \"bar\" is 1.8:1, and at least 4.5:1 is needed to read it; move the two apart\n"
     "config/theme.yaml:4:1: 12 minutes of arc are too small to read with ease where visitors stand; at least 20\n"
     "config/theme.yaml:5:1: 30 minutes of arc are too small to read with ease where visitors stand; at least 42\n"},
    {"config/theme.yaml",
     "contrast:\n  light: \"#6B4300\"\ndark:\n  deep: \"#5C7FA8\"\n",
     {0, 0},
     "config/theme.yaml:2:3: the contrast to \"bar\" is 2.4:1, and at least 3.0:1 is needed to see in the bar how far one has come; move "
     "the two apart\n"
     "config/theme.yaml:2:3: the contrast to \"ink\" is 2.4:1, and at least 4.5:1 is needed to read what stands on it; move the two apart\n"
     "config/theme.yaml:4:3: the contrast to \"paper\" is 5.1:1, and at least 9.0:1 is needed for the ring of the two round what has the "
     "focus to be seen on every picture; move the two apart\n"},
    {"config/panels/a.yaml",
     KEPT("40%"),
     {0, 0},
     "config/panels/a.yaml:8:9: on this screen (1920x1080) the picture's place in \"end\" has not the shape for this part, "
     "so that it stands smaller there, on its ground; keep less of it, or give it a place of another shape\n"
     "config/panels/a.yaml:8:9: on this screen (1920x1080) the picture's place in \"panel/a\" has not the shape for this part, "
     "so that it stands smaller there, on its ground; keep less of it, or give it a place of another shape\n"},
    {"config/panels/a.yaml", REMEMBERED_ON("0%, 0%, 20%, 10%"), {0, 0}, ""},
    {"config/panels/a.yaml",
     REMEMBERED_ON("0%, 70%, 20%, 30%"),
     {0, 0},
     "config/panels/a.yaml:8:9: on this screen (1920x1080) \"3\" stands on what the picture keeps; keep less of it, move its `focus`, or "
     "write less\n"},
    {"config/panels/a.yaml", REMEMBERED_ON("80%, 0%, 20%, 40%"), {0, 0}, ""}, /* beside it */
    {"config/panels/a.yaml", KEPT("20%"), {1080, 1920}, ""},
    {"config/panels/a.yaml", KEPT("20%"), {0, 0}, ""},
    {"config/exhibit.yaml",
     EXHIBIT_OPENING("{landscape: [40%, 40%, 20%, 20%], portrait: [40%, 40%, 20%, 20%], poster: [0%, 0%, 100%, 100%]}"),
     {0, 0},
     "config/exhibit.yaml:4:37: on this screen (1920x1080) what `poster:` keeps of this picture and the words of its poster have not room "
     "over one another, so that attract shows them side by side; keep less, or leave `poster:` out\n"},
    {"config/exhibit.yaml",
     EXHIBIT_OPENING("{landscape: [40%, 40%, 20%, 20%], portrait: [40%, 40%, 20%, 20%], poster: [40%, 40%, 20%, 20%]}"),
     {0, 0},
     ""},
    {"config/exhibit.yaml",
     EXHIBIT_WITH_POSTERS("diagonal_inches: 32") "poster: {en: One two three four five six, es: Uno dos tres cuatro cinco seis siete}\n",
     {0, 0},
     "config/exhibit.yaml:8:43: 7 words are more than one reads in passing; write 6 at most\n"},
    {"config/exhibit.yaml", /* attract would have no room for it in the text that nobody has chosen while it plays */
     "title: {en: E, es: F}\nsubtitle: {en: " TIMES_10(WORDS) ", es: " TIMES_10(
         WORDS) "}\nlanguages: [en, es]\n"
                "screen: {diagonal_inches: 32}\nopening: {file: assets/square.svg, alternative: {en: a, es: b}}\nneutral: " PICTURE
                "\nchapters:\n  - {id: one, title: {en: One, es: Uno}, panels: [a]}\n",
     {0, 0},
     ""},
    {"config/exhibit.yaml",
     EXHIBIT_WITH_POSTERS("diagonal_inches: 32") "poster: {en: Otorrinolaringologicamenteotorrinolaringologicamente, es: Uno}\n",
     {0, 0},
     "config/exhibit.yaml:8:10: on this screen (1920x1080) attract shows this 19 mm high, and from four metres 45 are needed; write fewer "
     "or shorter words\n"},
    {"config/exhibit.yaml",
     EXHIBIT_WITH_POSTERS("diagonal_inches: 15"),
     {0, 0},
     "config/exhibit.yaml:3:1: in large text on this screen (1920x1080) keys and sources have capitals of 32 minutes of arc where visitors "
     "stand, and 42 are needed; correct diagonal_inches or distance_mm, or take a larger screen\n"
     "config/theme.yaml:0:0: on a screen of this size posters have capitals of 26 mm, not of 45; write poster_mm: 26, or leave posters out "
     "of "
     "`attract`\n"},
    {"config/exhibit.yaml",
     "title: {en: E, es: F}\nlanguages: [en, es]\nopening:\n  file: assets/p.svg\n  alternative: {en: a, es: b}\n"
     "  caption: {en: c, es: d}\n  credit: e\nneutral: " PICTURE
     "\nchapters:\n  - id: one\n    title: {en: One, es: Uno}\n    panels: [a]\n"
     "    picture:\n      file: assets/p.svg\n      credit: f\n      alternative: {en: a, es: b}\n",
     {0, 0},
     "config/exhibit.yaml:3:1: caption: nobody sees it, for visitors cannot open this picture; leave it out, or show the picture on a "
     "panel, too\n"
     "config/exhibit.yaml:3:1: credit: nobody sees it, for visitors cannot open this picture; name who made it in the colophon\n"
     "config/exhibit.yaml:10:5: credit: nobody sees it, for visitors cannot open this picture; name who made it in the colophon\n"},
    {"config/exhibit.yaml",
     EXHIBIT("diagonal_inches: 6"),
     {1080, 1920},
     "config/exhibit.yaml:3:1: on this screen (1080x1920) a key to touch is only 12 mm wide or high; fingers need 15: correct "
     "diagonal_inches, or take a larger screen\n"},
};

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer said = {0};

        buffer_printf(&said, "%s", "");
        audit_row(&rows[i], &said);
        if (strcmp(said.bytes, rows[i].said) != 0)
            fail_msg("row %zu:\n%s", i, said.bytes);
        buffer_finish(&said);
    }
}

#define PNG(width, height)                                                                                                                 \
    "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0" width "\0\0" height "\x08\x06\0\0\0crc.\0\0\0\x02IDATxxcrc.\0\0\0\0IENDcrc."
#define SHOWN_SQUARE                                                                                                                       \
    "layout: left\nvoice: record\ntitle: {en: A, es: B}\nbody: {en: A., es: B.}\npicture: {file: assets/q.png, alternative: {en: a, es: "  \
    "b}}\n"

/* Alone above the bar, all of a square is as large as the page is high. */
static void enlarged_pictures_are_told(void **state)
{
    static const struct {
        const char *png, *screen;
        struct size size;
        const char *said; /* a part of it; NULL: nothing is */
    } cases[] = {
        {PNG("\x04\x38", "\x04\x38"), "diagonal_inches: 32", {1920, 1080}, NULL},
        {PNG("\x03\xE8", "\x03\xE8"), "diagonal_inches: 32", {1920, 1080}, NULL}, /* 1000: 1.27 times */
        {PNG("\x03\x48", "\x03\x48"),
         "diagonal_inches: 32",
         {1920, 1080},
         "has 840 x 840 pixels and is shown in 1269 x 1269 on this screen (1920x1080)"},
        {PNG("\x02\xD0", "\x02\xD0"), "diagonal_inches: 32", {1024, 768}, NULL},
        {PNG("\x04\x38", "\x04\x38"), "diagonal_inches: 20", {1920, 1080}, "1242 x 1242"}, /* 110 dots an inch become 96 */
        {PNG("\x04\x9C", "\x04\x9C"), "diagonal_inches: 20", {1920, 1080}, NULL},          /* and 104 */
        {PNG("\x03\x48", "\x03\x48"), "diagonal_inches: 15", {1920, 1080}, NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(cases); i++) {
        struct memory_file table[FILES_MAX] = {{.path = NULL}};
        struct memory_files memory;
        struct findings *loading = findings_create(), *findings = findings_create();
        struct buffer exhibit = {0}, said = {0};
        int count = (int)COUNTOF(sound);

        buffer_printf(&exhibit, EXHIBIT("%s"), cases[i].screen);
        memcpy(table, sound, sizeof(sound));
        table[count++] = (struct memory_file){.path = "config/exhibit.yaml", .bytes = exhibit.bytes};
        table[count++] = (struct memory_file){.path = "config/panels/a.yaml", .bytes = SHOWN_SQUARE};
        table[count++] = (struct memory_file){.path = "assets/q.png", .bytes = cases[i].png, .size = sizeof(PNG("..", "..")) - 1};
        memory_files_init(&memory, table, count);
        struct loaded *loaded = load_exhibit(&memory.files, loading);
        struct audit_setup setup = {
            .exhibit = loaded_exhibit(loaded), .measure = fake_measure(NULL), .lacking = lacking, .screen = cases[i].size};

        audit_run(&setup, findings);
        for (int f = 0; f < findings_total(findings); f++)
            if (strcmp(findings_at(findings, f)->file, "config/panels/a.yaml") == 0)
                buffer_printf(&said, "%d: %s\n", findings_at(findings, f)->line, findings_at(findings, f)->message);
        if (cases[i].said ? !said.bytes || !strstr(said.bytes, cases[i].said) || said.bytes[0] != '5' : said.length > 0)
            fail_msg("case %zu: %s", i, said.bytes ? said.bytes : "nothing");
        buffer_finish(&exhibit);
        buffer_finish(&said);
        loaded_destroy(loaded);
        findings_destroy(loading);
        findings_destroy(findings);
    }
}

#define REMEMBERED                                                                                                                         \
    "layout: memorial\nvoice: record\ntitle: {en: A, es: B}\nbody: {en: A., es: B.}\nmemorial: {number: 3, words: {en: a, es: b}}\n"

/* Its text stands in the colours of the bar, and is to be read as other text is. */
static void a_memorial_asks_more_of_the_bar(void **state)
{
    static const char *const panels[] = {PANEL("Bien", "Bien."), REMEMBERED};

    (void)state;
    for (size_t i = 0; i < COUNTOF(panels); i++) {
        struct memory_file table[FILES_MAX] = {{.path = NULL}};
        struct memory_files memory;
        struct findings *loading = findings_create(), *findings = findings_create();
        int count = (int)COUNTOF(sound);

        memcpy(table, sound, sizeof(sound));
        table[count++] = (struct memory_file){.path = "config/theme.yaml", .bytes = "normal: {bar: \"#000000\", bar_text: \"#8A8A8A\"}\n"};
        table[count++] = (struct memory_file){.path = "config/panels/a.yaml", .bytes = panels[i]};
        memory_files_init(&memory, table, count);
        struct loaded *loaded = load_exhibit(&memory.files, loading);
        struct audit_setup setup = {
            .exhibit = loaded_exhibit(loaded), .measure = fake_measure(NULL), .lacking = lacking, .screen = {1920, 1080}};
        int told = 0;

        audit_run(&setup, findings);
        for (int f = 0; f < findings_total(findings); f++)
            told += strstr(findings_at(findings, f)->message, "the contrast to \"bar\" is 6.1:1, and at least 7.0:1") != NULL;
        assert_int_equal(loaded_exhibit(loaded)->panel_count, 1);
        assert_int_equal(told, i);
        loaded_destroy(loaded);
        findings_destroy(loading);
        findings_destroy(findings);
    }
}

/* A screen of 32 inches is 398 mm high: from 500 mm on all of it is within reach; from 1000 its upper half is not, from 200 its bar. */
static void hands_reach_what_is_to_be_touched(void **state)
{
    static const struct {
        const char *exhibit, *said, *at; /* at NULL: where the screen is declared */
    } heights[] = {
        {.exhibit = EXHIBIT("diagonal_inches: 32")},
        {.exhibit = EXHIBIT("diagonal_inches: 32, lower_edge_mm: 500")},
        {.exhibit = EXHIBIT("diagonal_inches: 32, lower_edge_mm: 1000")}, /* brought down by who asks for it, */
        {.exhibit = EXHIBIT("diagonal_inches: 32, lower_edge_mm: 1000}\nreach: low\nfor_me: [text]\ntiming: {idle_s: 90")}, /* or by all */
        {.exhibit = EXHIBIT("diagonal_inches: 32, lower_edge_mm: 1000}\nfor_me: [text]\ntiming: {idle_s: 90"),
         .said = "above that; hang the screen lower, or write `reach: low`"},
        {.exhibit = EXHIBIT("diagonal_inches: 32, lower_edge_mm: 1150"), .said = "above that; hang the screen lower, or correct"},
        {.exhibit = EXHIBIT("diagonal_inches: 32}\nfor_me: [text]\nreach: low\ntiming: {idle_s: 90"),
         .said = "how high the screen hangs, `lower_edge_mm:`",
         .at = "config/exhibit.yaml:5:"},
        {.exhibit = EXHIBIT("diagonal_inches: 32, lower_edge_mm: 200"), .said = "below that; hang the screen higher"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(heights); i++) {
        const char *at = heights[i].at ? heights[i].at : "config/exhibit.yaml:3:";
        struct buffer said = {0};

        buffer_add(&said, "", 0);
        audit_row(&(struct row){.path = "config/exhibit.yaml", .bytes = heights[i].exhibit}, &said);
        if (heights[i].said ? !strstr(said.bytes, heights[i].said) || strncmp(said.bytes, at, strlen(at)) != 0 : said.length > 0)
            fail_msg("height %zu: \"%s\"", i, said.bytes);
        buffer_finish(&said);
    }
}

#define LINE(values)                                                                                                                       \
    "layout: block\nvoice: chart\ntitle: {en: Fine, es: Bien}\nbody: {en: Fine., es: Bien.}\nchart:\n  kind: line\n  values:\n" values
#define IN_COLUMNS(columns)                                                                                                                \
    "landscape:\n  columns: " columns "\n  rows: [auto, 1fr]\n  areas:\n    - title chart\n    - body chart\n"                             \
    "portrait:\n  columns: [1fr]\n  rows: [auto, auto, 1fr]\n  areas: [title, body, chart]\n"

/* Twenty values beside each other, in half of the page and in a seventh. */
static void values_stand_apart_for_fingers(void **state)
{
    static const char *const layouts[] = {IN_COLUMNS("[1fr, 1fr]"), IN_COLUMNS("[1fr, 14%]")};

    (void)state;
    for (size_t i = 0; i < COUNTOF(layouts); i++) {
        struct memory_file table[FILES_MAX] = {{.path = NULL}};
        struct memory_files memory;
        struct findings *loading = findings_create(), *findings = findings_create();
        int count = (int)COUNTOF(sound), told = 0;

        memcpy(table, sound, sizeof(sound));
        table[count++] = (struct memory_file){.path = "config/layouts/block.yaml", .bytes = layouts[i]};
        table[count++] = (struct memory_file){.path = "config/panels/a.yaml", .bytes = LINE(TIMES_10(BAR("1")) TIMES_10(BAR("2")))};
        memory_files_init(&memory, table, count);
        struct loaded *loaded = load_exhibit(&memory.files, loading);
        struct audit_setup setup = {
            .exhibit = loaded_exhibit(loaded), .measure = fake_measure(NULL), .lacking = lacking, .screen = {1920, 1080}};

        audit_run(&setup, findings);
        for (int f = 0; f < findings_total(findings); f++)
            told += strstr(findings_at(findings, f)->message, "and fingers need 5 to tell one from the next") != NULL;
        assert_int_equal(loaded_exhibit(loaded)->panel_count, 1);
        assert_int_equal(told, i);
        loaded_destroy(loaded);
        findings_destroy(loading);
        findings_destroy(findings);
    }
}

/* Of a map: the first two where a finger cannot tell them apart; a country's name may stand on its place. */
static void places_stand_apart_for_fingers(void **state)
{
    static const struct outline shape;
    static const struct {
        struct spot one, other;
        bool told;
    } places[] = {
        {{.rect = {100, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 1}},
         {.rect = {106, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 2}},
         true},
        {{.rect = {100, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 1}},
         {.rect = {108, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 2}},
         false},
        {{.rect = {100, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 1}},
         {.rect = {100, 100, 60, 20}, .action = {ACTION_CHOOSE, .argument = 1}},
         false},
        {{.rect = {100, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 1}, .outline = &shape},
         {.rect = {100, 100, 20, 20}, .action = {ACTION_CHOOSE, .argument = 2}},
         false},
    };
    static const struct exhibit exhibit;
    static const struct inspection inspection = {.origin = {"a.yaml", 1, 1}, .block_origin = {"a.yaml", 9, 3}, .block = {0, 0, 900, 900}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(places); i++) {
        struct arena *arena = arena_create(), *pages = arena_create();
        struct findings *findings = findings_create();
        const struct audit_setup setup = {.exhibit = &exhibit, .screen = {1920, 1080}};
        struct auditor a = {.setup = &setup, .findings = findings, .page = ARENA_NEW(pages, struct page), .arena = arena};

        a.style.px_per_mm = 2;
        a.page->spots.list[0] = places[i].one;
        a.page->spots.list[1] = places[i].other;
        a.page->spots.count = 2;
        inspect_page(&a, &inspection);
        assert_int_equal(findings_total(findings), places[i].told);
        if (places[i].told)
            assert_int_equal(findings_at(findings, 0)->line, 9);
        findings_destroy(findings);
        arena_destroy(pages);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(enlarged_pictures_are_told),
        cmocka_unit_test(a_memorial_asks_more_of_the_bar),
        cmocka_unit_test(hands_reach_what_is_to_be_touched),
        cmocka_unit_test(values_stand_apart_for_fingers),
        cmocka_unit_test(places_stand_apart_for_fingers),
    };

    return cmocka_run_group_tests_name("audit", tests, NULL, NULL);
}
