/* One event as a line of text, and back: `16 finger 3 down 0.2513 0.7`. The number in front says how many milliseconds after the line
 * before it happened. */
#pragma once

#include "base/mem.h"
#include "tape/event.h"

enum { TAPE_SCREEN_LEAST = 320 }; /* pixels a side, as of --size */

enum { TAPE_WHY_BYTES = 160, TAPE_LINE_BYTES = 256, TAPE_WAIT_MAX_MS = 1000000000 };

/* Adds the line; only of what devices and the run loop do. since_ms: when the line before happened. Shares of the screen are kept to every
 * bit. */
void tape_line_write(struct buffer *out, const struct tape_event *event, int64_t since_ms);
/* The line, which has no line break and changes, into *event; since_ms as above. False, with what is wrong in plain words, if it says
 * nothing that can be played. */
bool tape_line_read(char *line, int64_t since_ms, struct tape_event *event, char why[TAPE_WHY_BYTES]);
