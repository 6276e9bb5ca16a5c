/* proof: every scene as PNG, with no display. */
#include "commands/command.h"

#include "commands/lettering.h"
#include "commands/proof_folder.h"
#include "base/log.h"
#include "base/printable.h"
#include "load/builtin.h"
#include "load/load.h"
#include "commands/offscreen.h"

#include <stdio.h>
#include <stdlib.h>

enum { FAILURES_MOST = 20 }; /* one after the other: the disk is full, or the folder gone */

struct proof {
    const struct exhibit *exhibit;
    struct offscreen *offscreen;
    struct proof_folder *folder;
    struct size size;
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

static bool draw_one(struct proof *proof, const struct proof_picture *picture)
{
    struct stage_setup setup = picture->setup;

    setup.exhibit = proof->exhibit;
    setup.measure = offscreen_measure(proof->offscreen);
    setup.screen = proof->size;

    struct stage *stage = stage_create(&setup);

    ASSERT(stage);

    int64_t now = picture->countdown ? wait_for_countdown(stage) : 0;
    bool drawn = offscreen_save(proof->offscreen, stage_frame(stage, now), proof_folder_path(proof->folder, picture->name));

    stage_destroy(stage);
    return drawn;
}

/* Returns how many. Each that fails is told. */
static int draw_each(struct proof *proof, const struct proof_plan *plan)
{
    int drawn = 0, failed = 0;

    for (int i = 0; i < plan->count; i++) {
        if (draw_one(proof, &plan->pictures[i])) {
            drawn++;
            failed = 0;
        } else if (++failed == FAILURES_MOST) {
            log_error("the other %d are not tried", plan->count - i - 1);
            break;
        }
    }
    return drawn;
}

static enum exit_code draw(struct proof *proof, const struct proof_plan *plan, const char *output)
{
    int drawn = draw_each(proof, plan), removed = proof_folder_tidy(proof->folder);
    char folder[1024];

    printable_copy(folder, sizeof(folder), output);
    if (drawn < plan->count)
        printf("%d of %d pictures in %s\n", drawn, plan->count, folder);
    else if (removed > 0)
        printf("%d pictures in %s; %d of scenes that are gone removed\n", drawn, folder, removed);
    else
        printf("%d pictures in %s\n", drawn, folder);
    return drawn == plan->count && removed >= 0 ? EXIT_FINE : EXIT_MACHINE;
}

static enum exit_code draw_exhibit(const struct options *options, const struct files *files, const struct exhibit *exhibit)
{
    struct lettering lettering;
    struct proof proof = {.exhibit = exhibit, .size = options_screen(options, exhibit)};
    const char *output = options->output ? options->output : "proofs";
    struct proof_plan plan;
    enum exit_code code = EXIT_MACHINE;

    if (!size_can_be_drawn(proof.size)) {
        log_error("the exhibit's screen of %dx%d is too large to be drawn; take --size", proof.size.w, proof.size.h);
        return EXIT_MACHINE;
    }
    proof_plan_init(&plan, exhibit);
    proof.folder = proof_folder_open(output, &plan);
    lettering_init(&lettering, exhibit);
    if (proof.folder)
        proof.offscreen = offscreen_create(files, &lettering.setup, proof.size);
    if (proof.offscreen)
        code = draw(&proof, &plan, output);
    bool ended = offscreen_destroy(proof.offscreen);

    proof_folder_close(proof.folder);
    proof_plan_finish(&plan);
    if (!ended) { /* a disk does not answer: it is not waited for, and a thread goes on using what is freed next */
        fflush(NULL);
        _Exit(code);
    }
    return code;
}

static enum exit_code proof(const struct options *options)
{
    struct files *files = files_open(options->exhibit);

    if (!files)
        return EXIT_USAGE;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    enum exit_code code = EXIT_FINDINGS;

    findings_print(findings, stderr);
    const struct files complete = builtin_below(files);

    if (loaded_exhibit(loaded)->panel_count > 0)
        code = draw_exhibit(options, &complete, loaded_exhibit(loaded));
    else
        printf("no pictures: there is nothing to show\n");
    if (code == EXIT_FINE && findings_count(findings, FINDING_ERROR) > 0)
        code = EXIT_FINDINGS;
    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    return code;
}

const struct command command_proof = {
    .name = "proof",
    .help = "draws every scene to PNG, without a display",
    .options = (const char *const[]){"output", "size", NULL},
    .run = proof,
};
