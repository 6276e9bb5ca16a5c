/* A file of tests/exhibit, chosen by the first byte, becomes the rest: loaded, and, of four inputs one, visited, which takes far longer. */
#include "load/load.h"
#include "fuzz/fuzz.h"
#include "support/held_files.h"
#include "support/tour.h"

#include <assert.h>
#include <string.h>

/* Half of the inputs are panels: they can say most. */
static const char *const paths[] = {"config/panels/wages.yaml",   "config/exhibit.yaml",     "config/panels/network.yaml",
                                    "config/timeline.yaml",       "config/panels/fire.yaml", "config/theme.yaml",
                                    "config/panels/welcome.yaml", "config/words.yaml",       "config/layouts/picture-left.yaml",
                                    "config/glossary.yaml",       "config/people.yaml"};

static const struct held_file *find(const struct held_files *held, const char *path)
{
    for (int i = 0; i < held->config_count; i++)
        if (strcmp(held->files[i].path, path) == 0)
            return &held->files[i];
    return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct held_files held;

    if (!held.disk) {
        bool opened = held_files_open(&held, "tests/exhibit");

        assert(opened);
    }
    if (size < 1)
        return 0;
    held.changed = find(&held, paths[bytes[0] % COUNTOF(paths)]);
    assert(held.changed);
    held.bytes = (const char *)bytes + 1;
    held.size = size - 1;

    struct files files = held_files(&held);
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(&files, findings);

    if (bytes[0] / COUNTOF(paths) % 4 == 0 && loaded && loaded_exhibit(loaded)->panel_count > 0) {
        bool panel = strncmp(held.changed->path, "config/panels/", 14) == 0;
        const char *only = !panel                                  ? NULL
                           : strstr(held.changed->path, "wages")   ? "wages"
                           : strstr(held.changed->path, "network") ? "network"
                           : strstr(held.changed->path, "fire")    ? "fire"
                                                                   : "welcome";

        tour_make(&(struct tour){
            .exhibit = loaded_exhibit(loaded), .screen = {1280, 800}, .language = (int)size % 2, .only = only, .brief = true});
    }
    loaded_destroy(loaded);
    findings_destroy(findings);
    return 0;
}
