/* Draw lists: what a screen shows, as fixed-size commands; and frames, which put lists on the screen. Pure data. */
#pragma once

#include "base/colour.h"
#include "base/geom.h"
#include "base/mem.h"
#include "base/movement.h"
#include "layout/measure.h"

enum draw_kind { DRAW_FILL, DRAW_TEXT, DRAW_PICTURE, DRAW_ICON, DRAW_CLIP };

struct draw_text {
    struct type type;
    const char *text; /* lives as long as the list */
    int length;
    int baseline_px; /* y; the command's rect is the line's box, its x the left edge of the first letter */
};

/* Opaque. Without a window (no width) it covers rect; focus: the point of the picture that must stay in view, 0 to 1. A window is the part
 * of the picture that is stretched to fill rect exactly; it may reach beyond the picture, where its ground is seen. moving: the
 * window changes from frame to frame, so what is there already serves, and sharpness can wait; draw it once more at rest. fallback: shown
 * when path cannot be (NULL: none), always covering. ground: what is seen where the
 * picture is transparent (its alpha is not looked at). The command's colour stands there until the picture comes. */
struct draw_picture {
    const char *path, *fallback;
    struct colour ground;
    float focus_x, focus_y;
    struct share_rect window;
    bool moving, lives;
    const struct movement *movements;
    int movement_count;
};

/* DRAW_FILL blends where colour.a < 255. DRAW_ICON: the SVG's shape fitted into rect, tinted. DRAW_CLIP: limits what follows to rect; an
 * empty rect lifts the limit. */
struct draw_command {
    enum draw_kind kind;
    struct rect rect;
    struct colour colour;
    union {
        struct draw_text text;
        struct draw_picture picture;
        const char *icon; /* path inside the exhibit */
    };
};

/* Zero-initialise; grows in the arena it is given. */
struct draw_list {
    struct draw_command *commands;
    int count, capacity;
};

/* Where a list grows: both are borrowed by every draw_ call. */
struct pen {
    struct draw_list *list;
    struct arena *arena;
};

/* What would show nothing (an empty text, a fill, picture or icon with an empty rectangle, a fill without opacity) is not added. */
void draw_fill(struct pen pen, struct rect rect, struct colour colour);
/* Four fills inside the rectangle's edge; one where they would meet. */
void draw_frame(struct pen pen, struct rect rect, int thickness_px, struct colour colour);
/* rect: as in struct draw_text's comment. */
void draw_text(struct pen pen, struct rect rect, struct draw_text text, struct colour colour);
/* until: the command's colour. */
void draw_picture(struct pen pen, struct rect rect, struct draw_picture picture, struct colour until);
void draw_icon(struct pen pen, struct rect rect, const char *path, struct colour colour);
void draw_clip(struct pen pen, struct rect rect);
/* Equal lists have equal hashes (64 bits, of what is drawn, texts by content); on another machine they may be others. */
uint64_t draw_hash(const struct draw_list *list);
/* Of one command that is cut to `clip`; never 0. */
uint64_t draw_command_hash(const struct draw_command *command, struct rect clip);
/* Where a command may draw whose rectangle is that: letters may reach out of their line's box, by less than its height. */
struct rect draw_reach(enum draw_kind kind, struct rect rect);
/* How long the movements of all its pictures take; 0 without any. */
int draw_movement_ms(const struct draw_list *list);

/* OVER: a card, the picture that grows out of it, the bar, a card above both, the marks; on a desk, those of a preview. */
enum { FRAME_LAYERS_MAX = 2, FRAME_OVER_MAX = 6, FRAME_GROUNDS_MAX = 3, FRAME_COVERS_MAX = 32 };

/* A page, drawn as if the frame's area began at (0, 0), and shown moved to the right by x_px. What lives on it follows that move less or
 * more than the page does, and is as it was drawn at 0. plays: the movements of its pictures have been going on for so long; what they
 * take is to be there even at 0 ms, where nothing has moved yet. */
struct frame_layer {
    struct draw_list list;
    int x_px;
    bool plays;
    int played_ms;
};

/* What is seen between two layers side by side: their area from x_px to the right. No width: nothing. */
struct frame_gutter {
    int x_px, w_px;
    struct colour colour;
};

/* What a fade goes through in `rect`: what was there gives way to the colour, and that to what comes, so that no two texts are seen over
 * one another. What is the same before and after stays. Later ones lie above earlier ones; where there is none, one is mixed into the
 * other. */
struct frame_ground {
    struct rect rect;
    struct colour colour;
};

/* Of a page at rest: places where it is hidden less from frame to frame, and what hides it there now. Around them nothing changes. */
struct frame_cover {
    struct rect place, hidden;
};

/* Of a fade: what comes in the place of its last ground grows out of `from`, with an edge, and what lies around it there gets darker by
 * `shade`. `from` empty: it does not grow. */
struct frame_growth {
    struct rect from;
    struct colour shade, edge;
    int edge_px;
};

/* What the screen shows now. Everything in it, and everything above this room, is laid out as one reads. mirrored: that is from right to
 * left, so the painter puts each rectangle where a mirror would show it, and each text with its right edge where its left one was;
 * pictures, icons and letters themselves are not turned. The layers, cut to `area`, then the lists of `over` above them; all of it faded in
 * over what was on the screen when fade_serial last changed: share 1 is no fade. Layers and the gutter together always cover the area, and
 * `over` the rest of the screen: where nothing is drawn, the canvas keeps what it held. */
struct frame {
    struct size size;
    struct rect area;
    struct frame_layer layers[FRAME_LAYERS_MAX];
    int layer_count;
    struct frame_gutter gutter;
    struct frame_cover covers[FRAME_COVERS_MAX]; /* below `over` */
    int cover_count;
    struct colour cover; /* of all of them */
    struct draw_list over[FRAME_OVER_MAX];
    int over_count;
    float fade_share;
    uint32_t fade_serial;
    struct frame_ground grounds[FRAME_GROUNDS_MAX]; /* of the fade */
    int ground_count;
    struct frame_growth growth; /* of the fade */
    bool mirrored;
};

/* Of everything in the frame, the fade's share and serial too. */
uint64_t frame_hash(const struct frame *frame);
