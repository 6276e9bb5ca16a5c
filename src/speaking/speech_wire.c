/* Messages are looked at before they are believed. */
#include "speaking/speech_wire.h"

#include <unistd.h>

bool speech_wire_ask(int socket, const struct speech_request *request, int file)
{
    return beside_send(socket, &(struct beside_message){(void *)request, sizeof(*request), {file}, file >= 0}, false);
}

bool speech_wire_hear(int socket, struct speech_request *request, int *file)
{
    struct beside_message message = {.bytes = request, .size = sizeof(*request), .file_count = 1};
    bool whole = beside_receive(socket, &message);

    *file = message.file_count > 0 ? message.files[0] : -1;
    if (whole && request->task < SPEECH_TASK_COUNT) {
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
    return beside_send(socket, &(struct beside_message){.bytes = (void *)answer, .size = sizeof(*answer)}, true);
}

bool speech_wire_take(int socket, struct speech_answer *answer)
{
    if (!beside_receive(socket, &(struct beside_message){.bytes = answer, .size = sizeof(*answer)}) ||
        answer->outcome >= SPEECH_OUTCOME_COUNT)
        return false;
    answer->why[SPEECH_WIRE_WHY - 1] = '\0';
    return true;
}
