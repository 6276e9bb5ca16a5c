/* In even parts. */
#include "page/reach.h"

int reach_px(const struct style_reach *reach, int part)
{
    return reach->parts > 0 ? reach->most_px * part / reach->parts : 0;
}
