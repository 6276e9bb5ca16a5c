/* Photographs that need not be decoded, because a scaled copy of them is there (copies/copies.h). */
#pragma once

#include "base/files.h"
#include "copies/copies.h"
#include "formats/header.h"
#include "images/image.h"

#include <SDL.h>

/* A photograph that is being asked for; all 0: none is kept of this. */
struct copied {
    struct copies *copies;
    struct hash name;
};

/* What is asked of an open picture file: its header as picture_glance found it (NULL: it is no picture). Kept are photographs, and of the
 * picture view all of one, not what visitors zoom into. copies: NULL: none are kept. */
struct copied copied_look(struct copies *copies, const struct image_request *request, int file, const struct picture_header *header);
/* Fills the surface from the copy; false if it has to be drawn. */
bool copied_find(const struct copied *copied, SDL_Surface *surface);
/* Whether that picture would have to be decoded for its copy: there is none yet, and one is kept of what is asked for. */
bool copied_lacks(struct copies *copies, const struct files *files, const struct image_request *request);
/* The surface was drawn instead, in that memory, from a file that has not changed since. */
void copied_offer(const struct copied *copied, const SDL_Surface *surface, int memory, int took_ms);
