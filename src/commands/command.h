/* What a command is, and what it may be told. */
#pragma once

#include "exhibit/model.h"

/* 2: wrong use; 3: the machine (no display, display lost, disk full, output closed). */
enum exit_code { EXIT_FINE, EXIT_FINDINGS, EXIT_USAGE, EXIT_MACHINE };

/* What commands may ask for before the exhibit: new panel NAME. */
enum { OPERANDS_MAX = 2 };

/* How many screens --size may name. */
enum { SIZES_MAX = 4 };

struct options {
    const char *exhibit; /* folder */
    const char *operands[OPERANDS_MAX];
    const char *start;                      /* run, preview: scene to begin with; NULL: attract; home */
    const char *language;                   /* its code. preview: NULL: the first; proof, texts, export: NULL: all */
    const char *panel;                      /* proof: its id; NULL: all */
    const char *against;                    /* proof: a folder of earlier ones; NULL: none */
    const char *else_proof;                 /* run: where proofs are drawn when there is no display; NULL: nowhere */
    const char *record;                     /* run: the file that a tape of it is written to; NULL: none */
    const char *replay;                     /* run: the tape that is played instead; NULL: none */
    const char *languages, *title, *layout; /* new: NULL: as starter has them. */
    const char *output;                     /* folder or file; NULL: the command's own. export: NULL: standard output */
    struct size sizes[SIZES_MAX];           /* check, proof, prepare, preview: of screens; several for proof alone */
    int size_count;                         /* 0: the declared screen */
    const char *text;                       /* proof: the sizes of text, with commas; NULL: all */
    const char *format, *concern;           /* check: text, json or sarif; whose findings alone; NULL: text; all */
    bool fix;                               /* check: what is certain is mended first */
    bool quiet;                             /* check, visits: nothing is printed */
    const char *since, *until;              /* visits: the first and the last day; NULL: all */
    bool csv, html, add;                    /* visits: as a table; as a page; adds what standard input tells of */
    bool allow_quit, strict, portrait, dry_run, xliff, xliff_2, large_print, accept_translations, rollback;
};

/* Bounds of the screens that pages are filled and pictures drawn for; the area keeps a picture and its copies within a gigabyte. */
enum { SIZE_LEAST_PX = 320, SIZE_MOST_PX = 16384, AREA_MOST_MEGAPIXELS = 64 };

static inline bool size_can_be_drawn(struct size size)
{
    return size.w <= SIZE_MOST_PX && size.h <= SIZE_MOST_PX && (int64_t)size.w * size.h <= AREA_MOST_MEGAPIXELS * (int64_t)1000000;
}

/* The screen that options mean: the one they name, else the exhibit's. */
static inline struct size options_screen(const struct options *options, const struct exhibit *exhibit)
{
    return options->size_count > 0 ? options->sizes[0] : (struct size){exhibit->screen.width_px, exhibit->screen.height_px};
}

/* An option that does nothing without another one; or beside it; or for others than these first operands, which stand in one text:
 * "panel layout". Such use is refused. */
enum option_bond { OPTION_NEEDS, OPTION_EXCLUDES, OPTION_IS_OF };

struct option_rule {
    const char *option; /* NULL behind the last */
    enum option_bond bond;
    const char *other;
};

/* options: the names of those it takes, out of the table in main.c. operands: what must stand before the exhibit, as --help calls it, one a
 * word: "KIND NAME"; NULL: nothing. */
struct command {
    const char *name, *help, *operands;
    const char *const *options;      /* NULL behind the last */
    const struct option_rule *rules; /* NULL: none */
    enum exit_code (*run)(const struct options *options);
};
