/* The sheet is rewritten as a table of events (exchange/event_rows), whose cells remember where they came from. */
#include "exchange/timelinejs.h"

#include "exchange/markup.h"
#include "exchange/sheet_lanes.h"
#include "wording/text_intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum sheet_column {
    SHEET_YEAR,
    SHEET_MONTH,
    SHEET_DAY,
    SHEET_TIME,
    SHEET_END_YEAR,
    SHEET_END_MONTH,
    SHEET_END_DAY,
    SHEET_END_TIME,
    SHEET_DISPLAY,
    SHEET_HEADLINE,
    SHEET_TEXT,
    SHEET_MEDIA,
    SHEET_CREDIT,
    SHEET_CAPTION,
    SHEET_ALTERNATIVE,
    SHEET_TYPE,
    SHEET_GROUP,
    SHEET_THUMBNAIL,
    SHEET_BACKGROUND,
    SHEET_LINK,
    SHEET_COUNT
};

static const char *const sheet_names[SHEET_COUNT] = {
    "Year", "Month", "Day",          "Time",          "End Year", "End Month", "End Day", "End Time",        "Display Date", "Headline",
    "Text", "Media", "Media Credit", "Media Caption", "Alt Text", "Type",      "Group",   "Media Thumbnail", "Background",   "Link"};

/* Columns of the table of events that a row becomes: from which of the sheet's each is. %s: the language. */
static const struct made_column {
    const char *heading;
    enum sheet_column from;
} made[] = {{"date", SHEET_YEAR},
            {"to", SHEET_END_YEAR},
            {"display %s", SHEET_DISPLAY},
            {"title %s", SHEET_HEADLINE},
            {"text %s", SHEET_TEXT},
            {"lane", SHEET_GROUP},
            {"picture.file", SHEET_MEDIA},
            {"picture.alternative %s", SHEET_ALTERNATIVE},
            {"picture.caption %s", SHEET_CAPTION},
            {"picture.credit", SHEET_CREDIT}};

enum { MADE_COUNT = COUNTOF(made) };

/* The sheet that is being read. columns: -1 where it has none. */
struct sheet_reading {
    struct intake *intake;
    const struct incoming *incoming;
    int columns[SHEET_COUNT];
    struct sheet_lanes lanes;
    struct text_rows title;
    bool lost_links;
};

bool timelinejs_is(const struct table_row *headings)
{
    return column_named(headings, sheet_names[SHEET_YEAR]) >= 0 && column_named(headings, sheet_names[SHEET_HEADLINE]) >= 0;
}

static const char *cell(const struct sheet_reading *reading, const struct table_row *row, enum sheet_column column)
{
    return column_text(reading->intake->arena, row, reading->columns[column]);
}

static struct origin origin_of(const struct sheet_reading *reading, const struct table_row *row, enum sheet_column column)
{
    return column_origin(reading->incoming, row, reading->columns[column]);
}

/* "2:30 PM", "14:30:00" -> " 14:30"; what is no time stays, so that it is found. */
static const char *time_of(struct arena *arena, const char *text)
{
    int hour, minute, length = 0;

    if (!text[0] || sscanf(text, "%2d:%2d%n", &hour, &minute, &length) != 2 || length == 0)
        return text[0] ? arena_printf(arena, " %s", text) : "";
    const char *half = text + strcspn(text, "AaPp");

    if (*half)
        hour = hour % 12 + (*half == 'P' || *half == 'p' ? 12 : 0);
    return arena_printf(arena, " %02d:%02d", hour, minute);
}

/* Year, month, day and time, which stand side by side in the sheet from that column on, as far as they are there. */
static const char *date_of(const struct sheet_reading *reading, const struct table_row *row, enum sheet_column first)
{
    struct arena *arena = reading->intake->arena;
    const char *year = cell(reading, row, first), *month = cell(reading, row, first + 1), *day = cell(reading, row, first + 2);
    int number, length = 0;

    if (sscanf(year, "%5d%n", &number, &length) != 1 || year[length] != '\0')
        return year;
    const char *sign = number < 0 ? "-" : "";

    number = number < 0 ? -number : number;
    if (!month[0])
        return arena_printf(arena, "%s%04d", sign, number);
    if (!day[0])
        return arena_printf(arena, "%s%04d-%02ld", sign, number, strtol(month, NULL, 10));
    return arena_printf(arena, "%s%04d-%02ld-%02ld%s", sign, number, strtol(month, NULL, 10), strtol(day, NULL, 10),
                        time_of(arena, cell(reading, row, first + 3)));
}

/* A picture of the exhibit; "" with a warning for what lies elsewhere. */
static const char *picture_of(const struct sheet_reading *reading, const struct table_row *row)
{
    const char *media = cell(reading, row, SHEET_MEDIA);

    if (!media[0] || (!strstr(media, "://") && media[0] != '<' && media[0] != '/'))
        return media;
    findings_add(
        reading->intake->findings, FINDING_WARNING, origin_of(reading, row, SHEET_MEDIA),
        "Media: a kiosk fetches nothing, so this is not taken; save the picture in assets/illustrations, and write that path here");
    return "";
}

static void make_row(struct sheet_reading *reading, const struct table_row *row, const char **cells)
{
    struct arena *arena = reading->intake->arena;
    const char *picture = picture_of(reading, row);

    for (int i = 0; i < MADE_COUNT; i++) {
        const char *text = cell(reading, row, made[i].from);
        bool of_picture = strncmp(made[i].heading, "picture.", 8) == 0;

        switch (made[i].from) {
        case SHEET_YEAR:
        case SHEET_END_YEAR:
            cells[i] = date_of(reading, row, made[i].from);
            break;
        case SHEET_GROUP:
            cells[i] = text[0] ? sheet_lane(&reading->lanes, text, origin_of(reading, row, SHEET_GROUP)) : "";
            break;
        case SHEET_MEDIA:
            cells[i] = picture;
            break;
        default:
            cells[i] = of_picture && !picture[0] ? "" : markup_read(arena, text, made[i].from != SHEET_TEXT, &reading->lost_links);
            break;
        }
    }
}

static void take_era(struct sheet_reading *reading, const struct table_row *row)
{
    struct arena *arena = reading->intake->arena;
    struct sheet_era era = {.from = date_of(reading, row, SHEET_YEAR),
                            .to = date_of(reading, row, SHEET_END_YEAR),
                            .title = markup_read(arena, cell(reading, row, SHEET_HEADLINE), true, NULL),
                            .at = origin_of(reading, row, SHEET_YEAR)};

    if (!era.title[0] || !era.to[0])
        findings_add(reading->intake->findings, FINDING_ERROR, era.at, "an era needs a headline, and the year in which it ends");
    else
        sheet_era(&reading->lanes, &era);
}

static void take_title(struct sheet_reading *reading, const struct table_row *row)
{
    const char *title = markup_read(reading->intake->arena, cell(reading, row, SHEET_HEADLINE), true, NULL);
    struct origin at = origin_of(reading, row, SHEET_HEADLINE);

    if (cell(reading, row, SHEET_TEXT)[0])
        findings_add(reading->intake->findings, FINDING_WARNING, origin_of(reading, row, SHEET_TEXT),
                     "the text of the title has no place of its own; write it on a first panel, or as subtitle: of config/exhibit.yaml");
    text_rows_add(&reading->title, &(struct text_row){.key = "config/exhibit.yaml:title",
                                                      .source = "",
                                                      .language = reading->intake->exhibit->languages[0],
                                                      .target = title,
                                                      .together = true,
                                                      .at = {at, at, at, at}});
}

/* Once for the whole sheet. */
static void report_lost(const struct sheet_reading *reading)
{
    static const enum sheet_column lost[] = {SHEET_THUMBNAIL, SHEET_BACKGROUND, SHEET_LINK};
    const struct table_rows *table = reading->incoming->table;

    for (size_t i = 0; i < COUNTOF(lost); i++)
        for (int r = 1; r < table->count; r++)
            if (cell(reading, &table->rows[r], lost[i])[0]) {
                findings_add(reading->intake->findings, FINDING_WARNING, origin_of(reading, &table->rows[0], lost[i]),
                             "%s: this column is not taken; events have no such thing", sheet_names[lost[i]]);
                break;
            }
    if (reading->lost_links)
        findings_add(reading->intake->findings, FINDING_WARNING, origin_of(reading, &table->rows[0], SHEET_TEXT),
                     "Text: links lead nowhere on a kiosk; their words stay");
}

/* The rows of events; the others are taken as they come. */
static void make_table(struct sheet_reading *reading, struct table_rows *table)
{
    struct arena *arena = reading->intake->arena;
    const struct table_rows *sheet = reading->incoming->table;
    struct table_row *rows = ARENA_ARRAY(arena, struct table_row, sheet->count);
    const char **headings = ARENA_ARRAY(arena, const char *, MADE_COUNT);

    for (int i = 0; i < MADE_COUNT; i++) {
        size_t stem = strcspn(made[i].heading, "%");

        headings[i] = made[i].heading[stem]
                          ? arena_printf(arena, "%.*s%s", (int)stem, made[i].heading, reading->intake->exhibit->languages[0])
                          : made[i].heading;
    }
    *table = (struct table_rows){.rows = rows, .count = 1};
    rows[0] = (struct table_row){.cells = headings, .count = MADE_COUNT, .number = sheet->rows[0].number, .line = sheet->rows[0].line};
    for (int r = 1; r < sheet->count; r++) {
        const struct table_row *row = &sheet->rows[r];
        const char *type = cell(reading, row, SHEET_TYPE), **cells = ARENA_ARRAY(arena, const char *, MADE_COUNT);

        if (strcasecmp(type, "title") == 0)
            take_title(reading, row);
        else if (strcasecmp(type, "era") == 0)
            take_era(reading, row);
        else {
            make_row(reading, row, cells);
            rows[table->count++] = (struct table_row){cells, MADE_COUNT, row->number, row->line, false};
        }
    }
}

void timelinejs_intake(struct intake *intake, const struct incoming *incoming)
{
    struct sheet_reading reading = {.intake = intake, .incoming = incoming};
    const struct node *events = event_intake_events(intake);
    struct table_rows table;
    struct event_rows rows;
    int shown[MADE_COUNT];

    if (!column_quotes_are_closed(incoming))
        return;
    for (int i = 0; i < SHEET_COUNT; i++)
        reading.columns[i] = column_named(&incoming->table->rows[0], sheet_names[i]);
    for (int i = 0; i < MADE_COUNT; i++)
        shown[i] = reading.columns[made[i].from];
    sheet_lanes_init(&reading.lanes, intake);
    make_table(&reading, &table);
    report_lost(&reading);
    if (event_rows_read(&rows, intake, &(struct incoming){&table, incoming->file, shown, intake->arena, intake->findings}, events)) {
        sheet_lanes_settle(&reading.lanes);
        event_intake(intake, &rows);
        text_intake(intake, &reading.title);
    }
    text_rows_finish(&reading.title);
}
