/* Words stand on a ground of their own, whatever picture is behind it: one colour beneath all of the letters, or over a picture a veil so
 * thick that they can be read where that is white and where it is black (WCAG 2.2, 1.4.3). So no picture decides whether its words can be
 * read. */
#include "film/order.h"
#include "staging/state.h"
#include "stage/stage.h"
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}};
static const double TEXT_CONTRAST = 4.5;

enum { TOUCH_PX = 2 };

/* One way to see the exhibit. */
struct view {
    struct visitor *v;
    struct scene_ref ref;
    int words;
};

static bool holds(struct rect outer, struct rect inner)
{
    struct rect common = rect_common(outer, inner);

    return common.w + TOUCH_PX >= inner.w && common.h + TOUCH_PX >= inner.h;
}

static bool meets(struct rect one, struct rect other)
{
    struct rect common = rect_common(one, other);

    return common.w > TOUCH_PX && common.h > TOUCH_PX;
}

/* From the height of capitals to half of the descent. */
static struct rect letters_of(const struct draw_command *words)
{
    const struct measure measure = fake_measure(NULL);
    struct face_metrics metrics = measure.metrics(measure.context, words->text.type);

    return (struct rect){words->rect.x, words->text.baseline_px - metrics.cap_px, words->rect.w, metrics.cap_px + metrics.descent_px / 2};
}

static void fail_at(const struct view *view, const struct draw_command *words, const char *what, double contrast)
{
    char name[SCENE_NAME_BYTES];

    scene_name(view->v->exhibit, view->ref, false, name);
    fail_msg("%s%s%s, %dx%d, %s: \"%.*s\" %s (%.1f:1)", name, view->ref.ops->part ? " " : "",
             view->ref.ops->part ? view->ref.ops->part : "", view->v->screen.w, view->v->screen.h,
             settings_told(view->v->stage->arena, stage_settings(view->v->stage)), int_min(40, words->text.length), words->text.text, what,
             contrast);
}

/* The word of a key of the bar that leads nowhere here, of which WCAG asks nothing. */
static bool is_inactive(const struct view *view, struct rect letters)
{
    const struct page *bar = &view->v->stage->bar;

    if (!holds(view->v->stage->style.bar, letters))
        return false;
    for (int i = 0; i < bar->target_count; i++)
        if (meets(bar->targets[i].rect, letters))
            return false;
    return true;
}

/* What is seen of a command of the list. */
static struct rect seen_of(const struct draw_list *list, int at)
{
    for (int i = at - 1; i >= 0; i--)
        if (list->commands[i].kind == DRAW_CLIP)
            return rect_is_empty(list->commands[i].rect) ? list->commands[at].rect
                                                         : rect_common(list->commands[i].rect, list->commands[at].rect);
    return list->commands[at].rect;
}

/* The contrast of the letters where what lies below command `from` is that colour: veils above it are looked through. */
static double contrast_over(const struct draw_list *list, int from, int at, struct colour below)
{
    struct rect letters = letters_of(&list->commands[at]);

    for (int i = from + 1; i < at; i++)
        if (list->commands[i].kind == DRAW_FILL && holds(seen_of(list, i), letters))
            below = colour_under(below, list->commands[i].colour, list->commands[i].colour.a);
    return colour_contrast(list->commands[at].colour, below);
}

/* What lies right beneath, down to the ground that holds all of the letters. */
static void look_beneath(struct view *view, const struct draw_list *list, int at)
{
    static const struct colour white = {255, 255, 255, 255}, black = {0, 0, 0, 255};
    const struct draw_command *words = &list->commands[at];
    struct rect letters = rect_common(letters_of(words), seen_of(list, at));
    double contrast = -1;

    if (rect_is_empty(letters) || is_inactive(view, letters))
        return;
    view->words++;
    for (int i = at - 1; i >= 0 && contrast < 0; i--) {
        const struct draw_command *beneath = &list->commands[i];
        struct rect seen = seen_of(list, i);

        if (beneath->kind == DRAW_PICTURE && meets(seen, letters))
            contrast = fmin(contrast_over(list, i, at, white), contrast_over(list, i, at, black));
        else if (beneath->kind == DRAW_FILL && beneath->colour.a == 255 && holds(seen, letters))
            contrast = contrast_over(list, i, at, beneath->colour);
    }
    if (contrast < TEXT_CONTRAST)
        fail_at(view, words, contrast < 0 ? "has no ground" : "is too near to its ground", contrast);
}

static void look_at_list(struct view *view, const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT)
            look_beneath(view, list, i);
}

static void look_at(struct view *view, struct settings settings, int attract_item)
{
    struct visitor *v = view->v;
    struct scene_ref below = scene_below(v->exhibit, view->ref);
    char name[SCENE_NAME_BYTES];
    struct stage_setup setup = {.exhibit = v->exhibit,
                                .measure = fake_measure(NULL),
                                .screen = v->screen,
                                .start = name,
                                .settings = settings,
                                .attract_item = attract_item,
                                .unlocked = true,
                                .now_ms = v->now_ms};

    scene_name(v->exhibit, below.ops ? below : view->ref, false, name);
    if (below.ops)
        setup.overlay = view->ref;
    stage_destroy(v->stage);
    v->stage = stage_create(&setup);
    assert_non_null(v->stage);
    const struct frame *frame = visitor_frame(v);

    for (int i = 0; i < frame->layer_count; i++)
        look_at_list(view, &frame->layers[i].list);
    for (int i = 0; i < frame->over_count; i++)
        look_at_list(view, &frame->over[i]);
}

/* Every scene, and all that attract shows, in a set of colours and a size of letters; languages take turns. */
static int look_at_all(struct visitor *v, struct settings settings)
{
    struct view view = {.v = v};
    int turn = 0;

    for (int s = 0; scenes[s]; s++)
        for (int i = 0; i < scene_items(scenes[s], v->exhibit); i++) {
            view.ref = (struct scene_ref){scenes[s], i};
            settings.language = turn++ % v->exhibit->language_count;
            if (view.ref.ops != &scene_attract && scene_exists(v->exhibit, view.ref))
                look_at(&view, settings, 0);
        }
    view.ref = (struct scene_ref){&scene_attract, 0};
    for (int i = 0; i < film_items(v->exhibit); i++) {
        settings.language = turn++ % v->exhibit->language_count;
        if (film_shows(v->exhibit, i))
            look_at(&view, settings, i);
    }
    return view.words;
}

static void words_have_a_ground_of_their_own(void **state)
{
    static const char *const exhibits[] = {NULL, "."};
    static const int sizes[][2] = {{TEXT_USUAL, CONTRAST_USUAL}, {TEXT_LARGE, CONTRAST_DARK}, {TEXT_LARGEST, CONTRAST_HIGH}};

    (void)state;
    for (size_t e = 0; e < COUNTOF(exhibits); e++)
        for (size_t s = 0; s < COUNTOF(SCREENS); s++) {
            struct visitor v;

            visitor_come_as(&v, &(struct visitor_plan){.screen = SCREENS[s], .start = "home", .exhibit = exhibits[e]});
            for (size_t i = 0; i < COUNTOF(sizes); i++) {
                struct settings settings = {.language = 0};

                settings.level[SETTING_TEXT] = sizes[i][0];
                settings.level[SETTING_CONTRAST] = sizes[i][1];
                assert_true(look_at_all(&v, settings) > 10 * v.exhibit->panel_count);
            }
            visitor_leave(&v);
        }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(words_have_a_ground_of_their_own)};

    return cmocka_run_group_tests_name("grounds", tests, NULL, NULL);
}
