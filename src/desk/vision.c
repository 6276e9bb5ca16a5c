/* Matrices for light, which is linear, of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: "A Physiologically-based Model for Simulation
 * of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0. */
#include "desk/vision.h"

#include <math.h>

enum { STEPS = 4096 }; /* of light; fine enough that dark colours keep theirs apart */

static const struct {
    const char *name;
    float matrix[3][3];
} kinds[VISION_COUNT] = {
    [VISION_ALL] = {"", {{0}}},
    [VISION_NO_RED] = {"as without red cones (protanopia)",
                       {{0.152286F, 1.052583F, -0.204868F}, {0.114503F, 0.786281F, 0.099216F}, {-0.003882F, -0.048116F, 1.051998F}}},
    [VISION_NO_GREEN] = {"as without green cones (deuteranopia)",
                         {{0.367322F, 0.860646F, -0.227968F}, {0.280085F, 0.672501F, 0.047413F}, {-0.011820F, 0.042940F, 0.968881F}}},
    [VISION_NO_BLUE] = {"as without blue cones (tritanopia)",
                        {{1.255528F, -0.076749F, -0.178779F}, {-0.078411F, 0.930809F, 0.147602F}, {0.004733F, 0.691367F, 0.303900F}}},
};

/* sRGB (IEC 61966-2-1), both ways. */
struct tables {
    float light[256];
    uint8_t code[STEPS + 1];
};

static void make_tables(struct tables *tables)
{
    for (int i = 0; i < 256; i++) {
        float share = (float)i / 255;

        tables->light[i] = share <= 0.04045F ? share / 12.92F : powf((share + 0.055F) / 1.055F, 2.4F);
    }
    for (int i = 0; i <= STEPS; i++) {
        float light = (float)i / (float)STEPS;

        tables->code[i] = (uint8_t)lroundf(255 * (light <= 0.0031308F ? light * 12.92F : 1.055F * powf(light, 1 / 2.4F) - 0.055F));
    }
}

static uint32_t code_of(const struct tables *tables, const float row[3], const float light[3])
{
    float sum = row[0] * light[0] + row[1] * light[1] + row[2] * light[2];

    return tables->code[(int)(fminf(fmaxf(sum, 0), 1) * (float)STEPS + 0.5F)];
}

const char *vision_name(enum vision vision)
{
    return kinds[vision].name;
}

void vision_apply(enum vision vision, uint32_t *pixels, int count)
{
    struct tables tables;

    if (vision == VISION_ALL)
        return;
    make_tables(&tables);
    for (int i = 0; i < count; i++) {
        const float light[3] = {tables.light[pixels[i] >> 16 & 255], tables.light[pixels[i] >> 8 & 255], tables.light[pixels[i] & 255]};

        pixels[i] = (pixels[i] & 0xFF000000) | code_of(&tables, kinds[vision].matrix[0], light) << 16 |
                    code_of(&tables, kinds[vision].matrix[1], light) << 8 | code_of(&tables, kinds[vision].matrix[2], light);
    }
}
