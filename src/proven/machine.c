/* Programs count with their content; fonts and the settings of fontconfig, where they usually lie, with their names and the time when they
 * last changed; and libraries with the list of them, which the system writes anew whenever one is installed. */
#include "proven/machine.h"

#include "base/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 8 };

static const char LIBRARIES[] = "/etc/ld.so.cache";

static void mix(struct hash *print, const void *bytes, size_t size)
{
    const struct hash both[2] = {*print, hash_of(bytes, size)};

    *print = hash_of(both, sizeof(both));
}

static void mix_text(struct hash *print, const char *text)
{
    mix(print, text ? text : "", text ? strlen(text) + 1 : 0);
}

static bool mix_content(struct hash *print, const char *path)
{
    struct hash content;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool read = fd >= 0 && hash_file(fd, &content);

    if (fd >= 0)
        close(fd);
    if (read)
        mix(print, &content, sizeof(content));
    return read;
}

/* Of a file, whatever the order in which a folder lists it. */
static struct hash print_of(const char *path, const struct stat *info)
{
    const int64_t parts[] = {(int64_t)info->st_ino, info->st_size, info->st_ctim.tv_sec, info->st_ctim.tv_nsec};
    struct hash print = {0};

    mix_text(&print, path);
    mix(&print, parts, sizeof(parts));
    return print;
}

/* Adds up what lies there and below; links to folders are not followed. */
static void add_below(const char *path, int depth, struct hash *sum)
{
    struct stat info;
    DIR *folder = NULL;

    if (stat(path, &info) != 0)
        return;
    struct hash print = print_of(path, &info);

    sum->high += print.high;
    sum->low += print.low;
    if (S_ISDIR(info.st_mode) && depth < DEPTH_MAX && lstat(path, &info) == 0 && (depth == 0 || S_ISDIR(info.st_mode)))
        folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char below[PATH_MAX];

        if (entry->d_name[0] != '.' && snprintf(below, sizeof(below), "%s/%s", path, entry->d_name) < (int)sizeof(below))
            add_below(below, depth + 1, sum);
    }
    if (folder)
        closedir(folder);
}

static void mix_below(struct hash *print, const char *path)
{
    struct hash sum = {0};

    add_below(path, 0, &sum);
    mix(print, &sum, sizeof(sum));
}

/* home: a folder; NULL: none. */
static void mix_below_home(struct hash *print, const char *home, const char *name)
{
    char path[PATH_MAX];

    if (home && snprintf(path, sizeof(path), "%s/%s", home, name) < (int)sizeof(path))
        mix_below(print, path);
}

bool machine_print(const char *decoder, struct hash *print)
{
    static const char *const folders[] = {LIBRARIES, "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts"};
    static const struct {
        const char *home, *name;
    } own[] = {{"HOME", ".fonts"},
               {"HOME", ".local/share/fonts"},
               {"HOME", ".config/fontconfig"},
               {"XDG_DATA_HOME", "fonts"},
               {"XDG_CONFIG_HOME", "fontconfig"}};
    static const char *const settings[] = {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LD_LIBRARY_PATH", "LD_PRELOAD"};
    static const char *const elsewhere[] = {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"};

    *print = (struct hash){0};
    for (size_t i = 0; i < COUNTOF(elsewhere); i++)
        if (getenv(elsewhere[i]))
            return false;
    if (!mix_content(print, "/proc/self/exe") || !mix_content(print, decoder))
        return false;
    for (size_t i = 0; i < COUNTOF(folders); i++)
        mix_below(print, folders[i]);
    for (size_t i = 0; i < COUNTOF(own); i++)
        mix_below_home(print, getenv(own[i].home), own[i].name);
    for (size_t i = 0; i < COUNTOF(settings); i++)
        mix_text(print, getenv(settings[i]));
    return true;
}
