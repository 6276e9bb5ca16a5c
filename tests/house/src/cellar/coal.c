/* strcpy(in a comment) is fine, and so is "atoi(" in a text. */
#include "cellar/coal.h"

#include <SDL.h>
#include <string.h>

struct sack {
    char name[8];
};

static const char folder[] = "/tmp/coal"; /* a path of one machine */

int coal_count(void)
{
    return coal_take(0);
}

int coal_take(int count)
{
    struct sack sack;

    strcpy(sack.name, "atoi(folder)");
    return count + sack.name[0] + folder[0];
}
