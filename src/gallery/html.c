/* Five signs mean something in HTML; a control code means nothing, and is left out. */
#include "gallery/html.h"

#include "base/utf8.h"
#include "exhibit/foreign.h"
#include "text/bidi.h"
#include "text/number.h"

#include <stdio.h>
#include <string.h>

void html_markup(struct buffer *out, const char *markup)
{
    buffer_add(out, markup, strlen(markup));
}

static const char *reference(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return (unsigned char)byte < ' ' || byte == 0x7F ? "" : NULL;
    }
}

/* As lines of the exhibit itself are broken: "36,6 %" is one. */
static bool is_within_number(struct bytes text, size_t at)
{
    const char *before = text.at + at;

    if (at == 0 || at + 1 >= text.size || text.at[at] != ' ' || text.at[at + 1] != '%')
        return false;
    do
        before--;
    while (before > text.at && ((unsigned char)*before & 0xC0) == 0x80);
    return number_is_digit(utf8_next(&before, text.at + at));
}

/* feed: what a line feed becomes. */
static void put(struct buffer *out, struct bytes text, const char *feed)
{
    for (size_t i = 0; i < text.size; i++) {
        const char *instead = text.at[i] == '\n' ? feed : text.at[i] == '\t' ? " " : reference(text.at[i]);

        if (is_within_number(text, i))
            html_markup(out, "&#160;");
        else if (instead)
            html_markup(out, instead);
        else
            buffer_add(out, &text.at[i], 1);
    }
}

/* Between quotes, and in titles, there are no line breaks. */
void html_fill(struct buffer *out, const char *markup, const char *const texts[])
{
    for (const char *place; (place = strstr(markup, "{}")); markup = place + 2) {
        buffer_add(out, markup, (size_t)(place - markup));
        ASSERT(*texts);
        put(out, (struct bytes){*texts, strlen(*texts)}, " ");
        texts++;
    }
    ASSERT(!*texts);
    html_markup(out, markup);
}

const char *html_address(struct arena *arena, const char *name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    char *address = arena_alloc(arena, 3 * strlen(name) + 1), *at = address;

    for (; *name; name++) {
        if (strchr(plain, *name))
            *at++ = *name;
        else
            at += snprintf(at, 4, "%%%02X", (unsigned char)*name);
    }
    return address;
}

void html_language(struct buffer *out, const char *code)
{
    HTML(out, " lang=\"{}\" dir=\"{}\"", code, bidi_is_leftward(code) ? "rtl" : "ltr");
}

static const char *address_of(const struct html_links *links, const struct prose_link *link)
{
    return link && links && links->address ? links->address(links->context, link) : NULL;
}

/* A text that is written piece by piece. at, end: of the bytes written, and of the phrase in them that was found last. */
struct html_reading {
    const char *text;
    size_t at, end;
    const char *language; /* of that phrase */
    const struct html_links *links;
};

/* Whether what stands there belongs to a phrase. */
static bool is_foreign(struct html_reading *reading)
{
    const struct html_links *links = reading->links;

    if (reading->at >= reading->end && links && links->exhibit) {
        struct foreign found = foreign_at(links->exhibit, links->language, reading->text, reading->text + reading->at);

        reading->end = reading->at + (size_t)found.length;
        reading->language = found.language;
    }
    return reading->at < reading->end;
}

/* The next bytes; a phrase that goes on behind them is marked there again. */
static void put_words(struct buffer *out, struct html_reading *reading, size_t count)
{
    size_t to = reading->at + count;

    while (reading->at < to) {
        size_t from = reading->at;

        while (reading->at < to && !is_foreign(reading))
            reading->at++;
        put(out, (struct bytes){reading->text + from, reading->at - from}, "<br>");
        if (reading->at == to)
            return;
        size_t end = reading->end < to ? reading->end : to;

        html_markup(out, "<span");
        html_language(out, reading->language);
        html_markup(out, ">");
        put(out, (struct bytes){reading->text + reading->at, end - reading->at}, "<br>");
        html_markup(out, "</span>");
        reading->at = end;
    }
}

void html_words(struct buffer *out, const char *text, const struct html_links *links)
{
    put_words(out, &(struct html_reading){.text = text, .links = links}, strlen(text));
}

static void put_span(struct buffer *out, const struct prose_span *span, struct html_reading *reading)
{
    bool strong = span->style & PROSE_STRONG, emphasis = span->style & PROSE_EMPHASIS;

    html_markup(out, strong ? "<strong>" : "");
    html_markup(out, emphasis ? "<em>" : "");
    put_words(out, reading, (size_t)span->length);
    html_markup(out, emphasis ? "</em>" : "");
    html_markup(out, strong ? "</strong>" : "");
}

/* All spans of a link are one. */
static void put_spans(struct buffer *out, const struct prose_block *block, const struct html_links *links)
{
    const struct prose_link *open = NULL;
    struct buffer whole = {0};

    for (int i = 0; i < block->span_count; i++)
        buffer_add(&whole, block->spans[i].text, (size_t)block->spans[i].length);
    buffer_add(&whole, "", 1);
    struct html_reading reading = {.text = whole.bytes, .links = links};

    for (int i = 0; i <= block->span_count; i++) {
        const struct prose_link *link = i < block->span_count ? block->spans[i].link : NULL;

        if (open != link) {
            html_markup(out, address_of(links, open) ? "</a>" : "");
            open = link;
            if (address_of(links, open))
                HTML(out, "<a href=\"{}\">", address_of(links, open));
        }
        if (i < block->span_count)
            put_span(out, &block->spans[i], &reading);
    }
    buffer_finish(&whole);
}

/* Items of all depths stand in one list, for a list in a list would have to stand in one of its items. */
void html_prose(struct buffer *out, const struct prose *prose, const struct html_links *links)
{
    bool listed = false;

    for (int i = 0; i < prose->block_count; i++) {
        const struct prose_block *block = &prose->blocks[i];
        bool item = block->kind == PROSE_ITEM;

        if (item != listed)
            html_markup(out, item ? "<ul role=\"list\">\n" : "</ul>\n");
        listed = item;
        if (item)
            buffer_printf(out, "<li class=\"depth-%d\">", block->depth);
        if (item)
            HTML(out, "<span class=\"marker\">{}</span> ", block->marker);
        else
            html_markup(out, "<p>");
        put_spans(out, block, links);
        html_markup(out, item ? "</li>\n" : "</p>\n");
    }
    html_markup(out, listed ? "</ul>\n" : "");
}
