/* The auditor: what is looked at, on which screen, and where its findings go. Every module of this room gets it. */
#pragma once

#include "base/finding.h"
#include "scene/scene.h"

enum { MISSING_LETTERS_MAX = 64 }; /* a face that lacks more is the wrong face */

/* lacking: the letters of a text of that type which no font draws, up to MISSING_LETTERS_MAX into codes; returns how many. */
struct audit_setup {
    const struct exhibit *exhibit;
    struct measure measure;
    int (*lacking)(void *context, const struct draw_text *text, uint32_t *codes);
    void *letters; /* context of lacking */
    struct size screen;
};

/* The letters that were reported as missing: each once for each face; of a script that a language is wholly written in, which no font has
 * at all, the first alone. */
struct missing_letters {
    struct missing_letter {
        enum face face;
        uint32_t code;
    } list[MISSING_LETTERS_MAX];
    int count;
};

/* How far beyond people's reach something is, at most so far, and on which scene. */
struct reach_end {
    double beyond_mm;
    char place[SCENE_NAME_BYTES];
};

/* style, page and arena: of the page that is filled and looked at now. */
struct auditor {
    const struct audit_setup *setup;
    struct findings *findings;
    struct style style;
    struct style_reach reach; /* of that style, for who asks for it */
    struct page *page;
    struct arena *arena;
    struct missing_letters missing;
    char place[SCENE_NAME_BYTES]; /* the scene it is of, as the log names it */
    double *enlarged; /* of the exhibit's picture_uses: how many times larger than its pixels a picture is shown, at most so far */
    struct reach_end too_high, too_low;
    bool screen_too_small; /* for fingers; told once, and then nothing else is worth a word */
};

void auditor_warn(struct auditor *a, struct origin at, const char *message);
/* "on this screen (1920x1080) " and `what`; in large text only what was not said of the usual size, and of each language only what was not
 * said of another. */
void auditor_warn_of_screen(struct auditor *a, struct origin at, const char *what);
