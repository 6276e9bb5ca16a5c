/* What an exhibit says of its letters, as fonts/choice takes it. */
#pragma once

#include "exhibit/model.h"
#include "fonts/choice.h"

struct lettering {
    struct choice_setup setup;
    struct choice_script scripts[THEME_SCRIPTS_MAX];
};

/* Borrows the exhibit; the lettering may not move. */
void lettering_init(struct lettering *lettering, const struct exhibit *exhibit);
