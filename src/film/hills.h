/* Where an exhibit has no picture at all: sun and hills. */
#pragma once

#include "page/page.h"

void hills_put(const struct scene *scene, struct rect ground);
