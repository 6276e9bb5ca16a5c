/* RIFF: "RIFF", size, "WEBP"; then chunks: name, size of the data, data, and a byte more where that is odd. A file begins with VP8 (lossy),
 * VP8L (lossless), or with VP8X, behind which all else stands. */
#include "formats/webp.h"

#include "formats/bytes.h"
#include "formats/exif.h"

enum { MOVES = 0x02, SIDE_BITS = 14, SIDE_MASK = (1 << SIDE_BITS) - 1 };

bool webp_is(struct bytes s)
{
    return s.size >= WEBP_FIRST_CHUNK && bytes_begin(s, "RIFF", 4) && memcmp(s.at + 8, "WEBP", 4) == 0;
}

struct webp_step webp_step(struct bytes head, size_t at)
{
    uint32_t size = bytes_le32(head, 4);

    return (struct webp_step){bytes_begin(head, "EXIF", 4), size, at + WEBP_CHUNK_HEAD + (size_t)size + (size & 1)};
}

struct bytes webp_chunk(struct bytes s, const char *name)
{
    for (size_t at = WEBP_FIRST_CHUNK; at < s.size && s.size - at >= WEBP_CHUNK_HEAD;) {
        struct bytes chunk = bytes_rest(s, at), data = bytes_rest(chunk, WEBP_CHUNK_HEAD);
        struct webp_step step = webp_step(chunk, at);

        if (step.data > data.size)
            break;
        if (bytes_begin(chunk, name, 4))
            return (struct bytes){data.at, step.data};
        at = step.next;
    }
    return (struct bytes){s.at, 0};
}

/* RFC 9649: where the first chunk says how large the picture is. */
static const char *read_size(struct bytes chunk, struct picture_header *header)
{
    struct bytes data = bytes_rest(chunk, WEBP_CHUNK_HEAD);

    if (data.size < 10)
        return header_damaged;
    if (bytes_begin(chunk, "VP8X", 4)) {
        if (bytes_8(data, 0) & MOVES)
            return "this WebP moves; save one picture of it as PNG or JPEG";
        return header_size(header, bytes_le24(data, 4) + 1, bytes_le24(data, 7) + 1);
    }
    if (bytes_begin(chunk, "VP8L", 4)) {
        uint32_t sides = bytes_le32(data, 1);

        return bytes_8(data, 0) != 0x2F ? header_damaged
                                        : header_size(header, (sides & SIDE_MASK) + 1, (sides >> SIDE_BITS & SIDE_MASK) + 1);
    }
    if (!bytes_begin(chunk, "VP8 ", 4) || memcmp(data.at + 3, "\x9D\x01\x2A", 3) != 0)
        return header_damaged;
    return header_size(header, bytes_le16(data, 6) & SIDE_MASK, bytes_le16(data, 8) & SIDE_MASK);
}

const char *webp_look(struct bytes s, bool whole, struct picture_header *header)
{
    header->kind = PICTURE_WEBP;
    const char *fault = read_size(bytes_rest(s, WEBP_FIRST_CHUNK), header);

    if (fault || !whole)
        return fault;
    if (bytes_le32(s, 4) > s.size - WEBP_CHUNK_HEAD || (webp_chunk(s, "VP8 ").size == 0 && webp_chunk(s, "VP8L").size == 0))
        return header_damaged;
    header->orientation = exif_orientation(webp_chunk(s, "EXIF"));
    return NULL;
}
