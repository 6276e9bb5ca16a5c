/* proof: every scene as PNG, with no display; and only what has changed since the last time. */
#include "commands/command.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/printable.h"
#include "commands/checking.h"
#include "commands/choosing.h"
#include "commands/lettering.h"
#include "commands/opening.h"
#include "paint/offscreen.h"
#include "proofs/crew.h"
#include "proofs/folder.h"
#include "proofs/leaves.h"
#include "proofs/recipe.h"
#include "proofs/progress.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* FAILURES: one after the other: the disk is full, or the folder gone. LIMIT: of a picture, which may wait a minute for each that is in it.
 * NOTES: how often the list is written meanwhile. */
enum { FAILURES_MOST = 20, LIMIT_MS = 5 * 60 * 1000, NOTES_MS = 2000 };

struct proof {
    const struct exhibit *exhibit;
    const struct files *files;
    struct proof_folder *folder;
    struct proof_plan plan;
    int *wanted, count; /* in plan.pictures */
    bool *changed;      /* of all of these: since the last time */
    struct findings *findings;
    const char *against;
    struct size screens[SIZES_MAX];
    int screen_count;
    int64_t noted_ms;
};

/* What one process draws with. offscreens: of each screen once something is drawn for it. */
struct drafter {
    struct proof *proof;
    struct offscreen *offscreens[SIZES_MAX];
    struct recipe *recipe;
};

/* Until "still reading?" is asked. */
static int64_t wait_for_countdown(struct stage *stage)
{
    enum { SETTLED_MS = 1000 };
    int64_t asked;

    stage_key(stage, KEY_HOME, 0);
    stage_tick(stage, SETTLED_MS);
    asked = stage_deadline(stage, SETTLED_MS);
    stage_tick(stage, asked);
    return asked;
}

/* ---- in a process of the crew ---- */

/* NULL, with a log line: it cannot be. */
static struct offscreen *screen_of(struct drafter *drafter, int screen)
{
    const struct proof *proof = drafter->proof;
    struct lettering lettering;

    if (drafter->offscreens[screen])
        return drafter->offscreens[screen];
    lettering_init(&lettering, proof->exhibit);
    drafter->offscreens[screen] = offscreen_create(proof->files, &lettering.setup, proof->screens[screen]);
    return drafter->offscreens[screen];
}

static void *begin(void *context)
{
    struct proof *proof = context;
    struct drafter *drafter = mem_alloc(sizeof(*drafter));

    drafter->proof = proof;
    if (screen_of(drafter, 0)) {
        drafter->recipe = recipe_create(proof->files, proof->exhibit);
        return drafter;
    }
    free(drafter);
    return NULL;
}

static bool draw_unless_there(struct drafter *drafter, const struct frame *frame, const struct proof_picture *picture,
                              uint64_t *fingerprint)
{
    struct proof_folder *folder = drafter->proof->folder;

    *fingerprint = recipe_of(drafter->recipe, frame);
    return proof_folder_before(folder, picture->name).recipe == *fingerprint ||
           offscreen_save(drafter->offscreens[picture->screen], frame, proof_folder_path(folder, picture->name));
}

static bool draw_one(void *worker, int index, uint64_t *fingerprint)
{
    struct drafter *drafter = worker;
    const struct proof_picture *picture = &drafter->proof->plan.pictures[drafter->proof->wanted[index]];
    struct offscreen *offscreen = screen_of(drafter, picture->screen);
    struct stage_setup setup = picture->setup;

    if (!offscreen)
        return false;
    setup.exhibit = drafter->proof->exhibit;
    setup.measure = offscreen_measure(offscreen);

    struct stage *stage = stage_create(&setup);

    ASSERT(stage);

    int64_t now = picture->countdown ? wait_for_countdown(stage) : 0;
    bool drawn = draw_unless_there(drafter, stage_frame(stage, now), picture, fingerprint);

    stage_destroy(stage);
    return drawn;
}

/* After false a disk does not answer: it is not waited for. */
static void end(void *worker)
{
    struct drafter *drafter = worker;
    bool answers = true;

    recipe_destroy(drafter->recipe);
    for (int i = 0; i < SIZES_MAX; i++)
        answers = (!drafter->offscreens[i] || offscreen_destroy(drafter->offscreens[i])) && answers;
    if (!answers) {
        fflush(NULL);
        _Exit(0);
    }
    free(drafter);
}

/* ---- in ours ---- */

static const char *name_of(const struct proof *proof, int index)
{
    return proof->plan.pictures[proof->wanted[index]].name;
}

static void lost(void *context, int index, bool late)
{
    const struct proof *proof = context;

    if (index < 0)
        log_error("a process that draws has ended before it began");
    else
        log_error("%s: cannot be drawn: %s", name_of(proof, index), late ? "it takes too long" : "the process that drew it has ended");
}

static void note(struct proof *proof, const struct crew_outcome *outcomes)
{
    for (int i = 0; i < proof->count; i++)
        if (outcomes[i].state == CREW_DONE)
            proof_folder_note(proof->folder, name_of(proof, i), outcomes[i].answer);
}

/* Of a run that is interrupted, what was drawn stands in the list. */
static void tell_progress(void *context, const struct crew_outcome *outcomes, int done)
{
    struct proof *proof = context;
    int64_t now = clock_now_ms();

    progress_show(done, proof->count);
    if (now - proof->noted_ms < NOTES_MS)
        return;
    proof->noted_ms = now;
    note(proof, outcomes);
    proof_folder_write(proof->folder);
}

/* Of the pictures that were asked for. known: those that the folder had. changed: of those drawn, what shows something else now. */
struct proof_sum {
    int there, known, drawn, changed, untried, removed;
};

static struct proof_sum add_up(struct proof *proof, const struct crew_outcome *outcomes)
{
    struct proof_sum sum = {0};

    note(proof, outcomes);
    for (int i = 0; i < proof->count; i++) {
        struct proof_print before = proof_folder_before(proof->folder, name_of(proof, i)),
                           now = proof_folder_now(proof->folder, name_of(proof, i));
        bool there = outcomes[i].state == CREW_DONE;

        sum.there += there;
        sum.known += before.picture != 0;
        sum.drawn += there && before.recipe != now.recipe;
        proof->changed[proof->wanted[i]] = there && before.picture != now.picture;
        sum.changed += proof->changed[proof->wanted[i]];
        sum.untried += outcomes[i].state == CREW_WAITS;
    }
    if (sum.known == 0) /* of a first time nothing is marked */
        memset(proof->changed, 0, sizeof(*proof->changed) * (size_t)proof->plan.count);
    sum.removed = proof_folder_tidy(proof->folder);
    return sum;
}

static void print_sum(const struct proof *proof, const struct proof_sum *sum, const char *output)
{
    char folder[1024];

    printable_copy(folder, sizeof(folder), output);
    if (sum->untried > 0)
        log_error("the other %d are not tried", sum->untried);
    if (sum->there < proof->count)
        printf("%d of %d pictures in %s", sum->there, proof->count, folder);
    else
        printf("%d pictures in %s", sum->there, folder);
    if (sum->drawn == 0 && sum->there > 0)
        printf("; no picture has changed");
    else if (sum->changed < sum->drawn)
        printf("; %d drawn anew, %d of them changed", sum->drawn, sum->changed);
    else if (sum->drawn < sum->there)
        printf("; %d drawn anew, the others have not changed", sum->drawn);
    if (sum->removed > 0)
        printf("; %d of scenes that are gone removed", sum->removed);
    printf("\n");
}

/* Whether none of the list says the same. */
static bool is_new(const struct finding *finding, const void *list)
{
    const struct findings *told = list;

    for (int i = 0; i < findings_total(told); i++) {
        const struct finding *one = findings_at(told, i);

        if (one->line == finding->line && one->column == finding->column && strcmp(one->file, finding->file) == 0 &&
            strcmp(one->message, finding->message) == 0)
            return false;
    }
    return true;
}

/* Of a further screen: what is of it alone, with its size. */
static bool check_further_screen(const struct proof *proof, struct size size)
{
    struct findings *found = findings_create();
    bool checked = checking_screen(proof->files, proof->exhibit, size, found);

    findings_filter(found, is_new, proof->findings);
    for (int i = 0; i < findings_total(found); i++)
        findings_extend(found, i, " (on a screen of %d \u00D7 %d)", size.w, size.h);
    findings_append(proof->findings, found);
    findings_destroy(found);
    findings_sort(proof->findings);
    return checked;
}

/* The page to look at them. Its findings are those of check. */
static bool write_page(const struct proof *proof)
{
    struct leaves_setup setup = {
        .exhibit = proof->exhibit,
        .plan = &proof->plan,
        .folder = proof->folder,
        .findings = proof->findings,
        .screens = proof->screens,
        .screen_count = proof->screen_count,
        .changed = proof->changed,
        .against = proof->against,
    };
    bool checked = checking_screen(proof->files, proof->exhibit, proof->screens[0], proof->findings);

    checking_any_screen(proof->files, proof->exhibit, proof->findings);
    for (int i = 1; i < proof->screen_count; i++)
        checked = check_further_screen(proof, proof->screens[i]) && checked;
    return leaves_write(&setup) && checked;
}

static enum exit_code draw_all(struct proof *proof, const char *output)
{
    struct crew_setup setup = {
        .count = proof->count,
        .limit_ms = LIMIT_MS,
        .failures_most = FAILURES_MOST,
        .begin = begin,
        .work = draw_one,
        .end = end,
        .progress = tell_progress,
        .lost = lost,
        .context = proof,
    };
    const struct crew_outcome *outcomes = crew_run(&setup);

    progress_end();
    if (!outcomes) {
        log_error("no process can be started: %s", strerror(errno));
        return EXIT_MACHINE;
    }
    struct proof_sum sum = add_up(proof, outcomes);

    crew_free(outcomes, proof->count);
    bool paged = write_page(proof);

    print_sum(proof, &sum, output);
    return sum.there == proof->count && sum.removed >= 0 && paged ? EXIT_FINE : EXIT_MACHINE;
}

/* Before many processes say so: without a face or memory nothing is drawn. */
static bool can_draw(const struct proof *proof)
{
    struct lettering lettering;
    bool can = true;

    lettering_init(&lettering, proof->exhibit);
    for (int i = 0; i < proof->screen_count && can; i++) {
        struct offscreen *offscreen = offscreen_create(proof->files, &lettering.setup, proof->screens[i]);

        if (offscreen && !offscreen_destroy(offscreen))
            _Exit(EXIT_MACHINE);
        can = offscreen != NULL;
    }
    return can;
}

static enum exit_code draw_chosen(struct proof *proof, struct proof_choice choice, const char *output)
{
    enum exit_code code = EXIT_MACHINE;

    proof_plan_init(&proof->plan, proof->exhibit, proof->screens, proof->screen_count);
    proof->wanted = mem_alloc(sizeof(int) * (size_t)int_max(1, proof_plan_choose(&proof->plan, proof->exhibit, choice)));
    for (int i = 0; i < proof->plan.count; i++)
        if (!proof->plan.pictures[i].left_out)
            proof->wanted[proof->count++] = i;
    proof->changed = mem_alloc(sizeof(bool) * (size_t)int_max(1, proof->plan.count));
    proof->folder = proof_folder_open(output, &proof->plan);
    if (proof->folder && proof->against && !leaves_can_compare(proof->against, output))
        code = EXIT_USAGE;
    else if (proof->folder && can_draw(proof))
        code = draw_all(proof, output);
    proof_folder_close(proof->folder);
    free(proof->changed);
    free(proof->wanted);
    proof_plan_finish(&proof->plan);
    return code;
}

static enum exit_code draw_exhibit(const struct options *options, struct proof *proof)
{
    const struct exhibit *exhibit = proof->exhibit;
    struct proof_choice choice = {-1, -1, 0};
    struct size declared = options_screen(options, exhibit);

    memcpy(proof->screens, options->sizes, sizeof(proof->screens));
    proof->screens[0] = declared;
    proof->screen_count = int_max(1, options->size_count);
    proof->against = options->against;
    proof->noted_ms = clock_now_ms();
    if (!choosing_language(exhibit, options->language, &choice.language) || !choosing_panel(exhibit, options->panel, &choice.panel) ||
        !choosing_texts(options->text, &choice.texts))
        return EXIT_USAGE;
    if (size_can_be_drawn(declared))
        return draw_chosen(proof, choice, options->output ? options->output : "proofs");
    log_error("the exhibit's screen of %dx%d is too large to be drawn; take --size", declared.w, declared.h);
    return EXIT_MACHINE;
}

static enum exit_code proof(const struct options *options)
{
    struct opening opening;
    enum exit_code code = EXIT_FINDINGS;

    if (!opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    findings_print(opening.findings, stderr);
    struct proof proof = {.exhibit = opening.exhibit, .files = &opening.complete, .findings = opening.findings};
    int errors = findings_count(opening.findings, FINDING_ERROR);

    if (proof.exhibit->panel_count > 0)
        code = draw_exhibit(options, &proof);
    else
        printf("no pictures: there is nothing to show\n");
    if (code == EXIT_FINE && errors > 0)
        code = EXIT_FINDINGS;
    opening_end(&opening);
    return code;
}

const struct command command_proof = {
    .name = "proof",
    .help = "draws every scene to PNG, and a page to approve them on",
    .options = (const char *const[]){"output", "size", "text", "language", "panel", "against", NULL},
    .run = proof,
};
