/* What must hold of whatever a visitor sees, in any exhibit: for tests that walk through pages. Each fails the test with the scene's name.
 */
#pragma once

#include "support/visitor.h"

/* Texts stand inside the screen, whatever is cut off by scrolling aside. */
void check_inside(struct visitor *visitor);
/* No two things to touch lie on each other. */
void check_apart(struct visitor *visitor);
/* All of check_inside and check_apart on home and on every panel, behind notices too, in every language and both text sizes. */
void check_every_panel(struct visitor *visitor);
