/* The command line: a table of commands, a table of options, GNU conventions. */
#include "app/app.h"

#include "base/log.h"
#include "base/mem.h"
#include "base/streams.h"
#include "commands/choosing.h"
#include "together/together.h"

#include <getopt.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define ADDRESS_OF_COMMAND(name) &command_##name,

static const struct command *const commands[] = {EACH_COMMAND(ADDRESS_OF_COMMAND)};

/* What an option is to struct options: a text or a flag, in a field of it; a size; or it ends the program by itself, and has no help. */
enum option_kind { OPTION_TEXT, OPTION_FLAG, OPTION_SIZE, OPTION_HELP, OPTION_VERSION };

static const struct command_option {
    const char *name, *argument, *help;
    enum option_kind kind;
    size_t field; /* offset in struct options */
} command_options[] = {
    {"start", "SCENE",
     "begin with attract, home, timeline, colophon, panel/NAME,\n"
     "                     picture/NAME, card/EVENT, card/TERM or person/NAME",
     OPTION_TEXT, offsetof(struct options, start)},
    {"allow-quit", NULL, "Ctrl+Q ends the program (for developers)", OPTION_FLAG, offsetof(struct options, allow_quit)},
    {"else-proof", "DIR", "with no display, draws the proofs there instead", OPTION_TEXT, offsetof(struct options, else_proof)},
    {"record", "FILE", "writes down what is touched, and when", OPTION_TEXT, offsetof(struct options, record)},
    {"replay", "FILE", "plays what was recorded, without a display, and says\n                     which scenes it comes to", OPTION_TEXT,
     offsetof(struct options, replay)},
    {"strict", NULL, "warnings count as errors", OPTION_FLAG, offsetof(struct options, strict)},
    {"output", "DIR|FILE",
     "where pictures go (default: proofs; of a replay: none), texts (default: texts.html,\n                     large-print), or a table "
     "(default: standard "
     "output)",
     OPTION_TEXT, offsetof(struct options, output)},
    {"size", "WxH", "pixels (default: the screen the exhibit declares); proof: one or more, 1920x1080,1080x1920", OPTION_SIZE, 0},
    {"text", "SIZES", "in these sizes of text alone: usual,large,largest", OPTION_TEXT, offsetof(struct options, text)},
    {"languages", "CODES", "en,es: those of a new exhibit, the one it opens in first (default: en)", OPTION_TEXT,
     offsetof(struct options, languages)},
    {"title", "TEXT", "of a new exhibit", OPTION_TEXT, offsetof(struct options, title)},
    {"portrait", NULL, "the screen stands upright", OPTION_FLAG, offsetof(struct options, portrait)},
    {"language", "CODE", "preview: begin in that language; others: of it alone", OPTION_TEXT, offsetof(struct options, language)},
    {"layout", "NAME", "of a new panel; or what a new layout is a copy of (default: picture-left)", OPTION_TEXT,
     offsetof(struct options, layout)},
    {"xliff", NULL, "of texts: not a table but XLIFF 1.2, for translators' tools", OPTION_FLAG, offsetof(struct options, xliff)},
    {"xliff-2", NULL, "the same, XLIFF 2.0", OPTION_FLAG, offsetof(struct options, xliff_2)},
    {"dry-run", NULL, "says what would change, and writes nothing", OPTION_FLAG, offsetof(struct options, dry_run)},
    {"panel", "NAME", "of this panel alone, with all that belongs to it", OPTION_TEXT, offsetof(struct options, panel)},
    {"against", "DIR", "earlier proofs, to be shown beside those that differ", OPTION_TEXT, offsetof(struct options, against)},
    {"rollback", NULL, "the copy before is shown again", OPTION_FLAG, offsetof(struct options, rollback)},
    {"large-print", NULL, "the guide to hand out: letters of 18 points, a file a language", OPTION_FLAG,
     offsetof(struct options, large_print)},
    {"accept-translations", NULL, "all translations are right: from now on, it says where a source changes", OPTION_FLAG,
     offsetof(struct options, accept_translations)},
    {"format", "FORMAT", "how findings are written: text, json or sarif (default: text)", OPTION_TEXT, offsetof(struct options, format)},
    {"for", "WHOM", "what concerns the text, picture or layout alone", OPTION_TEXT, offsetof(struct options, concern)},
    {"fix", NULL, "mends what is certain, and says what it was: tabs, quotes, ends of lines, order of dates", OPTION_FLAG,
     offsetof(struct options, fix)},
    {"quiet", NULL, "prints nothing; the exit status tells", OPTION_FLAG, offsetof(struct options, quiet)},
    {"since", "DAY", "from that day on, for instance 2026-11-30", OPTION_TEXT, offsetof(struct options, since)},
    {"until", "DAY", "up to that day", OPTION_TEXT, offsetof(struct options, until)},
    {"csv", NULL, "a table for spreadsheets: a row for each scene of each visit", OPTION_FLAG, offsetof(struct options, csv)},
    {"html", NULL, "a page with charts, and maps of touches over what was touched", OPTION_FLAG, offsetof(struct options, html)},
    {"add", NULL, "for the kiosk: adds the visits that standard input tells of", OPTION_FLAG, offsetof(struct options, add)},
    {"help", NULL, NULL, OPTION_HELP, 0},
    {"version", NULL, NULL, OPTION_VERSION, 0},
};

/* The letter of --output, or a number above all letters. */
enum { OPTION_FIRST = 256 };

static int option_code(size_t index)
{
    return command_options[index].field == offsetof(struct options, output) ? 'o' : OPTION_FIRST + (int)index;
}

static bool takes(const struct command *command, const struct command_option *option)
{
    for (const char *const *name = command->options; *name; name++)
        if (strcmp(*name, option->name) == 0)
            return true;
    return false;
}

/* "check, proof": the commands that take the option, for the caller to finish. */
static struct buffer takers(const struct command_option *option)
{
    struct buffer names = {0};

    for (size_t i = 0; i < COUNTOF(commands); i++)
        if (takes(commands[i], option))
            buffer_printf(&names, "%s%s", names.length ? ", " : "", commands[i]->name);
    return names;
}

static void print_option(const struct command_option *option)
{
    struct buffer names = takers(option);
    char form[32], letter[] = "-?, ";
    int code = option_code((size_t)(option - command_options));

    letter[1] = (char)code;
    snprintf(form, sizeof(form), "%s--%s%s%s", code < OPTION_FIRST ? letter : "", option->name, option->argument ? " " : "",
             option->argument ? option->argument : "");
    printf("  %-18s %s: %s\n", form, names.bytes, option->help);
    buffer_finish(&names);
}

static void print_help(void)
{
    printf("Usage: vitrina [COMMAND] [OPTIONS] [EXHIBIT]\n\nCommands:\n");
    for (size_t i = 0; i < COUNTOF(commands); i++)
        printf("  %-8s %s%s%s\n", commands[i]->name, commands[i]->operands ? commands[i]->operands : "", commands[i]->operands ? ": " : "",
               commands[i]->help);
    printf("\nOptions:\n");
    for (size_t i = 0; i < COUNTOF(command_options); i++)
        if (command_options[i].help)
            print_option(&command_options[i]);
    printf("  --help, --version\n\n"
           "EXHIBIT is a folder with config/ and assets/; without it: this folder if it is one,\n"
           "else /srv/vitrina, else %s/share/vitrina.\n"
           "Exit status: 0 fine, 1 errors found, 2 wrong use, 3 the machine (no display, disk full).\n",
           VITRINA_PREFIX);
}

static int wrong_use(const char *format, ...) PRINTF_LIKE(1, 2);

static int wrong_use(const char *format, ...)
{
    char text[512] = "vitrina: ";
    size_t length = strlen(text);
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text + length, sizeof(text) - length, format, arguments);
    va_end(arguments);
    log_line(LOG_SEVERITY_ERROR, text);
    log_line(LOG_SEVERITY_ERROR, "Try 'vitrina --help'.");
    return EXIT_USAGE;
}

static const char *default_exhibit(void)
{
    static const char *const places[] = {".", "/srv/vitrina"};
    static const char *const files[] = {"config/exhibit.yaml", "/srv/vitrina/config/exhibit.yaml"};

    for (size_t i = 0; i < COUNTOF(places); i++)
        if (access(files[i], F_OK) == 0)
            return places[i];
    return VITRINA_PREFIX "/share/vitrina";
}

/* -1: go on; else the exit code to end with at once. */
static int parse_size(const char *text, struct options *options)
{
    options->size_count = 0;
    for (char behind = ','; behind == ',';) {
        struct size size;
        int length = 0, read = sscanf(text, "%9dx%9d%n", &size.w, &size.h, &length);

        behind = text[length];
        if (read != 2 || (behind && behind != ',') || size.w < SIZE_LEAST_PX || size.h < SIZE_LEAST_PX)
            return wrong_use("--size takes WIDTHxHEIGHT in pixels, each at least %d, for instance 1920x1080", SIZE_LEAST_PX);
        if (!size_can_be_drawn(size))
            return wrong_use("--size %.*s is too large: at most %d pixels a side, and %d million in all", length, text, SIZE_MOST_PX,
                             AREA_MOST_MEGAPIXELS);
        for (int i = 0; i < options->size_count; i++)
            if (options->sizes[i].w == size.w && options->sizes[i].h == size.h)
                return wrong_use("--size names %dx%d twice", size.w, size.h);
        if (options->size_count == SIZES_MAX)
            return wrong_use("--size takes %d screens at most", SIZES_MAX);
        options->sizes[options->size_count++] = size;
        text += length + 1;
    }
    return -1;
}

/* As parse_size. */
static int take_option(const struct command_option *option, struct options *options)
{
    void *field = (char *)options + option->field;

    switch (option->kind) {
    case OPTION_TEXT:
        *(const char **)field = optarg;
        return -1;
    case OPTION_FLAG:
        *(bool *)field = true;
        return -1;
    case OPTION_SIZE:
        return parse_size(optarg, options);
    case OPTION_HELP:
        print_help();
        return EXIT_FINE;
    case OPTION_VERSION:
        printf("vitrina %s\n", VITRINA_VERSION);
        return EXIT_FINE;
    }
    return -1;
}

/* asked: how it is written. */
static int refuse_option(int option, const char *asked)
{
    if (option == ':')
        return wrong_use("%s needs a value", asked);
    return wrong_use("%s: there is no such option, or it takes no value", asked);
}

/* Takes all options, wherever they stand. given: a bit an index in command_options. */
static int parse_options(int argc, char **argv, struct options *options, uint64_t *given)
{
    struct option longs[COUNTOF(command_options) + 1] = {0};

    for (size_t i = 0; i < COUNTOF(command_options); i++) {
        longs[i].name = command_options[i].name;
        longs[i].has_arg = command_options[i].argument ? required_argument : no_argument;
        longs[i].val = option_code(i);
    }
    for (int option; (option = getopt_long(argc, argv, ":o:", longs, NULL)) != -1;) {
        const char letter[] = {'-', (char)optopt, '\0'};
        size_t index = 0;

        while (index < COUNTOF(command_options) && option_code(index) != option)
            index++;
        int code = index < COUNTOF(command_options)
                       ? take_option(&command_options[index], options)
                       : refuse_option(option, optopt > 0 && optopt < OPTION_FIRST ? letter : argv[optind - 1]);

        if (code >= 0)
            return code;
        *given |= UINT64_C(1) << index;
    }
    return -1;
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; name && i < COUNTOF(commands); i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static int refuse(const struct command *command, const struct command_option *option)
{
    struct buffer names = takers(option);
    int code = wrong_use("--%s does nothing for %s; it is for %s", option->name, command->name, names.bytes);

    buffer_finish(&names);
    return code;
}

/* Those of the command, from argv[optind] on, as parse_size answers. */
static int take_operands(const struct command *command, char **argv, struct options *options)
{
    const char *names = command->operands;

    for (int i = 0; names && *names; i++) {
        ASSERT(i < OPERANDS_MAX);
        if (!argv[optind])
            return wrong_use("%s needs %s", command->name, command->operands);
        options->operands[i] = argv[optind++];
        names += strcspn(names, " ");
        names += strspn(names, " ");
    }
    return -1;
}

static bool is_given(uint64_t given, const char *name)
{
    for (size_t i = 0; i < COUNTOF(command_options); i++)
        if (strcmp(command_options[i].name, name) == 0)
            return given >> i & 1;
    return false;
}

/* "panel layout" has the word "layout". */
static bool has_word(const char *words, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = words; length > 0 && (at = strstr(at, word)); at++)
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

/* Options that do nothing together, or nothing of what is asked for; as parse_size answers. */
static int keep_rules(const struct command *command, const struct options *options, uint64_t given)
{
    for (const struct option_rule *rule = command->rules; rule && rule->option; rule++) {
        if (!is_given(given, rule->option))
            continue;
        switch (rule->bond) {
        case OPTION_NEEDS:
            if (!is_given(given, rule->other))
                return wrong_use("--%s does nothing for %s without --%s", rule->option, command->name, rule->other);
            break;
        case OPTION_EXCLUDES:
            if (is_given(given, rule->other))
                return wrong_use("%s takes --%s or --%s, and not both", command->name, rule->option, rule->other);
            break;
        case OPTION_IS_OF:
            if (!has_word(rule->other, options->operands[0]))
                return wrong_use("--%s does nothing for %s %s; it is for %s %s", rule->option, command->name, options->operands[0],
                                 command->name, rule->other);
        }
    }
    return -1;
}

/* With an exhibit in which half a change stands that cannot be taken back, the kiosk shows the copy that it has, and status tells of it. */
static bool shows_copies(const struct command *command)
{
    return command == &command_run || command == &command_status;
}

static int run_command(int argc, char **argv)
{
    struct options options = {0};
    uint64_t given = 0;
    int code = parse_options(argc, argv, &options, &given);
    const struct command *command = find_command(argv[optind]);

    if (code >= 0)
        return code;
    if (command)
        optind++;
    else
        command = commands[0];
    for (size_t i = 0; i < COUNTOF(command_options); i++)
        if (given >> i & 1 && !takes(command, &command_options[i]))
            return refuse(command, &command_options[i]);
    code = take_operands(command, argv, &options);
    if (code < 0)
        code = keep_rules(command, &options, given);
    if (code >= 0)
        return code;
    if (options.size_count > 1 && command != &command_proof)
        return wrong_use("--size: %s takes one screen", command->name);
    if (argc - optind > 1)
        return wrong_use("one exhibit at most: '%s' is too many", argv[optind + 1]);
    options.exhibit = argv[optind] ? argv[optind] : default_exhibit();
    if (!choosing_output(options.exhibit, options.output))
        return EXIT_USAGE;
    if (!together_recover(options.exhibit) && !shows_copies(command))
        return EXIT_MACHINE;
    return command->run(&options);
}

int main(int argc, char **argv)
{
    if (!streams_guard())
        return EXIT_MACHINE;
    log_start();

    int code = run_command(argc, argv);

    return streams_end_output() ? code : EXIT_MACHINE;
}
