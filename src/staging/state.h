/* The stage from inside: its parts side by side. For the files of this room only. */
#pragma once

#include "wings/fade.h"
#include "film/cycle.h"
#include "page/targets.h"
#include "wings/hands.h"
#include "wings/idle.h"
#include "visit/overlays.h"
#include "wings/page_cache.h"
#include "visit/play.h"
#include "visit/pager.h"
#include "visit/rise.h"
#include "scene/picture_window.h"
#include "wings/scan.h"
#include "wings/scene_log.h"
#include "speech/hearing.h"
#include "speech/listening.h"
#include "wings/shown.h"
#include "wings/time_window.h"
#include "visit/visit.h"

/* A picture view that was closed, on its way back to its place on the page: seen, and nothing else any more. ops NULL: none. */
struct leaving {
    struct scene_ref scene;
    struct picture_window window;
};

/* How many parts of the page were brought down into reach (page/reach.h), and the slide there, in pixels. */
struct lowering {
    int part;
    struct tween at;
};

/* What the voice has told of: the scene, and what of it changes. serial: of the sentence that came into view (struct listening_wish). */
struct told {
    struct scene_ref scene;
    unsigned locked, serial;
    int language, which, detail, step, chosen, lowered;
    struct settings settings;
    bool asked;
    enum heard_state heard;
    struct target_id focused;
};

struct stage {
    const struct exhibit *exhibit;
    struct measure measure;
    struct style style;

    struct visit visit;
    struct cycle attract;
    struct pager pager;
    const struct scene_ops *alone; /* the scene that stands alone; NULL: the pager's page is shown */
    struct overlays overlays;
    struct time_window time;
    struct picture_window picture;
    struct leaving leaving;
    struct lowering lowering;
    struct fade fade;
    struct play play;
    struct rise rise;
    struct idle idle;
    struct hands hands;
    struct listening listening;
    struct hearing hearing;
    struct told told;
    struct target_id focused;
    struct scan scan;
    struct scene_ref keyed; /* in front after the last stroke of a key: one that is held goes on there only */

    struct page_cache cache;
    struct arena *arena;    /* of bar and marks, for one frame */
    struct page bar, marks; /* marks: of pressed targets and the focus, and the countdown */
    struct frame frame;
    struct shown shown;
    struct scene_log log;
};
