/* A run of stars waits for another of its length: both are told as one fault. */
#include "markdown/stars.h"

#include "base/utf8.h"
#include "typed/typed.h"

#include <string.h>

/* Whether a bracket or quote that opens stands here. */
static bool is_opening(const char *at)
{
    static const char *const signs[] = {"\"", "'", "(", "[", "“", "‘", "„", "«", "「", "『", "（", "《", "〈", "【", "¿", "¡", NULL};

    for (int i = 0; signs[i]; i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

/* A letter or digit of any script. */
static bool is_word(const char *at, const char *end)
{
    const char *next = at;

    if (at == end)
        return false;
    utf8_next(&next, end);
    return typed_has_word(at, (size_t)(next - at));
}

void stars_end(struct star_watch *watch, const struct escaped *text, struct faults *told)
{
    if (watch->waits && watch->strong)
        faults_add(told, (struct fault){FAULT_STARS_OPEN, escape_typed(text, watch->at), ""});
    watch->waits = false;
}

static void take_run(struct star_watch *watch, const struct escaped *text, struct bytes run, struct faults *told)
{
    const char *start = text->text.bytes, *end = start + text->text.length, *at = run.at, *behind = at + run.size;
    size_t length = run.size;
    bool first = at == start, blank = first || typed_is_blank(at[-1]) || at[-1] == '\n';
    bool touches = !blank && at[-1] != '(' && at[-1] != '[';
    bool word = is_word(behind, end) && !(length == 1 && typed_is_digit(*behind));
    const char *far = behind + strspn(behind, " ");
    bool floats = length == 2 && blank && far > behind && is_word(far, end) && !typed_is_digit(*far); /* "** words **" */
    bool opens = floats || is_opening(behind) || (word && (blank || !typed_word_before(start, at)));

    if (watch->waits && watch->length == length && (touches || strchr("\n.,;:!?)", *behind) || (watch->floats && far > behind))) {
        faults_add(told, (struct fault){FAULT_STARS_APART, escape_typed(text, watch->at), ""});
        watch->waits = false;
    } else if (opens) {
        stars_end(watch, text, told);
        *watch = (struct star_watch){(size_t)(at - start), length, true,
                                     length == 2 && is_word(behind, end) && (blank || strchr("(\"", at[-1])), floats};
    }
}

void stars_look(struct star_watch *watch, const struct escaped *text, struct bytes piece, struct faults *told)
{
    const char *start = text->text.bytes, *limit = piece.at + piece.size;

    if (piece.at < start || limit > start + text->text.length)
        return;
    for (const char *at = piece.at; (at = memchr(at, '*', (size_t)(limit - at)));) {
        size_t length = strspn(at, "*");

        if (length <= 2 && (at == start || (at[-1] != '\\' && at[-1] != '*')))
            take_run(watch, text, (struct bytes){at, length}, told);
        at += length;
        if (at >= limit)
            return;
    }
}
