/* Character references of HTML: &nbsp; &#8211; &#x2013; */
#pragma once

#include "base/base.h"

enum { ENTITY_LETTERS_MAX = 8 }; /* bytes: two letters at most */

/* The letters that a reference stands for. */
struct entity {
    char bytes[ENTITY_LETTERS_MAX];
    size_t length;
};

/* How many bytes have the form of a reference from `at` on, "&" and ";" included; 0 if they have not. */
size_t entity_length(const char *at);
/* The same for one that lacks its semicolon: "&#38", "&eacute", and "&szlig" of "&szlige", which old pages end so. */
size_t entity_open_length(const char *at);
/* The same for one that was escaped once more: "&amp;eacute;", of which visitors would read "&eacute;". */
size_t entity_twice_length(const char *at);
/* What "&...;" stands for; of no length if there is no such reference, or its letter cannot be shown. */
struct entity entity_read(const char *text, size_t length);
