/* List by list, once the whole text is read. */
#include "markdown/lists.h"

#include "typed/typed.h"

#include <stdlib.h>
#include <string.h>

int lists_add(struct lists *lists, bool ordered, char sign, int parent)
{
    lists->lists = mem_grow(lists->lists, lists->list_count, &lists->list_capacity, sizeof(*lists->lists));
    lists->lists[lists->list_count] = (struct list){.ordered = ordered, .sign = sign, .parent = parent, .first = -1, .last = -1};
    return lists->list_count++;
}

int lists_add_item(struct lists *lists, int list)
{
    struct list *of = &lists->lists[list];

    lists->items = mem_grow(lists->items, lists->item_count, &lists->item_capacity, sizeof(*lists->items));
    lists->items[lists->item_count] = (struct item){.list = list, .next = -1, .marker = PLACE_UNKNOWN};
    if (of->last >= 0)
        lists->items[of->last].next = lists->item_count;
    else
        of->first = lists->item_count;
    of->last = lists->item_count;
    of->count++;
    return lists->item_count++;
}

void lists_finish(struct lists *lists)
{
    free(lists->lists);
    free(lists->items);
    *lists = (struct lists){0};
}

static void tell(struct faults *faults, enum fault_kind kind, const struct item *item)
{
    if (item->marker != PLACE_UNKNOWN)
        faults_add(faults, (struct fault){kind, item->marker, ""});
}

/* "* 12. Juli": the number is taken for an item within the item. */
static bool has_number_inside(const struct item *item, const char *typed)
{
    const char *behind = item->marker == PLACE_UNKNOWN ? "" : typed + item->marker + 1;

    return !item->has_text && typed_is_digit(behind[strspn(behind, " ")]);
}

/* Whether its marker can be made a part of its text: what holds more than a paragraph would fall apart. */
static bool can_escape(const struct item *item, const char *typed)
{
    return item->marker != PLACE_UNKNOWN && (item->blocks <= 1 || (item->blocks == 2 && has_number_inside(item, typed)));
}

/* "•" can be nothing else. */
static bool is_dot(const struct item *item, const char *typed)
{
    return item->marker != PLACE_UNKNOWN && (unsigned char)typed[item->marker] >= 0x80;
}

static void judge_bullets(const struct lists *lists, const struct list *list, const char *typed, const struct verdict *verdict)
{
    const struct item *first = &lists->items[list->first];
    bool number_first = false, alone = list->parent < 0 && list->count == 1 && can_escape(first, typed) && !is_dot(first, typed);
    bool escaped = false;

    for (int i = list->first; i >= 0; i = lists->items[i].next)
        number_first = number_first ||
                       ((lists->items[i].number_first || has_number_inside(&lists->items[i], typed)) && !is_dot(&lists->items[i], typed));
    for (int i = list->first; i >= 0; i = lists->items[i].next) {
        const struct item *item = &lists->items[i];

        if ((number_first || alone) && can_escape(item, typed) && !is_dot(item, typed)) {
            places_add(verdict->escapes, item->marker);
            escaped = true;
        } else if (!item->has_text)
            tell(verdict->told, FAULT_ITEM_EMPTY, item);
    }
    if (number_first && !alone)
        tell(escaped ? verdict->judged : verdict->told, FAULT_DASH_NUMBER, first);
    else if (alone && !number_first)
        tell(verdict->judged, FAULT_DASH_ALONE, first);
}

static long number_of(const struct item *item)
{
    return strtol(item->number, NULL, 10);
}

static void judge_numbers(const struct lists *lists, const struct list *list, const char *typed, const struct verdict *verdict)
{
    const struct item *first = &lists->items[list->first], *previous = NULL, *broken = NULL;
    bool escaped = false;

    for (const struct item *item = first, *next; item; previous = item, item = next) {
        next = item->next >= 0 ? &lists->items[item->next] : NULL;
        bool follows = previous && number_of(item) == number_of(previous) + 1, goes_on = next && number_of(next) == number_of(item) + 1;

        if (previous && !follows && !broken)
            broken = item;
        if (!follows && !goes_on && list->parent < 0 && can_escape(item, typed)) {
            places_add(verdict->escapes, item->marker);
            escaped = true;
        } else if (!item->has_text)
            tell(verdict->told, FAULT_ITEM_EMPTY, item);
    }
    if (broken && (number_of(first) <= 1 || list->parent >= 0)) /* "11. ..., 18. ..." are days */
        tell(escaped ? verdict->judged : verdict->told, FAULT_NUMBERS, broken);
}

void lists_judge(const struct lists *lists, const char *typed, const struct verdict *verdict)
{
    for (int i = 0; i < lists->list_count; i++) {
        const struct list *list = &lists->lists[i];

        if (list->first < 0)
            continue;
        if (list->ordered)
            judge_numbers(lists, list, typed, verdict);
        else
            judge_bullets(lists, list, typed, verdict);
    }
}
