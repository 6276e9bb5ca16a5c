/* The table of all blocks. */
#include "blocks/blocks.h"

#include "blocks/chart.h"
#include "blocks/map.h"

static const struct block *const blocks[] = {&chart_block, &map_block};

const struct block *blocks_find(enum part part)
{
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (blocks[i]->part == part)
            return blocks[i];
    return NULL;
}

struct origin blocks_origin(const struct panel *panel)
{
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (blocks[i]->is_in(panel))
            return blocks[i]->origin(panel);
    return (struct origin){0};
}

int blocks_steps(const struct panel *panel)
{
    for (size_t i = 0; i < COUNTOF(blocks); i++)
        if (blocks[i]->steps && blocks[i]->is_in(panel))
            return blocks[i]->steps(panel);
    return 0;
}
