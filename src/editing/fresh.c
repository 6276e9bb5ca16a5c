/* Two blanks a level, a space inside no bracket: as the shipped files are written. */
#include "editing/fresh.h"

enum { STEP = 2 };

static void write_scalar(struct buffer *out, const struct node *value, const struct fresh_place *place, bool flow)
{
    struct scalar_form form = {.style = value->style,
                               .quote = '"',
                               .indent = place->indent + STEP,
                               .width = place->width,
                               .newline = place->newline,
                               .flow = flow};

    scalar_write(out, value->text, &form);
}

void fresh_inside(struct buffer *out, const struct node *value, const struct fresh_place *place)
{
    if (value->kind == NODE_SCALAR) {
        write_scalar(out, value, place, true);
        return;
    }
    buffer_printf(out, value->kind == NODE_MAP ? "{" : "[");
    for (int i = 0; i < value->count; i++) {
        if (i > 0)
            buffer_printf(out, ", ");
        if (value->kind == NODE_MAP)
            buffer_printf(out, "%s: ", value->pairs[i].key);
        fresh_inside(out, value->kind == NODE_MAP ? &value->pairs[i].value : &value->items[i], place);
    }
    buffer_printf(out, value->kind == NODE_MAP ? "}" : "]");
}

static struct fresh_place below(const struct fresh_place *place)
{
    struct fresh_place deeper = *place;

    deeper.indent += STEP;
    return deeper;
}

static void begin_line(struct buffer *out, const struct fresh_place *place)
{
    buffer_printf(out, "%s%*s", place->newline, place->indent, "");
}

void fresh_value(struct buffer *out, const struct node *value, const struct fresh_place *place)
{
    const struct fresh_place deeper = below(place);

    if (value->kind == NODE_SCALAR || value->flow || place->flow || value->count == 0) {
        buffer_printf(out, " ");
        if (value->kind == NODE_SCALAR)
            write_scalar(out, value, place, place->flow);
        else
            fresh_inside(out, value, place);
        return;
    }
    for (int i = 0; i < value->count; i++) {
        begin_line(out, &deeper);
        if (value->kind == NODE_LIST) {
            fresh_item(out, &value->items[i], &deeper);
            continue;
        }
        buffer_printf(out, "%s:", value->pairs[i].key);
        fresh_value(out, &value->pairs[i].value, &deeper);
    }
}

void fresh_item(struct buffer *out, const struct node *item, const struct fresh_place *place)
{
    const struct fresh_place deeper = below(place);

    buffer_printf(out, "-");
    if (item->kind != NODE_MAP || item->flow || item->count == 0) {
        fresh_value(out, item, place);
        return;
    }
    for (int i = 0; i < item->count; i++) {
        if (i > 0)
            begin_line(out, &deeper);
        buffer_printf(out, "%s%s:", i > 0 ? "" : " ", item->pairs[i].key);
        fresh_value(out, &item->pairs[i].value, &deeper);
    }
}
