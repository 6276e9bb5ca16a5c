/* What every scene draws, as golden draw lists: both orientations, both languages, normal and large text. */
#include "support/golden.h"
#include "support/visitor.h"

#include "scene/stage_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};

/* What a visitor does after coming to a scene, before one looks. */
enum situation {
    AT_REST,
    LARGE_TEXT,
    HIGH_CONTRAST,
    COUNTDOWN,
    FOCUS,
    PRESSED,
    MID_TURN,
    MID_FADE,
    SCROLLED,
    READ_ON,
    ZOOM_1,
    ZOOM_2,
    ZOOM_3,
    ZOOM_4,
    MORE,
    DIFFERENCE,
    DESCRIPTION,
    LANGUAGES
};

static const struct {
    const char *name, *start;
    enum situation situation;
} scenes[] = {
    {"attract", NULL, AT_REST},
    {"home", "home", AT_REST},
    {"home-large", "home", LARGE_TEXT},
    {"home-focus", "home", FOCUS},
    {"panel-left", "panel/copper-vote", AT_REST},
    {"panel-right", "panel/schneider", AT_REST},
    {"panel-large-picture", "panel/truck-stoppage", AT_REST},
    {"notice", "panel/victor-jara", AT_REST},
    {"panel-text-first", "panel/victor-jara", READ_ON},
    {"panel-large", "panel/copper-vote", LARGE_TEXT},
    {"panel-scrolled", "panel/copper-vote", SCROLLED},
    {"panel-contrast", "panel/one-essay", HIGH_CONTRAST},
    {"panel-countdown", "panel/copper-vote", COUNTDOWN},
    {"panel-pressed", "panel/copper-vote", PRESSED},
    {"panel-turning", "panel/copper-vote", MID_TURN},
    {"panel-fading", "panel/copper-vote", MID_FADE},
    {"timeline", "timeline", AT_REST},
    {"timeline-large", "timeline", LARGE_TEXT},
    {"timeline-zoom-1", "timeline", ZOOM_1},
    {"timeline-zoom-2", "timeline", ZOOM_2},
    {"timeline-zoom-3", "timeline", ZOOM_3},
    {"timeline-zoom-4", "timeline", ZOOM_4},
    {"timeline-focus", "timeline", FOCUS},
    {"picture", "picture/schneider", AT_REST},
    {"picture-zoom", "picture/schneider", ZOOM_2},
    {"card-event", "card/election-1970", AT_REST},
    {"card-event-large", "card/election-1970", LARGE_TEXT},
    {"card-notice", "card/coup", AT_REST},
    {"card-term", "card/popular-unity", AT_REST},
    {"card-more", "panel/ended-differently", MORE},
    {"card-difference", "panel/copper-vote", DIFFERENCE},
    {"card-description", "picture/schneider", DESCRIPTION},
    {"card-languages", "panel/copper-vote", LANGUAGES},
    {"colophon", "colophon", AT_REST},
    {"colophon-large", "colophon", LARGE_TEXT},
};

static void reach(struct visitor *v, enum situation situation)
{
    struct point at;
    int panel = 0;

    switch (situation) {
    case AT_REST:
        break;
    case LARGE_TEXT:
        visitor_key(v, KEY_TEXT_SIZE);
        break;
    case MORE:
    case DIFFERENCE:
    case DESCRIPTION:
        for (int i = 0; i < v->exhibit->panel_count; i++)
            if (strcmp(v->exhibit->panels[i].id, strchr(stage_scene(v->stage), '/') + 1) == 0)
                panel = i;
        at = visitor_find(v, situation == MORE ? ACTION_MORE : situation == DIFFERENCE ? ACTION_DIFFERENCE : ACTION_DESCRIBE, panel);
        visitor_tap(v, at.x, at.y);
        break;
    case ZOOM_1:
    case ZOOM_2:
    case ZOOM_3:
    case ZOOM_4:
        for (int i = 0; i < 3 * (int)(situation - ZOOM_1 + 1); i++)
            visitor_key(v, KEY_PLUS);
        break;
    case HIGH_CONTRAST:
    case LANGUAGES:
        visitor_key(v, situation == LANGUAGES ? KEY_LANGUAGE : KEY_CONTRAST);
        break;
    case COUNTDOWN:
        visitor_key(v, KEY_TIMELINE);
        visitor_wait(v, 95 * 1000);
        return;
    case FOCUS:
        visitor_key(v, KEY_FIRST);
        break;
    case PRESSED:
        at = visitor_find(v, ACTION_NEXT, 0);
        visitor_down(v, 1, at.x, at.y);
        break;
    case MID_TURN:
        visitor_key(v, KEY_RIGHT);
        visitor_wait(v, 96);
        return;
    case MID_FADE:
        visitor_key(v, KEY_HOME);
        visitor_wait(v, 96);
        return;
    case READ_ON:
        visitor_key(v, KEY_ENTER);
        break;
    case SCROLLED:
        visitor_key(v, KEY_TEXT_SIZE);
        visitor_wait(v, 1000);
        visitor_key(v, KEY_DOWN);
        break;
    }
    visitor_wait(v, 500);
}

static const struct visitor_edit three_languages[] = {
    {"config/exhibit.yaml", "languages: [en, es]", "languages: [en, es, pt]"},
    {"config/words.yaml", NULL, "\npt:\n  language_name: Português\n"},
};

static void compare(size_t scene, struct size screen, int language)
{
    char path[256];
    struct buffer dump = {0};
    struct visitor v;

    bool choice = scenes[scene].situation == LANGUAGES; /* three of them: the key opens a card */

    visitor_come_as(&v, &(struct visitor_plan){screen, scenes[scene].start, three_languages, choice ? COUNTOF(three_languages) : 0});
    for (int i = 0; i < language; i++) {
        visitor_key(&v, KEY_LANGUAGE);
        if (choice) {
            visitor_key(&v, KEY_RIGHT);
            visitor_key(&v, KEY_ENTER);
        }
        visitor_wait(&v, 1000);
    }
    reach(&v, scenes[scene].situation);
    frame_dump(visitor_frame(&v), &dump);
    snprintf(path, sizeof(path), "tests/golden/%s.%s.%s.draw", scenes[scene].name, screen.w > screen.h ? "landscape" : "portrait",
             v.exhibit->languages[language]);
    golden_compare(path, &dump);
    buffer_finish(&dump);
    visitor_leave(&v);
}

static void golden_draw_lists(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(scenes); i++) {
        for (int language = 0; language < 2; language++) {
            if (language > 0 && !scenes[i].start) /* a key wakes attract: it speaks the default language first */
                continue;
            compare(i, LANDSCAPE, language);
            compare(i, PORTRAIT, language);
        }
    }
}

/* Every panel of the exhibit, as it is proofed: one file for each orientation and language. */
static void golden_panels(void **state)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}};

    (void)state;
    for (size_t s = 0; s < COUNTOF(screens); s++)
        for (int language = 0; language < 2; language++) {
            struct buffer dump = {0};
            char path[128];
            struct visitor v;

            visitor_come(&v, screens[s], "panel/one-essay");
            visitor_key(&v, language ? KEY_LANGUAGE : KEY_TAB);
            v.stage->answered = ~0u;
            for (int i = 0; i < v.exhibit->panel_count; i++) {
                visitor_wait(&v, 1000);
                buffer_printf(&dump, "%s\n", stage_scene(v.stage));
                frame_dump(visitor_frame(&v), &dump);
                visitor_log(&v);
                visitor_key(&v, KEY_RIGHT);
            }
            snprintf(path, sizeof(path), "tests/golden/panels.%s.%s.draw", screens[s].w > screens[s].h ? "landscape" : "portrait",
                     v.exhibit->languages[language]);
            golden_compare(path, &dump);
            buffer_finish(&dump);
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
    for (int language = 0; language < 2; language++) {
        struct visitor v;

        visitor_come(&v, PORTRAIT, "panel/one-essay");
        visitor_key(&v, language ? KEY_LANGUAGE : KEY_TAB);
        v.stage->answered = ~0u;
        for (int i = 0; i < v.exhibit->panel_count; i++) {
            visitor_wait(&v, 1000);
            if (!shows_picture(visitor_frame(&v)) || stage_page(v.stage, v.now_ms)->scroll_max_px > 0)
                fail_msg("%s: no picture, or a text that scrolls", stage_scene(v.stage));
            visitor_log(&v);
            visitor_key(&v, KEY_RIGHT);
        }
        visitor_leave(&v);
    }
}

/* Texts stand inside the screen and no line runs into the next part: whatever the panel, size, language or text size. */
static void check_inside(const struct frame *frame, const char *scene)
{
    const struct draw_list *list = &frame->layers[0].list;
    struct rect clip = {0, 0, frame->size.w, frame->size.h};

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        if (c->kind == DRAW_CLIP)
            clip = rect_is_empty(c->rect) ? (struct rect){0, 0, frame->size.w, frame->size.h} : c->rect;
        if (c->kind != DRAW_TEXT || rect_is_empty(rect_common(c->rect, clip)))
            continue;
        if (c->rect.x < 0 || c->rect.x + c->rect.w > frame->size.w || (clip.h == frame->size.h && c->rect.y + c->rect.h > frame->size.h))
            fail_msg("%s at %dx%d: \"%.*s\" leaves the screen", scene, frame->size.w, frame->size.h, c->text.length, c->text.text);
    }
}

/* No two things to touch lie on each other. */
static void check_apart(struct visitor *v)
{
    const struct page *page = stage_page(v->stage, v->now_ms);

    for (int i = 0; i < page->target_count; i++)
        for (int k = 0; k < i; k++)
            if (!rect_is_empty(rect_common(page->targets[i].rect, page->targets[k].rect)))
                fail_msg("%s at %dx%d: the targets of actions %d and %d overlap", stage_scene(v->stage), v->screen.w, v->screen.h,
                         page->targets[i].action.kind, page->targets[k].action.kind);
}

static void nothing_leaves_the_screen(void **state)
{
    static const struct size sizes[] = {{1024, 768}, {1280, 800}, {1920, 1080}, {1080, 1920}, {3840, 2160}, {768, 1024}, {2160, 3840}};

    (void)state;
    for (size_t s = 0; s < COUNTOF(sizes); s++) {
        struct visitor v;

        visitor_come(&v, sizes[s], "home");
        for (int mode = 0; mode < 4; mode++) {
            for (int i = 0; i <= v.exhibit->panel_count; i++) {
                check_inside(visitor_frame(&v), stage_scene(v.stage));
                check_apart(&v);
                visitor_key(&v, KEY_RIGHT);
                if (i == 0)
                    visitor_swipe(&v, (struct point){(float)sizes[s].w * 0.8F, 300}, (struct point){(float)sizes[s].w * 0.3F, 300}, 200);
                visitor_wait(&v, 1000);
                visitor_log(&v);
            }
            visitor_key(&v, KEY_HOME);
            visitor_key(&v, KEY_LANGUAGE);
            if (mode == 1)
                visitor_key(&v, KEY_TEXT_SIZE);
            visitor_wait(&v, 1000);
        }
        visitor_leave(&v);
    }
}

/* A body line holds 45 to 55 letters where there is room for it, counted over full lines at normal size on the declared screen. */
static void lines_are_a_good_length(void **state)
{
    struct visitor v;
    int letters = 0, lines = 0, line = 0, baseline = 0;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/copper-vote");

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
        static const enum action_kind keys[] = {ACTION_HOME, ACTION_NEXT, ACTION_PREVIOUS, ACTION_TEXT_SIZE, ACTION_CONTRAST};
        float px_per_mm;

        visitor_come(&v, sizes[s], "panel/copper-vote");
        px_per_mm = look_px_per_mm(&v.exhibit->screen, sizes[s]);
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
        cmocka_unit_test(golden_draw_lists),
        cmocka_unit_test(golden_panels),
        cmocka_unit_test(tall_panels_keep_their_pictures),
        cmocka_unit_test(nothing_leaves_the_screen),
        cmocka_unit_test(lines_are_a_good_length),
        cmocka_unit_test(targets_are_large_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
