/* The theme's lists, and the languages. */
#include "app/lettering.h"

struct choice_setup lettering_of(const struct exhibit *exhibit)
{
    struct choice_setup setup = {.languages = exhibit->languages, .language_count = exhibit->language_count};

    for (int i = 0; i < FACE_COUNT; i++)
        setup.lists[i] = exhibit->theme.faces[i];
    return setup;
}
