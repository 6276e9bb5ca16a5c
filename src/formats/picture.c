/* Kinds told apart by their first bytes, whatever the file is called, and walked as far as it takes to trust them. Every read is
 * bounds-checked. */
#include "formats/picture.h"

#include "base/files.h"
#include "formats/avif.h"
#include "formats/bytes.h"
#include "formats/exif.h"
#include "formats/jpeg.h"
#include "formats/png.h"
#include "formats/svg.h"
#include "formats/tag.h"
#include "formats/webp.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
    struct bytes name = {s.at + at + 1, root->attributes - at - 1};
    int elements = 0;
    bool closed = false;

    header->kind = PICTURE_SVG;
    if (s.size > PICTURE_SVG_BYTES_MAX)
        return "the SVG is larger than 2 MB; simplify it, or save it as PNG";
    while (at + 1 < s.size) {
        struct bytes here = bytes_rest(s, at);

        if (bytes_begin(here, "<!--", 4))
            at = tag_behind(s, at + 4, "-->");
        else if (bytes_begin(here, "<![CDATA[", 9))
            at = tag_behind(s, at + 9, "]]>");
        else {
            unsigned next = here.at[0] == '<' ? bytes_8(here, 1) : 0;

            elements += (next | 32) >= 'a' && (next | 32) <= 'z';
            closed = closed || (bytes_begin(here, "</", 2) && bytes_begin(bytes_rest(here, 2), name.at, name.size)) ||
                     (elements == 1 && bytes_begin(here, "/>", 2));
            at++;
        }
    }
    if (elements > PICTURE_SVG_ELEMENTS_MAX)
        return "the SVG has more than 20,000 elements; simplify it, or save it as PNG";
    if (root->w > 0)
        keep_proportion(root, header);
    return closed ? NULL : header_damaged;
}

/* "ftyp" and a brand: films and their still pictures. */
static bool has_brand(struct bytes s, const char *brand)
{
    return s.size >= 12 && memcmp(s.at + 4, "ftyp", 4) == 0 && memcmp(s.at + 8, brand, 4) == 0;
}

#define WEB_PAGE "this is a web page, not the picture; save the picture itself"

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
        {"\0\0\0\x0CjP  ", 8, "this is a JPEG 2000; save it as PNG or JPEG"},
        {"\xD7\xCD\xC6\x9A", 4, "this is a Windows metafile; save it as SVG or PNG"},
        {"<!DOCTYPE html", 14, WEB_PAGE},
        {"<!doctype html", 14, WEB_PAGE},
        {"<html", 5, WEB_PAGE},
        {"version https://git-lfs", 23, "this is a note of Git LFS in the picture's place; fetch the picture itself (git lfs pull)"},
        {"\0\x05\x16\x07", 4, "this is what a Mac keeps beside a file (._NAME), not the picture; copy the picture itself"},
        {"\xFF\xFE", 2, "this is a text in UTF-16; save a drawing (SVG) in UTF-8"},
        {"\xFE\xFF", 2, "this is a text in UTF-16; save a drawing (SVG) in UTF-8"},
    };
    static const char *const heic[] = {"heic", "heix", "hevc", "mif1", "msf1"}, *const films[] = {"isom", "mp41", "mp42",
                                                                                                  "M4V ", "qt  ", "avc1"};

    for (size_t i = 0; i < COUNTOF(heic); i++)
        if (has_brand(s, heic[i]))
            return "this is a HEIC, as telephones make them; save it as JPEG";
    for (size_t i = 0; i < COUNTOF(films); i++)
        if (has_brand(s, films[i]))
            return "this is a film; save one picture of it as PNG or JPEG";
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (bytes_begin(s, kinds[i].bytes, kinds[i].length))
            return kinds[i].fault;
    return s.size == 0 ? "the file is empty; copy the picture again" : "this is no picture that can be shown; save it as PNG, JPEG or SVG";
}

enum { FIRST_SIDEWAYS = 5 }; /* EXIF 2.3, tag 274 */

double picture_aspect(const struct picture_header *header)
{
    if (header->width <= 0 || header->height <= 0)
        return 0;
    return header->orientation >= FIRST_SIDEWAYS ? (double)header->height / header->width : (double)header->width / header->height;
}

struct size picture_pixels(const struct picture_header *header)
{
    if (header->kind == PICTURE_SVG || header->width <= 0 || header->height <= 0)
        return (struct size){0, 0};
    if (header->orientation >= FIRST_SIDEWAYS)
        return (struct size){header->height, header->width};
    return (struct size){header->width, header->height};
}

static const char *read_header(struct bytes s, bool whole, struct picture_header *header)
{
    struct svg_root root;

    *header = (struct picture_header){.orientation = 1};
    if (png_is(s))
        return png_look(s, whole, header);
    if (jpeg_is(s))
        return jpeg_look(s, whole, header);
    if (webp_is(s))
        return webp_look(s, whole, header);
    if (avif_is(s))
        return avif_look(s, whole, header);
    return svg_find_root(s, &root) ? read_svg_header(s, &root, header) : name_other_kind(s);
}

const char *picture_look(struct bytes picture, struct picture_header *header)
{
    return read_header(picture, true, header);
}

/* So many bytes from there on, or as many as there are. */
static struct bytes read_at(int fd, size_t at, char *bytes, size_t size)
{
    ssize_t count = pread(fd, bytes, size, (off_t)at);

    return (struct bytes){bytes, count > 0 ? (size_t)count : 0};
}

/* The orientation that stands behind the pixels, which are not read. */
static int orientation_behind(int fd, enum picture_kind kind)
{
    enum { CHUNKS_MAX = 16, TAIL_BYTES = 16 * 1024 };
    char bytes[TAIL_BYTES];
    struct stat info;

    if (kind == PICTURE_PNG && fstat(fd, &info) == 0)
        return png_tail_orientation(read_at(fd, info.st_size > TAIL_BYTES ? (size_t)info.st_size - TAIL_BYTES : 0, bytes, sizeof(bytes)));
    size_t at = WEBP_FIRST_CHUNK;

    for (int i = 0; kind == PICTURE_WEBP && i < CHUNKS_MAX; i++) {
        struct bytes head = read_at(fd, at, bytes, WEBP_CHUNK_HEAD);
        struct webp_step step;

        if (head.size < WEBP_CHUNK_HEAD)
            break;
        step = webp_step(head, at);
        if (step.exif)
            return exif_orientation(read_at(fd, at + WEBP_CHUNK_HEAD, bytes, step.data < sizeof(bytes) ? step.data : sizeof(bytes)));
        at = step.next;
    }
    return 1;
}

const char *picture_glance(int fd, struct picture_header *header)
{
    enum { FIRST_BYTES = 4096, STEP = 16, LAST_BYTES = 1024 * 1024 };
    const char *fault = header_damaged;
    bool cut = true;

    *header = (struct picture_header){.orientation = 1};
    for (size_t limit = FIRST_BYTES; cut && fault == header_damaged && limit <= LAST_BYTES; limit *= STEP) {
        struct buffer start = {0};

        if (!files_read_start(fd, limit, &start))
            return "the file cannot be read; is it a file, and may it be read by everybody?";
        cut = start.length == limit;
        fault = read_header((struct bytes){start.bytes, start.length}, !cut, header);
        buffer_finish(&start);
        if (header->kind == PICTURE_SVG && header->width > 0)
            break;
    }
    if (!fault && cut && header->orientation == 1)
        header->orientation = orientation_behind(fd, header->kind);
    return cut && fault == header_damaged ? NULL : fault; /* the end that is missing was not read */
}
