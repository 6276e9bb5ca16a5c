/* Messages are looked at before they are believed. */
#include "images/wire.h"

#include <string.h>
#include <unistd.h>

const char *const wire_need_names[WIRE_NEED_COUNT] = {"fonts", "avif"};

bool wire_send_request(int socket, const struct wire_request *request, const int files[WIRE_FILES])
{
    struct beside_message message = {.bytes = (void *)request, .size = sizeof(*request), .file_count = WIRE_FILES};

    memcpy(message.files, files, sizeof(message.files));
    return beside_send(socket, &message, true);
}

bool wire_send_answer(int socket, const struct wire_answer *answer)
{
    return beside_send(socket, &(struct beside_message){.bytes = (void *)answer, .size = sizeof(*answer)}, true);
}

bool wire_receive_request(int socket, struct wire_request *request, int files[WIRE_FILES])
{
    struct beside_message message = {.bytes = request, .size = sizeof(*request), .file_count = WIRE_FILES};
    bool whole = beside_receive(socket, &message) && message.file_count == WIRE_FILES;

    if (whole && request->task < WIRE_TASK_COUNT && request->image.w > 0 && request->image.h > 0) {
        memcpy(files, message.files, sizeof(message.files));
        return true;
    }
    while (message.file_count > 0)
        close(message.files[--message.file_count]);
    return false;
}

bool wire_receive_answer(int socket, struct wire_answer *answer)
{
    if (!beside_receive(socket, &(struct beside_message){.bytes = answer, .size = sizeof(*answer)}) ||
        answer->outcome >= WIRE_OUTCOME_COUNT)
        return false;
    answer->why[WIRE_WHY_BYTES - 1] = '\0';
    answer->remarks.count = int_clamp(answer->remarks.count, 0, REMARKS_MAX);
    for (int i = 0; i < answer->remarks.count; i++)
        answer->remarks.list[i].text[REMARK_BYTES - 1] = '\0';
    return true;
}
