/* What files alone do not tell: how pages and pictures come out on the screen. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* Adds to the findings, and sorts them. False, with a log line: this machine cannot tell all of it. */
bool checking_screen(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings);
