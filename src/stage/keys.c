/* A scene's answers come from its own file; the table here is for all of them. */
#include "stage/keys.h"

#include "page/spots.h"

#include "stage/act.h"
#include "staging/listen.h"
#include "staging/lower.h"
#include "staging/show.h"
#include "staging/sight.h"

/* False: the scene says nothing to this key. */
static bool ask_scene(struct stage *stage, const struct key_press *press, int64_t now_ms)
{
    const struct scene_ops *ops = show_top(stage).ops;
    struct scene scene = show_scene(stage, now_ms, true);
    struct key_answer answer = ops->key ? ops->key(&scene, press) : (struct key_answer){0};
    bool answers = answer.action.kind != ACTION_NONE || answer.otherwise.kind != ACTION_NONE || answer.focus.kind != ACTION_NONE;

    if (!act(stage, answer.action, now_ms))
        act(stage, answer.otherwise, now_ms);
    if (answer.focus.kind != ACTION_NONE)
        sight_focus_on(stage, answer.focus, now_ms);
    return answers;
}

/* The focused target; without one, what a visitor most likely means, else the first target has the focus. */
static void press_enter(struct stage *stage, int64_t now_ms)
{
    const struct scene_ops *ops = show_top(stage).ops;
    struct scene scene = show_scene(stage, now_ms, true);
    struct action action = {.kind = ACTION_FOCUS_NEXT, .argument = 1}, meant = {.kind = ACTION_NONE};

    if (targets_find(&stage->shown.targets, stage->focused) >= 0)
        action = stage->focused.action;
    else if (ops->enter && (meant = ops->enter(&scene)).kind != ACTION_NONE)
        action = meant;
    act(stage, action, now_ms);
}

/* Of two languages the other; of more, the choice of one. */
static struct action other_language(const struct stage *stage)
{
    int count = stage->exhibit->language_count;

    if (count > 2)
        return (struct action){.kind = ACTION_OPEN, .scene = &scene_languages};
    return (struct action){.kind = ACTION_LANGUAGE, .argument = (stage->visit.settings.language + 1) % count};
}

static void press_anywhere(struct stage *stage, enum key key, int64_t now_ms)
{
    static const struct {
        enum key key;
        struct action action;
    } actions[] = {
        {KEY_HOME, {.kind = ACTION_HOME}},
        {KEY_TIMELINE, {.kind = ACTION_TIMELINE}},
        {KEY_TEXT_SIZE, {.kind = ACTION_SETTING_SWITCH, .argument = SETTING_TEXT}},
        {KEY_CONTRAST, {.kind = ACTION_SETTING_SWITCH, .argument = SETTING_CONTRAST}},
        {KEY_SETTINGS, {.kind = ACTION_OPEN, .scene = &scene_settings}},
        {KEY_PLUS, {.kind = ACTION_CLOSER, .argument = 1}},
        {KEY_MINUS, {.kind = ACTION_CLOSER, .argument = -1}},
        {KEY_LISTEN, {.kind = ACTION_LISTEN_PAUSE}},
        {KEY_AGAIN, {.kind = ACTION_LISTEN_AGAIN}},
        {KEY_SENTENCE_BACK, {.kind = ACTION_LISTEN_SENTENCE, .argument = -1}},
        {KEY_SENTENCE_ON, {.kind = ACTION_LISTEN_SENTENCE, .argument = 1}},
        {KEY_SPEED, {.kind = ACTION_LISTEN_SPEED}},
        {KEY_VOLUME, {.kind = ACTION_LISTEN_VOLUME}},
        {KEY_ESCAPE, {.kind = ACTION_BACK}},
        {KEY_TAB, {.kind = ACTION_FOCUS_NEXT, .argument = 1}},
        {KEY_BACK_TAB, {.kind = ACTION_FOCUS_NEXT, .argument = -1}},
    };

    if (key == KEY_ENTER)
        press_enter(stage, now_ms);
    if (key == KEY_LANGUAGE)
        act(stage, other_language(stage), now_ms);
    for (size_t i = 0; i < COUNTOF(actions); i++)
        if (actions[i].key == key)
            act(stage, actions[i].action, now_ms);
}

/* ---- keypads and switches ---- */

static int scan_step_ms(const struct stage *stage)
{
    return stage->exhibit->keypad.scan_ms * (1 + stage->visit.settings.level[SETTING_SCAN]);
}

static bool has_focus(const struct stage *stage)
{
    return targets_find(&stage->shown.targets, stage->focused) >= 0;
}

/* The focus has come into a group, or stays in it: each thing from the present one to the group's end is marked once, that one now. */
static void scan_group(struct stage *stage)
{
    const struct targets *targets = &stage->shown.targets;
    int at = targets_find(targets, stage->focused), last = at < 0 ? -1 : targets_group_of(targets, at).last;

    stage->scan.grouped = false;
    stage->scan.scene = show_top(stage);
    stage->scan.left = 0;
    for (int i = at; i >= 0 && i <= last; i++)
        stage->scan.left += !targets->list[i].more;
}

/* On to the next group, or thing where they are few. */
static void scan_on(struct stage *stage, int64_t now_ms)
{
    stage->scan.grouped = targets_groups(&stage->shown.targets) > 0;
    if (stage->scan.grouped)
        sight_focus_group(stage, now_ms);
    else
        sight_focus_next(stage, 1, now_ms);
}

/* Something of a block lies that way, still. */
static bool is_on_block(const struct stage *stage, const struct scene *scene, struct point way)
{
    if (stage->focused.action.kind != ACTION_EXPLORE)
        return false;
    return way.x + way.y > 0 ? scene->chosen < spots_last(scene->page) : scene->chosen > 1;
}

/* Nothing but the six keys: select begins to walk over what there is on the page, and then its arrows move on; or up and down begin, where
 * select means something already. Along what is on a block they go as on a keyboard, and at its end away from it. */
static bool walk(struct stage *stage, enum key key, int64_t now_ms)
{
    const struct scene_ops *ops = show_top(stage).ops;
    struct scene scene = show_scene(stage, now_ms, true);
    struct point way = key_way(key);
    bool begins = way.y != 0 && ops->enter && ops->enter(&scene).kind != ACTION_NONE;

    if ((way.x == 0 && way.y == 0) || is_on_block(stage, &scene, way) || !(has_focus(stage) || begins))
        return false;
    return act(stage,
               way.x != 0 ? (struct action){.kind = ACTION_FOCUS_NEXT, .argument = (int)way.x}
                          : (struct action){.kind = ACTION_FOCUS_DOWN, .argument = (int)way.y},
               now_ms);
}

/* Chooses what is marked: of a group its things come next, and of them one is opened. With nothing marked, the mark begins. */
static enum key press_switch(struct stage *stage, int64_t now_ms)
{
    bool marks = stage->scan.on && has_focus(stage), grouped = stage->scan.grouped;

    scan_begin(&stage->scan, scan_step_ms(stage), now_ms);
    if (!marks)
        scan_on(stage, now_ms);
    else
        scan_group(stage);
    return marks && !grouped ? KEY_ENTER : KEY_COUNT;
}

/* Which key of a keyboard is meant; KEY_COUNT: what was meant is done. */
static enum key press_pad(struct stage *stage, enum key key, int64_t now_ms)
{
    enum key meant = key_of_pad(key);

    if (key == KEY_PAD_SWITCH)
        return press_switch(stage, now_ms);
    if (key == KEY_PAD_BACK && has_focus(stage) && stage->overlays.count == 0) {
        stage->focused = (struct target_id){0};
        return KEY_COUNT;
    }
    return walk(stage, stage->frame.mirrored ? key_mirrored(meant) : meant, now_ms) ? KEY_COUNT : meant;
}

void keys_scan(struct stage *stage, int64_t now_ms)
{
    int groups = targets_groups(&stage->shown.targets), places = groups > 0 ? groups : stage->shown.targets.count;
    bool was = stage->scan.on, moves = scan_moves(&stage->scan, scan_step_ms(stage), places, now_ms);

    if (moves && !stage->scan.grouped && !scene_equal(stage->scan.scene, show_top(stage)))
        scan_group(stage); /* what was chosen opened it: it has groups of its own */
    if (moves && groups > 0 && !stage->scan.grouped && has_focus(stage) && --stage->scan.left > 0)
        sight_focus_next(stage, 1, now_ms);
    else if (moves)
        scan_on(stage, now_ms);
    else if (was && !stage->scan.on)
        stage->focused = (struct target_id){0};
}

/* A keypad's key that selects, and a switch, stay with what is seen, as a finger does there: attract stands still. Others lead home. */
static void wake_by_key(struct stage *stage, enum key key, int64_t now_ms)
{
    bool stays = key == KEY_PAD_SELECT || key == KEY_PAD_SWITCH;

    if (stays) {
        show_frame(stage, now_ms); /* the last one may be of the visit before */
        act(stage, stage->shown.base->page.targets[0].action, now_ms);
    } else {
        act_wake(stage, now_ms);
    }
    if (key == KEY_SETTINGS || key == KEY_PAD_FOR_ME)
        press_anywhere(stage, KEY_SETTINGS, now_ms);
    if (key == KEY_PAD_SWITCH)
        scan_begin(&stage->scan, scan_step_ms(stage), now_ms);
    if (key == KEY_LISTEN && !stage->listening.on)
        listen_act(stage, (struct action){.kind = ACTION_LISTEN}, now_ms);
}

void keys_press(struct stage *stage, enum key key, int64_t now_ms)
{
    bool asked = show_countdown(stage, now_ms) > 0;

    stage->visit.via = VIA_KEY;
    stage->scan.on = stage->scan.on && key == KEY_PAD_SWITCH;
    if (stage->attract.on && key == KEY_ESCAPE)
        return;
    idle_note_activity(&stage->idle, now_ms);
    if (stage->attract.on) {
        wake_by_key(stage, key, now_ms);
        return;
    }
    listening_hush(&stage->listening, now_ms);
    show_frame(stage, now_ms); /* keys may come faster than pictures */
    if (!asked && stage->lowering.part > 0 && (key == KEY_ESCAPE || key == KEY_PAD_BACK)) {
        lower_to(stage, 0, now_ms);
        return;
    }
    if (key_is_pad(key) && !asked && (key = press_pad(stage, key, now_ms)) == KEY_COUNT)
        return;
    key = stage->frame.mirrored ? key_mirrored(key) : key;
    if (!asked && !ask_scene(stage, &(struct key_press){.key = key, .focus = stage->focused.action}, now_ms))
        press_anywhere(stage, key, now_ms);
    stage->keyed = show_top(stage);
}

void keys_hold(struct stage *stage, enum key key, int64_t now_ms)
{
    bool zooms = (key == KEY_PLUS || key == KEY_MINUS) && show_top(stage).ops->window != WINDOW_NONE;

    if (stage->attract.on || show_countdown(stage, now_ms) > 0 || !hands_free(&stage->hands)) /* fingers come first */
        return;
    if (!scene_equal(stage->keyed, show_top(stage))) /* another's hand has turned the page */
        return;
    show_frame(stage, now_ms);
    key = stage->frame.mirrored ? key_mirrored(key) : key;
    if (zooms)
        act(stage, (struct action){.kind = ACTION_CLOSER, .argument = key == KEY_PLUS ? 1 : -1}, now_ms);
    else
        ask_scene(stage, &(struct key_press){.key = key, .held = true, .focus = stage->focused.action}, now_ms);
}
