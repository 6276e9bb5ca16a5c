/* The people of an exhibit, once all its files are together. */
#pragma once

#include "exhibit/model.h"

/* Fills person.appears from the links of all texts; panels and events are in order. A life that ends before it begins is told of, and not
 * shown. Whom no text links to is told of, but where there are errors: they may have cost the text that does. In the arena. */
void people_settle(struct exhibit *exhibit, struct arena *arena, struct findings *findings);
