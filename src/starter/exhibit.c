/* The example stands below starter/exhibit, its texts a line a language. */
#include "starter/exhibit.h"

#include "base/log.h"
#include "load/languages.h"
#include "starter/spoken.h"
#include "starter/untranslated.h"

#include <string.h>

#define EXAMPLE "starter/exhibit/"

bool exhibit_languages(struct arena *arena, const char *text, struct starter_wish *wish)
{
    const char **codes = ARENA_ARRAY(arena, const char *, EXHIBIT_LANGUAGES_MAX);

    wish->languages = codes;
    for (const char *at = text; at;) {
        size_t length = strcspn(at, ",");
        const char *code = arena_text(arena, at, length);
        bool again = false;

        for (int i = 0; i < wish->language_count; i++)
            again = again || strcmp(codes[i], code) == 0;
        if (!languages_is_code(code) || again || wish->language_count == EXHIBIT_LANGUAGES_MAX) {
            log_error(
                "--languages takes codes with commas between them, each once and %d at most, for instance en,es,pt-BR; this is none: %s",
                EXHIBIT_LANGUAGES_MAX, code);
            return false;
        }
        codes[wish->language_count++] = code;
        at = at[length] ? at + length + 1 : NULL;
    }
    return true;
}

static struct builtin_file keep_file(struct arena *arena, const char *path, struct buffer *text)
{
    struct builtin_file file = {path, arena_text(arena, text->bytes, text->length), text->length};

    buffer_finish(text);
    return file;
}

int starter_exhibit(struct arena *arena, const struct starter_wish *wish, struct builtin_file **files)
{
    int count = 0;

    *files = ARENA_ARRAY(arena, struct builtin_file, program_count + 1);
    for (int i = 0; i < program_count; i++) {
        const struct builtin_file *file = &program_list[i];

        if (strncmp(file->path, EXAMPLE, strlen(EXAMPLE)) != 0)
            continue;
        const char *path = file->path + strlen(EXAMPLE);
        struct buffer text = {0};

        if (strncmp(path, "config/", strlen("config/")) == 0)
            spoken_copy(&text, wish, file->bytes);
        else
            buffer_add(&text, file->bytes, file->size);
        (*files)[count++] = keep_file(arena, path, &text);
    }
    struct buffer words = {0};

    untranslated_words(&words, wish->languages[0], wish->languages, wish->language_count);
    if (words.length > 0)
        (*files)[count++] = keep_file(arena, "config/words.yaml", &words);
    return count;
}
