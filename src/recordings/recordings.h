/* Recordings of texts, which are heard in the place of a voice: `audio:` of panels, events, people, terms and notices. Pure. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* Finds out in which languages there is a file, and tells of those where there is none, or none that can be played. */
void recordings_settle(struct exhibit *exhibit, const struct files *files, struct findings *findings);
/* Path inside the exhibit, in the arena; NULL: in this language there is none. */
const char *recordings_path(struct arena *arena, const struct exhibit *exhibit, const struct recorded_text *recording, int language);
