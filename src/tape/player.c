/* A turn of a recorded tape is one line of it. Else it is a turn as the run loop makes them: to the next event or deadline, or to the next
 * frame while something moves. */
#include "tape/player.h"

#include "tape/place.h"

enum { FRAME_MS = 16, TAP_MS = 60 };

void player_init(struct player *player, struct tape *tape, struct stage *stage, const struct exhibit *exhibit)
{
    *player = (struct player){.tape = tape, .now_ms = tape->ms, .turned_ms = tape->ms};
    devices_init(
        &player->devices,
        &(struct devices_setup){.stage = stage, .exhibit = exhibit, .screen = tape->head.screen, .rotation = exhibit->screen.rotation});
    player->ended = !tape_next(tape, &player->next);
    if (!tape->head.recorded) {
        stage_frame(stage, player->now_ms);
        stage_painted(stage, player->now_ms);
    }
}

/* ---- fingers that people wrote ---- */

static int64_t finger_end_ms(const struct player_finger *finger)
{
    return finger->from_ms + finger->stroke.ms;
}

static int64_t finger_due_ms(const struct player_finger *finger)
{
    int64_t end = finger_end_ms(finger), step = finger->last_ms + FRAME_MS;

    if (!finger->down)
        return CLOCK_NEVER;
    bool stays = finger->stroke.from.x == finger->stroke.to.x && finger->stroke.from.y == finger->stroke.to.y;

    return stays || step > end ? end : step;
}

static void say(struct player *player, const struct player_finger *finger, enum pointer_kind kind, int64_t ms)
{
    const struct tape_stroke *stroke = &finger->stroke;
    float share = stroke->ms > 0 ? (float)(ms - finger->from_ms) / (float)stroke->ms : 1;
    struct tape_event event = {
        .kind = TAPE_POINTER,
        .ms = ms,
        .pointer = {.source = RAW_FINGER,
                    .kind = kind,
                    .id = finger - player->fingers,
                    .x = stroke->from.x + (stroke->to.x - stroke->from.x) * share,
                    .y = stroke->from.y + (stroke->to.y - stroke->from.y) * share,
                    .ms = ms},
    };

    devices_take(&player->devices, &event);
}

/* More than ten have no finger. */
static void begin_stroke(struct player *player, const struct tape_stroke *stroke, int64_t ms)
{
    for (int i = 0; i < PLAYER_FINGERS; i++) {
        struct player_finger *finger = &player->fingers[i];

        if (finger->down)
            continue;
        *finger = (struct player_finger){true, *stroke, ms, ms};
        say(player, finger, POINTER_DOWN, ms);
        return;
    }
}

static void move_fingers(struct player *player, int64_t now_ms)
{
    for (int i = 0; i < PLAYER_FINGERS; i++) {
        struct player_finger *finger = &player->fingers[i];

        if (finger_due_ms(finger) > now_ms)
            continue;
        finger->last_ms = now_ms;
        say(player, finger, POINTER_MOVE, now_ms);
        if (now_ms < finger_end_ms(finger))
            continue;
        say(player, finger, POINTER_UP, now_ms);
        finger->down = false;
    }
}

/* The place in shares of the mounted screen, where pointer_translate finds it again. */
static struct point mounted(const struct player *player, struct point at)
{
    const struct pointer *pointer = &player->devices.pointer;
    float u = at.x / (float)pointer->size.w, v = at.y / (float)pointer->size.h;

    switch (pointer->rotation) {
    case 90:
        return (struct point){1 - v, u};
    case 180:
        return (struct point){1 - u, 1 - v};
    case 270:
        return (struct point){v, 1 - u};
    default:
        return (struct point){u, v};
    }
}

static void touch(struct player *player, const struct tape_touch *touch, int64_t ms)
{
    struct point at;

    if (place_find(player->devices.setup.stage, touch, ms, &at)) {
        at = mounted(player, at);
        begin_stroke(player, &(struct tape_stroke){at, at, TAP_MS}, ms);
    } else if (!touch->optional) {
        player->missed = *touch;
        player->missed_count++;
    }
}

/* ---- turns ---- */

static void take(struct player *player, const struct tape_event *event)
{
    struct stage *stage = player->devices.setup.stage;

    switch (event->kind) {
    case TAPE_TICK:
        stage_tick(stage, event->ms);
        break;
    case TAPE_PAINT:
        stage_frame(stage, event->ms);
        break;
    case TAPE_WHOLE:
        stage_painted(stage, event->ms);
        break;
    case TAPE_STROKE:
        begin_stroke(player, &event->stroke, event->ms);
        break;
    case TAPE_TOUCH:
        touch(player, &event->touch, event->ms);
        break;
    case TAPE_WAIT:
        break;
    case TAPE_POINTER:
    case TAPE_KEY:
    case TAPE_FOCUS:
    case TAPE_DISPLAY:
    case TAPE_SIZE:
    case TAPE_DAY:
    case TAPE_COUNTED:
        devices_take(&player->devices, event);
        break;
    }
}

static bool has_finger_down(const struct player *player)
{
    for (int i = 0; i < PLAYER_FINGERS; i++)
        if (player->fingers[i].down)
            return true;
    return false;
}

int64_t player_due(const struct player *player)
{
    bool over = player->ended && !has_finger_down(player);
    int64_t due = player->ended ? CLOCK_NEVER : player->next.ms;

    for (int i = 0; i < PLAYER_FINGERS; i++)
        if (finger_due_ms(&player->fingers[i]) < due)
            due = finger_due_ms(&player->fingers[i]);
    if (player->tape->head.recorded)
        return due;

    int64_t deadline = stage_deadline(player->devices.setup.stage, player->turned_ms);

    if (deadline <= player->turned_ms)
        deadline = player->turned_ms + FRAME_MS;
    else if (over) /* what still moved has come to rest */
        return CLOCK_NEVER;
    return deadline < due ? deadline : due;
}

bool player_turn(struct player *player)
{
    struct stage *stage = player->devices.setup.stage;
    int64_t due = player_due(player);

    if (due == CLOCK_NEVER)
        return false;
    player->now_ms = due;
    move_fingers(player, due);
    while (!player->ended && player->next.ms <= due) {
        take(player, &player->next);
        player->ended = !tape_next(player->tape, &player->next);
        if (player->tape->head.recorded)
            return true;
    }
    if (player->tape->head.recorded)
        return true;
    stage_tick(stage, due);
    stage_frame(stage, due);
    stage_painted(stage, due);
    player->turned_ms = due;
    return true;
}
