/* Words of words.yaml, but for text sizes, which are numbers. */
#include "page/setting.h"

#include "page/heights.h"

const struct prose_text *setting_panel_text(const struct panel *panel, const struct settings *settings)
{
    return settings->level[SETTING_WORDS] > 0 && panel->easy.in ? &panel->easy : &panel->body;
}

static bool has_simple_words(const struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (exhibit->panels[i].easy.in)
            return true;
    return false;
}

bool setting_is_offered(const struct exhibit *exhibit, enum setting setting)
{
    if (!(exhibit->for_me & 1u << setting))
        return false;
    if (setting == SETTING_SCAN)
        return exhibit->keypad.keys[PAD_SWITCH] != 0;
    if (setting == SETTING_REACH)
        return exhibit->reach == REACH_ASKED && heights_help(&exhibit->screen);
    return setting != SETTING_WORDS || has_simple_words(exhibit);
}

/* "150 %", as the language writes it. */
static const char *size_word(const struct scene *scene, int level)
{
    return number_percent(scene->arena, &page_words(scene)->numbers, style_larger(&scene->exhibit->theme, level) * 100, 0);
}

const char *setting_sound_word(const struct scene *scene)
{
    const struct words *words = page_words(scene);

    switch (scene->heard.state) {
    case HEARD_SOUNDS:
        return words->sound.pause;
    case HEARD_WAITS:
        return words->sound.go_on;
    case HEARD_ALL:
        return words->sound.again;
    case HEARD_NOT:
    case HEARD_NEVER:
        break;
    }
    return words->sound.play;
}

const char *setting_word(const struct scene *scene, enum setting setting)
{
    const struct words *words = page_words(scene);
    const char *const of[SETTING_COUNT] = {words->text_size,   words->contrast,    words->for_me.motion, words->for_me.words,
                                           words->for_me.time, words->for_me.scan, words->for_me.reach};

    return of[setting];
}

const char *setting_level_word(const struct scene *scene, enum setting setting, int level)
{
    const struct settings_words *words = &page_words(scene)->for_me;
    const char *const of[SETTING_COUNT][SETTING_LEVELS_MAX] = {
        [SETTING_CONTRAST] = {words->usual, words->high, words->dark},
        [SETTING_MOTION] = {words->usual, words->still},
        [SETTING_WORDS] = {words->usual, words->simple},
        [SETTING_TIME] = {words->usual, words->longer},
        [SETTING_SCAN] = {words->usual, words->slow},
        [SETTING_REACH] = {words->usual, words->low},
    };

    return setting == SETTING_TEXT ? size_word(scene, level) : of[setting][level];
}
