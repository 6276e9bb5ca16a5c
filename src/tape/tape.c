/* Lines are read twice: all of them before anything is played, and each when its time comes, so that a long tape takes no more memory than
 * its text. */
#include "tape/tape.h"

#include "base/printable.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FORMAT = 1, SHOWN_BYTES = 80 };

static const char FIRST_LINE[] = "vitrina tape ";

/* The next line that says something, without its comment; false behind the last. Too long: cut, which nothing that can be played is. */
static bool take_line(struct tape *tape, char line[TAPE_LINE_BYTES])
{
    const char *end = tape->text.at + tape->text.size;

    while (tape->at < end) {
        const char *from = tape->at, *stop = memchr(from, '\n', (size_t)(end - from));
        size_t length = (size_t)((stop ? stop : end) - from), copied = length < TAPE_LINE_BYTES ? length : TAPE_LINE_BYTES - 1;

        tape->at = stop ? stop + 1 : end;
        tape->line++;
        memcpy(line, from, copied);
        line[copied] = '\0';
        line[strcspn(line, "#\r")] = '\0';
        if (line[strspn(line, " \t")] != '\0')
            return true;
    }
    return false;
}

static bool fault_in(struct tape_fault *fault, const struct tape *tape, const char *format, ...) PRINTF_LIKE(3, 4);

static bool fault_in(struct tape_fault *fault, const struct tape *tape, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(fault->why, sizeof(fault->why), format, arguments);
    va_end(arguments);
    fault->line = tape->line;
    return false;
}

static const char *behind(const char *line, const char *word)
{
    size_t length = strlen(word);

    return strncmp(line, word, length) == 0 && (line[length] == ' ' || line[length] == '\0') ? line + length + (line[length] == ' ') : NULL;
}

/* Whether the line is one of the head's, with which *head is filled. */
static bool is_of_head(const char *line, struct tape_head *head)
{
    const char *value;
    char ending;

    if ((value = behind(line, "screen")))
        return sscanf(value, "%5d %5d%c", &head->screen.w, &head->screen.h, &ending) == 2;
    if ((value = behind(line, "exhibit")))
        return sscanf(value, "%16" SCNx64 "%c", &head->exhibit, &ending) == 1;
    if ((value = behind(line, "start")))
        return snprintf(head->start, sizeof(head->start), "%s", value) < TAPE_NAME_BYTES;
    if ((value = behind(line, "program")))
        return snprintf(head->program, sizeof(head->program), "%s", value) < TAPE_WORD_BYTES;
    if ((value = behind(line, "opened")))
        return snprintf(head->opened, sizeof(head->opened), "%s", value) < TAPE_WORD_BYTES;
    if (!behind(line, "recorded"))
        return false;
    head->recorded = true;
    return true;
}

/* As events do. */
static bool starts_with_digit(const char *line)
{
    line += strspn(line, " \t");
    return *line >= '0' && *line <= '9';
}

static const char *printed(const char *line, char shown[SHOWN_BYTES])
{
    printable_copy(shown, SHOWN_BYTES, line);
    return shown;
}

static bool read_head(struct tape *tape, struct tape_fault *fault)
{
    char line[TAPE_LINE_BYTES], shown[SHOWN_BYTES], ending;
    int format;

    if (!take_line(tape, line) || strncmp(line, FIRST_LINE, strlen(FIRST_LINE)) != 0 ||
        sscanf(line + strlen(FIRST_LINE), "%9d%c", &format, &ending) != 1)
        return fault_in(fault, tape, "this is no tape: its first line is to be \"%s%d\"", FIRST_LINE, FORMAT);
    if (format != FORMAT)
        return fault_in(fault, tape, "a tape of form %d, which this program does not know; it plays form %d", format, FORMAT);
    for (struct tape before = *tape; take_line(tape, line); before = *tape) {
        if (starts_with_digit(line)) {
            before.head = tape->head;
            *tape = before;
            break;
        }
        if (!is_of_head(line, &tape->head))
            return fault_in(fault, tape, "'%s' is no line of a tape's head", printed(line, shown));
    }
    if (tape->head.screen.w < TAPE_SCREEN_LEAST || tape->head.screen.h < TAPE_SCREEN_LEAST)
        return fault_in(fault, tape, "it does not say for which screen: \"screen 1920 1080\"");
    return true;
}

static bool read_event(struct tape *tape, struct tape_event *event, char why[TAPE_WHY_BYTES])
{
    char line[TAPE_LINE_BYTES];

    why[0] = '\0';
    if (!take_line(tape, line) || !tape_line_read(line, tape->ms, event, why))
        return false;
    tape->ms = event->ms;
    return true;
}

bool tape_open(struct tape *tape, struct bytes text, struct tape_fault *fault)
{
    struct tape_event event;

    *tape = (struct tape){.text = text, .at = text.at};
    if (!read_head(tape, fault))
        return false;

    struct tape start = *tape;

    while (read_event(tape, &event, fault->why))
        continue;
    fault->line = tape->line;
    *tape = start;
    return fault->why[0] == '\0';
}

bool tape_next(struct tape *tape, struct tape_event *event)
{
    char why[TAPE_WHY_BYTES];

    return read_event(tape, event, why);
}

void tape_head_write(struct buffer *out, const struct tape_head *head)
{
    buffer_printf(out, "%s%d\n", FIRST_LINE, FORMAT);
    if (head->program[0])
        buffer_printf(out, "program %s\n", head->program);
    if (head->opened[0])
        buffer_printf(out, "opened %s\n", head->opened);
    if (head->exhibit)
        buffer_printf(out, "exhibit %016" PRIx64 "\n", head->exhibit);
    buffer_printf(out, "screen %d %d\n", head->screen.w, head->screen.h);
    if (head->start[0])
        buffer_printf(out, "start %s\n", head->start);
    if (head->recorded)
        buffer_printf(out, "recorded\n");
}
