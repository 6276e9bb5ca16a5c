/* The looks at a picture file before anybody decodes it, and the cutting of a drawing. */
#include "formats/picture.h"
#include "formats/svg.h"
#include "fuzz/fuzz.h"

#include <assert.h>
#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct bytes file = {(const char *)bytes, size};
    struct picture_header header = {0};
    struct svg_root root;

    if (!picture_look(file, &header)) {
        double aspect = picture_aspect(&header);

        assert(header.width >= 0 && header.height >= 0 && header.orientation >= 1 && header.orientation <= 8);
        assert(header.kind == PICTURE_SVG || (int64_t)header.width * header.height <= PICTURE_PIXELS_MAX);
        assert(isfinite(aspect) && aspect >= 0);
    }
    if (svg_find_root(file, &root)) {
        struct buffer out = {0};

        assert(root.at < size && root.attributes <= root.end && root.end <= size);
        assert(isfinite(root.w) && isfinite(root.h) && root.w >= 0 && root.h >= 0);
        if (root.w > 0 && root.h > 0)
            svg_cut(file, &root, (struct share_rect){0.1F, 0.2F, 0.3F, 0.4F}, &out);
        svg_frame(file, &root, (struct svg_box){1, 2, 3, 4}, &out);
        assert(out.length > file.size - (root.end - root.attributes));
        buffer_finish(&out);
    }
    return 0;
}
