/* Every page of every language in all text sizes is filled and looked at. */
#include "audit/audit.h"

#include "audit/covering.h"
#include "audit/crowding.h"
#include "audit/inspect.h"
#include "audit/letters.h"
#include "audit/posters.h"
#include "audit/reach.h"
#include "audit/sharpness.h"
#include "audit/theme.h"
#include "audit/unseen.h"
#include "blocks/blocks.h"
#include "film/attract.h"
#include "scene/bar.h"
#include "notice/notice.h"
#include "page/aloud.h"
#include "page/setting.h"
#include "scene/picture.h"
#include "timeline/timeline.h"

#include <stdlib.h>
#include <string.h>

static struct scene begin_page(struct auditor *a, int language, int item)
{
    *a->page = (struct page){0};
    return (struct scene){
        .exhibit = a->setup->exhibit,
        .style = &a->style,
        .measure = &a->setup->measure,
        .arena = a->arena,
        .page = a->page,
        .language = language,
        .item = item,
        .step = -1,
        .aloud = aloud_usual(a->setup->exhibit),
    };
}

static void inspect_above_bar(struct auditor *a, struct origin origin)
{
    inspect_page(a, &(struct inspection){.origin = origin, .bounds = a->style.page});
}

static void inspect_screen(struct auditor *a, struct origin origin)
{
    inspect_page(a, &(struct inspection){.origin = origin, .bounds = {0, 0, a->style.screen.w, a->style.screen.h}});
}

/* ---- scenes that more is looked at of than one page ---- */

static void audit_panel(struct auditor *a, int language, int item)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    struct scene scene = begin_page(a, language, item);
    struct inspection inspection = {
        .origin = scene_panel.origin(exhibit, item, language),
        .bounds = a->style.page,
        .block = crowding_check(a, &scene),
        .block_origin = blocks_origin(&exhibit->panels[item]),
    };

    scene_panel.fill(&scene);
    covering_check(a, &scene, inspection.block);
    inspect_page(a, &inspection);
}

/* The axis at several scales about the event in the middle. */
static void audit_axis(struct auditor *a, int language, struct origin origin)
{
    enum { SCALES = 5, CLOSER = 6 };
    const struct exhibit *exhibit = a->setup->exhibit;
    struct axis_limits limits = axis_motion_limits(exhibit);
    struct axis_window window = {limits.from, limits.to - limits.from};
    double middle = axis_event_place(exhibit, exhibit->event_count / 2);
    struct timeline_labels *labels = timeline_labels_create();

    for (int i = 0; i < SCALES && window.days > limits.least; i++) {
        struct scene scene = begin_page(a, language, 0);

        timeline_fill(&scene, &(struct timeline_state){.window = window, .focus = -1, .labels = labels});
        inspect_above_bar(a, origin);
        window.days /= CLOSER;
        window.start = middle - window.days / 2;
    }
    timeline_labels_destroy(labels);
}

static void check_title(struct auditor *a, struct type type, const char *title)
{
    letters_check(a, "config/timeline.yaml", (struct draw_text){.type = type, .text = title, .length = (int)strlen(title)});
}

/* Which titles the timeline shows depends on the zoom: the letters of all of them are looked at. */
static void audit_timeline(struct auditor *a, int language, int item)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    const struct type text = {.face = FACE_TEXT, .language = (uint8_t)(language + 1)};
    const struct type bold = {.face = FACE_BOLD, .language = text.language}, headline = {.face = FACE_HEADLINE, .language = text.language};

    audit_axis(a, language, scene_timeline.origin(exhibit, item, language));
    for (int i = 0; i < exhibit->event_count; i++) {
        const char *title = text_in(exhibit->events[i].title, language);

        check_title(a, bold, title);
        check_title(a, text, title);
    }
    for (int i = 0; i < exhibit->era_count; i++) {
        const char *title = text_in(exhibit->eras[i].title, language);

        check_title(a, bold, title);
        check_title(a, headline, title);
    }
}

static void audit_home(struct auditor *a, int language, int item)
{
    struct origin origin = scene_home.origin(a->setup->exhibit, item, language);
    struct scene scene = begin_page(a, language, item);

    scene_home.fill(&scene);
    if (scene.page->scroll.max_px > 0 && !a->style.large)
        auditor_warn_of_screen(
            a, origin,
            CODED("home-scrolls") "so many chapters, or such long titles, do not stand at once, so visitors must scroll at home");
    inspect_above_bar(a, origin);
}

/* Its own pages; the others are those of panels and of the timeline. Whoever chooses larger text ends it by that, and it plays in the usual
 * one. */
static void audit_attract(struct auditor *a, int language, int item)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    for (item = 0; item < film_items(exhibit) && !a->style.large; item++) {
        struct film_shot shot = film_of_item(exhibit, item);
        struct scene scene = begin_page(a, language, item);
        struct origin origin = scene_attract.origin(exhibit, item, language);

        if (!film_shows(exhibit, item) || shot.kind == FILM_PAGE)
            continue;
        posters_check(a, &scene);
        scene_attract.fill(&scene);
        if (exhibit->panel_count > 0)
            attract_fill_bar(&scene);
        inspect_screen(a, origin);
    }
}

/* What shrinks there is the block's. A panel that shows its block itself has it on a card in large text alone. */
static void audit_data(struct auditor *a, int language, int item)
{
    const struct panel *panel = &a->setup->exhibit->panels[item];
    struct origin origin = scene_data.origin(a->setup->exhibit, item, language);
    struct rect screen = {0, 0, a->style.screen.w, a->style.screen.h};
    struct scene scene = begin_page(a, language, item);

    if (!a->style.large && blocks_first(panel) == blocks_on_card(panel))
        return;
    scene_data.fill(&scene);
    inspect_page(a, &(struct inspection){.origin = origin, .bounds = screen, .block = screen, .block_origin = origin});
}

/* As they open: all of each. */
static void audit_picture(struct auditor *a, int language, int item)
{
    for (int which = 0; which < scene_views(a->setup->exhibit, (struct scene_ref){&scene_picture, item}); which++) {
        struct scene scene = begin_page(a, language, item);

        scene.window = PICTURE_WHOLE;
        scene.window.which = which;
        scene_picture.fill(&scene);
        inspect_screen(a, scene_picture.origin(a->setup->exhibit, item, language));
    }
}

/* ---- all there is to see ---- */

static void look_at_scene(struct auditor *a, int language, struct scene_ref ref)
{
    static const struct {
        const struct scene_ops *ops;
        void (*audit)(struct auditor *a, int language, int item);
    } closely[] = {
        {&scene_attract, audit_attract}, {&scene_home, audit_home},         {&scene_panel, audit_panel},
        {&scene_picture, audit_picture}, {&scene_timeline, audit_timeline}, {&scene_data, audit_data},
    };
    struct origin origin = ref.ops->origin(a->setup->exhibit, ref.item, language);

    scene_name(a->setup->exhibit, ref, false, a->place);
    for (size_t i = 0; i < COUNTOF(closely); i++)
        if (closely[i].ops == ref.ops) {
            closely[i].audit(a, language, ref.item);
            return;
        }
    struct scene scene = begin_page(a, language, ref.item);

    ref.ops->fill(&scene);
    if (ref.ops->whole || ref.ops->place == PLACE_OVERLAY)
        inspect_screen(a, origin);
    else
        inspect_above_bar(a, origin);
}

static void audit_scenes(struct auditor *a, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    for (int s = 0; scenes[s]; s++)
        for (int i = 0; i < scene_items(scenes[s], exhibit); i++) {
            struct scene_ref ref = {scenes[s], i};

            if (scene_exists(exhibit, ref))
                look_at_scene(a, language, ref);
        }
}

/* EN 301 549, 11.2.2.1, and WCAG 2.2, 2.2.1: whoever is asked has 20 seconds to say that they are there. */
static void check_countdown(struct auditor *a)
{
    enum { LEAST_S = 20 };
    const struct exhibit *exhibit = a->setup->exhibit;

    if (exhibit->timing.countdown_s < LEAST_S)
        auditor_warn(
            a, scene_origin(exhibit, "config/exhibit.yaml", "timing", "countdown_s"),
            arena_printf(a->arena,
                         CODED("time-short") "countdown_s: %d seconds are too few for who must first find the key or is told of it "
                                             "by ear; write countdown_s: %d, or leave it out",
                         exhibit->timing.countdown_s, LEAST_S));
    arena_reset(a->arena);
}

/* What is no scene of its own, but stands in the place of others or above them. */
static void audit_notices(struct auditor *a, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    struct scene scene;

    for (int i = 0; i < exhibit->notice_count; i++) {
        scene = begin_page(a, language, 0);
        notice_fill(&scene, 1u << i);
        inspect_above_bar(a, scene_origin(exhibit, "config/exhibit.yaml", "notices", NULL));
    }
    for (int i = 0; i < exhibit->panel_count; i++) { /* which name what follows, and where Skip leads */
        if (exhibit->panels[i].notices == 0)
            continue;
        scene = begin_page(a, language, i);
        notice_fill(&scene, exhibit->panels[i].notices);
        inspect_above_bar(a, scene_origin(exhibit, "config/exhibit.yaml", "notices", NULL));
    }
    scene = begin_page(a, language, 0);
    countdown_fill(&scene, 1);
    inspect_screen(a, scene_origin(exhibit, "config/words.yaml", exhibit->languages[language], "still_reading"));
}

/* The bar of a panel and of the timeline. */
static void audit_bars(struct auditor *a, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    struct origin words = scene_origin(exhibit, "config/words.yaml", exhibit->languages[language], NULL);
    struct scene scene = begin_page(a, language, 0);

    bar_fill(&scene, &(struct bar){.place = 0, .previous = ACTION_PREVIOUS, .next = ACTION_NEXT});
    inspect_screen(a, words);
    if (exhibit->event_count == 0)
        return;
    scene = begin_page(a, language, 0);
    bar_fill(&scene,
             &(struct bar){
                 .place = -1, .previous = ACTION_BACK, .next = ACTION_NEXT, .all = ACTION_FIT, .hint = page_words(&scene)->timeline_hint});
    inspect_screen(a, words);
}

static struct auditor *begin(const struct audit_setup *setup, struct findings *findings)
{
    struct auditor *a = mem_alloc(sizeof(*a));

    *a = (struct auditor){.setup = setup, .findings = findings, .arena = arena_create(), .page = mem_alloc(sizeof(*a->page))};
    a->enlarged = mem_alloc(sizeof(*a->enlarged) * (size_t)setup->exhibit->picture_use_count);
    return a;
}

static void set_style(struct auditor *a, int text, int reach)
{
    struct style_setup setup = {
        .exhibit = a->setup->exhibit, .measure = &a->setup->measure, .screen = a->setup->screen, .settings.level[SETTING_TEXT] = text};

    setup.settings.level[SETTING_REACH] = setting_is_offered(setup.exhibit, SETTING_REACH);
    style_make(&a->style, &setup);
    a->reach = a->style.reach;
    setup.settings.level[SETTING_REACH] = reach;
    style_make(&a->style, &setup);
}

/* What is otherwise for a visitor who has asked for low reach: a key more in the bar, and cards that leave it in reach. Last, so that it is
 * blamed only for what it adds. */
static void audit_reach(struct auditor *a, int text)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    if (!setting_is_offered(exhibit, SETTING_REACH))
        return;
    set_style(a, text, 1);
    for (int language = 0; language < exhibit->language_count && a->style.reach.parts > 0; language++) {
        audit_bars(a, language);
        for (int i = 0; i < exhibit->panel_count; i++)
            if (scene_exists(exhibit, (struct scene_ref){&scene_data, i}))
                look_at_scene(a, language, (struct scene_ref){&scene_data, i});
    }
}

static void end(struct auditor *a)
{
    findings_sort(a->findings);
    free(a->enlarged);
    free(a->page);
    arena_destroy(a->arena);
    free(a);
}

void audit_scene(const struct audit_setup *setup, struct scene_ref ref, int language, struct findings *findings)
{
    struct auditor *a = begin(setup, findings);

    for (int text = 0; text < setting_levels(SETTING_TEXT); text++) {
        set_style(a, text, 0);
        look_at_scene(a, language, ref);
    }
    sharpness_report(a);
    reach_report(a);
    end(a);
}

/* Either way up. */
static bool is_declared(const struct audit_setup *setup)
{
    const struct screen *screen = &setup->exhibit->screen;
    struct size size = setup->screen;

    return (size.w == screen->width_px && size.h == screen->height_px) || (size.w == screen->height_px && size.h == screen->width_px);
}

/* The largest text asks much of a screen: it is looked at on the one that stands there. The usual size comes first, so that large text is
 * blamed only for what it adds. */
void audit_run(const struct audit_setup *setup, struct findings *findings)
{
    struct auditor *a = begin(setup, findings);

    theme_check(a);
    check_countdown(a);
    unseen_check(a);
    unseen_check_easy(a);
    unseen_check_simple(a);
    for (int text = 0; text < setting_levels(SETTING_TEXT) && (text < TEXT_LARGEST || is_declared(setup)); text++) {
        set_style(a, text, 0);
        if (text == TEXT_LARGE)
            theme_check_large(a);
        for (int i = 0; i < setup->exhibit->language_count; i++) {
            audit_bars(a, i); /* first: they tell whether the screen is too small for all that follows */
            audit_notices(a, i);
            audit_scenes(a, i);
        }
        audit_reach(a, text);
    }
    sharpness_report(a);
    reach_report(a);
    end(a);
}
