/* Pictures that stand where no words of their own can, and that nothing opens; panels that have none of what others offer. */
#include "audit/unseen.h"

static void check_words(struct auditor *a, const struct picture *picture, struct origin at)
{
    if (picture->caption.in)
        auditor_warn(a, at,
                     CODED("caption-hidden") "caption: nobody sees it, for visitors cannot open this picture; leave it out, or show the "
                                             "picture on a panel, too");
    if (picture->credit.in)
        auditor_warn(
            a, at,
            CODED("caption-hidden") "credit: nobody sees it, for visitors cannot open this picture; name who made it in the colophon");
}

void unseen_check(struct auditor *a)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    check_words(a, &exhibit->opening, scene_origin(exhibit, "config/exhibit.yaml", "opening", NULL));
    check_words(a, &exhibit->neutral, scene_origin(exhibit, "config/exhibit.yaml", "neutral", NULL));
    for (int i = 0; i < exhibit->chapter_count; i++)
        check_words(a, &exhibit->chapters[i].picture, exhibit->chapters[i].origin);
}

void unseen_check_easy(struct auditor *a)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    int count = 0;

    for (int i = 0; i < exhibit->panel_count; i++)
        count += exhibit->panels[i].easy.in != NULL;
    for (int i = 0; i < exhibit->panel_count && count > 0; i++)
        if (!exhibit->panels[i].easy.in)
            auditor_warn(a, exhibit->panels[i].origin,
                         arena_printf(a->arena,
                                      CODED("easy-missing") "easy: %d of %d panels say it in simple words, and this one does not; write "
                                                            "easy:, one idea a sentence, or visitors who ask for them read body:",
                                      count, exhibit->panel_count));
    arena_reset(a->arena);
}
