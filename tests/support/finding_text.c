/* Without the file: a test knows it. */
#include "support/finding_text.h"

void finding_text(struct findings *findings, struct buffer *text)
{
    findings_sort(findings);
    buffer_add(text, "", 0);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *f = findings_at(findings, i);

        buffer_printf(text, "%d:%d %c %s\n", f->line, f->column, f->severity == FINDING_ERROR ? 'E' : 'W', f->message);
    }
}
