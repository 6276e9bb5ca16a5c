/* Each text is looked up, word for word, among those that the program brings along. */
#include "starter/unwritten.h"

#include "load/builtin.h"
#include "wording/texts.h"

#include <stdlib.h>
#include <string.h>

#define PARTS "starter/parts/"
#define EXAMPLE "starter/exhibit/config/"

/* The words that are brought along, sorted. */
struct brought {
    struct arena *arena;
    const char **words;
    int count, capacity;
};

/* What of one thing is unwritten so far. owner: the part of a text's key that names it. */
struct unwritten_thing {
    const char *owner;
    size_t owner_length;
    struct origin origin;
    struct buffer keys;
};

static int compare(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* A text is a map of languages, all of which have it in English. depth: how far below the node one is looked for. */
static void gather(struct brought *brought, const struct node *node, int depth)
{
    bool is_text = yaml_find(node, "en");

    for (int i = 0; node->kind == NODE_LIST && depth > 0 && i < node->count; i++)
        gather(brought, &node->items[i], depth - 1);
    for (int i = 0; node->kind == NODE_MAP && i < node->count; i++) {
        const struct node *value = &node->pairs[i].value;

        if (!is_text && depth > 0)
            gather(brought, value, depth - 1);
        if (!is_text || value->kind != NODE_SCALAR)
            continue;
        brought->words = mem_grow(brought->words, brought->count, &brought->capacity, sizeof(*brought->words));
        brought->words[brought->count++] = value->text;
    }
}

static void gather_all(struct brought *brought)
{
    struct report report = {findings_create(), "starter", 0};

    for (int i = 0; i < program_count; i++) {
        const struct builtin_file *file = &program_list[i];
        bool is_part = strncmp(file->path, PARTS, strlen(PARTS)) == 0;

        if (!is_part && strncmp(file->path, EXAMPLE, strlen(EXAMPLE)) != 0)
            continue;
        const struct node *root = yaml_read(brought->arena, &report, &(struct yaml_source){file->bytes, file->size, false});

        ASSERT(root);
        gather(brought, root, is_part ? YAML_DEPTH_MAX : 1);
    }
    findings_destroy(report.findings);
    ASSERT(brought->words);
    qsort(brought->words, (size_t)brought->count, sizeof(*brought->words), compare);
}

/* In any language: in one that the program does not know stand the words of another. NULL if all is written. */
static const struct node *find_unwritten(const struct brought *brought, const struct text_entry *entry, int languages)
{
    for (int i = 0; i < languages; i++) {
        const char *text = texts_shown(brought->arena, entry, entry->in[i]);

        if (text[0] && bsearch(&text, brought->words, (size_t)brought->count, sizeof(*brought->words), compare))
            return entry->in[i];
    }
    return NULL;
}

/* "config/timeline.yaml:events[rain]." of what stands in a list of its file, else "config/panels/rain.yaml:". */
static size_t owner_length(const char *key)
{
    size_t file = strcspn(key, ":") + 1, item = strcspn(key + file, ".[");

    return key[file + item] == '[' ? file + strcspn(key + file, "]") + 1 : file;
}

static void tell(struct unwritten_thing *thing, struct findings *findings)
{
    if (thing->keys.length > 0)
        findings_add(
            findings, FINDING_WARNING, thing->origin,
            CODED("text-unwritten") "%s: these are still the words of \"vitrina new\", and visitors would read them; write your own",
            thing->keys.bytes);
    buffer_finish(&thing->keys);
}

static void add(struct unwritten_thing *thing, const struct text_entry *entry, const struct node *node, struct findings *findings)
{
    size_t length = owner_length(entry->key);

    if (!thing->owner || thing->owner_length != length || strncmp(thing->owner, entry->key, length) != 0) {
        tell(thing, findings);
        *thing = (struct unwritten_thing){.owner = entry->key, .owner_length = length, .origin = node->origin};
    }
    buffer_printf(&thing->keys, "%s%s", thing->keys.length > 0 ? ", " : "", entry->row->key);
}

void unwritten_report(const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    struct brought brought = {.arena = arena_create()};
    struct unwritten_thing thing = {0};
    struct findings *faults = findings_create(); /* of files that cannot be read, which whoever loads the exhibit tells */
    struct papers papers;
    struct text_list texts;

    gather_all(&brought);
    papers_open(&papers, files, exhibit, faults);
    texts_find(&texts, &papers, exhibit);
    for (int i = 0; i < texts.count; i++) {
        const struct node *node = find_unwritten(&brought, &texts.entries[i], exhibit->language_count);

        if (node)
            add(&thing, &texts.entries[i], node, findings);
    }
    tell(&thing, findings);
    texts_finish(&texts);
    papers_close(&papers);
    findings_destroy(faults);
    free(brought.words);
    arena_destroy(brought.arena);
}
