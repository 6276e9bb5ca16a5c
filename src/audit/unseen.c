/* Pictures that stand where no words of their own can, and that nothing opens; panels that have none of what others offer, or not what it
 * promises. */
#include "audit/unseen.h"

#include "hardness/hardness.h"

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

/* It was written in that language: where it was not, another's text stands for it. */
static bool is_own(const struct exhibit *exhibit, const struct prose_text *text, int language)
{
    for (int i = 0; i < exhibit->language_count; i++)
        if (i != language && text->in && text->in[i].blocks == text->in[language].blocks)
            return false;
    return true;
}

static void check_simple(struct auditor *a, const struct panel *panel, int language)
{
    const struct exhibit *exhibit = a->setup->exhibit;
    const char *code = exhibit->languages[language];
    int easy = hardness_of(prose_in(&panel->easy, language), code), usual = hardness_of(prose_in(&panel->body, language), code);

    if (easy != HARDNESS_NONE && usual != HARDNESS_NONE && easy >= usual && is_own(exhibit, &panel->easy, language) &&
        is_own(exhibit, &panel->body, language))
        auditor_warn(
            a, scene_origin(exhibit, panel->origin.file, "easy", code),
            arena_printf(a->arena,
                         CODED("easy-hard") "easy: it is no simpler than body: (LIX %d, and body: has %d); make two sentences of a "
                                            "long one, and take shorter words",
                         easy, usual));
}

void unseen_check_simple(struct auditor *a)
{
    const struct exhibit *exhibit = a->setup->exhibit;

    for (int i = 0; i < exhibit->panel_count; i++)
        for (int l = 0; l < exhibit->language_count && exhibit->panels[i].easy.in; l++)
            check_simple(a, &exhibit->panels[i], l);
    arena_reset(a->arena);
}
