/* What libFuzzer calls; without it, tests/fuzz/replay.c does. */
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
