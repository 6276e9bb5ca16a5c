/* A table of scenes. One that is not in it is about nothing in particular. */
#include "gallery/showing.h"

#include "film/order.h"

/* about: of the topic whose index is the scene's item; TOPIC_COUNT: that has to be found out. */
static const struct shown_scene {
    const struct scene_ops *ops;
    enum topic_kind about;
} table[] = {
    {&scene_attract, TOPIC_COUNT},     {&scene_home, TOPIC_OPENING},     {&scene_panel, TOPIC_PANEL},     {&scene_end, TOPIC_COUNT},
    {&scene_timeline, TOPIC_COUNT},    {&scene_picture, TOPIC_COUNT},    {&scene_event, TOPIC_EVENT},     {&scene_events, TOPIC_EVENT},
    {&scene_term, TOPIC_TERM},         {&scene_person, TOPIC_PERSON},    {&scene_more, TOPIC_PANEL},      {&scene_data, TOPIC_PANEL},
    {&scene_sources, TOPIC_PANEL},     {&scene_difference, TOPIC_PANEL}, {&scene_numbers, TOPIC_PANEL},   {&scene_voice, TOPIC_VOICE},
    {&scene_description, TOPIC_COUNT}, {&scene_colophon, TOPIC_ABOUT},   {&scene_languages, TOPIC_COUNT},
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
