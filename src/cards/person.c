/* Somebody whom texts name: who that was, and all that tells of them. */
#include "cards/card.h"

#include "axis/event.h"
#include "text/date_text.h"
#include "text/pattern.h"
#include "text/reading.h"

static int items(const struct exhibit *exhibit)
{
    return exhibit->person_count;
}

static const char *id(const struct exhibit *exhibit, int item)
{
    return exhibit->people[item].id;
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    return reading_words(prose_in(&exhibit->people[item].text, language));
}

/* NULL where neither end is known. */
static const char *life_of(const struct scene *scene, const struct dating *life)
{
    const struct words *words = page_words(scene);
    bool born = life->from.date.year != 0, died = life->to.date.year != 0;
    const struct moment *known = born ? &life->from : &life->to;

    if (born && died)
        return date_text_dating(scene->arena, &words->dates, life);
    if (!born && !died)
        return NULL;
    return pattern_filled(
        scene->arena, born ? words->born : words->died,
        (const struct pattern_fill[]){{"{date}", date_text_moment(scene->arena, &words->dates, known, life->calendar)}, {0}});
}

/* Panels, then events, but for those that one comes from: they lie below the card. */
static void list_appearances(const struct scene *scene, struct card_content *content)
{
    const struct exhibit *exhibit = scene->exhibit;
    const struct appearances *appears = &exhibit->people[scene->item].appears;
    struct card_entry *list = ARENA_ARRAY(scene->arena, struct card_entry, appears->panel_count + appears->event_count);

    content->list_label = page_words(scene)->appears;
    content->list = list;
    for (int i = 0; i < appears->panel_count; i++) {
        const struct panel *panel = &exhibit->panels[appears->panels[i]];

        if (panel != scene->here)
            list[content->list_count++] = (struct card_entry){
                .label = page_chapter(scene, panel),
                .title = page_one_line(scene, text_in(panel->title, scene->language)),
                .action = {.kind = ACTION_PANEL, .argument = appears->panels[i]},
            };
    }
    for (int i = 0; i < appears->event_count; i++) {
        const struct event *event = &exhibit->events[appears->events[i]];

        if (event != scene->told)
            list[content->list_count++] = (struct card_entry){
                .label = axis_event_text(scene->arena, exhibit, scene->language, event),
                .title = page_one_line(scene, text_in(event->title, scene->language)),
                .action = {.kind = ACTION_EVENT, .argument = appears->events[i]},
            };
    }
}

static void fill(const struct scene *scene)
{
    const struct person *person = &scene->exhibit->people[scene->item];
    const char *source = text_in(person->source, scene->language);
    struct card_content content = {
        .picture = person->picture.file ? &person->picture : NULL,
        .label = life_of(scene, &person->life),
        .heading = text_in(person->name, scene->language),
    };

    content.texts[0] = prose_in(&person->text, scene->language);
    if (source[0])
        content.small = page_sources(scene, source);
    list_appearances(scene, &content);
    card_fill(scene, &content);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return exhibit->people[item].origin;
}

const struct scene_ops scene_person = {
    .name = "person/",
    .place = PLACE_OVERLAY,
    .opened_by = ACTION_PERSON,
    .above = &scene_home,
    .items = items,
    .id = id,
    .words = words,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .drag = card_drag,
};
