/* From texts to rows. */
#include "wording/text_rows.h"

#include "schema/texts.h"

#include <stdlib.h>
#include <string.h>

const char *const text_states[TEXT_STATE_COUNT] = {[TEXT_NEW] = "new", [TEXT_STALE] = "stale", [TEXT_DONE] = "done"};

void text_rows_add(struct text_rows *rows, const struct text_row *row)
{
    rows->list = mem_grow(rows->list, rows->count, &rows->capacity, sizeof(*rows->list));
    rows->list[rows->count++] = *row;
}

void text_rows_finish(struct text_rows *rows)
{
    free(rows->list);
    *rows = (struct text_rows){0};
}

bool text_rows_are_stale(const struct translations *translations, const struct text_entry *entry, const char *language, const char *source)
{
    const struct translation *made = translations_find(translations, entry->key, language);

    return made && made->hash != translations_hash(source);
}

static enum text_state state_of(const struct text_row *row, const struct translations *translations, const struct text_entry *entry)
{
    bool copied = strcmp(row->target, row->source) == 0 && text_is_sentence(row->source); /* it waits for its translation */

    if (row->target[0] == '\0' || copied)
        return TEXT_NEW;
    return text_rows_are_stale(translations, entry, row->language, row->source) ? TEXT_STALE : TEXT_DONE;
}

void text_rows_gather(struct text_rows *rows, const struct text_list *texts, const struct translations *translations, const char *language)
{
    const struct exhibit *exhibit = texts->exhibit;

    for (int l = 1; l < exhibit->language_count; l++)
        for (int i = 0; i < texts->count; i++) {
            const struct text_entry *entry = &texts->entries[i];
            int source = texts_source(entry, exhibit->language_count);

            if (source < 0 || source == l || (language && strcmp(exhibit->languages[l], language) != 0))
                continue;
            struct text_row row = {.key = entry->key,
                                   .source_language = exhibit->languages[source],
                                   .source = texts_shown(translations->arena, entry, entry->in[source]),
                                   .language = exhibit->languages[l],
                                   .target = texts_shown(translations->arena, entry, entry->in[l]),
                                   .note = entry->row->help};

            row.state = state_of(&row, translations, entry);
            text_rows_add(rows, &row);
        }
}
