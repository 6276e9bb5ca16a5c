/* Markdown is read as it was written, so that a sentence is found in its line: what is no word of it is blanked out first, byte for byte.
 */
#include "editor/sentences.h"

#include "text/sentence.h"
#include "yaml/report.h"
#include "yaml/yaml.h"

#include <string.h>

/* The colophon lists names and licences, and is no running text. */
static const char COLOPHON[] = "colophon";

static bool begins_block(const char *line)
{
    line += strspn(line, " ");
    if (*line == '\n' || *line == '\0')
        return true;
    size_t digits = strspn(line, "0123456789");

    return (strchr("-*+", *line) && line[1] == ' ') ||
           (digits > 0 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ');
}

/* Of what stands from there on: the bytes of its block. Only a literal's lines are broken within one. */
static size_t block_size(const char *at, bool literal)
{
    const char *end = at;

    while (*end && !(*end == '\n' && (!literal || begins_block(end + 1))))
        end++;
    return (size_t)(end - at);
}

/* Where links lead: no words. */
static void blank_links(char *text)
{
    for (char *at = text; (at = strstr(at, "]("));) {
        size_t size = strcspn(at, ")");

        memset(at, ' ', size);
        at += size;
    }
}

/* Of the node's text at that byte. */
static struct origin place_of(const struct node *node, int offset)
{
    struct origin origin = node->origin;

    for (int i = 0; i < node->line_count && node->lines[i].offset <= offset; i++) {
        origin.line = node->lines[i].line;
        origin.column = node->lines[i].column + (offset - node->lines[i].offset);
    }
    return origin;
}

struct passage_read {
    const struct node *node;
    const char *language;
    int most; /* words */
};

static void report(const struct passage_read *asked, struct findings *findings)
{
    struct arena *arena = arena_create();
    char *text = arena_text(arena, asked->node->text, strlen(asked->node->text));
    struct sentence longest = {{text, 0}, 0};

    blank_links(text);
    for (const char *at = text; *at; at += strspn(at, "\n")) {
        size_t size = block_size(at, asked->node->style == NODE_LITERAL);
        struct sentence sentence = sentence_longest((struct bytes){at, size}, asked->language);

        if (sentence.words > longest.words)
            longest = sentence;
        at += size;
    }
    if (longest.words > asked->most) {
        int offset = (int)(longest.bytes.at - text);
        const char *words = arena_text(arena, asked->node->text + offset, longest.bytes.size);

        findings_add(findings, FINDING_HINT, place_of(asked->node, offset),
                     CODED("sentence-long") "the sentence that begins with \"%s\" has %d words; make two of it, for who stands reads %d at "
                                            "most at a time (sentence_words in config/words.yaml)",
                     report_quote(words).text, longest.words, asked->most);
    }
    arena_destroy(arena);
}

static void read_text(const struct text_entry *entry, const struct exhibit *exhibit, struct findings *findings)
{
    if (entry->row->type != VALUE_MARKDOWN || strcmp(entry->row->key, COLOPHON) == 0)
        return;
    for (int i = 0; i < exhibit->language_count; i++) {
        struct passage_read asked = {entry->in[i], exhibit->languages[i], exhibit->words[i].sentence_words};

        if (asked.node && asked.node->text && asked.most > 0)
            report(&asked, findings);
    }
}

void sentences_report(const struct text_list *texts, struct findings *findings)
{
    for (int i = 0; i < texts->count; i++)
        read_text(&texts->entries[i], texts->exhibit, findings);
}
