/* Nothing is remembered of the past but counts, and these begin anew when all has come round, so that a film of years is like its first
 * day. */
#include "film/order.h"

#include "scene/scene.h"

enum { STILLS = 3, AT_WHOLE = STILLS + 1, AT_TIMELINE, OPENING_WORDS = 15 };

static bool has(const struct exhibit *exhibit, enum attract_part part)
{
    return (exhibit->attract & part) != 0;
}

static int open_panels(const struct exhibit *exhibit)
{
    int count = 0;

    for (int i = 0; i < exhibit->panel_count; i++)
        count += !exhibit->panels[i].notices;
    return count;
}

/* The nth that stands behind no notice. */
static int open_panel(const struct exhibit *exhibit, int n)
{
    int i = 0;

    for (; i < exhibit->panel_count; i++)
        if (!exhibit->panels[i].notices && n-- == 0)
            break;
    return i;
}

/* ---- with posters ---- */

/* How many panels have their posters in a group. */
static int stills_of(int panels)
{
    return int_min(STILLS, panels);
}

/* The nth panel of all that have come so far; a panel speaks its neighbour's next language, and another one each time round. */
static struct film_shot still(const struct exhibit *exhibit, int panels, int n)
{
    return (struct film_shot){FILM_POSTER, open_panel(exhibit, n % panels), (n % panels + n / panels + 1) % exhibit->language_count};
}

/* Where the panels come round in whole groups, a group always holds the same ones: each time the next of them has its turn. Else the first
 * has, which is another one each time. Either way a panel stands whole once in so many rounds as a group has panels. */
static struct film_shot whole(const struct exhibit *exhibit, int panels, int group)
{
    int stills = stills_of(panels), first = group * stills, round = first / panels;
    int n = first + (panels % stills == 0 ? round % stills : 0);

    return (struct film_shot){FILM_PAGE, open_panel(exhibit, n % panels), (n % panels + n / panels / stills) % exhibit->language_count};
}

static struct film_shot opening(const struct exhibit *exhibit, int group)
{
    return (struct film_shot){FILM_POSTER, FILM_OPENING, group % exhibit->language_count};
}

int film_words(const struct exhibit *exhibit, struct film_shot shot)
{
    const struct scene_ops *ops = shot.panel == FILM_TIMELINE ? &scene_timeline : &scene_panel;

    return shot.kind == FILM_POSTER ? 0 : ops->words(exhibit, int_max(0, shot.panel), shot.language);
}

static int64_t page_ms(const struct exhibit *exhibit, struct film_shot shot)
{
    return scene_reading_ms(exhibit, film_words(exhibit, shot));
}

static int64_t timeline_ms(const struct exhibit *exhibit)
{
    return exhibit->event_count > 0 ? page_ms(exhibit, (struct film_shot){FILM_PAGE, FILM_TIMELINE, 0}) : 0;
}

static int64_t posters_ms(const struct exhibit *exhibit, int panels)
{
    return (int64_t)(1 + stills_of(panels)) * exhibit->timing.poster_s * 1000;
}

/* Whether the group's panel, for its reading time, leaves the lap no room for posters and the timeline. */
static bool is_long(const struct exhibit *exhibit, int panels, int group)
{
    int64_t room = exhibit->timing.lap_s * 1000 - posters_ms(exhibit, panels) - timeline_ms(exhibit);

    return panels > 0 && page_ms(exhibit, whole(exhibit, panels, group)) > room;
}

static int64_t whole_ms(const struct exhibit *exhibit, int panels, int group)
{
    int64_t wanted = page_ms(exhibit, whole(exhibit, panels, group)), most = exhibit->timing.lap_s * 1000;

    return wanted < most ? wanted : most;
}

/* Without a long panel, which is a lap of its own. */
static int64_t group_ms(const struct exhibit *exhibit, int panels, int group)
{
    return posters_ms(exhibit, panels) + (panels > 0 && !is_long(exhibit, panels, group) ? whole_ms(exhibit, panels, group) : 0);
}

/* All panels have had their posters in it, or the next group would make it too long, or a lap of its own comes next. */
static bool lap_is_over(const struct exhibit *exhibit, const struct film_place *place, int panels)
{
    int groups = place->lap_groups + 1;
    int64_t ms = place->lap_ms + group_ms(exhibit, panels, place->group) + group_ms(exhibit, panels, place->group + 1);

    return groups * stills_of(panels) >= panels || is_long(exhibit, panels, place->group) ||
           ms + timeline_ms(exhibit) > exhibit->timing.lap_s * 1000;
}

static void next_group(const struct exhibit *exhibit, struct film_place *place, int panels)
{
    bool pages = has(exhibit, ATTRACT_PAGES), over = pages && lap_is_over(exhibit, place, panels);

    place->lap_ms = over || !pages ? 0 : place->lap_ms + group_ms(exhibit, panels, place->group);
    place->lap_groups = over || !pages ? 0 : place->lap_groups + 1;
    place->lap = (place->lap + over) % exhibit->language_count;
    place->group = (place->group + 1) % (int_max(1, panels) * exhibit->language_count);
    place->at = 0;
}

static void advance_posters(const struct exhibit *exhibit, struct film_place *place)
{
    int panels = open_panels(exhibit), stills = stills_of(panels);
    bool pages = has(exhibit, ATTRACT_PAGES), apart = is_long(exhibit, panels, place->group);
    bool timeline = pages && exhibit->event_count > 0 && lap_is_over(exhibit, place, panels);

    if (place->at < stills)
        place->at++;
    else if (place->at != AT_TIMELINE && timeline && (apart ? place->at == stills : place->at == AT_WHOLE || stills == 0))
        place->at = AT_TIMELINE;
    else if (stills > 0 && pages && (place->at == stills || (apart && place->at == AT_TIMELINE)))
        place->at = AT_WHOLE;
    else
        next_group(exhibit, place, panels);
}

static struct film_shot poster_shot(const struct exhibit *exhibit, const struct film_place *place)
{
    int panels = open_panels(exhibit);

    if (place->at == AT_TIMELINE)
        return (struct film_shot){FILM_PAGE, FILM_TIMELINE, place->lap % exhibit->language_count};
    if (place->at == AT_WHOLE)
        return whole(exhibit, panels, place->group);
    if (place->at == 0)
        return opening(exhibit, place->group);
    return still(exhibit, panels, place->group * stills_of(panels) + place->at - 1);
}

/* ---- pages alone ---- */

static struct film_shot page_shot(const struct exhibit *exhibit, const struct film_place *place)
{
    int language = place->lap % exhibit->language_count;

    if (place->at == 0)
        return (struct film_shot){FILM_POSTER, FILM_OPENING, language};
    if (place->at > open_panels(exhibit))
        return (struct film_shot){FILM_PAGE, FILM_TIMELINE, language};
    return (struct film_shot){FILM_PAGE, open_panel(exhibit, place->at - 1), language};
}

static void advance_pages(const struct exhibit *exhibit, struct film_place *place)
{
    int last = exhibit->panel_count > 0 ? open_panels(exhibit) + (exhibit->event_count > 0) : 0;

    if (place->at++ < last)
        return;
    place->at = 0;
    place->lap = (place->lap + 1) % exhibit->language_count;
}

/* ---- either ---- */

/* Without a panel there is nothing but the opening, which holds the screen. */
static bool has_posters(const struct exhibit *exhibit)
{
    return has(exhibit, ATTRACT_POSTERS) && exhibit->panel_count > 0;
}

struct film_shot film_shot(const struct exhibit *exhibit, const struct film_place *place)
{
    return has_posters(exhibit) ? poster_shot(exhibit, place) : page_shot(exhibit, place);
}

int64_t film_shot_ms(const struct exhibit *exhibit, const struct film_place *place)
{
    struct film_shot shot = film_shot(exhibit, place);

    if (shot.kind == FILM_POSTER && has_posters(exhibit))
        return (int64_t)exhibit->timing.poster_s * 1000;
    if (shot.kind == FILM_POSTER)
        return scene_reading_ms(exhibit, OPENING_WORDS);
    return place->at == AT_WHOLE && has_posters(exhibit) ? whole_ms(exhibit, open_panels(exhibit), place->group) : page_ms(exhibit, shot);
}

void film_advance(const struct exhibit *exhibit, struct film_place *place)
{
    if (has_posters(exhibit))
        advance_posters(exhibit, place);
    else
        advance_pages(exhibit, place);
}

/* ---- items: the opening, the panels' posters, the panels, the timeline ---- */

int film_items(const struct exhibit *exhibit)
{
    return 2 * exhibit->panel_count + 2;
}

struct film_shot film_of_item(const struct exhibit *exhibit, int item)
{
    int panels = exhibit->panel_count;

    if (item <= panels)
        return (struct film_shot){FILM_POSTER, item == 0 ? FILM_OPENING : item - 1, 0};
    return (struct film_shot){FILM_PAGE, item > 2 * panels ? FILM_TIMELINE : item - panels - 1, 0};
}

int film_item(const struct exhibit *exhibit, struct film_shot shot)
{
    int panels = exhibit->panel_count;

    if (shot.kind == FILM_POSTER)
        return shot.panel + 1;
    return shot.panel == FILM_TIMELINE ? 2 * panels + 1 : panels + 1 + shot.panel;
}

bool film_shows(const struct exhibit *exhibit, int item)
{
    struct film_shot shot = film_of_item(exhibit, item);

    if (shot.panel == FILM_OPENING)
        return true;
    if (exhibit->panel_count == 0 || !has(exhibit, shot.kind == FILM_POSTER ? ATTRACT_POSTERS : ATTRACT_PAGES))
        return false;
    return shot.panel == FILM_TIMELINE ? exhibit->event_count > 0 : !exhibit->panels[shot.panel].notices;
}
