/* Actions by their words; a scene that a place opens, by its own. */
#include "tape/place.h"

#include <string.h>

static const char *const words[ACTION_COUNT] = {
    [ACTION_WAKE] = "begin", /* what is looked at; then, of attract, each language in which it begins */
    [ACTION_HOME] = "home",
    [ACTION_PREVIOUS] = "previous",
    [ACTION_NEXT] = "next",
    [ACTION_FIRST] = "first",
    [ACTION_LAST] = "last",
    [ACTION_PANEL] = "panel",
    [ACTION_ROUTE] = "route",
    [ACTION_AGAIN] = "again",
    [ACTION_TIMELINE] = "timeline",
    [ACTION_EVENT] = "event",
    [ACTION_CLUSTER] = "cluster",
    [ACTION_TERM] = "term",
    [ACTION_PERSON] = "person",
    [ACTION_NUMBERS] = "numbers",
    [ACTION_BACK] = "back",
    [ACTION_CLOSE] = "close",
    [ACTION_ACCEPT] = "accept",
    [ACTION_SKIP] = "skip",
    [ACTION_QUESTION] = "question",
    [ACTION_LANGUAGE] = "language",
    [ACTION_SETTING] = "setting",
    [ACTION_USUAL] = "usual",
    [ACTION_LOWER] = "lower",
    [ACTION_SCROLL] = "scroll",
    [ACTION_SCROLL_LINES] = "scroll-lines",
    [ACTION_CLOSER] = "closer",
    [ACTION_FIT] = "fit",
    [ACTION_PICTURE] = "other-picture",
    [ACTION_DETAIL] = "detail",
    [ACTION_CHOOSE] = "choose",
    [ACTION_STEP] = "step",
    [ACTION_LISTEN] = "listen",
    [ACTION_LISTEN_PAUSE] = "pause",
    [ACTION_LISTEN_SENTENCE] = "sentence",
    [ACTION_LISTEN_SPEED] = "speed",
    [ACTION_LISTEN_VOLUME] = "volume",
    [ACTION_SOUND] = "play",
};

/* "card/", "picture/", "card/languages" and the part "sources" are "card", "picture", "languages" and "sources". */
static bool is_scene(const struct scene_ops *ops, const char *name)
{
    const char *slash = strchr(ops->name, '/');

    if (ops->part)
        return strcmp(ops->part, name) == 0;
    if (slash && slash[1])
        return strcmp(slash + 1, name) == 0;
    return strncmp(ops->name, name, strlen(name)) == 0 && strlen(name) == (slash ? (size_t)(slash - ops->name) : strlen(ops->name));
}

static bool is_named(struct action action, const char *name)
{
    if (action.kind == ACTION_OPEN)
        return is_scene(action.scene, name);
    return words[action.kind] && strcmp(words[action.kind], name) == 0;
}

bool place_find(struct stage *stage, const struct tape_touch *touch, int64_t now_ms, struct point *at)
{
    const struct frame *frame = stage_frame(stage, now_ms);
    const struct targets *targets = stage_targets(stage);
    int nth = 0;

    for (int i = 0; i < targets->count; i++) {
        const struct target *target = &targets->list[i];

        if (target->more || !is_named(target->action, touch->name) || ++nth < touch->nth)
            continue;
        struct rect rect = stage_seen(stage, target->rect);

        if (rect_is_empty(rect))
            return false;
        rect = frame->mirrored ? rect_mirrored(rect, frame->size.w) : rect;

        *at = (struct point){(float)rect.x + (float)rect.w / 2, (float)rect.y + (float)rect.h / 2};
        return true;
    }
    return false;
}
