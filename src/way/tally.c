/* A text of one line a question, so that a technician can read it. */
#include "way/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT_MAX = 999999 };

bool tally_turn(struct tally *tally, struct date day)
{
    bool other = date_compare(tally->day, day) != 0;

    if (other)
        *tally = (struct tally){.day = day};
    return other;
}

void tally_add(struct tally *tally, int question)
{
    ASSERT(question >= 0 && question < EXHIBIT_QUESTIONS_MAX);
    if (tally->counts[question] < COUNT_MAX)
        tally->counts[question]++;
}

void tally_write(const struct tally *tally, const struct exhibit *exhibit, struct buffer *out)
{
    buffer_printf(out, "%04d-%02d-%02d\n", tally->day.year, tally->day.month, tally->day.day);
    for (int i = 0; i < exhibit->question_count; i++)
        if (tally->counts[i] > 0)
            buffer_printf(out, "%s %d\n", exhibit->questions[i].id, tally->counts[i]);
}

/* A number without a sign, up to `most`, and what follows it; -1 if there is none. */
static int read_number(const char **at, int most)
{
    char *end;
    long number = **at >= '0' && **at <= '9' ? strtol(*at, &end, 10) : -1;

    if (number < 0 || number > most)
        return -1;
    *at = end;
    return (int)number;
}

static bool read_day(const char **at, struct date *day)
{
    int *const parts[] = {&day->year, &day->month, &day->day};

    for (size_t i = 0; i < COUNTOF(parts); i++) {
        if (i > 0 && *(*at)++ != '-')
            return false;
        *parts[i] = read_number(at, 9999);
        if (*parts[i] <= 0)
            return false;
    }
    return *(*at)++ == '\n';
}

static int find_question(const struct exhibit *exhibit, const char *id, size_t length)
{
    for (int i = 0; i < exhibit->question_count; i++)
        if (strlen(exhibit->questions[i].id) == length && strncmp(exhibit->questions[i].id, id, length) == 0)
            return i;
    return -1;
}

void tally_read(struct tally *tally, const struct exhibit *exhibit, const char *text)
{
    struct tally read = {0};

    *tally = (struct tally){0};
    if (!read_day(&text, &read.day))
        return;
    while (*text) {
        size_t length = strcspn(text, " \n");
        int question = find_question(exhibit, text, length);

        text += length;
        if (*text++ != ' ')
            return;
        int count = read_number(&text, COUNT_MAX);

        if (count < 0 || *text++ != '\n')
            return;
        if (question >= 0)
            read.counts[question] = count;
    }
    *tally = read;
}
