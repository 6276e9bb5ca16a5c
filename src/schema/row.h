/* A key that curators may write is a row; one kind of map is a table of rows. They drive reading, defaults, legal values, ranges and help.
 */
#pragma once

#include "schema/reference.h"

/* What a key's value is, and the field it is stored in. */
enum value_type {
    VALUE_STRING,    /* const char *; min 1: never empty */
    VALUE_PATTERN,   /* const char *: a text with "{choice}" for each of the choices, once */
    VALUE_TEXT,      /* struct text: a map by language */
    VALUE_MARKDOWN,  /* struct prose_text: the same, with Markdown */
    VALUE_INTEGER,   /* int, min to max; one of the choices, if there are any */
    VALUE_NUMBER,    /* double, min to max */
    VALUE_PERCENT,   /* double, min to max; the "%" may be left out */
    VALUE_FOCUS,     /* struct crops, of each its focus: percent across and down, or one such point an orientation */
    VALUE_KEEP,      /* the same, of each its keep: percent from the left and from the top, then width and height */
    VALUE_BOOLEAN,   /* bool */
    VALUE_COLOUR,    /* struct colour */
    VALUE_TINT,      /* struct tint: a colour, or one of the choices, which name those of the theme */
    VALUE_CHOICE,    /* an enum that counts the choices from 0 */
    VALUE_NAME,      /* const char *: a-z, 0-9, "-" and "_" */
    VALUE_PIN,       /* const char *: a PIN's hash */
    VALUE_FILE,      /* the file of a struct picture: path inside the exhibit */
    VALUE_DATE,      /* struct date: a day, a month or a year that is sure */
    VALUE_MOMENT,    /* struct moment, of the calendar that the key "calendar" beside it names */
    VALUE_DATING,    /* struct dating: the same, or two of them; the calendar has a row of its own */
    VALUE_NAMES,     /* const char *const *, NULL-terminated, min to max of them; its int count, if any */
    VALUE_INDEX,     /* int: of what a name stands for; set when all names are known, as for the two below */
    VALUE_INDICES,   /* int *, max of them and -1 for names of nothing, and its int count */
    VALUE_MASK,      /* unsigned: a bit an index */
    VALUE_SET,       /* unsigned: a bit a choice, counted from 0; min to max of them */
    VALUE_MAP,       /* the struct of the row's table */
    VALUE_RECORDS,   /* pointer to an array of structs of the row's table, min to max of them, and its int count */
    VALUE_BLOCK,     /* pointer to a struct of the row's table; with any error in it, it is left out: half a chart would lie */
    VALUE_PLACE,     /* struct place: latitude and longitude in degrees, min to max */
    VALUE_BOX,       /* struct rect: left, top, width and height, whole numbers */
    VALUE_OUTLINE,   /* struct outline: rings of whole points, as in a path of a drawing */
    VALUE_DATES,     /* pointer to struct date, max of them, and its int count */
    VALUE_TRACKS,    /* const struct node *: sizes of columns or rows, read by schema/drawing */
    VALUE_AREAS,     /* the same, of names of parts */
    VALUE_MISPLACED, /* a key that only others of this kind have: its help says who, and what to do */
    VALUE_MOVED,     /* a key of before that means nothing now: its help says what to write */
};

enum need {
    NEED_NOT,
    NEED_WANTED,   /* a warning if missing */
    NEED_EXPECTED, /* an error if missing; whoever reads the field does without */
    NEED_REQUIRED, /* an error if missing or wrong, and what it belongs to is left out: nobody ever meets the field empty */
};

struct schema;

struct schema_row {
    const char *key;
    enum value_type type;
    size_t at;       /* offset of the field in the struct */
    size_t count_at; /* offset of the count; 0: none is kept */
    enum need need;
    bool plain;         /* VALUE_TEXT: one text may serve all languages */
    bool spare;         /* VALUE_TEXT: what goes from one exhibit to another may be in languages that this one has not */
    bool exact;         /* a wrong value is worse than none: what the key belongs to is left out */
    const char *preset; /* as a curator would write it, a list in [brackets]; NULL: zero */
    double min, max;
    const char *const *choices; /* NULL-terminated */
    enum reference_kind refers; /* VALUE_INDEX, VALUE_INDICES, VALUE_MASK, VALUE_FILE: what the name, or each of them, stands for */
    const struct schema *table;
    const char *help; /* completes "KEY: ..." in the reference */
};

/* noun: what findings call such a map. size: of the struct. origin_at: offset of its struct origin, 0 if it has none. names: the kind of
 * the references to its key "id". */
struct schema {
    const char *noun;
    size_t size, origin_at;
    enum reference_kind names;
    const struct schema_row *rows;
    int row_count;
};
