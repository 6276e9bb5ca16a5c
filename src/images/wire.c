/* A SOCK_SEQPACKET socket keeps messages whole; SCM_RIGHTS carries the files. */
#include "images/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

const char *const wire_need_names[WIRE_NEED_COUNT] = {"fonts", "avif"};

/* Room for the files' numbers, aligned as the kernel wants it. */
union control {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int) * WIRE_FILES)];
};

static bool send_message(int socket, const void *message, size_t size, const int *files)
{
    struct iovec part = {(void *)message, size};
    union control control = {.bytes = {0}};
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t sent;

    if (files) {
        header.msg_control = control.bytes;
        header.msg_controllen = sizeof(control.bytes);
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int) * WIRE_FILES);
        memcpy(CMSG_DATA(&control.header), files, sizeof(int) * WIRE_FILES);
    }
    do
        sent = sendmsg(socket, &header, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)size;
}

/* How many files came with it, up to those expected. */
static int take_files(struct msghdr *header, int files[WIRE_FILES])
{
    struct cmsghdr *control = CMSG_FIRSTHDR(header);
    int count = 0;

    if (control && control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_RIGHTS)
        count = (int)((control->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    count = int_clamp(count, 0, WIRE_FILES);
    if (count > 0)
        memcpy(files, CMSG_DATA(control), sizeof(int) * (size_t)count);
    return count;
}

/* Up to WIRE_FILES. */
struct received {
    int files[WIRE_FILES];
    int count;
};

/* True if a message of that size came. Files that nobody expects (NULL) are closed by the kernel. */
static bool receive_message(int socket, void *message, size_t size, struct received *received)
{
    struct iovec part = {message, size};
    union control control;
    struct msghdr header = {.msg_iov = &part, .msg_iovlen = 1};
    ssize_t got;

    if (received) {
        header.msg_control = control.bytes;
        header.msg_controllen = sizeof(control.bytes);
    }
    do
        got = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (received)
        received->count = got > 0 ? take_files(&header, received->files) : 0;
    return got == (ssize_t)size && !(header.msg_flags & MSG_TRUNC);
}

bool wire_send_request(int socket, const struct wire_request *request, const int files[WIRE_FILES])
{
    return send_message(socket, request, sizeof(*request), files);
}

bool wire_send_answer(int socket, const struct wire_answer *answer)
{
    return send_message(socket, answer, sizeof(*answer), NULL);
}

bool wire_receive_request(int socket, struct wire_request *request, int files[WIRE_FILES])
{
    struct received received;
    bool whole = receive_message(socket, request, sizeof(*request), &received) && received.count == WIRE_FILES;

    if (whole && request->task < WIRE_TASK_COUNT && request->image.w > 0 && request->image.h > 0) {
        memcpy(files, received.files, sizeof(received.files));
        return true;
    }
    while (received.count > 0)
        close(received.files[--received.count]);
    return false;
}

bool wire_receive_answer(int socket, struct wire_answer *answer)
{
    if (!receive_message(socket, answer, sizeof(*answer), NULL) || answer->outcome >= WIRE_OUTCOME_COUNT)
        return false;
    answer->why[WIRE_WHY_BYTES - 1] = '\0';
    answer->remarks.count = int_clamp(answer->remarks.count, 0, REMARKS_MAX);
    for (int i = 0; i < answer->remarks.count; i++)
        answer->remarks.list[i].text[REMARK_BYTES - 1] = '\0';
    return true;
}
