/* Copies of photographs, made before anybody asks for them. */
#pragma once

#include <stdbool.h>

/* Those that the exhibit in the folder lacks, for the screen that it declares, so many at most. What is left then, or has no room, is told
 * in the log. False: a disk does not answer, and the caller must _Exit in the end. */
bool prepare_ahead(const char *folder, int most);
