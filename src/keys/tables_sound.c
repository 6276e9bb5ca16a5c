/* The keys of sounds that are shown, and the words of their card. */
#include "keys/tables.h"

#include "exhibit/model.h"
#include "keys/rows.h"

static const char *const timed_words[] = {"time", "length", NULL};

static const struct schema_row sound_rows[] = {
    {"file", VALUE_STRING, AT(sound, file), .need = NEED_REQUIRED, .min = 1, .max = 1,
     .help = "path from the exhibit's folder: assets/sounds/NAME.opus (Opus, Vorbis, FLAC, MP3, WAV), ten minutes at most"},
    {"title", VALUE_TEXT, AT(sound, title), .need = NEED_REQUIRED, .help = "what is heard, in a few words"},
    {"transcript", VALUE_MARKDOWN, AT(sound, transcript), .need = NEED_REQUIRED,
     .help = "the same for who cannot hear it, in Markdown: the words that are said or sung, and what sounds beside them"},
    {"credit", VALUE_TEXT, AT(sound, credit), .need = NEED_REQUIRED, .plain = true,
     .help = "who made it and when, where it is kept, and by which right it is played"},
};
const struct schema schema_sound = {"sound", sizeof(struct sound), offsetof(struct sound, origin), ROWS(sound_rows)};

#define WORD_ROW(name, value, meaning) .need = NEED_WANTED, WORD_AT(sound_words, name, value, meaning)

static const struct schema_row word_rows[] = {
    {WORD_ROW(hear, "Hear it", "the button to a panel's sound")},
    {WORD_ROW(play, "Play", "the button on its card")},
    {WORD_ROW(pause, "Pause", "the same, while it sounds")},
    {WORD_ROW(go_on, "Go on", "the same, when it was stopped")},
    {WORD_ROW(again, "Play again", "the same, when it was heard to its end")},
    {"time", VALUE_PATTERN, AT(sound_words, time), .need = NEED_WANTED, .preset = "{time} of {length}", .choices = timed_words,
     .help = "how much of it is over: 0:12 of 0:45"},
    {WORD_ROW(ended, "That was all of it.", "beside the button, when it was heard to its end")},
    {WORD_ROW(unheard, "No sound can be heard now.", "there, when the machine cannot play it")},
    {WORD_ROW(transcript, "In words", "above the transcript")},
};
const struct schema schema_sound_words = {"set of words", sizeof(struct sound_words), ROWS(word_rows)};
