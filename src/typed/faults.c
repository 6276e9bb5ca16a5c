/* The words of each. */
#include "typed/faults.h"

#include <stdlib.h>

enum { TOLD_MAX = 100 }; /* of one text: a page pasted from elsewhere has hundreds */

static const char heading[] = "a heading (\"#\" before a line, or a line of \"-\" or \"=\" below it) is shown as a plain paragraph; the "
                              "panel has its title; write \\# to mean the sign itself";
static const char rule[] =
    "a dividing line is not shown; an empty line begins a new paragraph; write a backslash (\\) before it to mean the "
    "signs themselves";
static const char dash_alone[] =
    "one item alone is no list and is shown as it is typed; write \\ before the sign to keep it so, or a dot (•) in its "
    "place";
static const char dash_number[] =
    "a sign before a number, or the dot of a list? it is shown as it is typed; write \\ before the sign to keep it so, or a "
    "dot (•) in its place";

static const char parted[] =
    "a word that was parted at the end of a line keeps its hyphen, in the middle of a line; write it whole, or \\- to mean the hyphen";
static const char joined[] = "this line begins as an item of a list does, and is joined to the line before it; write \"|\" behind the key, "
                             "in place of \">\" or nothing";
static const char wrapped[] = "lines that ended where a column did are shown with these ends, as verse is; write \">\" behind the key, in "
                              "place of \"|\", or each paragraph on a line of its own";

static const char *const messages[] = {
    [FAULT_HEADING] = heading,
    [FAULT_QUOTE] = "a quotation (\">\" at the start of a line) is shown as a plain paragraph; write \\> to mean the sign itself",
    [FAULT_QUOTE_NUMBER] = "\">\" before a number is shown as it is typed; write \\> to keep it so",
    [FAULT_CODE] = "text between backquotes (`) or tildes (~~~) is shown as plain text; for emphasis write *text*",
    [FAULT_INDENTED] = "text indented by four spaces or more is shown as it is typed, signs and all; take the spaces away",
    [FAULT_INDENT] = "the spaces at the start of this line are not shown; take them away, or write &nbsp; for each",
    [FAULT_RULE] = rule,
    [FAULT_IMAGE] = "a picture inside the text is not shown, only its description; use the panel's picture",
    [FAULT_LINK] = "leads nowhere; link to panel:NAME, term:NAME, event:NAME or person:NAME; it is shown as plain text",
    [FAULT_LINK_EMPTY] = "a link without words is not shown; write [words](panel:NAME)",
    [FAULT_LINK_TITLE] = "the words in quotes behind a link's address are not shown; take them away",
    [FAULT_LINK_APART] = "this link is shown as it is typed; write [words](panel:NAME), with nothing between the brackets",
    [FAULT_LOST] = "is not shown: a link's address on a line of its own; write the link as [words](panel:NAME), or \\[ to mean the sign",
    [FAULT_DASH_ALONE] = dash_alone,
    [FAULT_DASH_NUMBER] = dash_number,
    [FAULT_ITEM_EMPTY] = "an item of a list without words is not shown; write its words, or remove it",
    [FAULT_NUMBERS] =
        "the numbers of this list do not run, and are shown as they are typed; number it 1., 2., 3., or write 1\\. to keep it so",
    [FAULT_STAR_INSIDE] = "a star inside a word or between numbers is shown as it is typed; write \\* to keep it so, or × between numbers",
    [FAULT_TABLE] = "a table is shown as it is typed, lines and all; write a list instead",
    [FAULT_STARS_OPEN] = "two stars that are not closed are shown as they are typed; write **text**, or \\*\\* for the signs",
    [FAULT_STARS_APART] =
        "stars that do not touch their words are shown as they are typed; write \"**words**\", not **\"words\"**; \\* is the sign",
    [FAULT_TAG] = "HTML is shown as it is written; for emphasis write *text*, for strong words **text**",
    [FAULT_TAG_PLAIN] = "HTML is shown as it is written; take it away",
    [FAULT_ENTITY] = "stands for no letter that can be shown, and is shown as it is typed; write the letter itself",
    [FAULT_ENTITY_OPEN] = "is shown as it is typed; close it with a semicolon, or write the letter itself",
    [FAULT_ENTITY_TWICE] =
        "was escaped twice, so that visitors read the code of a letter; write the letter itself, or &#38; where the code is meant",
    [FAULT_COMMENT_OPEN] = "this remark is never closed, so that visitors read it; write --> where it ends",
    [FAULT_TEMPLATE] = "is a sign of templates, which are not filled in; write the words that belong there",
    [FAULT_SHORTCODE] = "is markup of another program, shown as it is typed; remove it",
    [FAULT_FOOTNOTE] = "is no footnote here, and is shown as it is typed; put the note in brackets, or among the sources",
    [FAULT_STRUCK] = "is not struck out, and is shown as it is typed; leave the words out",
    [FAULT_WIKI] = "is markup of a wiki, shown as it is typed; for emphasis write *text*, for a link [words](panel:NAME)",
    [FAULT_MATHS] = "is a formula's markup, shown as it is typed; write it with plain signs, for instance ² or ½",
    [FAULT_ATTRIBUTE] = "is an attribute, which means nothing here and is shown as it is typed; remove it",
    [FAULT_EMOJI] = "is the name of a picture sign, shown as it is typed; write a word, or remove it",
    [FAULT_FOREIGN] = "is markup of another tool, shown as it is typed; remove it; for emphasis write *text*",
    [FAULT_TEX] = "is a command of TeX, shown as it is typed; write the words or the signs themselves; for emphasis write *text*",
    [FAULT_TEX_ACCENT] = "is an accent as TeX has it, which is not set on its letter; write the letter itself (é, ñ, ü)",
    [FAULT_CODE_COPIED] = "is a document's code, not its text; copy the text again, as plain text",
    [FAULT_COPIED] = "was copied along with the text, and visitors read it; delete it",
    [FAULT_FAILED] = "is what a program writes where it found nothing to show; write what belongs there",
    [FAULT_WAITING] = "holds the place of a text that is still to come; write it",
    [FAULT_NUMBER_SHORT] = "is a number as a spreadsheet shortens it; write it in full",
    [FAULT_PARTED] = parted,
    [FAULT_JOINED] = joined,
    [FAULT_WRAPPED] = wrapped,
    [FAULT_COLUMNS] = "the columns of a table run together here; write a list instead",
    [FAULT_BREAK] = "a backslash and an n are shown as they are typed; end the line there, below a key that ends with \"|\"",
    [FAULT_MARKDOWN] = "is shown as it is typed: this text knows no emphasis and no links; remove the signs",
};

void faults_add(struct faults *faults, struct fault fault)
{
    faults->list = mem_grow(faults->list, faults->count, &faults->capacity, sizeof(*faults->list));
    faults->list[faults->count++] = fault;
}

static int compare(const void *one, const void *other)
{
    const struct fault *a = one, *b = other;

    if (a->offset != b->offset)
        return a->offset < b->offset ? -1 : 1;
    return (int)a->kind - (int)b->kind;
}

/* What no curator types: it came with a text that was copied. */
static bool is_pasted(enum fault_kind kind)
{
    return kind >= FAULT_CODE_COPIED && kind <= FAULT_NUMBER_SHORT;
}

void faults_tell(struct faults *faults, struct report *report, const struct node *node)
{
    if (faults->count > 1)
        qsort(faults->list, (size_t)faults->count, sizeof(*faults->list), compare);
    for (int i = 0, told = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->list[i];

        if (i > 0 && compare(fault, fault - 1) == 0)
            continue;
        struct origin origin = yaml_origin(node, fault->offset);
        if (++told > TOLD_MAX) {
            report_warning(report, origin, CODED("markdown-lost") "%d more places like these in this text", faults->count - i);
            return;
        }
        if (fault->kind == FAULT_LINK)
            report_warning(report, origin, CODED("link-wrong") "a link to \"%s\" %s", report_quote(fault->quoted).text,
                           messages[fault->kind]);
        else if (is_pasted(fault->kind))
            report_warning(report, origin, CODED("text-pasted") "\"%s\" %s", report_quote(fault->quoted).text, messages[fault->kind]);
        else if (fault->quoted[0])
            report_warning(report, origin, CODED("markdown-lost") "\"%s\" %s", report_quote(fault->quoted).text, messages[fault->kind]);
        else
            report_warning(report, origin, CODED("markdown-lost") "%s", messages[fault->kind]);
    }
}

void faults_finish(struct faults *faults)
{
    free(faults->list);
    *faults = (struct faults){0};
}
