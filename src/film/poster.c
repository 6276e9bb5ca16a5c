/* A picture that suits the screen fills it, and so does one that says what of it must stay in view, where that has room; the words lie over
 * it on strips as long as their lines, above or below. Any other would lose too much: then the words have a slab of their own beside it, or
 * above it on a tall screen, and the picture all the rest. */
#include "film/poster.h"

#include "film/hills.h"
#include "page/figure.h"
#include "page/voice.h"

#include <math.h>

/* The part of a picture that must be seen of it where it fills the screen; of one whose `keep` is seen whole. */
static const double SUITS = 0.66, SUITS_KEPT = 0.36;
static const float LARGEST = 2.0F, LARGEST_OVER = 1.25F; /* times the least size: type grows as far as there is room */
static const float LINE_HEIGHT = 0.96F;
static const float LEAST_COLUMN = 0.42F, LARGEST_COLUMN = 0.66F, COLUMN_STEP = 0.03F; /* of the place's width */
static const float BAND = 0.42F, OVER_WIDTH = 0.7F, OVER_HEIGHT = 0.42F;

static const double MOST_OF_SCREEN = 0.14; /* a capital's part of the shorter side, with three lines and air */

/* Where everything stands. words: the text alone. over: the picture lies beneath the words, else `slab` does. */
struct plan_of_poster {
    bool over, low; /* low: the words stand at the foot */
    struct rect picture, slab, words;
    int least_px;   /* type should not be smaller */
    int covered_px; /* of the picture's height, by words that lie over it */
    float focus_y;  /* of the picture, so that they cover nothing that must stay in view */
    const struct paragraph *set;
    struct passage passage;
};

double poster_most_mm(const struct style *style)
{
    return MOST_OF_SCREEN * int_min(style->screen.w, style->screen.h) / (double)style->px_per_mm;
}

int poster_least_px(const struct scene *scene)
{
    enum { PROBE_PX = 200 };
    struct face_metrics metrics = page_metrics(scene, (struct type){.face = FACE_HEADLINE, .size_px = PROBE_PX});
    double mm = fmin(scene->exhibit->theme.poster_mm, poster_most_mm(scene->style));

    return (int)ceil(mm * (double)scene->style->px_per_mm * PROBE_PX / int_max(1, metrics.cap_px));
}

/* How much of a picture is seen that covers the place. */
static double seen_share(const struct picture *picture, struct rect place)
{
    double aspect = (double)place.w / int_max(1, place.h);

    return picture->aspect > 0 ? fmin(picture->aspect / aspect, aspect / picture->aspect) : 1;
}

static const struct crop *crop_of(const struct scene *scene, const struct picture *picture)
{
    return scene->style->portrait ? &picture->crops.portrait : &picture->crops.landscape;
}

static bool suits(const struct scene *scene, const struct picture *picture, struct rect place)
{
    return picture->fit == PICTURE_COVER && seen_share(picture, place) >= (crop_of(scene, picture)->keep.w > 0 ? SUITS_KEPT : SUITS);
}

static struct passage words_of(const struct scene *scene, const struct poster *poster)
{
    const struct theme_colours *colours = &scene->style->colours;

    return (struct passage){
        .prose = paragraph_plain(scene->arena, poster->text),
        .type = {.face = FACE_HEADLINE},
        .colour = voice_letters(colours, poster->slab),
        .line_height = LINE_HEIGHT,
    };
}

/* No line is far shorter than the others, like an article alone above its noun. */
static bool is_even(const struct paragraph *set)
{
    int shortest = set->width_px;

    for (int i = 0; i < set->line_count; i++)
        shortest = int_min(shortest, set->lines[i].width_px);
    return shortest * 5 >= set->width_px * 2;
}

/* The largest type in which the lines are even, no word is broken and all stands in the room; false if that is smaller than `least_px`. */
static bool set_words(const struct scene *scene, struct plan_of_poster *plan, const char *text, float largest)
{
    int smallest = int_max(1, scene->style->sizes.small_px), least_px = plan->least_px;

    for (int size = (int)((float)least_px * largest);; size = size * 15 / 16) {
        if (size < least_px && size * 16 / 15 > least_px) /* the least is tried too */
            size = least_px;
        plan->passage.type.size_px = int_max(size, smallest);
        plan->set = passage_set(scene, &plan->passage, plan->words.w);
        bool fits = plan->set->height_px <= plan->words.h && passage_words_fit(scene, plan->passage.type, text, plan->words.w);

        if ((fits && (size <= least_px || is_even(plan->set))) || size <= smallest)
            return fits && size >= least_px;
    }
}

static void plan_column(const struct scene *scene, struct plan_of_poster *plan, const struct poster *poster, struct rect place)
{
    int margin = scene->style->margin_px, small = poster->small[0] ? 4 * scene->style->sizes.label_px : 0;
    bool fits = false;

    for (float share = LEAST_COLUMN; !fits && share <= LARGEST_COLUMN; share += COLUMN_STEP) {
        int width = (int)(share * (float)place.w);

        plan->slab = (struct rect){place.x, place.y, width, place.h};
        plan->picture = (struct rect){place.x + width, place.y, place.w - width, place.h};
        plan->words = (struct rect){place.x + margin, place.y + margin, width - margin - margin / 2, place.h - 2 * margin - small};
        fits = set_words(scene, plan, poster->text, LARGEST);
    }
}

static void plan_band(const struct scene *scene, struct plan_of_poster *plan, const struct poster *poster, struct rect place)
{
    int margin = scene->style->margin_px, small = poster->small[0] ? 3 * scene->style->sizes.label_px : 0;

    plan->words =
        (struct rect){place.x + margin, place.y + margin, place.w - 2 * margin, (int)(BAND * (float)place.h) - 2 * margin - small};
    set_words(scene, plan, poster->text, LARGEST);
    plan->slab = (struct rect){place.x, place.y, place.w, plan->set->height_px + 2 * margin + small};
    plan->picture = (struct rect){place.x, place.y + plan->slab.h, place.w, place.h - plan->slab.h};
}

/* The crop's part that is seen of the height, and where it begins, with what must stay in view in the middle of what the words leave free;
 * `lost`: how much of that they cover all the same. All in shares of the picture. */
struct poster_view {
    float from, seen, lost;
};

/* Whether what must stay in view lies beside the words, at the end of their lines, wherever it stands in the height. */
static bool lies_beside(const struct scene *scene, const struct picture *picture, const struct crop *crop,
                        const struct plan_of_poster *plan)
{
    struct draw_picture shown = page_picture(scene, picture, plan->picture);
    float across = picture->aspect > 0 ? (float)fmin(1, (double)plan->picture.w / plan->picture.h / picture->aspect) : 1;
    float left = float_clamp(shown.focus_x - across / 2, 0, 1 - across);
    float begin = (crop->keep.x - left) / across, end = (crop->keep.x + crop->keep.w - left) / across;
    float words = (float)(plan->words.x - plan->picture.x + plan->set->width_px + scene->style->margin_px) / (float)plan->picture.w;

    return crop->keep.w > 0 && (page_mirrored(scene) ? end < 1 - words : begin > words);
}

static struct poster_view view_for(const struct picture *picture, const struct crop *crop, const struct plan_of_poster *plan)
{
    const float about_focus = 0.08F;
    struct rect place = plan->picture;
    float seen = picture->aspect > 0 ? (float)fmin(1, picture->aspect * place.h / place.w) : 1;
    float free = seen * (float)(place.h - plan->covered_px) / (float)place.h, first = plan->low ? 0 : seen - free;
    bool keeps = crop->keep.w > 0;
    float top = keeps ? crop->keep.y : (float)crop->focus[1] - about_focus;
    float foot = keeps ? crop->keep.y + crop->keep.h : (float)crop->focus[1] + about_focus;
    float from = float_clamp((top + foot) / 2 - first - free / 2, 0, 1 - seen);
    float above = from + first - top, below = foot - from - first - free;
    float beside = picture->aspect > 0 ? crop->keep.w - (float)((double)place.w / place.h / picture->aspect) : 0;

    return (struct poster_view){from, seen, fmaxf(above, 0) + fmaxf(below, 0) + fmaxf(beside, 0)};
}

/* The words lie above or below, whichever covers less. False where they cover some of what must stay in view. */
static bool plan_over(const struct scene *scene, struct plan_of_poster *plan, const struct poster *poster, struct rect place)
{
    const float bearable = 0.02F;
    const struct crop *crop = crop_of(scene, poster->picture);
    int margin = scene->style->margin_px;
    float width = scene->style->portrait ? 1 : OVER_WIDTH;
    struct poster_view upper, lower;

    plan->picture = place;
    plan->words = (struct rect){place.x + margin, 0, (int)(width * (float)place.w) - 2 * margin, (int)(OVER_HEIGHT * (float)place.h)};
    plan->over = set_words(scene, plan, poster->text, LARGEST_OVER);
    plan->words.h = plan->set->height_px;
    plan->covered_px = lies_beside(scene, poster->picture, crop, plan) ? 0 : plan->words.h + margin + margin / 3;
    upper = view_for(poster->picture, crop, plan);
    plan->low = true;
    lower = view_for(poster->picture, crop, plan);
    plan->low = lower.lost < upper.lost;
    plan->words.y = plan->low ? place.y + place.h - margin - plan->words.h : place.y + margin;
    plan->focus_y = plan->low ? lower.from + lower.seen / 2 : upper.from + upper.seen / 2;
    plan->over = plan->over && fminf(lower.lost, upper.lost) < bearable;
    return plan->over;
}

static struct plan_of_poster plan_of(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct plan_of_poster plan = {.passage = words_of(scene, poster), .least_px = poster_least_px(scene)};

    if (suits(scene, poster->picture, place) && plan_over(scene, &plan, poster, place))
        return plan;
    if (place.w > place.h)
        plan_column(scene, &plan, poster, place);
    else
        plan_band(scene, &plan, poster, place);
    return plan;
}

/* A strip of the slab's colour behind each line, from the edge of the screen on. */
static void put_strips(const struct scene *scene, const struct plan_of_poster *plan, struct colour colour)
{
    int margin = scene->style->margin_px, pad = margin / 3;

    for (int i = 0; i < plan->set->line_count; i++) {
        const struct paragraph_line *line = &plan->set->lines[i];
        bool first = i == 0, last = i + 1 == plan->set->line_count;
        int top = plan->words.y + line->top_px - (first ? pad : 0);
        int foot = plan->words.y + (last ? plan->set->height_px + pad : plan->set->lines[i + 1].top_px);

        draw_fill(page_pen(scene),
                  (struct rect){plan->picture.x, top, plan->words.x - plan->picture.x + line->width_px + margin / 2, foot - top}, colour);
    }
}

static void put_picture_below(const struct scene *scene, const struct plan_of_poster *plan, const struct picture *picture)
{
    struct draw_picture shown = page_picture(scene, picture, plan->picture);

    shown.focus_y = plan->focus_y;
    draw_picture(page_pen(scene), plan->picture, shown, scene->style->colours.muted);
}

static bool has_picture(const struct scene *scene, const struct poster *poster)
{
    struct draw_picture shown = page_picture(scene, poster->picture, scene->style->page);

    return shown.path || shown.fallback;
}

static void put_small(const struct scene *scene, const struct plan_of_poster *plan, const char *text)
{
    const struct style *style = scene->style;
    struct passage small = {
        .prose = paragraph_plain(scene->arena, text),
        .type = {.face = FACE_BOLD, .size_px = style->sizes.label_px * 5 / 4},
        .colour = plan->passage.colour,
        .line_height = style->sizes.line_height,
    };
    const struct paragraph *set = passage_set(scene, &small, plan->words.w);
    struct rect rect = {plan->words.x, 0, plan->words.w, set->height_px};

    rect.y = plan->slab.y + plan->slab.h - style->margin_px - set->height_px;
    passage_put(scene, set, &small, rect);
}

void poster_put(const struct scene *scene, const struct poster *poster, struct rect place)
{
    struct plan_of_poster plan = plan_of(scene, poster, place);

    if (!has_picture(scene, poster))
        hills_put(scene, plan.picture);
    else if (plan.over)
        put_picture_below(scene, &plan, poster->picture);
    else
        figure_put(scene, poster->picture, plan.picture);
    if (plan.over)
        put_strips(scene, &plan, poster->slab);
    else
        draw_fill(page_pen(scene), plan.slab, poster->slab);
    if (!plan.over && poster->small[0])
        put_small(scene, &plan, poster->small);
    passage_put(scene, plan.set, &plan.passage, plan.words);
}

int poster_size_px(const struct scene *scene, const struct poster *poster, struct rect place)
{
    return plan_of(scene, poster, place).passage.type.size_px;
}
