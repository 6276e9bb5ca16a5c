/* Every page of every language in both text sizes is filled and looked at. */
#include "audit/audit.h"

#include "audit/crowding.h"
#include "audit/inspect.h"
#include "audit/letters.h"
#include "audit/theme.h"
#include "blocks/blocks.h"
#include "scene/attract.h"
#include "scene/bar.h"
#include "scene/notice.h"
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
    };
}

/* Looks at a page that stands above the bar. */
static void end_above_bar(struct auditor *a, struct source source)
{
    inspect_page(a, &(struct inspection){.source = source, .bounds = a->style.page});
}

/* Looks at a page that fills the screen. */
static void end_screen(struct auditor *a, struct source source)
{
    inspect_page(a, &(struct inspection){.source = source, .bounds = {0, 0, a->style.screen.w, a->style.screen.h}});
}

static void audit_panel(struct auditor *a, int language, int item)
{
    static const struct scene_ops *const cards[] = {&scene_more, &scene_difference, &scene_description};
    static const char *const keys[] = {"more", "difference", "picture"};
    const struct panel *panel = &a->setup->exhibit->panels[item];
    const char *file = panel->origin.file;
    struct scene scene = begin_page(a, language, item);
    struct inspection inspection = {
        .source = source_key(file, "title", NULL),
        .bounds = a->style.page,
        .block = crowding_check(a, &scene),
        .block_origin = blocks_origin(panel),
    };

    scene_panel.fill(&scene);
    inspect_page(a, &inspection);
    for (size_t i = 0; i < COUNTOF(cards); i++) {
        if (cards[i] != &scene_description && !scene_exists(a->setup->exhibit, (struct scene_ref){cards[i], item}))
            continue;
        scene = begin_page(a, language, item);
        cards[i]->fill(&scene);
        end_screen(a, source_key(file, keys[i], NULL));
    }
}

static void audit_card(struct auditor *a, int language, struct scene_ref card)
{
    struct scene scene = begin_page(a, language, card.item);
    struct origin origin = card.ops == &scene_term ? scene.exhibit->terms[card.item].origin : scene.exhibit->events[card.item].origin;

    card.ops->fill(&scene);
    end_screen(a, (struct source){.file = origin.file, .known = origin});
}

/* The axis at several scales about the event in the middle. */
static void audit_axis(struct auditor *a, int language)
{
    enum { SCALES = 5, CLOSER = 6 };
    const struct exhibit *exhibit = a->setup->exhibit;
    struct timeline_interval limits = timeline_motion_limits(exhibit);
    struct timeline_window window = {limits.from, limits.to - limits.from};
    double middle = timeline_event_day(&exhibit->events[exhibit->event_count / 2]);
    struct timeline_labels *labels = timeline_labels_create();

    for (int i = 0; i < SCALES && window.days > 1; i++) {
        struct scene scene = begin_page(a, language, 0);

        timeline_fill(&scene, &(struct timeline_state){.window = window, .focus = -1, .labels = labels});
        end_above_bar(a, source_key("config/timeline.yaml", "events", NULL));
        window.days /= CLOSER;
        window.start = middle - window.days / 2;
    }
    timeline_labels_destroy(labels);
}

static void check_title(struct auditor *a, enum face face, const char *title)
{
    letters_check(a, "config/timeline.yaml", (struct draw_text){.type = {.face = face}, .text = title, .length = (int)strlen(title)});
}

/* Which titles the timeline shows depends on the zoom: the letters of all of them are looked at. */
static void audit_timeline(struct auditor *a, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    if (exhibit->event_count == 0)
        return;
    audit_axis(a, language);
    for (int i = 0; i < exhibit->event_count; i++) {
        const char *title = text_in(exhibit->events[i].title, language);

        audit_card(a, language, (struct scene_ref){&scene_event, i});
        if (timeline_event_heads_list(exhibit, i))
            audit_card(a, language, (struct scene_ref){&scene_events, i});
        check_title(a, FACE_BOLD, title);
        check_title(a, FACE_TEXT, title);
    }
    for (int i = 0; i < exhibit->era_count; i++) {
        const char *title = text_in(exhibit->eras[i].title, language);

        check_title(a, FACE_BOLD, title);
        check_title(a, FACE_HEADLINE, title);
    }
}

/* What is told between the pages. */
static void audit_notices(struct auditor *a, int language)
{
    struct scene scene;

    for (int i = 0; i < a->setup->exhibit->notice_count; i++) {
        scene = begin_page(a, language, 0);
        notice_fill(&scene, 1u << i);
        end_above_bar(a, source_key("config/exhibit.yaml", "notices", NULL));
    }
    scene = begin_page(a, language, 0);
    countdown_fill(&scene, 1);
    end_screen(a, source_key("config/words.yaml", a->setup->exhibit->languages[language], "still_reading"));
}

/* The bar of a panel and of the timeline. */
static void audit_bars(struct auditor *a, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    struct source words = source_key("config/words.yaml", exhibit->languages[language], NULL);
    struct scene scene = begin_page(a, language, 0);

    bar_fill(&scene, &(struct bar){.panel = 0, .previous = ACTION_PREVIOUS, .next = ACTION_NEXT});
    end_screen(a, words);
    if (exhibit->event_count == 0)
        return;
    scene = begin_page(a, language, 0);
    bar_fill(&scene, &(struct bar){.panel = -1, .previous = ACTION_BACK, .next = ACTION_NEXT, .hint = page_words(&scene)->timeline_hint});
    end_screen(a, words);
}

static void audit_home(struct auditor *a, int language)
{
    struct source chapters = source_key("config/exhibit.yaml", "chapters", NULL);
    struct scene scene = begin_page(a, language, 0);

    scene_home.fill(&scene);
    if (scene.page->scroll.max_px > 0 && !a->style.large)
        auditor_warn_of_screen(a, source_origin(a, chapters),
                               "so many chapters, or such long titles, do not stand at once, so visitors must scroll at home");
    end_above_bar(a, chapters);
}

static void audit_language(struct auditor *a, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    struct scene scene;

    audit_bars(a, language); /* first: they tell whether the screen is too small for all that follows */
    audit_home(a, language);
    for (int step = 0; step < attract_steps(exhibit); step++) {
        if (attract_panel(exhibit, step) >= 0)
            continue;
        scene = begin_page(a, language, step);
        scene_attract.fill(&scene);
        end_screen(a, source_key("config/exhibit.yaml", "title", exhibit->languages[language]));
    }
    if (exhibit->colophon.in) {
        scene = begin_page(a, language, 0);
        scene_colophon.fill(&scene);
        end_screen(a, source_key("config/exhibit.yaml", "colophon", NULL));
    }
    if (exhibit->language_count > 2) {
        scene = begin_page(a, language, 0);
        scene_languages.fill(&scene);
        end_screen(a, source_key("config/words.yaml", exhibit->languages[language], "language_name"));
    }
    audit_notices(a, language);
    for (int i = 0; i < exhibit->panel_count; i++)
        audit_panel(a, language, i);
    for (int i = 0; i < exhibit->term_count; i++)
        audit_card(a, language, (struct scene_ref){&scene_term, i});
    audit_timeline(a, language);
}

/* The usual size comes first, so that large text is blamed only for what it adds. */
void audit_run(const struct audit_setup *setup, struct findings *findings)
{
    struct auditor *a = mem_alloc(sizeof(*a));

    *a = (struct auditor){.setup = setup, .findings = findings, .arena = arena_create(), .page = mem_alloc(sizeof(*a->page))};
    theme_check(a);
    for (int large = 0; large < 2; large++) {
        struct style_setup style = {.exhibit = setup->exhibit, .measure = &setup->measure, .screen = setup->screen, .large = large > 0};

        style_make(&a->style, &style);
        for (int i = 0; i < setup->exhibit->language_count; i++)
            audit_language(a, i);
    }
    findings_sort(findings);
    free(a->page);
    arena_destroy(a->arena);
    free(a);
}
