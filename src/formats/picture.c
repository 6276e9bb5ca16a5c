/* PNG, JPEG and SVG told apart by their first bytes, and walked as far as it takes to trust them. Every read is bounds-checked. */
#include "formats/picture.h"

#include "base/files.h"
#include "formats/svg.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char damaged[] = "the picture is damaged or was not copied to its end; copy it again, or save it again as PNG or JPEG";
static const char too_many_pixels[] = "the picture has more than 40 million pixels; save it smaller";

static bool begins_with(struct bytes s, const char *bytes, size_t length)
{
    return s.size >= length && memcmp(s.at, bytes, length) == 0;
}

static struct bytes rest(struct bytes s, size_t from)
{
    return from >= s.size ? (struct bytes){s.at + s.size, 0} : (struct bytes){s.at + from, s.size - from};
}

/* The readers of numbers: whoever calls them has looked at the size. */
static unsigned byte(struct bytes s, size_t at)
{
    return (unsigned char)s.at[at];
}

static uint32_t be16(struct bytes s, size_t at)
{
    return byte(s, at) << 8 | byte(s, at + 1);
}

static uint32_t be32(struct bytes s, size_t at)
{
    return be16(s, at) << 16 | be16(s, at + 2);
}

static const char *check_size(uint32_t width, uint32_t height, struct picture_header *header)
{
    if (width == 0 || height == 0)
        return damaged;
    if ((uint64_t)width * height > PICTURE_PIXELS_MAX)
        return too_many_pixels;
    header->width = (int)width;
    header->height = (int)height;
    return NULL;
}

/* Chunks: length, name, data, checksum. IHDR comes first, image data before IEND. */
static const char *read_png_header(struct bytes s, struct picture_header *header)
{
    enum { SIGNATURE = 8, CHUNK_FRAME = 12, IHDR_DATA = 13 };
    bool data = false;

    header->kind = PICTURE_PNG;
    if (s.size < SIGNATURE + CHUNK_FRAME + IHDR_DATA || be32(s, 8) != IHDR_DATA || memcmp(s.at + 12, "IHDR", 4) != 0)
        return damaged;
    const char *fault = check_size(be32(s, 16), be32(s, 20), header);

    if (fault)
        return fault;
    for (struct bytes chunk = rest(s, SIGNATURE); chunk.size >= CHUNK_FRAME;) {
        uint32_t length = be32(chunk, 0);

        if (length > chunk.size - CHUNK_FRAME)
            return damaged;
        if (memcmp(chunk.at + 4, "IEND", 4) == 0)
            return data ? NULL : damaged;
        data = data || memcmp(chunk.at + 4, "IDAT", 4) == 0;
        chunk = rest(chunk, (size_t)length + CHUNK_FRAME);
    }
    return damaged;
}

/* The orientation of an Exif segment (TIFF in either byte order); 1 unless it is stated soundly. */
static int exif_orientation(struct bytes s)
{
    enum { TIFF = 6, ENTRY = 12, TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3 };

    if (!begins_with(s, "Exif\0\0", TIFF))
        return 1;
    struct bytes tiff = rest(s, TIFF);
    bool big = begins_with(tiff, "MM\0*", 4);

    if (tiff.size < 8 || (!big && !begins_with(tiff, "II*\0", 4)))
        return 1;
#define EXIF16(s, at) (big ? be16((s), (at)) : byte((s), (at) + 1) << 8 | byte((s), (at)))
#define EXIF32(s, at) (big ? be32((s), (at)) : EXIF16((s), (at) + 2) << 16 | EXIF16((s), (at)))
    struct bytes directory = rest(tiff, EXIF32(tiff, 4));

    if (directory.size < 2)
        return 1;
    uint32_t count = EXIF16(directory, 0);
    struct bytes entry = rest(directory, 2);

    for (uint32_t i = 0; i < count && entry.size >= ENTRY; i++, entry = rest(entry, ENTRY)) {
        if (EXIF16(entry, 0) != TAG_ORIENTATION)
            continue;
        uint32_t value = EXIF16(entry, 8);

        return EXIF16(entry, 2) == TYPE_SHORT && EXIF32(entry, 4) == 1 && value >= 1 && value <= 8 ? (int)value : 1;
    }
#undef EXIF16
#undef EXIF32
    return 1;
}

/* A frame header: what the decoder will meet. */
static const char *read_frame_header(unsigned marker, struct bytes data, struct picture_header *header)
{
    enum { BASELINE = 0xC0, EXTENDED = 0xC1, PROGRESSIVE = 0xC2, FRAME_HEADER = 6 };

    if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE)
        return "this is an unusual kind of JPEG; save it again as an ordinary JPEG or as PNG";
    if (data.size < FRAME_HEADER)
        return damaged;
    if (byte(data, 0) != 8)
        return "this JPEG has more than 8 bits a colour; save it again with 8 bits, or as PNG";
    if (byte(data, 5) == 4)
        return "the picture is in printing colours (CMYK); save it again in RGB";
    if (byte(data, 5) != 1 && byte(data, 5) != 3)
        return "this is an unusual kind of JPEG; save it again as an ordinary JPEG or as PNG";
    return check_size(be16(data, 3), be16(data, 1), header);
}

/* Behind a scan header: skips compressed data to the next marker, at which the rest begins. */
static struct bytes skip_scan(struct bytes s)
{
    size_t at = 0;

    for (; at + 1 < s.size; at++) {
        unsigned next = byte(s, at + 1);

        if (byte(s, at) == 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
            break;
    }
    return at + 1 < s.size ? rest(s, at) : rest(s, s.size);
}

/* SOF0 to SOF15, but for the three markers among them that are none. */
static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static const char *read_jpeg_header(struct bytes s, bool whole, struct picture_header *header)
{
    enum { END = 0xD9, SCAN = 0xDA, APP1 = 0xE1 };
    bool frame = false, scan = false;

    header->kind = PICTURE_JPEG;
    for (struct bytes at = rest(s, 2); at.size >= 2;) {
        unsigned marker = byte(at, 1);

        if (byte(at, 0) != 0xFF)
            return damaged;
        if (marker == 0xFF) { /* padding */
            at = rest(at, 1);
            continue;
        }
        if (marker == END)
            return frame && scan ? NULL : damaged;
        if (at.size < 4 || be16(at, 2) < 2 || be16(at, 2) > at.size - 2)
            return damaged;
        size_t length = be16(at, 2);
        struct bytes data = {at.at + 4, length - 2};

        if (is_frame(marker) && !frame) {
            const char *fault = read_frame_header(marker, data, header);

            if (fault)
                return fault;
            frame = true;
        }
        if (marker == APP1 && header->orientation == 1)
            header->orientation = exif_orientation(data);
        if (frame && !whole)
            return NULL;
        scan = scan || marker == SCAN;
        at = rest(at, length + 2);
        if (marker == SCAN)
            at = skip_scan(at);
    }
    return damaged;
}

/* Whole numbers in the drawing's proportion. */
static void keep_proportion(const struct svg_root *root, struct picture_header *header)
{
    const double least = 500; /* of the shorter side: half a unit is 1/1000 of it */
    double scale = 1;

    while (fmin(root->w, root->h) * scale < least)
        scale *= 10;
    if (fmax(root->w, root->h) * scale > INT_MAX)
        return;
    header->width = (int)lround(root->w * scale);
    header->height = (int)lround(root->h * scale);
}

static const char *read_svg_header(struct bytes s, const struct svg_root *root, struct picture_header *header)
{
    size_t at = root->at;
    int elements = 0;
    bool closed = false;

    header->kind = PICTURE_SVG;
    if (s.size > PICTURE_SVG_BYTES_MAX)
        return "the SVG is larger than 2 MB; simplify it, or save it as PNG";
    while (at + 1 < s.size) {
        struct bytes here = rest(s, at);

        if (begins_with(here, "<!--", 4))
            at = svg_behind(s, at + 4, "-->");
        else if (begins_with(here, "<![CDATA[", 9))
            at = svg_behind(s, at + 9, "]]>");
        else {
            unsigned next = here.at[0] == '<' ? byte(here, 1) : 0;

            elements += (next | 32) >= 'a' && (next | 32) <= 'z';
            closed = closed || begins_with(here, "</svg", 5) || (elements == 1 && begins_with(here, "/>", 2));
            at++;
        }
    }
    if (elements > PICTURE_SVG_ELEMENTS_MAX)
        return "the SVG has more than 20,000 elements; simplify it, or save it as PNG";
    if (root->w > 0)
        keep_proportion(root, header);
    return closed ? NULL : damaged;
}

/* "ftyp" and a brand: films and their still pictures. */
static bool has_brand(struct bytes s, const char *brand)
{
    return s.size >= 12 && memcmp(s.at + 4, "ftyp", 4) == 0 && memcmp(s.at + 8, brand, 4) == 0;
}

static const char *name_other_kind(struct bytes s)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *fault;
    } kinds[] = {
        {"GIF8", 4, "this is a GIF; save it as PNG or JPEG"},
        {"II*\0", 4, "this is a TIFF; save it as PNG or JPEG"},
        {"MM\0*", 4, "this is a TIFF; save it as PNG or JPEG"},
        {"%PDF", 4, "this is a PDF; save its picture as SVG or PNG"},
        {"%!PS", 4, "this is a PostScript file; save it as SVG or PNG"},
        {"8BPS", 4, "this is a Photoshop file; save it as PNG or JPEG"},
        {"BM", 2, "this is a BMP; save it as PNG or JPEG"},
        {"\x1F\x8B", 2, "this is a compressed file (.svgz?); save it as plain SVG, PNG or JPEG"},
        {"PK\x03\x04", 4, "this is a ZIP or office file; save its picture as PNG or JPEG"},
        {"\xFF\x0A", 2, "this is a JPEG XL; save it as PNG or JPEG"},
    };
    static const char *const heic[] = {"heic", "heix", "hevc", "mif1", "msf1"};

    if (begins_with(s, "RIFF", 4) && s.size >= 12 && memcmp(s.at + 8, "WEBP", 4) == 0)
        return "this is a WebP; save it as PNG or JPEG";
    if (has_brand(s, "avif") || has_brand(s, "avis"))
        return "this is an AVIF; save it as PNG or JPEG";
    for (size_t i = 0; i < COUNTOF(heic); i++)
        if (has_brand(s, heic[i]))
            return "this is a HEIC, as telephones make them; save it as JPEG";
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (begins_with(s, kinds[i].bytes, kinds[i].length))
            return kinds[i].fault;
    return s.size == 0 ? "the file is empty; copy the picture again" : "this is no picture that can be shown; save it as PNG, JPEG or SVG";
}

double picture_aspect(const struct picture_header *header)
{
    enum { FIRST_SIDEWAYS = 5 }; /* EXIF 2.3, tag 274 */

    if (header->width <= 0 || header->height <= 0)
        return 0;
    return header->orientation >= FIRST_SIDEWAYS ? (double)header->height / header->width : (double)header->width / header->height;
}

static const char *read_header(struct bytes s, bool whole, struct picture_header *header)
{
    struct svg_root root;

    *header = (struct picture_header){.orientation = 1};
    if (begins_with(s, "\x89PNG\r\n\x1A\n", 8))
        return read_png_header(s, header);
    if (begins_with(s, "\xFF\xD8\xFF", 3))
        return read_jpeg_header(s, whole, header);
    return svg_find_root(s, &root) ? read_svg_header(s, &root, header) : name_other_kind(s);
}

const char *picture_look(struct bytes picture, struct picture_header *header)
{
    return read_header(picture, true, header);
}

const char *picture_glance(int fd, struct picture_header *header)
{
    enum { FIRST_BYTES = 4096, STEP = 16, LAST_BYTES = 1024 * 1024 };
    const char *fault = damaged;
    bool cut = true;

    *header = (struct picture_header){.orientation = 1};
    for (size_t limit = FIRST_BYTES; cut && header->width == 0 && limit <= LAST_BYTES; limit *= STEP) {
        struct buffer start = {0};

        if (!files_read_start(fd, limit, &start))
            return "the file cannot be read; is it a file, and may it be read by everybody?";
        cut = start.length == limit;
        fault = read_header((struct bytes){start.bytes, start.length}, !cut, header);
        buffer_finish(&start);
    }
    return cut && fault == damaged ? NULL : fault; /* the end that is missing was not read */
}
