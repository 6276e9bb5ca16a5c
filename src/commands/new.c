/* new: an exhibit to begin with. What it is made of is the business of starter. */
#include "commands/command.h"

#include "base/log.h"
#include "base/mem.h"
#include "load/languages.h"
#include "starter/exhibit.h"
#include "starter/writing.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* False, with a log line, unless they are codes of languages, each once. They stay in the arena. */
static bool parse_languages(struct arena *arena, const char *text, struct starter_wish *wish)
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

static enum exit_code report_unwritten(const char *folder, const char *path)
{
    if (errno == EEXIST) {
        log_error("%s/%s is there already, and nothing is ever written over; nothing was written", folder, path);
        return EXIT_USAGE;
    }
    log_error("%s/%s: %s; nothing was written", folder, path, strerror(errno));
    return EXIT_MACHINE;
}

static enum exit_code write_exhibit(struct arena *arena, const char *folder, const struct starter_wish *wish)
{
    struct builtin_file *files;
    int count = starter_exhibit(arena, wish, &files);
    const char *at;

    if (!writing_new(folder, files, count, &at))
        return report_unwritten(folder, at);
    for (int i = 0; i < count; i++)
        printf("%s/%s\n", folder, files[i].path);
    fprintf(stderr,
            "%d files; look at it with: vitrina run --allow-quit %s\nbegin to change it in %s/config/exhibit.yaml, and then: vitrina check "
            "%s\n",
            count, folder, folder, folder);
    return EXIT_FINE;
}

static enum exit_code new_exhibit(const struct options *options, const char *folder)
{
    struct arena *arena = arena_create();
    struct starter_wish wish = {.title = options->title};
    enum exit_code code = EXIT_USAGE;

    if (parse_languages(arena, options->languages ? options->languages : "en", &wish))
        code = write_exhibit(arena, folder, &wish);
    arena_destroy(arena);
    return code;
}

static const struct kind {
    const char *name;
    enum exit_code (*make)(const struct options *options, const char *name);
} kinds[] = {
    {"exhibit", new_exhibit},
};

static enum exit_code make_new(const struct options *options)
{
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (strcmp(options->operands[0], kinds[i].name) == 0)
            return kinds[i].make(options, options->operands[1]);
    log_error("new makes an exhibit: vitrina new exhibit FOLDER; \"%s\" is nothing that it makes", options->operands[0]);
    return EXIT_USAGE;
}

const struct command command_new = {
    .name = "new",
    .help = "makes something to begin with; KIND is exhibit",
    .operands = "KIND NAME",
    .options = (const char *const[]){"languages", "title", NULL},
    .run = make_new,
};
