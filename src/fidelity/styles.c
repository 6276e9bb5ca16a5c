/* Strings, brackets and comments are passed over as wholes; all else is split at braces, colons and semicolons. */
#include "fidelity/styles.h"

#include <glib.h>
#include <string.h>

/* A copy without comments, of as many lines. */
static char *uncommented(struct arena *arena, const char *text)
{
    char *copy = arena_text(arena, text, strlen(text));

    for (char *at = copy; (at = strstr(at, "/*"));) {
        char *end = strstr(at + 2, "*/");

        for (end = end ? end + 2 : at + strlen(at); at < end; at++)
            if (*at != '\n')
                *at = ' ';
    }
    for (char *at = copy; (at = strstr(at, "<!--"));)
        memset(at, ' ', strlen("<!--"));
    for (char *at = copy; (at = strstr(at, "-->"));)
        memset(at, ' ', strlen("-->"));
    return copy;
}

/* The end of a string that begins there: its quotation mark, or the end of the text. */
static const char *string_end(const char *at)
{
    char quote = *at;

    for (at++; *at && *at != quote; at++)
        if (*at == '\\' && at[1])
            at++;
    return at;
}

/* The first of those letters outside strings and brackets; else the end of the text. */
static const char *skip_to(const char *at, const char *stops)
{
    for (int depth = 0; *at; at++) {
        if (depth == 0 && strchr(stops, *at))
            return at;
        if (*at == '"' || *at == '\'')
            at = string_end(at);
        else if (*at == '\\' && at[1])
            at++;
        else if (strchr("([{", *at))
            depth++;
        else if (strchr(")]}", *at))
            depth -= depth > 0;
        if (!*at)
            break;
    }
    return at;
}

static char *trimmed(struct arena *arena, const char *at, const char *end)
{
    while (at < end && g_ascii_isspace(*at))
        at++;
    while (end > at && g_ascii_isspace(end[-1]))
        end--;
    return arena_text(arena, at, (size_t)(end - at));
}

static int count_of(const char *text, const char *letters)
{
    int count = 0;

    for (; *text; text++)
        count += strchr(letters, *text) != NULL;
    return count;
}

static int lines_between(const char *at, const char *end)
{
    int lines = 0;

    for (; at < end; at++)
        lines += *at == '\n';
    return lines;
}

static const char *skip_blanks(const char *at)
{
    while (g_ascii_isspace(*at))
        at++;
    return at;
}

static void add_declaration(struct arena *arena, struct style_text text, const char *end, struct style_declarations *out)
{
    const char *colon = memchr(text.text, ':', (size_t)(end - text.text));

    if (!colon)
        return;
    char *name = trimmed(arena, text.text, colon), *value = trimmed(arena, colon + 1, end), *mark = strrchr(value, '!');

    for (char *at = name; *at; at++)
        *at = g_ascii_tolower(*at);
    if (mark && g_ascii_strcasecmp(skip_blanks(mark + 1), "important") == 0)
        value = trimmed(arena, value, mark);
    out->list[out->count++] = (struct style_declaration){name, value, text.line};
}

struct style_declarations styles_declarations(struct arena *arena, struct style_text text)
{
    const char *plain = uncommented(arena, text.text);
    struct style_declarations out = {.list = ARENA_ARRAY(arena, struct style_declaration, count_of(plain, ";{") + 1)};

    for (const char *at = skip_blanks(plain), *last = plain; *at; at = skip_blanks(at)) {
        const char *end = skip_to(at, ";{");

        text.line += lines_between(last, at);
        last = at;
        if (*end == '{') /* a rule among declarations */
            end = skip_to(end + 1, "}");
        else
            add_declaration(arena, (struct style_text){at, text.line}, end, &out);
        at = *end ? end + 1 : end;
    }
    return out;
}

/* What stands in braces behind `open`; returns what follows them. */
static const char *read_body(struct arena *arena, const char *open, struct style_rule *rule)
{
    const char *end = skip_to(open + 1, "}");
    int line = rule->line + count_of(rule->head, "\n");

    rule->body = arena_text(arena, open + 1, (size_t)(end - open - 1));
    rule->nests = *skip_to(rule->body, "{") == '{';
    if (rule->head[0] != '@')
        rule->declarations = styles_declarations(arena, (struct style_text){rule->body, line});
    return *end ? end + 1 : end;
}

struct style_rules styles_rules(struct arena *arena, struct style_text text)
{
    const char *plain = uncommented(arena, text.text);
    struct style_rules out = {.list = ARENA_ARRAY(arena, struct style_rule, count_of(plain, ";{") + 1)};

    for (const char *at = skip_blanks(plain), *last = plain; *at; at = skip_blanks(at)) {
        const char *end = skip_to(at, *at == '@' ? ";{" : "{");
        struct style_rule *rule = &out.list[out.count++];

        text.line += lines_between(last, at);
        last = at;
        *rule = (struct style_rule){.head = trimmed(arena, at, end), .body = "", .line = text.line};
        if (*end == '{')
            at = read_body(arena, end, rule);
        else
            at = *end ? end + 1 : end;
    }
    return out;
}

const char *styles_value(const struct style_declarations *declarations, const char *name)
{
    const char *value = NULL;

    for (int i = 0; i < declarations->count; i++)
        if (strcmp(declarations->list[i].name, name) == 0)
            value = declarations->list[i].value;
    return value;
}
