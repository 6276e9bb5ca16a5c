/* What files alone do not tell: how pages and pictures come out on the screen. */
#pragma once

#include "audit/audit.h"
#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

struct faces;

/* For the audit of pages in these faces; borrows both. */
struct audit_setup checking_setup(const struct exhibit *exhibit, struct faces *faces, struct size screen);
/* Adds to the findings, and sorts them. False, with a log line: this machine cannot tell all of it. */
bool checking_screen(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings);
/* The same of what is so on every screen: voices, what moves, translations that are stale, words that nobody has written yet. */
void checking_any_screen(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
