#include "shelter/shelter.h"

#include "base/log.h"
#include "shelter/pristine.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void shelter_begin(struct shelter *shelter, const char *exhibit, bool counted)
{
    *shelter = (struct shelter){.exhibit = exhibit, .adopting = adopting_create(exhibit), .counted = counted, .held = -1};
}

static void show_nothing_instead(struct shelter *shelter)
{
    if (shelter->held >= 0)
        close(shelter->held);
    shelter->held = -1;
    free(shelter->instead);
    shelter->instead = NULL;
}

void shelter_tick(struct shelter *shelter, int64_t now_ms)
{
    falls_tick(&shelter->falls, shelter->instead != NULL, now_ms);
}

void shelter_forgive(void *shelter)
{
    falls_forgive(&((struct shelter *)shelter)->falls);
}

void shelter_end(struct shelter *shelter, bool told)
{
    if (shelter->files) /* a folder that is gone is what it falls with */
        falls_forgive(&shelter->falls);
    falls_end(&shelter->falls, told);
    adopting_destroy(shelter->adopting);
    files_close(shelter->files);
    show_nothing_instead(shelter);
}

/* ---- instead of what the program falls with ---- */

static int count_falls(struct shelter *shelter, int64_t now_ms)
{
    struct buffer what = {0};

    if (!shelter->counted)
        return 0;
    buffer_printf(&what, VITRINA_VERSION " %s", shelter->folder);
    int falls = falls_begin(&shelter->falls, what.bytes, now_ms);

    buffer_finish(&what);
    return falls;
}

static bool take_instead(struct shelter *shelter, char *folder)
{
    struct files *files = folder && strcmp(folder, shelter->folder) != 0 ? files_open_quietly(folder) : NULL;

    if (!files) {
        free(folder);
        return false;
    }
    shelter->instead = folder;
    files_close(shelter->files);
    shelter->files = files;
    return true;
}

static void show_instead(struct shelter *shelter, int falls)
{
    const char *why = "the exhibit as it was installed";

    if (falls < FALLS_BEFORE || (falls < FALLS_PRISTINE && !shelter->adopting))
        return;
    if (falls < FALLS_PRISTINE || !take_instead(shelter, pristine_folder())) {
        why = "the copy accepted before";
        if (!shelter->adopting || !take_instead(shelter, adopting_before(shelter->adopting, &shelter->held)))
            return;
    }
    log_error("ended %d times in a row with %s: %s is shown, %s; restart the service to try the other again", falls, shelter->folder, why,
              shelter->instead);
    shelter->folder = shelter->instead;
}

bool shelter_open(struct shelter *shelter, int64_t now_ms)
{
    files_close(shelter->files);
    show_nothing_instead(shelter);
    shelter->folder = shelter->adopting ? adopting_folder(shelter->adopting) : shelter->exhibit;
    shelter->files = files_open(shelter->folder);

    int falls = count_falls(shelter, now_ms);

    show_instead(shelter, falls);
    return shelter->files != NULL;
}

/* ---- loading ---- */

static struct loaded *load_files(struct shelter *shelter, struct findings *findings)
{
    if (shelter->adopting)
        adopting_takes(shelter->adopting, shelter->files);
    return load_exhibit(shelter->files, findings);
}

struct loaded *shelter_load(struct shelter *shelter, struct findings *findings)
{
    struct loaded *loaded = load_files(shelter, findings);
    bool is_copy = shelter->adopting && strcmp(shelter->folder, shelter->exhibit) != 0;
    struct files *own = is_copy && loaded_exhibit(loaded)->panel_count == 0 ? files_open(shelter->exhibit) : NULL;

    if (!own)
        return loaded;
    log_warning("%s: nothing of it can be shown; the exhibit's own folder is", shelter->folder);
    loaded_destroy(loaded);
    files_close(shelter->files);
    shelter->files = own;
    shelter->folder = shelter->exhibit;
    adopting_leave(shelter->adopting);
    return load_files(shelter, findings);
}
