/* What is there is found by its title. */
#include "exchange/sheet_lanes.h"

#include "exchange/slug.h"
#include "wording/way.h"

#include <string.h>

#define TIMELINE "config/timeline.yaml"

void sheet_lanes_init(struct sheet_lanes *lanes, struct intake *intake)
{
    const struct paper *paper = papers_find(&intake->papers, TIMELINE);

    *lanes = (struct sheet_lanes){.intake = intake, .editing = paper->editing, .root = editing_root(paper->editing)};
}

static bool has_title(const struct node *item, const char *title)
{
    const struct node *own = yaml_find(item, "title");

    if (own && own->kind == NODE_SCALAR)
        return strcmp(own->text, title) == 0;
    for (int i = 0; own && own->kind == NODE_MAP && i < own->count; i++)
        if (own->pairs[i].value.kind == NODE_SCALAR && strcmp(own->pairs[i].value.text, title) == 0)
            return true;
    return false;
}

/* The list's item of that title; NULL if there is none. */
static const struct node *item_of(const struct sheet_lanes *lanes, const char *key, const char *title)
{
    const struct node *list = yaml_find(lanes->root, key);

    for (int i = 0; list && list->kind == NODE_LIST && i < list->count; i++)
        if (has_title(&list->items[i], title))
            return &list->items[i];
    return NULL;
}

/* The name, or with a number behind it where another of this sheet's lanes is called so. */
static const char *free_id(const struct sheet_lanes *lanes, int count, const char *name)
{
    const char *id = name;
    bool taken = true;

    for (int number = 2; taken; number++) {
        taken = false;
        for (int i = 0; i < count; i++)
            taken = taken || strcmp(lanes->ids[i], id) == 0;
        if (taken)
            id = arena_printf(lanes->intake->arena, "%s-%d", name, number);
    }
    return id;
}

const char *sheet_lane(struct sheet_lanes *lanes, const char *title, struct origin at)
{
    struct arena *arena = lanes->intake->arena;
    const char *name = slug_of(arena, title);
    const struct node *there = item_of(lanes, "lanes", title), *id = there ? yaml_find(there, "id") : NULL;
    struct way_end end;

    if (id && id->kind == NODE_SCALAR)
        return id->text;
    if (name[0] && way_find(lanes->root, arena_printf(arena, "lanes[%s]", name), &end))
        return name;
    for (int i = 0; i < lanes->lane_count; i++)
        if (strcmp(lanes->titles[i], title) == 0)
            return lanes->ids[i];
    if (lanes->lane_count == SHEET_ITEMS_MAX) /* far more than can be shown, which is told then */
        return lanes->ids[0];
    int lane = lanes->lane_count++;

    lanes->ids[lane] = free_id(lanes, lane, name[0] ? name : "lane");
    lanes->titles[lane] = title;
    lanes->at[lane] = at;
    return lanes->ids[lane];
}

void sheet_era(struct sheet_lanes *lanes, const struct sheet_era *era)
{
    for (int i = 0; i < lanes->era_count; i++)
        if (strcmp(lanes->eras[i].title, era->title) == 0)
            return;
    if (lanes->era_count < SHEET_ITEMS_MAX)
        lanes->eras[lanes->era_count++] = *era;
}

static struct node word(enum node_style style, const char *text)
{
    return (struct node){.kind = NODE_SCALAR, .style = style, .text = text};
}

static struct node title_of(const struct sheet_lanes *lanes, const char *title)
{
    struct pair *pair = ARENA_NEW(lanes->intake->arena, struct pair);

    *pair = (struct pair){.key = lanes->intake->exhibit->languages[0], .value = word(NODE_QUOTED, title)};
    return (struct node){.kind = NODE_MAP, .flow = true, .pairs = pair, .count = 1};
}

/* An item of these pairs, in the arena. */
static struct node item_with(const struct sheet_lanes *lanes, const struct pair *pairs, int count)
{
    struct pair *kept = ARENA_ARRAY(lanes->intake->arena, struct pair, count);

    memcpy(kept, pairs, sizeof(*kept) * (size_t)count);
    return (struct node){.kind = NODE_MAP, .pairs = kept, .count = count};
}

/* Behind those of the list, which is begun where there is none. */
static void add_items(const struct sheet_lanes *lanes, const char *key, const struct node *items, int count)
{
    const struct node *list = yaml_find(lanes->root, key);
    struct node *fresh = ARENA_NEW(lanes->intake->arena, struct node);

    *fresh = (struct node){.kind = NODE_LIST, .items = items, .count = count};
    if (count == 0)
        return;
    if (!list)
        editing_add(lanes->editing, lanes->root, key, fresh);
    else if (list->kind != NODE_LIST || list->count == 0)
        editing_set(lanes->editing, list, fresh);
    else
        for (int i = 0; i < count; i++)
            editing_append(lanes->editing, list, &items[i]);
}

static void settle_lanes(const struct sheet_lanes *lanes)
{
    struct arena *arena = lanes->intake->arena;
    struct node *items = ARENA_ARRAY(arena, struct node, lanes->lane_count);

    for (int i = 0; i < lanes->lane_count; i++) {
        const struct pair pairs[] = {{.key = "id", .value = word(NODE_PLAIN, lanes->ids[i])},
                                     {.key = "title", .value = title_of(lanes, lanes->titles[i])}};

        items[i] = item_with(lanes, pairs, COUNTOF(pairs));
        intake_add(lanes->intake, &(struct intake_change){.key = arena_printf(arena, TIMELINE ":lanes[%s]", lanes->ids[i]),
                                                          .after = lanes->titles[i],
                                                          .at = lanes->at[i]});
    }
    add_items(lanes, "lanes", items, lanes->lane_count);
}

/* Of an era that there is. */
static void set_date(const struct sheet_lanes *lanes, const struct node *node, const char *way, const struct sheet_era *era)
{
    const char *date = strstr(way, ".from") ? era->from : era->to;

    if (!node || node->kind != NODE_SCALAR || strcmp(node->text, date) == 0)
        return;
    intake_add(lanes->intake,
               &(struct intake_change){.key = way, .before = node->text, .after = date, .origin = node->origin, .at = era->at});
    editing_set_text(lanes->editing, node, date);
}

static void settle_eras(const struct sheet_lanes *lanes)
{
    struct arena *arena = lanes->intake->arena;
    const struct node *list = yaml_find(lanes->root, "eras");
    struct node *items = ARENA_ARRAY(arena, struct node, lanes->era_count);
    int before = list && list->kind == NODE_LIST ? list->count : 0, count = 0;

    for (int i = 0; i < lanes->era_count; i++) {
        const struct sheet_era *era = &lanes->eras[i];
        const struct node *there = item_of(lanes, "eras", era->title);
        const struct pair pairs[] = {{.key = "from", .value = word(NODE_PLAIN, era->from)},
                                     {.key = "to", .value = word(NODE_PLAIN, era->to)},
                                     {.key = "title", .value = title_of(lanes, era->title)}};

        if (there && list) {
            int number = (int)(there - list->items) + 1;

            set_date(lanes, yaml_find(there, "from"), arena_printf(arena, TIMELINE ":eras[%d].from", number), era);
            set_date(lanes, yaml_find(there, "to"), arena_printf(arena, TIMELINE ":eras[%d].to", number), era);
            continue;
        }
        items[count++] = item_with(lanes, pairs, COUNTOF(pairs));
        intake_add(
            lanes->intake,
            &(struct intake_change){.key = arena_printf(arena, TIMELINE ":eras[%d]", before + count), .after = era->title, .at = era->at});
    }
    add_items(lanes, "eras", items, count);
}

void sheet_lanes_settle(struct sheet_lanes *lanes)
{
    settle_lanes(lanes);
    settle_eras(lanes);
}
