/* What drawings ask for and the renderer does not do, in tables: elements, attributes, and what styles say. Each is a remark, with what to
 * do instead, unless the renderer turns out to know it (probe.h). */
#pragma once

#include "fidelity/styles.h"

#include <glib.h>

/* The drawing that is looked at. known: what probes found out (fidelity/probe.h). words: it has words, so that what concerns words matters.
 */
struct features {
    GHashTable *known;
    bool words;
};

/* The parts of an element that tables tell apart. content: there is something in it; letters: something to read. */
struct feature_element {
    const char *name;
    bool content, letters;
};

/* NULL, or what to say, as of those below. */
const char *feature_of_element(const struct features *features, const struct feature_element *element);
/* What is said of an attribute that the element has. */
const char *feature_of_attribute(const struct features *features, const char *element, const char *name, const char *value);
/* What is said of a property, as an attribute or in a style (css). */
const char *feature_of_property(const struct features *features, const struct style_declaration *declaration, bool css);
/* What is said of a rule of a style sheet, for its head or for what it is made of. */
const char *feature_of_rule(const struct features *features, const struct style_rule *rule);
/* Whether the rules within that rule are followed, as those of "@media" may be. */
bool feature_is_entered(const struct features *features, const struct style_rule *rule);
