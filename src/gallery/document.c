/* The sheets are files of this folder, compiled in (load/builtin). */
#include "gallery/document.h"

#include "load/builtin.h"

#include <stdio.h>

enum { SHEET_BYTES_MAX = 256 * 1024 };

static void put_sheet(struct buffer *out, const char *name)
{
    const struct files *files = program_files();
    char path[64];
    struct buffer sheet = {0};

    snprintf(path, sizeof(path), "gallery/%s", name);
    enum files_result found = files->read(files->context, path, SHEET_BYTES_MAX, &sheet);

    ASSERT(found == FILES_OK);
    buffer_add(out, sheet.bytes, sheet.length);
    buffer_finish(&sheet);
}

static void put_colours(struct buffer *out, const struct theme_colours *colours)
{
    const struct {
        const char *name;
        struct colour colour;
    } all[] = {
        {"paper", colours->paper},   {"ink", colours->ink},     {"muted", colours->muted}, {"deep", colours->deep},
        {"strong", colours->strong}, {"light", colours->light}, {"bar", colours->bar},     {"bar-text", colours->bar_text},
    };

    html_markup(out, ":root {");
    for (size_t i = 0; i < COUNTOF(all); i++)
        buffer_printf(out, " --%s: #%02x%02x%02x;", all[i].name, all[i].colour.r, all[i].colour.g, all[i].colour.b);
    html_markup(out, " }\n");
}

void document_language(struct buffer *out, const struct exhibit *exhibit, int language)
{
    html_language(out, exhibit->languages[language]);
}

void document_title(struct buffer *out, const struct exhibit *exhibit, int language)
{
    html_markup(out, "<h1");
    document_language(out, exhibit, language);
    html_markup(out, ">");
    html_words(out, text_in(exhibit->title, language), &(struct html_links){.exhibit = exhibit, .language = language});
    html_markup(out, "</h1>\n");
}

void document_begin(struct buffer *out, const struct document *document)
{
    html_markup(out, "<!DOCTYPE html>\n<html");
    if (document->language < 0)
        html_markup(out, " lang=\"en\" dir=\"ltr\"");
    else
        document_language(out, document->exhibit, document->language);
    HTML(out,
         ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"generator\" content=\"vitrina {}\">\n<title>{}</title>\n<style>\n",
         VITRINA_VERSION, document->title);
    put_colours(out, &document->exhibit->theme.normal);
    put_sheet(out, document->sheet);
    html_markup(out, "</style>\n</head>\n<body>\n");
}

void document_end(struct buffer *out, const struct document *document)
{
    if (document->script) {
        html_markup(out, "<script>\n");
        put_sheet(out, document->script);
        html_markup(out, "</script>\n");
    }
    html_markup(out, "</body>\n</html>\n");
}

const char *document_anchor(struct arena *arena, struct topic topic)
{
    static const char *const names[TOPIC_COUNT] = {"opening", "chapter", "panel",  "route",  "question", "lane", "era",
                                                   "event",   "term",    "person", "notice", "voice",    "about"};

    return arena_printf(arena, "%s-%d", names[topic.kind], topic.item + 1);
}

static const char *address(void *context, const struct prose_link *link)
{
    static const enum topic_kind kinds[] = {[PROSE_LINK_PANEL] = TOPIC_PANEL,
                                            [PROSE_LINK_TERM] = TOPIC_TERM,
                                            [PROSE_LINK_EVENT] = TOPIC_EVENT,
                                            [PROSE_LINK_PERSON] = TOPIC_PERSON};
    struct arena *arena = context;

    return arena_printf(arena, "#%s", document_anchor(arena, (struct topic){kinds[link->kind], link->index}));
}

struct html_links document_links(struct arena *arena)
{
    return (struct html_links){.address = address, .context = arena};
}

void document_excerpt(struct buffer *out, const struct excerpt *excerpt, const struct html_links *links)
{
    if (excerpt->prose) {
        html_prose(out, excerpt->prose, links);
        return;
    }
    html_markup(out, "<p>");
    html_words(out, excerpt->text ? excerpt->text : "", links);
    html_markup(out, "</p>\n");
}

const char *document_excerpt_name(enum excerpt_kind kind)
{
    static const char *const names[EXCERPT_COUNT] = {
        [EXCERPT_TITLE] = "Title",
        [EXCERPT_WHEN] = "When",
        [EXCERPT_VOICE] = "Who speaks",
        [EXCERPT_POSTER] = "Poster",
        [EXCERPT_TEXT] = "Text",
        [EXCERPT_EASY] = "In simple words",
        [EXCERPT_MORE] = "Read more",
        [EXCERPT_SIDE] = "Where voices differ",
        [EXCERPT_SOUND] = "Sound",
        [EXCERPT_CAPTION] = "Caption",
        [EXCERPT_ALTERNATIVE] = "Picture in words",
        [EXCERPT_DETAIL] = "Point in the picture",
        [EXCERPT_FIGURES] = "Figures",
        [EXCERPT_VALUE] = "Figure or place",
        [EXCERPT_NOTE] = "Note",
        [EXCERPT_SOURCES] = "Sources",
        [EXCERPT_CREDIT] = "Credit",
    };

    return names[kind];
}

const char *document_hardness(struct arena *arena, const struct exhibit *exhibit, const struct excerpt *excerpt, int language)
{
    int hardness = excerpt_hardness(exhibit, excerpt, language);

    return hardness == HARDNESS_NONE ? NULL : arena_printf(arena, "LIX %d, %s", hardness, hardness_name(hardness));
}

const char *document_place(struct arena *arena, struct origin origin)
{
    if (origin.line == 0)
        return origin.file ? origin.file : "";
    return arena_printf(arena, "%s:%d", origin.file, origin.line);
}
