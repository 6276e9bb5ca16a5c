/* The exhibit's languages, which must be known before any text is read. */
#include "load/languages.h"

#include <string.h>

bool languages_is_code(const char *code)
{
    size_t letters = strspn(code, "abcdefghijklmnopqrstuvwxyz");

    return letters >= 2 && letters <= 3 &&
           (code[letters] == '\0' ||
            (code[letters] == '-' && strlen(code) <= 12 &&
             strspn(code + letters, "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen(code + letters)));
}

static bool accept_language(struct reader *reader, const struct node *node, const char *const *known, int count)
{
    const char *code = node->kind == NODE_SCALAR ? node->text : "";
    struct report *report = &reader->report;

    if (!languages_is_code(code)) {
        report_error(report, node->origin, CODED("language-code") "languages: \"%s\" is no language code; write codes like en, es, pt-BR",
                     report_quote(code).text);
        return false;
    }
    for (int i = 0; i < count; i++)
        if (strcmp(known[i], code) == 0) {
            report_error(report, node->origin, CODED("named-twice") "languages: \"%s\" stands in the list twice; remove one of the two",
                         code);
            return false;
        }
    return true;
}

static int gather_codes(struct reader *reader, const struct node *map, const char **codes)
{
    int count = 0;

    for (int i = 0; map && map->kind == NODE_MAP && i < map->count && count < EXHIBIT_LANGUAGES_MAX; i++) {
        const char *code = map->pairs[i].key;

        if (languages_is_code(code))
            codes[count++] = arena_text(reader->arena, code, strlen(code));
    }
    return count;
}

bool languages_read(struct reader *reader, const struct node *root)
{
    const struct node *node = yaml_find(root, "languages");
    const char **codes = ARENA_ARRAY(reader->arena, const char *, EXHIBIT_LANGUAGES_MAX + 1);
    int count = 0;

    if (node && !yaml_is_empty(node) && node->kind != NODE_MAP) {
        struct node_items items = yaml_items(node);

        for (int i = 0; i < items.count && count < EXHIBIT_LANGUAGES_MAX; i++)
            if (accept_language(reader, &items.list[i], codes, count))
                codes[count++] = arena_text(reader->arena, items.list[i].text, strlen(items.list[i].text));
    }
    if (count == 0)
        count = gather_codes(reader, yaml_find(root, "title"), codes);
    reader->languages = codes;
    reader->language_count = count;
    return count > 0;
}

void languages_guess(struct reader *reader, const struct node *map)
{
    const char **codes = ARENA_ARRAY(reader->arena, const char *, EXHIBIT_LANGUAGES_MAX + 1);
    int count = gather_codes(reader, map, codes);

    if (count == 0)
        codes[count++] = "en";
    reader->languages = codes;
    reader->language_count = count;
}
