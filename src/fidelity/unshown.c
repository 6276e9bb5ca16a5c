/* Walks the drawing as it is drawn: what is hidden, or stands in a switch behind what is chosen, is not looked at. */
#include "fidelity/unshown.h"

#include "fidelity/features.h"
#include "fidelity/styles.h"
#include "fidelity/words.h"

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static const char svg_space[] = "http://www.w3.org/2000/svg", html_space[] = "http://www.w3.org/1999/xhtml";

struct look {
    struct features features;
    struct remarks *remarks;
    struct bytes drawing;
    struct arena *arena;
    struct style_rules rules;
    GHashTable *families; /* those that were looked for */
    GHashTable *ids;      /* of all elements */
};

/* ---- nodes ---- */

static bool is_in(const xmlNode *node, const char *space)
{
    return node->ns && node->ns->href && strcmp((const char *)node->ns->href, space) == 0;
}

static bool is_svg(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && (!node->ns || is_in(node, svg_space));
}

static bool is_named(const xmlNode *node, const char *name)
{
    return is_svg(node) && strcmp((const char *)node->name, name) == 0;
}

/* NULL if it is not there. */
static const char *value_of(const struct look *look, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, BAD_CAST name); /* of any namespace: xlink:href too */
    const char *copy = value ? arena_text(look->arena, (const char *)value, strlen((const char *)value)) : NULL;

    xmlFree(value);
    return copy;
}

static const char *content_of(const struct look *look, const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    const char *copy = content ? arena_text(look->arena, (const char *)content, strlen((const char *)content)) : "";

    xmlFree(content);
    return copy;
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* ---- lines ---- */

/* Where the element's tag begins: the parser knows the line of its end. */
static const char *tag_of(const struct look *look, const xmlNode *node)
{
    const char *start = look->drawing.at, *end = start + look->drawing.size, *at = start;
    size_t length = strlen((const char *)node->name);

    for (long line = xmlGetLineNo(node); line > 0 && at < end; line--) {
        const char *next = memchr(at, '\n', (size_t)(end - at));

        at = next ? next + 1 : end;
    }
    for (at--; at > start; at--) {
        const char *name = at + 1;

        if (*at != '<')
            continue;
        if (node->ns && node->ns->prefix)
            name += strlen((const char *)node->ns->prefix) + 1;
        if (name < end && (size_t)(end - name) > length && memcmp(name, node->name, length) == 0)
            return at;
    }
    return start;
}

/* The line of that word in the element's tag, or of the tag itself. */
static int line_of(const struct look *look, const xmlNode *node, const char *word)
{
    const char *tag = tag_of(look, node), *end = look->drawing.at + look->drawing.size, *found = NULL;
    int line = 1;

    if (word)
        found = g_strstr_len(tag, end - tag, word);
    for (const char *at = look->drawing.at; at < tag; at++)
        line += *at == '\n';
    for (const char *at = tag; found && at < found; at++)
        line += *at == '\n';
    return line;
}

static void say(const struct look *look, int line, const char *what, const char *says)
{
    enum { SHOWN = 48 }; /* letters of what a curator wrote */

    remark_add(look->remarks, line, "\"%.*s%s\": %s", SHOWN, what, strlen(what) > SHOWN ? "..." : "", says);
}

/* ---- styles ---- */

static const char nowhere[] =
    "nothing in the drawing has that name, so that something is missing, or is drawn without it; save it again from "
    "the drawing program";

static bool leads_nowhere(const struct look *look, const char *address, size_t length)
{
    return length > 1 && *address == '#' && !g_hash_table_contains(look->ids, arena_text(look->arena, address + 1, length - 1));
}

/* "url(#name)" of what is painted, cut or filtered with; a colour behind it is for its absence. */
static bool paints_nothing(const struct look *look, const struct style_declaration *declaration)
{
    static const char *const names[] = {"fill",   "stroke",       "clip-path",  "mask",      "filter",
                                        "marker", "marker-start", "marker-mid", "marker-end"};
    bool paints = false;
    const char *at = declaration->value + strspn(declaration->value, " \t\r\n");

    for (size_t i = 0; i < COUNTOF(names); i++)
        paints = paints || strcmp(declaration->name, names[i]) == 0;
    if (!paints || strncmp(at, "url(", strlen("url(")) != 0)
        return false;
    at += strlen("url(");
    at += strspn(at, " \t\r\n\"'");
    size_t length = strcspn(at, " \t\r\n\"')");
    const char *behind = at + length + strspn(at + length, " \t\r\n\"')");

    return (*behind == '\0' || strcmp(behind, "none") == 0) && leads_nowhere(look, at, length);
}

/* node: whose own style it is, so that its line is to be looked for; NULL: of a style sheet. */
static void look_at_declaration(const struct look *look, const xmlNode *node, const struct style_declaration *declaration)
{
    const char *says = feature_of_property(&look->features, declaration, true);

    says = !says && paints_nothing(look, declaration) ? nowhere : says;
    if (says)
        say(look, node ? line_of(look, node, declaration->name) : declaration->line,
            arena_printf(look->arena, "%s: %s", declaration->name, declaration->value), says);
}

/* The ground of a drawing as browsers paint it. */
static void look_at_ground(const struct look *look, const struct style_declarations *declarations, int line)
{
    static const char *const names[] = {"background", "background-color"};

    for (size_t i = 0; i < COUNTOF(names); i++) {
        const char *value = styles_value(declarations, names[i]);

        if (value && strcmp(value, "none") != 0 && strcmp(value, "transparent") != 0)
            say(look, line, arena_printf(look->arena, "%s: %s", names[i], value),
                "the ground is not painted; lay a rect behind everything");
    }
}

static void look_at_style(const struct look *look, const xmlNode *node, const char *style)
{
    struct style_declarations declarations = styles_declarations(look->arena, (struct style_text){style, 0});

    for (int i = 0; i < declarations.count; i++)
        look_at_declaration(look, node, &declarations.list[i]);
    if (node->parent && node->parent->type != XML_ELEMENT_NODE)
        look_at_ground(look, &declarations, line_of(look, node, "background"));
}

/* Those within a rule that the renderer follows stand with the others. */
static void look_at_rules(const struct look *look, struct style_text sheet)
{
    struct style_rules rules = styles_rules(look->arena, sheet);

    for (int i = 0; i < rules.count; i++) {
        const struct style_rule *rule = &rules.list[i];
        const char *says = feature_of_rule(&look->features, rule);

        if (says)
            say(look, rule->line, rule->head, says);
        for (int d = 0; d < rule->declarations.count; d++)
            look_at_declaration(look, NULL, &rule->declarations.list[d]);
        if (strcmp(rule->head, "svg") == 0 || strcmp(rule->head, ":root") == 0)
            look_at_ground(look, &rule->declarations, rule->line);
        if (feature_is_entered(&look->features, rule))
            look_at_rules(look, (struct style_text){rule->body, rule->line});
    }
}

/* ---- elements ---- */

static const char not_read[] = "style sheets beside the drawing are not read; copy what it says into the drawing";

/* Addresses of what is not in the drawing. */
static void look_at_address(const struct look *look, const xmlNode *node, const char *address)
{
    bool picture = is_named(node, "image") || is_named(node, "feImage");

    address += strspn(address, " \t\r\n");
    if (!is_named(node, "a") && leads_nowhere(look, address, strcspn(address, " \t\r\n")))
        say(look, line_of(look, node, "href"), address, nowhere);
    if (is_named(node, "a") || address[0] == '\0' || address[0] == '#' || g_ascii_strncasecmp(address, "data:", strlen("data:")) == 0)
        return;
    say(look, line_of(look, node, "href"), address,
        picture ? "pictures that lie beside a drawing are not shown in it; embed the picture (in Inkscape: Extensions, Images, Embed)"
                : "what stands in another file is not drawn; copy it into this drawing");
}

static void look_at_attributes(const struct look *look, const xmlNode *node)
{
    for (const xmlAttr *at = node->properties; at; at = at->next) {
        const char *name = (const char *)at->name, *value = value_of(look, node, name), *says;
        struct style_declaration property = {name, value, 0};
        bool root = node->parent && node->parent->type != XML_ELEMENT_NODE;

        if (!value || (at->ns && strcmp(name, "href") != 0))
            continue;
        if (strcmp(name, "href") == 0) {
            look_at_address(look, node, value);
        } else if (strcmp(name, "style") == 0) {
            look_at_style(look, node, value);
        } else if (!(root && (strcmp(name, "width") == 0 || strcmp(name, "height") == 0))) {
            says = feature_of_attribute(&look->features, (const char *)node->name, name, value);
            if (says)
                say(look, line_of(look, node, name), name, says);
            says = feature_of_property(&look->features, &property, false);
            says = !says && paints_nothing(look, &property) ? nowhere : says;
            if (says)
                say(look, line_of(look, node, name), arena_printf(look->arena, "%s: %s", name, value), says);
        }
    }
}

/* Text that is wrapped by the renderer, without the places of its lines that drawing programs add for others. */
static bool is_wrapped(const struct look *look, const xmlNode *node)
{
    const char *style = value_of(look, node, "style");

    if (!is_named(node, "text") || !style || !(strstr(style, "inline-size") || strstr(style, "shape-inside")))
        return false;
    for (const xmlNode *line = node->children; line; line = line->next)
        if (is_named(line, "tspan") && value_of(look, line, "x"))
            return false;
    return true;
}

static void look_at_words(const struct look *look, const xmlNode *node)
{
    const char *families = words_families(look->arena, node, &look->rules);
    bool first = families && g_hash_table_add(look->families, g_strdup(families));
    const char *lack = first ? words_lack(look->arena, families) : NULL;

    if (lack)
        remark_add(look->remarks, line_of(look, node, NULL), "%s", lack);
}

static bool has_letters(const xmlNode *node)
{
    bool found = (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && !is_blank((const char *)node->content);

    for (const xmlNode *child = node->type == XML_ELEMENT_NODE ? node->children : NULL; child && !found; child = child->next)
        found = has_letters(child);
    return found;
}

static bool has_own_letters(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type != XML_ELEMENT_NODE && has_letters(child))
            return true;
    return false;
}

static void look_at_element(const struct look *look, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    bool letters = has_letters(node);
    struct feature_element element = {name, letters || xmlFirstElementChild((xmlNode *)node), letters};
    const char *says = feature_of_element(&look->features, &element);

    if (says)
        say(look, line_of(look, node, NULL), arena_printf(look->arena, "<%s>", name), says);
    look_at_attributes(look, node);
    if (is_wrapped(look, node))
        say(look, line_of(look, node, NULL), "<text>", "its lines are not broken, so the words run on; break them in the drawing program");
    if ((is_named(node, "text") || is_named(node, "tspan")) && has_own_letters(node))
        look_at_words(look, node);
}

/* ---- what is drawn ---- */

static bool is_hidden(const struct look *look, const xmlNode *node)
{
    const char *display = value_of(look, node, "display"), *style = value_of(look, node, "style");

    if (style && strstr(style, "display")) {
        struct style_declarations declarations = styles_declarations(look->arena, (struct style_text){style, 0});
        const char *styled = styles_value(&declarations, "display");

        display = styled ? styled : display;
    }
    return display && strcmp(display, "none") == 0;
}

/* Whether a switch passes an element over: the renderer, or a browser, which knows HTML. */
static bool is_passed_over(const struct look *look, const xmlNode *node, bool browser)
{
    const char *extensions = value_of(look, node, "requiredExtensions"), *features = value_of(look, node, "requiredFeatures");

    return extensions || (!browser && features && strstr(features, "Extensibility"));
}

static const xmlNode *chosen(const struct look *look, const xmlNode *node, bool browser)
{
    const xmlNode *child = node->children;

    while (child && (!is_svg(child) || is_passed_over(look, child, browser)))
        child = child->next;
    return child;
}

static bool same_letters(const char *one, const char *other)
{
    for (;; one++, other++) {
        one += strspn(one, " \t\r\n");
        other += strspn(other, " \t\r\n");
        if (*one != *other)
            return false;
        if (!*one)
            return true;
    }
}

/* Drawing programs put a box of HTML there, and for others the words once more, or an excuse. */
static const xmlNode *look_at_switch(const struct look *look, const xmlNode *node)
{
    const xmlNode *ours = chosen(look, node, false), *theirs = chosen(look, node, true);

    if (ours != theirs && theirs && !same_letters(content_of(look, theirs), ours ? content_of(look, ours) : ""))
        say(look, line_of(look, theirs, NULL), arena_printf(look->arena, "<%s>", (const char *)theirs->name),
            "what stands in a box of HTML is not drawn, but other words in its place; export it with plain text");
    return ours;
}

static bool is_passive(const xmlNode *node)
{
    return is_named(node, "metadata") || is_named(node, "title") || is_named(node, "desc") || is_named(node, "style");
}

static void walk(const struct look *look, const xmlNode *node)
{
    struct arena_mark start = arena_mark(look->arena);

    if (!is_svg(node) || is_passive(node) || is_hidden(look, node))
        return;
    look_at_element(look, node);
    arena_return(look->arena, start);
    if (is_named(node, "switch")) {
        const xmlNode *child = look_at_switch(look, node);

        if (child)
            walk(look, child);
    } else if (!is_named(node, "foreignObject")) {
        for (const xmlNode *child = node->children; child; child = child->next)
            walk(look, child);
    }
}

/* All style sheets of the drawing, and all that lead to some beside it. */
static void read_styles(struct look *look, const xmlNode *node, struct buffer *sheets)
{
    for (; node; node = node->next) {
        const char *relation;

        if (node->type == XML_PI_NODE && strcmp((const char *)node->name, "xml-stylesheet") == 0)
            say(look, (int)xmlGetLineNo(node), "xml-stylesheet", not_read);
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const char *id = value_of(look, node, "id");

        if (id)
            g_hash_table_add(look->ids, (gpointer)id);
        relation = is_in(node, html_space) && strcmp((const char *)node->name, "link") == 0 ? value_of(look, node, "rel") : NULL;
        if (relation && strstr(relation, "stylesheet"))
            say(look, line_of(look, node, NULL), "<link>", not_read);
        if (is_named(node, "style")) {
            const char *sheet = content_of(look, node), *media = value_of(look, node, "media");

            if (media && strstr(media, "print") && !strstr(media, "screen"))
                say(look, line_of(look, node, NULL), "<style>", "what is meant for paper is followed here too; take it away");
            look_at_rules(look, (struct style_text){sheet, (int)xmlGetLineNo(node)});
            buffer_printf(sheets, "%s\n", sheet);
        }
        read_styles(look, node->children, sheets);
    }
}

static bool has_words(const xmlNode *node)
{
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && (is_named(node, "text") || has_words(node->children)))
            return true;
    return false;
}

void unshown_look(struct bytes drawing, struct remarks *remarks)
{
    xmlDoc *document = xmlReadMemory(drawing.at, (int)drawing.size, NULL, NULL,
                                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
    struct buffer sheets = {0};

    if (!document)
        return;
    struct look look = {.features = {g_hash_table_new(NULL, NULL), has_words(xmlDocGetRootElement(document))},
                        .remarks = remarks,
                        .drawing = drawing,
                        .arena = arena_create(),
                        .families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .ids = g_hash_table_new(g_str_hash, g_str_equal)};

    read_styles(&look, document->children, &sheets);
    if (sheets.length > 0)
        look.rules = styles_rules(look.arena, (struct style_text){sheets.bytes, 1});
    walk(&look, xmlDocGetRootElement(document));
    buffer_finish(&sheets);
    g_hash_table_destroy(look.families);
    g_hash_table_destroy(look.ids);
    g_hash_table_destroy(look.features.known);
    arena_destroy(look.arena);
    xmlFreeDoc(document);
}
