/* Photographs as AVIF. Their library brings four others and 2 MB, so a process has it only where it is asked for. */
#pragma once

#include "photos/rows.h"

/* Before the fence: makes the library ready. */
void avif_open(void);
/* Whether it is; false also where it is not installed. */
bool avif_is_open(void);
/* Once it is open. NULL, or what is wrong (static text). */
const char *avif_read(struct bytes file, struct rows *rows);
