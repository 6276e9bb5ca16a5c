/* Which of these librsvg knows was found by drawing them with 2.54; what later versions learn, the probes tell. */
#include "fidelity/features.h"

#include "fidelity/probe.h"

#include <glib.h>
#include <string.h>

/* ---- what values are like ---- */

/* Whether the word stands in the text, not as the end of a longer one. */
static bool has_word(const char *text, const char *word)
{
    for (const char *at = text; (at = strstr(at, word)); at++)
        if (at == text || !(g_ascii_isalpha(at[-1]) || at[-1] == '-'))
            return true;
    return false;
}

/* Whether the text is one of the list's words, which have a blank between them. */
static bool is_one_of(const char *text, const char *list)
{
    size_t length = strlen(text);

    for (const char *at = list; length > 0 && (at = strstr(at, text)); at++)
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

/* It asks for something, rather than for what is the case anyway. */
static bool is_set(const char *value)
{
    char *end;

    if (value[0] == '\0' || is_one_of(value, "none normal auto inherit initial unset baseline alphabetic"))
        return false;
    return g_ascii_strtod(value, &end) != 0 || end == value;
}

static int count_words(const char *value)
{
    static const char between[] = " ,\t\r\n";
    int count = 0;

    for (const char *at = value + strspn(value, between); *at; at += strspn(at, between)) {
        at += strcspn(at, between);
        count++;
    }
    return count;
}

static bool is_list(const char *value)
{
    return count_words(value) > 1;
}

static bool is_odd(const char *value)
{
    return count_words(value) % 2 != 0;
}

static bool is_less_than_whole(const char *value)
{
    return g_ascii_strtod(value, NULL) < (strchr(value, '%') ? 100 : 1);
}

static bool is_non_scaling(const char *value)
{
    return strcmp(value, "non-scaling-stroke") == 0;
}

static bool is_small_capitals(const char *value)
{
    return strstr(value, "-caps") != NULL;
}

static bool adds_light(const char *value)
{
    return g_str_has_prefix(value, "plus-");
}

static bool has_shape(const char *value)
{
    return has_word(value, "inset(") || has_word(value, "circle(") || has_word(value, "ellipse(") || has_word(value, "polygon(") ||
           has_word(value, "path(") || has_word(value, "rect(") || has_word(value, "xywh(");
}

static bool has_variable(const char *value)
{
    return has_word(value, "var(") || has_word(value, "env(");
}

static bool computes(const char *value)
{
    return has_word(value, "calc(") || has_word(value, "min(") || has_word(value, "max(") || has_word(value, "clamp(");
}

static bool has_gradient(const char *value)
{
    return strstr(value, "-gradient(") != NULL;
}

/* url() of something that is neither in the drawing nor given as data. */
static bool leads_outside(const char *value)
{
    for (const char *at = value; (at = strstr(at, "url(")); at++) {
        const char *address = at + strlen("url(");

        address += strspn(address, " \t\r\n\"'");
        if (*address && *address != '#' && *address != ')' && g_ascii_strncasecmp(address, "data:", strlen("data:")) != 0)
            return true;
    }
    return false;
}

/* A number in a unit that came with later versions of CSS. */
static bool has_late_unit(const char *value)
{
    static const char *const units[] = {"rem", "vw", "vh", "vmin", "vmax", "ch", "lh", "q", "Q"};
    char *end;

    g_ascii_strtod(value, &end);
    for (size_t i = 0; end > value && i < COUNTOF(units); i++)
        if (strcmp(end, units[i]) == 0)
            return true;
    return false;
}

/* ---- elements ---- */

enum wants { WANTS_NOTHING, WANTS_CONTENT, WANTS_LETTERS };

#define NO_MOTION "nothing moves: it is drawn as it stands before the animation begins"
#define NO_MESH "this kind of gradient is not drawn; save that part as a picture inside the drawing"

static const struct {
    const char *name;
    enum wants wants;
    const char *says;
    struct probe probe;
} elements[] = {
    {"foreignObject", WANTS_CONTENT, "what stands in a box of HTML is not drawn; make its words plain text or paths", {0}},
    {"flowRoot", WANTS_LETTERS, "flowing text is not drawn; convert it to text (in Inkscape: Text, Convert to Text)", {0}},
    {"textPath",
     WANTS_LETTERS,
     "words along a line are not drawn; turn them into paths",
     {"<path id='p' d='M0 7h9'/><text font-size='9'><textPath href='#p'>MM</textPath></text>", "<path id='p' d='M0 7h9'/>"}},
    {"script", WANTS_CONTENT, "scripts are not run; what they would draw or change is missing", {0}},
    {"animate", WANTS_NOTHING, NO_MOTION, {0}},
    {"animateTransform", WANTS_NOTHING, NO_MOTION, {0}},
    {"animateMotion", WANTS_NOTHING, NO_MOTION, {0}},
    {"animateColor", WANTS_NOTHING, NO_MOTION, {0}},
    {"set", WANTS_NOTHING, NO_MOTION, {0}},
    {"meshgradient", WANTS_CONTENT, NO_MESH, {0}},
    {"meshGradient", WANTS_CONTENT, NO_MESH, {0}},
    {"hatch", WANTS_CONTENT, "hatching is not drawn; use a pattern", {0}},
    {"solidcolor", WANTS_NOTHING, "a named colour is not drawn; write the colour where it is used", {0}},
    {"feDropShadow",
     WANTS_NOTHING,
     "what has this shadow is not drawn at all; take the shadow away, or make it with feGaussianBlur, feOffset and feMerge",
     {"<filter id='f'><feDropShadow dx='1' dy='1' stdDeviation='0'/></filter><path d='M0 0h5v5h-5z' filter='url(#f)'/>", ""}},
};

const char *feature_of_element(const struct features *features, const struct feature_element *element)
{
    for (size_t i = 0; i < COUNTOF(elements); i++) {
        bool there = elements[i].wants == WANTS_LETTERS ? element->letters : elements[i].wants == WANTS_NOTHING || element->content;

        if (there && strcmp(elements[i].name, element->name) == 0 && !probe_is_known(features->known, &elements[i].probe))
            return elements[i].says;
    }
    return NULL;
}

/* ---- attributes that are no properties ---- */

#define NO_PLACES "letters are not placed one by one, but follow each other; turn the words into paths"

static const struct {
    const char *elements, *name; /* elements NULL: all */
    bool (*concerns)(const char *value);
    const char *says;
    struct probe probe;
} attributes[] = {
    {"text tspan",
     "textLength",
     is_set,
     "words are not stretched to a length; turn them into paths if it matters",
     {"<text y='7' font-size='7' textLength='9'>i</text>", "<text y='7' font-size='7'>i</text>"}},
    {"text tspan", "x", is_list, NO_PLACES, {"<text y='7' x='0 6' font-size='5'>ii</text>", "<text y='7' font-size='5'>ii</text>"}},
    {"text tspan", "y", is_list, NO_PLACES, {"<text y='7 5' font-size='5'>ii</text>", "<text y='7' font-size='5'>ii</text>"}},
    {"text tspan", "dx", is_list, NO_PLACES, {"<text y='7' dx='0 3' font-size='5'>ii</text>", "<text y='7' font-size='5'>ii</text>"}},
    {"text tspan", "dy", is_list, NO_PLACES, {"<text y='7' dy='0 -3' font-size='5'>ii</text>", "<text y='7' font-size='5'>ii</text>"}},
    {"text tspan",
     "rotate",
     is_set,
     "letters are not turned one by one; turn the words into paths",
     {"<text y='7' x='3' rotate='45' font-size='7'>i</text>", "<text y='7' x='3' font-size='7'>i</text>"}},
    {"tspan",
     "opacity",
     is_less_than_whole,
     "a part of a text is not drawn paler than the rest; use fill-opacity",
     {"<text y='7' font-size='9'><tspan opacity='0.2'>M</tspan></text>", "<text y='7' font-size='9'><tspan>M</tspan></text>"}},
    {"polygon polyline",
     "points",
     is_odd,
     "a number is missing or too many, so it is not drawn; it takes two for each point",
     {"<polygon points='0 0 9 0 9 9 5'/>", ""}},
    {NULL,
     "systemLanguage",
     is_set,
     "the drawing has words in several languages, and which are shown is up to this machine; save a drawing for each language",
     {0}},
};

const char *feature_of_attribute(const struct features *features, const char *element, const char *name, const char *value)
{
    for (size_t i = 0; i < COUNTOF(attributes); i++)
        if (strcmp(attributes[i].name, name) == 0 && (!attributes[i].elements || is_one_of(element, attributes[i].elements)) &&
            attributes[i].concerns(value) && !probe_is_known(features->known, &attributes[i].probe))
            return attributes[i].says;
    return NULL;
}

/* ---- properties ---- */

#define SQUARE(style) "<path d='M0 0h9v9h-9z' " style "/>"
#define BAR(style) "<path d='M1 1h7v2h-7z' " style "/>"
#define COLOUR(value) SQUARE("fill='" value "'"), SQUARE("")
#define LETTER(style) "<text y='7' font-size='7' style='" style "'>x</text>", "<text y='7' font-size='7'>x</text>"
#define NO_COLOUR "a colour written like this is not understood, so that black or nothing stands there; write it as #RRGGBB"
#define NO_BASELINE "words are not moved to that line, so they stand too high; move them with dy (0.35em for the middle)"
#define NO_TURNING "transforms as a style of their own are not understood; write transform=\"...\""

enum where { ANYWHERE, IN_STYLE, ON_WORDS };

/* name NULL: any property. word: what the value has in it; NULL: concerns tells. */
static const struct {
    const char *name;
    enum where where;
    const char *word;
    bool (*concerns)(const char *value);
    const char *says;
    struct probe probe;
} properties[] = {
    {NULL,
     ANYWHERE,
     NULL,
     has_variable,
     "variables are not understood, so that black or nothing stands there; write the value itself",
     {SQUARE("style='--a:lime;fill:var(--a)'"), SQUARE("")}},
    {NULL,
     ANYWHERE,
     NULL,
     computes,
     "nothing is computed; write the result",
     {"<rect height='9' style='width:calc(4px + 5px)'/>", "<rect height='9'/>"}},
    {NULL, ANYWHERE, NULL, leads_outside, "what stands in another file is not drawn; copy it into this drawing", {0}},
    {NULL,
     ANYWHERE,
     NULL,
     has_late_unit,
     "this unit is not understood; write a plain number",
     {"<rect width='9rem' height='9'/>", "<rect height='9'/>"}},
    {NULL, ANYWHERE, "hwb(", NULL, NO_COLOUR, {COLOUR("hwb(120 0% 0%)")}},
    {NULL, ANYWHERE, "lab(", NULL, NO_COLOUR, {COLOUR("lab(88 -79 81)")}},
    {NULL, ANYWHERE, "lch(", NULL, NO_COLOUR, {COLOUR("lch(87 113 134)")}},
    {NULL, ANYWHERE, "oklab(", NULL, NO_COLOUR, {COLOUR("oklab(0.87 -0.23 0.18)")}},
    {NULL, ANYWHERE, "oklch(", NULL, NO_COLOUR, {COLOUR("oklch(0.87 0.29 142)")}},
    {NULL, ANYWHERE, "color(", NULL, NO_COLOUR, {COLOUR("color(srgb 0 1 0)")}},
    {NULL, ANYWHERE, "color-mix(", NULL, NO_COLOUR, {COLOUR("color-mix(in srgb, lime, lime)")}},
    {NULL, ANYWHERE, "light-dark(", NULL, NO_COLOUR, {COLOUR("light-dark(lime, lime)")}},
    {NULL, ANYWHERE, "device-cmyk(", NULL, NO_COLOUR, {COLOUR("device-cmyk(1 0 1 0)")}},
    {NULL,
     ANYWHERE,
     "icc-color(",
     NULL,
     "a colour followed by icc-color is not understood, and black stands there; write the first part alone",
     {COLOUR("lime icc-color(a, 1, 0, 1)")}},
    {"fill", ANYWHERE, NULL, has_gradient, "gradients of CSS are not understood; use linearGradient or radialGradient", {0}},
    {"transform-origin",
     ANYWHERE,
     NULL,
     is_set,
     "it turns and grows about another point; write the point into transform, as in rotate(30 50 50)",
     {BAR("style='transform-origin:4px 4px;transform:rotate(90deg)'"), BAR("style='transform:rotate(90deg)'")}},
    {"rotate", IN_STYLE, NULL, is_set, NO_TURNING, {BAR("style='rotate:45deg'"), BAR("")}},
    {"scale", IN_STYLE, NULL, is_set, NO_TURNING, {BAR("style='scale:2'"), BAR("")}},
    {"translate", IN_STYLE, NULL, is_set, NO_TURNING, {BAR("style='translate:2px'"), BAR("")}},
    {"offset-path", IN_STYLE, NULL, is_set, NO_TURNING, {0}},
    {"d", IN_STYLE, NULL, is_set, "a path in a style is not drawn; write it as d=\"...\"", {"<path style='d:path(\"M0 0h9v9\")'/>", ""}},
    {"vector-effect",
     ANYWHERE,
     NULL,
     is_non_scaling,
     "lines grow with the drawing; give them their width in the drawing's own units",
     {"<path transform='scale(4)' d='M0 1h9' stroke='lime' vector-effect='non-scaling-stroke'/>",
      "<path transform='scale(4)' d='M0 1h9' stroke='lime'/>"}},
    {"clip-path",
     ANYWHERE,
     NULL,
     has_shape,
     "this cuts nothing off; use a clipPath element",
     {SQUARE("style='clip-path:inset(4px)'"), SQUARE("")}},
    {"mask-image", ANYWHERE, NULL, is_set, "this hides nothing; use a mask element", {0}},
    {"-webkit-mask-image", ANYWHERE, NULL, is_set, "this hides nothing; use a mask element", {0}},
    {"mask", ANYWHERE, NULL, has_gradient, "this hides nothing; use a mask element", {0}},
    {"mix-blend-mode",
     ANYWHERE,
     NULL,
     adds_light,
     "it is not mixed with what lies below; use screen or lighten",
     {SQUARE("fill='blue'") SQUARE("style='fill:red;mix-blend-mode:plus-lighter'"), SQUARE("fill='blue'") SQUARE("fill='red'")}},
    {"dominant-baseline", ON_WORDS, NULL, is_set, NO_BASELINE, {LETTER("dominant-baseline:hanging")}},
    {"alignment-baseline", ON_WORDS, NULL, is_set, NO_BASELINE, {LETTER("alignment-baseline:hanging")}},
    {"text-transform", ON_WORDS, NULL, is_set, "letters stay as they are typed; type capitals", {LETTER("text-transform:uppercase")}},
    {"word-spacing",
     ON_WORDS,
     NULL,
     is_set,
     "words keep their usual distance; turn them into paths if it matters",
     {"<text y='7' font-size='5' word-spacing='3'>i i</text>", "<text y='7' font-size='5'>i i</text>"}},
    {"font-variant",
     ON_WORDS,
     NULL,
     is_small_capitals,
     "there are no small capitals; turn the words into paths",
     {LETTER("font-variant:small-caps")}},
    {"font-variant-caps", ON_WORDS, NULL, is_small_capitals, "there are no small capitals; turn the words into paths", {0}},
};

const char *feature_of_property(const struct features *features, const struct style_declaration *declaration, bool css)
{
    if (g_str_has_prefix(declaration->name, "--") || strcmp(declaration->name, "cursor") == 0)
        return NULL;
    for (size_t i = 0; i < COUNTOF(properties); i++) {
        bool here = properties[i].where == ANYWHERE || (properties[i].where == ON_WORDS ? features->words : css);

        if (!here || (properties[i].name && strcmp(properties[i].name, declaration->name) != 0))
            continue;
        if (properties[i].word ? !has_word(declaration->value, properties[i].word) : !properties[i].concerns(declaration->value))
            continue;
        if (!probe_is_known(features->known, &properties[i].probe))
            return properties[i].says;
    }
    return NULL;
}

/* ---- rules of style sheets ---- */

#define RULE(css) "<style>" css "</style><g class='a'>" SQUARE("class='b'") "</g>", SQUARE("")
#define NOT_FOLLOWED "the rules in there are not followed; write them without it"

static const struct {
    const char *begins;
    bool entered;
    const char *says;
    struct probe probe;
} at_rules[] = {
    {"@import", false, "style sheets beside the drawing are not read; copy it into the drawing", {0}},
    {"@keyframes", false, NO_MOTION, {0}},
    {"@-webkit-keyframes", false, NO_MOTION, {0}},
    {"@media", true, NOT_FOLLOWED, {RULE("@media screen{.b{fill:lime}}")}},
    {"@supports", true, NOT_FOLLOWED, {RULE("@supports (fill:lime){.b{fill:lime}}")}},
    {"@layer", true, NOT_FOLLOWED, {RULE("@layer x{.b{fill:lime}}")}},
    {"@container", true, NOT_FOLLOWED, {0}},
    {"@scope", true, NOT_FOLLOWED, {RULE("@scope (.a){.b{fill:lime}}")}},
};

static const struct {
    const char *word;
    struct probe probe;
} selectors[] = {
    {":is(", {RULE(":is(.b){fill:lime}")}},
    {":where(", {RULE(":where(.b){fill:lime}")}},
    {":has(", {RULE(".a:has(.b){fill:lime}")}},
};

/* Media that are not what visitors look at, or not for certain. */
static bool is_for_others(const char *head)
{
    return strstr(head, "print") || strstr(head, "speech") || strstr(head, "prefers-") || strstr(head, "max-") || strstr(head, "hover");
}

const char *feature_of_rule(const struct features *features, const struct style_rule *rule)
{
    static const struct probe nesting = {RULE(".a{.b{fill:lime}}")};

    for (size_t i = 0; i < COUNTOF(at_rules); i++)
        if (g_str_has_prefix(rule->head, at_rules[i].begins))
            return is_for_others(rule->head) || probe_is_known(features->known, &at_rules[i].probe) ? NULL : at_rules[i].says;
    if (rule->head[0] == '@')
        return NULL;
    for (size_t i = 0; i < COUNTOF(selectors); i++)
        if (strstr(rule->head, selectors[i].word) && !probe_is_known(features->known, &selectors[i].probe))
            return "this way to choose elements is not understood; name them by their class";
    return rule->nests && !probe_is_known(features->known, &nesting) ? "rules within rules are not followed; write them one after another"
                                                                     : NULL;
}

bool feature_is_entered(const struct features *features, const struct style_rule *rule)
{
    for (size_t i = 0; i < COUNTOF(at_rules); i++)
        if (at_rules[i].entered && g_str_has_prefix(rule->head, at_rules[i].begins))
            return !is_for_others(rule->head) && probe_is_known(features->known, &at_rules[i].probe);
    return false;
}
