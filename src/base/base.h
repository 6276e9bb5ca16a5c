/* What every file may use: assertions that hold in release too, counting, clamping. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define COUNTOF(array) (sizeof(array) / sizeof((array)[0]))
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))

/* Defined when built with the address sanitizer. */
#if defined(__SANITIZE_ADDRESS__)
#define BASE_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BASE_ADDRESS_SANITIZER 1
#endif
#endif

/* A broken promise inside the program: says where, and aborts. Never for files, devices or visitors. */
#define ASSERT(condition) ((condition) ? (void)0 : base_bug(__FILE__, __LINE__, #condition))

_Noreturn void base_bug(const char *file, int line, const char *what);

static inline int int_min(int a, int b)
{
    return a < b ? a : b;
}

static inline int int_max(int a, int b)
{
    return a > b ? a : b;
}

static inline int int_clamp(int value, int low, int high)
{
    return int_min(int_max(value, low), high);
}

/* Rounds down, below 0 too. */
static inline int int_floor_div(int value, int by)
{
    return value / by - (value % by < 0);
}

static inline float float_clamp(float value, float low, float high)
{
    return value < low ? low : value > high ? high : value;
}
