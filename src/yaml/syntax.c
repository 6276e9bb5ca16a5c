/* Plain words for each complaint of libyaml 0.2.5. */
#include "yaml/syntax.h"

#include "base/utf8.h"
#include "yaml/lines.h"
#include "yaml/lint.h"

#include <stdlib.h>
#include <string.h>

/* Empty behind the last line. */
static struct line line_at(const struct syntax_problem *p, int number)
{
    const char *at = p->bytes, *end = p->bytes + p->size;

    if (p->size >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
        at += 3;
    for (int line = 1; line < number && at < end; line++)
        line_next(&at, end);
    return line_next(&at, end);
}

static const char *past_blanks(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return at;
}

/* The place of a 1-based column, which counts letters. */
static const char *at_column(struct line line, int column)
{
    const char *at = line.start;

    for (int i = 1; i < column && at < line.end; i++)
        utf8_next(&at, line.end);
    return at;
}

/* The letter that stands somewhere, as a text; "" at the line's end. */
struct shown_letter {
    char text[5];
};

static struct shown_letter letter_at(const struct syntax_problem *p, struct origin origin)
{
    struct line line = line_at(p, origin.line);
    struct shown_letter letter = {""};
    const char *at = at_column(line, origin.column), *next = at;

    if (at < line.end) {
        utf8_next(&next, line.end);
        memcpy(letter.text, at, (size_t)(next - at));
    }
    return letter;
}

/* "key:value" at the start of a line: the column of what follows the colon; else 0. */
static int missing_space(struct line line)
{
    const char *at = past_blanks(line.start, line.end), *word = at;

    while (at < line.end && ((*at | 32) >= 'a' && (*at | 32) <= 'z' ? true : *at == '_' || *at == '-'))
        at++;
    if (at == word || at + 1 >= line.end || *at != ':' || at[1] == ' ')
        return 0;
    return (int)(at - line.start) + 2;
}

static bool is_blank(struct line line)
{
    return past_blanks(line.start, line.end) == line.end;
}

/* A key whose colon was forgotten. */
static bool is_lone_word(struct line line)
{
    const char *word = past_blanks(line.start, line.end), *at = word;

    while (at < line.end && ((*at >= 'a' && *at <= 'z') || *at == '_' || *at == '-'))
        at++;
    return at > word && past_blanks(at, line.end) == line.end;
}

/* A ":" that cannot be: inside a text, below a line that lacks the space behind its colon, or on a line indented too far. */
static void report_colon(struct report *report, const struct syntax_problem *p)
{
    struct line line = line_at(p, p->at.line);
    const char *colon = at_column(line, p->at.column);
    int above = p->at.line - 1;

    for (const char *at = line.start; at < colon; at++)
        if (*at == ':' && at[1] == ' ') {
            report_error(report, p->at,
                         CODED("syntax-colon") "a second colon on this line; put the text in straight quotes: key: \"text: more text\"");
            return;
        }
    while (above > 0 && is_blank(line_at(p, above)))
        above--;
    int column = above > 0 ? missing_space(line_at(p, above)) : 0;

    if (column == 0 && above > 0 && is_lone_word(line_at(p, above))) {
        report_error(report, report_at(report, above, 1),
                     CODED("syntax-colon") "this line is no \"key: value\"; a colon is missing behind the word");
        return;
    }
    if (column > 0) {
        report_error(report, report_at(report, above, column),
                     CODED("syntax-colon") "a space is missing behind the colon; write \"key: value\"");
        return;
    }
    report_error(report, p->at,
                 CODED("syntax-indentation") "this key cannot stand here; give it the same indentation as the other keys of its group");
}

static void report_key(struct report *report, const struct syntax_problem *p)
{
    struct line line = line_at(p, p->at.line);
    const char *at = at_column(line, p->at.column);
    struct shown_letter letter = letter_at(p, p->at);

    if (letter.text[0] == '}' || letter.text[0] == ']') {
        report_error(report, p->at, CODED("syntax-bracket") "this \"%s\" closes nothing; remove it, or put the text in straight quotes",
                     letter.text);
        return;
    }
    const char *before = at;

    while (before > line.start && before[-1] == ' ')
        before--;
    if (before > line.start && (before[-1] == ']' || before[-1] == '}')) { /* "[1973] The year" */
        report_error(report, p->at, CODED("syntax-bracket") "a text that begins with \"%s\" must stand in straight quotes, or below \"|\"",
                     before[-1] == ']' ? "[" : "{");
        return;
    }
    if (past_blanks(line.start, line.end) < at) {
        report_error(report, p->at,
                     CODED("syntax-quote") "the text goes on behind its closing quote; inside \"...\" "
                                           "write \\\" for a quote, inside '...' write ''");
        return;
    }
    if (letter.text[0] == '-') {
        report_error(report, p->at,
                     CODED("syntax-indentation") "this list item fits no list above; give it the same indentation as the other items, "
                                                 "below a key without a value");
        return;
    }
    report_error(
        report, p->at,
        CODED("syntax-indentation") "the indentation of this line fits no line above; give it the same as the other keys of its group");
}

static void report_character(struct report *report, const struct syntax_problem *p)
{
    struct shown_letter letter = letter_at(p, p->at);

    report_error(report, p->at, CODED("syntax-sign") "a value cannot begin with \"%s\"; put the text in straight quotes", letter.text);
}

static void report_star(struct report *report, const struct syntax_problem *p)
{
    struct shown_letter letter = letter_at(p, p->began);

    report_error(report, p->began, CODED("syntax-sign") "a text that begins with \"%s\" must stand in straight quotes, or below \"|\"",
                 letter.text);
}

static void report_open_quote(struct report *report, const struct syntax_problem *p)
{
    struct shown_letter letter = letter_at(p, p->began);

    report_error(report, p->began, CODED("syntax-quote") "this quote is never closed; write %s where the text ends", letter.text);
}

static void report_open_bracket(struct report *report, const struct syntax_problem *p)
{
    struct shown_letter letter = letter_at(p, p->began);
    bool list = letter.text[0] == '[';

    report_error(report, p->began,
                 CODED("syntax-bracket") "this \"%s\" is not closed; write \"%s\" at its end and a comma between its parts",
                 list ? "[" : "{", list ? "]" : "}");
}

static void report_word(struct report *report, const struct syntax_problem *p)
{
    int column = missing_space(line_at(p, p->began.line));

    if (column > 0)
        report_error(report, report_at(report, p->began.line, column),
                     CODED("syntax-colon") "a space is missing behind the colon; write \"key: value\"");
    else
        report_error(
            report, p->began,
            CODED("syntax-colon") "this line is no \"key: value\"; a colon is missing, or the text must be indented below its key");
}

static void report_end(struct report *report, const struct syntax_problem *p)
{
    report_error(report, p->at,
                 CODED("syntax-document") "the file ended above this line; remove the line \"...\", or the one that begins with \"%%\"");
}

/* The four digits of an escape; 0 if there are none. */
static uint32_t escape_digits(const char *at, const char *end)
{
    char digits[5] = {0}, *behind;

    if (end - at < 4)
        return 0;
    memcpy(digits, at, 4);
    unsigned long code = strtoul(digits, &behind, 16);

    return behind == digits + 4 ? (uint32_t)code : 0;
}

/* Programs that think in 16 bits write an emoji as two halves, and may lose one. */
static bool report_halves(struct report *report, const struct syntax_problem *p)
{
    struct line line = line_at(p, p->at.line);
    const char *at = at_column(line, p->at.column);
    uint32_t high = escape_digits(at, line.end), low = 0;

    if (high < 0xD800 || high > 0xDFFF)
        return false;
    if (line.end - at >= 10 && at[4] == '\\' && at[5] == 'u')
        low = escape_digits(at + 6, line.end);
    lint_report_halves(report, p->at, high, low);
    return true;
}

static void report_escape(struct report *report, const struct syntax_problem *p)
{
    if (report_halves(report, p))
        return;
    report_error(
        report, p->at,
        CODED("syntax-quote") "a backslash in double quotes begins a code, and this one is unknown; write the text in single quotes '...'");
}

static void report_block(struct report *report, const struct syntax_problem *p)
{
    report_error(report, p->at,
                 CODED("syntax-sign") "behind \"|\" or \">\" the line must end; write the text on the lines below, indented");
}

static void report_dash(struct report *report, const struct syntax_problem *p)
{
    report_error(report, p->at, CODED("syntax-indentation") "a list begins on a line of its own; write \"- ...\" below the key");
}

static void report_item(struct report *report, const struct syntax_problem *p)
{
    report_error(report, p->at,
                 CODED("syntax-indentation") "this line fits no list item above; begin it with \"- \" or correct its indentation");
}

static void report_tab(struct report *report, const struct syntax_problem *p)
{
    report_error(report, p->at, CODED("indentation-tab") "a tab in the indentation; use plain spaces, here and below");
}

static void report_unknown(struct report *report, const struct syntax_problem *p)
{
    if (letter_at(p, report_at(report, p->at.line, 1)).text[0] == '%') {
        report_error(report, report_at(report, p->at.line, 1),
                     CODED("syntax-sign") "a line cannot begin with \"%%\"; put the text in straight quotes");
        return;
    }
    report_error(report, p->at, CODED("syntax-other") "this cannot be read as YAML (%s); put the text in straight quotes", p->problem);
}

static const struct {
    const char *problem;
    void (*report)(struct report *report, const struct syntax_problem *problem);
} complaints[] = {
    {"mapping values are not allowed in this context", report_colon},
    {"could not find expected ':'", report_word},
    {"found unexpected end of stream", report_open_quote},
    {"found unexpected document indicator", report_open_quote},
    {"found unknown escape character", report_escape},
    {"did not find expected hexdecimal number", report_escape},
    {"found invalid Unicode character escape code", report_escape},
    {"found character that cannot start any token", report_character},
    {"did not find expected node content", report_character},
    {"mapping keys are not allowed in this context", report_character},
    {"block sequence entries are not allowed in this context", report_dash},
    {"did not find expected alphabetic or numeric character", report_star},
    {"did not find expected comment or line break", report_block},
    {"found a tab character where an indentation space is expected", report_tab},
    {"found a tab character that violates indentation", report_tab},
    {"did not find expected key", report_key},
    {"did not find expected '-' indicator", report_item},
    {"did not find expected ',' or ']'", report_open_bracket},
    {"did not find expected ',' or '}'", report_open_bracket},
    {"did not find expected <document start>", report_end},
};

void syntax_report(struct report *report, const struct syntax_problem *problem)
{
    struct line line = line_at(problem, problem->at.line);

    if (lint_has_typographic_quote(line.start, (size_t)(line.end - line.start)))
        report_warning(
            report, problem->at,
            CODED("quotes-typographic") "this line has typographic quotes; around a value YAML knows straight ones only: \"...\"");
    for (size_t i = 0; i < COUNTOF(complaints); i++)
        if (strcmp(problem->problem, complaints[i].problem) == 0) {
            complaints[i].report(report, problem);
            return;
        }
    report_unknown(report, problem);
}
