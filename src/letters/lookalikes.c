/* Three rows of letters, each above those it looks like. */
#include "letters/lookalikes.h"

#include <uchar.h>

/* A blank: none looks so. */
static const char16_t latin[] = u"aceopxyijsABCEHIJKMNOPSTXYZv", cyrillic[] = u"асеорхуіјѕАВСЕНІЈКМ ОРЅТХУ  ",
                      greek[] = u"   ο      ΑΒ ΕΗΙ ΚΜΝΟΡ ΤΧΥΖν";

enum { ROWS = COUNTOF(latin) - 1 };

uint32_t lookalike_latin(uint32_t code)
{
    for (int i = 0; i < ROWS; i++)
        if (code != ' ' && (cyrillic[i] == code || greek[i] == code))
            return latin[i];
    return 0;
}

uint32_t lookalike_of(uint32_t code, bool of_greek)
{
    for (int i = 0; i < ROWS; i++)
        if (latin[i] == code) {
            char16_t twin = of_greek ? greek[i] : cyrillic[i];

            return twin == ' ' ? 0 : twin;
        }
    return 0;
}
