/* A month or a year is over with its last day. */
#include "editor/editor.h"

#include "exhibit/origins.h"

void editor_report_reviews(const struct exhibit *exhibit, int today, struct findings *findings)
{
    static const char *const key[] = {"review_by", NULL};

    for (int i = 0; i < exhibit->panel_count; i++) {
        const struct panel *panel = &exhibit->panels[i];
        struct moment by = {.date = panel->review_by};

        if (by.date.year != 0 && today >= (int)moment_extent(&by, CALENDAR_GREGORIAN).latest)
            findings_add(findings, FINDING_HINT, origins_key(exhibit, panel->origin.file, key),
                         CODED("review-due") "review_by: that day is over; look at the panel again, then write the next day here");
    }
}
