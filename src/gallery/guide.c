/* The guide in large print. Its words are the exhibit's: those of the interface stand as headings. Terms and people are told of where a
 * text first names them, so that nobody has to turn pages. */
#include "gallery/texts.h"

struct guide {
    struct buffer *out;
    const struct exhibit *exhibit;
    const struct words *words;
    struct arena *arena;
    int language;
    struct html_links plain; /* nothing leads anywhere on paper */
    bool simple;
    bool *told[TOPIC_COUNT]; /* of terms and people: whether the guide did */
};

/* Which excerpts stand below which heading, in this order; NULL: none. */
struct guide_part {
    const char *heading, *class;
    enum excerpt_kind first, last;
};

static void put_words(const struct guide *g, const char *words)
{
    html_words(g->out, words, &g->plain);
}

static void put_heading(const struct guide *g, int level, const char *heading)
{
    buffer_printf(g->out, "<h%d>", level);
    put_words(g, heading);
    buffer_printf(g->out, "</h%d>\n", level);
}

static void put_excerpt(const struct guide *g, const struct excerpt *excerpt)
{
    if (excerpt->label) {
        bool side = excerpt->kind == EXCERPT_SIDE;

        html_markup(g->out, side ? "<p class=\"speaker\">" : "<p class=\"value\"><strong>");
        put_words(g, excerpt->label);
        html_markup(g->out, side ? "" : "</strong>");
        if (!side && excerpt->text && excerpt->text[0]) {
            html_markup(g->out, ": ");
            put_words(g, excerpt->text);
        }
        html_markup(g->out, "</p>\n");
    }
    if (!excerpt->label || excerpt->prose)
        document_excerpt(g->out, excerpt, &g->plain);
}

static void put_part(const struct guide *g, const struct excerpts *excerpts, const struct guide_part *part)
{
    bool begun = false;

    for (int i = 0; i < excerpts->count; i++) {
        const struct excerpt *excerpt = &excerpts->list[i];

        if (excerpt->kind < part->first || excerpt->kind > part->last)
            continue;
        if (!begun)
            HTML(g->out, "<div class=\"{}\">\n", part->class);
        if (!begun && part->heading)
            put_heading(g, 4, part->heading);
        begun = true;
        put_excerpt(g, excerpt);
    }
    html_markup(g->out, begun ? "</div>\n" : "");
}

static bool have(const struct excerpts *excerpts, enum excerpt_kind kind)
{
    for (int i = 0; i < excerpts->count; i++)
        if (excerpts->list[i].kind == kind)
            return true;
    return false;
}

/* Everything of a topic but its title and what posters say. */
static void put_parts(const struct guide *g, const struct excerpts *excerpts)
{
    enum excerpt_kind text = g->simple && have(excerpts, EXCERPT_EASY) ? EXCERPT_EASY : EXCERPT_TEXT;
    const char *figures = have(excerpts, EXCERPT_FIGURES) ? g->words->figures : NULL; /* a map has none */
    const struct guide_part all[] = {
        {NULL, "when", EXCERPT_WHEN, EXCERPT_WHEN},
        {NULL, "speaker", EXCERPT_VOICE, EXCERPT_VOICE},
        {NULL, "text", text, text},
        {g->words->describe, "picture", EXCERPT_CAPTION, EXCERPT_DETAIL},
        {figures, "figures", EXCERPT_FIGURES, EXCERPT_NOTE},
        {g->words->more, "text", EXCERPT_MORE, EXCERPT_MORE},
        {g->words->difference, "difference", EXCERPT_SIDE, EXCERPT_SIDE},
        {g->words->sound.transcript, "text", EXCERPT_SOUND, EXCERPT_SOUND},
        {g->words->sources, "sources", EXCERPT_SOURCES, EXCERPT_CREDIT},
    };

    for (size_t i = 0; i < COUNTOF(all); i++)
        put_part(g, excerpts, &all[i]);
}

/* ---- terms and people, where they are first named ---- */

static void put_told(const struct guide *g, struct topic topic)
{
    struct excerpts excerpts = topic_excerpts(g->arena, g->exhibit, topic, g->language);

    g->told[topic.kind][topic.item] = true;
    html_markup(g->out, "<div class=\"told\">\n");
    put_heading(g, 4, topic_title(g->arena, g->exhibit, topic, g->language));
    for (int i = 0; i < excerpts.count; i++)
        if (excerpts.list[i].kind == EXCERPT_WHEN || excerpts.list[i].kind == EXCERPT_TEXT)
            put_excerpt(g, &excerpts.list[i]);
    html_markup(g->out, "</div>\n");
}

static void tell_of_links(const struct guide *g, const struct prose *prose)
{
    for (int b = 0; b < prose->block_count; b++)
        for (int s = 0; s < prose->blocks[b].span_count; s++) {
            const struct prose_link *link = prose->blocks[b].spans[s].link;

            if (link && link->kind == PROSE_LINK_TERM && !g->told[TOPIC_TERM][link->index])
                put_told(g, (struct topic){TOPIC_TERM, link->index});
            if (link && link->kind == PROSE_LINK_PERSON && !g->told[TOPIC_PERSON][link->index])
                put_told(g, (struct topic){TOPIC_PERSON, link->index});
        }
}

static void tell_of(const struct guide *g, const struct excerpts *excerpts)
{
    for (int i = 0; i < excerpts->count; i++)
        if (excerpts->list[i].prose)
            tell_of_links(g, excerpts->list[i].prose);
}

/* ---- topics ---- */

static void put_notices(const struct guide *g, unsigned notices)
{
    const char *helpline = text_in(g->exhibit->helpline, g->language);

    if (notices == 0)
        return;
    html_markup(g->out, "<div class=\"notice\">\n");
    put_heading(g, 3, g->words->notice);
    for (int i = 0; i < g->exhibit->notice_count; i++)
        if (notices >> i & 1)
            html_prose(g->out, prose_in(&g->exhibit->notices[i].text, g->language), &g->plain);
    if (helpline[0]) {
        html_markup(g->out, "<p>");
        put_words(g, helpline);
        html_markup(g->out, "</p>\n");
    }
    html_markup(g->out, "</div>\n");
}

/* before: the notices of what the reader comes from; a run of topics behind the same ones has them once. */
static void put_topic(const struct guide *g, struct topic topic, unsigned before)
{
    struct topic_face face = topic_face(g->exhibit, topic);
    struct excerpts excerpts = topic_excerpts(g->arena, g->exhibit, topic, g->language);

    HTML(g->out, "<article id=\"{}\">\n", document_anchor(g->arena, topic));
    put_notices(g, face.notices & ~before);
    if (face.title.in)
        put_heading(g, 3, topic_title(g->arena, g->exhibit, topic, g->language));
    put_parts(g, &excerpts);
    tell_of(g, &excerpts);
    html_markup(g->out, "</article>\n");
}

static void put_entries(const struct guide *g, enum topic_kind kind)
{
    unsigned before = 0;

    for (int i = 0; i < topic_total(g->exhibit, kind); i++) {
        struct topic topic = {kind, i};

        put_topic(g, topic, before);
        before = topic_face(g->exhibit, topic).notices;
    }
}

static void begin_section(const struct guide *g, const char *anchor, const char *heading)
{
    HTML(g->out, "<section id=\"{}\">\n", anchor);
    put_heading(g, 2, heading);
}

/* ---- the whole ---- */

/* "3 Nineteen days", with more room between than a blank has. */
static const char *chapter_title(const struct guide *g, int chapter)
{
    const char *number = number_text(g->arena, &g->words->numbers, chapter + 1, 0);

    return arena_printf(g->arena, "%s\u2002%s", number,
                        topic_title(g->arena, g->exhibit, (struct topic){TOPIC_CHAPTER, chapter}, g->language));
}

static void put_chapters(const struct guide *g)
{
    unsigned before = 0;

    for (int c = 0; c < g->exhibit->chapter_count; c++) {
        const struct chapter *chapter = &g->exhibit->chapters[c];

        begin_section(g, document_anchor(g->arena, (struct topic){TOPIC_CHAPTER, c}), chapter_title(g, c));
        for (int i = 0; i < chapter->panel_count; i++) {
            put_topic(g, (struct topic){TOPIC_PANEL, chapter->panels[i]}, before);
            before = g->exhibit->panels[chapter->panels[i]].notices;
        }
        html_markup(g->out, "</section>\n");
    }
}

static void put_kind(const struct guide *g, enum topic_kind kind, const char *heading)
{
    const char *anchor = arena_printf(g->arena, "part-%s", document_anchor(g->arena, (struct topic){kind, 0}));

    if (topic_total(g->exhibit, kind) == 0)
        return;
    begin_section(g, anchor, heading);
    put_entries(g, kind);
    html_markup(g->out, "</section>\n");
}

/* Whom and what no text names. */
static void put_untold(const struct guide *g, enum topic_kind kind)
{
    for (int i = 0; i < topic_total(g->exhibit, kind); i++)
        if (!g->told[kind][i])
            put_told(g, (struct topic){kind, i});
}

static void put_link(const struct guide *g, struct topic topic, const char *title)
{
    HTML(g->out, "<li><a href=\"#{}\">", document_anchor(g->arena, topic));
    put_words(g, title);
    html_markup(g->out, "</a>");
}

static void put_contents(const struct guide *g)
{
    HTML(g->out, "<nav aria-label=\"{}\">\n<ol>\n", topic_title(g->arena, g->exhibit, (struct topic){TOPIC_OPENING, 0}, g->language));
    for (int c = 0; c < g->exhibit->chapter_count; c++) {
        const struct chapter *chapter = &g->exhibit->chapters[c];

        put_link(g, (struct topic){TOPIC_CHAPTER, c}, chapter_title(g, c));
        html_markup(g->out, "\n<ol>\n");
        for (int i = 0; i < chapter->panel_count; i++) {
            struct topic topic = {TOPIC_PANEL, chapter->panels[i]};

            put_link(g, topic, topic_title(g->arena, g->exhibit, topic, g->language));
            html_markup(g->out, "</li>\n");
        }
        html_markup(g->out, "</ol></li>\n");
    }
    if (g->exhibit->event_count > 0)
        HTML(g->out, "<li><a href=\"#part-event-1\">{}</a></li>\n", g->words->timeline);
    HTML(g->out, "<li><a href=\"#part-about-1\">{}</a></li>\n</ol>\n</nav>\n", g->words->about);
}

static void put_cover(const struct guide *g)
{
    const struct excerpt *subtitle = NULL;
    struct excerpts excerpts = topic_excerpts(g->arena, g->exhibit, (struct topic){TOPIC_OPENING, 0}, g->language);

    html_markup(g->out, "<header>\n");
    put_heading(g, 1, text_in(g->exhibit->title, g->language));
    for (int i = 0; i < excerpts.count && !subtitle; i++)
        if (excerpts.list[i].kind == EXCERPT_TEXT)
            subtitle = &excerpts.list[i];
    if (subtitle)
        document_excerpt(g->out, subtitle, &g->plain);
    if (g->simple)
        HTML(g->out, "<p><strong>{}: {}</strong></p>\n", g->words->for_me.words, g->words->for_me.simple);
    html_markup(g->out, "</header>\n");
}

void guide_write(struct buffer *out, const struct exhibit *exhibit, int language, bool simple)
{
    struct guide g = {.out = out,
                      .exhibit = exhibit,
                      .words = &exhibit->words[language],
                      .arena = arena_create(),
                      .language = language,
                      .plain = {.exhibit = exhibit, .language = language},
                      .simple = simple};
    struct document document = {exhibit, language, topic_title(g.arena, exhibit, (struct topic){TOPIC_OPENING, 0}, language), "guide.css",
                                NULL};

    g.told[TOPIC_TERM] = ARENA_ARRAY(g.arena, bool, exhibit->term_count);
    g.told[TOPIC_PERSON] = ARENA_ARRAY(g.arena, bool, exhibit->person_count);
    document_begin(out, &document);
    put_cover(&g);
    put_contents(&g);
    html_markup(out, "<main>\n");
    put_chapters(&g);
    put_kind(&g, TOPIC_QUESTION, g.words->end);
    put_kind(&g, TOPIC_EVENT, g.words->timeline);
    put_kind(&g, TOPIC_ABOUT, g.words->about);
    put_untold(&g, TOPIC_TERM);
    put_untold(&g, TOPIC_PERSON);
    html_markup(out, "</main>\n");
    document_end(out, &document);
    arena_destroy(g.arena);
}
