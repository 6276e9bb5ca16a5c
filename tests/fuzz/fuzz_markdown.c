/* A text is read as Markdown and set, in a width that its length chooses: every line keeps to it, and every word is counted once. */
#include "markdown/markdown.h"

#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "layout/paragraph.h"
#include "support/fake_measure.h"

#include <assert.h>

static void check_lines(const struct paragraph *paragraph, int width_px)
{
    int below = 0;

    for (int i = 0; i < paragraph->line_count; i++) {
        const struct paragraph_line *line = &paragraph->lines[i];
        int letters = 0;

        assert(line->top_px >= below);
        below = line->top_px;
        for (int r = 0; r < line->run_count; r++)
            letters += line->runs[r].length;
        assert(line->width_px <= width_px || letters <= 32); /* a letter and its marks */
    }
}

/* As files are checked before anything reads them. */
static bool passes_the_door(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] < 0x20 && text[i] != '\n')
            return false;
    return utf8_check(text, size) == size;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_create();
    struct findings *findings = findings_create();
    struct report report = {findings, "f.yaml", 0};
    struct markdown_links links = {0};
    char *text = arena_text(arena, (const char *)bytes, size);
    const struct measure measure = fake_measure(NULL);

    if (!passes_the_door(text, size)) {
        findings_destroy(findings);
        arena_destroy(arena);
        return 0;
    }
    struct prose prose =
        markdown_read(arena, &report, &(struct node){.style = NODE_QUOTED, .text = text, .origin = {"f.yaml", 1, 1}}, &links);
    const struct paragraph_style style = {.type = {.face = FACE_TEXT, .size_px = 33},
                                          .width_px = 60 + (int)size % 900,
                                          .line_height_px = 50,
                                          .gap_px = 20,
                                          .language = size % 3 == 0 ? NULL : "es"};

    check_lines(paragraph_set(arena, &prose, &style, &measure), style.width_px);
    markdown_links_finish(&links);
    findings_destroy(findings);
    arena_destroy(arena);
    return 0;
}
