/* What a notice looks like after a slip. */
#include "schema/guard.h"

#include "base/suggest.h"

#include <string.h>

static const char NOTICE[] = "notice";

bool guard_holds_notices(const struct schema_row *row)
{
    return row->refers == REFERENCE_NOTICE;
}

static bool is_notice(const struct reader *reader, const char *name, size_t length)
{
    for (int i = 0; i < reader->notice_count; i++)
        if (strlen(reader->notices[i]) == length && strncmp(reader->notices[i], name, length) == 0)
            return true;
    return false;
}

/* "note" and "notes" are words of their own. */
static bool is_near(const char *key)
{
    return suggest_distance(key, NOTICE) <= 1 || suggest_distance(key, "notices") <= 1 || strstr(key, "notic");
}

static bool names_notice(const struct reader *reader, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return is_notice(reader, node->text, strlen(node->text));
    for (int i = 0; i < node->count; i++)
        if (node->kind == NODE_LIST ? names_notice(reader, &node->items[i])
                                    : is_near(node->pairs[i].key) || is_notice(reader, node->pairs[i].key, strlen(node->pairs[i].key)))
            return true;
    return false;
}

bool guard_may_be_notice(const struct reader *reader, const struct pair *pair)
{
    return is_near(pair->key) || strcmp(pair->key, "<<") == 0 || is_notice(reader, pair->key, strlen(pair->key)) ||
           names_notice(reader, &pair->value);
}

void guard_report(struct reader *reader, const struct pair *pair)
{
    reader->unguarded = true;
    report_error(&reader->report, pair->origin,
                 CODED("notice-doubtful") "%s: unknown key here; did you mean \"notice\" of a panel or an event? until that is clear, what "
                                          "it may belong to is not shown",
                 report_quote(pair->key).text);
}

void guard_report_empty(struct reader *reader, const struct pair *pair)
{
    report_error(
        &reader->report, pair->origin,
        CODED("notice-doubtful") "%s: no name stands behind it; write the notice's name, or [] for none: until then this is not shown",
        report_quote(pair->key).text);
}

/* "notice:" at the start of a line or behind a blank, and behind it a bracket or a notice's name. */
static bool has_swallowed(const struct reader *reader, const char *text)
{
    for (const char *at = text; (at = strstr(at, NOTICE)); at++) {
        const char *value = at + strlen(NOTICE);

        if ((at > text && at[-1] != ' ' && at[-1] != '\n') || *value != ':')
            continue;
        value += 1 + strspn(value + 1, " ");
        if (*value == '[' || is_notice(reader, value, strcspn(value, " \n,")))
            return true;
    }
    return false;
}

void guard_check_text(struct reader *reader, const struct node *node)
{
    for (int i = 0; i < node->count; i++)
        guard_check_text(reader, node->kind == NODE_LIST ? &node->items[i] : &node->pairs[i].value);
    if (node->kind != NODE_SCALAR || !has_swallowed(reader, node->text))
        return;
    reader->unguarded = true;
    report_error(&reader->report, node->origin,
                 CODED("notice-doubtful") "\"notice:\" has become a part of this text; give its line the indentation of the other keys: "
                                          "until then this is not shown");
}

static bool has_guard(const struct schema *table)
{
    for (int i = 0; i < table->row_count; i++)
        if (guard_holds_notices(&table->rows[i]))
            return true;
    return false;
}

static bool is_guarded(const struct schema *table, const struct node *map)
{
    for (int i = 0; i < table->row_count; i++) {
        const struct node *value = guard_holds_notices(&table->rows[i]) ? yaml_find(map, table->rows[i].key) : NULL;

        if (value && !yaml_is_empty(value))
            return true;
    }
    return false;
}

bool guard_ends_empty(const struct schema *table, const struct node *map)
{
    return map->end == NODE_ENDS_EMPTY && has_guard(table) && yaml_is_empty(&map->pairs[map->count - 1].value);
}

bool guard_check_end(struct reader *reader, const struct schema *table, const struct node *map)
{
    static const char cut[] = "the file ends in the middle of this text; if it was cut short, restore it, else press Enter at its end";

    if (map->end == NODE_ENDS || !has_guard(table) || (reader->owner && reader->lost)) /* a panel with a slip is not shown anyway */
        return true;
    const struct pair *last = &map->pairs[map->count - 1];

    if (map->end == NODE_ENDS_EMPTY) { /* behind this key, or one inside its group */
        report_error(&reader->report, last->origin,
                     CODED("notice-doubtful") "%s: the file ends behind this key; write its value, or "
                                              "remove the key: until then this %s is not shown",
                     last->key, table->noun);
        return false;
    }
    if (reader->notice_count == 0 || is_guarded(table, map)) {
        report_warning(&reader->report, last->origin, CODED("value-missing") "%s: %s", last->key, cut);
        return true;
    }
    report_error(&reader->report, last->origin, CODED("notice-doubtful") "%s: %s: a notice may be lost, so this %s is not shown", last->key,
                 cut, table->noun);
    return false;
}
