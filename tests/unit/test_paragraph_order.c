/* Paragraphs of letters that run from right to left. */
#include "layout/paragraph.h"

#include "support/fake_measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The runs of each line as they stand from where lines of the language begin; '<' before those that run to the left. */
static void check_order(const char *text, const char *language, int width_px, const char *expected)
{
    struct arena *arena = arena_create();
    struct paragraph_style style = {
        .type = {.face = FACE_TEXT, .size_px = 100}, .width_px = width_px, .line_height_px = 150, .language = language};
    struct measure measure = fake_measure(NULL);
    struct buffer out = {0};

    const struct paragraph *paragraph = paragraph_set(arena, paragraph_plain(arena, text), &style, &measure);

    for (int i = 0; i < paragraph->line_count; i++) {
        const struct paragraph_line *line = &paragraph->lines[i];
        int x = 0;

        buffer_printf(&out, "%s", i ? " / " : "");
        for (int shown = 0; shown < line->run_count; shown++) {
            const struct paragraph_run *run = line->runs;

            while (run->x_px != x)
                assert_true(++run < line->runs + line->run_count); /* they stand side by side */
            buffer_printf(&out, "%s%s%.*s", shown ? "|" : "", run->type.order == ORDER_LEFTWARD ? "<" : "", run->length, run->text);
            assert_int_not_equal(run->type.order, ORDER_TEXT);
            x += run->width_px;
        }
        assert_int_equal(x, line->width_px);
    }
    if (strcmp(out.bytes, expected) != 0)
        fail_msg("%s:\n got %s\nwant %s", language, out.bytes, expected);
    buffer_finish(&out);
    arena_destroy(arena);
}

#define ALEF "\xD7\x90"
#define BET "\xD7\x91"

/* Hebrew letters take 50 each. */
static void runs_are_ordered(void **state)
{
    static const struct {
        const char *text, *language;
        int width_px;
        const char *expected;
    } rows[] = {
        {"ab cd", "en", 1000, "ab cd"},
        {ALEF BET " " BET, "he", 1000, "<" ALEF BET " " BET},
        {"ab " ALEF BET " cd", "en", 1000, "ab |<" ALEF BET "| cd"},
        {"ab " ALEF BET " cd", "he", 1000, "ab|< " ALEF BET " |cd"},
        {ALEF " 1973 " BET, "en", 1000, "< " BET "|1973|<" ALEF " "},
        {ALEF " 1973 " BET, "he", 1000, "<" ALEF " |1973|< " BET},
        {"ab!", "he", 1000, "ab!"},
        {"ab " ALEF "!", "he", 1000, "ab|< " ALEF "!"},
        {ALEF "!", "en", 1000, "<" ALEF "!"},
        {"12!", "he", 1000, "12|<!"},
        {ALEF BET " ab (cd) 12 " BET, "he", 1000, "<" ALEF BET " |ab (cd) 12|< " BET},
        {ALEF ALEF ALEF ALEF " 1973 " BET BET BET BET, "he", 460, "<" ALEF ALEF ALEF ALEF " |1973 / <" BET BET BET BET},
        {"ab " ALEF "\n" BET " ab", "en", 1000, "ab |<" ALEF " / <" BET "| ab"},
        {"ab " ALEF " " BET " cd", "en", 200, "ab |<" ALEF " / <" BET "| cd"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        check_order(rows[i].text, rows[i].language, rows[i].width_px, rows[i].expected);
}

static void foreign_texts_begin_at_their_own_side(void **state)
{
    static const struct {
        const char *text, *language;
        enum face face;
        bool turned;
    } rows[] = {
        {"abcd ab cd", "en", FACE_TEXT, false},       {"abcd\nab cd", "he", FACE_TEXT, true},
        {ALEF "\n" ALEF ALEF, "en", FACE_TEXT, true}, {ALEF "\n" ALEF ALEF, "he", FACE_TEXT, false},
        {"abcd\nab cd", "he", FACE_HEADLINE, false},  {"abcd", "he", FACE_TEXT, false},
    };
    struct measure measure = fake_measure(NULL);

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct paragraph_style style = {
            .type = {.face = rows[i].face, .size_px = 100}, .width_px = 250, .line_height_px = 150, .language = rows[i].language};
        const struct paragraph *set = paragraph_set(arena, paragraph_plain(arena, rows[i].text), &style, &measure);

        for (int line = 0; line < set->line_count; line++)
            if (set->lines[line].x_px != (rows[i].turned ? style.width_px - set->lines[line].width_px : 0))
                fail_msg("row %zu: line %d of %d wide begins at %d", i, line, set->lines[line].width_px, set->lines[line].x_px);
        arena_destroy(arena);
    }
}

static void foreign_items_have_their_marks_at_their_side(void **state)
{
    const struct prose_span span = {.text = "abcd\nab", .length = 7};
    const struct prose_block block = {.kind = PROSE_ITEM, .marker = "-", .spans = &span, .span_count = 1};
    const char *const languages[] = {"en", "he"};
    struct measure measure = fake_measure(NULL);

    (void)state;
    for (size_t i = 0; i < COUNTOF(languages); i++) {
        struct arena *arena = arena_create();
        struct paragraph_style style = {
            .type = {.face = FACE_TEXT, .size_px = 100}, .width_px = 500, .line_height_px = 150, .language = languages[i]};
        const struct paragraph *set = paragraph_set(arena, &(struct prose){&block, 1}, &style, &measure);
        const struct paragraph_line *line = &set->lines[0];
        int mark = line->x_px + line->runs[0].x_px, text = line->x_px + line->runs[1].x_px;

        assert_string_equal(line->runs[0].text, "-");
        assert_true(i == 0 ? mark < text && mark >= 0 : mark >= text + line->width_px && mark + line->runs[0].width_px <= 500);
        arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_are_ordered),
        cmocka_unit_test(foreign_texts_begin_at_their_own_side),
        cmocka_unit_test(foreign_items_have_their_marks_at_their_side),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
