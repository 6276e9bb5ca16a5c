/* The lines that visits are handed over in:
 *
 *     keep 400                              how many days are kept; what stands before it without its visit was cut off
 *     scene 45 panel/coup                   seconds that it was shown; the scenes of a visit in their order,
 *     touch 231 wide panel/coup             and its touches: a cell, on a wide or a tall screen,
 *     visit 2026-11-30 14 183 es large high  come before this: day, hour, seconds, language, text and contrast (usual, large, high)
 *
 * Names stand last, as they may have blanks. Pure. */
#pragma once

#include "base/mem.h"

enum { DIARY_NAME_BYTES = 320, DIARY_LANGUAGE_BYTES = 40 }; /* of a scene's log name */

/* Where a finger came down: a cell of so many along the longer side of the screen and the shorter, counted from the upper left, line by
 * line. */
enum { DIARY_LONG = 32, DIARY_SHORT = 18, DIARY_CELLS = DIARY_LONG * DIARY_SHORT };

enum entry_kind { ENTRY_KEEP, ENTRY_SCENE, ENTRY_TOUCH, ENTRY_VISIT };

/* number: days, seconds or a cell. name: of a scene; language: of a visit. */
struct diary_entry {
    enum entry_kind kind;
    int number, hour;
    char day[11]; /* "2026-11-30" */
    char name[DIARY_NAME_BYTES], language[DIARY_LANGUAGE_BYTES];
    bool tall, large, contrast;
};

void entry_write(struct buffer *out, const struct diary_entry *entry);
/* The entry of the first line of the text at *at, which moves behind that line. False: no line is left. What is no entry is passed over. */
bool entry_read(const char **at, struct diary_entry *entry);
