/* A clock that waits: how soon a picture is there, nobody here knows. */
#include "visit/play.h"

void play_arm(struct play *play)
{
    *play = (struct play){.on = true};
}

void play_begin(struct play *play, int length_ms, int64_t now_ms)
{
    if (play->on && !play->runs)
        *play = (struct play){.on = length_ms > 0, .runs = length_ms > 0, .begun_ms = now_ms, .length_ms = length_ms};
}

void play_stop(struct play *play)
{
    *play = (struct play){.on = false};
}

void play_tick(struct play *play, int64_t now_ms)
{
    if (play->runs && now_ms >= play->begun_ms + play->length_ms)
        play_stop(play);
}

void play_put(const struct play *play, struct frame *frame, int64_t now_ms)
{
    struct frame_layer *layer = &frame->layers[0];

    layer->plays = play->on && frame_is_at_rest(frame) && draw_movement_ms(&layer->list) > 0;
    layer->played_ms = layer->plays && play->runs ? (int)(now_ms - play->begun_ms) : 0;
}
