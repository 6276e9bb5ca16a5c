/* Whoever reads the file hands its rows over; what becomes of them is the same for all. */
#include "decoder/photo.h"

#include "formats/picture.h"
#include "photos/avif.h"
#include "photos/jpeg.h"
#include "photos/png.h"
#include "photos/webp.h"

#include <math.h>

/* How many pixels of the photograph as stored, each way, the request can show. */
static struct size useful_size(const struct picture_header *header, const struct image_request *request)
{
    bool sideways = header->orientation >= 5;
    struct size own = picture_pixels(header);
    cairo_rectangle_t at = raster_place(own.w, own.h, request);
    struct size upright = {(int)fmin(ceil(at.width), PICTURE_PIXELS_MAX), (int)fmin(ceil(at.height), PICTURE_PIXELS_MAX)};

    return sideways ? (struct size){upright.h, upright.w} : upright;
}

static const char *read_format(const struct raster_job *job, const struct picture_header *header, struct rows *rows)
{
    switch (header->kind) {
    case PICTURE_JPEG:
        return jpeg_read(job->file, useful_size(header, job->request), rows);
    case PICTURE_PNG:
        return png_read(job->file, rows);
    case PICTURE_WEBP:
        return webp_read(job->file, rows);
    case PICTURE_AVIF:
        return avif_read(job->file, rows);
    case PICTURE_SVG:
        break;
    }
    return "this is no photograph";
}

enum raster_outcome photo_draw(const struct raster_job *job, const struct picture_header *header, struct raster_fault *fault)
{
    struct ground_count count = {0};

    if (header->kind == PICTURE_AVIF && !avif_is_open())
        return raster_need(fault, WIRE_NEED_AVIF, "what decodes AVIF (libavif) is not installed here; save it as PNG or JPEG");
    struct rows *rows = rows_create(&(struct rows_setup){job->request, job->surface, header->orientation, job->remarks ? &count : NULL});
    const char *why = read_format(job, header, rows);

    if (!why) {
        rows_put(rows);
        if (rows_warning(rows))
            remark_add(job->remarks, 0, "%s", rows_warning(rows));
        ground_count_tell(&count, job->remarks);
    }
    rows_destroy(rows);
    return why ? raster_fail(fault, why) : RASTER_DRAWN;
}
