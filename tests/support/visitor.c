/* Drives a stage as the run loop does. */
#include "support/visitor.h"

#include "stage/act.h"
#include "staging/state.h"
#include "support/fake_measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { STEP_MS = 16 };

const struct visitor_edit visitor_two_languages = {"config/exhibit.yaml", "languages: [en, es, ar, th]", "languages: [en, es]"};

static void take_log(struct visitor *visitor)
{
    for (const char *line; (line = stage_log(visitor->stage));) {
        size_t used = strlen(visitor->log);

        assert_true(used + strlen(line) + 2 < sizeof(visitor->log));
        snprintf(visitor->log + used, sizeof(visitor->log) - used, "%s\n", line);
    }
}

/* What fingers touch is what was shown last. */
static void show(struct visitor *visitor)
{
    stage_frame(visitor->stage, visitor->now_ms);
    take_log(visitor);
}

/* The files on disk, seen through a plan's edits. */
struct edited {
    struct files *files;
    const struct visitor_plan *plan;
    int done;
};

static void apply(const struct visitor_edit *edit, struct buffer *content)
{
    const char *at = edit->what ? strstr(content->bytes, edit->what) : content->bytes + content->length;
    size_t skipped = edit->what ? strlen(edit->what) : 0;
    struct buffer changed = {0};

    if (!at)
        fail_msg("%s has no \"%s\"", edit->path, edit->what);
    buffer_add(&changed, content->bytes, (size_t)(at - content->bytes));
    buffer_printf(&changed, "%s%s", edit->with, at + skipped);
    buffer_finish(content);
    *content = changed;
}

static enum files_result read_edited(void *context, const char *path, size_t limit_bytes, struct buffer *content)
{
    struct edited *edited = context;
    enum files_result result = edited->files->read(edited->files->context, path, limit_bytes, content);

    for (int i = 0; result == FILES_OK && i < edited->plan->edit_count; i++) {
        if (strcmp(edited->plan->edits[i].path, path) != 0)
            continue;
        apply(&edited->plan->edits[i], content);
        edited->done++;
    }
    return result;
}

static enum files_result open_edited(void *context, const char *path, size_t limit_bytes, int *fd)
{
    const struct edited *edited = context;

    return edited->files->open(edited->files->context, path, limit_bytes, fd);
}

static int list_edited(void *context, const char *folder, struct arena *arena, const char ***names)
{
    const struct edited *edited = context;

    return edited->files->list(edited->files->context, folder, arena, names);
}

void visitor_come(struct visitor *visitor, struct size screen, const char *start)
{
    visitor_come_as(visitor, &(struct visitor_plan){.screen = screen, .start = start});
}

void visitor_come_as(struct visitor *visitor, const struct visitor_plan *plan)
{
    struct edited edited = {.plan = plan};
    struct files seen = {.context = &edited, .read = read_edited, .open = open_edited, .list = list_edited};

    *visitor = (struct visitor){.files = files_open(plan->exhibit ? plan->exhibit : "tests/exhibit"),
                                .findings = findings_create(),
                                .screen = plan->screen,
                                .now_ms = 1000};
    assert_non_null(visitor->files);
    edited.files = visitor->files;
    visitor->loaded = load_exhibit(&seen, visitor->findings);
    assert_non_null(visitor->loaded);
    assert_true(edited.done >= plan->edit_count);
    visitor->exhibit = loaded_exhibit(visitor->loaded);
    visitor_start(visitor, plan->start);
}

void visitor_start(struct visitor *visitor, const char *start)
{
    struct stage_setup setup = {
        .exhibit = visitor->exhibit, .measure = fake_measure(NULL), .screen = visitor->screen, .start = start, .now_ms = visitor->now_ms};

    stage_destroy(visitor->stage);
    visitor->stage = stage_create(&setup);
    assert_non_null(visitor->stage);
    show(visitor);
}

void visitor_leave(struct visitor *visitor)
{
    stage_destroy(visitor->stage);
    loaded_destroy(visitor->loaded);
    findings_destroy(visitor->findings);
    files_close(visitor->files);
}

void visitor_wait(struct visitor *visitor, int64_t ms)
{
    int64_t until = visitor->now_ms + ms;

    while (visitor->now_ms < until) {
        int64_t deadline = stage_deadline(visitor->stage, visitor->now_ms), next = visitor->now_ms + STEP_MS;

        /* As the run loop sleeps: to the deadline while nothing moves. A wrong deadline shows as an action that never comes. */
        if (deadline > next)
            next = deadline;
        visitor->now_ms = next < until ? next : until;
        stage_tick(visitor->stage, visitor->now_ms);
        show(visitor);
    }
}

void visitor_key(struct visitor *visitor, enum key key)
{
    stage_key(visitor->stage, key, visitor->now_ms);
    show(visitor);
}

void visitor_speak(struct visitor *visitor, int language)
{
    act(visitor->stage, (struct action){.kind = ACTION_LANGUAGE, .argument = language}, visitor->now_ms);
    visitor_wait(visitor, 1000);
}

static void sample(struct visitor *visitor, int64_t finger, enum pointer_kind kind, struct point at)
{
    struct pointer_sample s = {finger, kind, at, visitor->now_ms};

    stage_pointer(visitor->stage, &s, VIA_TOUCH);
    show(visitor);
}

void visitor_down(struct visitor *visitor, int64_t finger, float x, float y)
{
    sample(visitor, finger, POINTER_DOWN, (struct point){x, y});
}

void visitor_move(struct visitor *visitor, int64_t finger, float x, float y)
{
    sample(visitor, finger, POINTER_MOVE, (struct point){x, y});
}

void visitor_up(struct visitor *visitor, int64_t finger, float x, float y)
{
    sample(visitor, finger, POINTER_UP, (struct point){x, y});
}

void visitor_tap(struct visitor *visitor, float x, float y)
{
    visitor_down(visitor, 1, x, y);
    visitor_wait(visitor, 60);
    visitor_up(visitor, 1, x, y);
}

void visitor_swipe(struct visitor *visitor, struct point from, struct point to, int64_t ms)
{
    visitor_down(visitor, 1, from.x, from.y);
    for (int64_t gone = 0; gone < ms; gone += STEP_MS) {
        float share = gone + STEP_MS < ms ? (float)(gone + STEP_MS) / (float)ms : 1;

        visitor_wait(visitor, STEP_MS);
        visitor_move(visitor, 1, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    }
    visitor_up(visitor, 1, to.x, to.y);
}

static struct rect find_target(struct visitor *visitor, struct action action)
{
    const struct shown *shown = &visitor->stage->shown;

    visitor_frame(visitor);
    for (int p = shown->count - 1; p >= 0; p--) {
        const struct page *page = shown->pages[p].page;

        for (int i = 0; i < page->target_count; i++)
            if (action_equal(page->targets[i].action, action))
                return page->targets[i].rect;
    }
    fail_msg("nothing on the screen answers with action %d %d", action.kind, action.argument);
    return (struct rect){0, 0, 0, 0};
}

struct rect visitor_target(struct visitor *visitor, enum action_kind kind, int argument)
{
    return find_target(visitor, (struct action){.kind = kind, .argument = argument});
}

/* Where the screen shows it. */
static struct point middle(struct visitor *visitor, struct rect rect)
{
    const struct frame *frame = visitor_frame(visitor);

    rect = stage_seen(visitor->stage, rect);
    if (frame->mirrored)
        rect = rect_mirrored(rect, frame->size.w);
    return (struct point){(float)rect.x + (float)rect.w / 2, (float)rect.y + (float)rect.h / 2};
}

struct point visitor_find(struct visitor *visitor, enum action_kind kind, int argument)
{
    return middle(visitor, visitor_target(visitor, kind, argument));
}

struct point visitor_find_scene(struct visitor *visitor, const struct scene_ops *ops, int item)
{
    return middle(visitor, find_target(visitor, (struct action){.kind = ACTION_OPEN, .argument = item, .scene = ops}));
}

void visitor_open(struct visitor *visitor, const struct scene_ops *ops, int item)
{
    struct point at = visitor_find_scene(visitor, ops, item);

    visitor_tap(visitor, at.x, at.y);
    visitor_wait(visitor, 1000);
}

const char *visitor_scene(const struct stage *stage)
{
    static char names[4][SCENE_NAME_BYTES];
    static int next;

    next = (next + 1) % (int)COUNTOF(names);
    stage_scene(stage, names[next]);
    return names[next];
}

const struct page *visitor_page(struct visitor *visitor)
{
    visitor_frame(visitor);
    return &visitor->stage->shown.base->page;
}

const struct page *visitor_overlay(struct visitor *visitor)
{
    visitor_frame(visitor);
    return visitor->stage->shown.overlay ? &visitor->stage->shown.overlay->page : NULL;
}

const struct targets *visitor_targets(struct visitor *visitor)
{
    visitor_frame(visitor);
    return &visitor->stage->shown.targets;
}

void visitor_touch(struct visitor *visitor, enum action_kind kind, int argument)
{
    struct point at = visitor_find(visitor, kind, argument);

    visitor_tap(visitor, at.x, at.y);
    visitor_wait(visitor, 1000);
}

void visitor_pinch(struct visitor *visitor, struct point centre, float from_px, float to_px)
{
    visitor_down(visitor, 1, centre.x - from_px / 2, centre.y);
    visitor_down(visitor, 2, centre.x + from_px / 2, centre.y);
    for (int i = 1; i <= 12; i++) {
        float half = (from_px + (to_px - from_px) * (float)i / 12) / 2;

        visitor_wait(visitor, 16);
        visitor_move(visitor, 1, centre.x - half, centre.y);
        visitor_move(visitor, 2, centre.x + half, centre.y);
    }
    visitor_wait(visitor, 200);
    visitor_up(visitor, 1, centre.x - to_px / 2, centre.y);
    visitor_up(visitor, 2, centre.x + to_px / 2, centre.y);
    visitor_wait(visitor, 1000);
}

void visitor_expect(struct visitor *visitor, const char *scene)
{
    assert_string_equal(visitor_scene(visitor->stage), scene);
}

const char *visitor_log(struct visitor *visitor)
{
    static char taken[sizeof(visitor->log)];

    memcpy(taken, visitor->log, sizeof(taken));
    visitor->log[0] = '\0';
    return taken;
}

const struct frame *visitor_frame(struct visitor *visitor)
{
    return stage_frame(visitor->stage, visitor->now_ms);
}
