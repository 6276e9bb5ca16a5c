/* Type: a text is cut into pieces that one font can draw; pieces are shaped by SDL_ttf, each with its script and direction, and joined into
 * one surface. */
#include "fonts/faces.h"

#include "base/log.h"
#include "base/utf8.h"
#include "images/surfaces.h"
#include "fonts/pieces.h"
#include "text/linebreak.h"
#include "text/script.h"

#include <SDL_ttf.h>
#include <stdlib.h>
#include <string.h>

enum {
    TEXT_CACHE_BYTES = 3 * 1024 * 1024,
    WIDTH_SLOTS = 8 * 1024, /* 128 KB */
    WIDTH_SLOTS_MANY = 256 * 1024,
    TEXT_WIDTH_MAX_PX = 16384,
    METRICS_KEPT = 64,
};

/* A width by the hash of its text: two texts of the same hash are less likely than a broken memory chip. */
struct width_slot {
    uint64_t hash;
    int width_px;
};

struct ink {
    SDL_Surface *surface;
    int x_px, ascent_px;
};

struct faces {
    struct fonts *fonts;
    struct choice *choice;
    struct surfaces *texts;
    struct pieces pieces; /* of the text being drawn or measured */
    struct ink *inks;     /* of its pieces */
    int ink_count, ink_capacity;
    struct width_slot *widths;
    int width_slots;
    struct kept_metrics {
        struct type type; /* of no size: free */
        struct face_metrics metrics;
    } metrics[METRICS_KEPT];
    unsigned metrics_next; /* to be written over */
    struct linebreaks *breaks;
};

struct faces *faces_create(const struct files *files, const struct choice_setup *setup)
{
    struct fonts *fonts = fonts_create(files);
    struct choice *choice = fonts ? choice_create(fonts, setup) : NULL;

    if (!choice) {
        if (fonts)
            log_error("there is no font on this system that can be used");
        fonts_destroy(fonts);
        return NULL;
    }
    struct faces *faces = mem_alloc(sizeof(*faces));

    faces->fonts = fonts;
    faces->choice = choice;
    faces->texts = surfaces_create(TEXT_CACHE_BYTES);
    faces->breaks = linebreaks_create();
    faces->width_slots = WIDTH_SLOTS;
    faces->widths = mem_alloc(sizeof(*faces->widths) * WIDTH_SLOTS);
    return faces;
}

void faces_keep_many(struct faces *faces)
{
    free(faces->widths);
    faces->width_slots = WIDTH_SLOTS_MANY;
    faces->widths = mem_alloc(sizeof(*faces->widths) * WIDTH_SLOTS_MANY);
}

void faces_destroy(struct faces *faces)
{
    if (!faces)
        return;
    linebreaks_destroy(faces->breaks);
    surfaces_destroy(faces->texts);
    pieces_finish(&faces->pieces);
    choice_destroy(faces->choice);
    fonts_destroy(faces->fonts);
    free(faces->inks);
    free(faces->widths);
    free(faces);
}

bool faces_can_use(struct faces *faces, const char *name)
{
    int font = fonts_add(faces->fonts, name, true);

    return font != FONT_NONE && fonts_can_use(faces->fonts, font);
}

int faces_lacking(struct faces *faces, const struct face_text *text, uint32_t *codes, int most)
{
    const struct pieces *pieces = &faces->pieces;
    int count = 0;

    pieces_cut(&faces->pieces, faces->choice, text->type, (struct bytes){text->text, (size_t)text->length});
    for (int i = 0; i < pieces->count; i++) {
        const char *at = pieces->text.bytes + pieces->list[i].text, *end = at + strlen(at);

        while (at < end && count < most) {
            uint32_t code = utf8_next(&at, end);

            if (!choice_is_silent(code) && !fonts_have(faces->fonts, pieces->list[i].font, code))
                codes[count++] = code;
        }
    }
    return count;
}

/* ---- shaping ---- */

/* A piece at its size: its font, told how to shape it, and how wide it comes out. x from the left edge of the text. */
struct shaped {
    TTF_Font *font; /* NULL where a damaged file has no such size */
    const char *text;
    int x_px, width_px;
};

static struct shaped shape(struct faces *faces, const struct piece *piece, struct type type)
{
    struct shaped shaped = {.font = fonts_at(faces->fonts, piece->font, type.size_px), .text = faces->pieces.text.bytes + piece->text};
    uint32_t script = piece->script != SCRIPT_NONE ? piece->script : SCRIPT('L', 'a', 't', 'n');

    if (!shaped.font)
        return shaped;
    TTF_SetFontDirection(shaped.font, piece->leftward ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(shaped.font, script_code(script).letters);
    if (TTF_SizeUTF8(shaped.font, shaped.text, &shaped.width_px, NULL) != 0)
        shaped.width_px = 0;
    return shaped;
}

/* Behind a piece. Letters that are joined cannot be spaced. */
static int tracking_of(const struct piece *piece, struct type type)
{
    return script_is_joined(piece->script) ? 0 : type.tracking_px;
}

/* In the row or the next further in: the outermost row of a letter may be too faint to be drawn. */
static bool has_ink(const SDL_Surface *surface, int row, int further_in)
{
    for (int i = 0; i < 2; i++, row += further_in) {
        const uint32_t *pixels = (const uint32_t *)((const char *)surface->pixels + row * surface->pitch);

        for (int x = 0; x < surface->w; x++)
            if (pixels[x] >> 24)
                return true;
    }
    return false;
}

static bool is_opaque(const SDL_Surface *surface, int row)
{
    const uint32_t *pixels = (const uint32_t *)((const char *)surface->pixels + row * surface->pitch);

    for (int x = 0; x < surface->w; x++)
        if (pixels[x] >> 24 < 255)
            return false;
    return true;
}

/* The first row of a line that is struck through the text; -1 if it cannot be told. unstruck: the same text without it, or NULL for a
 * blank. */
static int struck_row(TTF_Font *font, const char *text, const SDL_Surface *unstruck)
{
    TTF_SetFontStyle(font, TTF_STYLE_STRIKETHROUGH);
    SDL_Surface *struck = TTF_RenderUTF8_Blended(font, text, (SDL_Color){0, 0, 0, 255});
    int row = -1;

    TTF_SetFontStyle(font, TTF_STYLE_NORMAL);
    for (int i = 0; struck && row < 0 && i < struck->h && (!unstruck || i < unstruck->h); i++)
        if (is_opaque(struck, i) && !(unstruck && is_opaque(unstruck, i)))
            row = i;
    SDL_FreeSurface(struck);
    return row;
}

/* SDL_ttf makes room above the ascent and below the descent for ink that reaches there, as that of piled marks does, and does not say how
 * much of it lies above. Where only one end of the surface has ink, all of it is there; where both have, a line struck through the text
 * tells, which stands as high above the baseline in a blank. */
static int overshoot(const struct shaped *shaped, const SDL_Surface *surface)
{
    int spare = surface->h - TTF_FontHeight(shaped->font);

    if (spare <= 0 || !has_ink(surface, 0, 1))
        return 0;
    if (!has_ink(surface, surface->h - 1, -1))
        return spare;
    int struck = struck_row(shaped->font, shaped->text, surface), blank = struck_row(shaped->font, " ", NULL);

    return struck < 0 || blank < 0 ? 0 : int_clamp(struck - blank, 0, spare);
}

static void draw_piece(struct faces *faces, const struct shaped *shaped, SDL_Color colour)
{
    bool sane = shaped->font && shaped->width_px > 0 && shaped->x_px + shaped->width_px <= TEXT_WIDTH_MAX_PX;
    SDL_Surface *surface = sane ? TTF_RenderUTF8_Blended(shaped->font, shaped->text, colour) : NULL;

    if (!surface)
        return;
    faces->inks = mem_grow(faces->inks, faces->ink_count, &faces->ink_capacity, sizeof(*faces->inks));
    faces->inks[faces->ink_count++] = (struct ink){surface, shaped->x_px, TTF_FontAscent(shaped->font) + overshoot(shaped, surface)};
}

/* Letters of neighbouring runs may overlap by a pixel: the stronger ink wins. All ink is of one colour, so only alpha differs. */
static void join_ink(SDL_Surface *surface, const struct ink *ink, int top)
{
    int width = int_min(ink->surface->w, surface->w - ink->x_px);

    for (int y = 0; y < ink->surface->h; y++) {
        const uint32_t *from = (const uint32_t *)((const char *)ink->surface->pixels + y * ink->surface->pitch);
        uint32_t *to = (uint32_t *)((char *)surface->pixels + (top + y) * surface->pitch) + ink->x_px;

        for (int x = 0; x < width; x++)
            to[x] = from[x] > to[x] ? from[x] : to[x];
    }
}

/* One surface of all that draw_run drew. */
static struct face_ink join_inks(struct faces *faces)
{
    int width = 0, ascent = 0, descent = 0;

    for (int i = 0; i < faces->ink_count; i++) {
        const struct ink *ink = &faces->inks[i];

        width = int_max(width, ink->x_px + ink->surface->w);
        ascent = int_max(ascent, ink->ascent_px);
        descent = int_max(descent, ink->surface->h - ink->ascent_px);
    }
    SDL_Surface *joined = SDL_CreateRGBSurfaceWithFormat(0, width, ascent + descent, 32, SDL_PIXELFORMAT_ARGB8888);

    for (int i = 0; i < faces->ink_count; i++) {
        if (joined)
            join_ink(joined, &faces->inks[i], ascent - faces->inks[i].ascent_px);
        SDL_FreeSurface(faces->inks[i].surface);
    }
    return (struct face_ink){joined, ascent};
}

/* Cuts the text and goes through its pieces; draws them where a colour is given. Returns the width of all, the tracking behind the last
 * letter included. */
static int go_through(struct faces *faces, struct type type, struct bytes text, const struct colour *colour)
{
    int x = 0;

    pieces_cut(&faces->pieces, faces->choice, type, text);
    for (int i = 0; i < faces->pieces.count; i++) {
        struct shaped shaped = shape(faces, &faces->pieces.list[i], type);

        shaped.x_px = x;
        if (colour)
            draw_piece(faces, &shaped, (SDL_Color){colour->r, colour->g, colour->b, colour->a});
        x += shaped.width_px + tracking_of(&faces->pieces.list[i], type);
    }
    return x;
}

static struct face_ink draw_ink(struct faces *faces, const struct face_text *text)
{
    faces->ink_count = 0;
    go_through(faces, text->type, (struct bytes){text->text, (size_t)text->length}, &text->colour);
    if (faces->ink_count == 0)
        return (struct face_ink){0};
    if (faces->ink_count == 1 && faces->inks[0].x_px == 0)
        return (struct face_ink){faces->inks[0].surface, faces->inks[0].ascent_px};
    return join_inks(faces);
}

static struct surface_key key_of(struct type type, struct colour colour, const char *text, int length)
{
    uint32_t shade = (uint32_t)colour.a << 24 | (uint32_t)colour.r << 16 | (uint32_t)colour.g << 8 | colour.b;

    int32_t manner = type.language | type.order << 8 | type.font << 16;

    return (struct surface_key){
        {(int32_t)type.face, type.size_px, type.tracking_px, (int32_t)shade, manner}, text, (size_t)int_max(0, length)};
}

struct face_ink faces_text(struct faces *faces, const struct face_text *text)
{
    struct surface_key key = key_of(text->type, text->colour, text->text, text->length);

    if (text->length <= 0 || text->type.size_px <= 0 || text->colour.a == 0)
        return (struct face_ink){0};
    SDL_Surface *surface = surfaces_get(faces->texts, &key);

    if (!surface) {
        struct face_ink ink = draw_ink(faces, text);

        surface = ink.surface;
        if (!surface)
            return ink;
        surface->userdata = (void *)(intptr_t)ink.ascent_px; /* ours to use, says SDL; NOLINT(performance-no-int-to-ptr) */
        surfaces_put(faces->texts, &key, surface);
    }
    return (struct face_ink){surface, (int)(intptr_t)surface->userdata};
}

void faces_trim(struct faces *faces)
{
    surfaces_trim(faces->texts);
}

static int measure_width(void *context, struct type type, const char *text, int length)
{
    struct faces *faces = context;
    struct surface_key key = key_of(type, (struct colour){0}, text, length);
    uint64_t hash = surface_key_hash(&key);
    struct width_slot *slot = &faces->widths[hash % (uint64_t)faces->width_slots];

    if (length <= 0 || type.size_px <= 0)
        return 0;
    if (slot->hash != hash)
        *slot = (struct width_slot){hash, go_through(faces, type, (struct bytes){text, (size_t)length}, NULL)};
    return slot->width_px;
}

/* ---- metrics ---- */

/* Of many letters: how far they reach above the baseline and below it. */
struct letter_reach {
    int above, below;
};

static struct letter_reach letters_reach(TTF_Font *font, const uint32_t *codes, int count)
{
    struct letter_reach reach = {0, 0};

    for (int i = 0; i < count; i++) {
        int low = 0, high = 0;

        if (!TTF_GlyphIsProvided32(font, codes[i]) || TTF_GlyphMetrics32(font, codes[i], NULL, NULL, &low, &high, NULL) != 0)
            continue;
        reach.above = int_max(reach.above, high);
        reach.below = int_max(reach.below, -low);
    }
    return reach;
}

static void metrics_hold(struct face_metrics *metrics, struct letter_reach reach)
{
    metrics->ascent_px = int_max(metrics->ascent_px, reach.above);
    metrics->descent_px = int_max(metrics->descent_px, reach.below);
}

/* Arabic and Hebrew letters reach no further joined than alone; fonts say more for the signs of prayer and poetry that may be piled on
 * them, which would tear a text's lines apart. */
static void metrics_hold_leftward(TTF_Font *font, const uint32_t *letters, int count, struct face_metrics *metrics)
{
    struct letter_reach reach = font ? letters_reach(font, letters, count) : (struct letter_reach){0, 0};

    metrics_hold(metrics, reach);
    metrics->least_line_px = reach.above + reach.below;
}

/* Letters of the language that reach further than those which every face is measured by, as Vietnamese capitals with two accents may, need
 * lines further apart; so do those of a font that stands in for the face's own, whose lines are as close as its own letters allow. Of
 * scripts whose letters stack, the font itself says what its lines need. */
static void metrics_hold_language(struct faces *faces, struct type type, int index, struct face_metrics *metrics)
{
    int own = choice_language_font(faces->choice, type), count;
    TTF_Font *font = own != FONT_NONE && own != index ? fonts_at(faces->fonts, own, type.size_px) : NULL;
    const uint32_t *letters = choice_language_letters(faces->choice, type, &count);

    if (own != FONT_NONE && choice_language(faces->choice, type).leftward) {
        metrics_hold_leftward(fonts_at(faces->fonts, own, type.size_px), letters, count, metrics);
        return;
    }
    if (font)
        metrics_hold(metrics, (struct letter_reach){TTF_FontAscent(font), -TTF_FontDescent(font)});
    if (own != FONT_NONE && !choice_language(faces->choice, type).european) {
        font = fonts_at(faces->fonts, own, type.size_px);
        metrics->least_line_px = font ? TTF_FontAscent(font) - TTF_FontDescent(font) : 0;
    }
    font = count > 0 ? fonts_at(faces->fonts, index, type.size_px) : NULL;
    if (font) {
        struct letter_reach reach = letters_reach(font, letters, count);
        int spare = type.size_px / 12; /* further than a serif or an ogonek more */

        if (type.font > 0 || reach.above > metrics->ascent_px + spare || reach.below > metrics->descent_px + spare)
            metrics->least_line_px = reach.above + reach.below;
        metrics_hold(metrics, reach);
    }
}

/* What a face file says of its ascent leaves out accented capitals in many a headline face. */
static struct face_metrics find_metrics(struct faces *faces, struct type type)
{
    static const uint32_t tall[] = {0xC9, 0xD1, 0xC5, 'g', 'j', 0xC7}; /* É Ñ Å g j Ç */
    static const uint32_t capital[] = {'H'};
    int index = type.font > 0 ? type.font - 1 : choice_first(faces->choice, type.face);
    TTF_Font *font = fonts_at(faces->fonts, index, type.size_px);

    if (!font)
        return (struct face_metrics){type.size_px, type.size_px / 4, type.size_px * 7 / 10, 0};
    struct face_metrics metrics = {TTF_FontAscent(font), -TTF_FontDescent(font), letters_reach(font, capital, 1).above, 0};

    metrics_hold(&metrics, letters_reach(font, tall, COUNTOF(tall)));
    if (metrics.cap_px == 0)
        metrics.cap_px = metrics.ascent_px * 7 / 10; /* a face without Latin letters */
    metrics_hold_language(faces, type, index, &metrics);
    return metrics;
}

static struct face_metrics measure_metrics(void *context, struct type type)
{
    struct faces *faces = context;

    type.size_px = int_max(1, type.size_px);
    for (int i = 0; i < METRICS_KEPT; i++) {
        const struct type *kept = &faces->metrics[i].type;

        if (kept->face == type.face && kept->size_px == type.size_px && kept->language == type.language && kept->font == type.font)
            return faces->metrics[i].metrics;
    }

    struct kept_metrics *kept = &faces->metrics[faces->metrics_next++ % METRICS_KEPT];

    *kept = (struct kept_metrics){type, find_metrics(faces, type)};
    return kept->metrics;
}

static struct type settle(void *context, struct type type, const char *text, int length)
{
    return choice_settled(((struct faces *)context)->choice, type, text, length);
}

struct measure faces_measure(struct faces *faces)
{
    return (struct measure){faces, measure_width, measure_metrics, settle, faces->breaks};
}
