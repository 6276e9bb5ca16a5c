/* A list of the files to be drawn, of which a few are with the decoders at any time. What is proven is not drawn again; and where all is,
 * no decoder is started. */
#include "commands/check_pictures.h"

#include "base/mem.h"
#include "formats/header.h"
#include "images/child.h"
#include "images/decoders.h"
#include "proven/proven.h"
#include "scene/picture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* LIMIT: a third of what the kiosk grants, and within what a curator waits for; a picture that takes so long keeps visitors waiting. */
enum { WORKERS = 2, LIMIT_MS = 3 * 1000, WAIT_MS = 1000, ICON_PX = 64, CORNER_PART = 4, AHEAD = 6, MAPS_DEPTH = 2 };
enum { VIEWS = 3 /* of a picture: the whole of it, and two corners */ };

/* One file. uses: where it is named, in exhibit->picture_uses; none: an icon. */
struct drawn {
    const char *path;
    int first_use, use_count;
    enum ground ground; /* of the first use */
    struct job *failed; /* the first that did */
    struct remarks remarks;
    struct file_stamp stamp; /* of the file that is drawn */
    struct hash name;        /* as proven */
    bool named;              /* and that is the file which is drawn */
    int views_drawn;
};

struct picture_check {
    const struct exhibit *exhibit;
    struct size screen;
    const struct files *files;
    struct decoders *decoders; /* NULL: not needed so far */
    struct proven *proven;
    struct arena *arena;
    struct drawn *list;
    int count, capacity, under_way;
};

/* Remarks lie in the arena until the list, which grows, takes them. */
static void ask(struct picture_check *check, int index, const struct image_request *request)
{
    struct job *job = job_create(request, 0);

    job->tag = index;
    job->remarks = image_is_window(request) ? NULL : ARENA_NEW(check->arena, struct remarks);
    if (!check->decoders)
        check->decoders = decoders_create(&(struct decoders_setup){.files = check->files, .workers = WORKERS, .limit_ms = LIMIT_MS});
    decoders_add(check->decoders, job);
    check->under_way++;
}

static void ask_for_view(struct picture_check *check, int index, struct size size, struct share_rect view)
{
    ask(check, index,
        &(struct image_request){.path = check->list[index].path,
                                .w = size.w,
                                .h = size.h,
                                .focus_x = 0.5f,
                                .focus_y = 0.5f,
                                .paper = theme_colour(&check->exhibit->theme.normal, check->list[index].ground),
                                .window = view});
}

static void ask_first(struct picture_check *check, int index)
{
    const struct drawn *drawn = &check->list[index];

    if (drawn->use_count > 0)
        ask_for_view(check, index, check->screen, (struct share_rect){0, 0, 0, 0});
    else
        ask(check, index, &(struct image_request){.path = drawn->path, .w = ICON_PX, .h = ICON_PX, .icon = true});
}

/* Two corners as near as visitors come: what a drawing does outside of what is seen shows there. */
static void ask_for_corners(struct picture_check *check, int index)
{
    const float share = (float)(1 / PICTURE_ZOOM_MOST);
    struct size size = {int_max(1, check->screen.w / CORNER_PART), int_max(1, check->screen.h / CORNER_PART)};

    ask_for_view(check, index, size, (struct share_rect){0, 0, share, share});
    ask_for_view(check, index, size, (struct share_rect){1 - share, 1 - share, share, share});
}

/* All that is asked for of a file follows from this. No gaps. */
struct proven_view {
    int32_t w, h, icon;
    uint32_t paper;
};

static bool name_picture(const struct picture_check *check, struct drawn *drawn, int file)
{
    struct colour paper = theme_colour(&check->exhibit->theme.normal, drawn->ground);
    struct proven_view view = {check->screen.w, check->screen.h, drawn->use_count == 0,
                               (uint32_t)paper.r << 16 | (uint32_t)paper.g << 8 | paper.b};

    if (view.icon)
        view = (struct proven_view){ICON_PX, ICON_PX, true, 0};
    return proven_name(check->proven, file, (struct bytes){(const char *)&view, sizeof(view)}, &drawn->name);
}

/* Whether the picture need not be drawn. */
static bool is_proven(const struct picture_check *check, struct drawn *drawn)
{
    const struct files *files = check->files;
    int file;

    if (files->open(files->context, drawn->path, PICTURE_FILE_BYTES_MAX, &file) != FILES_OK)
        return false;
    drawn->stamp = files_stamp(file);
    drawn->named = name_picture(check, drawn, file);
    close(file);
    return drawn->named && proven_has(check->proven, drawn->name);
}

/* If all its views were drawn in this run. */
static void prove(const struct picture_check *check, const struct drawn *drawn)
{
    int views = drawn->use_count > 0 ? VIEWS : 1;

    if (drawn->named && !drawn->failed && drawn->views_drawn == views && drawn->remarks.count == 0)
        proven_add(check->proven, drawn->name);
}

static void add(struct picture_check *check, struct drawn drawn)
{
    check->list = mem_grow(check->list, check->count, &check->capacity, sizeof(*check->list));
    check->list[check->count++] = drawn;
}

/* The exhibit's pictures stand sorted by file. */
static void add_pictures(struct picture_check *check)
{
    const struct exhibit *exhibit = check->exhibit;

    for (int i = 0; i < exhibit->picture_use_count; i++) {
        const char *path = exhibit->picture_uses[i].file;

        if (check->count > 0 && strcmp(check->list[check->count - 1].path, path) == 0) {
            check->list[check->count - 1].use_count++;
            continue;
        }
        add(check, (struct drawn){.path = path, .first_use = i, .use_count = 1, .ground = exhibit->picture_uses[i].ground});
    }
}

static bool is_svg(const char *name)
{
    size_t length = strlen(name);

    return length > 4 && strcmp(name + length - 4, ".svg") == 0;
}

/* Icons, and the countries of maps: they are named by the program, not by the exhibit's files. */
static void add_icons(struct picture_check *check, const struct files *files, const char *folder, int depth)
{
    const char **names;
    int count = files->list(files->context, folder, check->arena, &names);

    for (int i = 0; i < count; i++) {
        char *path = arena_printf(check->arena, "%s/%s", folder, names[i]);

        if (is_svg(path))
            add(check, (struct drawn){.path = path});
        else if (depth > 1 && !strchr(names[i], '.'))
            add_icons(check, files, path, depth - 1);
    }
}

/* Keeps a failure if it is the file's first. */
static void take(struct picture_check *check, struct job *job)
{
    struct drawn *drawn = &check->list[job->tag];
    bool whole = !image_is_window(&job->request);

    check->under_way--;
    drawn->named = drawn->named && memcmp(&drawn->stamp, &job->stamp, sizeof(job->stamp)) == 0;
    if (!job->surface && !drawn->failed) {
        drawn->failed = job;
        return;
    }
    if (job->remarks) {
        drawn->remarks = *job->remarks;
        drawn->stamp = job->stamp;
    }
    drawn->views_drawn += job->surface != NULL;
    if (job->surface && whole && drawn->use_count > 0)
        ask_for_corners(check, job->tag);
    job_destroy(job);
}

static void report(const struct picture_check *check, const struct drawn *drawn, struct findings *findings)
{
    const struct job *job = drawn->failed;

    if (drawn->use_count == 0)
        findings_add(findings, FINDING_ERROR, (struct origin){drawn->path, job->line, job->line ? 1 : 0}, CODED("picture-unusable") "%s",
                     job->why);
    for (int i = 0; i < drawn->use_count; i++) {
        const struct picture_use *use = &check->exhibit->picture_uses[drawn->first_use + i];
        const char *enlarged = image_is_window(&job->request) ? "when it is enlarged, " : "";
        char place[32] = "";

        if (job->line > 0)
            snprintf(place, sizeof(place), "line %d: ", job->line);
        findings_add(findings, FINDING_ERROR, use->origin,
                     CODED("picture-unusable") "file: \"%s\": %s%s%s (until then the neutral picture stands in)", use->file, place,
                     enlarged, job->why);
    }
}

/* Of what is drawn all the same, at the picture's own line. */
static void report_remarks(const struct drawn *drawn, struct findings *findings)
{
    for (int i = 0; i < drawn->remarks.count; i++) {
        const struct remark *remark = &drawn->remarks.list[i];

        findings_add(findings, FINDING_WARNING, (struct origin){drawn->path, remark->line, remark->line ? 1 : 0},
                     CODED("picture-differs") "%s", remark->text);
    }
}

/* Pixels that nobody sees: beyond those of the screen, ENLARGED times as near as all of the picture. And photographs are not so many
 * bytes. */
static void hint_at_size(const struct picture_check *check, const struct drawn *drawn, struct findings *findings)
{
    enum { ENLARGED = 4, MEGABYTE = 1000 * 1000, BYTES_MOST = 12 * MEGABYTE };
    const struct picture_use *use = &check->exhibit->picture_uses[drawn->first_use];
    struct size own = use->own, screen = check->screen;
    double shown = fmin((double)screen.w / own.w, (double)screen.h / own.h) * ENLARGED;

    if (shown < 1)
        findings_add(findings, FINDING_HINT, use->origin,
                     CODED("picture-large") "file: \"%s\" has %d x %d pixels, more than can be seen on this screen (%dx%d) even enlarged; "
                                            "%d x %d are enough",
                     use->file, own.w, own.h, screen.w, screen.h, (int)(own.w * shown), (int)(own.h * shown));
    else if (drawn->stamp.size > BYTES_MOST)
        findings_add(findings, FINDING_HINT, use->origin,
                     CODED("picture-large") "file: \"%s\" has %d MB, so it comes late; saved as JPEG it has less", use->file,
                     (int)(drawn->stamp.size / MEGABYTE));
}

/* False: the machine cannot draw. */
static bool draw_all(struct picture_check *check)
{
    bool machine = true;

    for (int next = 0; (machine && next < check->count) || check->under_way > 0;) {
        for (; machine && next < check->count && check->under_way < AHEAD; next++)
            if (!check->proven || !is_proven(check, &check->list[next]))
                ask_first(check, next);
        if (check->under_way == 0)
            continue;
        decoders_wait(check->decoders, WAIT_MS);
        for (struct job *job; (job = decoders_take(check->decoders));) {
            machine = machine && !job->machine;
            take(check, job);
        }
    }
    return machine;
}

static void report_all(const struct picture_check *check, struct findings *findings)
{
    for (int i = 0; i < check->count; i++) {
        const struct drawn *drawn = &check->list[i];

        if (drawn->failed)
            report(check, drawn, findings);
        report_remarks(drawn, findings);
        if (drawn->use_count > 0 && check->exhibit->picture_uses[drawn->first_use].own.w > 0)
            hint_at_size(check, drawn, findings);
        if (check->proven)
            prove(check, drawn);
    }
}

bool check_pictures(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings)
{
    struct picture_check check = {.exhibit = exhibit, .screen = screen, .files = files, .arena = arena_create()};
    char *decoder = child_program();

    check.proven = proven_of_machine(decoder);
    free(decoder);

    add_pictures(&check);
    add_icons(&check, files, "assets/icons", 1);
    add_icons(&check, files, "assets/maps", MAPS_DEPTH);
    bool machine = draw_all(&check);

    if (machine)
        report_all(&check, findings);
    for (int i = 0; i < check.count; i++)
        job_destroy(check.list[i].failed);
    proven_close(check.proven);
    while (!decoders_destroy(check.decoders)) /* they use the files; nobody is in a hurry */
        continue;
    arena_destroy(check.arena);
    free(check.list);
    return machine;
}
