/* One table: a row a number. The format is "Exposition formats" of Prometheus' manual, version 0.0.4. */
#include "pulse/metrics.h"

#include <inttypes.h>
#include <string.h>

static void put_info(struct buffer *out, const struct metrics_exhibit *exhibit)
{
    buffer_printf(out,
                  "# HELP vitrina_info The program that runs, and which exhibit it shows.\n# TYPE vitrina_info gauge\n"
                  "vitrina_info{version=\"%s\",exhibit=\"%016" PRIx64 "\"} 1\n",
                  VITRINA_VERSION, exhibit->print);
}

void metrics_write(struct buffer *out, const struct metrics *m)
{
    const struct {
        const char *name, *kind, *help;
        double value;
        bool unknown;
    } rows[] = {
        {"vitrina_start_time_seconds", "gauge", "When the program began; each change of it is a restart.", (double)m->started_s, false},
        {"vitrina_written_time_seconds", "gauge", "When these numbers were written: every few minutes at least.", (double)m->written_s,
         false},
        {"vitrina_panels", "gauge", "Panels of the exhibit that are shown.", m->exhibit.panels, false},
        {"vitrina_findings{severity=\"error\"}", "gauge", "What is wrong in the exhibit's files.", m->exhibit.errors, false},
        {"vitrina_findings{severity=\"warning\"}", NULL, NULL, m->exhibit.warnings, false},
        {"vitrina_exhibit_refused", "gauge", "1: the last change of the exhibit was refused (vitrina status says why).", m->exhibit.refused,
         false},
        {"vitrina_frames_total", "counter", "Pictures shown.", (double)m->frames, false},
        {"vitrina_frames_late_total", "counter", "Of those in a movement, the ones that came a frame too late.", (double)m->frames_late,
         false},
        {"vitrina_visits_total", "counter", "Visits that have ended.", (double)m->visits, false},
        {"vitrina_touches_total", "counter", "Fingers that came down.", (double)m->touches, false},
        {"vitrina_resident_memory_bytes", "gauge", "Memory of the program, without the process that decodes pictures.",
         (double)m->resident_bytes, m->resident_bytes <= 0},
        {"vitrina_temperature_celsius", "gauge", "Of the warmest part of the machine.", m->celsius, m->celsius < METRICS_COLD},
    };

    put_info(out, &m->exhibit);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int name = (int)strcspn(rows[i].name, "{");

        if (rows[i].unknown)
            continue;
        if (rows[i].help)
            buffer_printf(out, "# HELP %.*s %s\n# TYPE %.*s %s\n", name, rows[i].name, rows[i].help, name, rows[i].name, rows[i].kind);
        buffer_printf(out, "%s %.12g\n", rows[i].name, rows[i].value);
    }
}
