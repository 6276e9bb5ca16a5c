/* What is in one language stands in a line of its own, those of a text in a group. */
#include "starter/spoken.h"

#include <string.h>

/* A line of a text: `    en: "words"`. value: from the first quote on. */
struct spoken {
    size_t indent;
    struct bytes code, value;
};

/* The example in the making. last: the line before, which names what is said in a group of lines. */
struct copying_lines {
    const struct starter_wish *wish;
    struct buffer text;
    struct bytes last;
};

/* Up to the line's end, which it steps over. */
static struct bytes next_line(const char **at)
{
    struct bytes line = {*at, strcspn(*at, "\n")};

    *at += line.size + ((*at)[line.size] == '\n');
    return line;
}

static bool is_spoken(struct bytes line, struct spoken *spoken)
{
    size_t indent = 0, end;

    while (indent < line.size && line.at[indent] == ' ')
        indent++;
    for (end = indent; end < line.size && line.at[end] >= 'a' && line.at[end] <= 'z'; end++)
        ;
    if (indent == 0 || end - indent != 2 || end + 3 > line.size || memcmp(line.at + end, ": \"", 3) != 0)
        return false;
    *spoken = (struct spoken){indent, {line.at + indent, 2}, {line.at + end + 2, line.size - end - 2}};
    return true;
}

static bool is_text(struct bytes bytes, const char *text)
{
    return bytes.size == strlen(text) && memcmp(bytes.at, text, bytes.size) == 0;
}

/* The line in that language, or in the one that it is a kind of ("pt" of "pt-BR"); NULL if there is none. */
static const struct spoken *find_spoken(const struct spoken *group, int count, const char *language)
{
    for (int i = 0; i < count; i++)
        if (strncmp(group[i].code.at, language, 2) == 0 && (language[2] == '\0' || language[2] == '-'))
            return &group[i];
    return NULL;
}

void spoken_quote(struct buffer *text, const char *words)
{
    buffer_add(text, "\"", 1);
    for (; *words; words++)
        if ((unsigned char)*words >= ' ' && *words != 0x7F)
            buffer_printf(text, "%s%c", *words == '"' || *words == '\\' ? "\\" : "", *words);
    buffer_add(text, "\"", 1);
}

static void add_group(struct copying_lines *copying, const struct spoken *group, int count, const char *words)
{
    const struct starter_wish *wish = copying->wish;
    const struct spoken *spare = find_spoken(group, count, wish->languages[0]);

    if (!spare)
        spare = &group[0];
    for (int i = 0; i < wish->language_count; i++) {
        const struct spoken *spoken = find_spoken(group, count, wish->languages[i]);
        struct bytes value = (spoken ? spoken : spare)->value;

        buffer_printf(&copying->text, "%*s%s: ", (int)group[0].indent, "", wish->languages[i]);
        if (words)
            spoken_quote(&copying->text, words);
        else
            buffer_add(&copying->text, value.at, value.size);
        buffer_add(&copying->text, "\n", 1);
    }
}

/* The lines in all languages that begin here; returns where they end. words: what is said instead; NULL: nothing. */
static const char *copy_group(struct copying_lines *copying, const char *at, const char *words)
{
    enum { SPOKEN_MAX = 16 };
    struct spoken group[SPOKEN_MAX] = {0};
    const char *end = at;
    int count = 0;

    while (*end && count < SPOKEN_MAX) {
        const char *next = end;

        if (!is_spoken(next_line(&next), &group[count]) || group[count].indent != group[0].indent)
            break;
        end = next;
        count++;
    }
    add_group(copying, group, count, words);
    return end;
}

static void add_languages(struct buffer *text, const struct starter_wish *wish)
{
    buffer_printf(text, "languages: [");
    for (int i = 0; i < wish->language_count; i++)
        buffer_printf(text, "%s%s", i > 0 ? ", " : "", wish->languages[i]);
    buffer_printf(text, "]\n");
}

void spoken_copy(struct buffer *text, const struct starter_wish *wish, const char *source)
{
    struct copying_lines copying = {.wish = wish, .text = *text};
    struct spoken spoken;

    for (const char *at = source; *at;) {
        const char *begin = at;
        struct bytes line = next_line(&at);

        if (is_spoken(line, &spoken)) {
            /* Of the whole file only the exhibit's title stands under a key of the first column. */
            at = copy_group(&copying, begin, is_text(copying.last, "title:") && strstr(source, "\nlanguages: ") ? wish->title : NULL);
            continue;
        }
        copying.last = line;
        if (line.size > 10 && memcmp(line.at, "languages:", 10) == 0)
            add_languages(&copying.text, wish);
        else
            buffer_printf(&copying.text, "%.*s\n", (int)line.size, line.at);
    }
    *text = copying.text;
}
