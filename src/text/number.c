/* printf would follow the locale, so digits are put by hand. */
#include "text/number.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>

enum { DECIMALS_MAX = 2 };

int number_decimals(double number)
{
    double hundredths = round(number * 100);

    if (fmod(hundredths, 100) == 0)
        return 0;
    return fmod(hundredths, 10) == 0 ? 1 : DECIMALS_MAX;
}

/* Whether a mark stands before the last `left` digits. */
static bool has_mark(const struct number_format *format, int left)
{
    return left == 3 || (left > 3 && (left - 3) % (format->beyond > 0 ? format->beyond : 3) == 0);
}

/* Four digits stand together in some languages; here they are marked as all others, so that columns of numbers agree. */
static void add_whole(struct arena *arena, struct buffer *text, const struct number_format *format, int64_t whole)
{
    char digits[24];
    int length = snprintf(digits, sizeof(digits), "%" PRId64, whole);

    for (int i = 0; i < length; i++) {
        if (i > 0 && has_mark(format, length - i))
            buffer_printf(text, "%s", format->thousands_mark);
        buffer_printf(text, "%s", digits_text(arena, format->digits, digits[i] - '0', 1));
    }
}

const char *number_text(struct arena *arena, const struct number_format *format, double number, int decimals)
{
    static const int64_t powers[] = {1, 10, 100};
    struct buffer text = {0};

    ASSERT(number >= 0 && number <= 1e10 && decimals >= 0 && decimals <= DECIMALS_MAX);
    int64_t scale = powers[decimals], scaled = (int64_t)round(number * (double)scale);

    add_whole(arena, &text, format, scaled / scale);
    if (decimals > 0)
        buffer_printf(&text, "%s%s", format->decimal_mark, digits_text(arena, format->digits, scaled % scale, decimals));
    const char *kept = arena_text(arena, text.bytes, text.length);

    buffer_finish(&text);
    return kept;
}

const char *number_percent(struct arena *arena, const struct number_format *format, double number, int decimals)
{
    static const char slot[] = "{number}";
    const char *digits = number_text(arena, format, number, decimals), *at = strstr(format->percent, slot);

    return at ? arena_printf(arena, "%.*s%s%s", (int)(at - format->percent), format->percent, digits, at + strlen(slot)) : digits;
}

bool number_is_digit(uint32_t code)
{
    return u_isdigit((UChar32)code);
}
