/* What visitors choose for themselves, beside their language: each setting has levels, of which 0 is the exhibit as it usually is. A table,
 * and what can be asked of it. Pure. */
#pragma once

#include "base/mem.h"

enum setting { SETTING_TEXT, SETTING_CONTRAST, SETTING_MOTION, SETTING_WORDS, SETTING_TIME, SETTING_SCAN, SETTING_REACH, SETTING_COUNT };

enum { SETTING_LEVELS_MAX = 3 };

/* Levels. Text: all letters half as large again, or twice as large. */
enum { TEXT_USUAL, TEXT_LARGE, TEXT_LARGEST };
enum { CONTRAST_USUAL, CONTRAST_HIGH, CONTRAST_DARK };

/* language: index in exhibit.languages. Zeroed: as the exhibit usually is, in its first language. */
struct settings {
    int language;
    int level[SETTING_COUNT];
};

/* How many levels it has. */
int setting_levels(enum setting setting);
/* A setting and one of its levels in one number, as actions carry them, and back. */
int setting_choice(enum setting setting, int level);
enum setting setting_of(int choice);
int setting_level_of(int choice);

/* "normal", "large", "high": a level, as the log names it. */
const char *setting_level_name(enum setting setting, int level);
/* "usual", "large" or "largest": a size of text, as options, files and pages name it. */
const char *setting_text_name(int level);

/* "text=large contrast=normal motion=none": the first two always, of the others what is not as usual. In the arena. */
const char *settings_told(struct arena *arena, const struct settings *settings);
