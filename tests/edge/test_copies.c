/* Photographs are decoded once: later, and by a program that starts later, their copies are taken. Where that is to be seen there is no
 * decoder, so that each picture that comes is a copy. */
#include "copies/copies.h"

#include "images/copied.h"
#include "images/images.h"
#include "support/captured_log.h"
#include "support/temporary.h"

#include <fcntl.h>
#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#define NO_DECODER "/there/is/no/decoder"

enum { PATH_BYTES = 512, PICTURE_BYTES_MOST = 1 << 20, LONG_MS = 30 * 1000, PLENTY = 1 << 24, SIDE = 60 };

/* An exhibit of photographs, and the folder of their copies in it. */
struct place {
    char *root;
    struct files *files;
    char copies[PATH_BYTES];
};

/* A program that shows it. */
struct kiosk {
    struct copies *copies;
    struct images *images;
};

static void lay(const struct place *place, const char *picture, const char *as)
{
    char path[PATH_BYTES], *bytes = malloc(PICTURE_BYTES_MOST);

    snprintf(path, sizeof(path), "tests/pictures/%s", picture);
    FILE *from = fopen(path, "rb");
    size_t size = fread(bytes, 1, PICTURE_BYTES_MOST, from);

    fclose(from);
    snprintf(path, sizeof(path), "%s/%s", place->root, as);
    FILE *to = fopen(path, "wb");

    assert_int_equal(fwrite(bytes, 1, size, to), size);
    fclose(to);
    free(bytes);
}

static int build(void **state)
{
    struct place *place = mem_alloc(sizeof(*place));

    place->root = temporary_create();
    snprintf(place->copies, sizeof(place->copies), "%s/copies", place->root);
    lay(place, "progressive.jpg", "photo");
    place->files = files_open(place->root);
    *state = place;
    return 0;
}

static int pull_down(void **state)
{
    struct place *place = *state;

    files_close(place->files);
    temporary_destroy(place->root);
    free(place);
    return 0;
}

static struct kiosk start(const struct place *place, const char *decoder, int worth_ms)
{
    struct copies_setup copies = {place->copies, PLENTY, worth_ms, 0, false};
    struct images_setup images = {
        .decoders = {.files = place->files, .workers = 1, .program = decoder},
        .budget_bytes = PLENTY,
    };
    struct kiosk kiosk = {.copies = copies_create(&copies)};

    images.decoders.copies = kiosk.copies;
    kiosk.images = images_create(&images);
    return kiosk;
}

static void end(struct kiosk *kiosk)
{
    assert_true(images_destroy(kiosk->images));
    assert_true(copies_destroy(kiosk->copies));
}

static struct image_request request_of(const char *path)
{
    return (struct image_request){.path = path, .w = SIDE, .h = SIDE / 2, .focus_x = 0.5F, .focus_y = 0.5F, .paper = {1, 2, 3, 255}};
}

/* Its pixels, which are the images'; NULL if it cannot be shown. */
static const void *show(struct kiosk *kiosk, struct image_request request)
{
    SDL_Surface *surface = NULL;

    if (images_get(kiosk->images, &request, &surface) == IMAGE_WAITING) {
        assert_true(images_wait(kiosk->images, LONG_MS));
        images_get(kiosk->images, &request, &surface);
    }
    return surface ? surface->pixels : NULL;
}

/* Shown by a program of its own that can decode nothing. */
static bool is_kept(const struct place *place, struct image_request request)
{
    struct kiosk kiosk = start(place, NO_DECODER, 0);
    bool kept = show(&kiosk, request) != NULL;

    end(&kiosk);
    return kept;
}

static void wait_for_files(const struct place *place, struct kiosk *kiosk, const char *ending, int count)
{
    struct timespec begun, now;

    copies_rest(kiosk->copies, true);
    clock_gettime(CLOCK_MONOTONIC, &begun);
    do {
        sched_yield();
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - begun.tv_sec > LONG_MS / 1000)
            fail_msg("%d of %d files named so: %s", temporary_count(place->copies, ending), count, ending);
    } while (temporary_count(place->copies, ending) < count);
}

static void wait_for_copies(const struct place *place, struct kiosk *kiosk, int count)
{
    wait_for_files(place, kiosk, ".copy", count);
}

/* The photograph is seen, and its copy written. */
static void visit(const struct place *place)
{
    struct kiosk kiosk = start(place, TEST_DECODER, 0);

    assert_non_null(show(&kiosk, request_of("photo")));
    wait_for_copies(place, &kiosk, 1);
    end(&kiosk);
}

static void what_was_decoded_is_not_decoded_again(void **state)
{
    const struct place *place = *state;
    struct kiosk first = start(place, TEST_DECODER, 0), second;
    struct image_request smaller = request_of("photo");
    const void *decoded = show(&first, request_of("photo"));

    wait_for_copies(place, &first, 1);
    second = start(place, NO_DECODER, 0);
    const void *copied = show(&second, request_of("photo"));

    assert_true(decoded && copied);
    assert_memory_equal(decoded, copied, SIDE * (SIDE / 2) * 4);
    smaller.w--;
    assert_null(show(&second, smaller));
    end(&second);
    end(&first);
}

static void a_copy_belongs_to_a_content(void **state)
{
    const struct place *place = *state;

    visit(place);
    lay(place, "progressive.jpg", "moved");
    assert_true(is_kept(place, request_of("moved")));
    lay(place, "orientation-1.jpg", "photo");
    assert_false(is_kept(place, request_of("photo")));
    assert_true(is_kept(place, request_of("moved")));
}

/* All that makes the pixels others. */
static void a_copy_belongs_to_a_view(void **state)
{
    const struct place *place = *state;
    struct image_request focused = request_of("photo"), papered = request_of("photo"), wider = request_of("photo"), all = wider;

    visit(place);
    assert_true(is_kept(place, request_of("photo")));
    focused.focus_x = 0.2F;
    assert_false(is_kept(place, focused));
    wider.w++;
    assert_false(is_kept(place, wider));
    all.window = (struct share_rect){0, 0, 1, 1};
    all.overview = true;
    assert_false(is_kept(place, all));
    papered.paper = (struct colour){9, 9, 9, 255}; /* of a photograph that covers it none is seen */
    assert_true(is_kept(place, papered));
}

/* They are written in the order in which they were shown. */
static void drawings_and_parts_are_not_kept(void **state)
{
    const struct place *place = *state;
    struct kiosk kiosk = start(place, TEST_DECODER, 0);
    struct image_request part = request_of("photo"), all = part;

    lay(place, "ring.svg", "drawing");
    part.window = (struct share_rect){0.2F, 0.2F, 0.5F, 0.5F};
    all.window = (struct share_rect){0, 0, 1, 1};
    all.overview = true;
    assert_non_null(show(&kiosk, request_of("drawing")));
    assert_non_null(show(&kiosk, part));
    assert_non_null(show(&kiosk, all));
    wait_for_copies(place, &kiosk, 1);
    assert_true(is_kept(place, all));
    end(&kiosk);
    assert_int_equal(temporary_count(place->copies, ".copy"), 1);
}

static int lines_with(const char *text, const char *words)
{
    int count = 0;

    for (const char *at = text; (at = strstr(at, words)); at++)
        count++;
    return count;
}

/* Of a drawing and of a file that is not there none is lacking. */
static void what_is_lacking_is_told(void **state)
{
    const struct place *place = *state;
    const struct copies_setup setup = {place->copies, PLENTY, 0, 0, true};
    const struct image_request photo = request_of("photo"), drawing = request_of("drawing"), nothing = request_of("nothing");

    lay(place, "ring.svg", "drawing");
    struct kiosk kiosk = {.copies = copies_create(&setup)};
    struct images_setup images = {
        .decoders = {.files = place->files, .workers = 1, .program = TEST_DECODER, .copies = kiosk.copies},
        .budget_bytes = PLENTY,
    };

    kiosk.images = images_create(&images);
    copies_rest(kiosk.copies, true);
    assert_true(copied_lacks(kiosk.copies, place->files, &photo));
    assert_false(copied_lacks(kiosk.copies, place->files, &drawing));
    assert_false(copied_lacks(kiosk.copies, place->files, &nothing));
    assert_non_null(show(&kiosk, photo));
    assert_true(copies_settle(kiosk.copies));
    assert_int_equal(temporary_count(place->copies, ".copy"), 1);
    assert_false(copied_lacks(kiosk.copies, place->files, &photo));
    end(&kiosk);
}

/* Nobody waits for ever, and where it is a matter of room nothing is said here. */
static void settling_tells_that_nothing_can_be_written(void **state)
{
    const struct place *place = *state;
    const struct copies_setup setups[] = {{place->copies, 1, 0, 0, true}, {place->copies, PLENTY, 0, 0, true}};
    const struct copies_offer offer = {{1, 1}, open("tests/pictures/grey.jpg", O_RDONLY), 64, 0};

    for (size_t i = 0; i < COUNTOF(setups); i++) {
        struct copies *copies = copies_create(&setups[i]);
        struct captured_log captured;
        struct buffer text = {0};

        if (i == 1)
            close(open(place->copies, O_CREAT | O_WRONLY, 0600)); /* where the folder should be */
        captured_log_start(&captured);
        copies_rest(copies, true);
        assert_true(copies_settle(copies));
        copies_offer(copies, &offer);
        assert_false(copies_settle(copies));
        assert_true(copies_destroy(copies));
        captured_log_stop(&captured, &text);
        assert_int_equal(lines_with(text.length > 0 ? text.bytes : "", "cannot be kept"), i);
        buffer_finish(&text);
    }
    close(offer.memory);
}

static void what_is_drawn_fast_is_not_kept(void **state)
{
    const struct place *place = *state;
    struct kiosk kiosk = start(place, TEST_DECODER, LONG_MS);

    assert_non_null(show(&kiosk, request_of("photo")));
    copies_rest(kiosk.copies, true);
    end(&kiosk);
    assert_int_equal(temporary_count(place->copies, ""), 0);
}

/* What waits to be written is there already, for others that have the same copies. */
static void nothing_is_written_before_it_rests(void **state)
{
    const struct place *place = *state;
    struct kiosk kiosk = start(place, TEST_DECODER, 0);
    struct images_setup setup = {
        .decoders = {.files = place->files, .workers = 1, .program = NO_DECODER, .copies = kiosk.copies},
        .budget_bytes = PLENTY,
    };

    assert_non_null(show(&kiosk, request_of("photo")));
    struct kiosk other = {.copies = kiosk.copies, .images = images_create(&setup)};

    assert_non_null(show(&other, request_of("photo")));
    assert_true(images_destroy(other.images));
    end(&kiosk);
    assert_int_equal(temporary_count(place->copies, ""), 0);
}

/* Two photographs, and a file where the folder should be. */
static void a_disk_that_cannot_be_written_is_told_once(void **state)
{
    const struct place *place = *state;
    struct kiosk kiosk = start(place, TEST_DECODER, 0);
    struct captured_log captured;
    struct buffer text = {0};
    const struct copies_offer offer = {{1, 1}, open("tests/pictures/grey.jpg", O_RDONLY), 64, 0};
    char pixels[64];

    close(open(place->copies, O_CREAT | O_WRONLY, 0600));
    captured_log_start(&captured);
    copies_rest(kiosk.copies, true);
    copies_offer(kiosk.copies, &offer);
    while (copies_find(kiosk.copies, offer.name, pixels, sizeof(pixels))) /* until it is given up */
        sched_yield();
    assert_non_null(show(&kiosk, request_of("photo")));
    copies_offer(kiosk.copies, &offer);
    assert_false(copies_find(kiosk.copies, offer.name, pixels, sizeof(pixels)));
    end(&kiosk);
    captured_log_stop(&captured, &text);
    close(offer.memory);
    assert_int_equal(lines_with(text.bytes, "scaled copies of photographs cannot be kept"), 1);
    assert_non_null(strstr(text.bytes, place->copies));
    buffer_finish(&text);
}

/* Where no copy was worth it, their folder is not there yet. */
static void contents_are_kept_without_copies(void **state)
{
    const struct place *place = *state;
    const struct copies_setup setup = {place->copies, PLENTY, LONG_MS, 0, false};
    struct kiosk kiosk = {.copies = copies_create(&setup)};
    struct captured_log captured;
    struct buffer text = {0};
    struct hash name;
    int file = open("tests/pictures/grey.jpg", O_RDONLY); /* it has stood for long */

    captured_log_start(&captured);
    assert_true(copies_name(kiosk.copies, file, (struct bytes){"view", 4}, &name));
    wait_for_files(place, &kiosk, "contents", 1);
    assert_true(copies_destroy(kiosk.copies));
    captured_log_stop(&captured, &text);
    assert_int_equal(text.length, 0);
    buffer_finish(&text);
    close(file);
}

#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, build, pull_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_A_PLACE(what_was_decoded_is_not_decoded_again),
        IN_A_PLACE(a_copy_belongs_to_a_content),
        IN_A_PLACE(a_copy_belongs_to_a_view),
        IN_A_PLACE(drawings_and_parts_are_not_kept),
        IN_A_PLACE(what_is_lacking_is_told),
        IN_A_PLACE(settling_tells_that_nothing_can_be_written),
        IN_A_PLACE(what_is_drawn_fast_is_not_kept),
        IN_A_PLACE(nothing_is_written_before_it_rests),
        IN_A_PLACE(a_disk_that_cannot_be_written_is_told_once),
        IN_A_PLACE(contents_are_kept_without_copies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
