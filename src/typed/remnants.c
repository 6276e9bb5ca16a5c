/* Tables: of such as begin with a sign, which are met on the way through a text; of such as stand at a line's start; and of such as are all
 * of a text. */
#include "typed/remnants.h"

#include "typed/typed.h"

#include <string.h>
#include <strings.h>

/* Capitals and small letters are the same. */
static const struct remnant_row {
    const char *begins;
    enum fault_kind kind;
} rows[] = {
    /* RTF, styles and conditions of Word, headers of e-mails, JSON, fields of word processors */
    {"{\\rtf", FAULT_CODE_COPIED},
    {"{\\*\\", FAULT_CODE_COPIED},
    {"\\pard", FAULT_CODE_COPIED},
    {"{mso-", FAULT_CODE_COPIED},
    {"* Style Definitions *", FAULT_CODE_COPIED},
    {"[if gte mso", FAULT_CODE_COPIED},
    {"[if !support", FAULT_CODE_COPIED},
    {"[endif]", FAULT_CODE_COPIED},
    {"{ HYPERLINK", FAULT_CODE_COPIED},
    {"{HYPERLINK", FAULT_CODE_COPIED},
    {"{ PAGE", FAULT_CODE_COPIED},
    {"{PAGE", FAULT_CODE_COPIED},
    {"{ REF ", FAULT_CODE_COPIED},
    {"\\* MERGEFORMAT", FAULT_CODE_COPIED},
    {"{\"", FAULT_CODE_COPIED},
    {"[{\"", FAULT_CODE_COPIED},
    {"<*p(", FAULT_CODE_COPIED},
    {"=?utf-8?", FAULT_CODE_COPIED},
    {"=?iso-", FAULT_CODE_COPIED},
    {"=?windows-", FAULT_CODE_COPIED},
    {"=?us-ascii?", FAULT_CODE_COPIED},
    {"=?koi8-", FAULT_CODE_COPIED},
    {"=?gb", FAULT_CODE_COPIED},
    {"=?big5?", FAULT_CODE_COPIED},
    {"=?shift_jis?", FAULT_CODE_COPIED},
    {"=?euc-", FAULT_CODE_COPIED},
    /* e-mails, web pages, wikis */
    {"[cid:", FAULT_COPIED},
    {"[image: ", FAULT_COPIED},
    {"[edit]", FAULT_COPIED},
    {"[edit source", FAULT_COPIED},
    {"[citation needed]", FAULT_COPIED},
    {"[editar", FAULT_COPIED},
    {"[cita requerida]", FAULT_COPIED},
    {"[bearbeiten", FAULT_COPIED},
    {"[modifier |", FAULT_COPIED},
    {"[r\u00e9f. n\u00e9cessaire]", FAULT_COPIED},
    {"{color:", FAULT_FOREIGN},
    {"{color}", FAULT_FOREIGN},
    {"{code}", FAULT_FOREIGN},
    {"{quote}", FAULT_FOREIGN},
    {"{noformat}", FAULT_FOREIGN},
    {"[TOC]", FAULT_FOREIGN},
    {"{0}", FAULT_TEMPLATE},
    {"{1}", FAULT_TEMPLATE},
    {"%1$s", FAULT_TEMPLATE},
    {"|http://", FAULT_WIKI},
    {"|https://", FAULT_WIKI},
    /* what spreadsheets, word processors and browsers write where they found nothing, in the languages they speak */
    {"#NAME?", FAULT_FAILED},
    {"#REF!", FAULT_FAILED},
    {"#VALUE!", FAULT_FAILED},
    {"#DIV/0!", FAULT_FAILED},
    {"#N/A", FAULT_FAILED},
    {"#NUM!", FAULT_FAILED},
    {"#NULL!", FAULT_FAILED},
    {"#SPILL!", FAULT_FAILED},
    {"#BEZUG!", FAULT_FAILED},
    {"#WERT!", FAULT_FAILED},
    {"#ZAHL!", FAULT_FAILED},
    {"#NV!", FAULT_FAILED},
    {"#\u00a1REF!", FAULT_FAILED},
    {"#\u00a1VALOR!", FAULT_FAILED},
    {"#\u00a1DIV/0!", FAULT_FAILED},
    {"#\u00a1NUM!", FAULT_FAILED},
    {"#\u00bfNOMBRE?", FAULT_FAILED},
    {"#VALOR!", FAULT_FAILED},
    {"#NOME?", FAULT_FAILED},
    {"#NOM?", FAULT_FAILED},
    {"#VALEUR!", FAULT_FAILED},
    {"#VALORE!", FAULT_FAILED},
    {"#RIF!", FAULT_FAILED},
    {"#\u0421\u0421\u042b\u041b\u041a\u0410!", FAULT_FAILED},
    {"#\u0417\u041d\u0410\u0427!", FAULT_FAILED},
    {"#\u0418\u041c\u042f?", FAULT_FAILED},
    {"#####", FAULT_FAILED},
    {"[object Object]", FAULT_FAILED},
    {"! Reference source not found", FAULT_FAILED},
    {"! Bookmark not defined", FAULT_FAILED},
    {"! Verweisquelle konnte nicht", FAULT_FAILED},
    {"! Textmarke nicht definiert", FAULT_FAILED},
    {"! No se encuentra el origen", FAULT_FAILED},
    {"! Marcador no definido", FAULT_FAILED},
    {"! Source du renvoi introuvable", FAULT_FAILED},
    {"! Signet non d\u00e9fini", FAULT_FAILED},
    {"! Fonte de refer\u00eancia n\u00e3o", FAULT_FAILED},
};

static const struct remnant_row line_rows[] = {
    {"Lorem ipsum", FAULT_WAITING},
    {"Click or tap here", FAULT_WAITING},
    {"Click here to enter text", FAULT_WAITING},
    {"Klicken oder tippen Sie hier", FAULT_WAITING},
    {"Klicken Sie hier, um Text", FAULT_WAITING},
    {"Haga clic o pulse aqu\u00ed", FAULT_WAITING},
    {"Haga clic aqu\u00ed para escribir", FAULT_WAITING},
    {"Cliquez ou appuyez ici", FAULT_WAITING},
    {"Fare clic o toccare qui", FAULT_WAITING},
    {"Clique ou toque aqui", FAULT_WAITING},
    {"Sent from my ", FAULT_COPIED},
    {"Get Outlook for ", FAULT_COPIED},
    {"Von meinem iPhone gesendet", FAULT_COPIED},
    {"Enviado desde mi ", FAULT_COPIED},
    {"Normal 0 ", FAULT_CODE_COPIED},
    {"mso-", FAULT_CODE_COPIED},
    {"export const ", FAULT_CODE_COPIED},
    {"export default ", FAULT_CODE_COPIED},
};

/* As all there is of a text. In small letters they may be words. */
static const struct remnant_row whole_rows[] = {
    {"NULL", FAULT_FAILED},  {"null", FAULT_FAILED},  {"(null)", FAULT_FAILED}, {"undefined", FAULT_FAILED}, {"NaN", FAULT_FAILED},
    {"TODO", FAULT_WAITING}, {"TBD", FAULT_WAITING},  {"TBA", FAULT_WAITING},   {"FIXME", FAULT_WAITING},    {"XXX", FAULT_WAITING},
    {"xxx", FAULT_WAITING},  {"XXXX", FAULT_WAITING}, {"xxxx", FAULT_WAITING},  {"???", FAULT_WAITING},
};

static struct remnant find(const struct remnant_row *list, size_t count, const char *at)
{
    for (size_t i = 0; i < count; i++) {
        if ((list[i].begins[0] | 32) != (*at | 32))
            continue;
        size_t length = strlen(list[i].begins);

        if (strncasecmp(at, list[i].begins, length) == 0)
            return (struct remnant){list[i].kind, length, 0};
    }
    return (struct remnant){FAULT_COPIED, 0, 0};
}

/* "%s" and "%d" of program text; behind a number the sign is that of percents. */
static bool is_format(const char *text, const char *at)
{
    const char *before = at;

    if (*at != '%' || !at[1] || !strchr("sd@", at[1]) || typed_is_letter(at[2]) || typed_is_digit(at[2]))
        return false;
    while (before > text && (typed_is_blank(before[-1]) || (unsigned char)before[-1] >= 0x80))
        before--;
    return before == text || !(typed_is_digit(before[-1]) || before[-1] == '%');
}

/* "1,05E+12", around the sign. */
static struct remnant short_number(const char *text, const char *at)
{
    size_t digits = *at == '+' ? strspn(at + 1, "0123456789") : 0, before = 1;

    if (digits < 2 || typed_is_letter(at[1 + digits]) || at - text < 2 || at[-1] != 'E' || !typed_is_digit(at[-2]))
        return (struct remnant){FAULT_COPIED, 0, 0};
    while (text < at - before && strchr("0123456789.,", at[-1 - (ptrdiff_t)before]))
        before++;
    return (struct remnant){FAULT_NUMBER_SHORT, 1 + digits, before};
}

/* "=SUM(A1:A9)" as a text's first word. */
static size_t formula(const char *text, const char *at)
{
    size_t name = *at == '=' && at == text ? strspn(at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

    return name > 1 && at[1 + name] == '(' ? strcspn(at, "\n") : 0;
}

struct remnant remnant_at(const char *text, const char *at)
{
    struct remnant found = {FAULT_COPIED, 0, 0};

    if (*at == '\n')
        return found;
    if (is_format(text, at))
        return (struct remnant){FAULT_TEMPLATE, 2, 0};
    struct remnant number = short_number(text, at);

    if (number.length > 0)
        return number;
    if ((found.length = formula(text, at)) > 0)
        return (struct remnant){FAULT_CODE_COPIED, found.length, 0};
    return strchr("{\\*[<=%|#!", *at) ? find(rows, COUNTOF(rows), at) : found; /* what the rows begin with */
}

/* "@Body Text:The hill": the name of a style before its paragraph, as layout programs hand texts on. */
static size_t style_name(const char *line)
{
    size_t length = *line == '@' ? strcspn(line, ":=\n") : 0;

    return length > 2 && (line[length] == ':' || line[length] == '=') && line[length + 1] && !strchr(" /\n", line[length + 1]) &&
                   typed_is_letter(line[1]) && !memchr(line, '.', length)
               ? length + 1
               : 0;
}

struct remnant remnant_at_line(const char *line)
{
    size_t style = style_name(line);

    return style > 0 ? (struct remnant){FAULT_CODE_COPIED, style, 0} : find(line_rows, COUNTOF(line_rows), line);
}

/* "TODO" is a word of theirs: all. */
static bool says_all(const char *language)
{
    static const char *const languages[] = {"es", "pt", "gl", "ast", "an"};
    size_t length = strcspn(language, "-_");

    for (size_t i = 0; i < COUNTOF(languages); i++)
        if (strlen(languages[i]) == length && strncmp(languages[i], language, length) == 0)
            return true;
    return false;
}

struct remnant remnant_whole(const char *text, const char *language)
{
    size_t first = strspn(text, " [\n"), length = strcspn(text + first, " ]:.\n");

    if (text[first + length + strspn(text + first + length, " ]:.\n")])
        return (struct remnant){FAULT_COPIED, 0, 0};
    for (size_t i = 0; i < COUNTOF(whole_rows); i++)
        if (strlen(whole_rows[i].begins) == length && strncmp(text + first, whole_rows[i].begins, length) == 0 &&
            !(strncmp(text + first, "TODO", length) == 0 && says_all(language)))
            return (struct remnant){whole_rows[i].kind, length, 0};
    return (struct remnant){FAULT_COPIED, 0, 0};
}
