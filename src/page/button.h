/* A button with a word on it. */
#pragma once

#include "page/label.h"

/* The label's colour is the ink: the main button is filled with it, others are framed. Adds no target: the caller knows the action. */
void button_put(const struct scene *scene, struct rect box, const struct label *label, bool main);
