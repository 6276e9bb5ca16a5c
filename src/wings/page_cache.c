/* Least recently used goes first; a scene with a window keeps one slot, so that what moves does not push out the pages beside it, and so
 * does a page of whose block one thing after another is chosen, or whose sound goes on. */
#include "wings/page_cache.h"

void page_cache_init(struct page_cache *cache)
{
    for (int i = 0; i < PAGE_CACHE_SLOTS; i++)
        cache->slots[i].arena = arena_create();
}

void page_cache_finish(struct page_cache *cache)
{
    for (int i = PAGE_CACHE_SLOTS - 1; i >= 0; i--)
        arena_destroy(cache->slots[i].arena);
}

void page_cache_clear(struct page_cache *cache)
{
    for (int i = 0; i < PAGE_CACHE_SLOTS; i++)
        cache->slots[i].used = false;
}

void page_cache_hide_all(struct page_cache *cache)
{
    for (int i = 0; i < PAGE_CACHE_SLOTS; i++)
        cache->slots[i].shown = false;
}

static bool same_window(struct scene_window a, struct scene_window b)
{
    return a.x == b.x && a.y == b.y && a.size == b.size && a.moving == b.moving && a.which == b.which && a.detail == b.detail &&
           a.on_page == b.on_page && rect_equal(a.place, b.place);
}

static bool same_sound(struct heard a, struct heard b)
{
    return a.state == b.state && a.at_ms == b.at_ms && a.length_ms == b.length_ms;
}

static bool same_voice(struct aloud a, struct aloud b)
{
    return a.offered == b.offered && a.on == b.on && a.speed == b.speed && a.volume == b.volume;
}

/* But for what is chosen of it, how far its sound is, and how it is read aloud. */
static bool same_page(const struct page_key *a, const struct page_key *b)
{
    return a->scene.ops == b->scene.ops && a->scene.item == b->scene.item && a->language == b->language && a->step == b->step &&
           a->locked == b->locked && a->bare == b->bare && a->here == b->here && a->told == b->told && a->route == b->route &&
           a->remembered == b->remembered && same_window(a->window, b->window);
}

static bool same_key(const struct page_key *a, const struct page_key *b)
{
    return a->chosen == b->chosen && same_sound(a->heard, b->heard) && same_voice(a->aloud, b->aloud) && same_page(a, b);
}

/* Whether a slot serves better than another to be filled anew. */
static bool is_freer(const struct page_slot *slot, const struct page_slot *than)
{
    if (slot->shown != than->shown)
        return than->shown;
    return slot->used == than->used ? slot->last_use < than->last_use : than->used;
}

static struct page_slot *choose(struct page_cache *cache, const struct page_key *key)
{
    struct page_slot *freest = &cache->slots[0];

    for (int i = 0; i < PAGE_CACHE_SLOTS; i++) {
        struct page_slot *slot = &cache->slots[i];

        if (slot->used && same_page(&slot->key, key))
            return slot;
        if (slot->used && slot->key.scene.ops == key->scene.ops && key->scene.ops->window != WINDOW_NONE)
            return slot;
        if (is_freer(slot, freest))
            freest = slot;
    }
    return freest;
}

static void fill(struct page_slot *slot, const struct scene *with)
{
    struct scene scene = *with;

    arena_reset(slot->arena);
    slot->page = (struct page){0};
    scene.arena = slot->arena;
    scene.page = &slot->page;
    scene.language = slot->key.language;
    scene.item = slot->key.scene.item;
    scene.step = slot->key.step;
    scene.chosen = slot->key.chosen;
    scene.bare = slot->key.bare;
    scene.locked = slot->key.locked;
    scene.route = slot->key.route;
    scene.window = slot->key.window;
    scene.heard = slot->key.heard;
    scene.aloud = slot->key.aloud;
    scene.here = slot->key.here;
    scene.told = slot->key.told;
    slot->key.scene.ops->fill(&scene);
    slot->words = slot->key.scene.ops->words(scene.exhibit, scene.item, scene.language);
}

struct page_slot *page_cache_slot(struct page_cache *cache, const struct scene *with, const struct page_key *key)
{
    struct page_slot *slot = choose(cache, key);

    if (!slot->used || !same_key(&slot->key, key)) {
        slot->used = true;
        slot->key = *key;
        fill(slot, with);
    }
    slot->last_use = ++cache->uses;
    return slot;
}
