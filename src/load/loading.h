/* An exhibit in the making: what reading one file shares with the next. */
#pragma once

#include "base/files.h"
#include "load/gathered.h"
#include "schema/reader.h"
#include "yaml/salvage.h"

struct loading {
    const struct files *files;
    struct arena *arena; /* the model's */
    struct arena *nodes; /* of the file that is being read */
    struct gathered gathered;
};

struct reader loading_reader(struct loading *loading, const char *path);

/* How a file is read. is_long: as in struct yaml_source. is_listed: its folder has the name, so that a missing file is a fault.
 * salvage: what to do without after a slip; NULL: a slip costs the whole file. */
struct loading_source {
    bool is_long, is_listed;
    struct salvage *salvage;
};

/* The file's map of keys, which stands until the next file is read; NULL with errors, or for a missing file that no folder lists,
 * which is the caller's business. */
const struct node *loading_read(struct loading *l, struct report *report, const struct loading_source *how, enum files_result *result);
/* An error: a file of the report's name is missing from config/, or is there in another spelling. instead: what serves in its place. */
void loading_report_missing(struct loading *loading, struct report *report, const char *instead);
/* The same of a file that an exhibit can do without: a warning, only where it is there in another spelling. */
void loading_report_misnamed(struct loading *loading, struct report *report, const char *instead);
/* The name of the panel or layout in a file of that folder: the file's without .yaml. NULL when the file is none, with a finding where it
 * seems to be meant as one. */
const char *loading_file_id(struct loading *loading, const char *folder, const char *name, enum reference_kind kind);
