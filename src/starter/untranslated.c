/* Words are copied as lines of the files in which they are built in. */
#include "starter/untranslated.h"

#include "load/builtin.h"

#include <string.h>

enum { WORDS_BYTES_MAX = 64 * 1024 };

/* What each language has of its own (text/conventions). */
static const char *const own_keys[] = {"language_name", "decimal_mark", "thousands_mark", "percent", "digits", "date", "month_year",
                                       "year",          "months",       "date_time",      "clock",   "bc",     "ad",   "circa"};

static bool is_own(const char *line)
{
    for (size_t i = 0; i < COUNTOF(own_keys); i++) {
        size_t length = strlen(own_keys[i]);

        if (strncmp(line, own_keys[i], length) == 0 && line[length] == ':')
            return true;
    }
    return false;
}

static const char *line_behind(const char *line)
{
    line += strcspn(line, "\n");
    return *line ? line + 1 : line;
}

/* The language's words as they are built in; false if there are none. */
static bool gather_lines(const char *language, struct buffer *lines)
{
    const struct files *files = program_files();
    struct buffer path = {0};

    buffer_printf(&path, "load/words/%.*s.yaml", (int)strcspn(language, "-"), language);
    bool found = files->read(files->context, path.bytes, WORDS_BYTES_MAX, lines) == FILES_OK;

    buffer_finish(&path);
    return found;
}

bool untranslated_has_words(const char *language)
{
    struct buffer lines = {0};
    bool found = gather_lines(language, &lines);

    buffer_finish(&lines);
    return found;
}

static void add_block(struct buffer *text, const char *language, const struct buffer *lines)
{
    buffer_printf(text, "%s:\n", language);
    for (const char *line = lines->bytes; line && *line; line = line_behind(line))
        if (*line != '#' && *line != '\n' && !is_own(line))
            buffer_printf(text, "  %.*s", (int)(line_behind(line) - line), line);
}

void untranslated_words(struct buffer *text, const char *first, const char *const *languages, int count)
{
    struct buffer lines = {0};

    if (!gather_lines(first, &lines))
        gather_lines("en", &lines);
    for (int i = 0; i < count; i++) {
        if (untranslated_has_words(languages[i]))
            continue;
        if (text->length == 0)
            buffer_printf(text, "# The interface's words, to be translated. Numbers and dates are written as the language has them.\n");
        add_block(text, languages[i], &lines);
    }
    buffer_finish(&lines);
}
