/* Type, measured and drawn with the faces that the shipped exhibit names. */
#include "fonts/faces.h"

#include "base/mem.h"
#include "fonts/pieces.h"
#include "support/captured_log.h"
#include "support/memory_files.h"
#include "text/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define HEADLINE "BebasNeue-Regular.otf"
#define TEXT "OpenSans-Regular.ttf"
#define BOLD "OpenSans-Bold.ttf"
#define ITALIC "OpenSans-Italic.ttf"

static const char *const headline[] = {HEADLINE, TEXT, NULL}, *const text_only[] = {TEXT, NULL}, *const bold[] = {BOLD, NULL},
                         *const italic[] = {ITALIC, NULL};
static const struct choice_setup lists = {.lists = {headline, text_only, bold, italic}};
static const struct colour ink = {0x1B, 0x1B, 0x1B, 255};

static struct memory_files none;

static struct faces *create(void)
{
    memory_files_init(&none, NULL, 0);
    struct faces *faces = faces_create(&none.files, &lists);

    assert_non_null(faces);
    return faces;
}

static int width(struct faces *faces, struct type type, const char *text)
{
    struct measure measure = faces_measure(faces);

    return measure.width(measure.context, type, text, (int)strlen(text));
}

static struct face_ink draw(struct faces *faces, struct type type, const char *text)
{
    return faces_text(faces, &(struct face_text){type, ink, text, (int)strlen(text)});
}

/* What is drawn is as wide as what was measured, but for the tracking behind the last letter. */
static void widths_are_those_drawn(void **state)
{
    static const struct {
        struct type type;
        const char *text;
        int letters; /* that tracking counts */
    } rows[] = {
        {{.face = FACE_TEXT, .size_px = 32}, "Santiago de Chile, 11 de septiembre de 1973", 0},
        {{.face = FACE_TEXT, .size_px = 32, .tracking_px = 3}, "Allende", 7},
        {{.face = FACE_HEADLINE, .size_px = 96}, "TANKS IN JUNE", 0},
        {{.face = FACE_HEADLINE, .size_px = 24, .tracking_px = 5}, "CHAPTER 1", 9},
        {{.face = FACE_HEADLINE, .size_px = 48},
         "\u03A3\u03B1\u03BD\u03C4\u03B9\u03AC\u03B3\u03BF 1973",
         0}, /* Greek from the second file, digits from the first */
        {{.face = FACE_HEADLINE, .size_px = 48, .tracking_px = 4}, "\u03A3A\u03A3", 3},
        {{.face = FACE_BOLD, .size_px = 20}, "x", 0},
        {{.face = FACE_ITALIC, .size_px = 40}, "jfj", 0},
        {{.face = FACE_TEXT, .size_px = 30, .tracking_px = 6}, "e\u0301e\u0301", 2}, /* a letter and its accent are one */
    };
    struct faces *faces = create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct type plain = {.face = rows[i].type.face, .size_px = rows[i].type.size_px};
        struct face_ink drawn = draw(faces, rows[i].type, rows[i].text);
        int measured = width(faces, rows[i].type, rows[i].text), tracking = rows[i].type.tracking_px;

        assert_non_null(drawn.surface);
        assert_int_equal(drawn.surface->format->format, SDL_PIXELFORMAT_ARGB8888);
        if (drawn.surface->w != measured - tracking)
            fail_msg("row %zu: %d drawn, %d measured", i, drawn.surface->w, measured);
        /* Letters measured one by one lose their kerning and round one by one. */
        assert_in_range(measured - tracking * rows[i].letters + 100, width(faces, plain, rows[i].text) + 100 - 2 * rows[i].letters,
                        width(faces, plain, rows[i].text) + 100 + 2 * rows[i].letters);
    }
    faces_destroy(faces);
}

static void some_letters_are_silent(void **state)
{
    static const struct {
        const char *text, *same;
    } rows[] = {
        {"cop\u00ADper", "copper"},
        {"cop\u200Bper", "copper"},
        {"\uFEFFcopper", "copper"},
        {"cop\u2060per", "copper"},
        {"co\tpper", "copper"},
        {"copper\u200E", "copper"},
        {"\u00AD", ""},
        {"", ""},
        {"\u200B\u200B", ""},
        {"cop\uFE0Fper", "copper"},
    };
    struct faces *faces = create();
    struct type type = {.face = FACE_TEXT, .size_px = 30};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct face_ink one = draw(faces, type, rows[i].text);
        int w = one.surface ? one.surface->w : 0;
        struct face_ink other = draw(faces, type, rows[i].same);

        assert_int_equal(width(faces, type, rows[i].text), width(faces, type, rows[i].same));
        assert_int_equal(w, other.surface ? other.surface->w : 0);
    }
    assert_null(faces_text(faces, &(struct face_text){type, {1, 2, 3, 0}, "a", 1}).surface);
    faces_destroy(faces);
}

/* Bebas Neue has capitals for its small letters, Open Sans has not. */
static void a_turkish_i_keeps_its_dot(void **state)
{
    static const char *const languages[] = {"en", "tr"};
    static const struct {
        struct type type;
        const char *text, *same;
    } rows[] = {
        {{.face = FACE_HEADLINE, .size_px = 48, .language = 2}, "iki ılık", "İKİ ILIK"},
        {{.face = FACE_HEADLINE, .size_px = 48, .language = 1}, "iki", "IKI"},
        {{.face = FACE_TEXT, .size_px = 48, .language = 2}, "iki", NULL},
    };
    struct choice_setup setup = {.lists = {headline, text_only, bold, italic}, .languages = languages, .language_count = 2};

    (void)state;
    memory_files_init(&none, NULL, 0);
    struct faces *faces = faces_create(&none.files, &setup);

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct face_ink one = draw(faces, rows[i].type, rows[i].text);
        struct face_ink other = draw(faces, rows[i].type, rows[i].same ? rows[i].same : "İKİ");

        assert_int_equal(one.surface->w == other.surface->w && one.surface->h == other.surface->h &&
                             memcmp(one.surface->pixels, other.surface->pixels, (size_t)one.surface->pitch * (size_t)one.surface->h) == 0,
                         rows[i].same != NULL);
    }
    faces_destroy(faces);
}

/* The first letter of the text that no font has; 0 for none. */
static uint32_t lacking(struct faces *faces, enum face face, const char *text)
{
    uint32_t code = 0;

    faces_lacking(faces, &(struct face_text){.type = {.face = face}, .text = text, .length = (int)strlen(text)}, &code, 1);
    return code;
}

static void letters_come_from_the_list(void **state)
{
    struct faces *faces = create();

    (void)state;
    assert_int_equal(lacking(faces, FACE_HEADLINE, "A\u03A3"), 0);                        /* Greek, by the second file */
    assert_int_equal(lacking(faces, FACE_TEXT, "\u00F1 10\u202F000 a\u2011b\u00ADc"), 0); /* ordinary spaces and hyphens stand for others */
    assert_int_equal(lacking(faces, FACE_HEADLINE, "A\U0010FFFF\u200D"), 0x10FFFF);
    assert_int_equal(lacking(faces, FACE_TEXT, "a\uE000b\uE001"), 0xE000);
    faces_destroy(faces);
}

/* Not hinted: everything grows with the size. Open Sans and Bebas Neue have capitals of 0.714 and 0.7 em. */
static void metrics_are_those_of_the_face(void **state)
{
    static const struct {
        struct type type;
        int cap_px, ascent_px, descent_px;
    } rows[] = {
        {{.face = FACE_TEXT, .size_px = 100}, 72, 107, 30},
        {{.face = FACE_TEXT, .size_px = 20}, 15, 22, 6},
        {{.face = FACE_HEADLINE, .size_px = 100}, 70, 90, 25},
    };
    struct faces *faces = create();
    struct measure measure = faces_measure(faces);

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct face_metrics metrics = measure.metrics(measure.context, rows[i].type);

        assert_in_range(metrics.cap_px, rows[i].cap_px - 1, rows[i].cap_px + 1);
        assert_in_range(metrics.ascent_px, rows[i].ascent_px - 1, rows[i].ascent_px + 1);
        assert_in_range(metrics.descent_px, rows[i].descent_px - 1, rows[i].descent_px + 1);
    }
    faces_destroy(faces);
}

/* The lowest row with ink, from the baseline; letters without descenders stand on it. */
static int ink_below_baseline(struct face_ink drawn)
{
    for (int y = drawn.surface->h - 1; y >= 0; y--) {
        const uint32_t *row = (const uint32_t *)((const char *)drawn.surface->pixels + y * drawn.surface->pitch);

        for (int x = 0; x < drawn.surface->w; x++)
            if (row[x] >> 24 > 128)
                return y + 1 - drawn.ascent_px;
    }
    return 0;
}

static void letters_stand_on_the_baseline(void **state)
{
    static const struct {
        struct type type;
        const char *text;
    } rows[] = {
        {{.face = FACE_TEXT, .size_px = 40}, "HIT"},
        {{.face = FACE_TEXT, .size_px = 40, .tracking_px = 4}, "HIT"},
        {{.face = FACE_HEADLINE, .size_px = 120}, "H\u00C9\u00D1"},
        {{.face = FACE_TEXT, .size_px = 60}, "\u1EAE\u1EA4"},              /* two accents, one above the other */
        {{.face = FACE_TEXT, .size_px = 60}, "A\u0301\u0302\u0303\u0304"}, /* and many */
        {{.face = FACE_HEADLINE, .size_px = 60}, "\u03A3H"},               /* from two files */
    };
    struct faces *faces = create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int below = ink_below_baseline(draw(faces, rows[i].type, rows[i].text));

        if (below < 0 || below > 1)
            fail_msg("row %zu: ink ends %d below the baseline", i, below);
    }
    faces_destroy(faces);
}

static void texts_are_cached_by_content(void **state)
{
    struct faces *faces = create();
    struct type type = {.face = FACE_TEXT, .size_px = 30}, larger = {.face = FACE_TEXT, .size_px = 31};
    SDL_Surface *first = draw(faces, type, "copper").surface;

    (void)state;
    assert_ptr_equal(draw(faces, type, "copper").surface, first);
    assert_ptr_not_equal(draw(faces, type, "Copper").surface, first);
    assert_ptr_not_equal(draw(faces, larger, "copper").surface, first);
    assert_ptr_not_equal(faces_text(faces, &(struct face_text){type, {9, 9, 9, 255}, "copper", 6}).surface, first);
    assert_ptr_not_equal(faces_text(faces, &(struct face_text){type, ink, "copper", 5}).surface, first);
    assert_ptr_equal(draw(faces, type, "copper").surface, first);
    faces_destroy(faces);
}

/* However many there are: else a page that is scrolled would be drawn anew for each frame. */
static void texts_that_are_shown_stay(void **state)
{
    enum { TEXTS = 60, FRAMES = 3 }; /* of some 200 KB */
    struct faces *faces = create();
    SDL_Surface *shown[TEXTS];

    (void)state;
    for (int frame = 0; frame < FRAMES; frame++) {
        for (int i = 0; i < TEXTS; i++) {
            char text[32];

            snprintf(text, sizeof(text), "copper %02d", i);
            struct face_ink drawn = draw(faces, (struct type){.face = FACE_TEXT, .size_px = 100}, text);

            if (frame > 0)
                assert_ptr_equal(drawn.surface, shown[i]);
            shown[i] = drawn.surface;
        }
        faces_trim(faces);
    }
    faces_destroy(faces);
}

/* More sizes than fonts are kept open. */
static void many_sizes_stay_the_same(void **state)
{
    enum { SIZES = 60 };
    struct faces *faces = create();
    int widths[SIZES], last = 0;

    (void)state;
    for (int i = 0; i < SIZES; i++) {
        struct face_ink drawn = draw(faces, (struct type){.face = FACE_TEXT, .size_px = 10 + i}, "copper");

        widths[i] = drawn.surface->w;
        assert_true(widths[i] > last);
        last = widths[i];
    }
    for (int i = 0; i < SIZES; i++)
        assert_int_equal(width(faces, (struct type){.face = FACE_TEXT, .size_px = 10 + i}, "copper"), widths[i]);
    faces_destroy(faces);
}

static void overlong_lines_draw_nothing(void **state)
{
    struct faces *faces = create();
    struct buffer text = {0};

    (void)state;
    for (int i = 0; i < 2000; i++)
        buffer_add(&text, "copper ", 7);
    assert_null(draw(faces, (struct type){.face = FACE_TEXT, .size_px = 40}, text.bytes).surface);
    buffer_finish(&text);
    faces_destroy(faces);
}

struct missing_row {
    const char *first, *second; /* of the text face's list */
    bool usable;                /* the font that is named first of the two that can be used draws, not one for want of any */
    const char *line;           /* in the log */
};

static void check_missing(const struct missing_row *row)
{
    static const struct memory_file table[] = {{"assets/fonts/broken.ttf", "no font", 0, FILES_OK}};
    const char *const list[] = {row->first, row->second, NULL};
    const struct choice_setup some = {.lists = {headline, list, list, list}};
    struct memory_files memory;
    struct captured_log captured;
    struct buffer log = {0};

    memory_files_init(&memory, table, COUNTOF(table));
    captured_log_start(&captured);
    struct faces *faces = faces_create(&memory.files, &some);
    captured_log_stop(&captured, &log);
    assert_non_null(faces); /* whatever the list says, something draws */
    assert_int_equal((row->first && faces_can_use(faces, row->first)) || (row->second && faces_can_use(faces, row->second)), row->usable);
    assert_int_equal(lacking(faces, FACE_TEXT, "a\u00F1"), 0);
    faces_destroy(faces);
    if (row->line) {
        const char *line = strstr(log.bytes, row->line);

        assert_non_null(line);
        assert_null(strstr(line + 1, row->line)); /* once, though three lists name it */
    } else {
        assert_string_equal(log.bytes, "");
    }
    buffer_finish(&log);
}

static void missing_fonts_are_passed_over(void **state)
{
    static const struct missing_row rows[] = {
        {TEXT, BOLD, true, NULL},
        {"Nowhere.ttf", TEXT, true, "Nowhere.ttf: no such font"},
        {"broken.ttf", TEXT, true, "broken.ttf: not a font"},
        {"Nowhere.ttf", NULL, false, "Nowhere.ttf: no such font"},
        {"broken.ttf", "Nowhere.ttf", false, "broken.ttf: not a font"},
        {"../OpenSans-Regular.ttf", TEXT, true, "no such font"},
        {"", TEXT, true, "no such font"},
        {NULL, NULL, false, NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        check_missing(&rows[i]);
}

/* The exhibit's own file comes before the system's of the same name. */
static void the_exhibit_comes_first(void **state)
{
    struct files *system = files_open("/usr/share/fonts/opentype/bebas-neue");
    struct buffer content = {0};

    (void)state;
    assert_non_null(system);
    assert_int_equal(system->read(system->context, HEADLINE, 1 << 24, &content), FILES_OK);
    const struct memory_file table[] = {{"assets/fonts/" TEXT, content.bytes, content.length, FILES_OK}};
    struct memory_files memory;

    memory_files_init(&memory, table, 1);
    struct faces *faces = faces_create(&memory.files, &lists);

    assert_non_null(faces);
    assert_int_equal(width(faces, (struct type){.face = FACE_TEXT, .size_px = 50}, "CHILE"),
                     width(faces, (struct type){.face = FACE_HEADLINE, .size_px = 50}, "CHILE"));
    faces_destroy(faces);
    buffer_finish(&content);
    files_close(system);
    faces_destroy(NULL);
}

/* In this order: lists, fonts of the script, and the words with the font that draws them. */
static void fonts_are_chosen_by_words(void **state)
{
    static const char *const naskh[] = {"NotoNaskhArabic-Regular.ttf", NULL}, *const languages[] = {"en", "ar"};
    static const struct choice_script scripts[] = {{SCRIPT('A', 'r', 'a', 'b'), {[FACE_TEXT] = naskh}}};
    static const struct choice_setup setup = {.lists = {headline, text_only, bold, italic},
                                              .scripts = scripts,
                                              .script_count = COUNTOF(scripts),
                                              .languages = languages,
                                              .language_count = COUNTOF(languages)};
    static const struct {
        enum face face;
        uint8_t language;
        const char *text, *fonts; /* of the pieces from left to right, by their first letters in the order of `names` */
    } rows[] = {
        {FACE_HEADLINE, 1, "CHILE 1973", "B"},
        {FACE_HEADLINE, 1, "L\u1ECACH S\u1EEC VIET", "O"}, /* a headline is of one font */
        {FACE_TEXT, 1, "a \u0645\u062A\u062D\u0641 b", "ONO"},
        {FACE_TEXT, 2, "\u0645\u062A\u062D\u0641 (Museo)", "OOON"}, /* the brackets run with the Arabic, which has none */
        {FACE_HEADLINE, 1, "UNA\u00A0PAZ", "B"},                    /* an ordinary space serves */
        {FACE_TEXT, 1, "36,6\u202F%", "O?O"},                       /* but no thin one */
        {FACE_ITALIC, 2, "\u0645\u062A\u062D\u0641", "N"},          /* the script's text serves */
        {FACE_TEXT, 1, "\u0928\u092E", "D"},                        /* no list has it, but the system */
    };
    static const char *const names[] = {HEADLINE, TEXT, "NotoNaskhArabic-Regular.ttf", "NotoSansDevanagari-Regular.ttf", ITALIC};
    static const char letters[] = "BONDI";
    struct fonts *fonts;
    struct choice *choice;
    struct pieces pieces = {0};

    (void)state;
    memory_files_init(&none, NULL, 0);
    fonts = fonts_create(&none.files);
    choice = choice_create(fonts, &setup);
    assert_non_null(choice);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct type type = {.face = rows[i].face, .size_px = 40, .language = rows[i].language};
        char made[16] = "";

        pieces_cut(&pieces, choice, type, (struct bytes){rows[i].text, strlen(rows[i].text)});
        for (int k = 0; k < pieces.count; k++) {
            made[k] = '?';
            for (size_t n = 0; n < COUNTOF(names); n++)
                if (fonts_add(fonts, names[n], false) == pieces.list[k].font)
                    made[k] = letters[n];
        }
        if (strcmp(made, rows[i].fonts) != 0)
            fail_msg("row %zu: %s, not %s", i, made, rows[i].fonts);
    }
    pieces_finish(&pieces);
    choice_destroy(choice);
    fonts_destroy(fonts);
}

enum damage { SHORTENED, EMPTIED, GARBAGE, FOLDER, GONE, DAMAGE_COUNT };

/* In place, as `cp` does. */
static void write_file(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void damage(const char *path, enum damage what)
{
    switch (what) {
    case SHORTENED:
        assert_int_equal(truncate(path, 3000), 0);
        break;
    case EMPTIED:
        assert_int_equal(truncate(path, 0), 0);
        break;
    case GARBAGE:
        write_file(path, "not a font any more", 19);
        break;
    case FOLDER:
        assert_int_equal(unlink(path), 0);
        assert_int_equal(mkdir(path, 0777), 0);
        break;
    case GONE:
        assert_int_equal(unlink(path), 0);
        break;
    case DAMAGE_COUNT:
        break;
    }
}

/* A font folder of one's own, with a copy of the text face. */
struct own_folder {
    char home[64], folder[128], font[192];
};

static void make_own_folder(struct own_folder *own)
{
    static const char *const parts[] = {"/.local", "/.local/share", "/.local/share/fonts"};
    struct files *system = files_open("/usr/share/fonts/truetype/open-sans");
    struct buffer content = {0};

    snprintf(own->home, sizeof(own->home), "/tmp/fonts-XXXXXX");
    assert_non_null(mkdtemp(own->home));
    for (size_t i = 0; i < COUNTOF(parts); i++) {
        snprintf(own->folder, sizeof(own->folder), "%s%s", own->home, parts[i]);
        assert_int_equal(mkdir(own->folder, 0777), 0);
    }
    snprintf(own->font, sizeof(own->font), "%s/Own.ttf", own->folder);
    assert_non_null(system);
    assert_int_equal(system->read(system->context, TEXT, 1 << 24, &content), FILES_OK);
    write_file(own->font, content.bytes, content.length);
    buffer_finish(&content);
    files_close(system);
    setenv("HOME", own->home, 1);
}

static void remove_own_folder(const struct own_folder *own)
{
    static const char *const parts[] = {"/.local/share/fonts", "/.local/share", "/.local", ""};
    char folder[128];

    remove(own->font);
    for (size_t i = 0; i < COUNTOF(parts); i++) {
        snprintf(folder, sizeof(folder), "%s%s", own->home, parts[i]);
        assert_int_equal(rmdir(folder), 0);
    }
}

/* What a package's upgrade or a hand does to a font that is in use changes no letter, at no size. */
static void fonts_in_use_may_be_damaged(void **state)
{
    static const char *const own_first[] = {"Own.ttf", BOLD, NULL};
    static const struct choice_setup own_lists = {.lists = {headline, own_first, bold, italic}};

    (void)state;
    memory_files_init(&none, NULL, 0);
    for (enum damage what = 0; what < DAMAGE_COUNT; what++) {
        struct own_folder own;

        make_own_folder(&own);

        struct faces *faces = faces_create(&none.files, &own_lists), *sound = create();

        assert_non_null(faces);
        assert_int_equal(width(faces, (struct type){.face = FACE_TEXT, .size_px = 30}, "copper"),
                         width(sound, (struct type){.face = FACE_TEXT, .size_px = 30}, "copper"));
        damage(own.font, what);
        for (int size = 20; size < 200; size += 13) {
            struct face_ink drawn = draw(faces, (struct type){.face = FACE_TEXT, .size_px = size}, "\u00C1lgebra WXYZ 0123 \u03A3\u03B1");

            assert_non_null(drawn.surface);
            assert_int_equal(
                drawn.surface->w,
                draw(sound, (struct type){.face = FACE_TEXT, .size_px = size}, "\u00C1lgebra WXYZ 0123 \u03A3\u03B1").surface->w);
        }
        faces_destroy(sound);
        faces_destroy(faces);
        remove_own_folder(&own);
    }
}

/* A face further down is read when a letter needs it; when it cannot be used any more, the next one serves. */
static void fallbacks_are_read_when_needed(void **state)
{
    static const char *const own_second[] = {HEADLINE, "Own.ttf", TEXT, NULL};
    static const struct choice_setup own_lists = {.lists = {own_second, text_only, bold, italic}};

    (void)state;
    memory_files_init(&none, NULL, 0);
    for (enum damage what = 0; what < DAMAGE_COUNT; what++) {
        struct own_folder own;
        struct captured_log captured;
        struct buffer log = {0};

        make_own_folder(&own);
        captured_log_start(&captured);

        struct faces *faces = faces_create(&none.files, &own_lists);
        struct type type = {.face = FACE_HEADLINE, .size_px = 40};

        assert_non_null(faces);
        assert_true(width(faces, type, "CHILE 1973") > 0); /* which the first one has */
        damage(own.font, what);
        assert_int_equal(lacking(faces, FACE_HEADLINE, "\u03A3"), 0);
        assert_int_equal(width(faces, type, "\u03A3"), width(faces, (struct type){.face = FACE_TEXT, .size_px = 40}, "\u03A3"));
        faces_destroy(faces);
        captured_log_stop(&captured, &log);

        const char *line = strstr(log.bytes, "Own.ttf: not a font that can be used");

        if (!line || strstr(line + 1, "Own.ttf"))
            fail_msg("damage %d: the log says \"%s\"", what, log.bytes);
        buffer_finish(&log);
        remove_own_folder(&own);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_drawn),         cmocka_unit_test(some_letters_are_silent),
        cmocka_unit_test(a_turkish_i_keeps_its_dot),      cmocka_unit_test(letters_come_from_the_list),
        cmocka_unit_test(metrics_are_those_of_the_face),  cmocka_unit_test(letters_stand_on_the_baseline),
        cmocka_unit_test(texts_are_cached_by_content),    cmocka_unit_test(texts_that_are_shown_stay),
        cmocka_unit_test(many_sizes_stay_the_same),       cmocka_unit_test(overlong_lines_draw_nothing),
        cmocka_unit_test(missing_fonts_are_passed_over),  cmocka_unit_test(the_exhibit_comes_first),
        cmocka_unit_test(fonts_are_chosen_by_words),      cmocka_unit_test(fonts_in_use_may_be_damaged),
        cmocka_unit_test(fallbacks_are_read_when_needed),
    };

    return cmocka_run_group_tests_name("faces", tests, NULL, NULL);
}
