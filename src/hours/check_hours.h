/* The hours of an exhibit, read and looked at. */
#pragma once

#include "base/finding.h"
#include "exhibit/model.h"

/* Reads the times of all rules. With any error among them there are no hours any more: a screen that is dark while visitors are there is
 * worse than one that shines at night. */
void check_hours(struct exhibit *exhibit, struct findings *findings);
