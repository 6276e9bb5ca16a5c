/* A file is read once and whole, for all its fonts and sizes. Text is drawn without hinting: it is the same at every size and on every
 * machine. */
#include "fonts/fonts.h"

#include "base/log.h"
#include "platform/fontfile.h"
#include "text/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPEN_MAX = 32,        /* of one font and size; 80 to 300 KB each */
    KNOWN_LETTERS = 4096, /* a power of two; 32 KB */
    MEMBERS_MAX = 64,     /* of a collection */
};

/* A file, and what it is named. Fonts of one collection share it. */
struct source {
    char *name;
    struct fontfile file;
    bool unusable;
};

/* member: of a collection; -1: none was named, which means the first, or the one of the language. */
struct listed_font {
    int source, member;
    bool tried, unusable, is_capitals;
};

struct font_slot {
    TTF_Font *font;
    int index, size_px;
    uint64_t used;
};

/* What is known of a letter, so that fonts need not be open to be asked. */
struct known_letter {
    uint32_t code; /* 0: nothing */
    int16_t font;
    bool there;
};

struct fonts {
    const struct files *files;
    struct source *sources;
    int source_count, source_capacity;
    struct listed_font *list;
    int count, capacity;
    struct font_slot open[OPEN_MAX];
    uint64_t clock; /* of uses */
    struct known_letter known[KNOWN_LETTERS];
};

struct fonts *fonts_create(const struct files *files)
{
    if (TTF_Init() != 0) {
        log_error("cannot draw text: %s", TTF_GetError());
        return NULL;
    }
    struct fonts *fonts = mem_alloc(sizeof(*fonts));

    fonts->files = files;
    return fonts;
}

void fonts_destroy(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (int i = 0; i < OPEN_MAX; i++)
        TTF_CloseFont(fonts->open[i].font);
    for (int i = 0; i < fonts->source_count; i++) {
        free(fonts->sources[i].name);
        fontfile_finish(&fonts->sources[i].file);
    }
    free(fonts->sources);
    free(fonts->list);
    free(fonts);
    TTF_Quit();
}

/* ---- by name ---- */

/* The file of that name; FONT_NONE if there is none. */
static int add_source(struct fonts *fonts, const char *name, bool wanted)
{
    struct source source = {0};

    for (int i = 0; i < fonts->source_count; i++) {
        if (strcmp(fonts->sources[i].name, name) == 0)
            return fonts->sources[i].file.path ? i : FONT_NONE;
    }
    source.unusable = !fontfile_find(&source.file, fonts->files, name);
    if (source.unusable && wanted)
        log_warning("%s: no such font in assets/fonts or on this system; install it, or name another in config/theme.yaml", name);
    source.name = mem_text(name);
    fonts->sources = mem_grow(fonts->sources, fonts->source_count, &fonts->source_capacity, sizeof(source));
    fonts->sources[fonts->source_count++] = source;
    return source.unusable ? FONT_NONE : fonts->source_count - 1;
}

static int add_font(struct fonts *fonts, int source, int member)
{
    for (int i = 0; i < fonts->count; i++)
        if (fonts->list[i].source == source && fonts->list[i].member == member)
            return i;
    if (fonts->count == INT16_MAX)
        return FONT_NONE;
    fonts->list = mem_grow(fonts->list, fonts->count, &fonts->capacity, sizeof(*fonts->list));
    fonts->list[fonts->count] = (struct listed_font){.source = source, .member = member};
    return fonts->count++;
}

int fonts_add(struct fonts *fonts, const char *name, bool wanted)
{
    const char *mark = strrchr(name, '#');
    char *end = NULL;
    long member = mark && mark[1] ? strtol(mark + 1, &end, 10) : -1;

    if (!mark || !end || *end || member < 0 || member >= MEMBERS_MAX) {
        int source = add_source(fonts, name, wanted);

        return source == FONT_NONE ? FONT_NONE : add_font(fonts, source, -1);
    }
    char *file = mem_text(name);

    file[mark - name] = '\0';
    int source = add_source(fonts, file, wanted);

    free(file);
    return source == FONT_NONE ? FONT_NONE : add_font(fonts, source, (int)member);
}

/* ---- open ---- */

static TTF_Font *open_font(const struct source *source, int member, int size_px)
{
    const struct buffer *content = &source->file.content;
    SDL_RWops *bytes = SDL_RWFromConstMem(content->bytes, (int)content->length);
    TTF_Font *font = bytes ? TTF_OpenFontIndexRW(bytes, 1, size_px, int_max(0, member)) : NULL;

    if (font) {
        TTF_SetFontHinting(font, TTF_HINTING_NONE);
        TTF_SetFontKerning(font, 1);
    }
    return font;
}

static bool read_source(struct fonts *fonts, struct source *source)
{
    if (source->unusable || source->file.content.bytes)
        return !source->unusable;
    source->unusable = !fontfile_read(&source->file, fonts->files);
    return !source->unusable;
}

static bool has_capitals_alone(TTF_Font *font)
{
    int small[4], capital[4];

    return TTF_GlyphMetrics32(font, 'x', &small[0], &small[1], &small[2], &small[3], NULL) == 0 &&
           TTF_GlyphMetrics32(font, 'X', &capital[0], &capital[1], &capital[2], &capital[3], NULL) == 0 &&
           memcmp(small, capital, sizeof(small)) == 0;
}

bool fonts_is_capitals(struct fonts *fonts, int index)
{
    return fonts_can_use(fonts, index) && fonts->list[index].is_capitals;
}

bool fonts_can_use(struct fonts *fonts, int index)
{
    struct listed_font *font = &fonts->list[index];
    struct source *source = &fonts->sources[font->source];

    if (font->tried)
        return !font->unusable;

    TTF_Font *probe = read_source(fonts, source) ? open_font(source, font->member, FONT_PROBE_PX) : NULL;

    font->tried = true;
    font->unusable = !probe;
    font->is_capitals = probe && has_capitals_alone(probe);
    if (!probe && font->member > 0)
        log_warning("%s#%d: not a font that can be used; name another in config/theme.yaml", source->name, font->member);
    else if (!probe)
        log_warning("%s: not a font that can be used; name another in config/theme.yaml", source->name);
    if (!probe && font->member < 0) { /* no other will be asked for */
        source->unusable = true;
        fontfile_forget(&source->file);
    }
    TTF_CloseFont(probe);
    return !font->unusable;
}

TTF_Font *fonts_at(struct fonts *fonts, int index, int size_px)
{
    struct font_slot *oldest = &fonts->open[0];
    const struct listed_font *font = &fonts->list[index];

    for (int i = 0; i < OPEN_MAX; i++) {
        struct font_slot *slot = &fonts->open[i];

        if (slot->font && slot->index == index && slot->size_px == size_px) {
            slot->used = ++fonts->clock;
            return slot->font;
        }
        if (slot->used < oldest->used)
            oldest = slot;
    }
    TTF_CloseFont(oldest->font);
    *oldest = (struct font_slot){open_font(&fonts->sources[font->source], font->member, size_px), index, size_px, ++fonts->clock};
    return oldest->font;
}

bool fonts_have(struct fonts *fonts, int index, uint32_t code)
{
    struct known_letter *known = &fonts->known[(code * 31 + (uint32_t)index * 977) % KNOWN_LETTERS];

    if (known->code != code || known->font != index || code == 0) {
        TTF_Font *font = fonts_can_use(fonts, index) ? fonts_at(fonts, index, FONT_PROBE_PX) : NULL;

        *known = (struct known_letter){code, (int16_t)index, font && TTF_GlyphIsProvided32(font, code)};
    }
    return known->there;
}

/* ---- collections ---- */

static bool ends_in(const char *text, const char *end)
{
    size_t length = text ? strlen(text) : 0, end_length = strlen(end);

    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* Which font of the collection has a family of that ending; -1 for none. */
static int member_ending(struct fonts *fonts, struct source *source, const char *end)
{
    TTF_Font *first = read_source(fonts, source) ? open_font(source, 0, FONT_PROBE_PX) : NULL;
    int count = first ? int_min(MEMBERS_MAX, (int)TTF_FontFaces(first)) : 0, found = -1;

    TTF_CloseFont(first);
    for (int i = 0; i < count && count > 1 && found < 0; i++) {
        TTF_Font *font = open_font(source, i, FONT_PROBE_PX);

        if (font && ends_in(TTF_FontFaceFamilyName(font), end))
            found = i;
        TTF_CloseFont(font);
    }
    return found;
}

int fonts_variant(struct fonts *fonts, int index, uint32_t variant)
{
    static const struct {
        uint32_t variant;
        const char *end;
    } endings[] = {{SCRIPT('J', 'p', 'a', 'n'), " JP"},
                   {SCRIPT('K', 'o', 'r', 'e'), " KR"},
                   {SCRIPT('H', 'a', 'n', 's'), " SC"},
                   {SCRIPT('H', 'a', 'n', 't'), " TC"}};
    struct listed_font font = fonts->list[index];

    for (size_t i = 0; i < COUNTOF(endings) && font.member < 0 && ends_in(fonts->sources[font.source].name, ".ttc"); i++) {
        if (endings[i].variant != variant)
            continue;
        int member = member_ending(fonts, &fonts->sources[font.source], endings[i].end);
        int found = member >= 0 ? add_font(fonts, font.source, member) : FONT_NONE;

        return found == FONT_NONE ? index : found;
    }
    return index;
}

/* Any font is better than none: the letters of every language that nearly every system has, else the first that has an "A" at all. */
int fonts_any(struct fonts *fonts)
{
    static const char *const likely[] = {"OpenSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf"};
    struct arena *arena = arena_create();
    const char **names;
    int count = fontfile_list(arena, &names), found = FONT_NONE;

    for (int i = 0; i < (int)COUNTOF(likely) + count && found == FONT_NONE; i++) {
        int font = fonts_add(fonts, i < (int)COUNTOF(likely) ? likely[i] : names[i - (int)COUNTOF(likely)], false);

        if (font != FONT_NONE && fonts_have(fonts, font, 'A'))
            found = font;
    }
    arena_destroy(arena);
    return found;
}
