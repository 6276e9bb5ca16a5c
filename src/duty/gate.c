/* One try at a time. */
#include "duty/gate.h"

#include "base/log.h"
#include "base/mem.h"
#include "base/state.h"
#include "base/thread.h"
#include "pins/pin.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { STACK_BYTES = 512 * 1024 };

static const char NOTE[] = "staff-tries";

struct gate {
    void (*wake)(void *context);
    char pin[PIN_DIGITS_MOST + 1], hash[PIN_HASH_BYTES];
    pthread_t thread;
    bool started, right, dropped;
    atomic_bool done;
    struct tries tries, then; /* then: with the answer, the thread's until it is done */
};

/* By the clock on the wall, which goes on while the machine is off. */
static int64_t wall_ms(void)
{
    return (int64_t)time(NULL) * 1000;
}

static struct tries read_tries(void)
{
    char *text = state_read_note(NOTE, TRIES_TEXT_BYTES);
    struct tries tries = {0};

    if (text)
        tries = tries_read(text);
    free(text);
    return tries;
}

/* On the disk before anybody hears the answer: pulling the plug is no further try. Where it cannot be kept, it holds until the program
 * ends.
 */
static void keep_tries(const struct tries *tries)
{
    char text[TRIES_TEXT_BYTES];

    tries_text(tries, text);
    if (!state_keep_note_surely(NOTE, text)) {
        const char *why = strerror(errno);
        char *path = state_path(NOTE);

        if (path)
            log_warning("%s: %s", path, why);
        free(path);
    }
}

struct gate *gate_create(void (*wake)(void *context))
{
    struct gate *gate = mem_alloc(sizeof(*gate));

    gate->wake = wake;
    gate->tries = read_tries();
    return gate;
}

static void forget_pin(struct gate *gate)
{
    memset(gate->pin, 0, sizeof(gate->pin));
}

void gate_destroy(struct gate *gate)
{
    if (!gate)
        return;
    if (gate->started)
        pthread_join(gate->thread, NULL);
    forget_pin(gate);
    free(gate);
}

static void *look(void *context)
{
    struct gate *gate = context;

    gate->right = pin_matches(gate->pin, gate->hash);
    if (gate->right)
        gate->then = (struct tries){0};
    else
        tries_add_wrong(&gate->then, wall_ms());
    keep_tries(&gate->then);
    atomic_store(&gate->done, true);
    gate->wake(NULL);
    return NULL;
}

bool gate_try(struct gate *gate, const char *pin, const char *hash)
{
    ASSERT(strlen(pin) < sizeof(gate->pin) && strlen(hash) < sizeof(gate->hash));
    if (gate->started)
        return false;
    gate->dropped = false;
    memcpy(gate->pin, pin, strlen(pin) + 1);
    memcpy(gate->hash, hash, strlen(hash) + 1);
    gate->then = gate->tries;
    atomic_store(&gate->done, false);
    gate->started = thread_start(&gate->thread, STACK_BYTES, look, gate);
    return gate->started;
}

bool gate_has_answer(struct gate *gate, bool *right)
{
    if (!gate->started || !atomic_load(&gate->done))
        return false;
    pthread_join(gate->thread, NULL);
    gate->started = false;
    forget_pin(gate);
    *right = gate->right;
    gate->tries = gate->then;
    return !gate->dropped;
}

void gate_drop(struct gate *gate)
{
    gate->dropped = true;
}

int64_t gate_wait_ms(struct gate *gate)
{
    return tries_wait_ms(&gate->tries, wall_ms());
}

int gate_wrong(const struct gate *gate)
{
    return gate->tries.wrong;
}
