/* Texts in several languages, plain or Markdown. */
#include "schema/texts.h"

#include "base/suggest.h"
#include "markdown/markdown.h"
#include "typed/plain.h"
#include "typed/remnants.h"
#include "schema/guard.h"

#include <string.h>

/* More than a visitor reads standing, and than any card or panel sets in time. */
enum { TEXT_LETTERS_MAX = 4000, PROSE_LETTERS_MAX = 20000 };

static size_t count_letters(const char *text)
{
    size_t letters = 0;

    for (; *text; text++)
        letters += ((unsigned char)*text & 0xC0) != 0x80;
    return letters;
}

/* Whether it can be shown at all; a text too long is as good as none. */
static bool has_fitting_length(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    size_t most = row->type == VALUE_MARKDOWN ? PROSE_LETTERS_MAX : TEXT_LETTERS_MAX;
    size_t letters = strlen(node->text) <= most ? 0 : count_letters(node->text); /* none takes less than a byte */

    if (letters <= most)
        return true;
    report_error(&reader->report, node->origin,
                 CODED("text-too-long") "%s: %zu letters are more than a panel or card can show; write "
                                        "%zu at most: until then this text is left out",
                 row->key, letters, most);
    return false;
}

/* The node of each language; those without a text of their own have the default language's. refused: what stands there is no text that
 * can be shown, which a finding says already. */
struct variants {
    const struct node *in[EXHIBIT_LANGUAGES_MAX];
    bool refused[EXHIBIT_LANGUAGES_MAX];
};

static int language_of(const struct reader *reader, const char *code)
{
    for (int i = 0; i < reader->language_count; i++)
        if (strcmp(reader->languages[i], code) == 0)
            return i;
    return -1;
}

/* "{en: Kiel, Lübeck}" */
static bool is_behind_comma(const struct pair *pair)
{
    size_t letters = strspn(pair->key, "abcdefghijklmnopqrstuvwxyz");

    return yaml_is_empty(&pair->value) && (pair->key[letters] || letters < 2 || letters > 3);
}

static void report_language(struct reader *reader, const struct schema_row *row, const struct pair *pair)
{
    const char *suggested = suggest_name(pair->key, reader->languages, reader->language_count);

    if (is_behind_comma(pair))
        report_error(&reader->report, pair->origin,
                     CODED("language-unlisted") "%s: \"%s\" is not shown: between { and } a comma ends the text; put the whole text in "
                                                "straight quotes",
                     row->key, report_quote(pair->key).text);
    else if (suggested)
        report_warning(&reader->report, pair->origin,
                       CODED("language-unlisted") "%s: \"%s\" is not a language of this exhibit; did you mean \"%s\"?", row->key,
                       report_quote(pair->key).text, suggested);
    else
        report_warning(&reader->report, pair->origin,
                       CODED("language-unlisted") "%s: \"%s\" is not a language of this exhibit; add it to languages in "
                                                  "config/exhibit.yaml, or remove this text",
                       row->key, report_quote(pair->key).text);
}

static void gather_map(struct reader *reader, const struct schema_row *row, const struct node *map, struct variants *variants)
{
    for (int i = 0; i < map->count; i++) {
        const struct pair *pair = &map->pairs[i];
        int language = language_of(reader, pair->key);

        if (language < 0 && guard_may_be_notice(reader, pair))
            guard_report(reader, pair);
        else if (pair->value.kind != NODE_SCALAR)
            reader_report_kind(reader, row, &pair->value, "write a text behind the language");
        else if (language < 0 && reader->language_count > 0 && !reader->languages_guessed && !row->spare)
            report_language(reader, row, pair);
        else if (language >= 0 && !variants->in[language]) {
            reader_check_remark(reader, &pair->value);
            if (!plain_is_visible(pair->value.text))
                continue;
            variants->refused[language] = !has_fitting_length(reader, row, &pair->value);
            variants->in[language] = variants->refused[language] ? NULL : &pair->value;
        }
    }
}

/* Its line has a slip, which is told already. */
static bool is_lost(const struct reader *reader, int language)
{
    return reader->lost && salvage_has(reader->lost, reader->languages[language]);
}

/* Fills the languages without a text; false (with a finding where one is due) when there is no text at all. */
static bool fill_gaps(struct reader *reader, const struct schema_row *row, const struct node *node, struct variants *variants)
{
    int first = 0, count = reader->language_count;

    while (first < count && !variants->in[first])
        first++;
    if (first == count) {
        bool told = false;

        for (int i = 0; i < count; i++)
            told = told || variants->refused[i] || is_lost(reader, i);
        if (count > 0 && row->need == NEED_REQUIRED && !told)
            report_error(&reader->report, node->origin,
                         CODED("text-missing") "%s: no text in any of the exhibit's languages; write it (%s)", row->key, row->help);
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (variants->in[i])
            continue;
        if (!reader->languages_guessed && !variants->refused[i] && !is_lost(reader, i))
            report_warning(&reader->report, node->origin,
                           CODED("translation-missing") "%s: no text in \"%s\"; until it is written, the \"%s\" text is shown", row->key,
                           reader->languages[i], reader->languages[first]);
        variants->in[i] = variants->in[first];
    }
    return true;
}

bool text_is_sentence(const char *text)
{
    enum { WORDS_LEAST = 4 };
    int words = 0;

    for (; *text && words < WORDS_LEAST; words++) {
        text += strspn(text, " \n");
        words -= *text == '\0';
        text += strcspn(text, " \n");
    }
    return words >= WORDS_LEAST;
}

/* Copies that wait for their translation. */
static void check_copies(struct reader *reader, const struct schema_row *row, const struct variants *variants)
{
    const struct node *first = variants->in[0];

    for (int i = 1; i < reader->language_count && first && !row->plain; i++)
        if (variants->in[i] && variants->in[i] != first && strcmp(variants->in[i]->text, first->text) == 0 && text_is_sentence(first->text))
            findings_add(reader->report.findings, FINDING_HINT, variants->in[i]->origin,
                         CODED("translation-copied") "%s: the \"%s\" text is the \"%s\" one, word for word; translate it", row->key,
                         reader->languages[i], reader->languages[0]);
}

static void check_whole(struct reader *reader, const struct node *node, const char *language)
{
    struct remnant whole = remnant_whole(node->text, language);
    struct faults faults = {0};

    if (whole.length > 0)
        faults_add(&faults, (struct fault){whole.kind, 0, node->text});
    faults_tell(&faults, &reader->report, node);
    faults_finish(&faults);
}

/* Each of the texts, once. */
static void check_texts(struct reader *reader, const struct variants *variants)
{
    for (int i = 0; i < reader->language_count; i++)
        if (variants->in[i] && (i == 0 || variants->in[i] != variants->in[i - 1])) {
            guard_check_text(reader, variants->in[i]);
            check_whole(reader, variants->in[i], reader->languages[i]);
        }
}

static bool gather_variants(struct reader *reader, const struct schema_row *row, const struct node *node, struct variants *variants)
{
    if (node->kind == NODE_LIST) {
        reader_report_kind(reader, row, node, "write a text for each language");
        return false;
    }
    if (node->kind == NODE_MAP)
        gather_map(reader, row, node, variants);
    else {
        if (!row->plain && reader->language_count > 1 && !reader->languages_guessed)
            report_warning(&reader->report, node->origin,
                           CODED("translation-missing") "%s: one text for all languages; write \"%s: ...\" and \"%s: ...\" below the key",
                           row->key, reader->languages[0], reader->languages[1]);
        reader_check_remark(reader, node);
        bool there = plain_is_visible(node->text), fits = there && has_fitting_length(reader, row, node);

        for (int i = 0; i < reader->language_count && there; i++) {
            variants->in[i] = fits ? node : NULL;
            variants->refused[i] = !fits;
        }
    }
    check_texts(reader, variants);
    check_copies(reader, row, variants);
    return fill_gaps(reader, row, node, variants);
}

/* What is no Markdown is read as it is kept, without the blanks and line breaks that close a "|" block. */
static const char *keep_text(struct reader *reader, const struct schema_row *row, const struct node *node)
{
    if (row->type != VALUE_TEXT)
        return reader_keep_text(reader, node->text, strlen(node->text));
    char *text = plain_read(reader->arena, &reader->report, node);
    size_t length = strlen(text);

    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' '))
        text[--length] = '\0';
    return text;
}

static void keep_variants(struct reader *reader, const struct schema_row *row, const struct variants *variants, struct text *text)
{
    const char **in = ARENA_ARRAY(reader->arena, const char *, reader->language_count);

    for (int i = 0; i < reader->language_count; i++) {
        ASSERT(variants->in[i]);     /* gather_variants filled the gaps */
        for (int j = 0; !in[i]; j++) /* ends at i == j */
            if (i == j)
                in[i] = keep_text(reader, row, variants->in[i]);
            else if (variants->in[i] == variants->in[j])
                in[i] = in[j];
    }
    text->in = in;
}

void text_read(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct text *text = (struct text *)((char *)target + row->at);
    struct variants variants = {{NULL}, {false}};

    if (gather_variants(reader, row, node, &variants))
        keep_variants(reader, row, &variants, text);
}

/* Links become references, to be resolved when all names are known. */
static struct prose read_prose(struct reader *reader, const struct node *node)
{
    static const enum reference_kind kinds[] = {[PROSE_LINK_PANEL] = REFERENCE_PANEL,
                                                [PROSE_LINK_TERM] = REFERENCE_TERM,
                                                [PROSE_LINK_EVENT] = REFERENCE_EVENT,
                                                [PROSE_LINK_PERSON] = REFERENCE_PERSON};
    struct markdown_links links = {0};
    struct prose prose = markdown_read(reader->arena, &reader->report, node, &links);

    for (int i = 0; i < links.count; i++) {
        const struct markdown_link *link = &links.list[i];

        references_add(reader->references, &(struct reference){
                                               .kind = kinds[link->link->kind],
                                               .name = link->name,
                                               .origin = link->origin,
                                               .owner = reader->owner,
                                               .index = &link->link->index,
                                               .span = link->span,
                                           });
    }
    markdown_links_finish(&links);
    return prose;
}

/* What must be there has a word in each language: a notice of mere signs is none. */
static bool has_words(struct reader *reader, const struct schema_row *row, const struct variants *variants, const struct prose *in)
{
    for (int i = 0; i < reader->language_count && row->need == NEED_REQUIRED; i++)
        if (!markdown_has_word(&in[i])) {
            report_error(&reader->report, variants->in[i]->origin,
                         CODED("text-missing") "%s: no word is to be read in this text; write it (%s)", row->key, row->help);
            return false;
        }
    return true;
}

void text_read_markdown(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct prose_text *text = (struct prose_text *)((char *)target + row->at);
    struct variants variants = {{NULL}, {false}};

    if (!gather_variants(reader, row, node, &variants))
        return;
    keep_variants(reader, row, &variants, &text->source);
    struct prose *in = ARENA_ARRAY(reader->arena, struct prose, reader->language_count);

    for (int i = 0; i < reader->language_count; i++) {
        const struct node *own = variants.in[i];
        int same = 0;

        ASSERT(own);
        while (variants.in[same] != own)
            same++;
        in[i] = same < i ? in[same] : read_prose(reader, own);
    }
    text->in = in;
    if (!has_words(reader, row, &variants, in))
        text->source.in = NULL; /* as good as none */
}
