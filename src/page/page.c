/* Setting and drawing of texts, shared by all scenes. */
#include "page/page.h"

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

struct rect page_reach(const struct page *page, const struct target *target)
{
    return target->scrolled ? rect_common(target->rect, page->scroll.rect) : target->rect;
}

void page_target(const struct scene *scene, struct rect rect, enum action_kind kind, int argument)
{
    struct page *page = scene->page;

    if (page->target_count == PAGE_TARGETS_MAX)
        return;
    page->targets[page->target_count++] = (struct target){
        .rect = rect,
        .action = {kind, argument},
        .scrolled = page->scroll.open && page->scroll.max_px > 0,
    };
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

/* What a link's scheme leads to; ACTION_NONE where nothing of that name is there. */
static struct action link_action(const struct scene *scene, const char *link)
{
    static const struct {
        const char *scheme;
        enum action_kind kind;
        int (*find)(const struct exhibit *exhibit, const char *id);
    } schemes[] = {
        {"panel:", ACTION_PANEL, exhibit_find_panel},
        {"event:", ACTION_EVENT, exhibit_find_event},
        {"term:", ACTION_TERM, exhibit_find_term},
    };

    for (size_t i = 0; i < COUNTOF(schemes); i++) {
        size_t length = strlen(schemes[i].scheme);
        int found = strncmp(link, schemes[i].scheme, length) == 0 ? schemes[i].find(scene->exhibit, link + length) : -1;

        if (found >= 0)
            return (struct action){schemes[i].kind, found};
    }
    return (struct action){ACTION_NONE, 0};
}

/* Underlined; the touch box is as tall as the line: lines stand closer than 20 mm. Returns whether it answers to touch. */
static bool put_link(const struct scene *scene, const char *link, struct rect box, struct colour colour)
{
    struct action action = link_action(scene, link);
    int rule = int_max(1, scene->style->rule_px / 2), before = scene->page->target_count;

    if (action.kind == ACTION_NONE)
        return false;
    draw_fill(page_pen(scene), (struct rect){box.x, box.y + box.h - 2 * rule, box.w, rule}, colour);
    if (!rect_is_empty(box))
        page_target(scene, box, action.kind, action.argument);
    if (scene->page->target_count == before)
        return false;
    scene->page->targets[before].link = true;
    return true;
}

void page_put(const struct scene *scene, const struct paragraph *paragraph, const struct page_text *text, struct rect rect)
{
    int line_height = (int)((float)text->type.size_px * text->line_height);
    const char *before = NULL; /* the link of the run before, if it answers */

    for (int i = 0; i < paragraph->line_count; i++) {
        const struct paragraph_line *line = &paragraph->lines[i];
        int next_top = i + 1 < paragraph->line_count ? paragraph->lines[i + 1].top_px : paragraph->height_px;

        for (int r = 0; r < line->run_count; r++) {
            const struct paragraph_run *run = &line->runs[r];
            struct rect box = {rect.x + line->x_px + run->x_px, rect.y + line->top_px, run->width_px, next_top - line->top_px};
            struct draw_text drawn = {run->type, run->text, run->length, rect.y + line->baseline_px};

            draw_text(page_pen(scene), box, drawn, text->colour);
            box.h = int_min(box.h, line_height); /* not the gap below a paragraph */

            bool answers = text->links && run->link && put_link(scene, run->link, box, text->colour);

            if (answers && run->link == before)
                scene->page->targets[scene->page->target_count - 1].more = true;
            before = answers ? run->link : NULL;
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

void page_key(const struct scene *scene, struct rect box, const struct page_label *label, bool main)
{
    struct page_label shown = *label;

    if (main) {
        draw_fill(page_pen(scene), box, label->colour);
        shown.colour = scene->style->colours.paper;
    } else {
        draw_frame(page_pen(scene), box, int_max(2, scene->style->rule_px / 2), label->colour);
    }
    page_label(scene, &shown, box);
}

struct draw_picture page_picture(const struct exhibit *exhibit, const struct picture *picture)
{
    if (!picture->file)
        picture = &exhibit->neutral;
    return (struct draw_picture){
        .path = picture->file,
        .fallback = exhibit->neutral.file,
        .focus_x = (float)picture->focus_x / 100,
        .focus_y = (float)picture->focus_y / 100,
    };
}

struct colour page_voice_colour(const struct style *style, enum voice voice)
{
    switch (voice) {
    case VOICE_RECORD:
        return style->colours.record;
    case VOICE_ARGUMENT:
        return style->colours.argument;
    case VOICE_VOICES:
    case VOICE_CHART:
    case VOICE_MAP:
        return style->colours.voices;
    case VOICE_GUIDE:
    case VOICE_COUNT:
        break;
    }
    return style->colours.ink;
}

void page_voice_mark(const struct scene *scene, enum voice voice, struct rect mark)
{
    struct colour colour = page_voice_colour(scene->style, voice);
    int edge = int_max(2, scene->style->rule_px / 2);

    switch (voice) {
    case VOICE_RECORD:
        draw_fill(page_pen(scene), mark, colour);
        break;
    case VOICE_ARGUMENT:
        draw_icon(page_pen(scene), mark, page_icon_path(scene->arena, "triangle"), colour);
        break;
    case VOICE_VOICES:
    case VOICE_CHART:
    case VOICE_MAP:
        draw_icon(page_pen(scene), mark, page_icon_path(scene->arena, "circle"), scene->style->colours.ink);
        draw_icon(page_pen(scene), rect_inset(mark, edge), page_icon_path(scene->arena, "circle"), colour);
        break;
    case VOICE_GUIDE:
    case VOICE_COUNT:
        draw_frame(page_pen(scene), mark, edge, colour);
        break;
    }
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
