/* Sign by sign into a copy. */
#include "typed/plain.h"

#include "typed/entity.h"
#include "typed/faults.h"
#include "typed/line_ends.h"
#include "typed/signs.h"
#include "typed/typed.h"

#include <string.h>

bool plain_is_visible(const char *text)
{
    static const char no_break[] = "\u00a0", reference[] = "&nbsp;";

    while (*text) {
        size_t length = typed_is_blank(*text)                              ? 1
                        : strncmp(text, no_break, strlen(no_break)) == 0   ? strlen(no_break)
                        : strncmp(text, reference, strlen(reference)) == 0 ? strlen(reference)
                                                                           : typed_comment(text);

        if (length == 0)
            return true;
        text += length;
    }
    return false;
}

/* Puts what stands at `at` behind `end`; returns how many bytes it takes in the text. */
static size_t put(const char *at, char **end)
{
    size_t length = entity_length(at);
    struct entity entity = entity_read(at, length);

    if (entity.length == 0) {
        *(*end)++ = *at == '\t' ? ' ' : *at;
        return 1;
    }
    memcpy(*end, entity.bytes, entity.length);
    *end += entity.length;
    return length;
}

/* A few references stand for more bytes than they take. */
static size_t room_for(const char *text)
{
    size_t room = strlen(text) + 1;

    for (; (text = strchr(text, '&')); text++)
        room += ENTITY_LETTERS_MAX;
    return room;
}

/* Blanks that a comment has left at a line's end or twice go; such as are typed stay. */
static bool leaves_blank(const char *text, const char *comment, const char *behind)
{
    return comment > text && comment[-1] == ' ' && (*behind == ' ' || *behind == '\0' || *behind == '\n');
}

char *plain_read(struct arena *arena, struct report *report, const struct node *node)
{
    const char *text = node->text;
    char *copy = arena_alloc(arena, room_for(text)), *end = copy;
    struct faults faults = {0};

    for (const char *at = text; *at;) {
        size_t run = strcspn(at, "<&\t");

        memcpy(end, at, run);
        end += run;
        at += run;
        if (!*at)
            break;
        size_t comment = typed_comment(at);

        if (comment > 0 && end > copy && end[-1] == ' ' && leaves_blank(text, at, at + comment))
            end--;
        at += comment > 0 ? comment : put(at, &end);
    }
    *end = '\0';
    signs_find(arena, text, true, &faults);
    line_ends_find(arena, node, &faults);
    faults_tell(&faults, report, node);
    faults_finish(&faults);
    return copy;
}
