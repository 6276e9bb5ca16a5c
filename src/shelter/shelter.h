/* Where the exhibit that the kiosk shows is read from: the accepted copy, else its own folder; and if the program ends again and again with
 * it, the copy before, and then the exhibit as it was installed. */
#pragma once

#include "base/finding.h"
#include "load/load.h"
#include "shelter/adopting.h"
#include "warden/falls.h"

struct shelter {
    const char *exhibit;       /* the folder that was asked for; borrowed */
    struct adopting *adopting; /* NULL: there is no place for copies of it */
    bool counted;              /* somebody begins the program anew when it ends: falls are counted */
    struct falls falls;
    const char *folder; /* that is shown */
    struct files *files;
    char *instead; /* folder in its place, or NULL */
    int held;      /* that one, if it is a copy; -1 */
};

void shelter_begin(struct shelter *shelter, const char *exhibit, bool counted);
/* falls_tick, when falls_deadline has come. */
void shelter_tick(struct shelter *shelter, int64_t now_ms);
/* falls_forgive; shelter is a struct shelter. */
void shelter_forgive(void *shelter);
/* told: as in falls_end. Else it is a fall if shelter_open has failed. */
void shelter_end(struct shelter *shelter, bool told);
/* Opens the folder to show from now on. False, with a log line: there is none. */
bool shelter_open(struct shelter *shelter, int64_t now_ms);
/* What there is in it. A copy of which nothing can be shown, as a disk may leave it, gives way to the exhibit's own folder. */
struct loaded *shelter_load(struct shelter *shelter, struct findings *findings);
