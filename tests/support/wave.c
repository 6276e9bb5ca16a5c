/* Written by hand: header and samples. */
#include "support/wave.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

int wave_tone(const char *path, int length_ms)
{
    const int count = WAVE_RATE_HZ / 2 * (length_ms / 500);
    const uint32_t bytes = (uint32_t)count * sizeof(int16_t);
    const struct {
        char riff[4];
        uint32_t size;
        char wave[8];
        uint32_t format_size;
        uint16_t format, channels;
        uint32_t rate, bytes_a_second;
        uint16_t block, bits;
        char data[4];
        uint32_t data_size;
    } header = {"RIFF", bytes + 36, "WAVEfmt ", 16, 1, 1, WAVE_RATE_HZ, WAVE_RATE_HZ * 2, 2, 16, "data", bytes};
    FILE *file = fopen(path, "w+b");
    int copy;

    fwrite(&header, 44, 1, file);
    for (int i = 0; i < count; i++) {
        int16_t sample = i / 25 % 2 ? 9000 : -9000;

        fwrite(&sample, sizeof(sample), 1, file);
    }
    fflush(file);
    copy = dup(fileno(file));
    fclose(file);
    return copy;
}

int wave_silence(const char *path, int minutes)
{
    int file = wave_tone(path, 500);
    const uint32_t bytes = (uint32_t)minutes * 60 * WAVE_RATE_HZ * (uint32_t)sizeof(int16_t), whole = bytes + 36;

    assert_int_equal(pwrite(file, &whole, sizeof(whole), 4), sizeof(whole));
    assert_int_equal(pwrite(file, &bytes, sizeof(bytes), 40), sizeof(bytes));
    assert_int_equal(ftruncate(file, (off_t)bytes + 44), 0);
    return file;
}
