/* Golden text files. */
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void read_file(const char *path, struct buffer *text)
{
    char chunk[4096];
    FILE *file = fopen(path, "rb");

    if (!file)
        return;
    for (size_t got; (got = fread(chunk, 1, sizeof(chunk), file)) > 0;)
        buffer_add(text, chunk, got);
    fclose(file);
}

static void write_file(const char *path, const struct buffer *text)
{
    FILE *file = fopen(path, "wb");

    if (!file)
        fail_msg("%s: cannot be written", path);
    fwrite(text->bytes, 1, text->length, file);
    fclose(file);
}

static void report(const char *path, const char *expected, const char *made)
{
    int line = 1;

    while (*expected && *expected == *made) {
        line += *expected == '\n';
        expected++;
        made++;
    }
    fail_msg("%s:%d: differs (UPDATE_GOLDEN=1 accepts)\n expected ...%.100s\n     made ...%.100s", path, line, expected, made);
}

void golden_compare(const char *path, const struct buffer *made)
{
    struct buffer expected = {0};

    buffer_add(&expected, "", 0);
    if (getenv("UPDATE_GOLDEN")) {
        write_file(path, made);
    } else {
        read_file(path, &expected);
        if (strcmp(expected.bytes, made->bytes) != 0)
            report(path, expected.bytes, made->bytes);
    }
    buffer_finish(&expected);
}
