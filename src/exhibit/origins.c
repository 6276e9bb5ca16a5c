/* Files and keys are few: one is looked at after the other. */
#include "exhibit/origins.h"

#include <stdlib.h>
#include <string.h>

static const struct file_origins *find_file(const struct exhibit *exhibit, const char *file)
{
    const struct file_origins *origins = exhibit->origins;

    while (origins && strcmp(origins->file, file) != 0)
        origins = origins->next;
    return origins;
}

static const struct key_origin *find_key(const struct key_origin *above, const char *name)
{
    for (int i = 0; i < above->below_count; i++)
        if (strcmp(above->below[i].name, name) == 0)
            return &above->below[i];
    return NULL;
}

/* The last key of the path, as far as it leads; `whole` tells whether that is all of it. */
static const struct key_origin *follow(const struct key_origin *top, const char *const keys[], bool *whole)
{
    const struct key_origin *key = top, *below = top;

    for (; *keys && (below = find_key(key, *keys)); keys++)
        key = below;
    *whole = !*keys;
    return key;
}

struct origin origins_key(const struct exhibit *exhibit, const char *file, const char *const keys[])
{
    const struct file_origins *all = find_file(exhibit, file);
    struct origin none = {file, 0, 0};
    bool whole;

    return all ? follow(&all->top, keys, &whole)->origin : none;
}

struct origin origins_value(const struct exhibit *exhibit, const char *file, const char *const keys[], const char *value)
{
    const struct file_origins *all = find_file(exhibit, file);
    bool whole = false;
    const struct key_origin *key = all ? follow(&all->top, keys, &whole) : NULL, *found = whole ? find_key(key, value) : NULL;

    return found ? found->origin : (struct origin){file, 0, 0};
}

static int compare_code(const void *code, const void *letter)
{
    uint32_t a = *(const uint32_t *)code, b = ((const struct letter_origin *)letter)->code;

    return (a > b) - (a < b);
}

struct origin origins_letter(const struct exhibit *exhibit, const char *file, uint32_t code)
{
    const struct file_origins *all = find_file(exhibit, file);
    const struct letter_origin *found =
        all && all->letter_count > 0 ? bsearch(&code, all->letters, (size_t)all->letter_count, sizeof(*all->letters), compare_code) : NULL;

    return found ? found->origin : (struct origin){file, 0, 0};
}
