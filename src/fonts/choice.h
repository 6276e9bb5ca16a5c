/* Choice: which font draws which letters. A face has a list of fonts, and further lists for scripts; behind them stand the fonts of this
 * system that are made for the script (Debian's Noto fonts). Words are drawn from one font, never letter by letter from several. Main
 * thread only. */
#pragma once

#include "layout/measure.h"
#include "fonts/fonts.h"

/* lists[face]: NULL-terminated names, or NULL: that of `text` then. */
struct choice_script {
    uint32_t script; /* text/script.h */
    const char *const *lists[FACE_COUNT];
};

/* languages: BCP 47 codes, in the order of the exhibit. All of it is borrowed for choice_create alone. */
struct choice_setup {
    const char *const *lists[FACE_COUNT];
    const struct choice_script *scripts;
    int script_count;
    const char *const *languages;
    int language_count;
};

struct choice;

/* Borrows fonts. NULL if no font of the lists and of the system can be used. */
struct choice *choice_create(struct fonts *fonts, const struct choice_setup *setup);
/* NULL is fine. */
void choice_destroy(struct choice *choice);
struct fonts *choice_fonts(const struct choice *choice);
/* What language a type is in, as far as type.language says. */
struct choice_language {
    uint32_t script, variant;
    bool leftward, european; /* european: Latin, Greek or Cyrillic */
    bool dotted;             /* its capital i keeps the dot, as in Turkish */
};
struct choice_language choice_language(const struct choice *choice, struct type type);

/* Letters of one script, to be drawn in a face. preferred: a font that is taken where it has them all; or FONT_NONE. */
struct choice_text {
    struct type type;
    uint32_t script; /* SCRIPT_NONE: that of the language */
    int preferred;
    const char *bytes;
    int length;
};

/* The font of a word, or of anything else that should be of one font: the first that has all its letters, else the one that has most.
 * Points, digits and signs count only where there is no letter. */
int choice_font(struct choice *choice, const struct choice_text *word);
/* The font of a letter with its marks: the preferred one or else the first that has all of it, or else the letter. FONT_NONE if none has.
 */
int choice_letter_font(struct choice *choice, const struct choice_text *letter);
/* The type with the first font of the face's list that has all letters of the language's script that the text has; with none where that is
 * the first anyway, or none has. */
struct type choice_settled(struct choice *choice, struct type type, const char *text, int length);
/* The font that draws the script of the type's language; FONT_NONE if none does, or the script is not known. */
int choice_language_font(struct choice *choice, struct type type);
/* The letters of the type's language where its script is Latin, Greek, Cyrillic or one that runs leftward; elsewhere none, for single
 * letters say little there. In the choice's memory; *count says how many. */
const uint32_t *choice_language_letters(struct choice *choice, struct type type, int *count);
/* The first font of the face's list, which draws the box for letters that none has; usable. */
int choice_first(const struct choice *choice, enum face face);
/* Says how to break or order lines, or how its neighbours look: never draws anything itself. */
bool choice_is_silent(uint32_t code);
/* Spaces and hyphens that differ in how lines break, or by a hair: an ordinary one serves where a font has no such letter. */
uint32_t choice_plain_form(uint32_t code);
