/* A table of words: what each may be followed by, and who reads that. */
#include "tape/line.h"

#include "base/printable.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 8, TAP_MS = 60, STROKE_MAX_MS = 60000, SIZE_MOST = 16384, COUNT_MOST = 999999 };

static const char *const key_words[KEY_COUNT] = {
    [KEY_RIGHT] = "right",
    [KEY_LEFT] = "left",
    [KEY_UP] = "up",
    [KEY_DOWN] = "down",
    [KEY_PAGE_UP] = "page-up",
    [KEY_PAGE_DOWN] = "page-down",
    [KEY_FIRST] = "first",
    [KEY_LAST] = "last",
    [KEY_ENTER] = "enter",
    [KEY_ESCAPE] = "escape",
    [KEY_TAB] = "tab",
    [KEY_BACK_TAB] = "back-tab",
    [KEY_TIMELINE] = "timeline",
    [KEY_HOME] = "home",
    [KEY_LANGUAGE] = "language",
    [KEY_TEXT_SIZE] = "text-size",
    [KEY_CONTRAST] = "contrast",
    [KEY_SETTINGS] = "for-me",
    [KEY_PLUS] = "plus",
    [KEY_MINUS] = "minus",
    [KEY_LISTEN] = "listen",
    [KEY_AGAIN] = "again",
    [KEY_SENTENCE_BACK] = "sentence-back",
    [KEY_SENTENCE_ON] = "sentence-on",
    [KEY_SPEED] = "speed",
    [KEY_VOLUME] = "volume",
    [KEY_PAD_UP] = "pad-up",
    [KEY_PAD_DOWN] = "pad-down",
    [KEY_PAD_LEFT] = "pad-left",
    [KEY_PAD_RIGHT] = "pad-right",
    [KEY_PAD_SELECT] = "pad-select",
    [KEY_PAD_BACK] = "pad-back",
    [KEY_PAD_FOR_ME] = "pad-for-me",
    [KEY_PAD_NEXT] = "pad-next",
    [KEY_PAD_SWITCH] = "pad-switch",
};

static const char *const press_words[] = {[TAPE_UP] = "up", [TAPE_DOWN] = "down", [TAPE_HELD] = "held", [TAPE_TAP] = "tap"};
static const char *const pointer_words[] = {
    [POINTER_DOWN] = "down", [POINTER_MOVE] = "move", [POINTER_UP] = "up", [POINTER_CANCEL] = "cancel"};

/* The words behind the first two. */
struct rest {
    char *list[WORDS_MAX];
    int count;
    char *why; /* TAPE_WHY_BYTES */
};

static bool wrong(const struct rest *rest, const char *format, ...) PRINTF_LIKE(2, 3);

static bool wrong(const struct rest *rest, const char *format, ...)
{
    char text[TAPE_WHY_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    printable_copy(rest->why, TAPE_WHY_BYTES, text);
    return false;
}

/* ---- what words say ---- */

/* From 0 to `most`. */
static bool read_number(const struct rest *rest, int index, int64_t most, int64_t *value)
{
    const char *word = rest->list[index];
    char *end;

    *value = strtoll(word, &end, 10);
    if (end != word && !*end && *value >= 0 && *value <= most)
        return true;
    return wrong(rest, "'%s' is no whole number from 0 to %lld", word, (long long)most);
}

static bool read_share(const struct rest *rest, int index, float *value)
{
    char *end;

    *value = strtof(rest->list[index], &end);
    if (end != rest->list[index] && !*end && isfinite(*value))
        return true;
    return wrong(rest, "'%s' is no share of the screen, as 0.5 is", rest->list[index]);
}

static bool read_point(const struct rest *rest, int index, struct point *point)
{
    return read_share(rest, index, &point->x) && read_share(rest, index + 1, &point->y);
}

/* The index of the word in the list; -1, with what is wrong, if it is not there. */
static int find_word(const struct rest *rest, int index, const char *const *list, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(list[i], rest->list[index]) == 0)
            return i;
    wrong(rest, "'%s' is none of its words", rest->list[index]);
    return -1;
}

static bool read_word(const struct rest *rest, int index, char word[TAPE_WORD_BYTES])
{
    if (strlen(rest->list[index]) >= TAPE_WORD_BYTES)
        return wrong(rest, "'%.20s...' is too long", rest->list[index]);
    snprintf(word, TAPE_WORD_BYTES, "%s", rest->list[index]);
    return true;
}

/* ---- what verbs say ---- */

static bool read_pointer(const struct rest *rest, int from, enum raw_source source, struct tape_event *event)
{
    int kind = find_word(rest, from, pointer_words, (int)COUNTOF(pointer_words));
    struct point at;

    if (kind < 0 || !read_point(rest, from + 1, &at))
        return false;
    event->pointer = (struct raw_pointer){source, (enum pointer_kind)kind, event->pointer.id, at.x, at.y, event->ms};
    return true;
}

static bool read_finger(const struct rest *rest, struct tape_event *event)
{
    int64_t id;

    if (!read_number(rest, 0, INT64_MAX, &id))
        return false;
    event->pointer.id = id;
    return read_pointer(rest, 1, RAW_FINGER, event);
}

static bool read_mouse(const struct rest *rest, struct tape_event *event)
{
    event->pointer.id = 0;
    return read_pointer(rest, 0, RAW_MOUSE, event);
}

static bool read_key(const struct rest *rest, struct tape_event *event)
{
    int key = find_word(rest, 0, key_words, KEY_COUNT), press = TAPE_TAP;

    if (key >= 0 && rest->count > 1)
        press = find_word(rest, 1, press_words, (int)COUNTOF(press_words));
    event->key = (enum key)int_max(0, key);
    event->press = (enum tape_press)int_max(0, press);
    return key >= 0 && press >= 0;
}

static bool read_size(const struct rest *rest, struct tape_event *event)
{
    int64_t w, h;

    if (!read_number(rest, 0, SIZE_MOST, &w) || !read_number(rest, 1, SIZE_MOST, &h))
        return false;
    event->size = (struct size){(int)w, (int)h};
    return (w >= TAPE_SCREEN_LEAST && h >= TAPE_SCREEN_LEAST) || wrong(rest, "a screen has a width and a height, of 320 pixels at least");
}

static bool read_day(const struct rest *rest, struct tape_event *event)
{
    struct date day = {0};
    char behind;

    if (sscanf(rest->list[0], "%4d-%2d-%2d%c", &day.year, &day.month, &day.day, &behind) != 3 || day.year < 1 || day.month < 1 ||
        day.month > 12 || day.day < 1 || day.day > date_days_of_month(CALENDAR_GREGORIAN, day))
        return wrong(rest, "'%s' is no day as 2026-11-30 is one", rest->list[0]);
    event->day = day;
    return true;
}

static bool read_counted(const struct rest *rest, struct tape_event *event)
{
    int64_t count;

    if (!read_word(rest, 0, event->counted.question) || !read_number(rest, 1, COUNT_MOST, &count))
        return false;
    event->counted.count = (int)count;
    return true;
}

static bool read_tap(const struct rest *rest, struct tape_event *event)
{
    event->stroke.ms = TAP_MS;
    if (!read_point(rest, 0, &event->stroke.from) || (rest->count > 2 && !read_number(rest, 2, STROKE_MAX_MS, &event->stroke.ms)))
        return false;
    event->stroke.to = event->stroke.from;
    return true;
}

static bool read_swipe(const struct rest *rest, struct tape_event *event)
{
    return read_point(rest, 0, &event->stroke.from) && read_point(rest, 2, &event->stroke.to) &&
           read_number(rest, 4, STROKE_MAX_MS, &event->stroke.ms);
}

static bool read_touch(const struct rest *rest, struct tape_event *event)
{
    int64_t nth = 1;
    int at = 1;

    if (!read_word(rest, 0, event->touch.name) ||
        (rest->count > 1 && strcmp(rest->list[1], "if-there") != 0 && !read_number(rest, at++, 1000, &nth)))
        return false;
    event->touch.optional = rest->count > at;
    if (event->touch.optional && strcmp(rest->list[at], "if-there") != 0)
        return wrong(rest, "'%s' is not \"if-there\"", rest->list[at]);
    event->touch.nth = (int)nth;
    return nth > 0 || wrong(rest, "the first of them is 1");
}

/* With how many words behind it. */
static const struct verb {
    const char *word;
    enum tape_kind kind;
    int least, most;
    bool (*read)(const struct rest *rest, struct tape_event *event); /* NULL: nothing more is said */
} verbs[] = {
    {"finger", TAPE_POINTER, 4, 4, read_finger},
    {"mouse", TAPE_POINTER, 3, 3, read_mouse},
    {"key", TAPE_KEY, 1, 2, read_key},
    {"focus-lost", TAPE_FOCUS, 0, 0, NULL},
    {"display", TAPE_DISPLAY, 0, 0, NULL},
    {"size", TAPE_SIZE, 2, 2, read_size},
    {"day", TAPE_DAY, 1, 1, read_day},
    {"counted", TAPE_COUNTED, 2, 2, read_counted},
    {"tick", TAPE_TICK, 0, 0, NULL},
    {"paint", TAPE_PAINT, 0, 0, NULL},
    {"whole", TAPE_WHOLE, 0, 0, NULL},
    {"tap", TAPE_STROKE, 2, 3, read_tap},
    {"swipe", TAPE_STROKE, 5, 5, read_swipe},
    {"touch", TAPE_TOUCH, 1, 3, read_touch},
    {"wait", TAPE_WAIT, 0, 0, NULL},
};

bool tape_line_read(char *line, int64_t since_ms, struct tape_event *event, char why[TAPE_WHY_BYTES])
{
    struct rest words = {.why = why};
    char *rest = NULL, *when = strtok_r(line, " \t", &rest), *word = strtok_r(NULL, " \t", &rest), *more;
    const struct verb *verb = NULL;
    int64_t ms;

    while ((more = strtok_r(NULL, " \t", &rest)) && words.count < WORDS_MAX)
        words.list[words.count++] = more;
    if (!when || !word)
        return wrong(&words, "milliseconds and a word are meant to stand here, as in \"500 key right\"");
    for (size_t i = 0; !verb && i < COUNTOF(verbs); i++)
        if (strcmp(verbs[i].word, word) == 0)
            verb = &verbs[i];
    if (!verb)
        return wrong(&words, "'%s' is no word of a tape", word);
    if (words.count < verb->least || words.count > verb->most)
        return wrong(&words, "\"%s\" is followed by %d to %d words, not by %d", word, verb->least, verb->most, words.count);

    struct rest time = {.list = {when}, .count = 1, .why = why};

    if (!read_number(&time, 0, TAPE_WAIT_MAX_MS, &ms))
        return false;
    *event = (struct tape_event){.kind = verb->kind, .ms = since_ms + ms};
    return !verb->read || verb->read(&words, event);
}

/* ---- writing ---- */

static void write_pointer(struct buffer *out, const struct raw_pointer *pointer)
{
    if (pointer->source == RAW_MOUSE)
        buffer_printf(out, "mouse");
    else
        buffer_printf(out, "finger %lld", (long long)pointer->id);
    buffer_printf(out, " %s %.9g %.9g", pointer_words[pointer->kind], (double)pointer->x, (double)pointer->y);
}

void tape_line_write(struct buffer *out, const struct tape_event *event, int64_t since_ms)
{
    buffer_printf(out, "%lld ", (long long)(event->ms - since_ms));
    switch (event->kind) {
    case TAPE_POINTER:
        write_pointer(out, &event->pointer);
        break;
    case TAPE_KEY:
        buffer_printf(out, "key %s %s", key_words[event->key], press_words[event->press]);
        break;
    case TAPE_SIZE:
        buffer_printf(out, "size %d %d", event->size.w, event->size.h);
        break;
    case TAPE_DAY:
        buffer_printf(out, "day %04d-%02d-%02d", event->day.year, event->day.month, event->day.day);
        break;
    case TAPE_COUNTED:
        buffer_printf(out, "counted %s %d", event->counted.question, event->counted.count);
        break;
    case TAPE_FOCUS:
    case TAPE_DISPLAY:
    case TAPE_TICK:
    case TAPE_PAINT:
    case TAPE_WHOLE:
    case TAPE_WAIT:
        for (size_t i = 0; i < COUNTOF(verbs); i++)
            if (verbs[i].kind == event->kind)
                buffer_printf(out, "%s", verbs[i].word);
        break;
    case TAPE_STROKE:
    case TAPE_TOUCH:
        ASSERT(false); /* people write these */
    }
    buffer_printf(out, "\n");
}
