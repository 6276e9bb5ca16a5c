/* Mojibake and letters spelled for programs are told, with what was meant; whole texts of many languages are not taken for either. */
#include "letters/mistyped.h"
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
        {"\u00EF\u00BB\u00BFThe hill", "\u00EF\u00BB\u00BFThe", "\uFEFFThe"},
        {"\u00E4\u00B8\u00AD\u00E5\u203A\u00BD", "\u00E4\u00B8\u00AD\u00E5\u203A\u00BD", "\u4E2D\u56FD"},
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
        "oovtviärdásâžžân kuáskulâžžân",
        "❤️ 👩🏽‍🚀",
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(texts); i++) {
        struct mojibake found;

        if (mojibake_find(texts[i], strlen(texts[i]), 0, &found))
            fail_msg("%s: %s, %s", texts[i], found.shown, found.meant);
        struct mistypings words;

        mistyped_find(texts[i], strlen(texts[i]), &words);
        for (int kind = 0; kind < MISTYPED_COUNT; kind++)
            if (words.of[kind].there)
                fail_msg("%s: %d, %s", texts[i], kind, words.of[kind].shown);
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
        {"M<0x00FC>nchen", "M<0x00FC>nchen", "München"},
        {"Gr+APwA3w-e", "Gr+APwA3w-e", "Grüße"},
        {"caf+AOk-", "caf+AOk-", "café"},
        {"C+ABC-Schule, 2+3-1, A+B-C, +49-30-1234, +AAA-", NULL, NULL},
        {"=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", NULL, NULL},
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

/* meant: "" where it is not known; NULL where nothing is to be said. */
static const struct wrong_guise {
    const char *text;
    enum mistyped_kind kind;
    const char *shown, *meant;
} wrong_guises[] = {
    {"We don\u00B4t know", MISTYPED_ACCENT, "don\u00B4t", "don\u2019t"},
    {"L\u00B4Allemagne", MISTYPED_ACCENT, "L\u00B4Allemagne", "L\u2019Allemagne"},
    {"\u201Cqu\u00B4elle", MISTYPED_ACCENT, "\u201Cqu\u00B4elle", "\u201Cqu\u2019elle"},
    {"it`s", MISTYPED_ACCENT, "it`s", "it\u2019s"},
    {"the students\u00B4 rights", MISTYPED_ACCENT, "students\u00B4", "students\u2019"},
    {"caf\u00B4e", MISTYPED_ACCENT, "caf\u00B4e", "caf\u00E9"},
    {"Fu\u00A8r Mu\u00A8nchner", MISTYPED_ACCENT, "Fu\u00A8r", "F\u00FCr"},
    {"na\u00A8\u0131ve", MISTYPED_ACCENT, "na\u00A8\u0131ve", "na\u00EFve"},
    {"\u0384\u0395\u03BB\u03BB\u03B7\u03BD\u03B5\u03C2", MISTYPED_ACCENT, "\u0384\u0395\u03BB\u03BB\u03B7\u03BD\u03B5\u03C2",
     "\u0388\u03BB\u03BB\u03B7\u03BD\u03B5\u03C2"},
    {"5\u00B4 12\u00B4\u00B4, 40\u00B012\u00B4E, it\u2019s, `a`, x `b` y", MISTYPED_ACCENT, NULL, NULL},
    {"in M?nchen", MISTYPED_LOST, "M?nchen", ""},
    {"Gr??e", MISTYPED_LOST, "Gr??e", ""},
    {"What? \u00BFQu\u00E9? Who?What https://a.b/c?d=e a?b=c", MISTYPED_LOST, NULL, NULL},
    {"payp\u0430l", MISTYPED_ALIKE, "payp\u0430l", "paypal"},
    {"\u0422h\u0435", MISTYPED_ALIKE, "\u0422h\u0435", "The"},
    {"A\u03B8\u03AE\u03BD\u03B1", MISTYPED_ALIKE, "A\u03B8\u03AE\u03BD\u03B1", "\u0391\u03B8\u03AE\u03BD\u03B1"},
    {"\u041Co\u0441\u043A\u0432a", MISTYPED_ALIKE, "\u041Co\u0441\u043A\u0432a", "\u041C\u043E\u0441\u043A\u0432\u0430"},
    {"IT-\u043A\u043E\u043C\u043F\u0430\u043D\u0438\u044F, \u201EARM\u201C-\u0430, PCX\u2019\u043E", MISTYPED_ALIKE, NULL, NULL},
    {"\u0430-M\u043Es", MISTYPED_ALIKE, "M\u043Es", "Mos"},
    {"\u03BCm \u0394tx K\u043E\u042FN \u03B2-carotene", MISTYPED_ALIKE, NULL, NULL},
    {"\u00CF\u00F0\u00E8\u00E2\u00E5\u00F2", MISTYPED_ENCODING, "\u00CF\u00F0\u00E8\u00E2\u00E5\u00F2",
     "\u041F\u0440\u0438\u0432\u0435\u0442"},
    {"\u00CA\u00E1\u00EB\u00E7\u00EC\u00DD\u00F1\u00E1", MISTYPED_ENCODING, "\u00CA\u00E1\u00EB\u00E7\u00EC\u00DD\u00F1\u00E1",
     "\u039A\u03B1\u03BB\u03B7\u03BC\u03AD\u03C1\u03B1"},
    {"\u00F9\u00EC\u00E5\u00ED", MISTYPED_ENCODING, "\u00F9\u00EC\u00E5\u00ED", "\u05E9\u05DC\u05D5\u05DD"},
    {"Wa\u00B3\u00EAsa", MISTYPED_ENCODING, "Wa\u00B3\u00EAsa", "Wa\u0142\u0119sa"},
    {"\u00A3\u00F3d\u0178", MISTYPED_ENCODING, "\u00A3\u00F3d\u0178", "\u0141\u00F3d\u017A"},
    {"\u00BFQu\u00E9? \u00BFcu\u00E1ndo \u00A35 10\u00B3 m\u00B3/h \u00A3sd\u00A3x", MISTYPED_ENCODING, NULL, NULL},
    {"\u00E1\u00E9\u00ED\u00F3\u00FA, \u00E9t\u00E9, \u00C5\u00D8", MISTYPED_ENCODING, NULL, NULL},
    {"\u05DD\u05D5\u05DC\u05E9", MISTYPED_BACKWARDS, "\u05DD\u05D5\u05DC\u05E9", "\u05E9\u05DC\u05D5\u05DD"},
    {"\u05E9\u05DC\u05D5\u05DD \u05DD", MISTYPED_BACKWARDS, NULL, NULL},
    {"\uFEE3\uFEAE\uFEA3\uFE92\uFE8E", MISTYPED_FORMS, "\uFEE3\uFEAE\uFEA3\uFE92\uFE8E", "\u0645\u0631\u062D\u0628\u0627"},
    {"\uFE8E\uFE92\uFEA3\uFEAE\uFEE3", MISTYPED_FORMS, "\uFE8E\uFE92\uFEA3\uFEAE\uFEE3", "\u0645\u0631\u062D\u0628\u0627"},
    {"\uFDFA \uFDF2", MISTYPED_FORMS, NULL, NULL},
    {"pe~na", MISTYPED_ACCENT, "pe~na", "pe\u00F1a"},
    {"an~o", MISTYPED_ACCENT, "an~o", "a\u00F1o"},
    {"ma~nana", MISTYPED_ACCENT, "ma~nana", "ma\u00F1ana"},
    {"S~ao Joa~o", MISTYPED_ACCENT, "S~ao", "S\u00E3o"},
    {"f^ete", MISTYPED_ACCENT, "f^ete", "f\u00EAte"},
    {"fe^te", MISTYPED_ACCENT, "fe^te", "f\u00EAte"},
    {"~1973, Tokyo~Edo, 2~3, Tokyo~Nagoya, e^x, e^(x), a^n, i^th, Pe^rt, m^2, 10^6, \uC11C\uC6B8~\uBD80\uC0B0, ~user", MISTYPED_ACCENT,
     NULL, NULL},
    {"pe\u0144a", MISTYPED_ENYE, "pe\u0144a", "pe\u00F1a"},
    {"ESPA\u0143A", MISTYPED_ENYE, "ESPA\u0143A", "ESPA\u00D1A"},
    {"Gda\u0144sk, Wa\u0144ka, ko\u0144, \u0148a, dzie\u0144 i noc", MISTYPED_ENYE, NULL, NULL},
    {"\uFF11\uFF19\uFF17\uFF13", MISTYPED_STYLED, "\uFF11\uFF19\uFF17\uFF13", "1973"},
    {"\U0001D402\U0001D421\U0001D422\U0001D425\U0001D41E", MISTYPED_STYLED, "\U0001D402\U0001D421\U0001D422\U0001D425\U0001D41E", "Chile"},
    {"\uFF11\uFF19\u5E74, \uFF21\uFF22", MISTYPED_STYLED, NULL, NULL},
    {"\U0001D465 = \U0001D466\U0001D467\u00B2, \uFF01\uFF08x\uFF09", MISTYPED_STYLED, NULL, NULL},
    {"T h e  h i l l.", MISTYPED_APART, "T h e h i l l", "The hill"},
    {"a g r a n d e vista", MISTYPED_APART, "a g r a n d e", "agrande"},
    {"a b c d e f g h, J. R. R. T., a e i o u", MISTYPED_APART, NULL, NULL},
};

static void words_in_the_wrong_guise_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(wrong_guises); i++) {
        struct mistypings found;
        const struct mistyped *word = &found.of[wrong_guises[i].kind];

        mistyped_find(wrong_guises[i].text, strlen(wrong_guises[i].text), &found);
        if (word->there != (wrong_guises[i].meant != NULL))
            fail_msg("%s: %s", wrong_guises[i].text, word->there ? word->meant : "not told");
        if (!word->there)
            continue;
        assert_string_equal(word->shown, wrong_guises[i].shown);
        assert_string_equal(word->meant, wrong_guises[i].meant);
        assert_memory_equal(wrong_guises[i].text + word->from, wrong_guises[i].shown, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_was_meant),
        cmocka_unit_test(whole_texts_are_let_be),
        cmocka_unit_test(letters_for_programs_are_spelled_back),
        cmocka_unit_test(words_in_the_wrong_guise_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
