#include "blocks/map_readout.h"

#include "blocks/map_touch.h"
#include "page/passage.h"

static const float LINE_HEIGHT = 1.25F;

/* "11 September 1973 – 11 March 1990" */
static const char *when(const struct map_readout *readout, struct date from, struct date to)
{
    const struct date_format *format = &page_words(readout->scene)->dates;
    struct arena *arena = readout->scene->arena;

    if (from.year == 0)
        return "";
    if (to.year == 0)
        return date_text(arena, format, from);
    return arena_printf(arena, "%s \u2013 %s", date_text(arena, format, from), date_text(arena, format, to));
}

/* The lines of an item: the name, when it was (behind a dot, as no comma is one in every script), what is said of it. Draws when told to;
 * returns their height. */
static int lines(const struct map_readout *readout, int item, struct rect rect, bool draw)
{
    const struct map *map = readout->map;
    bool area = item <= map->country_count;
    const struct map_country *country = area ? &map->countries[item - 1] : NULL;
    const struct map_point *point = area ? NULL : &map->points[item - map->country_count - 1];
    int language = readout->scene->language, y = rect.y;
    const char *name = text_in(area ? country->label : point->label, language);
    const char *date = area ? when(readout, country->from, country->to) : when(readout, point->date, (struct date){0});
    const char *texts[] = {date[0] && name[0] ? arena_printf(readout->scene->arena, "%s \u00b7 %s", name, date)
                           : name[0]          ? name
                                              : date,
                           text_in(area ? country->text : point->text, language)};

    for (int i = 0; i < (int)COUNTOF(texts); i++) {
        struct passage text = {
            .prose = paragraph_plain(readout->scene->arena, texts[i]),
            .type = i == 0 ? readout->name : readout->more,
            .colour = readout->scene->style->colours.ink,
            .line_height = LINE_HEIGHT,
        };
        const struct paragraph *paragraph = passage_set(readout->scene, &text, rect.w);

        if (!texts[i][0])
            continue;
        if (draw)
            passage_put(readout->scene, paragraph, &text, (struct rect){rect.x, y, rect.w, 0});
        y += paragraph->height_px;
    }
    return y - rect.y;
}

int map_readout_height(const struct map_readout *readout, int width_px)
{
    int height = 0;

    for (int item = 1; item <= map_touch_count(readout->map); item++)
        height = int_max(height, lines(readout, item, (struct rect){0, 0, width_px, 0}, false));
    return height;
}

void map_readout_put(const struct map_readout *readout, struct rect rect)
{
    int chosen = readout->scene->chosen;

    if (chosen > 0 && chosen <= map_touch_count(readout->map))
        lines(readout, chosen, rect, true);
}
