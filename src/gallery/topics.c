/* One switch for each question. */
#include "gallery/topics.h"

#include <string.h>

int topic_total(const struct exhibit *exhibit, enum topic_kind kind)
{
    switch (kind) {
    case TOPIC_OPENING:
    case TOPIC_ABOUT:
        return 1;
    case TOPIC_CHAPTER:
        return exhibit->chapter_count;
    case TOPIC_PANEL:
        return exhibit->panel_count;
    case TOPIC_ROUTE:
        return exhibit->route_count;
    case TOPIC_QUESTION:
        return exhibit->question_count;
    case TOPIC_LANE:
        return exhibit->lane_count;
    case TOPIC_ERA:
        return exhibit->era_count;
    case TOPIC_EVENT:
        return exhibit->event_count;
    case TOPIC_TERM:
        return exhibit->term_count;
    case TOPIC_PERSON:
        return exhibit->person_count;
    case TOPIC_NOTICE:
        return exhibit->notice_count;
    case TOPIC_VOICE:
        return exhibit->voice_count;
    case TOPIC_COUNT:
        return 0;
    }
    return 0;
}

static struct topic_face face_of_event(const struct event *event)
{
    return (struct topic_face){event->id, event->title, event->origin, event->notices};
}

static struct topic_face face_of_panel(const struct panel *panel)
{
    return (struct topic_face){panel->id, panel->title, panel->origin, panel->notices};
}

struct topic_face topic_face(const struct exhibit *exhibit, struct topic topic)
{
    const struct origin file = {"config/exhibit.yaml", 0, 0};
    int i = topic.item;

    switch (topic.kind) {
    case TOPIC_OPENING:
        return (struct topic_face){"", exhibit->title, file, 0};
    case TOPIC_CHAPTER:
        return (struct topic_face){exhibit->chapters[i].id, exhibit->chapters[i].title, exhibit->chapters[i].origin, 0};
    case TOPIC_PANEL:
        return face_of_panel(&exhibit->panels[i]);
    case TOPIC_ROUTE:
        return (struct topic_face){exhibit->routes[i].id, exhibit->routes[i].title, exhibit->routes[i].origin, 0};
    case TOPIC_QUESTION:
        return (struct topic_face){exhibit->questions[i].id, {NULL}, exhibit->questions[i].origin, 0};
    case TOPIC_LANE:
        return (struct topic_face){exhibit->lanes[i].id, exhibit->lanes[i].title, exhibit->lanes[i].origin, 0};
    case TOPIC_ERA:
        return (struct topic_face){"", exhibit->eras[i].title, exhibit->eras[i].origin, 0};
    case TOPIC_EVENT:
        return face_of_event(&exhibit->events[i]);
    case TOPIC_TERM:
        return (struct topic_face){exhibit->terms[i].id, exhibit->terms[i].title, exhibit->terms[i].origin, 0};
    case TOPIC_PERSON:
        return (struct topic_face){exhibit->people[i].id, exhibit->people[i].name, exhibit->people[i].origin, 0};
    case TOPIC_NOTICE:
        return (struct topic_face){exhibit->notices[i].id, {NULL}, exhibit->notices[i].origin, 0};
    case TOPIC_VOICE:
        return (struct topic_face){exhibit->voices[i].id, exhibit->voices[i].words, exhibit->voices[i].origin, 0};
    case TOPIC_ABOUT:
    case TOPIC_COUNT:
        break;
    }
    return (struct topic_face){"", {NULL}, file, 0};
}

const char *topic_title(struct arena *arena, const struct exhibit *exhibit, struct topic topic, int language)
{
    struct topic_face face = topic_face(exhibit, topic);
    const char *title = text_in(face.title, language);
    char *line = arena_text(arena, title[0] ? title : face.id ? face.id : "", strlen(title[0] ? title : face.id ? face.id : ""));

    for (char *at = line; *at; at++)
        if (*at == '\n')
            *at = ' ';
    return line;
}
