/* Words over the picture, where that can be. Else it would lose too much: then the words have a slab of their own beside it, or above it on
 * a tall screen, and the picture all the rest. */
#include "film/poster.h"

#include "film/hills.h"
#include "film/poster_over.h"
#include "page/figure.h"

static const float LARGEST = 2.0F; /* times the least size: type grows as far as there is room */
static const float LEAST_COLUMN = 0.42F, LARGEST_COLUMN = 0.66F, COLUMN_STEP = 0.03F; /* of the place's width */
static const float BAND = 0.42F;

/* Where everything stands beside one another. words: the text alone. */
struct plan_of_poster {
    struct rect picture, slab, words;
    struct poster_type type;
};

static void plan_column(const struct scene *scene, struct plan_of_poster *plan, const struct poster *poster, struct rect place)
{
    int margin = scene->style->margin_px, small = poster->small[0] ? 4 * scene->style->sizes.label_px : 0;
    bool fits = false;

    for (float share = LEAST_COLUMN; !fits && share <= LARGEST_COLUMN; share += COLUMN_STEP) {
        int width = (int)(share * (float)place.w);

        plan->slab = (struct rect){place.x, place.y, width, place.h};
        plan->picture = (struct rect){place.x + width, place.y, place.w - width, place.h};
        plan->words = (struct rect){place.x + margin, place.y + margin, width - margin - margin / 2, place.h - 2 * margin - small};
        fits = poster_type_set(scene, &plan->type, (struct size){plan->words.w, plan->words.h}, LARGEST);
    }
}

static void plan_band(const struct scene *scene, struct plan_of_poster *plan, const struct poster *poster, struct rect place)
{
    int margin = scene->style->margin_px, small = poster->small[0] ? 3 * scene->style->sizes.label_px : 0;

    plan->words =
        (struct rect){place.x + margin, place.y + margin, place.w - 2 * margin, (int)(BAND * (float)place.h) - 2 * margin - small};
    poster_type_set(scene, &plan->type, (struct size){plan->words.w, plan->words.h}, LARGEST);
    plan->slab = (struct rect){place.x, place.y, place.w, plan->type.set->height_px + 2 * margin + small};
    plan->picture = (struct rect){place.x, place.y + plan->slab.h, place.w, place.h - plan->slab.h};
}

static struct plan_of_poster plan_of(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct plan_of_poster plan = {.type = poster_type_of(scene, poster)};

    if (place.w > place.h)
        plan_column(scene, &plan, poster, place);
    else
        plan_band(scene, &plan, poster, place);
    return plan;
}

static bool has_picture(const struct scene *scene, const struct poster *poster)
{
    struct draw_picture shown = page_picture(scene, poster->picture, scene->style->page);

    return shown.path || shown.fallback;
}

static void put_small(const struct scene *scene, const struct plan_of_poster *plan, const char *text)
{
    const struct style *style = scene->style;
    struct passage small = {
        .prose = paragraph_plain(scene->arena, text),
        .type = {.face = FACE_BOLD, .size_px = style->sizes.label_px * 5 / 4},
        .colour = plan->type.passage.colour,
        .line_height = style->sizes.line_height,
    };
    const struct paragraph *set = passage_set(scene, &small, plan->words.w);
    struct rect rect = {plan->words.x, 0, plan->words.w, set->height_px};

    rect.y = plan->slab.y + plan->slab.h - style->margin_px - set->height_px;
    passage_put(scene, set, &small, rect);
}

static void put_beside(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct plan_of_poster plan = plan_of(scene, poster, place);

    if (has_picture(scene, poster))
        figure_put(scene, poster->picture, plan.picture);
    else
        hills_put(scene, plan.picture);
    draw_fill(page_pen(scene), plan.slab, poster->slab);
    if (poster->small[0])
        put_small(scene, &plan, poster->small);
    passage_put(scene, plan.type.set, &plan.type.passage, plan.words);
}

void poster_put(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct poster_over over;

    if (!poster_over_plan(scene, poster, place, &over)) {
        put_beside(scene, poster, place);
        return;
    }
    if (has_picture(scene, poster))
        poster_over_put_picture(scene, poster, place, &over);
    else
        hills_put(scene, place);
    poster_over_put_words(scene, poster, place, &over);
}

bool poster_is_over(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct poster_over over;

    return poster_over_plan(scene, poster, place, &over);
}

int poster_size_px(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct poster_over over;

    return poster_over_plan(scene, poster, place, &over) ? over.type.passage.type.size_px
                                                         : plan_of(scene, poster, place).type.passage.type.size_px;
}
