/* A look at every picture that an exhibit names. */
#pragma once

#include "base/files.h"
#include "exhibit/reference.h"
#include "exhibit/report.h"

/* Reads each file once, however often it is named. A picture that is missing or cannot be shown gets a warning wherever it is named, and
 * its slot is cleared, so that the neutral picture stands in; all others get their aspect. neutral: the slot of that one itself. */
void pictures_check(const struct files *files, struct findings *findings, const struct references *references, const char **neutral);
