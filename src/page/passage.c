/* Prose set by layout/paragraph, drawn run by run; links become targets. */
#include "page/passage.h"

#include "base/utf8.h"
#include "text/linebreak.h"
#include "text/script.h"

#include <string.h>

int passage_line_px(const struct passage *passage)
{
    return (int)((float)passage->type.size_px * passage->line_height);
}

const struct paragraph *passage_set(const struct scene *scene, const struct passage *passage, int width_px)
{
    int line_height = passage_line_px(passage);
    struct paragraph_style style = {
        .type = page_type(scene, passage->type),
        .width_px = width_px,
        .line_height_px = line_height,
        .gap_px = line_height / 2,
        .align = passage->align,
        .language = page_language(scene),
    };

    return paragraph_set(scene->arena, passage->prose, &style, scene->measure);
}

static struct action link_action(const struct prose_link *link)
{
    static const enum action_kind kinds[] = {[PROSE_LINK_PANEL] = ACTION_PANEL,
                                             [PROSE_LINK_TERM] = ACTION_TERM,
                                             [PROSE_LINK_EVENT] = ACTION_EVENT,
                                             [PROSE_LINK_PERSON] = ACTION_PERSON};

    return (struct action){.kind = kinds[link->kind], .argument = link->index};
}

/* Underlined; the touch box is as tall as the line: lines stand closer than 20 mm. Returns whether it answers to touch. */
static bool put_link(const struct scene *scene, const struct prose_link *link, struct rect box, struct colour colour)
{
    struct action action = link_action(link);
    int rule = int_max(1, scene->style->rule_px / 2), before = scene->page->target_count;

    draw_fill(page_pen(scene), (struct rect){box.x, box.y + box.h - 2 * rule, box.w, rule}, colour);
    if (!rect_is_empty(box))
        page_target(scene, box, action.kind, action.argument);
    if (scene->page->target_count == before)
        return false;
    scene->page->targets[before].link = true;
    return true;
}

/* From above the capitals to below the baseline. */
static void put_marker(const struct scene *scene, const struct paragraph_run *run, struct point at, struct colour colour)
{
    int size = run->type.size_px;

    draw_fill(page_pen(scene), (struct rect){(int)at.x, (int)at.y - size * 9 / 10, run->width_px, size * 6 / 5}, colour);
}

void passage_put(const struct scene *scene, const struct paragraph *paragraph, const struct passage *passage, struct rect rect)
{
    int line_height = passage_line_px(passage);
    const struct prose_link *before = NULL; /* the link of the run before, if it answers */

    for (int i = 0; i < paragraph->line_count; i++) {
        const struct paragraph_line *line = &paragraph->lines[i];
        int next_top = i + 1 < paragraph->line_count ? paragraph->lines[i + 1].top_px : paragraph->height_px;

        for (int r = 0; r < line->run_count; r++) {
            const struct paragraph_run *run = &line->runs[r];
            struct rect box = {rect.x + line->x_px + run->x_px, rect.y + line->top_px, run->width_px, next_top - line->top_px};
            struct draw_text drawn = {run->type, run->text, run->length, rect.y + line->baseline_px};

            if (passage->marker.a > 0 && run->type.face == FACE_BOLD)
                put_marker(scene, run, (struct point){(float)box.x, (float)drawn.baseline_px}, passage->marker);
            draw_text(page_pen(scene), box, drawn, passage->colour);
            box.h = int_min(box.h, line_height); /* not the gap below a paragraph */

            bool answers = passage->links && run->link && put_link(scene, run->link, box, passage->colour);

            if (answers && run->link == before)
                scene->page->targets[scene->page->target_count - 1].more = true;
            before = answers ? run->link : NULL;
        }
    }
}

int passage_draw(const struct scene *scene, const struct passage *passage, struct rect rect)
{
    const struct paragraph *paragraph = passage_set(scene, passage, rect.w);

    passage_put(scene, paragraph, passage, rect);
    return paragraph->height_px;
}

/* Whether no part of a word is wider that no line may break: scripts without spaces break between their letters. */
static bool parts_fit(const struct scene *scene, struct type type, struct bytes word, int width_px)
{
    const char *at = word.at, *end = word.at + word.size, *from = at;
    uint8_t *breaks = ARENA_ARRAY(scene->arena, uint8_t, word.size);

    linebreak_find(&(struct linebreak_text){word.at, (int)word.size, page_language(scene), scene->measure->breaks}, breaks);
    while (at < end) {
        bool letter = script_of_letter(utf8_next(&at, end)) != SCRIPT_NONE; /* a hyphen in a headline is a last resort */

        if (at < end && !(letter && breaks[at - word.at - 1] == LINEBREAK_MAY))
            continue;
        if (page_text_width(scene, type, from, (int)(at - from)) > width_px)
            return false;
        from = at;
    }
    return true;
}

bool passage_words_fit(const struct scene *scene, struct type type, const char *text, int width_px)
{
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " \n");

        if (page_text_width(scene, type, at, (int)length) > width_px && !parts_fit(scene, type, (struct bytes){at, length}, width_px))
            return false;
        at += length;
        at += strspn(at, " \n");
    }
    return true;
}
