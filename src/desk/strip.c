/* One column of lines; notes take as many as they need. */
#include "desk/strip.h"

#include "base/prose.h"
#include "page/passage.h"

#include <string.h>

static const struct colour GROUND = {0x26, 0x26, 0x26, 255}, WORDS = {0xF5, 0xF5, 0xF5, 255}, QUIET = {0xB8, 0xB8, 0xB8, 255},
                           ERROR_COLOUR = {0xFF, 0x8A, 0x80, 255}, WARNING_COLOUR = {0xFF, 0xD1, 0x80, 255};

static const float LINE_HEIGHT = 1.3F;

struct strip_words {
    const char *text;
    struct colour colour;
};

/* Words over as many lines as they need; returns the height. */
static int put(const struct scene *scene, int size_px, struct strip_words words, int y)
{
    const struct prose_span span = {.text = words.text, .length = (int)strlen(words.text)};
    const struct prose_block block = {.spans = &span, .span_count = 1};
    const struct prose prose = {.blocks = &block, .block_count = 1};
    const struct passage passage = {
        .prose = &prose, .type = {.face = FACE_TEXT, .size_px = size_px}, .colour = words.colour, .line_height = LINE_HEIGHT};
    int width = scene->style->screen.w - size_px;

    return passage_draw(scene, &passage, (struct rect){size_px / 2, y, width, scene->style->screen.h - y});
}

static const char *note_words(const struct scene *scene, const struct desk_strip *strip, int index)
{
    static const char *const names[] = {[FINDING_HINT] = "hint", [FINDING_WARNING] = "warning", [FINDING_ERROR] = "error"};
    const struct finding *finding = strip->notes->list[index].finding;
    const char *number = index < strip->notes->here ? arena_printf(scene->arena, "%d   ", index + 1) : "";
    const char *place =
        finding->line > 0 ? arena_printf(scene->arena, "%s:%d:%d", finding->file, finding->line, finding->column) : finding->file;

    return arena_printf(scene->arena, "%s%s: %s: %s", number, place, names[finding->severity], finding->message);
}

static struct colour note_colour(const struct desk_strip *strip, int index)
{
    if (index >= strip->notes->here)
        return QUIET;
    return strip->notes->list[index].finding->severity == FINDING_ERROR ? ERROR_COLOUR : WARNING_COLOUR;
}

/* Of notes that would reach beyond the sheet there is only their number. */
int strip_draw(const struct desk_strip *strip, const struct scene *scene)
{
    const struct size sheet = scene->style->screen;
    int y = strip->size_px / 2, line = (int)((float)strip->size_px * LINE_HEIGHT);

    draw_fill(page_pen(scene), (struct rect){0, 0, sheet.w, sheet.h}, GROUND);
    y += put(scene, strip->size_px, (struct strip_words){strip->status, WORDS}, y);
    for (int i = 0; strip->lines && strip->lines[i]; i++)
        y += put(scene, strip->size_px, (struct strip_words){strip->lines[i], QUIET}, y);
    for (int i = 0; !strip->lines && i < strip->notes->count; i++) {
        if (y + 3 * line > sheet.h) { /* a note is seldom longer than two lines */
            const char *more = arena_printf(scene->arena, "... and %d more: vitrina check lists them all", strip->notes->count - i);

            y += put(scene, strip->size_px, (struct strip_words){more, QUIET}, y);
            break;
        }
        y += put(scene, strip->size_px, (struct strip_words){note_words(scene, strip, i), note_colour(strip, i)}, y);
    }
    y += strip->size_px / 2;
    scene->page->list.commands[0].rect.h = y; /* the ground, as high as all of it */
    return y;
}
