/* Whether the renderer knows a feature, found out by drawing: what renderers know differs from version to version. */
#pragma once

#include "base/base.h"

#include <glib.h>

/* with, without: what stands in two drawings of 9 by 9 that come out differently if it does. with NULL: it does not. */
struct probe {
    const char *with, *without;
};

/* known: what earlier calls found out, by probe; empty at first. */
bool probe_is_known(GHashTable *known, const struct probe *probe);
