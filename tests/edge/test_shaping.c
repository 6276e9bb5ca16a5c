/* Words of many scripts, drawn here and by Pango (pango-view) in the same font and size: as their readers write them. */
#include "fonts/faces.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "support/memory_files.h"

#include <SDL_image.h>
#include <fcntl.h>
#include <setjmp.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

extern char **environ;

/* Pango rounds each letter's place to a pixel, SDL_ttf does not, so that they drift apart by a pixel now and then. */
enum { SIZE_PX = 72, SHIFT_MAX_PX = 4, WIDTH_OFF_PX = 4 };

static const double ALIKE = 0.75; /* the share of all ink that lies on ink of the other */

/* Strength of ink, 0 to 255, cut to its bounds. */
struct ink_map {
    uint8_t *strength;
    int w, h;
};

/* joined: letters change their shape beside others. */
struct words {
    const char *font, *file, *language, *text;
    bool leftward, joined;
};

static const struct words scripts[] = {
    {"Noto Sans Arabic", "NotoSansArabic-Regular.ttf", "ar", "المتحف الوطني", .leftward = true, .joined = true},
    {"Noto Naskh Arabic", "NotoNaskhArabic-Regular.ttf", "fa", "موزهٔ ملّی می‌شود", .leftward = true, .joined = true},
    {"Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf", "he", "מוזיאון בְּרֵאשִׁית", .leftward = true},
    {"Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf", "hi", "हिन्दी क्षत्रिय कर्म", .joined = true},
    {"Noto Sans Bengali", "NotoSansBengali-Regular.ttf", "bn", "জাদুঘর স্বাধীনতা কৌশল", .joined = true},
    {"Noto Sans Gurmukhi", "NotoSansGurmukhi-Regular.ttf", "pa", "ਅਜਾਇਬ ਘਰ ਕਿਤਾਬ", .leftward = false},
    {"Noto Sans Gujarati", "NotoSansGujarati-Regular.ttf", "gu", "સંગ્રહાલય શ્રી", .joined = true},
    {"Noto Sans Tamil", "NotoSansTamil-Regular.ttf", "ta", "அருங்காட்சி கொள்கை", .leftward = false},
    {"Noto Sans Telugu", "NotoSansTelugu-Regular.ttf", "te", "మ్యూజియం స్త్రీ", .joined = true},
    {"Noto Sans Malayalam", "NotoSansMalayalam-Regular.ttf", "ml", "മ്യൂസിയം കൊല്ലം", .joined = true},
    {"Noto Sans Sinhala", "NotoSansSinhala-Regular.ttf", "si", "කෞතුකාගාරය ශ්‍රී", .joined = true},
    {"Noto Sans Thai", "NotoSansThai-Regular.ttf", "th", "พิพิธภัณฑ์ น้ำ ที่นี่", .leftward = false},
    {"Noto Sans Lao", "NotoSansLao-Regular.ttf", "lo", "ພິພິທະພັນ ນ້ຳ", .leftward = false},
    {"Noto Sans Khmer", "NotoSansKhmer-Regular.ttf", "km", "សារមន្ទីរ ខ្មែរ", .joined = true},
    {"Noto Sans Myanmar", "NotoSansMyanmar-Regular.ttf", "my", "ပြတိုက် မြန်မာ", .joined = true},
    {"Noto Sans Georgian", "NotoSansGeorgian-Regular.ttf", "ka", "ეროვნული მუზეუმი", .leftward = false},
    {"Noto Sans", "NotoSans-Regular.ttf", "el", "Μουσείο ἀρχαῖον", .leftward = false},
    {"Noto Sans", "NotoSans-Regular.ttf", "vi", "Viện ẬỄ lịch sử", .leftward = false},
    {"DejaVu Sans", "DejaVuSans.ttf", "ar", "متحف (Museo) 36,6 %", .leftward = true},
    {"DejaVu Sans", "DejaVuSans.ttf", "he", "מוזיאון, 1973!", .leftward = true},
};

static uint32_t pixel(const SDL_Surface *surface, int x, int y)
{
    return ((const uint32_t *)((const char *)surface->pixels + y * surface->pitch))[x];
}

/* of_alpha: ink is what is opaque; else what is dark. The surface is of 32 bits. */
static struct ink_map ink_of(const SDL_Surface *surface, bool of_alpha)
{
    int left = surface->w, right = -1, top = surface->h, bottom = -1;
    struct ink_map map;

    for (int y = 0; y < surface->h; y++) {
        for (int x = 0; x < surface->w; x++) {
            uint32_t value = pixel(surface, x, y);

            if ((of_alpha ? value >> 24 : 255 - (value & 255)) < 64)
                continue;
            left = int_min(left, x);
            right = int_max(right, x);
            top = int_min(top, y);
            bottom = int_max(bottom, y);
        }
    }
    assert_true(right >= left);
    map = (struct ink_map){malloc((size_t)(right - left + 1) * (size_t)(bottom - top + 1)), right - left + 1, bottom - top + 1};
    assert_non_null(map.strength);
    for (int y = 0; y < map.h; y++) {
        for (int x = 0; x < map.w; x++) {
            uint32_t value = pixel(surface, x + left, y + top);

            map.strength[y * map.w + x] = (uint8_t)(of_alpha ? value >> 24 : 255 - (value & 255));
        }
    }
    return map;
}

static int strength_at(const struct ink_map *map, int x, int y)
{
    return x >= 0 && y >= 0 && x < map->w && y < map->h ? map->strength[y * map->w + x] : 0;
}

static double alike_at(const struct ink_map *one, const struct ink_map *other, int dx, int dy)
{
    int64_t both = 0, any = 0;

    for (int y = -SHIFT_MAX_PX; y < int_max(one->h, other->h) + SHIFT_MAX_PX; y++) {
        for (int x = -SHIFT_MAX_PX; x < int_max(one->w, other->w) + SHIFT_MAX_PX; x++) {
            int a = strength_at(one, x, y), b = strength_at(other, x + dx, y + dy);

            both += int_min(a, b);
            any += int_max(a, b);
        }
    }
    return (double)both / (double)any;
}

/* At the best of small shifts. */
static double alike(const struct ink_map *one, const struct ink_map *other)
{
    double best = 0;

    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -SHIFT_MAX_PX; dx <= SHIFT_MAX_PX; dx++) {
            double at = alike_at(one, other, dx, dy);

            best = at > best ? at : best;
        }
    return best;
}

static struct ink_map drawn_by_pango(const char *font, const char *text)
{
    char path[] = "/tmp/pango-XXXXXX.png", font_option[128], text_option[512], output_option[64];
    int status, fd = mkstemps(path, 4);
    pid_t pid;

    assert_true(fd >= 0);
    close(fd);
    snprintf(font_option, sizeof(font_option), "--font=%s %dpx", font, SIZE_PX);
    snprintf(text_option, sizeof(text_option), "--text=%s", text);
    snprintf(output_option, sizeof(output_option), "--output=%s", path);
    const char *arguments[] = {"pango-view",       "-q",          font_option, text_option, output_option, "--hinting=none",
                               "--antialias=gray", "--margin=20", NULL};

    if (posix_spawnp(&pid, arguments[0], NULL, NULL, (char *const *)arguments, environ) != 0 || waitpid(pid, &status, 0) != pid ||
        status != 0)
        fail_msg("pango-view does not draw %s (packages pango1.0-tools, fonts-noto-core)", font);
    SDL_Surface *loaded = IMG_Load(path), *surface = loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;

    unlink(path);
    assert_non_null(surface);
    struct ink_map map = ink_of(surface, false);

    SDL_FreeSurface(loaded);
    SDL_FreeSurface(surface);
    return map;
}

/* order: as a whole text, or wrongly. */
static struct ink_map drawn_here(const struct words *words, enum text_order order, const char *text)
{
    const char *const list[] = {words->file, NULL};
    const struct choice_setup setup = {.lists = {list, list, list, list}, .languages = &words->language, .language_count = 1};
    struct memory_files none;

    memory_files_init(&none, NULL, 0);
    struct faces *faces = faces_create(&none.files, &setup);

    assert_non_null(faces);
    struct face_text asked = {{FACE_TEXT, SIZE_PX, 0, 1, (uint8_t)order, 0}, {0, 0, 0, 255}, text, (int)strlen(text)};
    struct face_ink drawn = faces_text(faces, &asked);

    assert_non_null(drawn.surface);
    struct ink_map map = ink_of(drawn.surface, true);

    faces_destroy(faces);
    return map;
}

static bool is_like(const struct ink_map *pango, const struct ink_map *here, double *share)
{
    *share = alike(pango, here);
    return *share >= ALIKE && abs(pango->w - here->w) <= WIDTH_OFF_PX && abs(pango->h - here->h) <= 2;
}

static void words_are_as_pango_draws_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scripts); i++) {
        const struct words *words = &scripts[i];
        struct ink_map pango = drawn_by_pango(words->font, words->text);
        struct ink_map here = drawn_here(words, ORDER_TEXT, words->text);
        double share;

        if (!is_like(&pango, &here, &share))
            fail_msg("%s, %s: %dx%d, by Pango %dx%d; %.2f of the ink is common", words->font, words->language, here.w, here.h, pango.w,
                     pango.h, share);
        free(pango.strength);
        free(here.strength);
    }
}

/* A joiner that does not join (U+200C) behind each letter: what a program draws that knows letters alone. */
static void letters_apart(const char *text, struct buffer *out)
{
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        const char *from = at;

        utf8_next(&at, end);
        buffer_add(out, from, (size_t)(at - from));
        buffer_add(out, "\xE2\x80\x8C", 3);
    }
}

/* The comparison would tell. */
static void wrong_order_and_shape_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scripts); i++) {
        const struct words *words = &scripts[i];
        struct ink_map pango = drawn_by_pango(words->font, words->text);
        struct ink_map back = drawn_here(words, words->leftward ? ORDER_RIGHTWARD : ORDER_LEFTWARD, words->text);
        struct buffer apart = {0};
        double share;

        if (is_like(&pango, &back, &share))
            fail_msg("%s, %s: backwards, and yet %.2f of the ink is common", words->font, words->language, share);
        letters_apart(words->text, &apart);
        struct ink_map unshaped = drawn_here(words, ORDER_TEXT, apart.bytes);

        if (words->joined && is_like(&pango, &unshaped, &share))
            fail_msg("%s, %s: unshaped, and yet %.2f of the ink is common", words->font, words->language, share);
        buffer_finish(&apart);
        free(pango.strength);
        free(back.strength);
        free(unshaped.strength);
    }
}

/* Letters of everywhere, marks and marks of direction among them. */
static int random_text(char *text, int most)
{
    static const uint32_t from[] = {' ',    'A',    0xC0,   0x300,  0x391,  0x5D0,  0x627,  0x64B,  0x661,  0x905,   0x93E,   0xE01,
                                    0x1780, 0x17D2, 0x200B, 0x2066, 0x2010, 0x3042, 0x4E00, 0xAC00, 0xFE00, 0x1F1E6, 0x1F600, 0xE000};
    int length = 0;

    for (int count = 1 + rand() % most; count > 0; count--)
        length += utf8_put(text + length, from[(size_t)rand() % COUNTOF(from)] + (uint32_t)(rand() % 12));
    return length;
}

/* How far below the baseline the longest stroke upright ends. */
static int stem_below_baseline(const char *file, const char *text)
{
    const char *const list[] = {file, NULL};
    const struct choice_setup setup = {.lists = {list, list, list, list}};
    struct memory_files none;
    int longest = 0, ends = 0;

    memory_files_init(&none, NULL, 0);
    struct faces *faces = faces_create(&none.files, &setup);
    struct face_ink drawn =
        faces_text(faces, &(struct face_text){{.face = FACE_TEXT, .size_px = SIZE_PX}, {0, 0, 0, 255}, text, (int)strlen(text)});

    assert_non_null(drawn.surface);
    for (int x = 0; x < drawn.surface->w; x++)
        for (int y = 0, run = 0; y < drawn.surface->h; y++) {
            run = pixel(drawn.surface, x, y) >> 24 > 128 ? run + 1 : 0;
            if (run > longest) {
                longest = run;
                ends = y + 1;
            }
        }
    faces_destroy(faces);
    return ends - drawn.ascent_px;
}

/* Marks above and below that reach beyond what the font says of its height. */
static void piled_marks_leave_letters_on_their_line(void **state)
{
    static const struct {
        const char *file, *bare, *marked;
    } rows[] = {
        {"DejaVuSans.ttf", "H", "H\u0302\u0301\u0302\u0331\u0331\u0331"},
        {"NotoSansArabic-Regular.ttf", "\u0628\u0627", "\u0628\u0650\u0651\u0627\u0653\u064E"},
        {"NotoSansArabic-Bold.ttf", "\u0631\u0628\u0627", "\u0631\u064E\u0628\u0651\u0650\u0627\u0655\u0650"},
        {"NotoNaskhArabic-Regular.ttf", "\u0644\u0628", "\u0644\u0651\u064E\u0628\u0651\u064D"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int bare = stem_below_baseline(rows[i].file, rows[i].bare), marked = stem_below_baseline(rows[i].file, rows[i].marked);

        if (marked != bare)
            fail_msg("row %zu: the letters stand %d pixels lower", i, marked - bare);
    }
}

/* Whatever the letters: what is drawn is as wide as what was measured, and the same again. */
static void any_letters_hold_together(void **state)
{
    enum { TEXTS = 400, LETTERS = 24 };
    static const char *const list[] = {"OpenSans-Regular.ttf", NULL}, *const languages[] = {"en", "ar", "ja"};
    const struct choice_setup setup = {.lists = {list, list, list, list}, .languages = languages, .language_count = COUNTOF(languages)};
    struct memory_files none;

    (void)state;
    memory_files_init(&none, NULL, 0);
    struct faces *faces = faces_create(&none.files, &setup);
    struct measure measure = faces_measure(faces);

    srand(11);
    for (int i = 0; i < TEXTS; i++) {
        char text[LETTERS * 4];
        int length = random_text(text, LETTERS);
        struct type type = {
            (enum face)(rand() % FACE_COUNT), 20 + rand() % 3, rand() % 2 * 3, (uint8_t)(rand() % 4), (uint8_t)(rand() % 3), 0};
        int width = measure.width(measure.context, type, text, length);
        struct face_ink drawn = faces_text(faces, &(struct face_text){type, {0, 0, 0, 255}, text, length});

        if (drawn.surface && (drawn.surface->w > width || (type.tracking_px == 0 && drawn.surface->w < width)))
            fail_msg("text %d: %d drawn, %d measured", i, drawn.surface->w, width);
        assert_true(drawn.surface || width <= type.tracking_px * length);
        assert_true(!drawn.surface || (drawn.ascent_px >= 0 && drawn.ascent_px <= drawn.surface->h));
    }
    faces_destroy(faces);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_as_pango_draws_them),
        cmocka_unit_test(wrong_order_and_shape_are_told),
        cmocka_unit_test(piled_marks_leave_letters_on_their_line),
        cmocka_unit_test(any_letters_hold_together),
    };

    return cmocka_run_group_tests_name("shaping", tests, NULL, NULL);
}
