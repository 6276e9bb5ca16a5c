/* Programs count with their content; fonts and the settings of fontconfig, where they usually lie and where those settings say, with their
 * names and the time when they last changed; and libraries with the list of them, which the system writes anew whenever one is installed.
 */
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

enum { DEPTH_MAX = 8, SETTINGS_BYTES_MAX = 1 << 20 };

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

static void add_below(const char *path, int depth, struct hash *sum);

/* A folder as <dir> names it: behind "~", or behind XDG's folder where it is of that. */
static void add_folder(struct bytes attributes, struct bytes name, int depth, struct hash *sum)
{
    const char *home = getenv("HOME"), *data = getenv("XDG_DATA_HOME");
    bool own = name.size > 0 && name.at[0] == '~', xdg = memmem(attributes.at, attributes.size, "xdg", strlen("xdg")) != NULL;
    char path[PATH_MAX];
    int length = snprintf(path, sizeof(path), "%s%s%.*s",
                          own   ? home
                          : xdg ? (data ? data : home)
                                : "",
                          xdg ? (data ? "/" : "/.local/share/") : "", (int)(name.size - own), name.at + own);

    if ((!own && !xdg) || home || data)
        if (length > 0 && length < (int)sizeof(path))
            add_below(path, depth, sum);
}

/* All folders that a file of fontconfig names. */
static void add_named(const char *path, int depth, struct hash *sum)
{
    static const char OPENING[] = "<dir", CLOSING[] = "</dir>";
    struct buffer settings = {0};

    files_read_path(path, SETTINGS_BYTES_MAX, &settings);
    for (const char *at = settings.bytes ? strstr(settings.bytes, OPENING) : NULL; at;) {
        const char *from = strchr(at, '>'), *to = from ? strstr(from, CLOSING) : NULL;

        if (!to)
            break;
        add_folder((struct bytes){at, (size_t)(from - at)}, (struct bytes){from + 1, (size_t)(to - from - 1)}, depth, sum);
        at = strstr(to, OPENING);
    }
    buffer_finish(&settings);
}

static bool is_settings(const char *path)
{
    const char *end = strrchr(path, '.');

    return end && strcmp(end, ".conf") == 0;
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
    if (S_ISREG(info.st_mode) && depth < DEPTH_MAX && is_settings(path))
        add_named(path, depth + 1, sum);
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
    } own[] = {{"HOME", ".fonts"},         {"HOME", ".fonts.conf"},          {"HOME", ".local/share/fonts"}, {"HOME", ".config/fontconfig"},
               {"XDG_DATA_HOME", "fonts"}, {"XDG_CONFIG_HOME", "fontconfig"}};
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
