/* It hurries at first, as all that a hand sets in motion here. */
#include "paint/growth.h"

/* The rectangle on its way. */
static struct rect grown(struct rect from, struct rect to, float share)
{
    float left = 1 - share;

    return rect_between(from, to, 1 - left * left * left);
}

static void put_edge(SDL_Surface *canvas, struct rect r, int t, struct colour colour)
{
    const struct rect sides[] = {
        {r.x, r.y, r.w, t}, {r.x, r.y + r.h - t, r.w, t}, {r.x, r.y + t, t, r.h - 2 * t}, {r.x + r.w - t, r.y + t, t, r.h - 2 * t}};

    for (size_t i = 0; i < COUNTOF(sides); i++)
        pixels_fill(canvas, sides[i], colour);
}

void growth_put(SDL_Surface *canvas, const struct growth_setting *setting)
{
    const struct frame_growth *growth = &setting->frame->growth;
    float share = setting->frame->fade_share;
    struct rect card = grown(setting->from, setting->place, share);
    struct colour paper = setting->frame->grounds[setting->frame->ground_count - 1].colour, shade = growth->shade;
    struct pixels_passage passage = {setting->before, setting->after, paper, 128 + (unsigned)(share * 128)};

    shade.a = (uint8_t)(share * (float)shade.a);
    pixels_clip(canvas, setting->place);
    pixels_copy(canvas, setting->before, 0, 0);
    pixels_fill(canvas, setting->place, shade);
    SDL_SetClipRect(canvas, NULL);
    pixels_fill(canvas, card, paper);
    pixels_blend_through(canvas, passage, rect_common(card, setting->place));
    put_edge(canvas, card, growth->edge_px, growth->edge);
}
