/* What no single key of a chart can tell. */
#pragma once

#include "base/finding.h"
#include "exhibit/model.h"

/* Takes a chart with an error out of the panel, with a finding; the panel stays. */
void check_blocks(struct findings *findings, struct panel *panel);
