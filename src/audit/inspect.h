/* A filled page, looked at as visitors see it: letters that no font of their face has or that are too small, words over one another,
 * pictures that do not fill their place, buttons too small for fingers, more targets than a page holds. */
#pragma once

#include "audit/auditor.h"

/* origin: of the page's words. bounds: where they may stand. block: the chart or map on the page, with its own origin (file NULL: there is
 * none). */
struct inspection {
    struct origin origin;
    struct rect bounds;
    struct rect block;
    struct origin block_origin;
};

/* Looks at the auditor's page, and empties its arena. */
void inspect_page(struct auditor *a, const struct inspection *inspection);
