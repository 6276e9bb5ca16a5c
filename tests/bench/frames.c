/* What the frames of a tape cost: plays it on an exhibit and paints each frame, and prints for every stretch between two rests how many
 * there were and what was computed for them: for the stage, which fills pages, and for the painter. Decoders and display are not in it. */
#include "base/log.h"
#include "commands/lettering.h"
#include "load/builtin.h"
#include "load/load.h"
#include "paint/painter.h"
#include "tape/player.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PICTURES_BYTES = 1 << 26, LONG_MS = 60 * 1000, REST_MS = 500 };

struct cost {
    int frames;
    double stage_ms, paint_ms, longest_ms;
};

struct bench {
    struct tape tape;
    struct player player;
    struct stage *stage;
    struct images *images;
    struct painter *painter;
    SDL_Surface *canvas;
    uint64_t shown;
    struct cost cost;
};

static double now_ms(void)
{
    struct timespec at;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return (double)at.tv_sec * 1000 + (double)at.tv_nsec / 1e6;
}

static void paint(struct bench *bench, const struct frame *frame)
{
    double began = now_ms(), took;
    bool whole = painter_paint(bench->painter, frame, bench->canvas);

    took = now_ms() - began;
    bench->cost.frames++;
    bench->cost.paint_ms += took;
    if (took > bench->cost.longest_ms)
        bench->cost.longest_ms = took;
    while (!whole && images_wait(bench->images, LONG_MS))
        whole = painter_paint(bench->painter, frame, bench->canvas);
}

static void print_stretch(struct bench *bench)
{
    char scene[SCENE_NAME_BYTES];

    stage_scene(bench->stage, scene);
    if (bench->cost.frames > 1)
        printf("%8.3f s  %4d frames  stage %7.1f ms  painter %7.1f ms, %5.1f at most  %s\n", (double)bench->player.now_ms / 1000,
               bench->cost.frames, bench->cost.stage_ms, bench->cost.paint_ms, bench->cost.longest_ms, scene);
    bench->cost = (struct cost){0};
}

/* At rest the neighbours are painted ahead, as the kiosk does; that is not counted. */
static void look_ahead(struct bench *bench)
{
    const struct frame *frame;

    for (int i = 0; (frame = stage_ahead(bench->stage, i)); i++) {
        if (!painter_prefetch(bench->painter, frame))
            images_wait(bench->images, LONG_MS);
        if (i == 0)
            painter_paint_ahead(bench->painter, frame);
    }
}

static void play(struct bench *bench)
{
    double began = now_ms();

    do {
        const struct frame *frame = stage_frame(bench->stage, bench->player.now_ms);
        uint64_t hash = frame_hash(frame);

        while (stage_log(bench->stage))
            continue;
        bench->cost.stage_ms += now_ms() - began;
        if (hash != bench->shown)
            paint(bench, frame);
        bench->shown = hash;
        if (player_due(&bench->player) - bench->player.now_ms >= REST_MS) {
            print_stretch(bench);
            look_ahead(bench);
        }
        began = now_ms();
    } while (player_turn(&bench->player));
    print_stretch(bench);
}

static void bench_exhibit(struct bench *bench, const struct exhibit *exhibit, const struct files *files)
{
    struct images_setup images = {.decoders = {.files = files, .workers = 1, .program = TEST_DECODER}, .budget_bytes = PICTURES_BYTES};
    struct lettering lettering;
    struct size size = bench->tape.head.screen;

    lettering_init(&lettering, exhibit);

    struct faces *faces = faces_create(files, &lettering.setup);

    bench->images = images_create(&images);
    bench->painter = painter_create(faces, bench->images);
    bench->canvas = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888);
    bench->stage = stage_create(&(struct stage_setup){.exhibit = exhibit,
                                                      .measure = faces_measure(faces),
                                                      .screen = size,
                                                      .start = bench->tape.head.start[0] ? bench->tape.head.start : NULL});
    ASSERT(bench->stage && bench->canvas);
    player_init(&bench->player, &bench->tape, bench->stage, exhibit);
    play(bench);
    stage_destroy(bench->stage);
    painter_destroy(bench->painter);
    SDL_FreeSurface(bench->canvas);
    if (images_destroy(bench->images))
        faces_destroy(faces);
}

/* frames TAPE EXHIBIT */
int main(int argc, char **argv)
{
    struct files *folder = files_open("."), *files = argc > 2 ? files_open(argv[2]) : NULL;
    struct findings *findings = findings_create();
    struct buffer text = {0};
    struct bench bench = {0};
    struct tape_fault fault;

    log_start();
    if (!folder || !files || folder->read(folder->context, argv[1], TAPE_BYTES_MAX, &text) != FILES_OK)
        return 2;
    if (!tape_open(&bench.tape, (struct bytes){text.bytes, text.length}, &fault)) {
        fprintf(stderr, "%s:%d: %s\n", argv[1], fault.line, fault.why);
        return 2;
    }
    struct loaded *loaded = load_exhibit(files, findings);
    const struct files complete = builtin_below(files);

    bench_exhibit(&bench, loaded_exhibit(loaded), &complete);
    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    files_close(folder);
    buffer_finish(&text);
    return 0;
}
