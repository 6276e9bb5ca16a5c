/* A headline that serves as a poster may be longer, as long as it fits. */
#include "audit/posters.h"

#include "film/attract.h"
#include "film/poster_type.h"
#include "layout/paragraph.h"
#include "text/reading.h"

#include <math.h>

enum { WORDS_MOST = 6 /* that are read in passing, from four metres */ };

void posters_check_size(struct auditor *a)
{
    struct style style;
    double asked = a->setup->exhibit->theme.poster_mm, most;

    style_make(&style, &(struct style_setup){.exhibit = a->setup->exhibit, .measure = &a->setup->measure, .screen = a->setup->screen});
    most = poster_type_most_mm(&style);
    if (asked > most)
        auditor_warn(a, scene_origin(a->setup->exhibit, "config/theme.yaml", "poster_mm", NULL),
                     arena_printf(a->arena,
                                  CODED("poster-small") "on a screen of this size posters have capitals of %.0f mm, not of %.0f; write "
                                                        "poster_mm: %.0f, or leave posters out "
                                                        "of `attract`",
                                  most, asked, floor(most)));
}

void posters_check(struct auditor *a, const struct scene *scene)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    struct attract_words words = attract_words(scene);
    struct origin origin = scene_attract.origin(exhibit, scene->item, scene->language);
    int panel = film_of_item(exhibit, scene->item).panel, count = reading_words(paragraph_plain(a->arena, words.text));
    bool own = panel < 0 ? exhibit->poster.in != NULL : exhibit->panels[panel].poster.in != NULL;
    double least = fmin(exhibit->theme.poster_mm, poster_type_most_mm(&a->style)), mm = least * words.size_px / words.least_px;

    if (own && count > WORDS_MOST)
        auditor_warn(a, origin,
                     arena_printf(a->arena, CODED("poster-long") "%d words are more than one reads in passing; write %d at most", count,
                                  WORDS_MOST));
    if (!words.over && words.picture->crops.poster.keep.w > 0)
        auditor_warn_of_screen(
            a, words.picture->crops.origin,
            CODED("poster-beside") "what `poster:` keeps of this picture and the words of its poster have not room over one "
                                   "another, so that attract shows them side by side; keep less, or leave `poster:` out");
    if (words.size_px < words.least_px)
        auditor_warn_of_screen(
            a, origin,
            arena_printf(a->arena, CODED("poster-small") "attract shows this %.0f mm high, and from four metres %.0f are needed; write %s",
                         mm, least, own ? "fewer or shorter words" : "`poster:` with fewer or shorter words"));
}
