/* Sizes are tried one after the other, from the largest down. */
#include "film/poster_type.h"

#include "page/voice.h"

#include <math.h>

static const float LINE_HEIGHT = 0.96F;
static const double MOST_OF_SCREEN = 0.14; /* a capital's part of the shorter side, with three lines and air */

double poster_type_most_mm(const struct style *style)
{
    return MOST_OF_SCREEN * int_min(style->screen.w, style->screen.h) / (double)style->px_per_mm;
}

int poster_type_least_px(const struct scene *scene)
{
    enum { PROBE_PX = 200 };
    struct face_metrics metrics = page_metrics(scene, (struct type){.face = FACE_HEADLINE, .size_px = PROBE_PX});
    double mm = fmin(scene->exhibit->theme.poster_mm, poster_type_most_mm(scene->style));

    return (int)ceil(mm * (double)scene->style->px_per_mm * PROBE_PX / int_max(1, metrics.cap_px));
}

struct poster_type poster_type_of(const struct scene *scene, const struct poster *poster)
{
    return (struct poster_type){
        .text = poster->text,
        .least_px = poster_type_least_px(scene),
        .passage =
            {
                .prose = paragraph_plain(scene->arena, poster->text),
                .type = {.face = FACE_HEADLINE},
                .colour = voice_letters(&scene->style->colours, poster->slab),
                .line_height = LINE_HEIGHT,
            },
    };
}

/* No line is far shorter than the others, like an article alone above its noun. */
static bool is_even(const struct paragraph *set)
{
    int shortest = set->width_px;

    for (int i = 0; i < set->line_count; i++)
        shortest = int_min(shortest, set->lines[i].width_px);
    return shortest * 5 >= set->width_px * 2;
}

bool poster_type_set(const struct scene *scene, struct poster_type *type, struct size room, float largest)
{
    int smallest = int_max(1, scene->style->sizes.small_px), least_px = type->least_px;

    for (int size = (int)((float)least_px * largest);; size = size * 15 / 16) {
        if (size < least_px && size * 16 / 15 > least_px) /* the least is tried too */
            size = least_px;
        type->passage.type.size_px = int_max(size, smallest);
        type->set = passage_set(scene, &type->passage, room.w);
        bool fits = type->set->height_px <= room.h && passage_words_fit(scene, type->passage.type, type->text, room.w);

        if ((fits && (size <= least_px || is_even(type->set))) || size <= smallest)
            return fits && size >= least_px;
    }
}
