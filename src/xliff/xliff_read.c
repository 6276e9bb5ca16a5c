/* libxml2 reads element by element; it is found by name, for it is seldom needed and would cost every start of the program. Nothing outside
 * the document is looked at: no entities but XML's own, no network. */
#include "xliff/xliff.h"

#include "text/nfc.h"

#include <dlfcn.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#define EACH_FUNCTION(DO)                                                                                                                  \
    DO(xmlReaderForMemory)                                                                                                                 \
    DO(xmlTextReaderRead)                                                                                                                  \
    DO(xmlTextReaderNodeType)                                                                                                              \
    DO(xmlTextReaderConstLocalName)                                                                                                        \
    DO(xmlTextReaderConstValue)                                                                                                            \
    DO(xmlTextReaderMoveToAttribute)                                                                                                       \
    DO(xmlTextReaderMoveToElement)                                                                                                         \
    DO(xmlTextReaderIsEmptyElement)                                                                                                        \
    DO(xmlTextReaderGetParserLineNumber)                                                                                                   \
    DO(xmlTextReaderCurrentNode) DO(xmlGetLineNo) DO(xmlFreeTextReader) DO(xmlGetLastError) DO(xmlCleanupParser)

#define DECLARE_FUNCTION(name) __typeof__(&(name)) name;
struct xml_library {
    EACH_FUNCTION(DECLARE_FUNCTION)
};

/* Where words go that are met. */
enum unit_words { GATHER_NOTHING, GATHER_SOURCE, GATHER_TARGET };

/* The unit that is being read. depth: of elements inside of the source or the target, whose words count too; skipped: of those in what a
 * translation memory has put there. */
struct xliff_reading {
    struct xml_library xml;
    xmlTextReaderPtr reader;
    const struct xliff_document *document;
    struct text_rows *rows;
    const char *file, *way, *source_language, *language;
    struct buffer source, target;
    enum unit_words gathering;
    int depth, skipped, line;
    bool done, fresh, is_xliff, has_entity; /* fresh: it is not translated yet */
};

bool xliff_is(struct bytes bytes)
{
    size_t mark = bytes.size >= 3 && memcmp(bytes.at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bool wide = bytes.size >= 4 && (memcmp(bytes.at, "\xFF\xFE<\0", 4) == 0 || memcmp(bytes.at, "\xFE\xFF\0<", 4) == 0);

    return wide || (bytes.size > mark && bytes.at[mark] == '<');
}

static bool find_library(struct xml_library *library)
{
    void *handle = dlopen(XML_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    bool found = handle != NULL;

#define FIND_FUNCTION(name)                                                                                                                \
    *(void **)&library->name = handle ? dlsym(handle, #name) : NULL;                                                                       \
    found = found && library->name;
    EACH_FUNCTION(FIND_FUNCTION)
    return found;
}

/* In the arena; "" if the element has none. */
static const char *attribute(const struct xliff_reading *r, const char *name)
{
    const char *text = "";

    if (r->xml.xmlTextReaderMoveToAttribute(r->reader, (const xmlChar *)name) == 1) {
        const char *value = (const char *)r->xml.xmlTextReaderConstValue(r->reader);

        text = arena_text(r->document->arena, value ? value : "", value ? strlen(value) : 0);
        r->xml.xmlTextReaderMoveToElement(r->reader);
    }
    return text;
}

static bool is_one_of(const char *text, const char *const *words)
{
    while (*words && strcmp(*words, text) != 0)
        words++;
    return *words != NULL;
}

static void begin_unit(struct xliff_reading *r, const char *way)
{
    r->way = way;
    r->line = (int)r->xml.xmlGetLineNo(r->xml.xmlTextReaderCurrentNode(r->reader));
    r->done = strcmp(attribute(r, "approved"), "yes") == 0;
    r->fresh = false;
    r->source.length = r->target.length = 0;
}

/* What a tool calls translated, and all that comes after it. */
static void read_state(struct xliff_reading *r)
{
    static const char *const done[] = {"translated", "final", "signed-off", "reviewed", NULL};
    static const char *const fresh[] = {"new", "needs-translation", "initial", NULL};

    r->done = r->done || is_one_of(attribute(r, "state"), done);
    r->fresh = r->fresh || is_one_of(attribute(r, "state"), fresh);
}

static const char *kept(const struct xliff_reading *r, struct buffer *words)
{
    const char *at = words->length > 0 ? words->bytes : "";
    size_t length = words->length;

    while (length > 0 && strchr(" \t\n\r", *at)) {
        at++;
        length--;
    }
    while (length > 0 && strchr(" \t\n\r", at[length - 1]))
        length--;
    return nfc_of(r->document->arena, arena_text(r->document->arena, at, length));
}

static void end_unit(struct xliff_reading *r)
{
    struct origin at = {r->document->file, r->line, 1};
    const char *target = kept(r, &r->target);
    bool prefilled = r->fresh && strcmp(target, kept(r, &r->source)) == 0; /* by a tool, with what is to be translated */

    if (r->way && target[0] && !prefilled)
        text_rows_add(r->rows, &(struct text_row){.key = arena_printf(r->document->arena, "%s:%s", r->file ? r->file : "", r->way),
                                                  .source_language = r->source_language,
                                                  .source = kept(r, &r->source),
                                                  .language = r->language ? r->language : "",
                                                  .target = target,
                                                  .note = "",
                                                  .state = r->done ? TEXT_DONE : TEXT_NEW,
                                                  .at = {at, at, at, at}});
    r->way = NULL;
}

static void begin_element(struct xliff_reading *r, const char *name)
{
    bool empty = r->xml.xmlTextReaderIsEmptyElement(r->reader);

    if (r->skipped > 0 || strcmp(name, "alt-trans") == 0 || strcmp(name, "matches") == 0)
        r->skipped += !empty;
    else if (r->gathering != GATHER_NOTHING) {
        r->depth += !empty;
    } else if (strcmp(name, "xliff") == 0) {
        r->is_xliff = true;
        r->source_language = attribute(r, "srcLang");
        r->language = attribute(r, "trgLang");
    } else if (strcmp(name, "file") == 0) {
        r->file = attribute(r, "original");
        if (attribute(r, "target-language")[0])
            r->language = attribute(r, "target-language");
        if (attribute(r, "source-language")[0])
            r->source_language = attribute(r, "source-language");
    } else if (strcmp(name, "trans-unit") == 0) {
        begin_unit(r, attribute(r, "id"));
    } else if (strcmp(name, "unit") == 0) {
        begin_unit(r, attribute(r, "name"));
    } else if (strcmp(name, "segment") == 0) {
        read_state(r);
    } else if (r->way && !empty && (strcmp(name, "source") == 0 || strcmp(name, "target") == 0)) {
        r->gathering = *name == 's' ? GATHER_SOURCE : GATHER_TARGET;
        if (r->gathering == GATHER_TARGET)
            read_state(r);
    }
}

static void end_element(struct xliff_reading *r, const char *name)
{
    if (r->skipped > 0) {
        r->skipped--;
        return;
    }
    if (r->gathering != GATHER_NOTHING && r->depth-- > 0)
        return;
    r->depth = 0;
    r->gathering = GATHER_NOTHING;
    if (strcmp(name, "trans-unit") == 0 || strcmp(name, "unit") == 0)
        end_unit(r);
}

static void read_node(struct xliff_reading *r)
{
    const char *name = (const char *)r->xml.xmlTextReaderConstLocalName(r->reader);
    const char *value = (const char *)r->xml.xmlTextReaderConstValue(r->reader);
    int type = r->xml.xmlTextReaderNodeType(r->reader);

    if (type == XML_READER_TYPE_ELEMENT)
        begin_element(r, name);
    else if (type == XML_READER_TYPE_END_ELEMENT)
        end_element(r, name);
    else if (type == XML_READER_TYPE_ENTITY_REFERENCE)
        r->has_entity = true;
    else if (value && r->gathering != GATHER_NOTHING && type != XML_READER_TYPE_COMMENT && type != XML_READER_TYPE_PROCESSING_INSTRUCTION)
        buffer_add(r->gathering == GATHER_SOURCE ? &r->source : &r->target, value, strlen(value));
}

static bool refuse(const struct xliff_document *document, int line, const char *why)
{
    findings_add(document->findings, FINDING_ERROR, (struct origin){document->file, line, line > 0}, "%s", why);
    return false;
}

static bool read_all(struct xliff_reading *r)
{
    const struct xliff_document *document = r->document;
    int more;

    while ((more = r->xml.xmlTextReaderRead(r->reader)) == 1 && !r->has_entity)
        read_node(r);
    if (r->has_entity)
        return refuse(document, r->xml.xmlTextReaderGetParserLineNumber(r->reader),
                      "the document has entities of its own; have the tool write the letters themselves");
    if (more != 0) {
        const xmlError *error = r->xml.xmlGetLastError();

        return refuse(document, error ? error->line : 0, "this is no XML that can be read; save it again from the translator's tool");
    }
    return r->is_xliff || refuse(document, 0, "this is no XLIFF; \"vitrina export texts --xliff\" writes one to start from");
}

bool xliff_read(struct text_rows *rows, const struct xliff_document *document)
{
    struct xliff_reading reading = {.document = document, .rows = rows};

    if (!find_library(&reading.xml))
        return refuse(document, 0, "libxml2, which reads such documents, is not installed here");
    reading.reader = reading.xml.xmlReaderForMemory(document->bytes.at, (int)document->bytes.size, NULL, NULL,
                                                    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET);
    bool good = reading.reader && read_all(&reading);

    reading.xml.xmlFreeTextReader(reading.reader);
    reading.xml.xmlCleanupParser();
    buffer_finish(&reading.source);
    buffer_finish(&reading.target);
    return good;
}
