/* What every page is looked at for: letters that no face has or that are too small, words in one another's way, keys too small. */
#include "audit/audit_state.h"

#include "base/utf8.h"
#include "yaml/locate.h"
#include "audit/flaws.h"

#include <string.h>

/* Fingertips, as the contract with visitors has it; per cent of the theme's small type that notes of a chart may shrink to. */
enum { TARGET_LEAST_MM = 15, LETTER_SHRINKS_TO = 84 };

void audit_warn(const struct surveyor *s, struct origin at, const char *message)
{
    findings_add(s->findings, FINDING_WARNING, at.file, at.line, at.column, "%s", message);
}

struct location audit_key(const char *file, const char *key, const char *below)
{
    return (struct location){.file = file, .keys = {key, key ? below : NULL}};
}

struct origin audit_origin(const struct surveyor *s, struct location location)
{
    return location.known.file ? location.known : locate_key(s->audit->files, location.file, location.keys);
}

static bool is_told(const struct surveyor *s, struct origin at, const char *what)
{
    size_t length = strlen(what);

    for (int i = 0; i < findings_total(s->findings); i++) {
        const struct finding *told = findings_at(s->findings, i);
        size_t said = strlen(told->message);

        if (told->line == at.line && told->column == at.column && strcmp(told->file, at.file) == 0 && said >= length &&
            strcmp(told->message + said - length, what) == 0)
            return true;
    }
    return false;
}

void audit_warn_seen(const struct surveyor *s, struct origin at, const char *what)
{
    if (s->style.large && is_told(s, at, what))
        return;
    audit_warn(s, at,
               arena_printf(s->arena, "%son this screen (%dx%d) %s", s->style.large ? "in large text " : "", s->style.screen.w,
                            s->style.screen.h, what));
}

/* ---- letters ---- */

static const char *const FACE_KEYS[FACE_COUNT] = {"headline", "text", "bold", "italic"};

/* The file that holds a letter: the one it was seen in, else one of those whose texts may stand on any page. */
static struct origin letter_origin(const struct surveyor *s, const char *file, uint32_t code)
{
    const char *const files[] = {file, "config/exhibit.yaml", "config/words.yaml", "config/timeline.yaml", "config/glossary.yaml"};

    for (size_t i = 0; i < COUNTOF(files); i++) {
        struct origin at = locate_letter(s->audit->files, files[i], code);

        if (at.line > 0)
            return at;
    }
    return (struct origin){file, 0, 0};
}

static void check_letter(struct surveyor *s, const char *file, enum face face, uint32_t code)
{
    char letter[5] = {0};

    for (int i = 0; i < s->missing_count; i++)
        if (s->missing[i].face == face && s->missing[i].code == code)
            return;
    if (s->missing_count == MISSING_MAX || s->audit->has_letter(s->audit->letters, face, code))
        return;
    s->missing[s->missing_count++] = (struct missing){face, code};
    utf8_put(letter, code);
    audit_warn(
        s, letter_origin(s, file, code),
        arena_printf(s->arena,
                     "the letter \"%s\" (U+%04X) is in no font of the list \"%s\" in config/theme.yaml, so visitors see an empty box; "
                     "write it in another way, or add a font that has it",
                     letter, (unsigned)code, FACE_KEYS[face]));
}

void audit_letters(struct surveyor *s, const char *file, enum face face, const char *text, int length)
{
    for (const char *at = text, *end = text + length; at < end;)
        check_letter(s, file, face, utf8_next(&at, end));
}

/* Words that lead somewhere are as tall as their line. */
static bool is_key(const struct target *target)
{
    return !target->link && target->action.kind != ACTION_NONE;
}

static bool in_block(const struct sight *sight, struct rect rect)
{
    return !rect_is_empty(rect_common(sight->block, rect));
}

static struct origin place_of(const struct surveyor *s, const struct sight *sight, struct rect rect)
{
    return in_block(sight, rect) ? sight->block_origin : audit_origin(s, sight->place);
}

/* The first that is too small: a screen too small for fingers is told of once, a block's keys where the block stands. */
static void check_targets(struct surveyor *s, const struct sight *sight)
{
    for (int i = 0; i < s->page->target_count; i++) {
        const struct target *target = &s->page->targets[i];
        int side = (int)((float)int_min(target->rect.w, target->rect.h) / s->style.px_per_mm);

        if (!is_key(target) || side >= TARGET_LEAST_MM)
            continue;
        if (in_block(sight, target->rect)) {
            audit_warn_seen(s, sight->block_origin,
                            arena_printf(s->arena,
                                         "a key of it is only %d mm wide or high; fingers need %d: show fewer steps, or give it more room",
                                         side, TARGET_LEAST_MM));
            return;
        }
        if (s->told_target)
            continue;
        s->told_target = true;
        audit_warn_seen(
            s, audit_origin(s, audit_key("config/exhibit.yaml", "screen", NULL)),
            arena_printf(s->arena,
                         "a key to touch is only %d mm wide or high; fingers need %d: correct diagonal_inches, or take a larger screen",
                         side, TARGET_LEAST_MM));
    }
}

/* The page keeps no more than so many. */
static void check_target_count(struct surveyor *s, const struct sight *sight)
{
    if (s->page->target_count == PAGE_TARGETS_MAX)
        audit_warn_seen(s, audit_origin(s, sight->place),
                        arena_printf(s->arena, "there are more than %d links and keys on one page, and the rest lead nowhere; write fewer",
                                     PAGE_TARGETS_MAX - 1));
}

/* What words shrink to is told of, the theme's own sizes are not. */
static int least_letters_px(const struct surveyor *s)
{
    return int_min(style_arcmin_px(s->audit->exhibit, &s->audit->measure, s->style.screen, LETTER_ARCMIN),
                   s->style.sizes.small_px * LETTER_SHRINKS_TO / 100);
}

static void check_letter_sizes(struct surveyor *s, const struct sight *sight)
{
    int least = least_letters_px(s), smallest = least;
    const struct draw_command *found = NULL;

    for (int i = 0; i < s->page->list.count; i++) {
        const struct draw_command *command = &s->page->list.commands[i];

        if (command->kind != DRAW_TEXT || command->text.type.size_px >= smallest)
            continue;
        smallest = command->text.type.size_px;
        found = command;
    }
    if (!found)
        return;
    if (sight->block_origin.file) /* words of a panel never shrink so far, those of its chart or map may */
        audit_warn_seen(
            s, sight->block_origin,
            arena_printf(s->arena,
                         "its letters shrink to %d %% of those that can be read where visitors stand; show less, or give it more "
                         "room",
                         smallest * 100 / least));
    else
        audit_warn_seen(s, audit_origin(s, sight->place),
                        arena_printf(s->arena,
                                     "\"%s\" shrinks to %d %% of the letters that can be read where visitors stand; write less, or give it "
                                     "more room",
                                     flaws_name(s->arena, found), smallest * 100 / least));
}

static const char *flaw_text(const struct surveyor *s, const struct flaw *flaw)
{
    switch (flaw->kind) {
    case FLAW_WORDS:
        return arena_printf(s->arena, "\"%s\" and \"%s\" stand over one another", flaw->what, flaw->with);
    case FLAW_COVERED:
        return arena_printf(s->arena, "\"%s\" is hidden behind something else", flaw->what);
    case FLAW_OUTSIDE:
        return arena_printf(s->arena, "\"%s\" has no room on its page", flaw->what);
    case FLAW_KEY:
        return arena_printf(s->arena, "\"%s\" is too long for its key", flaw->what);
    case FLAW_TARGETS:
        break;
    }
    return "two keys share one place";
}

/* The first of a page: what is mended for it often mends the others. */
static void check_flaws(struct surveyor *s, const struct sight *sight)
{
    struct scene scene = {.style = &s->style, .measure = &s->audit->measure, .arena = s->arena, .page = s->page};
    struct flaw flaw;

    if (flaws_find(&scene, sight->bounds, &flaw, 1) > 0)
        audit_warn_seen(s, place_of(s, sight, flaw.rect),
                        arena_printf(s->arena, "%s; write less, or take a larger screen", flaw_text(s, &flaw)));
}

void audit_page(struct surveyor *s, const struct sight *sight)
{
    for (int i = 0; i < s->page->list.count && !s->style.large; i++) {
        const struct draw_command *command = &s->page->list.commands[i];

        if (command->kind == DRAW_TEXT)
            audit_letters(s, sight->place.file, command->text.type.face, command->text.text, command->text.length);
    }
    check_targets(s, sight);
    check_target_count(s, sight);
    if (!s->told_target) { /* on a screen that is too small nothing else is worth a word */
        check_letter_sizes(s, sight);
        check_flaws(s, sight);
    }
    arena_reset(s->arena);
}
