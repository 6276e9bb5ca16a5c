/* Character entities of Markdown: &nbsp; &#8211; &#x2013; */
#pragma once

#include "base/base.h"

/* The code point that "&...;" stands for; 0 if it is none that we know. */
uint32_t entity_code(const char *text, size_t length);
