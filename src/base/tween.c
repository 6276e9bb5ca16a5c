/* One ease-out curve (cubic) between two positions. */
#include "base/tween.h"

void tween_set(struct tween *tween, float at)
{
    *tween = (struct tween){.from = at, .to = at};
}

void tween_run(struct tween *tween, float to, int64_t now_ms, int duration_ms)
{
    float at = tween_at(tween, now_ms);

    *tween = (struct tween){.from = at, .to = to, .start_ms = now_ms, .duration_ms = at == to ? 0 : duration_ms};
}

void tween_hold(struct tween *tween, int64_t now_ms)
{
    tween->from = tween_at(tween, now_ms);
    tween->held = true;
}

void tween_move(struct tween *tween, float by, float least, float most)
{
    ASSERT(tween->held);
    tween->from = float_clamp(tween->from + by, least, most);
}

float tween_at(const struct tween *tween, int64_t now_ms)
{
    if (tween->held)
        return tween->from;
    if (!tween_running(tween, now_ms))
        return tween->to;
    float left = 1 - float_clamp((float)(now_ms - tween->start_ms) / (float)tween->duration_ms, 0, 1);

    return tween->to + (tween->from - tween->to) * left * left * left;
}

bool tween_running(const struct tween *tween, int64_t now_ms)
{
    return !tween->held && tween->duration_ms > 0 && now_ms < tween->start_ms + tween->duration_ms;
}

float tween_reach(float at, float velocity, int duration_ms)
{
    return at + velocity * (float)duration_ms / 1000 / 3; /* the cubic's slope at its start is 3 */
}
