/* Questions to the model. */
#include "exhibit/model.h"

#include <string.h>

const char *text_in(struct text text, int language)
{
    return text.in ? text.in[language] : "";
}

const struct prose *prose_in(const struct prose_text *text, int language)
{
    static const struct prose empty;

    return text && text->in ? &text->in[language] : &empty;
}

int exhibit_find_panel(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (strcmp(exhibit->panels[i].id, id) == 0)
            return i;
    return -1;
}

int exhibit_find_event(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (strcmp(exhibit->events[i].id, id) == 0)
            return i;
    return -1;
}

int exhibit_find_term(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->term_count; i++)
        if (strcmp(exhibit->terms[i].id, id) == 0)
            return i;
    return -1;
}

int exhibit_panel_event(const struct exhibit *exhibit, int panel)
{
    for (int i = 0; i < exhibit->event_count; i++)
        for (int p = 0; p < exhibit->events[i].panel_count; p++)
            if (exhibit->events[i].panels[p] == panel)
                return i;
    return -1;
}
