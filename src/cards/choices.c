/* In one line where the place is wide enough for all of them; else the question stands above, and answers that are too long below each
 * other. */
#include "cards/choices.h"

#include "page/label.h"
#include "page/passage.h"

static const float QUESTION_LINE_HEIGHT = 1.35F;

struct choice_pen {
    const struct scene *scene;
    struct rect place;
    int y;      /* the pen, from the top of the place */
    int before; /* how wide the questions are that stand before their answers; 0: above them */
    bool draws;
};

static struct type answer_type(const struct scene *scene)
{
    return (struct type){.face = FACE_BOLD, .size_px = scene->style->sizes.label_px};
}

static int answer_pad(const struct scene *scene)
{
    return scene->style->sizes.label_px * 3 / 4;
}

static int answer_gap(const struct scene *scene)
{
    return scene->style->sizes.label_px / 2;
}

static int answer_height(const struct scene *scene)
{
    return int_max(scene->style->target_px, scene->style->sizes.label_px * 2);
}

/* ---- how wide they are ---- */

/* Of answers side by side, as wide as the longest of them. */
static int answers_width(const struct scene *scene, const struct card_choice *choice)
{
    int widest = 0;

    for (int i = 0; i < choice->count; i++)
        widest = int_max(widest, label_width(scene, answer_type(scene), choice->options[i].word));
    return choice->count * (widest + scene->style->sizes.label_px + 3 * answer_pad(scene)) + (choice->count - 1) * answer_gap(scene);
}

/* The sign before a question, and what is between the two. */
static int sign_width(const struct scene *scene, const struct card_choice *choice)
{
    return choice->sign == ICON_COUNT ? 0 : scene->style->sizes.label_px * 5 / 4 + answer_pad(scene) / 2;
}

static int questions_width(const struct scene *scene, struct card_choices choices)
{
    int widest = 0;

    for (int i = 0; i < choices.count; i++)
        widest = int_max(widest, sign_width(scene, &choices.list[i]) + label_width(scene, answer_type(scene), choices.list[i].label));
    return widest + 2 * answer_gap(scene);
}

int choices_width(const struct scene *scene, struct card_choices choices)
{
    int widest = 0;

    for (int i = 0; i < choices.count; i++)
        widest = int_max(widest, answers_width(scene, &choices.list[i]));
    return widest > 0 ? questions_width(scene, choices) + widest : 0;
}

/* ---- the question ---- */

static void put_question(struct choice_pen *c, const struct card_choice *choice)
{
    const struct scene *scene = c->scene;
    const struct colour ink = scene->style->colours.ink;
    int indent = sign_width(scene, choice), size = scene->style->sizes.label_px * 5 / 4, height = answer_height(scene);
    struct rect words = {c->place.x + indent, c->place.y + c->y, c->place.w - indent, height};
    struct rect sign = {c->place.x, words.y + (c->before > 0 ? (height - size) / 2 : 0), size, size};
    struct passage above = {.prose = paragraph_plain(scene->arena, choice->label),
                            .type = answer_type(scene),
                            .colour = ink,
                            .line_height = QUESTION_LINE_HEIGHT};

    if (indent > 0 && c->draws)
        icon_put(scene, choice->sign, sign, ink);
    if (c->before > 0) {
        if (c->draws)
            label_put(scene, &(struct label){answer_type(scene), ink, choice->label, ALIGN_START}, words);
        return;
    }
    const struct paragraph *set = passage_set(scene, &above, words.w);

    if (c->draws)
        passage_put(scene, set, &above, words);
    c->y += set->height_px + scene->style->sizes.label_px / 3;
}

/* ---- its answers ---- */

/* The one that is chosen is filled and ticked, the others are empty: nobody needs the colour to tell. */
static void put_answer(const struct scene *scene, const struct card_choice *choice, int index, struct rect box)
{
    const struct style *style = scene->style;
    bool chosen = index == choice->chosen;
    struct colour colour = chosen ? style->colours.paper : style->colours.ink;
    int pad = answer_pad(scene), side = style->sizes.label_px;
    struct rect sign = {box.x + pad, box.y + (box.h - side) / 2, side, side};
    struct rect words = {sign.x + side + pad, box.y, box.w - side - 3 * pad, box.h};
    struct label label = {answer_type(scene), colour, choice->options[index].word, ALIGN_START};

    label.type = label_shrunk(scene, &label, words.w, 8);
    if (chosen)
        draw_fill(page_pen(scene), box, style->colours.ink);
    draw_frame(page_pen(scene), box, int_max(2, style->rule_px / 2), style->colours.ink);
    icon_put(scene, chosen ? ICON_CHOSEN : ICON_RING, sign, colour);
    label_put(scene, &label, words);
    page_ask(scene, box, choice->options[index].action);
}

static void put_answers(struct choice_pen *c, const struct card_choice *choice)
{
    int gap = answer_gap(c->scene), height = answer_height(c->scene), room = c->place.w - c->before;
    int columns = answers_width(c->scene, choice) <= room ? choice->count : 1, width = (room - (columns - 1) * gap) / columns;

    for (int i = 0; i < choice->count; i++) {
        struct rect box = {c->place.x + c->before + i % columns * (width + gap), c->place.y + c->y, width, height};

        if (c->draws)
            put_answer(c->scene, choice, i, box);
        if (i % columns == columns - 1)
            c->y += height + gap;
    }
}

int choices_put(const struct scene *scene, struct card_choices choices, struct rect place, bool draws)
{
    struct choice_pen c = {.scene = scene, .place = place, .draws = draws};

    if (choices_width(scene, choices) <= place.w)
        c.before = questions_width(scene, choices);
    for (int i = 0; i < choices.count; i++) {
        put_question(&c, &choices.list[i]);
        put_answers(&c, &choices.list[i]);
        c.y += c.before > 0 ? 0 : answer_gap(scene) / 2;
    }
    return c.y;
}
