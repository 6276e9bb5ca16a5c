/* A table for each topic: a row for each excerpt, a column for each language. */
#include "gallery/texts.h"

#include "gallery/interface.h"
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

/* languages: those shown, as indices. */
struct texts {
    struct buffer *out;
    const struct exhibit *exhibit;
    struct arena *arena;
    struct html_links links; /* in the first language */
    int languages[EXHIBIT_LANGUAGES_MAX], language_count;
};

/* A part of the document; below: kinds whose topics belong to it, one kind after the other. */
static const struct texts_part {
    const char *title, *anchor;
    enum topic_kind first, last;
} parts[] = {
    {"Opening", "opening", TOPIC_OPENING, TOPIC_OPENING}, {"Ways and questions", "ways", TOPIC_ROUTE, TOPIC_QUESTION},
    {"Timeline", "timeline", TOPIC_LANE, TOPIC_EVENT},    {"Glossary", "glossary", TOPIC_TERM, TOPIC_TERM},
    {"People", "people", TOPIC_PERSON, TOPIC_PERSON},     {"Notices", "notices", TOPIC_NOTICE, TOPIC_NOTICE},
    {"Voices", "voices", TOPIC_VOICE, TOPIC_VOICE},       {"About", "about", TOPIC_ABOUT, TOPIC_ABOUT},
};

static int count_of(const struct texts *t, const struct texts_part *part)
{
    int count = 0;

    for (int kind = (int)part->first; kind <= (int)part->last; kind++)
        count += topic_total(t->exhibit, (enum topic_kind)kind);
    return count;
}

static const char *title_of(const struct texts *t, struct topic topic)
{
    return topic_title(t->arena, t->exhibit, topic, t->languages[0]);
}

/* ---- one topic ---- */

/* "78 words, 36 s, LIX 38, medium" */
static const char *time_of(const struct texts *t, const struct excerpt *excerpt, int language)
{
    const char *hardness = document_hardness(t->arena, t->exhibit, excerpt, language);
    struct excerpts alone = {excerpt, 1};
    int words = excerpts_words(&alone);

    return arena_printf(t->arena, "%d words, %d s%s%s", words, (int)(scene_reading_ms(t->exhibit, words) / 1000), hardness ? ", " : "",
                        hardness ? hardness : "");
}

static void put_cell(const struct texts *t, const struct excerpt *excerpt, int language)
{
    struct html_links links = t->links;

    links.language = language;
    html_markup(t->out, "<td");
    document_language(t->out, t->exhibit, language);
    html_markup(t->out, ">");
    if (excerpt->label) {
        html_markup(t->out, "<p class=\"label\">");
        html_words(t->out, excerpt->label, &links);
        html_markup(t->out, "</p>");
    }
    document_excerpt(t->out, excerpt, &links);
    if (excerpt->prose)
        HTML(t->out, "<p class=\"time{}\" lang=\"en\" dir=\"ltr\">{}</p>",
             excerpt_is_hard(excerpt, excerpt_hardness(t->exhibit, excerpt, language)) ? " hard" : "", time_of(t, excerpt, language));
    html_markup(t->out, "</td>\n");
}

static void put_rows(const struct texts *t, const struct excerpts excerpts[])
{
    for (int i = 0; i < excerpts[0].count; i++) {
        const struct excerpt *first = &excerpts[0].list[i];

        HTML(t->out, "<tr><th scope=\"row\">{}<span class=\"place\">{}</span></th>\n", document_excerpt_name(first->kind),
             first->origin.line > 0 ? arena_printf(t->arena, "line %d", first->origin.line) : "");
        for (int l = 0; l < t->language_count; l++)
            put_cell(t, &excerpts[l].list[i], t->languages[l]);
        html_markup(t->out, "</tr>\n");
    }
}

static void put_columns(const struct texts *t)
{
    html_markup(t->out, "<thead><tr><th scope=\"col\">Text</th>");
    for (int l = 0; l < t->language_count; l++) {
        html_markup(t->out, "<th scope=\"col\"");
        document_language(t->out, t->exhibit, t->languages[l]);
        HTML(t->out, ">{}</th>", t->exhibit->words[t->languages[l]].language_name);
    }
    html_markup(t->out, "</tr></thead>\n");
}

/* Which notices stand before it. */
static void put_notices(const struct texts *t, unsigned notices)
{
    for (int i = 0; i < t->exhibit->notice_count; i++)
        if (notices >> i & 1)
            HTML(t->out, " \u00B7 behind the notice <a href=\"#{}\">{}</a>", document_anchor(t->arena, (struct topic){TOPIC_NOTICE, i}),
                 t->exhibit->notices[i].id);
}

/* level: of its heading. */
static void put_topic(const struct texts *t, struct topic topic, int level)
{
    struct topic_face face = topic_face(t->exhibit, topic);
    struct excerpts excerpts[EXHIBIT_LANGUAGES_MAX] = {0};
    const char *title = title_of(t, topic);

    for (int l = 0; l < t->language_count; l++)
        excerpts[l] = topic_excerpts(t->arena, t->exhibit, topic, t->languages[l]);
    if (excerpts[0].count == 0)
        return;
    HTML(t->out, "<article id=\"{}\">\n", document_anchor(t->arena, topic));
    if (title[0]) {
        buffer_printf(t->out, "<h%d", level);
        if (face.title.in)
            document_language(t->out, t->exhibit, t->languages[0]);
        html_markup(t->out, ">");
        html_words(t->out, title, &t->links);
        buffer_printf(t->out, "</h%d>\n", level);
    }
    HTML(t->out, "<p class=\"where\"><code>{}</code>", document_place(t->arena, face.origin));
    put_notices(t, face.notices);
    html_markup(t->out, "</p>\n<table>\n");
    put_columns(t);
    html_markup(t->out, "<tbody>\n");
    put_rows(t, excerpts);
    html_markup(t->out, "</tbody>\n</table>\n</article>\n");
}

/* ---- the interface ---- */

/* What buttons and questions say: a row a word. */
static void put_interface(const struct texts *t)
{
    const struct interface_word *words;
    int count = interface_words(t->arena, t->exhibit, &words);

    html_markup(t->out, "<section id=\"part-interface\">\n<h2>The interface</h2>\n<article id=\"interface\">\n"
                        "<p class=\"where\"><code>config/words.yaml</code></p>\n<table>\n");
    put_columns(t);
    html_markup(t->out, "<tbody>\n");
    for (int i = 0; i < count; i++) {
        HTML(t->out, "<tr><th scope=\"row\"><code>{}</code><span class=\"place\">{}</span></th>\n", words[i].key, words[i].help);
        for (int l = 0; l < t->language_count; l++) {
            html_markup(t->out, "<td");
            document_language(t->out, t->exhibit, t->languages[l]);
            HTML(t->out, "><p>{}</p></td>\n", words[i].in[t->languages[l]]);
        }
        html_markup(t->out, "</tr>\n");
    }
    html_markup(t->out, "</tbody>\n</table>\n</article>\n</section>\n");
}

/* ---- all of them ---- */

static void put_link(const struct texts *t, const char *anchor, const char *title)
{
    HTML(t->out, "<li><a href=\"#{}\"", anchor);
    document_language(t->out, t->exhibit, t->languages[0]);
    html_markup(t->out, ">");
    html_words(t->out, title, &t->links);
    html_markup(t->out, "</a></li>\n");
}

static void put_chapter_contents(const struct texts *t, int chapter)
{
    struct topic topic = {TOPIC_CHAPTER, chapter};

    html_markup(t->out, "<li><a class=\"chapter\"");
    document_language(t->out, t->exhibit, t->languages[0]);
    HTML(t->out, " href=\"#{}\">", document_anchor(t->arena, topic));
    html_words(t->out, title_of(t, topic), &t->links);
    html_markup(t->out, "</a>\n<ol>\n");
    for (int i = 0; i < t->exhibit->chapters[chapter].panel_count; i++) {
        struct topic panel = {TOPIC_PANEL, t->exhibit->chapters[chapter].panels[i]};

        put_link(t, document_anchor(t->arena, panel), title_of(t, panel));
    }
    html_markup(t->out, "</ol></li>\n");
}

static void put_contents(const struct texts *t)
{
    html_markup(t->out, "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
    for (size_t i = 0; i < COUNTOF(parts); i++) {
        if (count_of(t, &parts[i]) > 0)
            HTML(t->out, "<li><a href=\"#part-{}\">{}</a></li>\n", parts[i].anchor, parts[i].title);
        for (int chapter = 0; i == 0 && chapter < t->exhibit->chapter_count; chapter++)
            put_chapter_contents(t, chapter);
    }
    html_markup(t->out, "<li><a href=\"#part-interface\">The interface</a></li>\n</ol>\n</nav>\n");
}

static void put_chapter(const struct texts *t, int chapter)
{
    struct topic topic = {TOPIC_CHAPTER, chapter};

    html_markup(t->out, "<section class=\"chapter\">\n");
    put_topic(t, topic, 2);
    for (int i = 0; i < t->exhibit->chapters[chapter].panel_count; i++)
        put_topic(t, (struct topic){TOPIC_PANEL, t->exhibit->chapters[chapter].panels[i]}, 3);
    html_markup(t->out, "</section>\n");
}

static void put_part(const struct texts *t, const struct texts_part *part)
{
    if (count_of(t, part) == 0)
        return;
    HTML(t->out, "<section id=\"part-{}\">\n<h2>{}</h2>\n", part->anchor, part->title);
    for (int kind = (int)part->first; kind <= (int)part->last; kind++)
        for (int i = 0; i < topic_total(t->exhibit, (enum topic_kind)kind); i++)
            put_topic(t, (struct topic){(enum topic_kind)kind, i}, 3);
    html_markup(t->out, "</section>\n");
}

static void put_cover(const struct texts *t)
{
    const struct exhibit *exhibit = t->exhibit;

    html_markup(t->out, "<header class=\"cover\">\n<p class=\"kicker\">All that visitors read</p>\n");
    document_title(t->out, exhibit, t->languages[0]);
    buffer_printf(t->out, "<p class=\"facts\">%d panels, %d events, %d words of the glossary, %d people", exhibit->panel_count,
                  exhibit->event_count, exhibit->term_count, exhibit->person_count);
    for (int l = 0; l < t->language_count; l++)
        HTML(t->out, "{}{}", l == 0 ? " \u00B7 " : ", ", exhibit->words[t->languages[l]].language_name);
    html_markup(t->out, "</p>\n</header>\n");
}

void texts_write(struct buffer *out, const struct exhibit *exhibit, int language)
{
    struct texts t = {.out = out, .exhibit = exhibit, .arena = arena_create()};

    t.links = document_links(t.arena);
    for (int l = 0; l < exhibit->language_count; l++)
        if (language < 0 || l == language)
            t.languages[t.language_count++] = l;
    t.links.exhibit = exhibit;
    t.links.language = t.languages[0];

    struct document document = {exhibit, -1, title_of(&t, (struct topic){TOPIC_OPENING, 0}), "texts.css", NULL};

    document_begin(out, &document);
    put_cover(&t);
    put_contents(&t);
    buffer_printf(out, "<main class=\"columns-%d\">\n", t.language_count);
    put_part(&t, &parts[0]);
    for (int chapter = 0; chapter < exhibit->chapter_count; chapter++)
        put_chapter(&t, chapter);
    for (size_t i = 1; i < COUNTOF(parts); i++)
        put_part(&t, &parts[i]);
    put_interface(&t);
    html_markup(out, "</main>\n");
    document_end(out, &document);
    arena_destroy(t.arena);
}
