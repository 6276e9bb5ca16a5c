/* Named character references: the 2,125 names of the HTML Living Standard that end with a semicolon. */
#pragma once

#include "base/base.h"

/* The letters that "&name;" stands for, and how many bytes they take; NULL if there is no such name. */
const char *entity_named(const char *name, size_t length, size_t *bytes);
