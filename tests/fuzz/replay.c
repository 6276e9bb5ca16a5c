/* replay FILE...: puts each file through a fuzz target once: what was found before, in every `make test`, without libFuzzer. */
#include "fuzz/fuzz.h"

#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>

enum { BYTES_MAX = 4 << 20 };

int main(int argc, char **argv)
{
    uint8_t *bytes = mem_alloc(BYTES_MAX);

    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");

        if (!file) {
            fprintf(stderr, "%s: cannot be read\n", argv[i]);
            return 2;
        }
        size_t size = fread(bytes, 1, BYTES_MAX, file);

        fclose(file);
        fprintf(stderr, "%s\n", argv[i]); /* the last one named is the one it died of */

        uint8_t *own = mem_alloc(size + 1); /* as long as the input, so that one byte too far is seen */

        for (size_t b = 0; b < size; b++)
            own[b] = bytes[b];
        LLVMFuzzerTestOneInput(own, size);
        free(own);
    }
    free(bytes);
    printf("%d passed, 0 failed\n", argc - 1);
    return 0;
}
