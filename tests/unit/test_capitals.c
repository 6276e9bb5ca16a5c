/* Capitals by the rules of languages. */
#include "text/capitals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void capitals_follow_the_language(void **state)
{
    static const struct {
        const char *language, *text, *expected;
    } rows[] = {
        {"en", "", ""},
        {"en", "Nineteen days, 1973", "NINETEEN DAYS, 1973"},
        {NULL, "iI", "II"},
        {"es", "el año del pingüino", "EL AÑO DEL PINGÜINO"},
        {"tr", "İlk dil devri ışık", "İLK DİL DEVRİ IŞIK"},
        {"az-Latn", "bir", "BİR"},
        {"de", "Straße der Größe", "STRASSE DER GRÖSSE"},
        {"de", "STRAẞE", "STRAẞE"},
        {"el", "Άνθρωπος, ΐ μαΐου", "ΑΝΘΡΩΠΟΣ, Ϊ ΜΑΪΟΥ"},
        {"el", "ή", "Ή"}, /* the word "or" keeps its accent */
        {"fr", "œuvre d’été ﬁn", "ŒUVRE D’ÉTÉ FIN"},
        {"lt", "i̇̀", "Ì"},
        {"nl", "ijs", "IJS"},
        {"vi", "lịch sử", "LỊCH SỬ"},
        {"ar", "تاريخ", "تاريخ"},
        {"th", "ไทย", "ไทย"},
        {"xx-nonsense!", "i", "I"},
        {"en", "ΐΐΐΐ", "Ϊ́Ϊ́Ϊ́Ϊ́"}, /* each letter becomes three */
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(capitals_of(arena, rows[i].text, rows[i].language), rows[i].expected);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_follow_the_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
