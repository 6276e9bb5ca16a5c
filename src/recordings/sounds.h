/* Sounds that panels show: whether their files are there, and which files no panel plays. Pure. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* What cannot be played is told, with the name that was probably meant. */
void sounds_settle(struct exhibit *exhibit, const struct files *files, struct findings *findings);
/* Files of assets/sounds that no panel plays, as hints. */
void sounds_report_unused(const struct exhibit *exhibit, const struct files *files, struct findings *findings);
