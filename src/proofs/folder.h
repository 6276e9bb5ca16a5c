/* The folder that proofs (pictures of scenes) go to. A file in it lists those that were put there, so that those of scenes that are gone
 * can be removed, and nothing else ever is. */
#pragma once

#include "proofs/plan.h"

struct proof_folder;

/* What a picture was made of, this program and its fonts among it, and what it shows: another recipe may well show the same. 0: it is not
 * known. */
struct proof_print {
    uint64_t recipe, picture;
};

/* What words stand beside the pictures of a scene in one language, as a number. name: that of pictures without what is of one alone. */
struct proof_words {
    const char *name;
    uint64_t words;
};

/* How names end of pictures that are as they were before, beside those that are now. */
#define PROOF_BEFORE ".before.png"

bool proof_folder_is_before(const char *name);

/* Makes the folder if it is not there, and notes in its list what will come. NULL, with a log line, if it cannot be written to. Borrows
 * both. */
struct proof_folder *proof_folder_open(const char *path, const struct proof_plan *plan);
/* The path of a file in it; borrowed until the next call. */
const char *proof_folder_path(struct proof_folder *folder, const char *name);
/* What the list had of a picture of the plan when the folder was opened, if the picture was there; else zeros. */
struct proof_print proof_folder_before(const struct proof_folder *folder, const char *name);
/* It is there now, made of that: reads what was drawn, for the list. Until then the list has no recipe of what is to be drawn, so that a
 * program which ends too early says nothing wrong. */
void proof_folder_note(struct proof_folder *folder, const char *name, uint64_t recipe);
/* As it is noted now; zeros: it is not there. */
struct proof_print proof_folder_now(const struct proof_folder *folder, const char *name);
/* A further file, which the list will have; the next run removes it unless it is written again. Copied. */
void proof_folder_add(struct proof_folder *folder, const char *name);
/* The names in the list of any such folder, in the arena; returns how many, -1 if it has no list. */
int proof_folder_list(const char *path, struct arena *arena, const char ***names);
/* The words that such a list knows of, in the arena; returns how many. */
int proof_folder_words(const char *path, struct arena *arena, const struct proof_words **words);
/* What the list has from now on in the place of these; copied. */
void proof_folder_set_words(struct proof_folder *folder, const struct proof_words *words, int count);
/* False, with a log line, if it cannot be written. */
bool proof_folder_write(struct proof_folder *folder);
/* Removes what stands in the list and not in the plan. Returns how many files that were of scenes; -1, with a log line, if the list cannot
 * be written. */
int proof_folder_tidy(struct proof_folder *folder);
/* NULL is fine. */
void proof_folder_close(struct proof_folder *folder);
