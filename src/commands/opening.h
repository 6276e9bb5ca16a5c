/* An exhibit as most commands have it: its files, what they hold, and what is wrong with that. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

struct loaded;

/* complete: the files, with what is built in below them. The opening may not move. */
struct opening {
    struct files *files;
    struct files complete;
    struct findings *findings; /* of loading */
    struct loaded *loaded;
    const struct exhibit *exhibit;
};

/* False, with a log line: there is no such folder, and nothing to end. */
bool opening_begin(struct opening *opening, const char *folder);
void opening_end(struct opening *opening);
