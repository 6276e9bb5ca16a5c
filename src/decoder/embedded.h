/* Pictures inside a drawing, as data: addresses. */
#pragma once

#include "decoder/raster.h"

/* The renderer decodes them itself, and leaves out in silence what it cannot: so they must be as sound as pictures outside. False: one is
 * not, and `fault` says which line and why. A drawing that is no XML is left to the renderer to complain of. */
bool embedded_look(struct picture_file file, struct raster_fault *fault);
