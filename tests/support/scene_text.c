/* Draw lists told in few lines: commands become items, items that repeat become one line. */
#include "support/scene_text.h"

#include "staging/state.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUND_PX = 10, WORDS_MAX = 56, PARAGRAPH_BYTES = 8192, ITEMS_MAX = 4096, PERIOD_MAX = 4, TIMES_LEAST = 3, LINE_LENGTH = 120 };

/* One thing that is drawn. look: its kind, colour and size. */
struct item {
    char look[48], words[WORDS_MAX * 2], rest[64];
    struct rect box;
};

/* at: the next command of the list. */
struct teller {
    const struct theme_colours *colours;
    const struct draw_list *list;
    int at, count;
    struct item items[ITEMS_MAX];
};

static bool same_colour(struct colour a, struct colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

static struct rect around(struct rect a, struct rect b)
{
    int x = int_min(a.x, b.x), y = int_min(a.y, b.y);

    return (struct rect){x, y, int_max(a.x + a.w, b.x + b.w) - x, int_max(a.y + a.h, b.y + b.h) - y};
}

/* The first role of that colour. */
static const char *role_of(const struct teller *teller, struct colour colour)
{
    const struct theme_colours *c = teller->colours;
    const struct {
        const char *name;
        struct colour colour;
    } roles[] = {{"paper", c->paper},   {"ink", c->ink},     {"muted", c->muted}, {"deep", c->deep},
                 {"strong", c->strong}, {"light", c->light}, {"bar", c->bar},     {"bar_text", c->bar_text}};

    for (size_t i = 0; i < COUNTOF(roles); i++)
        if (same_colour(roles[i].colour, colour))
            return roles[i].name;
    return "other";
}

/* "fill ink", "fill ink/150". */
static struct item *add_item(struct teller *teller, const char *kind, struct colour colour, struct rect box)
{
    struct item *item = &teller->items[teller->count++];

    assert(teller->count < ITEMS_MAX);
    *item = (struct item){.box = box};
    if (colour.a < 255)
        snprintf(item->look, sizeof(item->look), "%s %s/%d", kind, role_of(teller, colour), colour.a);
    else
        snprintf(item->look, sizeof(item->look), "%s %s", kind, role_of(teller, colour));
    return item;
}

static const struct draw_command *command_at(const struct teller *teller, int index)
{
    return index < teller->list->count ? &teller->list->commands[index] : NULL;
}

/* ---- texts ---- */

struct paragraph_seen {
    struct rect box;
    char words[PARAGRAPH_BYTES];
    int length, lines, links;
};

/* A long one by its beginning and its end, cut between letters. */
static void shorten(char *to, size_t size, const struct paragraph_seen *seen)
{
    int head = WORDS_MAX * 2 / 3, tail = seen->length - WORDS_MAX / 3;

    if (seen->length <= WORDS_MAX) {
        snprintf(to, size, "%.*s", seen->length, seen->words);
        return;
    }
    while (head > 0 && ((unsigned char)seen->words[head] & 0xC0) == 0x80)
        head--;
    while (((unsigned char)seen->words[tail] & 0xC0) == 0x80)
        tail++;
    snprintf(to, size, "%.*s...%.*s", head, seen->words, seen->length - tail, seen->words + tail);
}

static void take_words(struct paragraph_seen *seen, const struct draw_command *c, bool new_line)
{
    bool spaced = new_line && seen->length > 0 && seen->words[seen->length - 1] != ' ' && c->text.text[0] != ' ';

    if (seen->length + c->text.length + 1 >= PARAGRAPH_BYTES)
        return;
    if (spaced)
        seen->words[seen->length++] = ' ';
    memcpy(seen->words + seen->length, c->text.text, (size_t)c->text.length);
    seen->length += c->text.length;
}

/* The same size and colour: further words of the line, or the next line below. */
static bool goes_on(const struct draw_command *before, const struct draw_command *c, struct rect box)
{
    int down = c->text.baseline_px - before->text.baseline_px, size = c->text.type.size_px;

    if (size != before->text.type.size_px || !same_colour(c->colour, before->colour))
        return false;
    if (down == 0)
        return c->rect.x >= before->rect.x && c->rect.x - before->rect.x - before->rect.w < size;
    return down > 0 && down < size * 9 / 4 && c->rect.x >= box.x - size * 3 && c->rect.x <= box.x + size * 3;
}

static bool is_underline(const struct draw_command *c, const struct draw_command *words)
{
    return c && c->kind == DRAW_FILL && c->rect.w == words->rect.w && c->rect.x == words->rect.x && c->rect.y >= words->text.baseline_px &&
           c->rect.h < 8;
}

static void take_paragraph(struct teller *teller)
{
    static struct paragraph_seen seen;
    const struct draw_command *first = command_at(teller, teller->at), *before = first;

    seen = (struct paragraph_seen){.box = first->rect};
    for (const struct draw_command *c = first; c && c->kind == DRAW_TEXT && (c == first || goes_on(before, c, seen.box));
         c = command_at(teller, teller->at)) {
        bool new_line = c == first || c->text.baseline_px != before->text.baseline_px;

        take_words(&seen, c, new_line);
        seen.box = around(seen.box, c->rect);
        seen.lines += new_line;
        before = c;
        teller->at++;
        if (is_underline(command_at(teller, teller->at), before)) {
            seen.links++;
            teller->at++;
        }
    }

    struct item *item = add_item(teller, "text", first->colour, seen.box);
    size_t used = strlen(item->look);

    snprintf(item->look + used, sizeof(item->look) - used, " %d", first->text.type.size_px);
    shorten(item->words, sizeof(item->words), &seen);
    if (seen.lines > 1 || seen.links > 0)
        snprintf(item->rest, sizeof(item->rest), " in %d line%s, %d link%s", seen.lines, seen.lines == 1 ? "" : "s", seen.links,
                 seen.links == 1 ? "" : "s");
}

/* ---- the other commands ---- */

/* draw_frame's four fills: above, left, right, below. */
static bool is_frame(const struct teller *teller)
{
    const struct draw_command *c = command_at(teller, teller->at);

    if (teller->at + 4 > teller->list->count)
        return false;
    for (int i = 0; i < 4; i++)
        if (c[i].kind != DRAW_FILL || !same_colour(c[i].colour, c->colour))
            return false;
    return c[0].rect.h == c[3].rect.h && c[0].rect.w == c[3].rect.w && c[0].rect.x == c[3].rect.x && c[1].rect.w == c[0].rect.h &&
           c[2].rect.w == c[1].rect.w && c[1].rect.h == c[2].rect.h && c[1].rect.y == c[0].rect.y + c[0].rect.h;
}

/* A further step of what fades out: a translucent fill of the same role. */
static bool fades_on(const struct draw_command *before, const struct draw_command *c)
{
    return c && c->kind == DRAW_FILL && before->colour.a < 255 && c->colour.a < 255 && same_colour(before->colour, c->colour);
}

static void take_fill(struct teller *teller)
{
    const struct draw_command *first = command_at(teller, teller->at), *c = first;
    bool frame = is_frame(teller);
    struct item *item = add_item(teller, frame ? "frame" : "fill", c->colour, frame ? around(c->rect, c[3].rect) : c->rect);

    teller->at += frame ? 4 : 1;
    for (; !frame && fades_on(c, command_at(teller, teller->at)); c = command_at(teller, teller->at++))
        item->box = around(item->box, command_at(teller, teller->at)->rect);
    if (c != first)
        snprintf(item->look, sizeof(item->look), "fading %s", role_of(teller, first->colour));
}

static void name_item(struct item *item, const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;

    snprintf(item->words, sizeof(item->words), "%s", slash ? slash + 1 : "none");
}

static void take_picture(struct teller *teller)
{
    const struct draw_command *c = command_at(teller, teller->at++);
    const struct share_rect *w = &c->picture.window;
    struct item *item = add_item(teller, "picture on", c->colour, c->rect);

    name_item(item, c->picture.path);
    if (w->w > 0)
        snprintf(item->rest, sizeof(item->rest), " its part %.2f,%.2f %.2fx%.2f%s", (double)w->x, (double)w->y, (double)w->w, (double)w->h,
                 c->picture.moving ? ", moving" : "");
}

static void take_list(struct teller *teller, const struct draw_list *list)
{
    teller->list = list;
    teller->at = teller->count = 0;
    while (teller->at < list->count) {
        const struct draw_command *c = command_at(teller, teller->at);

        switch (c->kind) {
        case DRAW_FILL:
            take_fill(teller);
            break;
        case DRAW_TEXT:
            take_paragraph(teller);
            break;
        case DRAW_PICTURE:
            take_picture(teller);
            break;
        case DRAW_ICON:
            name_item(add_item(teller, "icon", c->colour, c->rect), c->icon);
            teller->at++;
            break;
        case DRAW_CLIP:
            snprintf(add_item(teller, "clip", c->colour, c->rect)->look, sizeof(teller->items->look), "clip");
            teller->at++;
            break;
        }
    }
}

/* ---- lines ---- */

static int rounded(int px)
{
    return (px + (px < 0 ? -ROUND_PX : ROUND_PX) / 2) / ROUND_PX * ROUND_PX;
}

static void tell_rect(struct buffer *out, struct rect r)
{
    buffer_printf(out, " %d,%d %dx%d", rounded(r.x), rounded(r.y), rounded(r.w), rounded(r.h));
}

/* How often the looks of the next `period` items come one after the other. */
static int times_of(const struct teller *teller, int from, int period)
{
    int times = 1;

    for (int i = from; i + period < teller->count && strcmp(teller->items[i].look, teller->items[i + period].look) == 0; i++)
        times = (i + 1 - from) / period + 1;
    return from + period <= teller->count ? times : 0;
}

static void tell_group(const struct teller *teller, struct buffer *out, int from, int period, int times)
{
    const struct item *items = &teller->items[from];
    struct rect box = items->box;
    size_t line = out->length;

    buffer_printf(out, "%d times", times);
    for (int i = 0; i < period; i++)
        buffer_printf(out, "%s %s", i > 0 ? "," : "", items[i].look);
    for (int i = 1; i < period * times; i++)
        box = around(box, items[i].box);
    tell_rect(out, box);
    for (int i = 0; i < period * times; i++) {
        if (!items[i].words[0] || (i >= period && strcmp(items[i].words, items[i - period].words) == 0))
            continue;
        if (out->length - line > LINE_LENGTH) {
            buffer_printf(out, "\n ");
            line = out->length;
        }
        buffer_printf(out, " \"%s\"", items[i].words);
    }
    buffer_printf(out, "\n");
}

static void tell_list(struct teller *teller, const struct draw_list *list, struct buffer *out)
{
    take_list(teller, list);
    for (int i = 0; i < teller->count;) {
        const struct item *item = &teller->items[i];
        int best = 1, times = 1;

        for (int period = 1; period <= PERIOD_MAX; period++)
            if (times_of(teller, i, period) >= TIMES_LEAST && times_of(teller, i, period) * period > times * best) {
                best = period;
                times = times_of(teller, i, period);
            }
        if (times > 1) {
            tell_group(teller, out, i, best, times);
        } else {
            buffer_printf(out, "%s", item->look);
            tell_rect(out, item->box);
            buffer_printf(out, item->words[0] ? " \"%s\"" : "%s", item->words);
            buffer_printf(out, "%s\n", item->rest);
        }
        i += best * times;
    }
}

/* ---- what answers to touch ---- */

static const char *const action_names[] = {
    [ACTION_NONE] = "nothing",      [ACTION_WAKE] = "wake",     [ACTION_HOME] = "home",         [ACTION_PREVIOUS] = "previous",
    [ACTION_NEXT] = "next",         [ACTION_PANEL] = "panel",   [ACTION_LANGUAGE] = "language", [ACTION_SETTING] = "setting",
    [ACTION_USUAL] = "usual",       [ACTION_LOWER] = "lower",   [ACTION_SCROLL] = "scroll",     [ACTION_STAY] = "stay",
    [ACTION_TIMELINE] = "timeline", [ACTION_EVENT] = "event",   [ACTION_CLUSTER] = "cluster",   [ACTION_TERM] = "term",
    [ACTION_BACK] = "back",         [ACTION_CLOSER] = "closer", [ACTION_CLOSE] = "close",       [ACTION_ACCEPT] = "accept",
    [ACTION_STEP] = "year",         [ACTION_SKIP] = "skip",     [ACTION_PERSON] = "person",     [ACTION_EXPLORE] = "block",
};

static const struct {
    const struct scene_ops *scene;
    const char *name;
} scene_names[] = {
    {&scene_more, "more"},           {&scene_difference, "difference"}, {&scene_picture, "picture"},  {&scene_description, "describe"},
    {&scene_languages, "languages"}, {&scene_colophon, "about"},        {&scene_voice, "who speaks"},
};

static const char *name_of(struct action action)
{
    for (size_t i = 0; i < COUNTOF(scene_names); i++)
        if (action.kind == ACTION_OPEN && action.scene == scene_names[i].scene)
            return scene_names[i].name;
    return (size_t)action.kind < COUNTOF(action_names) && action_names[action.kind] ? action_names[action.kind] : "another";
}

static const char *id_of(const struct exhibit *exhibit, struct action action)
{
    if (action.kind == ACTION_PANEL)
        return exhibit->panels[action.argument].id;
    if (action.kind == ACTION_EVENT || action.kind == ACTION_CLUSTER)
        return exhibit->events[action.argument].id;
    if (action.kind == ACTION_TERM)
        return exhibit->terms[action.argument].id;
    if (action.kind == ACTION_PERSON)
        return exhibit->people[action.argument].id;
    return action.kind == ACTION_LANGUAGE ? exhibit->languages[action.argument] : "";
}

static void tell_targets(struct visitor *visitor, struct buffer *out)
{
    const struct targets *targets = visitor_targets(visitor);
    size_t line = out->length;

    buffer_printf(out, "answers to touch:");
    for (int i = 0; i < targets->count; i++) {
        struct action action = targets->list[i].action;
        const char *id = id_of(visitor->exhibit, action);

        if (out->length - line > LINE_LENGTH) {
            buffer_printf(out, "\n ");
            line = out->length;
        }
        buffer_printf(out, " %s%s%s%s", name_of(action), *id ? "/" : "", id, i + 1 < targets->count ? "," : "");
    }
    buffer_printf(out, "\n");
}

void scene_text_write(struct visitor *visitor, struct buffer *out)
{
    static struct teller teller;
    const struct frame *frame = visitor_frame(visitor);
    const struct settings *settings = stage_settings(visitor->stage);

    teller.colours = &visitor->stage->style.colours;
    buffer_printf(out, "%s, %s, %dx%d", visitor_scene(visitor->stage), visitor->exhibit->languages[settings->language], frame->size.w,
                  frame->size.h);
    buffer_printf(out, "%s%s%s\n", settings->level[SETTING_TEXT] > 0 ? ", large" : "",
                  settings->level[SETTING_CONTRAST] > 0 ? ", contrast" : "", frame->mirrored ? ", mirrored" : "");
    for (int i = 0; i < frame->layer_count; i++) {
        buffer_printf(out, "\na page at %d\n", frame->layers[i].x_px);
        tell_list(&teller, &frame->layers[i].list, out);
    }
    buffer_printf(out, "\nabove it, %.0f %% faded in\n", (double)frame->fade_share * 100);
    for (int i = 0; i < frame->over_count; i++)
        tell_list(&teller, &frame->over[i], out);
    buffer_printf(out, "\n");
    tell_targets(visitor, out);
}
