/* proof: every panel, language and text size as PNG, with no display. */
#include "app/app.h"

#include "base/log.h"
#include "exhibit/load.h"
#include "platform/offscreen.h"
#include "scene/stage.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

struct proof {
    const struct options *options;
    const struct exhibit *exhibit;
    struct offscreen *offscreen;
    struct size size;
    int drawn, failed;
};

static void save(struct proof *proof, struct stage *stage, const char *scene, int64_t now_ms)
{
    char path[1024], name[256];
    const struct settings *settings = stage_settings(stage);

    snprintf(name, sizeof(name), "%s", scene);
    for (char *at = name; *at; at++)
        if (*at == '/')
            *at = '-';
    snprintf(path, sizeof(path), "%s/%s.%s%s.png", proof->options->output, name, proof->exhibit->languages[settings->language],
             settings->large ? ".large" : "");
    if (offscreen_save(proof->offscreen, stage_frame(stage, now_ms), path))
        proof->drawn++;
    else
        proof->failed++;
}

/* One scene in every language and both text sizes, reached as a visitor would. */
static void draw_scene(struct proof *proof, const char *scene)
{
    struct stage_setup setup = {
        .exhibit = proof->exhibit, .measure = offscreen_measure(proof->offscreen), .screen = proof->size, .start = scene, .unlocked = true};
    struct stage *stage = stage_create(&setup);
    int64_t now = 0;

    ASSERT(stage);
    for (int large = 0; large < 2; large++) {
        for (int i = 0; i < proof->exhibit->language_count; i++) {
            save(proof, stage, scene, now);
            stage_key(stage, KEY_LANGUAGE, now);
            stage_tick(stage, now += 1000);
        }
        stage_key(stage, KEY_TEXT_SIZE, now);
        stage_tick(stage, now += 1000);
    }
    stage_destroy(stage);
}

static void draw_all(struct proof *proof)
{
    struct stage_setup setup = {.exhibit = proof->exhibit, .measure = offscreen_measure(proof->offscreen), .screen = proof->size};
    struct stage *attract = stage_create(&setup);

    save(proof, attract, "attract", 0);
    stage_destroy(attract);
    draw_scene(proof, "home");
    if (proof->exhibit->event_count > 0)
        draw_scene(proof, "timeline");
    for (int i = 0; i < proof->exhibit->panel_count; i++) {
        char scene[256];

        snprintf(scene, sizeof(scene), "panel/%s", proof->exhibit->panels[i].id);
        draw_scene(proof, scene);
    }
}

static enum exit_code draw(const struct options *options, const struct files *files, const struct exhibit *exhibit)
{
    struct proof proof = {.options = options, .exhibit = exhibit, .size = options->size};

    if (proof.size.w == 0)
        proof.size = (struct size){exhibit->screen.width_px, exhibit->screen.height_px};
    if (mkdir(options->output, 0777) != 0 && errno != EEXIST) {
        log_error("%s: %s", options->output, strerror(errno));
        return EXIT_MACHINE;
    }
    proof.offscreen = offscreen_create(files, exhibit->theme.faces, proof.size);
    if (!proof.offscreen)
        return EXIT_MACHINE;
    draw_all(&proof);
    offscreen_destroy(proof.offscreen);
    printf("%d pictures in %s\n", proof.drawn, options->output);
    return proof.failed == 0 ? EXIT_FINE : EXIT_MACHINE;
}

enum exit_code app_proof(const struct options *options)
{
    struct files *files = files_open(options->exhibit);

    if (!files)
        return EXIT_USAGE;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    enum exit_code code = EXIT_FINDINGS;

    findings_print(findings, stderr);
    if (loaded)
        code = draw(options, files, loaded_exhibit(loaded));
    if (code == EXIT_FINE && findings_count(findings, FINDING_ERROR) > 0)
        code = EXIT_FINDINGS;
    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    return code;
}
