/* Questions about a visit; whoever leads it writes the fields. */
#include "way/visited.h"

bool visited_panel(const struct visited *visited, int panel)
{
    return visited && visited->seen[panel];
}

int visited_of_chapter(const struct visited *visited, const struct chapter *chapter)
{
    int count = 0;

    for (int i = 0; i < chapter->panel_count; i++)
        count += visited_panel(visited, chapter->panels[i]);
    return count;
}
