/* Which lists of a text are meant as such. */
#pragma once

#include "markdown/escape.h"
#include "typed/faults.h"

#define PLACE_UNKNOWN ((size_t)-1)

enum { ITEM_NUMBER_BYTES = 12 }; /* nine digits, as Markdown allows, and a sign */

/* marker: where its sign, or the sign behind its number, stands in the typed text; PLACE_UNKNOWN until it is found. number: as typed
 * ("11."), "" of a bullet. blocks: how many it holds, a list counting as two. has_text: of its own, before a
 * list in it. number_first: that begins with a number. */
struct item {
    int list, next; /* next: of the same list, -1 behind the last */
    size_t marker;
    char number[ITEM_NUMBER_BYTES];
    int blocks;
    bool has_text, number_first;
};

/* sign: of a bullet, or behind a number. parent: the item that it stands in, -1 without. */
struct list {
    bool ordered;
    char sign;
    int parent, first, last, count;
};

/* In the order of the text. Zero-initialise; finish frees. */
struct lists {
    struct list *lists;
    int list_count, list_capacity;
    struct item *items;
    int item_count, item_capacity;
};

/* What becomes of the signs that are taken for items. escapes: those that are to stay as they are typed, and `judged`: what is told of
 * them; told: what is told of the others. */
struct verdict {
    struct places *escapes;
    struct faults *judged, *told;
};

int lists_add(struct lists *lists, bool ordered, char sign, int parent);
int lists_add_item(struct lists *lists, int list);
/* A list is meant where it has several items and its numbers run, or where it stands in an item; a sign before a number is a sign. */
void lists_judge(const struct lists *lists, const char *typed, const struct verdict *verdict);
void lists_finish(struct lists *lists);
