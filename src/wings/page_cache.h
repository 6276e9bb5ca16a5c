/* Pages that were filled, kept so that the many frames of a page turn fill each page once. */
#pragma once

#include "scene/scene.h"

enum { PAGE_CACHE_SLOTS = 8 };

/* All that a filled page depends on. Where it is scrolled to is no part of it: a filled page is moved (scroll_to). */
struct page_key {
    struct scene_ref scene;
    int language, step;        /* step: as in struct scene */
    int chosen;                /* as in struct scene */
    bool bare;                 /* as in struct scene */
    const struct route *route; /* as in struct scene */
    unsigned locked;
    unsigned remembered; /* of the visit, as the scene says */
    struct scene_window window;
    struct heard heard;       /* as in struct scene, and no finer than the page shows it */
    struct aloud aloud;       /* as in struct scene, of a scene that looks at it */
    const struct panel *here; /* these two as in struct scene, of scenes that look at them */
    const struct event *told;
};

/* A page with the arena it lives in. words: how many there are to read. shown: it is on the screen, where fingers look for its targets. */
struct page_slot {
    bool used, shown;
    struct page_key key;
    uint64_t last_use;
    int words;
    struct arena *arena;
    struct page page;
};

struct page_cache {
    struct page_slot slots[PAGE_CACHE_SLOTS];
    uint64_t uses;
};

void page_cache_init(struct page_cache *cache);
void page_cache_finish(struct page_cache *cache);
/* Style or exhibit have changed: nothing that is kept serves any more. What is shown stays as it is until the next frame. */
void page_cache_clear(struct page_cache *cache);
/* A new frame begins: nothing is shown. */
void page_cache_hide_all(struct page_cache *cache);
/* The page of this key: kept, or filled in the place of the one that was not used for longest, of those that are not shown. A scene with a
 * window has one slot for all keys; so has a page whatever is chosen of it, and however far its sound is. `with`: what all scenes have in
 * common. */
struct page_slot *page_cache_slot(struct page_cache *cache, const struct scene *with, const struct page_key *key);
