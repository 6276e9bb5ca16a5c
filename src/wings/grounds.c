/* A card that comes or goes does so through its paper; a page through its own, the bar through its ink. */
#include "wings/grounds.h"

#include "cards/card.h"

static void add(struct frame *frame, struct rect rect, struct colour colour)
{
    frame->grounds[frame->ground_count++] = (struct frame_ground){rect, colour};
}

/* A card that another made way for is dark around already. */
static void put_growth(struct frame *frame, const struct fade *fade, const struct style *style, const struct page *card)
{
    bool first = rect_is_empty(fade->card);

    frame->growth = (struct frame_growth){fade->from, style_shade(&style->colours), style->colours.ink, style->rule_px};
    frame->growth.shade.a = first ? card_shade(card) : 0;
    if (!first)
        add(frame, fade->card, style->colours.paper);
}

void grounds_put(struct frame *frame, const struct fade *fade, const struct style *style, const struct page *card)
{
    const struct theme_colours *colours = &style->colours;
    bool cards = fade->cards && (card || !rect_is_empty(fade->card));
    struct rect box = card ? card_box(card) : (struct rect){0};

    frame->ground_count = 0;
    frame->growth = (struct frame_growth){0};
    if (frame->fade_share >= 1)
        return;
    if (!cards) {
        add(frame, style->page, card ? colour_under(colours->paper, style_shade(colours), card_shade(card)) : colours->paper);
        add(frame, style->bar, colours->bar);
    }
    if (cards && card && !rect_is_empty(fade->from))
        put_growth(frame, fade, style, card);
    else if (cards)
        box = rect_around(box, fade->card);
    if (!rect_is_empty(box))
        add(frame, box, colours->paper);
}
