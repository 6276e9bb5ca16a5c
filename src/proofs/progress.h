/* How far work has come: a bar in one line of a terminal, and nothing elsewhere. */
#pragma once

void progress_show(int done, int count);
/* Takes the bar off. */
void progress_end(void);
