/* Font files without fontconfig, which would cost a start-up more time than all else here. */
#include "platform/fontfile.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Depth: a folder below the font folder, and two more for those who sort. Bytes: the largest CJK collections have 30 MB. */
enum { WALK_DEPTH_MAX = 4, FONT_BYTES_MAX = 64 * 1024 * 1024 };

static const char FOLDER[] = "assets/fonts";

static bool join(char path[PATH_MAX], const char *folder, const char *name)
{
    return snprintf(path, PATH_MAX, "%s/%s", folder, name) < PATH_MAX;
}

static bool is_folder(const char *path)
{
    struct stat info;

    return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The path of the file, in `folder` or below it. Links to folders are not followed: they may lead in circles. */
static bool walk(const char *folder, const char *name, int depth, char found[PATH_MAX])
{
    char path[PATH_MAX];
    bool there = false;

    if (join(found, folder, name) && access(found, R_OK) == 0)
        return true;
    DIR *directory = depth < WALK_DEPTH_MAX ? opendir(folder) : NULL;

    if (!directory)
        return false;
    for (struct dirent *entry; !there && (entry = readdir(directory));) {
        if (entry->d_name[0] != '.' && join(path, folder, entry->d_name) && is_folder(path))
            there = walk(path, name, depth + 1, found);
    }
    closedir(directory);
    return there;
}

/* The two likely ones first: nearly every Debian font package puts its files one folder below them. */
static const char *const folders[] = {"/usr/share/fonts/truetype", "/usr/share/fonts/opentype", "/usr/share/fonts",
                                      "/usr/local/share/fonts"};

static bool find_on_system(const char *name, char found[PATH_MAX])
{
    const char *home = getenv("HOME");
    char own[PATH_MAX];

    for (size_t i = 0; i < COUNTOF(folders); i++) {
        if (walk(folders[i], name, 0, found))
            return true;
    }
    return home && join(own, home, ".local/share/fonts") && walk(own, name, 0, found);
}

static bool is_in_exhibit(const struct files *files, const char *name)
{
    struct arena *arena = arena_create();
    const char **names = NULL;
    int count = files->list(files->context, FOLDER, arena, &names);
    bool there = false;

    for (int i = 0; i < count && !there; i++)
        there = strcmp(names[i], name) == 0;
    arena_destroy(arena);
    return there;
}

bool fontfile_find(struct fontfile *fontfile, const struct files *files, const char *name)
{
    char path[PATH_MAX];

    *fontfile = (struct fontfile){0};
    if (!*name || strchr(name, '/'))
        return false;
    if (!(is_in_exhibit(files, name) && join(path, FOLDER, name)) && !find_on_system(name, path))
        return false;
    fontfile->path = mem_text(path);
    return true;
}

static bool read_from_system(struct fontfile *fontfile)
{
    struct stat info;
    int fd = open(fontfile->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    bool done = fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size <= FONT_BYTES_MAX &&
                files_read_start(fd, FONT_BYTES_MAX, &fontfile->content);

    if (fd >= 0)
        close(fd);
    return done;
}

bool fontfile_read(struct fontfile *fontfile, const struct files *files)
{
    ASSERT(fontfile->path && !fontfile->content.bytes);
    if (fontfile->path[0] == '/')
        return read_from_system(fontfile);
    return files->read(files->context, fontfile->path, FONT_BYTES_MAX, &fontfile->content) == FILES_OK;
}

void fontfile_forget(struct fontfile *fontfile)
{
    buffer_finish(&fontfile->content);
}

void fontfile_finish(struct fontfile *fontfile)
{
    fontfile_forget(fontfile);
    free(fontfile->path);
    fontfile->path = NULL;
}

/* Names of font files, as they are found. */
struct font_names {
    struct arena *arena;
    const char **list;
    int count, capacity;
};

static bool is_font(const char *name)
{
    const char *end = strrchr(name, '.');

    return end && (strcmp(end, ".ttf") == 0 || strcmp(end, ".otf") == 0 || strcmp(end, ".ttc") == 0);
}

static void collect(const char *folder, int depth, struct font_names *names)
{
    DIR *directory = depth < WALK_DEPTH_MAX ? opendir(folder) : NULL;
    char path[PATH_MAX];

    if (!directory)
        return;
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (is_font(entry->d_name)) {
            names->list = mem_grow(names->list, names->count, &names->capacity, sizeof(*names->list));
            names->list[names->count++] = arena_text(names->arena, entry->d_name, strlen(entry->d_name));
        } else if (entry->d_name[0] != '.' && join(path, folder, entry->d_name) && is_folder(path))
            collect(path, depth + 1, names);
    }
    closedir(directory);
}

int fontfile_list(struct arena *arena, const char ***names)
{
    struct font_names found = {.arena = arena};

    for (size_t i = 2; i < COUNTOF(folders); i++) /* the first two lie in the third */
        collect(folders[i], 0, &found);
    *names = ARENA_ARRAY(arena, const char *, found.count);
    if (found.count > 0)
        memcpy(*names, found.list, sizeof(**names) * (size_t)found.count);
    free(found.list);
    return found.count;
}
