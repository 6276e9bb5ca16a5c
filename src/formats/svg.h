/* The outermost element of an SVG drawing: found, measured, and put into another one that shows only a part. All as text: nothing is
 * drawn, nothing outside the file is read, every read is bounds-checked. Pure. */
#pragma once

#include "base/geom.h"
#include "base/mem.h"

/* Offsets in the file of "<svg" (or "<prefix:svg"), of what follows that name, and of the ">" or "/>" behind the attributes. w, h: the
 * viewBox, else width and height in pixels, of which an inch has 96; both 0 if neither is stated soundly. */
struct svg_root {
    size_t at, attributes, end;
    double w, h;
};

/* False: the file is no SVG. */
bool svg_find_root(struct bytes file, struct svg_root *root);
struct svg_box {
    double x, y, w, h;
};

/* Adds to `out` the same drawing with that viewBox in place of its own. */
void svg_frame(struct bytes file, const struct svg_root *root, struct svg_box box, struct buffer *out);
/* Adds to `out` a drawing that fills any size with that part (in shares of the whole) of the one in `file`, whatever the proportions; what
 * lies beyond the whole is left empty. The root's w and h must be there: where the file states none, the caller finds them out. */
void svg_cut(struct bytes file, const struct svg_root *root, struct share_rect part, struct buffer *out);
