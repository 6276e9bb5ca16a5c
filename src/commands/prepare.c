/* prepare: every photograph is decoded once, in all the sizes in which scenes show it, and its copies are kept for the kiosk. What takes
 * longest comes first, for there may not be room for all. */
#include "commands/prepare.h"

#include "commands/command.h"
#include "commands/copying.h"
#include "commands/lettering.h"
#include "proofs/plan.h"
#include "base/log.h"
#include "images/copied.h"
#include "images/decoders.h"
#include "commands/opening.h"
#include "fonts/faces.h"
#include "pictures/request.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIMIT_MS = 10 * 1000, WAIT_MS = 1000 };

/* A photograph as it is asked for; its path is the exhibit's. */
struct asked {
    struct image_request request;
    int64_t pixels; /* of the photograph */
};

struct preparation {
    const struct exhibit *exhibit;
    struct size screen;
    const struct files *files;
    struct copies *copies;
    int most;   /* so many copies are made */
    bool stuck; /* a disk does not answer, and threads wait for it that use all this */
    struct asked *list;
    int count, capacity;
};

static int compare_use(const void *path, const void *use)
{
    return strcmp(path, ((const struct picture_use *)use)->file);
}

/* NULL for drawings, and where it is not known what it is. */
static const struct picture_use *photograph(const struct exhibit *exhibit, const char *path)
{
    const struct picture_use *use = bsearch(path, exhibit->picture_uses, (size_t)exhibit->picture_use_count, sizeof(*use), compare_use);

    return use && use->own.w > 0 ? use : NULL;
}

static void ask(struct preparation *preparation, const struct image_request *request)
{
    const struct picture_use *use = photograph(preparation->exhibit, request->path);

    if (!use)
        return;
    preparation->list = mem_grow(preparation->list, preparation->count, &preparation->capacity, sizeof(*preparation->list));
    struct asked *asked = &preparation->list[preparation->count++];

    *asked = (struct asked){*request, (int64_t)use->own.w * use->own.h};
    asked->request.path = use->file;
}

static void ask_for_list(struct preparation *preparation, const struct draw_list *list)
{
    struct image_request asked[REQUEST_PICTURES_MAX];

    for (int i = 0; i < list->count; i++)
        for (int which = 0, count = request_pictures(preparation->screen, &list->commands[i], asked); which < count; which++)
            ask(preparation, &asked[which]);
}

static void ask_for_frame(struct preparation *preparation, const struct frame *frame)
{
    for (int i = 0; i < frame->layer_count; i++)
        ask_for_list(preparation, &frame->layers[i].list);
    for (int i = 0; i < frame->over_count; i++)
        ask_for_list(preparation, &frame->over[i]);
}

/* What costs most comes first. */
static int compare_asked(const void *one, const void *other)
{
    const struct asked *asked = one, *before = other;
    const struct image_request *a = &asked->request, *b = &before->request;
    const double differences[] = {
        (double)(before->pixels - asked->pixels),
        a->w - b->w,
        a->h - b->h,
        (double)a->focus_x - (double)b->focus_x,
        (double)a->focus_y - (double)b->focus_y,
        a->overview - b->overview,
        (double)a->window.x - (double)b->window.x,
        (double)a->window.y - (double)b->window.y,
        (double)a->window.w - (double)b->window.w,
        (double)a->window.h - (double)b->window.h,
        a->paper.r - b->paper.r,
        a->paper.g - b->paper.g,
        a->paper.b - b->paper.b,
    };

    for (size_t i = 0; i < COUNTOF(differences); i++)
        if (differences[i] != 0)
            return differences[i] < 0 ? -1 : 1;
    return strcmp(a->path, b->path);
}

/* Scenes that differ in words alone ask for the same. */
static void forget_doubles(struct preparation *preparation)
{
    int count = 0;

    if (preparation->count > 0)
        qsort(preparation->list, (size_t)preparation->count, sizeof(*preparation->list), compare_asked);
    for (int i = 0; i < preparation->count; i++)
        if (count == 0 || compare_asked(&preparation->list[count - 1], &preparation->list[i]) != 0)
            preparation->list[count++] = preparation->list[i];
    preparation->count = count;
}

/* Of every scene, as proofs show it. False if no face can be used. */
static bool ask_for_scenes(struct preparation *preparation)
{
    struct lettering lettering;
    struct proof_plan plan;

    lettering_init(&lettering, preparation->exhibit);
    struct faces *faces = faces_create(preparation->files, &lettering.setup);

    if (!faces)
        return false;
    proof_plan_init(&plan, preparation->exhibit, &preparation->screen, 1);
    for (int i = 0; i < plan.count; i++) {
        struct stage_setup setup = plan.pictures[i].setup;

        setup.exhibit = preparation->exhibit;
        setup.measure = faces_measure(faces);
        struct stage *stage = stage_create(&setup);

        ask_for_frame(preparation, stage_frame(stage, 0));
        stage_destroy(stage);
    }
    proof_plan_finish(&plan);
    faces_destroy(faces);
    forget_doubles(preparation);
    return true;
}

/* What is there is found first, so that it counts as used before there is too little room for what is not. */
static void forget_what_is_there(struct preparation *preparation)
{
    int count = 0;

    for (int i = 0; i < preparation->count; i++)
        if (copied_lacks(preparation->copies, preparation->files, &preparation->list[i].request))
            preparation->list[count++] = preparation->list[i];
    preparation->count = count;
}

/* One photograph, and its copy is written. What cannot be decoded is told when it is shown. */
static bool decode(struct preparation *preparation, struct decoders *decoders, const struct image_request *request)
{
    struct job *done;

    decoders_add(decoders, job_create(request, 1));
    while (!(done = decoders_take(decoders)))
        decoders_wait(decoders, WAIT_MS);
    bool machine = done->machine;

    job_destroy(done);
    return !machine && copies_settle(preparation->copies);
}

static enum exit_code decode_each(struct preparation *preparation)
{
    struct decoders_setup setup = {.files = preparation->files, .workers = 1, .limit_ms = LIMIT_MS, .copies = preparation->copies};
    struct decoders *decoders = decoders_create(&setup);
    int done = 0;

    while (done < int_min(preparation->count, preparation->most) && decode(preparation, decoders, &preparation->list[done].request))
        done++;
    preparation->stuck = !decoders_destroy(decoders);
    if (done == preparation->count)
        return EXIT_FINE;
    if (done == preparation->most)
        log_info("copies of photographs: %d new views are there, %d are left for later", done, preparation->count - done);
    else
        log_warning("copies of photographs: %d more views have no room, or cannot be kept; they are decoded when they are shown",
                    preparation->count - done);
    return EXIT_MACHINE;
}

static enum exit_code prepare_photographs(struct preparation *preparation)
{
    enum exit_code code = EXIT_MACHINE;

    preparation->copies = copying_open(&(struct copying){.spares_used = true});
    if (!preparation->copies) {
        log_error("copies of photographs: there is no place for them; set HOME or XDG_STATE_HOME");
        return EXIT_MACHINE;
    }
    copies_rest(preparation->copies, true);
    if (ask_for_scenes(preparation)) {
        int all = preparation->count;

        forget_what_is_there(preparation);
        int lacking = preparation->count;

        code = decode_each(preparation);
        if (code == EXIT_FINE)
            log_info("copies of photographs: all %d views are there, %d of them new", all, lacking);
    }
    preparation->stuck = preparation->stuck || !copies_destroy(preparation->copies);
    free(preparation->list);
    return code;
}

bool prepare_ahead(const char *folder, int most)
{
    struct opening opening;

    if (!opening_begin(&opening, folder))
        return true;
    struct preparation preparation = {.exhibit = opening.exhibit,
                                      .screen = {opening.exhibit->screen.width_px, opening.exhibit->screen.height_px},
                                      .files = &opening.complete,
                                      .most = most};

    if (copying_has_photographs(opening.exhibit) && size_can_be_drawn(preparation.screen))
        prepare_photographs(&preparation);
    if (!preparation.stuck)
        opening_end(&opening);
    return !preparation.stuck;
}

static enum exit_code prepare(const struct options *options)
{
    struct opening opening;
    enum exit_code code = EXIT_FINE;

    if (!opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    const struct exhibit *exhibit = opening.exhibit;
    struct preparation preparation = {
        .exhibit = exhibit, .screen = options_screen(options, exhibit), .files = &opening.complete, .most = INT_MAX};

    if (!size_can_be_drawn(preparation.screen)) {
        log_error("the exhibit's screen of %dx%d is too large to be drawn; take --size", preparation.screen.w, preparation.screen.h);
        code = EXIT_MACHINE;
    } else if (copying_has_photographs(exhibit)) {
        code = prepare_photographs(&preparation);
    } else {
        log_info("copies of photographs: the exhibit shows none");
    }
    if (preparation.stuck)
        _Exit(code);
    opening_end(&opening);
    return code;
}

const struct command command_prepare = {
    .name = "prepare",
    .help = "decodes photographs in all sizes shown, so that none comes late",
    .options = (const char *const[]){"size", NULL},
    .run = prepare,
};
