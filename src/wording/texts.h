/* All texts that visitors read, found along the tables of keys in the files where they stand. */
#pragma once

#include "wording/papers.h"
#include "schema/row.h"

/* key: "config/panels/coup.yaml:picture.details[2].text": the file, and the way there; of list items by their id, where they have one, else
 * by number, from 1. row: of the table; help says what the text is. node: the map of languages or, where one text serves all, that text;
 * NULL for the interface's words, of which each language has a map of its own. in: of each language; NULL: there is none. maps: where words
 * of each language stand; NULL for all others. */
struct text_entry {
    const char *file, *key;
    const struct schema_row *row;
    struct editing *editing;
    const struct node *node;
    const struct node *in[EXHIBIT_LANGUAGES_MAX], *maps[EXHIBIT_LANGUAGES_MAX];
};

/* In the order of the files. found: where texts_of looks first. */
struct text_list {
    const struct exhibit *exhibit;
    struct text_entry *entries;
    int count, capacity, found;
};

/* Borrows both. */
void texts_find(struct text_list *list, const struct papers *papers, const struct exhibit *exhibit);
void texts_finish(struct text_list *list);
/* NULL if there is none of that key. Quick where keys are asked for in their order. */
const struct text_entry *texts_of(struct text_list *list, const char *key);
/* A text as tables show it: without blanks and line breaks around it, paragraphs of Markdown parted by an empty line however the file
 * writes them; in the arena. "" for NULL. */
const char *texts_shown(struct arena *arena, const struct text_entry *entry, const struct node *node);
/* Such a text as a value that is written like the node is to hold it, in the arena. */
const char *texts_held(struct arena *arena, const struct text_entry *entry, const struct node *like, const char *shown);
/* The first language's, from which others are translated; of a text that lacks it, that of the first that there is. The index of that
 * language; -1: there is none at all. */
int texts_source(const struct text_entry *entry, int languages);
