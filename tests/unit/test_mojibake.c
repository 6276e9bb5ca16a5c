/* Mojibake and letters spelled for programs are told, with what was meant; whole texts of many languages are not taken for either. */
#include "letters/mojibake.h"
#include "letters/spelled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void says_what_was_meant(void **state)
{
    static const struct {
        const char *text, *shown, *meant;
    } rows[] = {
        {"el cafÃ© solo", "cafÃ©", "café"},
        {"DoÃ±a", "DoÃ±a", "Doña"},
        {"1970â€“1973", "1970â€“1973", "1970–1973"},
        {"Itâ€™s", "Itâ€™s", "It’s"},
        {"â€œso", "â€œso", "“so"},
        {"12 â‚¬", "â‚¬", "€"},
        {"36Â°", "36Â°", "36°"},
        {"Â© 1950 Museo", "Â©", "©"},
        {"36 Â°, café", "Â°,", "°,"},
        {"Â¿QuÃ©?", "Â¿QuÃ©?", "¿Qué?"},
        {"de Â«vozÂ»", "Â«vozÂ»", "«voz»"},
        {"Ã\u00A0 la carte", "Ã\u00A0", "à"},
        {"60 Â\u00A0km", "Â\u00A0km", "\u00A0km"},
        {"CORAZÃ“N", "CORAZÃ“N", "CORAZÓN"},
        {"ESPAÃ‘A", "ESPAÃ‘A", "ESPAÑA"},
        {"PERÃš", "PERÃš", "PERÚ"},
        {"Ã–sterreich", "Ã–sterreich", "Österreich"},
        {"AsociaciÃ³n", "AsociaciÃ³n", "Asociación"},
        {"Ã³leo", "Ã³leo", "óleo"},
        {"FuÃŸ", "FuÃŸ", "Fuß"},
        {"BogatyÅ„", "BogatyÅ„", "Bogatyń"},
        {"Å›wiat", "Å›wiat", NULL}, /* only what follows a small letter is sure */
        {"maÅ‚y", "maÅ‚y", "mały"},
        {"kÄ±ÅŸ", "kÄ±ÅŸ", "kış"},
        {"ChilÃƒÂ©", "ChilÃƒÂ©", "Chilé"}, /* twice */
        {"ÐŸÑ€Ð¸Ð²ÐµÑ‚", "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"},
        {"Î‘Î¸Î®Î½Î±", "Î‘Î¸Î®Î½Î±", "Αθήνα"},
        {"Viá»‡t Nam", "Viá»‡t", "Việt"},
        {"tiáº¿ng", "tiáº¿ng", "tiếng"},
        {"ðŸ˜€", "ðŸ˜€", "😀"},
        {"cafĂ©", "cafĂ©", "café"}, /* Windows-1250 */
        {"zaĹĽĂłĹ‚Ä‡", "zaĹĽĂłĹ‚Ä‡", "zażółć"},
        {"cafГ©", "cafГ©", "café"}, /* Windows-1251 */
        {"РџСЂРёРІРµС‚", "РџСЂРёРІРµС‚", "Привет"},
        {"caf√©", "caf√©", "café"}, /* Mac Roman */
        {"It‚Äôs", "It‚Äôs", "It’s"},
        {"¬øQu√© pasa?", "¬øQu√©", "¿Qué"},
        {"CORAZÃ\xC2\x93N", "CORAZÃ\xC2\x93N", "CORAZÓN"}, /* Latin-1 */
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct mojibake found = {.meant = "nothing"};
        bool there = mojibake_find(rows[i].text, strlen(rows[i].text), 0, &found);

        if (!rows[i].meant) {
            assert_false(there);
            continue;
        }
        if (!there)
            fail_msg("%s: not told", rows[i].text);
        assert_string_equal(found.shown, rows[i].shown);
        assert_string_equal(found.meant, rows[i].meant);
    }
}

/* As languages write them, and worse: in capitals, between quotes, at the ends of words. */
static void whole_texts_are_let_be(void **state)
{
    static const char *const texts[] = {
        "SÃO PAULO, MAÇÃ, «MAÇû, “MAÇÔ, MAÇÃ… MAÇÖ MAÇ×NÃO, IRMÃ’S, IRMû, «Ã», IRMÃ®, IRMó, pão, irmã",
        "«CAFÉ», “CAFÉ”, CAFÉ… CAFÉ – CAFÉ’s CAFÉ: PERÚ» PERÚ… É… À côté, À “Paris”",
        "le château, à l’âge, voilà… voilâ…” “là”… «à» où, garçon “forêt”…",
        "está», «está»…, así… ¿Ésa? ¡Él! «¿Ñandú?»",
        "„Fuß“, „groß“, Fuß– Fuß… GROSSE „ÄRGER“ Äpfel ‚Ärger‘ und…Ähm, also»Ärger«, GRÜẞE",
        "NGÃ BA, LÂU, «LÂ» LÂ® Â¹ ĐÀ NẴNG, Việt Nam, lịch sử, «Đường» “ngã”… “mâ”…”",
        "İstanbul’da ışık, «ÇİÇEK» “GÜÇ”, LÂ, kâğıt… “kâ”…",
        "ORĂŞENI, Ăştia, ROMÂNĂ, TÂRGU, «Ă», FAŢĂ",
        "MÉŽ, ŽÁŘ, Šíp, žluťoučký kůň, Éž, «Ľ»",
        "ZAŻÓŁĆ GĘŚLĄ JAŹŃ, „Łódź”…",
        "tВідкрити, Гёте, Её, «СССР», 110 кВ», кГ… Рё, Пётр, «Сё», ЁЖ",
        "Ελλάδα «ΑΘΗΝΑ»… Ίδρυμα",
        "hÉireann, nÉ, Ísland, þjóð, ÞAÐ»",
        "√2, 2πr, √π, x ≤ √±1, ¬p, ≈ 3, 10 × 20, 36,6 %, 5 m², 12 ½, 20 °C, © 1973, Nº 5, 1ª",
        "ĂN NĂM, ăn",
        "السلام عليكم «عربي»…",
        "שלום",
        "ไทย",
        "日本語「テスト」…",
        "한국어",
        "नमस्ते",
        "❤️ 👩🏽‍🚀",
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(texts); i++) {
        struct mojibake found;

        if (mojibake_find(texts[i], strlen(texts[i]), 0, &found))
            fail_msg("%s: %s, %s", texts[i], found.shown, found.meant);
    }
}

/* meant: NULL where nothing is to be said. */
static void letters_for_programs_are_spelled_back(void **state)
{
    static const struct {
        const char *text;
        const char *shown, *meant;
    } rows[] = {
        {"viele Gr=FC=DFe", "Gr=FC=DFe", "Grüße"},
        {"=DCbersicht", "=DCbersicht", "Übersicht"},
        {"caf=E9.", "caf=E9.", "café."},
        {"El Ni=C3=B1o (1973)", "Ni=C3=B1o", "Niño"},
        {"1970=E2=80=931973", "1970=E2=80=931973", "1970–1973"},
        {"=D0=9F=D1=80", "=D0=9F=D1=80", "Пр"},
        {"M%C3%BCnchen", "M%C3%BCnchen", "München"},
        {"m%c3%bcnchen", "m%c3%bcnchen", "münchen"},
        {"M%FCnchen", "M%FCnchen", "München"},
        {"La%20Moneda", "La%20Moneda", "La Moneda"},
        {"%D8%B3%D9%84", "%D8%B3%D9%84", "سل"},
        {"Gr\\u00fc\\u00dfe", "Gr\\u00fc\\u00dfe", "Grüße"},
        {"a\\u{1F600}b", "a\\u{1F600}b", "a😀b"},
        {"\\ud83d\\ude00", "\\ud83d\\ude00", "😀"},
        {"\\ud83d", NULL, NULL},
        {"\\U000000fcber", "\\U000000fcber", "über"},
        {"caf\\xe9", "caf\\xe9", "café"},
        {"M\\'fcnchen", "M\\'fcnchen", "München"},
        {"https://museo.cl/caf%C3%A9", NULL, NULL},
        {"www.museo.cl/caf%C3%A9", NULL, NULL},
        {"[el caf%C3%A9](https://museo.cl/%C3%B1)", NULL, NULL},
        {"`caf%C3%A9`", NULL, NULL},
        {"M%C3%BCnchen.jpg", NULL, NULL},
        {"\"M%C3%BCnchen.jpeg\"", NULL, NULL},
        {"60% der 20%-Marke, 100%ig, %50'si, 5%AB, 30%FC", NULL, NULL},
        {"x=20, n=FC, a=AB, E=C3, =3D, 1=1", NULL, NULL},
        {"C:\\Users\\xavier, \\u00, it\\'s, d\\'abord, \\x, \\", NULL, NULL},
        {"%C3%", NULL, NULL},
        {"=", NULL, NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct spelled found = {.meant = "nothing"};
        bool there = spelled_find(rows[i].text, strlen(rows[i].text), &found);

        if (there != (rows[i].meant != NULL))
            fail_msg("%s: %s", rows[i].text, there ? found.meant : "not told");
        if (!there)
            continue;
        assert_string_equal(found.shown, rows[i].shown);
        assert_string_equal(found.meant, rows[i].meant);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_was_meant),
        cmocka_unit_test(whole_texts_are_let_be),
        cmocka_unit_test(letters_for_programs_are_spelled_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
