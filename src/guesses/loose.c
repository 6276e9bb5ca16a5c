/* From the left to the right, piece by piece: numbers, names of months, and what words say of them. What is not known yet (a day before its
 * month, a month before its year) waits for the year. */
#include "guesses/loose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDES = 2, YEAR_DIGITS = 4, CLUSTER_BYTES = 40, CENTURIES = 40, PRESENT = 1950 };

/* One side of a span, as far as it was read. */
struct side {
    struct moment moment; /* year 0: not there yet */
    int number;           /* of one or two digits, and no month; 0: none */
    bool is_bc, is_decade, is_century;
};

struct gist {
    const struct phrases *phrases;
    enum calendar calendar;
    const char *at;
    struct side sides[SIDES];
    int side;
    int century_years; /* 100, or 1000 */
    bool about, bc_ahead, century_ahead, decade_ahead, hijri, before_present, failed;
    int years_ahead; /* to be added to the next year */
    struct loose *loose;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct side *here(struct gist *r)
{
    return &r->sides[r->side];
}

static bool has_any(const struct side *side)
{
    return side->moment.date.year != 0 || side->moment.date.month > 0 || side->number > 0;
}

/* ---- numbers ---- */

/* A year; what waited for it is its month and day. */
static void take_year(struct gist *r, int year)
{
    struct side *side = here(r);
    struct date *date = &side->moment.date;

    r->failed = r->failed || date->year != 0 || year == 0;
    date->year = year;
    if (r->years_ahead != 0) {
        date->year = date_year_from_number(date_year_to_number(year) + r->years_ahead);
        r->loose->converted = true;
    }
    r->years_ahead = 0;
    if (date->month > 0 && side->number > 0) {
        date->day = side->number;
        side->number = 0;
    }
    side->is_bc = r->bc_ahead;
    side->is_decade = r->decade_ahead;
    r->bc_ahead = r->decade_ahead = false;
}

static void take_small(struct gist *r, int number)
{
    struct side *side = here(r);
    struct date *date = &side->moment.date;

    if (r->years_ahead != 0) {
        take_year(r, number);
    } else if (r->bc_ahead && side->number == 0) { /* a year or a century */
        side->number = number;
        side->is_bc = true;
        r->bc_ahead = false;
    } else if (date->year != 0 && date->month > 0 && date->day == 0) {
        date->day = number; /* "1973, September 11" */
    } else if (side->number > 0 && date->month == 0 && date->year == 0) {
        date->month = number; /* "ngày 11 tháng 9 năm 1973" */
    } else if (side->number > 0) {
        r->failed = true;
    } else {
        side->number = number;
    }
}

/* "11:52", "11.52", "11h52" and seconds behind a day, and what follows of half days. */
static bool take_time(struct gist *r, struct moment *moment)
{
    const char *at = r->at + strspn(r->at, " ,t");
    int hour = 0, minute = 0, length = 0;

    if (moment->date.day == 0 || moment->timed || sscanf(at, "%2d%*1[:.h]%2d%n", &hour, &minute, &length) != 2 || length < 4 || hour > 23 ||
        minute > 59 || hour < 0 || minute < 0 || is_digit(at[length]))
        return false;
    at += length;
    if ((*at == ':' || *at == '.') && is_digit(at[1]))
        at += 1 + strspn(at + 1, "0123456789.");
    at += *at == 'z';
    at += strspn(at, " ");
    bool afternoon = strncmp(at, "pm", 2) == 0 || strncmp(at, "p.m", 3) == 0, half = afternoon || strncmp(at, "am", 2) == 0;

    half = half || strncmp(at, "a.m", 3) == 0;
    if (half)
        at += strcspn(at, "m") + 1 + (at[strcspn(at, "m") + 1] == '.');
    *moment =
        (struct moment){.date = moment->date, .timed = true, .minute = ((half ? hour % 12 : hour) + (afternoon ? 12 : 0)) * 60 + minute};
    r->at = at;
    return true;
}

/* Three numbers, of which one is the year. */
static bool read_three(const char *cluster, struct moment *moment)
{
    int n[3] = {0}, length = 0;

    if (sscanf(cluster, "%4d%*1[-./]%2d%*1[-./]%4d%n", &n[0], &n[1], &n[2], &length) != 3 || cluster[length] || n[0] < 1 || n[1] < 1 ||
        n[2] < 1)
        return false;
    bool year_first = n[0] > 31;

    *moment = (struct moment){.date = {year_first ? n[0] : n[2], n[1], year_first ? n[2] : n[0]}};
    return true;
}

/* "1,973", "1.973", "1_973": a year with a mark between its thousands. */
static int grouped_year(const char *cluster)
{
    bool grouped = strlen(cluster) == 5 && is_digit(cluster[0]) && strchr(".,_", cluster[1]) && strspn(cluster + 2, "0123456789") == 3;

    return grouped ? (cluster[0] - '0') * 1000 + (cluster[2] - '0') * 100 + (cluster[3] - '0') * 10 + cluster[4] - '0' : 0;
}

static void take_moment(struct gist *r, struct moment moment)
{
    if (moment.date.month == 0) {
        take_year(r, moment.date.year);
        return;
    }
    r->failed = r->failed || has_any(here(r));
    here(r)->moment = moment;
    take_time(r, &here(r)->moment);
}

/* One date of digits and signs: "1973-09-11", "11.9.73", "9/1973", "1,973", and "1973.0" out of a spreadsheet. */
static bool read_moment(struct gist *r, const char *cluster, struct moment *moment)
{
    int month = 0, year = 0, length = 0;

    if (moment_parse(cluster, r->calendar, moment) == DATING_FINE)
        return true;
    *moment = (struct moment){0};
    if (sscanf(cluster, "%4d.0%n", &year, &length) == 1 && length == YEAR_DIGITS + 2 && !cluster[length])
        moment->date.year = year;
    else if (grouped_year(cluster) > 0)
        moment->date.year = grouped_year(cluster);
    else if (sscanf(cluster, "%2d%*1[./]%4d%n", &month, &year, &length) == 2 && !cluster[length] && year > 99)
        moment->date = (struct date){year, month, 0};
    else if (!read_three(cluster, moment))
        return false;
    if (moment->date.year < 100) {
        moment->date.year += 1900;
        r->loose->short_year = true;
    }
    return true;
}

static void take_cluster(struct gist *r, const char *cluster);

/* "11.9.1973-13.9.1973", "9/1973-10/1973": the sign that stands once, between two of another. */
static bool take_both(struct gist *r, const char *cluster)
{
    const char *sign = strchr(cluster, '-');
    char first[CLUSTER_BYTES];

    if (!sign)
        sign = strchr(cluster, '/');
    if (!sign || r->side == 1 || strrchr(cluster, *sign) != sign || !strpbrk(sign, "./") ||
        !memchr(cluster, *strpbrk(sign, "./"), (size_t)(sign - cluster)))
        return false;
    snprintf(first, sizeof(first), "%.*s", (int)(sign - cluster), cluster);
    take_cluster(r, first);
    r->side = 1;
    take_cluster(r, sign + 1);
    return true;
}

/* "1943/44", "1450-1460", "11-13" before a month. */
static bool take_span(struct gist *r, const char *cluster)
{
    struct dating dating;
    int from = 0, to = 0, length = 0;

    if (sscanf(cluster, "%4d%*1[-/]%2d%n", &from, &to, &length) == 2 && !cluster[length] && length == YEAR_DIGITS + 3 && from % 100 < to) {
        take_year(r, from);
        r->side = 1;
        take_year(r, from / 100 * 100 + to);
        return true;
    }
    if (dating_parse(cluster, r->calendar, &dating) == DATING_FINE && dating.to.date.year != 0) {
        take_moment(r, dating.from);
        r->side = 1;
        take_moment(r, dating.to);
        return true;
    }
    length = 0;
    if (sscanf(cluster, "%2d%*1[-/]%2d%n", &from, &to, &length) != 2 || cluster[length])
        return false;
    take_small(r, from);
    r->side = 1;
    take_small(r, to);
    return true;
}

/* Digits with signs between them, but no blanks. */
static void take_cluster(struct gist *r, const char *cluster)
{
    struct moment moment;

    if (read_moment(r, cluster, &moment))
        take_moment(r, moment);
    else
        r->failed = r->failed || r->side == 1 || !(take_span(r, cluster) || take_both(r, cluster));
}

static void take_number(struct gist *r)
{
    char cluster[CLUSTER_BYTES] = "";
    size_t length = 0, digits = strspn(r->at, "0123456789");

    while (length + 1 < sizeof(cluster) &&
           (is_digit(r->at[length]) || (r->at[length] && strchr("-./,_", r->at[length]) && is_digit(r->at[length + 1])))) {
        cluster[length] = r->at[length];
        length++;
    }
    cluster[length] = '\0';
    r->failed = r->failed || is_digit(r->at[length]);
    r->at += length;
    if (length > digits) {
        take_cluster(r, cluster);
        return;
    }
    int number = 0;

    for (size_t i = 0; i < digits && i <= YEAR_DIGITS; i++)
        number = number * 10 + cluster[i] - '0';
    if (digits > YEAR_DIGITS)
        r->failed = true;
    else if (digits > 2)
        take_year(r, number);
    else
        take_small(r, number);
}

/* ---- words ---- */

/* Below 40, as centuries have; 0 for anything else. A letter or two of an ending may follow: "xve". */
static int roman_of(const char *word, size_t length)
{
    static const char letters[] = "ivx";
    static const int values[] = {1, 5, 10};
    int sum = 0, before = 0;
    size_t at = 0;

    for (; at < length && word[at] && strchr(letters, word[at]); at++) {
        int value = values[strchr(letters, word[at]) - letters];

        sum += value > before ? value - 2 * before : value;
        before = value;
    }
    bool ends = at == length || (at + 1 == length && word[at] == 'e') || (at + 3 == length && strncmp(word + at, "ème", 3) == 0);

    return at > 0 && ends ? sum : 0;
}

static void take_join(struct gist *r)
{
    if (!has_any(here(r)))
        return;
    r->failed = r->failed || r->side == 1;
    r->side = 1;
    here(r)->is_century = r->century_ahead;
}

/* "44 v. Chr." and "500-400 BC": of all years since the last sign of an era; before a number: of the next. */
static void take_bc(struct gist *r)
{
    struct side *side = here(r);

    if (side->moment.date.year == 0 && side->number > 0 && side->moment.date.month == 0 && !r->century_ahead && !side->is_century) {
        take_year(r, side->number);
        side->number = 0;
    }
    if (!has_any(side))
        r->bc_ahead = true;
    for (int i = 0; has_any(side) && i <= r->side; i++)
        r->sides[i].is_bc = true;
}

static void take_ad(struct gist *r)
{
    struct side *side = here(r);

    if (side->moment.date.year == 0 && side->number > 0 && side->moment.date.month == 0 && !side->is_century) {
        take_year(r, side->number);
        side->number = 0;
    }
}

/* Of the year that stands before it ("2516 BE"), or else of the next. */
static void take_years(struct gist *r, int years)
{
    struct date *date = &here(r)->moment.date;

    if (date->year == 0) {
        r->years_ahead = years;
        return;
    }
    date->year = date_year_from_number(date_year_to_number(date->year) + years);
    r->loose->converted = true;
}

static void take_sense(struct gist *r, const struct phrase *phrase, bool attached)
{
    struct side *side = here(r);

    switch (phrase->sense) {
    case SENSE_ABOUT:
        r->about = true;
        break;
    case SENSE_BEFORE_CHRIST:
        take_bc(r);
        break;
    case SENSE_ANNO_DOMINI:
        take_ad(r);
        break;
    case SENSE_BEFORE_PRESENT:
        r->before_present = true;
        break;
    case SENSE_CENTURY:
        for (int i = 0; i <= r->side; i++)
            r->sides[i].is_century = true;
        r->century_ahead = !has_any(side);
        r->century_years = phrase->value;
        break;
    case SENSE_DECADE: /* "s" and "er" stand at their number, whole words anywhere */
        side->is_decade = side->is_decade || side->moment.date.year != 0;
        r->decade_ahead = !has_any(side);
        r->loose->has_words = r->loose->has_words || (!attached && strlen(phrase->text) <= 2);
        break;
    case SENSE_JOIN:
        take_join(r);
        break;
    case SENSE_MONTH:
        r->failed = r->failed || side->moment.date.month > 0;
        side->moment.date.month = phrase->value;
        break;
    case SENSE_MONTH_SIGN:
        r->failed = r->failed || side->number == 0 || side->moment.date.month > 0;
        side->moment.date.month = side->number;
        side->number = 0;
        break;
    case SENSE_YEARS:
        take_years(r, phrase->value);
        break;
    case SENSE_HIJRI:
        r->hijri = true;
        break;
    case SENSE_ELSEWHERE:
        r->loose->elsewhere = true;
        break;
    case SENSE_JULIAN:
        r->loose->julian = true;
        break;
    case SENSE_FILLER:
    case SENSE_NONE:
        break;
    }
}

static void take_word(struct gist *r, bool attached)
{
    size_t length, word = plain_word(r->at);
    struct phrase phrase = phrases_match(r->phrases, r->at, &length);
    int roman = length < word || phrase.sense == SENSE_JOIN ? roman_of(r->at, word) : 0;

    if (roman > 0 && (r->century_ahead || here(r)->is_century || strchr(r->at, ' '))) {
        take_small(r, roman);
        r->at += word;
    } else if (roman > 0 && roman <= 12 && here(r)->number > 0 && here(r)->moment.date.month == 0) { /* "11.IX.1973" */
        here(r)->moment.date.month = roman;
        r->at += word;
    } else if (length > 0 && !(phrase.sense == SENSE_JOIN && attached && (unsigned char)*r->at < 0x80)) {
        r->at += length;
        take_sense(r, &phrase, attached);
    } else {
        r->failed =
            r->failed || (attached && r->at[-1] != '-') || (word > 0 && (unsigned char)*r->at < 0x80 && is_digit(r->at[word])); /* "l973" */
        r->at += word > 0 ? word : 1;
        r->loose->has_words = true;
    }
}

static void take_dash(struct gist *r, bool in_word)
{
    if (*r->at == '-' && !in_word && !has_any(here(r)) && is_digit(r->at[1]))
        r->bc_ahead = true;
    else if (!in_word && r->at[strspn(r->at, "-/ ")]) /* nothing may follow */
        take_join(r);
}

/* in_word: it holds a word to its number: "1920-an", "11-Sep-1973", "mid-1973". */
static void take_sign(struct gist *r, bool in_word)
{
    switch (*r->at) {
    case '-':
    case '/':
        take_dash(r, in_word);
        break;
    case '?':
    case '~':
        r->about = true;
        break;
    case ' ':
    case '.':
    case ',':
    case '[':
    case ']':
    case '(':
    case ')':
        break;
    default:
        r->loose->has_words = true;
    }
    r->at++;
}

/* ---- what it comes to ---- */

/* A number alone is a century where one is spoken of; the year that a side lacks is the other's. */
static bool finish_sides(struct gist *r)
{
    struct side *first = &r->sides[0], *last = here(r);
    struct date *of_first = &first->moment.date, *of_last = &last->moment.date;

    for (int i = 0; i <= r->side; i++) {
        struct side *side = &r->sides[i];

        if (side->is_century &&
            (side->number < 1 || side->number > CENTURIES || side->moment.date.year != 0 || side->moment.date.month > 0))
            return false;
        if (!side->is_century && side->number > 0 && side->moment.date.month > 0 && side->moment.date.day == 0) {
            side->moment.date.day = side->number;
            side->number = 0;
        }
    }
    if (last->is_century)
        return true;
    for (int i = 0; i <= r->side; i++) {
        struct side *side = &r->sides[i];

        if (side->is_bc && side->number > 0 && side->moment.date.month == 0 && side->moment.date.year == 0) {
            side->moment.date.year = side->number;
            side->number = 0;
        }
    }
    if (r->side == 1 && of_first->year == 0) { /* "11 September - 13 October 1973", "11-13 September 1973" */
        if (of_first->month == 0 && first->number > 0 && of_last->month > 0) {
            of_first->month = of_last->month;
            of_first->day = first->number;
            first->number = 0;
        }
        of_first->year = of_last->year;
        first->is_bc = last->is_bc;
    } else if (r->side == 1 && of_last->year == 0 && of_last->month == 0 && last->number > 0 && of_first->day > 0) { /* "1973-09-11/13" */
        of_last->day = last->number;
        of_last->month = of_first->month;
        of_last->year = of_first->year;
        last->number = 0;
    }
    return of_first->year != 0 && of_last->year != 0 && first->number == 0 && last->number == 0;
}

/* What the words say of its numbers. False where they do not go together. */
static bool widen(const struct gist *r, struct side *first, struct side *last, struct dating *dating)
{
    bool is_span = first != last;
    int from = first->moment.date.year, to = last->moment.date.year;

    dating->from = first->moment;
    dating->to = is_span ? last->moment : (struct moment){0};
    if (last->is_century) {
        int ends[] = {first->number, last->number};

        from = first->is_bc ? -ends[0] * r->century_years : (ends[0] - 1) * r->century_years + 1;
        to = last->is_bc ? -(ends[1] - 1) * r->century_years - 1 : ends[1] * r->century_years;
        dating->from = (struct moment){.date = {from, 0, 0}};
        dating->to = (struct moment){.date = {to, 0, 0}};
    } else {
        dating->from.date.year = first->is_bc && from > 0 ? -from : from;
        if (is_span)
            dating->to.date.year = last->is_bc && to > 0 ? -to : to;
    }
    if ((first->is_decade || last->is_decade) && !last->is_century) {
        if (from % 10 != 0 || to % 10 != 0 || dating->from.date.month > 0)
            return false;
        dating->to = (struct moment){.date = {last->is_bc ? -to : to + 9, 0, 0}};
        r->loose->hundred = from == to && from % 100 == 0 && !first->is_bc;
        if (first->is_bc)
            dating->from.date.year = -from - 9;
    }
    if (r->before_present)
        dating->from.date.year = date_year_from_number(PRESENT - from);
    if (r->hijri) { /* years of 354 days and a half, from July 622 on */
        dating->from.date = (struct date){(int)(from * 0.970224 + 621.577), 0, 0};
        dating->to.date = (struct date){(int)((to + 1) * 0.970224 + 621.577), 0, 0};
    }
    return true;
}

static bool is_whole(const struct moment *moment, enum calendar calendar)
{
    struct moment again;

    return moment_parse(moment_written(moment).text, calendar, &again) == DATING_FINE;
}

static bool holds_word(struct gist *r, char before)
{
    bool behind_letter = before >= 'a' && is_digit(r->at[1]);

    return (is_digit(before) && plain_word(r->at + 1) > 0) || (behind_letter && (here(r)->moment.date.month > 0 || !has_any(here(r))));
}

bool loose_read(const char *text, enum calendar calendar, const struct phrases *phrases, struct loose *loose)
{
    struct plain plain;
    struct gist r = {.phrases = phrases, .calendar = calendar, .loose = loose};

    *loose = (struct loose){.dating.calendar = calendar};
    if (!plain_of(text, &plain))
        return false;
    for (r.at = plain.text; *r.at && !r.failed;) {
        char before = r.at > plain.text ? r.at[-1] : ' ';
        bool attached = is_digit(before) || (before == '-' && r.at > plain.text + 1 && is_digit(r.at[-2]));

        if (is_digit(*r.at))
            take_number(&r);
        else if ((unsigned char)*r.at >= 0x80 || plain_word(r.at) > 0)
            take_word(&r, attached);
        else
            take_sign(&r, holds_word(&r, before));
        if (here(&r)->moment.date.day > 0 && (*r.at == ' ' || *r.at == ',' || *r.at == 't'))
            take_time(&r, &here(&r)->moment);
    }
    if (r.side == 1 && !has_any(here(&r)))
        r.side = 0;
    if (r.failed || !finish_sides(&r) || !widen(&r, &r.sides[0], here(&r), &loose->dating))
        return false;
    loose->has_words = loose->has_words || here(&r)->is_century;
    loose->converted = loose->converted || r.hijri || r.before_present;
    if (r.about)
        loose->dating.from.surety = DATE_ABOUT;
    struct dating *dating = &loose->dating;

    return is_whole(&dating->from, calendar) &&
           (dating->to.date.year == 0 || (is_whole(&dating->to, calendar) && !moment_is_before(&dating->to, &dating->from, calendar)));
}

bool loose_doubts(const char *text, int year)
{
    static const struct phrases none;
    struct plain plain;
    bool about = false;

    if (!plain_of(text, &plain))
        return false;
    for (const char *at = plain.text; *at;) {
        size_t word = plain_word(at), length, digits = strspn(at, "0123456789");

        if (digits > 0) {
            bool is_year = (int)strtol(at, NULL, 10) == (year < 0 ? -year : year);

            at += digits;
            if (is_year && (about || at[strspn(at, " (")] == '?'))
                return true;
            about = false;
        } else {
            struct phrase phrase = phrases_match(&none, at, &length);

            about = about || phrase.sense == SENSE_ABOUT || *at == '~';
            at += length > 0 ? length : word > 0 ? word : 1;
        }
    }
    return false;
}
