/* The audit: what only shows once an exhibit is set on a screen. Texts too long for their place, letters that no face has, colours too
 * close to each other, things too small for eyes and fingers. Pure: every scene is filled as for a visitor and looked at. */
#pragma once

#include "audit/auditor.h"

/* Adds a finding (warnings only) for each fault, in every language and in all text sizes, and sorts. */
void audit_run(const struct audit_setup *setup, struct findings *findings);
/* The same of one scene alone, in one language. */
void audit_scene(const struct audit_setup *setup, struct scene_ref ref, int language, struct findings *findings);
