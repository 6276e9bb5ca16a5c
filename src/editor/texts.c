#include "editor/editor.h"

#include "editor/phrases.h"
#include "editor/sentences.h"

void editor_report_texts(const struct files *files, const struct exhibit *exhibit, bool whole, struct findings *findings)
{
    struct findings *untold = findings_create(); /* of files that cannot be read, which whoever loads the exhibit tells */
    struct papers papers;
    struct text_list texts;

    papers_open(&papers, files, exhibit, untold);
    texts_find(&texts, &papers, exhibit);
    sentences_report(&texts, findings);
    if (whole)
        phrases_report(&texts, findings);
    texts_finish(&texts);
    papers_close(&papers);
    findings_destroy(untold);
}
