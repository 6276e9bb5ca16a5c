/* The inside of the audit, shared by its files only: audit.c (scene by scene), audit_page.c (what a page is looked at for). */
#pragma once

#include "audit/audit.h"

enum { MISSING_MAX = 64 }; /* letters told of; a face that lacks more is the wrong face */

struct surveyor {
    const struct audit *audit;
    struct findings *findings;
    struct arena *arena;
    struct style style;
    struct page *page;
    struct missing {
        enum face face;
        uint32_t code;
    } missing[MISSING_MAX];
    int missing_count;
    bool told_target;
};

/* Letters as seen from where visitors stand, as the contract with them has it. */
static const double LETTER_ARCMIN = 20;

/* Where words come from: a file and its path of keys, looked up only when something is said of them, or the place itself where it is known.
 */
struct location {
    const char *file;
    const char *keys[3];
    struct origin known; /* file NULL: it is not */
};

/* A filled page: where its words come from, where they may stand, and the chart or map on it with its own place (block_origin.file
 * NULL: there is none). */
struct sight {
    struct location place;
    struct rect bounds;
    struct rect block;
    struct origin block_origin;
};

/* audit_page.c */
/* below: a key inside it; NULL for none. */
struct location audit_key(const char *file, const char *key, const char *below);
struct origin audit_origin(const struct surveyor *s, struct location location);
void audit_warn(const struct surveyor *s, struct origin at, const char *message);
/* "on this screen (1920x1080) " and what is seen there; of large text only what the usual size does not suffer from. */
void audit_warn_seen(const struct surveyor *s, struct origin at, const char *what);
/* Letters that the face lacks; file: where they may stand. */
void audit_letters(struct surveyor *s, const char *file, enum face face, const char *text, int length);
/* Looks at the page that was filled, and empties the arena. */
void audit_page(struct surveyor *s, const struct sight *sight);
