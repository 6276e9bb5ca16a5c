/* Pages are filled in the real faces and looked at, pictures decoded once. */
#include "commands/checking.h"

#include "base/suggest.h"
#include "commands/check_pictures.h"
#include "commands/lettering.h"
#include "starter/unwritten.h"
#include "wording/stale.h"
#include "exhibit/origins.h"
#include "movements/findings.h"
#include "fonts/faces.h"
#include "platform/fontfile.h"
#include "talking/check_sounds.h"
#include "talking/check_voices.h"
#include "yaml/report.h"

#include <string.h>

static int lacking(void *context, const struct draw_text *text, uint32_t *codes)
{
    return faces_lacking(context, &(struct face_text){.type = text->type, .text = text->text, .length = text->length}, codes,
                         MISSING_LETTERS_MAX);
}

struct audit_setup checking_setup(const struct exhibit *exhibit, struct faces *faces, struct size screen)
{
    return (struct audit_setup){
        .exhibit = exhibit, .measure = faces_measure(faces), .lacking = lacking, .letters = faces, .screen = screen};
}

static void report_face(struct origin at, const char *key, const char *name, struct findings *findings)
{
    struct arena *arena = arena_create();
    const char **names;
    int count = fontfile_list(arena, &names);
    const char *suggested = suggest_name(name, names, count);

    if (suggested && strcmp(suggested, name) != 0)
        findings_add(findings, at.line ? FINDING_ERROR : FINDING_WARNING, at,
                     CODED("font-missing") "%s: there is no font \"%s\" that can be used; did you mean \"%s\"?", key,
                     report_quote(name).text, suggested);
    else
        findings_add(findings, at.line ? FINDING_ERROR : FINDING_WARNING, at,
                     CODED("font-missing") "%s: there is no font \"%s\" that can be used, in assets/fonts or on this system; install it, "
                                           "or correct the name",
                     key, report_quote(name).text);
    arena_destroy(arena);
}

/* A font that is not there stands at its line of the theme, or at the script whose it is; one of the built-in theme's is the machine's
 * lack. */
static void check_faces(const struct exhibit *exhibit, struct faces *faces, struct findings *findings)
{
    static const char file[] = "config/theme.yaml";
    static const char *const keys[FACE_COUNT] = {"headline", "text", "bold", "italic"};
    const struct theme *theme = &exhibit->theme;

    for (int i = 0; i < FACE_COUNT; i++)
        for (const char *const *name = theme->faces[i]; *name; name++)
            if (!faces_can_use(faces, *name))
                report_face(origins_value(exhibit, file, (const char *const[]){"faces", keys[i], NULL}, *name), keys[i], *name, findings);
    for (int s = 0; s < theme->script_count; s++)
        for (int i = 0; i < FACE_COUNT; i++)
            for (const char *const *name = theme->scripts[s].faces[i]; name && *name; name++)
                if (!faces_can_use(faces, *name))
                    report_face(theme->scripts[s].origin, keys[i], *name, findings);
}

/* How pages come out in the real faces. False when there is not one to measure with; a log line says so. */
static bool check_pages(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings)
{
    struct lettering lettering;
    struct faces *faces;

    lettering_init(&lettering, exhibit);
    faces = faces_create(files, &lettering.setup);
    if (!faces)
        return false;
    faces_keep_many(faces);
    check_faces(exhibit, faces, findings);
    struct audit_setup setup = checking_setup(exhibit, faces, screen);

    if (exhibit->panel_count > 0)
        audit_run(&setup, findings);
    faces_destroy(faces);
    return true;
}

bool checking_screen(const struct files *files, const struct exhibit *exhibit, struct size screen, struct findings *findings)
{
    bool drawn = check_pictures(files, exhibit, screen, findings), measured = check_pages(files, exhibit, screen, findings);

    findings_sort(findings);
    return drawn && measured;
}

void checking_any_screen(const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    check_voices(NULL, exhibit, findings);
    check_sounds(NULL, files, exhibit, findings);
    movements_findings(files, exhibit, findings);
    stale_report(files, exhibit, findings);
    unwritten_report(files, exhibit, findings);
    findings_sort(findings);
}
