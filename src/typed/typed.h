/* Single signs of a text as curators type it. */
#pragma once

#include "base/base.h"

bool typed_is_digit(char c);
/* a-z, A-Z. */
bool typed_is_letter(char c);
bool typed_is_blank(char c);
/* The bytes of the HTML comment that begins at `at`; 0 if none does, or if it is never closed. */
size_t typed_comment(const char *at);
/* Whether a tag of a document's format begins there, whose name has a colon ("<o:p>", "<ParaStyle:Body>"): Markdown would take it for an
 * address in angle brackets, as "<https://...>" is one. */
bool typed_is_format_tag(const char *at);
/* Whether a letter or digit of a script that writes blanks between words stands before, or at, this place. */
bool typed_word_before(const char *text, const char *at);
bool typed_word_at(const char *at, const char *end);
/* Whether a word is to be read in the text, or a number: letters or digits of any script. */
bool typed_has_word(const char *text, size_t length);
