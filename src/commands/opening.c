/* The same few steps, in order and back. */
#include "commands/opening.h"

#include "load/builtin.h"
#include "load/load.h"

bool opening_begin(struct opening *opening, const char *folder)
{
    *opening = (struct opening){.files = files_open(folder)};
    if (!opening->files)
        return false;
    opening->complete = builtin_below(opening->files);
    opening->findings = findings_create();
    opening->loaded = load_exhibit(opening->files, opening->findings);
    opening->exhibit = loaded_exhibit(opening->loaded);
    return true;
}

void opening_end(struct opening *opening)
{
    loaded_destroy(opening->loaded);
    findings_destroy(opening->findings);
    files_close(opening->files);
}
