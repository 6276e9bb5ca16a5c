/* Questions to the model. */
#include "exhibit/model.h"

const char *text_in(struct text text, int language)
{
    return text.in ? text.in[language] : "";
}

const struct prose *prose_in(const struct prose_text *text, int language)
{
    static const struct prose empty;

    return text && text->in ? &text->in[language] : &empty;
}

int exhibit_panel_event(const struct exhibit *exhibit, int panel)
{
    int first = -1;

    for (int i = exhibit->event_count - 1; i >= 0; i--)
        for (int p = 0; p < exhibit->events[i].panel_count; p++)
            if (exhibit->events[i].panels[p] == panel && (p == 0 || first < 0 || exhibit->events[first].panels[0] != panel))
                first = i;
    return first;
}

const char *exhibit_panel_credit(const struct exhibit *exhibit, int panel, int language)
{
    const char *at_length = text_in(exhibit->credit_long, language);

    return panel == 0 && at_length[0] ? at_length : text_in(exhibit->credit, language);
}

struct colour theme_colour(const struct theme_colours *colours, enum ground name)
{
    const struct colour all[GROUND_COUNT] = {colours->paper, colours->ink, colours->deep, colours->strong, colours->light};

    return all[name];
}

struct colour tint_colour(const struct theme_colours *colours, const struct tint *tint)
{
    return tint->own ? tint->colour : theme_colour(colours, tint->of_theme);
}
