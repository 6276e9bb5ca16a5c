/* Scripts: what letters and languages are written in (UAX #24), through ICU. Pure. */
#pragma once

#include "base/base.h"

/* A script: the four letters of its ISO 15924 code, as one number. Han and Kana are one, Hani, since words mix them. */
#define SCRIPT(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

enum { SCRIPT_NONE = 0, SCRIPT_BRACKETS_MAX = 16 };

/* The four letters, terminated. */
struct script_code {
    char letters[5];
};

struct script_code script_code(uint32_t script);
/* By its code ("Arab") or its name in English ("Arabic", "Korean"); SCRIPT_NONE if there is no such script. */
uint32_t script_named(const char *name);
/* SCRIPT_NONE for what all scripts share: spaces, points, most digits and signs, marks. */
uint32_t script_of_letter(uint32_t code);
/* What the language is written in: its first script, where it has several. BCP 47 code; SCRIPT_NONE for none. */
uint32_t script_of_language(const char *language);
/* The same, but for East Asia as the mixtures are called: Jpan, Kore, Hans, Hant. */
uint32_t script_variant(const char *language);
/* As Unicode names it in English: "Arabic", "Canadian_Aboriginal". */
const char *script_name(uint32_t script);
/* Which of Debian's packages has fonts that are made for the script: fonts-noto-core or fonts-noto-cjk; NULL where neither has, as for
 * some scripts of old or few books. */
const char *script_package(uint32_t script);
/* The script as the names of these fonts' files have it: NotoSansArabic-Regular.ttf. */
struct script_family {
    char name[40];
};

struct script_family script_family(uint32_t script);
/* A letter of the script that is made for showing it; 0 for none. */
uint32_t script_sample(uint32_t script);
/* The letters that the language is written with, and their capitals: up to `most` into codes; returns how many. */
int script_letters(const char *language, uint32_t *codes, int most);
/* Latin, Greek or Cyrillic; Han or Hangul. */
bool script_is_european(uint32_t script);
bool script_is_east_asian(uint32_t script);
/* Whether its letters are joined to words or syllables, so that nothing may come between them. */
bool script_is_joined(uint32_t script);

/* Pictures, which fonts of letters do not have. */
bool script_is_emoji(uint32_t code);
/* Marks, vowel signs and joiners: never parted from the letter before them. */
bool script_clings(uint32_t code);

/* A walk over a text, script by script. Zero-initialise but for at and end. */
struct script_walk {
    const char *at, *end; /* checked UTF-8 */
    struct {
        uint32_t closing, script;
    } brackets[SCRIPT_BRACKETS_MAX]; /* that are open */
    int bracket_count;
};

struct script_run {
    const char *text;
    int length;
    uint32_t script;
};

/* The next run; false at the end. What scripts share takes the script before it, at the beginning the one behind it, and a closing bracket
 * that of its opening one. SCRIPT_NONE for a text of nothing else. */
bool script_next(struct script_walk *walk, struct script_run *run);
