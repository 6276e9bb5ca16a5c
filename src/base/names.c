/* Sorted once, then found by binary search. */
#include "base/names.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

struct names names_of(int count)
{
    return (struct names){.list = mem_alloc(sizeof(char *) * (size_t)count), .count = count};
}

/* A name and where it stands in the exhibit's list. */
struct named {
    const char *name;
    int index;
};

static int compare_named(const void *one, const void *other)
{
    const struct named *a = one, *b = other;
    int order = strcmp(a->name, b->name);

    return order ? order : a->index - b->index;
}

static void sort(struct names *names)
{
    struct named *all = mem_alloc(sizeof(*all) * (size_t)names->count);

    names->indices = mem_alloc(sizeof(*names->indices) * (size_t)names->count);
    for (int i = 0; i < names->count; i++)
        all[i] = (struct named){names->list[i], i};
    if (names->count > 1)
        qsort(all, (size_t)names->count, sizeof(*all), compare_named);
    for (int i = 0; i < names->count; i++) {
        names->list[i] = all[i].name;
        names->indices[i] = all[i].index;
    }
    free(all);
}

struct names names_collect(const void *first, size_t size, int count)
{
    struct names names = names_of(count);

    for (int i = 0; i < count; i++)
        names.list[i] = *(const char *const *)((const char *)first + (size_t)i * size);
    sort(&names);
    return names;
}

int names_find(const struct names *sorted, const char *name)
{
    int low = 0, high = sorted->count;

    while (low < high) {
        int middle = low + (high - low) / 2;

        if (strcmp(sorted->list[middle], name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sorted->count && strcmp(sorted->list[low], name) == 0 ? sorted->indices[low] : -1;
}

void names_finish(struct names *names)
{
    free(names->list);
    free(names->indices);
}
