/* Where things stand in an exhibit's files, for findings made long after these were read. */
#pragma once

#include "exhibit/model.h"

/* A key, and what stands below it: the keys of its group, or its value or values as far as they are short. */
struct key_origin {
    const char *name;
    struct origin origin;
    const struct key_origin *below;
    int below_count;
};

/* The first place of a letter beyond ASCII. */
struct letter_origin {
    uint32_t code;
    struct origin origin;
};

/* top: the file itself, line 0; below it are the keys of its first column and those of their groups, but none inside of lists. letters: by
 * their code. */
struct file_origins {
    const char *file;
    struct key_origin top;
    const struct letter_origin *letters;
    int letter_count;
    const struct file_origins *next; /* of another file */
};

/* Of the deepest key there is of a path of keys from the top of the file (NULL-terminated); line 0 if there is not even the first. The
 * origin's file is `file`, borrowed. */
struct origin origins_key(const struct exhibit *exhibit, const char *file, const char *const keys[]);
/* Of `value` among the short values of the key that the path leads to; line 0 if it is none of them. */
struct origin origins_value(const struct exhibit *exhibit, const char *file, const char *const keys[], const char *value);
/* The first place of the letter. Line 0 if the file does not hold it (an escape for it does not count), or if it is of ASCII. */
struct origin origins_letter(const struct exhibit *exhibit, const char *file, uint32_t code);
