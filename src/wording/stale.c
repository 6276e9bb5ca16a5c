/* Every text and language, beside what is known of it. */
#include "wording/stale.h"

#include "base/log.h"
#include "wording/text_rows.h"
#include "yaml/report.h"

/* The exhibit's texts, and what is watched of them. */
struct watched {
    struct arena *arena;
    struct papers papers;
    struct text_list texts;
    struct translations translations;
};

static bool watched_open(struct watched *watched, const struct files *files, const struct exhibit *exhibit)
{
    struct findings *findings = findings_create(); /* of files that cannot be read, which whoever loads the exhibit tells */
    bool good = papers_open(&watched->papers, files, exhibit, findings);

    findings_destroy(findings);
    texts_find(&watched->texts, &watched->papers, exhibit);
    return good;
}

static void watched_close(struct watched *watched)
{
    texts_finish(&watched->texts);
    papers_close(&watched->papers);
}

static void report(const struct watched *watched, const struct text_entry *entry, int language, struct findings *findings)
{
    const struct exhibit *exhibit = watched->texts.exhibit;
    int source = texts_source(entry, exhibit->language_count);
    const struct node *node = entry->in[language];

    if (source < 0 || source == language || !node || node == entry->in[source] || !texts_shown(watched->arena, entry, node)[0])
        return;
    const char *now = texts_shown(watched->arena, entry, entry->in[source]);

    if (text_rows_are_stale(&watched->translations, entry, exhibit->languages[language], now))
        findings_add(findings, FINDING_WARNING, node->origin,
                     CODED("translation-stale") "%s: the \"%s\" text has changed since this was translated; it says \"%s\" now, and this "
                                                "\"%s\": translate it anew, or, if "
                                                "all translations are right as they stand, say so with --accept-translations",
                     entry->row->key, exhibit->languages[source], report_quote(now).text, report_quote(node->text).text);
}

void stale_report(const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    struct watched watched = {.arena = arena_create()};

    translations_read(&watched.translations, files, watched.arena);
    if (watched.translations.count > 0) {
        watched_open(&watched, files, exhibit);
        for (int i = 0; i < watched.texts.count; i++)
            for (int l = 0; l < exhibit->language_count; l++)
                report(&watched, &watched.texts.entries[i], l, findings);
        watched_close(&watched);
    }
    translations_finish(&watched.translations);
    arena_destroy(watched.arena);
}

static int accept_all(struct watched *watched)
{
    const struct exhibit *exhibit = watched->texts.exhibit;

    for (int i = 0; i < watched->texts.count; i++) {
        const struct text_entry *entry = &watched->texts.entries[i];
        int source = texts_source(entry, exhibit->language_count);

        for (int l = 0; source >= 0 && l < exhibit->language_count; l++)
            if (l != source && entry->in[l] && entry->in[l] != entry->in[source])
                translations_set(&watched->translations,
                                 &(struct translation){entry->key, exhibit->languages[l],
                                                       translations_hash(texts_shown(watched->arena, entry, entry->in[source]))});
    }
    return watched->translations.count;
}

int stale_accept(const struct files *files, const char *root, const struct exhibit *exhibit)
{
    struct watched watched = {.arena = arena_create()};
    struct buffer out = {0};
    int count = -1;

    watched.translations.arena = watched.arena;
    if (watched_open(&watched, files, exhibit)) {
        count = accept_all(&watched);
        translations_write(&watched.translations, &out);
        if (!papers_save(&watched.papers, root, &(struct saved_file){.path = TRANSLATIONS_FILE, .bytes = {out.bytes, out.length}}))
            count = -1;
    } else {
        log_error("translations: a file of the exhibit cannot be read; nothing is changed");
    }
    watched_close(&watched);
    buffer_finish(&out);
    translations_finish(&watched.translations);
    arena_destroy(watched.arena);
    return count;
}
