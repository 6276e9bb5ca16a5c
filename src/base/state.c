/* systemd.exec(5), and the XDG Base Directory Specification 0.8. */
#include "base/state.h"

#include "base/files.h"
#include "base/mem.h"
#include "base/save.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* NULL unless it is an absolute path. systemd lists several folders with ':' between them; the first counts. */
static const char *folder_in(const char *variable, size_t *length)
{
    const char *path = getenv(variable);

    *length = path ? strcspn(path, ":") : 0;
    return *length > 0 && path[0] == '/' ? path : NULL;
}

char *state_path(const char *name)
{
    static const struct {
        const char *variable, *below;
    } places[] = {{"STATE_DIRECTORY", ""}, {"XDG_STATE_HOME", "/vitrina"}, {"HOME", "/.local/state/vitrina"}};

    for (size_t i = 0; i < COUNTOF(places); i++) {
        size_t length;
        const char *folder = folder_in(places[i].variable, &length);
        struct buffer path = {0};

        if (!folder)
            continue;
        buffer_printf(&path, "%.*s%s/%s", (int)length, folder, places[i].below, name);
        return path.bytes;
    }
    return NULL;
}

bool state_make(const char *folder)
{
    char *path = mem_text(folder);
    bool made = true;

    for (char *slash = strchr(path + 1, '/'); slash && made; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        made = mkdir(path, 0700) == 0 || errno == EEXIST || errno == EROFS || errno == EACCES; /* what is there may be out of our hands */
        *slash = '/';
    }
    made = made && (mkdir(path, 0700) == 0 || errno == EEXIST);
    free(path);
    return made;
}

char *state_read_note(const char *name, size_t limit)
{
    char *path = state_path(name);
    struct buffer text = {0};

    if (path)
        files_read_own(path, limit, &text);
    free(path);
    return text.bytes;
}

static bool keep(const char *name, const char *text, bool surely)
{
    char *path = state_path(name);
    bool kept = false;

    errno = ENOENT;
    if (path && *text)
        kept = (surely ? save_surely : save_whole)(path, (struct bytes){text, strlen(text)});
    else if (path)
        kept = unlink(path) == 0 || errno == ENOENT;
    int error = errno;

    free(path);
    errno = error;
    return kept;
}

bool state_keep_note(const char *name, const char *text)
{
    return keep(name, text, false);
}

bool state_keep_note_surely(const char *name, const char *text)
{
    return keep(name, text, true);
}
