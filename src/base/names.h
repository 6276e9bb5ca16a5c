/* The names of one kind of thing that an exhibit has: looked up, and suggested from. */
#pragma once

#include <stddef.h>

/* indices: of each in the exhibit's list; NULL until the names are sorted. */
struct names {
    const char **list;
    int *indices;
    int count;
};

/* The list is for the caller to fill, and not sorted: to suggest from. */
struct names names_of(int count);
/* The names, sorted, of `count` structs that lie `size` bytes apart; first: the name of the first of them. */
struct names names_collect(const void *first, size_t size, int count);
#define NAMES_OF(list, count, name) names_collect((list) ? &(list)->name : NULL, sizeof(*(list)), (list) ? (count) : 0)
/* The index of the first of that name, among sorted ones; -1 if there is none. */
int names_find(const struct names *sorted, const char *name);
void names_finish(struct names *names);
