/* Tag by tag. A mark of emphasis stands close to its words, whatever blanks stand inside its tags. */
#include "exchange/markup.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* What a tag becomes. close: what its end becomes. */
struct tag_rule {
    const char *name, *open, *close;
    bool hugs; /* the words inside */
};

static const struct tag_rule rules[] = {
    {"b", "**", "**", true},       {"strong", "**", "**", true},          {"i", "*", "*", true},          {"em", "*", "*", true},
    {"br", "\n\n", "\n\n", false}, {"p", "\n\n", "\n\n", false},          {"div", "\n\n", "\n\n", false}, {"h1", "\n\n", "\n\n", false},
    {"h2", "\n\n", "\n\n", false}, {"h3", "\n\n", "\n\n", false},         {"ul", "\n\n", "\n\n", false},  {"ol", "\n\n", "\n\n", false},
    {"li", "\n- ", "", false},     {"blockquote", "\n\n", "\n\n", false},
};

/* opened: marks that wait for the first letter of their words. */
struct markup {
    struct buffer out;
    char opened[16];
    bool plain;
};

static bool ends_blank(const struct buffer *out)
{
    return out->length == 0 || out->bytes[out->length - 1] == ' ' || out->bytes[out->length - 1] == '\n';
}

static void add_letter(struct markup *m, const char *at, const char *text)
{
    bool blank = isspace((unsigned char)*at);

    if (blank) {
        if (!ends_blank(&m->out))
            buffer_add(&m->out, " ", 1);
        return;
    }
    buffer_printf(&m->out, "%s", m->opened);
    m->opened[0] = '\0';
    if (!m->plain && (*at == '*' || *at == '`' || *at == '\\' || (*at == '[' && strstr(text, "]("))))
        buffer_add(&m->out, "\\", 1);
    buffer_add(&m->out, at, 1);
}

static void drop_blanks(struct buffer *out)
{
    while (out->length > 0 && out->bytes[out->length - 1] == ' ')
        out->length--;
}

static void add_break(struct markup *m, const char *text)
{
    size_t breaks = 0, wanted = strspn(text, "\n");

    drop_blanks(&m->out);
    if (m->plain) {
        if (!ends_blank(&m->out))
            buffer_add(&m->out, " ", 1);
        return;
    }
    while (breaks < m->out.length && m->out.bytes[m->out.length - 1 - breaks] == '\n')
        breaks++;
    for (; m->out.length > 0 && breaks < wanted; breaks++)
        buffer_add(&m->out, "\n", 1);
    buffer_printf(&m->out, "%s", text + wanted);
}

/* Behind the words: what waits for them has none. */
static void close_mark(struct markup *m, const char *mark)
{
    size_t waiting = strlen(m->opened), length = strlen(mark);

    if (waiting >= length && strcmp(m->opened + waiting - length, mark) == 0) {
        m->opened[waiting - length] = '\0';
        return;
    }
    bool blank = ends_blank(&m->out);

    drop_blanks(&m->out);
    buffer_printf(&m->out, blank ? "%s " : "%s", mark);
}

static void apply_rule(struct markup *m, const struct tag_rule *rule, bool closes)
{
    if (!rule->hugs)
        add_break(m, closes ? rule->close : rule->open);
    else if (m->plain)
        return;
    else if (closes)
        close_mark(m, rule->close);
    else if (strlen(m->opened) + strlen(rule->open) < sizeof(m->opened))
        memcpy(m->opened + strlen(m->opened), rule->open, strlen(rule->open) + 1);
}

/* Past the tag at this place; 0 if it is none. */
static size_t read_tag(struct markup *m, const char *at, bool *links)
{
    const char *name = at + 1 + (at[1] == '/'), *end = strchr(at, '>');
    size_t length = 0;

    if (!isalpha((unsigned char)*name) || !end)
        return 0;
    while (isalnum((unsigned char)name[length]))
        length++;
    if (length == 1 && tolower((unsigned char)*name) == 'a' && links)
        *links = true;
    for (size_t i = 0; i < COUNTOF(rules); i++)
        if (strlen(rules[i].name) == length && strncasecmp(rules[i].name, name, length) == 0)
            apply_rule(m, &rules[i], at[1] == '/');
    return (size_t)(end + 1 - at);
}

const char *markup_read(struct arena *arena, const char *html, bool plain, bool *links)
{
    struct markup m = {.plain = plain};

    buffer_add(&m.out, "", 0);
    for (const char *at = html; *at;) {
        size_t tag = *at == '<' ? read_tag(&m, at, links) : 0;

        if (tag == 0 && *at == '\n' && at[1] == '\n')
            add_break(&m, "\n\n");
        else if (tag == 0)
            add_letter(&m, at, html);
        at += tag > 0 ? tag : 1;
    }
    while (m.out.length > 0 && ends_blank(&m.out))
        m.out.length--;
    const char *text = arena_text(arena, m.out.bytes, m.out.length);

    buffer_finish(&m.out);
    return text;
}
