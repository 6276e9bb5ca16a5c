/* The colours are the theme's; the shapes a square, a triangle, a circle and, for the museum itself, a frame. */
#include "page/voice.h"

#include "page/icon.h"

struct colour voice_colour(const struct style *style, enum voice voice)
{
    switch (voice) {
    case VOICE_RECORD:
        return style->colours.record;
    case VOICE_ARGUMENT:
        return style->colours.argument;
    case VOICE_VOICES:
    case VOICE_CHART:
    case VOICE_MAP:
        return style->colours.voices;
    case VOICE_GUIDE:
    case VOICE_COUNT:
        break;
    }
    return style->colours.ink;
}

void voice_mark(const struct scene *scene, enum voice voice, struct rect mark)
{
    struct colour colour = voice_colour(scene->style, voice);
    int edge = int_max(2, scene->style->rule_px / 2);

    switch (voice) {
    case VOICE_RECORD:
        draw_fill(page_pen(scene), mark, colour);
        break;
    case VOICE_ARGUMENT:
        icon_put(scene, ICON_TRIANGLE, mark, colour);
        break;
    case VOICE_VOICES:
    case VOICE_CHART:
    case VOICE_MAP:
        icon_put(scene, ICON_CIRCLE, mark, scene->style->colours.ink);
        icon_put(scene, ICON_CIRCLE, rect_inset(mark, edge), colour);
        break;
    case VOICE_GUIDE:
    case VOICE_COUNT:
        draw_frame(page_pen(scene), mark, edge, colour);
        break;
    }
}
