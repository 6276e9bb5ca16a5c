/* Of tags only names, ids and depth are looked at. */
#include "formats/groups.h"

#include "formats/svg.h"
#include "formats/tag.h"

#include <string.h>

static const char layer[] = "layer-", move[] = "move-";

/* open: the group of the root that has not ended yet; -1: none. */
struct group_walk {
    struct bytes file;
    struct groups *groups;
    size_t at, counted;
    int depth, line, open;
};

static enum group_kind kind_of(const char *id)
{
    static const char *const layers[] = {[GROUP_BACK] = "layer-back", [GROUP_MID] = "layer-mid", [GROUP_FRONT] = "layer-front"};

    if (strncmp(id, move, strlen(move)) == 0)
        return GROUP_MOVES;
    for (size_t i = 0; i < COUNTOF(layers); i++)
        if (strcmp(id, layers[i]) == 0)
            return (enum group_kind)i;
    return GROUP_UNKNOWN;
}

static int line_at(struct group_walk *walk, size_t at)
{
    for (; walk->counted < at; walk->counted++)
        walk->line += walk->file.at[walk->counted] == '\n';
    return walk->line;
}

/* An element begins whose id is one of those. */
static void add(struct group_walk *walk, struct bytes id, size_t from)
{
    struct groups *groups = walk->groups;

    groups->found++;
    if (groups->count == GROUPS_MAX)
        return;
    struct group *group = &groups->list[groups->count++];
    size_t length = id.size < sizeof(group->id) ? id.size : sizeof(group->id) - 1;

    *group = (struct group){.from = from, .line = line_at(walk, from), .nested = walk->depth != 1};
    memcpy(group->id, id.at, length);
    group->kind = kind_of(group->id);
    if (!group->nested)
        walk->open = groups->count - 1;
}

static void end_element(struct group_walk *walk)
{
    if (walk->depth == 1 && walk->open >= 0) {
        walk->groups->list[walk->open].to = walk->at;
        walk->open = -1;
    }
}

static void begin_element(struct group_walk *walk)
{
    struct bytes file = walk->file;
    size_t from = walk->at, at = from + 1;
    struct tag_attribute attribute;

    while (at < file.size && !tag_is_blank(file.at[at]) && file.at[at] != '>' && file.at[at] != '/')
        at++;
    while (tag_next_attribute(file, &at, &attribute)) {
        bool living = tag_begins_at(attribute.value, 0, layer) || tag_begins_at(attribute.value, 0, move);

        if (living && tag_is_named(&attribute, "id"))
            add(walk, attribute.value, from);
    }
    walk->at = tag_behind(file, at, ">");
    if (tag_begins_at(file, at, "/"))
        end_element(walk);
    else
        walk->depth++;
}

/* The next piece of markup. False: the root has ended, or the file. */
static bool step(struct group_walk *walk)
{
    struct bytes file = walk->file;
    const char *next = walk->at < file.size ? memchr(file.at + walk->at, '<', file.size - walk->at) : NULL;

    if (!next)
        return false;
    walk->at = (size_t)(next - file.at);
    if (tag_begins_at(file, walk->at, "<!--"))
        walk->at = tag_behind(file, walk->at + 4, "-->");
    else if (tag_begins_at(file, walk->at, "<![CDATA["))
        walk->at = tag_behind(file, walk->at, "]]>");
    else if (tag_begins_at(file, walk->at, "<?"))
        walk->at = tag_behind(file, walk->at, "?>");
    else if (tag_begins_at(file, walk->at, "</")) {
        if (--walk->depth == 0)
            return false;
        walk->at = tag_behind(file, walk->at, ">");
        end_element(walk);
    } else
        begin_element(walk);
    return true;
}

/* Most drawings have none, and are not walked through. */
static bool may_have(struct bytes file)
{
    return tag_behind(file, 0, layer) < file.size || tag_behind(file, 0, move) < file.size;
}

void groups_find(struct bytes file, struct groups *groups)
{
    struct group_walk walk = {.file = file, .groups = groups, .depth = 1, .line = 1, .open = -1};
    struct svg_root root;

    *groups = (struct groups){0};
    if (!svg_find_root(file, &root) || !may_have(file) || !tag_begins_at(file, root.end, ">") || !tag_begins_at(file, root.at, "<svg"))
        return;
    groups->from = walk.at = root.end + 1;
    while (step(&walk))
        continue;
    groups->to = walk.at;
    if (walk.depth != 0)
        *groups = (struct groups){0};
}

bool group_moves(const struct group *group)
{
    return !group->nested && (group->kind == GROUP_BACK || group->kind == GROUP_FRONT || group->kind == GROUP_MOVES);
}

void groups_cut(struct bytes file, const struct groups *groups, const size_t part[2], struct buffer *out)
{
    static const char hide[] = "<g display=\"none\">", show[] = "</g>";

    buffer_add(out, file.at, groups->from);
    buffer_add(out, hide, strlen(hide));
    buffer_add(out, file.at + groups->from, part[0] - groups->from);
    buffer_add(out, show, strlen(show));
    buffer_add(out, file.at + part[0], part[1] - part[0]);
    buffer_add(out, hide, strlen(hide));
    buffer_add(out, file.at + part[1], groups->to - part[1]);
    buffer_add(out, show, strlen(show));
    buffer_add(out, file.at + groups->to, file.size - groups->to);
}
