/* What every scene needs of its page. */
#include "page/page.h"

#include "layout/crop.h"
#include "text/bidi.h"
#include "text/pattern.h"

#include <string.h>

struct pen page_pen(const struct scene *scene)
{
    return (struct pen){&scene->page->list, scene->arena};
}

const struct words *page_words(const struct scene *scene)
{
    return &scene->exhibit->words[scene->language];
}

struct type page_type(const struct scene *scene, struct type type)
{
    if (type.language == 0)
        type.language = (uint8_t)(scene->language + 1);
    return type;
}

int page_text_width(const struct scene *scene, struct type type, const char *text, int length)
{
    return scene->measure->width(scene->measure->context, page_type(scene, type), text, length);
}

struct face_metrics page_metrics(const struct scene *scene, struct type type)
{
    return scene->measure->metrics(scene->measure->context, page_type(scene, type));
}

const char *page_number(const struct scene *scene, int number)
{
    return number_text(scene->arena, &page_words(scene)->numbers, number, 0);
}

const char *page_count(const struct scene *scene, const struct plural_forms *forms, int number)
{
    return pattern_filled(scene->arena, plural_form(forms, page_language(scene), number),
                          (const struct pattern_fill[]){{"{number}", page_number(scene, number)}, {0}});
}

const char *page_one_line(const struct scene *scene, const char *title)
{
    char *copy = arena_text(scene->arena, title, strlen(title));

    for (char *at = copy; *at; at++)
        if (*at == '\n')
            *at = ' ';
    return copy;
}

const char *page_sources(const struct scene *scene, const char *sources)
{
    return arena_printf(scene->arena, "%s: %s", page_words(scene)->sources, sources);
}

const char *page_chapter(const struct scene *scene, const struct panel *panel)
{
    const char *title = text_in(scene->exhibit->chapters[panel->chapter].title, scene->language);

    return arena_printf(scene->arena, "%s  %s", page_number(scene, panel->chapter + 1), page_one_line(scene, title));
}

bool page_mirrored(const struct scene *scene)
{
    return bidi_is_leftward(page_language(scene));
}

const char *page_language(const struct scene *scene)
{
    return scene->exhibit->languages[scene->language];
}

void page_ask(const struct scene *scene, struct rect rect, struct action action)
{
    struct page *page = scene->page;

    if (page->target_count == PAGE_TARGETS_MAX)
        return;
    page->targets[page->target_count++] = (struct target){
        .rect = rect,
        .action = action,
        .scrolled = page->scroll.open && page->scroll.max_px > 0,
    };
}

void page_target(const struct scene *scene, struct rect rect, enum action_kind kind, int argument)
{
    page_ask(scene, rect, (struct action){.kind = kind, .argument = argument});
}

struct rect page_reach(const struct page *page, const struct target *target)
{
    return target->scrolled ? rect_common(target->rect, page->scroll.rect) : target->rect;
}

/* What moves on it, unless nothing is to move. */
static void enliven(const struct scene *scene, const struct picture *picture, struct draw_picture *shown)
{
    struct movement *movements = arena_alloc(scene->arena, sizeof(*movements) * (size_t)int_max(1, picture->movement_count));

    shown->lives = !scene->style->still;
    for (int i = 0; i < picture->movement_count; i++) {
        struct movement *movement = &movements[i];

        *movement = picture->movements[i].movement;
        memcpy(movement->about, picture->movements[i].about.landscape.focus, sizeof(movement->about));
        movement->duration_ms = int_min(movement->duration_ms, MOVEMENT_MS_MAX - movement->after_ms);
    }
    shown->movements = movements;
    shown->movement_count = picture->movement_count;
}

struct draw_picture page_picture(const struct scene *scene, const struct picture *picture, struct rect place)
{
    const struct exhibit *exhibit = scene->exhibit;

    if (!picture->file)
        picture = &exhibit->neutral;
    const struct crop *crop = scene->style->portrait ? &picture->crops.portrait : &picture->crops.landscape;
    struct point focus = {(float)crop->focus[0], (float)crop->focus[1]};

    if (picture->aspect > 0)
        focus = crop_focus((struct size){place.w, place.h}, picture->aspect, crop->keep, focus);
    struct draw_picture shown = {
        .path = picture->file,
        .fallback = exhibit->neutral.file,
        .ground = theme_colour(&exhibit->theme.normal, picture->ground),
        .focus_x = focus.x,
        .focus_y = focus.y,
    };

    enliven(scene, picture, &shown);
    return shown;
}
