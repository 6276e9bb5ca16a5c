/* What is known of a kiosk: how a visit is noted while it lasts, the file that many are kept in, whatever becomes of the disk, and the
 * numbers of the program itself. */
#include "ledger/ledger.h"

#include "diary/diary.h"
#include "ledger/database.h"
#include "pulse/machine.h"
#include "pulse/pulse.h"
#include "support/captured_log.h"
#include "support/temporary.h"
#include "tape/fingerprint.h"

#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH_BYTES = 512, MUCH = 1 << 22 };

static const struct size WIDE = {1920, 1080}, TALL = {1080, 1920};
static const int64_t NOON_S = 1796040000; /* 2026-11-30 12:00 UTC */

/* ---- the diary ---- */

static int begin_diary(void **state)
{
    struct diary *diary = mem_alloc(sizeof(*diary));

    setenv("TZ", "UTC", 1);
    tzset();
    diary_init(diary, "attract");
    *state = diary;
    return 0;
}

static int end_diary(void **state)
{
    diary_finish(*state);
    free(*state);
    return 0;
}

static bool see(struct diary *diary, const char *scene, int64_t ms)
{
    return diary_see(diary, &(struct diary_sight){scene, "es", true, false}, ms, NOON_S + ms / 1000);
}

static void expect_text(const struct diary *diary, const char *text)
{
    assert_int_equal(diary->whole, strlen(text));
    assert_memory_equal(diary->text.bytes, text, diary->whole);
}

static void a_visit_is_as_long_as_somebody_did_something(void **state)
{
    struct diary *diary = *state;

    diary_press(diary, (struct point){1919, 1079}, WIDE);
    diary_do(diary, 1000);
    assert_false(see(diary, "home", 1010));
    diary_press(diary, (struct point){0, 1919}, TALL);
    diary_do(diary, 5000);
    assert_false(see(diary, "panel/a b", 5010));
    diary_do(diary, 61000);
    assert_true(see(diary, "attract", 171000));
    expect_text(diary,
                "touch 575 wide attract\ntouch 558 tall home\nscene 4 home\nscene 56 panel/a b\nvisit 2026-11-30 12 60 es large usual\n");
    assert_int_equal(diary->visits, 1);
}

static void what_attract_shows_is_no_visit(void **state)
{
    struct diary *diary = *state;

    see(diary, "attract", 0);
    see(diary, "panel/a", 100); /* --start: shown, and not touched */
    assert_false(see(diary, "attract", 9000));
    see(diary, "panel/a", 10000);
    diary_do(diary, 12000);
    diary_end(diary, 15000, NOON_S);
    expect_text(diary, "scene 0 panel/a\nvisit 2026-11-30 11 0 es large usual\n");
}

static void a_child_that_hammers_is_bounded(void **state)
{
    struct diary *diary = *state;

    for (int visit = 0; visit < 100; visit++) {
        for (int i = 0; i < 2000; i++) {
            diary_press(diary, (struct point){5, 5}, WIDE);
            diary_do(diary, i);
            see(diary, i % 2 ? "home" : "panel/a", i);
        }
        see(diary, "attract", 2000);
    }
    assert_true(diary->whole <= DIARY_BYTES_MOST);
    assert_true(diary->lost > 0 && diary->lost < 100);
    assert_int_equal(diary->visits, 100);
    diary_forget(diary, diary->whole);
    assert_int_equal(diary->whole, 0);
}

static void lines_are_read_as_they_were_written(void **state)
{
    const char *at =
        "keep 30\nnonsense\nscene 4\nscene -4 home\ntouch 576 wide home\ntouch 3 tall a b\nvisit 2026-11-30 24 1 en usual usual\n"
        "visit 2026-1-1 3 1 en usual usual\nvisit 2026-11-30 23 9 zh-Hant large high";
    struct diary_entry entry;
    struct buffer again = {0};

    (void)state;
    while (entry_read(&at, &entry))
        entry_write(&again, &entry);
    assert_string_equal(again.bytes, "keep 30\ntouch 3 tall a b\nvisit 2026-11-30 23 9 zh-Hant large high\n");
    buffer_finish(&again);
}

/* ---- the file ---- */

struct shelf {
    char *folder, path[PATH_BYTES];
    struct arena *arena;
};

static int lay_shelf(void **state)
{
    struct shelf *shelf = mem_alloc(sizeof(*shelf));

    shelf->folder = temporary_create();
    shelf->arena = arena_create();
    snprintf(shelf->path, sizeof(shelf->path), "%s/visits.db", shelf->folder);
    *state = shelf;
    return 0;
}

static int clear_shelf(void **state)
{
    struct shelf *shelf = *state;

    temporary_destroy(shelf->folder);
    arena_destroy(shelf->arena);
    free(shelf);
    return 0;
}

static struct sums sums_of(struct shelf *shelf, const char *since, const char *until)
{
    struct sums sums;

    assert_true(ledger_sum(shelf->path, (struct ledger_span){since, until}, shelf->arena, &sums));
    return sums;
}

static bool add(struct shelf *shelf, const char *text)
{
    return ledger_add(shelf->path, text, MUCH, false);
}

static void expect_sum(const struct sum *sum, const char *name, const int64_t numbers[3])
{
    assert_string_equal(sum->name, name);
    assert_int_equal(sum->count, numbers[0]);
    assert_int_equal(sum->times, numbers[1]);
    assert_int_equal(sum->seconds, numbers[2]);
}

static void visits_are_summed_up(void **state)
{
    struct shelf *shelf = *state;

    assert_int_equal(sums_of(shelf, NULL, NULL).visits, 0);
    assert_true(add(shelf, "touch 7 wide home\nscene 10 home\nscene 20 panel/a\nscene 5 home\nvisit 2026-11-29 9 35 es large usual\n"));
    assert_true(add(shelf, "touch 7 wide home\ntouch 8 tall home\nscene 7 panel/a\nvisit 2026-11-30 9 7 en usual high\n"
                           "scene 1 home\nvisit 2026-11-30 10 1 es usual usual\n"));
    struct sums sums = sums_of(shelf, NULL, NULL);

    assert_int_equal(sums.visits, 3);
    assert_int_equal(sums.seconds, 43);
    assert_int_equal(sums.median_s, 7);
    assert_int_equal(sums.large, 1);
    assert_int_equal(sums.contrast, 1);
    assert_int_equal(sums.touched, 3);
    assert_string_equal(sums.from, "2026-11-29");
    assert_string_equal(sums.to, "2026-11-30");
    assert_int_equal(sums.days.count, 2);
    expect_sum(&sums.days.sums[1], "2026-11-30", (const int64_t[]){2, 0, 8});
    expect_sum(&sums.scenes.sums[0], "home", (const int64_t[]){2, 3, 16});
    expect_sum(&sums.scenes.sums[1], "panel/a", (const int64_t[]){2, 2, 27});
    expect_sum(&sums.begins.sums[0], "home", (const int64_t[]){2, 0, 0});
    expect_sum(&sums.ends.sums[0], "home", (const int64_t[]){2, 0, 0});
    assert_int_equal(sums.hours[9].count, 2);
    assert_int_equal(sums.way_count, 2);
    assert_int_equal(sums.touches[0].cells[7], 2);
    assert_int_equal(sums.touches[1].cells[8], 1);
    assert_true(sums.touches[1].tall);
    assert_int_equal(sums_of(shelf, "2026-11-30", NULL).visits, 2);
    assert_int_equal(sums_of(shelf, NULL, "2026-11-29").touched, 1);
}

static void old_days_go_whatever_the_clock_says(void **state)
{
    struct shelf *shelf = *state;

    assert_true(add(shelf, "touch 1 wide home\nscene 1 home\nvisit 1970-01-01 0 1 en usual usual\n"
                           "scene 1 home\nvisit 2026-11-28 9 1 en usual usual\nscene 1 home\nvisit 2026-11-29 9 1 en usual usual\n"));
    assert_true(add(shelf, "keep 2\nscene 1 home\nvisit 2099-01-01 9 1 en usual usual\n"));
    struct sums sums = sums_of(shelf, NULL, NULL);

    assert_int_equal(sums.days.count, 2);
    assert_string_equal(sums.from, "2026-11-29");
    assert_int_equal(sums.scenes.sums[0].count, 2);
    assert_int_equal(sums.touched, 0);
}

static void the_oldest_days_go_before_the_file_is_full(void **state)
{
    enum { SMALL = 40 * 4096, DAYS = 12 };
    struct shelf *shelf = *state;
    struct stat info;

    for (int day = 1; day <= DAYS; day++) {
        struct buffer text = {0};

        for (int i = 0; i < 200; i++)
            buffer_printf(&text, "touch %d wide home\nscene 3 home\nscene 3 panel/%d\nvisit 2026-11-%02d 9 1 en usual usual\n", i, i % 20,
                          day);
        assert_true(ledger_add(shelf->path, text.bytes, SMALL, false));
        buffer_finish(&text);
        assert_int_equal(stat(shelf->path, &info), 0);
        assert_true(info.st_size <= SMALL);
    }
    struct sums sums = sums_of(shelf, NULL, NULL);

    assert_true(sums.days.count > 1 && sums.days.count < DAYS);
    assert_string_equal(sums.to, "2026-11-12");
}

static void a_damaged_file_is_put_aside(void **state)
{
    struct shelf *shelf = *state;
    char aside[PATH_BYTES + 16];
    struct captured_log captured;
    struct buffer log = {0};
    struct stat info;
    struct sums sums;
    FILE *file = fopen(shelf->path, "w");

    fputs("this was a table once, before the disk lost it, and it is long enough to be read as one", file);
    fclose(file);
    captured_log_start(&captured);
    assert_false(ledger_sum(shelf->path, (struct ledger_span){0}, shelf->arena, &sums));
    assert_true(add(shelf, "scene 1 home\nvisit 2026-11-28 9 1 en usual usual\n"));
    captured_log_stop(&captured, &log);
    assert_non_null(strstr(log.bytes, "put aside as visits.db.damaged"));
    buffer_finish(&log);
    snprintf(aside, sizeof(aside), "%s.damaged", shelf->path);
    assert_int_equal(stat(aside, &info), 0);
    assert_int_equal(sums_of(shelf, NULL, NULL).visits, 1);
}

/* In a process of its own, which ends before it has done all: SQLite has written some of it by then, for it may keep a page in memory only.
 */
static void end_in_the_middle(const char *path)
{
    const char *why;
    struct database *database = database_open(path, true, &why);

    database_run(database, "PRAGMA cache_size=1; BEGIN");
    for (int i = 0; i < 3000; i++)
        database_run(database,
                     "INSERT INTO visits (day, hour, seconds, language, large, contrast) VALUES ('2026-12-01', 1, 1, 'en', 0, 0)");
    _exit(database_fault(database) == FAULT_NONE ? 0 : 1);
}

static void a_cut_of_the_power_undoes_what_was_half_done(void **state)
{
    struct shelf *shelf = *state;
    char journal[PATH_BYTES + 16];
    int status;
    struct stat info;

    assert_true(add(shelf, "scene 1 home\nvisit 2026-11-28 9 1 en usual usual\n"));
    pid_t child = fork();

    if (child == 0)
        end_in_the_middle(shelf->path);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    snprintf(journal, sizeof(journal), "%s-journal", shelf->path);
    assert_int_equal(stat(journal, &info), 0);
    assert_int_equal(sums_of(shelf, NULL, NULL).visits, 1);
    assert_true(add(shelf, "scene 1 home\nvisit 2026-11-29 9 1 en usual usual\n"));
    assert_int_equal(sums_of(shelf, NULL, NULL).visits, 2);
}

static void a_full_disk_costs_what_is_new_and_is_told(void **state)
{
    struct shelf *shelf = *state;
    struct rlimit before, small;
    struct buffer text = {0};
    struct captured_log captured;
    struct buffer log = {0};

    assert_true(add(shelf, "scene 1 home\nvisit 2026-11-28 9 1 en usual usual\n"));
    for (int i = 0; i < 3000; i++)
        buffer_printf(&text, "scene 1 panel/%d\nvisit 2026-11-29 9 1 en usual usual\n", i);
    getrlimit(RLIMIT_FSIZE, &before);
    small = (struct rlimit){48 * 1024, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    captured_log_start(&captured);
    setrlimit(RLIMIT_FSIZE, &small);
    bool added = add(shelf, text.bytes), quietly = ledger_add(shelf->path, text.bytes, MUCH, true);

    setrlimit(RLIMIT_FSIZE, &before);
    captured_log_stop(&captured, &log);
    buffer_finish(&text);
    assert_false(added || quietly);
    assert_non_null(strstr(log.bytes, "visits cannot be kept in "));
    assert_null(strchr(strchr(log.bytes, '\n') + 1, '\n')); /* one line */
    buffer_finish(&log);
    assert_int_equal(sums_of(shelf, NULL, NULL).visits, 1);
}

static void a_table_has_a_row_for_each_scene(void **state)
{
    struct shelf *shelf = *state;
    struct buffer out = {0};

    assert_true(add(shelf, "scene 1 home\nscene 2 panel/a, b\nvisit 2026-11-28 9 3 en usual high\n"));
    assert_true(ledger_table(shelf->path, (struct ledger_span){0}, &out));
    assert_string_equal(out.bytes + 3, "visit,day,hour,language,large text,high contrast,seconds,step,scene,seconds of scene\r\n"
                                       "1,2026-11-28,9,en,0,1,3,1,home,1\r\n1,2026-11-28,9,en,0,1,3,2,\"panel/a, b\",2\r\n");
    buffer_finish(&out);
}

/* ---- the pulse ---- */

static char *read_pulse(const char *folder)
{
    char path[PATH_BYTES];
    struct buffer text = {0};

    snprintf(path, sizeof(path), "%s/vitrina.prom", folder);
    FILE *file = fopen(path, "r");
    struct stat info;

    assert_true(file && fstat(fileno(file), &info) == 0);
    assert_int_equal(info.st_mode & 0777, 0644); /* whoever collects it is another user */
    for (int c; (c = fgetc(file)) != EOF;)
        buffer_add(&text, &(char){(char)c}, 1);
    fclose(file);
    return text.bytes;
}

static void numbers_are_written_seldom_and_never_too_seldom(void **state)
{
    struct shelf *shelf = *state;
    const struct metrics_exhibit exhibit = {.panels = 7, .errors = 2};

    struct files *files = files_open("tests/exhibit");
    char print[64];

    setenv("RUNTIME_DIRECTORY", shelf->folder, 1);
    mode_t mask = umask(0027);
    struct pulse *pulse = pulse_create(1000);

    pulse_begin(pulse, files, &exhibit);
    pulse_frame(pulse, 0);
    pulse_frame(pulse, 16);
    pulse_frame(pulse, 40);
    pulse_tick(pulse, &(struct pulse_counts){3, 12, true}, true, 2000);
    assert_int_equal(pulse_deadline(pulse), 2000 + 5 * 60 * 1000);
    pulse_tick(pulse, &(struct pulse_counts){4, 12, true}, true, 3000);
    char *text = read_pulse(shelf->folder);
    snprintf(print, sizeof(print), "exhibit=\"%016" PRIx64 "\"} 1\n", fingerprint_of(files));
    const char *const lines[] = {print,
                                 "\nvitrina_panels 7\n",
                                 "\nvitrina_findings{severity=\"error\"} 2\n",
                                 "\nvitrina_frames_total 3\n",
                                 "\nvitrina_frames_late_total 1\n",
                                 "\nvitrina_visits_total 3\n",
                                 "\nvitrina_touches_total 12\n",
                                 "\nvitrina_exhibit_refused 1\n",
                                 "\nvitrina_resident_memory_bytes "};

    for (size_t i = 0; i < COUNTOF(lines); i++)
        if (!strstr(text, lines[i]))
            fail_msg("not among the numbers: %s", lines[i]);
    free(text);
    pulse_tick(pulse, &(struct pulse_counts){4, 12, false}, true, 2000 + 60 * 1000);
    text = read_pulse(shelf->folder);
    assert_non_null(strstr(text, "\nvitrina_visits_total 4\n"));
    free(text);
    int64_t due = pulse_deadline(pulse);

    pulse_tick(pulse, &(struct pulse_counts){4, 13, false}, false, due - 1); /* a finger lies on the screen */
    assert_int_equal(pulse_deadline(pulse), due);
    pulse_tick(pulse, &(struct pulse_counts){4, 13, false}, false, due);
    assert_int_equal(pulse_deadline(pulse), due + 5 * 60 * 1000);
    pulse_destroy(pulse);
    umask(mask);
    files_close(files);
    unsetenv("RUNTIME_DIRECTORY");
    assert_null(pulse_create(0));
}

static void the_warmest_part_counts(void **state)
{
    struct shelf *shelf = *state;
    static const char *const zones[] = {"41500", "67250\n", ""};

    assert_true(machine_celsius(shelf->folder) < METRICS_COLD);
    for (size_t i = 0; i < COUNTOF(zones); i++) {
        char path[PATH_BYTES];

        snprintf(path, sizeof(path), "%s/thermal_zone%zu", shelf->folder, i);
        mkdir(path, 0700);
        strncat(path, "/temp", sizeof(path) - strlen(path) - 1);
        FILE *file = fopen(path, "w");

        fputs(zones[i], file);
        fclose(file);
    }
    assert_true(fabs(machine_celsius(shelf->folder) - 67.25) < 0.001);
}

#define IN_DIARY(test) cmocka_unit_test_setup_teardown(test, begin_diary, end_diary)
#define ON_SHELF(test) cmocka_unit_test_setup_teardown(test, lay_shelf, clear_shelf)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIARY(a_visit_is_as_long_as_somebody_did_something),
        IN_DIARY(what_attract_shows_is_no_visit),
        IN_DIARY(a_child_that_hammers_is_bounded),
        cmocka_unit_test(lines_are_read_as_they_were_written),
        ON_SHELF(visits_are_summed_up),
        ON_SHELF(old_days_go_whatever_the_clock_says),
        ON_SHELF(the_oldest_days_go_before_the_file_is_full),
        ON_SHELF(a_damaged_file_is_put_aside),
        ON_SHELF(a_cut_of_the_power_undoes_what_was_half_done),
        ON_SHELF(a_full_disk_costs_what_is_new_and_is_told),
        ON_SHELF(a_table_has_a_row_for_each_scene),
        ON_SHELF(numbers_are_written_seldom_and_never_too_seldom),
        ON_SHELF(the_warmest_part_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
