/* The painter's surfaces, made so that the window can show parts of them. */
#pragma once

#include "paint/painter.h"

/* direct: NULL: the window shows nothing but its canvas, and the painter does as it is used to. Before anything is painted. */
void parts_use(struct painter *painter, struct direct *direct);
