/* The actions are those of the bar's keys, which go from one level to the next, with the level as their argument. */
#include "page/aloud.h"

#include "base/base.h"

static const struct {
    enum action_kind kind;
    int levels;
    enum icon icon;
} rows[ALOUD_COUNT] = {
    [ALOUD_ON] = {ACTION_LISTEN, 2, ICON_EAR},
    [ALOUD_SPEED] = {ACTION_LISTEN_SPEED, ALOUD_SPEEDS, ICON_SPEED},
    [ALOUD_VOLUME] = {ACTION_LISTEN_VOLUME, ALOUD_VOLUMES, ICON_LOUDER},
};

static bool has_sounds(const struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (exhibit->panels[i].sound)
            return true;
    return false;
}

struct aloud aloud_usual(const struct exhibit *exhibit)
{
    return (struct aloud){.offered = exhibit->speech.starts != SPEECH_OFF, .speed = ALOUD_USUAL_SPEED};
}

bool aloud_is_offered(const struct scene *scene, enum aloud_row row)
{
    return scene->aloud.offered || (row == ALOUD_VOLUME && has_sounds(scene->exhibit));
}

int aloud_levels(enum aloud_row row)
{
    return rows[row].levels;
}

int aloud_level(const struct aloud *aloud, enum aloud_row row)
{
    const int levels[ALOUD_COUNT] = {aloud->on, aloud->speed, aloud->volume};

    return levels[row];
}

struct action aloud_action(enum aloud_row row, int level)
{
    return (struct action){.kind = rows[row].kind, .argument = level + 1};
}

bool aloud_chosen_by(struct action action, enum aloud_row *row, int *level)
{
    for (int i = 0; i < ALOUD_COUNT && action.argument > 0; i++)
        if (rows[i].kind == action.kind) {
            *row = (enum aloud_row)i;
            *level = action.argument - 1;
            return true;
        }
    return false;
}

enum icon aloud_icon(enum aloud_row row)
{
    return rows[row].icon;
}

const char *aloud_word(const struct scene *scene, enum aloud_row row)
{
    const struct settings_words *words = &page_words(scene)->for_me;
    const char *const of[ALOUD_COUNT] = {words->voice, words->speed, words->volume};

    return of[row];
}

const char *aloud_level_word(const struct scene *scene, enum aloud_row row, int level)
{
    const struct settings_words *words = &page_words(scene)->for_me;
    const char *const of[ALOUD_COUNT][SETTING_LEVELS_MAX] = {
        [ALOUD_ON] = {words->silent, words->aloud},
        [ALOUD_SPEED] = {words->slow, words->usual, words->quick},
        [ALOUD_VOLUME] = {words->usual, words->louder, words->loudest},
    };

    ASSERT(level >= 0 && level < rows[row].levels);
    return of[row][level];
}
