/* One surface for wide screens and one for tall ones, each if it is needed. */
#include "commands/looks.h"

#include "commands/lettering.h"
#include "paint/offscreen.h"
#include "stage/stage.h"

#include <string.h>

/* Of the pictures: all sizes of a page are shares of the screen, or millimetres, so that a small one looks as a large one does. */
enum { LONG_PX = 960, SHORT_PX = 540 };

struct looks {
    const struct opening *opening;
    struct arena *arena;
    struct offscreen *offscreen;
    struct size size;
};

/* A notice stands before what it is named after. */
static struct stage *open_stage(const struct looks *looks, const char *scene)
{
    static const char *const behind[] = {"panel/", "card/"};
    const char *notice = strncmp(scene, "notice/", strlen("notice/")) == 0 ? scene + strlen("notice/") : NULL;
    struct stage_setup setup = {
        .exhibit = looks->opening->exhibit,
        .measure = offscreen_measure(looks->offscreen),
        .screen = looks->size,
        .start = scene,
        .unlocked = !notice,
    };
    struct stage *stage = notice ? NULL : stage_create(&setup);

    for (size_t i = 0; notice && !stage && i < COUNTOF(behind); i++) {
        setup.start = arena_printf(looks->arena, "%s%s", behind[i], notice);
        stage = stage_create(&setup);
    }
    return stage;
}

static bool draw(const struct looks *looks, const struct sum_touches *touches, struct heat_picture *picture)
{
    struct stage *stage = open_stage(looks, touches->scene);
    struct buffer png = {0};
    bool drawn = stage && offscreen_encode(looks->offscreen, stage_frame(stage, 0), &png);

    stage_destroy(stage);
    if (drawn)
        *picture = (struct heat_picture){touches->scene, touches->tall, {arena_text(looks->arena, png.bytes, png.length), png.length}};
    buffer_finish(&png);
    return drawn;
}

/* Returns how many of that kind were drawn. */
static int draw_all(struct looks *looks, const struct sums *sums, bool tall, struct heat_picture *pictures)
{
    int count = 0, most = int_min(sums->touches_count, PAGE_HEAT_MOST);
    struct lettering lettering;

    lettering_init(&lettering, looks->opening->exhibit);
    looks->size = tall ? (struct size){SHORT_PX, LONG_PX} : (struct size){LONG_PX, SHORT_PX};
    for (int i = 0; i < most; i++) {
        if (sums->touches[i].tall != tall)
            continue;
        if (!looks->offscreen)
            looks->offscreen = offscreen_create(&looks->opening->complete, &lettering.setup, looks->size);
        if (!looks->offscreen)
            return count;
        count += draw(looks, &sums->touches[i], &pictures[count]);
    }
    return count;
}

const struct heat_picture *looks_draw(const struct opening *opening, const struct sums *sums, struct arena *arena, int *count)
{
    struct heat_picture *pictures = ARENA_ARRAY(arena, struct heat_picture, PAGE_HEAT_MOST);

    *count = 0;
    for (int tall = 0; tall < 2; tall++) {
        struct looks looks = {.opening = opening, .arena = arena};

        *count += draw_all(&looks, sums, tall != 0, pictures + *count);
        offscreen_destroy(looks.offscreen); /* a disk that does not answer is left behind with its pictures: this program ends soon */
    }
    return pictures;
}
