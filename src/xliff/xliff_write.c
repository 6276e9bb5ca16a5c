/* Written by hand: what is to be known of XML here are three signs. */
#include "xliff/xliff.h"

#include <string.h>

/* What differs between the versions, beside the order of things. */
static const char *const heads[] = {
    [XLIFF_1_2] = "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"",
    [XLIFF_2_0] = "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"",
};

static const char *const states[][TEXT_STATE_COUNT] = {
    [XLIFF_1_2] = {[TEXT_NEW] = "needs-translation", [TEXT_STALE] = "needs-review-translation", [TEXT_DONE] = "translated"},
    [XLIFF_2_0] = {[TEXT_NEW] = "initial", [TEXT_STALE] = "initial", [TEXT_DONE] = "translated"},
};

static void add_text(struct buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            buffer_printf(out, "&amp;");
        else if (*text == '<')
            buffer_printf(out, "&lt;");
        else if (*text == '>')
            buffer_printf(out, "&gt;");
        else if (*text == '"')
            buffer_printf(out, "&quot;");
        else
            buffer_add(out, text, 1);
}

static void add_element(struct buffer *out, const char *name, const char *text)
{
    buffer_printf(out, "<%s>", name);
    add_text(out, text);
    buffer_printf(out, "</%s>\n", name);
}

static void add_attribute(struct buffer *out, const char *name, const char *text)
{
    buffer_printf(out, " %s=\"", name);
    add_text(out, text);
    buffer_printf(out, "\"");
}

/* The key without its file, which the element around it names. */
static const char *way_of(const struct text_row *row)
{
    return strchr(row->key, ':') + 1;
}

static void add_unit_1(struct buffer *out, const struct text_row *row)
{
    buffer_printf(out, "<trans-unit");
    add_attribute(out, "id", way_of(row));
    buffer_printf(out, "%s xml:space=\"preserve\">\n", row->state == TEXT_DONE ? " approved=\"yes\"" : "");
    add_element(out, "source", row->source);
    buffer_printf(out, "<target state=\"%s\">", states[XLIFF_1_2][row->state]);
    add_text(out, row->target);
    buffer_printf(out, "</target>\n");
    add_element(out, "note", row->note);
    buffer_printf(out, "</trans-unit>\n");
}

/* An id has no brackets there, so the key is the unit's name. */
static void add_unit_2(struct buffer *out, const struct text_row *row, int number)
{
    buffer_printf(out, "<unit id=\"u%d\" xml:space=\"preserve\"", number);
    add_attribute(out, "name", way_of(row));
    buffer_printf(out, ">\n<notes>\n");
    add_element(out, "note", row->note);
    buffer_printf(out, "</notes>\n<segment state=\"%s\"%s>\n", states[XLIFF_2_0][row->state],
                  row->state == TEXT_STALE ? " subState=\"vitrina:stale\"" : "");
    add_element(out, "source", row->source);
    if (row->target[0])
        add_element(out, "target", row->target);
    buffer_printf(out, "</segment>\n</unit>\n");
}

static bool is_other_file(const struct text_row *row, const struct text_row *before)
{
    size_t length = strcspn(row->key, ":") + 1;

    return !before || strncmp(row->key, before->key, length) != 0;
}

static void begin_file(struct buffer *out, const struct text_row *row, enum xliff_version version, int number)
{
    char file[256] = "";
    size_t length = strcspn(row->key, ":");

    memcpy(file, row->key, length < sizeof(file) ? length : sizeof(file) - 1);
    buffer_printf(out, "<file");
    if (version == XLIFF_2_0)
        buffer_printf(out, " id=\"f%d\"", number);
    add_attribute(out, "original", file);
    if (version == XLIFF_1_2) {
        add_attribute(out, "source-language", row->source_language);
        add_attribute(out, "target-language", row->language);
        buffer_printf(out, " datatype=\"plaintext\"");
    }
    buffer_printf(out, version == XLIFF_1_2 ? ">\n<body>\n" : ">\n");
}

void xliff_write(const struct text_rows *rows, enum xliff_version version, struct buffer *out)
{
    static const char *const ends[] = {[XLIFF_1_2] = "</body>\n</file>\n", [XLIFF_2_0] = "</file>\n"};

    buffer_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s", heads[version]);
    if (version == XLIFF_2_0 && rows->count > 0) {
        add_attribute(out, "srcLang", rows->list[0].source_language);
        add_attribute(out, "trgLang", rows->list[0].language);
    }
    buffer_printf(out, ">\n");
    for (int i = 0; i < rows->count; i++) {
        const struct text_row *row = &rows->list[i];

        if (is_other_file(row, i > 0 ? &rows->list[i - 1] : NULL)) {
            buffer_printf(out, "%s", i > 0 ? ends[version] : "");
            begin_file(out, row, version, i + 1);
        }
        if (version == XLIFF_1_2)
            add_unit_1(out, row);
        else
            add_unit_2(out, row, i + 1);
    }
    buffer_printf(out, "%s</xliff>\n", rows->count > 0 ? ends[version] : "");
}
