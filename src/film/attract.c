/* Attract: posters, whole panels, the timeline as it opens for a visitor; below all of them how to begin. Of an exhibit without a panel
 * that can be shown, the opening alone, which holds the screen until there is one. */
#include "film/attract.h"

#include "axis/view.h"
#include "film/invitation.h"
#include "film/poster.h"
#include "page/voice.h"
#include "timeline/timeline.h"

static int waking(int item, int language)
{
    return item * EXHIBIT_LANGUAGES_MAX + language;
}

struct film_shot attract_woken(const struct exhibit *exhibit, int argument)
{
    struct film_shot shot = film_of_item(exhibit, argument / EXHIBIT_LANGUAGES_MAX);

    shot.language = argument % EXHIBIT_LANGUAGES_MAX;
    return shot;
}

static struct text text_of(const struct exhibit *exhibit, int item)
{
    int panel = film_of_item(exhibit, item).panel;
    struct text own = panel < 0 ? exhibit->poster : exhibit->panels[panel].poster;

    return own.in ? own : panel < 0 ? exhibit->title : exhibit->panels[panel].title;
}

/* A panel without a picture has its chapter's. */
static const struct picture *picture_of(const struct exhibit *exhibit, int panel)
{
    const struct picture *own = panel < 0 ? &exhibit->opening : &exhibit->panels[panel].picture;

    return own->file || panel < 0 ? own : &exhibit->chapters[exhibit->panels[panel].chapter].picture;
}

/* It has the colour of who speaks. */
static struct colour slab_of(const struct scene *scene, int panel)
{
    const struct exhibit *exhibit = scene->exhibit;
    const struct theme_colours *colours = &scene->style->colours;
    int voice = panel < 0 ? -1 : exhibit->panels[panel].voice;

    return voice < 0 ? colours->ink : voice_colour(colours, &exhibit->voices[voice]);
}

static struct poster poster_of(const struct scene *scene)
{
    const struct exhibit *exhibit = scene->exhibit;
    int panel = film_of_item(exhibit, scene->item).panel;

    return (struct poster){
        .picture = picture_of(exhibit, panel),
        .text = text_in(text_of(exhibit, scene->item), scene->language),
        .small = panel < 0 && !exhibit->poster.in ? text_in(exhibit->subtitle, scene->language) : "",
        .slab = slab_of(scene, panel),
    };
}

struct attract_words attract_words(const struct scene *scene)
{
    struct poster poster = poster_of(scene);

    return (struct attract_words){
        .text = poster.text,
        .size_px = poster_size_px(scene, &poster, scene->style->page),
        .least_px = poster_type_least_px(scene),
        .picture = poster.picture,
        .over = poster_is_over(scene, &poster, scene->style->page),
    };
}

/* As it opens for a visitor. */
static void fill_timeline(const struct scene *scene)
{
    struct timeline_labels *labels = timeline_labels_create();

    timeline_fill(scene, &(struct timeline_state){.window = axis_view_first(scene->exhibit), .focus = -1, .labels = labels});
    timeline_labels_destroy(labels);
}

void attract_fill_bar(const struct scene *scene)
{
    invitation_put(scene, waking);
}

static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    struct film_shot shot = film_of_item(scene->exhibit, scene->item);
    struct poster poster = {.picture = NULL};
    struct rect screen = {0, 0, style->screen.w, style->screen.h};
    struct scene inner = *scene;

    inner.item = shot.panel;
    if (shot.kind == FILM_POSTER) {
        poster = poster_of(scene);
        poster_put(scene, &poster, scene->exhibit->panel_count > 0 ? style->page : screen);
    } else if (shot.panel == FILM_TIMELINE) {
        fill_timeline(scene);
    } else {
        scene_panel.fill(&inner);
    }
    /* Wherever the finger is, it opens what is seen. */
    scene->page->target_count = 0;
    scene->page->scroll = (struct scroll_area){0};
    page_target(scene, screen, ACTION_WAKE, waking(scene->item, scene->language));
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    struct film_shot shot = film_of_item(exhibit, item);

    shot.language = language;
    return film_words(exhibit, shot);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    int panel = film_of_item(exhibit, item).panel;
    const char *code = exhibit->languages[language];

    if (panel >= 0)
        return scene_origin(exhibit, exhibit->panels[panel].origin.file, exhibit->panels[panel].poster.in ? "poster" : "title", code);
    return scene_origin(exhibit, "config/exhibit.yaml", exhibit->poster.in ? "poster" : "title", code);
}

const struct scene_ops scene_attract = {
    .name = "attract",
    .place = PLACE_ALONE,
    .whole = true,
    .words = words,
    .origin = origin,
    .fill = fill,
};
