/* Read as XML, so that an address is the same however it is spelt: in capitals, with blanks, with letters as numbers or from an entity. */
#include "decoder/embedded.h"

#include "formats/picture.h"

#include <glib.h>
#include <libxml/xmlreader.h>
#include <string.h>

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

/* The bytes behind "data:TYPE;base64," or "data:TYPE,", which the caller frees; NULL: it is no base64. */
static guchar *decode(const char *address, gsize *size)
{
    const char *comma = strchr(address, ',');
    guchar *bytes = NULL;

    *size = 0;
    if (!comma)
        return NULL;
    gchar *head = g_ascii_strdown(address, comma - address);

    if (strstr(head, "base64")) {
        bytes = g_base64_decode(comma + 1, size);
    } else {
        GBytes *plain = g_uri_unescape_bytes(comma + 1, -1, NULL, NULL);

        bytes = plain ? g_bytes_unref_to_data(plain, size) : NULL;
    }
    g_free(head);
    return bytes;
}

/* NULL, or what is wrong with the picture that stands at the beginning of `address`; no picture at all is fine. */
static const char *look_at(const char *address)
{
    struct picture_header header;
    const char *fault;
    gsize size;

    if (g_ascii_strncasecmp(address, "data:", strlen("data:")) != 0)
        return NULL;
    guchar *bytes = decode(address, &size);

    fault = bytes ? picture_look((struct bytes){(const char *)bytes, size}, &header) : "its picture inside is not base64";
    if (!fault && header.kind == PICTURE_SVG)
        fault = "it has another drawing inside as data; put the drawings into one";
    if (!fault && header.kind == PICTURE_WEBP)
        fault = "it has a WebP inside, which drawings cannot show; save that as PNG or JPEG";
    if (!fault && header.kind == PICTURE_AVIF)
        fault = "it has an AVIF inside, which drawings cannot show; save that as PNG or JPEG";
    if (!fault && header.print)
        fault = "it has a picture in printing colours (CMYK) inside; save that in RGB";
    g_free(bytes);
    return fault;
}

/* An attribute's value is an address, or has some as url(...). */
static const char *look_at_value(const char *value)
{
    static const char url[] = "url(";
    const char *fault = look_at(skip_blanks(value));

    for (const char *at = value; !fault && (at = strchr(at, '(')); at++)
        if (at - value >= (ptrdiff_t)strlen(url) - 1 && g_ascii_strncasecmp(at - strlen(url) + 1, url, strlen(url)) == 0)
            fault = look_at(skip_blanks(at + 1) + strspn(skip_blanks(at + 1), "\"'"));
    return fault;
}

static const char *look_at_element(xmlTextReaderPtr reader)
{
    const char *fault = NULL;

    while (!fault && xmlTextReaderMoveToNextAttribute(reader) == 1) {
        const xmlChar *value = xmlTextReaderConstValue(reader);

        fault = value ? look_at_value((const char *)value) : NULL;
    }
    return fault;
}

static void say_nothing(void *context, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator)
{
    (void)context;
    (void)message;
    (void)severity;
    (void)locator;
}

const char *embedded_look(struct bytes drawing, int *line)
{
    xmlTextReaderPtr reader = xmlReaderForMemory(drawing.at, (int)drawing.size, NULL, NULL, XML_PARSE_NOENT | XML_PARSE_NONET);
    const char *fault = NULL;

    if (!reader)
        return NULL;
    xmlTextReaderSetErrorHandler(reader, say_nothing, NULL);
    while (!fault && xmlTextReaderRead(reader) == 1)
        if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT)
            fault = look_at_element(reader);
    if (fault)
        *line = xmlTextReaderGetParserLineNumber(reader);
    xmlFreeTextReader(reader);
    return fault;
}
