/* A section for each chapter and for what else there is; in it an article for each leaf, as one comes to them. */
#include "gallery/index.h"

#include "gallery/blame.h"
#include "gallery/showing.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where a leaf stands: the chapters, and then these. */
enum section { SECTION_OPENING, SECTION_CHAPTERS, SECTION_TIMELINE, SECTION_GLOSSARY, SECTION_PEOPLE, SECTION_OTHERS, SECTION_COUNT };

struct indexing {
    struct buffer *out;
    struct arena *arena;
    const struct gallery_index *index;
    const struct exhibit *exhibit;
    struct blame *blame;
    int written;
};

/* Order: each field before those behind it. */
struct place_of_leaf {
    int section, chapter, item, rank, leaf;
};

static struct topic topic_of(const struct indexing *n, const struct leaf *leaf)
{
    return showing_topic(n->exhibit, leaf->scene);
}

static enum section section_of(struct topic topic, const struct leaf *leaf)
{
    switch (topic.kind) {
    case TOPIC_OPENING:
        return SECTION_OPENING;
    case TOPIC_PANEL:
        return SECTION_CHAPTERS;
    case TOPIC_EVENT:
        return SECTION_TIMELINE;
    case TOPIC_TERM:
        return SECTION_GLOSSARY;
    case TOPIC_PERSON:
        return SECTION_PEOPLE;
    case TOPIC_CHAPTER:
    case TOPIC_ROUTE:
    case TOPIC_QUESTION:
    case TOPIC_LANE:
    case TOPIC_ERA:
    case TOPIC_NOTICE:
    case TOPIC_VOICE:
    case TOPIC_ABOUT:
    case TOPIC_COUNT:
        break;
    }
    return leaf->scene.ops == &scene_timeline ? SECTION_TIMELINE : SECTION_OTHERS;
}

static struct place_of_leaf place_of(const struct indexing *n, int leaf)
{
    struct topic topic = topic_of(n, &n->index->leaves[leaf]);
    struct place_of_leaf place = {.section = section_of(topic, &n->index->leaves[leaf]), .leaf = leaf};

    place.rank = n->index->leaves[leaf].notice ? -1 : showing_rank(n->index->leaves[leaf].scene);
    place.item = topic.kind == TOPIC_COUNT ? -1 : topic.item;
    if (topic.kind == TOPIC_PANEL)
        place.chapter = n->exhibit->panels[topic.item].chapter;
    return place;
}

static int compare_places(const void *one, const void *other)
{
    const struct place_of_leaf *a = one, *b = other;

    if (a->section != b->section)
        return a->section - b->section;
    if (a->chapter != b->chapter)
        return a->chapter - b->chapter;
    if (a->item != b->item)
        return a->item - b->item;
    return a->rank != b->rank ? a->rank - b->rank : a->leaf - b->leaf;
}

/* ---- one leaf ---- */

/* What pictures are of: "1080 × 1920". */
static const char *pixels_of(const struct indexing *n, int screen)
{
    return arena_printf(n->arena, "%d \u00D7 %d", n->index->screens[screen].w, n->index->screens[screen].h);
}

static const char *describe_shot(const struct indexing *n, const struct shot *shot)
{
    const char *text = arena_printf(n->arena, "%s text", setting_text_name(shot->text));

    return n->index->screen_count == 1 ? text : arena_printf(n->arena, "%s, %s", text, pixels_of(n, shot->screen));
}

static void put_shot(const struct indexing *n, const struct leaf *leaf, const struct shot *shot)
{
    struct size screen = n->index->screens[shot->screen];
    const char *size = arena_printf(n->arena, "width=\"%d\" height=\"%d\"", screen.w, screen.h);
    const char *what = arena_printf(n->arena, "%s, %s, %s", leaf->notice ? "Notice" : showing_name(n->exhibit, leaf->scene),
                                    n->exhibit->words[leaf->language].language_name, describe_shot(n, shot));

    HTML(n->out, "<figure data-text=\"{}\" data-screen=\"{}\" class=\"{}\">\n", setting_text_name(shot->text), pixels_of(n, shot->screen),
         screen.h > screen.w ? "tall" : "wide");
    html_markup(n->out, "<div class=\"pair\">\n");
    if (shot->before) {
        HTML(n->out, "<div><a href=\"{}\"><img src=\"{}\" alt=\"{}, before\" loading=\"lazy\" ", html_address(n->arena, shot->before),
             html_address(n->arena, shot->before), what);
        html_markup(n->out, size);
        html_markup(n->out, "></a><span class=\"tag\">Before</span></div>\n");
    }
    HTML(n->out, "<div><a href=\"{}\"><img src=\"{}\" alt=\"{}\" loading=\"lazy\" ", html_address(n->arena, shot->file),
         html_address(n->arena, shot->file), what);
    html_markup(n->out, size);
    HTML(n->out, "></a>{}", "");
    html_markup(n->out, shot->before ? "<span class=\"tag\">Now</span>" : "");
    HTML(n->out, "</div>\n</div>\n<figcaption>{}</figcaption>\n</figure>\n", describe_shot(n, shot));
}

static void put_hardness(const struct indexing *n, const struct excerpt *excerpt, int language)
{
    const char *hardness = document_hardness(n->arena, n->exhibit, excerpt, language);

    if (hardness)
        HTML(n->out, " <span class=\"level\">{}</span>", hardness);
}

/* Whether something of what it shows is harder to read than it should be. */
static bool is_hard(const struct indexing *n, const struct leaf *leaf, struct topic topic)
{
    unsigned shown = topic.kind == TOPIC_COUNT ? 0 : leaf_excerpts(leaf);
    struct excerpts excerpts = {NULL, 0};
    bool hard = false;

    if (shown)
        excerpts = topic_excerpts(n->arena, n->exhibit, topic, leaf->language);
    for (int i = 0; i < excerpts.count; i++)
        hard |= (shown >> excerpts.list[i].kind & 1) &&
                excerpt_is_hard(&excerpts.list[i], excerpt_hardness(n->exhibit, &excerpts.list[i], leaf->language));
    return hard;
}

static void put_words(const struct indexing *n, const struct leaf *leaf, struct topic topic)
{
    const struct html_links plain = {.exhibit = n->exhibit, .language = leaf->language};
    unsigned shown = leaf_excerpts(leaf);
    bool begun = false;

    if (topic.kind == TOPIC_COUNT)
        return;
    struct excerpts excerpts = topic_excerpts(n->arena, n->exhibit, topic, leaf->language);

    for (int i = 0; i < excerpts.count; i++) {
        const struct excerpt *excerpt = &excerpts.list[i];

        if (!(shown >> excerpt->kind & 1))
            continue;
        html_markup(n->out, begun ? "" : "<dl>\n");
        begun = true;
        HTML(n->out, "<div><dt>{}", document_excerpt_name(excerpt->kind));
        put_hardness(n, excerpt, leaf->language);
        html_markup(n->out, "</dt><dd");
        document_language(n->out, n->exhibit, leaf->language);
        html_markup(n->out, ">");
        if (excerpt->label) {
            html_markup(n->out, "<p><strong>");
            html_words(n->out, excerpt->label, &plain);
            html_markup(n->out, "</strong></p>");
        }
        document_excerpt(n->out, excerpt, &plain);
        html_markup(n->out, "</dd></div>\n");
    }
    html_markup(n->out, begun ? "</dl>\n" : "");
}

/* The texts of what stands before it. */
static void put_notices(const struct indexing *n, const struct leaf *leaf, unsigned notices)
{
    const struct html_links plain = {.exhibit = n->exhibit, .language = leaf->language};

    html_markup(n->out, "<dl>\n");
    for (int i = 0; i < n->exhibit->notice_count; i++) {
        if (!(notices >> i & 1))
            continue;
        HTML(n->out, "<div><dt>{}</dt><dd", n->exhibit->notices[i].id);
        document_language(n->out, n->exhibit, leaf->language);
        html_markup(n->out, ">");
        html_prose(n->out, prose_in(&n->exhibit->notices[i].text, leaf->language), &plain);
        html_markup(n->out, "</dd></div>\n");
    }
    html_markup(n->out, "</dl>\n");
}

static void put_finding(const struct indexing *n, const struct finding *finding)
{
    static const char *const severities[] = {"Hint", "Warning", "Error"};
    struct origin origin = {finding->file, finding->line, finding->column};

    HTML(n->out, "<li><strong>{}</strong> {} <code>{}</code></li>\n", severities[finding->severity], finding->message,
         document_place(n->arena, origin));
}

/* They stand once for each topic and language: on the page that shows most of it. */
static bool has_findings(const struct indexing *n, const struct leaf *leaf, struct topic topic)
{
    return !leaf->notice && topic.kind != TOPIC_COUNT && showing_is_main(leaf->scene) && blame_count(n->blame, topic) > 0;
}

static void put_findings(const struct indexing *n, struct topic topic)
{
    html_markup(n->out, "<ul class=\"findings\" aria-label=\"Findings\">\n");
    for (int i = 0; i < findings_total(n->index->findings); i++)
        if (blame_is_of(n->blame, i, topic))
            put_finding(n, findings_at(n->index->findings, i));
    html_markup(n->out, "</ul>\n");
}

/* Who reads it ticks it, and may say something about it. */
static void put_review(const struct indexing *n, const char *title)
{
    HTML(n->out,
         "<div class=\"review\">\n<label><input type=\"checkbox\" class=\"approved\"> Approved<span class=\"unseen\">: {}</span></label>\n"
         "<span class=\"stale\" hidden>It has changed since it was ticked</span>\n"
         "<textarea rows=\"2\" aria-label=\"Note on {}\" placeholder=\"Note\"></textarea>\n</div>\n",
         title, title);
}

static const char *reading_time(const struct indexing *n, const struct leaf *leaf)
{
    int words;

    if (leaf->notice || !leaf->scene.ops || !leaf->scene.ops->words)
        return "";
    words = leaf->scene.ops->words(n->exhibit, leaf->scene.item, leaf->language);
    if (leaf->scene.ops->words == scene_words_to_look_at || words == 0)
        return "";
    return arena_printf(n->arena, " \u00B7 %d words, %d s", words, (int)(scene_reading_ms(n->exhibit, words) / 1000));
}

/* Of pictures, or of words that stand beside them. */
enum leaf_change { LEAF_AS_IT_WAS, LEAF_REWORDED, LEAF_CHANGED };

static enum leaf_change change_of(const struct leaf *leaf, bool compared)
{
    for (int i = 0; i < leaf->shot_count; i++)
        if (compared ? leaf->shots[i].state != SHOT_PLAIN : leaf->shots[i].changed)
            return LEAF_CHANGED;
    return leaf->reworded ? LEAF_REWORDED : LEAF_AS_IT_WAS;
}

/* The words beside the pictures, descriptions and sources among them, are approved with them. */
static void put_texts(const struct indexing *n, const struct leaf *leaf, struct topic topic)
{
    if (leaf->notice)
        put_notices(n, leaf, scene_notices(n->exhibit, leaf->scene));
    put_words(n, leaf, topic);
}

/* What filters ask for stands in its attributes. */
static void open_article(const struct indexing *n, const struct leaf *leaf, struct topic topic)
{
    bool changed = change_of(leaf, n->index->compared) != LEAF_AS_IT_WAS;

    buffer_printf(n->out, "<article id=\"leaf-%d\" data-print=\"%016" PRIx64, n->written, leaf->words);
    for (int i = 0; i < leaf->shot_count; i++)
        buffer_printf(n->out, "-%016" PRIx64, leaf->shots[i].fingerprint);
    HTML(n->out, "\" data-name=\"{}\" data-language=\"{}\" data-kind=\"{}\"{}{}{}>\n", leaf->name, n->exhibit->languages[leaf->language],
         leaf->notice ? "Notice" : showing_name(n->exhibit, leaf->scene), changed ? " data-changed" : "",
         has_findings(n, leaf, topic) ? " data-findings" : "", is_hard(n, leaf, topic) ? " data-hard" : "");
}

static void put_leaf(struct indexing *n, const struct leaf *leaf)
{
    static const char *const changes[] = {[LEAF_AS_IT_WAS] = "",
                                          [LEAF_REWORDED] = " <span class=\"tag\">Words changed</span>",
                                          [LEAF_CHANGED] = " <span class=\"tag\">Changed</span>"};
    struct topic topic = topic_of(n, leaf);
    const char *kind = leaf->notice ? "Notice" : showing_name(n->exhibit, leaf->scene);
    const char *title = topic.kind == TOPIC_COUNT ? "" : topic_title(n->arena, n->exhibit, topic, leaf->language);

    n->written++;
    open_article(n, leaf, topic);
    html_markup(n->out, "<div class=\"pictures\">\n");
    for (int i = 0; i < leaf->shot_count; i++)
        put_shot(n, leaf, &leaf->shots[i]);
    HTML(n->out, "</div>\n<div class=\"words\">\n<p class=\"kind\">{} \u00B7 <bdi", kind);
    document_language(n->out, n->exhibit, leaf->language);
    HTML(n->out, ">{}</bdi>{}", n->exhibit->words[leaf->language].language_name, reading_time(n, leaf));
    html_markup(n->out, changes[change_of(leaf, n->index->compared)]);
    html_markup(n->out, "</p>\n<h3");
    if (title[0])
        document_language(n->out, n->exhibit, leaf->language);
    html_markup(n->out, ">");
    html_words(n->out, title[0] ? title : kind, &(struct html_links){.exhibit = n->exhibit, .language = leaf->language});
    html_markup(n->out, "</h3>\n");
    if (has_findings(n, leaf, topic))
        put_findings(n, topic);
    put_texts(n, leaf, topic);
    put_review(n, arena_printf(n->arena, "%s, %s, %s", kind, title[0] ? title : kind, n->exhibit->words[leaf->language].language_name));
    html_markup(n->out, "</div>\n</article>\n");
}

/* ---- all of them ---- */

static const char *heading_of(const struct indexing *n, const struct place_of_leaf *place)
{
    static const char *const headings[SECTION_COUNT] = {"Opening", "", "Timeline", "Glossary", "People", "Other scenes"};

    if (place->section != SECTION_CHAPTERS)
        return headings[place->section];
    return arena_printf(n->arena, "%d\u2002%s", place->chapter + 1,
                        topic_title(n->arena, n->exhibit, (struct topic){TOPIC_CHAPTER, place->chapter}, 0));
}

static void put_leaves(struct indexing *n)
{
    int count = n->index->leaf_count;
    struct place_of_leaf *places = ARENA_ARRAY(n->arena, struct place_of_leaf, count);

    for (int i = 0; i < count; i++)
        places[i] = place_of(n, i);
    qsort(places, (size_t)count, sizeof(*places), compare_places);
    for (int i = 0; i < count; i++) {
        bool first = i == 0 || places[i].section != places[i - 1].section || places[i].chapter != places[i - 1].chapter;

        if (first) {
            html_markup(n->out, i > 0 ? "</section>\n<section>\n<h2" : "<section>\n<h2");
            if (places[i].section == SECTION_CHAPTERS)
                document_language(n->out, n->exhibit, 0);
            html_markup(n->out, ">");
            html_words(n->out, heading_of(n, &places[i]), &(struct html_links){.exhibit = n->exhibit});
            html_markup(n->out, "</h2>\n");
        }
        put_leaf(n, &n->index->leaves[places[i].leaf]);
    }
    html_markup(n->out, count > 0 ? "</section>\n" : "");
}

/* Findings that are of no leaf. */
static void put_other_findings(const struct indexing *n)
{
    struct topic none = {TOPIC_COUNT, 0};

    if (blame_count(n->blame, none) == 0)
        return;
    html_markup(n->out, "<section class=\"others\">\n<h2>Findings about the whole exhibit</h2>\n");
    put_findings(n, none);
    html_markup(n->out, "</section>\n");
}

static void put_gone(const struct indexing *n)
{
    if (n->index->gone_count == 0)
        return;
    html_markup(n->out, "<section class=\"gone\">\n<h2>No longer there</h2>\n");
    for (int i = 0; i < n->index->gone_count; i++)
        HTML(n->out, "<figure><img src=\"{}\" alt=\"{}\" loading=\"lazy\"><figcaption>{}</figcaption></figure>\n",
             html_address(n->arena, n->index->gone[i]), n->index->gone[i], n->index->gone[i]);
    html_markup(n->out, "</section>\n");
}

/* Which sizes of text there are pictures in: a bit each. */
static unsigned texts_shown(const struct gallery_index *index)
{
    unsigned shown = 0;

    for (int i = 0; i < index->leaf_count; i++)
        for (int s = 0; s < index->leaves[i].shot_count; s++)
            shown |= 1u << index->leaves[i].shots[s].text;
    return shown;
}

static void put_texts_and_screens(const struct indexing *n)
{
    unsigned shown = texts_shown(n->index);

    if (shown & (shown - 1)) {
        html_markup(n->out, "<label>Text <select id=\"text\"><option value=\"\">all sizes</option>");
        for (int text = TEXT_USUAL; text <= TEXT_LARGEST; text++)
            if (shown >> text & 1)
                HTML(n->out, "<option value=\"{}\">{}</option>", setting_text_name(text), setting_text_name(text));
        html_markup(n->out, "</select></label>\n");
    }
    if (n->index->screen_count == 1)
        return;
    html_markup(n->out, "<label>Screen <select id=\"screen\"><option value=\"\">all</option>");
    for (int i = 0; i < n->index->screen_count; i++)
        HTML(n->out, "<option>{}</option>", pixels_of(n, i));
    html_markup(n->out, "</select></label>\n");
}

static void put_languages(const struct indexing *n)
{
    html_markup(n->out, "<label>Language <select id=\"language\"><option value=\"\">all</option>");
    for (int i = 0; i < n->exhibit->language_count; i++) {
        HTML(n->out, "<option value=\"{}\"", n->exhibit->languages[i]);
        document_language(n->out, n->exhibit, i);
        HTML(n->out, ">{}</option>", n->exhibit->words[i].language_name);
    }
    html_markup(n->out, "</select></label>\n");
}

/* The kinds are filled in by the script, as they come. */
static void put_tools(const struct indexing *n)
{
    html_markup(n->out, "<form class=\"tools\" aria-label=\"What is shown\" hidden>\n<div class=\"filters\">\n"
                        "<label>View <select id=\"view\"><option value=\"pages\">pages</option>"
                        "<option value=\"sheet\">contact sheet</option></select></label>\n");
    put_languages(n);
    put_texts_and_screens(n);
    html_markup(n->out, "<label>Scene <select id=\"kind\"><option value=\"\">all</option></select></label>\n"
                        "<label><input type=\"checkbox\" id=\"findings\"> with findings</label>\n");
    buffer_printf(n->out,
                  "<label title=\"LIX above %d, of simple words above %d\"><input type=\"checkbox\" id=\"hard\"> hard to read</label>\n",
                  HARDNESS_HARD - 1, HARDNESS_EASY_MOST);
    html_markup(n->out, "<label><input type=\"checkbox\" id=\"changed\"> changed</label>\n"
                        "<label><input type=\"checkbox\" id=\"open\"> not approved</label>\n</div>\n<div class=\"reviewing\">\n"
                        "<label>Your name <input type=\"text\" id=\"reader\" autocomplete=\"name\"></label>\n"
                        "<button type=\"button\" id=\"save\">Save review</button>\n"
                        "<button type=\"button\" id=\"table\">Save as table</button>\n"
                        "<label class=\"button\">Read in reviews <input type=\"file\" id=\"load\" accept=\".json\" multiple></label>\n"
                        "<output id=\"status\" role=\"status\"></output>\n</div>\n</form>\n");
}

static void put_cover(const struct indexing *n)
{
    html_markup(n->out, "<header class=\"cover\">\n<p class=\"kicker\">Proofs</p>\n");
    document_title(n->out, n->exhibit, 0);
    buffer_printf(n->out, "<p class=\"facts\">%d pages, drawn for ", n->index->leaf_count);
    for (int i = 0; i < n->index->screen_count; i++)
        buffer_printf(n->out, "%s%s", i == 0 ? "a screen of " : i < n->index->screen_count - 1 ? ", " : " and ", pixels_of(n, i));
    buffer_printf(n->out, " pixels \u00B7 %s, %s</p>\n",
                  findings_tally(findings_count(n->index->findings, FINDING_ERROR), FINDING_ERROR).text,
                  findings_tally(findings_count(n->index->findings, FINDING_WARNING), FINDING_WARNING).text);
    html_markup(n->out, "<p class=\"help\">Tick what you approve, write down what you do not; then save your review and mail the file. "
                        "Nothing leaves this computer by itself.</p>\n</header>\n");
}

void index_write(struct buffer *out, const struct gallery_index *index)
{
    struct indexing n = {.out = out, .arena = arena_create(), .index = index, .exhibit = index->exhibit};
    const char *title = topic_title(n.arena, index->exhibit, (struct topic){TOPIC_OPENING, 0}, 0);
    struct document document = {index->exhibit, -1, arena_printf(n.arena, "Proofs: %s", title), "index.css", "index.js"};

    n.blame = blame_create(index->exhibit, index->findings);
    document_begin(out, &document);
    put_cover(&n);
    put_tools(&n);
    html_markup(out, "<main>\n");
    put_other_findings(&n);
    put_leaves(&n);
    put_gone(&n);
    html_markup(out, "</main>\n");
    document_end(out, &document);
    blame_destroy(n.blame);
    arena_destroy(n.arena);
}
