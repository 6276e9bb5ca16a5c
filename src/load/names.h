/* The names of one kind of thing that an exhibit has: looked up, and suggested from. */
#pragma once

/* indices: of each in the exhibit's list; NULL until the names are sorted. */
struct names {
    const char **list;
    int *indices;
    int count;
};

/* The list is for the caller to fill; all NULL until then. */
struct names names_of(int count);
void names_sort(struct names *names);
/* The index of the first of that name, among sorted ones; -1 if there is none. */
int names_find(const struct names *sorted, const char *name);
void names_finish(struct names *names);
