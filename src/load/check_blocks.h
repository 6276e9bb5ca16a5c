/* What no single key of a chart or map can tell. */
#pragma once

#include "base/finding.h"
#include "exhibit/model.h"

/* Takes a chart or map with an error out of the panel, with a finding; the panel stays. */
void check_blocks(struct findings *findings, struct panel *panel);
