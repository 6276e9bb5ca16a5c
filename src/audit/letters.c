/* Each face is asked for each letter of what is shown in it. */
#include "audit/letters.h"

#include "base/utf8.h"
#include "exhibit/origins.h"

static const char *const FACE_KEYS[FACE_COUNT] = {"headline", "text", "bold", "italic"};

/* The file that holds a letter: the one it was seen in, else one of those whose texts may stand on any page. */
static struct origin letter_origin(const struct auditor *a, const char *file, uint32_t code)
{
    const char *const files[] = {file, "config/exhibit.yaml", "config/words.yaml", "config/timeline.yaml", "config/glossary.yaml"};

    for (size_t i = 0; i < COUNTOF(files); i++) {
        struct origin at = origins_letter(a->setup->exhibit, files[i], code);

        if (at.line > 0)
            return at;
    }
    return (struct origin){file, 0, 0};
}

static bool is_told(const struct missing_letters *missing, enum face face, uint32_t code)
{
    for (int i = 0; i < missing->count; i++)
        if (missing->list[i].face == face && missing->list[i].code == code)
            return true;
    return false;
}

static void check_letter(struct auditor *a, const char *file, struct type type, uint32_t code)
{
    enum face face = type.face;
    struct missing_letters *missing = &a->missing;
    char letter[5] = {0};

    if (missing->count == MISSING_LETTERS_MAX || is_told(missing, face, code) || a->setup->has_letter(a->setup->letters, type, code))
        return;
    missing->list[missing->count++] = (struct missing_letter){face, code};
    utf8_put(letter, code);
    auditor_warn(
        a, letter_origin(a, file, code),
        arena_printf(a->arena,
                     "the letter \"%s\" (U+%04X) is in no font of the list \"%s\" in config/theme.yaml, so visitors see an empty box; "
                     "write it in another way, or add a font that has it",
                     letter, (unsigned)code, FACE_KEYS[face]));
}

void letters_check(struct auditor *a, const char *file, struct draw_text text)
{
    for (const char *at = text.text, *end = at + text.length; at < end;)
        check_letter(a, file, text.type, utf8_next(&at, end));
}
