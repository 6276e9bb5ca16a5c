/* How a camera was held. */
#pragma once

#include "base/mem.h"

/* The orientation that EXIF data state, a TIFF in either byte order, perhaps behind "Exif" and two zeros; 1 unless it is stated soundly. */
int exif_orientation(struct bytes exif);
