/* ICU knows the rules. Opening them costs some microseconds once their data is there: they are not kept. */
#include "text/plural.h"

#include "text/locale.h"

#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

static const char *const NAMES[PLURAL_COUNT] = {"zero", "one", "two", "few", "many", "other"};

static enum plural plural_of(const char *language, double number)
{
    enum { NAME_UNITS = 16 };
    UErrorCode status = U_ZERO_ERROR;
    UPluralRules *rules = uplrules_open(locale_of(language).text, &status);
    UChar name[NAME_UNITS], known[NAME_UNITS];
    enum plural found = PLURAL_OTHER;

    uplrules_select(rules, number, name, NAME_UNITS, &status);
    ASSERT(U_SUCCESS(status));
    uplrules_close(rules);
    for (int i = 0; i < PLURAL_COUNT; i++)
        if (u_strcmp(name, u_uastrcpy(known, NAMES[i])) == 0)
            found = (enum plural)i;
    return found;
}

const char *plural_form(const struct plural_forms *forms, const char *language, double number)
{
    const char *form = forms->of[plural_of(language, number)];

    ASSERT(forms->of[PLURAL_OTHER]);
    return form ? form : forms->of[PLURAL_OTHER];
}
