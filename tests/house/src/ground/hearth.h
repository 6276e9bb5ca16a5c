/* One half of a circle: the .c of this module includes what includes this. */
#pragma once

struct hearth;

int hearth_light(struct hearth *hearth);
