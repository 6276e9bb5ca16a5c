/* Each check tells the first fault of a page: what is mended for it often mends the others. */
#include "audit/inspect.h"

#include "audit/letters.h"
#include "audit/overlap.h"
#include "audit/reach.h"
#include "audit/sharpness.h"
#include "audit/theme.h"
#include "scene/scene.h"

#include <math.h>

/* The least side of a target: fingertips, as the contract with visitors has it; of what the nearest of answers to a finger, which rolls a
 * little; of places, which have names beside them; per cent of the theme's small type that the notes of a
 * chart may shrink to. */
enum { TARGET_LEAST_MM = 15, SPOT_LEAST_MM = 5, PLACE_LEAST_MM = 4, LETTER_SHRINKS_TO = 84 };

/* Words that lead somewhere are as tall as their line. */
static bool is_button(const struct target *target)
{
    return !target->link && target->action.kind != ACTION_NONE;
}

static bool in_block(const struct inspection *inspection, struct rect rect)
{
    return rect_meet(inspection->block, rect);
}

static struct origin origin_of(const struct inspection *inspection, struct rect rect)
{
    return in_block(inspection, rect) ? inspection->block_origin : inspection->origin;
}

/* The first that is too small: a screen too small for fingers is told of once, a block's buttons where the block is written. */
static void check_targets(struct auditor *a, const struct inspection *inspection)
{
    for (int i = 0; i < a->page->target_count; i++) {
        const struct target *target = &a->page->targets[i];
        int side = (int)((float)int_min(target->rect.w, target->rect.h) / a->style.px_per_mm);

        if (!is_button(target) || side >= TARGET_LEAST_MM)
            continue;
        if (in_block(inspection, target->rect)) {
            auditor_warn_of_screen(
                a, inspection->block_origin,
                arena_printf(
                    a->arena,
                    CODED("target-small") "a key of it is only %d mm wide or high; fingers need %d: show fewer steps, or give it more room",
                    side, TARGET_LEAST_MM));
            return;
        }
        if (a->screen_too_small)
            continue;
        a->screen_too_small = true;
        auditor_warn_of_screen(a, scene_origin(a->setup->exhibit, "config/exhibit.yaml", "screen", NULL),
                               arena_printf(a->arena,
                                            CODED("target-small") "a key to touch is only %d mm wide or high; fingers need %d: correct "
                                                                  "diagonal_inches, or take a larger screen",
                                            side, TARGET_LEAST_MM));
    }
}

/* Bars so near to each other that a finger meets any of several. */
static void check_spots(struct auditor *a, const struct inspection *inspection)
{
    for (int i = 0; i < a->page->spots.count; i++) {
        const struct spot *spot = &a->page->spots.list[i];
        int side_px = spot->scrub == SCRUB_ACROSS ? spot->rect.w : spot->rect.h, mm = (int)((float)side_px / a->style.px_per_mm);

        if (spot->scrub == SCRUB_NOT || spot->action.kind != ACTION_CHOOSE || mm >= SPOT_LEAST_MM)
            continue;
        auditor_warn_of_screen(a, inspection->block_origin,
                               arena_printf(a->arena,
                                            CODED("target-small") "its values stand only %d mm apart, and fingers need %d to tell one from "
                                                                  "the next: show fewer, or give it more room",
                                            mm, SPOT_LEAST_MM));
        return;
    }
}

/* A place of a map: the nearest to a finger answers. */
static bool is_place(const struct spot *spot)
{
    return spot->action.kind == ACTION_CHOOSE && spot->scrub == SCRUB_NOT && !spot->outline && spot->columns == 0;
}

static int apart_mm(const struct auditor *a, struct rect one, struct rect other)
{
    int across = (2 * one.x + one.w - 2 * other.x - other.w) / 2, down = (2 * one.y + one.h - 2 * other.y - other.h) / 2;

    return (int)(hypotf((float)across, (float)down) / a->style.px_per_mm);
}

/* Two places of a map that a finger cannot choose between. */
static void check_places(struct auditor *a, const struct inspection *inspection)
{
    const struct spots *spots = &a->page->spots;

    for (int i = 0; i < spots->count; i++)
        for (int j = i + 1; is_place(&spots->list[i]) && j < spots->count; j++) {
            const struct spot *one = &spots->list[i], *other = &spots->list[j];
            int mm = apart_mm(a, one->rect, other->rect);

            if (!is_place(other) || one->action.argument == other->action.argument || mm >= PLACE_LEAST_MM)
                continue;
            auditor_warn_of_screen(
                a, inspection->block_origin,
                arena_printf(a->arena,
                             CODED("targets-near") "two of its places stand only %d mm apart, and fingers need %d to tell one from the "
                                                   "other: make them one, or take a map of less land",
                             mm, PLACE_LEAST_MM));
            return;
        }
}

/* A page keeps no more than so many, and leaves out the rest. */
static void check_target_count(struct auditor *a, const struct inspection *inspection)
{
    if (a->page->target_count == PAGE_TARGETS_MAX)
        auditor_warn_of_screen(
            a, inspection->origin,
            arena_printf(
                a->arena,
                CODED("targets-too-many") "there are more than %d links and keys on one page, and the rest lead nowhere; write fewer",
                PAGE_TARGETS_MAX - 1));
}

/* What words shrink to is told of, not the sizes that the theme itself sets: those are checked in the theme. In large text nothing is
 * smaller than visitors are promised. */
static int least_letters_px(const struct auditor *a, enum face face)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    const struct style_setup setup = {.exhibit = exhibit, .measure = &a->setup->measure, .screen = a->style.screen};

    if (a->style.large)
        return int_min(a->style.sizes.least_px,
                       style_arcmin_px(&setup, face, fmin(LETTER_ARCMIN_LARGE, exhibit->theme.letter_arcmin_large)));
    return int_min(style_arcmin_px(&setup, FACE_TEXT, LETTER_ARCMIN), a->style.sizes.small_px * LETTER_SHRINKS_TO / 100);
}

/* Of the letters that can be read where visitors stand. */
static int percent_of_least(const struct auditor *a, const struct draw_command *command)
{
    return command->text.type.size_px * 100 / int_max(1, least_letters_px(a, command->text.type.face));
}

static void check_letter_sizes(struct auditor *a, const struct inspection *inspection)
{
    int smallest = 100;
    const struct draw_command *found = NULL;

    for (int i = 0; i < a->page->list.count; i++) {
        const struct draw_command *command = &a->page->list.commands[i];

        if (command->kind != DRAW_TEXT || percent_of_least(a, command) >= smallest)
            continue;
        smallest = percent_of_least(a, command);
        found = command;
    }
    if (!found)
        return;
    if (inspection->block_origin.file) /* words of a panel never shrink so far, those of its chart or map may */
        auditor_warn_of_screen(a, inspection->block_origin,
                               arena_printf(a->arena,
                                            CODED("letters-small") "its letters shrink to %d %% of those that can be read where visitors "
                                                                   "stand; show less, or give it more "
                                                                   "room",
                                            smallest));
    else
        auditor_warn_of_screen(a, inspection->origin,
                               arena_printf(a->arena,
                                            CODED("letters-small") "\"%s\" shrinks to %d %% of the letters that can be read "
                                                                   "where visitors stand; write less, or give it "
                                                                   "more room",
                                            overlap_name(a->arena, found), smallest));
}

static const char *overlap_text(const struct auditor *a, const struct overlap *overlap)
{
    switch (overlap->kind) {
    case OVERLAP_WORDS:
        return arena_printf(a->arena, "\"%s\" and \"%s\" stand over one another", overlap->what, overlap->with);
    case OVERLAP_COVERED:
        return arena_printf(a->arena, "\"%s\" is hidden behind something else", overlap->what);
    case OVERLAP_OUTSIDE:
        return arena_printf(a->arena, "\"%s\" has no room on its page", overlap->what);
    case OVERLAP_BUTTON:
        return arena_printf(a->arena, "\"%s\" is too long for its key", overlap->what);
    case OVERLAP_TARGETS:
        break;
    }
    return "";
}

static void check_overlaps(struct auditor *a, const struct inspection *inspection)
{
    struct scene scene = {.style = &a->style, .measure = &a->setup->measure, .arena = a->arena, .page = a->page};
    struct overlap overlap;

    if (overlap_find(&scene, inspection->bounds, &overlap, 1) == 0)
        return;
    if (overlap.kind == OVERLAP_TARGETS)
        auditor_warn_of_screen(
            a, origin_of(inspection, overlap.rect),
            CODED("targets-near") "two things to touch stand on one another, so that a finger meets the wrong one; move one of "
                                  "them, or take a larger screen");
    else
        auditor_warn_of_screen(
            a, origin_of(inspection, overlap.rect),
            arena_printf(a->arena, CODED("text-does-not-fit") "%s; write less, or take a larger screen", overlap_text(a, &overlap)));
}

static void check_pictures(struct auditor *a)
{
    const struct picture *picture = a->page->unfilled;

    if (picture && !a->style.large) /* who asks for large letters gets words first, and of the picture what is left */
        auditor_warn_of_screen(
            a, picture->crops.origin,
            arena_printf(
                a->arena,
                CODED("picture-shape") "the picture's place in \"%s\" has not the shape for this part, so that it stands smaller there, "
                                       "on its ground; keep less of it, or give it a place of another shape",
                a->place));
}

void inspect_page(struct auditor *a, const struct inspection *inspection)
{
    for (int i = 0; i < a->page->list.count && !a->style.large; i++) {
        const struct draw_command *command = &a->page->list.commands[i];

        if (command->kind == DRAW_TEXT)
            letters_check(a, inspection->origin.file, command->text);
    }
    sharpness_take(a);
    reach_take(a);
    check_pictures(a);
    check_targets(a, inspection);
    check_spots(a, inspection);
    check_places(a, inspection);
    check_target_count(a, inspection);
    if (!a->screen_too_small) { /* on a screen that is too small nothing else is worth a word */
        check_letter_sizes(a, inspection);
        check_overlaps(a, inspection);
    }
    arena_reset(a->arena);
}
