/* The second function is too long by a line, and so is the file. */
#include "attic/trunk.h"

static const char *const pictures[] = {"assets/attic.svg", "assets/moon.svg"};

int coal_take(int lid)
{
    lid++;
    lid++;
    lid++;
    lid++;
    lid++;
    lid++;
    lid++;
    return lid;
}

/* Shut, and locked. */
static int close_trunk(int lid)
{
    lid--;
    lid--;
    lid--;
    lid--;
    lid--;
    lid--;
    lid--;
    lid--;
    lid--;
    return lid;
}
