/* A button with a word on it. */
#pragma once

#include "page/label.h"

/* main: the button is filled with the label's colour, and its word is paper; else it is framed in that colour. Adds no target: the caller
 * knows the action. */
void button_put(const struct scene *scene, struct rect box, const struct label *label, bool main);
