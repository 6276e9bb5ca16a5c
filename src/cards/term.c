/* A word of the glossary. */
#include "cards/card.h"
#include "text/reading.h"

static int items(const struct exhibit *exhibit)
{
    return exhibit->term_count;
}

static const char *id(const struct exhibit *exhibit, int item)
{
    return exhibit->terms[item].id;
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    return reading_words(prose_in(&exhibit->terms[item].text, language));
}

static void fill(const struct scene *scene)
{
    const struct term *term = &scene->exhibit->terms[scene->item];
    struct card_content content = {.heading = text_in(term->title, scene->language)};

    content.texts[0] = prose_in(&term->text, scene->language);
    card_fill(scene, &content);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return exhibit->terms[item].origin;
}

const struct scene_ops scene_term = {
    .name = "card/",
    .place = PLACE_OVERLAY,
    .opened_by = ACTION_TERM,
    .above = &scene_home,
    .items = items,
    .id = id,
    .words = words,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .drag = card_drag,
};
