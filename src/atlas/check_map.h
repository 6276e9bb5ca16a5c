/* What no single key of a map can tell. */
#pragma once

#include "exhibit/blocks.h"
#include "yaml/report.h"

/* Finds the map's areas on its ground. False, with errors, where something of it is wrong. */
bool check_map(struct report *report, struct map *map);
