/* The decoder, end to end: whatever the file, there is an answer in time, and when the decoder dies of it the next one draws a sound
 * picture. That it dies is no fault here; that it reads where it must not, as the sanitizer in it tells by its exit status, is one.
 *
 * FUZZ_DECODER: path of the program; build/asan/vitrina-decoder without it. */
#include "fuzz/fuzz.h"
#include "images/child.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LIMIT_MS = 5000, SANITIZER_STATUS = 99, SMALL_PX = 64 };

static const char SOUND[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='8' fill='#C98B2B'/></svg>";

/* A file without a name that holds these bytes (NULL: zeroes). */
static int make_file(const void *bytes, size_t size)
{
    FILE *file = tmpfile();

    assert(file);
    int fd = dup(fileno(file));

    fclose(file);
    assert(fd >= 0 && (bytes ? write(fd, bytes, size) == (ssize_t)size : ftruncate(fd, (off_t)size) == 0));
    return fd;
}

/* Two bytes choose what is asked for: a size, an icon, a part. */
static struct image_request choose(uint8_t how, uint8_t size)
{
    struct image_request request = {.w = 1 + size * 3, .h = 1 + size * 2, .focus_x = 0.5F, .focus_y = 0.5F, .icon = how % 4 == 1};

    if (how % 4 == 2)
        request.window = (struct share_rect){0.25F, 0.25F, 0.01F, 0.01F};
    if (how % 4 == 3)
        request.window = (struct share_rect){-0.5F, -0.5F, 2, 2};
    return request;
}

static enum child_result ask(struct child *child, const struct image_request *image, const void *bytes, size_t size,
                             struct wire_answer *answer)
{
    const struct child_task task = {
        {WIRE_DRAW, *image, true},
        {make_file(bytes, size), make_file(NULL, (size_t)image->w * (size_t)image->h * 4)},
        {.limit_ms = LIMIT_MS},
    };
    enum child_result result = child_ask(child, &task, answer);

    for (int i = 0; i < WIRE_FILES; i++)
        close(task.files[i]);
    return result;
}

static struct child *start(void)
{
    const char *program = getenv("FUZZ_DECODER");
    char options[64];

    snprintf(options, sizeof(options), "exitcode=%d:detect_leaks=0", SANITIZER_STATUS);
    setenv("ASAN_OPTIONS", options, 1);
    return child_create(program ? program : "build/asan/vitrina-decoder");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct child *child;
    const struct image_request sound = {.w = SMALL_PX, .h = SMALL_PX};
    struct wire_answer answer;

    if (!child)
        child = start();
    if (size < 3)
        return 0;
    struct image_request request = choose(bytes[0], bytes[1]);
    enum child_result result = ask(child, &request, bytes + 2, size - 2, &answer);

    if (result == CHILD_DONE || (result == CHILD_FAILED && answer.why[0]))
        return 0;
    fprintf(stderr, "%s\n", answer.why);
    assert(result == CHILD_LATE || result == CHILD_DIED);
    assert(!strstr(answer.why, "status 99"));
    result = ask(child, &sound, SOUND, sizeof(SOUND) - 1, &answer);
    assert(result == CHILD_DONE);
    return 0;
}
