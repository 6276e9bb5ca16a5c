/* The keys of what is spoken: how names are said, and the words that only a voice says. */
#include "keys/tables.h"

#include "exhibit/model.h"
#include "keys/rows.h"

static const char *const placed_words[] = {"name", "number", "total", NULL};
static const char *const counted_words[] = {"number", "total", NULL};
static const char *const numbered_words[] = {"number", NULL};
static const char *const told_words[] = {"text", NULL};
static const char *const state_words[] = {"name", "state", NULL};

static const struct schema_row saying_rows[] = {
    {"name", VALUE_STRING, AT(saying, name), .need = NEED_REQUIRED, .min = 1, .max = 1, .help = "as the texts write it, letter for letter"},
    {"say", VALUE_TEXT, AT(saying, say), .need = NEED_REQUIRED, .spare = true,
     .help = "how it sounds, in the letters of each language: \"POO-choon-kah-vee\""},
};
const struct schema schema_saying = {"name of the lexicon", sizeof(struct saying), offsetof(struct saying, origin), ROWS(saying_rows)};

static const struct schema_row phrase_rows[] = {
    {"text", VALUE_STRING, AT(foreign_phrase, text), .need = NEED_REQUIRED, .min = 1, .max = 1,
     .help = "as the texts write it, letter for letter, in one sentence"},
    {"language", VALUE_STRING, AT(foreign_phrase, language), .need = NEED_REQUIRED, .min = 1, .max = 1,
     .help = "its code: `es`; one that the exhibit is not in is fine"},
};
const struct schema schema_phrase = {"phrase", sizeof(struct foreign_phrase), offsetof(struct foreign_phrase, origin), ROWS(phrase_rows)};

/* Without a word for it, an English one is said. */
#define WORD_ROW(name, value, meaning) WORD_AT(speech_words, name, value, meaning)
#define PATTERN_ROW(name, value, words, meaning)                                                                                           \
    .key = #name, .type = VALUE_PATTERN, AT(speech_words, name), .preset = value, .choices = words, .help = meaning

static const struct schema_row word_rows[] = {
    {WORD_ROW(listen, "Listen", "the button with the ear")},
    {WORD_ROW(silence, "Silence", "the same button, while a voice speaks or waits")},
    {WORD_ROW(pause, "Pause", "the button that stops the voice")},
    {WORD_ROW(go_on, "Go on", "the same button, while the voice waits")},
    {WORD_ROW(before, "Sentence back", "the button that says a sentence again, or the one before")},
    {WORD_ROW(behind, "Sentence on", "the button to the next sentence")},
    {WORD_ROW(speed, "Speed", "the button that makes the voice quicker or slower")},
    {WORD_ROW(volume, "Louder", "the button that makes it louder and, at its loudest, as it was at first")},
    {WORD_ROW(slow, "slow", "the first of three speeds")},
    {WORD_ROW(usual, "usual", "the second")},
    {WORD_ROW(quick, "quick", "the third")},
    {WORD_ROW(on, "on", "of large text and high contrast")},
    {WORD_ROW(off, "off", "of the same")},
    {WORD_ROW(until, "to", "from one number, or one day, to another")},
    {WORD_ROW(close, "Close", "the cross of a card")},
    {WORD_ROW(up, "Up", "the button that scrolls up")},
    {WORD_ROW(down, "Down", "the button that scrolls down")},
    {WORD_ROW(timeline_event, "Event", "the button to something on the timeline that has no name there")},
    {PATTERN_ROW(key, "{name}, key, {number} of {total}", placed_words,
                 "what is said of a button: its name, and its place among all that are there")},
    {PATTERN_ROW(link, "{name}, link, {number} of {total}", placed_words, "the same of words that lead somewhere")},
    {PATTERN_ROW(setting, "{name}: {state}", state_words, "what is said of a setting")},
    {PATTERN_ROW(page, "Panel {number} of {total}", counted_words, "before a panel's title")},
    {PATTERN_ROW(chapter, "Chapter {number}", numbered_words, "before a chapter's title")},
    {PATTERN_ROW(picture, "Picture: {text}", told_words, "before what a picture shows")},
    {PATTERN_ROW(loudness, "{number} decibels louder", numbered_words, "what is said of the voice's loudness")},
    {PATTERN_ROW(left, "{number} seconds left. Any key goes on.", numbered_words, "when the exhibit asks whether anybody is there")},
    {WORD_ROW(lowered, "The page stands lower now, within reach.", "said when a page was brought down")},
    {WORD_ROW(raised, "The page is back in its place.", "said when it was put back")},
    {WORD_ROW(help, "The arrow keys turn pages. Tab goes from key to key, Enter presses it, Escape goes back. S stops the voice.",
              "said once, when the voice begins")},
    {WORD_ROW(leave, "Escape closes this.", "said at the end of a card")},
};
const struct schema schema_speech_words = {"set of words", sizeof(struct speech_words), ROWS(word_rows)};
