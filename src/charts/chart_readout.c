/* Only what was measured alike is compared: neither a number that is in doubt nor one that is about so much. */
#include "charts/chart_readout.h"

#include "blocks/readout.h"

static const float NUMBER_GROWS = 1.3F;

static bool is_exact(const struct chart_sheet *sheet, int value)
{
    const struct chart_value *of;

    if (value < 0 || value >= sheet->chart->value_count)
        return false;
    of = &sheet->chart->values[value];
    return !of->disputed && !text_in(of->before, sheet->scene->language)[0];
}

/* The value before it, or the one behind it; -1 if it stands alone. */
static int neighbour_of(const struct chart_sheet *sheet, int value)
{
    if (!sheet->chart->compare || !is_exact(sheet, value))
        return -1;
    if (is_exact(sheet, value - 1))
        return value - 1;
    return is_exact(sheet, value + 1) ? value + 1 : -1;
}

/* "26 more than 1969"; "" where nothing is compared. */
static const char *comparison(const struct chart_sheet *sheet, int value)
{
    int other = neighbour_of(sheet, value);

    if (other < 0)
        return "";
    const struct chart_value *of = &sheet->chart->values[value], *than = &sheet->chart->values[other];

    return readout_against(sheet->scene, sheet->numbers, (const double[]){of->value, than->value},
                           text_in(than->label, sheet->scene->language));
}

static struct readout told_of(const struct chart_sheet *sheet, int value)
{
    return (struct readout){
        .number = chart_sheet_number(sheet, value),
        .name = text_in(sheet->chart->values[value].label, sheet->scene->language),
        .more = comparison(sheet, value),
    };
}

static struct readout_types types_of(const struct chart_sheet *sheet)
{
    struct readout_types types = {sheet->numeral, sheet->label, sheet->small};

    types.number.size_px = (int)(NUMBER_GROWS * (float)types.number.size_px);
    types.more.size_px = (sheet->small.size_px + sheet->label.size_px) / 2;
    return types;
}

int chart_readout_height(const struct chart_sheet *sheet, int width_px)
{
    struct readout_types types = types_of(sheet);
    int most = readout_height(sheet->scene, &types, NULL, width_px);

    for (int i = 0; i < sheet->chart->value_count; i++) {
        struct readout told = told_of(sheet, i);

        most = int_max(most, readout_height(sheet->scene, &types, &told, width_px));
    }
    return most + sheet->gap_px;
}

void chart_readout_put(const struct chart_sheet *sheet, struct rect rect)
{
    struct readout_types types = types_of(sheet);
    struct readout told = sheet->chosen >= 0 ? told_of(sheet, sheet->chosen) : (struct readout){0};

    rect.h -= sheet->gap_px;
    readout_put(sheet->scene, &types, sheet->chosen >= 0 ? &told : NULL, rect);
}
