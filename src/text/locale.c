#include "text/locale.h"

#include <unicode/uloc.h>

struct locale_name locale_of(const char *language)
{
    struct locale_name name = {""};
    UErrorCode status = U_ZERO_ERROR;

    if (language)
        uloc_forLanguageTag(language, name.text, LOCALE_BYTES, NULL, &status);
    return status == U_ZERO_ERROR ? name : (struct locale_name){""};
}
