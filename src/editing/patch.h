/* A text of a file changed where it differs, and nowhere else: lines without a change stay as they are folded. */
#pragma once

#include "editing/scalar.h"

/* A value as it stands in its file. raw: from its first sign to its last letter; node: as it was read; column: of the first sign, from 0.
 */
struct patch_place {
    struct bytes raw;
    const struct node *node;
    int column;
};

/* Adds the value with the new text in it. False, with nothing added, where it cannot be done so: it is to be written anew. */
bool patch_text(struct buffer *out, const struct patch_place *place, const char *text, const struct scalar_form *form);
