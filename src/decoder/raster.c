/* Looks at the file before anything decodes it, and then chooses who does. */
#include "decoder/raster.h"

#include "formats/picture.h"
#include "decoder/drawing.h"
#include "decoder/photo.h"

enum raster_outcome raster_draw(const struct raster_job *job, struct raster_fault *fault)
{
    struct picture_header header;
    const char *why = picture_look(job->file, &header);
    struct size size = image_surface_size(job->request);

    ASSERT(job->surface->w == size.w && job->surface->h == size.h);
    *fault = (struct raster_fault){.line = 0};
    if (!why && job->request->sheet && header.kind != PICTURE_SVG)
        why = "nothing moves in a photograph";
    if (!why && job->request->icon && header.kind != PICTURE_SVG)
        why = "an icon must be an SVG drawing";
    if (why)
        return raster_fail(fault, why);
    return header.kind == PICTURE_SVG ? drawing_draw(job, fault) : photo_draw(job, &header, fault);
}
