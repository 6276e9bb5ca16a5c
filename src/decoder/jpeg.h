/* Photographs as JPEG, decoded no larger than they are needed. */
#pragma once

#include "base/geom.h"
#include "base/mem.h"

#include <SDL.h>

/* The picture as stored, at an eighth, a quarter, a half or the whole of its size: the smallest that has `least` pixels each way; a small
 * picture always whole. The caller frees it. NULL with *why (static text), also for a file that ends too early. */
SDL_Surface *jpeg_read(struct bytes file, struct size least, const char **why);
