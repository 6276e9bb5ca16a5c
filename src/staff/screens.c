/* A heading with a rule below it, a way out at its end, and below both what the screen is for. */
#include "staff/screens.h"

#include "page/button.h"
#include "page/icon.h"
#include "page/passage.h"
#include "staff/deeds.h"
#include "text/date_text.h"
#include "text/pattern.h"

#include <stdio.h>
#include <string.h>

enum { PAD_COLUMNS = 3, PAD_ROWS = 4, MENU_MOST = 8, WEDGE = 11 };

static const float LINE_HEIGHT = 1.35F;

/* One screen being drawn: body is what is left of it. */
struct easel {
    struct staff *staff;
    struct scene scene;
    const struct staff_words *words;
    struct rect body;
};

static struct type type_of(const struct easel *easel, enum face face, int size_px)
{
    (void)easel;
    return (struct type){.face = face, .size_px = size_px};
}

/* so: it is what was chosen, and stays filled. */
struct pick {
    const char *word;
    struct action action;
    bool so;
};

static void put_pick(const struct easel *easel, struct rect box, const struct pick *pick)
{
    const struct style *style = easel->scene.style;
    bool pressed = action_equal(easel->staff->pressed.action, pick->action);
    struct label label = {type_of(easel, FACE_BOLD, style->sizes.body_px), style->colours.ink, pick->word, ALIGN_CENTRE};

    label.type = label_shrunk(&easel->scene, &label, box.w - style->sizes.label_px, style->sizes.label_px / 2);
    button_put(&easel->scene, box, &label, pressed || pick->so);
    page_ask(&easel->scene, box, pick->action);
}

static void put_button(const struct easel *easel, struct rect box, const char *word, struct action action)
{
    put_pick(easel, box, &(struct pick){word, action, false});
}

static void put_line(struct easel *easel, const char *text, struct type type, struct colour colour)
{
    struct passage passage = {
        .prose = paragraph_plain(easel->scene.arena, text), .type = type, .colour = colour, .line_height = LINE_HEIGHT};
    int height = passage_draw(&easel->scene, &passage, easel->body) + type.size_px / 2;

    easel->body.y += height;
    easel->body.h -= height;
}

static void put_text(struct easel *easel, const char *text)
{
    const struct style *style = easel->scene.style;

    put_line(easel, text, type_of(easel, FACE_TEXT, style->sizes.body_px), style->colours.ink);
}

static const char *numbered(const struct easel *easel, const char *pattern, int number)
{
    return pattern_filled(easel->scene.arena, pattern,
                          (const struct pattern_fill[]){{"{number}", page_number(&easel->scene, number)}, {0}});
}

static void put_heading(struct easel *easel, const char *heading)
{
    const struct style *style = easel->scene.style;
    int margin = style->margin_px, height = int_max(style->target_px * 3 / 2, style->sizes.title_smallest_px * 5 / 4);
    struct rect row = {margin, margin, style->screen.w - 2 * margin, height};
    struct type bold = type_of(easel, FACE_BOLD, style->sizes.body_px);
    int out = int_min(row.w / 3, label_width(&easel->scene, bold, easel->words->leave) + 3 * style->sizes.label_px);
    struct label label = {type_of(easel, FACE_HEADLINE, style->sizes.title_smallest_px), style->colours.ink, heading, ALIGN_START};

    row.w -= out + margin;
    label.type = label_shrunk(&easel->scene, &label, row.w, style->sizes.label_px);
    label_put(&easel->scene, &label, row);
    put_button(easel, (struct rect){row.x + row.w + margin, row.y, out, height}, easel->words->leave, deed_action(DEED_LEAVE, 0));
    draw_fill(page_pen(&easel->scene), (struct rect){margin, row.y + height + margin / 4, style->screen.w - 2 * margin, style->rule_px},
              style->colours.ink);
    easel->body =
        (struct rect){margin, row.y + height + margin, style->screen.w - 2 * margin, style->screen.h - row.y - height - 2 * margin};
}

/* Buttons in columns of one width, as tall as there is room for. */
struct tiles {
    struct rect box;
    int columns, rows, gap;
};

static struct tiles make_tiles(const struct easel *easel, int count, int columns)
{
    const struct style *style = easel->scene.style;
    struct tiles tiles = {easel->body, columns, (count + columns - 1) / columns, style->sizes.label_px / 2};

    tiles.box.h = int_min(easel->body.h, tiles.rows * (style->target_px * 3 + tiles.gap));
    return tiles;
}

static struct rect tile_at(const struct tiles *tiles, int column, int row)
{
    int w = (tiles->box.w + tiles->gap) / tiles->columns, h = (tiles->box.h + tiles->gap) / tiles->rows;

    return (struct rect){tiles->box.x + column * w, tiles->box.y + row * h, w - tiles->gap, h - tiles->gap};
}

/* ---- the pad ---- */

static const char *pad_message(const struct easel *easel, int64_t now_ms)
{
    const struct staff *staff = easel->staff;

    if (staff->locked_until_ms > now_ms)
        return numbered(easel, easel->words->wait, (int)((staff->locked_until_ms - now_ms + 999) / 1000));
    switch (staff->pin_state) {
    case PIN_AWAITED:
        break;
    case PIN_LOOKED_AT:
        return easel->words->checking;
    case PIN_WAS_WRONG:
        return easel->words->wrong;
    }
    return staff->pin[0] ? NULL : easel->words->pin;
}

/* A square a digit. */
static void put_digits(const struct easel *easel, struct rect box)
{
    int count = (int)strlen(easel->staff->pin), side = box.h / 3, step = side * 7 / 4, x = box.x + (box.w - count * step + step - side) / 2;

    for (int i = 0; i < count; i++)
        draw_fill(page_pen(&easel->scene), (struct rect){x + i * step, box.y + (box.h - side) / 2, side, side},
                  easel->scene.style->colours.ink);
}

/* Digits stand the same way round in all languages. */
static struct rect key_at(const struct easel *easel, const struct tiles *tiles, int column, int row)
{
    return tile_at(tiles, easel->staff->mirrored ? PAD_COLUMNS - 1 - column : column, row);
}

static void fill_pin(struct easel *easel, int64_t now_ms)
{
    const struct style *style = easel->scene.style;
    int wide, said = style->target_px * 3 / 2;
    struct rect message;
    const char *text = pad_message(easel, now_ms);
    struct label label = {type_of(easel, FACE_BOLD, style->sizes.body_px), style->colours.ink, text, ALIGN_CENTRE};

    put_heading(easel, easel->words->title);
    wide = int_min(easel->body.w, int_max(easel->body.h, style->target_px * 12));
    message = (struct rect){easel->body.x, easel->body.y, easel->body.w, said};
    if (text)
        label_put(&easel->scene, &label, message);
    else
        put_digits(easel, message);
    easel->body = (struct rect){easel->body.x + (easel->body.w - wide) / 2, easel->body.y + said, wide, easel->body.h - said};
    struct tiles tiles = make_tiles(easel, PAD_COLUMNS * PAD_ROWS, PAD_COLUMNS);

    for (int digit = 1; digit <= 9; digit++)
        put_button(easel, key_at(easel, &tiles, (digit - 1) % PAD_COLUMNS, (digit - 1) / PAD_COLUMNS), page_number(&easel->scene, digit),
                   deed_action(DEED_DIGIT, digit));
    put_button(easel, key_at(easel, &tiles, 0, PAD_ROWS - 1), easel->words->remove, deed_action(DEED_REMOVE, 0));
    put_button(easel, key_at(easel, &tiles, 1, PAD_ROWS - 1), page_number(&easel->scene, 0), deed_action(DEED_DIGIT, 0));
    put_button(easel, key_at(easel, &tiles, 2, PAD_ROWS - 1), easel->words->enter, deed_action(DEED_ENTER, 0));
}

/* ---- the menu ---- */

struct menu_item {
    const char *word;
    struct action action;
    unsigned needs; /* of what the machine can do; 0: nothing */
};

static void fill_menu(struct easel *easel)
{
    const struct staff_words *words = easel->words;
    const struct style *style = easel->scene.style;
    const struct menu_item items[] = {
        {words->touch_test, deed_action(DEED_OPEN, STAFF_TOUCH), 0},
        {words->brightness, deed_action(DEED_OPEN, STAFF_BRIGHTNESS), STAFF_CAN_DIM},
        {words->findings, deed_action(DEED_OPEN, STAFF_FINDINGS), 0},
        {words->hours, deed_action(DEED_OPEN, STAFF_HOURS), STAFF_HAS_HOURS},
        {words->stick, deed_action(DEED_OPEN, STAFF_STICK), STAFF_CAN_TAKE},
        {words->restart, deed_action(DEED_ASK, STAFF_RESTART), STAFF_CAN_RESTART},
        {words->restart_machine, deed_action(DEED_ASK, STAFF_RESTART_MACHINE), STAFF_CAN_SWITCH},
        {words->off, deed_action(DEED_ASK, STAFF_SWITCH_OFF), STAFF_CAN_SWITCH},
    };
    const struct menu_item *offered[MENU_MOST];
    int count = 0, small = style->sizes.small_px;

    put_heading(easel, words->title);
    for (size_t i = 0; i < COUNTOF(items); i++)
        if ((items[i].needs & ~easel->staff->setup.offers) == 0)
            offered[count++] = &items[i];
    easel->body.h -= small * 2;
    struct tiles tiles = make_tiles(easel, count, style->portrait ? 1 : 2);

    for (int i = 0; i < count; i++)
        put_button(easel, tile_at(&tiles, i % tiles.columns, i / tiles.columns), offered[i]->word, offered[i]->action);
    struct label about = {type_of(easel, FACE_TEXT, small), style->colours.muted, easel->staff->setup.about, ALIGN_START};
    struct rect foot = {easel->body.x, easel->body.y + easel->body.h + small / 2, easel->body.w, small * 3 / 2};

    about.type = label_shrunk(&easel->scene, &about, foot.w, small / 2);
    label_put(&easel->scene, &about, foot);
}

/* ---- what it leads to ---- */

static void fill_sure(struct easel *easel)
{
    const struct staff_words *words = easel->words;
    enum staff_wish_kind asked = easel->staff->asked;

    put_heading(easel, asked == STAFF_RESTART ? words->restart : asked == STAFF_SWITCH_OFF ? words->off : words->restart_machine);
    put_text(easel, words->sure);
    struct tiles tiles = make_tiles(easel, 2, 2);

    put_button(easel, tile_at(&tiles, 0, 0), words->no, deed_action(DEED_LEAVE, 1));
    put_button(easel, tile_at(&tiles, 1, 0), words->yes, deed_action(DEED_YES, 0));
}

static void put_icon_button(const struct easel *easel, struct rect box, enum icon icon, struct action action)
{
    int side = int_min(box.w, box.h) * 3 / 5;

    put_button(easel, box, "", action);
    icon_put(&easel->scene, icon, (struct rect){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side},
             easel->scene.style->colours.ink);
}

static void fill_brightness(struct easel *easel)
{
    const struct scene *scene = &easel->scene;
    const struct style *style = scene->style;
    struct label label = {type_of(easel, FACE_HEADLINE, style->sizes.title_smallest_px), style->colours.ink,
                          number_percent(scene->arena, &page_words(scene)->numbers, easel->staff->brightness, 0), ALIGN_CENTRE};

    put_heading(easel, easel->words->brightness);
    struct tiles tiles = make_tiles(easel, 3, 3);
    int top = tiles.box.y + tiles.box.h + style->margin_px, tall = int_min(style->target_px * 3, easel->body.y + easel->body.h - top);

    put_icon_button(easel, tile_at(&tiles, 0, 0), ICON_MINUS, deed_action(DEED_DIM, -1));
    label_put(scene, &label, tile_at(&tiles, 1, 0));
    put_icon_button(easel, tile_at(&tiles, 2, 0), ICON_PLUS, deed_action(DEED_DIM, 1));
    for (int i = 0; i < WEDGE; i++) { /* the darkest and the lightest steps must still differ */
        uint8_t grey = (uint8_t)(255 * i / (WEDGE - 1));
        int from = easel->body.w * i / WEDGE, to = easel->body.w * (i + 1) / WEDGE;

        draw_fill(page_pen(scene), (struct rect){easel->body.x + from, top, to - from, tall}, (struct colour){grey, grey, grey, 255});
    }
}

/* As many as there is room for, from where the leaf begins. */
static void fill_findings(struct easel *easel)
{
    struct staff *staff = easel->staff;
    const struct style *style = easel->scene.style;
    struct passage passage = {
        .type = type_of(easel, FACE_TEXT, style->sizes.label_px), .colour = style->colours.ink, .line_height = LINE_HEIGHT};
    int gap = style->sizes.label_px / 2, foot = style->target_px * 3 / 2, y = 0, leaf = 0;

    put_heading(easel, easel->words->findings);
    if (staff->setup.refused)
        put_line(easel, easel->words->refused, type_of(easel, FACE_BOLD, style->sizes.body_px), style->colours.strong);
    if (!staff->setup.findings[0])
        put_text(easel, easel->words->no_findings);
    int room = easel->body.h - foot - gap;

    for (const char *at = staff->setup.findings, *end; *at; at = *end ? end + 1 : end) {
        end = at + strcspn(at, "\n");
        passage.prose = paragraph_plain(easel->scene.arena, arena_text(easel->scene.arena, at, (size_t)(end - at)));
        const struct paragraph *set = passage_set(&easel->scene, &passage, easel->body.w);

        if (y > 0 && y + set->height_px > room) {
            leaf++;
            y = 0;
        }
        if (leaf == staff->leaf)
            passage_put(&easel->scene, set, &passage, rect_moved(easel->body, 0, y));
        y += set->height_px + gap;
    }
    staff->leaf = int_clamp(staff->leaf, 0, leaf);
    struct rect button = {easel->body.x, easel->body.y + easel->body.h - foot, foot * 2, foot};

    if (staff->leaf > 0)
        put_icon_button(easel, button, ICON_PREVIOUS, deed_action(DEED_LEAF, -1));
    if (staff->leaf < leaf)
        put_icon_button(easel, rect_moved(button, easel->body.w - button.w, 0), ICON_NEXT, deed_action(DEED_LEAF, 1));
}

static void fill_stick(struct easel *easel)
{
    const struct staff_words *words = easel->words;
    const struct stick_news *news = &easel->staff->stick;
    const char *const said[] = {
        [STICK_AWAITED] = words->stick_wait,  [STICK_BARE] = words->stick_none,      [STICK_CHOICE] = words->stick_choose,
        [STICK_COPIED] = words->stick_taking, [STICK_ACCEPTED] = words->stick_taken, [STICK_REFUSED] = words->stick_refused,
    };

    put_heading(easel, words->stick);
    put_text(easel, said[news->state]);
    if (news->state != STICK_CHOICE)
        return;
    struct tiles tiles = make_tiles(easel, news->count, 1);

    for (int i = 0; i < news->count; i++)
        put_button(easel, tile_at(&tiles, 0, i), news->names[i], deed_action(DEED_TAKE, i));
}

/* "10:00–13:00, 15:00–20:00" */
static const char *put_together(const struct easel *easel, const struct open_span *openings, int count)
{
    enum { DAY_MIN = 24 * 60 };
    struct arena *arena = easel->scene.arena;
    const struct date_format *format = &page_words(&easel->scene)->dates;
    const char *all = easel->words->closed;

    for (int i = 0; i < count; i++) {
        const char *from = date_text_clock(arena, format, openings[i].from % DAY_MIN);
        const char *to = date_text_clock(arena, format, openings[i].to % DAY_MIN);
        const char *span = arena_printf(arena, "%s\u2013%s", from, to);

        all = i == 0 ? span : arena_printf(arena, "%s, %s", all, span);
    }
    return all;
}

/* What is so is filled. */
static void fill_hours(struct easel *easel)
{
    const struct staff_words *words = easel->words;
    const struct staff_setup *setup = &easel->staff->setup;
    const char *const said[] = {[TODAY_AS_WRITTEN] = words->as_written, [TODAY_OPEN] = words->open_now, [TODAY_CLOSED] = words->closed_now};
    const struct open_span *openings;
    int count = hours_openings(setup->exhibit->hours, hours_day(setup->wall_min), &openings);

    put_heading(easel, words->hours);
    put_text(easel, pattern_filled(easel->scene.arena, words->today,
                                   (const struct pattern_fill[]){{"{times}", put_together(easel, openings, count)}, {0}}));
    struct tiles tiles = make_tiles(easel, (int)COUNTOF(said), 1);

    for (int i = 0; i < (int)COUNTOF(said); i++)
        put_pick(easel, tile_at(&tiles, 0, i), &(struct pick){said[i], deed_action(DEED_HOURS, i), setup->today == (enum today_word)i});
}

static bool presses_button(const struct staff *staff)
{
    return staff->pressed.action.kind != ACTION_NONE;
}

/* While fingers are on the glass nothing stands in their way. */
static void fill_touch(struct easel *easel)
{
    struct staff *staff = easel->staff;
    const struct scene *scene = &easel->scene;
    const struct style *style = scene->style;
    const struct screen *screen = &staff->setup.exhibit->screen;
    int latency = touch_test_latency_ms(&staff->test), pad = style->margin_px;
    float mm = 1 / style->px_per_mm;

    touch_test_put_grid(&staff->test, scene);
    touch_test_put_fingers(&staff->test, scene);
    if (touch_test_is_touched(&staff->test) && !presses_button(staff))
        return;
    int width = int_min(style->screen.w - 2 * pad, int_max(style->screen.w * 2 / 3, (int)(150 * style->px_per_mm)));
    struct rect box = {(style->screen.w - width) / 2, style->screen.h / 6, width, style->screen.h * 2 / 3};

    draw_fill(page_pen(scene), box, style->colours.paper);
    draw_frame(page_pen(scene), box, style->rule_px, style->colours.ink);
    int height = style->target_px * 3 / 2;

    easel->body = rect_inset(box, pad);
    put_button(easel, (struct rect){easel->body.x, easel->body.y + easel->body.h - height, easel->body.w, height}, easel->words->leave,
               deed_action(DEED_LEAVE, 0));
    easel->body.h -= height + pad;
    put_line(easel, numbered(easel, easel->words->untouched, touch_test_unreached(&staff->test)),
             type_of(easel, FACE_BOLD, style->sizes.body_px), style->colours.ink);
    if (latency >= 0)
        put_text(easel, numbered(easel, easel->words->latency, latency));
    put_text(easel, arena_printf(scene->arena, "%d × %d px · %g″ · %d × %d mm", style->screen.w, style->screen.h, screen->diagonal_inches,
                                 (int)lroundf((float)style->screen.w * mm), (int)lroundf((float)style->screen.h * mm)));
    touch_test_put_ruler(&staff->test, scene, easel->body);
}

/* ---- all of them ---- */

/* A ring inside the edge of what has the focus. */
static void put_focus(const struct easel *easel)
{
    const struct page *page = &easel->staff->page;
    const struct style *style = easel->scene.style;

    for (int i = 0; i < page->target_count; i++)
        if (easel->staff->focused.action.kind != ACTION_NONE && action_equal(page->targets[i].action, easel->staff->focused.action))
            draw_frame(page_pen(&easel->scene), rect_inset(page->targets[i].rect, style->rule_px), style->rule_px * 2,
                       style->colours.strong);
}

void screens_fill(struct staff *staff, int64_t now_ms)
{
    const struct staff_setup *setup = &staff->setup;
    struct easel easel = {.staff = staff,
                          .words = &setup->exhibit->words[setup->settings.language].staff,
                          .scene = {.exhibit = setup->exhibit,
                                    .style = &staff->style,
                                    .measure = &setup->measure,
                                    .arena = staff->arena,
                                    .page = &staff->page,
                                    .language = setup->settings.language}};

    switch (staff->screen) {
    case STAFF_AWAY:
        break;
    case STAFF_PIN:
        fill_pin(&easel, now_ms);
        break;
    case STAFF_MENU:
        fill_menu(&easel);
        break;
    case STAFF_BRIGHTNESS:
        fill_brightness(&easel);
        break;
    case STAFF_TOUCH:
        fill_touch(&easel);
        break;
    case STAFF_FINDINGS:
        fill_findings(&easel);
        break;
    case STAFF_STICK:
        fill_stick(&easel);
        break;
    case STAFF_HOURS:
        fill_hours(&easel);
        break;
    case STAFF_SURE:
        fill_sure(&easel);
        break;
    }
    put_focus(&easel);
}
