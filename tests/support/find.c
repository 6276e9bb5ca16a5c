/* Looks through all of them. */
#include "support/find.h"

#include <string.h>

int find_panel(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (strcmp(exhibit->panels[i].id, id) == 0)
            return i;
    return -1;
}

int find_event(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (strcmp(exhibit->events[i].id, id) == 0)
            return i;
    return -1;
}

int find_term(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->term_count; i++)
        if (strcmp(exhibit->terms[i].id, id) == 0)
            return i;
    return -1;
}

int find_person(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->person_count; i++)
        if (strcmp(exhibit->people[i].id, id) == 0)
            return i;
    return -1;
}
