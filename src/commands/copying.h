/* Where the program keeps its copies of photographs, and how many. */
#pragma once

#include "copies/copies.h"
#include "exhibit/model.h"

/* As in struct copies_setup. */
struct copying {
    int worth_ms, quiet_ms;
    bool spares_used;
};

/* NULL: there is no place for them. */
struct copies *copying_open(const struct copying *copying);
/* Whether the exhibit shows any. */
bool copying_has_photographs(const struct exhibit *exhibit);
