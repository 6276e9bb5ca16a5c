/* What an exhibit says of its letters, as paint/choice takes it. */
#pragma once

#include "exhibit/model.h"
#include "paint/choice.h"

/* Borrows the exhibit. */
struct choice_setup lettering_of(const struct exhibit *exhibit);
