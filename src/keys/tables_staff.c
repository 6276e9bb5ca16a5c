/* The keys of what staff meet. */
#include "keys/tables.h"

#include "exhibit/model.h"
#include "keys/rows.h"

static const char *const corners[] = {"top-left", "top-right", "bottom-left", "bottom-right", NULL}; /* as enum screen_corner */
static const char *const numbered_words[] = {"number", NULL};
static const char *const timed_words[] = {"times", NULL};

static const struct schema_row staff_rows[] = {
    {"pin", VALUE_PIN, AT(staff_door, pin), .help = "as `vitrina pin` prints it; without it there is no way in"},
    {"corner", VALUE_CHOICE, AT(staff_door, corner), .preset = "top-left", .choices = corners,
     .help = "where a finger that lies still for five seconds asks for the PIN"},
};
const struct schema schema_staff = {"way in", sizeof(struct staff_door), ROWS(staff_rows)};

/* Without a word for it, an English one is shown. */
#define WORD_ROW(name, value, meaning) WORD_AT(staff_words, name, value, meaning)
#define NUMBER_ROW(name, value, meaning)                                                                                                   \
    .key = #name, .type = VALUE_PATTERN, AT(staff_words, name), .preset = value, .choices = numbered_words, .help = meaning

static const struct schema_row word_rows[] = {
    {WORD_ROW(title, "Staff", "the heading")},
    {WORD_ROW(pin, "PIN", "what is asked for")},
    {WORD_ROW(wrong, "That is not the PIN", "the answer to a wrong one")},
    {NUMBER_ROW(wait, "Wait {number} s", "after several wrong ones")},
    {WORD_ROW(checking, "One moment", "while it is looked at")},
    {WORD_ROW(enter, "Enter", "the key that ends the PIN")},
    {WORD_ROW(remove, "Delete", "the key that takes back a digit")},
    {WORD_ROW(leave, "Leave", "the button to the exhibit, or to the menu")},
    {WORD_ROW(restart, "Restart the exhibit", "the button")},
    {WORD_ROW(restart_machine, "Restart the computer", "the button")},
    {WORD_ROW(off, "Switch off", "the button")},
    {WORD_ROW(brightness, "Brightness", "the button")},
    {WORD_ROW(touch_test, "Test the touch screen", "the button")},
    {WORD_ROW(findings, "Findings", "the button to what was found in the exhibit's files")},
    {WORD_ROW(stick, "From a USB stick", "the button that takes another exhibit")},
    {WORD_ROW(sure, "Are you sure?", "before the screen goes dark")},
    {WORD_ROW(yes, "Yes", "the answer")},
    {WORD_ROW(no, "No", "the answer")},
    {WORD_ROW(no_findings, "Nothing was found", "where there are no findings")},
    {WORD_ROW(refused, "The last change was refused", "above the findings that a change was refused for")},
    {WORD_ROW(stick_wait, "Put the stick in", "while none is there")},
    {WORD_ROW(stick_none, "There is no exhibit on this stick", "the answer")},
    {WORD_ROW(stick_choose, "Which one is to be shown?", "above the exhibits of a stick")},
    {WORD_ROW(stick_taking, "It is copied and looked at. Leave the stick in.", "while that goes on")},
    {WORD_ROW(stick_taken, "Accepted. You may take the stick out.", "the verdict")},
    {WORD_ROW(stick_refused, "Refused. The findings tell why.", "the verdict")},
    {NUMBER_ROW(untouched, "{number} squares are not touched yet", "of the touch screen's test")},
    {NUMBER_ROW(latency, "{number} ms from finger to picture", "the same")},
    {WORD_ROW(hours, "Opening hours", "the button, where the exhibit has hours")},
    {"today", VALUE_PATTERN, AT(staff_words, today), .preset = "Today: {times}", .choices = timed_words,
     .help = "above the choice that follows"},
    {WORD_ROW(closed, "closed", "the same, where there are no times")},
    {WORD_ROW(open_now, "Open for the rest of today", "the button")},
    {WORD_ROW(closed_now, "Closed for the rest of today", "the button")},
    {WORD_ROW(as_written, "As the hours say", "the button that takes either back")},
};
const struct schema schema_staff_words = {"set of words", sizeof(struct staff_words), ROWS(word_rows)};
