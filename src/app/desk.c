/* Faces, images and painters stay while only texts change; the stage is made anew, and goes to what was changed. */
#include "app/desk.h"

#include "app/events.h"
#include "audit/audit.h"
#include "base/log.h"
#include "commands/checking.h"
#include "commands/choosing.h"
#include "commands/lettering.h"
#include "desk/follow.h"
#include "load/builtin.h"
#include "load/load.h"

#include <stdio.h>
#include <string.h>

enum { PICTURES_BYTES = 64 * 1024 * 1024, WORKERS = 2, NEVER_IDLE_S = 1000000 };

/* Where the stage stands, and with what. */
struct standing {
    struct scene_ref scene;
    struct settings settings;
    bool locked; /* the notice before it */
};

/* ---- tools ---- */

static bool open_tools(struct desk *desk)
{
    struct lettering lettering;

    desk->pictures = builtin_below(desk->disk);
    lettering_init(&lettering, &desk->exhibit);
    desk->faces = faces_create(&desk->pictures, &lettering.setup);
    if (!desk->faces)
        return false;
    desk->images = images_create(&(struct images_setup){
        .decoders = {.files = &desk->pictures, .workers = WORKERS, .helper = true, .wake = events_wake}, .budget_bytes = PICTURES_BYTES});
    desk->painter = painter_create(desk->faces, desk->images);
    desk->strip_painter = painter_create(desk->faces, desk->images);
    return true;
}

static bool close_tools(struct desk *desk)
{
    painter_destroy(desk->painter);
    painter_destroy(desk->strip_painter);
    desk->painter = desk->strip_painter = NULL;
    bool closed = !desk->images || images_destroy(desk->images);

    desk->images = NULL;
    faces_destroy(desk->faces);
    desk->faces = NULL;
    return closed;
}

/* ---- loading ---- */

/* What is broken stands there as it was when it was sound, with what is wrong in it told. */
static struct loaded *load(struct desk *desk, struct findings *findings)
{
    struct files files = drafts_files(desk->drafts, desk->disk);
    struct loaded *loaded = load_exhibit(&files, findings);

    if (!drafts_judge(desk->drafts, findings))
        return loaded;
    struct findings *told = findings_create();

    files = drafts_sound_files(desk->drafts, desk->disk);
    loaded_destroy(loaded);
    loaded = load_exhibit(&files, told);
    findings_destroy(told);
    return loaded;
}

static void take_exhibit(struct desk *desk, struct loaded *loaded, struct findings *findings)
{
    desk->loaded = loaded;
    desk->exhibit = *loaded_exhibit(loaded);
    desk->exhibit.timing.idle_s = NEVER_IDLE_S; /* who writes is still there */
    desk->findings = findings;
}

/* ---- the stage ---- */

static bool open_stage(struct desk *desk, const struct standing *standing)
{
    const struct scene_ref scene = standing->scene, below = scene_below(&desk->exhibit, scene);
    bool above = scene.ops->place == PLACE_OVERLAY;
    char name[SCENE_NAME_BYTES];
    struct stage_setup setup = {
        .exhibit = &desk->exhibit,
        .measure = faces_measure(desk->faces),
        .screen = desk->screen,
        .start = name,
        .settings = standing->settings,
        .unlocked = !standing->locked,
        .now_ms = clock_now_ms(),
    };

    scene_name(&desk->exhibit, above && below.ops ? below : above ? (struct scene_ref){&scene_home, 0} : scene, false, name);
    if (above)
        setup.overlay = scene;
    desk->stage = stage_create(&setup);
    return desk->stage != NULL;
}

/* The scene of that name in an exhibit; home if that has it no more. */
static struct standing where(const struct desk *desk, const struct exhibit *exhibit, const char *name)
{
    static const char notice[] = "notice/";
    struct standing standing = {.settings = *stage_settings(desk->stage)};
    char shown[SCENE_NAME_BYTES + 8], last[SCENE_NAME_BYTES] = "";

    if (desk->view.scene.ops)
        scene_name(&desk->exhibit, desk->view.scene, false, last);
    standing.locked = strncmp(name, notice, strlen(notice)) == 0;
    snprintf(shown, sizeof(shown), "%s%s", standing.locked ? "panel/" : "", name + (standing.locked ? strlen(notice) : 0));
    standing.scene = scene_named(exhibit, shown);
    if (standing.scene.ops && strcmp(last, name) == 0 &&
        scene_exists(exhibit, (struct scene_ref){desk->view.scene.ops, standing.scene.item}))
        standing.scene.ops = desk->view.scene.ops; /* of those that share a name */
    if (!standing.scene.ops)
        standing.scene = (struct scene_ref){&scene_home, 0};
    if (standing.settings.language >= exhibit->language_count)
        standing.settings.language = 0;
    return standing;
}

/* ---- changes ---- */

static bool is_asset(const char *name)
{
    return strncmp(name, "assets/", strlen("assets/")) == 0;
}

/* The first place that was changed, in a text or, with none, a picture. */
static struct origin what_changed(const struct desk *desk, const char *const *names, int count)
{
    struct origin change = drafts_first_change(desk->drafts);

    for (int i = 0; i < count && !change.file; i++)
        if (is_asset(names[i]))
            change = (struct origin){names[i], 0, 0};
    return change;
}

static bool needs_tools(const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (is_asset(names[i]) || strcmp(names[i], "config/theme.yaml") == 0 || strcmp(names[i], "config/exhibit.yaml") == 0)
            return true;
    return false;
}

/* A folder that is not there, as between two renames, changes nothing. */
static bool open_folder(struct desk *desk)
{
    struct files *disk = files_open(desk->path);

    if (!disk)
        return false;
    if (close_tools(desk)) /* they read from the old one, and may still wait for it */
        files_close(desk->disk);
    desk->disk = disk;
    return true;
}

static void follow(struct desk *desk, struct origin change, const struct exhibit *before, struct standing *standing)
{
    const char *text = is_asset(change.file) ? NULL : drafts_text(desk->drafts, change.file);
    struct follow_setup setup = {&desk->exhibit, change, text, before};
    struct followed followed = follow_change(&setup, standing->scene);

    if (followed.scene.ops)
        standing->scene = followed.scene;
    if (followed.scene.ops)
        standing->locked = followed.notice;
    if (followed.language >= 0)
        standing->settings.language = followed.language;
}

bool desk_reload(struct desk *desk, const char *const *names, int count, bool replaced)
{
    bool tools = replaced || needs_tools(names, count);

    if (replaced && !open_folder(desk))
        return false;
    drafts_read(desk->drafts, desk->disk);
    struct origin change = what_changed(desk, names, count);

    if (!change.file && !replaced)
        return false;
    struct findings *findings = findings_create();
    struct loaded *loaded = load(desk, findings), *before = desk->loaded;

    if (desk->exhibit.panel_count > 0 || !desk->shown[0])
        stage_scene(desk->stage, desk->shown);
    struct standing standing = where(desk, loaded_exhibit(loaded), desk->shown);
    struct exhibit was = desk->exhibit;

    stage_destroy(desk->stage);
    desk->stage = NULL;
    findings_destroy(desk->findings);
    take_exhibit(desk, loaded, findings);
    if (change.file)
        follow(desk, change, &was, &standing);
    if (tools && !replaced)
        close_tools(desk);
    desk->lost = tools && !open_tools(desk);
    if (!desk->lost && !open_stage(desk, &standing)) {
        standing.scene = (struct scene_ref){&scene_home, 0};
        desk->lost = !open_stage(desk, &standing);
        if (desk->lost)
            log_error("%s: nothing of it can be shown", desk->path);
    }
    desk->view.scene.ops = NULL;
    loaded_destroy(before);
    return true;
}

void desk_resize(struct desk *desk, struct size screen)
{
    desk->screen = screen;
    desk->view.scene.ops = NULL;
    stage_resize(desk->stage, screen, clock_now_ms());
}

/* ---- what is seen ---- */

static bool is_same_view(const struct desk_view *one, const struct desk_view *other)
{
    return one->scene.ops == other->scene.ops && one->scene.item == other->scene.item &&
           memcmp(&one->settings, &other->settings, sizeof(one->settings)) == 0;
}

void desk_look(struct desk *desk)
{
    char name[SCENE_NAME_BYTES];

    stage_scene(desk->stage, name);
    struct standing standing = where(desk, &desk->exhibit, name);
    struct desk_view view = {
        .exhibit = &desk->exhibit,
        .measure = faces_measure(desk->faces),
        .screen = desk->screen,
        .settings = standing.settings,
        .scene = standing.scene,
    };
    struct audit_setup audit = checking_setup(&desk->exhibit, desk->faces, desk->screen);

    if (is_same_view(&view, &desk->view))
        return;
    desk->view = view;
    findings_destroy(desk->all);
    desk->all = findings_create();
    findings_append(desk->all, desk->findings);
    if (desk->exhibit.panel_count > 0)
        audit_scene(&audit, view.scene, view.settings.language, desk->all);
    desk_notes_find(&desk->notes, &desk->view, desk->drafts, desk->all);
}

/* ---- beginning and end ---- */

bool desk_init(struct desk *desk, const struct options *options)
{
    struct findings *findings = findings_create();
    struct standing standing = {.scene = {&scene_home, 0}, .locked = true};

    *desk = (struct desk){.path = options->exhibit, .disk = files_open(options->exhibit), .drafts = drafts_create()};
    if (!desk->disk) {
        findings_destroy(findings);
        return false;
    }
    drafts_read(desk->drafts, desk->disk);
    take_exhibit(desk, load(desk, findings), findings);
    desk->screen = options_screen(options, &desk->exhibit);
    if (!choosing_language(&desk->exhibit, options->language, &standing.settings.language))
        return false;
    if (options->start)
        standing.scene = scene_named(&desk->exhibit, options->start);
    if (!standing.scene.ops)
        log_error("--start: there is no scene '%s'; try attract, home, timeline or panel/NAME", options->start);
    return standing.scene.ops && open_tools(desk) && open_stage(desk, &standing);
}

bool desk_finish(struct desk *desk)
{
    stage_destroy(desk->stage);
    if (!close_tools(desk))
        return false;
    loaded_destroy(desk->loaded);
    findings_destroy(desk->findings);
    findings_destroy(desk->all);
    drafts_destroy(desk->drafts);
    files_close(desk->disk);
    return true;
}
