/* new: an exhibit to begin with, or what is added to one. What they are made of is the business of starter. */
#include "commands/command.h"

#include "base/log.h"
#include "base/mem.h"
#include "commands/opening.h"
#include "starter/additions.h"
#include "starter/exhibit.h"
#include "starter/further.h"
#include "starter/writing.h"
#include "together/together.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static enum exit_code report_unwritten(const char *folder, const char *path)
{
    if (errno == EEXIST) {
        log_error("%s/%s is there already, and nothing is ever written over; nothing was written", folder, path);
        return EXIT_USAGE;
    }
    log_error("%s/%s: %s; nothing was written", folder, path, strerror(errno));
    return EXIT_MACHINE;
}

/* As a shell takes it for one word. */
static const char *as_typed(struct arena *arena, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./+,:@%=";
    struct buffer word = {0};

    if (path[0] && strspn(path, plain) == strlen(path))
        return path;
    for (const char *at = path; *at; at++)
        buffer_printf(&word, *at == '\'' ? "'\\''" : "%c", *at);
    const char *typed = arena_printf(arena, "'%s'", word.bytes);

    buffer_finish(&word);
    return typed;
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
    const char *typed = as_typed(arena, folder);

    fprintf(stderr,
            "%d files; look at it with: vitrina run --allow-quit %s\nbegin to change it in %s/config/exhibit.yaml, and then: vitrina check "
            "%s\n",
            count, typed, folder, typed);
    return EXIT_FINE;
}

static enum exit_code new_exhibit(const struct options *options, const char *folder)
{
    struct arena *arena = arena_create();
    struct starter_wish wish = {.title = options->title};
    enum exit_code code = EXIT_USAGE;

    if (exhibit_languages(arena, options->languages ? options->languages : "en", &wish))
        code = write_exhibit(arena, folder, &wish);
    arena_destroy(arena);
    return code;
}

static struct saved_file saved(const struct builtin_file *file)
{
    return (struct saved_file){.path = file->path, .bytes = {file->bytes, file->size}};
}

static enum exit_code write_addition(const char *folder, const struct addition *addition)
{
    struct saved_file files[2];
    int count = 0;

    if (addition->refusal) {
        log_error("%s", addition->refusal);
        return EXIT_USAGE;
    }
    if (addition->made.path && !writing_make_room(folder, addition->made.path))
        return report_unwritten(folder, addition->made.path);
    if (addition->made.path)
        files[count++] = saved(&addition->made);
    if (addition->edited.path)
        files[count++] = saved(&addition->edited);
    if (!together_save(folder, files, count))
        return EXIT_MACHINE;
    if (addition->made.path)
        printf("%s/%s: made\n", folder, addition->made.path);
    if (addition->edited.path)
        printf("%s/%s: changed\n", folder, addition->edited.path);
    return EXIT_FINE;
}

static void make_panel(struct addition *addition, const struct options *options)
{
    addition_panel(addition, options->operands[1], options->layout);
}

static void make_event(struct addition *addition, const struct options *options)
{
    addition_event(addition, options->operands[1]);
}

static void make_layout(struct addition *addition, const struct options *options)
{
    addition_layout(addition, options->operands[1], options->layout);
}

/* What goes into an exhibit. */
static const struct kind {
    const char *name;
    void (*make)(struct addition *addition, const struct options *options);
} kinds[] = {{"panel", make_panel}, {"event", make_event}, {"layout", make_layout}};

static enum exit_code add(const struct options *options, const struct kind *kind)
{
    struct opening opening;

    if (!opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    struct addition addition = {.arena = arena_create(), .files = opening.files, .exhibit = opening.exhibit};

    kind->make(&addition, options);
    enum exit_code code = write_addition(options->exhibit, &addition);

    arena_destroy(addition.arena);
    opening_end(&opening);
    return code;
}

static enum exit_code new_language(const struct options *options)
{
    struct opening opening;

    if (!opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    struct findings *faults = findings_create();
    struct further further = {opening.files, options->exhibit, options->operands[1], opening.exhibit};
    int count = further_language(&further, faults);

    findings_print(faults, stdout);
    if (count >= 0)
        fprintf(stderr, "%d texts in \"%s\" are to be translated: check lists them, and export makes a table of them\n", count,
                options->operands[1]);
    findings_destroy(faults);
    opening_end(&opening);
    return count >= 0 ? EXIT_FINE : EXIT_USAGE;
}

static enum exit_code make_new(const struct options *options)
{
    if (strcmp(options->operands[0], "exhibit") == 0)
        return new_exhibit(options, options->operands[1]);
    if (strcmp(options->operands[0], "language") == 0)
        return new_language(options);
    for (size_t i = 0; i < COUNTOF(kinds); i++)
        if (strcmp(options->operands[0], kinds[i].name) == 0)
            return add(options, &kinds[i]);
    log_error("new makes an exhibit, a panel, an event, a layout or a language; \"%s\" is nothing that it makes", options->operands[0]);
    return EXIT_USAGE;
}

const struct command command_new = {
    .name = "new",
    .help = "makes something to begin with: new exhibit FOLDER; new panel, event, layout or language NAME",
    .operands = "KIND NAME",
    .options = (const char *const[]){"languages", "title", "layout", NULL},
    .rules =
        (const struct option_rule[]){
            {"languages", OPTION_IS_OF, "exhibit"}, {"title", OPTION_IS_OF, "exhibit"}, {"layout", OPTION_IS_OF, "panel layout"}, {0}},
    .run = make_new,
};
