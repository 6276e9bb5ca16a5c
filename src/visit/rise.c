/* A tween, and what it was done for. */
#include "visit/rise.h"

#include "page/bars.h"

#include <stdlib.h>
#include <string.h>

void rise_init(struct rise *rise, const struct exhibit *exhibit)
{
    *rise = (struct rise){.done = mem_alloc(sizeof(bool) * (size_t)int_max(1, exhibit->panel_count))};
    rise_reset(rise, exhibit);
}

void rise_finish(struct rise *rise)
{
    free(rise->done);
}

void rise_reset(struct rise *rise, const struct exhibit *exhibit)
{
    memset(rise->done, 0, sizeof(*rise->done) * (size_t)exhibit->panel_count);
    rise->panel = -1;
    tween_set(&rise->at, 1);
}

void rise_skip(struct rise *rise, int panel)
{
    rise->done[panel] = true;
}

void rise_begin(struct rise *rise, int panel, int64_t now_ms)
{
    if (rise->done[panel])
        return;
    rise->done[panel] = true;
    rise->panel = panel;
    tween_set(&rise->at, 0);
    tween_run(&rise->at, 1, now_ms, RISE_MS);
}

bool rise_running(const struct rise *rise, int64_t now_ms)
{
    return tween_running(&rise->at, now_ms);
}

void rise_put(const struct rise *rise, const struct page *page, struct frame *frame, int64_t now_ms)
{
    float grown = tween_at(&rise->at, now_ms);

    for (int i = 0; i < page->bars.count && i < FRAME_COVERS_MAX && rise_running(rise, now_ms); i++)
        frame->covers[frame->cover_count++] = (struct frame_cover){page->bars.list[i].rect, bars_cover(&page->bars.list[i], grown)};
}
