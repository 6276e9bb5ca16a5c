/* check: the findings, on standard output. */
#include "app/app.h"

#include "app/check_pictures.h"
#include "base/log.h"
#include "exhibit/load.h"
#include "platform/faces.h"
#include "scene/survey.h"

#include <stdio.h>

static bool has_letter(void *context, enum face face, uint32_t code)
{
    return faces_have(context, face, code);
}

/* False when there is not one face to measure with; a log line says so. */
static bool survey(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings)
{
    struct faces *faces = faces_create(files, exhibit->theme.faces);

    if (!faces)
        return false;
    struct survey survey = {
        .exhibit = exhibit,
        .files = files,
        .measure = faces_measure(faces),
        .has_letter = has_letter,
        .letters = faces,
        .screen = screen,
    };

    survey_make(&survey, findings);
    faces_destroy(faces);
    return true;
}

/* What files alone do not tell: how pages and pictures come out on the screen. */
static bool look(const struct options *options, const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    struct size screen = options->size;

    if (screen.w == 0)
        screen = (struct size){exhibit->screen.width_px, exhibit->screen.height_px};
    bool drawn = check_pictures(files, exhibit, screen, findings), measured = survey(files, exhibit, screen, findings);

    findings_sort(findings);
    return drawn && measured;
}

enum exit_code app_check(const struct options *options)
{
    struct files *files = files_open(options->exhibit);

    if (!files)
        return EXIT_USAGE;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    const struct exhibit *exhibit = loaded_exhibit(loaded);
    bool measured = exhibit->panel_count == 0 || look(options, files, exhibit, findings);
    int errors = findings_count(findings, FINDING_ERROR), warnings = findings_count(findings, FINDING_WARNING);

    findings_print(findings, stdout);
    if (exhibit->panel_count > 0)
        fprintf(stderr, "%d panels, %d errors, %d warnings\n", exhibit->panel_count, errors, warnings);
    else
        fprintf(stderr, "nothing to show: %d errors, %d warnings\n", errors, warnings);
    bool fine = exhibit->panel_count > 0 && errors == 0 && (warnings == 0 || !options->strict);

    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    if (!fine)
        return EXIT_FINDINGS;
    return measured ? EXIT_FINE : EXIT_MACHINE;
}
