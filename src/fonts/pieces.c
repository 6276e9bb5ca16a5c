/* A text falls into levels of direction, these into scripts, these into words; a word gets its font, and neighbours of one font are one
 * piece again, so that they are shaped together. */
#include "fonts/pieces.h"

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/script.h"

#include <stdlib.h>
#include <string.h>

/* The stretch of the text that is being cut. */
struct cut {
    struct pieces *pieces;
    struct choice *choice;
    struct choice_text word; /* its type, script, and preferred font are those of the stretch */
    bool leftward, spaced, dotted;
    bool open; /* the last piece may go on */
};

void pieces_finish(struct pieces *pieces)
{
    free(pieces->list);
    buffer_finish(&pieces->text);
    arena_destroy(pieces->scratch);
    *pieces = (struct pieces){0};
}

/* ---- letters and words ---- */

static void begin_piece(struct cut *cut, int font)
{
    struct pieces *pieces = cut->pieces;

    if (pieces->count > 0)
        buffer_add(&pieces->text, "", 1);
    pieces->list = mem_grow(pieces->list, pieces->count, &pieces->capacity, sizeof(*pieces->list));
    pieces->list[pieces->count++] = (struct piece){pieces->text.length, font, cut->word.script, cut->leftward};
    cut->open = true;
}

static bool is_joiner(uint32_t code)
{
    return code == 0x200C || code == 0x200D; /* the shaper needs them */
}

/* Where small letters are drawn as capitals, "i" would become a letter that Turkish has beside it. */
static uint32_t dotted_form(const struct cut *cut, int font, uint32_t code)
{
    struct fonts *fonts = choice_fonts(cut->choice);

    return code == 'i' && cut->dotted && fonts_is_capitals(fonts, font) && fonts_have(fonts, font, 0x130) ? 0x130 : code;
}

/* A letter with its marks, in that font. */
static void add_letter(struct cut *cut, const struct choice_text *letter, int font)
{
    struct fonts *fonts = choice_fonts(cut->choice);
    const char *at = letter->bytes, *end = at + letter->length;

    if (!cut->open || cut->spaced || cut->pieces->list[cut->pieces->count - 1].font != font)
        begin_piece(cut, font);
    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        char bytes[4];
        int count;

        if (choice_is_silent(code) && !is_joiner(code))
            continue;
        if (!fonts_have(fonts, font, code))
            code = choice_plain_form(code);
        count = utf8_put(bytes, dotted_form(cut, font, code));
        buffer_add(&cut->pieces->text, bytes, (size_t)count);
    }
}

/* The first letter of the text with all that clings to it; silent ones before it or behind it go with it. */
static int letter_length(const char *text, int length, bool *draws)
{
    const char *at = text, *end = text + length;

    *draws = false;
    while (at < end) {
        const char *next = at;
        uint32_t code = utf8_next(&next, end);
        bool silent = choice_is_silent(code);

        if (*draws && !silent && !script_clings(code))
            break;
        *draws = *draws || !silent;
        at = next;
    }
    return (int)(at - text);
}

/* All letters of a word from one font, where it has them. */
static void cut_word(struct cut *cut, const char *text, int length)
{
    struct choice_text letter = cut->word;
    int main_font;

    cut->word.bytes = text;
    cut->word.length = length;
    main_font = choice_font(cut->choice, &cut->word);
    for (int at = 0; at < length; at += letter.length) {
        bool draws;
        int font;

        letter.bytes = text + at;
        letter.length = letter_length(letter.bytes, length - at, &draws);
        letter.preferred = main_font;
        if (!draws)
            continue;
        font = choice_letter_font(cut->choice, &letter);
        add_letter(cut, &letter, font != FONT_NONE ? font : main_font); /* its box for missing letters */
    }
}

/* Spaces go with the word before them. */
static void cut_words(struct cut *cut, const char *text, int length)
{
    for (int at = 0, end; at < length; at = end) {
        for (end = at; end < length && text[end] == ' ';)
            end++;
        while (end < length && text[end] != ' ')
            end++;
        while (end < length && text[end] == ' ')
            end++;
        cut_word(cut, text + at, end - at);
    }
}

/* ---- scripts and levels ---- */

static void cut_stretch(struct pieces *pieces, struct choice *choice, struct type type, struct bytes text)
{
    struct script_walk walk = {.at = text.at, .end = text.at + text.size};
    struct script_run run;
    struct choice_language language = choice_language(choice, type);
    uint32_t own = language.script;
    int first = pieces->count;

    while (script_next(&walk, &run)) {
        struct cut cut = {.pieces = pieces, .choice = choice, .leftward = type.order == ORDER_LEFTWARD, .dotted = language.dotted};
        uint32_t script = run.script != SCRIPT_NONE ? run.script : own;
        bool settled = type.font > 0 && (script == own || own == SCRIPT_NONE);

        cut.word = (struct choice_text){.type = type, .script = script, .preferred = settled ? type.font - 1 : FONT_NONE};
        cut.spaced = type.tracking_px != 0 && !script_is_joined(script);
        cut_words(&cut, run.text, run.length);
    }
    for (int i = first, k = pieces->count - 1; type.order == ORDER_LEFTWARD && i < k; i++, k--) {
        struct piece other = pieces->list[i];

        pieces->list[i] = pieces->list[k];
        pieces->list[k] = other;
    }
}

/* A whole text: the stretches of one level, from the left. */
static void cut_text(struct pieces *pieces, struct choice *choice, struct type type, struct bytes text)
{
    struct arena *arena = pieces->scratch;
    struct bidi_text base = {text.at, (int)text.size, choice_language(choice, type).leftward};

    base.leftward = bidi_base(&base);
    const uint8_t *levels = bidi_levels(arena, &base);

    type.order = ORDER_RIGHTWARD;
    if (!levels) {
        cut_stretch(pieces, choice, type, text);
        return;
    }
    int *starts = ARENA_ARRAY(arena, int, text.size + 1), *order = ARENA_ARRAY(arena, int, text.size), count = 0;
    uint8_t *of_stretches = ARENA_ARRAY(arena, uint8_t, text.size);

    for (int i = 0; i < (int)text.size; i++) {
        if (i == 0 || levels[i] != levels[i - 1]) {
            of_stretches[count] = levels[i];
            starts[count++] = i;
        }
    }
    starts[count] = (int)text.size;
    bidi_order(of_stretches, count, order);
    for (int k = 0; k < count; k++) {
        int from = starts[order[k]], to = starts[order[k] + 1];

        type.order = of_stretches[order[k]] % 2 ? ORDER_LEFTWARD : ORDER_RIGHTWARD;
        cut_stretch(pieces, choice, type, (struct bytes){text.at + from, (size_t)(to - from)});
    }
}

void pieces_cut(struct pieces *pieces, struct choice *choice, struct type type, struct bytes text)
{
    pieces->count = 0;
    pieces->text.length = 0;
    if (!pieces->scratch)
        pieces->scratch = arena_create();
    arena_reset(pieces->scratch);
    if (type.order == ORDER_TEXT && type.font == 0)
        type = choice_settled(choice, type, text.at, (int)text.size);
    if (type.order == ORDER_TEXT)
        cut_text(pieces, choice, type, text);
    else
        cut_stretch(pieces, choice, type, text);
}
