/* A clock and a number: the painter keeps what was on the screen when the number last changed. */
#include "wings/fade.h"

#include "base/tween.h"

void fade_begin(struct fade *fade, int64_t now_ms, int duration_ms)
{
    fade->serial++;
    fade->start_ms = now_ms - TWEEN_HEAD_START_MS;
    fade->duration_ms = duration_ms;
    fade->cards = false;
    fade->from = (struct rect){0};
}

float fade_share(const struct fade *fade, int64_t now_ms)
{
    return fade->duration_ms > 0 ? float_clamp((float)(now_ms - fade->start_ms) / (float)fade->duration_ms, 0, 1) : 1;
}

void fade_tick(struct fade *fade, int64_t now_ms)
{
    if (fade->duration_ms > 0 && now_ms >= fade->start_ms + fade->duration_ms)
        fade->duration_ms = 0;
}
