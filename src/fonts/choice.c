/* Lists are put together once for each face, script and variant of Han that is met, and grow by the system's fonts when a letter asks. */
#include "fonts/choice.h"

#include "base/utf8.h"
#include "text/bidi.h"
#include "text/capitals.h"
#include "text/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIST_MAX = 16, LANGUAGES_MAX = 64, NAME_BYTES = 96, LANGUAGE_BYTES = 64, LETTERS_MAX = 512 };

struct font_list {
    int fonts[LIST_MAX], count;
};

/* The fonts for letters of a script in a face, first choice first. */
struct stack {
    enum face face;
    uint32_t script, variant;
    bool extended; /* by the system's */
    struct font_list list;
};

struct script_lists {
    uint32_t script;
    struct font_list lists[FACE_COUNT];
};

struct language {
    struct choice_language known;
    char code[LANGUAGE_BYTES];
    uint32_t *letters; /* NULL until asked for */
    int letter_count;
};

struct choice {
    struct fonts *fonts;
    struct font_list lists[FACE_COUNT];
    struct script_lists *scripts;
    int script_count;
    struct language languages[LANGUAGES_MAX];
    int language_count;
    struct stack *stacks;
    int stack_count, stack_capacity;
};

/* ---- lists ---- */

static void list_add(struct font_list *list, int font)
{
    for (int i = 0; i < list->count; i++)
        if (list->fonts[i] == font)
            return;
    if (font != FONT_NONE && list->count < LIST_MAX)
        list->fonts[list->count++] = font;
}

static void list_add_names(struct fonts *fonts, struct font_list *list, const char *const *names)
{
    for (; names && *names; names++)
        list_add(list, fonts_add(fonts, *names, true));
}

/* What cannot be used does not begin a list: its first font draws the box for letters that none has. */
static void list_drop_unusable(struct fonts *fonts, struct font_list *list)
{
    while (list->count > 0 && !fonts_can_use(fonts, list->fonts[0]))
        memmove(list->fonts, list->fonts + 1, sizeof(int) * (size_t)--list->count);
}

/* A list without a usable font takes that of another, or any that the system has. False if there is none. */
static bool fill_lists(struct choice *choice)
{
    int stand_in = FONT_NONE;

    for (int i = 0; i < FACE_COUNT && stand_in == FONT_NONE; i++)
        if (choice->lists[i].count > 0)
            stand_in = choice->lists[i].fonts[0];
    if (stand_in == FONT_NONE)
        stand_in = fonts_any(choice->fonts);
    for (int i = 0; i < FACE_COUNT; i++)
        if (choice->lists[i].count == 0)
            list_add(&choice->lists[i], stand_in);
    return stand_in != FONT_NONE;
}

static void take_scripts(struct choice *choice, const struct choice_setup *setup)
{
    choice->scripts = mem_alloc(sizeof(*choice->scripts) * (size_t)int_max(1, setup->script_count));
    choice->script_count = setup->script_count;
    for (int i = 0; i < setup->script_count; i++) {
        choice->scripts[i].script = setup->scripts[i].script;
        for (int face = 0; face < FACE_COUNT; face++) {
            const char *const *names = setup->scripts[i].lists[face];

            list_add_names(choice->fonts, &choice->scripts[i].lists[face], names ? names : setup->scripts[i].lists[FACE_TEXT]);
        }
    }
}

static bool keeps_dot(const char *language)
{
    struct arena *arena = arena_create();
    bool keeps = strcmp(capitals_of(arena, "i", language), "I") != 0;

    arena_destroy(arena);
    return keeps;
}

struct choice *choice_create(struct fonts *fonts, const struct choice_setup *setup)
{
    struct choice *choice = mem_alloc(sizeof(*choice));

    choice->fonts = fonts;
    choice->language_count = int_min(LANGUAGES_MAX, setup->language_count);
    for (int i = 0; i < choice->language_count; i++) {
        const char *code = setup->languages[i];

        uint32_t script = script_of_language(code);

        choice->languages[i].known =
            (struct choice_language){script, script_variant(code), bidi_is_leftward(code), script_is_european(script), keeps_dot(code)};
        snprintf(choice->languages[i].code, LANGUAGE_BYTES, "%s", code);
    }
    for (int i = 0; i < FACE_COUNT; i++) {
        list_add_names(fonts, &choice->lists[i], setup->lists[i]);
        list_drop_unusable(fonts, &choice->lists[i]);
    }
    take_scripts(choice, setup);
    if (!fill_lists(choice)) {
        choice_destroy(choice);
        return NULL;
    }
    return choice;
}

void choice_destroy(struct choice *choice)
{
    if (!choice)
        return;
    for (int i = 0; i < choice->language_count; i++)
        free(choice->languages[i].letters);
    free(choice->scripts);
    free(choice->stacks);
    free(choice);
}

struct fonts *choice_fonts(const struct choice *choice)
{
    return choice->fonts;
}

struct choice_language choice_language(const struct choice *choice, struct type type)
{
    int index = int_max(0, type.language - 1);

    return index < choice->language_count ? choice->languages[index].known : (struct choice_language){.script = SCRIPT_NONE};
}

const uint32_t *choice_language_letters(struct choice *choice, struct type type, int *count)
{
    int index = int_max(0, type.language - 1);
    struct language *language = &choice->languages[index];

    *count = 0;
    if (index >= choice->language_count || !(language->known.european || language->known.leftward))
        return NULL;
    if (!language->letters) {
        language->letters = mem_alloc(sizeof(*language->letters) * LETTERS_MAX);
        language->letter_count = script_letters(language->code, language->letters, LETTERS_MAX);
    }
    *count = language->letter_count;
    return language->letters;
}

int choice_first(const struct choice *choice, enum face face)
{
    return choice->lists[face].fonts[0];
}

/* ---- stacks ---- */

static void stack_add(struct choice *choice, struct stack *stack, int font)
{
    if (font != FONT_NONE && script_is_east_asian(stack->script))
        font = fonts_variant(choice->fonts, font, stack->variant);
    list_add(&stack->list, font);
}

static struct stack stack_make(struct choice *choice, const struct stack *key)
{
    struct stack stack = *key;

    for (int i = 0; i < choice->script_count; i++) {
        const struct font_list *list = &choice->scripts[i].lists[stack.face];

        for (int k = 0; k < list->count && choice->scripts[i].script == stack.script; k++)
            stack_add(choice, &stack, list->fonts[k]);
    }
    for (int i = 0; i < choice->lists[stack.face].count; i++)
        stack_add(choice, &stack, choice->lists[stack.face].fonts[i]);
    return stack;
}

static struct stack *stack_for(struct choice *choice, struct type type, uint32_t script)
{
    struct choice_language language = choice_language(choice, type);
    struct stack key = {.face = type.face, .script = script != SCRIPT_NONE ? script : language.script};

    key.variant = script_is_east_asian(key.script) ? language.variant : (uint32_t)SCRIPT_NONE;
    for (int i = 0; i < choice->stack_count; i++) {
        struct stack *stack = &choice->stacks[i];

        if (stack->face == key.face && stack->script == key.script && stack->variant == key.variant)
            return stack;
    }
    choice->stacks = mem_grow(choice->stacks, choice->stack_count, &choice->stack_capacity, sizeof(key));
    choice->stacks[choice->stack_count] = stack_make(choice, &key);
    return &choice->stacks[choice->stack_count++];
}

static void add_stand_in(struct choice *choice, struct stack *stack, const char *family, const char *style)
{
    char name[NAME_BYTES];

    if (snprintf(name, sizeof(name), "%s-%s", family, style) < (int)sizeof(name))
        stack_add(choice, stack, fonts_add(choice->fonts, name, false));
}

/* "NotoSans" and the script's name, as Debian's packages have them. */
static void add_noto(struct choice *choice, struct stack *stack, const char *begin)
{
    char family[NAME_BYTES];

    snprintf(family, sizeof(family), "%s%s", begin, script_family(stack->script).name);
    if (stack->face == FACE_HEADLINE || stack->face == FACE_BOLD)
        add_stand_in(choice, stack, family, "Bold.ttf");
    add_stand_in(choice, stack, family, "Regular.ttf");
}

/* The system's fonts for the script. */
static void stack_extend(struct choice *choice, struct stack *stack)
{
    static const char *const others[] = {"NotoSansSymbols", "NotoSansSymbols2", "NotoSansMath"};
    static const char *const styles[FACE_COUNT] = {"Bold", "Regular", "Bold", "Italic"};
    bool bold = stack->face == FACE_HEADLINE || stack->face == FACE_BOLD;
    char file[NAME_BYTES];

    if (stack->extended)
        return;
    stack->extended = true;
    snprintf(file, sizeof(file), "%s.ttf", styles[stack->face]);
    if (script_is_east_asian(stack->script))
        add_stand_in(choice, stack, "NotoSansCJK", bold ? "Bold.ttc" : "Regular.ttc");
    else if (stack->script != SCRIPT_NONE && !script_is_european(stack->script)) {
        add_noto(choice, stack, "NotoSans");
        add_noto(choice, stack, "NotoSerif");
    }
    add_stand_in(choice, stack, "NotoSans", file);
    for (size_t i = 0; i < COUNTOF(others); i++)
        add_stand_in(choice, stack, others[i], "Regular.ttf");
    stack_add(choice, stack, fonts_add(choice->fonts, bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf", false));
}

/* ---- letters ---- */

bool choice_is_silent(uint32_t code)
{
    return code < 0x20 || code == 0x7F || code == 0xAD || code == 0x61C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

uint32_t choice_plain_form(uint32_t code)
{
    if (code == 0xA0 || code == 0x202F || code == 0x205F || (code >= 0x2000 && code <= 0x200A))
        return ' ';
    return code == 0x2010 || code == 0x2011 ? '-' : code;
}

/* An ordinary space or hyphen looks the same; a thin space does not, and had better come from another font. */
static bool has(struct choice *choice, int font, uint32_t code)
{
    bool same = code == 0xA0 || code == 0x2010 || code == 0x2011;

    return fonts_have(choice->fonts, font, code) || (same && fonts_have(choice->fonts, font, choice_plain_form(code)));
}

/* Which codes of a text a font must have: letters with their marks; signs too, but no spaces; all; the first that draws. */
enum counted { COUNT_LETTERS, COUNT_SIGNS, COUNT_ALL, COUNT_FIRST };

static bool counts(uint32_t code, enum counted counted)
{
    if (choice_is_silent(code) || (counted == COUNT_SIGNS && choice_plain_form(code) == ' '))
        return false;
    return counted != COUNT_LETTERS || script_of_letter(code) != SCRIPT_NONE || script_clings(code);
}

/* How many of the codes that count it lacks. */
static int lacks(struct choice *choice, int font, const struct choice_text *text, enum counted counted)
{
    const char *at = text->bytes, *end = at + text->length;
    int missing = 0;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        if (!counts(code, counted))
            continue;
        missing += !has(choice, font, code);
        if (counted == COUNT_FIRST)
            break;
    }
    return missing;
}

static enum counted counted_of(const struct choice_text *text)
{
    const char *at = text->bytes, *end = at + text->length;

    while (at < end) {
        if (counts(utf8_next(&at, end), COUNT_LETTERS))
            return COUNT_LETTERS;
    }
    return COUNT_SIGNS;
}

/* The font that lacks least, of equal ones the first; the system's are asked only if none has all. */
static int least_lacking(struct choice *choice, struct stack *stack, const struct choice_text *text, enum counted counted)
{
    int best = stack->list.fonts[0], least = INT32_MAX;

    for (int pass = 0, i = 0; pass < 2; pass++) {
        for (; i < stack->list.count; i++) {
            int missing = lacks(choice, stack->list.fonts[i], text, counted);

            if (missing == 0)
                return stack->list.fonts[i];
            if (missing < least && fonts_can_use(choice->fonts, stack->list.fonts[i])) {
                least = missing;
                best = stack->list.fonts[i];
            }
        }
        stack_extend(choice, stack);
    }
    return best;
}

int choice_font(struct choice *choice, const struct choice_text *word)
{
    enum counted counted = counted_of(word);

    if (word->preferred != FONT_NONE && lacks(choice, word->preferred, word, counted) == 0)
        return word->preferred;
    return least_lacking(choice, stack_for(choice, word->type, word->script), word, counted);
}

int choice_letter_font(struct choice *choice, const struct choice_text *letter)
{
    struct stack *stack = stack_for(choice, letter->type, letter->script);
    static const enum counted ways[] = {COUNT_ALL, COUNT_FIRST};

    for (size_t i = 0; i < COUNTOF(ways); i++) {
        int font = letter->preferred;

        if (font == FONT_NONE || lacks(choice, font, letter, ways[i]) > 0)
            font = least_lacking(choice, stack, letter, ways[i]);
        if (lacks(choice, font, letter, ways[i]) == 0)
            return font;
    }
    return FONT_NONE;
}

int choice_language_font(struct choice *choice, struct type type)
{
    uint32_t script = choice_language(choice, type).script, code = script != SCRIPT_NONE ? script_sample(script) : 0;
    char bytes[4];
    struct choice_text sample = {type, script, FONT_NONE, bytes, 0};

    if (code == 0)
        return FONT_NONE;
    sample.length = utf8_put(bytes, code);
    return choice_letter_font(choice, &sample);
}

/* Whether it lacks no letter of those of the text that are in the script; SCRIPT_NONE: in any. */
static bool writes(struct choice *choice, int font, const struct choice_text *text)
{
    struct script_walk walk = {.at = text->bytes, .end = text->bytes + text->length};
    struct script_run run;

    while (script_next(&walk, &run)) {
        struct choice_text letters = {.bytes = run.text, .length = run.length};

        if ((run.script == text->script || text->script == SCRIPT_NONE) && lacks(choice, font, &letters, COUNT_LETTERS) > 0)
            return false;
    }
    return true;
}

struct type choice_settled(struct choice *choice, struct type type, const char *text, int length)
{
    struct choice_text whole = {.type = type, .script = choice_language(choice, type).script, .bytes = text, .length = length};
    struct font_list *list = &stack_for(choice, type, whole.script)->list;
    int at = 0;

    while (at < list->count && !writes(choice, list->fonts[at], &whole))
        at++;
    type.font = (uint8_t)(at > 0 && at < list->count && list->fonts[at] < UINT8_MAX ? list->fonts[at] + 1 : 0);
    return type;
}
