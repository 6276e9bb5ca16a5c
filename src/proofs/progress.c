/* On standard error. The cursor is left at the line's beginning, so that whoever has something to say says it there. */
#include "proofs/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { CELLS = 32 };

void progress_show(int done, int count)
{
    int full = count > 0 ? CELLS * done / count : 0;

    if (!isatty(STDERR_FILENO))
        return;
    fprintf(stderr, "\r[");
    for (int i = 0; i < CELLS; i++)
        fputc(i < full ? '#' : '.', stderr);
    fprintf(stderr, "] %d of %d\x1B[K\r", done, count);
    fflush(stderr);
}

void progress_end(void)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r\x1B[K");
}
