/* Warnings of what was looked at. */
#include "audit/auditor.h"

#include <string.h>

void auditor_warn(struct auditor *a, struct origin at, const char *message)
{
    findings_add(a->findings, FINDING_WARNING, at, "%s", message);
}

/* Whether something that ends so was found there. */
static bool is_told(const struct auditor *a, struct origin at, const char *what)
{
    const char *words = finding_words(what);
    size_t length = strlen(words);

    for (int i = 0; i < findings_total(a->findings); i++) {
        const struct finding *told = findings_at(a->findings, i);
        size_t told_length = strlen(told->message);

        if (told->line == at.line && told->column == at.column && strcmp(told->file, at.file) == 0 && told_length >= length &&
            strcmp(told->message + told_length - length, words) == 0)
            return true;
    }
    return false;
}

void auditor_warn_of_screen(struct auditor *a, struct origin at, const char *what)
{
    const struct style *style = &a->style;

    if (is_told(a, at, what))
        return;
    static const char *const sizes[] = {[TEXT_USUAL] = "", [TEXT_LARGE] = "in large text ", [TEXT_LARGEST] = "in the largest text "};
    const char *where =
        arena_printf(a->arena, "%s%son this screen (%dx%d) %s", style->settings.level[SETTING_REACH] > 0 ? "with low reach " : "",
                     sizes[style->settings.level[SETTING_TEXT]], style->screen.w, style->screen.h, what);

    auditor_warn(a, at, where);
}
