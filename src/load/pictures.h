/* Every picture that an exhibit names is found, or reported as missing. */
#pragma once

#include "base/files.h"
#include "schema/reference.h"
#include "yaml/report.h"

/* arena: for exhibit.picture_uses, whose names are borrowed. */
struct pictures_setup {
    const struct files *files;
    struct arena *arena;
    struct findings *findings;
    const struct references *references;
};

/* Looks at the beginning of each file once, however often it is named. One that is missing or is no picture is an error wherever it is
 * named, and loses its file, so that the neutral picture stands in, or of an event's none; all others get their aspect, and a place in the
 * exhibit's picture_uses. */
void pictures_find(const struct pictures_setup *setup, struct exhibit *exhibit);
