/* Tried are widths of the words, which make lines of them, at all four corners; for each, the picture is slid along from one of its ends to
 * the other. */
#include "film/poster_over.h"

#include <math.h>

/* The part of a picture that must be seen of it where it fills the screen; of one whose `keep` is seen whole. */
static const double SUITS = 0.66, SUITS_KEPT = 0.36;
static const float LARGEST[] = {1.25F, 1};                                /* times the least size: at first grown, then not */
static const double BEARABLE = 0.02;                                      /* of what must be seen */
static const double COVERS_MOST = 0.36;                                   /* of the place, by strips */
static const float ABOUT_FOCUS = 0.08F;                                   /* to each side of the focus, of a picture that keeps nothing */
static const float WIDTHS[] = {1, 0.85F, 0.7F, 0.6F, 0.5F, 0.42F, 0.36F}; /* of the place */
enum { SLIDES = 24 };

/* Of all ways the best is taken: large letters in few lines, much room to slide in, little covered; where lines begin rather than where
 * they end. */
static const double ROOM_COUNTS = 0.3, LINES_COST = 0.1, STRIPS_COST = 0.5, BEHIND_COSTS = 0.15;

struct attempt {
    const struct scene *scene;
    const struct poster *poster;
    struct rect place, keep; /* keep: in pixels of the picture as it lies on the place, from its own corner */
    struct size picture;     /* in the same */
};

static const struct crop *crop_of(const struct scene *scene, const struct picture *picture)
{
    return scene->style->portrait ? &picture->crops.portrait : &picture->crops.landscape;
}

/* What must be seen of it; without width where nobody says. */
static struct share_rect kept(const struct scene *scene, const struct picture *picture)
{
    return picture->crops.poster.keep.w > 0 ? picture->crops.poster.keep : crop_of(scene, picture)->keep;
}

static bool suits(const struct scene *scene, const struct picture *picture, struct rect place)
{
    double aspect = (double)place.w / int_max(1, place.h);
    double seen = picture->aspect > 0 ? fmin(picture->aspect / aspect, aspect / picture->aspect) : 1;

    return picture->fit == PICTURE_COVER && seen >= (kept(scene, picture).w > 0 ? SUITS_KEPT : SUITS);
}

static struct attempt attempt_of(const struct scene *scene, const struct poster *poster, struct rect place)
{
    double aspect = poster->picture->aspect > 0 ? poster->picture->aspect : (double)place.w / place.h;
    struct attempt a = {scene, poster, place, {0}, {place.w, place.h}};
    struct share_rect keep = kept(scene, poster->picture);
    const double *focus = crop_of(scene, poster->picture)->focus;

    if (keep.w <= 0)
        keep = (struct share_rect){(float)focus[0] - ABOUT_FOCUS, (float)focus[1] - ABOUT_FOCUS, 2 * ABOUT_FOCUS, 2 * ABOUT_FOCUS};
    if (aspect < (double)place.w / place.h)
        a.picture.h = (int)lround(place.w / aspect);
    else
        a.picture.w = (int)lround(place.h * aspect);
    a.keep = (struct rect){(int)(keep.x * (float)a.picture.w), (int)(keep.y * (float)a.picture.h), (int)(keep.w * (float)a.picture.w),
                           (int)(keep.h * (float)a.picture.h)};
    return a;
}

static struct rect strip_of(const struct attempt *a, const struct poster_over *over, int line)
{
    const struct paragraph *set = over->type.set;
    int margin = a->scene->style->margin_px, pad = margin / 3, right = a->place.x + a->place.w;
    bool first = line == 0, last = line + 1 == set->line_count;
    int top = over->words.y + set->lines[line].top_px - (first ? pad : 0);
    int foot = over->words.y + (last ? set->height_px + pad : set->lines[line + 1].top_px);
    int from = over->behind ? over->words.x - margin / 2 : a->place.x;
    int to = over->behind ? right : over->words.x + set->lines[line].width_px + margin / 2;

    return (struct rect){from, top, to - from, foot - top};
}

static double area_of(struct rect rect)
{
    return (double)rect.w * rect.h;
}

/* The share of the place that lies under strips. */
static double covered_share(const struct attempt *a, const struct poster_over *over)
{
    double covered = 0;

    for (int i = 0; i < over->type.set->line_count; i++)
        covered += area_of(strip_of(a, over, i));
    return covered / area_of(a->place);
}

static struct point slid_to(const struct attempt *a, int slide)
{
    float share = (float)slide / SLIDES;

    return (struct point){share * (float)(a->picture.w - a->place.w), share * (float)(a->picture.h - a->place.h)};
}

/* The share of what must be seen that is cut or covered. */
static double lost_share(const struct attempt *a, const struct poster_over *over, int slide)
{
    struct point by = slid_to(a, slide);
    struct rect keep = rect_moved(a->keep, a->place.x - (int)by.x, a->place.y - (int)by.y);

    if (page_mirrored(a->scene))
        keep.x = 2 * a->place.x + a->place.w - keep.x - keep.w;
    double seen = area_of(rect_common(keep, a->place));

    for (int i = 0; i < over->type.set->line_count; i++)
        seen -= area_of(rect_common(keep, strip_of(a, over, i)));
    return 1 - seen / fmax(1, area_of(keep));
}

/* The middle of the longest way that the picture can be slid along without a loss, and how long that is, in slides; 0: there is none. */
static int slide_for(const struct attempt *a, const struct poster_over *over, int *length)
{
    int middle = 0, run = 0;

    *length = 0;
    for (int slide = 0; slide <= SLIDES; slide++) {
        run = lost_share(a, over, slide) <= BEARABLE ? run + 1 : 0;
        if (run > *length) {
            *length = run;
            middle = slide - run / 2;
        }
    }
    return middle;
}

/* The words at one corner. Returns how good that is; 0: it is not to be. */
static double rate(const struct attempt *a, struct poster_over *over, bool low)
{
    int margin = a->scene->style->margin_px, height = over->type.set->height_px, room;

    over->words.w = over->type.set->width_px;
    over->words.h = height;
    over->words.x = over->behind ? a->place.x + a->place.w - margin - over->words.w : a->place.x + margin;
    over->words.y = low ? a->place.y + a->place.h - margin - height : a->place.y + margin;
    struct point by = slid_to(a, slide_for(a, over, &room));
    double covered = covered_share(a, over);

    over->focus =
        (struct point){(by.x + (float)a->place.w / 2) / (float)a->picture.w, (by.y + (float)a->place.h / 2) / (float)a->picture.h};
    if (room == 0 || covered > COVERS_MOST)
        return 0;
    double good = (double)over->type.passage.type.size_px / over->type.least_px + ROOM_COUNTS * room / (SLIDES + 1);
    double bad = LINES_COST * over->type.set->line_count + STRIPS_COST * covered + (over->behind ? BEHIND_COSTS : 0);

    return 1 + good - bad;
}

/* The best with type up to `largest` times the least. False: there is none. */
static bool find(const struct attempt *a, float largest, struct poster_over *over)
{
    int margin = a->scene->style->margin_px;
    double best = 0;

    for (size_t i = 0; i < COUNTOF(WIDTHS); i++) {
        struct size room = {(int)(WIDTHS[i] * (float)a->place.w) - 2 * margin, a->place.h - 2 * margin};
        struct poster_over tried = {.type = poster_type_of(a->scene, a->poster)};
        bool fits = poster_type_set(a->scene, &tried.type, room, largest);

        for (int corner = 0; fits && corner < 4; corner++) {
            tried.behind = corner >= 2;
            double rated = rate(a, &tried, corner % 2 == 1);

            if (rated > best) {
                best = rated;
                *over = tried;
            }
        }
    }
    return best > 0;
}

bool poster_over_plan(const struct scene *scene, const struct poster *poster, struct rect place, struct poster_over *over)
{
    struct attempt a = attempt_of(scene, poster, place);
    bool found = false;

    for (size_t i = 0; suits(scene, poster->picture, place) && !found && i < COUNTOF(LARGEST); i++)
        found = find(&a, LARGEST[i], over);
    return found;
}

void poster_over_put_picture(const struct scene *scene, const struct poster *poster, struct rect place, const struct poster_over *over)
{
    struct draw_picture shown = page_picture(scene, poster->picture, place);

    shown.focus_x = over->focus.x;
    shown.focus_y = over->focus.y;
    draw_picture(page_pen(scene), place, shown, scene->style->colours.muted);
}

void poster_over_put_words(const struct scene *scene, const struct poster *poster, struct rect place, const struct poster_over *over)
{
    struct attempt a = attempt_of(scene, poster, place);

    for (int i = 0; i < over->type.set->line_count; i++)
        draw_fill(page_pen(scene), strip_of(&a, over, i), poster->slab);
    passage_put(scene, over->type.set, &over->type.passage, over->words);
}
