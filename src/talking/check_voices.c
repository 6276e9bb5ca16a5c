/* No voice is asked twice: a language that the exhibit has is told of as such, and each other one at the first phrase in it. */
#include "talking/check_voices.h"

#include "exhibit/origins.h"
#include "load/languages.h"
#include "speaking/voices.h"

#include <string.h>

/* What is spoken: the exhibit's languages, and behind them those of its phrases, each once, with the first phrase. */
struct tongues {
    const char **codes;
    struct origin *origins;
    int count;
};

static void add_tongue(struct tongues *tongues, const char *code, struct origin origin)
{
    for (int i = 0; i < tongues->count; i++)
        if (strcmp(tongues->codes[i], code) == 0)
            return;
    tongues->codes[tongues->count] = code;
    tongues->origins[tongues->count++] = origin;
}

static struct tongues tongues_of(const struct exhibit *exhibit, struct arena *arena)
{
    const int most = exhibit->language_count + exhibit->phrase_count;
    struct tongues tongues = {ARENA_ARRAY(arena, const char *, most), ARENA_ARRAY(arena, struct origin, most), 0};
    struct origin speech = origins_key(exhibit, "config/exhibit.yaml", (const char *const[]){"speech", NULL});

    for (int i = 0; i < exhibit->language_count; i++)
        add_tongue(&tongues, exhibit->languages[i], speech);
    for (int i = 0; i < exhibit->phrase_count; i++)
        if (languages_is_code(exhibit->phrases[i].language))
            add_tongue(&tongues, exhibit->phrases[i].language, exhibit->phrases[i].origin);
    return tongues;
}

void check_voices(const char *program, const struct exhibit *exhibit, struct findings *findings)
{
    struct arena *arena = arena_create();
    const struct tongues tongues = tongues_of(exhibit, arena);
    bool *lacking = ARENA_ARRAY(arena, bool, tongues.count);

    if (exhibit->speech.starts != SPEECH_OFF)
        voices_lacking(program, tongues.codes, tongues.count, lacking);
    for (int i = 0; i < tongues.count; i++) {
        if (!lacking[i])
            continue;
        if (i < exhibit->language_count)
            findings_add(
                findings, FINDING_WARNING, tongues.origins[i],
                CODED("language-unspoken") "speech: no voice of this machine speaks \"%s\", so that only recordings are heard in it; "
                                           "record its texts (audio:)",
                tongues.codes[i]);
        else
            findings_add(
                findings, FINDING_WARNING, tongues.origins[i],
                CODED("language-unspoken") "language: no voice of this machine speaks \"%s\", so that the phrase is said as the text "
                                           "around it is; write how it sounds (lexicon:)",
                tongues.codes[i]);
    }
    arena_destroy(arena);
}
