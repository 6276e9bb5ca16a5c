/* What the kiosk tells the log, with the fields that the journal can be asked for. */
#pragma once

#include "journal/journal.h"

struct findings;

/* A line about what is shown, as the stage makes them: `scene NAME lang=LL via=WAY` has beside it VITRINA_SCENE=NAME, VITRINA_LANG=LL and
 * VITRINA_VIA=WAY; a line of another kind each of its KEY=WORD. Two kinds have a MESSAGE_ID of their own: scenes, and whether it is open.
 */
void telling_line(const struct journal *journal, const char *line);
/* As findings_print writes them; each with VITRINA_FINDING, its code, and CONFIG_FILE and CONFIG_LINE. */
void telling_findings(const struct journal *journal, const struct findings *findings);
