/* A seam is where one line ends and the next begins: a line end in the text, or a blank where YAML has folded it. */
#include "typed/line_ends.h"

#include "base/utf8.h"
#include "typed/typed.h"

#include <string.h>

enum {
    WRAPPED_LINES_LEAST = 4,
    WRAPPED_LETTERS_LEAST = 45, /* lines of verse are shorter */
    JOINED_DASHES_LEAST = 2,
    QUOTED_CELLS_LEAST = 2,
};

struct line_look {
    struct arena *arena;
    const struct node *node;
    const char *text, *end;
    struct faults *faults;
};

/* end: behind the last letter of the line before; start: of the first of the next one. breaks: line ends between them that are shown. */
struct seam {
    const char *end, *start;
    int breaks;
};

static void tell(const struct line_look *look, enum fault_kind kind, const char *at)
{
    faults_add(look->faults, (struct fault){kind, (size_t)(at - look->text), ""});
}

/* The seam number `index`, from 0 on; false behind the last. */
static bool seam_at(const struct line_look *look, int index, struct seam *seam)
{
    if (index + 1 >= look->node->line_count)
        return false;
    *seam = (struct seam){.start = look->text + look->node->lines[index + 1].offset};
    for (seam->end = seam->start; seam->end > look->text && (seam->end[-1] == ' ' || seam->end[-1] == '\n'); seam->end--)
        seam->breaks += seam->end[-1] == '\n';
    return true;
}

/* Small letters of Latin, Greek and Cyrillic, which are what words are parted in. */
static bool is_small_at(const char *at, const char *end)
{
    uint32_t code = at < end ? utf8_next(&at, end) : 0;

    return (code >= 'a' && code <= 'z') || (code >= 0xDF && code <= 0xFF) || (code >= 0x3AC && code <= 0x3CE) ||
           (code >= 0x430 && code <= 0x45F);
}

static bool is_letter_before(const struct line_look *look, const char *at)
{
    return at > look->text && (typed_is_letter(at[-1]) || (unsigned char)at[-1] >= 0x80);
}

/* "Vor-" / "und Nachteile", "19th-" / "and 20th-century": what stands behind such a hyphen in many languages. */
static bool is_joining_word(const char *at)
{
    static const char *const words[] = {"und", "oder",  "bis", "bzw", "sowie", "wie",  "noch", "and",   "or", "to",
                                        "nor", "y",     "o",   "u",   "e",     "i",    "a",    "et",    "ou", "och",
                                        "og",  "eller", "en",  "of",  "ed",    "oraz", "lub",  "\u0438"};
    size_t length = strcspn(at, " \n.,;:");

    for (size_t i = 0; i < COUNTOF(words); i++)
        if (length == strlen(words[i]) && memcmp(at, words[i], length) == 0)
            return true;
    return false;
}

static const char soft_hyphen[] = "\u00ad", not_sign[] = "\u00ac"; /* the second is what some programs write for the first */

static void look_for_parted(const struct line_look *look)
{
    struct seam seam;

    for (int i = 0; seam_at(look, i, &seam); i++) {
        size_t length = (size_t)(seam.end - look->text);
        bool hyphen = length > 1 && seam.end[-1] == '-' && is_letter_before(look, seam.end - 1) && is_small_at(seam.start, look->end) &&
                      !is_joining_word(seam.start);
        bool soft = length > 2 && memcmp(seam.end - 2, soft_hyphen, 2) == 0;

        if (seam.breaks < 2 && (hyphen || soft))
            tell(look, FAULT_PARTED, seam.end - (soft ? 2 : 1));
    }
    for (const char *at = look->text; (at = strchr(at, soft_hyphen[0])); at++) {
        bool parts = is_letter_before(look, at) && is_small_at(at + 2 + (at[2] == ' '), look->end);

        if (parts && ((memcmp(at, soft_hyphen, 2) == 0 && at[2] == ' ') || memcmp(at, not_sign, 2) == 0))
            tell(look, FAULT_PARTED, at);
    }
}

/* How many bytes the sign of an item takes that stands there with a blank behind it. dash: it is one that prose has, too. */
static size_t bullet_length(const char *at, bool *dash)
{
    static const char *const bullets[] = {"\u2013", "\u2014", "-",      "*",      "+",      "\u2022", "\u25aa",
                                          "\u25a0", "\u2023", "\u25e6", "\u25cf", "\u25cb", "\u25ba", "\u2713"};
    enum { DASHES = 5 };

    for (size_t i = 0; i < COUNTOF(bullets); i++) {
        size_t length = strlen(bullets[i]);

        if (strncmp(at, bullets[i], length) == 0 && at[length] == ' ') {
            *dash = i < DASHES;
            return length;
        }
    }
    return 0;
}

/* The number of an item, "2. " or "2) "; 0 if none stands there. */
static int item_number(const char *at)
{
    int number = 0;

    for (; typed_is_digit(*at) && number < 100; at++)
        number = number * 10 + (*at - '0');
    return number < 100 && (*at == '.' || *at == ')') && at[1] == ' ' ? number : 0;
}

/* How often the sign stands between two blanks. */
static int count_between_blanks(const char *text, const char *sign, size_t length)
{
    int count = 0;

    for (const char *at = text; (at = strchr(at, ' ')); at++)
        count += strncmp(at + 1, sign, length) == 0 && at[1 + length] == ' ';
    return count;
}

static void look_for_joined(const struct line_look *look)
{
    const char *first_dash = NULL;
    size_t dash_length = 0;
    int dashes = 0, number = item_number(look->text);
    struct seam seam;

    for (int i = 0; seam_at(look, i, &seam); i++) {
        int last = number;
        bool dash = false;
        size_t bullet = bullet_length(seam.start, &dash);

        number = item_number(seam.start);
        if (seam.breaks > 0)
            continue;
        if ((bullet > 0 && !dash) || (last > 0 && number == last + 1)) {
            tell(look, FAULT_JOINED, seam.start);
            return;
        }
        if (bullet > 0 && (!first_dash || strncmp(first_dash, seam.start, dash_length) == 0)) {
            first_dash = first_dash ? first_dash : seam.start;
            dash_length = bullet;
            dashes++;
        }
    }
    if (dashes >= JOINED_DASHES_LEAST && count_between_blanks(look->text, first_dash, dash_length) == dashes)
        tell(look, FAULT_JOINED, first_dash);
}

static int count_letters(const char *from, const char *to)
{
    int count = 0;

    for (; from < to; from++)
        count += ((unsigned char)*from & 0xC0) != 0x80;
    return count;
}

/* Whether the lines from..to of a paragraph, `count` of them, end where no further word had room: as programs wrap lines, and nobody's
 * verse does for long. */
static bool is_wrapped(const struct line_look *look, const char *from, const char *to, int count)
{
    int width = 0, small = 0, open = 0;

    if (count < WRAPPED_LINES_LEAST)
        return false;
    for (const char *line = from; line < to; line += strcspn(line, "\n") + 1)
        width = int_max(width, count_letters(line, line + strcspn(line, "\n")));
    if (width < WRAPPED_LETTERS_LEAST)
        return false;
    for (const char *line = from, *next; (next = strchr(line, '\n')) && next + 1 < to; line = next + 1) {
        const char *word = next + 1;

        if (count_letters(line, next) + 1 + count_letters(word, word + strcspn(word, " \n")) <= width)
            return false;
        small += is_small_at(word, look->end);
        open += next > line && !strchr(".,;:!?", next[-1]);
    }
    return small * 3 >= count - 1 && open * 3 >= count - 1;
}

static void look_for_wrapped(const struct line_look *look)
{
    const char *from = look->text;

    while (*from) {
        const char *to = strstr(from, "\n\n");
        int lines = 1;

        to = to ? to : look->end - (look->end > from && look->end[-1] == '\n');
        for (const char *at = from; at < to; at++)
            lines += *at == '\n';
        if (is_wrapped(look, from, to, lines)) {
            tell(look, FAULT_WRAPPED, from);
            return;
        }
        from = to + strspn(to, "\n");
    }
}

/* How many signs part the line into cells: such as have no blank behind them, but for tabs. */
static int count_cells(const char *line, char sign)
{
    const char *from = line + strspn(line, " \t");
    int count = 0;

    for (; *from && *from != '\n'; from++)
        count += *from == sign && from[1] && (sign == '\t' || !typed_is_blank(from[1]));
    return count;
}

/* Lines below each other with as many cells. */
static bool look_for_columns_of(const struct line_look *look, char sign, int cells, int lines)
{
    int last = 0, run = 0;

    if (!strchr(look->text, sign))
        return false;
    for (const char *line = look->text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        int count = count_cells(line, sign);

        run = count >= cells && count == last ? run + 1 : 1;
        last = count;
        if (count >= cells && run >= lines) {
            tell(look, FAULT_COLUMNS, line);
            return true;
        }
    }
    return false;
}

static void look_for_columns(const struct line_look *look)
{
    static const char *const quoted[] = {"\";\"", "\",\""};

    bool lines = strchr(look->text, '\n') != NULL;

    if (lines && (look_for_columns_of(look, '\t', 1, 2) || look_for_columns_of(look, ';', 2, 2) || look_for_columns_of(look, ',', 2, 3)))
        return;
    for (size_t i = 0; i < COUNTOF(quoted) && strchr(look->text, '"'); i++) {
        const char *at = strstr(look->text, quoted[i]), *first = at;
        int count = 0;

        for (; at && count < QUOTED_CELLS_LEAST; at = strstr(at + 2, quoted[i]))
            count++;
        if (count >= QUOTED_CELLS_LEAST)
            tell(look, FAULT_COLUMNS, first);
    }
}

/* "=20" and "=" where lines of e-mails end. */
static void look_for_mail(const struct line_look *look)
{
    for (const char *at = look->text; (at = strchr(at, '=')); at++) {
        size_t length = strncmp(at, "=20", 3) == 0 ? 3 : 1;

        if ((at[length] == '\n' || (length == 3 && !at[length])) && is_letter_before(look, at)) {
            faults_add(look->faults, (struct fault){FAULT_CODE_COPIED, (size_t)(at - look->text), arena_text(look->arena, at, length)});
            return;
        }
    }
}

void line_ends_find(struct arena *arena, const struct node *node, struct faults *faults)
{
    struct line_look look = {arena, node, node->text, node->text + strlen(node->text), faults};

    look_for_parted(&look);
    look_for_joined(&look);
    if (node->style == NODE_LITERAL)
        look_for_wrapped(&look);
    look_for_columns(&look);
    look_for_mail(&look);
}
