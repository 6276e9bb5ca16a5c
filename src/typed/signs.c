/* A table of pairs, and what does not fit into one: tags, and what stands at the start of a line. */
#include "typed/signs.h"

#include "typed/entity.h"
#include "typed/remnants.h"
#include "typed/tex.h"
#include "typed/typed.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

enum { PAIR_BYTES_MAX = 300, SEARCHES_MAX = 200, NAME_BYTES = 3 };

/* What may stand between a pair's signs. */
enum rules {
    RULE_ANY,
    RULE_TOUCHING = 1, /* no blank behind the first, none before the last */
    RULE_WORD = 2,     /* begins and ends with a letter, or what is no ASCII */
    RULE_TIGHT = 4,    /* no blank at all */
    RULE_NAME = 8,     /* letters, digits, "-" and "_" only */
    RULE_APART = 16,   /* no letter or digit before the first sign */
};

static const struct pair_of_signs {
    const char *open, *close;
    unsigned rules;
    enum fault_kind fault;
} pairs[] = {
    {"{{", "}}", RULE_ANY, FAULT_TEMPLATE},
    {"{%", "%}", RULE_ANY, FAULT_TEMPLATE},
    {"<%", "%>", RULE_ANY, FAULT_TEMPLATE},
    {"${", "}", RULE_TOUCHING, FAULT_TEMPLATE},
    {"#{", "}", RULE_TOUCHING, FAULT_TEMPLATE},
    {"{#", "}", RULE_TOUCHING, FAULT_ATTRIBUTE},
    {"{.", "}", RULE_WORD, FAULT_ATTRIBUTE},
    {"{:", "}", RULE_ANY, FAULT_ATTRIBUTE},
    {"[[", "]]", RULE_TOUCHING, FAULT_WIKI},
    {"'''", "'''", RULE_WORD | RULE_APART, FAULT_WIKI},
    {"''", "''", RULE_WORD | RULE_APART, FAULT_WIKI}, /* in a Hebrew word they mark an abbreviation */
    {"[^", "]", RULE_TIGHT, FAULT_FOOTNOTE},
    {"^[", "]", RULE_TOUCHING, FAULT_FOOTNOTE},
    {"[@", "]", RULE_TOUCHING, FAULT_FOOTNOTE},
    {"~~", "~~", RULE_TOUCHING, FAULT_STRUCK},
    {"$$", "$$", RULE_TOUCHING, FAULT_MATHS},
    {"==", "==", RULE_TOUCHING, FAULT_FOREIGN},
    {"++", "++", RULE_WORD, FAULT_FOREIGN},
    {"||", "||", RULE_WORD, FAULT_FOREIGN},
    {"@@", "@@", RULE_WORD, FAULT_TEMPLATE},
    {"%%", "%%", RULE_WORD, FAULT_TEMPLATE},
    {"``", "''", RULE_TOUCHING, FAULT_TEX},
    {"^{", "}", RULE_TIGHT, FAULT_MATHS},
    {"_{", "}", RULE_TIGHT, FAULT_MATHS},
    {"^", "^", RULE_TIGHT, FAULT_FOREIGN},
    {"~", "~", RULE_TIGHT, FAULT_FOREIGN},
    {":", ":", RULE_NAME | RULE_WORD | RULE_APART, FAULT_EMOJI},
};

/* A plain text knows no Markdown. */
static const struct pair_of_signs markdown_pairs[] = {
    {"***", "***", RULE_TOUCHING, FAULT_MARKDOWN},
    {"**", "**", RULE_TOUCHING, FAULT_MARKDOWN},
    {"__", "__", RULE_WORD | RULE_APART, FAULT_MARKDOWN},
    {"*", "*", RULE_WORD | RULE_APART, FAULT_MARKDOWN},
    {"_", "_", RULE_WORD | RULE_APART, FAULT_MARKDOWN},
    {"`", "`", RULE_TOUCHING, FAULT_MARKDOWN},
    {"](", ")", RULE_TIGHT, FAULT_MARKDOWN},
    {"\\(", "\\)", RULE_ANY, FAULT_MATHS},
    {"\\[", "\\]", RULE_ANY, FAULT_MATHS},
};

/* At the start of a line. */
static const struct line_sign {
    const char *open;
    enum fault_kind fault;
} line_signs[] = {
    {":::", FAULT_FOREIGN},    {"!!! ", FAULT_FOREIGN},   {"h1. ", FAULT_FOREIGN},    {"h2. ", FAULT_FOREIGN},
    {"h3. ", FAULT_FOREIGN},   {"h4. ", FAULT_FOREIGN},   {"bq. ", FAULT_FOREIGN},    {"{|", FAULT_WIKI},
    {"== ", FAULT_WIKI},       {"#+", FAULT_FOREIGN},     {"image::", FAULT_FOREIGN}, {"@import", FAULT_FOREIGN},
    {"- [ ] ", FAULT_FOREIGN}, {"- [x] ", FAULT_FOREIGN}, {"* [ ] ", FAULT_FOREIGN},  {"* [x] ", FAULT_FOREIGN},
};

struct sign_search {
    struct arena *arena;
    const char *text, *end;
    bool is_plain;
    struct faults *faults;
    int searches; /* of tags that close, over the whole text */
};

static void add(struct sign_search *s, enum fault_kind kind, const char *at, size_t length)
{
    faults_add(s->faults, (struct fault){kind, (size_t)(at - s->text), arena_text(s->arena, at, length)});
}

static bool is_word_byte(char c)
{
    return typed_is_letter(c) || (unsigned char)c >= 0x80;
}

static bool is_name_byte(char c)
{
    return typed_is_letter(c) || typed_is_digit(c) || c == '-' || c == '_';
}

static bool keeps_rules(const struct pair_of_signs *pair, const char *from, const char *to)
{
    if (from == to || ((pair->rules & RULE_TOUCHING) && (typed_is_blank(*from) || typed_is_blank(to[-1]))))
        return false;
    if ((pair->rules & RULE_WORD) && !(is_word_byte(*from) && is_word_byte(to[-1])))
        return false;
    for (const char *at = from; at < to; at++)
        if (((pair->rules & RULE_TIGHT) && typed_is_blank(*at)) || ((pair->rules & RULE_NAME) && !is_name_byte(*at)) ||
            (*at == '\n' && at[1] == '\n'))
            return false;
    return true;
}

/* How many bytes the pair takes that begins here; 0 if none does. */
static size_t pair_length(const struct sign_search *s, const struct pair_of_signs *pair, const char *at)
{
    size_t open = strlen(pair->open), close = strlen(pair->close);

    if (strncmp(at, pair->open, open) != 0 ||
        ((pair->rules & RULE_APART) && at > s->text && (is_word_byte(at[-1]) || typed_is_digit(at[-1]))))
        return 0;
    const char *from = at + open, *stop = s->end - from > PAIR_BYTES_MAX ? from + PAIR_BYTES_MAX : s->end;

    for (const char *to = from; to + close <= stop; to++)
        if (memcmp(to, pair->close, close) == 0)
            return keeps_rules(pair, from, to) ? (size_t)(to - at) + close : 0;
    return 0;
}

static size_t find_pair(struct sign_search *s, const struct pair_of_signs *list, size_t count, const char *at)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = list[i].open[0] == *at ? pair_length(s, &list[i], at) : 0;

        if (length == 0)
            continue;
        add(s, list[i].fault, at, length);
        return length;
    }
    return 0;
}

/* Whether `sign` with the name behind it stands between two places. */
static bool has_named(struct sign_search *s, struct bytes where, const char *sign, struct bytes name)
{
    size_t length = strlen(sign);

    if (s->searches++ > SEARCHES_MAX || where.size < length + name.size)
        return false;
    for (const char *at = where.at, *last = where.at + where.size - length - name.size; at <= last; at++)
        if (*at == sign[0] && memcmp(at, sign, length) == 0 && memcmp(at + length, name.at, name.size) == 0)
            return true;
    return false;
}

/* "<b>", "</b>", "<br/>", "<?php", "<!DOCTYPE": the bytes up to its end. At a line's start one that is not closed is one, too. */
static size_t tag_length(const struct sign_search *s, const char *at)
{
    const char *name = at + 1, *to;

    if (*name == '!' || *name == '?')
        return typed_is_letter(name[1]) || name[1] == '[' ? 2 + strcspn(at + 2, " >\n") : 0;
    name += *name == '/';
    if (!typed_is_letter(*name))
        return 0;
    for (to = name; to < s->end && *to != '<' && *to != '>' && !(*to == '\n' && to[1] == '\n'); to++)
        ;
    size_t word = strcspn(name, " />\n\t");

    if (memchr(name, '@', word) || (memchr(name, ':', word) && !typed_is_format_tag(at))) /* an address, which Markdown knows */
        return 0;
    if (to < s->end && *to == '>')
        return (size_t)(to + 1 - at);
    return at == s->text || at[-1] == '\n' ? word + 1 : 0;
}

/* A closing tag whose opening one was told is not told again. */
static size_t find_tag(struct sign_search *s, const char *at)
{
    size_t length = tag_length(s, at);

    if (length == 0)
        return 0;
    struct bytes name = {at + 2, strcspn(at + 2, " >\n\t")};

    if (at[1] != '/' || !has_named(s, (struct bytes){s->text, (size_t)(at - s->text)}, "<", name))
        add(s, s->is_plain ? FAULT_TAG_PLAIN : FAULT_TAG, at, 0);
    return length;
}

/* "[b]...[/b]", "[gallery ids=1]", "[url=...]", but not "[n=5]". */
static size_t find_shortcode(struct sign_search *s, const char *at)
{
    bool closes = at[1] == '/';
    struct bytes name = {at + 1 + closes, 0};

    while (is_name_byte(name.at[name.size]))
        name.size++;
    if (!typed_is_letter(*name.at))
        return 0;
    size_t length = strcspn(at, "]\n"), behind = (size_t)(name.at + name.size - at);

    if (at[length] != ']' || (closes && behind != length))
        return 0;
    const char *sign = memchr(at + behind, '=', length - behind);
    bool has_value = sign && name.size >= NAME_BYTES && (at[behind] == '=' || at[behind] == ' ') && is_name_byte(sign[-1]);
    bool is_told = closes ? !has_named(s, (struct bytes){s->text, (size_t)(at - s->text)}, "[", name)
                          : has_value || has_named(s, (struct bytes){at, (size_t)(s->end - at)}, "[/", name);

    if (is_told && at[length + 1] != '(')
        add(s, FAULT_SHORTCODE, at, length + 1);
    return is_told || closes ? length + 1 : 0;
}

/* "[words] (panel:name)": Markdown wants the brackets close together. */
static size_t find_link_apart(struct sign_search *s, const char *at)
{
    static const char *const schemes[] = {"panel:", "term:", "event:", "person:"};
    const char *before = at;

    while (before > s->text && typed_is_blank(before[-1]))
        before--;
    bool touches = before == at && before > s->text && before[-1] == ']';

    for (size_t i = 0; i < COUNTOF(schemes); i++)
        if (strncmp(at + 1, schemes[i], strlen(schemes[i])) == 0 && is_name_byte(at[1 + strlen(schemes[i])]) && (!touches || s->is_plain)) {
            if (s->is_plain)
                add(s, FAULT_MARKDOWN, at, strcspn(at, " )\n") + 1);
            else
                add(s, FAULT_LINK_APART, at, 0);
            return 1;
        }
    return 0;
}

/* "&lt;b&gt;": HTML that was escaped on its way, for which visitors read "<b>". A name that HTML has, so that others may be written so. */
static bool find_escaped_tag(struct sign_search *s, const char *at)
{
    static const char *const names[] = {"a",    "b",   "i",  "u",     "p",  "br", "em", "strong", "span",   "div",
                                        "ul",   "ol",  "li", "h1",    "h2", "h3", "h4", "h5",     "sup",    "sub",
                                        "font", "img", "hr", "table", "tr", "td", "th", "small",  "center", "blockquote"};
    const char *name = at + strlen("&lt;");

    if (strncmp(at, "&lt;", strlen("&lt;")) != 0 || *name == '/') /* what closes was opened, and told there */
        return false;
    size_t length = 0, to = strcspn(name, "\n<>");
    const char *end = strstr(name, "&gt;");

    while (typed_is_letter(name[length]) || typed_is_digit(name[length]))
        length++;
    for (size_t i = 0; i < COUNTOF(names); i++)
        if (length == strlen(names[i]) && strncasecmp(name, names[i], length) == 0 && end && end < name + to &&
            strchr(" &/", name[length])) {
            add(s, s->is_plain ? FAULT_TAG_PLAIN : FAULT_TAG, at, 0);
            return true;
        }
    return false;
}

/* "&lang=" in the address of a page: "?id=3&lang=es". */
static bool is_parameter(const struct sign_search *s, const char *at)
{
    const char *name = at + 1;

    while (is_name_byte(*name))
        name++;
    return *name == '=' && at > s->text && (is_name_byte(at[-1]) || (unsigned char)at[-1] >= 0x80);
}

static size_t find_entity(struct sign_search *s, const char *at)
{
    size_t length = entity_twice_length(at);

    if (length > 0) {
        add(s, FAULT_ENTITY_TWICE, at, length);
        return length;
    }
    length = entity_length(at);
    if (length > 0 && entity_read(at, length).length == 0)
        add(s, FAULT_ENTITY, at, length);
    if (length > 0)
        return find_escaped_tag(s, at) ? strlen("&lt;") : length;
    length = is_parameter(s, at) ? 0 : entity_open_length(at);
    if (length > 0)
        add(s, FAULT_ENTITY_OPEN, at, length);
    return length;
}

/* "C:" before the folder "\notes". */
static bool is_behind_drive(const struct sign_search *s, const char *at)
{
    return at - s->text >= 2 && at[-1] == ':' && typed_is_letter(at[-2]) && (at - s->text == 2 || typed_is_blank(at[-3]));
}

/* What a backslash and an n are typed for, or written by a program: a new line. */
static size_t find_break(struct sign_search *s, const char *at)
{
    if (strncmp(at, "\\r\\n", 4) == 0) {
        add(s, FAULT_BREAK, at, 0);
        return 4;
    }
    const char *behind = at + 2;
    bool ends_word = at == s->text || typed_is_blank(at[-1]) || strchr(".,;:!?", at[-1]) || (*behind == '\\' && behind[1] == 'n') ||
                     (*behind >= 'A' && *behind <= 'Z');

    if (at[1] != 'n' || !ends_word || is_behind_drive(s, at))
        return 0;
    add(s, FAULT_BREAK, at, 0);
    return 2 + (*behind == '\\' && behind[1] == 'n' ? 2u : 0u);
}

static size_t find_remnant(struct sign_search *s, const char *at, struct remnant remnant)
{
    if (remnant.length > 0)
        add(s, remnant.kind, at - remnant.before, remnant.before + remnant.length);
    return remnant.length;
}

static size_t find_line_sign(struct sign_search *s, const char *at)
{
    for (size_t i = 0; i < COUNTOF(line_signs); i++)
        if (*at == line_signs[i].open[0] && strncmp(at, line_signs[i].open, strlen(line_signs[i].open)) == 0) {
            size_t length = strcspn(at, "\n");

            add(s, line_signs[i].fault, at, length);
            return length;
        }
    size_t remnant = find_remnant(s, at, remnant_at_line(at));

    if (remnant > 0)
        return remnant;
    size_t sharps = *at == '#' ? strspn(at, "#") : 0;

    if (s->is_plain && sharps > 0 && at[sharps] == ' ' && is_word_byte(at[sharps + 1])) { /* "# A heading" */
        add(s, FAULT_MARKDOWN, at, sharps);
        return sharps;
    }
    if (at[0] == '.' && at[1] == '.' && at[2] == ' ' && typed_is_letter(at[3])) { /* ".. note::" */
        size_t name = 3;

        while (is_name_byte(at[name]))
            name++;
        if (at[name] == ':' && at[name + 1] == ':') {
            add(s, FAULT_FOREIGN, at, strcspn(at, "\n"));
            return name + 2;
        }
    }
    return 0;
}

static size_t find_comment(struct sign_search *s, const char *at)
{
    size_t length = typed_comment(at);

    if (length == 0 && strncmp(at, "<!--", 4) == 0) {
        add(s, FAULT_COMMENT_OPEN, at, 0);
        return 4;
    }
    for (const char *inner = at + 4; length > 4 && inner < at + length - 3; inner++)
        if (strncmp(inner, "<!--", 4) == 0) {
            add(s, FAULT_COMMENT_OPEN, at, 0);
            break;
        }
    return length;
}

/* "CO", "NH", "HCO": elements of one letter each, and no "MS", "VIDEO", "ISO". */
static bool is_compound(const char *from, const char *to)
{
    static const char elements[] = "HBCNOFPSKVYIWU";

    for (const char *at = from; at < to; at++)
        if (!strchr(elements, *at))
            return false;
    return to - from == 2 || (to[-1] == 'O' && (*from == 'H' || *from == 'K'));
}

/* The letters of a formula that end at `end`: "x", "CO", "MgCl", but not "panel" or "IMG". Returns where they begin; `end` if there are
 * none. */
static const char *formula_begin(const char *text, const char *end)
{
    const char *from = end;
    bool small = false;

    if (from > text && from[-1] == ')')
        return from - 1;
    while (from > text && typed_is_letter(from[-1]))
        small = *--from >= 'a' || small;
    if (from == end || (from > text && !typed_is_digit(from[-1]) && is_name_byte(from[-1])) || (end - from > 1 && *from >= 'a'))
        return end;
    for (const char *at = from + 1; at < end; at++)
        if (*at >= 'a' && at[-1] >= 'a')
            return end; /* "Hall": elements have a small letter at most */
    return small || end - from == 1 || is_compound(from, end) ? from : end;
}

/* "https://example.org/A_1": what stands there is an address. */
static bool is_in_address(const char *text, const char *at)
{
    bool slash = false;

    while (at > text && !typed_is_blank(at[-1]) && at[-1] != '\n') {
        at--;
        slash = slash || *at == '/';
        if (slash && (*at == '.' || *at == ':'))
            return true;
    }
    return false;
}

/* "H_2O", "x_1": a letter, and a number set below it. */
static size_t find_index(struct sign_search *s, const char *at)
{
    const char *from = formula_begin(s->text, at), *to = at + 1;

    while (typed_is_digit(*to))
        to++;
    bool goes_on = (is_name_byte(*to) && (*to < 'A' || *to > 'Z')) || (*to == '.' && typed_is_letter(to[1]));
    bool is_count = to == at + 2 || (to == at + 3 && at[1] != '0'); /* "AB_01" is a name */

    if (from == at || !is_count || goes_on || is_in_address(s->text, from))
        return 0;
    add(s, FAULT_MATHS, from, (size_t)(to - from));
    return (size_t)(to - at);
}

/* How far the look moves on; at least a byte. */
static size_t look_at(struct sign_search *s, const char *at)
{
    size_t length = 0;

    if ((length = find_remnant(s, at, remnant_at(s->text, at))) > 0 || (length = find_remnant(s, at, tex_at(s->text, at))) > 0)
        return length;
    if (*at == '<' && ((length = find_comment(s, at)) > 0 || (length = find_tag(s, at)) > 0))
        return length;
    if (*at == '&' && (length = find_entity(s, at)) > 0)
        return length;
    if (*at == '(' && (length = find_link_apart(s, at)) > 0)
        return length;
    if (*at == '\\' && (length = find_break(s, at)) > 0)
        return length;
    if (*at == '_' && (length = find_index(s, at)) > 0)
        return length;
    if ((length = find_pair(s, pairs, COUNTOF(pairs), at)) > 0)
        return length;
    if (*at == '[' && (length = find_shortcode(s, at)) > 0)
        return length;
    if (s->is_plain && (length = find_pair(s, markdown_pairs, COUNTOF(markdown_pairs), at)) > 0)
        return length;
    return *at == '\\' && !s->is_plain && at[1] ? 2 : 1;
}

void signs_find(struct arena *arena, const char *text, bool is_plain, struct faults *faults)
{
    /* One of each pair, and of whatever else is looked for; and the end. */
    static const bool begins[UCHAR_MAX + 1] = {
        ['<'] = true, ['&'] = true, ['('] = true, ['\\'] = true, ['['] = true, [']'] = true, ['{'] = true,  ['\''] = true,
        ['~'] = true, ['$'] = true, ['='] = true, ['+'] = true,  ['|'] = true, ['^'] = true, [':'] = true,  ['*'] = true,
        ['_'] = true, ['`'] = true, ['#'] = true, ['!'] = true,  ['%'] = true, ['@'] = true, ['\n'] = true, ['\0'] = true};
    struct sign_search search = {.arena = arena, .text = text, .end = text + strlen(text), .is_plain = is_plain, .faults = faults};
    const char *at = text + find_line_sign(&search, text);

    for (;;) {
        while (!begins[(unsigned char)*at])
            at++;
        if (!*at)
            return;
        at += *at == '\n' ? 1 : look_at(&search, at);
        if (at[-1] == '\n')
            at += find_line_sign(&search, at);
    }
}
