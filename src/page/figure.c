/* Words beneath a picture are in the theme's small type, which visitors can read where they stand. */
#include "page/figure.h"

#include "layout/crop.h"
#include "page/icon.h"
#include "page/label.h"
#include "page/passage.h"

static const float WORDS_LINE_HEIGHT = 1.35F;
enum { WORDS_MOST = 3 /* words take no more than this part of the place */ };

struct share_rect figure_kept(const struct scene *scene, const struct picture *picture)
{
    if (picture->fit == PICTURE_ALL)
        return (struct share_rect){0, 0, 1, 1};
    return scene->style->portrait ? picture->crops.portrait.keep : picture->crops.landscape.keep;
}

struct rect figure_place(const struct scene *scene, const struct picture *picture, struct rect rect)
{
    return picture->file && picture->aspect > 0 ? crop_place(rect, picture->aspect, figure_kept(scene, picture)) : rect;
}

struct rect figure_kept_in(const struct scene *scene, const struct picture *picture, struct rect place)
{
    const struct crop *crop = scene->style->portrait ? &picture->crops.portrait : &picture->crops.landscape;
    struct draw_picture shown = page_picture(scene, picture, place);

    if (!picture->file || picture->aspect <= 0 || crop->keep.w <= 0)
        return (struct rect){0, 0, 0, 0};
    struct rect kept = crop_part(place, picture->aspect, (struct point){shown.focus_x, shown.focus_y}, crop->keep);

    if (page_mirrored(scene)) /* pictures are not turned with the page */
        kept.x = 2 * place.x + place.w - kept.x - kept.w;
    return kept;
}

void figure_put(const struct scene *scene, const struct picture *picture, struct rect rect)
{
    struct rect place = figure_place(scene, picture, rect);
    struct draw_picture shown = page_picture(scene, picture, place);

    if (place.w < rect.w || place.h < rect.h) {
        draw_fill(page_pen(scene), rect, shown.ground);
        if (picture->fit != PICTURE_ALL)
            scene->page->unfilled = picture;
    }
    draw_picture(page_pen(scene), place, shown, scene->style->colours.muted);
}

/* Caption, then credit. */
enum { LINES = 2 };

static void set_words(const struct scene *scene, const struct picture *picture, struct passage words[LINES])
{
    const char *texts[LINES] = {text_in(picture->caption, scene->language), text_in(picture->credit, scene->language)};
    const struct colour colours[LINES] = {scene->style->colours.ink, scene->style->colours.muted};

    for (int i = 0; i < LINES; i++)
        words[i] = (struct passage){
            .prose = paragraph_plain(scene->arena, texts[i]),
            .type = {.face = FACE_TEXT, .size_px = scene->style->sizes.small_px},
            .colour = colours[i],
            .line_height = WORDS_LINE_HEIGHT,
        };
}

static bool has_words(const struct scene *scene, const struct picture *picture)
{
    return text_in(picture->caption, scene->language)[0] || text_in(picture->credit, scene->language)[0];
}

int figure_words_height(const struct scene *scene, const struct picture *picture, int width_px)
{
    struct passage words[LINES];
    int height = 0;

    if (!has_words(scene, picture))
        return 0;
    set_words(scene, picture, words);
    for (int i = 0; i < LINES; i++)
        height += passage_set(scene, &words[i], width_px)->height_px;
    return height;
}

static void put_words(const struct scene *scene, struct passage words[LINES], struct rect rect)
{
    for (int i = 0; i < LINES; i++) {
        const struct paragraph *set = passage_set(scene, &words[i], rect.w);

        passage_put(scene, set, &words[i], rect);
        rect.y += set->height_px;
        rect.h -= set->height_px;
    }
}

void figure_put_words(const struct scene *scene, const struct picture *picture, struct rect rect, struct colour colour)
{
    struct passage words[LINES];

    if (!has_words(scene, picture))
        return;
    set_words(scene, picture, words);
    for (int i = 0; i < LINES; i++)
        words[i].colour = colour;
    put_words(scene, words, rect);
}

/* Where words stand beneath a picture: inside the place's foot. */
static struct rect words_in(const struct scene *scene, const struct picture *picture, struct rect rect)
{
    const struct style *style = scene->style;
    struct rect page = style->page;
    int pad = style->sizes.small_px / 2, margin = style->margin_px;
    int left = rect.x <= page.x ? margin : 0, right = rect.x + rect.w >= page.x + page.w ? margin : 0;
    int foot = rect.y + rect.h >= page.y + page.h ? margin / 2 : 0;
    struct rect words = {rect.x + left, 0, rect.w - left - right, 0};

    if (words.w <= 0 || !has_words(scene, picture))
        return (struct rect){0, 0, 0, 0};
    words.h = figure_words_height(scene, picture, words.w);
    words.y = rect.y + rect.h - foot - words.h;
    return words.h + pad + foot > rect.h / WORDS_MOST ? (struct rect){0, 0, 0, 0} : words;
}

bool figure_has_words(const struct scene *scene, const struct picture *picture, struct rect rect)
{
    return rect_is_empty(rect) || !has_words(scene, picture) || !rect_is_empty(words_in(scene, picture, rect));
}

void figure_put_mark(const struct scene *scene, struct rect picture, int count)
{
    const struct style *style = scene->style;
    int pad = style->sizes.label_px / 2, side = style->icon_px * 2 / 3 + 2 * pad, words = 0;
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.label_px},
                          style->colours.ink,
                          arena_printf(scene->arena, "%s/%s", page_number(scene, 1), page_number(scene, count)),
                          ALIGN_CENTRE};

    if (count > 1)
        words = label_width(scene, label.type, label.text) + pad;

    struct rect box = {picture.x + picture.w - side - words - pad, picture.y + picture.h - side - pad, side + words, side};

    if (picture.w < 2 * box.w || picture.h < 2 * box.h)
        return;
    draw_fill(page_pen(scene), box, style->colours.paper);
    if (words > 0)
        label_put(scene, &label, (struct rect){box.x + pad, box.y, words - pad, box.h});
    icon_put(scene, ICON_ENLARGE, rect_inset((struct rect){box.x + words, box.y, side, side}, pad), style->colours.ink);
}

struct rect figure_put_captioned(const struct scene *scene, const struct picture *picture, struct rect rect)
{
    struct rect words = words_in(scene, picture, rect);
    struct passage lines[LINES];

    if (!rect_is_empty(words)) {
        rect.h = words.y - scene->style->sizes.small_px / 2 - rect.y;
        set_words(scene, picture, lines);
        put_words(scene, lines, words);
    }
    figure_put(scene, picture, rect);
    return rect;
}
