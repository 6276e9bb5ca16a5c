/* All panels in reading order. */
#include "way/path.h"

int path_length(struct path path)
{
    return path.exhibit->panel_count;
}

int path_panel(struct path path, int place)
{
    ASSERT(place >= 0 && place < path_length(path));
    return place;
}

int path_skip(struct path path, int place)
{
    int length = path_length(path);

    for (place++; place < length; place++)
        if (!path.exhibit->panels[path_panel(path, place)].notices)
            break;
    return place;
}
