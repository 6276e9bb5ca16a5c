/* What a scene shows of the exhibit is known (gallery/showing); how it is told follows from the kind of each excerpt. */
#include "speech/telling.h"

#include "page/aloud.h"
#include "page/setting.h"

#include "exhibit/blocks.h"
#include "exhibit/foreign.h"
#include "gallery/showing.h"
#include "recordings/recordings.h"
#include "speech/naming.h"
#include "text/date_text.h"
#include "text/pattern.h"
#include "text/sentence.h"
#include "way/path.h"

#include <string.h>

/* ---- one after the other ---- */

static void put(struct telling *telling, const struct scene *scene, struct utterance said)
{
    if (!said.text[strspn(said.text, " \n\t")])
        return;
    if (telling->count == telling->capacity) {
        struct utterance *longer = ARENA_ARRAY(scene->arena, struct utterance, telling->capacity = 2 * telling->capacity + 16);

        if (telling->count > 0)
            memcpy(longer, telling->list, sizeof(*longer) * (size_t)telling->count);
        telling->list = longer;
    }
    telling->list[telling->count++] = said;
}

/* Without the blanks behind it. */
static const char *trimmed(const struct scene *scene, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return arena_text(scene->arena, text, length);
}

/* Read from there on, phrase by phrase: at `end`, or where a phrase in another language ends that reaches beyond it. */
static int phrase_end(const struct scene *scene, const char *line, int at, int end)
{
    while (at < end)
        at += int_max(foreign_at(scene->exhibit, scene->language, line, line + at).length, 1);
    return at;
}

/* block: of which the text is all; NULL: of none. Sentences of one phrase in another language are said in one breath, for it is known as
 * a whole. */
static void put_sentences(struct telling *telling, const struct scene *scene, struct bytes text, const struct prose_block *block)
{
    const char *line = page_one_line(scene, arena_text(scene->arena, text.at, text.size));
    int count;
    const int *ends = sentence_ends(scene->arena, text, page_language(scene), &count);

    for (int i = 0, from = 0, read = 0; i < count; i++) {
        read = phrase_end(scene, line, read, ends[i]);
        if (read > ends[i])
            continue;
        put(telling, scene, (struct utterance){trimmed(scene, line + from, (size_t)(ends[i] - from)), block, from, ends[i], NULL});
        from = ends[i];
    }
}

void telling_add(struct telling *telling, const struct scene *scene, const char *text)
{
    put_sentences(telling, scene, (struct bytes){text, strlen(text)}, NULL);
}

static void put_block(struct telling *telling, const struct scene *scene, const struct prose_block *block)
{
    size_t length = 0, at = 0;

    for (int i = 0; i < block->span_count; i++)
        length += (size_t)block->spans[i].length;

    char *text = arena_alloc(scene->arena, length + 1);

    for (int i = 0; i < block->span_count; at += (size_t)block->spans[i++].length)
        memcpy(text + at, block->spans[i].text, (size_t)block->spans[i].length);
    put_sentences(telling, scene, (struct bytes){text, length}, block);
}

static void put_prose(struct telling *telling, const struct scene *scene, const struct prose *prose)
{
    for (int i = 0; i < prose->block_count; i++)
        put_block(telling, scene, &prose->blocks[i]);
}

static const char *filled(const struct scene *scene, const char *pattern, const char *name, const char *value)
{
    return pattern_filled(scene->arena, pattern, (const struct pattern_fill[]){{name, value}, {0}});
}

static void put_whole(struct telling *telling, const struct scene *scene, const char *text)
{
    put(telling, scene, (struct utterance){.text = page_one_line(scene, text)});
}

/* ---- excerpts ---- */

static void put_labelled(struct telling *telling, const struct scene *scene, const char *label, const char *text)
{
    bool both = label && label[0] && text && text[0];

    put_whole(telling, scene, arena_printf(scene->arena, "%s%s%s", label ? label : "", both ? ": " : "", text ? text : ""));
}

static void put_excerpt(struct telling *telling, const struct scene *scene, const struct excerpt *excerpt)
{
    const struct words *words = page_words(scene);

    switch (excerpt->kind) {
    case EXCERPT_TITLE:
    case EXCERPT_WHEN:
    case EXCERPT_VOICE:
    case EXCERPT_POSTER:
    case EXCERPT_FIGURES:
    case EXCERPT_VALUE:
        put_labelled(telling, scene, excerpt->label, excerpt->text);
        return;
    case EXCERPT_TEXT:
    case EXCERPT_EASY:
    case EXCERPT_MORE:
    case EXCERPT_SIDE:
    case EXCERPT_SOUND:
    case EXCERPT_DETAIL:
    case EXCERPT_CAPTION:
    case EXCERPT_NOTE:
    case EXCERPT_CREDIT:
        if (excerpt->label)
            put_whole(telling, scene, excerpt->label);
        if (excerpt->prose)
            put_prose(telling, scene, excerpt->prose);
        else if (excerpt->text)
            telling_add(telling, scene, excerpt->text);
        return;
    case EXCERPT_ALTERNATIVE:
        telling_add(telling, scene, filled(scene, words->speech.picture, "{text}", excerpt->text));
        return;
    case EXCERPT_SOURCES:
        put_labelled(telling, scene, words->sources, excerpt->text);
        return;
    case EXCERPT_COUNT:
        return;
    }
}

static const struct recorded_text *recording_of(const struct exhibit *exhibit, struct topic topic)
{
    if (topic.kind == TOPIC_PANEL)
        return &exhibit->panels[topic.item].audio;
    if (topic.kind == TOPIC_EVENT)
        return &exhibit->events[topic.item].audio;
    if (topic.kind == TOPIC_PERSON)
        return &exhibit->people[topic.item].audio;
    if (topic.kind == TOPIC_TERM)
        return &exhibit->terms[topic.item].audio;
    return topic.kind == TOPIC_NOTICE ? &exhibit->notices[topic.item].audio : NULL;
}

/* All of it at once, as it was recorded. False: there is no recording. */
static bool put_recording(struct telling *telling, const struct scene *scene, struct topic topic, const struct prose *prose)
{
    const struct recorded_text *recording = recording_of(scene->exhibit, topic);
    const char *path = recording ? recordings_path(scene->arena, scene->exhibit, recording, scene->language) : NULL;
    struct telling text = {0};
    const char *all = "";

    if (!path)
        return false;
    put_prose(&text, scene, prose);
    for (int i = 0; i < text.count; i++)
        all = arena_printf(scene->arena, "%s%s%s", all, i > 0 ? " " : "", text.list[i].text);
    put(telling, scene, (struct utterance){.text = all, .recording = path});
    return true;
}

/* Simple words in the place of the others, where somebody asks for them and there are some. */
static unsigned as_asked(const struct scene *scene, const struct excerpts *excerpts, unsigned kinds)
{
    const unsigned usual = 1u << EXCERPT_TEXT, easy = 1u << EXCERPT_EASY;

    for (int i = 0; i < excerpts->count && scene->style->settings.level[SETTING_WORDS] > 0; i++)
        if (excerpts->list[i].kind == EXCERPT_EASY && (kinds & usual))
            return (kinds & ~usual) | easy;
    return kinds;
}

/* Those of the kinds, in their order; the sources behind all others. */
static void put_excerpts(struct telling *telling, const struct scene *scene, struct topic topic, unsigned kinds)
{
    struct excerpts excerpts = topic_excerpts(scene->arena, scene->exhibit, topic, scene->language);
    const unsigned all = as_asked(scene, &excerpts, kinds), sources = 1u << EXCERPT_SOURCES;
    const unsigned parts[] = {all & ~sources, all & sources};

    for (size_t p = 0; p < COUNTOF(parts); p++)
        for (int i = 0; i < excerpts.count; i++)
            if ((parts[p] & 1u << excerpts.list[i].kind) && !(excerpts.list[i].kind == EXCERPT_TEXT && excerpts.list[i].prose &&
                                                              put_recording(telling, scene, topic, excerpts.list[i].prose)))
                put_excerpt(telling, scene, &excerpts.list[i]);
}

/* ---- what a scene is ---- */

/* "Panel 3 of 10", and of which chapter. */
static void put_place(struct telling *telling, const struct scene *scene)
{
    const struct path path = {scene->exhibit, scene->route};
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const struct speech_words *speech = &page_words(scene)->speech;
    int place = path_place(path, scene->item);
    const char *chapter = filled(scene, speech->chapter, "{number}", page_number(scene, panel->chapter + 1));

    if (place >= 0)
        put_whole(telling, scene,
                  pattern_filled(scene->arena, speech->page,
                                 (const struct pattern_fill[]){{"{number}", page_number(scene, place + 1)},
                                                               {"{total}", page_number(scene, path_length(path))},
                                                               {0}}));
    put_labelled(telling, scene, chapter, text_in(scene->exhibit->chapters[panel->chapter].title, scene->language));
}

/* What is said above the title. */
static void put_kind(struct telling *telling, const struct scene *scene, const struct scene_ops *ops)
{
    if (ops == &scene_panel)
        put_place(telling, scene);
    else if (ops == &scene_home)
        put_whole(telling, scene, page_words(scene)->home);
    else if (ops != &scene_event && ops != &scene_person && ops != &scene_term && ops != &scene_voice && ops != &scene_picture)
        put_whole(telling, scene, naming_action(scene, ops, (struct action){.kind = ACTION_OPEN, .argument = scene->item, .scene = ops}));
}

/* Before violence is spoken of: the warning, and nothing of what lies behind it. */
static void put_notices(struct telling *telling, const struct scene *scene, unsigned notices)
{
    put_whole(telling, scene, page_words(scene)->notice);
    for (int i = 0; i < scene->exhibit->notice_count; i++)
        if (notices & 1u << i &&
            !put_recording(telling, scene, (struct topic){TOPIC_NOTICE, i}, prose_in(&scene->exhibit->notices[i].text, scene->language)))
            put_prose(telling, scene, prose_in(&scene->exhibit->notices[i].text, scene->language));
    telling_add(telling, scene, text_in(scene->exhibit->helpline, scene->language));
}

/* From when to when, in which eras. */
static void put_time(struct telling *telling, const struct scene *scene)
{
    for (int i = 0; i < scene->exhibit->era_count; i++) {
        const struct era *era = &scene->exhibit->eras[i];

        put_labelled(telling, scene, page_one_line(scene, text_in(era->title, scene->language)),
                     date_text_dating(scene->arena, &page_words(scene)->dates, &era->when));
    }
    if (scene->step >= 0)
        put_whole(telling, scene, naming_action(scene, &scene_timeline, (struct action){.kind = ACTION_STAND, .argument = scene->step}));
}

void telling_scene(struct telling *telling, const struct scene *scene, const struct scene_ops *ops, bool help)
{
    const struct scene_ref ref = {ops, scene->item};
    struct topic topic = showing_topic(scene->exhibit, ref);
    unsigned locked = scene_notices(scene->exhibit, ref) & scene->locked;

    if (locked)
        put_notices(telling, scene, locked);
    else
        put_kind(telling, scene, ops);
    if (help)
        telling_add(telling, scene, page_words(scene)->speech.help);
    if (locked)
        return;
    if (topic.kind != TOPIC_COUNT && topic.kind != TOPIC_ABOUT)
        put_whole(telling, scene, topic_title(scene->arena, scene->exhibit, topic, scene->language));
    if (topic.kind != TOPIC_COUNT)
        put_excerpts(telling, scene, topic, showing_excerpts(ref));
    if (ops == &scene_timeline)
        put_time(telling, scene);
    if (ops->place == PLACE_OVERLAY)
        telling_add(telling, scene, page_words(scene)->speech.leave);
}

/* ---- what can be done there ---- */

/* Which of the targets that are told it is, from 1; part -1: how many there are. Further parts of a link are none. */
static int number_of(const struct targets *targets, int part)
{
    int number = 0;

    for (int i = 0; i < targets->count && (part < 0 || i <= part); i++)
        number += !targets->list[i].more;
    return number;
}

/* Of a setting: how it stands. */
static const char *with_state(const struct scene *scene, const struct scene_ops *ops, struct action action)
{
    const struct speech_words *speech = &page_words(scene)->speech;
    const char *name = naming_action(scene, ops, action);

    enum aloud_row row;
    int level;
    bool on;

    if (action.kind == ACTION_SETTING)
        on = scene->style->settings.level[setting_of(action.argument)] == setting_level_of(action.argument);
    else if (aloud_chosen_by(action, &row, &level))
        on = aloud_level(&scene->aloud, row) == level;
    else
        return name;
    return pattern_filled(scene->arena, speech->setting,
                          (const struct pattern_fill[]){{"{name}", name}, {"{state}", on ? speech->on : speech->off}, {0}});
}

void telling_target(struct telling *telling, const struct scene *scene, const struct telling_ways *ways, int index)
{
    const struct targets *targets = ways->targets;
    const struct speech_words *speech = &page_words(scene)->speech;
    const struct target *target = &targets->list[index];
    const char *name = with_state(scene, ways->ops, target->action);
    size_t length = strlen(name);
    const struct pattern_fill fills[] = {
        {"{name}", length > 0 && name[length - 1] == '.' ? arena_text(scene->arena, name, length - 1) : name},
        {"{number}", page_number(scene, number_of(targets, index))},
        {"{total}", page_number(scene, number_of(targets, -1))},
        {0}};

    put_whole(telling, scene, pattern_filled(scene->arena, target->link ? speech->link : speech->key, fills));
}

static bool is_way(enum action_kind kind)
{
    return kind == ACTION_PANEL || kind == ACTION_ROUTE || kind == ACTION_EVENT || kind == ACTION_CLUSTER || kind == ACTION_QUESTION ||
           kind == ACTION_ACCEPT || kind == ACTION_SKIP || kind == ACTION_SOUND;
}

void telling_choices(struct telling *telling, const struct scene *scene, const struct scene_ops *ops)
{
    const struct page *page = scene->page;

    for (int i = 0; i < page->target_count; i++)
        if (!page->targets[i].link && !page->targets[i].more && is_way(page->targets[i].action.kind))
            put_whole(telling, scene, naming_action(scene, ops, page->targets[i].action));
}

void telling_setting(struct telling *telling, const struct scene *scene, enum setting setting)
{
    const struct speech_words *speech = &page_words(scene)->speech;

    put_whole(
        telling, scene,
        pattern_filled(scene->arena, speech->setting,
                       (const struct pattern_fill[]){{"{name}", setting_word(scene, setting)},
                                                     {"{state}", setting_level_word(scene, setting, scene->style->settings.level[setting])},
                                                     {0}}));
}

/* ---- charts, maps, memorials ---- */

/* The chosen of its values or places, which are excerpts in the same order. */
static void put_chosen(struct telling *telling, const struct scene *scene, const struct panel *panel)
{
    struct topic topic = {TOPIC_PANEL, (int)(panel - scene->exhibit->panels)};
    struct excerpts excerpts = topic_excerpts(scene->arena, scene->exhibit, topic, scene->language);

    for (int i = 0, value = 0; i < excerpts.count; i++)
        if (excerpts.list[i].kind == EXCERPT_VALUE && ++value == scene->chosen)
            put_excerpt(telling, scene, &excerpts.list[i]);
}

void telling_block(struct telling *telling, const struct scene *scene)
{
    const struct panel *panel = scene->here;

    if (!panel)
        return;
    if (panel->map && scene->step >= 0)
        put_whole(telling, scene, naming_action(scene, &scene_panel, (struct action){.kind = ACTION_STEP, .argument = scene->step}));
    if (panel->memorial && scene->chosen > 0 && scene->chosen <= panel->memorial->name_count)
        put_whole(telling, scene, panel->memorial->names[scene->chosen - 1]);
    else if (scene->chosen > 0)
        put_chosen(telling, scene, panel);
}
