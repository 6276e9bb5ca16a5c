/* check: every picture is drawn once as visitors will meet it, so that one which cannot be drawn is found before they do. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "base/geom.h"
#include "exhibit/model.h"

/* Draws with the kiosk's own decoder and bounds: whole on a screen of that size, and enlarged as far as visitors can. A picture that cannot
 * be drawn is an error wherever the exhibit names it; an icon or a map's country, at its own file. What is drawn, but not as its author saw
 * it, warns at its own line; one larger than helps is a hint. False, with a line in the log: this
 * machine cannot draw pictures. */
bool check_pictures(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings);
