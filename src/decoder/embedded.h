/* Pictures inside a drawing, as data: addresses. */
#pragma once

#include "base/mem.h"

/* The renderer decodes them itself, and leaves out in silence what it cannot: so they must be as sound as pictures of their own. NULL: they
 * are; else what is wrong (static text), and in which line of the drawing. A drawing that is no XML is NULL too: the renderer complains of
 * it. */
const char *embedded_look(struct bytes drawing, int *line);
