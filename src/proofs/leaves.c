/* Pictures are compared by their bytes: what is equal was drawn equal, whatever program drew it. */
#include "proofs/leaves.h"

#include "base/files.h"
#include "base/log.h"
#include "base/save.h"
#include "gallery/index.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PICTURE_BYTES_MAX = 512 * 1024 * 1024, INDEX_START_BYTES = 1024 };

static const char INDEX[] = "index.html", OURS[] = "content=\"vitrina ";

struct leaves {
    const struct leaves_setup *setup;
    struct arena *arena;
    struct leaf *list;
    const char **gone;
    int count, gone_count;
};

bool leaves_can_compare(const char *against, const char *output)
{
    struct arena *arena = arena_create();
    const char **names;
    char one[PATH_MAX], other[PATH_MAX];
    bool proofs = proof_folder_list(against, arena, &names) >= 0;
    bool same = proofs && realpath(against, one) && realpath(output, other) && strcmp(one, other) == 0;

    if (!proofs)
        log_error("--against: %s: there are no proofs in it", against);
    else if (same)
        log_error("--against: the proofs are drawn into that folder; name the folder of the earlier ones");
    arena_destroy(arena);
    return proofs && !same;
}

/* "panel-coup.en.png" -> "panel-coup.en.before.png" */
static const char *before_name(struct arena *arena, const char *name)
{
    return arena_printf(arena, "%.*s" PROOF_BEFORE, (int)(strlen(name) - strlen(".png")), name);
}

static bool write_beside(const struct leaves *leaves, const char *name, const struct buffer *content)
{
    const char *path = proof_folder_path(leaves->setup->folder, name);
    bool written = save_whole(path, (struct bytes){content->bytes, content->length});

    if (written)
        proof_folder_add(leaves->setup->folder, name);
    else
        log_error("%s: cannot be written: %s", path, strerror(errno));
    return written;
}

/* What the other folder has of the picture, beside it where it is another. False: it cannot be written. */
static bool compare_shot(const struct leaves *leaves, struct shot *shot)
{
    struct buffer before = {0}, now = {0};
    bool fine = true,
         there = files_read_own(arena_printf(leaves->arena, "%s/%s", leaves->setup->against, shot->file), PICTURE_BYTES_MAX, &before);

    if (!there) {
        shot->state = SHOT_NEW;
    } else if (!files_read_own(proof_folder_path(leaves->setup->folder, shot->file), PICTURE_BYTES_MAX, &now) ||
               now.length != before.length || memcmp(now.bytes, before.bytes, now.length) != 0) {
        shot->state = SHOT_CHANGED;
        shot->before = before_name(leaves->arena, shot->file);
        fine = write_beside(leaves, shot->before, &before);
    }
    buffer_finish(&before);
    buffer_finish(&now);
    return fine;
}

static struct leaf *leaf_of(struct leaves *leaves, const struct proof_picture *picture)
{
    const char *language = leaves->setup->exhibit->languages[picture->setup.settings.language];
    const char *name = arena_printf(leaves->arena, "%s.%s", picture->stem, language);
    struct leaf *last = leaves->count > 0 ? &leaves->list[leaves->count - 1] : NULL;

    if (last && strcmp(last->name, name) == 0)
        return last;
    last = &leaves->list[leaves->count++];
    *last = (struct leaf){.name = name, .scene = picture->scene, .notice = picture->notice, .language = picture->setup.settings.language};
    return last;
}

/* All pictures of a scene in a language follow one another in the plan. */
static bool gather(struct leaves *leaves)
{
    const struct leaves_setup *setup = leaves->setup;
    bool fine = true;

    for (int i = 0; i < setup->plan->count && fine; i++) {
        const struct proof_picture *picture = &setup->plan->pictures[i];
        uint64_t fingerprint = proof_folder_now(setup->folder, picture->name).picture;

        if (fingerprint == 0)
            continue;
        struct leaf *leaf = leaf_of(leaves, picture);
        struct shot *shot = &leaf->shots[leaf->shot_count++];

        *shot = (struct shot){.file = picture->name,
                              .fingerprint = fingerprint,
                              .text = picture->setup.settings.level[SETTING_TEXT],
                              .screen = picture->screen,
                              .changed = setup->changed[i]};
        fine = !setup->against || compare_shot(leaves, shot);
    }
    return fine;
}

/* What stands beside the pictures, and whether that was another before: in the other folder, or when this one was written last. */
static void compare_words(struct leaves *leaves)
{
    const struct leaves_setup *setup = leaves->setup;
    const char *before = setup->against ? setup->against : proof_folder_path(setup->folder, ".");
    struct proof_words *now = ARENA_ARRAY(leaves->arena, struct proof_words, leaves->count);
    const struct proof_words *known;
    int count = proof_folder_words(before, leaves->arena, &known);

    for (int i = 0, at = 0; i < leaves->count; i++) {
        struct leaf *leaf = &leaves->list[i];
        int passed = 0;

        leaf->words = leaf_words(setup->exhibit, leaf);
        now[i] = (struct proof_words){leaf->name, leaf->words};
        while (passed < count && strcmp(known[at].name, leaf->name) != 0) { /* they mostly follow one another as before */
            at = (at + 1) % count;
            passed++;
        }
        leaf->reworded = passed < count && known[at].words != leaf->words;
    }
    proof_folder_set_words(setup->folder, now, leaves->count);
}

static bool is_planned(const struct leaves *leaves, const char *name)
{
    for (int i = 0; i < leaves->setup->plan->count; i++)
        if (strcmp(leaves->setup->plan->pictures[i].name, name) == 0)
            return true;
    return false;
}

/* What the other folder had, and the exhibit has no more. */
static bool gather_gone(struct leaves *leaves)
{
    const char **names;
    int count = proof_folder_list(leaves->setup->against, leaves->arena, &names);
    bool fine = true;

    leaves->gone = ARENA_ARRAY(leaves->arena, const char *, int_max(1, count));
    for (int i = 0; i < count && fine; i++) {
        struct buffer picture = {0};

        if (!proof_folder_is_before(names[i]) && !is_planned(leaves, names[i]) &&
            files_read_own(arena_printf(leaves->arena, "%s/%s", leaves->setup->against, names[i]), PICTURE_BYTES_MAX, &picture)) {
            const char *name = before_name(leaves->arena, names[i]);

            fine = write_beside(leaves, name, &picture);
            leaves->gone[leaves->gone_count++] = name;
        }
        buffer_finish(&picture);
    }
    return fine;
}

/* Nobody else's. */
static bool may_write(const char *path)
{
    struct buffer start = {0};
    bool may = access(path, F_OK) != 0 || (files_read_own(path, INDEX_START_BYTES, &start) && strstr(start.bytes, OURS));

    if (!may)
        log_error("%s: was not written by vitrina, and stays as it is; give the proofs a folder of their own", path);
    buffer_finish(&start);
    return may;
}

static bool write_index(const struct leaves *leaves)
{
    const struct leaves_setup *setup = leaves->setup;
    const char *path = proof_folder_path(setup->folder, INDEX);
    struct gallery_index index = {
        .exhibit = setup->exhibit,
        .leaves = leaves->list,
        .leaf_count = leaves->count,
        .findings = setup->findings,
        .screens = setup->screens,
        .screen_count = setup->screen_count,
        .compared = setup->against != NULL,
        .gone = leaves->gone,
        .gone_count = leaves->gone_count,
    };
    struct buffer page = {0};

    if (!may_write(path))
        return false;
    index_write(&page, &index);
    bool written = save_whole(path, (struct bytes){page.bytes, page.length});

    if (!written)
        log_error("%s: cannot be written: %s", path, strerror(errno));
    buffer_finish(&page);
    return written;
}

bool leaves_write(const struct leaves_setup *setup)
{
    struct leaves leaves = {.setup = setup, .arena = arena_create()};

    leaves.list = ARENA_ARRAY(leaves.arena, struct leaf, int_max(1, setup->plan->count));
    bool fine = gather(&leaves) && (!setup->against || gather_gone(&leaves));

    compare_words(&leaves);
    fine = fine && write_index(&leaves) && proof_folder_write(setup->folder);
    arena_destroy(leaves.arena);
    return fine;
}
