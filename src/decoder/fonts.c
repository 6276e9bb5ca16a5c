/* Pango asks fontconfig, which has read its lists before the fence, and FreeType and HarfBuzz open what it names with open(2): that call of
 * theirs finds the functions below, because a program's own symbols come before a library's.
 * Both names of open(2) are defined below, so that neither may be taken for the other (on machines of 32 bits times go with it). */
#undef _FILE_OFFSET_BITS
#undef _TIME_BITS

#include "decoder/fonts.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* SPARE: descriptors for what is asked, and for a font that is in use. */
enum { FONTS_MAX = 8192, SPARE = 24 };

struct font {
    const char *path; /* fontconfig's */
    int fd;
};

/* The one thing that the functions below, which have no argument for it, must know. */
static struct {
    struct font *list;
    int count;
    bool open;
} fonts;

static int compare(const void *one, const void *other)
{
    return strcmp(((const struct font *)one)->path, ((const struct font *)other)->path);
}

static int really_open(const char *path, int flags)
{
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0);
}

/* Font collections come once for each of their faces. `most`: no descriptor goes beyond it. */
static void open_each(int most)
{
    int kept = 0;

    if (fonts.count > 1)
        qsort(fonts.list, (size_t)fonts.count, sizeof(*fonts.list), compare);
    for (int i = 0; i < fonts.count; i++) {
        struct font font = fonts.list[i];

        if (kept > 0 && strcmp(fonts.list[kept - 1].path, font.path) == 0)
            continue;
        font.fd = really_open(font.path, O_RDONLY);
        if (font.fd > most) {
            close(font.fd);
            break;
        }
        if (font.fd >= 0)
            fonts.list[kept++] = font;
    }
    fonts.count = kept;
}

/* How many there may be. */
static int allow_many_files(void)
{
    struct rlimit bound;

    if (getrlimit(RLIMIT_NOFILE, &bound) != 0)
        return FONTS_MAX;
    bound.rlim_cur = bound.rlim_max;
    setrlimit(RLIMIT_NOFILE, &bound);
    return bound.rlim_max > INT_MAX ? INT_MAX : (int)bound.rlim_max;
}

void fonts_open(void)
{
    int files = allow_many_files();
    FcFontSet *set;

    FcInit();
    FcConfigSetRescanInterval(NULL, 0);
    set = FcConfigGetFonts(NULL, FcSetSystem);
    fonts.list = mem_alloc(sizeof(struct font) * FONTS_MAX);
    for (int i = 0; set && i < set->nfont && fonts.count < FONTS_MAX; i++) {
        FcChar8 *path;

        if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            fonts.list[fonts.count++].path = (const char *)path;
    }
    open_each(files - SPARE);
    fonts.open = true;
}

bool fonts_are_open(void)
{
    return fonts.open;
}

/* NULL with errno for all that is no font. */
static const struct font *find(const char *path)
{
    const struct font key = {.path = path};
    const struct font *font = fonts.count == 0 ? NULL : bsearch(&key, fonts.list, (size_t)fonts.count, sizeof(key), compare);

    errno = font ? errno : EACCES;
    return font;
}

/* A new descriptor, from the file's beginning. */
static int open_font(const char *path)
{
    const struct font *font = find(path);

    if (!font)
        return -1;
    lseek(font->fd, 0, SEEK_SET);
    return dup(font->fd);
}

/* Before the fonts are open this is open(2); behind the fence nothing else than a font can be opened anyway. */
int open(const char *file, int oflag, ...)
{
    mode_t mode = 0;

    if (fonts.open)
        return open_font(file);
    if (oflag & (O_CREAT | O_TMPFILE)) {
        va_list arguments;

        va_start(arguments, oflag);
        mode = va_arg(arguments, mode_t);
        va_end(arguments);
    }
    return (int)syscall(SYS_openat, AT_FDCWD, file, oflag, mode);
}

/* Cairo asks before it opens. */
int access(const char *name, int type)
{
    if (fonts.open)
        return find(name) ? 0 : -1;
    return (int)syscall(SYS_faccessat, AT_FDCWD, name, type);
}

int open64(const char *file, int oflag, ...) __attribute__((alias("open")));
