/* The list is a text: a line that says what it is, then a name a line and, behind a blank, "RECIPE-PICTURE"; then, of scenes,
 * "NAME words=NUMBER". A name that could lead elsewhere is not believed. */
#include "proofs/folder.h"

#include "base/files.h"
#include "base/log.h"
#include "base/save.h"
#include "copies/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LIST_BYTES_MAX = 64 * 1024 * 1024 };

static const char LIST[] = ".vitrina-proofs",
                  WORDS[] = " words=", FIRST_LINE[] = "Pictures drawn by vitrina proof, which removes those that are of no scene any more:";

/* before: as the list had it. */
struct listed_picture {
    const char *name;
    struct proof_print before, now;
};

/* Sorted by name. */
struct listing {
    struct listed_picture *all;
    int count, capacity;
};

struct wordings {
    struct proof_words *all;
    int count, capacity;
};

struct proof_folder {
    const char *root;
    struct arena *arena;
    struct wordings words;
    struct listing planned, gone; /* gone: in the list that was there, not in the plan */
    struct buffer path;
};

static int compare(const void *one, const void *other)
{
    return strcmp(((const struct listed_picture *)one)->name, ((const struct listed_picture *)other)->name);
}

static void add_name(struct listing *listing, const char *name)
{
    listing->all = mem_grow(listing->all, listing->count, &listing->capacity, sizeof(*listing->all));
    listing->all[listing->count++] = (struct listed_picture){.name = name};
}

static struct listed_picture *find(const struct listing *listing, const char *name)
{
    struct listed_picture wanted = {.name = name};

    return listing->count > 0 ? bsearch(&wanted, listing->all, (size_t)listing->count, sizeof(wanted), compare) : NULL;
}

static bool is_picture(const char *name)
{
    size_t length = strlen(name);

    return name[0] != '.' && !strchr(name, '/') && length > 4 && strcmp(name + length - 4, ".png") == 0;
}

bool proof_folder_is_before(const char *name)
{
    size_t length = strlen(name), end = strlen(PROOF_BEFORE);

    return length > end && strcmp(name + length - end, PROOF_BEFORE) == 0;
}

/* Takes "NAME RECIPE-PICTURE" or "NAME" apart; names may have blanks. Of "NAME NUMBER", as older lists have it, nothing is known. */
static struct proof_print cut_print(char *line)
{
    char *blank = strrchr(line, ' '), *end = NULL, *dash = NULL;
    struct proof_print print = {0, 0};

    if (!blank)
        return print;
    print.recipe = strtoull(blank + 1, &dash, 16);
    print.picture = *dash == '-' ? strtoull(dash + 1, &end, 16) : 0;
    if (dash == blank + 1 || *(end ? end : dash) != '\0')
        return (struct proof_print){0, 0};
    *blank = '\0';
    return print.picture != 0 ? print : (struct proof_print){0, 0};
}

static void add_words(struct wordings *words, const struct proof_words *more)
{
    words->all = mem_grow(words->all, words->count, &words->capacity, sizeof(*words->all));
    words->all[words->count++] = *more;
}

/* Whether the line is "NAME words=NUMBER", of which the name is then copied into the arena. */
static bool take_words(struct wordings *words, struct arena *arena, const char *line)
{
    const char *blank = strrchr(line, ' ');
    char *end;

    if (!blank || blank == line || strncmp(blank, WORDS, strlen(WORDS)) != 0)
        return false;
    uint64_t number = strtoull(blank + strlen(WORDS), &end, 16);
    bool whole = end != blank + strlen(WORDS) && *end == '\0';

    if (whole)
        add_words(words, &(struct proof_words){arena_text(arena, line, (size_t)(blank - line)), number});
    return whole;
}

/* The lines behind the first, into what is read; a file that is no list of ours has none. False: it is none. */
static bool read_lines(const char *root, struct buffer *list, char **rest)
{
    struct files *files = files_open(root);
    char *line = NULL;

    *rest = NULL;
    if (files && files->read(files->context, LIST, LIST_BYTES_MAX, list) == FILES_OK)
        line = strtok_r(list->bytes, "\n", rest);
    files_close(files);
    return line && strcmp(line, FIRST_LINE) == 0;
}

static void read_list(struct proof_folder *folder)
{
    struct buffer list = {0};
    char *rest, *line;

    for (bool ours = read_lines(folder->root, &list, &rest); ours && (line = strtok_r(NULL, "\n", &rest));) {
        if (take_words(&folder->words, folder->arena, line))
            continue;
        struct proof_print print = cut_print(line);
        struct listed_picture *planned = find(&folder->planned, line);

        if (planned)
            planned->before = planned->now = print;
        else if (is_picture(line))
            add_name(&folder->gone, arena_text(folder->arena, line, strlen(line)));
    }
    buffer_finish(&list);
}

int proof_folder_list(const char *path, struct arena *arena, const char ***names)
{
    struct buffer list = {0};
    struct listing found = {0};
    char *rest, *line;
    bool ours = read_lines(path, &list, &rest);

    while (ours && (line = strtok_r(NULL, "\n", &rest))) {
        cut_print(line);
        if (is_picture(line))
            add_name(&found, arena_text(arena, line, strlen(line)));
    }
    *names = ARENA_ARRAY(arena, const char *, found.count);
    for (int i = 0; i < found.count; i++)
        (*names)[i] = found.all[i].name;
    free(found.all);
    buffer_finish(&list);
    return ours ? found.count : -1;
}

int proof_folder_words(const char *path, struct arena *arena, const struct proof_words **words)
{
    struct buffer list = {0};
    struct wordings found = {0};
    char *rest, *line;
    struct proof_words *kept;

    for (bool ours = read_lines(path, &list, &rest); ours && (line = strtok_r(NULL, "\n", &rest));)
        take_words(&found, arena, line);
    *words = kept = ARENA_ARRAY(arena, struct proof_words, found.count);
    for (int i = 0; i < found.count; i++)
        kept[i] = found.all[i];
    free(found.all);
    buffer_finish(&list);
    return found.count;
}

void proof_folder_set_words(struct proof_folder *folder, const struct proof_words *words, int count)
{
    folder->words.count = 0;
    for (int i = 0; i < count; i++)
        add_words(&folder->words, &(struct proof_words){arena_text(folder->arena, words[i].name, strlen(words[i].name)), words[i].words});
}

bool proof_folder_write(struct proof_folder *folder)
{
    const struct listing *parts[] = {&folder->planned, &folder->gone};
    struct buffer text = {0};

    buffer_printf(&text, "%s\n", FIRST_LINE);
    for (size_t part = 0; part < COUNTOF(parts); part++)
        for (int i = 0; i < parts[part]->count; i++) {
            const struct listed_picture *listed = &parts[part]->all[i];

            buffer_printf(&text, "%s", listed->name);
            if (listed->now.picture != 0)
                buffer_printf(&text, " %016" PRIx64 "-%016" PRIx64, listed->now.recipe, listed->now.picture);
            buffer_printf(&text, "\n");
        }
    for (int i = 0; i < folder->words.count; i++)
        buffer_printf(&text, "%s%s%016" PRIx64 "\n", folder->words.all[i].name, WORDS, folder->words.all[i].words);
    bool done = save_whole(proof_folder_path(folder, LIST), (struct bytes){text.bytes, text.length});

    if (!done)
        log_error("%s: cannot be written to: %s", folder->root, strerror(errno));
    buffer_finish(&text);
    return done;
}

/* Of a picture that somebody took away, or that was not finished, nothing is known. */
static void forget_missing(struct proof_folder *folder)
{
    struct stat info;

    for (int i = 0; i < folder->planned.count; i++) {
        struct listed_picture *planned = &folder->planned.all[i];

        if (planned->before.picture != 0 &&
            (stat(proof_folder_path(folder, planned->name), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0))
            planned->before = planned->now = (struct proof_print){0, 0};
    }
}

static bool make(const char *path)
{
    struct stat info;

    if (mkdir(path, 0777) == 0)
        return true;
    if (errno != EEXIST || stat(path, &info) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(info.st_mode);
}

struct proof_folder *proof_folder_open(const char *path, const struct proof_plan *plan)
{
    struct proof_folder *folder;

    if (!make(path)) {
        log_error("%s: cannot be made: %s", path, strerror(errno));
        return NULL;
    }
    folder = mem_alloc(sizeof(*folder));
    folder->root = path;
    folder->arena = arena_create();
    for (int i = 0; i < plan->count; i++)
        add_name(&folder->planned, plan->pictures[i].name);
    qsort(folder->planned.all, (size_t)folder->planned.count, sizeof(*folder->planned.all), compare);
    save_clean(path);
    read_list(folder);
    forget_missing(folder);
    for (int i = 0; i < plan->count; i++)
        if (!plan->pictures[i].left_out)
            find(&folder->planned, plan->pictures[i].name)->now.recipe = 0;
    if (proof_folder_write(folder))
        return folder;
    proof_folder_close(folder);
    return NULL;
}

const char *proof_folder_path(struct proof_folder *folder, const char *name)
{
    folder->path.length = 0;
    buffer_printf(&folder->path, "%s/%s", folder->root, name);
    return folder->path.bytes;
}

struct proof_print proof_folder_before(const struct proof_folder *folder, const char *name)
{
    return find(&folder->planned, name)->before;
}

/* Never 0, but if it cannot be read. */
static uint64_t shown_in(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct hash hash = {0};
    bool read = fd >= 0 && hash_file(fd, &hash);

    if (fd >= 0)
        close(fd);
    return !read ? 0 : hash.low != 0 ? hash.low : 1;
}

void proof_folder_note(struct proof_folder *folder, const char *name, uint64_t recipe)
{
    struct listed_picture *listed = find(&folder->planned, name);

    if (listed->now.recipe == recipe) /* which is noted already */
        return;
    listed->now =
        recipe == listed->before.recipe ? listed->before : (struct proof_print){recipe, shown_in(proof_folder_path(folder, listed->name))};
}

struct proof_print proof_folder_now(const struct proof_folder *folder, const char *name)
{
    struct proof_print now = find(&folder->planned, name)->now;

    return now.recipe != 0 ? now : (struct proof_print){0, 0};
}

void proof_folder_add(struct proof_folder *folder, const char *name)
{
    add_name(&folder->gone, arena_text(folder->arena, name, strlen(name)));
}

int proof_folder_tidy(struct proof_folder *folder)
{
    int removed = 0;

    for (int i = 0; i < folder->gone.count; i++)
        removed += unlink(proof_folder_path(folder, folder->gone.all[i].name)) == 0 && !proof_folder_is_before(folder->gone.all[i].name);
    folder->gone.count = 0;
    return proof_folder_write(folder) ? removed : -1;
}

void proof_folder_close(struct proof_folder *folder)
{
    if (!folder)
        return;
    free(folder->planned.all);
    free(folder->gone.all);
    free(folder->words.all);
    buffer_finish(&folder->path);
    arena_destroy(folder->arena);
    free(folder);
}
