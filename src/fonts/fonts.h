/* Fonts: files of letters by name, open at the sizes that are asked for. Main thread only. */
#pragma once

#include "base/files.h"

#include <SDL_ttf.h>

/* A font is known by its index here; FONT_NONE is none. */
enum { FONT_NONE = -1, FONT_PROBE_PX = 16 };

struct fonts;

/* Borrows `files`. NULL with a log line where SDL_ttf cannot begin. */
struct fonts *fonts_create(const struct files *files);
/* NULL is fine. */
void fonts_destroy(struct fonts *fonts);
/* The font of that file name; behind a collection's name "#2" says which of its fonts, 0 being the first. A name that was never there gives
 * FONT_NONE, with one log line where `wanted`. Nothing is read yet. */
int fonts_add(struct fonts *fonts, const char *name, bool wanted);
/* Reads and tries it once; what cannot be used is logged once. */
bool fonts_can_use(struct fonts *fonts, int font);
/* Of a usable font; NULL where a damaged file has no such size. Borrowed until the next call. */
TTF_Font *fonts_at(struct fonts *fonts, int index, int size_px);
/* Whether it can be used and has the letter. */
bool fonts_have(struct fonts *fonts, int font, uint32_t code);
/* Whether its small letters are capitals, as those of many a headline face are. */
bool fonts_is_capitals(struct fonts *fonts, int font);
/* Of a collection that was named without a "#": the font whose family is named for the script's variant (Jpan, Kore, Hans, Hant), as the
 * East Asian ones are ("Noto Sans CJK KR"). The font itself where there is none. */
int fonts_variant(struct fonts *fonts, int index, uint32_t variant);
/* A font of this system that has at least an "A"; FONT_NONE if there is none. */
int fonts_any(struct fonts *fonts);
