/* Paragraphs: lines, faces, links, hyphens and lists in letters of known width, and what holds for random prose. */
#include "layout/paragraph.h"

#include "support/fake_measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SHY "\xC2\xAD"
#define NBSP "\xC2\xA0"
#define BOM "\xEF\xBB\xBF"
#define JOINER "\xE2\x81\xA0"
#define ZERO_SPACE "\xE2\x80\x8B"
#define ACUTE_E "e\xCC\x81"
#define FLAG_CL "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB1" /* regional indicators C and L */
#define FLAG_AR "\xF0\x9F\x87\xA6\xF0\x9F\x87\xB7"

enum { SIZE_PX = 100, LINE_PX = 150, GAP_PX = 40 }; /* at this size a letter's width is its hundredths */

static struct paragraph_style style_of(int width_px)
{
    return (struct paragraph_style){.type = {.face = FACE_TEXT, .size_px = SIZE_PX},
                                    .width_px = width_px,
                                    .line_height_px = LINE_PX,
                                    .gap_px = GAP_PX,
                                    .language = "es"};
}

static const struct paragraph *set(struct arena *arena, const struct prose *prose, const struct paragraph_style *style)
{
    struct measure measure = fake_measure(NULL);

    return paragraph_set(arena, prose, style, &measure);
}

static const struct prose_link a_term = {PROSE_LINK_TERM, 2}, a_panel = {PROSE_LINK_PANEL, 0};

/* Lines between bars; runs of other faces and links marked: <b:strong>, <i:emphasis>, <h:headline>, <term 2|...>. */
static void print_line(const struct paragraph_line *line, struct buffer *out)
{
    static const char *const opening[FACE_COUNT] = {[FACE_HEADLINE] = "<h:", [FACE_BOLD] = "<b:", [FACE_ITALIC] = "<i:"};

    for (int i = 0; i < line->run_count; i++) {
        const struct paragraph_run *run = &line->runs[i];
        const char *open = opening[run->type.face];

        buffer_printf(out, "%s", open ? open : "");
        if (run->link)
            buffer_printf(out, "<%s %d|", run->link->kind == PROSE_LINK_TERM ? "term" : "panel", run->link->index);
        buffer_add(out, run->text, (size_t)run->length);
        buffer_printf(out, "%s%s", run->link ? ">" : "", open ? ">" : "");
    }
}

static void check_lines(const char *name, const struct paragraph *paragraph, const char *expected)
{
    struct buffer out = {0};

    buffer_add(&out, "", 0);
    for (int i = 0; i < paragraph->line_count; i++) {
        buffer_printf(&out, "%s", i ? " / " : "");
        print_line(&paragraph->lines[i], &out);
    }
    if (strcmp(out.bytes, expected) != 0)
        fail_msg("%s:\n got %s\nwant %s", name, out.bytes, expected);
    buffer_finish(&out);
}

/* ---- plain texts ---- */

/* a b c d e g h k n o p q s u v x y z: 50 each; f i j l r t and points: 28; a space: 26. */
static void plain_texts(void **state)
{
    static const struct {
        const char *name, *text;
        int width_px;
        const char *expected;
    } rows[] = {
        {"nothing", "", 500, ""},
        {"spaces only", " \n  ", 500, ""},
        {"one word", "cabo", 500, "cabo"},
        {"its exact width", "cabo", 200, "cabo"},
        {"two words in their exact width", "cabo hacha", 476, "cabo hacha"},
        {"one pixel less", "cabo hacha", 475, "cabo / hacha"},
        {"spaces around", "  cabo hacha ", 500, "cabo hacha"},
        {"tabs and line ends are spaces", "cabo\thacha", 500, "cabo hacha"},
        {"line breaks are kept", "cabo\nhacha\r\nhoy", 500, "cabo / hacha / hoy"},
        {"empty lines too", "cabo\n\nhacha\n", 500, "cabo /  / hacha"},
        {"but none before the text", "\n\n cabo", 500, "cabo"},
        {"no indents", "cabo\n   hacha", 500, "cabo / hacha"},
        {"no-break spaces hold", "cabo hace" NBSP "hoy", 480, "cabo / hace" NBSP "hoy"},
        {"no lonely word", "dos pasos van a escape hoy", 1100, "dos pasos van a / escape hoy"},
        {"no line ends with a letter", "cabo hacha banda y chacona sobada", 850, "cabo hacha banda / y chacona sobada"},
        {"a soft hyphen unseen", "demo" SHY "cra" SHY "cia", 900, "democracia"},
        {"a soft hyphen seen", "demo" SHY "cra" SHY "cia", 450, "demo- / cracia"},
        {"a hyphen is not doubled", "anda-" SHY "boca", 280, "anda- / boca"},
        {"a soft hyphen at a word's end", "anda" SHY " boca", 280, "anda / boca"},
        {"only soft hyphens", SHY SHY, 280, ""},
        {"invisible letters go", BOM "an" JOINER "da" ZERO_SPACE "boca", 280, "anda / boca"},
        {"a word wider than the line falls apart", "hoy cabecebada", 300, "hoy ca / beceba / da"},
        {"the space in a word that may not break there", "cabo cebo !", 240, "cabo / ceb / o !"},
        {"its letters keep their marks", ACUTE_E ACUTE_E ACUTE_E ACUTE_E, 110, ACUTE_E ACUTE_E " / " ACUTE_E ACUTE_E},
        {"a line narrower than a letter", "abc", 10, "a / b / c"},
        {"a line without width", "abc", 0, "a / b / c"},
        {"flags stay whole", FLAG_CL " " FLAG_AR, 250, FLAG_CL " / " FLAG_AR},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct paragraph_style style = style_of(rows[i].width_px);

        check_lines(rows[i].name, set(arena, paragraph_plain(arena, rows[i].text), &style), rows[i].expected);
        arena_destroy(arena);
    }
}

/* ---- spans ---- */

enum { SPANS_MAX = 6 };

static const struct {
    const char *name;
    struct prose_span spans[SPANS_MAX];
    enum face face;
    int width_px;
    const char *expected;
} span_texts[] = {
    /* clang-format off */
    {"no spans", {{NULL, 0, 0, NULL}}, FACE_TEXT, 900, ""},
    {"empty spans", {{"", 0, 0, NULL}, {"cabo", 4, 0, NULL}, {"", 0, PROSE_STRONG, NULL}}, FACE_TEXT, 900, "cabo"},
    {"equal neighbours are one run", {{"ca", 2, 0, NULL}, {"bo", 2, 0, NULL}}, FACE_TEXT, 900, "cabo"},
    {"faces",
     {{"a ", 2, 0, NULL}, {"b", 1, PROSE_STRONG, NULL}, {" c ", 3, 0, NULL}, {"d", 1, PROSE_EMPHASIS, NULL}, {"e", 1, PROSE_STRONG | PROSE_EMPHASIS, NULL}}, FACE_TEXT, 900,
     "a <b:b> c <i:d><b:e>"},
    {"a headline has one face",
     {{"a ", 2, 0, NULL}, {"b", 1, PROSE_STRONG, NULL}, {"c", 1, PROSE_EMPHASIS, NULL}}, FACE_HEADLINE, 900,
     "<h:a bc>"},
    {"strong in a caption of italics", {{"a ", 2, 0, NULL}, {"b", 1, PROSE_STRONG, NULL}}, FACE_ITALIC, 900, "<i:a ><b:b>"},
    {"a link across a line end",
     {{"cabo ", 5, 0, NULL}, {"hacha banda", 11, 0, &a_term}, {" voz", 4, 0, NULL}}, FACE_TEXT, 520,
     "cabo <term 2|hacha> / <term 2|banda> voz"},
    {"a word over two spans does not break",
     {{"cabo ha", 7, 0, NULL}, {"cha", 3, PROSE_STRONG, NULL}, {", y", 3, 0, NULL}}, FACE_TEXT, 400,
     "cabo / ha<b:cha>, y"},
    {"the space before a line end may be of another span",
     {{"cabo", 4, 0, NULL}, {" hacha", 6, PROSE_STRONG, NULL}}, FACE_TEXT, 400,
     "cabo / <b:hacha>"},
    {"the hyphen has the face of its word",
     {{"voz ", 4, 0, NULL}, {"demo" SHY "cabo", 10, PROSE_STRONG, NULL}}, FACE_TEXT, 460,
     "voz <b:demo-> / <b:cabo>"},
    /* clang-format on */
};

static void spans_become_runs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(span_texts); i++) {
        struct arena *arena = arena_create();
        struct paragraph_style style = style_of(span_texts[i].width_px);
        struct prose_block block = {.spans = span_texts[i].spans};
        struct prose prose = {.blocks = &block, .block_count = 1};

        style.type.face = span_texts[i].face;
        while (block.span_count < SPANS_MAX && block.spans[block.span_count].text)
            block.span_count++;
        check_lines(span_texts[i].name, set(arena, &prose, &style), span_texts[i].expected);
        arena_destroy(arena);
    }
}

/* ---- places ---- */

static void lines_are_aligned(void **state)
{
    static const struct {
        enum align align;
        int x_px[2];
    } rows[] = {{ALIGN_START, {0, 0}}, {ALIGN_CENTRE, {100, 75}}, {ALIGN_END, {200, 150}}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct paragraph_style style = style_of(400);

        style.align = rows[i].align;
        const struct paragraph *paragraph = set(arena, paragraph_plain(arena, "cabo hacha"), &style);

        assert_int_equal(paragraph->line_count, 2);
        for (int line = 0; line < 2; line++)
            assert_int_equal(paragraph->lines[line].x_px, rows[i].x_px[line]);
        assert_int_equal(paragraph->width_px, 250);
        arena_destroy(arena);
    }
}

/* Line boxes of 150 with letters of 107 + 29: 7 above and below. */
static void lines_stack(void **state)
{
    static const struct prose_span one = {"cabo hacha", 10, 0, NULL}, empty = {" ", 1, 0, NULL};
    static const struct prose_block blocks[] = {
        {.spans = &one, .span_count = 1}, {.spans = &empty, .span_count = 1}, {.spans = &one, .span_count = 1}, {.spans = NULL}};
    static const struct prose prose = {.blocks = blocks, .block_count = 4};
    static const int tops[] = {0, 150, 340, 490};
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(400);
    const struct paragraph *paragraph = set(arena, &prose, &style);

    (void)state;
    assert_int_equal(paragraph->line_count, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(paragraph->lines[i].top_px, tops[i]);
        assert_int_equal(paragraph->lines[i].baseline_px, tops[i] + 7 + 107);
    }
    assert_int_equal(paragraph->height_px, 4 * LINE_PX + GAP_PX);
    arena_destroy(arena);
}

static void nothing_has_no_height(void **state)
{
    static const struct prose none = {.blocks = NULL};
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(400);

    (void)state;
    assert_int_equal(set(arena, &none, &style)->height_px, 0);
    assert_int_equal(set(arena, paragraph_plain(arena, ""), &style)->height_px, 0);
    assert_int_equal(set(arena, paragraph_plain(arena, ""), &style)->line_count, 0);
    arena_destroy(arena);
}

/* ---- lists ---- */

static void lists_hang(void **state)
{
    static const struct prose_span text = {"cabo hacha", 10, 0, NULL};
    static const struct prose_block blocks[] = {
        {.kind = PROSE_PARAGRAPH, .spans = &text, .span_count = 1},
        {.kind = PROSE_ITEM, .marker = "-", .spans = &text, .span_count = 1},
        {.kind = PROSE_ITEM, .depth = 1, .marker = "9.", .spans = &text, .span_count = 1},
        {.kind = PROSE_ITEM, .marker = "-"},
        {.kind = PROSE_ITEM, .spans = &text, .span_count = 1},
    };
    static const struct prose prose = {.blocks = blocks, .block_count = 5};
    static const int x_px[] = {0, 120, 240, 240, 120, 120};
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(600);
    const struct paragraph *paragraph = set(arena, &prose, &style);

    (void)state;
    check_lines("list", paragraph, "cabo hacha / -cabo hacha / 9.cabo / hacha / - / cabo hacha");
    for (int i = 0; i < paragraph->line_count; i++)
        assert_int_equal(paragraph->lines[i].x_px, x_px[i]);
    assert_int_equal(paragraph->lines[1].runs[0].x_px, -33 - 28);
    assert_int_equal(paragraph->lines[1].runs[1].x_px, 0);
    assert_int_equal(paragraph->lines[2].runs[0].x_px, -33 - 83);
    assert_int_equal(paragraph->lines[1].width_px, 476);
    assert_int_equal(paragraph->width_px, 596);
    arena_destroy(arena);
}

static void wide_markers_widen_the_hang(void **state)
{
    static const struct prose_span text = {"cabo", 4, 0, NULL};
    static const struct prose_block blocks[] = {
        {.kind = PROSE_ITEM, .marker = "9.", .spans = &text, .span_count = 1},
        {.kind = PROSE_ITEM, .marker = "10.", .spans = &text, .span_count = 1},
    };
    static const struct prose prose = {.blocks = blocks, .block_count = 2};
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(600);
    const struct paragraph *paragraph = set(arena, &prose, &style);

    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct paragraph_line *line = &paragraph->lines[i];

        assert_int_equal(line->x_px, 138 + 33);
        assert_int_equal(line->runs[0].x_px + line->runs[0].width_px, -33);
        assert_true(line->x_px + line->runs[0].x_px >= 0);
    }
    arena_destroy(arena);
}

static void deep_lists_keep_half_the_width(void **state)
{
    static const struct prose_span text = {"cabo", 4, 0, NULL};
    static const struct prose_block block = {.kind = PROSE_ITEM, .depth = 9, .marker = "-", .spans = &text, .span_count = 1};
    static const struct prose prose = {.blocks = &block, .block_count = 1};
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(600);

    (void)state;
    assert_int_equal(set(arena, &prose, &style)->lines[0].x_px, 300);
    arena_destroy(arena);
}

/* ---- measuring ---- */

/* Lines here are a tenth wider than their words: what fits by the words does not fit as a line. */
static int width_with_growth(void *context, struct type type, const char *text, int length)
{
    struct measure measure = fake_measure(NULL);
    int width = measure.width(measure.context, type, text, length);

    (void)context;
    return memchr(text, ' ', (size_t)length) && length > 1 ? width * 11 / 10 : width;
}

static void lines_that_turn_out_wider_are_set_again(void **state)
{
    struct measure measure = fake_measure(NULL);
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(1000);

    (void)state;
    measure.width = width_with_growth;
    const struct prose *prose = paragraph_plain(
        arena, "dos pasos van a escape hoy, y cada uno de los que ahora bailan cae en la sala de un banco que no paga nada");
    const struct paragraph *paragraph = paragraph_set(arena, prose, &style, &measure);

    assert_true(paragraph->line_count > 3);
    for (int i = 0; i < paragraph->line_count; i++)
        assert_true(paragraph->lines[i].width_px <= 1000);
    arena_destroy(arena);
}

/* At an odd size words lose their fractions, so that they add up to less than their line: given its own width it stays whole. */
static void natural_width_is_one_line(void **state)
{
    static const char *const texts[] = {"Soldiers become ministers", "Tanks in June", "El voto del cobre", "a", "11 de septiembre de 1973"};
    struct measure measure = fake_measure(NULL);
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(texts); i++)
        for (int size = 7; size < 120; size++) {
            struct paragraph_style style = style_of(0);

            style.type.size_px = size;
            style.type.tracking_px = size % 3;
            style.width_px = measure.width(measure.context, style.type, texts[i], (int)strlen(texts[i]));
            assert_int_equal(set(arena, paragraph_plain(arena, texts[i]), &style)->line_count, 1);
            style.width_px--;
            if (strchr(texts[i], ' '))
                assert_true(set(arena, paragraph_plain(arena, texts[i]), &style)->line_count > 1);
        }
    arena_destroy(arena);
}

/* Kerning makes real lines narrower than their words by a little. */
static int width_with_kerning(void *context, struct type type, const char *text, int length)
{
    struct measure measure = fake_measure(NULL);
    int width = measure.width(measure.context, type, text, length);

    (void)context;
    return memchr(text, ' ', (size_t)length) && length > 1 ? width * 98 / 100 : width;
}

static void natural_width_of_a_kerned_line(void **state)
{
    static const char text[] = "Soldiers become ministers";
    struct measure measure = fake_measure(NULL);
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(0);

    (void)state;
    measure.width = width_with_kerning;
    style.width_px = width_with_kerning(NULL, style.type, text, (int)strlen(text));
    assert_int_equal(paragraph_set(arena, paragraph_plain(arena, text), &style, &measure)->line_count, 1);
    arena_destroy(arena);
}

/* Of a syllable and its hyphen, rounding takes less together than apart. */
static void hyphens_fit(void **state)
{
    struct measure measure = fake_measure(NULL);
    struct arena *arena = arena_create();

    (void)state;
    for (int size = 7; size < 120; size++)
        for (int spare = 0; spare <= size; spare++) {
            struct paragraph_style style = style_of(0);

            style.type.size_px = size;
            style.width_px = measure.width(measure.context, style.type, "democra", 7) + spare;
            const struct paragraph *paragraph = set(arena, paragraph_plain(arena, "democra" SHY "cia de democra" SHY "cia"), &style);

            for (int i = 0; i < paragraph->line_count; i++)
                assert_true(paragraph->lines[i].width_px <= style.width_px);
            arena_reset(arena);
        }
    arena_destroy(arena);
}

static void measuring_grows_with_words(void **state)
{
    enum { WORDS = 5000 };
    int calls = 0;
    struct measure measure = fake_measure(&calls);
    struct arena *arena = arena_create();
    struct paragraph_style style = style_of(3000);
    struct buffer text = {0};

    (void)state;
    for (int i = 0; i < WORDS; i++)
        buffer_printf(&text, "%.*s ", 1 + i * 7 % 11, "participation");
    const struct paragraph *paragraph = paragraph_set(arena, paragraph_plain(arena, text.bytes), &style, &measure);

    assert_true(paragraph->line_count > 300);
    assert_true(calls < WORDS + 4 * paragraph->line_count);
    buffer_finish(&text);
    arena_destroy(arena);
}

/* ---- random prose ---- */

static uint32_t seed = 1;

static int pick(int low, int high)
{
    seed = seed * 1664525u + 1013904223u;
    return low + (int)((seed >> 8) % (uint32_t)(high - low + 1));
}

static struct prose_span random_span(struct arena *arena)
{
    static const char *const bits[] = {
        "a",    "b",  "m", "W", "i", ".", ",", " ", " ", " ", "\n", "1", "e\xCC\x81", "\xC3\xB1", SHY, NBSP, "\xE2\x80\x8B", "\xE4\xB8\xAD",
        "word", "on", "/"};
    static const struct prose_link *const links[] = {NULL, NULL, &a_term, &a_panel};
    struct buffer text = {0};

    buffer_add(&text, "", 0);
    for (int i = pick(0, 25); i > 0; i--)
        buffer_printf(&text, "%s", bits[pick(0, (int)COUNTOF(bits) - (pick(0, 9) ? 1 : 0) - 1)]);
    struct prose_span span = {.text = arena_text(arena, text.bytes, text.length),
                              .length = (int)text.length,
                              .style = (unsigned)pick(0, 3),
                              .link = links[pick(0, 3)]};

    buffer_finish(&text);
    return span;
}

static const struct prose *random_prose(struct arena *arena)
{
    struct prose *prose = ARENA_NEW(arena, struct prose);
    int count = pick(0, 4);
    struct prose_block *blocks = ARENA_ARRAY(arena, struct prose_block, count);

    for (int i = 0; i < count; i++) {
        struct prose_span *spans = ARENA_ARRAY(arena, struct prose_span, 6);

        blocks[i] =
            (struct prose_block){.kind = (enum prose_kind)pick(0, 1), .depth = pick(0, 2), .spans = spans, .span_count = pick(0, 6)};
        for (int k = 0; k < blocks[i].span_count; k++)
            spans[k] = random_span(arena);
    }
    *prose = (struct prose){.blocks = blocks, .block_count = count};
    return prose;
}

/* What must come through: every byte but spaces, line breaks, hyphens and the letters that are not drawn. */
static void add_solid(struct buffer *out, const char *text, int length)
{
    for (int i = 0; i < length; i++) {
        if (length - i >= 2 && memcmp(text + i, SHY, 2) == 0)
            i += 1;
        else if (length - i >= 3 && memcmp(text + i, ZERO_SPACE, 3) == 0)
            i += 2;
        else if (!strchr(" \n-", text[i]))
            buffer_add(out, text + i, 1);
    }
}

static void check_same_text(const struct prose *prose, const struct paragraph *paragraph)
{
    struct buffer wanted = {0}, got = {0};

    buffer_add(&wanted, "", 0);
    buffer_add(&got, "", 0);
    for (int i = 0; i < prose->block_count; i++)
        for (int k = 0; k < prose->blocks[i].span_count; k++)
            add_solid(&wanted, prose->blocks[i].spans[k].text, prose->blocks[i].spans[k].length);
    for (int i = 0; i < paragraph->line_count; i++)
        for (int k = 0; k < paragraph->lines[i].run_count; k++)
            add_solid(&got, paragraph->lines[i].runs[k].text, paragraph->lines[i].runs[k].length);
    assert_string_equal(got.bytes, wanted.bytes);
    buffer_finish(&wanted);
    buffer_finish(&got);
}

/* One letter with its mark, perhaps with the hyphen of a break behind it, may be wider than the line. */
static bool is_one_letter(const struct paragraph_line *line)
{
    return line->run_count == 1 && line->runs[0].length <= 4;
}

static void check_line(const struct paragraph_line *line, const struct paragraph_style *style)
{
    struct measure measure = fake_measure(NULL);
    int x = 0;

    for (int i = 0; i < line->run_count; i++) {
        const struct paragraph_run *run = &line->runs[i];

        assert_true(run->length > 0);
        assert_int_equal(run->x_px, x);
        assert_int_equal(run->width_px, measure.width(measure.context, run->type, run->text, run->length));
        assert_null(memchr(run->text, '\n', (size_t)run->length));
        x += run->width_px;
    }
    assert_int_equal(line->width_px, x);
    assert_true(line->x_px >= 0 && (line->x_px + x <= style->width_px || is_one_letter(line)));
    if (line->run_count > 0) {
        const struct paragraph_run *first = line->runs, *last = &line->runs[line->run_count - 1];

        assert_true(first->text[0] != ' ' && last->text[last->length - 1] != ' ');
    }
}

static void random_proses(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    for (int round = 0; round < 3000; round++) {
        const struct prose *prose = random_prose(arena);
        struct paragraph_style style = style_of(pick(0, 5) ? pick(100, 900) : pick(1, 100));

        style.type.size_px = pick(9, 40);
        style.type.face = (enum face)pick(0, FACE_COUNT - 1);
        style.align = (enum align)pick(0, 2);
        const struct paragraph *paragraph = set(arena, prose, &style);

        for (int i = 0, bottom = 0; i < paragraph->line_count; i++) {
            check_line(&paragraph->lines[i], &style);
            assert_true(paragraph->lines[i].top_px >= bottom);
            bottom = paragraph->lines[i].top_px + LINE_PX;
            assert_true(bottom <= paragraph->height_px);
        }
        check_same_text(prose, paragraph);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_texts),
        cmocka_unit_test(spans_become_runs),
        cmocka_unit_test(lines_are_aligned),
        cmocka_unit_test(lines_stack),
        cmocka_unit_test(nothing_has_no_height),
        cmocka_unit_test(lists_hang),
        cmocka_unit_test(wide_markers_widen_the_hang),
        cmocka_unit_test(deep_lists_keep_half_the_width),
        cmocka_unit_test(lines_that_turn_out_wider_are_set_again),
        cmocka_unit_test(natural_width_is_one_line),
        cmocka_unit_test(natural_width_of_a_kerned_line),
        cmocka_unit_test(hyphens_fit),
        cmocka_unit_test(measuring_grows_with_words),
        cmocka_unit_test(random_proses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
