/* What families an element has is told by its style, by rules that may mean it, and by its attributes, else by its parent's; which fonts
 * there are, by fontconfig, as the renderer is told. */
#include "fidelity/words.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <string.h>

/* ---- what a drawing asks for ---- */

/* The families in "bold 12px/1.2 Arial, sans-serif": they follow the size. */
static const char *families_of_font(const char *font)
{
    for (const char *at = font; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");

        if (g_ascii_isdigit(*at) && at[length] && strspn(at, "0123456789") < length) /* a weight is a number alone */
            return at + length + strspn(at + length, " ");
        at += length;
    }
    return NULL;
}

static const char *families_of(const struct style_declarations *declarations)
{
    const char *families = styles_value(declarations, "font-family"), *font = styles_value(declarations, "font");

    return families ? families : font ? families_of_font(font) : NULL;
}

static char *attribute(struct arena *arena, const xmlNode *element, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(element, BAD_CAST name);
    char *copy = value ? arena_text(arena, (const char *)value, strlen((const char *)value)) : NULL;

    xmlFree(value);
    return copy;
}

/* Whether the word is among those of a list with blanks. */
static bool lists(const char *list, const char *word, size_t length)
{
    static const char blanks[] = " \t\r\n";

    for (const char *at = list + strspn(list, blanks); *at; at += strspn(at, blanks)) {
        size_t other = strcspn(at, blanks);

        if (other == length && memcmp(at, word, length) == 0)
            return true;
        at += other;
    }
    return false;
}

/* Whether "text.big", the last part of a selector, may mean the element; what is neither name, class nor id is taken to fit. */
static bool fits(struct arena *arena, const xmlNode *element, const char *part, size_t length)
{
    for (const char *at = part, *end = part + length; at < end;) {
        char kind = *at;
        const char *word = kind == '.' || kind == '#' ? at + 1 : at;
        size_t size = strcspn(word, ".#:[");
        const char *value = kind == '.' ? attribute(arena, element, "class") : kind == '#' ? attribute(arena, element, "id") : NULL;

        size = size < (size_t)(end - word) ? size : (size_t)(end - word);
        if (kind == ':' || kind == '[')
            return true;
        if ((kind == '.' || kind == '#') && !(value && lists(value, word, size)))
            return false;
        if (g_ascii_isalpha(kind) && !(strlen((const char *)element->name) == size && memcmp(element->name, word, size) == 0))
            return false;
        at = word + (size > 0 ? size : 1);
    }
    return true;
}

static bool may_mean(struct arena *arena, const char *selectors, const xmlNode *element)
{
    for (const char *at = selectors; *at; at += *at == ',') {
        const char *end = at + strcspn(at, ","), *last = end;

        while (last > at && strchr(" \t\r\n", last[-1]))
            last--;
        const char *part = last;

        while (part > at && !strchr(" >+~\t\r\n", part[-1]))
            part--;
        if (part < last && fits(arena, element, part, (size_t)(last - part)))
            return true;
        at = end;
    }
    return false;
}

static const char *own_families(struct arena *arena, const xmlNode *element, const struct style_rules *rules)
{
    const char *style = attribute(arena, element, "style"), *families = NULL;

    if (style) {
        struct style_declarations declarations = styles_declarations(arena, (struct style_text){style, 0});

        families = families_of(&declarations);
    }
    for (int i = rules->count - 1; i >= 0 && !families; i--)
        if (families_of(&rules->list[i].declarations) && may_mean(arena, rules->list[i].head, element))
            families = families_of(&rules->list[i].declarations);
    return families ? families : attribute(arena, element, "font-family");
}

const char *words_families(struct arena *arena, const xmlNode *element, const struct style_rules *rules)
{
    for (; element && element->type == XML_ELEMENT_NODE; element = element->parent) {
        const char *families = own_families(arena, element, rules);

        if (families && g_ascii_strcasecmp(families, "inherit") != 0)
            return families;
    }
    return NULL;
}

/* ---- what there is ---- */

/* Names that ask for no font of their own. */
static bool is_generic(const char *family)
{
    static const char *const names[] = {
        "serif",         "sans-serif",         "sans",     "monospace",    "mono", "cursive", "fantasy", "system-ui", "-apple-system",
        "ui-sans-serif", "BlinkMacSystemFont", "ui-serif", "ui-monospace", "math", "emoji",   "initial", "unset",     "normal"};

    for (size_t i = 0; i < COUNTOF(names); i++)
        if (g_ascii_strcasecmp(family, names[i]) == 0)
            return true;
    return family[0] == '\0';
}

/* The first of a list, without quotation marks. */
static char *first_family(struct arena *arena, const char *families)
{
    const char *at = families + strspn(families, " \t\r\n\"'"), *end = at + strcspn(at, ",\"'");

    while (end > at && g_ascii_isspace(end[-1]))
        end--;
    return arena_text(arena, at, (size_t)(end - at));
}

/* As fontconfig compares: blanks and capitals make no difference. */
static bool same_name(const char *one, const char *other)
{
    for (;; one++, other++) {
        one += strspn(one, " ");
        other += strspn(other, " ");
        if (g_ascii_tolower(*one) != g_ascii_tolower(*other))
            return false;
        if (!*one)
            return true;
    }
}

/* The font of which one of the names of that kind (FC_FAMILY, ...) is this; NULL for none. */
static FcPattern *font_named(const char *kind, const char *name)
{
    FcFontSet *set = FcConfigGetFonts(NULL, FcSetSystem);
    FcChar8 *other;

    for (int i = 0; set && i < set->nfont; i++)
        for (int n = 0; FcPatternGetString(set->fonts[i], kind, n, &other) == FcResultMatch; n++)
            if (same_name(name, (const char *)other))
                return set->fonts[i];
    return NULL;
}

static const char *family_of(FcPattern *font)
{
    FcChar8 *family;

    return font && FcPatternGetString(font, FC_FAMILY, 0, &family) == FcResultMatch ? (const char *)family : "another font";
}

/* Fontconfig binds a font as closely to another's name as that was asked for only if its letters are as wide. */
static bool has_double(const FcPattern *asked)
{
    FcValueBinding binding;
    FcValue value;

    for (int i = 1; FcPatternGetWithBinding(asked, FC_FAMILY, i, &value, &binding) == FcResultMatch; i++)
        if (binding == FcValueBindingStrong && value.type == FcTypeString && font_named(FC_FAMILY, (const char *)value.u.s))
            return true;
    return false;
}

/* NULL if there is a double; else the family that stands in. */
static const char *stand_in(struct arena *arena, const char *family)
{
    FcPattern *asked = FcPatternCreate();
    const char *name = NULL;
    FcResult result;

    FcPatternAddString(asked, FC_FAMILY, (const FcChar8 *)family);
    FcConfigSubstitute(NULL, asked, FcMatchPattern);
    FcDefaultSubstitute(asked);
    if (!has_double(asked)) {
        FcPattern *found = FcFontMatch(NULL, asked, &result);

        name = family_of(found);
        name = arena_text(arena, name, strlen(name));
        if (found)
            FcPatternDestroy(found);
    }
    FcPatternDestroy(asked);
    return name;
}

const char *words_lack(struct arena *arena, const char *families)
{
    const char *family = first_family(arena, families);

    if (is_generic(family) || font_named(FC_FAMILY, family))
        return NULL;
    FcPattern *member = font_named(FC_POSTSCRIPT_NAME, family);

    if (!member)
        member = font_named(FC_FULLNAME, family);
    const char *other = stand_in(arena, family);

    if (member)
        return arena_printf(arena, "the font \"%.60s\" is not found by that name, and \"%.60s\" stands in; write its family, \"%.60s\"",
                            family, other ? other : "another", family_of(member));
    if (!other)
        return NULL;
    return arena_printf(arena,
                        "the font \"%.60s\" is not on this system, and \"%.60s\" stands in; install it, or turn the words into paths",
                        family, other);
}
