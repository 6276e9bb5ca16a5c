/* How a visitor has the exhibit read aloud, as the rows of the card "For me" say it: whether, how quick, how loud. */
#pragma once

#include "page/icon.h"
#include "page/page.h"

/* Rows, each with so many levels; of speed the one in the middle is the usual one, of volume the first. */
enum aloud_row { ALOUD_ON, ALOUD_SPEED, ALOUD_VOLUME, ALOUD_COUNT };

/* Of an exhibit that nobody has read aloud yet, as proofs show it. */
struct aloud aloud_usual(const struct exhibit *exhibit);
/* Whether visitors are offered it now: a voice that reads or, of the volume, any sound. */
bool aloud_is_offered(const struct scene *scene, enum aloud_row row);
int aloud_levels(enum aloud_row row);
/* How it stands. */
int aloud_level(const struct aloud *aloud, enum aloud_row row);
/* What chooses a level of it, and back; false: the action chooses none. */
struct action aloud_action(enum aloud_row row, int level);
bool aloud_chosen_by(struct action action, enum aloud_row *row, int *level);

enum icon aloud_icon(enum aloud_row row);
const char *aloud_word(const struct scene *scene, enum aloud_row row);
const char *aloud_level_word(const struct scene *scene, enum aloud_row row, int level);
