/* Each drawing is read once, and held against all pictures that show it. */
#include "movements/findings.h"

#include "base/suggest.h"
#include "formats/groups.h"
#include "formats/picture.h"
#include "yaml/report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct movements_check {
    const struct files *files;
    struct findings *findings;
    const struct picture **pictures; /* all that have files */
    int count, capacity;
};

static void add(struct movements_check *check, const struct picture *picture)
{
    if (!picture->file)
        return;
    check->pictures = mem_grow(check->pictures, check->count, &check->capacity, sizeof(*check->pictures));
    check->pictures[check->count++] = picture;
}

static void add_panel(struct movements_check *check, const struct panel *panel)
{
    if (panel->picture_count == 0)
        add(check, &panel->picture);
    for (int i = 0; i < panel->picture_count; i++)
        add(check, &panel->pictures[i]);
}

static int by_file(const void *one, const void *other)
{
    const struct picture *const *a = one, *const *b = other;

    return strcmp((*a)->file, (*b)->file);
}

static void add_all(struct movements_check *check, const struct exhibit *exhibit)
{
    add(check, &exhibit->opening);
    add(check, &exhibit->neutral);
    for (int i = 0; i < exhibit->chapter_count; i++)
        add(check, &exhibit->chapters[i].picture);
    for (int i = 0; i < exhibit->panel_count; i++)
        add_panel(check, &exhibit->panels[i]);
    for (int i = 0; i < exhibit->event_count; i++)
        add(check, &exhibit->events[i].picture);
    if (check->count > 0)
        qsort(check->pictures, (size_t)check->count, sizeof(*check->pictures), by_file);
}

/* Pictures of one file, and what moves in it. */
struct shown_drawing {
    const struct picture *const *pictures;
    int count;
    bool drawing; /* else a photograph */
    struct groups groups;
};

/* False: there is no such group. */
static bool has_group(const struct groups *groups, const char *id)
{
    for (int i = 0; i < groups->count; i++)
        if (strcmp(groups->list[i].id, id) == 0)
            return true;
    return false;
}

static void look_at_group(const struct movements_check *check, const struct shown_drawing *shown, const struct movement *movement,
                          struct origin at)
{
    const char *names[GROUPS_MAX] = {NULL};
    int count = 0;

    if (has_group(&shown->groups, movement->group))
        return;
    for (int i = 0; i < shown->groups.count; i++)
        if (shown->groups.list[i].kind == GROUP_MOVES)
            names[count++] = shown->groups.list[i].id;
    const char *suggested = suggest_name(movement->group, names, count);

    if (suggested)
        findings_add(check->findings, FINDING_WARNING, at,
                     CODED("movement-group") "group: the drawing has no group \"%s\"; did you mean \"%s\"?", movement->group, suggested);
    else
        findings_add(check->findings, FINDING_WARNING, at,
                     CODED("movement-group") "group: \"%s\" has no group with id=\"%s\"; name one of it that begins with \"move-\", or "
                                             "leave this movement out",
                     report_quote(shown->pictures[0]->file).text, movement->group);
}

static bool goes_nowhere(const struct movement *movement)
{
    switch (movement->motion) {
    case MOTION_SLIDE:
        return movement->across == 0 && movement->down == 0;
    case MOTION_TURN:
        return movement->degrees == 0;
    case MOTION_FADE:
        return movement->faint == 100;
    case MOTION_DRAW:
    case MOTION_COUNT:
        break;
    }
    return false;
}

static void look_at_movement(const struct movements_check *check, const struct shown_drawing *shown,
                             const struct picture_movement *described)
{
    static const char *const lacks[MOTION_COUNT] = {"slide: it goes nowhere; write how far: across, down, or both",
                                                    "turn: it turns by nothing; write how far: degrees",
                                                    "fade: it stays as it is; write a smaller faint"};
    const struct movement *movement = &described->movement;
    struct origin at = described->origin;

    if (!shown->drawing) {
        findings_add(check->findings, FINDING_WARNING, at,
                     CODED("movement-group") "nothing moves in a photograph; leave this movement out, or show an SVG drawing");
        return;
    }
    look_at_group(check, shown, movement, at);
    if (goes_nowhere(movement))
        findings_add(check->findings, FINDING_WARNING, at, CODED("movement-wrong") "motion: %s", lacks[movement->motion]);
    if (movement->after_ms + movement->duration_ms > MOVEMENT_MS_MAX)
        findings_add(check->findings, FINDING_WARNING, at,
                     CODED("movement-wrong") "duration_ms: with after_ms that is %d ms, of which visitors see %d; make one of them shorter",
                     movement->after_ms + movement->duration_ms, MOVEMENT_MS_MAX);
}

static bool is_described(const struct shown_drawing *shown, const char *id)
{
    for (int i = 0; i < shown->count; i++)
        for (int m = 0; m < shown->pictures[i]->movement_count; m++)
            if (strcmp(shown->pictures[i]->movements[m].movement.group, id) == 0)
                return true;
    return false;
}

/* In the drawing's own file; index: of the group. */
static void look_at_drawn(const struct movements_check *check, const struct shown_drawing *shown, int index)
{
    const struct groups *groups = &shown->groups;
    const struct group *group = &groups->list[index];
    struct origin at = {shown->pictures[0]->file, group->line, 1};

    for (int i = 0; i < index; i++)
        if (strcmp(groups->list[i].id, group->id) == 0) {
            findings_add(check->findings, FINDING_WARNING, at,
                         CODED("movement-group") "id=\"%s\" stands here again; give each group an id of its own", group->id);
            return;
        }
    if (group->kind == GROUP_UNKNOWN)
        findings_add(check->findings, FINDING_HINT, at,
                     CODED("movement-group") "id=\"%s\" is no layer that moves: those are layer-back, layer-mid and layer-front",
                     group->id);
    else if (group->nested)
        findings_add(check->findings, FINDING_WARNING, at,
                     CODED("movement-group") "id=\"%s\" stands inside another element, so it does not move; put it directly into the <svg>",
                     group->id);
    else if (group->kind == GROUP_MOVES && !is_described(shown, group->id))
        findings_add(
            check->findings, FINDING_WARNING, at,
            CODED("movement-undescribed") "id=\"%s\": no picture says how it moves; describe it in its movements, or give it another id",
            group->id);
}

/* What cannot be read is told by whoever decodes it. */
static void read_drawing(const struct movements_check *check, struct shown_drawing *shown)
{
    const char *path = shown->pictures[0]->file;
    struct picture_header header = {.kind = PICTURE_PNG};
    struct buffer file = {0};
    int fd = -1;

    if (check->files->open(check->files->context, path, PICTURE_FILE_BYTES_MAX, &fd) != FILES_OK)
        return;
    shown->drawing = !picture_glance(fd, &header) && header.kind == PICTURE_SVG;
    close(fd);
    if (shown->drawing && check->files->read(check->files->context, path, PICTURE_FILE_BYTES_MAX, &file) == FILES_OK)
        groups_find((struct bytes){file.bytes ? file.bytes : "", file.length}, &shown->groups);
    buffer_finish(&file);
}

static void look_at_file(const struct movements_check *check, struct shown_drawing *shown)
{
    struct origin whole = {shown->pictures[0]->file, 0, 0};

    read_drawing(check, shown);
    for (int i = 0; i < shown->count; i++)
        for (int m = 0; m < shown->pictures[i]->movement_count; m++)
            look_at_movement(check, shown, &shown->pictures[i]->movements[m]);
    for (int i = 0; i < shown->groups.count; i++)
        look_at_drawn(check, shown, i);
    if (shown->groups.found > GROUPS_MAX)
        findings_add(check->findings, FINDING_WARNING, whole,
                     CODED("movements-many") "%d groups of it are to move; the first %d do, so put some together", shown->groups.found,
                     GROUPS_MAX);
}

void movements_findings(const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    struct movements_check check = {.files = files, .findings = findings};

    add_all(&check, exhibit);
    for (int i = 0, next; i < check.count; i = next) {
        for (next = i + 1; next < check.count && strcmp(check.pictures[next]->file, check.pictures[i]->file) == 0;)
            next++;
        struct shown_drawing shown = {.pictures = check.pictures + i, .count = next - i};

        look_at_file(&check, &shown);
    }
    free(check.pictures);
}
