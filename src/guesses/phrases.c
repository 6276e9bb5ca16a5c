/* The table is searched word by word: dates are short, and this is asked only where one cannot be read. */
#include "guesses/phrases.h"

#include "base/utf8.h"
#include "text/conventions.h"

#include <string.h>
#include <unicode/uchar.h>

enum { MONTHS = 12, MONTH_BYTES_MIN = 3, UNSPACED = 0xE00 }; /* from Thai on, scripts without blanks between words */

static const struct phrase common[] = {
    /* about */
    {"c.", SENSE_ABOUT, 0},
    {"c", SENSE_ABOUT, 0},
    {"ca.", SENSE_ABOUT, 0},
    {"ca", SENSE_ABOUT, 0},
    {"cca", SENSE_ABOUT, 0},
    {"cca.", SENSE_ABOUT, 0},
    {"circa", SENSE_ABOUT, 0},
    {"about", SENSE_ABOUT, 0},
    {"around", SENSE_ABOUT, 0},
    {"approx.", SENSE_ABOUT, 0},
    {"approximately", SENSE_ABOUT, 0},
    {"um", SENSE_ABOUT, 0},
    {"etwa", SENSE_ABOUT, 0},
    {"gegen", SENSE_ABOUT, 0},
    {"ungefähr", SENSE_ABOUT, 0},
    {"wohl", SENSE_ABOUT, 0},
    {"vers", SENSE_ABOUT, 0},
    {"env.", SENSE_ABOUT, 0},
    {"environ", SENSE_ABOUT, 0},
    {"autour de", SENSE_ABOUT, 0},
    {"hacia", SENSE_ABOUT, 0},
    {"alrededor de", SENSE_ABOUT, 0},
    {"cerca de", SENSE_ABOUT, 0},
    {"por volta de", SENSE_ABOUT, 0},
    {"verso", SENSE_ABOUT, 0},
    {"intorno al", SENSE_ABOUT, 0},
    {"cap a", SENSE_ABOUT, 0},
    {"omstreeks", SENSE_ABOUT, 0},
    {"rond", SENSE_ABOUT, 0},
    {"omkring", SENSE_ABOUT, 0},
    {"omkr.", SENSE_ABOUT, 0},
    {"noin", SENSE_ABOUT, 0},
    {"około", SENSE_ABOUT, 0},
    {"ok.", SENSE_ABOUT, 0},
    {"kolem", SENSE_ABOUT, 0},
    {"okolo", SENSE_ABOUT, 0},
    {"körül", SENSE_ABOUT, 0},
    {"yaklaşık", SENSE_ABOUT, 0},
    {"περίπου", SENSE_ABOUT, 0},
    {"περ.", SENSE_ABOUT, 0},
    {"около", SENSE_ABOUT, 0},
    {"ок.", SENSE_ABOUT, 0},
    {"близько", SENSE_ABOUT, 0},
    {"حوالي", SENSE_ABOUT, 0},
    {"نحو", SENSE_ABOUT, 0},
    {"حدود", SENSE_ABOUT, 0},
    {"בערך", SENSE_ABOUT, 0},
    {"סביבות", SENSE_ABOUT, 0},
    {"लगभग", SENSE_ABOUT, 0},
    {"சுமார்", SENSE_ABOUT, 0},
    {"khoảng", SENSE_ABOUT, 0},
    {"ประมาณ", SENSE_ABOUT, 0},
    {"ราว", SENSE_ABOUT, 0},
    {"約", SENSE_ABOUT, 0},
    {"约", SENSE_ABOUT, 0},
    {"頃", SENSE_ABOUT, 0},
    {"ごろ", SENSE_ABOUT, 0},
    {"약", SENSE_ABOUT, 0},
    {"경", SENSE_ABOUT, 0},
    /* before and after Christ, where ICU writes it otherwise */
    {"bc", SENSE_BEFORE_CHRIST, 0},
    {"b.c.", SENSE_BEFORE_CHRIST, 0},
    {"bce", SENSE_BEFORE_CHRIST, 0},
    {"b.c.e.", SENSE_BEFORE_CHRIST, 0},
    {"v. chr.", SENSE_BEFORE_CHRIST, 0},
    {"v.chr.", SENSE_BEFORE_CHRIST, 0},
    {"v. u. z.", SENSE_BEFORE_CHRIST, 0},
    {"v.u.z.", SENSE_BEFORE_CHRIST, 0},
    {"av. j.-c.", SENSE_BEFORE_CHRIST, 0},
    {"av. jc", SENSE_BEFORE_CHRIST, 0},
    {"avant j.-c.", SENSE_BEFORE_CHRIST, 0},
    {"a. c.", SENSE_BEFORE_CHRIST, 0},
    {"a.c.", SENSE_BEFORE_CHRIST, 0},
    {"ac", SENSE_BEFORE_CHRIST, 0},
    {"a. de c.", SENSE_BEFORE_CHRIST, 0},
    {"a. e. c.", SENSE_BEFORE_CHRIST, 0},
    {"p.n.e.", SENSE_BEFORE_CHRIST, 0},
    {"π.χ.", SENSE_BEFORE_CHRIST, 0},
    {"до н. э.", SENSE_BEFORE_CHRIST, 0},
    {"до н.э.", SENSE_BEFORE_CHRIST, 0},
    {"ق.م.", SENSE_BEFORE_CHRIST, 0},
    {"ق.م", SENSE_BEFORE_CHRIST, 0},
    {"ق م", SENSE_BEFORE_CHRIST, 0},
    {"前", SENSE_BEFORE_CHRIST, 0},
    {"紀元前", SENSE_BEFORE_CHRIST, 0},
    {"公元前", SENSE_BEFORE_CHRIST, 0},
    {"기원전", SENSE_BEFORE_CHRIST, 0},
    {"tcn", SENSE_BEFORE_CHRIST, 0},
    {"m.ö.", SENSE_BEFORE_CHRIST, 0},
    {"mö", SENSE_BEFORE_CHRIST, 0},
    {"ad", SENSE_ANNO_DOMINI, 0},
    {"a.d.", SENSE_ANNO_DOMINI, 0},
    {"ce", SENSE_ANNO_DOMINI, 0},
    {"c.e.", SENSE_ANNO_DOMINI, 0},
    {"n. chr.", SENSE_ANNO_DOMINI, 0},
    {"n.chr.", SENSE_ANNO_DOMINI, 0},
    {"d. c.", SENSE_ANNO_DOMINI, 0},
    {"d.c.", SENSE_ANNO_DOMINI, 0},
    {"dc", SENSE_ANNO_DOMINI, 0},
    {"apr. j.-c.", SENSE_ANNO_DOMINI, 0},
    {"ap. j.-c.", SENSE_ANNO_DOMINI, 0},
    {"μ.χ.", SENSE_ANNO_DOMINI, 0},
    {"н. э.", SENSE_ANNO_DOMINI, 0},
    {"ค.ศ.", SENSE_ANNO_DOMINI, 0},
    {"西暦", SENSE_ANNO_DOMINI, 0},
    {"公元", SENSE_ANNO_DOMINI, 0},
    {"서기", SENSE_ANNO_DOMINI, 0},
    {"bp", SENSE_BEFORE_PRESENT, 0},
    {"b.p.", SENSE_BEFORE_PRESENT, 0},
    /* tens and hundreds of years */
    {"century", SENSE_CENTURY, 100},
    {"cent.", SENSE_CENTURY, 100},
    {"centuries", SENSE_CENTURY, 100},
    {"jh.", SENSE_CENTURY, 100},
    {"jh", SENSE_CENTURY, 100},
    {"jhd.", SENSE_CENTURY, 100},
    {"jahrhundert", SENSE_CENTURY, 100},
    {"jahrhunderts", SENSE_CENTURY, 100},
    {"siglo", SENSE_CENTURY, 100},
    {"siglos", SENSE_CENTURY, 100},
    {"s.", SENSE_CENTURY, 100},
    {"secolo", SENSE_CENTURY, 100},
    {"sec.", SENSE_CENTURY, 100},
    {"siècle", SENSE_CENTURY, 100},
    {"século", SENSE_CENTURY, 100},
    {"segle", SENSE_CENTURY, 100},
    {"eeuw", SENSE_CENTURY, 100},
    {"wiek", SENSE_CENTURY, 100},
    {"wieku", SENSE_CENTURY, 100},
    {"w.", SENSE_CENTURY, 100},
    {"století", SENSE_CENTURY, 100},
    {"század", SENSE_CENTURY, 100},
    {"yüzyıl", SENSE_CENTURY, 100},
    {"αιώνας", SENSE_CENTURY, 100},
    {"αι.", SENSE_CENTURY, 100},
    {"век", SENSE_CENTURY, 100},
    {"века", SENSE_CENTURY, 100},
    {"в.", SENSE_CENTURY, 100},
    {"القرن", SENSE_CENTURY, 100},
    {"המאה", SENSE_CENTURY, 100},
    {"शताब्दी", SENSE_CENTURY, 100},
    {"thế kỷ", SENSE_CENTURY, 100},
    {"ศตวรรษที่", SENSE_CENTURY, 100},
    {"世紀", SENSE_CENTURY, 100},
    {"世纪", SENSE_CENTURY, 100},
    {"세기", SENSE_CENTURY, 100},
    {"millennium", SENSE_CENTURY, 1000},
    {"jahrtausend", SENSE_CENTURY, 1000},
    {"jt.", SENSE_CENTURY, 1000},
    {"milenio", SENSE_CENTURY, 1000},
    {"millénaire", SENSE_CENTURY, 1000},
    {"millennio", SENSE_CENTURY, 1000},
    {"الألف", SENSE_CENTURY, 1000},
    {"千年紀", SENSE_CENTURY, 1000},
    {"천년기", SENSE_CENTURY, 1000},
    {"s", SENSE_DECADE, 0},
    {"'s", SENSE_DECADE, 0},
    {"er", SENSE_DECADE, 0},
    {"er jahre", SENSE_DECADE, 0},
    {"ers", SENSE_DECADE, 0},
    {"an", SENSE_DECADE, 0},
    {"е", SENSE_DECADE, 0},
    {"е годы", SENSE_DECADE, 0},
    {"х", SENSE_DECADE, 0},
    {"luku", SENSE_DECADE, 0},
    {"talet", SENSE_DECADE, 0},
    {"'ler", SENSE_DECADE, 0},
    {"'lar", SENSE_DECADE, 0},
    {"decade", SENSE_DECADE, 0},
    {"años", SENSE_DECADE, 0},
    {"década", SENSE_DECADE, 0},
    {"anos", SENSE_DECADE, 0},
    {"années", SENSE_DECADE, 0},
    {"anni", SENSE_DECADE, 0},
    {"lata", SENSE_DECADE, 0},
    {"δεκαετία", SENSE_DECADE, 0},
    {"عقد", SENSE_DECADE, 0},
    {"שנות", SENSE_DECADE, 0},
    {"thập niên", SENSE_DECADE, 0},
    {"ทศวรรษ", SENSE_DECADE, 0},
    {"年代", SENSE_DECADE, 0},
    {"년대", SENSE_DECADE, 0},
    /* from the one to the other */
    {"to", SENSE_JOIN, 0},
    {"until", SENSE_JOIN, 0},
    {"till", SENSE_JOIN, 0},
    {"and", SENSE_JOIN, 0},
    {"or", SENSE_JOIN, 0},
    {"bis", SENSE_JOIN, 0},
    {"und", SENSE_JOIN, 0},
    {"oder", SENSE_JOIN, 0},
    {"a", SENSE_JOIN, 0},
    {"y", SENSE_JOIN, 0},
    {"al", SENSE_JOIN, 0},
    {"e", SENSE_JOIN, 0},
    {"o", SENSE_JOIN, 0},
    {"hasta", SENSE_JOIN, 0},
    {"à", SENSE_JOIN, 0},
    {"au", SENSE_JOIN, 0},
    {"et", SENSE_JOIN, 0},
    {"ou", SENSE_JOIN, 0},
    {"do", SENSE_JOIN, 0},
    {"i", SENSE_JOIN, 0},
    {"và", SENSE_JOIN, 0},
    {"đến", SENSE_JOIN, 0},
    {"ถึง", SENSE_JOIN, 0},
    {"से", SENSE_JOIN, 0},
    {"إلى", SENSE_JOIN, 0},
    {"から", SENSE_JOIN, 0},
    {"~", SENSE_JOIN, 0},
    {"between", SENSE_FILLER, 0},
    {"from", SENSE_FILLER, 0},
    {"zwischen", SENSE_FILLER, 0},
    {"von", SENSE_FILLER, 0},
    {"entre", SENSE_FILLER, 0},
    {"desde", SENSE_FILLER, 0},
    {"de", SENSE_FILLER, 0},
    {"del", SENSE_FILLER, 0},
    {"des", SENSE_FILLER, 0},
    {"der", SENSE_FILLER, 0},
    {"the", SENSE_FILLER, 0},
    {"of", SENSE_FILLER, 0},
    {"in", SENSE_FILLER, 0},
    {"st", SENSE_FILLER, 0},
    {"nd", SENSE_FILLER, 0},
    {"rd", SENSE_FILLER, 0},
    {"th", SENSE_FILLER, 0},
    {"ème", SENSE_FILLER, 0},
    {"ος", SENSE_FILLER, 0},
    {"год", SENSE_FILLER, 0},
    {"года", SENSE_FILLER, 0},
    {"г.", SENSE_FILLER, 0},
    {"r.", SENSE_FILLER, 0},
    {"năm", SENSE_FILLER, 0},
    {"ngày", SENSE_FILLER, 0},
    {"tháng", SENSE_FILLER, 0},
    {"عام", SENSE_FILLER, 0},
    {"سنة", SENSE_FILLER, 0},
    {"م", SENSE_FILLER, 0},
    {"年", SENSE_FILLER, 0},
    {"日", SENSE_FILLER, 0},
    {"년", SENSE_FILLER, 0},
    {"일", SENSE_FILLER, 0},
    {"月", SENSE_MONTH_SIGN, 0},
    {"월", SENSE_MONTH_SIGN, 0},
    /* other counts of years */
    {"พ.ศ.", SENSE_YEARS, -543},
    {"พุทธศักราช", SENSE_YEARS, -543},
    {"be", SENSE_YEARS, -543},
    {"b.e.", SENSE_YEARS, -543},
    {"昭和", SENSE_YEARS, 1925},
    {"大正", SENSE_YEARS, 1911},
    {"明治", SENSE_YEARS, 1867},
    {"平成", SENSE_YEARS, 1988},
    {"令和", SENSE_YEARS, 2018},
    {"民國", SENSE_YEARS, 1911},
    {"民国", SENSE_YEARS, 1911},
    {"단기", SENSE_YEARS, -2333},
    {"ah", SENSE_HIJRI, 0},
    {"a.h.", SENSE_HIJRI, 0},
    {"هـ", SENSE_HIJRI, 0},
    {"ه", SENSE_HIJRI, 0},
    {"هجرية", SENSE_HIJRI, 0},
    {"هجري", SENSE_HIJRI, 0},
    {"saka", SENSE_ELSEWHERE, 0},
    {"शक", SENSE_ELSEWHERE, 0},
    {"वि.सं.", SENSE_ELSEWHERE, 0},
    {"ه.ش", SENSE_ELSEWHERE, 0},
    {"هـ ش", SENSE_ELSEWHERE, 0},
    {"o.s.", SENSE_JULIAN, 0},
    {"old style", SENSE_JULIAN, 0},
    {"alten stils", SENSE_JULIAN, 0},
    {"a. st.", SENSE_JULIAN, 0},
    {"ст. ст.", SENSE_JULIAN, 0},
};

bool plain_of(const char *text, struct plain *plain)
{
    const char *end = text + strlen(text);
    size_t length = 0;

    while (text < end) {
        uint32_t code = utf8_next(&text, end);
        int digit = u_charDigitValue((UChar32)code);
        int8_t type = u_charType((UChar32)code);

        if (type == U_FORMAT_CHAR)
            continue;
        if (digit >= 0)
            code = '0' + (uint32_t)digit;
        else if (type == U_DASH_PUNCTUATION || code == 0x2212)
            code = '-';
        else if (type == U_SPACE_SEPARATOR || code == '\t')
            code = ' ';
        else if (code == 0x2019)
            code = '\'';
        else if (code == 0x61F) /* the Arabic one */
            code = '?';
        else if (code >= 0xFF01 && code <= 0xFF5E) /* the wide forms of ASCII */
            code -= 0xFEE0;
        else if (code == 0x301C)
            code = '~';
        if (length + 4 >= PLAIN_BYTES)
            return false;
        length += (size_t)utf8_put(plain->text + length, (uint32_t)u_tolower((UChar32)code));
    }
    plain->text[length] = '\0';
    return true;
}

size_t plain_word(const char *at)
{
    const char *from = at, *end = at + strlen(at), *next = at;

    while (at < end) {
        uint32_t code = utf8_next(&next, end);
        bool inside = u_isUAlphabetic((UChar32)code) || (U_MASK(u_charType((UChar32)code)) & U_GC_M_MASK) || code == '\'';

        if (!inside)
            break;
        at = next;
    }
    return (size_t)(at - from);
}

/* Whether a word may end here: behind a dot it may, and in scripts without blanks; else no letter may follow. */
static bool ends_at(const char *from, size_t length)
{
    const char *last = from + length - 1, *at;

    if (*last == '.' || *last == '~')
        return true;
    while (((unsigned char)*last & 0xC0) == 0x80)
        last--;
    at = last;
    return utf8_next(&at, from + length) >= UNSPACED || plain_word(from + length) == 0;
}

static void take_longer(struct phrase phrase, size_t length, struct phrase *best, size_t *best_length)
{
    if (length <= *best_length)
        return;
    *best = phrase;
    *best_length = length;
}

struct phrase phrases_match(const struct phrases *phrases, const char *at, size_t *length)
{
    struct phrase best = {0};
    size_t word = plain_word(at);

    *length = 0;
    for (size_t i = 0; i < COUNTOF(common) + (size_t)phrases->count; i++) {
        struct phrase phrase = i < COUNTOF(common) ? common[i] : phrases->list[i - COUNTOF(common)];
        size_t bytes = strlen(phrase.text);

        if (strncmp(at, phrase.text, bytes) == 0 && ends_at(at, bytes))
            take_longer(phrase, bytes, &best, length);
        else if (phrase.sense == SENSE_MONTH && word >= MONTH_BYTES_MIN && word < bytes && strncmp(at, phrase.text, word) == 0)
            take_longer(phrase, word + (at[word] == '.'), &best, length);
    }
    return best;
}

/* ---- of the exhibit's languages ---- */

struct phrase_list {
    struct arena *arena;
    struct phrase *list;
    int count;
};

static void gather(struct phrase_list *g, const char *text, enum sense sense, int value)
{
    struct plain plain;

    if (plain_of(text, &plain) && plain.text[0] && plain_word(plain.text) > 0)
        g->list[g->count++] = (struct phrase){arena_text(g->arena, plain.text, strlen(plain.text)), sense, value};
}

/* What a pattern as "{date} v. Chr." has beside its date. */
static const char *beside_date(struct arena *arena, const char *pattern)
{
    static const char slot[] = "{date}";
    const char *at = strstr(pattern, slot);
    size_t before = at ? (size_t)(at - pattern) : strlen(pattern);

    if (at == pattern) {
        pattern += strlen(slot);
        before = strlen(pattern);
    }
    while (before > 0 && *pattern == ' ') {
        pattern++;
        before--;
    }
    while (before > 0 && pattern[before - 1] == ' ')
        before--;
    return arena_text(arena, pattern, before);
}

struct phrases phrases_of(struct arena *arena, const char *const *languages, int count)
{
    struct phrase_list g = {arena, ARENA_ARRAY(arena, struct phrase, (count + 1) * (2 * MONTHS + 2)), 0};

    for (int i = -1; i < count; i++) {
        struct date_format format = {0};

        conventions_dates(arena, i < 0 ? "en" : languages[i], true, &format);
        for (int month = 0; month < MONTHS; month++) {
            gather(&g, format.months[month], SENSE_MONTH, month + 1);
            gather(&g, format.months_alone[month], SENSE_MONTH, month + 1);
        }
        gather(&g, beside_date(arena, format.before_christ), SENSE_BEFORE_CHRIST, 0);
        gather(&g, beside_date(arena, format.anno_domini), SENSE_ANNO_DOMINI, 0);
    }
    return (struct phrases){g.list, g.count};
}
