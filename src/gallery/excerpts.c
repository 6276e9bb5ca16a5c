/* A list for each kind of topic, in the order in which its texts are read. */
#include "gallery/excerpts.h"

#include "axis/event.h"
#include "exhibit/blocks.h"
#include "exhibit/origins.h"
#include "text/pattern.h"
#include "text/reading.h"

#include <string.h>

/* at: where the topic is written. */
struct gathering {
    struct arena *arena;
    const struct exhibit *exhibit;
    int language;
    struct origin at;
    struct excerpt *list;
    int count, capacity;
};

static struct excerpt *add(struct gathering *g, enum excerpt_kind kind, struct origin origin)
{
    if (g->count == g->capacity) {
        struct excerpt *longer = ARENA_ARRAY(g->arena, struct excerpt, g->capacity = 2 * g->capacity + 16);

        if (g->count > 0)
            memcpy(longer, g->list, sizeof(*longer) * (size_t)g->count);
        g->list = longer;
    }
    g->list[g->count] = (struct excerpt){.kind = kind, .origin = origin};
    return &g->list[g->count++];
}

static void put(struct gathering *g, struct excerpt excerpt)
{
    *add(g, excerpt.kind, excerpt.origin) = excerpt;
}

/* Of a key of the topic's file, in this language; where files have lists, keys stand together with what they belong to. */
static struct origin origin_of(const struct gathering *g, const char *key)
{
    struct origin found = {0};

    if (key)
        found = origins_key(g->exhibit, g->at.file, (const char *const[]){key, g->exhibit->languages[g->language], NULL});
    return found.line > 0 ? found : g->at;
}

/* The same excerpts in every language, so that they stand beside one another: what is empty in one of them is an excerpt there, too. */
static void add_text(struct gathering *g, enum excerpt_kind kind, struct text text, const char *key)
{
    bool some = false;

    for (int i = 0; text.in && i < g->exhibit->language_count; i++)
        some = some || text.in[i][0];
    if (some)
        add(g, kind, origin_of(g, key))->text = text_in(text, g->language);
}

static void add_prose(struct gathering *g, enum excerpt_kind kind, const struct prose_text *text, const char *key)
{
    bool some = false;

    for (int i = 0; text->in && i < g->exhibit->language_count; i++)
        some = some || text->in[i].block_count > 0;
    if (some)
        add(g, kind, origin_of(g, key))->prose = prose_in(text, g->language);
}

/* key: of the picture. */
static void add_picture(struct gathering *g, const struct picture *picture, const char *key)
{
    if (!picture->file)
        return;
    add_text(g, EXCERPT_ALTERNATIVE, picture->alternative, key);
    add_text(g, EXCERPT_CAPTION, picture->caption, key);
    for (int i = 0; i < picture->detail_count; i++)
        add_text(g, EXCERPT_DETAIL, picture->details[i].text, key);
    add_text(g, EXCERPT_CREDIT, picture->credit, key);
}

static void add_voice(struct gathering *g, int voice)
{
    if (voice >= 0)
        add_text(g, EXCERPT_VOICE, g->exhibit->voices[voice].words, "voice");
}

/* ---- charts, maps, memorials ---- */

static const char *number_of(const struct gathering *g, const struct chart *chart, const struct chart_value *value)
{
    const struct number_format *format = &g->exhibit->words[g->language].numbers;
    bool percent = text_in(chart->unit, g->language)[0] == '%';
    int decimals = number_decimals(value->value);
    const char *number =
        percent ? number_percent(g->arena, format, value->value, decimals) : number_text(g->arena, format, value->value, decimals);
    const char *before = text_in(value->before, g->language), *note = text_in(value->note, g->language);

    return arena_printf(g->arena, "%s%s%s%s%s", before, before[0] ? " " : "", number, note[0] ? " \u00B7 " : "", note);
}

static void add_chart(struct gathering *g, const struct chart *chart)
{
    add_text(g, EXCERPT_FIGURES, chart->unit, "chart");
    for (int i = 0; i < chart->value_count; i++)
        put(g, (struct excerpt){.kind = EXCERPT_VALUE,
                                .label = text_in(chart->values[i].label, g->language),
                                .text = number_of(g, chart, &chart->values[i]),
                                .origin = chart->values[i].origin});
    if (chart->date_line.at)
        add_text(g, EXCERPT_VALUE, chart->date_line.text, "chart");
    add_text(g, EXCERPT_NOTE, chart->note, "chart");
    add_text(g, EXCERPT_SOURCES, chart->source, "chart");
}

/* "Chile, 11 September 1973" */
static const char *dated(const struct gathering *g, struct text label, struct date date)
{
    const char *name = text_in(label, g->language);

    if (date.year == 0)
        return name;
    return arena_printf(g->arena, "%s%s%s", name, name[0] ? ", " : "", date_text(g->arena, &g->exhibit->words[g->language].dates, date));
}

static void add_map(struct gathering *g, const struct map *map)
{
    for (int i = 0; i < map->country_count; i++)
        put(g, (struct excerpt){.kind = EXCERPT_VALUE,
                                .label = dated(g, map->countries[i].label, map->countries[i].from),
                                .text = text_in(map->countries[i].text, g->language),
                                .origin = map->countries[i].origin});
    for (int i = 0; i < map->point_count; i++)
        put(g, (struct excerpt){.kind = EXCERPT_VALUE,
                                .label = dated(g, map->points[i].label, map->points[i].date),
                                .text = text_in(map->points[i].text, g->language),
                                .origin = map->points[i].origin});
    for (int i = 0; i < map->line_count; i++)
        put(g, (struct excerpt){EXCERPT_VALUE, dated(g, map->lines[i].label, map->lines[i].date), NULL, NULL, map->lines[i].origin});
    add_text(g, EXCERPT_NOTE, map->note, "map");
    add_text(g, EXCERPT_SOURCES, map->source, "map");
}

static void add_memorial(struct gathering *g, const struct memorial *memorial)
{
    const char *number = number_text(g->arena, &g->exhibit->words[g->language].numbers, memorial->number, 0);

    put(g, (struct excerpt){.kind = EXCERPT_FIGURES,
                            .text = arena_printf(g->arena, "%s %s", number, text_in(memorial->words, g->language)),
                            .origin = memorial->origin});
    add_text(g, EXCERPT_NOTE, memorial->note, "memorial");
}

/* ---- topics ---- */

static void gather_opening(struct gathering *g)
{
    const struct exhibit *exhibit = g->exhibit;

    add_text(g, EXCERPT_TITLE, exhibit->title, "title");
    add_text(g, EXCERPT_TEXT, exhibit->subtitle, "subtitle");
    add_text(g, EXCERPT_POSTER, exhibit->poster, "poster");
    add_picture(g, &exhibit->opening, "opening");
    add_text(g, EXCERPT_CREDIT, exhibit->credit, "credit");
}

static void gather_chapter(struct gathering *g, const struct chapter *chapter)
{
    add_text(g, EXCERPT_TITLE, chapter->title, NULL);
    add_picture(g, &chapter->picture, NULL);
}

static void gather_panel(struct gathering *g, const struct panel *panel)
{
    add_text(g, EXCERPT_TITLE, panel->title, "title");
    add_voice(g, panel->voice);
    add_text(g, EXCERPT_POSTER, panel->poster, "poster");
    add_prose(g, EXCERPT_TEXT, &panel->body, "body");
    add_prose(g, EXCERPT_EASY, &panel->easy, "easy");
    add_prose(g, EXCERPT_MORE, &panel->more, "more");
    for (int i = 0; i < panel->difference_count; i++) {
        const struct statement *side = &panel->difference[i];
        int before = g->count;

        add_prose(g, EXCERPT_SIDE, &side->text, "difference");
        if (g->count > before && side->voice >= 0)
            g->list[before].label = text_in(g->exhibit->voices[side->voice].words, g->language);
    }
    if (panel->sound) {
        add_text(g, EXCERPT_SOUND, panel->sound->title, "sound");
        add_prose(g, EXCERPT_SOUND, &panel->sound->transcript, "sound");
        add_text(g, EXCERPT_SOUND, panel->sound->credit, "sound");
    }
    if (panel->memorial)
        add_memorial(g, panel->memorial);
    if (panel->chart)
        add_chart(g, panel->chart);
    if (panel->map)
        add_map(g, panel->map);
    if (panel->picture_count == 0)
        add_picture(g, &panel->picture, "picture");
    for (int i = 0; i < panel->picture_count; i++)
        add_picture(g, &panel->pictures[i], "pictures");
    add_text(g, EXCERPT_SOURCES, panel->sources, "sources");
}

/* "11 September 1973 · Santiago" */
static void gather_event(struct gathering *g, const struct event *event)
{
    const char *when = axis_event_text(g->arena, g->exhibit, g->language, event), *place = text_in(event->place, g->language);

    add_text(g, EXCERPT_TITLE, event->title, NULL);
    put(g, (struct excerpt){
               .kind = EXCERPT_WHEN, .text = arena_printf(g->arena, "%s%s%s", when, place[0] ? " \u00B7 " : "", place), .origin = g->at});
    add_voice(g, event->voice);
    add_prose(g, EXCERPT_TEXT, &event->text, NULL);
    add_picture(g, &event->picture, NULL);
    add_text(g, EXCERPT_SOURCES, event->source, NULL);
}

static void gather_era(struct gathering *g, const struct era *era)
{
    add_text(g, EXCERPT_TITLE, era->title, NULL);
    put(g, (struct excerpt){.kind = EXCERPT_WHEN,
                            .text = date_text_dating(g->arena, &g->exhibit->words[g->language].dates, &era->when),
                            .origin = g->at});
}

/* As far as it is known: one end of it is. */
static const char *life_of(const struct gathering *g, const struct dating *life)
{
    const struct words *words = &g->exhibit->words[g->language];
    bool born = life->from.date.year != 0, died = life->to.date.year != 0;
    const struct moment *known = born ? &life->from : &life->to;

    if (born && died)
        return date_text_dating(g->arena, &words->dates, life);
    return pattern_filled(g->arena, born ? words->born : words->died,
                          (const struct pattern_fill[]){{"{date}", date_text_moment(g->arena, &words->dates, known, life->calendar)}, {0}});
}

static void gather_person(struct gathering *g, const struct person *person)
{
    add_text(g, EXCERPT_TITLE, person->name, NULL);
    if (person->life.from.date.year != 0 || person->life.to.date.year != 0)
        put(g, (struct excerpt){.kind = EXCERPT_WHEN, .text = life_of(g, &person->life), .origin = g->at});
    add_prose(g, EXCERPT_TEXT, &person->text, NULL);
    add_picture(g, &person->picture, NULL);
    add_text(g, EXCERPT_SOURCES, person->source, NULL);
}

static void gather_about(struct gathering *g)
{
    add_text(g, EXCERPT_TEXT, g->exhibit->credit_long, "credit_long");
    add_prose(g, EXCERPT_TEXT, &g->exhibit->colophon, "colophon");
    add_text(g, EXCERPT_TEXT, g->exhibit->helpline, "helpline");
}

static void gather_term(struct gathering *g, const struct term *term)
{
    add_text(g, EXCERPT_TITLE, term->title, NULL);
    add_prose(g, EXCERPT_TEXT, &term->text, NULL);
}

static void gather_voice(struct gathering *g, const struct voice *voice)
{
    add_text(g, EXCERPT_TITLE, voice->words, NULL);
    add_text(g, EXCERPT_TEXT, voice->help, NULL);
}

static void gather(struct gathering *g, struct topic topic)
{
    const struct exhibit *exhibit = g->exhibit;

    switch (topic.kind) {
    case TOPIC_OPENING:
        gather_opening(g);
        return;
    case TOPIC_CHAPTER:
        gather_chapter(g, &exhibit->chapters[topic.item]);
        return;
    case TOPIC_PANEL:
        gather_panel(g, &exhibit->panels[topic.item]);
        return;
    case TOPIC_ROUTE:
        add_text(g, EXCERPT_TITLE, exhibit->routes[topic.item].title, NULL);
        return;
    case TOPIC_QUESTION:
        add_prose(g, EXCERPT_TEXT, &exhibit->questions[topic.item].text, NULL);
        return;
    case TOPIC_LANE:
        add_text(g, EXCERPT_TITLE, exhibit->lanes[topic.item].title, NULL);
        return;
    case TOPIC_ERA:
        gather_era(g, &exhibit->eras[topic.item]);
        return;
    case TOPIC_EVENT:
        gather_event(g, &exhibit->events[topic.item]);
        return;
    case TOPIC_TERM:
        gather_term(g, &exhibit->terms[topic.item]);
        return;
    case TOPIC_PERSON:
        gather_person(g, &exhibit->people[topic.item]);
        return;
    case TOPIC_NOTICE:
        add_prose(g, EXCERPT_TEXT, &exhibit->notices[topic.item].text, NULL);
        return;
    case TOPIC_VOICE:
        gather_voice(g, &exhibit->voices[topic.item]);
        return;
    case TOPIC_ABOUT:
        gather_about(g);
        return;
    case TOPIC_COUNT:
        return;
    }
}

struct excerpts topic_excerpts(struct arena *arena, const struct exhibit *exhibit, struct topic topic, int language)
{
    struct gathering g = {.arena = arena, .exhibit = exhibit, .language = language, .at = topic_face(exhibit, topic).origin};

    gather(&g, topic);
    return (struct excerpts){g.list, g.count};
}

int excerpts_words(const struct excerpts *excerpts)
{
    int words = 0;

    for (int i = 0; i < excerpts->count; i++)
        if (excerpts->list[i].prose)
            words += reading_words(excerpts->list[i].prose);
    return words;
}

int excerpt_hardness(const struct exhibit *exhibit, const struct excerpt *excerpt, int language)
{
    return excerpt->prose ? hardness_of(excerpt->prose, exhibit->languages[language]) : HARDNESS_NONE;
}

bool excerpt_is_hard(const struct excerpt *excerpt, int hardness)
{
    return hardness > (excerpt->kind == EXCERPT_EASY ? HARDNESS_EASY_MOST : HARDNESS_HARD - 1);
}
