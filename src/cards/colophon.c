/* About the exhibit. */
#include "cards/card.h"
#include "text/reading.h"

static bool exists(const struct exhibit *exhibit, int item)
{
    (void)item;
    return exhibit->colophon.in != NULL;
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    (void)item;
    return reading_words(prose_in(&exhibit->colophon, language));
}

static void fill(const struct scene *scene)
{
    const char *credit = text_in(scene->exhibit->credit_long, scene->language);
    struct card_content content = {.heading = page_words(scene)->about};

    if (credit[0])
        content.texts[0] = paragraph_plain(scene->arena, credit);
    content.texts[1] = prose_in(&scene->exhibit->colophon, scene->language);
    card_fill(scene, &content);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item, (void)language;
    return scene_origin(exhibit, "config/exhibit.yaml", "colophon", NULL);
}

const struct scene_ops scene_colophon = {
    .name = "colophon",
    .place = PLACE_OVERLAY,
    .above = &scene_home,
    .exists = exists,
    .words = words,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .drag = card_drag,
};
