/* History is a short stack; most visits never fill it. */
#include "visit/visit.h"

#include "page/setting.h"

#include <string.h>

void visit_restart(struct visit *visit, const struct exhibit *exhibit)
{
    visit->history_count = 0;
    visit->answered = visit->answered_first;
    memset(visit->visited.seen, 0, sizeof(*visit->visited.seen) * (size_t)exhibit->panel_count);
    visit->visited.light_count = 0;
    visit->visited.lit++;
    visit->visited.changes++;
}

void visit_begin(struct visit *visit, const struct exhibit *exhibit)
{
    visit->settings = (struct settings){0};
    visit->visited.touched = 0;
    visit_restart(visit, exhibit);
}

static enum visit_change change_of(const struct settings *before, const struct settings *after)
{
    if (before->language != after->language || before->level[SETTING_TEXT] != after->level[SETTING_TEXT] ||
        before->level[SETTING_WORDS] != after->level[SETTING_WORDS])
        return VISIT_SET_ANEW;
    return memcmp(before, after, sizeof(*before)) == 0 ? VISIT_AS_BEFORE : VISIT_LOOKS_ELSE;
}

static void set_level(struct settings *settings, const struct exhibit *exhibit, enum setting setting, int level)
{
    if (setting_is_offered(exhibit, setting))
        settings->level[setting] = level;
}

enum visit_change visit_choose(struct visit *visit, const struct exhibit *exhibit, struct action action)
{
    struct settings before = visit->settings, *after = &visit->settings;

    if (action.kind == ACTION_LANGUAGE)
        after->language = action.argument;
    else if (action.kind == ACTION_SETTING)
        set_level(after, exhibit, setting_of(action.argument), setting_level_of(action.argument));
    else if (action.kind == ACTION_SETTING_SWITCH)
        set_level(after, exhibit, (enum setting)action.argument, before.level[action.argument] == 0);
    else if (action.kind == ACTION_USUAL)
        *after = (struct settings){.language = before.language};
    return change_of(&before, after);
}

struct action visit_larger(const struct visit *visit, int by)
{
    int level = int_clamp(visit->settings.level[SETTING_TEXT] + by, TEXT_USUAL, TEXT_LARGEST);

    return (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_TEXT, level)};
}

void visit_see(struct visit *visit, int panel)
{
    visit->visited.changes += !visit->visited.seen[panel];
    visit->visited.seen[panel] = true;
}

void visit_light(struct visit *visit, int panel, int light)
{
    struct visited *visited = &visit->visited;

    for (int i = 0; i < visited->light_count; i++)
        if (visited->lights[i].panel == panel && visited->lights[i].light == light)
            return;
    if (visited->light_count == VISITED_LIGHTS_MAX)
        memmove(&visited->lights[0], &visited->lights[1], sizeof(visited->lights[0]) * (size_t)--visited->light_count);
    visited->lights[visited->light_count++] = (struct visited_light){panel, light};
    visited->lit++;
}

bool visit_touch(struct visit *visit, int question)
{
    unsigned bit = 1u << question;

    if (visit->visited.touched & bit)
        return false;
    visit->visited.touched |= bit;
    visit->visited.changes++;
    tally_add(&visit->visited.tally, question);
    return true;
}

void visit_remember(struct visit *visit, struct base from)
{
    if (visit->history_count == VISIT_HISTORY)
        memmove(&visit->history[0], &visit->history[1], sizeof(visit->history[0]) * (size_t)--visit->history_count);
    visit->history[visit->history_count++] = from;
}

static bool same_page(struct scene_ref one, struct scene_ref other)
{
    return one.ops == other.ops && one.item == other.item;
}

struct base visit_back(struct visit *visit, struct base here)
{
    while (visit->history_count > 0) {
        struct base past = visit->history[--visit->history_count];

        if (past.alone != here.alone || (!here.alone && !same_page(past.page, here.page)))
            return past;
    }
    return here.alone ? (struct base){NULL, here.page} : (struct base){0};
}

const char *via_name(enum via via)
{
    static const char *const names[] = {
        [VIA_TOUCH] = "touch", [VIA_MOUSE] = "mouse", [VIA_KEY] = "key", [VIA_AUTO] = "auto", [VIA_IDLE] = "idle"};

    return names[via];
}
