/* Texts are looked through as they were written: the signs of Markdown stand around words, not in them. */
#include "editor/phrases.h"

#include "exhibit/foreign.h"
#include "load/languages.h"
#include "yaml/report.h"
#include "yaml/yaml.h"

#include <string.h>

/* met: of the exhibit's phrases, those that stand in a text. */
struct phrases_sought {
    const struct exhibit *exhibit;
    struct arena *arena;
    bool *met;
};

static void meet(struct phrases_sought *sought, const char *phrase, int length)
{
    for (int i = 0; i < sought->exhibit->phrase_count; i++)
        if ((int)strlen(sought->exhibit->phrases[i].text) == length &&
            strncmp(sought->exhibit->phrases[i].text, phrase, (size_t)length) == 0)
            sought->met[i] = true;
}

static void look_into(struct phrases_sought *sought, const struct node *node, int language)
{
    if (!node || !node->text)
        return;
    char *text = arena_text(sought->arena, node->text, strlen(node->text));

    for (char *feed = text; (feed = strchr(feed, '\n'));)
        *feed = ' ';
    for (const char *at = text; *at;) {
        struct foreign found = foreign_at(sought->exhibit, language, text, at);

        if (found.length > 0)
            meet(sought, at, found.length);
        at += found.length > 0 ? found.length : 1;
    }
}

static void report_unmet(const struct phrases_sought *sought, struct findings *findings)
{
    for (int i = 0; i < sought->exhibit->phrase_count; i++) {
        const struct foreign_phrase *phrase = &sought->exhibit->phrases[i];

        if (!languages_is_code(phrase->language))
            findings_add(findings, FINDING_HINT, phrase->origin,
                         CODED("language-code") "language: \"%s\" is no language code; write codes like en, es, pt-BR",
                         report_quote(phrase->language).text);
        else if (!sought->met[i])
            findings_add(
                findings, FINDING_HINT, phrase->origin,
                CODED("never-used") "no text in another language than \"%s\" has these words; write them as the text does, or leave "
                                    "them out",
                phrase->language);
    }
}

void phrases_report(const struct text_list *texts, struct findings *findings)
{
    struct phrases_sought sought = {texts->exhibit, arena_create(), NULL};

    sought.met = ARENA_ARRAY(sought.arena, bool, texts->exhibit->phrase_count);
    for (int i = 0; i < texts->count && texts->exhibit->phrase_count > 0; i++)
        for (int l = 0; l < texts->exhibit->language_count; l++)
            look_into(&sought, texts->entries[i].in[l], l);
    report_unmet(&sought, findings);
    arena_destroy(sought.arena);
}
