/* References sorted by file, so that each file is read once and each folder listed once in a row. */
#include "load/pictures.h"

#include "base/suggest.h"
#include "formats/picture.h"
#include "text/nfc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    PATH_BYTES = 512,
    SUGGESTIONS_MAX = 200, /* each compares all names of a folder */
};

/* The work on one exhibit. */
struct picture_finder {
    const struct files *files;
    struct arena *arena;
    char folder[PATH_BYTES]; /* whose names are listed; "" before the first */
    const char **names;
    int name_count, suggestions;
};

/* fault: what is wrong, and what to do; "" if nothing. spelt: the path as the disk has it, where that is another spelling; else "".
 * aspect, own: as in struct picture
 * and struct picture_use. */
struct found_picture {
    char fault[PATH_BYTES + 256], spelt[PATH_BYTES];
    double aspect;
    struct size own;
};

static int compare_names(const void *one, const void *other)
{
    const struct reference *a = *(const struct reference *const *)one, *b = *(const struct reference *const *)other;

    return strcmp(a->name, b->name);
}

static void list_folder(struct picture_finder *finder, const char *folder)
{
    if (finder->names && strcmp(finder->folder, folder) == 0)
        return;
    arena_reset(finder->arena);
    snprintf(finder->folder, sizeof(finder->folder), "%s", folder);
    finder->name_count = finder->files->list(finder->files->context, folder, finder->arena, &finder->names);
    if (finder->name_count == 0)
        finder->names = NULL;
}

/* A name in the same folder, or the same name among the illustrations, that was probably meant. */
static struct found_picture missing(struct picture_finder *finder, const char *path)
{
    static const char usual[] = "assets/illustrations";
    struct found_picture found = {.fault = "there is no such file"};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *suggested = NULL;
    char folder[PATH_BYTES] = "";

    if (strlen(path) >= sizeof(folder) || finder->suggestions++ >= SUGGESTIONS_MAX)
        return found;
    memcpy(folder, path, slash ? (size_t)(slash - path) : 0);
    if (slash) {
        list_folder(finder, folder);
        suggested = suggest_name(name, finder->names, finder->name_count);
    }
    if (!suggested && strcmp(folder, usual) != 0) {
        snprintf(folder, sizeof(folder), "%s", usual);
        list_folder(finder, folder);
        suggested = suggest_name(name, finder->names, finder->name_count);
    }
    if (suggested)
        snprintf(found.fault, sizeof(found.fault), "there is no such file; did you mean \"%s/%s\"?", folder, suggested);
    else
        snprintf(found.fault, sizeof(found.fault), "there is no such file; copy it there, or correct the name");
    return found;
}

/* The name in the folder that is this one in another spelling; NULL if there is none. */
static const char *spelt_otherwise(struct picture_finder *finder, const char *folder, const char *name)
{
    list_folder(finder, folder);
    for (int i = 0; i < finder->name_count; i++)
        if (nfc_same(finder->names[i], name))
            return finder->names[i];
    return NULL;
}

/* Texts are composed (text/nfc), names on a disk need not be: looks for each part of the path. False if there is none such; else `spelt`
 * is the path as the disk has it. */
static bool find_spelling(struct picture_finder *finder, const char *path, char spelt[PATH_BYTES])
{
    char folder[PATH_BYTES] = "", name[PATH_BYTES];
    size_t length = 0;

    if (strlen(path) >= PATH_BYTES)
        return false;
    for (const char *at = path; *at;) {
        size_t part = strcspn(at, "/");

        snprintf(name, sizeof(name), "%.*s", (int)part, at);
        const char *there = length > 0 ? spelt_otherwise(finder, folder, name) : name; /* a folder's own folder cannot be listed */

        if (!there || length + strlen(there) + 2 > PATH_BYTES)
            return false;
        length += (size_t)snprintf(spelt + length, PATH_BYTES - length, "%s%s", length > 0 ? "/" : "", there);
        memcpy(folder, spelt, length + 1);
        at += part + (at[part] == '/');
    }
    return strcmp(spelt, path) != 0;
}

static struct found_picture find_picture(struct picture_finder *finder, const char *path)
{
    struct found_picture found = {.fault = ""};
    char spelt[PATH_BYTES];
    struct picture_header header;
    const char *fault = NULL;
    int fd;

    switch (finder->files->open(finder->files->context, path, PICTURE_FILE_BYTES_MAX, &fd)) {
    case FILES_OK:
        fault = picture_glance(fd, &header);
        found.aspect = fault ? 0 : picture_aspect(&header);
        found.own = fault ? (struct size){0, 0} : picture_pixels(&header);
        close(fd);
        break;
    case FILES_MISSING:
        if (!find_spelling(finder, path, spelt))
            return missing(finder, path);
        found = find_picture(finder, spelt);
        snprintf(found.spelt, sizeof(found.spelt), "%s", spelt);
        return found;
    case FILES_TOO_LARGE:
        fault = "the file is larger than 64 MB; save it smaller";
        break;
    case FILES_OUTSIDE:
        fault = "the path leads out of the exhibit; copy the file into its folder assets";
        break;
    case FILES_UNREADABLE:
        fault = "the file cannot be read; is it a file, and may it be read by everybody?";
        break;
    }
    snprintf(found.fault, sizeof(found.fault), "%s", fault ? fault : "");
    return found;
}

static int sort_references(const struct references *references, const struct reference **sorted)
{
    int count = 0;

    for (int i = 0; i < references->count; i++)
        if (references->list[i].kind == REFERENCE_PICTURE)
            sorted[count++] = &references->list[i];
    if (count > 1)
        qsort(sorted, (size_t)count, sizeof(*sorted), compare_names);
    return count;
}

static const char *stand_in(const struct exhibit *exhibit, const struct picture *picture)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (picture == &exhibit->events[i].picture)
            return "the event has none";
    return picture == &exhibit->neutral ? "a plain ground stands in" : "the neutral picture stands in";
}

void pictures_find(const struct pictures_setup *setup, struct exhibit *exhibit)
{
    struct picture_finder finder = {.files = setup->files, .arena = arena_create()};
    const struct reference **sorted = mem_alloc(sizeof(struct reference *) * (size_t)setup->references->count);
    struct found_picture found = {.fault = ""};
    int count = sort_references(setup->references, sorted);

    exhibit->picture_uses = ARENA_ARRAY(setup->arena, struct picture_use, count);
    for (int i = 0; i < count; i++) {
        const struct reference *r = sorted[i];

        if (i == 0 || strcmp(r->name, sorted[i - 1]->name) != 0)
            found = find_picture(&finder, r->name);
        r->picture->aspect = found.aspect;
        if (!found.fault[0]) {
            if (found.spelt[0])
                r->picture->file = arena_text(setup->arena, found.spelt, strlen(found.spelt));
            exhibit->picture_uses[exhibit->picture_use_count++] =
                (struct picture_use){r->picture->file, r->picture->ground, found.own, r->origin};
            continue;
        }
        findings_add(setup->findings, FINDING_ERROR, r->origin, CODED("picture-unusable") "file: \"%s\": %s (until then %s)", r->name,
                     found.fault, stand_in(exhibit, r->picture));
        r->picture->file = NULL;
    }
    free(sorted);
    arena_destroy(finder.arena);
}
