/* How the program is, as a text that Prometheus' node_exporter takes in (its textfile collector): names, kinds and help of every number.
 * Pure. */
#pragma once

#include "base/mem.h"

/* What is shown. print: which exhibit it is (tape/fingerprint.h): the same on all kiosks that show it. */
struct metrics_exhibit {
    uint64_t print;
    int panels, errors, warnings;
    bool refused; /* the last change of it was */
};

/* times: seconds since 1970. Counts are since the program began. */
struct metrics {
    struct metrics_exhibit exhibit;
    int64_t started_s, written_s;
    int64_t frames, frames_late, visits, touches;
    int64_t resident_bytes;
    double celsius; /* of the warmest part of the machine; below METRICS_COLD: it does not say */
};

#define METRICS_COLD (-200.0)

void metrics_write(struct buffer *out, const struct metrics *metrics);
