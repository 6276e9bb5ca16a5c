/* Labels and clusters are found in the page by what they do, clusters' members by asking which events they stand for. */
#include "support/timeline_page.h"

#include "axis/event.h"
#include "ruler/lanes.h"
#include "timeline/choice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

bool timeline_page_holds(struct rect outer, struct rect inner)
{
    struct rect common = rect_common(inner, outer);

    return common.w == inner.w && common.h == inner.h;
}

static void check_targets(const struct scene *scene)
{
    for (int i = 0; i < scene->page->target_count; i++) {
        const struct target *target = &scene->page->targets[i];

        assert_true(timeline_page_holds(scene->style->page, target->rect));
        assert_true(target->rect.w >= scene->style->target_px && target->rect.h >= scene->style->target_px);
        for (int other = 0; other < i; other++)
            assert_true(rect_is_empty(rect_common(target->rect, scene->page->targets[other].rect)));
    }
}

static int letters_in(const char *text, int length)
{
    int letters = 0;

    for (int i = 0; i < length; i++)
        letters += text[i] != ' ';
    return letters;
}

/* Where the letters are, from the baseline to about the capitals' height. */
static struct rect ink_of(const struct draw_command *command)
{
    int height = command->text.type.size_px * 3 / 5;

    return (struct rect){command->rect.x, command->text.baseline_px - height, command->rect.w, height};
}

/* Each letter of the title and of the date is drawn in the label, and nothing that stands on the label reaches out of it; no letter stands
 * on its picture.
 */
static void check_words(const struct scene *scene, const struct timeline_packed *packed, const struct target *target)
{
    const char *title = text_in(scene->exhibit->events[target->action.argument].title, scene->language);
    const char *date = packed->dates[target->action.argument];
    int here = timeline_canvas_here(&(struct timeline_canvas){.scene = scene});
    struct rect picture = {0};
    int letters = 0;

    for (int i = 0; i < scene->page->list.count; i++) {
        const struct draw_command *command = &scene->page->list.commands[i];

        if (command->kind == DRAW_PICTURE && !rect_is_empty(rect_common(command->rect, target->rect))) {
            assert_non_null(timeline_labels_picture(scene->exhibit, target->action.argument));
            assert_true(timeline_page_holds(target->rect, command->rect));
            picture = command->rect;
        }
        if (command->kind != DRAW_TEXT || rect_is_empty(rect_common(ink_of(command), rect_inset(target->rect, 1))))
            continue;
        assert_true(command->rect.x >= target->rect.x && command->rect.x + command->rect.w <= target->rect.x + target->rect.w);
        assert_true(command->text.baseline_px > target->rect.y && command->text.baseline_px <= target->rect.y + target->rect.h);
        assert_true(rect_is_empty(rect_common(ink_of(command), picture)));
        letters += letters_in(command->text.text, command->text.length);
    }
    if (target->action.argument == here) /* says that one was there, too, where it has the room */
        assert_true(letters >= letters_in(title, (int)strlen(title)));
    else
        assert_int_equal(letters, letters_in(title, (int)strlen(title)) + (date ? letters_in(date, (int)strlen(date)) : 0));
}

static void check_stem(const struct scene *scene, const struct timeline_state *state, const struct target *target)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    double stem = timeline_layout_along(&layout, state->window, axis_event_place(scene->exhibit, target->action.argument));
    int from = layout.portrait ? target->rect.y : target->rect.x, length = layout.portrait ? target->rect.h : target->rect.w;

    assert_true(stem >= from - 1 && stem <= from + length + 1);
}

/* All words: title, dates, names of lanes and eras, ticks, clusters, labels. */
static void check_texts(const struct scene *scene)
{
    const struct draw_list *list = &scene->page->list;

    for (int i = 0; i < list->count; i++) {
        if (list->commands[i].kind != DRAW_TEXT)
            continue;
        struct rect ink = ink_of(&list->commands[i]);

        if (!timeline_page_holds(scene->style->page, ink))
            fail_msg("\"%.*s\" leaves the screen", list->commands[i].text.length, list->commands[i].text.text);
        for (int other = 0; other < i; other++)
            if (list->commands[other].kind == DRAW_TEXT && !rect_is_empty(rect_common(ink, ink_of(&list->commands[other]))))
                fail_msg("\"%.*s\" stands on \"%.*s\" at %dx%d", list->commands[i].text.length, list->commands[i].text.text,
                         list->commands[other].text.length, list->commands[other].text.text, scene->style->screen.w,
                         scene->style->screen.h);
    }
}

/* ---- nothing is lost ---- */

static bool has_target(const struct scene *scene, enum action_kind kind, int argument)
{
    for (int i = 0; i < scene->page->target_count; i++)
        if (scene->page->targets[i].action.kind == kind && scene->page->targets[i].action.argument == argument)
            return true;
    return false;
}

/* A cluster is drawn with the number of its events. */
static bool is_drawn(const struct scene *scene, const struct axis_cluster *cluster)
{
    char words[32];

    snprintf(words, sizeof(words), "+%d", cluster->count);
    for (int i = 0; i < scene->page->list.count; i++) {
        const struct draw_command *command = &scene->page->list.commands[i];

        if (command->kind == DRAW_TEXT && command->text.length == (int)strlen(words) &&
            memcmp(command->text.text, words, strlen(words)) == 0)
            return has_target(scene, ACTION_CLUSTER, cluster->event);
    }
    return false;
}

static bool is_counted(const struct scene *scene, const struct timeline_cluster_list *clusters, int event)
{
    double place = axis_event_place(scene->exhibit, event);

    for (int i = 0; i < clusters->count; i++)
        if (place >= clusters->clusters[i].from_place && place <= clusters->clusters[i].to_place)
            return is_drawn(scene, &clusters->clusters[i]);
    return false;
}

static void check_nothing_lost(const struct scene *scene, const struct timeline_state *state)
{
    struct timeline_layout layout;
    struct timeline_canvas canvas = {scene, &layout, state};
    struct timeline_lane lanes[EXHIBIT_LANES_MAX];
    int hidden = 0, counted = 0;

    timeline_layout_make(&layout, scene);
    timeline_lanes_place(scene, &layout, lanes);
    struct timeline_choice choice = timeline_choice_make(&canvas, timeline_labels_pack(&canvas));

    for (int i = 0; i < scene->exhibit->event_count; i++) {
        double along = timeline_layout_along(&layout, state->window, axis_event_place(scene->exhibit, i));

        if (along < layout.from_px || along >= layout.to_px || has_target(scene, ACTION_EVENT, i))
            continue;
        hidden++;
        if (!is_counted(scene, &choice.clusters[scene->exhibit->lanes[scene->exhibit->events[i].lane].side], i))
            fail_msg("event %d is lost", i);
    }
    for (int side = 0; side < LANE_SIDES; side++)
        for (int i = 0; i < choice.clusters[side].count; i++)
            counted += choice.clusters[side].clusters[i].count;
    assert_true(counted >= hidden);
}

void timeline_page_check(const struct scene *scene, const struct timeline_state *state)
{
    struct timeline_layout layout;
    struct timeline_canvas canvas = {scene, &layout, state};

    timeline_layout_make(&layout, scene);
    const struct timeline_packed *packed = timeline_labels_pack(&canvas);

    check_targets(scene);
    check_texts(scene);
    for (int i = 0; i < scene->page->target_count; i++) {
        const struct target *target = &scene->page->targets[i];

        if (target->action.kind != ACTION_EVENT)
            continue;
        check_words(scene, packed, target);
        check_stem(scene, state, target);
    }
    check_nothing_lost(scene, state);
}
