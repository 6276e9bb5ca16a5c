/* Pages tell where a picture lies; the exhibit, how many pixels it has. Of each file the largest enlargement is told, once. */
#include "audit/sharpness.h"

#include <math.h>
#include <string.h>

/* Beyond ENLARGED_MOST pixels show; where a screen could show DPI_LEAST dots an inch, a picture has them. */
static const double ENLARGED_MOST = 1.3, DPI_LEAST = 100;

/* How many times larger than its own pixels a picture of that size is shown. */
static double enlargement(const struct draw_command *command, struct size own)
{
    const struct draw_picture *picture = &command->picture;
    double across = (double)command->rect.w / own.w, down = (double)command->rect.h / own.h;

    if (picture->window.w > 0)
        return fmax(across / (double)picture->window.w, down / (double)picture->window.h);
    return fmax(across, down);
}

void sharpness_take(struct auditor *a)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    for (int i = 0; i < a->page->list.count; i++) {
        const struct draw_command *command = &a->page->list.commands[i];

        for (int use = 0; command->kind == DRAW_PICTURE && use < exhibit->picture_use_count; use++) {
            const struct picture_use *of = &exhibit->picture_uses[use];

            if (of->own.w > 0 && of->file == command->picture.path)
                a->enlarged[use] = fmax(a->enlarged[use], enlargement(command, of->own));
        }
    }
}

static bool is_blurred(const struct auditor *a, double enlarged)
{
    const double dpi = (double)a->style.px_per_mm * 25.4;

    return enlarged > ENLARGED_MOST || (enlarged > 1 && dpi >= DPI_LEAST && dpi / enlarged < DPI_LEAST);
}

void sharpness_report(struct auditor *a)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    for (int use = 0, next; use < exhibit->picture_use_count; use = next) {
        const struct picture_use *of = &exhibit->picture_uses[use];
        double enlarged = 0;

        for (next = use; next < exhibit->picture_use_count && strcmp(exhibit->picture_uses[next].file, of->file) == 0; next++)
            enlarged = fmax(enlarged, a->enlarged[next]);
        if (!is_blurred(a, enlarged))
            continue;
        int w = (int)ceil(of->own.w * enlarged), h = (int)ceil(of->own.h * enlarged);

        findings_add(a->findings, FINDING_WARNING, of->origin,
                     CODED("picture-blurred") "file: \"%s\" has %d x %d pixels and is shown in %d x %d on this screen (%dx%d), so that it "
                                              "is blurred; use one that "
                                              "large, or leave it out",
                     of->file, of->own.w, of->own.h, w, h, a->style.screen.w, a->style.screen.h);
    }
}
