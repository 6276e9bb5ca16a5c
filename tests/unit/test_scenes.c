/* What scenes draw: a few told in full in golden files, and what holds for all of them. */
#include "support/golden.h"
#include "support/page_checks.h"
#include "support/scene_text.h"
#include "support/find.h"
#include "support/visitor.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};

/* What a visitor does after coming to a scene, before one looks. */
static void style_at_once(struct visitor *v)
{
    visitor_wait(v, 500);
}

static void focus_first(struct visitor *v)
{
    visitor_key(v, KEY_FIRST);
    visitor_wait(v, 500);
}

static void choose_spanish(struct visitor *v)
{
    visitor_speak(v, SPANISH);
}

static void choose_spanish_in_large(struct visitor *v)
{
    visitor_key(v, KEY_TEXT_SIZE);
    choose_spanish(v);
}

static void choose_arabic(struct visitor *v)
{
    visitor_speak(v, ARABIC);
}

static void choose_thai(struct visitor *v)
{
    visitor_speak(v, THAI);
}

static void ask_for_languages(struct visitor *v)
{
    visitor_key(v, KEY_LANGUAGE);
    visitor_wait(v, 500);
}

static void style_closer(struct visitor *v)
{
    choose_spanish(v);
    for (int i = 0; i < 6; i++)
        visitor_key(v, KEY_PLUS);
    visitor_wait(v, 1000);
}

static void open_scales(struct visitor *v)
{
    visitor_open(v, &scene_difference, find_panel(v->exhibit, "charter"));
}

static void open_scales_in_arabic(struct visitor *v)
{
    choose_arabic(v);
    open_scales(v);
}

static void choose_first_year(struct visitor *v)
{
    visitor_touch(v, ACTION_STEP, 0);
}

/* The second value of the panel's chart. */
static void choose_in_chart(struct visitor *v)
{
    for (int i = 0; i < 40 && v->stage->focused.action.kind != ACTION_EXPLORE; i++)
        visitor_key(v, KEY_TAB);
    visitor_key(v, KEY_ENTER);
    visitor_key(v, KEY_DOWN);
    visitor_wait(v, 1000);
}

static void choose_in_arabic_chart(struct visitor *v)
{
    choose_arabic(v);
    choose_in_chart(v);
}

static void choose_in_large_thai_chart(struct visitor *v)
{
    choose_thai(v);
    visitor_key(v, KEY_TEXT_SIZE);
    choose_in_chart(v);
}

/* Behind its notice; a light is lit, and its name still stands. */
static void enter_memorial(struct visitor *v)
{
    visitor_touch(v, ACTION_ACCEPT, 0);
    choose_in_chart(v);
}

static void enter_arabic_memorial(struct visitor *v)
{
    choose_arabic(v);
    enter_memorial(v);
}

static void wait_for_countdown(struct visitor *v)
{
    visitor_key(v, KEY_CONTRAST);
    visitor_wait(v, 95 * 1000);
}

static void swipe_halfway(struct visitor *v)
{
    visitor_down(v, 1, 1500, 500);
    for (int i = 1; i <= 10; i++) {
        visitor_wait(v, 16);
        visitor_move(v, 1, 1500 - 60.0F * (float)i, 500);
    }
}

static void pinch_halfway(struct visitor *v)
{
    visitor_down(v, 1, 900, 500);
    visitor_down(v, 2, 1100, 500);
    for (int i = 1; i <= 10; i++) {
        visitor_wait(v, 16);
        visitor_move(v, 1, 900 - 20.0F * (float)i, 500);
        visitor_move(v, 2, 1100 + 20.0F * (float)i, 500);
    }
}

static void choose_detail_in_arabic(struct visitor *v)
{
    choose_arabic(v);
    visitor_touch(v, ACTION_DETAIL, 0);
    visitor_wait(v, 1000);
}

/* Half of its sound is over. */
static void hear_half(struct visitor *v)
{
    int panel = find_panel(v->exhibit, "sleepers");

    visitor_open(v, &scene_sound, panel);
    visitor_touch(v, ACTION_SOUND, panel);
    stage_sounds(v->stage, &(struct hearing_news){stage_wish(v->stage)->serial, 1000, 2000}, v->now_ms);
}

static void hear_in_arabic(struct visitor *v)
{
    choose_arabic(v);
    hear_half(v);
    stage_said(v->stage, stage_wish(v->stage)->serial, v->now_ms);
}

static const struct {
    const char *name, *start;
    bool portrait;
    void (*reach)(struct visitor *v);
} goldens[] = {
    {"attract", NULL, false, style_at_once},
    {"home", "home", false, focus_first},
    {"home-upright-large", "home", true, choose_spanish_in_large},
    {"panel", "panel/welcome", false, style_at_once},
    {"panel-bars", "panel/wages", false, style_at_once},
    {"panel-line-upright", "panel/fares", true, choose_spanish},
    {"panel-marks", "panel/sleepers", false, style_at_once},
    {"panel-bars-chosen", "panel/wages", true, choose_in_chart},
    {"panel-line-chosen-arabic", "panel/fares", false, choose_in_arabic_chart},
    {"panel-marks-chosen-thai-large", "panel/sleepers", true, choose_in_large_thai_chart},
    {"panel-map", "panel/network", false, choose_first_year},
    {"notice-upright", "panel/fire", true, choose_spanish},
    {"memorial", "panel/fire", false, enter_memorial},
    {"memorial-arabic-upright", "panel/fire", true, enter_arabic_memorial},
    {"timeline", "timeline", false, focus_first},
    {"timeline-near-upright", "timeline", true, style_closer},
    {"card", "card/stoppage", false, style_at_once},
    {"card-person", "person/soto", false, style_at_once},
    {"card-languages", "panel/charter", false, ask_for_languages},
    {"countdown", "panel/charter", false, wait_for_countdown},
    {"swipe", "panel/charter", false, swipe_halfway},
    {"pinch", "picture/charter", false, pinch_halfway},
    {"picture-detail-arabic", "picture/charter", false, choose_detail_in_arabic},
    {"home-arabic", "home", false, choose_arabic},
    {"panel-arabic-upright", "panel/welcome", true, choose_arabic},
    {"panel-map-arabic", "panel/network", false, choose_arabic},
    {"timeline-arabic", "timeline", false, choose_arabic},
    {"home-thai-upright", "home", true, choose_thai},
    {"panel-thai", "panel/charter", false, choose_thai},
    {"scales", "panel/charter", false, open_scales},
    {"scales-arabic-upright", "panel/charter", true, open_scales_in_arabic},
    {"sound", "panel/sleepers", false, hear_half},
    {"sound-arabic-upright", "panel/sleepers", true, hear_in_arabic},
};

static void scenes_read_as_before(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(goldens); i++) {
        char path[256];
        struct buffer text = {0};
        struct visitor v;

        visitor_come(&v, goldens[i].portrait ? PORTRAIT : LANDSCAPE, goldens[i].start);
        goldens[i].reach(&v);
        scene_text_write(&v, &text);
        snprintf(path, sizeof(path), "tests/golden/%s.scene", goldens[i].name);
        golden_compare(path, &text);
        buffer_finish(&text);
        visitor_leave(&v);
    }
}

static const char *const WORDY[] = {"home",     "panel/welcome", "panel/wages", "panel/fares", "panel/sleepers", "panel/network",
                                    "timeline", "card/stoppage", "card/token",  "card/fire",   "colophon",       "panel/fire"};

/* All the words that are seen, and how large the smallest of them are. The caller frees words. */
struct reading {
    char *words;
    int smallest_px;
};

static void read_list(const struct draw_list *list, struct buffer *words, int *smallest_px)
{
    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        if (c->kind != DRAW_TEXT)
            continue;
        buffer_printf(words, "%.*s ", c->text.length, c->text.text);
        *smallest_px = int_min(*smallest_px, c->text.type.size_px);
    }
}

static struct reading read_frame(const struct frame *frame)
{
    struct buffer words = {0};
    struct reading reading = {.smallest_px = 10000};

    buffer_add(&words, "", 0);
    for (int i = 0; i < frame->layer_count; i++)
        read_list(&frame->layers[i].list, &words, &reading.smallest_px);
    for (int i = 0; i < frame->over_count; i++)
        read_list(&frame->over[i], &words, &reading.smallest_px);
    reading.words = words.bytes;
    return reading;
}

/* The language changes the words, the size of letters their size, the contrast neither; each goes, and leaves nothing behind. */
static void settings_change_what_they_say(void **state)
{
    static const enum key keys[] = {KEY_LANGUAGE, KEY_TEXT_SIZE, KEY_CONTRAST};

    (void)state;
    for (size_t s = 0; s < COUNTOF(WORDY) * 2; s++) {
        struct visitor v;

        visitor_come_as(
            &v, &(struct visitor_plan){
                    .screen = s % 2 ? PORTRAIT : LANDSCAPE, .start = WORDY[s / 2], .edits = &visitor_two_languages, .edit_count = 1});
        visitor_wait(&v, 1000);
        for (size_t k = 0; k < COUNTOF(keys); k++) {
            uint64_t hash = draw_hash(&visitor_frame(&v)->layers[0].list);
            struct reading before = read_frame(visitor_frame(&v)), after;

            visitor_key(&v, keys[k]);
            visitor_wait(&v, 1000);
            after = read_frame(visitor_frame(&v));
            if ((strcmp(before.words, after.words) == 0) != (keys[k] == KEY_CONTRAST) && keys[k] != KEY_TEXT_SIZE)
                fail_msg("%s: key %d: the words before: %s, and after: %s", WORDY[s / 2], keys[k], before.words, after.words);
            if (keys[k] == KEY_TEXT_SIZE ? after.smallest_px <= before.smallest_px : after.smallest_px != before.smallest_px)
                fail_msg("%s: key %d: the smallest letters were %d px, and are %d", WORDY[s / 2], keys[k], before.smallest_px,
                         after.smallest_px);
            assert_true(draw_hash(&visitor_frame(&v)->layers[0].list) != hash);
            visitor_key(&v, keys[k]);
            visitor_wait(&v, 1000);
            visitor_log(&v);
            assert_true(draw_hash(&visitor_frame(&v)->layers[0].list) == hash); /* a frame's own counts its fades */
            free(before.words);
            free(after.words);
        }
        visitor_leave(&v);
    }
}

static bool shows_picture(const struct frame *frame)
{
    const struct draw_list *list = &frame->layers[0].list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_PICTURE)
            return true;
    return false;
}

/* A tall screen has room for the picture, and for the whole text. */
static void tall_panels_keep_their_pictures(void **state)
{
    (void)state;
    for (int language = ENGLISH; language <= THAI; language++) {
        struct visitor v;

        visitor_come(&v, PORTRAIT, "panel/welcome");
        visitor_speak(&v, language);
        v.stage->visit.answered = ~0u;
        for (int i = 0; i < v.exhibit->panel_count; i++) {
            visitor_wait(&v, 1000);
            if (!shows_picture(visitor_frame(&v)) || visitor_page(&v)->scroll.max_px > 0)
                fail_msg("%s: no picture, or a text that scrolls", visitor_scene(v.stage));
            visitor_log(&v);
            visitor_key(&v, KEY_PAGE_DOWN);
        }
        visitor_leave(&v);
    }
}

static void nothing_leaves_the_screen(void **state)
{
    static const struct size sizes[] = {{1024, 768}, {1280, 800}, {1920, 1080}, {1080, 1920}, {3840, 2160}, {768, 1024}, {2160, 3840}};

    (void)state;
    for (size_t s = 0; s < COUNTOF(sizes); s++) {
        struct visitor v;

        visitor_come(&v, sizes[s], "home");
        check_every_panel(&v);
        visitor_leave(&v);
    }
}

/* A body line holds 45 to 55 letters where there is room for it, counted over full lines at normal size on the declared screen. */
static void lines_are_a_good_length(void **state)
{
    struct visitor v;
    int letters = 0, lines = 0, line = 0, baseline = 0;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/welcome");

    const struct draw_list *list = &visitor_frame(&v)->layers[0].list;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        if (c->kind != DRAW_TEXT || c->text.type.face != FACE_TEXT || c->text.type.size_px != 33)
            continue;
        if (c->text.baseline_px != baseline) { /* a line of several runs counts once; the last line may be short */
            letters += line;
            lines += line > 0;
            line = 0;
            baseline = c->text.baseline_px;
        }
        line += c->text.length;
    }
    assert_true(lines >= 4);
    assert_in_range(letters / lines, 45, 57);
    visitor_leave(&v);
}

/* Everything that answers to touch is at least 15 mm, and keys are 20 mm in one direction at least; links in running text are as tall as
 * their line. */
static void targets_are_large_enough(void **state)
{
    static const struct size sizes[] = {{1024, 768}, {1920, 1080}, {1080, 1920}, {3840, 2160}};

    (void)state;
    for (size_t s = 0; s < COUNTOF(sizes); s++) {
        struct visitor v;
        static const enum action_kind keys[] = {ACTION_HOME, ACTION_NEXT, ACTION_PREVIOUS, ACTION_TIMELINE};
        float px_per_mm;

        visitor_come(&v, sizes[s], "panel/welcome");
        px_per_mm = style_px_per_mm(&v.exhibit->screen, sizes[s]);
        for (size_t k = 0; k < COUNTOF(keys); k++) {
            struct rect rect = visitor_target(&v, keys[k], 0);

            assert_true((float)rect.w >= 20 * px_per_mm && (float)rect.h >= 20 * px_per_mm);
        }
        visitor_leave(&v);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_change_what_they_say),   cmocka_unit_test(scenes_read_as_before),
        cmocka_unit_test(tall_panels_keep_their_pictures), cmocka_unit_test(nothing_leaves_the_screen),
        cmocka_unit_test(lines_are_a_good_length),         cmocka_unit_test(targets_are_large_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
