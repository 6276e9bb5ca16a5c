/* What a picture of a scene is made of, as a number: when that is the same, the picture is, too. */
#pragma once

#include "base/files.h"
#include "exhibit/model.h"
#include "layout/draw.h"

struct fingerprinter;

/* Borrows both. Reads what all pictures have in common: this program, its fonts. */
struct fingerprinter *fingerprinter_create(const struct files *files, const struct exhibit *exhibit);
/* NULL is fine. */
void fingerprinter_destroy(struct fingerprinter *fingerprinter);
/* Of the frame at rest, and of all that the files hold which it shows; each file is read once. Never 0. */
uint64_t fingerprint_of(struct fingerprinter *fingerprinter, const struct frame *frame);
