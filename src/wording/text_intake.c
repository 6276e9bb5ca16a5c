/* First every row is looked at, then each text is changed in all its languages at once. */
#include "wording/text_intake.h"

#include "base/suggest.h"
#include "editing/scalar.h"
#include "wording/bent.h"

#include <stdlib.h>
#include <string.h>

/* A text that a language is to have. entry: in the list of texts. */
struct wish {
    const struct text_entry *entry;
    int language;
    const struct text_row *row;
};

struct wishes {
    struct wish *list;
    int count;
};

static int language_of(const struct exhibit *exhibit, const char *code)
{
    for (int i = 0; i < exhibit->language_count; i++)
        if (strcmp(exhibit->languages[i], code) == 0)
            return i;
    return -1;
}

static void report_key(struct intake *intake, const struct text_list *texts, const struct text_row *row)
{
    const char **keys = ARENA_ARRAY(intake->arena, const char *, texts->count);

    for (int i = 0; i < texts->count; i++)
        keys[i] = texts->entries[i].key;
    const char *suggested = suggest_name(row->key, keys, texts->count);

    if (suggested)
        findings_add(intake->findings, FINDING_ERROR, row->at.key, "there is no text \"%s\" in the exhibit; did you mean \"%s\"?", row->key,
                     suggested);
    else
        findings_add(intake->findings, FINDING_ERROR, row->at.key,
                     "there is no text \"%s\" in the exhibit; export the texts anew, or remove this row", row->key);
}

/* False, with an error, for a row that cannot be meant. */
static bool look_at(struct intake *intake, struct text_list *texts, const struct text_row *row, struct wish *wish)
{
    *wish = (struct wish){texts_of(texts, row->key), language_of(intake->exhibit, row->language), row};
    if (!wish->entry) {
        report_key(intake, texts, row);
        return false;
    }
    if (wish->language < 0) {
        findings_add(intake->findings, FINDING_ERROR, row->at.language,
                     "\"%s\" is not a language of this exhibit; add it to languages in config/exhibit.yaml, or correct the code",
                     row->language);
        return false;
    }
    if (!scalar_can_hold(row->target)) {
        findings_add(intake->findings, FINDING_ERROR, row->at.target,
                     "the text holds a control character, which nobody sees; type it anew");
        return false;
    }
    if (!wish->entry->node && !wish->entry->in[wish->language] && !wish->entry->maps[wish->language]) {
        findings_add(intake->findings, FINDING_ERROR, row->at.language,
                     "config/words.yaml has no place for this word in \"%s\"; begin a block for the language there", row->language);
        return false;
    }
    return true;
}

static int compare_wishes(const void *one, const void *other)
{
    const struct wish *a = one, *b = other;

    if (a->entry != b->entry)
        return a->entry < b->entry ? -1 : 1;
    if (a->language != b->language)
        return a->language - b->language;
    return (a->row > b->row) - (a->row < b->row);
}

static void report_doubles(struct intake *intake, const struct wishes *wishes)
{
    for (int i = 1; i < wishes->count; i++) {
        const struct wish *wish = &wishes->list[i], *before = &wishes->list[i - 1];

        if (wish->entry == before->entry && wish->language == before->language)
            findings_add(intake->findings, FINDING_ERROR, wish->row->at.key,
                         "row %d has this text in \"%s\" already; remove one of the two", before->row->at.key.line, wish->row->language);
    }
}

/* A new translation is written as the text is that it was made of. */
static struct node value_like(const struct intake *intake, const struct text_entry *entry, const char *text)
{
    int source = texts_source(entry, intake->exhibit->language_count);
    const struct node *like = source < 0 ? NULL : entry->in[source];
    bool lines = like && like->line_count > 1 && like->style != NODE_LITERAL;

    return (struct node){.kind = NODE_SCALAR,
                         .style = lines                                                                 ? NODE_FOLDED
                                  : like && (like->style == NODE_LITERAL || like->style == NODE_FOLDED) ? like->style
                                                                                                        : NODE_QUOTED,
                         .text = texts_held(intake->arena, entry, like, text)};
}

/* One text for all languages becomes one each. */
static void part_languages(const struct intake *intake, const struct wish *wishes, int count)
{
    const struct text_entry *entry = wishes[0].entry;
    const struct exhibit *exhibit = intake->exhibit;
    struct pair *pairs = ARENA_ARRAY(intake->arena, struct pair, exhibit->language_count);
    struct node map = {.kind = NODE_MAP, .pairs = pairs, .flow = entry->node->flow};
    const char *all = texts_shown(intake->arena, entry, entry->node);

    for (int l = 0; l < exhibit->language_count; l++) {
        const char *text = all;

        for (int i = 0; i < count; i++)
            if (wishes[i].language == l)
                text = wishes[i].row->target;
        if (text[0])
            pairs[map.count++] = (struct pair){.key = exhibit->languages[l], .value = value_like(intake, entry, text)};
    }
    editing_set(entry->editing, entry->node, &map);
}

static void change_text(const struct intake *intake, const struct wish *wish)
{
    const struct text_entry *entry = wish->entry;
    const struct node *node = entry->in[wish->language], *map = entry->node ? entry->node : entry->maps[wish->language];
    const struct node value = value_like(intake, entry, wish->row->target);
    const char *held = texts_held(intake->arena, entry, node, wish->row->target),
               *name = entry->node ? wish->row->language : entry->row->key;

    if (node)
        editing_set_text(entry->editing, node, held);
    else
        editing_add(entry->editing, map, name, &value);
}

static void add_change(struct intake *intake, const struct wish *wish)
{
    const struct node *node = wish->entry->in[wish->language];
    struct intake_change change = {
        .key = wish->entry->key, .language = wish->row->language, .after = wish->row->target, .at = wish->row->at.target};

    if (node) {
        change.before = texts_shown(intake->arena, wish->entry, node);
        change.origin = node->origin;
    }
    intake_add(intake, &change);
}

/* A cell that nobody changed but the spreadsheet. */
static bool is_bent(const struct intake *intake, const char *before, const char *after)
{
    return intake->year > 0 && bent_is(before, after, intake->year);
}

/* What the translation was made of is kept, so that it is known when that changes. */
static void watch(struct intake *intake, const struct wish *wish, bool changed)
{
    const struct text_row *row = wish->row;
    int source = texts_source(wish->entry, intake->exhibit->language_count);
    const char *now = source < 0 ? "" : texts_shown(intake->arena, wish->entry, wish->entry->in[source]),
               *made = row->source[0] && !is_bent(intake, now, row->source) ? row->source : now;
    bool moved = strcmp(made, now) != 0, stale = text_rows_are_stale(&intake->translations, wish->entry, row->language, now);

    if (source < 0 || source == wish->language)
        return;
    if (moved && changed && !row->together)
        findings_add(intake->findings, FINDING_WARNING, row->at.source,
                     "the source text has changed since this table was made: it is \"%s\" now; the translation is taken as one of the "
                     "older text",
                     now);
    if (changed || (stale && !moved && row->state == TEXT_DONE))
        intake_watch(intake, &(struct translation){row->key, row->language, translations_hash(made)});
}

static bool is_same(const struct intake *intake, const struct text_entry *entry, const struct node *node, const char *text)
{
    const char *held = texts_held(intake->arena, entry, node, texts_shown(intake->arena, entry, node));

    return strcmp(held, texts_held(intake->arena, entry, node, text)) == 0;
}

/* What stands there stays. */
static bool pass_bent(const struct intake *intake, const struct wish *wish, const struct node *node)
{
    const char *before = texts_shown(intake->arena, wish->entry, node);

    if (!is_bent(intake, before, wish->row->target))
        return false;
    findings_add(intake->findings, FINDING_WARNING, wish->row->at.target,
                 "\"%s\" is \"%s\" as a spreadsheet writes it, and stays as it was; if it is to change, do that in line %d of %s",
                 wish->row->target, before, node->origin.line, node->origin.file);
    return true;
}

/* The wishes of one text. Those that change something move to the front. */
static void apply(struct intake *intake, struct wish *wishes, int count)
{
    const struct text_entry *entry = wishes[0].entry;
    bool one_for_all = entry->node && entry->node->kind == NODE_SCALAR;
    int parted = 0;

    for (int i = 0; i < count; i++) {
        const struct node *node = entry->in[wishes[i].language];
        bool changed = !node || (!is_same(intake, entry, node, wishes[i].row->target) && !pass_bent(intake, &wishes[i], node));

        watch(intake, &wishes[i], changed);
        if (!changed)
            continue;
        add_change(intake, &wishes[i]);
        if (one_for_all)
            wishes[parted++] = wishes[i];
        else
            change_text(intake, &wishes[i]);
    }
    if (parted > 0)
        part_languages(intake, wishes, parted);
}

void text_intake(struct intake *intake, const struct text_rows *rows)
{
    struct text_list texts;
    struct wishes wishes = {mem_alloc(sizeof(*wishes.list) * (size_t)int_max(rows->count, 1)), 0};
    int errors = findings_count(intake->findings, FINDING_ERROR);

    texts_find(&texts, &intake->papers, intake->exhibit);
    for (int i = 0; i < rows->count; i++)
        if (look_at(intake, &texts, &rows->list[i], &wishes.list[wishes.count]) && rows->list[i].target[0])
            wishes.count++;
    if (wishes.count > 1)
        qsort(wishes.list, (size_t)wishes.count, sizeof(*wishes.list), compare_wishes);
    report_doubles(intake, &wishes);
    for (int i = 0, end; findings_count(intake->findings, FINDING_ERROR) == errors && i < wishes.count; i = end) {
        for (end = i + 1; end < wishes.count && wishes.list[end].entry == wishes.list[i].entry;)
            end++;
        apply(intake, &wishes.list[i], end - i);
    }
    free(wishes.list);
    texts_finish(&texts);
}
