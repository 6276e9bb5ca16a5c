#include "atlas/atlas.h"

#include "atlas/check_map.h"
#include "base/suggest.h"
#include "keys/tables.h"
#include "schema/schema.h"

#include <string.h>

enum { NAMES_SHOWN_MAX = 12 };

static const char folder[] = "assets/maps", ending[] = ".yaml";

/* ---- one file ---- */

/* A picture of the land that is missing would be a hole in the map. */
static void check_picture(const struct atlas *atlas, struct report *report, const struct land *land, const struct land_area *part)
{
    const char *path = arena_printf(atlas->spare, "%s/%s/%s.svg", folder, land->name, part->id);
    struct buffer content = {0};
    enum files_result result = atlas->files->read(atlas->files->context, path, YAML_BYTES_MAX, &content);

    buffer_finish(&content);
    if (result != FILES_OK)
        report_error(report, part->origin,
                     CODED("map-file-wrong") "id: there is no picture %s, or it cannot be read; make the map anew with assets/maps/make.py",
                     path);
}

/* Areas whose picture would stand beside the map are on none. */
static void measure_areas(struct report *report, struct land *land)
{
    for (int i = 0; i < land->area_count; i++) {
        struct land_area *area = &land->areas[i];

        area->box = rect_common(land->box, outline_box(&area->shape));
        if (rect_is_empty(area->box))
            report_error(report, area->origin, CODED("map-file-wrong") "shape: \"%s\" lies outside the map's box", area->id);
        if (!land_has(land, area->at))
            report_error(
                report, area->origin,
                CODED("map-file-wrong") "at: %.10g, %.10g lies outside the map's box; write latitude, then longitude, of a place in \"%s\"",
                area->at.latitude, area->at.longitude, area->id);
        if (land_area_named(land, area->id) < i)
            report_error(report, area->origin, CODED("named-twice") "id: \"%s\" stands here twice; remove one of the two", area->id);
    }
}

static const struct land *read_land(struct atlas *atlas, const struct reader *panel, const char *name, const struct buffer *content)
{
    struct reader reader = *panel;
    struct yaml_source source = {.bytes = content->bytes, .size = content->length};
    struct land *land = ARENA_NEW(reader.arena, struct land);

    reader.report = (struct report){panel->report.findings, arena_printf(reader.arena, "%s/%s%s", folder, name, ending), 0};
    reader.owner = NULL;
    const struct node *root = yaml_read(atlas->spare, &reader.report, &source);

    if (root && root->kind != NODE_MAP)
        report_error(&reader.report, root->origin, CODED("file-not-keys") "the file must begin with a key, for example \"middle: ...\"");
    if (!root || root->kind != NODE_MAP)
        return NULL;
    schema_defaults(&reader, &schema_land, land);
    land->name = name;
    if (!schema_read(&reader, &schema_land, root, land) || reader.report.errors > 0)
        return NULL;
    measure_areas(&reader.report, land);
    for (int i = 0; i < land->area_count; i++)
        check_picture(atlas, &reader.report, land, &land->areas[i]);
    for (int i = 0; i < land->layer_count; i++)
        check_picture(atlas, &reader.report, land, &(struct land_area){.id = land->layers[i].id, .origin = land->layers[i].origin});
    return reader.report.errors > 0 ? NULL : land;
}

/* ---- finding it ---- */

/* The names of the maps that there are; returns how many. */
static int list_names(const struct atlas *atlas, const char **names[])
{
    const char **found = NULL;
    int all = atlas->files->list(atlas->files->context, folder, atlas->spare, &found), count = 0;

    *names = ARENA_ARRAY(atlas->spare, const char *, all);
    for (int i = 0; i < all; i++) {
        size_t length = strlen(found[i]);

        if (found[i][0] != '.' && length > strlen(ending) && strcmp(found[i] + length - strlen(ending), ending) == 0)
            (*names)[count++] = arena_text(atlas->spare, found[i], length - strlen(ending));
    }
    return count;
}

static void report_missing(const struct atlas *atlas, struct report *report, const char *name, struct origin origin)
{
    const char **names;
    int count = list_names(atlas, &names);
    const char *suggested = suggest_name(name, names, count), *list = "";

    for (int i = 0; i < int_min(count, NAMES_SHOWN_MAX); i++)
        list = arena_printf(atlas->spare, "%s%s%s", list, i > 0 ? ", " : "; write one of: ", names[i]);
    if (suggested)
        report_error(report, origin, CODED("map-unknown") "region: there is no map \"%s\"; did you mean \"%s\"?", name, suggested);
    else
        report_error(report, origin,
                     CODED("map-unknown") "region: there is no map \"%s\"%s, or make assets/maps/%s.yaml with assets/maps/make.py", name,
                     list, name);
}

static const struct atlas_page *find_page(struct atlas *atlas, struct reader *reader, const char *name, struct origin origin)
{
    struct buffer content = {0};

    for (const struct atlas_page *page = atlas->pages; page; page = page->next)
        if (strcmp(page->name, name) == 0)
            return page;
    const char *path = arena_printf(atlas->spare, "%s/%s%s", folder, name, ending);
    enum files_result result = atlas->files->read(atlas->files->context, path, YAML_BYTES_MAX, &content);

    if (result != FILES_OK) {
        if (result == FILES_MISSING)
            report_missing(atlas, &reader->report, name, origin);
        else
            report_error(&reader->report, origin, CODED("file-unreadable") "region: %s cannot be read, or is larger than %d KB", path,
                         YAML_BYTES_MAX / 1024);
        return NULL;
    }
    struct atlas_page *page = ARENA_NEW(reader->arena, struct atlas_page);

    *page = (struct atlas_page){name, read_land(atlas, reader, name, &content), atlas->pages};
    buffer_finish(&content);
    atlas->pages = page;
    return page;
}

bool atlas_settle(struct atlas *atlas, const struct reader *reader, struct map *map, struct origin origin)
{
    struct reader own = *reader;
    const struct atlas_page *page = find_page(atlas, &own, map->region, origin);

    map->land = page ? page->land : NULL;
    return map->land && check_map(&own.report, map);
}
