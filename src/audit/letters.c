/* Each face is asked for each letter of what is shown in it. */
#include "audit/letters.h"

#include "base/utf8.h"
#include "exhibit/origins.h"
#include "text/nfc.h"
#include "text/script.h"

static const char *const FACE_KEYS[FACE_COUNT] = {"headline", "text", "bold", "italic"};

/* The file that holds a letter: the one it was seen in, else one of those whose texts may stand on any page. */
static struct origin letter_origin(const struct auditor *a, const char *file, uint32_t code)
{
    const char *const files[] = {
        file, "config/exhibit.yaml", "config/words.yaml", "config/timeline.yaml", "config/glossary.yaml", "config/people.yaml"};

    for (size_t i = 0; i < COUNTOF(files); i++) {
        struct origin at = origins_letter(a->setup->exhibit, files[i], code);

        if (at.line > 0)
            return at;
    }
    return (struct origin){file, 0, 0};
}

/* Of these, fonts often lack a letter or two; of other scripts they have all or nothing. */
static bool is_single(uint32_t script)
{
    return script == SCRIPT_NONE || script_is_european(script);
}

static bool is_told(const struct missing_letters *missing, enum face face, uint32_t code)
{
    uint32_t script = script_of_letter(code);

    for (int i = 0; i < missing->count; i++) {
        const struct missing_letter *told = &missing->list[i];

        if ((told->face == face && told->code == code) || (!is_single(script) && script_of_letter(told->code) == script))
            return true;
    }
    return false;
}

/* What brings a font that has it. */
static const char *remedy(const struct auditor *a, uint32_t code)
{
    uint32_t script = script_of_letter(code);
    const char *usual = nfc_usual(a->arena, code);

    if (usual)
        return arena_printf(a->arena, "write \"%s\" in its place", usual);
    if (script_is_emoji(code))
        return "emoji are not drawn; say it in words, or show a picture";
    if (script == SCRIPT_NONE)
        return "write it in another way, or add a font that has it";
    const char *package = script_package(script);

    return arena_printf(a->arena, "%s%sadd a font that has the letters of the script %s", package ? "install the Debian package " : "",
                        package ? arena_printf(a->arena, "%s, or ", package) : "", script_name(script));
}

static void report_letter(struct auditor *a, const char *file, enum face face, uint32_t code)
{
    struct missing_letters *missing = &a->missing;
    char letter[5] = {0};

    if (missing->count == MISSING_LETTERS_MAX || is_told(missing, face, code))
        return;
    missing->list[missing->count++] = (struct missing_letter){face, code};
    utf8_put(letter, code);
    auditor_warn(a, letter_origin(a, file, code),
                 arena_printf(a->arena,
                              CODED("letter-in-no-font") "the letter \"%s\" (U+%04X) is in no font of the list \"%s\" in "
                                                         "config/theme.yaml, so visitors see an empty "
                                                         "box; %s",
                              letter, (unsigned)code, FACE_KEYS[face], remedy(a, code)));
}

void letters_check(struct auditor *a, const char *file, struct draw_text text)
{
    uint32_t codes[MISSING_LETTERS_MAX];
    int count = a->setup->lacking(a->setup->letters, &text, codes);

    for (int i = 0; i < count; i++)
        report_letter(a, file, text.type.face, codes[i]);
}
