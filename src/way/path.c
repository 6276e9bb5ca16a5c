/* Panels in reading order are their own places; a route lists its. */
#include "way/path.h"

int path_length(struct path path)
{
    return path.route ? path.route->panel_count : path.exhibit->panel_count;
}

int path_panel(struct path path, int place)
{
    ASSERT(place >= 0 && place < path_length(path));
    return path.route ? path.route->panels[place] : place;
}

int path_place(struct path path, int panel)
{
    if (!path.route)
        return panel;
    for (int i = 0; i < path.route->panel_count; i++)
        if (path.route->panels[i] == panel)
            return i;
    return -1;
}

int path_skip(struct path path, int place)
{
    int length = path_length(path);

    for (place++; place < length; place++)
        if (!path.exhibit->panels[path_panel(path, place)].notices)
            break;
    return place;
}
