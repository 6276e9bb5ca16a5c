/* posix_spawn(3), because this program has threads: nothing of ours runs between fork and exec. */
#include "beside/beside.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

char *beside_program(const char *name)
{
    size_t size = strlen(name) + 1;
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - size);
    struct buffer installed = {0};
    char *slash = NULL;

    if (length > 0) {
        path[length] = '\0';
        slash = strrchr(path, '/');
    }
    if (slash) {
        memcpy(slash + 1, name, size);
        if (access(path, X_OK) == 0)
            return mem_text(path);
    }
    buffer_printf(&installed, "%s/libexec/vitrina/%s", VITRINA_PREFIX, name);
    return installed.bytes;
}

static void set_signals(posix_spawnattr_t *attributes, const struct beside_setup *setup)
{
    sigset_t mask, defaults;

    sigemptyset(&mask);
    for (const int *held = setup->held; held && *held; held++)
        sigaddset(&mask, *held);
    sigfillset(&defaults);
    for (const int *ignored = setup->ignored; ignored && *ignored; ignored++)
        sigdelset(&defaults, *ignored);
    posix_spawnattr_setsigmask(attributes, &mask);
    posix_spawnattr_setsigdefault(attributes, &defaults);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static int spawn(const struct beside_setup *setup, int theirs, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    posix_spawnattr_init(&attributes);
    set_signals(&attributes, setup);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, theirs, BESIDE_SOCKET);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
#ifndef BASE_ADDRESS_SANITIZER /* what a sanitizer finds must be seen */
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
    int error = posix_spawn(pid, setup->arguments[0], &actions, &attributes, setup->arguments, environ);

    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int beside_start(const struct beside_setup *setup, pid_t *pid, int *socket)
{
    int ends[2], error;
    pid_t started;

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return errno;
    error = spawn(setup, ends[1], &started);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        return error;
    }
    *pid = started;
    *socket = ends[0];
    return 0;
}

/* Room for the files' numbers, aligned as the kernel wants it. */
union control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int) * BESIDE_FILES_MAX)];
};

bool beside_send(int socket, const struct beside_message *message, bool waits)
{
    struct iovec part = {message->bytes, message->size};
    size_t files = sizeof(int) * (size_t)message->file_count;
    union control control = {.bytes = {0}};
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t sent;

    if (files > 0) {
        header.msg_control = control.bytes;
        header.msg_controllen = CMSG_SPACE(files);
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(files);
        memcpy(CMSG_DATA(&control.header), message->files, files);
    }
    do
        sent = sendmsg(socket, &header, MSG_NOSIGNAL | (waits ? 0 : MSG_DONTWAIT));
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)message->size;
}

/* Files that nobody expects are closed by the kernel. */
bool beside_receive(int socket, struct beside_message *message)
{
    struct iovec part = {message->bytes, message->size};
    int expected = message->file_count;
    union control control;
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t got;

    if (expected > 0) {
        header.msg_control = control.bytes;
        header.msg_controllen = CMSG_LEN(sizeof(int) * (size_t)expected);
    }
    do
        got = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);

    const struct cmsghdr *with = expected > 0 && got > 0 ? CMSG_FIRSTHDR(&header) : NULL;

    message->file_count = 0;
    if (with && with->cmsg_level == SOL_SOCKET && with->cmsg_type == SCM_RIGHTS)
        message->file_count = int_clamp((int)((with->cmsg_len - CMSG_LEN(0)) / sizeof(int)), 0, expected);
    memcpy(message->files, CMSG_DATA(&control.header), sizeof(int) * (size_t)message->file_count);
    return got == (ssize_t)message->size && !(header.msg_flags & MSG_TRUNC);
}
