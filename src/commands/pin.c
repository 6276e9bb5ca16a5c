/* pin: the lines of exhibit.yaml that let staff in who know a PIN. */
#include "commands/command.h"

#include "base/log.h"
#include "pins/asking.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static enum exit_code print_pin(const struct options *options)
{
    char pin[PIN_LINE_BYTES], hash[PIN_HASH_BYTES];

    (void)options;
    if (!asking_pin(pin))
        return EXIT_USAGE;
    if (!pin_hash(pin, hash) || !pin_matches(pin, hash)) {
        log_error("crypt: %s", strerror(errno));
        return EXIT_MACHINE;
    }
    printf("staff:\n  pin: \"%s\"\n", hash);
    return EXIT_FINE;
}

const struct command command_pin = {
    .name = "pin",
    .help = "asks for a PIN, and prints what exhibit.yaml must have for staff to come in with it",
    .options = (const char *const[]){NULL},
    .run = print_pin,
};
