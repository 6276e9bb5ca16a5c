/* Letters that a text holds by accident: lost ones, those of one program's own font, invisible ones that do nothing. Pure. */
#pragma once

#include "base/base.h"

enum stray_kind {
    STRAY_LOST,      /* U+FFFD: a program could not read what stood here */
    STRAY_OBJECT,    /* U+FFFC: a picture that was pasted with the text */
    STRAY_PRIVATE,   /* a letter of private use, which only the font it was typed in has */
    STRAY_VARIATION, /* a variation selector behind a letter that has no such form, or asking for a coloured picture */
    STRAY_JOINER,    /* U+200C or U+200D where nothing joins */
    STRAY_OPEN,      /* turns the order of letters, and nothing ends it */
    STRAY_CLOSE,     /* ends a turned order that nothing began */
    STRAY_COUNT
};

/* from: its first byte. meant: the letter that a private one shows in the fonts it is usual in (those of Word's lists); 0 if unknown. */
struct stray {
    bool there;
    size_t from;
    uint32_t code, meant;
};

/* The first of each kind in a checked text. The joiners of Persian, of India's scripts and of emoji are none. */
struct strays {
    struct stray of[STRAY_COUNT];
};

struct strays strays_find(const char *text, size_t length);
