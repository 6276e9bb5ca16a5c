/* Segments: a marker, and for most a length. ICC.1:2010, annex B.4: a profile in pieces. */
#include "formats/jpeg.h"

#include "formats/bytes.h"
#include "formats/exif.h"

enum { END = 0xD9, SCAN = 0xDA, APP1 = 0xE1, APP2 = 0xE2, APP14 = 0xEE };

bool jpeg_is(struct bytes s)
{
    return bytes_begin(s, "\xFF\xD8\xFF", 3);
}

/* A frame header: what the decoder will meet. */
static const char *read_frame_header(unsigned marker, struct bytes data, struct picture_header *header)
{
    enum { BASELINE = 0xC0, EXTENDED = 0xC1, PROGRESSIVE = 0xC2, FRAME_HEADER = 6, GREY = 1, COLOUR = 3, PRINTING = 4 };

    if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE)
        return "this is an unusual kind of JPEG; save it again as an ordinary JPEG or as PNG";
    if (data.size < FRAME_HEADER)
        return header_damaged;
    if (bytes_8(data, 0) != 8)
        return "this JPEG has more than 8 bits a colour; save it again with 8 bits, or as PNG";
    unsigned components = bytes_8(data, 5);

    if (components != GREY && components != COLOUR && components != PRINTING)
        return "this is an unusual kind of JPEG; save it again as an ordinary JPEG or as PNG";
    header->print = components == PRINTING;
    return header_size(header, bytes_be16(data, 3), bytes_be16(data, 1));
}

/* Behind a scan header: skips compressed data to the next marker, at which the rest begins. */
static struct bytes skip_scan(struct bytes s)
{
    while (s.size >= 2) {
        const char *found = memchr(s.at, 0xFF, s.size - 1);

        if (!found)
            break;
        s = bytes_rest(s, (size_t)(found - s.at));
        unsigned next = bytes_8(s, 1);

        if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
            return s;
        s = bytes_rest(s, 1);
    }
    return bytes_rest(s, s.size);
}

/* SOF0 to SOF15, but for the three markers among them that are none. */
static bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* marker END: there are no more; 0: what stands there is no segment. */
struct jpeg_segment {
    unsigned marker;
    struct bytes data;
};

/* Takes the segment, and the compressed data behind a scan's header. */
static struct jpeg_segment next_segment(struct bytes *s)
{
    while (s->size >= 3 && bytes_8(*s, 0) == 0xFF && bytes_8(*s, 1) == 0xFF)
        *s = bytes_rest(*s, 1); /* padding */
    if (s->size < 2 || bytes_8(*s, 0) != 0xFF)
        return (struct jpeg_segment){0};
    struct jpeg_segment segment = {.marker = bytes_8(*s, 1)};

    if (segment.marker == END)
        return segment;
    if (s->size < 4 || bytes_be16(*s, 2) < 2 || bytes_be16(*s, 2) > s->size - 2)
        return (struct jpeg_segment){0};
    size_t length = bytes_be16(*s, 2);

    segment.data = (struct bytes){s->at + 4, length - 2};
    *s = bytes_rest(*s, length + 2);
    if (segment.marker == SCAN)
        *s = skip_scan(*s);
    return segment;
}

const char *jpeg_look(struct bytes s, bool whole, struct picture_header *header)
{
    struct bytes at = bytes_rest(s, 2);
    bool frame = false, scan = false;

    header->kind = PICTURE_JPEG;
    header->opaque = true;
    for (struct jpeg_segment segment; (segment = next_segment(&at)).marker;) {
        if (segment.marker == END)
            return frame && scan ? NULL : header_damaged;
        if (is_frame(segment.marker) && !frame) {
            const char *fault = read_frame_header(segment.marker, segment.data, header);

            if (fault)
                return fault;
            frame = true;
        }
        if (segment.marker == APP1 && header->orientation == 1 && bytes_begin(segment.data, "Exif\0\0", 6))
            header->orientation = exif_orientation(segment.data);
        if (frame && !whole)
            return NULL;
        scan = scan || segment.marker == SCAN;
    }
    return header_damaged;
}

/* A piece of a profile begins with this name, its number from 1 on, and how many there are. */
struct profile_pieces {
    struct bytes list[255];
    unsigned count;
    bool sound;
};

static void add_piece(struct profile_pieces *pieces, struct bytes data)
{
    static const char name[12] = "ICC_PROFILE";

    if (!bytes_begin(data, name, sizeof(name)))
        return;
    unsigned number = data.size < sizeof(name) + 2 ? 0 : bytes_8(data, sizeof(name));
    unsigned count = data.size < sizeof(name) + 2 ? 0 : bytes_8(data, sizeof(name) + 1);

    if (number == 0 || number > count || (pieces->count > 0 && pieces->count != count) || pieces->list[number - 1].size > 0) {
        pieces->sound = false;
        return;
    }
    pieces->count = count;
    pieces->list[number - 1] = bytes_rest(data, sizeof(name) + 2);
}

void jpeg_look_at_colours(struct bytes s, struct jpeg_colours *colours)
{
    struct bytes at = bytes_rest(s, 2);
    struct profile_pieces pieces = {.sound = true};

    *colours = (struct jpeg_colours){.adobe = false};
    for (struct jpeg_segment segment; (segment = next_segment(&at)).marker && segment.marker != END && segment.marker != SCAN;) {
        if (segment.marker == APP2)
            add_piece(&pieces, segment.data);
        colours->adobe |= segment.marker == APP14 && bytes_begin(segment.data, "Adobe", 5);
    }
    for (unsigned i = 0; i < pieces.count; i++)
        pieces.sound &= pieces.list[i].size > 0;
    colours->profile_broken = !pieces.sound;
    for (unsigned i = 0; pieces.sound && i < pieces.count; i++)
        buffer_add(&colours->profile, pieces.list[i].at, pieces.list[i].size);
}
