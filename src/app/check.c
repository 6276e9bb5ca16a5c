/* check: the findings, on standard output. */
#include "app/app.h"

#include "base/log.h"
#include "exhibit/load.h"

#include <stdio.h>

enum exit_code app_check(const struct options *options)
{
    struct files *files = files_open(options->exhibit);

    if (!files)
        return EXIT_USAGE;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    int errors = findings_count(findings, FINDING_ERROR), warnings = findings_count(findings, FINDING_WARNING);

    findings_print(findings, stdout);
    if (loaded)
        fprintf(stderr, "%d panels, %d errors, %d warnings\n", loaded_exhibit(loaded)->panel_count, errors, warnings);
    else
        fprintf(stderr, "nothing to show: %d errors, %d warnings\n", errors, warnings);
    bool fine = loaded && errors == 0 && (warnings == 0 || !options->strict);

    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    return fine ? EXIT_FINE : EXIT_FINDINGS;
}
