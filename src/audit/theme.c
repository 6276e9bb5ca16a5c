/* Each pair of colours that letters and their ground have; the least sizes of letters. */
#include "audit/theme.h"

#include "audit/posters.h"
#include "page/voice.h"
#include "scene/scene.h"

#include <math.h>

/* Least contrast of text, of body text, and of what is no text but must be seen (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). A ring of two
 * colours so far apart is seen on any ground: 3:1 to one of them at least (W3C, technique C40). */
static const double TEXT_CONTRAST = 4.5, BODY_CONTRAST = 7, SIGN_CONTRAST = 3, RING_CONTRAST = 9;

static const char READ[] = "to read it";

static bool has_memorial(const struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (exhibit->panels[i].memorial)
            return true;
    return false;
}

/* Marks of the way and the bars of a chart have edges of ink or of the bar's text where they need them: those are letters' colours. */
static void check_contrast(struct auditor *a, const char *set, const struct theme_colours *colours)
{
    const struct colour ring = style_ring(colours);
    const struct {
        const char *key, *ground;
        struct colour colour, behind;
        double least;
        const char *why;
    } pairs[] = {
        {"ink", "paper", colours->ink, colours->paper, BODY_CONTRAST, READ},
        {"muted", "paper", colours->muted, colours->paper, TEXT_CONTRAST, READ},
        {"deep", "paper", colours->deep, colours->paper, TEXT_CONTRAST, READ},
        {"strong", "paper", colours->strong, colours->paper, TEXT_CONTRAST, READ},
        /* a memorial's text is in them too */
        {"bar_text", "bar", colours->bar_text, colours->bar, has_memorial(a->setup->exhibit) ? BODY_CONTRAST : TEXT_CONTRAST, READ},
        {"light", "ink", colours->light, colours->ink, TEXT_CONTRAST, "to read what stands on it"},
        {"light", "bar", colours->light, colours->bar, SIGN_CONTRAST, "to see in the bar how far one has come"},
        {"deep", colour_contrast(ring, colours->paper) < 1.01 ? "paper" : "ink", colours->deep, ring, RING_CONTRAST,
         "for the ring of the two round what has the focus to be seen on every picture"},
    };

    for (size_t i = 0; i < COUNTOF(pairs); i++) {
        double contrast = colour_contrast(pairs[i].colour, pairs[i].behind);

        if (contrast < pairs[i].least)
            auditor_warn(
                a, scene_origin(a->setup->exhibit, "config/theme.yaml", set, pairs[i].key),
                arena_printf(a->arena,
                             CODED("contrast-low") "the contrast to \"%s\" is %.1f:1, and at least %.1f:1 is needed %s; move the two apart",
                             pairs[i].ground, contrast, pairs[i].least, pairs[i].why));
    }
}

/* Of a voice's words on its slab. */
static void check_voices(struct auditor *a, const char *set, const struct theme_colours *colours)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    for (int i = 0; i < exhibit->voice_count; i++) {
        struct colour slab = voice_colour(colours, &exhibit->voices[i]);
        double contrast = colour_contrast(voice_letters(colours, slab), slab);

        if (contrast < TEXT_CONTRAST)
            auditor_warn(a, exhibit->voices[i].origin,
                         arena_printf(a->arena,
                                      CODED("contrast-low") "colour: neither paper nor ink of the \"%s\" colours can be read on it "
                                                            "(%.1f:1, and at least %.1f:1 is "
                                                            "needed); make it darker or lighter",
                                      set, contrast, TEXT_CONTRAST));
    }
}

static void check_letter_size(struct auditor *a, const char *key, double arcmin, double least)
{
    if (arcmin < least)
        auditor_warn(
            a, scene_origin(a->setup->exhibit, "config/theme.yaml", key, NULL),
            arena_printf(a->arena,
                         CODED("letters-small") "%.0f minutes of arc are too small to read with ease where visitors stand; at least %.0f",
                         arcmin, least));
}

void theme_check(struct auditor *a)
{
    const struct theme *theme = &a->setup->exhibit->theme;

    check_contrast(a, "normal", &theme->normal);
    check_contrast(a, "contrast", &theme->contrast);
    check_contrast(a, "dark", &theme->dark);
    check_voices(a, "normal", &theme->normal);
    check_voices(a, "contrast", &theme->contrast);
    check_voices(a, "dark", &theme->dark);
    check_letter_size(a, "letter_arcmin", theme->letter_arcmin, LETTER_ARCMIN);
    check_letter_size(a, "letter_arcmin_large", theme->letter_arcmin_large, LETTER_ARCMIN_LARGE);
    if (a->setup->exhibit->attract & ATTRACT_POSTERS)
        posters_check_size(a);
    arena_reset(a->arena);
}

void theme_check_large(struct auditor *a)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    const struct style_setup setup = {.exhibit = exhibit, .measure = &a->setup->measure, .screen = a->style.screen};
    double arcmin = fmin(LETTER_ARCMIN_LARGE, exhibit->theme.letter_arcmin_large);
    int wanted = style_arcmin_px(&setup, FACE_TEXT, arcmin);

    if (a->style.sizes.least_px < wanted && !a->screen_too_small)
        auditor_warn_of_screen(
            a, scene_origin(exhibit, "config/exhibit.yaml", "screen", NULL),
            arena_printf(
                a->arena,
                CODED("letters-small") "keys and sources have capitals of %d minutes of arc where visitors stand, and %d are needed; "
                                       "correct diagonal_inches or distance_mm, or take a larger screen",
                (int)(arcmin * a->style.sizes.least_px / wanted), (int)arcmin));
    arena_reset(a->arena);
}
