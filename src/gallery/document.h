/* What all documents about an exhibit have in common: one file that needs no other, in the exhibit's own colours. Pure. */
#pragma once

#include "gallery/html.h"
#include "gallery/excerpts.h"

/* language: an index, or -1 for a document that speaks English about all of them. sheet, script: names of files in this folder; script
 * NULL: none. */
struct document {
    const struct exhibit *exhibit;
    int language;
    const char *title, *sheet, *script;
};

/* Up to, and with, <body>. */
void document_begin(struct buffer *out, const struct document *document);
void document_end(struct buffer *out, const struct document *document);

/* ` lang="ar" dir="rtl"`, of one of the exhibit's languages. */
void document_language(struct buffer *out, const struct exhibit *exhibit, int language);
/* The exhibit's title in that language, as the heading of all; its author's lines stay. */
void document_title(struct buffer *out, const struct exhibit *exhibit, int language);
/* "panel-3": where a topic stands in its document. In the arena. */
const char *document_anchor(struct arena *arena, struct topic topic);

/* Links of texts to the topics of the document. */
struct html_links document_links(struct arena *arena);
/* The excerpt, without its label. */
void document_excerpt(struct buffer *out, const struct excerpt *excerpt, const struct html_links *links);
/* What an excerpt is, in English. */
const char *document_excerpt_name(enum excerpt_kind kind);
/* "LIX 38, medium": how hard its text is to read. NULL where there is no such measure. In the arena. */
const char *document_hardness(struct arena *arena, const struct exhibit *exhibit, const struct excerpt *excerpt, int language);
/* "config/panels/coup.yaml:12" */
const char *document_place(struct arena *arena, struct origin origin);
