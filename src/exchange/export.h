/* The exhibit's texts and events as tables. */
#pragma once

#include "base/files.h"
#include "base/finding.h"

/* mark: between cells. language: of texts, the only one that they are translated into; NULL: all. */
struct export
{
    const struct files *files;
    char mark;
    const char *language;
};

/* The table's bytes, into an empty buffer. False, with errors, if a file of the exhibit cannot be read. */
bool export_texts(const struct export *export, struct findings *findings, struct buffer *out);
