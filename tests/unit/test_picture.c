/* The look at picture files: good ones, refused ones, and every good one cut short or damaged. */
#include "base/mem.h"
#include "formats/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BYTES(literal) (literal), sizeof(literal) - 1

#define PNG_SIGNATURE "\x89PNG\r\n\x1A\n"
#define IHDR(width, height) "\0\0\0\x0DIHDR" width height "\x08\x06\0\0\0crc."
#define IDAT "\0\0\0\x02IDATxxcrc."
#define IEND "\0\0\0\0IENDcrc."

/* Boxes: a brand, the item that is shown, its size and how often it is turned to the left, that it has both, and (empty) pixels. */
#define AVIF(width, height, turns)                                                                                                         \
    "\0\0\0\x14"                                                                                                                           \
    "ftypavif\0\0\0\0avif\0\0\0\x5C"                                                                                                       \
    "meta\0\0\0\0\0\0\0\x0E"                                                                                                               \
    "pitm\0\0\0\0\0\1\0\0\0\x42"                                                                                                           \
    "iprp\0\0\0\x25"                                                                                                                       \
    "ipco\0\0\0\x14"                                                                                                                       \
    "ispe\0\0\0\0" width height "\0\0\0\x09"                                                                                               \
    "irot" turns "\0\0\0\x15"                                                                                                              \
    "ipma\0\0\0\0\0\0\0\1\0\1\2\1\2\0\0\0\x08"                                                                                             \
    "mdat"
#define WEBP(size, chunks) "RIFF" size "\0\0\0WEBP" chunks
#define VP8(kind, data) "VP8" kind "\x0A\0\0\0" data
#define VP8X(flags, across, down) VP8("X", flags "\0\0\0" across "\0\0" down "\0\0")
/* One TIFF entry, the orientation. */
#define TIFF_BIG(value) "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" value "\0\0"

#define SOI "\xFF\xD8"
#define APP0 "\xFF\xE0\0\x04JF"
#define FRAME(marker, height, width, components) "\xFF" marker "\0\x0B\x08" height width components "xyz"
#define SCAN "\xFF\xDA\0\x04xx" /* then compressed data */
#define DATA "ab\xFF\0c\xFF\xD0\xFF\xFF"
#define EOI "\xFF\xD9"
/* APP1 with one TIFF entry: the orientation. */
#define EXIF_LITTLE(value)                                                                                                                 \
    "\xFF\xE1\0\x22"                                                                                                                       \
    "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" value "\0\0\0\0\0\0\0"
#define EXIF_BIG(value)                                                                                                                    \
    "\xFF\xE1\0\x22"                                                                                                                       \
    "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" value "\0\0\0\0\0\0"

#define JPEG(before, frame) SOI before frame SCAN DATA EOI
#define BASELINE FRAME("\xC0", "\0\x05", "\0\x07", "\x03")

static const struct good {
    const char *name, *bytes;
    size_t size;
    enum picture_kind kind;
    int width, height, orientation;
} good[] = {
    {"png", BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") IDAT IEND), PICTURE_PNG, 7, 9, 1},
    {"png with bytes behind", BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") IDAT IDAT IEND "more"), PICTURE_PNG, 7, 9, 1},
    {"png of 40 megapixels", BYTES(PNG_SIGNATURE IHDR("\0\0\x1F\x40", "\0\0\x13\x88") IDAT IEND), PICTURE_PNG, 8000, 5000, 1},
    {"png turned",
     BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") "\0\0\0\x16"
                                                          "eXIf" TIFF_BIG("\x06") "crc." IDAT IEND),
     PICTURE_PNG, 7, 9, 6},
    {"png turned, said at its end",
     BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") IDAT "\0\0\0\x16"
                                                               "eXIf" TIFF_BIG("\x05") "crc." IEND),
     PICTURE_PNG, 7, 9, 5},
    {"webp", BYTES(WEBP("\x16", VP8(" ", "\0\0\0\x9D\x01\x2A\x07\0\x09\0"))), PICTURE_WEBP, 7, 9, 1},
    {"webp, lossless", BYTES(WEBP("\x16", VP8("L", "\x2F\x06\0\x02\0\0\0\0\0\0"))), PICTURE_WEBP, 7, 9, 1},
    {"webp turned",
     BYTES(WEBP("\x46", VP8X("\x08", "\x06", "\x08") VP8(" ", "\0\0\0\x9D\x01\x2A\x07\0\x09\0") "EXIF\x16\0\0\0" TIFF_BIG("\x08"))),
     PICTURE_WEBP, 7, 9, 8},
    {"webp turned, with a prefix",
     BYTES(WEBP("\x4C", VP8X("\x08", "\x06", "\x08") VP8(" ", "\0\0\0\x9D\x01\x2A\x07\0\x09\0") "EXIF\x1C\0\0\0"
                                                                                                "Exif\0\0" TIFF_BIG("\x03"))),
     PICTURE_WEBP, 7, 9, 3},
    {"avif", BYTES(AVIF("\0\0\0\x07", "\0\0\0\x09", "\0")), PICTURE_AVIF, 7, 9, 1},
    {"avif turned", BYTES(AVIF("\0\0\0\x07", "\0\0\0\x09", "\1")), PICTURE_AVIF, 7, 9, 8},
    {"jpeg", BYTES(JPEG(APP0, BASELINE)), PICTURE_JPEG, 7, 5, 1},
    {"jpeg, printing colours", BYTES(JPEG("", FRAME("\xC0", "\0\x05", "\0\x07", "\x04"))), PICTURE_JPEG, 7, 5, 1},
    {"jpeg, grey, progressive", BYTES(JPEG("", FRAME("\xC2", "\0\x05", "\0\x07", "\x01"))), PICTURE_JPEG, 7, 5, 1},
    {"jpeg, two scans, padding",
     BYTES(SOI BASELINE SCAN DATA "\xFF\xC4\0\x04\xFF\xD9"
                                  "\xFF" SCAN DATA EOI "tail"),
     PICTURE_JPEG, 7, 5, 1},
    {"jpeg turned, little-endian", BYTES(JPEG(EXIF_LITTLE("\x06"), BASELINE)), PICTURE_JPEG, 7, 5, 6},
    {"jpeg turned, big-endian", BYTES(JPEG(EXIF_BIG("\x08"), BASELINE)), PICTURE_JPEG, 7, 5, 8},
    {"jpeg, orientation 9", BYTES(JPEG(EXIF_LITTLE("\x09"), BASELINE)), PICTURE_JPEG, 7, 5, 1},
    {"jpeg, orientation 0", BYTES(JPEG(EXIF_BIG("\0"), BASELINE)), PICTURE_JPEG, 7, 5, 1},
    {"jpeg, empty exif",
     BYTES(JPEG("\xFF\xE1\0\x08"
                "Exif\0\0",
                BASELINE)),
     PICTURE_JPEG, 7, 5, 1},
    {"jpeg, exif offset outside",
     BYTES(JPEG("\xFF\xE1\0\x10"
                "Exif\0\0II*\0\xFF\xFF\xFF\xFF",
                BASELINE)),
     PICTURE_JPEG, 7, 5, 1},
    {"jpeg, exif with 65535 entries",
     BYTES(JPEG("\xFF\xE1\0\x12"
                "Exif\0\0II*\0\x08\0\0\0\xFF\xFF",
                BASELINE)),
     PICTURE_JPEG, 7, 5, 1},
    {"svg", BYTES("<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>"), PICTURE_SVG, 1000, 1000, 1},
    {"svg, empty", BYTES("<svg/>"), PICTURE_SVG, 0, 0, 1},
    {"svg, prefixed", BYTES("<svg:svg><svg:g/></svg:svg>"), PICTURE_SVG, 0, 0, 1},
    {"svg, prefixed otherwise", BYTES("<s:svg viewBox='0 0 2 1'><s:g/></s:svg>"), PICTURE_SVG, 2000, 1000, 1},
    {"svg with all attributes", BYTES("<svg style = 'a' width='1e1px' height=\"+4.5\" viewBox='0,0 -1 .5e1'/>"), PICTURE_SVG, 10000, 4500,
     1},
    {"svg behind prolog, comment, doctype",
     BYTES("\xEF\xBB\xBF<?xml version='1.0'?>\r\n<!-- <svg> > -->\n<!DOCTYPE svg PUBLIC \"a\" \"b\" [ <!ENTITY x \"y\"> "
           "]>\n<svg><g/></svg>\n"),
     PICTURE_SVG, 0, 0, 1},
};

static void test_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(good); i++) {
        struct picture_header header;
        const char *fault = picture_look((struct bytes){good[i].bytes, good[i].size}, &header);

        if (fault)
            fail_msg("%s: %s", good[i].name, fault);
        assert_int_equal(header.kind, good[i].kind);
        assert_int_equal(header.width, good[i].width);
        assert_int_equal(header.height, good[i].height);
        assert_int_equal(header.orientation, good[i].orientation);
    }
}

static const struct refused {
    const char *bytes;
    size_t size;
    const char *word; /* that the message holds */
} refused[] = {
    {BYTES(""), "empty"},
    {BYTES("x"), "no picture"},
    {BYTES("<svgx/>"), "no picture"},
    {BYTES("<html><svg/></html>"), "web page"},
    {BYTES("<!-- <svg/>"), "no picture"},
    {BYTES("<!DOCTYPE svg ["), "no picture"},
    {BYTES("GIF89a"), "GIF"},
    {BYTES("RIFF\4\0\0\0WEBPVP8 "), "damaged"},
    {BYTES(WEBP("\x16", VP8X("\x02", "\x06", "\x08"))), "moves"},
    {BYTES(WEBP("\x16", VP8X("\0", "\x06", "\x08"))), "damaged"},
    {BYTES(WEBP("\x1D", VP8(" ", "\0\0\0\x9D\x01\x2A\x07\0\x09\0"))), "damaged"},
    {BYTES(WEBP("\x16", VP8(" ", "\0\0\0\x9D\x01\x2B\x07\0\x09\0"))), "damaged"},
    {BYTES(WEBP("\x16", VP8("L", "\x2E\x06\0\x02\0\0\0\0\0\0"))), "damaged"},
    {BYTES(WEBP("\x16", VP8("L", "\x2F\xFF\xFF\xFF\x0F\0\0\0\0\0"))), "40 million"},
    {BYTES("RIFF\4\0\0\0WAVE"), "no picture"},
    {BYTES("II*\0"), "TIFF"},
    {BYTES("MM\0*"), "TIFF"},
    {BYTES("\0\0\0\x18"
           "ftypheic"),
     "HEIC"},
    {BYTES("\0\0\0\x18"
           "ftypmif1"),
     "HEIC"},
    {BYTES("\0\0\0\x18"
           "ftypavif"),
     "damaged"},
    {BYTES("\0\0\0\x14"
           "ftypavis\0\0\0\0avis"),
     "moves"},
    {BYTES(AVIF("\0\0\x1F\x40", "\0\0\x13\x89", "\0")), "40 million"},
    {BYTES("%PDF-1.7"), "PDF"},
    {BYTES("BM1234"), "BMP"},
    {BYTES("\x1F\x8B\x08"), "svgz"},
    {BYTES("8BPS"), "Photoshop"},
    {BYTES("\0\0\0\x0CjP  \r\n"), "JPEG 2000"},
    {BYTES("\xD7\xCD\xC6\x9A"), "metafile"},
    {BYTES("<!DOCTYPE html><html><body></body></html>"), "web page"},
    {BYTES("<html><body><svg/></body></html>"), "web page"},
    {BYTES("version https://git-lfs.github.com/spec/v1\n"), "Git LFS"},
    {BYTES("\0\5\x16\7\0\2"), "Mac"},
    {BYTES("\xFF\xFE<\0s\0v\0g\0"), "UTF-16"},
    {BYTES("\0\0\0\x18"
           "ftypmp42"),
     "film"},
    {BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") "\0\0\0\x08"
                                                          "acTL\0\0\0\2\0\0\0\0crc." IDAT IEND),
     "moves"},
    {BYTES("PK\3\4"), "ZIP"},
    {BYTES(PNG_SIGNATURE IHDR("\0\0\0\0", "\0\0\0\x09") IDAT IEND), "damaged"},
    {BYTES(PNG_SIGNATURE IHDR("\0\0\x1F\x40", "\0\0\x13\x89") IDAT IEND), "40 million"},
    {BYTES(PNG_SIGNATURE IHDR("\xFF\xFF\xFF\xFF", "\xFF\xFF\xFF\xFF") IDAT IEND), "40 million"},
    {BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") IEND), "damaged"},
    {BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") IDAT), "damaged"},
    {BYTES(PNG_SIGNATURE IHDR("\0\0\0\x07", "\0\0\0\x09") "\xFF\xFF\xFF\xFFIDATxxcrc." IEND), "damaged"},
    {BYTES(PNG_SIGNATURE IDAT IEND), "damaged"},
    {BYTES(JPEG("", FRAME("\xC0", "\0\x05", "\0\x07", "\x02"))), "unusual"},
    {BYTES(JPEG("", FRAME("\xC3", "\0\x05", "\0\x07", "\x03"))), "unusual"},
    {BYTES(JPEG("", FRAME("\xC9", "\0\x05", "\0\x07", "\x03"))), "unusual"},
    {BYTES(JPEG("", FRAME("\xC0", "\0\0", "\0\x07", "\x03"))), "damaged"},
    {BYTES(JPEG("", FRAME("\xC0", "\xFF\xFF", "\xFF\xFF", "\x03"))), "40 million"},
    {BYTES(JPEG("", "\xFF\xC1\0\x0B\x0C\0\x05\0\x07\x03xyz")), "8 bits"},
    {BYTES(JPEG("", "\xFF\xC0\0\x05\x08\0\x05")), "damaged"},
    {BYTES(SOI BASELINE EOI), "damaged"},
    {BYTES(SOI SCAN DATA EOI), "damaged"},
    {BYTES(SOI BASELINE SCAN DATA), "damaged"},
    {BYTES(SOI "\xFF\xE0\0\1" BASELINE SCAN DATA EOI), "damaged"},
    {BYTES(SOI "\xFF\xE0\xFF\xFF" BASELINE SCAN DATA EOI), "damaged"},
    {BYTES(SOI "\xFF\xE0\0\x04xxx" BASELINE SCAN DATA EOI), "damaged"},
    {BYTES("<svg><path d='M0 0'/>"), "damaged"},
    {BYTES("<svg"), "no picture"},
    {BYTES("<s:svg><s:g/></svg>"), "damaged"},
    {BYTES("<s:svgx/>"), "no picture"},
    {BYTES("<a svg:svg>"), "no picture"},
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(refused); i++) {
        struct picture_header header;
        const char *fault = picture_look((struct bytes){refused[i].bytes, refused[i].size}, &header);

        if (!fault || !strstr(fault, refused[i].word))
            fail_msg("row %d: \"%s\" expected, \"%s\" said", (int)i, refused[i].word, fault ? fault : "fine");
    }
}

/* Copies on the heap, so that a sanitizer sees every read behind the end. */
static const char *style_at_copy(const char *bytes, size_t size)
{
    char *copy = mem_alloc(size);
    struct picture_header header;

    memcpy(copy, bytes, size);
    const char *fault = picture_look((struct bytes){copy, size}, &header);

    free(copy);
    return fault;
}

/* Short of its end marker every file is refused; nothing is read beyond the end. */
static void test_cut_short(void **state)
{
    static const char *const whole[] = {
        "png", "png turned", "webp", "webp turned", "avif turned", "jpeg", "jpeg turned, little-endian", "svg, prefixed"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(good); i++)
        for (size_t size = 0; size < good[i].size; size++) {
            const char *fault = style_at_copy(good[i].bytes, size);

            for (size_t j = 0; j < COUNTOF(whole); j++)
                if (strcmp(good[i].name, whole[j]) == 0 && size + strlen(":svg>") < good[i].size && !fault)
                    fail_msg("%s: fine at %d of %d bytes", good[i].name, (int)size, (int)good[i].size);
        }
}

/* Every byte in turn takes hostile values: no answer is expected, only that one comes. */
static void test_damaged(void **state)
{
    static const unsigned char values[] = {0, 1, 0x7F, 0x80, 0xFE, 0xFF, '<', '>', '[', ']'};

    (void)state;
    for (size_t i = 0; i < COUNTOF(good); i++) {
        char *copy = mem_alloc(good[i].size);

        for (size_t at = 0; at < good[i].size; at++)
            for (size_t v = 0; v < COUNTOF(values); v++) {
                memcpy(copy, good[i].bytes, good[i].size);
                copy[at] = (char)values[v];
                style_at_copy(copy, good[i].size);
            }
        free(copy);
    }
}

static void test_svg_bounds(void **state)
{
    static const struct {
        int elements, comment_bytes;
        const char *word;
    } rows[] = {
        {PICTURE_SVG_ELEMENTS_MAX - 1, 10, NULL},
        {PICTURE_SVG_ELEMENTS_MAX, 10, "20,000 elements"},
        {1, PICTURE_SVG_BYTES_MAX - 100, NULL},
        {1, PICTURE_SVG_BYTES_MAX, "2 MB"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer svg = {0};
        struct picture_header header;

        buffer_printf(&svg, "<svg><!--");
        for (int n = 0; n < rows[i].comment_bytes; n++)
            buffer_add(&svg, n % 2 ? "g" : "<", 1); /* elements in a comment are none */
        buffer_printf(&svg, "--><![CDATA[<g/><g/>]]>");
        for (int n = 0; n < rows[i].elements; n++)
            buffer_printf(&svg, "<g/>");
        buffer_printf(&svg, "</svg>");
        const char *fault = picture_look((struct bytes){svg.bytes, svg.length}, &header);

        assert_int_equal(fault != NULL, rows[i].word != NULL);
        if (fault)
            assert_non_null(strstr(fault, rows[i].word));
        buffer_finish(&svg);
    }
}

static void test_proportions(void **state)
{
    static const struct {
        const char *root;
        double aspect; /* 0: none */
    } rows[] = {
        {"<svg viewBox='0 0 1600 900'>", 16.0 / 9},
        {"<svg viewBox=\"0,0,100,100\">", 1},
        {"<svg viewBox='-5 -5.5\n+3 ,\t7'>", 3.0 / 7},
        {"<svg viewBox=' 0 0 .5 1.25 '>", 0.4},
        {"<svg viewBox='0 0 1e2 5E-1'>", 200},
        {"<svg viewBox='0-1 210.5 297.25'>", 210.5 / 297.25},
        {"<svg viewBox='0 0 0.001 0.003'>", 1 / 3.0},
        {"<svg viewBox='0 0 1 0.001'>", 1000},
        {"<svg width='300' height='100'>", 3},
        {"<svg width='30.5px' height=' 61 '>", 0.5},
        {"<svg\r\n\twidth = '300'\nheight\t=\"100\"\n>", 3},
        {"<svg width='300' height='100' viewBox='0 0 1 2'>", 0.5},
        {"<svg viewBox='0 0 1 2' width='100%' height='auto'/>", 0.5},
        {"<svg viewBox='0 0 0 2' width='300' height='100'>", 3},
        {"<svg viewBox='none' width='300' height='100'>", 3},
        {"<svg viewBox='0 0 1' width='300' height='100'>", 3},
        {"<svg viewBox='0 0 1 2 3' width='300' height='100'>", 3},
        {"<svg viewBox='0 0 1e999 1' width='300' height='100'>", 3},
        {"<svg viewBox='0 0 1e99999999999999999999 1'>", 0},
        {"<svg viewBox='0 0 1 0.0000000001'>", 0},
        {"<svg viewBox='0 0 9999999 0.001'>", 0},
        {"<svg viewBox='0 0 -1 -1'>", 0},
        {"<svg viewBox='0 0 1,5 2'/>", 0},
        {"<svg width='210mm' height='297mm'>", 210 / 297.0},
        {"<svg width='1in' height='72pt'>", 1},
        {"<svg width='6pc' height=' 2.54cm '>", 1},
        {"<svg width='10em' height='10mm'>", 0},
        {"<svg width='100%' height='50%'>", 0},
        {"<svg width='300'>", 0},
        {"<svg width='300' height='-100'>", 0},
        {"<svg width='300' height=''>", 0},
        {"<svg width='300' height='.'>", 0},
        {"<svg width=300 height=100>", 0},
        {"<svg data-viewBox='0 0 1 2' x:width='300' heights='100'>", 0},
        {"<svg title='viewBox=\"0 0 1 2\"'>", 0},
        {"<svg title='> width=' viewBox='0 0 1 2'>", 0.5},
        {"<!-- <svg viewBox='0 0 9 1'> --><svg viewBox='0 0 1 2'>", 0.5},
        {"<svg><svg viewBox='0 0 1 2'>", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer svg = {0};
        struct picture_header header;

        buffer_printf(&svg, "%s</svg>", rows[i].root);
        assert_null(picture_look((struct bytes){svg.bytes, svg.length}, &header));
        double aspect = picture_aspect(&header);

        if (!(aspect >= rows[i].aspect * 0.999 && aspect <= rows[i].aspect * 1.001))
            fail_msg("%s: %f", rows[i].root, aspect);
        buffer_finish(&svg);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),    cmocka_unit_test(test_refused),    cmocka_unit_test(test_cut_short),
        cmocka_unit_test(test_damaged), cmocka_unit_test(test_svg_bounds), cmocka_unit_test(test_proportions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
