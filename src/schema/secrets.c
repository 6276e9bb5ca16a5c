/* Whoever can read a finding must not learn the PIN of it: what stands there is never repeated. */
#include "schema/secrets.h"

#include "pins/pin.h"

#include <string.h>

void secrets_read_pin(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    const char *kept = node->text;

    if (!pin_is_hash(kept)) {
        report_error(&reader->report, node->origin,
                     CODED("pin-wrong") "%s: a PIN is not written here as it is typed, but so that nobody can read it; run `vitrina pin`, "
                                        "and write what it prints",
                     row->key);
        return;
    }
    if (pin_is_weak_hash(kept))
        report_warning(
            &reader->report, node->origin,
            CODED(
                "pin-wrong") "%s: written in an old way, from which the PIN can be found out; run `vitrina pin`, and write what it prints",
            row->key);
    kept = arena_text(reader->arena, kept, strlen(kept));
    memcpy((char *)target + row->at, &kept, sizeof(kept));
}
