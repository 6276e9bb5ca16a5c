/* Who it is that speaks: what the slab above a panel opens. */
#include "cards/card.h"

static int items(const struct exhibit *exhibit)
{
    return exhibit->voice_count;
}

static const char *id(const struct exhibit *exhibit, int item)
{
    return exhibit->voices[item].id;
}

static bool exists(const struct exhibit *exhibit, int item)
{
    return exhibit->voices[item].help.in != NULL;
}

static void fill(const struct scene *scene)
{
    const struct voice *voice = &scene->exhibit->voices[scene->item];
    struct card_content content = {.voice = voice};

    content.texts[0] = paragraph_plain(scene->arena, text_in(voice->help, scene->language));
    card_fill(scene, &content);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return exhibit->voices[item].origin;
}

const struct scene_ops scene_voice = {
    .name = "card/",
    .part = "voice",
    .place = PLACE_OVERLAY,
    .above = &scene_home,
    .items = items,
    .id = id,
    .exists = exists,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .drag = card_drag,
};
