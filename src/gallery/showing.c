/* A table of scenes, in the order in which those of one topic are looked at. One that is not in it is shown without words beside it. */
#include "gallery/showing.h"

#include "film/order.h"

#define BIT(kind) (1u << EXCERPT_##kind)

enum {
    PICTURE = BIT(CAPTION) | BIT(ALTERNATIVE) | BIT(CREDIT),
    DATA = BIT(FIGURES) | BIT(VALUE) | BIT(NOTE),
    CARD = BIT(WHEN) | BIT(VOICE) | BIT(TEXT) | BIT(SOURCES),
};

/* about: of the topic whose index is the scene's item; TOPIC_COUNT: that has to be found out. */
static const struct shown_scene {
    const struct scene_ops *ops;
    const char *name;
    enum topic_kind about;
    unsigned excerpts;
} table[] = {
    {&scene_home, "Home", TOPIC_OPENING, BIT(TEXT) | BIT(CREDIT)},
    {&scene_panel, "Panel", TOPIC_PANEL, CARD | PICTURE | DATA},
    {&scene_timeline, "Timeline", TOPIC_COUNT, 0},
    {&scene_event, "Event", TOPIC_EVENT, CARD | PICTURE},
    {&scene_events, "List of events", TOPIC_EVENT, BIT(WHEN)},
    {&scene_person, "Person", TOPIC_PERSON, CARD | PICTURE},
    {&scene_term, "Glossary", TOPIC_TERM, CARD},
    {&scene_voice, "Voice", TOPIC_VOICE, BIT(TEXT)},
    {&scene_picture, "Picture", TOPIC_COUNT, PICTURE | BIT(DETAIL)},
    {&scene_description, "Description", TOPIC_COUNT, BIT(ALTERNATIVE)},
    {&scene_more, "Read more", TOPIC_PANEL, BIT(MORE)},
    {&scene_difference, "Difference", TOPIC_PANEL, BIT(SIDE)},
    {&scene_sound, "Sound", TOPIC_PANEL, BIT(SOUND)},
    {&scene_data, "Chart or map", TOPIC_PANEL, DATA | BIT(SOURCES)},
    {&scene_sources, "Sources", TOPIC_PANEL, BIT(SOURCES)},
    {&scene_attract, "Attract", TOPIC_COUNT, BIT(POSTER) | BIT(ALTERNATIVE)},
    {&scene_end, "End", TOPIC_COUNT, 0},
    {&scene_colophon, "About", TOPIC_ABOUT, BIT(TEXT)},
    {&scene_languages, "Languages", TOPIC_COUNT, 0},
};

static const struct shown_scene *find(const struct scene_ops *ops)
{
    for (size_t i = 0; i < COUNTOF(table); i++)
        if (table[i].ops == ops)
            return &table[i];
    return NULL;
}

/* Of a picture: the panels come first, and behind them the events. */
static struct topic topic_of_picture(const struct exhibit *exhibit, int item)
{
    if (item < exhibit->panel_count)
        return (struct topic){TOPIC_PANEL, item};
    return (struct topic){TOPIC_EVENT, item - exhibit->panel_count};
}

static struct topic topic_of_shot(struct film_shot shot)
{
    if (shot.panel >= 0)
        return (struct topic){TOPIC_PANEL, shot.panel};
    return (struct topic){shot.panel == FILM_OPENING ? TOPIC_OPENING : TOPIC_COUNT, 0};
}

struct topic showing_topic(const struct exhibit *exhibit, struct scene_ref scene)
{
    const struct shown_scene *shown = find(scene.ops);

    if (scene.ops == &scene_picture || scene.ops == &scene_description)
        return topic_of_picture(exhibit, scene.item);
    if (scene.ops == &scene_attract)
        return topic_of_shot(film_of_item(exhibit, scene.item));
    return (struct topic){shown ? shown->about : TOPIC_COUNT, scene.item};
}

unsigned showing_excerpts(struct scene_ref scene)
{
    const struct shown_scene *shown = find(scene.ops);

    return shown ? shown->excerpts : 0;
}

const char *showing_name(const struct exhibit *exhibit, struct scene_ref scene)
{
    const struct shown_scene *shown = find(scene.ops);

    if (scene.ops == &scene_attract && film_of_item(exhibit, scene.item).kind == FILM_POSTER)
        return "Poster";
    return shown ? shown->name : "Still reading?";
}

int showing_rank(struct scene_ref scene)
{
    const struct shown_scene *shown = find(scene.ops);

    return shown ? (int)(shown - table) : (int)COUNTOF(table);
}

bool showing_is_main(struct scene_ref scene)
{
    return scene.ops == &scene_panel || scene.ops == &scene_event || scene.ops == &scene_term || scene.ops == &scene_person;
}
