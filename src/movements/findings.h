/* What moves in drawings: whether their groups and what the exhibit says of them belong together. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

void movements_findings(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
