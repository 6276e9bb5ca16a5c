/* texts: what visitors read, as documents for a desk, a mail or a printer. */
#include "commands/command.h"

#include "base/log.h"
#include "base/printable.h"
#include "base/save.h"
#include "commands/choosing.h"
#include "commands/opening.h"
#include "gallery/texts.h"
#include "page/setting.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* What is written where. path: of a file. */
static bool write_document(const char *path, const struct buffer *document)
{
    char shown[1024];

    printable_copy(shown, sizeof(shown), path);
    if (!save_whole(path, (struct bytes){document->bytes, document->length})) {
        log_error("%s: cannot be written: %s", path, strerror(errno));
        return false;
    }
    printf("%s\n", shown);
    return true;
}

static bool write_texts(const struct exhibit *exhibit, const char *output, int language)
{
    struct buffer document = {0};

    texts_write(&document, exhibit, language);
    bool written = write_document(output ? output : "texts.html", &document);

    buffer_finish(&document);
    return written;
}

/* In one language; where visitors may have simple words, once more in these. */
static bool write_guide(const struct exhibit *exhibit, const char *folder, int language)
{
    struct buffer path = {0}, document = {0};
    bool has_simple = setting_is_offered(exhibit, SETTING_WORDS), written = true;

    for (int simple = 0; simple <= (int)has_simple && written; simple++) {
        path.length = document.length = 0;
        buffer_printf(&path, "%s/large-print.%s%s.html", folder, exhibit->languages[language], simple ? ".simple" : "");
        guide_write(&document, exhibit, language, simple);
        written = write_document(path.bytes, &document);
    }
    buffer_finish(&path);
    buffer_finish(&document);
    return written;
}

/* Documents for each language, in a folder. */
static bool write_guides(const struct exhibit *exhibit, const char *output, int language)
{
    const char *folder = output ? output : "large-print";
    bool written = mkdir(folder, 0777) == 0 || errno == EEXIST;

    if (!written)
        log_error("%s: cannot be made: %s", folder, strerror(errno));
    for (int i = 0; i < exhibit->language_count && written; i++)
        written = (language >= 0 && i != language) || write_guide(exhibit, folder, i);
    return written;
}

static enum exit_code write_all(const struct options *options, const struct exhibit *exhibit)
{
    int language = -1;
    bool written = true;

    if (!choosing_language(exhibit, options->language, &language))
        return EXIT_USAGE;
    if (options->large_print)
        written = write_guides(exhibit, options->output, language);
    else
        written = write_texts(exhibit, options->output, language);
    return written ? EXIT_FINE : EXIT_MACHINE;
}

static enum exit_code texts(const struct options *options)
{
    struct opening opening;
    enum exit_code code = EXIT_FINDINGS;

    if (!opening_begin(&opening, options->exhibit))
        return EXIT_USAGE;
    findings_print(opening.findings, stderr);
    if (opening.exhibit->panel_count > 0)
        code = write_all(options, opening.exhibit);
    else
        printf("no texts: there is nothing to show\n");
    if (code == EXIT_FINE && findings_count(opening.findings, FINDING_ERROR) > 0)
        code = EXIT_FINDINGS;
    opening_end(&opening);
    return code;
}

const struct command command_texts = {
    .name = "texts",
    .help = "writes all that visitors read as HTML to print",
    .options = (const char *const[]){"output", "language", "large-print", NULL},
    .run = texts,
};
