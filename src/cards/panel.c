/* What lies behind a panel: the deeper layer, its sources, and its picture in words. */
#include "cards/card.h"

#include "scene/picture.h"
#include "text/reading.h"

/* ---- more ---- */

static bool has_more(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].more.in != NULL;
}

static int words_of_more(const struct exhibit *exhibit, int item, int language)
{
    return reading_words(prose_in(&exhibit->panels[item].more, language));
}

static void fill_more(const struct scene *scene)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    struct card_content content = {.label = page_words(scene)->more, .heading = text_in(panel->title, scene->language)};

    content.texts[0] = prose_in(&panel->more, scene->language);
    card_fill(scene, &content);
}

static struct origin origin_of_more(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return scene_origin(exhibit, exhibit->panels[item].origin.file, "more", NULL);
}

const struct scene_ops scene_more = {
    .name = "card/",
    .part = "more",
    .place = PLACE_OVERLAY,
    .above = &scene_panel,
    .items = scene_panels,
    .id = scene_panel_id,
    .exists = has_more,
    .words = words_of_more,
    .origin = origin_of_more,
    .fill = fill_more,
    .key = card_key,
    .drag = card_drag,
};

/* ---- sources, and who speaks: in large text they have no room on the panel itself ---- */

static bool has_sources(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].sources.in || exhibit->credit.in || (item == 0 && exhibit->credit_long.in);
}

static void fill_sources(const struct scene *scene)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const char *credit = exhibit_panel_credit(scene->exhibit, scene->item, scene->language);
    struct card_content content = {.label = page_words(scene)->sources, .heading = text_in(panel->title, scene->language)};

    content.texts[0] = paragraph_plain(scene->arena, text_in(panel->sources, scene->language));
    if (credit[0])
        content.texts[1] = paragraph_plain(scene->arena, credit);
    card_fill(scene, &content);
}

static struct origin origin_of_sources(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return scene_origin(exhibit, exhibit->panels[item].origin.file, "sources", NULL);
}

const struct scene_ops scene_sources = {
    .name = "card/",
    .part = "sources",
    .place = PLACE_OVERLAY,
    .above = &scene_panel,
    .items = scene_panels,
    .id = scene_panel_id,
    .exists = has_sources,
    .words = scene_words_to_look_at,
    .origin = origin_of_sources,
    .fill = fill_sources,
    .key = card_key,
    .drag = card_drag,
};

/* ---- the picture in words ---- */

static int items_of_pictures(const struct exhibit *exhibit)
{
    return scene_items(&scene_picture, exhibit);
}

static const char *id_of_picture(const struct exhibit *exhibit, int item)
{
    return picture_set_of(exhibit, item).id;
}

static bool has_description(const struct exhibit *exhibit, int item)
{
    return scene_exists(exhibit, (struct scene_ref){&scene_picture, item}) && picture_set_of(exhibit, item).list->alternative.in;
}

/* Of several pictures all, by their numbers. */
static const char *in_words(const struct scene *scene, const struct picture_set *set)
{
    const char *words = "";

    if (set->count < 2)
        return text_in(set->list->alternative, scene->language);
    for (int i = 0; i < set->count; i++)
        words = arena_printf(scene->arena, "%s%s%s/%s: %s", words, i > 0 ? "  " : "", page_number(scene, i + 1),
                             page_number(scene, set->count), text_in(set->list[i].alternative, scene->language));
    return words;
}

static void fill_description(const struct scene *scene)
{
    struct picture_set set = picture_set_of(scene->exhibit, scene->item);
    struct card_content content = {
        .label = page_words(scene)->describe,
        .heading = text_in(set.title, scene->language),
        .small = text_in(scene->exhibit->credit, scene->language),
    };

    content.texts[0] = paragraph_plain(scene->arena, in_words(scene, &set));
    card_fill(scene, &content);
}

static struct origin origin_of_description(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return picture_set_of(exhibit, item).origin;
}

const struct scene_ops scene_description = {
    .name = "card/",
    .part = "description",
    .place = PLACE_OVERLAY,
    .above = &scene_picture,
    .items = items_of_pictures,
    .id = id_of_picture,
    .exists = has_description,
    .words = scene_words_to_look_at,
    .origin = origin_of_description,
    .fill = fill_description,
    .key = card_key,
    .drag = card_drag,
};
