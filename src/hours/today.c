#include "hours/today.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {[TODAY_AS_WRITTEN] = "", [TODAY_OPEN] = "open", [TODAY_CLOSED] = "closed"};

struct today today_from(int64_t wall_min, enum today_word word)
{
    return (struct today){word, hours_day(wall_min)};
}

enum today_word today_word_at(const struct today *today, int64_t wall_min)
{
    return hours_day(wall_min) == today->day ? today->word : TODAY_AS_WRITTEN;
}

bool today_open(const struct today *today, const struct hours *hours, int64_t wall_min)
{
    enum today_word word = today_word_at(today, wall_min);

    return word == TODAY_AS_WRITTEN ? hours_open(hours, wall_min) : word == TODAY_OPEN;
}

int64_t today_change(const struct today *today, const struct hours *hours, int64_t wall_min)
{
    if (today_word_at(today, wall_min) != TODAY_AS_WRITTEN)
        return hours_day_begins(today->day + 1);
    return hours_change(hours, wall_min);
}

void today_text(const struct today *today, char text[TODAY_TEXT_BYTES])
{
    text[0] = '\0';
    if (today->word != TODAY_AS_WRITTEN)
        snprintf(text, TODAY_TEXT_BYTES, "%s %d\n", names[today->word], today->day);
}

struct today today_read(const char *text)
{
    char word[8], end;
    int day;

    if (sscanf(text, "%7[a-z] %7d%c", word, &day, &end) == 3 && end == '\n')
        for (int i = TODAY_OPEN; i <= TODAY_CLOSED; i++)
            if (strcmp(word, names[i]) == 0)
                return (struct today){(enum today_word)i, day};
    return (struct today){0};
}
