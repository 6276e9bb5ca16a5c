/* crypt(3) of libxcrypt, which both of the supported releases have. */
#include "pins/pin.h"

#include "base/mem.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(PIN_HASH_BYTES >= CRYPT_OUTPUT_SIZE, "a hash fits");

/* By what stands in front (crypt(5)). The first is what we make. */
static const struct {
    const char *prefix;
    bool weak;
} methods[] = {
    {"$y$", false}, {"$gy$", false}, {"$7$", false}, {"$2b$", false}, {"$2y$", false}, {"$6$", false}, {"$5$", true}, {"$1$", true},
};

const char *pin_fault(const char *pin)
{
    size_t length = strlen(pin);
    int same = 0, up = 0, down = 0;

    if (strspn(pin, "0123456789") != length)
        return "has something other than digits";
    if (length < PIN_DIGITS_LEAST)
        return "has fewer than four digits";
    if (length > PIN_DIGITS_MOST)
        return "has more than twelve digits";
    for (size_t i = 1; i < length; i++) {
        same += pin[i] == pin[i - 1];
        up += pin[i] == pin[i - 1] + 1;
        down += pin[i] == pin[i - 1] - 1;
    }
    int all = (int)length - 1;

    if (same == all)
        return "is one digit again and again";
    return up == all || down == all ? "counts up or down" : NULL;
}

bool pin_hash(const char *pin, char hash[PIN_HASH_BYTES])
{
    struct crypt_data *data = mem_alloc(sizeof(*data));
    char salt[CRYPT_GENSALT_OUTPUT_SIZE];
    const char *made =
        crypt_gensalt_rn(methods[0].prefix, 0, NULL, 0, salt, sizeof(salt)) ? crypt_rn(pin, salt, data, (int)sizeof(*data)) : NULL;

    if (made)
        memcpy(hash, made, strlen(made) + 1);
    free(data);
    return made != NULL;
}

bool pin_matches(const char *pin, const char *hash)
{
    struct crypt_data *data = mem_alloc(sizeof(*data));
    const char *made = crypt_rn(pin, hash, data, (int)sizeof(*data));
    size_t length = made ? strlen(made) : 0;
    unsigned differs = length == 0 || length != strlen(hash);

    for (size_t i = 0; i < length && hash[i]; i++)
        differs |= (unsigned)(made[i] ^ hash[i]);
    free(data);
    return !differs;
}

static int method_of(const char *text)
{
    for (size_t i = 0; i < COUNTOF(methods); i++)
        if (strncmp(text, methods[i].prefix, strlen(methods[i].prefix)) == 0)
            return (int)i;
    return -1;
}

/* The shortest of them, of MD5, has 22 letters behind its salt. */
bool pin_is_hash(const char *text)
{
    enum { LEAST = 22 };
    static const char letters[] = "./0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$=,";
    const char *last = strrchr(text, '$');
    size_t length = strlen(text);

    return method_of(text) >= 0 && length < PIN_HASH_BYTES && strspn(text, letters) == length && strlen(last + 1) >= LEAST;
}

bool pin_is_weak_hash(const char *hash)
{
    int method = method_of(hash);

    return method >= 0 && methods[method].weak;
}
