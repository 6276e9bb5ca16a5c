/* Drafts: the texts of an exhibit (the YAML files below config/) as they were read last, the time before, and when they were last sound, so
 * that a preview knows what was changed, and goes on with what was there while a file is broken. */
#pragma once

#include "base/files.h"
#include "base/finding.h"

struct drafts;

struct drafts *drafts_create(void);
/* NULL is fine. */
void drafts_destroy(struct drafts *drafts);
/* Reads all of them anew; what was read last becomes what was there before. */
void drafts_read(struct drafts *drafts, const struct files *files);
/* The files with those texts as they were read; what else there is comes from `files`, which it borrows. Safe from any thread. */
struct files drafts_files(struct drafts *drafts, const struct files *files);
/* Takes the errors that were found in them: what has none is sound. True: one that is not was so once, and drafts_sound_files differ. */
bool drafts_judge(struct drafts *drafts, const struct findings *findings);
/* As drafts_files, but what is broken now as it was when it was last sound. */
struct files drafts_sound_files(struct drafts *drafts, const struct files *files);
/* The text that was read last, NUL-terminated; NULL if there is none. */
const char *drafts_text(const struct drafts *drafts, const char *path);
/* Where the first text that is another one began to differ from what was there before; file NULL: none is. The file's name is borrowed. */
struct origin drafts_first_change(const struct drafts *drafts);
