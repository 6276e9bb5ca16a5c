/* Rows of texts into the exhibit's files. */
#pragma once

#include "wording/intake.h"
#include "wording/text_rows.h"

/* Texts that differ are changed; an empty one means that there is none yet. Errors for keys and languages that there are not, for rows that
 * are there twice, and for texts that no file can hold; a warning where the source has changed since the table was made. */
void text_intake(struct intake *intake, const struct text_rows *rows);
