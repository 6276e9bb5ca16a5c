/* The theme's lists, those of scripts that there are, and the languages. */
#include "commands/lettering.h"

#include "text/script.h"

void lettering_init(struct lettering *lettering, const struct exhibit *exhibit)
{
    const struct theme *theme = &exhibit->theme;

    *lettering = (struct lettering){.setup = {.languages = exhibit->languages, .language_count = exhibit->language_count}};
    lettering->setup.scripts = lettering->scripts;
    for (int face = 0; face < FACE_COUNT; face++)
        lettering->setup.lists[face] = theme->faces[face];
    for (int i = 0; i < theme->script_count && i < THEME_SCRIPTS_MAX; i++) {
        struct choice_script *script = &lettering->scripts[lettering->setup.script_count];

        script->script = script_named(theme->scripts[i].script);
        for (int face = 0; face < FACE_COUNT; face++)
            script->lists[face] = theme->scripts[i].faces[face];
        lettering->setup.script_count += script->script != SCRIPT_NONE;
    }
}
