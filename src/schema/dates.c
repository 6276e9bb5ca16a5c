/* What can be read, but does not belong where it stands, is told apart from what is no date. */
#include "schema/dates.h"

#include "guesses/dating_fault.h"
#include "guesses/loose.h"

#include <string.h>

static void *field(const struct schema_row *row, void *target)
{
    return (char *)target + row->at;
}

/* Of the dates in the map that is being read. What is wrong with the key itself is told by its own row. */
static enum calendar calendar_of(const struct reader *reader)
{
    const struct node *calendar = yaml_find(reader->map, "calendar");

    return calendar && calendar->kind == NODE_SCALAR && strcmp(calendar->text, "julian") == 0 ? CALENDAR_JULIAN : CALENDAR_GREGORIAN;
}

/* Once a file at most, and only where a date cannot be read. */
static struct phrases phrases_for(struct reader *reader)
{
    if (reader->phrases.count == 0)
        reader->phrases = phrases_of(reader->arena, reader->languages, reader->language_count);
    return reader->phrases;
}

/* False, with an error, if it is no date. */
static bool parse(struct reader *reader, const struct schema_row *row, const struct node *node, struct dating *dating)
{
    enum dating_error error = dating_parse(node->text, dating->calendar, dating);

    if (error == DATING_FINE)
        return true;
    struct dating_context context = {row->type == VALUE_DATING || row->type == VALUE_MOMENT ? DATING_WHOLE : DATING_PLAIN,
                                     phrases_for(reader)};

    struct dating_fault fault = dating_fault_of(node->text, dating->calendar, error, &context);

    report_error(&reader->report, node->origin, CODED("date-wrong") "%s: \"%s\" %s", row->key, report_quote(node->text).text, fault.text);
    if (fault.meant.text[0])
        findings_set_meant(reader->report.findings, findings_total(reader->report.findings) - 1, fault.meant.text);
    return false;
}

static bool is_span(struct reader *reader, const struct schema_row *row, const struct node *node, const struct dating *dating)
{
    if (dating->to.date.year == 0)
        return false;
    report_error(&reader->report, node->origin, CODED("date-wrong") "%s: \"%s\" is two dates; write one, for example %s", row->key,
                 report_quote(node->text).text, moment_written(&dating->to).text);
    return true;
}

static bool read_date(struct reader *reader, const struct schema_row *row, const struct node *node, struct date *date)
{
    struct dating dating = {.calendar = CALENDAR_GREGORIAN};

    if (!parse(reader, row, node, &dating) || is_span(reader, row, node, &dating))
        return false;
    if (dating.from.timed || dating.from.surety != DATE_SURE) {
        struct moment sure = {.date = dating.from.date};

        report_error(&reader->report, node->origin, CODED("date-wrong") "%s: \"%s\" is more than a day, a month or a year; write %s",
                     row->key, report_quote(node->text).text, moment_written(&sure).text);
        return false;
    }
    *date = dating.from.date;
    return true;
}

void dates_read_one(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    read_date(reader, row, node, field(row, target));
}

void dates_read_moment(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct dating dating = {.calendar = calendar_of(reader)};

    if (parse(reader, row, node, &dating) && !is_span(reader, row, node, &dating))
        *(struct moment *)field(row, target) = dating.from;
}

/* What words call doubtful is to be drawn so, too. Told once an event. */
static void check_display(struct reader *reader, const struct dating *dating)
{
    const struct node *display = yaml_find(reader->map, "display");
    bool doubted = false;

    if (!display || dating->from.surety != DATE_SURE || dating->to.date.year != 0)
        return;
    for (int i = 0; i < (display->kind == NODE_MAP ? display->count : 1) && !doubted; i++) {
        const struct node *text = display->kind == NODE_MAP ? &display->pairs[i].value : display;
        struct moment about = dating->from;

        about.surety = DATE_ABOUT;
        doubted = text->kind == NODE_SCALAR && loose_doubts(text->text, about.date.year);
        if (doubted)
            report_warning(&reader->report, text->origin,
                           CODED("date-doubtful") "display: \"%s\" is not sure, but its date is drawn as if it were; write date: %s",
                           report_quote(text->text).text, moment_written(&about).text);
    }
}

/* "2516" is 1973 to a reader of Thai. */
static void check_era(struct reader *reader, const struct schema_row *row, const struct node *node, const struct moment *moment)
{
    static const char *const buddhist[] = {"th", "lo", "km", "my", "si", NULL};
    enum { EARLIEST = 2300, LATEST = 2700, OFFSET = 543 };
    bool counted = false;

    for (int i = 0; i < reader->language_count; i++)
        for (int j = 0; buddhist[j]; j++)
            counted = counted || strncmp(reader->languages[i], buddhist[j], 2) == 0;
    if (counted && moment->date.year >= EARLIEST && moment->date.year <= LATEST) {
        struct moment common = *moment;

        common.date.year -= OFFSET;
        report_warning(&reader->report, node->origin,
                       CODED("date-doubtful") "%s: \"%s\" lies centuries ahead; if its year is of the Buddhist era, write %s", row->key,
                       report_quote(node->text).text, moment_written(&common).text);
    }
}

void dates_read_dating(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct dating dating = {.calendar = calendar_of(reader)}, *into = field(row, target);
    const struct node *to = yaml_find(reader->map, "to");

    if (!parse(reader, row, node, &dating))
        return;
    into->from = dating.from;
    check_display(reader, &dating);
    check_era(reader, row, node, &dating.from);
    if (dating.to.date.year == 0)
        return;
    if (to && !yaml_is_empty(to))
        report_error(&reader->report, node->origin,
                     CODED("date-wrong") "%s: \"%s\" has an end already, and \"to\" is another; write the one or the other", row->key,
                     report_quote(node->text).text);
    else
        into->to = dating.to;
}

void dates_read_list(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct node_items items = yaml_items(node);
    struct date *dates = ARENA_ARRAY(reader->arena, struct date, items.count);
    bool fine = items.count > 0 && items.count <= (int)row->max;

    if (!fine)
        reader_report_count(reader, row, node, items.count);
    for (int i = 0; i < items.count && fine; i++) {
        if (items.list[i].kind != NODE_SCALAR) {
            reader_report_kind(reader, row, &items.list[i], "write one value");
            return;
        }
        read_date(reader, row, &items.list[i], &dates[i]);
    }
    if (!fine)
        return;
    memcpy(field(row, target), &dates, sizeof(dates));
    *(int *)((char *)target + row->count_at) = items.count;
}
