/* Font files without fontconfig, which would cost a start-up more time than all else here. */
#include "platform/fontfile.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Depth: a folder below the font folder, and two more for those who sort. Bytes: the largest CJK collections have 30 MB. */
enum { WALK_DEPTH_MAX = 4, FONT_BYTES_MAX = 48 * 1024 * 1024 };

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

static bool find_on_system(const char *name, char found[PATH_MAX])
{
    /* The two likely ones first: nearly every Debian font package puts its files one folder below them. */
    static const char *const folders[] = {"/usr/share/fonts/truetype", "/usr/share/fonts/opentype", "/usr/share/fonts",
                                          "/usr/local/share/fonts"};
    const char *home = getenv("HOME");
    char own[PATH_MAX];

    for (size_t i = 0; i < COUNTOF(folders); i++) {
        if (walk(folders[i], name, 0, found))
            return true;
    }
    return home && join(own, home, ".local/share/fonts") && walk(own, name, 0, found);
}

/* Packages replace a font file by a new one and never write into it: the mapped bytes stay. */
static bool map_path(struct fontfile *fontfile, const char *path)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    void *bytes = MAP_FAILED;

    if (fd < 0)
        return false;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 && info.st_size <= FONT_BYTES_MAX)
        bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (bytes == MAP_FAILED)
        return false;
    *fontfile = (struct fontfile){bytes, (size_t)info.st_size, true};
    return true;
}

bool fontfile_init(struct fontfile *fontfile, const struct files *files, const char *name)
{
    char path[PATH_MAX];

    *fontfile = (struct fontfile){0};
    if (!*name || strchr(name, '/'))
        return false;
    if (join(path, "assets/fonts", name) &&
        files->read(files->context, path, FONT_BYTES_MAX, &fontfile->bytes, &fontfile->size) == FILES_OK)
        return true;
    return find_on_system(name, path) && map_path(fontfile, path);
}

void fontfile_finish(struct fontfile *fontfile)
{
    if (fontfile->mapped)
        munmap(fontfile->bytes, fontfile->size);
    else
        free(fontfile->bytes);
    *fontfile = (struct fontfile){0};
}
