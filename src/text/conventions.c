/* ICU's patterns, made into those that curators write. */
#include "text/conventions.h"

#include "base/utf8.h"
#include "text/locale.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucasemap.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

enum { PATTERN_UNITS = 128, MONTHS = 12 };

/* Without marks of direction, which the order of letters does without, and with the usual no-break space for the narrow one, which many
 * fonts lack. */
static const char *from_units(struct arena *arena, const UChar *units, int count)
{
    UErrorCode status = U_ZERO_ERROR;
    int room = count * 3 + 1, kept = 0;
    UChar *plain = ARENA_ARRAY(arena, UChar, count);
    char *text = arena_alloc(arena, (size_t)room);

    for (int i = 0; i < count; i++)
        if (units[i] != 0x200E && units[i] != 0x200F && units[i] != 0x61C)
            plain[kept++] = units[i] == 0x202F ? 0xA0 : units[i];
    u_strToUTF8(text, room, NULL, plain, kept, &status);
    ASSERT(U_SUCCESS(status));
    return text;
}

/* ---- numbers ---- */

static const char *symbol_of(struct arena *arena, const UNumberFormat *numbers, UNumberFormatSymbol symbol)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[16];
    int count = unum_getSymbol(numbers, symbol, units, COUNTOF(units), &status);

    ASSERT(U_SUCCESS(status));
    return from_units(arena, units, count);
}

/* NULL for the usual ones. Those of a script follow one another. */
static const char *digits_of(struct arena *arena, const UNumberFormat *numbers)
{
    const char *zero = symbol_of(arena, numbers, UNUM_ZERO_DIGIT_SYMBOL), *at = zero;
    uint32_t code = utf8_next(&at, zero + strlen(zero));
    char *digits = arena_alloc(arena, 10 * 4 + 1);
    size_t length = 0;

    if (code == '0')
        return NULL;
    for (uint32_t i = 0; i < 10; i++)
        length += (size_t)utf8_put(digits + length, code + i);
    return digits;
}

/* "#,##0 %" -> "{number} %"; the sign is the language's own. */
static const char *percent_of(struct arena *arena, const UNumberFormat *numbers)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[PATTERN_UNITS];
    int count = unum_toPattern(numbers, false, units, PATTERN_UNITS, &status);
    const char *pattern = from_units(arena, units, count), *sign = symbol_of(arena, numbers, UNUM_PERCENT_SYMBOL);
    size_t before = strcspn(pattern, "#0"), number = strspn(pattern + before, "#0,.");
    const char *slot = strchr(pattern, '%');

    ASSERT(U_SUCCESS(status) && slot && number > 0);
    if (slot < pattern + before)
        return arena_printf(arena, "%.*s%s%.*s{number}", (int)(slot - pattern), pattern, sign, (int)(pattern + before - slot - 1),
                            slot + 1);
    return arena_printf(arena, "{number}%.*s%s", (int)(slot - pattern - (ptrdiff_t)(before + number)), pattern + before + number, sign);
}

/* In Gregorian years, with the usual digits where they are asked for. As the likeliest country of the language writes: what releases of
 * ICU take for no country's differs (Arabic's digits), and the root's is nobody's. */
static struct locale_name locale_for(const char *language, bool latin)
{
    struct locale_name locale = locale_of(language), likely = {""};
    UErrorCode status = U_ZERO_ERROR;

    if (locale.text[0] && uloc_addLikelySubtags(locale.text, likely.text, LOCALE_BYTES, &status) > 0 && status == U_ZERO_ERROR)
        locale = likely;
    status = U_ZERO_ERROR;
    uloc_setKeywordValue("calendar", "gregorian", locale.text, sizeof(locale.text), &status);
    if (latin)
        uloc_setKeywordValue("numbers", "latn", locale.text, sizeof(locale.text), &status);
    return locale;
}

void conventions_numbers(struct arena *arena, const char *language, bool latin, struct number_format *format)
{
    if (latin && format->decimal_mark && format->thousands_mark && format->percent)
        return;
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *numbers = unum_open(UNUM_PERCENT, NULL, 0, locale_for(language, latin).text, NULL, &status);

    ASSERT(U_SUCCESS(status));
    if (!format->decimal_mark)
        format->decimal_mark = symbol_of(arena, numbers, UNUM_DECIMAL_SEPARATOR_SYMBOL);
    if (!format->thousands_mark)
        format->thousands_mark = symbol_of(arena, numbers, UNUM_GROUPING_SEPARATOR_SYMBOL);
    if (!format->percent)
        format->percent = percent_of(arena, numbers);
    format->digits.letters = digits_of(arena, numbers);
    format->beyond = unum_getAttribute(numbers, UNUM_SECONDARY_GROUPING_SIZE);
    unum_close(numbers);
}

/* ---- dates ---- */

/* What a pattern of ICU's is made of. */
struct fields {
    const char *pattern; /* as curators write it */
    UChar month;         /* M: as the pattern of a day has it, L: alone, 0: none */
    int month_letters;   /* 4: its name; else its number */
};

static bool is_field(UChar unit)
{
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
}

static const char *slot_of(UChar field)
{
    switch (field) {
    case 'd':
        return "{day}";
    case 'M':
    case 'L':
        return "{month}";
    case 'y':
    case 'u':
        return "{year}";
    case 'H':
    case 'k':
        return "{hour}";
    case 'h':
    case 'K':
        return "{hour12}";
    case 'm':
        return "{minute}";
    case 'a':
        return "{half}";
    default:
        return "";
    }
}

/* "d 'de' MMMM 'de' y" -> "{day} de {month} de {year}". Two quotes are one. */
static struct fields fields_of(struct arena *arena, const UChar *units, int count)
{
    struct fields fields = {0};
    struct buffer text = {0};
    bool quoted = false;

    buffer_add(&text, "", 0);
    for (int i = 0; i < count; i++) {
        if (units[i] == '\'') {
            quoted = !quoted;
            if (quoted && i + 1 < count && units[i + 1] == '\'')
                buffer_add(&text, "'", 1);
        } else if (quoted || !is_field(units[i])) {
            const char *letter = from_units(arena, units + i, U16_IS_LEAD(units[i]) && i + 1 < count ? 2 : 1);

            buffer_printf(&text, "%s", letter);
            i += U16_IS_LEAD(units[i]);
        } else {
            int from = i;

            while (i + 1 < count && units[i + 1] == units[from])
                i++;
            if (units[from] == 'M' || units[from] == 'L') {
                fields.month = units[from];
                fields.month_letters = i - from + 1;
            }
            buffer_printf(&text, "%s", slot_of(units[from]));
        }
    }
    fields.pattern = arena_text(arena, text.bytes, text.length);
    buffer_finish(&text);
    return fields;
}

/* ICU's best pattern for a date of these fields. */
static struct fields best_fields(struct arena *arena, UDateTimePatternGenerator *generator, const UChar *skeleton)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[PATTERN_UNITS];
    int count = udatpg_getBestPattern(generator, skeleton, -1, units, PATTERN_UNITS, &status);

    ASSERT(U_SUCCESS(status));
    return fields_of(arena, units, count);
}

static const char *name_of(struct arena *arena, const UDateFormat *dates, UDateFormatSymbolType type, int index)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[PATTERN_UNITS];
    int count = udat_getSymbols(dates, type, index, units, PATTERN_UNITS, &status);

    ASSERT(U_SUCCESS(status));
    return from_units(arena, units, count);
}

/* Twelve, as the pattern of these fields wants them. */
static const char *const *months_of(struct arena *arena, const UDateFormat *dates, const struct fields *fields, struct digits digits)
{
    const char **months = ARENA_ARRAY(arena, const char *, MONTHS);

    for (int i = 0; i < MONTHS; i++)
        months[i] = fields->month_letters >= 3 ? name_of(arena, dates, fields->month == 'L' ? UDAT_STANDALONE_MONTHS : UDAT_MONTHS, i)
                                               : digits_text(arena, digits, i + 1, fields->month_letters);
    return months;
}

/* "y G" -> "{date} a. C.": the era's name where the pattern has it. */
static const char *era_of(struct arena *arena, UDateTimePatternGenerator *generator, const UDateFormat *dates, int era)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[PATTERN_UNITS];
    int count = udatpg_getBestPattern(generator, u"Gy", -1, units, PATTERN_UNITS, &status);
    const UChar *sign = u_memchr(units, 'G', count), *year = u_memchr(units, 'y', count);
    const char *name = name_of(arena, dates, UDAT_ERAS, era);

    ASSERT(U_SUCCESS(status));
    if (sign && year && sign < year)
        return arena_printf(arena, "%s%s{date}", name, year - sign > 1 ? " " : "");
    return arena_printf(arena, "{date} %s", name);
}

/* "{1}, {0}" -> "{date}, {time}" */
static const char *timed_of(struct arena *arena, const UDateTimePatternGenerator *generator)
{
    int count;
    const UChar *units = udatpg_getDateTimeFormat(generator, &count);
    const char *pattern = fields_of(arena, units, count).pattern, *time = strstr(pattern, "{0}"), *date = strstr(pattern, "{1}");

    if (!time || !date)
        return "{date}, {time}";
    const char *first = time < date ? time : date, *second = time < date ? date : time;

    return arena_printf(arena, "%.*s%s%.*s%s%s", (int)(first - pattern), pattern, time < date ? "{time}" : "{date}",
                        (int)(second - first - 3), first + 3, time < date ? "{date}" : "{time}", second + 3);
}

/* Of the two ways to count hours, the one that the language's readers prefer. */
static const char *clock_of(struct arena *arena, UDateTimePatternGenerator *generator)
{
    bool halves = strstr(best_fields(arena, generator, u"jm").pattern, "{hour12}");

    return best_fields(arena, generator, halves ? u"hm" : u"Hm").pattern;
}

/* "{year}年{month}月" -> "{year}年{month}", and "9月" for "9": a number alone is no month to a reader, but what stands right behind it
 * makes it one. */
static void name_numbers(struct arena *arena, struct date_format *format)
{
    static const char slot[] = "{month}";
    const char *end = strstr(format->month, slot), *behind = end ? end + strlen(slot) : "", *at = behind;
    const char **months = ARENA_ARRAY(arena, const char *, MONTHS);

    for (const char *next = at; *at && u_isalpha((UChar32)utf8_next(&next, behind + strlen(behind)));)
        at = next;
    if (at == behind)
        return;
    for (int i = 0; i < MONTHS; i++)
        months[i] = arena_printf(arena, "%s%.*s", digits_text(arena, format->digits, i + 1, 1), (int)(at - behind), behind);
    format->months_alone = months;
    format->month = arena_printf(arena, "%.*s%s", (int)(behind - format->month), format->month, at);
}

static const char *const *halves_of(struct arena *arena, const UDateFormat *dates)
{
    const char **halves = ARENA_ARRAY(arena, const char *, 2);

    for (int i = 0; i < 2; i++)
        halves[i] = name_of(arena, dates, UDAT_AM_PMS, i);
    return halves;
}

static void fill_dates(struct arena *arena, UDateTimePatternGenerator *generator, const UDateFormat *dates, struct date_format *format)
{
    struct fields day = best_fields(arena, generator, u"yMMMMd"), month = best_fields(arena, generator, u"yMMMM");

    bool alone = format->months_alone != NULL;

    if (!alone)
        format->months_alone = months_of(arena, dates, &month, format->digits);
    if (!format->months)
        format->months = months_of(arena, dates, &day, format->digits);
    if (!format->day)
        format->day = day.pattern;
    if (!format->month)
        format->month = month.pattern;
    if (!alone && month.month_letters < 3)
        name_numbers(arena, format);
    if (!format->clock)
        format->clock = clock_of(arena, generator);
    if (!format->halves)
        format->halves = halves_of(arena, dates);
    if (!format->year)
        format->year = best_fields(arena, generator, u"y").pattern;
    if (!format->time)
        format->time = timed_of(arena, generator);
    if (!format->before_christ)
        format->before_christ = era_of(arena, generator, dates, 0);
    if (!format->anno_domini)
        format->anno_domini = era_of(arena, generator, dates, 1);
    if (!format->about)
        format->about = "c. {date}";
}

/* A curator's own names of months serve alone, too; where all but the clock is written, it has 24 hours. */
static bool is_complete(struct date_format *format)
{
    if (!format->months_alone)
        format->months_alone = format->months;
    return format->day && format->month && format->year && format->months && format->months_alone && format->time &&
           format->before_christ && format->anno_domini && format->about;
}

void conventions_dates(struct arena *arena, const char *language, bool latin, struct date_format *format)
{
    if (is_complete(format) && latin)
        return;
    UErrorCode status = U_ZERO_ERROR;
    struct locale_name locale = locale_for(language, latin);
    UNumberFormat *numbers = unum_open(UNUM_DECIMAL, NULL, 0, locale.text, NULL, &status);
    UDateTimePatternGenerator *generator = udatpg_open(locale.text, &status);
    UDateFormat *dates = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale.text, u"UTC", -1, u"y", -1, &status);

    ASSERT(U_SUCCESS(status));
    format->digits.letters = digits_of(arena, numbers);
    fill_dates(arena, generator, dates, format);
    udat_close(dates);
    udatpg_close(generator);
    unum_close(numbers);
}

const char *conventions_language_name(struct arena *arena, const char *language)
{
    UErrorCode status = U_ZERO_ERROR;
    struct locale_name locale = locale_of(language);
    UChar units[PATTERN_UNITS];
    int count = uloc_getDisplayName(locale.text, locale.text, units, PATTERN_UNITS, &status);

    if (U_FAILURE(status) || count == 0)
        return language;
    const char *name = from_units(arena, units, count);
    int room = (int)strlen(name) * 3 + 1;
    char *title = arena_alloc(arena, (size_t)room);
    UCaseMap *map = ucasemap_open(locale.text, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, &status);

    ucasemap_utf8ToTitle(map, title, room, name, -1, &status);
    ucasemap_close(map);
    return U_SUCCESS(status) ? title : name;
}
