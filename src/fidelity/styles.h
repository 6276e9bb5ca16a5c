/* Style sheets as drawings have them: declarations, and rules of them. Read as far as it takes to tell what a drawing asks for; what is no
 * CSS comes out as rules that mean nothing. */
#pragma once

#include "base/mem.h"

/* "fill: red". name in small letters; value without "!important". line: of the drawing, 1-based. */
struct style_declaration {
    const char *name, *value;
    int line;
};

struct style_declarations {
    struct style_declaration *list;
    int count;
};

/* head: selectors, or "@media screen" and its like; body: what stands in the braces, "" if there are none. nests: further braces stand in
 * there. Only selectors have declarations. */
struct style_rule {
    const char *head, *body;
    int line;
    bool nests;
    struct style_declarations declarations;
};

struct style_rules {
    struct style_rule *list;
    int count;
};

/* A text that begins in that line of the drawing. */
struct style_text {
    const char *text;
    int line;
};

/* All that they answer lies in the arena. */
struct style_declarations styles_declarations(struct arena *arena, struct style_text text);
struct style_rules styles_rules(struct arena *arena, struct style_text text);
/* The value of the last declaration of that name; NULL for none. */
const char *styles_value(const struct style_declarations *declarations, const char *name);
