/* One slip at a time: every line of every file of an exhibit is deleted, doubled, cut off, misspelt, moved, and its value made one of
 * another kind. Whatever the slip, check and a visit end in time and alive, and nothing that stands behind a notice is shown without one.
 *
 *     test_mutations [EXHIBIT [EVERY [FIRST]]]    every EVERYth slip from the FIRSTth on; without an argument, some of tests/exhibit
 *
 * A child makes the slips; when one kills it, another goes on behind it. */
#include "base/base.h"
#include "base/finding.h"
#include "base/utf8.h"
#include "load/load.h"
#include "audit/audit.h"
#include "support/fake_measure.h"
#include "support/held_files.h"
#include "support/tour.h"

#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MAX = 10, GUARDED_MAX = 256, SAMPLE_EVERY = 199, FAILURES_MAX = 20 };

/* What can happen to a line. */
enum slip {
    SLIP_DELETED,
    SLIP_DOUBLED,
    SLIP_CUT,       /* in its middle */
    SLIP_FILE_ENDS, /* in its middle */
    SLIP_MISSPELT,  /* a letter of the key is missing */
    SLIP_MOVED,     /* deeper by a space */
    SLIP_WRONG_KIND,
    SLIP_WRONG_NUMBER,
    SLIP_WRONG_SIGN,
    SLIP_COUNT
};

static const char *const slip_names[SLIP_COUNT] = {"deleted", "doubled",    "cut",          "file ends here", "misspelt",
                                                   "moved",   "other kind", "other number", "a sign"};
static const char *const other_kinds[] = {"[]", "{}", "[a, [b], {c: d}]", "{a: {b: c}}", "\"\"", "true", "~", "|", "a text, then: more"};
static const char *const other_numbers[] = {"-1", "0", "99999999999999999999", "1e308", ".nan", "0x10", "1973-13-45", "-0.5", "50%"};
static const char *const signs[] = {"&a", "*a", "!!int 5", "%", "@", "`", "\"", "'", "\t", "\x01", "\xff", "\xc2\x85", "- ", "? "};

/* ---- slips ---- */

struct place {
    int file, line;
    enum slip slip;
    const char *text; /* of the line, without its end */
    size_t length;
};

static bool is_worth_a_slip(const char *text, size_t length)
{
    size_t indent = strspn(text, " ");

    return indent < length && text[indent] != '#';
}

/* The slip of this number, counted through all lines of all files; false behind the last. */
static bool find_place(const struct held_files *held, int number, struct place *place)
{
    for (int f = 0; f < held->config_count; f++) {
        int line = 1;

        for (const char *at = held->files[f].content.bytes; *at; line++) {
            size_t length = strcspn(at, "\n");

            if (is_worth_a_slip(at, length)) {
                if (number < SLIP_COUNT) {
                    *place = (struct place){f, line, (enum slip)number, at, length};
                    return true;
                }
                number -= SLIP_COUNT;
            }
            at += length + (at[length] == '\n');
        }
    }
    return false;
}

/* Where the line's value begins: behind the first ": ", or at its first letter. */
static size_t value_of(const struct place *place)
{
    for (size_t i = 0; i + 2 < place->length; i++)
        if (place->text[i] == ':' && place->text[i + 1] == ' ')
            return i + 2;
    return strspn(place->text, " -");
}

static const char *other_kind(const struct place *place)
{
    return other_kinds[(size_t)place->line % COUNTOF(other_kinds)];
}

static void add_changed_line(struct buffer *out, const struct place *place)
{
    size_t indent = strspn(place->text, " -"), value = value_of(place);
    const char *other = "";

    switch (place->slip) {
    case SLIP_DELETED:
        return;
    case SLIP_DOUBLED:
        buffer_printf(out, "%.*s\n%.*s\n", (int)place->length, place->text, (int)place->length, place->text);
        return;
    case SLIP_CUT:
        buffer_printf(out, "%.*s\n", (int)place->length / 2, place->text);
        return;
    case SLIP_FILE_ENDS:
        buffer_printf(out, "%.*s", (int)place->length / 2, place->text);
        return;
    case SLIP_MISSPELT:
        buffer_printf(out, "%.*s%.*s\n", (int)indent + 1, place->text, (int)(place->length - int_min((int)place->length, (int)indent + 2)),
                      place->text + int_min((int)place->length, (int)indent + 2));
        return;
    case SLIP_MOVED:
        buffer_printf(out, " %.*s\n", (int)place->length, place->text);
        return;
    case SLIP_WRONG_KIND:
        other = other_kind(place);
        break;
    case SLIP_WRONG_NUMBER:
        other = other_numbers[(size_t)place->line % COUNTOF(other_numbers)];
        break;
    case SLIP_WRONG_SIGN:
        other = signs[(size_t)place->line % COUNTOF(signs)];
        break;
    case SLIP_COUNT:
        break;
    }
    buffer_printf(out, "%.*s%s\n", (int)value, place->text, other);
}

static void make_slip(struct held_files *held, const struct place *place, struct buffer *out)
{
    const struct held_file *file = &held->files[place->file];
    const char *behind = place->text + place->length;

    buffer_add(out, file->content.bytes, (size_t)(place->text - file->content.bytes));
    add_changed_line(out, place);
    if (place->slip != SLIP_FILE_ENDS)
        buffer_add(out, behind + (*behind == '\n'), strlen(behind + (*behind == '\n')));
    held->changed = file;
    held->bytes = out->bytes;
    held->size = out->length;
}

/* ---- what must hold ---- */

/* What stands behind a notice in the sound exhibit: "panel/ID", "card/ID". */
struct guarded {
    const char *scenes[GUARDED_MAX];
    int count;
    const char *lost; /* the first of them that was met without a notice */
};

static void guard(struct guarded *guarded, const char *kind, const char *id)
{
    char scene[256];

    snprintf(scene, sizeof(scene), "%s/%s", kind, id);
    if (guarded->count < GUARDED_MAX)
        guarded->scenes[guarded->count++] = strdup(scene);
}

static void met(void *context, const char *scene)
{
    struct guarded *guarded = context;

    for (int i = 0; i < guarded->count; i++)
        if (strcmp(guarded->scenes[i], scene) == 0 && !guarded->lost)
            guarded->lost = guarded->scenes[i];
}

static void guarded_read(struct guarded *guarded, struct held_files *held)
{
    struct files files = held_files(held);
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(&files, findings);
    const struct exhibit *exhibit = loaded_exhibit(loaded);

    *guarded = (struct guarded){0};
    for (int i = 0; i < exhibit->panel_count; i++)
        if (exhibit->panels[i].notices)
            guard(guarded, "panel", exhibit->panels[i].id);
    for (int i = 0; i < exhibit->event_count; i++)
        if (exhibit->events[i].notices)
            guard(guarded, "card", exhibit->events[i].id);
    loaded_destroy(loaded);
    findings_destroy(findings);
}

static int lacking(void *context, const struct draw_text *text, uint32_t *codes)
{
    const char *at = text->text;

    (void)context;
    *codes = text->length > 0 ? utf8_next(&at, at + text->length) : 0;
    return *codes >= 0x3000;
}

/* As check does, then as a visitor. Of the panels only those are seen that the slip can have changed. */
static void check_and_visit(struct held_files *held, struct guarded *guarded, int number)
{
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}, {1024, 768}};
    struct files files = held_files(held);
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(&files, findings);
    char only[256] = "";

    if (held->changed &&
        (strstr(held->changed->path, "timeline") || strstr(held->changed->path, "glossary") || strstr(held->changed->path, "people")))
        snprintf(only, sizeof(only), "no panel");
    if (held->changed && strncmp(held->changed->path, "config/panels/", 14) == 0)
        snprintf(only, sizeof(only), "%.*s", (int)strlen(held->changed->path) - 14 - 5, held->changed->path + 14);
    if (loaded && loaded_exhibit(loaded)->panel_count > 0) {
        const struct tour tour = {.exhibit = loaded_exhibit(loaded),
                                  .screen = screens[(size_t)number % COUNTOF(screens)],
                                  .language = number / 3,
                                  .large = number / 2 % 2,
                                  .only = only[0] ? only : NULL,
                                  .met = met,
                                  .context = guarded};

        tour_make(&tour);
        if (!only[0] && number % 8 == 0) /* check's second half takes longer than all else */
            audit_run(
                &(struct audit_setup){.exhibit = tour.exhibit, .measure = fake_measure(NULL), .lacking = lacking, .screen = screens[0]},
                findings);
    }
    loaded_destroy(loaded);
    findings_destroy(findings);
}

/* A line that says which notice is gone altogether, or says that there is none, or the file ends behind a sentence: nobody can know
 * that there was one. */
static bool is_beyond_knowing(const struct place *place)
{
    const char *text = place->text + strspn(place->text, " ");
    bool says_none = place->slip == SLIP_WRONG_KIND && strcmp(other_kind(place), "[]") == 0;
    bool is_whole = place->slip == SLIP_FILE_ENDS && place->length > 1 && strchr("}]\"').!?", place->text[place->length / 2 - 1]);

    return is_whole || ((place->slip == SLIP_DELETED || says_none) && strncmp(text, "notice:", 7) == 0);
}

/* ---- the runs ---- */

/* Shared with the child. number: the slip being made. */
struct progress {
    int number, lost;
    char scene[256];
};

/* Of work, not of waiting: other programs may be busy. */
static void limit_time(void)
{
    const struct itimerval limit = {.it_value = {.tv_sec = SECONDS_MAX}};

    setitimer(ITIMER_PROF, &limit, NULL);
}

static void run_child(const char *exhibit, int every, struct progress *progress, FILE *log)
{
    static struct held_files held;
    struct guarded guarded;
    struct place place;

    dup2(fileno(log), STDERR_FILENO);
    held_files_open(&held, exhibit);
    guarded_read(&guarded, &held);
    for (; find_place(&held, progress->number, &place); progress->number += every) {
        struct buffer bytes = {0};

        if (is_beyond_knowing(&place))
            continue;
        if (ftruncate(STDERR_FILENO, 0) == 0)
            lseek(STDERR_FILENO, 0, SEEK_SET);
        limit_time();
        make_slip(&held, &place, &bytes);
        guarded.lost = NULL;
        check_and_visit(&held, &guarded, progress->number / every);
        buffer_finish(&bytes);
        if (guarded.lost) {
            snprintf(progress->scene, sizeof(progress->scene), "%s", guarded.lost);
            progress->lost = 1;
            _exit(3);
        }
    }
    for (int i = 0; i < guarded.count; i++)
        free((char *)guarded.scenes[i]);
    held_files_close(&held);
    exit(0);
}

static void tell(const struct held_files *held, const struct progress *progress, int status, FILE *log)
{
    struct place place = {0};
    char line[512];

    find_place(held, progress->number, &place);
    printf("%s:%d: %s: %.*s\n", held->files[place.file].path, place.line, slip_names[place.slip], (int)place.length, place.text);
    if (progress->lost)
        printf("    %s is shown without its notice\n", progress->scene);
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)
        printf("    not done after %d s of work\n", SECONDS_MAX);
    else
        printf("    ended by %s %d\n", WIFSIGNALED(status) ? "signal" : "status",
               WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    rewind(log);
    for (int i = 0; !progress->lost && i < 25 && fgets(line, sizeof(line), log); i++)
        printf("    %s", line);
    fflush(stdout);
}

static int run(const char *exhibit, int every, int first)
{
    static struct held_files held;
    FILE *log = tmpfile(), *shared = tmpfile();
    struct progress *progress = NULL;
    int failed = 0, made = 0;
    struct place place;

    if (log && shared && ftruncate(fileno(shared), sizeof(*progress)) == 0)
        progress = mmap(NULL, sizeof(*progress), PROT_READ | PROT_WRITE, MAP_SHARED, fileno(shared), 0);
    assert(progress && progress != MAP_FAILED);
    held_files_open(&held, exhibit);
    for (progress->number = first; failed < FAILURES_MAX && find_place(&held, progress->number, &place); progress->number += every) {
        int status;

        progress->lost = 0;
        pid_t child = fork();

        if (child == 0)
            run_child(exhibit, every, progress, log);
        waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            break;
        tell(&held, progress, status, log);
        failed++;
    }
    made = (progress->number - first) / every;
    held_files_close(&held);
    fclose(log);
    fclose(shared);
    munmap(progress, sizeof(*progress));
    printf("%d passed, %d failed\n", made - failed, failed);
    return failed > 0;
}

int main(int argc, char **argv)
{
    const char *exhibit = argc > 1 ? argv[1] : "tests/exhibit";
    long every = argc > 2 ? strtol(argv[2], NULL, 10) : SAMPLE_EVERY, first = argc > 3 ? strtol(argv[3], NULL, 10) : 0;

    return run(exhibit, every > 0 ? (int)every : 1, (int)first);
}
