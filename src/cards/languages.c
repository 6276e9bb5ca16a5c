/* The choice of a language, from three on: of two the button takes the other. */
#include "cards/card.h"

static bool exists(const struct exhibit *exhibit, int item)
{
    (void)item;
    return exhibit->language_count > 2;
}

static struct action choice(int language)
{
    return (struct action){.kind = ACTION_LANGUAGE, .argument = language};
}

static void fill(const struct scene *scene)
{
    struct card_content content = {.heading = page_words(scene)->language, .grid = true, .main_button = scene->language};

    for (int i = 0; i < scene->exhibit->language_count; i++)
        card_add_button(&content, scene->exhibit->words[i].language_name, choice(i));
    card_fill(scene, &content);
}

/* The key that opened it leads from language to language. */
static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    int from = press->focus.kind == ACTION_LANGUAGE ? press->focus.argument : scene->language;

    if (press->key == KEY_LANGUAGE && !press->held)
        return (struct key_answer){.focus = choice((from + 1) % scene->exhibit->language_count)};
    return card_key(scene, press);
}

static struct action focus(const struct scene *scene)
{
    return choice(scene->language);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item;
    return scene_origin(exhibit, "config/words.yaml", exhibit->languages[language], "language_name");
}

const struct scene_ops scene_languages = {
    .name = "card/languages",
    .place = PLACE_OVERLAY,
    .chooses = ACTION_LANGUAGE,
    .above = &scene_home,
    .exists = exists,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .focus = focus,
    .drag = card_drag,
};
