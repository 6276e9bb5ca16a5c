/* The machine's clock is looked at in each turn of the loop, and its calendar only when the clock has left the time that is known: so that
 * neither summer time nor a clock that is set is missed. */
#include "night/night.h"

#include "base/clock.h"
#include "base/mem.h"
#include "base/state.h"
#include "display/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MINUTE_S = 60,
    DAY_MIN = 24 * 60,
    LOOK_MS = 10 * 60 * 1000, /* a clock that was set while nothing happened is noticed so late */
    DIM_MS = 5 * 1000,        /* a screen that was touched in vain is dark again */
    WANDER_MS = 3 * 60 * 1000,
};

static const char NOTE[] = "hours";

/* What staff said before the program began; of another day it says nothing. */
static struct today kept_word(void)
{
    char *text = state_read_note(NOTE, TODAY_TEXT_BYTES);
    struct today today = {0};

    if (text)
        today = today_read(text);
    free(text);
    return today;
}

void night_begin(struct night *night, const struct exhibit *exhibit, int64_t now_ms)
{
    *night = (struct night){.exhibit = exhibit, .dim_ms = CLOCK_NEVER, .step_ms = CLOCK_NEVER};
    if (exhibit->screen.wander_px > 0)
        night->step_ms = now_ms + WANDER_MS;
    if (exhibit->hours)
        night->today = kept_word();
}

/* ---- clocks ---- */

static int64_t wall_of(time_t now)
{
    struct tm tm;

    if (!localtime_r(&now, &tm))
        return 0;
    return (int64_t)date_to_day((struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday}) * DAY_MIN + tm.tm_hour * 60 + tm.tm_min;
}

/* A time that the wall's clock leaves out in spring is one beside it. */
static time_t time_of(int64_t wall_min)
{
    struct date date = date_from_day((int)(wall_min / DAY_MIN));
    int minute = (int)(wall_min % DAY_MIN);
    struct tm tm = {.tm_year = date.year - 1900,
                    .tm_mon = date.month - 1,
                    .tm_mday = date.day,
                    .tm_hour = minute / 60,
                    .tm_min = minute % 60,
                    .tm_isdst = -1};

    return mktime(&tm);
}

/* Until when what is so now stays so. Where the wall's clock was set back in autumn the change may seem to be past: it is looked again. */
static time_t change_after(const struct night *night, time_t now)
{
    int64_t change = today_change(&night->today, night->exhibit->hours, wall_of(now));
    time_t at = change == INT64_MAX ? now + (time_t)DAY_MIN * MINUTE_S : time_of(change);

    return at > now ? at : now + MINUTE_S;
}

static bool look(struct night *night, time_t now)
{
    bool closed = !today_open(&night->today, night->exhibit->hours, wall_of(now)), news = !night->looked || closed != night->closed;

    night->from = now;
    night->to = change_after(night, now);
    night->closed = closed;
    night->looked = true;
    return news;
}

static void say(const struct night *night, char line[64])
{
    char until[32] = "";
    struct tm tm;

    if (localtime_r(&night->to, &tm))
        strftime(until, sizeof(until), "%Y-%m-%d %H:%M", &tm);
    snprintf(line, 64, "%s until %s", night->closed ? "closed" : "open", until);
}

/* ---- staff ---- */

int64_t night_wall_min(void)
{
    return wall_of(time(NULL));
}

bool night_obey(struct night *night, enum today_word word)
{
    char text[TODAY_TEXT_BYTES];

    night->today = today_from(night_wall_min(), word);
    night->looked = false;
    today_text(&night->today, text);
    return state_keep_note(NOTE, text);
}

/* ---- night ---- */

bool night_falls(struct night *night, bool nobody, char line[64])
{
    bool was = night->dark;
    time_t now = time(NULL);

    line[0] = '\0';
    if (!night->exhibit->hours)
        return false;
    if ((!night->looked || now < night->from || now >= night->to) && look(night, now))
        say(night, line);
    night->dark = night->closed && !night->staff && (nobody || (night->dark && !night->exhibit->hours->wakes));
    return night->dark != was;
}

static void wander(struct night *night, struct window *window, int64_t now_ms)
{
    static const struct size ways[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};
    int px = night->exhibit->screen.wander_px;

    night->step = (night->step + 1) % (int)COUNTOF(ways);
    night->step_ms = now_ms + WANDER_MS;
    window_shift(window, ways[night->step].w * px, ways[night->step].h * px);
}

void night_keep(struct night *night, struct window *window, bool nobody, int64_t now_ms)
{
    bool lit = !night->dark || night->exhibit->hours->screen != NIGHT_OFF;

    if (!night->told || lit != night->lit || now_ms >= night->dim_ms) {
        server_light(window_handle(window), lit);
        night->told = true;
        night->lit = lit;
        night->dim_ms = CLOCK_NEVER;
    }
    if (nobody && !night->dark && now_ms >= night->step_ms)
        wander(night, window, now_ms);
}

void night_touched(struct night *night, int64_t now_ms)
{
    if (night->dark && night->dim_ms == CLOCK_NEVER)
        night->dim_ms = now_ms + DIM_MS;
}

bool night_is_deaf(const struct night *night)
{
    return night->dark && !night->exhibit->hours->wakes;
}

int64_t night_deadline(const struct night *night, int64_t now_ms)
{
    int64_t deadline = night->dim_ms, left_ms;

    if (night->step_ms > now_ms && night->step_ms < deadline)
        deadline = night->step_ms;
    if (!night->exhibit->hours || !night->looked)
        return deadline;
    left_ms = (int64_t)(night->to - time(NULL)) * 1000;
    left_ms = left_ms < 0 ? 0 : left_ms < LOOK_MS ? left_ms : LOOK_MS;
    return now_ms + left_ms < deadline ? now_ms + left_ms : deadline;
}

const struct frame *night_frame(struct night *night, struct size size)
{
    struct rect all = {0, 0, size.w, size.h};
    struct draw_list list = {&night->black, 1, 1};

    night->black = (struct draw_command){.kind = DRAW_FILL, .rect = all, .colour = {0, 0, 0, 255}};
    night->frame = (struct frame){.size = size, .area = all, .layers = {{.list = list}}, .layer_count = 1, .fade_share = 1};
    return &night->frame;
}
