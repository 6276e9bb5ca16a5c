/* What is added to an exhibit: a panel, an event, a layout. Old files are edited by the line, and nothing is written to disk here. */
#pragma once

#include "exhibit/model.h"
#include "load/builtin.h"

/* made: the new file; edited: an old one with its new bytes. Without a path there is none. refusal: why nothing can be added, in plain
 * words; NULL: it can. All in the arena. */
struct addition {
    struct arena *arena;
    const struct files *files;
    const struct exhibit *exhibit;
    struct builtin_file made, edited;
    const char *refusal;
};

/* A file for the panel, with every part its layout has a place for, and its name in the last chapter. layout: NULL for picture-left, or
 * else the exhibit's first. */
void addition_panel(struct addition *addition, const char *id, const char *layout);
/* An event at the end of the timeline, with the date of the one before it. */
void addition_event(struct addition *addition, const char *id);
/* A copy of a layout, of the exhibit's or of the program's. from: NULL as above. */
void addition_layout(struct addition *addition, const char *name, const char *from);
