/* Frames painted to PNG files: the same painter, no window, no display. */
#pragma once

#include "base/files.h"
#include "base/geom.h"
#include "base/mem.h"
#include "layout/draw.h"
#include "fonts/choice.h"

struct offscreen;

/* NULL with a log line when no face can be used, or there is not the memory. Borrows files. */
struct offscreen *offscreen_create(const struct files *files, const struct choice_setup *lettering, struct size size);
/* As images_destroy; after false the caller must _Exit. */
bool offscreen_destroy(struct offscreen *offscreen);
struct measure offscreen_measure(struct offscreen *offscreen);
/* Waits for the frame's pictures (for each that is late a minute at most), paints and writes. False with a log line when the file cannot be
 * written: then there is none, or the one that was there. */
bool offscreen_save(struct offscreen *offscreen, const struct frame *frame, const char *path);
/* The same, into memory: adds the bytes. */
bool offscreen_encode(struct offscreen *offscreen, const struct frame *frame, struct buffer *png);
