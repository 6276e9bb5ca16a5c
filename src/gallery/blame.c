/* A panel has a file of its own. Of a file that lists many, what stands from one to the next is the one's. */
#include "gallery/blame.h"

#include <stdlib.h>
#include <string.h>

/* A topic that has pages, by file and line. */
struct blamed {
    struct origin origin;
    struct topic topic;
};

struct blame {
    const struct exhibit *exhibit;
    const struct findings *findings;
    struct blamed *topics;
    int count, capacity;
    struct topic *of; /* of each finding, by where it stands */
};

static int compare(const void *one, const void *other)
{
    const struct blamed *a = one, *b = other;
    int order = strcmp(a->origin.file, b->origin.file);

    return order ? order : a->origin.line - b->origin.line;
}

/* The last that begins at or before a place of its file; a panel has all of its own. kind TOPIC_COUNT: none. */
static struct topic topic_at(const struct blame *blame, const char *file, int line)
{
    struct topic found = {TOPIC_COUNT, 0};

    for (int i = 0; i < blame->count; i++) {
        const struct blamed *blamed = &blame->topics[i];

        if (strcmp(blamed->origin.file, file) == 0 && (blamed->topic.kind == TOPIC_PANEL || (line > 0 && blamed->origin.line <= line)))
            found = blamed->topic;
    }
    return found;
}

struct blame *blame_create(const struct exhibit *exhibit, const struct findings *findings)
{
    static const enum topic_kind kinds[] = {TOPIC_PANEL, TOPIC_EVENT, TOPIC_TERM, TOPIC_PERSON};
    struct blame *blame = mem_alloc(sizeof(*blame));

    blame->exhibit = exhibit;
    blame->findings = findings;
    for (size_t k = 0; k < COUNTOF(kinds); k++)
        for (int i = 0; i < topic_total(exhibit, kinds[k]); i++) {
            struct topic topic = {kinds[k], i};

            blame->topics = mem_grow(blame->topics, blame->count, &blame->capacity, sizeof(*blame->topics));
            blame->topics[blame->count++] = (struct blamed){topic_face(exhibit, topic).origin, topic};
        }
    if (blame->count > 0)
        qsort(blame->topics, (size_t)blame->count, sizeof(*blame->topics), compare);
    blame->of = mem_alloc(sizeof(*blame->of) * (size_t)int_max(1, findings_total(findings)));
    for (int i = 0; i < findings_total(findings); i++)
        blame->of[i] = topic_at(blame, findings_at(findings, i)->file, findings_at(findings, i)->line);
    return blame;
}

void blame_destroy(struct blame *blame)
{
    free(blame->of);
    free(blame->topics);
    free(blame);
}

static bool is_same(struct topic one, struct topic other)
{
    return one.kind == other.kind && (one.kind == TOPIC_COUNT || one.item == other.item);
}

bool blame_is_of(const struct blame *blame, int finding, struct topic topic)
{
    const char *file = findings_at(blame->findings, finding)->file;
    bool used = false;

    if (blame->of[finding].kind != TOPIC_COUNT)
        return is_same(blame->of[finding], topic);
    for (int i = 0; i < blame->exhibit->picture_use_count; i++) {
        const struct picture_use *use = &blame->exhibit->picture_uses[i];
        struct topic user = topic_at(blame, use->origin.file, use->origin.line);

        if (strcmp(use->file, file) != 0 || user.kind == TOPIC_COUNT)
            continue;
        used = true;
        if (is_same(user, topic))
            return true;
    }
    return topic.kind == TOPIC_COUNT && !used;
}

int blame_count(const struct blame *blame, struct topic topic)
{
    int count = 0;

    for (int i = 0; i < findings_total(blame->findings); i++)
        count += blame_is_of(blame, i, topic);
    return count;
}
