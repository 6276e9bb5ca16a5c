/* The table. */
#include "settings/settings.h"

#include "base/base.h"

static const struct {
    const char *name;
    const char *levels[SETTING_LEVELS_MAX]; /* NULL: it has fewer */
} settings_table[SETTING_COUNT] = {
    [SETTING_TEXT] = {"text", {"normal", "large", "largest"}},
    [SETTING_CONTRAST] = {"contrast", {"normal", "high", "dark"}},
    [SETTING_MOTION] = {"motion", {"normal", "none"}},
    [SETTING_WORDS] = {"words", {"normal", "simple"}},
    [SETTING_TIME] = {"time", {"normal", "longer"}},
    [SETTING_SCAN] = {"scan", {"normal", "slow"}},
    [SETTING_REACH] = {"reach", {"normal", "low"}},
};

int setting_levels(enum setting setting)
{
    int count = 0;

    while (count < SETTING_LEVELS_MAX && settings_table[setting].levels[count])
        count++;
    return count;
}

int setting_choice(enum setting setting, int level)
{
    return (int)setting * SETTING_LEVELS_MAX + level;
}

enum setting setting_of(int choice)
{
    ASSERT(choice >= 0 && choice < SETTING_COUNT * SETTING_LEVELS_MAX);
    return (enum setting)(choice / SETTING_LEVELS_MAX);
}

int setting_level_of(int choice)
{
    return choice % SETTING_LEVELS_MAX;
}

const char *setting_level_name(enum setting setting, int level)
{
    ASSERT(level >= 0 && level < setting_levels(setting));
    return settings_table[setting].levels[level];
}

const char *setting_text_name(int level)
{
    return level == TEXT_USUAL ? "usual" : setting_level_name(SETTING_TEXT, level);
}

const char *settings_told(struct arena *arena, const struct settings *settings)
{
    const char *told = "";

    for (int i = 0; i < SETTING_COUNT; i++) {
        if (i <= SETTING_CONTRAST || settings->level[i] > 0)
            told = arena_printf(arena, "%s%s%s=%s", told, *told ? " " : "", settings_table[i].name,
                                settings_table[i].levels[settings->level[i]]);
    }
    return told;
}
