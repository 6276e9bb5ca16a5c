/* Letters are counted as they are composed: a combining mark is none. */
#include "hardness/hardness.h"

#include "base/utf8.h"
#include "text/sentence.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

enum { LONG_LETTERS = 7 };

/* strange: letters of other scripts. */
struct hardness_count {
    int words, long_words, sentences, letters, strange;
};

static bool is_counted_script(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;
    int script = (int)uscript_getScript((UChar32)code, &status);

    return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_COMMON;
}

/* An apostrophe, a soft hyphen; in a number its marks. */
static bool is_joint(uint32_t code, bool number)
{
    return code == '\'' || code == 0x2019 || code == 0xAD || (number && (code == '.' || code == ','));
}

static void end_word(struct hardness_count *count, int *signs, int *letters)
{
    count->words += *signs > 0;
    count->long_words += *letters >= LONG_LETTERS;
    *signs = *letters = 0;
}

/* A number is a short word. */
static void count_words(struct hardness_count *count, const char *at, const char *end)
{
    int signs = 0, letters = 0, before = count->words;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);

        if (u_isalpha((UChar32)code)) {
            signs++;
            letters++;
            count->letters++;
            count->strange += !is_counted_script(code);
        } else if (u_isdigit((UChar32)code)) {
            signs++;
        } else if (!is_joint(code, signs > 0 && letters == 0) && !(u_getCombiningClass((UChar32)code) > 0)) {
            end_word(count, &signs, &letters);
        }
    }
    end_word(count, &signs, &letters);
    count->sentences += count->words > before;
}

static void count_block(struct hardness_count *count, const struct prose_block *block, const char *language)
{
    struct arena *arena = arena_create();
    struct buffer text = {0};
    int ends;

    for (int i = 0; i < block->span_count; i++)
        buffer_add(&text, block->spans[i].text, (size_t)block->spans[i].length);
    if (text.length > 0) {
        const int *list = sentence_ends(arena, (struct bytes){text.bytes, text.length}, language, &ends);

        for (int i = 0, from = 0; i < ends; from = list[i++])
            count_words(count, text.bytes + from, text.bytes + list[i]);
    }
    buffer_finish(&text);
    arena_destroy(arena);
}

int hardness_of(const struct prose *prose, const char *language)
{
    struct hardness_count count = {0};

    for (int i = 0; i < prose->block_count; i++)
        count_block(&count, &prose->blocks[i], language);
    if (count.words < HARDNESS_WORDS_LEAST || 2 * count.strange > count.letters)
        return HARDNESS_NONE;
    return (int)((double)count.words / count.sentences + 100.0 * count.long_words / count.words + 0.5);
}

const char *hardness_name(int hardness)
{
    static const struct {
        int most;
        const char *name;
    } names[] = {{HARDNESS_NONE, NULL}, {24, "very easy"}, {HARDNESS_EASY_MOST, "easy"}, {HARDNESS_HARD - 1, "medium"}, {54, "hard"}};

    for (size_t i = 0; i < COUNTOF(names); i++)
        if (hardness <= names[i].most)
            return names[i].name;
    return "very hard";
}
