/* Notices: what is said before panels and events that speak of violence. */
#pragma once

#include "page/page.h"

/* The texts of these notices (a bit an index in exhibit.notices), as one prose in the scene's arena. */
const struct prose *notice_prose(const struct scene *scene, unsigned notices);
/* The page that is shown instead of the panel scene.item until these notices are answered: it names what else they stand before, and where
 * one comes who skips it. Fills style.page. */
void notice_fill(const struct scene *scene, unsigned notices);
