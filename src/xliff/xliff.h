/* Texts as translators' tools have them: XLIFF 1.2 and 2.0 (OASIS, 2008 and 2014). Markdown, references and braces stand in them as they
 * are typed. */
#pragma once

#include "wording/text_rows.h"

enum xliff_version { XLIFF_1_2, XLIFF_2_0 };

/* All rows have one source language and one target language. Into an empty buffer. */
void xliff_write(const struct text_rows *rows, enum xliff_version version, struct buffer *out);

/* A document that comes in, and where what is read of it goes. file: as findings name it. */
struct xliff_document {
    struct bytes bytes;
    const char *file;
    struct arena *arena;
    struct findings *findings;
};

/* Whether the bytes are XML. */
bool xliff_is(struct bytes bytes);
/* Units without a translation give no row. False, with an error, if it is no XLIFF, or no XML that can be read. */
bool xliff_read(struct text_rows *rows, const struct xliff_document *document);
