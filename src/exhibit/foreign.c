/* What is of the text's own language is not foreign: of "es" in "es-CL" all is said alike. */
#include "exhibit/foreign.h"

#include "text/reading.h"

#include <string.h>

static bool is_alike(const char *one, const char *other)
{
    size_t length = strcspn(one, "-");

    return length == strcspn(other, "-") && strncmp(one, other, length) == 0;
}

static void find(struct foreign *found, const char *text, const char *at, struct foreign_phrase phrase)
{
    if (phrase.text && phrase.text[0] == *at && reading_stands(text, at, phrase.text) && (int)strlen(phrase.text) > found->length)
        *found = (struct foreign){(int)strlen(phrase.text), phrase.language};
}

struct foreign foreign_at(const struct exhibit *exhibit, int language, const char *text, const char *at)
{
    struct foreign found = {0};

    for (int i = 0; i < exhibit->phrase_count; i++)
        find(&found, text, at, exhibit->phrases[i]);
    for (int i = 0; i < exhibit->language_count; i++)
        find(&found, text, at, (struct foreign_phrase){.text = exhibit->words[i].language_name, .language = exhibit->languages[i]});
    return found.length > 0 && !is_alike(found.language, exhibit->languages[language]) ? found : (struct foreign){0};
}
