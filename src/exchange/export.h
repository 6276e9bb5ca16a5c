/* The exhibit's texts and events as tables, and the texts for translators' tools. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* exhibit: what loading made of the files. mark: between cells. language: of texts, the only one that they are translated into; NULL: all.
 * xliff: of texts, not a table but XLIFF 1.2; xliff_2: 2.0. */
struct export_job {
    const struct files *files;
    const struct exhibit *exhibit;
    char mark;
    const char *language;
    bool xliff, xliff_2;
};

/* The bytes, into an empty buffer. False, with errors, if a file of the exhibit cannot be read, or XLIFF would hold several languages. */
bool export_events(const struct export_job *job, struct findings *findings, struct buffer *out);
bool export_texts(const struct export_job *job, struct findings *findings, struct buffer *out);
