/* The table of blocks, and what is asked of any of them. */
#include "blocks/blocks.h"

#define ADDRESS_OF_BLOCK(name) &block_##name,

static const struct block *const blocks[] = {EACH_BLOCK(ADDRESS_OF_BLOCK)};

const struct block *blocks_find(enum part part)
{
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (blocks[i]->part == part)
            return blocks[i];
    return NULL;
}

const struct block *blocks_first(const struct panel *panel)
{
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (blocks[i]->is_in(panel))
            return blocks[i];
    return NULL;
}

const struct block *blocks_on_card(const struct panel *panel)
{
    const struct block *block = panel->memorial && panel->chart ? &block_chart : blocks_first(panel);

    return block && block->word ? block : NULL;
}

const char *blocks_word(const struct panel *panel, const struct words *words)
{
    const struct block *block = blocks_on_card(panel);

    if (!block)
        return NULL;
    return panel->memorial ? words->figures : block->word(words);
}

bool blocks_lie_behind(const struct scene *scene, const struct panel *panel)
{
    const struct plans *plans = &scene->exhibit->layouts[panel->layout];

    return scene->style->large && plan_has(scene->style->portrait ? &plans->portrait : &plans->landscape, PART_SOURCES);
}

struct origin blocks_origin(const struct panel *panel)
{
    const struct block *block = blocks_first(panel);

    return block ? block->origin(panel) : (struct origin){0};
}

int blocks_steps(const struct panel *panel)
{
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (blocks[i]->steps && blocks[i]->is_in(panel))
            return blocks[i]->steps(panel);
    return 0;
}

bool blocks_grow(const struct panel *panel)
{
    const struct block *block = blocks_first(panel);

    return block && block->grows;
}
