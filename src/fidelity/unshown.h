/* What of a drawing visitors will not see as its author saw it: what the renderer leaves out, or does not know. */
#pragma once

#include "base/mem.h"
#include "images/remark.h"

/* Adds a remark for each, at its line. A drawing that is no XML has none. The fonts must be open if it has words (decoder/fonts.h). */
void unshown_look(struct bytes drawing, struct remarks *remarks);
