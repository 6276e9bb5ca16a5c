/* reference, schema: what there is to know of an exhibit's files, on standard output. */
#include "commands/command.h"

#include "base/log.h"
#include "base/mem.h"
#include "reference/files.h"

#include <stdio.h>

static enum exit_code print_reference(const struct options *options)
{
    struct buffer page = {0};

    (void)options;
    files_page(&page);
    fwrite(page.bytes, 1, page.length, stdout);
    buffer_finish(&page);
    return EXIT_FINE;
}

static enum exit_code print_schema(const struct options *options)
{
    struct buffer out = {0}, names = {0};
    bool found = files_schema(&out, options->operands[0]);

    files_kinds(&names);
    if (found)
        fwrite(out.bytes, 1, out.length, stdout);
    else
        log_error("schema takes %s", names.bytes);
    buffer_finish(&out);
    buffer_finish(&names);
    return found ? EXIT_FINE : EXIT_USAGE;
}

const struct command command_reference = {
    .name = "reference",
    .help = "prints all keys of all files, and all that check may find",
    .options = (const char *const[]){NULL},
    .run = print_reference,
};

const struct command command_schema = {
    .name = "schema",
    .help = "prints a JSON schema of a kind of file, for editors",
    .operands = "KIND",
    .options = (const char *const[]){NULL},
    .run = print_schema,
};
