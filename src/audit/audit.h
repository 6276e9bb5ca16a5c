/* The audit: what only shows once an exhibit is set on a screen. Texts too long for their place, letters that no face has, colours too
 * close to each other, things too small for eyes and fingers. Pure: every scene is filled as for a visitor and looked at. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "scene/scenes.h"

/* files: where the exhibit was read from, to tell lines. has_letter: whether one of a face's fonts has it. */
struct audit {
    const struct exhibit *exhibit;
    const struct files *files;
    struct measure measure;
    bool (*has_letter)(void *context, enum face face, uint32_t code);
    void *letters; /* context of has_letter */
    struct size screen;
};

/* Adds a finding (warnings only) for each fault, in every language, and sorts. */
void audit_make(const struct audit *audit, struct findings *findings);
