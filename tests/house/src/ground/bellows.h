#pragma once

#include "ground/hearth.h"

int bellows_blow(struct hearth *hearth, int from, int to);
