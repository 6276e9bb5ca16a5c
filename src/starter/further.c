/* Texts are found as translators' tables find them, and added by the line. */
#include "starter/further.h"

#include "base/log.h"
#include "load/languages.h"
#include "starter/untranslated.h"
#include "wording/texts.h"

#include <string.h>

static bool is_refused(const struct further *further)
{
    const struct exhibit *exhibit = further->exhibit;

    for (int i = 0; i < exhibit->language_count; i++)
        if (strcmp(exhibit->languages[i], further->code) == 0) {
            log_error("the exhibit has the language \"%s\" already", further->code);
            return true;
        }
    if (!languages_is_code(further->code))
        log_error("\"%s\" is no code of a language; write one like en, es, pt-BR", further->code);
    else if (exhibit->language_count >= EXHIBIT_LANGUAGES_MAX)
        log_error("an exhibit has %d languages at most", EXHIBIT_LANGUAGES_MAX);
    else
        return false;
    return true;
}

/* Texts of one language for all stay what they are. */
static int add_texts(const struct further *further, const struct papers *papers)
{
    struct text_list list;
    int count = 0;

    texts_find(&list, papers, further->exhibit);
    for (int i = 0; i < list.count; i++) {
        const struct text_entry *entry = &list.entries[i];
        int source = texts_source(entry, further->exhibit->language_count);

        if (!entry->node || entry->node->kind != NODE_MAP || source < 0 || yaml_find(entry->node, further->code))
            continue;
        editing_add(entry->editing, entry->node, further->code, entry->in[source]);
        count++;
    }
    texts_finish(&list);
    return count;
}

static bool list_language(const struct further *further, const struct papers *papers)
{
    const struct paper *paper = papers_find(papers, "config/exhibit.yaml");
    const struct node *languages = paper ? yaml_find(editing_root(paper->editing), "languages") : NULL;

    if (!languages || languages->kind != NODE_LIST || (languages->count == 0 && !languages->flow)) {
        log_error("config/exhibit.yaml has no list of languages; write one first: languages: [%s]", further->exhibit->languages[0]);
        return false;
    }
    editing_append(paper->editing, languages, &(struct node){.text = further->code});
    return true;
}

/* What is to be added to words.yaml: a map below the language's code, in the papers' arena; NULL where nothing is needed. */
static const struct node *words_of(const struct further *further, const struct papers *papers, struct buffer *text)
{
    struct report report = {findings_create(), "words", 0};

    untranslated_words(text, further->exhibit->languages[0], &further->code, 1);
    const struct node *root =
        text->length > 0 ? yaml_read(papers->arena, &report, &(struct yaml_source){text->bytes, text->length, false}) : NULL;

    findings_destroy(report.findings);
    return root && root->kind == NODE_MAP && root->count > 0 ? &root->pairs[0].value : NULL;
}

static void add_words(const struct further *further, struct papers *papers)
{
    static const char path[] = "config/words.yaml";
    struct buffer text = {0};
    const struct node *words = words_of(further, papers, &text);
    struct paper *paper = papers_find(papers, path);

    if (words && !paper)
        paper = papers_begin(papers, path,
                             arena_printf(papers->arena, "# The interface's words that are others than the built-in ones.\n%s: {}\n",
                                          further->exhibit->languages[0]));
    if (words && editing_root(paper->editing)->kind == NODE_MAP && !yaml_find(editing_root(paper->editing), further->code))
        editing_add(paper->editing, editing_root(paper->editing), further->code, words);
    buffer_finish(&text);
}

int further_language(const struct further *further, struct findings *findings)
{
    struct papers papers;
    int count = -1;

    if (is_refused(further))
        return -1;
    if (papers_open(&papers, further->files, further->exhibit, findings) && list_language(further, &papers)) {
        count = add_texts(further, &papers);
        add_words(further, &papers);
        if (!papers_save(&papers, further->root, NULL))
            count = -1;
    }
    papers_close(&papers);
    return count;
}
