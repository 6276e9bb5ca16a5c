/* The archive: what is current is whole, whoever is ended when. */
#include "support/temporary.h"

#include "archive/archive.h"
#include "archive/tree.h"
#include "archive/verdict.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct kept {
    char *root;
    struct arena *arena;
    const char *exhibit;
    struct archive *archive;
};

static const char *path_of(struct kept *k, const char *name)
{
    return arena_printf(k->arena, "%s/%s", k->root, name);
}

static void put(struct kept *k, const char *name, const char *text)
{
    FILE *file = fopen(path_of(k, name), "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int begin(void **state)
{
    struct kept *k = mem_alloc(sizeof(*k));

    k->arena = arena_create();
    k->root = temporary_create();
    setenv("STATE_DIRECTORY", path_of(k, "state"), 1);
    k->exhibit = path_of(k, "exhibit");
    mkdir(k->exhibit, 0755);
    mkdir(path_of(k, "exhibit/config"), 0755);
    mkdir(path_of(k, "exhibit/config/panels"), 0755);
    mkdir(path_of(k, "exhibit/assets"), 0755);
    put(k, "exhibit/config/theme.yaml", "old");
    put(k, "exhibit/config/panels/a.yaml", "a");
    put(k, "exhibit/assets/b.svg", "b");
    put(k, "exhibit/config/.theme.yaml.swp", "nobody's");
    k->archive = archive_open(k->exhibit);
    assert_non_null(k->archive);
    *state = k;
    return 0;
}

static int end(void **state)
{
    struct kept *k = *state;

    archive_close(k->archive);
    unsetenv("STATE_DIRECTORY");
    temporary_destroy(k->root);
    arena_destroy(k->arena);
    free(k);
    return 0;
}

/* As the command does it. 0: it could not. */
static int take(struct archive *archive, const char *exhibit, struct tree_copy *copy)
{
    char *like = archive_current(archive);
    struct files *like_files = like ? files_open(like) : NULL, *files = files_open(exhibit);
    int number = 0;

    *copy = (struct tree_copy){.from = files, .like = like_files, .like_path = like, .to = archive_begin(archive)};
    if (copy->to && tree_copy(copy))
        number = archive_keep(archive);
    files_close(files);
    files_close(like_files);
    free(like);
    return number;
}

/* The current copy's text of that file; "" if there is no such file, or no copy. */
static const char *text_of(struct kept *k, const char *path)
{
    char *copy = archive_current(k->archive);
    struct files *files = copy ? files_open(copy) : NULL;
    struct buffer content = {0};
    const char *text = "";

    if (files && files->read(files->context, path, 1024, &content) == FILES_OK)
        text = arena_printf(k->arena, "%s", content.bytes);
    buffer_finish(&content);
    files_close(files);
    free(copy);
    return text;
}

static void a_copy_shares_what_is_the_same(void **state)
{
    struct kept *k = *state;
    struct tree_copy copy;

    assert_null(archive_current(k->archive));
    assert_int_equal(take(k->archive, k->exhibit, &copy), 1);
    assert_int_equal(copy.copied, 3);
    assert_int_equal(copy.linked, 0);
    put(k, "exhibit/config/theme.yaml", "new");
    assert_string_equal(text_of(k, "config/theme.yaml"), "old"); /* in place, and yet not ours */
    assert_int_equal(take(k->archive, k->exhibit, &copy), 2);
    assert_int_equal(copy.copied, 1);
    assert_int_equal(copy.linked, 2);
    assert_string_equal(text_of(k, "config/theme.yaml"), "new");
    assert_string_equal(text_of(k, "config/panels/a.yaml"), "a");
    assert_string_equal(text_of(k, "config/.theme.yaml.swp"), "");
}

static void three_are_kept_and_one_can_go_back(void **state)
{
    struct kept *k = *state;
    struct tree_copy copy;
    int numbers[8], current;

    assert_int_equal(archive_roll_back(k->archive), 0);
    for (int i = 1; i <= 5; i++)
        assert_int_equal(take(k->archive, k->exhibit, &copy), i);
    assert_int_equal(archive_list(k->archive, numbers, 8, &current), 3);
    assert_int_equal(current, 5);
    assert_int_equal(numbers[2], 3);
    assert_int_equal(archive_roll_back(k->archive), 4);
    assert_int_equal(archive_roll_back(k->archive), 3);
    assert_int_equal(archive_roll_back(k->archive), 0);
    assert_int_equal(take(k->archive, k->exhibit, &copy), 6);
    assert_int_equal(archive_list(k->archive, numbers, 8, &current), 2); /* those that were left are gone */
    assert_int_equal(current, 6);
    assert_int_equal(archive_roll_back(k->archive), 3);
    take(k->archive, k->exhibit, &copy);
    assert_int_equal(archive_roll_back(k->archive), 3); /* not to 6, which was left */
}

static void what_is_shown_is_not_removed(void **state)
{
    struct kept *k = *state;
    struct tree_copy copy;
    int numbers[8], current;

    take(k->archive, k->exhibit, &copy);
    char *first = archive_current(k->archive);
    int held = archive_hold(first);

    for (int i = 0; i < 5; i++)
        take(k->archive, k->exhibit, &copy);
    assert_int_equal(archive_list(k->archive, numbers, 8, &current), 4);
    assert_int_equal(numbers[3], 1);
    close(held);
    take(k->archive, k->exhibit, &copy);
    assert_int_equal(archive_list(k->archive, numbers, 8, &current), 3);
    free(first);
}

static void two_do_not_fill_at_once(void **state)
{
    struct kept *k = *state;
    struct archive *other = archive_open(k->exhibit);

    assert_non_null(archive_begin(k->archive));
    assert_null(archive_begin(other));
    assert_int_equal(errno, EWOULDBLOCK);
    archive_close(other);
    assert_int_equal(access(arena_printf(k->arena, "%.*s/new", (int)(strrchr(archive_link(k->archive), '/') - archive_link(k->archive)),
                                         archive_link(k->archive)),
                            F_OK),
                     0); /* which is not the other's to remove */
    other = archive_open(k->exhibit);
    archive_drop(k->archive);
    assert_non_null(archive_begin(other));
    archive_drop(other);
    archive_close(other);
}

static void a_link_has_one_archive_wherever_it_leads(void **state)
{
    struct kept *k = *state;
    const char *link = path_of(k, "link");

    assert_int_equal(symlink("exhibit", link), 0);
    struct archive *one = archive_open(link), *same = archive_open(arena_printf(k->arena, "%s/", link));

    assert_string_equal(archive_link(one), archive_link(same));
    assert_string_not_equal(archive_link(one), archive_link(k->archive));
    unlink(link);
    assert_int_equal(symlink("elsewhere", link), 0);
    struct archive *later = archive_open(link);

    assert_string_equal(archive_link(one), archive_link(later));
    archive_close(one);
    archive_close(same);
    archive_close(later);
}

static void notes_are_kept(void **state)
{
    struct kept *k = *state;

    assert_true(archive_make(k->archive));
    assert_null(archive_read_note(k->archive, NULL, "refused"));
    assert_true(archive_note(k->archive, NULL, "refused", "why\n"));
    char *text = archive_read_note(k->archive, NULL, "refused");

    assert_string_equal(text, "why\n");
    free(text);
    assert_true(archive_note(k->archive, NULL, "refused", NULL));
    assert_true(archive_note(k->archive, NULL, "refused", NULL));
    assert_null(archive_read_note(k->archive, NULL, "refused"));
}

static void a_print_tells_any_change(void **state)
{
    struct kept *k = *state;
    struct files *files = files_open(k->exhibit);
    uint64_t before = tree_print(files);

    assert_int_equal(tree_print(files), before);
    put(k, "exhibit/config/panels/a.yaml", "b"); /* as long as it was */
    assert_int_not_equal(tree_print(files), before);
    before = tree_print(files);
    put(k, "exhibit/assets/c.svg", "");
    assert_int_not_equal(tree_print(files), before);
    before = tree_print(files);
    put(k, "exhibit/assets/.hidden", "");
    assert_int_equal(tree_print(files), before);
    files_close(files);
}

static void old_errors_do_not_refuse(void **state)
{
    struct findings *findings = findings_create();
    struct buffer told = {0};

    (void)state;
    findings_add(findings, FINDING_ERROR, (struct origin){"config/a.yaml", 3, 1}, "titel: unknown key");
    findings_add(findings, FINDING_WARNING, (struct origin){"config/a.yaml", 4, 1}, "a warning");
    assert_int_equal(verdict_new_errors(findings, NULL, NULL), 1);
    struct buffer before = verdict_errors(findings);

    assert_int_equal(verdict_new_errors(findings, before.bytes, NULL), 0);
    findings_add(findings, FINDING_ERROR, (struct origin){"config/b.yaml", 5, 2}, "titel: unknown key");
    findings_add(findings, FINDING_ERROR, (struct origin){"config/a.yaml", 9, 1}, "titel: unknown key"); /* moved, or once more */
    assert_int_equal(verdict_new_errors(findings, before.bytes, &told), 1);
    assert_string_equal(told.bytes, "config/b.yaml:5:2: titel: unknown key\n");
    buffer_finish(&told);
    buffer_finish(&before);
    findings_destroy(findings);
}

/* ---- ended at any moment ---- */

/* Takes the exhibit in a process that is killed when it enters its `fatal`-th call of the kernel. True: it was done before. */
static bool take_until(struct kept *k, int fatal)
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        struct archive *archive = archive_open(k->exhibit);
        struct tree_copy copy;

        ptrace(PTRACE_TRACEME, 0, NULL, NULL);
        raise(SIGSTOP);
        _exit(take(archive, k->exhibit, &copy) > 0 ? 0 : 1);
    }
    assert_true(child > 0);
    waitpid(child, &status, 0);
    for (int calls = 0; WIFSTOPPED(status); calls++) { /* entering and leaving count as two */
        if (calls == 2 * fatal)
            kill(child, SIGKILL);
        else
            ptrace(PTRACE_SYSCALL, child, NULL, NULL);
        waitpid(child, &status, 0);
    }
    return WIFEXITED(status);
}

static void a_cut_at_any_moment_leaves_a_whole_copy(void **state)
{
    struct kept *k = *state;
    struct tree_copy copy;
    bool done = false;
    int fatal = 0, numbers[16], current;

    assert_int_not_equal(take(k->archive, k->exhibit, &copy), 0);
    for (; !done; fatal++) {
        const char *words = arena_printf(k->arena, "words %d", fatal), *old = text_of(k, "config/theme.yaml");

        put(k, "exhibit/config/theme.yaml", words);
        done = take_until(k, fatal);
        const char *now = text_of(k, "config/theme.yaml");

        assert_true(strcmp(now, old) == 0 || strcmp(now, words) == 0);
        assert_string_equal(text_of(k, "config/panels/a.yaml"), "a");
        assert_string_equal(text_of(k, "assets/b.svg"), "b");
    }
    assert_string_equal(text_of(k, "config/theme.yaml"), arena_printf(k->arena, "words %d", fatal - 1));
    assert_true(fatal > 50); /* it was cut at many */
    assert_int_not_equal(take(k->archive, k->exhibit, &copy), 0);
    assert_int_equal(archive_list(k->archive, numbers, 16, &current), ARCHIVE_KEPT); /* nothing is left behind */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_copy_shares_what_is_the_same, begin, end),
        cmocka_unit_test_setup_teardown(three_are_kept_and_one_can_go_back, begin, end),
        cmocka_unit_test_setup_teardown(what_is_shown_is_not_removed, begin, end),
        cmocka_unit_test_setup_teardown(two_do_not_fill_at_once, begin, end),
        cmocka_unit_test_setup_teardown(a_link_has_one_archive_wherever_it_leads, begin, end),
        cmocka_unit_test_setup_teardown(notes_are_kept, begin, end),
        cmocka_unit_test_setup_teardown(a_print_tells_any_change, begin, end),
        cmocka_unit_test(old_errors_do_not_refuse),
        cmocka_unit_test_setup_teardown(a_cut_at_any_moment_leaves_a_whole_copy, begin, end),
    };

    archive_close(NULL);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
