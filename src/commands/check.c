/* check: the findings, on standard output. */
#include "commands/command.h"

#include "commands/checking.h"
#include "base/log.h"
#include "wording/stale.h"
#include "commands/opening.h"
#include "editor/editor.h"
#include "mending/mending.h"
#include "reference/codes.h"
#include "reference/findings_json.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* False, with a log line, if that cannot be kept. */
static bool accept_translations(const struct options *options, const struct files *files, const struct exhibit *exhibit)
{
    int count = stale_accept(files, options->exhibit, exhibit);

    if (count >= 0 && !options->quiet)
        fprintf(stderr, "%d translations are right as they stand; check will say where their source changes\n", count);
    return count >= 0;
}

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF, FORMAT_COUNT };

/* The index of the word, 0 for NULL; -1, with a log line, if it is none of them. */
static int choose(const char *option, const char *word, const char *const *words, int count)
{
    struct buffer list = {0};

    for (int i = 0; i < count; i++) {
        if (!word || strcmp(word, words[i]) == 0) {
            buffer_finish(&list);
            return i;
        }
        buffer_printf(&list, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", words[i]);
    }
    log_error("%s takes %s", option, list.bytes);
    buffer_finish(&list);
    return -1;
}

static bool concerns(const struct finding *finding, const void *context)
{
    const struct finding_kind *kind = codes_find(finding->code);

    return !kind || (int)kind->concern == *(const int *)context;
}

static void print_summary(const struct exhibit *exhibit, const struct findings *findings)
{
    int panels = exhibit->panel_count, hints = findings_count(findings, FINDING_HINT);

    if (panels > 0)
        fprintf(stderr, "%d panel%s, ", panels, panels == 1 ? "" : "s");
    else
        fprintf(stderr, "nothing to show: ");
    fprintf(stderr, "%s, ", findings_tally(findings_count(findings, FINDING_ERROR), FINDING_ERROR).text);
    fprintf(stderr, "%s", findings_tally(findings_count(findings, FINDING_WARNING), FINDING_WARNING).text);
    if (hints > 0)
        fprintf(stderr, ", %s", findings_tally(hints, FINDING_HINT).text);
    fprintf(stderr, "\n");
}

static void print(int format, const struct exhibit *exhibit, const struct findings *findings)
{
    struct buffer out = {0};

    if (format == FORMAT_TEXT)
        findings_print(findings, stdout);
    if (format == FORMAT_JSON)
        findings_json(&out, findings);
    if (format == FORMAT_SARIF)
        findings_sarif(&out, findings, VITRINA_VERSION);
    if (out.length > 0)
        fwrite(out.bytes, 1, out.length, stdout);
    buffer_finish(&out);
    fflush(stdout); /* the summary comes last, also where both go to one place */
    print_summary(exhibit, findings);
}

/* Below 0, with a log line: there is no such format, and no such concern. */
static int format_of(const struct options *options)
{
    static const char *const formats[FORMAT_COUNT] = {"text", "json", "sarif"};

    return choose("--format", options->format, formats, FORMAT_COUNT);
}

static int concern_of(const struct options *options)
{
    return choose("--for", options->concern, concern_names, CONCERN_COUNT);
}

/* The exit code that they call for, once they are printed. */
static enum exit_code tell(const struct options *options, const struct exhibit *exhibit, struct findings *findings)
{
    if (options->concern)
        findings_filter(findings, concerns, &(int){concern_of(options)});
    if (!options->quiet)
        print(format_of(options), exhibit, findings);
    bool fine = findings_count(findings, FINDING_ERROR) == 0 && (findings_count(findings, FINDING_WARNING) == 0 || !options->strict);

    return exhibit->panel_count > 0 && fine ? EXIT_FINE : EXIT_FINDINGS;
}

static enum exit_code fix(const struct options *options)
{
    struct files *files = files_open(options->exhibit);
    enum exit_code code = !files ? EXIT_USAGE : mending_exhibit(files, options->exhibit, stderr) ? EXIT_FINE : EXIT_MACHINE;

    files_close(files);
    return code;
}

/* What is not used is known once nothing is left out. */
static void report_to_editors(const struct opening *opening)
{
    enum { DAY_S = 24 * 60 * 60 };
    const struct exhibit *exhibit = opening->exhibit;
    bool whole = findings_count(opening->findings, FINDING_ERROR) == 0;

    editor_report_reviews(exhibit, (int)(time(NULL) / DAY_S), opening->findings);
    editor_report_texts(opening->files, exhibit, whole, opening->findings);
    if (whole)
        editor_report_unused(opening->files, exhibit, opening->findings);
}

static enum exit_code check_opened(const struct options *options, struct opening *opening)
{
    const struct exhibit *exhibit = opening->exhibit;

    if (options->accept_translations && !accept_translations(options, opening->files, exhibit))
        return EXIT_MACHINE;
    report_to_editors(opening);
    bool whole = checking_screen(&opening->complete, exhibit, options_screen(options, exhibit), opening->findings);

    checking_any_screen(&opening->complete, exhibit, opening->findings);
    enum exit_code code = tell(options, exhibit, opening->findings);

    return code == EXIT_FINE && !whole ? EXIT_MACHINE : code;
}

/* What is mended first is not told. */
static enum exit_code check(const struct options *options)
{
    struct opening opening;

    if (format_of(options) < 0 || concern_of(options) < 0)
        return EXIT_USAGE;
    enum exit_code code = options->fix ? fix(options) : EXIT_FINE;

    if (code != EXIT_FINE)
        return code;
    if (!opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    code = check_opened(options, &opening);
    opening_end(&opening);
    return code;
}

const struct command command_check = {
    .name = "check",
    .help = "lists what is wrong in the exhibit's files",
    .options = (const char *const[]){"strict", "size", "format", "for", "quiet", "fix", "accept-translations", NULL},
    .rules = (const struct option_rule[]){{"quiet", OPTION_EXCLUDES, "format"}, {"quiet", OPTION_EXCLUDES, "fix"}, {0}},
    .run = check,
};
