/* Each file of config/ feeds scenes of its own; what a picture feeds is where the exhibit names it. */
#include "desk/follow.h"

#include "yaml/yaml.h"

#include <string.h>

/* ---- where in a file ---- */

/* Keys from the top of the file down to a place. */
struct trail {
    const char *keys[YAML_DEPTH_MAX];
    int count;
};

static bool is_behind(struct origin origin, struct origin place)
{
    return origin.line > place.line || (origin.line == place.line && origin.column > place.column);
}

/* The last pair or item that begins no later than the place is the one around it. */
static const struct node *step_into(const struct node *node, struct origin place, struct trail *trail)
{
    const struct node *found = NULL;

    for (int i = 0; i < node->count; i++) {
        struct origin origin = node->kind == NODE_MAP ? node->pairs[i].origin : node->items[i].origin;

        if (is_behind(origin, place) && (found || node->kind == NODE_LIST))
            break;
        if (is_behind(origin, place))
            continue;
        found = node->kind == NODE_MAP ? &node->pairs[i].value : &node->items[i];
        if (node->kind == NODE_MAP)
            trail->keys[trail->count] = node->pairs[i].key;
    }
    trail->count += found && node->kind == NODE_MAP;
    return found;
}

static struct trail trail_to(struct arena *arena, const char *text, struct origin place)
{
    struct trail trail = {.count = 0};
    struct findings *findings = findings_create(); /* told elsewhere */
    struct report report = {.findings = findings, .file = place.file};
    const struct node *node = yaml_read(arena, &report, &(struct yaml_source){.bytes = text, .size = strlen(text), .is_long = true});

    while (node && node->kind != NODE_SCALAR && trail.count < YAML_DEPTH_MAX)
        node = step_into(node, place, &trail);
    findings_destroy(findings);
    return trail;
}

const char *follow_key(struct arena *arena, const char *text, int line)
{
    struct trail trail = trail_to(arena, text, (struct origin){"", line, INT32_MAX});

    return trail.count > 0 ? trail.keys[0] : NULL;
}

static int language_of(const struct exhibit *exhibit, const struct trail *trail)
{
    for (int k = trail->count - 1; k >= 0; k--)
        for (int i = 0; i < exhibit->language_count; i++)
            if (strcmp(exhibit->languages[i], trail->keys[k]) == 0)
                return i;
    return -1;
}

/* ---- scenes ---- */

static bool is_key(const struct trail *trail, const char *key)
{
    return trail->count > 0 && strcmp(trail->keys[0], key) == 0;
}

static struct scene_ref follow_panel(const struct follow_setup *setup, const struct trail *trail)
{
    static const struct {
        const char *key;
        const struct scene_ops *ops;
    } cards[] = {{"more", &scene_more}, {"difference", &scene_difference}, {"sound", &scene_sound}};

    for (int i = 0; i < setup->exhibit->panel_count; i++) {
        struct scene_ref ref = {&scene_panel, i};

        if (strcmp(setup->exhibit->panels[i].origin.file, setup->place.file) != 0)
            continue;
        for (size_t c = 0; c < COUNTOF(cards); c++)
            if (is_key(trail, cards[c].key) && scene_exists(setup->exhibit, (struct scene_ref){cards[c].ops, i}))
                ref.ops = cards[c].ops;
        return ref;
    }
    return (struct scene_ref){NULL, 0};
}

/* The last of a scene's items whose words are written no later in the file than the place. */
static struct scene_ref follow_list(const struct follow_setup *setup, const struct scene_ops *ops)
{
    struct scene_ref found = {NULL, 0};
    int line = 0;

    for (int i = 0; i < scene_items(ops, setup->exhibit); i++) {
        struct origin origin = ops->origin(setup->exhibit, i, 0);

        if (origin.line > line && origin.line <= setup->place.line && strcmp(origin.file, setup->place.file) == 0) {
            found = (struct scene_ref){ops, i};
            line = origin.line;
        }
    }
    return found;
}

/* The first panel behind the notice that was changed; the others are where their key says. */
static struct followed follow_exhibit(const struct follow_setup *setup, const struct trail *trail)
{
    static const struct {
        const char *key;
        const struct scene_ops *ops;
    } keys[] = {{"title", &scene_home},  {"subtitle", &scene_home},   {"chapters", &scene_home},
                {"routes", &scene_home}, {"questions", &scene_end},   {"colophon", &scene_colophon},
                {"credit", &scene_home}, {"opening", &scene_attract}, {"poster", &scene_attract}};
    const struct exhibit *exhibit = setup->exhibit;

    for (size_t i = 0; i < COUNTOF(keys); i++)
        if (is_key(trail, keys[i].key) && scene_items(keys[i].ops, exhibit) > 0 &&
            scene_exists(exhibit, (struct scene_ref){keys[i].ops, 0}))
            return (struct followed){.scene = {keys[i].ops, 0}};
    for (int n = exhibit->notice_count - 1; n >= 0 && is_key(trail, "notices"); n--)
        for (int i = 0; i < exhibit->panel_count && exhibit->notices[n].origin.line <= setup->place.line; i++)
            if (exhibit->panels[i].notices >> n & 1)
                return (struct followed){.scene = {&scene_panel, i}, .notice = true};
    return (struct followed){.scene = {NULL, 0}};
}

/* The panel that is shown, if it has that layout; else the first that has. */
static struct scene_ref follow_layout(const struct follow_setup *setup, struct scene_ref shown)
{
    const struct exhibit *exhibit = setup->exhibit;
    const char *base = strrchr(setup->place.file, '/') + 1;
    struct scene_ref found = {NULL, 0};

    for (int i = 0; i < exhibit->panel_count; i++) {
        const char *id = exhibit->layouts[exhibit->panels[i].layout].name;
        bool has = strncmp(base, id, strlen(id)) == 0 && strcmp(base + strlen(id), ".yaml") == 0;

        if (has && (!found.ops || (shown.ops == &scene_panel && shown.item == i)))
            found = (struct scene_ref){&scene_panel, i};
    }
    return found;
}

static bool begins(const char *path, const char *with)
{
    return strncmp(path, with, strlen(with)) == 0;
}

static struct followed follow_text(const struct follow_setup *setup, const struct trail *trail, struct scene_ref shown)
{
    static const struct {
        const char *file, *key;
        const struct scene_ops *ops;
    } lists[] = {{"config/timeline.yaml", "events", &scene_event},
                 {"config/glossary.yaml", NULL, &scene_term},
                 {"config/people.yaml", NULL, &scene_person}};

    if (begins(setup->place.file, "config/panels/"))
        return (struct followed){.scene = follow_panel(setup, trail)};
    if (begins(setup->place.file, "config/layouts/"))
        return (struct followed){.scene = follow_layout(setup, shown)};
    if (strcmp(setup->place.file, "config/exhibit.yaml") == 0)
        return follow_exhibit(setup, trail);
    for (size_t i = 0; i < COUNTOF(lists); i++)
        if (strcmp(setup->place.file, lists[i].file) == 0 && (!lists[i].key || is_key(trail, lists[i].key)))
            return (struct followed){.scene = follow_list(setup, lists[i].ops)};
    if (strcmp(setup->place.file, lists[0].file) == 0 && setup->exhibit->event_count > 0)
        return (struct followed){.scene = {&scene_timeline, 0}};
    return (struct followed){.scene = {NULL, 0}};
}

/* A picture: the first panel that shows it. */
static struct scene_ref follow_picture(const struct follow_setup *setup)
{
    for (int i = 0; i < setup->exhibit->picture_use_count; i++) {
        const struct picture_use *use = &setup->exhibit->picture_uses[i];
        struct follow_setup there = {.exhibit = setup->exhibit, .place = use->origin};
        struct scene_ref ref = {NULL, 0};

        if (strcmp(use->file, setup->place.file) != 0)
            continue;
        if (begins(use->origin.file, "config/panels/"))
            ref = follow_panel(&there, &(struct trail){.count = 0});
        else if (strcmp(use->origin.file, "config/timeline.yaml") == 0)
            ref = follow_list(&there, &scene_event);
        if (ref.ops)
            return ref;
    }
    return (struct scene_ref){NULL, 0};
}

static bool has_panel(const struct exhibit *exhibit, const char *id)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (strcmp(exhibit->panels[i].id, id) == 0)
            return true;
    return false;
}

/* Of several, none. */
static struct scene_ref follow_newcomer(const struct follow_setup *setup)
{
    struct scene_ref found = {NULL, 0};

    for (int i = 0; setup->before && i < setup->exhibit->panel_count; i++) {
        if (has_panel(setup->before, setup->exhibit->panels[i].id))
            continue;
        if (found.ops)
            return (struct scene_ref){NULL, 0};
        found = (struct scene_ref){&scene_panel, i};
    }
    return found;
}

struct followed follow_change(const struct follow_setup *setup, struct scene_ref shown)
{
    if (!setup->text)
        return (struct followed){.scene = follow_picture(setup), .language = -1};

    struct arena *arena = arena_create();
    struct trail trail = trail_to(arena, setup->text, setup->place);
    struct followed followed = {.scene = follow_newcomer(setup)};

    if (!followed.scene.ops)
        followed = follow_text(setup, &trail, shown);
    followed.language = language_of(setup->exhibit, &trail);
    arena_destroy(arena);
    return followed;
}
