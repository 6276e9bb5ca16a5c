/* An event of the timeline; and the list of those that no zoom of the timeline parts. */
#include "cards/card.h"

#include "notice/notice.h"
#include "scene/picture.h"
#include "axis/event.h"
#include "text/reading.h"

enum { PANELS_MAX = 2 };

static int items(const struct exhibit *exhibit)
{
    return exhibit->event_count;
}

static const char *id(const struct exhibit *exhibit, int item)
{
    return exhibit->events[item].id;
}

static unsigned notices(const struct exhibit *exhibit, int item)
{
    return exhibit->events[item].notices;
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    return reading_words(prose_in(&exhibit->events[item].text, language));
}

static int event(const struct exhibit *exhibit, int item)
{
    (void)exhibit;
    return item;
}

/* All there is until it is answered. */
static struct card_content notice_content(const struct scene *scene, unsigned locked)
{
    struct card_content content = {.heading = text_in(scene->exhibit->events[scene->item].title, scene->language)};
    const char *helpline = text_in(scene->exhibit->helpline, scene->language);

    content.texts[0] = notice_prose(scene, locked);
    if (helpline[0])
        content.texts[1] = paragraph_plain(scene->arena, helpline);
    card_add_button(&content, page_words(scene)->read_on, (struct action){.kind = ACTION_ACCEPT});
    card_add_button(&content, page_words(scene)->skip, (struct action){.kind = ACTION_CLOSE});
    return content;
}

static struct card_content event_content(const struct scene *scene)
{
    const struct event *event = &scene->exhibit->events[scene->item];
    struct card_content content = {
        .label = axis_event_text(scene->arena, scene->exhibit, scene->language, event),
        .heading = text_in(event->title, scene->language),
    };
    const char *place = text_in(event->place, scene->language), *source = text_in(event->source, scene->language);

    if (place[0])
        content.label = arena_printf(scene->arena, "%s  ·  %s", content.label, place);
    if (event->voice >= 0)
        content.speaker = &scene->exhibit->voices[event->voice];
    if (event->picture.file) {
        content.picture = &event->picture;
        content.opens =
            (struct action){.kind = ACTION_OPEN, .scene = &scene_picture, .argument = picture_item_of_event(scene->exhibit, scene->item)};
    }
    content.texts[0] = prose_in(&event->text, scene->language);
    if (source[0])
        content.small = page_sources(scene, source);
    for (int i = 0; i < event->panel_count && content.button_count < PANELS_MAX; i++) {
        int panel = event->panels[i];

        if (&scene->exhibit->panels[panel] == scene->here) /* where one came from lies below the card */
            continue;
        card_add_button(&content, text_in(scene->exhibit->panels[panel].title, scene->language),
                        (struct action){.kind = ACTION_PANEL, .argument = panel});
    }
    return content;
}

static void fill(const struct scene *scene)
{
    unsigned locked = notices(scene->exhibit, scene->item) & scene->locked;
    struct card_content content = locked ? notice_content(scene, locked) : event_content(scene);

    card_fill(scene, &content);
}

static struct action enter(const struct scene *scene)
{
    return (struct action){.kind = notices(scene->exhibit, scene->item) & scene->locked ? ACTION_ACCEPT : ACTION_NONE};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return exhibit->events[item].origin;
}

const struct scene_ops scene_event = {
    .name = "card/",
    .place = PLACE_OVERLAY,
    .opened_by = ACTION_EVENT,
    .above = &scene_timeline,
    .items = items,
    .id = id,
    .notices = notices,
    .words = words,
    .event = event,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .enter = enter,
    .drag = card_drag,
};

/* ---- the list ---- */

/* The item is the first of the events that are listed, under the day, month or year that they share. */
static void fill_list(const struct scene *scene)
{
    const struct exhibit *exhibit = scene->exhibit;
    enum precision precision = moment_precision(&exhibit->events[scene->item].when.from);
    struct card_entry *list = ARENA_ARRAY(scene->arena, struct card_entry, exhibit->event_count);
    struct card_content content = {.list = list};

    for (int i = 0; i < exhibit->event_count; i++) {
        if (!axis_event_is_listed(exhibit, i, scene->item))
            continue;
        list[content.list_count++] = (struct card_entry){
            .title = text_in(exhibit->events[i].title, scene->language),
            .action = {.kind = ACTION_EVENT, .argument = i},
        };
        if (moment_precision(&exhibit->events[i].when.from) > precision)
            precision = moment_precision(&exhibit->events[i].when.from);
    }
    struct moment first = moment_cut(exhibit->events[scene->item].when.from, precision);

    content.heading = date_text_moment(scene->arena, &page_words(scene)->dates, &first, exhibit->events[scene->item].when.calendar);
    card_fill(scene, &content);
}

/* Up and down lead from one to the next, too. */
static struct key_answer list_key(const struct scene *scene, const struct key_press *press)
{
    int down = (int)key_way(press->key).y;

    if (!press->held && down != 0)
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_NEXT, .argument = down}};
    return card_key(scene, press);
}

static struct action list_focus(const struct scene *scene)
{
    return (struct action){.kind = ACTION_EVENT, .argument = scene->item};
}

const struct scene_ops scene_events = {
    .name = "events/",
    .place = PLACE_OVERLAY,
    .opened_by = ACTION_CLUSTER,
    .above = &scene_timeline,
    .items = items,
    .id = id,
    .exists = axis_event_heads_list,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill_list,
    .key = list_key,
    .focus = list_focus,
    .drag = card_drag,
};
