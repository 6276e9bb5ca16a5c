/* Four parameters, one of them a function with five of its own, are fine; five are not. */
#include "ground/bellows.h"

static int sum(int (*each)(int a, int b, int c, int d, int e), int from,
               int to, const int list[2])
{
    return each(from, to, list[0], list[1], 0);
}

static int five(int a, int b, int c, int d, int e)
{
    return a + b + c + d + e;
}

int bellows_blow(struct hearth *hearth, int from, int to)
{
    return hearth ? sum(five, from, to, (const int[]){1, 2}) : hearth_light(hearth);
}
