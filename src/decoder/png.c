/* SDL_image writes through a stream of ours, because its own takes no notice of a full disk. */
#include "decoder/png.h"

#include <SDL_image.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

struct sink {
    int fd, error; /* error: errno of the first write that failed */
};

static size_t SDLCALL sink_write(SDL_RWops *stream, const void *bytes, size_t size, size_t count)
{
    struct sink *sink = stream->hidden.unknown.data1;
    const char *at = bytes;

    for (size_t left = size * count; left > 0 && sink->error == 0;) {
        ssize_t written = write(sink->fd, at, left);

        if (written < 0 && errno != EINTR)
            sink->error = errno;
        if (written > 0) {
            at += written;
            left -= (size_t)written;
        }
    }
    return sink->error == 0 ? count : 0;
}

static int SDLCALL sink_close(SDL_RWops *stream)
{
    SDL_FreeRW(stream);
    return 0;
}

const char *png_write(SDL_Surface *surface, int fd)
{
    struct sink sink = {.fd = fd};
    SDL_RWops *stream = SDL_AllocRW();

    if (!stream)
        return "there is not enough memory to write it";
    stream->write = sink_write;
    stream->close = sink_close;
    stream->hidden.unknown.data1 = &sink;
    bool fine = IMG_SavePNG_RW(surface, stream, 1) == 0;

    if (sink.error)
        return strerror(sink.error);
    return fine ? NULL : SDL_GetError();
}
