/* What was told is remembered, and compared with what is there now: nothing that changes it has to say so. */
#include "staging/listen.h"

#include "page/aloud.h"
#include "speech/mark.h"
#include "staging/lower.h"
#include "staging/show.h"
#include "staging/sight.h"
#include "text/pattern.h"

#include <string.h>

/* What there is to tell, as it is now. */
static struct told what_is_there(const struct stage *stage, int64_t now_ms)
{
    struct scene_ref top = show_top(stage);
    struct scene scene = show_scene(stage, now_ms, true);

    return (struct told){
        .scene = top,
        .serial = stage->told.serial,
        .locked = show_locked(stage),
        .language = stage->visit.settings.language,
        .which = top.ops->window == WINDOW_PICTURE ? scene.window.which : 0,
        .detail = top.ops->window == WINDOW_PICTURE ? scene.window.detail : 0,
        .step = scene.step,
        .chosen = scene.chosen,
        .lowered = stage->lowering.part,
        .settings = stage->visit.settings,
        .asked = show_countdown(stage, now_ms) > 0,
        .heard = scene.heard.state,
        .focused = stage->focused,
    };
}

static void tell_scene(struct stage *stage, int64_t now_ms)
{
    struct listening *listening = &stage->listening;
    struct scene scene = show_scene(stage, now_ms, true);
    const struct scene_ops *ops = show_top(stage).ops;
    struct telling *telling = listening_tell_scene(listening, scene.language, &scene.arena);

    telling_scene(telling, &scene, ops, !listening->helped);
    telling_choices(telling, &scene, ops);
    listening->helped = true;
    listening_say_scene(listening, now_ms);
}

/* Empties the remark, and gives back the scene that it is about; its arena is the remark's. */
static struct scene begin_remark(struct stage *stage, struct telling **telling, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);

    *telling = listening_tell_remark(&stage->listening, scene.language, &scene.arena);
    return scene;
}

static void tell_change(struct stage *stage, const struct told *now, int64_t now_ms)
{
    const struct told *before = &stage->told;
    struct telling *telling;
    struct scene scene = begin_remark(stage, &telling, now_ms);
    const struct words *words = page_words(&scene);
    int focus = targets_find(&stage->shown.targets, now->focused);

    for (int i = 0; i < SETTING_COUNT; i++)
        if (now->settings.level[i] != before->settings.level[i])
            telling_setting(telling, &scene, (enum setting)i);
    if (now->lowered != before->lowered)
        telling_add(telling, &scene, now->lowered > 0 ? words->speech.lowered : words->speech.raised);
    if (now->asked && !before->asked)
        telling_add(telling, &scene,
                    pattern_filled(scene.arena, words->speech.left,
                                   (const struct pattern_fill[]){{"{number}", page_number(&scene, show_countdown(stage, now_ms))}, {0}}));
    if (now->heard != before->heard && (now->heard == HEARD_ALL || now->heard == HEARD_NEVER))
        telling_add(telling, &scene, now->heard == HEARD_ALL ? words->sound.ended : words->sound.unheard);
    if (now->step != before->step || now->chosen != before->chosen)
        telling_block(telling, &scene);
    else if (focus >= 0 && (!action_equal(now->focused.action, before->focused.action) || now->focused.nth != before->focused.nth))
        telling_target(telling, &scene, &(struct telling_ways){now->scene.ops, &stage->shown.targets}, focus);
    if (telling->count > 0)
        listening_say_remark(&stage->listening, now_ms);
}

static bool is_another_scene(const struct told *a, const struct told *b)
{
    return !scene_equal(a->scene, b->scene) || a->locked != b->locked || a->language != b->language || a->which != b->which;
}

static bool is_equal(const struct told *a, const struct told *b)
{
    return !is_another_scene(a, b) && a->detail == b->detail && a->step == b->step && a->chosen == b->chosen && a->lowered == b->lowered &&
           memcmp(&a->settings, &b->settings, sizeof(a->settings)) == 0 && a->asked == b->asked && a->heard == b->heard &&
           a->focused.nth == b->focused.nth && action_equal(a->focused.action, b->focused.action);
}

/* ---- when it begins, and ends ---- */

static void begin(struct stage *stage)
{
    stage->told = (struct told){.language = -1}; /* whatever is there is another thing */
    listening_begin(&stage->listening);
}

void listen_wake(struct stage *stage)
{
    enum speech_start starts = stage->exhibit->speech.starts;

    if (starts == SPEECH_ALWAYS || (starts == SPEECH_JACK && stage->listening.headset))
        begin(stage);
}

bool listen_headset(struct stage *stage, bool plugged)
{
    if (stage->listening.headset == plugged)
        return false;
    if (!plugged && stage->exhibit->speech.starts == SPEECH_JACK)
        listening_leave(&stage->listening);
    stage->listening.headset = plugged;
    if (!plugged || stage->exhibit->speech.starts != SPEECH_JACK)
        return false;
    if (!stage->attract.on)
        begin(stage);
    return stage->attract.on;
}

/* ---- how it is led ---- */

static bool turn(struct stage *stage, bool on)
{
    bool was = stage->listening.on;

    if (on && !was)
        begin(stage);
    else if (was && !on)
        listening_stop(&stage->listening);
    return on != was;
}

static bool set_speed(struct stage *stage, int speed, int64_t now_ms)
{
    struct telling *telling;
    struct scene scene = begin_remark(stage, &telling, now_ms);
    const struct speech_words *speech = &page_words(&scene)->speech;
    const char *const names[ALOUD_SPEEDS] = {speech->slow, speech->usual, speech->quick};

    telling_add(telling, &scene,
                pattern_filled(scene.arena, speech->setting,
                               (const struct pattern_fill[]){{"{name}", speech->speed}, {"{state}", names[speed]}, {0}}));
    listening_set_speed(&stage->listening, speed, now_ms);
    return true;
}

static bool set_volume(struct stage *stage, int volume, int64_t now_ms)
{
    struct telling *telling;
    struct scene scene = begin_remark(stage, &telling, now_ms);
    const char *louder = page_number(&scene, listening_louder_db(volume));

    telling_add(telling, &scene,
                pattern_filled(scene.arena, page_words(&scene)->speech.loudness, (const struct pattern_fill[]){{"{number}", louder}, {0}}));
    listening_set_volume(&stage->listening, volume, now_ms);
    return true;
}

static bool set_level(struct stage *stage, enum aloud_row row, int level, int64_t now_ms)
{
    switch (row) {
    case ALOUD_ON:
        return turn(stage, level > 0);
    case ALOUD_SPEED:
        return set_speed(stage, level, now_ms);
    case ALOUD_VOLUME:
        return set_volume(stage, level, now_ms);
    case ALOUD_COUNT:
        break;
    }
    return false;
}

/* The keys that lead the voice while it reads. */
static bool lead(struct stage *stage, struct action action, int64_t now_ms)
{
    struct listening *listening = &stage->listening;

    if (action.kind == ACTION_LISTEN_SPEED)
        return set_speed(stage, (listening->speed + 1) % ALOUD_SPEEDS, now_ms);
    if (action.kind == ACTION_LISTEN_VOLUME)
        return set_volume(stage, (listening->volume + 1) % ALOUD_VOLUMES, now_ms);
    if (action.kind == ACTION_LISTEN_PAUSE)
        listening_pause(listening, now_ms);
    if (action.kind == ACTION_LISTEN_SENTENCE)
        listening_step(listening, action.argument, now_ms);
    if (action.kind == ACTION_LISTEN_AGAIN)
        listening_again(listening, now_ms);
    return true;
}

bool listen_act(struct stage *stage, struct action action, int64_t now_ms)
{
    const struct listening *listening = &stage->listening;
    const struct scene scene = show_context(stage);
    enum aloud_row row;
    int level;

    if (aloud_chosen_by(action, &row, &level))
        return aloud_is_offered(&scene, row) && set_level(stage, row, level, now_ms);
    if (!scene.aloud.offered)
        return false;
    if (action.kind == ACTION_LISTEN || (action.kind == ACTION_LISTEN_PAUSE && !listening->on))
        return turn(stage, !listening->on);
    return listening->on && lead(stage, action, now_ms);
}

void listen_as_usual(struct stage *stage)
{
    stage->listening.speed = ALOUD_USUAL_SPEED;
    stage->listening.volume = 0;
}

bool listen_is_heard(const struct stage *stage)
{
    return listening_speaks(&stage->listening) && !stage->told.asked;
}

/* ---- the mark ---- */

/* A sentence that begins to be said comes into view; then the visitor may scroll as they like. */
static void bring_into_view(struct stage *stage, int64_t now_ms)
{
    const struct utterance *sentence = listening_sentence(&stage->listening);
    const struct page *page = show_front_page(stage);
    struct scene scene = show_scene(stage, now_ms, true);
    struct rect place = sentence ? mark_place(&scene, page, sentence) : (struct rect){0};
    int y = place.y + page->scroll.at_px - (int)sight_scroll(stage)->to; /* where it comes to stand */
    int below = y + place.h - page->scroll.rect.y - page->scroll.rect.h, above = page->scroll.rect.y - y;

    stage->told.serial = stage->listening.wish.serial;
    if (!rect_is_empty(place) && page->scroll.max_px > 0 && (above > 0 || below > 0))
        sight_scroll_by(stage, above > 0 ? -above : int_min(below, -above), now_ms);
}

/* Onto the marks, which lie above all else of the frame. */
static void put_mark(struct stage *stage, int64_t now_ms)
{
    const struct utterance *sentence = listening_sentence(&stage->listening);
    struct scene scene = show_context(stage);

    if (!sentence)
        return;
    if (stage->told.serial != stage->listening.wish.serial && listening_speaks(&stage->listening))
        bring_into_view(stage, now_ms);
    scene.page = &stage->marks;
    int first = stage->marks.list.count;

    mark_put(&scene, show_front_page(stage), sentence);
    lower_marks(stage, first);
    stage->frame.over[stage->frame.over_count - 1] = stage->marks.list;
}

void listen_look(struct stage *stage, int64_t now_ms)
{
    if (!stage->listening.on || stage->attract.on)
        return;

    struct told now = what_is_there(stage, now_ms);

    if (is_another_scene(&now, &stage->told))
        tell_scene(stage, now_ms);
    else if (!is_equal(&now, &stage->told))
        tell_change(stage, &now, now_ms);
    stage->told = now;
    put_mark(stage, now_ms);
}
