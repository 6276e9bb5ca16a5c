/* A photograph has three or four copies of up to 8 MB: so thirty photographs have theirs. */
#include "commands/copying.h"

#include "base/state.h"

#include <stdlib.h>

enum { COPIES_BYTES = 512 * 1024 * 1024 };

struct copies *copying_open(const struct copying *copying)
{
    char *folder = state_path("copies");
    struct copies_setup setup = {
        .folder = folder,
        .limit_bytes = COPIES_BYTES,
        .worth_ms = copying->worth_ms,
        .quiet_ms = copying->quiet_ms,
        .spares_used = copying->spares_used,
    };
    struct copies *copies = folder ? copies_create(&setup) : NULL;

    free(folder);
    return copies;
}

bool copying_has_photographs(const struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->picture_use_count && exhibit->panel_count > 0; i++)
        if (exhibit->picture_uses[i].own.w > 0)
            return true;
    return false;
}
