/* Colours and WCAG contrast. */
#include "base/colour.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool colour_parse(const char *text, struct colour *colour)
{
    if (text[0] != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    unsigned long value = strtoul(text + 1, NULL, 16);

    *colour = (struct colour){(uint8_t)(value >> 16), (uint8_t)(value >> 8), (uint8_t)value, 255};
    return true;
}

/* One channel of WCAG 2.1's relative luminance. */
static double linear(uint8_t channel)
{
    double share = channel / 255.0;

    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

static uint8_t mixed(uint8_t under, uint8_t over, int alpha)
{
    return (uint8_t)((under * (255 - alpha) + over * alpha + 127) / 255);
}

struct colour colour_under(struct colour under, struct colour over, int alpha)
{
    return (struct colour){mixed(under.r, over.r, alpha), mixed(under.g, over.g, alpha), mixed(under.b, over.b, alpha), 255};
}

double colour_contrast(struct colour one, struct colour other)
{
    double a = luminance(one), b = luminance(other);

    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}
