/* A SOCK_SEQPACKET socket keeps messages whole; SCM_RIGHTS carries the file. */
#include "speaking/speech_wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Room for one file's number, aligned as the kernel wants it. */
union speech_control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static bool put(int socket, struct iovec part, int file, int flags)
{
    union speech_control control = {.bytes = {0}};
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t sent;

    if (file >= 0) {
        header.msg_control = control.bytes;
        header.msg_controllen = sizeof(control.bytes);
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(&control.header), &file, sizeof(int));
    }
    do
        sent = sendmsg(socket, &header, MSG_NOSIGNAL | flags);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)part.iov_len;
}

static bool get(int socket, struct iovec part, int *file)
{
    union speech_control control;
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t got;

    if (file) {
        *file = -1;
        header.msg_control = control.bytes;
        header.msg_controllen = sizeof(control.bytes);
    }
    do
        got = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);

    struct cmsghdr *with = file && got > 0 ? CMSG_FIRSTHDR(&header) : NULL;

    if (with && with->cmsg_level == SOL_SOCKET && with->cmsg_type == SCM_RIGHTS && with->cmsg_len == CMSG_LEN(sizeof(int)))
        memcpy(file, CMSG_DATA(with), sizeof(int));
    return got == (ssize_t)part.iov_len && !(header.msg_flags & MSG_TRUNC);
}

bool speech_wire_ask(int socket, const struct speech_request *request, int file)
{
    return put(socket, (struct iovec){(void *)request, sizeof(*request)}, file, MSG_DONTWAIT);
}

bool speech_wire_hear(int socket, struct speech_request *request, int *file)
{
    if (get(socket, (struct iovec){request, sizeof(*request)}, file) && request->task < SPEECH_TASK_COUNT) {
        request->text[SPEECH_WIRE_TEXT - 1] = request->language[SPEECH_WIRE_LANGUAGE - 1] = '\0';
        request->speed = int_clamp(request->speed, 0, 2);
        request->level_db = int_clamp(request->level_db, -90, 0);
        request->from_ms = int_max(0, request->from_ms);
        return true;
    }
    if (*file >= 0)
        close(*file);
    *file = -1;
    return false;
}

bool speech_wire_answer(int socket, const struct speech_answer *answer)
{
    return put(socket, (struct iovec){(void *)answer, sizeof(*answer)}, -1, 0);
}

bool speech_wire_take(int socket, struct speech_answer *answer)
{
    if (!get(socket, (struct iovec){answer, sizeof(*answer)}, NULL) || answer->outcome >= SPEECH_OUTCOME_COUNT)
        return false;
    answer->why[SPEECH_WIRE_WHY - 1] = '\0';
    return true;
}
