/* What is otherwise in the next frame: nothing outside the rectangles, whatever came, went, moved or changed places; and not all inside. */
#include "layout/changes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { W = 330, H = 210, BAR = 30, COMMANDS = 24, STEPS = 400 };

/* A frame of random commands that change little by little. */
struct collage {
    struct draw_command page[COMMANDS], bar[4];
    int page_count;
    bool mirrored;
    unsigned random;
};

static int draw_lot(struct collage *collage, int below)
{
    collage->random = collage->random * 1103515245u + 12345u;
    return (int)((collage->random >> 16) % (unsigned)below);
}

static struct rect random_rect(struct collage *collage)
{
    return (struct rect){draw_lot(collage, W) - 20, draw_lot(collage, H) - 20, 1 + draw_lot(collage, 90), 1 + draw_lot(collage, 24)};
}

static struct draw_command random_command(struct collage *collage)
{
    static const char *const words[] = {"one", "two", "three"};
    struct draw_command command = {.kind = DRAW_FILL, .rect = random_rect(collage), .colour = {(uint8_t)draw_lot(collage, 3), 9, 9, 255}};

    switch (draw_lot(collage, 6)) {
    case 0:
        command.kind = DRAW_CLIP;
        command.rect = draw_lot(collage, 2) ? (struct rect){0} : (struct rect){20, 20, 200, 100};
        break;
    case 1:
        command.kind = DRAW_TEXT;
        command.text = (struct draw_text){.type.size_px = 10, .text = words[draw_lot(collage, 3)], .length = 3};
        break;
    case 2:
        command.kind = DRAW_PICTURE;
        command.picture = (struct draw_picture){.path = words[draw_lot(collage, 3)], .moving = draw_lot(collage, 2)};
        break;
    default:
        break;
    }
    return command;
}

static void change(struct collage *collage)
{
    int at = draw_lot(collage, collage->page_count), other = draw_lot(collage, collage->page_count);
    struct draw_command spare = collage->page[at];

    switch (draw_lot(collage, 7)) {
    case 0:
        collage->page[at] = random_command(collage);
        break;
    case 1:
        collage->page[at].rect = rect_moved(spare.rect, draw_lot(collage, 9) - 4, draw_lot(collage, 9) - 4);
        break;
    case 2:
        collage->page[at] = collage->page[other];
        collage->page[other] = spare;
        break;
    case 3:
        if (collage->page_count > 3)
            memmove(&collage->page[at], &collage->page[at + 1], sizeof(spare) * (size_t)(--collage->page_count - at));
        break;
    case 4:
        if (collage->page_count < COMMANDS) {
            memmove(&collage->page[at + 1], &collage->page[at], sizeof(spare) * (size_t)(collage->page_count++ - at));
            collage->page[at] = random_command(collage);
        }
        break;
    case 5:
        collage->bar[draw_lot(collage, 4)] = random_command(collage);
        break;
    default:
        collage->mirrored ^= draw_lot(collage, 8) == 0;
        break;
    }
}

static struct frame frame_of(struct collage *collage)
{
    return (struct frame){
        .size = {W, H},
        .area = {0, 0, W, H - BAR},
        .layers = {{.list = {collage->page, collage->page_count, COMMANDS}}},
        .layer_count = 1,
        .over = {{collage->bar, 4, 4}},
        .over_count = 1,
        .fade_share = 1,
        .mirrored = collage->mirrored,
    };
}

/* Each pixel's history of commands, in the place of its colour: what a painter could make of it depends on nothing else. */
static void paint(uint64_t *canvas, const struct frame *frame, const struct draw_list *list, struct rect limit)
{
    struct rect clip = limit;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        struct rect rect = rect_common(draw_reach(command->kind, command->rect), clip);
        uint64_t mark = draw_command_hash(command, (struct rect){0});

        if (command->kind == DRAW_CLIP)
            clip = rect_is_empty(command->rect) ? limit : rect_common(command->rect, limit);
        if (command->kind == DRAW_CLIP || rect_is_empty(rect))
            continue;
        if (frame->mirrored)
            rect = rect_mirrored(rect, W);
        for (int y = rect.y; y < rect.y + rect.h; y++)
            for (int x = rect.x; x < rect.x + rect.w; x++)
                canvas[y * W + x] = (canvas[y * W + x] ^ mark) * 31;
    }
}

static void paint_frame(uint64_t *canvas, const struct frame *frame)
{
    memset(canvas, 0, sizeof(*canvas) * W * H);
    paint(canvas, frame, &frame->layers[0].list, frame->area);
    paint(canvas, frame, &frame->over[0], (struct rect){0, 0, W, H});
}

static bool is_in(const struct rect *rects, int count, int x, int y)
{
    int in = 0;

    for (int i = 0; i < count; i++)
        in += x >= rects[i].x && x < rects[i].x + rects[i].w && y >= rects[i].y && y < rects[i].y + rects[i].h;
    assert_in_range(in, 0, 1); /* no rectangle lies over another */
    return in == 1;
}

static void outside_nothing_is_otherwise(void **state)
{
    struct collage collage = {.random = 11, .page_count = COMMANDS / 2};
    struct changes *changes = changes_create();
    uint64_t *before = mem_alloc(sizeof(*before) * W * H), *now = mem_alloc(sizeof(*now) * W * H);
    int partly = 0;

    (void)state;
    for (int i = 0; i < collage.page_count; i++)
        collage.page[i] = random_command(&collage);
    for (int step = 0; step < STEPS; step++) {
        struct rect rects[CHANGES_MAX];
        struct frame frame = frame_of(&collage);
        int count = changes_take(changes, &frame, rects), inside = 0;
        uint64_t *spare = before;

        before = now;
        now = spare;
        paint_frame(now, &frame);
        for (int at = 0; count != CHANGES_ALL && at < W * H; at++) {
            bool in = is_in(rects, count, at % W, at / W);

            inside += in;
            if (!in && before[at] != now[at])
                fail_msg("step %d: pixel %d, %d has changed outside of %d rectangles", step, at % W, at / W, count);
        }
        partly += count != CHANGES_ALL && inside < W * H / 2;
        for (int i = draw_lot(&collage, 3); i > 0; i--)
            change(&collage);
    }
    assert_true(partly > STEPS / 2);
    changes_destroy(changes);
    free(before);
    free(now);
}

/* All of it, where nothing is known of the canvas. */
static void what_is_not_known_is_all_otherwise(void **state)
{
    struct collage collage = {.random = 5, .page_count = 4};
    struct changes *changes = changes_create();
    struct rect rects[CHANGES_MAX];
    struct frame frame = frame_of(&collage), slides = frame, larger = frame, faces_away = frame;

    (void)state;
    slides.layers[0].x_px = -5;
    larger.size.w++;
    faces_away.mirrored = true;
    for (int i = 0; i < 4; i++)
        collage.page[i] = collage.bar[i] = (struct draw_command){.kind = DRAW_FILL, .rect = {40 * i, 40, 20, 20}, .colour = {1, 2, 3, 255}};
    assert_int_equal(changes_take(changes, &frame, rects), CHANGES_ALL);
    assert_int_equal(changes_take(changes, &frame, rects), 0);
    assert_int_equal(changes_take(changes, &slides, rects), CHANGES_ALL);
    assert_int_equal(changes_take(changes, &frame, rects), CHANGES_ALL);
    assert_int_equal(changes_take(changes, &larger, rects), CHANGES_ALL);
    assert_int_equal(changes_take(changes, &faces_away, rects), CHANGES_ALL);
    assert_int_equal(changes_take(changes, &frame, rects), CHANGES_ALL);
    collage.page[1].rect.x += 2;
    assert_int_equal(changes_take(changes, &frame, rects), 1);
    changes_forget(changes);
    assert_int_equal(changes_take(changes, &frame, rects), CHANGES_ALL);
    changes_destroy(changes);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(outside_nothing_is_otherwise),
        cmocka_unit_test(what_is_not_known_is_all_otherwise),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
