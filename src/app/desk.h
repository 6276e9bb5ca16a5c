/* The exhibit on a curator's desk: read again whenever its files change, with what is wrong in them; and what of it is shown. */
#pragma once

#include "commands/command.h"
#include "desk/drafts.h"
#include "desk/notes.h"
#include "paint/painter.h"
#include "stage/stage.h"

struct loaded;

struct desk {
    const char *path;   /* of its folder; borrowed */
    struct files *disk; /* NULL: there is no such folder */
    struct files pictures;
    struct drafts *drafts;
    struct loaded *loaded;           /* the last that could be shown */
    struct exhibit exhibit;          /* that, but nobody is taken to have left */
    struct findings *findings, *all; /* of the files; and of what is seen with them, all */
    struct faces *faces;
    struct images *images;
    struct painter *painter, *strip_painter;
    struct stage *stage;
    char shown[SCENE_NAME_BYTES]; /* the scene that it showed when there was anything to show; "" at first */
    bool lost;                    /* with what the exhibit is now, nothing can be shown; a log line has said why */
    struct size screen;
    struct desk_notes notes;
    struct desk_view view; /* that the notes are about */
};

/* As the options say: exhibit, start, language, size; all borrowed. On false, with a log line, desk_finish is called all the same. After
 * window_start. */
bool desk_init(struct desk *desk, const struct options *options);
/* False: the caller must _Exit, as after images_destroy. */
bool desk_finish(struct desk *desk);
/* Files of these names (none for texts, which are compared) or the folder itself may have changed. True if what is shown did,
 * or it is lost. */
bool desk_reload(struct desk *desk, const char *const *names, int count, bool replaced);
/* Another screen. */
void desk_resize(struct desk *desk, struct size screen);
/* Finds out what is seen, and what is to be said of it. */
void desk_look(struct desk *desk);
