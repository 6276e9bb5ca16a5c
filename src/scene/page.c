/* Setting and drawing of texts, shared by all scenes. */
#include "scene/page.h"

#include "base/log.h"
#include "base/utf8.h"

#include <locale.h>
#include <string.h>
#include <wctype.h>

struct pen page_pen(const struct scene *scene)
{
    return (struct pen){&scene->page->list, scene->arena};
}

const struct words *page_words(const struct scene *scene)
{
    return &scene->exhibit->words[scene->language];
}

void page_target(const struct scene *scene, struct rect rect, enum action_kind kind, int argument)
{
    struct page *page = scene->page;

    if (page->target_count == PAGE_TARGETS_MAX) {
        log_warning("more than %d things to touch on one page: the rest are left out", PAGE_TARGETS_MAX);
        return;
    }
    page->targets[page->target_count++] = (struct target){rect, {kind, argument}};
}

const struct paragraph *page_set(const struct scene *scene, const struct page_text *text, int width_px)
{
    int line_height = (int)((float)text->type.size_px * text->line_height);
    struct paragraph_style style = {
        .type = text->type,
        .width_px = width_px,
        .line_height_px = line_height,
        .gap_px = line_height / 2,
        .align = text->align,
        .language = scene->exhibit->languages[scene->language],
    };

    return paragraph_set(scene->arena, text->prose, &style, scene->measure);
}

static int link_panel(const struct scene *scene, const char *link)
{
    static const char scheme[] = "panel:";

    if (!link || strncmp(link, scheme, sizeof(scheme) - 1) != 0)
        return -1;
    return exhibit_find_panel(scene->exhibit, link + sizeof(scheme) - 1);
}

/* A link's touch box is as tall as the line, at least: lines are closer than 20 mm, and a finger finds the nearest. */
static void put_link(const struct scene *scene, const struct paragraph_run *run, struct rect box, struct colour colour)
{
    int panel = link_panel(scene, run->link);

    if (panel < 0)
        return;
    int rule = int_max(1, scene->look->rule_px / 2);

    draw_fill(page_pen(scene), (struct rect){box.x, box.y + box.h - 2 * rule, box.w, rule}, colour);
    page_target(scene, box, ACTION_PANEL, panel);
}

void page_put(const struct scene *scene, const struct paragraph *paragraph, const struct page_text *text, struct rect rect)
{
    for (int i = 0; i < paragraph->line_count; i++) {
        const struct paragraph_line *line = &paragraph->lines[i];
        int next_top = i + 1 < paragraph->line_count ? paragraph->lines[i + 1].top_px : paragraph->height_px;

        for (int r = 0; r < line->run_count; r++) {
            const struct paragraph_run *run = &line->runs[r];
            struct rect box = {rect.x + line->x_px + run->x_px, rect.y + line->top_px, run->width_px, next_top - line->top_px};
            struct draw_text drawn = {run->type, run->text, run->length, rect.y + line->baseline_px};

            draw_text(page_pen(scene), box, drawn, text->colour);
            if (text->links && run->link)
                put_link(scene, run, box, text->colour);
        }
    }
}

int page_text(const struct scene *scene, const struct page_text *text, struct rect rect)
{
    const struct paragraph *paragraph = page_set(scene, text, rect.w);

    page_put(scene, paragraph, text, rect);
    return paragraph->height_px;
}

int page_width(const struct scene *scene, struct type type, const char *text)
{
    return scene->measure->width(scene->measure->context, type, text, (int)strlen(text));
}

struct type page_shrunk(const struct scene *scene, struct type type, const char *text, int width_px, int least_px)
{
    while (type.size_px > least_px && page_width(scene, type, text) > width_px)
        type.size_px--;
    return type;
}

int page_label(const struct scene *scene, const struct page_label *label, struct rect box)
{
    struct face_metrics metrics = scene->measure->metrics(scene->measure->context, label->type);
    int width = page_width(scene, label->type, label->text), spare = box.w - width;
    int x = box.x + (label->align == ALIGN_LEFT ? 0 : label->align == ALIGN_CENTRE ? spare / 2 : spare);
    int baseline = box.y + (box.h + metrics.cap_px) / 2;
    struct rect line = {x, baseline - metrics.ascent_px, width, metrics.ascent_px + metrics.descent_px};

    draw_text(page_pen(scene), line, (struct draw_text){label->type, label->text, (int)strlen(label->text), baseline}, label->colour);
    return width;
}

const char *page_capitals(struct arena *arena, const char *text)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    const char *end = text + strlen(text);
    char *capitals = arena_alloc(arena, (size_t)(end - text) * 4 + 1);
    size_t length = 0;

    while (text < end) {
        uint32_t code = utf8_next(&text, end);

        length += (size_t)utf8_put(capitals + length, locale ? (uint32_t)towupper_l((wint_t)code, locale) : code);
    }
    if (locale)
        freelocale(locale);
    return capitals;
}

const char *page_icon_path(struct arena *arena, const char *name)
{
    return arena_printf(arena, "assets/icons/%s.svg", name);
}

bool page_word_fits(const struct scene *scene, struct type type, const char *text, int width_px)
{
    for (const char *at = text; *at;) {
        int length = (int)strcspn(at, " \n");

        if (scene->measure->width(scene->measure->context, type, at, length) > width_px)
            return false;
        at += length;
        at += strspn(at, " \n");
    }
    return true;
}
