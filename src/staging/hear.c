#include "staging/hear.h"

#include "staging/show.h"

void hear_look(struct stage *stage, int64_t now_ms)
{
    struct scene_ref top = show_top(stage);

    if (!top.ops->sounds || top.item != stage->hearing.panel)
        hear_end(stage);
    hearing_look(&stage->hearing, &stage->listening, now_ms);
}

/* Fingers may come faster than frames: its card may be gone. */
bool hear_act(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene_ref top = show_top(stage);

    if (!top.ops->sounds || top.item != action.argument)
        return false;
    hearing_look(&stage->hearing, &stage->listening, now_ms);
    return hearing_turn(&stage->hearing, &stage->listening, action.argument);
}

void hear_end(struct stage *stage)
{
    hearing_end(&stage->hearing, &stage->listening);
}

int64_t hear_deadline(const struct stage *stage, int64_t now_ms)
{
    return hearing_deadline(&stage->hearing, show_hearing(stage, now_ms));
}
