/* Fingers, keys and time, four bytes a step, on the stage of tests/exhibit: whatever comes, the layers cover the screen and time goes on.
 */
#include "load/load.h"
#include "fuzz/fuzz.h"
#include "stage/stage.h"
#include "support/fake_measure.h"

#include <assert.h>

enum { STEPS_MAX = 400 };

static const struct exhibit *exhibit(void)
{
    static struct loaded *loaded;

    if (!loaded) {
        struct files *files = files_open("tests/exhibit");
        struct findings *findings = findings_create();

        assert(files);
        loaded = load_exhibit(files, findings);
        findings_destroy(findings);
        files_close(files);
    }
    return loaded_exhibit(loaded);
}

static void check_frame(struct stage *stage, int64_t now_ms)
{
    const struct frame *frame = stage_frame(stage, now_ms);

    assert(frame->layer_count >= 1 && frame->layer_count <= FRAME_LAYERS_MAX);
    assert(frame->fade_share >= 0 && frame->fade_share <= 1);
    assert(frame->layers[0].x_px <= 0 && frame->layers[0].x_px > -(frame->size.w + frame->gutter.w_px));
    if (frame->layer_count == 2)
        assert(frame->gutter.w_px > 0 && frame->layers[1].x_px == frame->layers[0].x_px + frame->size.w + frame->gutter.w_px);
    else
        assert(frame->layers[0].x_px == 0);
    assert(stage_deadline(stage, now_ms) >= 0);
    while (stage_log(stage))
        continue;
    for (int i = 0; stage_rests(stage, now_ms) && stage_ahead(stage, i); i++)
        continue;
}

/* What, finger or key or ms, and where. */
static int64_t step(struct stage *stage, const uint8_t *bytes, int64_t now_ms)
{
    const struct size screen = {1920, 1080};
    struct pointer_sample sample = {
        .id = bytes[1] % 12, .at = {(float)bytes[2] / 255 * (float)screen.w, (float)bytes[3] / 255 * (float)screen.h}, .ms = now_ms};

    switch (bytes[0] % 8) {
    case 0:
    case 1:
    case 2:
        sample.kind = bytes[0] % 8 == 0 ? POINTER_DOWN : bytes[0] % 8 == 1 ? POINTER_MOVE : POINTER_UP;
        stage_pointer(stage, &sample, bytes[1] & 128 ? VIA_MOUSE : VIA_TOUCH);
        return now_ms;
    case 3:
        (bytes[2] & 1 ? stage_key_held : stage_key)(stage, (enum key)(bytes[1] % KEY_COUNT), now_ms);
        return now_ms;
    case 4:
        stage_cancel(stage, now_ms);
        return now_ms;
    case 5:
        if (bytes[1] % 16 == 0)
            stage_resize(stage, (struct size){640 + bytes[2] * 8, 480 + bytes[3] * 8}, now_ms);
        return now_ms;
    case 6:
        return now_ms + bytes[1];
    default:
        return now_ms + bytes[1] * bytes[2];
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const starts[] = {NULL,         "home",        "panel/welcome",   "panel/network",
                                         "panel/fire", "timeline",    "picture/charter", "card/fire",
                                         "end",        "panel/after", "picture/strike",  "panel/strike"};
    int64_t now_ms = 1000;

    if (size < 1)
        return 0;
    const struct stage_setup setup = {.exhibit = exhibit(),
                                      .measure = fake_measure(NULL),
                                      .screen = {1920, 1080},
                                      .start = starts[bytes[0] % COUNTOF(starts)],
                                      .now_ms = now_ms};
    struct stage *stage = stage_create(&setup);

    for (size_t i = 1; i + 4 <= size && i < (size_t)4 * STEPS_MAX; i += 4) {
        now_ms = step(stage, bytes + i, now_ms);
        if (bytes[i] & 128) /* input may come faster than frames */
            continue;
        stage_tick(stage, now_ms);
        check_frame(stage, now_ms);
    }
    stage_destroy(stage);
    return 0;
}
