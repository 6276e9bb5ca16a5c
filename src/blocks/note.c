/* The small print looks the same below all blocks. */
#include "blocks/note.h"

static const float LINE_HEIGHT = 1.25F;

struct passage note_passage(const struct scene *scene, struct type type, const char *text)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, text),
        .type = type,
        .colour = scene->style->colours.muted,
        .line_height = LINE_HEIGHT,
    };
}

const char *note_source(const struct scene *scene, struct text source)
{
    const char *text = text_in(source, scene->language);

    return text[0] ? arena_printf(scene->arena, "%s: %s", page_words(scene)->sources, text) : "";
}
