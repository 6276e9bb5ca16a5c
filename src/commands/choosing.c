/* A name that is nearly right is answered with the right one. */
#include "commands/choosing.h"

#include "base/log.h"
#include "base/suggest.h"
#include "settings/settings.h"

#include <stdlib.h>
#include <string.h>

/* What can be chosen, and what it is called. */
struct choosing {
    const char *what;
    const char *const *names;
    int count;
};

static bool choose(const struct choosing *choosing, const char *name, int *index)
{
    for (int i = 0; i < choosing->count; i++)
        if (strcmp(choosing->names[i], name) == 0) {
            *index = i;
            return true;
        }
    const char *suggested = suggest_name(name, choosing->names, choosing->count);

    if (suggested)
        log_error("--%s: the exhibit has no \"%s\"; did you mean \"%s\"?", choosing->what, name, suggested);
    else
        log_error("--%s: the exhibit has no \"%s\"", choosing->what, name);
    return false;
}

bool choosing_language(const struct exhibit *exhibit, const char *code, int *index)
{
    struct choosing choosing = {"language", exhibit->languages, exhibit->language_count};

    return !code || choose(&choosing, code, index);
}

bool choosing_panel(const struct exhibit *exhibit, const char *id, int *index)
{
    struct arena *arena = arena_create();
    const char **names = ARENA_ARRAY(arena, const char *, exhibit->panel_count);
    struct choosing choosing = {"panel", names, exhibit->panel_count};

    for (int i = 0; i < exhibit->panel_count; i++)
        names[i] = exhibit->panels[i].id;
    bool chosen = !id || choose(&choosing, id, index);

    arena_destroy(arena);
    return chosen;
}

bool choosing_texts(const char *list, unsigned *texts)
{
    for (const char *at = list; at; at = *at ? at + 1 : NULL) {
        size_t length = strcspn(at, ",");
        int text = TEXT_USUAL;

        while (text <= TEXT_LARGEST && (strlen(setting_text_name(text)) != length || strncmp(setting_text_name(text), at, length) != 0))
            text++;
        if (text > TEXT_LARGEST) {
            log_error("--text takes %s, %s and %s, with commas between them", setting_text_name(TEXT_USUAL), setting_text_name(TEXT_LARGE),
                      setting_text_name(TEXT_LARGEST));
            return false;
        }
        *texts |= 1u << text;
        at += length;
    }
    return true;
}

/* The path without links, as far as it leads to something; to be freed. */
static char *real_beginning(const char *path)
{
    char *at = mem_text(path), *real;

    while (!(real = realpath(*at ? at : ".", NULL)) && *at) {
        char *name = strrchr(at, '/');

        *(name == at ? at + 1 : name ? name : at) = '\0';
    }
    free(at);
    return real;
}

bool choosing_output(const char *folder, const char *output)
{
    struct buffer config = {0};

    if (!output)
        return true;
    buffer_printf(&config, "%s/config", folder);
    char *inside = realpath(config.bytes, NULL), *place = real_beginning(output);
    size_t length = inside ? strlen(inside) : 0;
    bool among = inside && place && strncmp(place, inside, length) == 0 && (place[length] == '/' || !place[length]);

    if (among)
        log_error("-o %s: %s holds what the exhibit is made of; write it elsewhere", output, config.bytes);
    free(inside);
    free(place);
    buffer_finish(&config);
    return !among;
}
