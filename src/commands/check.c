/* check: the findings, on standard output. */
#include "commands/command.h"

#include "commands/check_pictures.h"
#include "commands/lettering.h"
#include "audit/audit.h"
#include "base/log.h"
#include "base/suggest.h"
#include "wording/stale.h"
#include "exhibit/origins.h"
#include "load/builtin.h"
#include "load/load.h"
#include "movements/findings.h"
#include "fonts/faces.h"
#include "platform/fontfile.h"
#include "reference/codes.h"
#include "reference/findings_json.h"
#include "yaml/report.h"

#include <stdio.h>
#include <string.h>

static bool has_letter(void *context, struct type type, uint32_t code)
{
    return faces_have(context, type, code);
}

static void report_face(struct origin at, const char *key, const char *name, struct findings *findings)
{
    struct arena *arena = arena_create();
    const char **names;
    int count = fontfile_list(arena, &names);
    const char *suggested = suggest_name(name, names, count);

    if (suggested && strcmp(suggested, name) != 0)
        findings_add(findings, at.line ? FINDING_ERROR : FINDING_WARNING, at,
                     CODED("font-missing") "%s: there is no font \"%s\" that can be used; did you mean \"%s\"?", key,
                     report_quote(name).text, suggested);
    else
        findings_add(findings, at.line ? FINDING_ERROR : FINDING_WARNING, at,
                     CODED("font-missing") "%s: there is no font \"%s\" that can be used, in assets/fonts or on this system; install it, "
                                           "or correct the name",
                     key, report_quote(name).text);
    arena_destroy(arena);
}

/* A font that is not there stands at its line of the theme, or at the script whose it is; one of the built-in theme's is the machine's
 * lack. */
static void check_faces(const struct exhibit *exhibit, struct faces *faces, struct findings *findings)
{
    static const char file[] = "config/theme.yaml";
    static const char *const keys[FACE_COUNT] = {"headline", "text", "bold", "italic"};
    const struct theme *theme = &exhibit->theme;

    for (int i = 0; i < FACE_COUNT; i++)
        for (const char *const *name = theme->faces[i]; *name; name++)
            if (!faces_can_use(faces, *name))
                report_face(origins_value(exhibit, file, (const char *const[]){"faces", keys[i], NULL}, *name), keys[i], *name, findings);
    for (int s = 0; s < theme->script_count; s++)
        for (int i = 0; i < FACE_COUNT; i++)
            for (const char *const *name = theme->scripts[s].faces[i]; name && *name; name++)
                if (!faces_can_use(faces, *name))
                    report_face(theme->scripts[s].origin, keys[i], *name, findings);
}

/* How pages come out in the real faces. False when there is not one to measure with; a log line says so. */
static bool check_pages(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings)
{
    struct lettering lettering;
    struct faces *faces;

    lettering_init(&lettering, exhibit);
    faces = faces_create(files, &lettering.setup);
    if (!faces)
        return false;
    check_faces(exhibit, faces, findings);
    struct audit_setup setup = {
        .exhibit = exhibit,
        .measure = faces_measure(faces),
        .has_letter = has_letter,
        .letters = faces,
        .screen = screen,
    };

    if (exhibit->panel_count > 0)
        audit_run(&setup, findings);
    faces_destroy(faces);
    return true;
}

/* What files alone do not tell: how pages and pictures come out on the screen. False: this machine cannot tell all of it. */
static bool check_screen(const struct options *options, const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    struct size screen = options_screen(options, exhibit);
    bool drawn = check_pictures(files, exhibit, screen, findings), measured = check_pages(files, exhibit, screen, findings);

    movements_findings(files, exhibit, findings);
    stale_report(files, exhibit, findings);
    findings_sort(findings);
    return drawn && measured;
}

/* False, with a log line, if that cannot be kept. */
static bool accept_translations(const struct options *options, const struct files *files, const struct exhibit *exhibit)
{
    int count = stale_accept(files, options->exhibit, exhibit);

    if (count >= 0)
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

    return !kind || kind->concern == *(const enum concern *)context;
}

static void print_summary(const struct exhibit *exhibit, const struct findings *findings)
{
    int hints = findings_count(findings, FINDING_HINT);

    if (exhibit->panel_count > 0)
        fprintf(stderr, "%d panels, ", exhibit->panel_count);
    else
        fprintf(stderr, "nothing to show: ");
    fprintf(stderr, "%d errors, %d warnings", findings_count(findings, FINDING_ERROR), findings_count(findings, FINDING_WARNING));
    if (hints > 0)
        fprintf(stderr, ", %d hints", hints);
    fprintf(stderr, "\n");
}

static void print(enum format format, const struct exhibit *exhibit, const struct findings *findings)
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
    print_summary(exhibit, findings);
}

/* The exit code that they call for, once they are printed. */
static enum exit_code tell(const struct options *options, const struct exhibit *exhibit, struct findings *findings)
{
    static const char *const formats[FORMAT_COUNT] = {"text", "json", "sarif"};
    int format = choose("--format", options->format, formats, FORMAT_COUNT);
    int concern = choose("--for", options->concern, concern_names, CONCERN_COUNT);

    if (format < 0 || concern < 0)
        return EXIT_USAGE;
    if (options->concern)
        findings_filter(findings, concerns, &(enum concern){(enum concern)concern});
    if (!options->quiet)
        print((enum format)format, exhibit, findings);
    bool fine = findings_count(findings, FINDING_ERROR) == 0 && (findings_count(findings, FINDING_WARNING) == 0 || !options->strict);

    return exhibit->panel_count > 0 && fine ? EXIT_FINE : EXIT_FINDINGS;
}

static enum exit_code check(const struct options *options)
{
    struct files *files = files_open(options->exhibit);

    if (!files)
        return EXIT_USAGE;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    const struct exhibit *exhibit = loaded_exhibit(loaded);
    const struct files complete = builtin_below(files);

    if (options->accept_translations && !accept_translations(options, files, exhibit)) {
        loaded_destroy(loaded);
        findings_destroy(findings);
        files_close(files);
        return EXIT_MACHINE;
    }
    bool whole = check_screen(options, &complete, exhibit, findings);
    enum exit_code code = tell(options, exhibit, findings);

    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    return code == EXIT_FINE && !whole ? EXIT_MACHINE : code;
}

const struct command command_check = {
    .name = "check",
    .help = "lists what is wrong in the exhibit's files",
    .options = (const char *const[]){"strict", "size", "format", "for", "quiet", "accept-translations", NULL},
    .run = check,
};
