/* Lines are added as things happen; that of the visit closes them. */
#include "diary/diary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What is noted of one visit at most: a child that hammers is no more than a child. */
enum { STEPS_MOST = 200, PRESSES_MOST = 500 };

void diary_init(struct diary *diary, const char *nobody)
{
    *diary = (struct diary){.nobody = nobody};
    snprintf(diary->scene, sizeof(diary->scene), "%s", nobody);
}

void diary_finish(struct diary *diary)
{
    buffer_finish(&diary->text);
}

static void begin(struct diary *diary)
{
    if (diary->open || !diary->active || strcmp(diary->scene, diary->nobody) == 0)
        return;
    diary->open = true;
    diary->begin_ms = diary->scene_ms = diary->active_ms;
    diary->steps = 0;
}

void diary_do(struct diary *diary, int64_t now_ms)
{
    diary->active = true;
    diary->active_ms = now_ms;
    begin(diary);
}

static int cell_of(float at, int room, int cells)
{
    return int_clamp((int)(at * (float)cells / (float)int_max(1, room)), 0, cells - 1);
}

void diary_press(struct diary *diary, struct point at, struct size screen)
{
    bool tall = screen.h > screen.w;
    int across = tall ? DIARY_SHORT : DIARY_LONG, down = tall ? DIARY_LONG : DIARY_SHORT;
    struct diary_entry entry = {
        .kind = ENTRY_TOUCH, .number = cell_of(at.y, screen.h, down) * across + cell_of(at.x, screen.w, across), .tall = tall};

    diary->touches++;
    if (diary->presses++ >= PRESSES_MOST)
        return;
    memcpy(entry.name, diary->scene, sizeof(entry.name));
    entry_write(&diary->text, &entry);
}

static int seconds(int64_t ms)
{
    return ms <= 0 ? 0 : (int)((ms + 500) / 1000);
}

static void close_scene(struct diary *diary, int64_t now_ms, bool last)
{
    struct diary_entry entry = {.kind = ENTRY_SCENE, .number = seconds(now_ms - diary->scene_ms)};

    if (++diary->steps > STEPS_MOST && !last)
        return;
    memcpy(entry.name, diary->scene, sizeof(entry.name));
    entry_write(&diary->text, &entry);
}

/* The hour is that of the clock as it is now, in which the visit began. */
static void close_visit(struct diary *diary, int64_t now_ms, int64_t now_s)
{
    struct diary_entry entry = {
        .kind = ENTRY_VISIT, .number = seconds(diary->active_ms - diary->begin_ms), .large = diary->large, .contrast = diary->contrast};
    time_t began = (time_t)(now_s - (now_ms - diary->begin_ms) / 1000);
    struct tm local = {0};

    localtime_r(&began, &local);
    strftime(entry.day, sizeof(entry.day), "%Y-%m-%d", &local);
    entry.hour = local.tm_hour;
    memcpy(entry.language, diary->language, sizeof(entry.language));
    entry_write(&diary->text, &entry);
}

/* What found no room is left out whole. */
static bool end_visit(struct diary *diary, int64_t now_ms, int64_t now_s)
{
    bool was_open = diary->open;

    if (was_open) {
        close_scene(diary, diary->active_ms, true);
        close_visit(diary, now_ms, now_s);
        diary->visits++;
    }
    bool fits = was_open && diary->text.length <= DIARY_BYTES_MOST;

    diary->lost += was_open && !fits;
    if (fits)
        diary->whole = diary->text.length;
    diary->text.length = diary->whole;
    diary->open = diary->active = false;
    diary->presses = 0;
    return fits;
}

bool diary_see(struct diary *diary, const struct diary_sight *sight, int64_t now_ms, int64_t now_s)
{
    bool another = strcmp(sight->scene, diary->scene) != 0, nobody = strcmp(sight->scene, diary->nobody) == 0, ended = false;

    if (another && nobody)
        ended = end_visit(diary, now_ms, now_s);
    else if (another && diary->open)
        close_scene(diary, now_ms, false);
    if (another) {
        snprintf(diary->scene, sizeof(diary->scene), "%s", sight->scene);
        diary->scene_ms = now_ms;
        begin(diary);
    }
    if (!nobody) { /* with it come the exhibit's own settings */
        snprintf(diary->language, sizeof(diary->language), "%s", sight->language);
        diary->large = sight->large;
        diary->contrast = sight->contrast;
    }
    return ended;
}

void diary_end(struct diary *diary, int64_t now_ms, int64_t now_s)
{
    end_visit(diary, now_ms, now_s);
}

void diary_forget(struct diary *diary, size_t length)
{
    ASSERT(length <= diary->whole);
    if (length == 0)
        return;
    memmove(diary->text.bytes, diary->text.bytes + length, diary->text.length - length);
    diary->text.length -= length;
    diary->whole -= length;
}
