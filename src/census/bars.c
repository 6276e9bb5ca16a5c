/* SVG of a fixed size, which the page scales. */
#include "census/bars.h"

#include <stdio.h>

enum { WIDTH = 960, HEIGHT = 190, LEFT = 48, FOOT = 26, HEAD = 12, GAP_SHARE = 5, DIGITS = 3 };

const char *bars_number(struct arena *arena, int64_t number)
{
    char digits[24];
    struct buffer out = {0};
    int length = snprintf(digits, sizeof(digits), "%lld", (long long)number);

    for (int i = 0; i < length; i++) {
        if (i > 0 && (length - i) % DIGITS == 0)
            buffer_add(&out, ",", 1);
        buffer_add(&out, &digits[i], 1);
    }
    const char *text = arena_text(arena, out.bytes, out.length);

    buffer_finish(&out);
    return text;
}

static int64_t most_of(const struct bars *bars)
{
    int64_t most = 1;

    for (int i = 0; i < bars->count; i++)
        if (bars->bars[i].value > most)
            most = bars->bars[i].value;
    return most;
}

/* The least of 1, 2, 5, 10, 20, ... that is not below it: the axis ends there. */
static int64_t round_end(int64_t most)
{
    static const int64_t steps[] = {1, 2, 5};

    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < COUNTOF(steps); i++)
            if (steps[i] * power >= most)
                return steps[i] * power;
}

static void put_lines(struct buffer *out, struct arena *arena, int64_t end)
{
    for (int i = 0; i <= 2; i++) {
        int64_t value = end * i / 2;
        double y = HEAD + (HEIGHT - HEAD - FOOT) * (1 - (double)value / (double)end);

        if (i == 1 && end == 1)
            continue;
        buffer_printf(out,
                      "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"></line><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                      LEFT, WIDTH, y, y, LEFT - 8, y + 4, bars_number(arena, value));
    }
}

void bars_put(struct buffer *out, struct arena *arena, const struct bars *bars)
{
    int64_t end = round_end(most_of(bars));
    double step = (double)(WIDTH - LEFT) / (double)int_max(1, bars->count), room = HEIGHT - HEAD - FOOT;

    HTML(out, "<svg class=\"bars\" role=\"img\" viewBox=\"0 0 960 190\" aria-label=\"{}\">\n", bars->title);
    put_lines(out, arena, end);
    for (int i = 0; i < bars->count; i++) {
        const struct bars_row *bar = &bars->bars[i];
        double height = room * (double)bar->value / (double)end, gap = step / GAP_SHARE;

        buffer_printf(out, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\">", LEFT + step * i + gap / 2, HEAD + room - height,
                      step - gap, height);
        HTML(out, "<title>{}: {}</title></rect>\n", bar->label, bars_number(arena, bar->value));
        if (i % int_max(1, bars->every) != 0)
            continue;
        buffer_printf(out, "<text x=\"%.2f\" y=\"%d\"%s>", LEFT + step * i + (bars->every > 1 ? gap / 2 : step / 2), HEIGHT - 8,
                      bars->every > 1 ? "" : " text-anchor=\"middle\"");
        HTML(out, "{}</text>\n", bar->label);
    }
    html_markup(out, "</svg>\n");
}

void bars_put_table(struct buffer *out, struct arena *arena, const struct bars *bars)
{
    int64_t most = most_of(bars);

    HTML(out,
         "<table>\n<caption class=\"unseen\">{}</caption>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th>"
         "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
         bars->title, bars->named, bars->counted, bars->noted ? bars->noted : "");
    for (int i = 0; i < bars->count; i++) {
        const struct bars_row *bar = &bars->bars[i];

        HTML(out, "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td><div class=\"bar\">", bar->label,
             bars_number(arena, bar->value));
        buffer_printf(out, "<i style=\"width: %.1f%%\"></i>", 100.0 * (double)bar->value / (double)most);
        HTML(out, "<span>{}</span></div></td></tr>\n", bar->note ? bar->note : "");
    }
    html_markup(out, "</tbody>\n</table>\n");
}
