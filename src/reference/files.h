/* Each kind of file of an exhibit, out of the tables of keys: for people as a page, for editors as a JSON schema. */
#pragma once

#include "base/mem.h"

/* A page in Markdown: every key of every file, and every finding with what to do. */
void files_page(struct buffer *out);
/* A JSON schema (draft 2020-12) of that kind of file: exhibit, panel, timeline, ... False if there is none. */
bool files_schema(struct buffer *out, const char *kind);
/* "exhibit, panel, timeline, ...", for messages. */
void files_kinds(struct buffer *out);
