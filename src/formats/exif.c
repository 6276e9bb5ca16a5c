/* EXIF 2.3: the first directory's tag 274. */
#include "formats/exif.h"

#include "formats/bytes.h"

int exif_orientation(struct bytes exif)
{
    enum { PREFIX = 6, HEADER = 8, ENTRY = 12, TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3 };
    struct bytes tiff = bytes_begin(exif, "Exif\0\0", PREFIX) ? bytes_rest(exif, PREFIX) : exif;
    bool big = bytes_begin(tiff, "MM\0*", 4);
    uint32_t (*const read16)(struct bytes, size_t) = big ? bytes_be16 : bytes_le16;
    uint32_t (*const read32)(struct bytes, size_t) = big ? bytes_be32 : bytes_le32;

    if (tiff.size < HEADER || (!big && !bytes_begin(tiff, "II*\0", 4)))
        return 1;
    struct bytes directory = bytes_rest(tiff, read32(tiff, 4));

    if (directory.size < 2)
        return 1;
    uint32_t count = read16(directory, 0);
    struct bytes entry = bytes_rest(directory, 2);

    for (uint32_t i = 0; i < count && entry.size >= ENTRY; i++, entry = bytes_rest(entry, ENTRY)) {
        if (read16(entry, 0) != TAG_ORIENTATION)
            continue;
        uint32_t value = read16(entry, 8);

        return read16(entry, 2) == TYPE_SHORT && read32(entry, 4) == 1 && value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}
