/* preview: the exhibit in a window, read again as its files are saved, with what is wrong in them. */
#include "app/app.h"

#include "app/desk.h"
#include "app/events.h"
#include "base/log.h"
#include "desk/lens.h"
#include "desk/strip.h"
#include "desk/vision.h"
#include "desktop/desk_window.h"
#include "desktop/editor.h"
#include "platform/signals.h"
#include "platform/watch.h"
#include "talking/talking.h"

#include <limits.h>
#include <stdlib.h>

enum { FRAME_MS = 16, STRIP_LETTERS_PX = 15, STRIP_PERCENT = 30 };

static const struct size SCREENS[] = {{0, 0}, {1280, 800}, {1080, 1920}, {3840, 2160}}; /* the first: the exhibit's */

static const char *const HELP[] = {
    "E: the editor, at the line.   L: language.   A: size of letters.   C: contrast.   Arrows, Tab, Enter, H, T: as visitors.",
    "F1: this help.   F2: upright or across.   F3: another screen.   F4: areas of the layout.   F5: what answers to fingers, in mm.",
    "F6: height of capitals, in arc minutes where visitors stand.   F7: as the colour-blind see it.   Ctrl+Q: the end.",
    NULL,
};

struct preview {
    const struct options *options;
    struct desk desk;
    struct desk_window *window;
    struct watch *watch;
    struct signals *signals;
    struct devices devices;
    struct events events;
    struct talking talking;
    SDL_Surface *picture, *strip;
    unsigned lenses;
    enum vision vision;
    size_t screen; /* in SCREENS */
    bool turned, help;
    bool changed, whole, quit;
};

/* ---- screens ---- */

static struct size wanted_screen(const struct preview *preview)
{
    struct size size = SCREENS[preview->screen];

    if (size.w == 0)
        size = options_screen(preview->options, &preview->desk.exhibit);
    return preview->turned ? (struct size){size.h, size.w} : size;
}

static SDL_Surface *create_surface(struct size size)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_RGB888);

    ASSERT(surface); /* out of memory */
    return surface;
}

static void take_screen(struct preview *preview)
{
    struct size size = wanted_screen(preview);

    SDL_FreeSurface(preview->picture);
    preview->picture = create_surface(size);
    painter_forget_canvas(preview->desk.painter);
    devices_init(&preview->devices,
                 &(struct devices_setup){.stage = preview->desk.stage, .exhibit = &preview->desk.exhibit, .screen = size});
    if (size.w != preview->desk.screen.w || size.h != preview->desk.screen.h)
        desk_resize(&preview->desk, size);
}

/* ---- what is shown ---- */

static const char *status_words(const struct preview *preview, struct arena *arena)
{
    const struct desk *desk = &preview->desk;
    const struct desk_view *view = &desk->view;
    const struct scene_ops *ops = view->scene.ops;
    int words = ops->words ? ops->words(&desk->exhibit, view->scene.item, view->settings.language) : 0;
    const char *vision = vision_name(preview->vision);
    char name[SCENE_NAME_BYTES];

    scene_name(&desk->exhibit, view->scene, false, name);
    return arena_printf(arena, "%s   %s   %dx%d%s%s%s   %d s to read   %s, %s   F1: help", name,
                        desk->exhibit.languages[view->settings.language], desk->screen.w, desk->screen.h, desk_settings_words(view, arena),
                        *vision ? "   " : "", vision, (int)(scene_reading_ms(&desk->exhibit, words) / 1000),
                        findings_tally(findings_count(desk->all, FINDING_ERROR), FINDING_ERROR).text,
                        findings_tally(findings_count(desk->all, FINDING_WARNING), FINDING_WARNING).text);
}

static void paint_strip(struct preview *preview, struct arena *arena)
{
    struct size window = desk_window_size(preview->window);
    struct desk_strip strip = {
        .status = status_words(preview, arena),
        .lines = preview->help ? HELP : NULL,
        .notes = &preview->desk.notes,
        .size_px = STRIP_LETTERS_PX,
    };
    struct scene scene = desk_sheet(&preview->desk.view, (struct size){window.w, window.h * STRIP_PERCENT / 100}, arena);
    struct size size = {window.w, strip_draw(&strip, &scene)};
    struct frame frame = {.size = size, .area = {0, 0, size.w, size.h}, .layer_count = 1, .fade_share = 1};

    frame.layers[0].list = scene.page->list;
    SDL_FreeSurface(preview->strip);
    preview->strip = create_surface(size);
    painter_forget_canvas(preview->desk.strip_painter);
    painter_paint(preview->desk.strip_painter, &frame, preview->strip);
    preview->events.view = desk_window_place(preview->window, preview->desk.screen, size.h);
}

static void change_pixels(void *context, uint32_t *pixels, int count)
{
    const struct preview *preview = context;

    vision_apply(preview->vision, pixels, count);
}

/* Boxes and lenses lie over a page at rest. */
static void add_marks(struct preview *preview, struct arena *arena, struct frame *frame)
{
    struct scene page = desk_scene(&preview->desk.view, arena), sheet = page;

    sheet.page = ARENA_NEW(arena, struct page);
    lens_draw(preview->lenses, &page, &preview->desk.view, &sheet);
    desk_notes_draw(&preview->desk.notes, &sheet);
    if (frame->over_count < FRAME_OVER_MAX)
        frame->over[frame->over_count++] = desk_as_seen(&sheet, stage_lowered_px(preview->desk.stage));
}

static void paint(struct preview *preview, int64_t now_ms)
{
    struct arena *arena = arena_create();
    struct frame frame = *stage_frame(preview->desk.stage, now_ms);

    talking_say(&preview->talking, preview->desk.stage, preview->desk.exhibit.panel_count == 0, now_ms);

    desk_look(&preview->desk);
    if (stage_rests(preview->desk.stage, now_ms) && preview->desk.exhibit.panel_count > 0)
        add_marks(preview, arena, &frame);
    preview->whole = painter_paint(preview->desk.painter, &frame, preview->picture);
    paint_strip(preview, arena);
    desk_window_show(preview->window, &(struct desk_showing){
                                          .picture = preview->picture,
                                          .strip = preview->strip,
                                          .change = preview->vision == VISION_ALL ? NULL : change_pixels,
                                          .context = preview,
                                      });
    arena_destroy(arena);
}

/* ---- keys ---- */

static void open_editor(struct preview *preview)
{
    const struct desk *desk = &preview->desk;

    desk_look(&preview->desk); /* another screen may be asked for that was not shown yet */
    struct origin origin = desk->view.scene.ops->origin(&desk->exhibit, desk->view.scene.item, desk->view.settings.language);
    struct buffer path = {0};

    if (desk->notes.here > 0) {
        const struct finding *finding = desk->notes.list[0].finding;

        origin = (struct origin){finding->file, finding->line, finding->column};
    }
    buffer_printf(&path, "%s/%s", desk->path, origin.file);
    editor_open(path.bytes, origin.line);
    buffer_finish(&path);
}

/* Those of the desk; false: it is one of the exhibit's. */
static bool take_key(struct preview *preview, const SDL_Keysym *keysym)
{
    switch (keysym->sym) {
    case SDLK_F1:
        preview->help = !preview->help;
        return true;
    case SDLK_F2:
        preview->turned = !preview->turned;
        take_screen(preview);
        return true;
    case SDLK_F3:
        preview->screen = (preview->screen + 1) % COUNTOF(SCREENS);
        take_screen(preview);
        return true;
    case SDLK_F4:
        preview->lenses ^= LENS_AREAS;
        return true;
    case SDLK_F5:
        preview->lenses ^= LENS_TARGETS;
        return true;
    case SDLK_F6:
        preview->lenses ^= LENS_LETTERS;
        return true;
    case SDLK_F7:
        preview->vision = (preview->vision + 1) % VISION_COUNT;
        return true;
    case SDLK_e:
        open_editor(preview);
        return true;
    default: /* SDL's own enum */
        return false;
    }
}

/* ---- the loop ---- */

static void reload(struct preview *preview)
{
    struct arena *arena = arena_create();
    const char **names;
    bool replaced;
    int count = watch_take(preview->watch, arena, &names, &replaced);

    if ((count > 0 || replaced) && desk_reload(&preview->desk, names, count, replaced)) {
        if (!preview->desk.lost)
            take_screen(preview);
        talking_end(&preview->talking); /* the stage counts anew */
        talking_begin(&preview->talking, &preview->desk.exhibit, preview->desk.disk, events_wake);
        preview->changed = true;
    }
    arena_destroy(arena);
}

static void take_event(struct preview *preview, const SDL_Event *event)
{
    struct events_result result = {0};

    if (event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_CLOSE)
        preview->quit = true;
    if (event->type != SDL_USEREVENT)
        preview->changed = true;
    if (event->type == SDL_KEYDOWN && take_key(preview, &event->key.keysym))
        return;
    events_handle(&preview->events, event, clock_now_ms(), &result);
    preview->quit = preview->quit || result.quit || result.lost;
}

static int timeout_ms(const struct preview *preview, int64_t painted_ms)
{
    int64_t now = clock_now_ms(), deadline = stage_deadline(preview->desk.stage, now), talking = talking_deadline(&preview->talking);

    deadline = talking < deadline ? talking : deadline;
    if (deadline <= now)
        deadline = painted_ms + FRAME_MS;
    if (deadline == CLOCK_NEVER)
        return -1;
    return (int)(deadline - now > INT_MAX ? INT_MAX : deadline < now ? 0 : deadline - now);
}

static enum exit_code loop(struct preview *preview)
{
    int64_t painted_ms = 0;

    preview->changed = true;
    while (!preview->quit && !signals_ask_to_end(preview->signals)) {
        int64_t deadline = stage_deadline(preview->desk.stage, painted_ms);
        SDL_Event event;

        if (SDL_WaitEventTimeout(&event, preview->changed ? 0 : timeout_ms(preview, painted_ms)))
            do
                take_event(preview, &event);
            while (SDL_PollEvent(&event));
        reload(preview);
        if (preview->desk.lost)
            return EXIT_MACHINE;
        if (images_collect(preview->desk.images) && !preview->whole)
            preview->changed = true;

        int64_t now = clock_now_ms();

        stage_tick(preview->desk.stage, now);
        preview->changed = talking_hear(&preview->talking, preview->desk.stage, now) || preview->changed;
        for (const char *line; (line = stage_log(preview->desk.stage));)
            log_info("%s", line);
        if (!preview->changed && now < deadline)
            continue;
        preview->changed = false;
        painted_ms = now;
        paint(preview, now);
        if (preview->whole)
            stage_painted(preview->desk.stage, now);
    }
    return EXIT_FINE;
}

static enum exit_code show(struct preview *preview)
{
    preview->turned = preview->options->portrait && wanted_screen(preview).w > wanted_screen(preview).h;
    preview->window = desk_window_open(text_in(preview->desk.exhibit.title, 0), wanted_screen(preview));
    preview->watch = watch_create(preview->desk.path, events_wake, NULL);
    if (!preview->window || !preview->watch)
        return EXIT_MACHINE;
    preview->events = (struct events){.devices = &preview->devices, .allow_quit = true};
    take_screen(preview);
    signals_wake(preview->signals, events_wake, NULL);
    talking_begin(&preview->talking, &preview->desk.exhibit, preview->desk.disk, events_wake);
    return loop(preview);
}

static enum exit_code run(const struct options *options)
{
    struct preview preview = {.options = options, .signals = signals_create()};
    enum exit_code code = EXIT_MACHINE;

    if (window_start())
        code = desk_init(&preview.desk, options) ? show(&preview) : EXIT_USAGE;
    talking_end(&preview.talking);
    watch_destroy(preview.watch);
    SDL_FreeSurface(preview.picture);
    SDL_FreeSurface(preview.strip);
    if (!desk_finish(&preview.desk)) /* before the window: its threads wake us through it */
        _Exit(code);
    signals_wake(preview.signals, NULL, NULL);
    desk_window_close(preview.window);
    signals_destroy(preview.signals);
    return code;
}

const struct command command_preview = {
    .name = "preview",
    .help = "shows the exhibit in a window, anew whenever a file is saved",
    .options = (const char *const[]){"start", "size", "portrait", "language", NULL},
    .run = run,
};
