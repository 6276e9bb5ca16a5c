/* The list of all scenes. What stands behind a notice is drawn without it, and each notice once. */
#include "proofs/plan.h"

#include "base/printable.h"
#include "film/attract.h"
#include "gallery/showing.h"
#include "page/setting.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { STEM_BYTES = 120 };

/* To be drawn in all languages and, where it has words to read, in all text sizes that visitors may choose. */
struct plan_scene {
    const char *stem;
    struct stage_setup setup;
    struct scene_ref scene;
    bool countdown, notice, one_size;
    int place; /* in the order of the exhibit */
};

struct planner {
    const struct exhibit *exhibit;
    struct arena *arena;
    const struct size *screens;
    int screen_count;
    struct plan_scene *scenes;
    int count, capacity;
};

/* A name as a file's; a long one is cut. '~' is kept for numbers. */
static const char *stem_of(struct arena *arena, const char *name)
{
    size_t room = printable_copy(NULL, 0, name) + 1;
    char *printable = arena_alloc(arena, room), *stem = arena_alloc(arena, STEM_BYTES);

    printable_copy(printable, room, name);
    printable_copy(stem, STEM_BYTES, printable);
    for (char *at = stem; *at; at++)
        if (strchr("/\\:*?\"<>|~", *at))
            *at = '-';
    return stem;
}

static struct plan_scene *add(struct planner *planner, const char *name, const char *start)
{
    planner->scenes = mem_grow(planner->scenes, planner->count, &planner->capacity, sizeof(*planner->scenes));

    struct plan_scene *scene = &planner->scenes[planner->count];

    *scene = (struct plan_scene){
        .stem = stem_of(planner->arena, name),
        .setup = {.start = start, .unlocked = true},
        .place = planner->count++,
    };
    return scene;
}

static void add_attract(struct planner *planner)
{
    const struct exhibit *exhibit = planner->exhibit;

    for (int item = 0; item < film_items(exhibit); item++) {
        struct film_shot shot = film_of_item(exhibit, item);
        const char *id = shot.panel < 0 ? "timeline" : exhibit->panels[shot.panel].id;
        const char *part = shot.kind == FILM_POSTER ? "poster" : "attract";

        if (!film_shows(exhibit, item))
            continue;
        struct plan_scene *scene =
            add(planner, shot.panel == FILM_OPENING ? "attract" : arena_printf(planner->arena, "%s/%s", part, id), "attract");

        scene->scene = (struct scene_ref){&scene_attract, item};
        scene->setup.attract_item = item;
        scene->one_size = true; /* nobody has asked for another */
    }
}

/* Notices of the nth panel or event that none before it stands behind. */
static bool is_new(const unsigned *notices, int index)
{
    for (int i = 0; i < index; i++)
        if (notices[i] == notices[index])
            return false;
    return notices[index] != 0;
}

static void add_notice(struct planner *planner, struct scene_ref ref, const char *start)
{
    bool overlay = ref.ops->place == PLACE_OVERLAY;
    const char *name = arena_printf(planner->arena, "notice/%s%s", ref.ops->id(planner->exhibit, ref.item), overlay ? "/event" : "");
    struct plan_scene *scene = add(planner, name, start);

    scene->scene = ref;
    scene->notice = true;
    scene->setup.unlocked = false;
    if (overlay)
        scene->setup.overlay = ref;
}

/* As the log names it, and behind that what of it is shown. */
static const char *name_of(struct planner *planner, struct scene_ref ref)
{
    char *name = arena_alloc(planner->arena, SCENE_NAME_BYTES);

    scene_name(planner->exhibit, ref, false, name);
    return ref.ops->part ? arena_printf(planner->arena, "%s/%s", name, ref.ops->part) : name;
}

/* An overlay is shown above what it lies above. Views behind the first are numbered. */
static void add_scene(struct planner *planner, struct scene_ref ref)
{
    struct scene_ref below = scene_below(planner->exhibit, ref);
    const char *name = name_of(planner, ref);

    for (int view = 0; view < scene_views(planner->exhibit, ref); view++) {
        struct plan_scene *scene = add(planner, view > 0 ? arena_printf(planner->arena, "%s/%d", name, view + 1) : name,
                                       name_of(planner, below.ops ? below : ref));

        if (below.ops)
            scene->setup.overlay = ref;
        scene->scene = ref;
        scene->setup.view = view;
        scene->one_size = ref.ops->whole;
    }
}

/* Every item of one kind of scene; what stands behind a notice is drawn without it, and each notice once. */
static void add_scenes(struct planner *planner, const struct scene_ops *ops)
{
    const struct exhibit *exhibit = planner->exhibit;
    int items = scene_items(ops, exhibit);
    unsigned *notices = ARENA_ARRAY(planner->arena, unsigned, int_max(1, items));

    for (int i = 0; i < items; i++) {
        struct scene_ref ref = {ops, i}, below = scene_below(exhibit, ref);

        notices[i] = scene_notices(exhibit, ref);
        if (is_new(notices, i))
            add_notice(planner, ref, name_of(planner, below.ops ? below : ref));
        if (scene_exists(exhibit, ref))
            add_scene(planner, ref);
    }
}

static void add_all(struct planner *planner)
{
    for (int i = 0; scenes[i]; i++)
        if (scenes[i] != &scene_attract)
            add_scenes(planner, scenes[i]);
    add_attract(planner);
    add(planner, "countdown", "home")->countdown = true;
}

static int compare(const void *one, const void *other)
{
    const struct plan_scene *a = one, *b = other;
    int order = strcasecmp(a->stem, b->stem);

    return order ? order : a->place - b->place;
}

/* Where a disk knows no capitals too. */
static void tell_apart(struct planner *planner)
{
    const char *before = "";

    qsort(planner->scenes, (size_t)planner->count, sizeof(*planner->scenes), compare);
    for (int i = 0, same = 1; i < planner->count; i++) {
        struct plan_scene *scene = &planner->scenes[i];

        same = strcasecmp(scene->stem, before) == 0 ? same + 1 : 1;
        before = scene->stem;
        if (same > 1)
            scene->stem = arena_printf(planner->arena, "%s~%d", scene->stem, same);
    }
}

static struct proof_picture *add_picture(struct proof_plan *plan, const struct plan_scene *scene, struct settings settings)
{
    struct proof_picture *picture = &plan->pictures[plan->count++];

    *picture = (struct proof_picture){
        .stem = arena_text(plan->arena, scene->stem, strlen(scene->stem)),
        .setup = scene->setup,
        .scene = scene->scene,
        .countdown = scene->countdown,
        .notice = scene->notice,
    };
    picture->setup.settings = settings;
    return picture;
}

/* In one text size, or in each; on each screen. */
static void expand(struct proof_plan *plan, const struct plan_scene *scene, const struct planner *planner, int language)
{
    bool all = !scene->one_size && setting_is_offered(planner->exhibit, SETTING_TEXT);

    for (int screen = 0; screen < planner->screen_count; screen++)
        for (int text = 0; text < (all ? TEXT_LARGEST + 1 : 1); text++) {
            struct settings settings = {.language = language, .level[SETTING_TEXT] = text};
            struct proof_picture *picture = add_picture(plan, scene, settings);
            struct size size = planner->screens[screen];
            const char *larger = text > TEXT_USUAL ? arena_printf(plan->arena, ".%s", setting_text_name(text)) : "";
            const char *pixels = screen > 0 ? arena_printf(plan->arena, ".%dx%d", size.w, size.h) : "";

            picture->name = arena_printf(plan->arena, "%s.%s%s%s.png", scene->stem, planner->exhibit->languages[language], larger, pixels);
            picture->screen = screen;
            picture->setup.screen = size;
        }
}

void proof_plan_init(struct proof_plan *plan, const struct exhibit *exhibit, const struct size *screens, int screen_count)
{
    struct planner planner = {.exhibit = exhibit, .arena = arena_create(), .screens = screens, .screen_count = screen_count};
    int each = exhibit->language_count * (TEXT_LARGEST + 1) * screen_count;

    add_all(&planner);
    tell_apart(&planner);
    *plan = (struct proof_plan){.arena = planner.arena};
    plan->pictures = ARENA_ARRAY(plan->arena, struct proof_picture, planner.count * each);
    for (int i = 0; i < planner.count; i++)
        for (int language = 0; language < exhibit->language_count; language++)
            expand(plan, &planner.scenes[i], &planner, language);
    free(planner.scenes);
}

int proof_plan_choose(struct proof_plan *plan, const struct exhibit *exhibit, struct proof_choice choice)
{
    int left = 0;

    for (int i = 0; i < plan->count; i++) {
        struct proof_picture *picture = &plan->pictures[i];
        struct topic topic = showing_topic(exhibit, picture->scene);

        picture->left_out = (choice.language >= 0 && picture->setup.settings.language != choice.language) ||
                            (choice.texts != 0 && !(choice.texts >> picture->setup.settings.level[SETTING_TEXT] & 1)) ||
                            (choice.panel >= 0 && (topic.kind != TOPIC_PANEL || topic.item != choice.panel));
        left += !picture->left_out;
    }
    return left;
}

void proof_plan_finish(struct proof_plan *plan)
{
    arena_destroy(plan->arena);
    *plan = (struct proof_plan){0};
}
