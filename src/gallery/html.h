/* HTML as it is written. What an exhibit says is text in it, and never markup. Pure. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"
#include "exhibit/model.h"

/* The markup, with the texts in the place of its "{}", one after the other: as many as there are. The list ends with NULL. */
void html_fill(struct buffer *out, const char *markup, const char *const texts[]);
#define HTML(out, markup, ...) html_fill((out), (markup), (const char *const[]){__VA_ARGS__, NULL})

/* Markup alone. */
void html_markup(struct buffer *out, const char *markup);

/* The name of a file as an address, in the arena: whatever is in it, it leads to that file. */
const char *html_address(struct arena *arena, const char *name);

/* How links are written: `address` gives what a link leads to, in the arena; NULL: it is plain words there. exhibit: whose words they are,
 * and in which language: its phrases in others are told apart (lang=); NULL: none is. Zeroed: all are plain words. */
struct html_links {
    const char *(*address)(void *context, const struct prose_link *link);
    void *context;
    const struct exhibit *exhibit;
    int language;
};

/* ` lang="ar" dir="rtl"`, of a BCP 47 code. */
void html_language(struct buffer *out, const char *code);
/* Line feeds are line breaks. links NULL: no phrase is told apart. */
void html_words(struct buffer *out, const char *text, const struct html_links *links);

/* Paragraphs and lists. Emphasis is <em> and <strong>. */
void html_prose(struct buffer *out, const struct prose *prose, const struct html_links *links);
