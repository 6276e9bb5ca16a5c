/* Checks of pages. */
#include "support/page_checks.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

void check_inside(struct visitor *visitor)
{
    const struct frame *frame = visitor_frame(visitor);
    const struct draw_list *list = &frame->layers[0].list;
    struct rect whole = {0, 0, frame->size.w, frame->size.h}, clip = whole;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        if (c->kind == DRAW_CLIP)
            clip = rect_is_empty(c->rect) ? whole : c->rect;
        if (c->kind != DRAW_TEXT || rect_is_empty(rect_common(c->rect, clip)))
            continue;
        if (c->rect.x < 0 || c->rect.x + c->rect.w > whole.w || (clip.h == whole.h && c->rect.y + c->rect.h > whole.h))
            fail_msg("%s at %dx%d: \"%.*s\" leaves the screen", visitor_scene(visitor->stage), whole.w, whole.h, c->text.length,
                     c->text.text);
    }
}

void check_apart(struct visitor *visitor)
{
    const struct page *page = visitor_page(visitor);

    for (int i = 0; i < page->target_count; i++)
        for (int k = 0; k < i; k++)
            if (page->targets[k].action.kind != ACTION_EXPLORE && /* which lies below what is on it */
                !rect_is_empty(rect_common(page_reach(page, &page->targets[i]), page_reach(page, &page->targets[k]))))
                fail_msg("%s at %dx%d: the targets of actions %d and %d overlap", visitor_scene(visitor->stage), visitor->screen.w,
                         visitor->screen.h, page->targets[i].action.kind, page->targets[k].action.kind);
}

void check_every_panel(struct visitor *visitor)
{
    struct stage *stage = visitor->stage;
    int panels = visitor->exhibit->panel_count, modes = visitor->exhibit->language_count * 2;

    stage->visit.answered = ~0u;
    for (int mode = 0; mode < modes; mode++) {
        stage->visit.settings.language = mode / 2;
        visitor_key(visitor, KEY_HOME);
        if (mode > 0)
            visitor_key(visitor, KEY_TEXT_SIZE);
        for (int i = -1; i < panels; i++) {
            if (i >= 0)
                act(stage, (struct action){.kind = ACTION_PANEL, .argument = i}, visitor->now_ms);
            visitor_wait(visitor, 1000);
            check_inside(visitor);
            check_apart(visitor);
            visitor_log(visitor);
        }
    }
}
