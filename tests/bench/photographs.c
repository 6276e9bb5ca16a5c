/* How long photographs take until they stand on a screen of 1920x1080: decoded, and from their copies. Prints the median of several times
 * for each file named on the command line: the time that passes, and what the program and its decoder compute. */
#include "images/images.h"

#include "base/clock.h"
#include "support/temporary.h"

#include <dirent.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { TIMES = 5, LONG_MS = 60 * 1000, W = 1920, H = 1080, BUDGET_BYTES = 1 << 26 };

struct cost {
    double wall_ms, cpu_ms;
};

static double now_ms(clockid_t clock)
{
    struct timespec at;

    clock_gettime(clock, &at);
    return (double)at.tv_sec * 1000 + (double)at.tv_nsec / 1e6;
}

/* Of the processes that a thread of ours has started. */
static double children_ms(const char *thread)
{
    char path[320];
    double sum = 0;
    clockid_t clock;
    int pid;

    snprintf(path, sizeof(path), "/proc/self/task/%s/children", thread);
    FILE *list = fopen(path, "r");

    while (list && fscanf(list, "%d", &pid) == 1)
        sum += clock_getcpuclockid(pid, &clock) == 0 ? now_ms(clock) : 0;
    if (list)
        fclose(list);
    return sum;
}

static double computed_ms(void)
{
    double sum = now_ms(CLOCK_PROCESS_CPUTIME_ID);
    DIR *threads = opendir("/proc/self/task");

    for (struct dirent *entry; threads && (entry = readdir(threads));)
        sum += entry->d_name[0] == '.' ? 0 : children_ms(entry->d_name);
    if (threads)
        closedir(threads);
    return sum;
}

static void show(struct images *images, const char *path, struct size size)
{
    struct image_request request = {.path = path, .w = size.w, .h = size.h, .focus_x = 0.5F, .focus_y = 0.5F};
    SDL_Surface *surface = NULL;

    if (images_get(images, &request, &surface) == IMAGE_WAITING) {
        images_wait(images, LONG_MS);
        images_get(images, &request, &surface);
    }
    if (!surface)
        fprintf(stderr, "%s: not shown\n", path);
}

/* copies: NULL: it is decoded. The decoder has been used before. */
static struct cost measure(struct files *files, struct copies *copies, const char *name)
{
    struct images_setup setup = {.decoders = {.files = files, .workers = 1, .program = TEST_DECODER, .copies = copies},
                                 .budget_bytes = BUDGET_BYTES};
    struct images *images = images_create(&setup);

    show(images, name, (struct size){8, 8}); /* too small and too fast to be kept */
    double wall_ms = now_ms(CLOCK_MONOTONIC), cpu_ms = computed_ms();

    show(images, name, (struct size){W, H});
    struct cost cost = {now_ms(CLOCK_MONOTONIC) - wall_ms, computed_ms() - cpu_ms};

    images_destroy(images);
    return cost;
}

static int compare(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;

    return (a > b) - (a < b);
}

static struct cost median(const struct cost costs[TIMES])
{
    double walls[TIMES], cpus[TIMES];

    for (int i = 0; i < TIMES; i++) {
        walls[i] = costs[i].wall_ms;
        cpus[i] = costs[i].cpu_ms;
    }
    qsort(walls, TIMES, sizeof(double), compare);
    qsort(cpus, TIMES, sizeof(double), compare);
    return (struct cost){walls[TIMES / 2], cpus[TIMES / 2]};
}

static void bench(struct files *files, const char *name)
{
    char *folder = temporary_create();
    struct copies_setup setup = {folder, INT64_C(1) << 30, 0, 0, false};
    struct cost decoded[TIMES], copied[TIMES];
    struct copies *copies = copies_create(&setup);

    for (int i = 0; i < TIMES; i++)
        decoded[i] = measure(files, NULL, name);
    measure(files, copies, name);
    copies_rest(copies, true);
    for (int64_t begun_ms = clock_now_ms(); temporary_count(folder, ".copy") < 2 && clock_now_ms() - begun_ms < LONG_MS;)
        sched_yield();
    copies_destroy(copies);
    for (int i = 0; i < TIMES; i++) {
        copies = copies_create(&setup); /* as after a new start */
        copied[i] = measure(files, copies, name);
        copies_destroy(copies);
    }
    struct cost first = median(decoded), later = median(copied);

    printf("%-28s decoded %5.0f ms (%5.0f ms of CPU)   copy %5.1f ms (%5.1f ms of CPU)\n", name, first.wall_ms, first.cpu_ms, later.wall_ms,
           later.cpu_ms);
    temporary_destroy(folder);
}

int main(int argc, char **argv)
{
    struct files *files = argc > 2 ? files_open(argv[1]) : NULL;

    if (!files) {
        fprintf(stderr, "usage: photographs FOLDER NAME...\n");
        return 2;
    }
    for (int i = 2; i < argc; i++)
        bench(files, argv[i]);
    files_close(files);
    return 0;
}
