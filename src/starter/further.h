/* A further language for an exhibit that there is. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* root: the exhibit's folder, of which files are read. */
struct further {
    const struct files *files;
    const char *root, *code;
    const struct exhibit *exhibit;
};

/* Each text in the new language is that of the first one, to be translated; the interface's words too, where none are built in. All files
 * are changed, or none. The number of texts; -1, with errors or a log line, when nothing was done. */
int further_language(const struct further *further, struct findings *findings);
