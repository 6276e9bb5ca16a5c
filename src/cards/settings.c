/* What visitors set for themselves: a row a setting, of which what is chosen is marked. It stays until it is closed, and shows at once what
 * each choice does. */
#include "cards/card.h"
#include "page/aloud.h"
#include "page/setting.h"

static bool exists(const struct exhibit *exhibit, int item)
{
    (void)item;
    for (int i = 0; i < SETTING_COUNT; i++)
        if (setting_is_offered(exhibit, (enum setting)i))
            return true;
    return false;
}

/* Here and now: with the letters that are set, too. */
static bool is_offered(const struct scene *scene, enum setting setting)
{
    return setting_is_offered(scene->exhibit, setting) && (setting != SETTING_REACH || scene->style->reach.helps);
}

static struct action choice_of(enum setting setting, int level)
{
    return (struct action){.kind = ACTION_SETTING, .argument = setting_choice(setting, level)};
}

static struct card_choice setting_choices(const struct scene *scene, enum setting setting)
{
    struct card_choice choice = {.label = setting_word(scene, setting),
                                 .sign = ICON_COUNT,
                                 .count = setting_levels(setting),
                                 .chosen = scene->style->settings.level[setting]};

    for (int level = 0; level < choice.count; level++) {
        choice.options[level].word = setting_level_word(scene, setting, level);
        choice.options[level].action = choice_of(setting, level);
    }
    return choice;
}

/* With the signs of the keys that lead the voice: who cannot read knows them from there. */
static struct card_choice aloud_choices(const struct scene *scene, enum aloud_row row)
{
    struct card_choice choice = {
        .label = aloud_word(scene, row), .sign = aloud_icon(row), .count = aloud_levels(row), .chosen = aloud_level(&scene->aloud, row)};

    for (int level = 0; level < choice.count; level++) {
        choice.options[level].word = aloud_level_word(scene, row, level);
        choice.options[level].action = aloud_action(row, level);
    }
    return choice;
}

static void fill(const struct scene *scene)
{
    const struct words *words = page_words(scene);
    struct card_choice *choices = ARENA_ARRAY(scene->arena, struct card_choice, SETTING_COUNT + ALOUD_COUNT);
    struct card_content content = {.heading = words->for_me.title, .choices = choices, .main_button = -1};

    for (int i = 0; i < SETTING_COUNT; i++)
        if (is_offered(scene, (enum setting)i))
            choices[content.choice_count++] = setting_choices(scene, (enum setting)i);
    for (int i = 0; i < ALOUD_COUNT; i++)
        if (aloud_is_offered(scene, (enum aloud_row)i))
            choices[content.choice_count++] = aloud_choices(scene, (enum aloud_row)i);
    card_add_button(&content, words->for_me.reset, (struct action){.kind = ACTION_USUAL});
    card_fill(scene, &content);
}

/* From row to row and along them, and what scrolls follows; the key that opened it closes it. */
static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);

    if (press->held)
        return (struct key_answer){0};
    if (press->key == KEY_SETTINGS)
        return (struct key_answer){.action = {.kind = ACTION_CLOSE}};
    if (way.x != 0)
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_NEXT, .argument = (int)way.x}};
    if (way.y != 0)
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_DOWN, .argument = (int)way.y}};
    return card_key(scene, press);
}

/* On what is chosen in the first row. */
static struct action focus(const struct scene *scene)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (is_offered(scene, (enum setting)i))
            return choice_of((enum setting)i, scene->style->settings.level[i]);
    return (struct action){.kind = ACTION_NONE};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item;
    return scene_origin(exhibit, "config/words.yaml", exhibit->languages[language], "for_me");
}

const struct scene_ops scene_settings = {
    .name = "card/settings",
    .place = PLACE_OVERLAY,
    .chooses = ACTION_USUAL,
    .above = &scene_home,
    .exists = exists,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .focus = focus,
    .drag = card_drag,
};
