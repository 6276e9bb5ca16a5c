/* Scene by scene, language by language; files are read again only for what is found, so that a sound exhibit is read once. */
#include "audit/audit_state.h"

#include "exhibit/blocks.h"
#include "yaml/locate.h"
#include "timeline/timeline.h"

#include <stdlib.h>
#include <string.h>

/* From the contract with visitors: least contrast of text and of body text (WCAG 2.1, 1.4.3 and 1.4.6), and large letters. */
static const double TEXT_CONTRAST = 4.5, BODY_CONTRAST = 7, LETTER_ARCMIN_LARGE = 42;

/* ---- pages ---- */

static struct scene begin_page(struct surveyor *s, int language, int item)
{
    *s->page = (struct page){0};
    return (struct scene){
        .exhibit = s->audit->exhibit,
        .style = &s->style,
        .measure = &s->audit->measure,
        .arena = s->arena,
        .page = s->page,
        .language = language,
        .item = item,
        .step = -1,
    };
}

/* A page above the bar. */
static void end_above_bar(struct surveyor *s, struct location place)
{
    audit_page(s, &(struct sight){.place = place, .bounds = s->style.page});
}

static void end_screen(struct surveyor *s, struct location place)
{
    audit_page(s, &(struct sight){.place = place, .bounds = {0, 0, s->style.screen.w, s->style.screen.h}});
}

/* Of its chart or map; no file where it has none. */
static struct origin block_origin(const struct panel *panel)
{
    return panel->chart ? panel->chart->origin : panel->map ? panel->map->origin : (struct origin){0};
}

/* Of a headline; NULL if it stands. */
static const char *title_fault(struct panel_fit fit)
{
    if (fit.broken_word)
        return "a word of this headline is too long for a line; write a shorter word";
    if (fit.overflows)
        return "this headline leaves no room for what stands below it; shorten it";
    return fit.plain && fit.headline ? "the picture gives way to this headline; shorten it" : NULL;
}

static const char *body_fault(const struct surveyor *s, struct panel_fit fit)
{
    if (fit.plain)
        return "the picture gives way to this text; shorten it, or choose a layout with more room";
    if (fit.scrolls)
        return "this text is too long for its place even in the smallest type, so visitors must scroll; shorten it, or move a part of it "
               "to "
               "\"more\"";
    if (fit.body_percent < 100)
        return arena_printf(s->arena,
                            "this text is too long for its place and is set at %d %% of its size; shorten it, or choose a layout with more "
                            "room",
                            fit.body_percent);
    return NULL;
}

/* Without what it says of words that the layout has no place for: that is told of elsewhere. */
static struct panel_fit fit_of_places(const struct surveyor *s, const struct panel *panel, struct panel_fit fit)
{
    const struct plans *plans = &s->audit->exhibit->layouts[panel->layout];
    const struct plan *plan = s->style.portrait ? &plans->portrait : &plans->landscape;

    bool no_title = !plan_has(plan, PART_TITLE), no_body = panel->body.in && !plan_has(plan, PART_BODY);

    if (no_title)
        fit.broken_word = fit.headline = false;
    if (no_body)
        fit.plain = fit.scrolls = fit.overflows = false;
    if (no_title || no_body) /* a body steps down for a headline without a place, too */
        fit.body_percent = 100;
    return fit;
}

/* Large text may step down and scroll: visitors asked for it. A chart or map that is taller than the words is what they give way to. */
static void check_fit(struct surveyor *s, const struct scene *scene, struct panel_fit fit)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const char *language = scene->exhibit->languages[scene->language];
    const char *of_title = fit.crowded && !fit.broken_word ? NULL : title_fault(fit), *of_body = s->style.large ? NULL : body_fault(s, fit);

    if (of_title)
        audit_warn_seen(s, audit_origin(s, audit_key(panel->origin.file, "title", language)), of_title);
    else if (fit.crowded && (of_body || fit.overflows))
        audit_warn_seen(s, block_origin(panel),
                        "it needs more room than the panel has, so the picture or the words give way; show less, or choose a layout with "
                        "more room");
    else if (of_body)
        audit_warn_seen(s, audit_origin(s, audit_key(panel->origin.file, "body", language)), of_body);
}

/* The card is there only where the panel has something for it. */
static bool has_card(const struct panel *panel, enum card_kind kind)
{
    return (kind != CARD_MORE || panel->more.in) && (kind != CARD_DIFFERENCE || panel->difference.record.in);
}

static void audit_panel(struct surveyor *s, int language, int item)
{
    static const enum card_kind cards[] = {CARD_MORE, CARD_DIFFERENCE, CARD_DESCRIPTION};
    static const char *const keys[] = {"more", "difference", "picture"};
    const struct panel *panel = &s->audit->exhibit->panels[item];
    const char *file = panel->origin.file;
    struct scene scene = begin_page(s, language, item);
    struct panel_fit fit = fit_of_places(s, panel, panel_fit(&scene));
    struct sight sight = {
        .place = audit_key(file, "title", NULL), .bounds = s->style.page, .block = fit.block, .block_origin = block_origin(panel)};

    check_fit(s, &scene, fit);
    panel_fill(&scene);
    audit_page(s, &sight);
    for (size_t i = 0; i < COUNTOF(cards); i++) {
        if (!has_card(panel, cards[i]))
            continue;
        scene = begin_page(s, language, item);
        card_fill(&scene, cards[i]);
        end_screen(s, audit_key(file, keys[i], NULL));
    }
}

static void audit_card(struct surveyor *s, int language, int item, enum card_kind kind)
{
    struct scene scene = begin_page(s, language, item);
    struct origin origin = kind == CARD_TERM ? scene.exhibit->terms[item].origin : scene.exhibit->events[item].origin;

    card_fill(&scene, kind);
    end_screen(s, (struct location){.file = origin.file, .known = origin});
}

/* The axis at several scales about the event in the middle. */
static void audit_axis(struct surveyor *s, int language)
{
    enum { SCALES = 5, CLOSER = 6 };
    const struct exhibit *exhibit = s->audit->exhibit;
    struct timeline_interval limits = timeline_motion_limits(exhibit);
    struct timeline_window window = {limits.from, limits.to - limits.from};
    double middle = timeline_event_day(&exhibit->events[exhibit->event_count / 2]);
    struct timeline_labels *labels = timeline_labels_create();

    for (int i = 0; i < SCALES && window.days > 1; i++) {
        struct scene scene = begin_page(s, language, 0);

        timeline_fill(&scene, &(struct timeline_state){.window = window, .focus = -1, .labels = labels});
        end_above_bar(s, audit_key("config/timeline.yaml", "events", NULL));
        window.days /= CLOSER;
        window.start = middle - window.days / 2;
    }
    timeline_labels_destroy(labels);
}

/* Which titles the timeline shows depends on the zoom: all of them are looked at. */
static void audit_timeline(struct surveyor *s, int language)
{
    const struct exhibit *exhibit = s->audit->exhibit;

    if (exhibit->event_count == 0)
        return;
    audit_axis(s, language);
    for (int i = 0; i < exhibit->event_count; i++) {
        const char *title = text_in(exhibit->events[i].title, language);

        audit_card(s, language, i, CARD_EVENT);
        if (timeline_event_heads_list(exhibit, i))
            audit_card(s, language, i, CARD_EVENTS);
        audit_letters(s, "config/timeline.yaml", FACE_BOLD, title, (int)strlen(title));
        audit_letters(s, "config/timeline.yaml", FACE_TEXT, title, (int)strlen(title));
    }
    for (int i = 0; i < exhibit->era_count; i++) {
        const char *title = text_in(exhibit->eras[i].title, language);

        audit_letters(s, "config/timeline.yaml", FACE_BOLD, title, (int)strlen(title));
        audit_letters(s, "config/timeline.yaml", FACE_HEADLINE, title, (int)strlen(title));
    }
}

/* What is told between the pages. */
static void audit_notices(struct surveyor *s, int language)
{
    struct scene scene;

    for (int i = 0; i < s->audit->exhibit->notice_count; i++) {
        scene = begin_page(s, language, 0);
        notice_fill(&scene, 1u << i);
        end_above_bar(s, audit_key("config/exhibit.yaml", "notices", NULL));
    }
    scene = begin_page(s, language, 0);
    countdown_fill(&scene, 1);
    end_screen(s, audit_key("config/words.yaml", s->audit->exhibit->languages[language], "still_reading"));
}

/* The bar of a panel and of the timeline. */
static void audit_bars(struct surveyor *s, int language)
{
    const struct exhibit *exhibit = s->audit->exhibit;
    struct location words = audit_key("config/words.yaml", exhibit->languages[language], NULL);
    struct scene scene = begin_page(s, language, 0);

    bar_fill(&scene, &(struct bar){.panel = 0, .previous = ACTION_PREVIOUS, .next = ACTION_NEXT});
    end_screen(s, words);
    if (exhibit->event_count == 0)
        return;
    scene = begin_page(s, language, 0);
    bar_fill(&scene, &(struct bar){.panel = -1, .previous = ACTION_BACK, .next = ACTION_NEXT, .hint = page_words(&scene)->timeline_hint});
    end_screen(s, words);
}

static void audit_home(struct surveyor *s, int language)
{
    struct location chapters = audit_key("config/exhibit.yaml", "chapters", NULL);
    struct scene scene = begin_page(s, language, 0);

    home_fill(&scene);
    if (scene.page->scroll.max_px > 0 && !s->style.large)
        audit_warn_seen(s, audit_origin(s, chapters),
                        "so many chapters, or such long titles, do not stand at once, so visitors must scroll at home");
    end_above_bar(s, chapters);
}

static void audit_language(struct surveyor *s, int language)
{
    const struct exhibit *exhibit = s->audit->exhibit;
    struct scene scene;

    audit_bars(s, language); /* first: they tell whether the screen is too small for all that follows */
    audit_home(s, language);
    for (int step = 0; step < attract_steps(exhibit); step++) {
        if (attract_panel(exhibit, step) >= 0)
            continue;
        scene = begin_page(s, language, step);
        attract_fill(&scene);
        end_screen(s, audit_key("config/exhibit.yaml", "title", exhibit->languages[language]));
    }
    if (exhibit->colophon.in) {
        scene = begin_page(s, language, 0);
        card_fill(&scene, CARD_COLOPHON);
        end_screen(s, audit_key("config/exhibit.yaml", "colophon", NULL));
    }
    if (exhibit->language_count > 2) {
        scene = begin_page(s, language, 0);
        card_fill(&scene, CARD_LANGUAGES);
        end_screen(s, audit_key("config/words.yaml", exhibit->languages[language], "language_name"));
    }
    audit_notices(s, language);
    for (int i = 0; i < exhibit->panel_count; i++)
        audit_panel(s, language, i);
    for (int i = 0; i < exhibit->term_count; i++)
        audit_card(s, language, i, CARD_TERM);
    audit_timeline(s, language);
}

/* ---- theme ---- */

static void check_contrast(struct surveyor *s, const char *set, const struct theme_colours *colours)
{
    const struct {
        const char *key, *ground;
        struct colour colour, behind;
        double least;
    } pairs[] = {
        {"ink", "paper", colours->ink, colours->paper, BODY_CONTRAST},
        {"muted", "paper", colours->muted, colours->paper, TEXT_CONTRAST},
        {"record", "paper", colours->record, colours->paper, TEXT_CONTRAST},
        {"argument", "paper", colours->argument, colours->paper, TEXT_CONTRAST},
        {"bar_text", "bar", colours->bar_text, colours->bar, TEXT_CONTRAST},
    };

    for (size_t i = 0; i < COUNTOF(pairs); i++) {
        double contrast = colour_contrast(pairs[i].colour, pairs[i].behind);

        if (contrast < pairs[i].least)
            audit_warn(s, audit_origin(s, audit_key("config/theme.yaml", set, pairs[i].key)),
                       arena_printf(s->arena,
                                    "the contrast to \"%s\" is %.1f:1, and at least %.1f:1 is needed to read it; move the two apart",
                                    pairs[i].ground, contrast, pairs[i].least));
    }
}

static void check_letter_size(struct surveyor *s, const char *key, double arcmin, double least)
{
    if (arcmin < least)
        audit_warn(s, audit_origin(s, audit_key("config/theme.yaml", key, NULL)),
                   arena_printf(s->arena, "%.0f minutes of arc are too small to read with ease where visitors stand; at least %.0f", arcmin,
                                least));
}

void audit_make(const struct audit *audit, struct findings *findings)
{
    const struct theme *theme = &audit->exhibit->theme;
    struct surveyor *s = mem_alloc(sizeof(*s));

    *s = (struct surveyor){.audit = audit, .findings = findings, .arena = arena_create(), .page = mem_alloc(sizeof(*s->page))};
    check_contrast(s, "normal", &theme->normal);
    check_contrast(s, "contrast", &theme->contrast);
    check_letter_size(s, "letter_arcmin", theme->letter_arcmin, LETTER_ARCMIN);
    check_letter_size(s, "letter_arcmin_large", theme->letter_arcmin_large, LETTER_ARCMIN_LARGE);
    arena_reset(s->arena);
    for (int large = 0; large < 2; large++) {
        struct style_setup setup = {.exhibit = audit->exhibit, .measure = &audit->measure, .screen = audit->screen, .large = large > 0};

        style_make(&s->style, &setup);
        for (int i = 0; i < audit->exhibit->language_count; i++)
            audit_language(s, i);
    }
    findings_sort(findings);
    free(s->page);
    arena_destroy(s->arena);
    free(s);
}
