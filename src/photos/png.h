/* Photographs and scans as PNG, row by row. */
#pragma once

#include "photos/rows.h"

/* NULL, or what is wrong (static text). */
const char *png_read(struct bytes file, struct rows *rows);
