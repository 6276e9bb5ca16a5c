/* Which findings are about which topic. Pure. */
#pragma once

#include "gallery/topics.h"

struct blame;

/* Borrows both; the findings are sorted, and stay as they are. */
struct blame *blame_create(const struct exhibit *exhibit, const struct findings *findings);
void blame_destroy(struct blame *blame);
/* kind TOPIC_COUNT: those of no topic that has pages. A finding in a picture is about all that show it. */
bool blame_is_of(const struct blame *blame, int finding, struct topic topic);
int blame_count(const struct blame *blame, struct topic topic);
