/* Fitting: attempt after attempt, until one stands. Parts are asked for the same heights in most attempts, so answers are kept. */
#include "layout/fit.h"

#include "layout/grid.h"

/* Of the height of the space: a headline has no more, nor has a picture that takes what the text leaves. */
static const float TITLE_MOST = 0.5F, PICTURE_MOST = 0.6F;
/* Of its best height, for a block beside a body that scrolls. */
static const float BLOCK_LEAST = 0.6F;

/* How far the type steps down, which share of their height the picture's own rows keep (0: there is no picture), and which share of its
 * best height a block has at least. First the headline gives way, then the picture, then the block; then the body's type; then the picture
 * is left out, and all begins again. */
static const struct fit_attempt {
    int title, body;
    float picture, block;
} ATTEMPTS[] = {
    {0, 0, 1, 0.9F},    {1, 0, 1, 0.9F},     {2, 0, 1, 0.9F},     {1, 0, 0.8F, 0.9F}, {2, 0, 0.8F, 0.9F}, {2, 0, 0.65F, 0.9F},
    {3, 0, 0.8F, 0.9F}, {3, 0, 0.65F, 0.9F}, {2, 0, 0.65F, 0.8F}, {3, 0, 0.5F, 0.8F}, {3, 0, 0.5F, 0.7F}, {3, 1, 0.5F, 0.7F},
    {3, 2, 0.5F, 0.7F}, {3, 3, 0.5F, 0.7F},  {0, 0, 0, 0.9F},     {1, 0, 0, 0.9F},    {2, 0, 0, 0.9F},    {3, 0, 0, 0.9F},
    {3, 0, 0, 0.7F},    {3, 1, 0, 0.7F},     {3, 2, 0, 0.7F},     {3, 3, 0, 0.7F},
};

/* The rows with a share between this and 1 are there for the picture's sake alone. */
static const float PICTURE_LEAST = 0.5F;

/* A width for each of two sets of columns (with and without the picture), and the steps of the type. */
enum { ANSWERS_MAX = 2 * FIT_STEPS };

struct fit_answers {
    struct {
        int width_px, step, height_px;
    } known[ANSWERS_MAX];
    int count;
};

struct fitting {
    const struct fit_request *request;
    const struct fit_attempt *attempt;
    struct fit_answers answers[PART_COUNT];
    struct fit fit;
};

static int step_of(const struct fit_attempt *attempt, enum part part)
{
    return part == PART_TITLE ? attempt->title : part == PART_BODY ? attempt->body : 0;
}

static int height_of(void *context, enum part part, int width_px)
{
    struct fitting *f = context;
    struct fit_answers *answers = &f->answers[part];
    int step = step_of(f->attempt, part);

    for (int i = 0; i < int_min(answers->count, ANSWERS_MAX); i++)
        if (answers->known[i].width_px == width_px && answers->known[i].step == step)
            return answers->known[i].height_px;
    int height = f->request->needs->height(f->request->context, part, width_px, step), at = answers->count++ % ANSWERS_MAX;

    answers->known[at].width_px = width_px;
    answers->known[at].step = step;
    answers->known[at].height_px = height;
    return height;
}

static void solve(struct fitting *f, int picture_most_px)
{
    const struct fit_request *request = f->request;
    float share = f->attempt->picture;
    struct grid_request grid = {
        .plan = request->plan,
        .space = request->space,
        .present = share > 0 ? request->present : request->present & ~(1u << PART_PICTURE),
        .context = f,
        .height_of = height_of,
        .picture_share = share,
        .picture_most_px = picture_most_px,
        .blocks = request->blocks,
    };

    f->fit.overflow_px = grid_solve(&grid, f->fit.rects);
}

static int body_height(struct fitting *f)
{
    return height_of(f, PART_BODY, f->fit.rects[PART_BODY].w);
}

static bool legible(const struct fitting *f, enum part part)
{
    const struct fit_request *request = f->request;

    return request->needs->legible(request->context, part, f->fit.rects[part], step_of(f->attempt, part));
}

/* They have this share of their best height at least. */
static bool blocks_stand(struct fitting *f, float share)
{
    for (int i = 0; i < PART_COUNT; i++) {
        enum part part = (enum part)i;
        struct rect rect = f->fit.rects[part];

        if (!(f->request->blocks >> part & 1u) || rect_is_empty(rect))
            continue;
        if ((float)rect.h < share * (float)height_of(f, part, rect.w) || !legible(f, part))
            return false;
    }
    return true;
}

/* What costs least is asked first. */
static bool all_stand(struct fitting *f)
{
    return f->fit.overflow_px <= 0 && !f->fit.tall_title && legible(f, PART_TITLE) && blocks_stand(f, f->attempt->block) &&
           body_height(f) <= f->fit.rects[PART_BODY].h;
}

/* The rest can be read while the body scrolls. */
static bool all_but_body_stand(struct fitting *f)
{
    return f->fit.overflow_px <= 0 && f->fit.rects[PART_BODY].h >= f->request->body_least_px[f->attempt->body] &&
           blocks_stand(f, BLOCK_LEAST);
}

static void try_attempt(struct fitting *f, const struct fit_attempt *attempt)
{
    f->attempt = attempt;
    f->fit = (struct fit){.title_step = attempt->title, .body_step = attempt->body, .plain = attempt->picture <= 0};
    solve(f, 0);
    f->fit.tall_title = (float)f->fit.rects[PART_TITLE].h > TITLE_MOST * (float)f->request->space.h;
}

/* Rather than leave the picture out, the body scrolls. */
static bool is_last_with_picture(size_t index)
{
    return ATTEMPTS[index].picture > 0 && index + 1 < COUNTOF(ATTEMPTS) && ATTEMPTS[index + 1].picture <= 0;
}

/* The first attempt in which all stands; failing that the last with a picture, if only the body does not; failing that, the last. */
static void choose(struct fitting *f)
{
    bool gives = grid_has_picture_row(f->request->plan);

    for (size_t i = 0; i < COUNTOF(ATTEMPTS); i++) {
        float picture = ATTEMPTS[i].picture;

        if (!gives && picture < 1 && picture > PICTURE_LEAST) /* a picture beside the text keeps its height */
            continue;
        try_attempt(f, &ATTEMPTS[i]);
        if (all_stand(f) || (is_last_with_picture(i) && all_but_body_stand(f)))
            return;
    }
}

static int button_width(const struct fitting *f, enum part part, int room_px)
{
    return f->request->needs->width(f->request->context, part, room_px);
}

/* The buttons to what lies deeper are as wide as their words. Two in a row stand side by side at its beginning; where there is none to open
 * the difference, the other begins where the text does. */
static void place_buttons(struct fitting *f)
{
    struct rect *rects = f->fit.rects, *difference = &rects[PART_DIFFERENCE], *more = &rects[PART_MORE], body = rects[PART_BODY];
    int right = int_max(more->x + more->w, body.x + body.w), gap = f->request->button_gap_px;
    bool first = !rect_is_empty(*difference), second = !rect_is_empty(*more);
    bool both = first && second && difference->y == more->y && difference->x < more->x;

    if (both)
        difference->w = right - difference->x - gap - button_width(f, PART_MORE, f->request->space.w);
    else if (first && !second)
        difference->w = int_max(difference->w, body.x + body.w - difference->x);
    if (first)
        difference->w = button_width(f, PART_DIFFERENCE, difference->w);
    if (both)
        more->x = difference->x + difference->w + gap;
    else if (!first && !rect_is_empty(body))
        more->x = int_min(more->x, body.x);
    if (second)
        more->w = button_width(f, PART_MORE, right - more->x);
}

struct fit fit_parts(const struct fit_request *request)
{
    struct fitting f = {.request = request};

    choose(&f);
    if (!f.fit.plain)
        solve(&f, (int)(PICTURE_MOST * (float)request->space.h));
    f.fit.body_px = body_height(&f);
    place_buttons(&f);
    return f.fit;
}
