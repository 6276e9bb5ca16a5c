/* Routes, once all panels of an exhibit are in order. */
#pragma once

#include "base/finding.h"
#include "exhibit/model.h"

/* Closes the gaps that panels left out make in them, and leaves out routes without any. A panel that a route names twice stands in it once,
 * with a warning. */
void routes_settle(struct exhibit *exhibit, struct findings *findings);
