/* One ease-out curve (cubic) between two positions. */
#include "base/tween.h"

void glide_set(struct glide *glide, float at)
{
    *glide = (struct glide){.from = at, .to = at};
}

void glide_run(struct glide *glide, float to, int64_t now_ms, int duration_ms)
{
    float at = glide_at(glide, now_ms);

    *glide = (struct glide){.from = at, .to = to, .start_ms = now_ms, .duration_ms = at == to ? 0 : duration_ms};
}

void glide_hold(struct glide *glide, int64_t now_ms)
{
    glide->from = glide_at(glide, now_ms);
    glide->held = true;
}

void glide_move(struct glide *glide, float by, float least, float most)
{
    ASSERT(glide->held);
    glide->from = float_clamp(glide->from + by, least, most);
}

float glide_at(const struct glide *glide, int64_t now_ms)
{
    if (glide->held)
        return glide->from;
    if (!glide_running(glide, now_ms))
        return glide->to;
    float left = 1 - float_clamp((float)(now_ms - glide->start_ms) / (float)glide->duration_ms, 0, 1);

    return glide->to + (glide->from - glide->to) * left * left * left;
}

bool glide_running(const struct glide *glide, int64_t now_ms)
{
    return !glide->held && glide->duration_ms > 0 && now_ms < glide->start_ms + glide->duration_ms;
}

float glide_reach(float at, float velocity, int duration_ms)
{
    return at + velocity * (float)duration_ms / 1000 / 3; /* the cubic's slope at its start is 3 */
}
