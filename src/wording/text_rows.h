/* Texts as rows, one for each text and language it is to be translated into: what tables and translators' files hold, whatever they look
 * like. */
#pragma once

#include "wording/texts.h"
#include "wording/translations.h"

/* TEXT_NEW: not translated yet; TEXT_STALE: the source has changed since. */
enum text_state { TEXT_NEW, TEXT_STALE, TEXT_DONE, TEXT_STATE_COUNT };

extern const char *const text_states[TEXT_STATE_COUNT];

/* Texts are "" where there is none. state: of a row that comes in, TEXT_DONE says that the translation is right as it stands. at: where the
 * row's key, its languages and its two texts stand, of one that comes in. */
struct text_row {
    const char *key, *source_language, *source, *language, *target, *note;
    enum text_state state;
    bool together; /* its source comes in with the same table */
    struct {
        struct origin key, language, source, target;
    } at;
};

/* Zero-initialise; finish frees. */
struct text_rows {
    struct text_row *list;
    int count, capacity;
};

void text_rows_add(struct text_rows *rows, const struct text_row *row);
void text_rows_finish(struct text_rows *rows);
/* Those of all texts, language by language; into this one alone, if it is not NULL. In the
 * translations' arena. */
void text_rows_gather(struct text_rows *rows, const struct text_list *texts, const struct translations *translations, const char *language);
/* Whether the translation is one of another source text than that of now. */
bool text_rows_are_stale(const struct translations *translations, const struct text_entry *entry, const char *language, const char *source);
