/* Optimal string alignment distance over bytes: names are ASCII nearly always, and a suggestion may be wrong. */
#include "base/suggest.h"

#include <limits.h>
#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

int suggest_distance(const char *one, const char *other)
{
    int rows[3][SUGGEST_LENGTH_MAX + 1];
    size_t n = strlen(one), m = strlen(other);

    if (n > SUGGEST_LENGTH_MAX || m > SUGGEST_LENGTH_MAX)
        return INT_MAX;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= n; i++) {
        int *row = rows[i % 3];
        const int *before = rows[(i + 2) % 3], *second = rows[(i + 1) % 3];

        row[0] = (int)i;
        for (size_t j = 1; j <= m; j++) {
            char a = lower(one[i - 1]), b = lower(other[j - 1]);

            row[j] = int_min(int_min(before[j] + 1, row[j - 1] + 1), before[j - 1] + (a != b));
            if (i > 1 && j > 1 && a == lower(other[j - 2]) && lower(one[i - 2]) == b)
                row[j] = int_min(row[j], second[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

const char *suggest_name(const char *wrong, const char *const *names, int count)
{
    const char *best = NULL;
    int best_distance = INT_MAX, length = (int)strlen(wrong);

    for (int i = 0; i < count; i++) {
        int other = (int)strlen(names[i]);
        int longer = int_max(length, other);
        int allowed = longer < 3 ? 0 : int_max(1, longer / 3); /* of two letters, one is half */

        if (length - other > allowed || other - length > allowed)
            continue;
        int distance = suggest_distance(wrong, names[i]);

        if (distance <= allowed && distance < best_distance) {
            best = names[i];
            best_distance = distance;
        }
    }
    return best;
}
