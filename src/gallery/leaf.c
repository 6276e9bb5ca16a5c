/* Words are numbered as they are written, whatever markup and headings they get. */
#include "gallery/leaf.h"

#include "base/fnv.h"
#include "gallery/showing.h"

#include <string.h>

/* Simple words, too, where the text is that they stand for: who approves one approves the other. */
unsigned leaf_excerpts(const struct leaf *leaf)
{
    unsigned shown = leaf->notice ? 0 : showing_excerpts(leaf->scene);

    return shown | (shown >> EXCERPT_TEXT & 1 ? 1u << EXCERPT_EASY : 0);
}

/* With the NUL behind it, so that it counts where one text ends and the next begins. */
static uint64_t add_text(uint64_t print, const char *text)
{
    return fnv_add(print, text ? text : "", text ? strlen(text) + 1 : 1);
}

static uint64_t add_prose(uint64_t print, const struct prose *prose)
{
    for (int b = 0; prose && b < prose->block_count; b++) {
        const struct prose_block *block = &prose->blocks[b];

        for (int s = 0; s < block->span_count; s++)
            print = fnv_add(print, block->spans[s].text, (size_t)block->spans[s].length);
        print = add_text(print, NULL);
    }
    return print;
}

static uint64_t add_notices(uint64_t print, const struct exhibit *exhibit, const struct leaf *leaf)
{
    unsigned notices = scene_notices(exhibit, leaf->scene);

    for (int i = 0; i < exhibit->notice_count; i++)
        if (notices >> i & 1)
            print = add_prose(print, prose_in(&exhibit->notices[i].text, leaf->language));
    return print;
}

uint64_t leaf_words(const struct exhibit *exhibit, const struct leaf *leaf)
{
    struct topic topic = showing_topic(exhibit, leaf->scene);
    unsigned shown = topic.kind == TOPIC_COUNT ? 0 : leaf_excerpts(leaf);
    struct arena *arena = arena_create();
    struct excerpts excerpts = {NULL, 0};
    uint64_t print = leaf->notice ? add_notices(FNV_EMPTY, exhibit, leaf) : FNV_EMPTY;

    if (shown)
        excerpts = topic_excerpts(arena, exhibit, topic, leaf->language);
    for (int i = 0; i < excerpts.count; i++) {
        const struct excerpt *excerpt = &excerpts.list[i];

        if (shown >> excerpt->kind & 1)
            print = add_prose(add_text(add_text(print, excerpt->label), excerpt->text), excerpt->prose);
    }
    arena_destroy(arena);
    return print;
}
