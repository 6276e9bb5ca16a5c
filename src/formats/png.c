/* Chunks: length, name, data, checksum. IHDR comes first, image data before IEND. */
#include "formats/png.h"

#include "formats/bytes.h"
#include "formats/exif.h"

enum { SIGNATURE = 8, CHUNK_FRAME = 12, CHUNK_DATA = 8, IHDR_DATA = 13, COLOUR_TYPE = 25, HAS_ALPHA = 4 };

bool png_is(struct bytes s)
{
    return bytes_begin(s, "\x89PNG\r\n\x1A\n", SIGNATURE);
}

static bool is_named(struct bytes chunk, const char *name)
{
    return memcmp(chunk.at + 4, name, 4) == 0;
}

/* Empty when it has no end. */
static struct bytes data_of(struct bytes chunk)
{
    uint32_t length = bytes_be32(chunk, 0);

    return (struct bytes){chunk.at + CHUNK_DATA, length > chunk.size - CHUNK_FRAME ? 0 : length};
}

static bool is_whole(struct bytes chunk)
{
    return chunk.size >= CHUNK_FRAME && bytes_be32(chunk, 0) <= chunk.size - CHUNK_FRAME;
}

static struct bytes behind(struct bytes chunk)
{
    return bytes_rest(chunk, (size_t)bytes_be32(chunk, 0) + CHUNK_FRAME);
}

const char *png_look(struct bytes s, bool whole, struct picture_header *header)
{
    bool data = false;

    header->kind = PICTURE_PNG;
    if (s.size < SIGNATURE + CHUNK_FRAME + IHDR_DATA || bytes_be32(s, 8) != IHDR_DATA || memcmp(s.at + 12, "IHDR", 4) != 0)
        return header_damaged;
    const char *fault = header_size(header, bytes_be32(s, 16), bytes_be32(s, 20));

    if (fault)
        return fault;
    header->opaque = !(bytes_8(s, COLOUR_TYPE) & HAS_ALPHA);
    for (struct bytes chunk = bytes_rest(s, SIGNATURE); chunk.size >= CHUNK_DATA; chunk = behind(chunk)) {
        data = data || is_named(chunk, "IDAT");
        if (data && !whole)
            return NULL;
        if (!is_whole(chunk))
            return header_damaged;
        if (is_named(chunk, "acTL") && bytes_be32(data_of(chunk), 0) > 1)
            return "this PNG moves; save one picture of it as PNG or JPEG";
        if (is_named(chunk, "tRNS"))
            header->opaque = false;
        if (is_named(chunk, "eXIf"))
            header->orientation = exif_orientation(data_of(chunk));
        if (is_named(chunk, "IEND"))
            return data ? NULL : header_damaged;
    }
    return header_damaged;
}

/* Whether the chunks lead to the end of the file. */
static bool leads_to_end(struct bytes chunk)
{
    for (; is_whole(chunk); chunk = behind(chunk))
        if (is_named(chunk, "IEND"))
            return true;
    return false;
}

int png_tail_orientation(struct bytes tail)
{
    for (struct bytes chunk = tail; chunk.size >= CHUNK_FRAME; chunk = bytes_rest(chunk, 1))
        if (is_named(chunk, "eXIf") && leads_to_end(chunk))
            return exif_orientation(data_of(chunk));
    return 1;
}
