/* The command line: one table of commands, GNU conventions. */
#include "app/app.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct command {
    const char *name, *help;
    enum exit_code (*run)(const struct options *options);
};

static const struct command commands[] = {
    {"run", "shows the exhibit full screen (the default)", app_run},
    {"check", "lists what is wrong in the exhibit's files", app_check},
    {"proof", "draws every panel to PNG, without a display", app_proof},
};

enum { OPTION_START = 256, OPTION_ALLOW_QUIT, OPTION_STRICT, OPTION_SIZE, OPTION_HELP, OPTION_VERSION };

static const struct option long_options[] = {
    {"start", required_argument, NULL, OPTION_START}, {"allow-quit", no_argument, NULL, OPTION_ALLOW_QUIT},
    {"strict", no_argument, NULL, OPTION_STRICT},     {"size", required_argument, NULL, OPTION_SIZE},
    {"output", required_argument, NULL, 'o'},         {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},   {NULL, 0, NULL, 0},
};

static void print_help(void)
{
    printf("Usage: vitrina [COMMAND] [OPTIONS] [EXHIBIT]\n\nCommands:\n");
    for (size_t i = 0; i < COUNTOF(commands); i++)
        printf("  %-8s %s\n", commands[i].name, commands[i].help);
    printf("\nOptions:\n"
           "  --start SCENE      run: begin with attract, home, timeline, colophon, panel/NAME,\n"
           "                     picture/NAME, card/EVENT or card/TERM\n"
           "  --allow-quit       run: Ctrl+Q ends the program (for developers)\n"
           "  --strict           check: warnings count as errors\n"
           "  -o, --output DIR   proof: where the pictures go (default: proofs)\n"
           "  --size WxH         check, proof: pixels (default: the screen the exhibit declares)\n"
           "  --help, --version\n\n"
           "EXHIBIT is a folder with config/ and assets/; without it: this folder if it is one,\n"
           "else /srv/vitrina, else %s/share/vitrina.\n"
           "Exit status: 0 fine, 1 errors found, 2 wrong use, 3 the machine (no display).\n",
           VITRINA_PREFIX);
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

static bool parse_size(const char *text, struct options *options)
{
    char behind;

    return sscanf(text, "%5dx%5d%c", &options->width_px, &options->height_px, &behind) == 2 && options->width_px >= 320 &&
           options->height_px >= 320;
}

/* -1: go on; else the exit code to end with at once. */
static int parse_option(int option, struct options *options)
{
    switch (option) {
    case OPTION_START:
        options->start = optarg;
        return -1;
    case OPTION_ALLOW_QUIT:
        options->allow_quit = true;
        return -1;
    case OPTION_STRICT:
        options->strict = true;
        return -1;
    case 'o':
        options->output = optarg;
        return -1;
    case OPTION_SIZE:
        if (parse_size(optarg, options))
            return -1;
        fprintf(stderr, "vitrina: --size takes WIDTHxHEIGHT in pixels, each at least 320, for instance 1920x1080\n");
        return EXIT_USAGE;
    case OPTION_HELP:
        print_help();
        return EXIT_FINE;
    case OPTION_VERSION:
        printf("vitrina %s\n", VITRINA_VERSION);
        return EXIT_FINE;
    default:
        fprintf(stderr, "Try 'vitrina --help'.\n");
        return EXIT_USAGE;
    }
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; name && i < COUNTOF(commands); i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

int main(int argc, char **argv)
{
    struct options options = {.output = "proofs"};

    for (int option; (option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1;) {
        int code = parse_option(option, &options);

        if (code >= 0)
            return code;
    }

    const struct command *command = find_command(argv[optind]);

    if (command)
        optind++;
    else
        command = &commands[0];
    if (argc - optind > 1) {
        fprintf(stderr, "vitrina: one exhibit at most: '%s' is too many\nTry 'vitrina --help'.\n", argv[optind + 1]);
        return EXIT_USAGE;
    }
    options.exhibit = argv[optind] ? argv[optind] : default_exhibit();
    return command->run(&options);
}
