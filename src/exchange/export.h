/* The exhibit's texts and events as tables. */
#pragma once

#include "base/files.h"
#include "base/finding.h"

/* mark: between cells. language: of texts, the only one that they are translated into; NULL: all. */
struct export_job {
    const struct files *files;
    char mark;
    const char *language;
};

/* The table's bytes, into an empty buffer. False, with errors, if a file of the exhibit cannot be read. */
bool export_events(const struct export_job *job, struct findings *findings, struct buffer *out);
bool export_texts(const struct export_job *job, struct findings *findings, struct buffer *out);
