/* What leads to a thing of the exhibit has the thing's name; the rest has the interface's words. */
#include "speech/naming.h"

#include "page/aloud.h"
#include "page/setting.h"

#include "axis/event.h"
#include "blocks/blocks.h"
#include "exhibit/blocks.h"
#include "gallery/topics.h"
#include "scene/picture.h"
#include "text/pattern.h"

static const char *title_of(const struct scene *scene, enum topic_kind kind, int item)
{
    return topic_title(scene->arena, scene->exhibit, (struct topic){kind, item}, scene->language);
}

/* "11 September 1973: The palace is bombed" */
static const char *name_of_event(const struct scene *scene, int event)
{
    if (event < 0)
        return page_words(scene)->timeline;
    return arena_printf(scene->arena, "%s: %s",
                        axis_event_text(scene->arena, scene->exhibit, scene->language, &scene->exhibit->events[event]),
                        title_of(scene, TOPIC_EVENT, event));
}

/* All of a prose, its blocks one behind the other. */
static const char *plain(const struct scene *scene, const struct prose *prose)
{
    const char *all = "";

    for (int b = 0; b < prose->block_count; b++)
        for (int s = 0; s < prose->blocks[b].span_count; s++)
            all = arena_printf(scene->arena, "%s%s%.*s", all, b > 0 && s == 0 ? " " : "", prose->blocks[b].spans[s].length,
                               prose->blocks[b].spans[s].text);
    return page_one_line(scene, all);
}

/* What the picture that it stands beside shows. */
static const char *name_of_picture(const struct scene *scene, int item)
{
    struct picture_set set = picture_set_of(scene->exhibit, item);
    const char *shown = text_in(set.list->alternative, scene->language);

    return shown[0] ? pattern_filled(scene->arena, page_words(scene)->speech.picture, (const struct pattern_fill[]){{"{text}", shown}, {0}})
                    : page_one_line(scene, text_in(set.title, scene->language));
}

/* "Hear it: The fog horn" */
static const char *name_of_sound(const struct scene *scene, int panel)
{
    return arena_printf(scene->arena, "%s: %s", page_words(scene)->sound.hear,
                        page_one_line(scene, text_in(scene->exhibit->panels[panel].sound->title, scene->language)));
}

static const char *name_of_scene(const struct scene *scene, struct scene_ref ref)
{
    const struct words *words = page_words(scene);
    const struct {
        const struct scene_ops *ops;
        const char *name;
    } names[] = {{&scene_languages, words->language},   {&scene_more, words->more},
                 {&scene_sources, words->sources},      {&scene_difference, words->difference},
                 {&scene_description, words->describe}, {&scene_colophon, words->about},
                 {&scene_data, words->figures},         {&scene_end, words->end},
                 {&scene_timeline, words->timeline},    {&scene_home, words->home},
                 {&scene_settings, words->for_me.title}};

    if (ref.ops == &scene_picture)
        return name_of_picture(scene, ref.item);
    if (ref.ops == &scene_voice)
        return title_of(scene, TOPIC_VOICE, ref.item);
    if (ref.ops == &scene_event)
        return name_of_event(scene, ref.item);
    if (ref.ops == &scene_sound)
        return name_of_sound(scene, ref.item);
    for (size_t i = 0; i < COUNTOF(names); i++)
        if (names[i].ops == ref.ops)
            return names[i].name;
    return page_words(scene)->more;
}

static const char *name_of_numbers(const struct scene *scene, int panel)
{
    const struct block *block = blocks_on_card(&scene->exhibit->panels[panel]);

    return scene->exhibit->panels[panel].memorial || !block || !block->word ? page_words(scene)->figures : block->word(page_words(scene));
}

static const char *name_of_step(const struct scene *scene, int step)
{
    struct date steps[MAP_STEPS_MAX];
    const struct map *map = scene->here ? scene->here->map : NULL;

    if (!map || step < 0 || step >= map_steps(map, steps))
        return page_words(scene)->show_map;
    return date_text(scene->arena, &page_words(scene)->dates, steps[step]);
}

static const char *name_of_detail(const struct scene *scene, int detail)
{
    const struct picture_set set = picture_set_of(scene->exhibit, scene->item);
    const struct picture *picture = &set.list[scene->window.which < set.count ? scene->window.which : 0];

    return detail < picture->detail_count ? text_in(picture->details[detail].text, scene->language) : page_words(scene)->closer;
}

/* What the chart or the map itself is called. */
static const char *name_of_choice(const struct scene *scene)
{
    const struct words *words = page_words(scene);
    const struct block *block = scene->here ? blocks_first(scene->here) : NULL;

    return block && block->word ? block->word(words) : words->touch_block;
}

/* Words of the interface, by their place in struct words: for an argument above 0, and for another. */
struct plain_name {
    size_t on, back;
};

#define TWO(on, back) offsetof(struct words, on), offsetof(struct words, back)
#define ONE(field) TWO(field, field)

static const struct plain_name plain_names[ACTION_COUNT] = {
    [ACTION_WAKE] = {ONE(touch_to_begin)},
    [ACTION_STAY] = {ONE(stay)},
    [ACTION_HOME] = {ONE(home)},
    [ACTION_PREVIOUS] = {ONE(previous)},
    [ACTION_NEXT] = {ONE(next)},
    [ACTION_FIRST] = {ONE(previous)},
    [ACTION_LAST] = {ONE(next)},
    [ACTION_AGAIN] = {ONE(begin_again)},
    [ACTION_TIMELINE] = {ONE(timeline)},
    [ACTION_BACK] = {ONE(back)},
    [ACTION_CLOSE] = {ONE(speech.close)},
    [ACTION_ACCEPT] = {ONE(read_on)},
    [ACTION_SKIP] = {ONE(skip)},
    [ACTION_USUAL] = {ONE(for_me.reset)},
    [ACTION_LOWER] = {TWO(for_me.bring_down, for_me.put_back)},
    [ACTION_LISTEN] = {ONE(speech.listen)},
    [ACTION_LISTEN_PAUSE] = {ONE(speech.pause)},
    [ACTION_LISTEN_SENTENCE] = {TWO(speech.behind, speech.before)},
    [ACTION_LISTEN_AGAIN] = {ONE(begin_again)},
    [ACTION_LISTEN_SPEED] = {ONE(speech.speed)},
    [ACTION_LISTEN_VOLUME] = {ONE(speech.volume)},
    [ACTION_SCROLL] = {TWO(speech.down, speech.up)},
    [ACTION_SCROLL_LINES] = {TWO(speech.down, speech.up)},
    [ACTION_CLOSER] = {TWO(closer, farther)},
    [ACTION_PAN_ACROSS] = {TWO(next, previous)},
    [ACTION_PAN_DOWN] = {TWO(speech.down, speech.up)},
    [ACTION_FIT] = {ONE(show_all)},
    [ACTION_PICTURE] = {TWO(next, previous)},
    [ACTION_FOCUS_NEXT] = {TWO(next, previous)},
    [ACTION_FOCUS_ACROSS] = {TWO(next, previous)},
    [ACTION_FOCUS_DOWN] = {TWO(speech.down, speech.up)},
};

static const char *plain_name(const struct scene *scene, struct action action)
{
    const struct plain_name *name = &plain_names[action.kind];

    return *(const char *const *)(const void *)((const char *)page_words(scene) + (action.argument > 0 ? name->on : name->back));
}

/* A card at home stands for its chapter, though it leads to the first panel. */
static const char *name_of_panel(const struct scene *scene, const struct scene_ops *ops, int panel)
{
    int chapter = scene->exhibit->panels[panel].chapter;
    bool whole = ops == &scene_home && scene->exhibit->chapters[chapter].panels[0] == panel;

    return whole ? title_of(scene, TOPIC_CHAPTER, chapter) : title_of(scene, TOPIC_PANEL, panel);
}

/* "Text size, 150 %" */
static const char *name_of_setting(const struct scene *scene, enum setting setting, int level)
{
    return arena_printf(scene->arena, "%s, %s", setting_word(scene, setting), setting_level_word(scene, setting, level));
}

static const char *name_of_thing(const struct scene *scene, struct action action)
{
    enum aloud_row row;
    int level;

    if (aloud_chosen_by(action, &row, &level))
        return arena_printf(scene->arena, "%s, %s", aloud_word(scene, row), aloud_level_word(scene, row, level));
    if (action.kind == ACTION_ROUTE)
        return title_of(scene, TOPIC_ROUTE, action.argument);
    if (action.kind == ACTION_TERM)
        return title_of(scene, TOPIC_TERM, action.argument);
    if (action.kind == ACTION_PERSON)
        return title_of(scene, TOPIC_PERSON, action.argument);
    if (action.kind == ACTION_LANGUAGE)
        return scene->exhibit->words[action.argument].language_name;
    if (action.kind == ACTION_SETTING)
        return name_of_setting(scene, setting_of(action.argument), setting_level_of(action.argument));
    if (action.kind == ACTION_SOUND)
        return setting_sound_word(scene);
    if (action.kind == ACTION_QUESTION)
        return plain(scene, prose_in(&scene->exhibit->questions[action.argument].text, scene->language));
    return plain_name(scene, action);
}

const char *naming_action(const struct scene *scene, const struct scene_ops *ops, struct action action)
{
    if (action.kind == ACTION_PANEL)
        return name_of_panel(scene, ops, action.argument);
    if (action.kind == ACTION_EVENT || action.kind == ACTION_CLUSTER || action.kind == ACTION_STAND)
        return name_of_event(scene, action.argument);
    if (action.kind == ACTION_NUMBERS)
        return name_of_numbers(scene, action.argument);
    if (action.kind == ACTION_OPEN)
        return name_of_scene(scene, (struct scene_ref){action.scene, action.argument});
    if (action.kind == ACTION_DETAIL)
        return name_of_detail(scene, action.argument);
    if (action.kind == ACTION_CHOOSE || action.kind == ACTION_EXPLORE)
        return name_of_choice(scene);
    if (action.kind == ACTION_STEP)
        return name_of_step(scene, action.argument);
    return name_of_thing(scene, action);
}
