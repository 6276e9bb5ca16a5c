/* Scene by scene, language by language; files are read again only for what is found, so that a sound exhibit is read once. */
#include "scene/survey.h"

#include "base/utf8.h"
#include "exhibit/locate.h"

#include <stdlib.h>
#include <string.h>

/* Lengths from the contract with visitors: least contrast of text and of body text (WCAG 2.1, 1.4.3 and 1.4.6), letters as seen from where
 * visitors stand, and fingertips. */
static const double TEXT_CONTRAST = 4.5, BODY_CONTRAST = 7, LETTER_ARCMIN = 20, LETTER_ARCMIN_LARGE = 42;
static const int TARGET_LEAST_MM = 15;

enum { MISSING_MAX = 64 }; /* letters told of; a face that lacks more is the wrong face */

struct surveyor {
    const struct survey *survey;
    struct findings *findings;
    struct arena *arena;
    struct look look;
    struct page *page;
    struct missing {
        enum face face;
        uint32_t code;
    } missing[MISSING_MAX];
    int missing_count;
    bool told_target;
};

/* Where a key stands: file and path of keys. */
struct place {
    const char *file;
    const char *keys[3];
};

static void warn(const struct surveyor *s, struct origin at, const char *message)
{
    findings_add(s->findings, FINDING_WARNING, at.file, at.line, at.column, "%s", message);
}

static void warn_at(const struct surveyor *s, struct place place, const char *message)
{
    warn(s, locate_key(s->survey->files, place.file, place.keys), message);
}

static const char *screen_text(const struct surveyor *s)
{
    return arena_printf(s->arena, "%dx%d", s->look.screen.w, s->look.screen.h);
}

/* ---- letters ---- */

static const char *const FACE_KEYS[FACE_COUNT] = {"headline", "text", "bold", "italic"};

/* The file that holds a letter: the one it was seen in, else one of those whose texts may stand on any page. */
static struct origin letter_origin(const struct surveyor *s, const char *file, uint32_t code)
{
    const char *const files[] = {file, "config/exhibit.yaml", "config/words.yaml", "config/timeline.yaml", "config/glossary.yaml"};

    for (size_t i = 0; i < COUNTOF(files); i++) {
        struct origin at = locate_letter(s->survey->files, files[i], code);

        if (at.line > 0)
            return at;
    }
    return (struct origin){file, 0, 0};
}

static void check_letter(struct surveyor *s, const char *file, enum face face, uint32_t code)
{
    char letter[5] = {0};

    for (int i = 0; i < s->missing_count; i++)
        if (s->missing[i].face == face && s->missing[i].code == code)
            return;
    if (s->missing_count == MISSING_MAX || s->survey->has_letter(s->survey->letters, face, code))
        return;
    s->missing[s->missing_count++] = (struct missing){face, code};
    utf8_put(letter, code);
    warn(s, letter_origin(s, file, code),
         arena_printf(s->arena,
                      "the letter \"%s\" (U+%04X) is in no font of the list \"%s\" in config/theme.yaml, so visitors see an empty box; "
                      "write it in another way, or add a font that has it",
                      letter, (unsigned)code, FACE_KEYS[face]));
}

static void check_letters(struct surveyor *s, const char *file, enum face face, const char *text, int length)
{
    for (const char *at = text, *end = text + length; at < end;)
        check_letter(s, file, face, utf8_next(&at, end));
}

/* ---- pages ---- */

static struct scene begin_page(struct surveyor *s, int language, int item)
{
    *s->page = (struct page){0};
    return (struct scene){
        .exhibit = s->survey->exhibit,
        .look = &s->look,
        .measure = &s->survey->measure,
        .arena = s->arena,
        .page = s->page,
        .language = language,
        .item = item,
        .step = -1,
    };
}

/* Words that lead somewhere are as tall as their line, and events stand as close as they happened: their cards can be reached by larger
 * targets and by keys. */
static bool is_key(const struct target *target)
{
    return target->action.kind != ACTION_TERM && target->action.kind != ACTION_EVENT && target->action.kind != ACTION_PANEL &&
           target->action.kind != ACTION_ZOOM && target->action.kind != ACTION_NONE;
}

static void check_targets(struct surveyor *s)
{
    for (int i = 0; i < s->page->target_count && !s->told_target; i++) {
        const struct target *target = &s->page->targets[i];
        int side = (int)((float)int_min(target->rect.w, target->rect.h) / s->look.px_per_mm);

        if (!is_key(target) || side >= TARGET_LEAST_MM)
            continue;
        s->told_target = true;
        warn_at(s, (struct place){"config/exhibit.yaml", {"screen"}},
                arena_printf(s->arena,
                             "on this screen (%s) a key to touch is only %d mm wide or high; fingers need %d: correct diagonal_inches, or "
                             "take a larger screen",
                             screen_text(s), side, TARGET_LEAST_MM));
    }
}

/* What every page is looked at for. */
static void end_page(struct surveyor *s, const char *file)
{
    for (int i = 0; i < s->page->list.count; i++) {
        const struct draw_command *command = &s->page->list.commands[i];

        if (command->kind == DRAW_TEXT)
            check_letters(s, file, command->text.type.face, command->text.text, command->text.length);
    }
    check_targets(s);
    arena_reset(s->arena);
}

static void check_fit(struct surveyor *s, const struct scene *scene)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    struct panel_fit fit = panel_fit(scene);
    const char *language = scene->exhibit->languages[scene->language], *screen = screen_text(s);
    struct place body = {panel->origin.file, {"body", language}}, title = {panel->origin.file, {"title", language}};

    if (fit.broken_word)
        warn_at(s, title,
                arena_printf(s->arena, "on this screen (%s) a word of this headline is too long for a line; write a shorter word", screen));
    else if (fit.plain)
        warn_at(s, body,
                arena_printf(s->arena,
                             "on this screen (%s) the picture gives way to this text; shorten it, or choose a layout with more room",
                             screen));
    else if (fit.scrolls)
        warn_at(s, body,
                arena_printf(s->arena,
                             "on this screen (%s) this text is too long for its place even in the smallest type, so visitors must scroll; "
                             "shorten it, or move a part of it to \"more\"",
                             screen));
    else if (fit.body_percent < 100)
        warn_at(s, body,
                arena_printf(s->arena,
                             "on this screen (%s) this text is too long for its place and is set at %d %% of its size; shorten it, or "
                             "choose a layout with more room",
                             screen, fit.body_percent));
}

/* The card is there only where the panel has something for it. */
static bool has_card(const struct panel *panel, enum card_kind kind)
{
    return (kind != CARD_MORE || panel->more.in) && (kind != CARD_DIFFERENCE || panel->difference.record.in);
}

static void survey_panel(struct surveyor *s, int language, int item)
{
    static const enum card_kind cards[] = {CARD_MORE, CARD_DIFFERENCE, CARD_DESCRIPTION};
    const struct panel *panel = &s->survey->exhibit->panels[item];
    const char *file = panel->origin.file;
    struct scene scene = begin_page(s, language, item);

    check_fit(s, &scene);
    panel_fill(&scene);
    end_page(s, file);
    for (size_t i = 0; i < COUNTOF(cards); i++) {
        if (!has_card(panel, cards[i]))
            continue;
        scene = begin_page(s, language, item);
        card_fill(&scene, cards[i]);
        end_page(s, file);
    }
}

static void survey_card(struct surveyor *s, int language, int item, enum card_kind kind)
{
    static const char *const files[] = {[CARD_TERM] = "config/glossary.yaml", [CARD_EVENT] = "config/timeline.yaml"};
    struct scene scene = begin_page(s, language, item);

    card_fill(&scene, kind);
    end_page(s, files[kind]);
}

/* Which titles the timeline shows depends on the zoom: all of them are looked at. */
static void survey_timeline(struct surveyor *s, int language)
{
    const struct exhibit *exhibit = s->survey->exhibit;
    struct scene scene = begin_page(s, language, attract_steps(exhibit) - 1);
    struct bar bar = {.panel = -1, .previous = ACTION_BACK, .next = ACTION_NEXT, .hint = page_words(&scene)->timeline_hint};

    if (exhibit->event_count == 0)
        return;
    attract_fill(&scene); /* its last step */
    bar_fill(&scene, &bar);
    end_page(s, "config/timeline.yaml");
    for (int i = 0; i < exhibit->event_count; i++) {
        const char *title = text_in(exhibit->events[i].title, language);

        survey_card(s, language, i, CARD_EVENT);
        check_letters(s, "config/timeline.yaml", FACE_BOLD, title, (int)strlen(title));
        check_letters(s, "config/timeline.yaml", FACE_TEXT, title, (int)strlen(title));
    }
    for (int i = 0; i < exhibit->era_count; i++) {
        const char *title = text_in(exhibit->eras[i].title, language);

        check_letters(s, "config/timeline.yaml", FACE_BOLD, title, (int)strlen(title));
        check_letters(s, "config/timeline.yaml", FACE_HEADLINE, title, (int)strlen(title));
    }
}

/* What is told between the pages. */
static void survey_notices(struct surveyor *s, int language)
{
    struct scene scene;

    for (int i = 0; i < s->survey->exhibit->notice_count; i++) {
        scene = begin_page(s, language, 0);
        notice_fill(&scene, 1u << i);
        end_page(s, "config/exhibit.yaml");
    }
    scene = begin_page(s, language, 0);
    countdown_fill(&scene, 1);
    end_page(s, "config/words.yaml");
}

static void survey_language(struct surveyor *s, int language)
{
    const struct exhibit *exhibit = s->survey->exhibit;
    struct bar bar = {.panel = 0, .previous = ACTION_PREVIOUS, .next = ACTION_NEXT};
    struct scene scene = begin_page(s, language, 0);

    home_fill(&scene);
    bar_fill(&scene, &bar);
    end_page(s, "config/exhibit.yaml");
    scene = begin_page(s, language, 0);
    attract_fill(&scene);
    end_page(s, "config/exhibit.yaml");
    scene = begin_page(s, language, 0);
    card_fill(&scene, CARD_COLOPHON);
    end_page(s, "config/exhibit.yaml");
    survey_notices(s, language);
    for (int i = 0; i < exhibit->panel_count; i++)
        survey_panel(s, language, i);
    for (int i = 0; i < exhibit->term_count; i++)
        survey_card(s, language, i, CARD_TERM);
    survey_timeline(s, language);
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
            warn_at(s, (struct place){"config/theme.yaml", {set, pairs[i].key}},
                    arena_printf(s->arena, "the contrast to \"%s\" is %.1f:1, and at least %.1f:1 is needed to read it; move the two apart",
                                 pairs[i].ground, contrast, pairs[i].least));
    }
}

static void check_letter_size(struct surveyor *s, const char *key, double arcmin, double least)
{
    if (arcmin < least)
        warn_at(s, (struct place){"config/theme.yaml", {key}},
                arena_printf(s->arena, "%.0f minutes of arc are too small to read with ease where visitors stand; at least %.0f", arcmin,
                             least));
}

void survey_make(const struct survey *survey, struct findings *findings)
{
    const struct theme *theme = &survey->exhibit->theme;
    struct look_setup setup = {.exhibit = survey->exhibit, .measure = &survey->measure, .screen = survey->screen};
    struct surveyor *s = mem_alloc(sizeof(*s));

    *s = (struct surveyor){.survey = survey, .findings = findings, .arena = arena_create(), .page = mem_alloc(sizeof(*s->page))};
    look_make(&s->look, &setup);
    check_contrast(s, "normal", &theme->normal);
    check_contrast(s, "contrast", &theme->contrast);
    check_letter_size(s, "letter_arcmin", theme->letter_arcmin, LETTER_ARCMIN);
    check_letter_size(s, "letter_arcmin_large", theme->letter_arcmin_large, LETTER_ARCMIN_LARGE);
    arena_reset(s->arena);
    for (int i = 0; i < survey->exhibit->language_count; i++)
        survey_language(s, i);
    findings_sort(findings);
    free(s->page);
    arena_destroy(s->arena);
    free(s);
}
