/* Names of the test exhibit as indices: tests say what they mean by name. */
#pragma once

#include "exhibit/model.h"

/* -1 if there is none of that name. */
int find_panel(const struct exhibit *exhibit, const char *id);
int find_event(const struct exhibit *exhibit, const char *id);
int find_term(const struct exhibit *exhibit, const char *id);
int find_person(const struct exhibit *exhibit, const char *id);
