/* ISO/IEC 14496-12 (boxes: size, name, content) and 23008-12 (items): a file has a box "meta", in which items have properties. Of them the
 * primary one is shown; libavif, which decodes them, reads the same. */
#include "formats/avif.h"

#include "formats/bytes.h"

enum { BOX_HEAD = 8, LARGE_HEAD = 16, FULL_BOX = 4, NAME = 4 };

/* content: behind the head. size: of all of it; more than there is where the file is cut off. */
struct box {
    const char *name;
    struct bytes content;
    uint64_t size;
    bool cut;
};

/* The box that begins there; false where none does. */
static bool read_box(struct bytes s, struct box *box)
{
    size_t head = BOX_HEAD;

    if (s.size < BOX_HEAD)
        return false;
    *box = (struct box){.name = s.at + NAME, .size = bytes_be32(s, 0)};
    if (box->size == 0) { /* to the end */
        box->size = s.size;
    } else if (box->size == 1) {
        if (s.size < LARGE_HEAD)
            return false;
        box->size = (uint64_t)bytes_be32(s, 8) << 32 | bytes_be32(s, 12);
        head = LARGE_HEAD;
    }
    if (box->size < head)
        return false;
    box->cut = box->size > s.size;
    box->content = (struct bytes){s.at + head, (box->cut ? s.size : (size_t)box->size) - head};
    return true;
}

static bool is_named(const struct box *box, const char *name)
{
    return memcmp(box->name, name, NAME) == 0;
}

/* The first of that name among the boxes in s; an empty one, cut off, if there is none. */
static struct box find_box(struct bytes s, const char *name)
{
    struct box box;

    while (read_box(s, &box)) {
        if (is_named(&box, name))
            return box;
        if (box.cut)
            break;
        s = bytes_rest(s, (size_t)box.size);
    }
    return (struct box){.name = name, .content = {s.at, 0}, .cut = true};
}

static bool has_brand(struct bytes s, const char *brand)
{
    struct box box;

    if (!read_box(s, &box) || !is_named(&box, "ftyp"))
        return false;
    for (size_t at = 0; at + NAME <= box.content.size; at += NAME)
        if (at != NAME && memcmp(box.content.at + at, brand, NAME) == 0) /* the second is a version */
            return true;
    return false;
}

bool avif_is(struct bytes s)
{
    return has_brand(s, "avif") || has_brand(s, "avis");
}

/* The box in "meta" at that path of names. */
static struct box find_in(struct bytes content, const char *const *names, int count)
{
    struct box box = {.content = content};

    for (int i = 0; i < count && !box.cut; i++)
        box = find_box(box.content, names[i]);
    return box;
}

/* The number of the item that is shown; 0: none. */
static uint32_t primary_item(struct bytes meta)
{
    struct box box = find_box(meta, "pitm");
    struct bytes content = bytes_rest(box.content, FULL_BOX);
    bool wide = box.content.size >= FULL_BOX && bytes_8(box.content, 0) > 0;

    if (box.cut || content.size < (wide ? 4U : 2U))
        return 0;
    return wide ? bytes_be32(content, 0) : bytes_be16(content, 0);
}

/* Of the item that is shown. turns: to the left; mirror: -1 for none, 0 top to bottom, 1 left to right. */
struct shown_item {
    uint32_t width, height;
    int turns, mirror;
    bool cropped;
};

static void take_property(const struct box *property, struct shown_item *item)
{
    struct bytes content = property->content;

    if (is_named(property, "ispe") && content.size >= FULL_BOX + 8) {
        item->width = bytes_be32(content, FULL_BOX);
        item->height = bytes_be32(content, FULL_BOX + 4);
    } else if (is_named(property, "irot") && content.size >= 1) {
        item->turns = (int)(bytes_8(content, 0) & 3);
    } else if (is_named(property, "imir") && content.size >= 1) {
        item->mirror = (int)(bytes_8(content, 0) & 1);
    } else if (is_named(property, "clap")) {
        item->cropped = true;
    }
}

/* Properties are numbered from 1 on. */
static void take_property_of(struct bytes list, uint32_t number, struct shown_item *item)
{
    struct box property;

    for (uint32_t i = 1; read_box(list, &property) && !property.cut; i++) {
        if (i == number) {
            take_property(&property, item);
            return;
        }
        list = bytes_rest(list, (size_t)property.size);
    }
}

/* Which properties each item has: the numbers of items and of properties are narrow or wide. */
struct associations {
    struct bytes left;
    size_t item_bytes, property_bytes;
};

static uint32_t take_number(struct bytes *left, size_t bytes)
{
    uint32_t number = bytes == 1 ? bytes_8(*left, 0) : bytes == 2 ? bytes_be16(*left, 0) : bytes_be32(*left, 0);

    *left = bytes_rest(*left, bytes);
    return number;
}

/* item: NULL: it is passed over. The highest bit says that whoever does not know the property must not show the item. */
static void read_item(struct associations *associations, struct bytes properties, struct shown_item *item)
{
    uint32_t mask = associations->property_bytes == 1 ? 0x7F : 0x7FFF;

    for (uint32_t count = take_number(&associations->left, 1); count > 0 && associations->left.size >= associations->property_bytes;
         count--) {
        uint32_t number = take_number(&associations->left, associations->property_bytes) & mask;

        if (item)
            take_property_of(properties, number, item);
    }
}

static struct shown_item read_shown(struct bytes meta)
{
    static const char *const list[] = {"iprp", "ipco"}, *const links[] = {"iprp", "ipma"};
    struct box properties = find_in(meta, list, COUNTOF(list)), box = find_in(meta, links, COUNTOF(links));
    struct shown_item item = {.mirror = -1};
    uint32_t primary = primary_item(meta);

    if (properties.cut || box.cut || box.content.size < FULL_BOX + 4 || primary == 0)
        return item;
    struct associations associations = {
        .left = bytes_rest(box.content, FULL_BOX + 4),
        .item_bytes = bytes_8(box.content, 0) > 0 ? 4 : 2,
        .property_bytes = bytes_8(box.content, 3) & 1 ? 2 : 1,
    };

    bool found = false; /* each item stands there once; a file that repeats it could keep its reader busy for ever */

    for (uint32_t count = bytes_be32(box.content, FULL_BOX); !found && count > 0 && associations.left.size > associations.item_bytes;
         count--) {
        found = take_number(&associations.left, associations.item_bytes) == primary;
        read_item(&associations, properties.content, found ? &item : NULL);
    }
    return item;
}

/* As EXIF numbers what is first turned and then mirrored. */
static int orientation_of(const struct shown_item *item)
{
    static const int orientations[4][3] = {{1, 4, 2}, {8, 5, 7}, {3, 2, 4}, {6, 7, 5}};

    return orientations[item->turns][item->mirror + 1];
}

/* An item for transparency is named so. */
static bool has_alpha(struct bytes meta)
{
    static const char *const list[] = {"iprp", "ipco"};
    static const char alpha[] = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";
    struct bytes left = find_in(meta, list, COUNTOF(list)).content;
    struct box property;

    for (; read_box(left, &property) && !property.cut; left = bytes_rest(left, (size_t)property.size))
        if (is_named(&property, "auxC") && bytes_begin(bytes_rest(property.content, FULL_BOX), alpha, sizeof(alpha) - 1))
            return true;
    return false;
}

/* Every box is there to its end, and one has the pixels. */
static bool is_whole(struct bytes s, struct bytes meta)
{
    bool pixels = !find_box(meta, "idat").cut;
    struct box box;

    while (s.size > 0) {
        if (!read_box(s, &box) || box.cut)
            return false;
        pixels = pixels || is_named(&box, "mdat");
        s = bytes_rest(s, (size_t)box.size);
    }
    return pixels;
}

const char *avif_look(struct bytes s, bool whole, struct picture_header *header)
{
    struct box meta = find_box(s, "meta");
    struct bytes content = bytes_rest(meta.content, FULL_BOX);
    struct shown_item item;

    header->kind = PICTURE_AVIF;
    if (!has_brand(s, "avif"))
        return "this AVIF moves; save one picture of it as PNG or JPEG";
    if (meta.cut || (whole && !is_whole(s, content)))
        return header_damaged;
    item = read_shown(content);
    if (item.cropped)
        return "this AVIF says that only a part of it is to be shown; save that part as PNG or JPEG";
    header->orientation = orientation_of(&item);
    header->opaque = !has_alpha(content);
    return header_size(header, item.width, item.height);
}
