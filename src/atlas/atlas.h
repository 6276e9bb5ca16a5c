/* The grounds of an exhibit's maps: files of assets/maps, each read once, and only where a panel names it. */
#pragma once

#include "base/files.h"
#include "exhibit/blocks.h"
#include "schema/reader.h"

/* One file as it was read. land: NULL with a finding in that file. */
struct atlas_page {
    const char *name;
    const struct land *land;
    struct atlas_page *next;
};

/* files: the exhibit's, in whose place built-in maps may stand. spare: for what is not kept. Borrowed, all of them. */
struct atlas {
    const struct files *files;
    struct arena *spare;
    struct atlas_page *pages;
};

/* Finds the ground of the panel's map, and where on it everything lies that the map speaks of. False with findings: the map cannot be
 * drawn. reader: of the panel's file; what is kept lies in its arena. origin: of the name of the map's ground. */
bool atlas_settle(struct atlas *atlas, const struct reader *reader, struct map *map, struct origin origin);
