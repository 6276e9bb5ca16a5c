/* Type: a text is cut into runs that one font file can draw; runs are shaped by SDL_ttf and joined into one surface.
 * Text is drawn without hinting: it is the same at every size and on every machine. */
#include "paint/faces.h"

#include "base/log.h"
#include "base/utf8.h"
#include "paint/fontfile.h"
#include "images/surfaces.h"

#include <SDL_ttf.h>
#include <stdlib.h>
#include <string.h>

enum {
    FILES_PER_FACE_MAX = 8,
    FONTS_OPEN_MAX = 24, /* of one file and size; 80 to 300 KB each */
    TEXT_CACHE_BYTES = 6 * 1024 * 1024,
    WIDTH_SLOTS = 8192, /* a power of two; 128 KB */
    TEXT_WIDTH_MAX_PX = 16384,
    PROBE_SIZE_PX = 16,
};

struct listed_font {
    char *name;
    struct fontfile file;
    bool unusable;
};

struct font_slot {
    TTF_Font *font;
    int file, size_px;
    uint64_t used;
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
    const struct files *source;
    struct listed_font *files;
    int file_count, file_capacity;
    int lists[FACE_COUNT][FILES_PER_FACE_MAX]; /* into files */
    int list_counts[FACE_COUNT];
    struct font_slot fonts[FONTS_OPEN_MAX];
    uint64_t clock; /* of uses */
    struct surfaces *texts;
    struct buffer words; /* the run being shaped, terminated */
    struct ink *inks;    /* the runs of the text being drawn */
    int ink_count, ink_capacity;
    struct width_slot widths[WIDTH_SLOTS];
};

/* A text on its way through the fonts, run by run: a run is what one font draws at once. x from the left edge of the text. */
struct run {
    struct type type;
    const char *rest, *end; /* of the text, behind the run */
    TTF_Font *font;         /* NULL before the first run */
    const char *text;       /* terminated; in faces->words */
    int x_px, width_px;
};

static struct run run_before(struct type type, const char *text, int length)
{
    return (struct run){.type = type, .rest = text, .end = text + length};
}

static TTF_Font *open_font(const struct listed_font *listed, int size_px)
{
    const struct buffer *content = &listed->file.content;
    SDL_RWops *bytes = SDL_RWFromConstMem(content->bytes, (int)content->length);
    TTF_Font *font = bytes ? TTF_OpenFontRW(bytes, 1, size_px) : NULL;

    if (font) {
        TTF_SetFontHinting(font, TTF_HINTING_NONE);
        TTF_SetFontKerning(font, 1);
    }
    return font;
}

/* Reads and tries a file once, when it is first needed. */
static bool is_usable(struct faces *faces, int index)
{
    struct listed_font *listed = &faces->files[index];

    if (listed->unusable || listed->file.content.bytes)
        return !listed->unusable;

    TTF_Font *probe = fontfile_read(&listed->file, faces->source) ? open_font(listed, PROBE_SIZE_PX) : NULL;

    listed->unusable = !probe;
    if (!probe) {
        log_warning("%s: not a font that can be used; name another in config/theme.yaml", listed->name);
        fontfile_forget(&listed->file);
    }
    TTF_CloseFont(probe);
    return !listed->unusable;
}

/* The file of that name; -1 if there is none. */
static int add_file(struct faces *faces, const char *name)
{
    struct listed_font listed = {0};

    for (int i = 0; i < faces->file_count; i++) {
        if (strcmp(faces->files[i].name, name) == 0)
            return faces->files[i].unusable ? -1 : i;
    }
    listed.unusable = !fontfile_find(&listed.file, faces->source, name);
    if (listed.unusable)
        log_warning("%s: no such font in assets/fonts or on this system; install it, or name another in config/theme.yaml", name);
    listed.name = mem_text(name);
    faces->files = mem_grow(faces->files, faces->file_count, &faces->file_capacity, sizeof(listed));
    faces->files[faces->file_count++] = listed;
    return listed.unusable ? -1 : faces->file_count - 1;
}

/* The first of a face's list is one that can be used: it draws the box for letters that none has. */
static void add_list(struct faces *faces, enum face face, const char *const *list)
{
    int *count = &faces->list_counts[face];

    for (; *list && *count < FILES_PER_FACE_MAX; list++) {
        int file = add_file(faces, *list);

        if (file >= 0 && (*count > 0 || is_usable(faces, file)))
            faces->lists[face][(*count)++] = file;
    }
}

/* NULL where a damaged file has no such size. */
static TTF_Font *font_at(struct faces *faces, int file, int size_px)
{
    struct font_slot *oldest = &faces->fonts[0];

    for (int i = 0; i < FONTS_OPEN_MAX; i++) {
        struct font_slot *font = &faces->fonts[i];

        if (font->font && font->file == file && font->size_px == size_px) {
            font->used = ++faces->clock;
            return font->font;
        }
        if (font->used < oldest->used)
            oldest = font;
    }
    TTF_CloseFont(oldest->font);
    *oldest = (struct font_slot){open_font(&faces->files[file], size_px), file, size_px, ++faces->clock};
    return oldest->font;
}

/* Any font is better than none: the letters of every language that nearly every system has, else the first that has an "A" at all. */
static int find_any(struct faces *faces)
{
    static const char *const likely[] = {"OpenSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf"};
    struct arena *arena = arena_create();
    const char **names;
    int count = fontfile_list(arena, &names), found = -1;

    for (int i = 0; i < (int)COUNTOF(likely) + count && found < 0; i++) {
        bool first = i < (int)COUNTOF(likely);
        struct fontfile file;
        const char *name = first ? likely[i] : names[i - (int)COUNTOF(likely)];
        bool there = fontfile_find(&file, faces->source, name);
        int index = there ? add_file(faces, name) : -1;

        fontfile_finish(&file);
        if (index >= 0 && is_usable(faces, index) && TTF_GlyphIsProvided32(font_at(faces, index, PROBE_SIZE_PX), 'A'))
            found = index;
    }
    arena_destroy(arena);
    return found;
}

/* What a list without a usable font is drawn with. */
static bool fill_lists(struct faces *faces)
{
    int stand_in = -1;

    for (int i = 0; i < FACE_COUNT && stand_in < 0; i++)
        if (faces->list_counts[i] > 0)
            stand_in = faces->lists[i][0];
    if (stand_in < 0)
        stand_in = find_any(faces);
    for (int i = 0; i < FACE_COUNT && stand_in >= 0; i++)
        if (faces->list_counts[i] == 0)
            faces->lists[i][faces->list_counts[i]++] = stand_in;
    return stand_in >= 0;
}

struct faces *faces_create(const struct files *files, const char *const *const lists[FACE_COUNT])
{
    if (TTF_Init() != 0) {
        log_error("cannot draw text: %s", TTF_GetError());
        return NULL;
    }
    struct faces *faces = mem_alloc(sizeof(*faces));

    faces->source = files;
    faces->texts = surfaces_create(TEXT_CACHE_BYTES);
    for (int i = 0; i < FACE_COUNT; i++)
        add_list(faces, (enum face)i, lists[i]);
    if (!fill_lists(faces)) {
        log_error("there is no font on this system that can be used");
        faces_destroy(faces);
        return NULL;
    }
    return faces;
}

bool faces_can_use(struct faces *faces, const char *name)
{
    int file = add_file(faces, name);

    return file >= 0 && is_usable(faces, file);
}

void faces_destroy(struct faces *faces)
{
    if (!faces)
        return;
    for (int i = 0; i < FONTS_OPEN_MAX; i++)
        TTF_CloseFont(faces->fonts[i].font);
    for (int i = 0; i < faces->file_count; i++) {
        free(faces->files[i].name);
        fontfile_finish(&faces->files[i].file);
    }
    free(faces->files);
    surfaces_destroy(faces->texts);
    buffer_finish(&faces->words);
    free(faces->inks);
    free(faces);
    TTF_Quit();
}

/* Says how to break lines, or how its neighbours look: never draws anything itself. */
static bool is_silent(uint32_t code)
{
    return code < 0x20 || code == 0x7F || code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x2064) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

/* Joiners do nothing by themselves either, but the shaper needs them. */
static bool is_joiner(uint32_t code)
{
    return code == 0x200C || code == 0x200D;
}

static bool is_mark(uint32_t code)
{
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x1AB0 && code <= 0x1AFF) || (code >= 0x20D0 && code <= 0x20FF);
}

/* Spaces and hyphens that differ in how lines break, or by a hair: an ordinary one serves where a face has no such letter. */
static uint32_t plain_form(uint32_t code)
{
    if (code == 0xA0 || code == 0x202F || code == 0x205F || (code >= 0x2000 && code <= 0x200A))
        return ' ';
    return code == 0x2010 || code == 0x2011 ? '-' : code;
}

/* The first file of the list that has the letter; -1 for none. */
static int file_for(struct faces *faces, struct type type, uint32_t code)
{
    for (int i = 0; i < faces->list_counts[type.face]; i++) {
        int file = faces->lists[type.face][i];
        TTF_Font *font = is_usable(faces, file) ? font_at(faces, file, type.size_px) : NULL;

        if (font && TTF_GlyphIsProvided32(font, code))
            return file;
    }
    return -1;
}

bool faces_have(struct faces *faces, enum face face, uint32_t code)
{
    struct type type = {face, PROBE_SIZE_PX, 0};

    return is_silent(code) || file_for(faces, type, code) >= 0 || file_for(faces, type, plain_form(code)) >= 0;
}

/* Takes one letter with its marks (tracked text), or all that one file has; copies it to faces->words as it is to be shaped. Returns the
 * file, -1 at the end. */
static int cut_run(struct faces *faces, struct run *run)
{
    struct type type = run->type;
    int file = -1;
    bool full = false;

    faces->words.length = 0;
    while (run->rest < run->end) {
        const char *next = run->rest;
        uint32_t code = utf8_next(&next, run->end);
        bool clings = is_joiner(code) || is_mark(code);

        if (!is_silent(code) || is_joiner(code)) {
            int wanted = clings && file >= 0 ? file : file_for(faces, type, code);
            char bytes[4];

            if (wanted < 0)
                wanted = file_for(faces, type, code = plain_form(code));
            if (wanted < 0)
                wanted = faces->lists[type.face][0]; /* its box for missing letters */
            if (file >= 0 && (wanted != file || (full && !clings)))
                break;
            file = wanted;
            full = type.tracking_px != 0;
            buffer_add(&faces->words, bytes, (size_t)utf8_put(bytes, code));
        }
        run->rest = next;
    }
    return file;
}

/* The next run of the text; false at its end. */
static bool next_run(struct faces *faces, struct run *run)
{
    int file = cut_run(faces, run);

    if (file < 0)
        return false;
    if (run->font)
        run->x_px += run->width_px + run->type.tracking_px;
    run->font = font_at(faces, file, run->type.size_px);
    run->text = faces->words.bytes;
    if (TTF_SizeUTF8(run->font, run->text, &run->width_px, NULL) != 0)
        run->width_px = 0;
    return true;
}

/* SDL_ttf makes room above the ascent, without saying so, for letters that reach higher (accents on capitals). */
static int overshoot(const struct run *run, int height_px)
{
    const char *at = run->text, *end = at + strlen(at);
    int over = 0, highest = 0;

    if (height_px <= TTF_FontHeight(run->font))
        return 0;
    while (at < end) {
        if (TTF_GlyphMetrics32(run->font, utf8_next(&at, end), NULL, NULL, NULL, &highest, NULL) == 0)
            over = int_max(over, highest - TTF_FontAscent(run->font));
    }
    return int_min(over, height_px - TTF_FontHeight(run->font));
}

static void draw_run(struct faces *faces, const struct run *run, SDL_Color colour)
{
    bool sane = run->width_px > 0 && run->x_px + run->width_px <= TEXT_WIDTH_MAX_PX;
    SDL_Surface *surface = sane ? TTF_RenderUTF8_Blended(run->font, run->text, colour) : NULL;

    if (!surface)
        return;
    faces->inks = mem_grow(faces->inks, faces->ink_count, &faces->ink_capacity, sizeof(*faces->inks));
    faces->inks[faces->ink_count++] = (struct ink){surface, run->x_px, TTF_FontAscent(run->font) + overshoot(run, surface->h)};
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

static struct face_ink draw_ink(struct faces *faces, const struct face_text *text)
{
    struct run run = run_before(text->type, text->text, text->length);

    faces->ink_count = 0;
    while (next_run(faces, &run))
        draw_run(faces, &run, (SDL_Color){text->colour.r, text->colour.g, text->colour.b, text->colour.a});
    if (faces->ink_count == 0)
        return (struct face_ink){0};
    if (faces->ink_count == 1 && faces->inks[0].x_px == 0)
        return (struct face_ink){faces->inks[0].surface, faces->inks[0].ascent_px};
    return join_inks(faces);
}

static struct surface_key key_of(struct type type, struct colour colour, const char *text, int length)
{
    uint32_t shade = (uint32_t)colour.a << 24 | (uint32_t)colour.r << 16 | (uint32_t)colour.g << 8 | colour.b;

    return (struct surface_key){{(int32_t)type.face, type.size_px, type.tracking_px, (int32_t)shade}, text, (size_t)int_max(0, length)};
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
        surfaces_trim(faces->texts);
    }
    return (struct face_ink){surface, (int)(intptr_t)surface->userdata};
}

static int measure_width(void *context, struct type type, const char *text, int length)
{
    struct faces *faces = context;
    struct surface_key key = key_of(type, (struct colour){0}, text, length);
    uint64_t hash = surface_key_hash(&key);
    struct width_slot *slot = &faces->widths[hash % WIDTH_SLOTS];

    if (length <= 0 || type.size_px <= 0)
        return 0;
    if (slot->hash != hash) {
        struct run run = run_before(type, text, length);

        while (next_run(faces, &run))
            continue;
        *slot = (struct width_slot){hash, run.font ? run.x_px + run.width_px + type.tracking_px : 0};
    }
    return slot->width_px;
}

/* How far the letter reaches above the baseline and below it; 0 where the face has it not. */
static void letter_reach(TTF_Font *font, uint32_t code, int *above, int *below)
{
    int low = 0, high = 0;

    if (!TTF_GlyphIsProvided32(font, code) || TTF_GlyphMetrics32(font, code, NULL, NULL, &low, &high, NULL) != 0)
        low = high = 0;
    *above = int_max(0, high);
    *below = int_max(0, -low);
}

/* What a face file says of its ascent leaves out accented capitals in many a headline face. */
static struct face_metrics measure_metrics(void *context, struct type type)
{
    static const uint32_t tall[] = {0xC9, 0xD1, 0xC5, 'g', 'j', 0xC7}; /* É Ñ Å g j Ç */
    struct faces *faces = context;
    TTF_Font *font = font_at(faces, faces->lists[type.face][0], int_max(1, type.size_px));
    int above, below;

    if (!font)
        return (struct face_metrics){type.size_px, type.size_px / 4, type.size_px * 7 / 10};

    struct face_metrics metrics = {TTF_FontAscent(font), -TTF_FontDescent(font), 0};

    for (size_t i = 0; i < COUNTOF(tall); i++) {
        letter_reach(font, tall[i], &above, &below);
        metrics.ascent_px = int_max(metrics.ascent_px, above);
        metrics.descent_px = int_max(metrics.descent_px, below);
    }
    letter_reach(font, 'H', &metrics.cap_px, &below);
    if (metrics.cap_px == 0)
        metrics.cap_px = metrics.ascent_px * 7 / 10; /* a face without Latin letters */
    return metrics;
}

struct measure faces_measure(struct faces *faces)
{
    return (struct measure){faces, measure_width, measure_metrics};
}
