/* Photographs as WebP. */
#pragma once

#include "photos/rows.h"

/* NULL, or what is wrong (static text). */
const char *webp_read(struct bytes file, struct rows *rows);
