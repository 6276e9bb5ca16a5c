/* From the whole to the single scene. */
#include "census/page.h"

#include "census/bars.h"
#include "census/heat.h"
#include "gallery/document.h"
#include "gallery/showing.h"

#include <stdio.h>
#include <string.h>

enum { ROWS_MOST = 60, ENDS_ROWS = 15, WAYS_ROWS = 25, LABELS_MOST = 9, WEEK = 7 };

struct writing {
    struct buffer *out;
    struct arena *arena;
    const struct census_page *page;
};

/* ---- what scenes are called ---- */

/* What it is and what it is about; title "": nothing of the exhibit. */
struct scene_words {
    const char *name, *title;
};

/* A notice is called after what lies behind it. */
static struct scene_words words_of(const struct writing *w, const char *log_name)
{
    static const char *const behind[] = {"panel", "card"};
    const struct exhibit *exhibit = w->page->exhibit;
    bool notice = strncmp(log_name, "notice/", strlen("notice/")) == 0;
    struct scene_ref scene = scene_named(exhibit, log_name);

    for (size_t i = 0; notice && !scene.ops && i < COUNTOF(behind); i++)
        scene = scene_named(exhibit, arena_printf(w->arena, "%s/%s", behind[i], log_name + strlen("notice/")));
    struct scene_words words = {notice ? "Notice" : log_name, ""};

    if (!scene.ops)
        return words;
    struct topic topic = showing_topic(exhibit, scene);

    words.name = notice ? "Notice" : showing_name(exhibit, scene);
    if (topic.kind != TOPIC_COUNT && topic.kind != TOPIC_OPENING && topic.kind != TOPIC_ABOUT)
        words.title = topic_title(w->arena, exhibit, topic, 0);
    return words;
}

static const char *label_of(const struct writing *w, const char *log_name)
{
    struct scene_words words = words_of(w, log_name);

    return words.title[0] ? arena_printf(w->arena, "%s (%s)", words.title, words.name) : words.name;
}

/* ---- parts ---- */

static const char *number(const struct writing *w, int64_t value)
{
    return bars_number(w->arena, value);
}

static const char *percent(const struct writing *w, int64_t part)
{
    return arena_printf(w->arena, "%lld %%", (long long)((part * 200 + w->page->sums->visits) / (2 * w->page->sums->visits)));
}

/* "4:05" */
static const char *length(const struct writing *w, int64_t seconds)
{
    return arena_printf(w->arena, "%lld:%02lld", (long long)(seconds / 60), (long long)(seconds % 60));
}

static void put_figure(const struct writing *w, const char *value, const char *what)
{
    HTML(w->out, "<div><dt>{}</dt><dd>{}</dd></div>\n", what, value);
}

static void put_cover(const struct writing *w, const char *title)
{
    const struct sums *sums = w->page->sums;

    html_markup(w->out, "<header class=\"cover\">\n<p class=\"kicker\">Visits</p>\n<h1");
    document_language(w->out, w->page->exhibit, 0);
    HTML(w->out, ">{}</h1>\n<p class=\"facts\">{} to {}</p>\n</header>\n<main>\n<dl class=\"figures\">\n", title, sums->from, sums->to);
    put_figure(w, number(w, sums->visits), "visits");
    put_figure(w, number(w, sums->days.count), sums->days.count == 1 ? "day with visitors" : "days with visitors");
    put_figure(w, length(w, sums->median_s), "minutes: half took no longer");
    put_figure(w, number(w, sums->touched), "touches");
    put_figure(w, percent(w, sums->large), "with large text");
    put_figure(w, percent(w, sums->contrast), "with high contrast");
    html_markup(w->out, "</dl>\n");
}

static void begin_part(const struct writing *w, const char *title)
{
    HTML(w->out, "<section>\n<h2>{}</h2>\n", title);
}

static void end_part(const struct writing *w)
{
    html_markup(w->out, "</section>\n");
}

static void put_days(const struct writing *w)
{
    const struct sum_list *days = &w->page->sums->days;
    struct bars_row *bars = ARENA_ARRAY(w->arena, struct bars_row, days->count);
    int every = (days->count + LABELS_MOST - 1) / LABELS_MOST;

    for (int i = 0; i < days->count; i++)
        bars[i] = (struct bars_row){days->sums[i].name, NULL, days->sums[i].count};
    begin_part(w, "Days with visitors");
    bars_put(w->out, w->arena, &(struct bars){.title = "Visits a day", .bars = bars, .count = days->count, .every = every});
    end_part(w);
}

/* 0: Monday. Zeller's congruence. */
static int weekday_of(const char *day)
{
    int year, month, date;

    if (sscanf(day, "%4d-%2d-%2d", &year, &month, &date) != 3)
        return 0;
    if (month < 3) {
        month += 12;
        year--;
    }
    return (date + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400 + 5) % WEEK;
}

/* Of each weekday the days that had visitors. */
static void put_weekdays(const struct writing *w)
{
    static const char *const names[WEEK] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    const struct sum_list *days = &w->page->sums->days;
    int64_t visits[WEEK] = {0}, counts[WEEK] = {0};
    struct bars_row bars[WEEK];

    for (int i = 0; i < days->count; i++) {
        visits[weekday_of(days->sums[i].name)] += days->sums[i].count;
        counts[weekday_of(days->sums[i].name)]++;
    }
    for (int i = 0; i < WEEK; i++)
        bars[i] = (struct bars_row){names[i], NULL, counts[i] > 0 ? (visits[i] + counts[i] / 2) / counts[i] : 0};
    begin_part(w, "Weekdays: visits on one of them");
    bars_put(w->out, w->arena, &(struct bars){.title = "Visits on a day of the week", .bars = bars, .count = WEEK, .every = 1});
    end_part(w);
}

static void put_hours(const struct writing *w)
{
    struct bars_row bars[SUMS_HOURS];

    for (int i = 0; i < SUMS_HOURS; i++)
        bars[i] = (struct bars_row){arena_printf(w->arena, "%d", i), NULL, w->page->sums->hours[i].count};
    begin_part(w, "Hours in which they began");
    bars_put(w->out, w->arena, &(struct bars){.title = "Visits by hour of the day", .bars = bars, .count = SUMS_HOURS, .every = 1});
    end_part(w);
}

/* The first so many rows; with the time that they were shown, where the list knows it. */
static void put_scenes(const struct writing *w, const char *title, const struct sum_list *list, int rows)
{
    int count = int_min(list->count, rows);
    struct bars_row *bars = ARENA_ARRAY(w->arena, struct bars_row, count);
    bool timed = false;

    for (int i = 0; i < count; i++) {
        const struct sum *sum = &list->sums[i];
        const char *note =
            sum->times > 0 ? arena_printf(w->arena, "%lld s", (long long)((sum->seconds + sum->times / 2) / sum->times)) : NULL;

        timed = timed || note;
        bars[i] = (struct bars_row){label_of(w, sum->name), note, sum->count};
    }
    struct bars table = {.title = title,
                         .bars = bars,
                         .count = count,
                         .named = "Scene",
                         .counted = "Visits",
                         .noted = timed ? "and how long it was looked at each time" : NULL};

    begin_part(w, title);
    bars_put_table(w->out, w->arena, &table);
    if (count < list->count)
        HTML(w->out, "<p>And {} more.</p>\n", number(w, list->count - count));
    end_part(w);
}

static void put_languages(const struct writing *w)
{
    const struct exhibit *exhibit = w->page->exhibit;
    const struct sum_list *list = &w->page->sums->languages;
    struct bars_row *bars = ARENA_ARRAY(w->arena, struct bars_row, list->count);

    for (int i = 0; i < list->count; i++) {
        bars[i] = (struct bars_row){list->sums[i].name, NULL, list->sums[i].count};
        for (int language = 0; language < exhibit->language_count; language++)
            if (strcmp(exhibit->languages[language], bars[i].label) == 0)
                bars[i].label = exhibit->words[language].language_name;
    }
    begin_part(w, "Languages");
    bars_put_table(w->out, w->arena,
                   &(struct bars){.title = "Languages", .bars = bars, .count = list->count, .named = "Language", .counted = "Visits"});
    end_part(w);
}

static void put_ways(const struct writing *w)
{
    int count = int_min(w->page->sums->way_count, WAYS_ROWS);
    struct bars_row *bars = ARENA_ARRAY(w->arena, struct bars_row, count);

    for (int i = 0; i < count; i++) {
        const struct sum_way *way = &w->page->sums->ways[i];

        bars[i] = (struct bars_row){arena_printf(w->arena, "%s \u2192 %s", label_of(w, way->from), label_of(w, way->to)), NULL, way->count};
    }
    begin_part(w, "Paths: from one scene to the next");
    bars_put_table(w->out, w->arena,
                   &(struct bars){.title = "Paths", .bars = bars, .count = count, .named = "From and to", .counted = "Times"});
    end_part(w);
}

static const struct heat_picture *picture_of(const struct writing *w, const struct sum_touches *touches)
{
    for (int i = 0; i < w->page->picture_count; i++)
        if (strcmp(w->page->pictures[i].scene, touches->scene) == 0 && w->page->pictures[i].tall == touches->tall)
            return &w->page->pictures[i];
    return NULL;
}

static void put_heat(const struct writing *w)
{
    const struct sums *sums = w->page->sums;

    if (sums->touches_count == 0)
        return;
    begin_part(w, "Where fingers came down");
    html_markup(w->out,
                "<p>The darker, the more often, on each page by itself; the pages are shown as they look now, in the first language.</p>\n"
                "<div class=\"maps\">\n");
    for (int i = 0; i < int_min(sums->touches_count, PAGE_HEAT_MOST); i++) {
        struct scene_words words = words_of(w, sums->touches[i].scene);

        heat_put(w->out, w->arena, &(struct heat){&sums->touches[i], picture_of(w, &sums->touches[i]), words.name, words.title});
    }
    html_markup(w->out, "</div>\n");
    end_part(w);
}

void census_page_write(struct buffer *out, const struct census_page *page)
{
    struct writing w = {out, arena_create(), page};
    const char *title = topic_title(w.arena, page->exhibit, (struct topic){TOPIC_OPENING, 0}, 0);
    struct document document = {page->exhibit, -1, arena_printf(w.arena, "Visits: %s", title), "visits.css", NULL};

    document_begin(out, &document);
    put_cover(&w, title);
    put_days(&w);
    html_markup(out, "<div class=\"two\">\n");
    put_weekdays(&w);
    put_hours(&w);
    html_markup(out, "</div>\n");
    put_languages(&w);
    put_scenes(&w, "Scenes", &page->sums->scenes, ROWS_MOST);
    html_markup(out, "<div class=\"two\">\n");
    put_scenes(&w, "Where visits begin", &page->sums->begins, ENDS_ROWS);
    put_scenes(&w, "Where they end", &page->sums->ends, ENDS_ROWS);
    html_markup(out, "</div>\n");
    put_ways(&w);
    put_heat(&w);
    html_markup(out, "</main>\n");
    document_end(out, &document);
    arena_destroy(w.arena);
}
