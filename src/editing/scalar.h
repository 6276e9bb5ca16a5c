/* A text as a YAML file writes it, proved by reading it back. */
#pragma once

#include "yaml/yaml.h"

enum { SCALAR_WIDTH = 110 }; /* of folded lines, where the file does not show another */

/* How it is to be written. quote: '"' or '\'', of NODE_QUOTED. head: of a "|" or ">" block, the sign and what stands behind it on its line;
 * size 0: ">-" or "|". indent: blanks before its lines. width: columns, of folded lines. newline: as the file ends its lines. folded: of
 * NODE_QUOTED, whether a line break in the text parts paragraphs, as it does where quotes or a ">" block go over several lines. */
struct scalar_form {
    enum node_style style;
    char quote;
    struct bytes head;
    int indent, width;
    const char *newline;
    bool flow, folded;
};

/* Whether a file can hold the text: no control code in it but line breaks, nor what YAML takes for such ("\u0085", "\u2028", "\u2029"), nor
 * a byte order mark. */
bool scalar_can_hold(const char *text);
/* Adds the text in that form or, where that would be read as something else, in quotes. What closes it is its last letter; blanks and line
 * breaks at its end are dropped. It begins where the value does, behind "key: ". The text: scalar_can_hold, composed (text/nfc). */
void scalar_write(struct buffer *out, const char *text, const struct scalar_form *form);
/* Whether these bytes, behind "key: ", are read as that text and nothing else, without a finding; blanks and breaks at the end do not
 * count.
 */
bool scalar_is_read(struct bytes raw, bool flow, const char *text);
/* Length without blanks and line breaks at the end. */
size_t scalar_length(const char *text);
/* Adds the bytes broken into lines of that width, at blanks alone. column: of the first, from 0. Those who add nothing but letters and
 * single blanks get back what they gave, once the lines are folded. */
void scalar_fold(struct buffer *out, struct bytes words, int column, const struct scalar_form *form);
