/* Reading time: one rule for attract's pace and a visitor's patience. */
#include "scene/scenes.h"

int64_t reading_ms(const struct exhibit *exhibit, int words)
{
    return exhibit->timing.reading_base_s * 1000 + (int64_t)words * 60000 / exhibit->timing.words_per_minute;
}

int64_t panel_reading_ms(const struct exhibit *exhibit, int panel, int language)
{
    return reading_ms(exhibit, prose_in(&exhibit->panels[panel].body, language)->words);
}
