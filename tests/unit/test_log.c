/* The log into whatever standard error may be: it says what it can, and waits for nobody. */
#include "base/log.h"

#include "base/finding.h"
#include "base/mem.h"
#include "journal/telling.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

enum { STUCK_SECONDS = 5, LAG_MS = 50 }; /* who waits for the log is ended by SIGALRM */

/* Something to write into, and the end that reads it. */
struct channel {
    int write, read;
};

static bool open_pipe(struct channel *channel)
{
    int ends[2] = {-1, -1};
    bool fine = pipe(ends) == 0;

    *channel = (struct channel){ends[1], ends[0]};
    return fine;
}

static bool open_sockets(struct channel *channel, int type)
{
    int ends[2] = {-1, -1};
    bool fine = socketpair(AF_UNIX, type, 0, ends) == 0;

    *channel = (struct channel){ends[1], ends[0]};
    return fine;
}

static bool open_stream(struct channel *channel)
{
    return open_sockets(channel, SOCK_STREAM);
}

static bool open_datagrams(struct channel *channel)
{
    return open_sockets(channel, SOCK_DGRAM);
}

static bool open_terminal(struct channel *channel)
{
    struct termios raw;

    channel->read = posix_openpt(O_RDWR | O_NOCTTY);
    if (channel->read < 0 || grantpt(channel->read) != 0 || unlockpt(channel->read) != 0)
        return false;
    channel->write = open(ptsname(channel->read), O_RDWR | O_NOCTTY);
    if (channel->write < 0 || tcgetattr(channel->write, &raw) != 0)
        return false;
    raw.c_oflag &= ~(tcflag_t)OPOST;
    return tcsetattr(channel->write, TCSANOW, &raw) == 0;
}

/* Standard error becomes that; returns the real one. */
static int turn_to(int fd)
{
    int real = dup(STDERR_FILENO);

    assert_true(real >= 0);
    assert_int_equal(dup2(fd, STDERR_FILENO), STDERR_FILENO);
    log_start();
    return real;
}

static void turn_back(int real)
{
    assert_int_equal(dup2(real, STDERR_FILENO), STDERR_FILENO);
    close(real);
    log_start();
}

static void set_waiting(int fd, bool waits)
{
    int flags = fcntl(fd, F_GETFL);

    fcntl(fd, F_SETFL, waits ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

/* A terminal's other end lags behind: the kernel carries its bytes over by the way. */
static bool is_ready(int fd, short events)
{
    struct pollfd asked = {.fd = fd, .events = events};

    return poll(&asked, 1, LAG_MS) > 0 && (asked.revents & events);
}

/* All that stands in it now. */
static char *drain(struct channel channel)
{
    struct buffer text = {0};
    char chunk[4096];
    ssize_t got;

    set_waiting(channel.read, false);
    buffer_add(&text, "", 0);
    do
        while ((got = read(channel.read, chunk, sizeof(chunk))) > 0)
            buffer_add(&text, chunk, (size_t)got);
    while (got < 0 && is_ready(channel.read, POLLIN));
    return text.bytes;
}

static void fill(struct channel channel)
{
    char chunk[1024];

    memset(chunk, '.', sizeof(chunk));
    set_waiting(channel.write, false);
    do
        while (write(channel.write, chunk, sizeof(chunk)) > 0 || write(channel.write, chunk, 1) > 0)
            continue;
    while (is_ready(channel.write, POLLOUT) && write(channel.write, chunk, 1) > 0);
    set_waiting(channel.write, true);
}

static const struct kind {
    const char *name;
    bool (*open)(struct channel *channel);
} kinds[] = {{"pipe", open_pipe}, {"stream", open_stream}, {"datagrams", open_datagrams}, {"terminal", open_terminal}};

static void nobody_is_waited_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(kinds); i++) {
        struct channel channel;

        assert_true(kinds[i].open(&channel));

        int real = turn_to(channel.write);

        log_info("first");
        fill(channel);
        alarm(STUCK_SECONDS);
        for (int line = 0; line < 7; line++)
            log_warning("lost %d", line);
        alarm(0);
        assert_false(fcntl(STDERR_FILENO, F_GETFL) & O_NONBLOCK); /* it is shared with others */

        char *before = drain(channel);

        log_info("afterwards");
        log_info("and on");
        turn_back(real);

        char *after = drain(channel);

        if (strncmp(before, "first\n", 6) != 0)
            fail_msg("%s: \"%.20s\" before", kinds[i].name, before);
        if (strcmp(after, "warning: 7 lines of this log found no room and are lost\nafterwards\nand on\n") != 0)
            fail_msg("%s: \"%s\" after", kinds[i].name, after);
        free(before);
        free(after);
        close(channel.write);
        close(channel.read);
    }
}

/* Ctrl+S. */
static void stopped_terminal_is_not_waited_for(void **state)
{
    struct channel channel;

    (void)state;
    assert_true(open_terminal(&channel));

    int real = turn_to(channel.write);

    assert_int_equal(tcflow(channel.write, TCOOFF), 0);
    alarm(STUCK_SECONDS);
    for (int line = 0; line < 3; line++)
        log_info("lost");
    alarm(0);
    tcflow(channel.write, TCOON);
    log_info("goes on");
    turn_back(real);

    char *text = drain(channel);

    assert_string_equal(text, "warning: 3 lines of this log found no room and are lost\ngoes on\n");
    free(text);
    close(channel.write);
    close(channel.read);
}

/* What can take nothing at all: no line, no wait, no other file. */
static void lines_may_go_nowhere(void **state)
{
    struct channel closed;
    int places[3];

    (void)state;
    assert_true(open_pipe(&closed));
    close(closed.read);
    places[0] = closed.write;
    places[1] = open("/dev/full", O_WRONLY);
    places[2] = open("/dev/null", O_RDONLY);
    for (size_t i = 0; i < COUNTOF(places); i++) {
        int real = turn_to(places[i]);

        alarm(STUCK_SECONDS);
        log_error("nobody reads this");
        log_error("nor this");
        alarm(0);
        turn_back(real);
        log_info("and here again"); /* what was lost has been told */
        close(places[i]);
    }
}

/* The line that a full disk cut is ended before the next one begins. */
static void cut_line_stands_alone(void **state)
{
    struct channel channel;
    char large[4096];

    (void)state;
    assert_true(open_stream(&channel));

    int least = 1, real = turn_to(channel.write);

    setsockopt(channel.write, SOL_SOCKET, SO_SNDBUF, &least, sizeof(least));
    memset(large, 'x', sizeof(large));
    large[sizeof(large) - 1] = '\0';
    for (int i = 0; i < 100; i++)
        log_info("%s", large);

    char *before = drain(channel);

    log_info("whole");
    turn_back(real);

    char *after = drain(channel), *last = strstr(after, "whole");

    assert_non_null(last);
    assert_true(last > after && last[-1] == '\n');
    assert_string_equal(last, "whole\n");
    free(before);
    free(after);
    close(channel.write);
    close(channel.read);
}

static void a_line_is_one_line(void **state)
{
    static const struct {
        const char *text, *line;
    } rows[] = {
        {"plain", "plain\n"},
        {"two\nlines", "two\\x0Alines\n"},
        {"title\033]0;gone\a\033[2J", "title\\x1B]0;gone\\x07\\x1B[2J\n"},
        {"turned\u202E", "turned\\u202E\n"},
        {"half \xC3", "half \\xC3\n"},
        {"\u00F1and\u00FA", "\u00F1and\u00FA\n"},
        {"", "\n"},
    };
    struct channel channel;

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        char line[64];

        assert_true(open_pipe(&channel));

        int real = turn_to(channel.write);

        log_info("%s", rows[i].text);
        log_error("%s", rows[i].text);
        log_line(LOG_SEVERITY_ERROR, rows[i].text);
        turn_back(real);

        char *text = drain(channel);
        struct buffer wanted = {0};

        snprintf(line, sizeof(line), "%s", rows[i].line);
        buffer_printf(&wanted, "%serror: %s%s", line, line, line);
        assert_string_equal(text, wanted.bytes);
        buffer_finish(&wanted);
        free(text);
        close(channel.write);
        close(channel.read);
    }
}

/* However long, a pipe takes it whole, and it ends with a line break. */
static void long_lines_are_cut(void **state)
{
    struct channel channel;
    char large[8192];

    (void)state;
    memset(large, '\033', sizeof(large));
    large[sizeof(large) - 1] = '\0';
    assert_true(open_pipe(&channel));

    int real = turn_to(channel.write);

    log_warning("%s", large);
    turn_back(real);

    char *text = drain(channel);
    size_t length = strlen(text);

    assert_in_range(length, 1000, 4096);
    assert_ptr_equal(strchr(text, '\n'), text + length - 1);
    free(text);
    close(channel.write);
    close(channel.read);
}

/* The journal is told severities; another reader, who only inherited its name, is not. */
static void severities_are_for_the_journal(void **state)
{
    (void)state;
    for (int own = 0; own < 2; own++) {
        struct channel channel;
        struct stat info;
        char stream[64];

        assert_true(open_stream(&channel));
        assert_int_equal(fstat(channel.write, &info), 0);
        snprintf(stream, sizeof(stream), "%llu:%llu", (unsigned long long)info.st_dev, (unsigned long long)info.st_ino + !own);
        setenv("JOURNAL_STREAM", stream, 1);

        int real = turn_to(channel.write);

        log_info("one");
        log_warning("two");
        log_line(LOG_SEVERITY_ERROR, "three");
        unsetenv("JOURNAL_STREAM");
        turn_back(real);

        char *text = drain(channel);

        assert_string_equal(text, own ? "<6>one\n<4>warning: two\n<3>three\n" : "one\nwarning: two\nthree\n");
        free(text);
        close(channel.write);
        close(channel.read);
    }
}

#define US "SYSLOG_IDENTIFIER.........vitrina."

/* What came to that socket, breaks and lengths as dots; "" if nothing did. For the caller to free. */
static char *take_entry(int journal)
{
    char bytes[8192];
    ssize_t length = recv(journal, bytes, sizeof(bytes), MSG_DONTWAIT);
    struct buffer text = {0};

    buffer_add(&text, "", 0);
    for (ssize_t i = 0; i < length; i++)
        buffer_printf(&text, "%c", bytes[i] >= ' ' ? bytes[i] : '.');
    return text.bytes;
}

/* A journal of the test's own: its socket, where that is, and what standard error is meanwhile. */
struct listener {
    struct sockaddr_un address;
    int socket, real;
    struct channel channel;
    struct journal journal;
};

static void open_listener(struct listener *journal)
{
    struct stat info;
    char stream[64];

    *journal = (struct listener){.address = {.sun_family = AF_UNIX}, .socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)};
    snprintf(journal->address.sun_path, sizeof(journal->address.sun_path), "/tmp/vitrina-test-journal-%d", (int)getpid());
    assert_int_equal(bind(journal->socket, (const struct sockaddr *)&journal->address, sizeof(journal->address)), 0);
    assert_true(open_stream(&journal->channel));
    assert_int_equal(fstat(journal->channel.write, &info), 0);
    snprintf(stream, sizeof(stream), "%llu:%llu", (unsigned long long)info.st_dev, (unsigned long long)info.st_ino);
    setenv("JOURNAL_STREAM", stream, 1);
    journal->real = turn_to(journal->channel.write);
    journal_open(&journal->journal, journal->address.sun_path);
}

/* Returns what came to standard error. */
static char *close_listener(struct listener *journal)
{
    journal_close(&journal->journal);
    unlink(journal->address.sun_path);
    unsetenv("JOURNAL_STREAM");
    turn_back(journal->real);

    char *text = drain(journal->channel);

    close(journal->channel.write);
    close(journal->channel.read);
    return text;
}

/* What stands beside a line is for the journal alone, and where that does not take it the line is there without. */
static void fields_are_for_the_journal(void **state)
{
    static const struct journal_field fields[] = {{"VITRINA_SCENE", "panel/one"}, {"CONFIG_FILE", "two\nlines"}, {NULL, NULL}};
    char large[4096];
    struct listener journal;

    (void)state;
    memset(large, 'x', sizeof(large) - 1);
    large[sizeof(large) - 1] = '\0';
    open_listener(&journal);
    journal_put(&journal.journal, LOG_SEVERITY_INFO, "it \033 is", fields);
    log_line(LOG_SEVERITY_ERROR, "no fields");
    journal_put(&journal.journal, LOG_SEVERITY_INFO, "too large", (const struct journal_field[]){{"VITRINA_SCENE", large}, {NULL, NULL}});
    char *entry = take_entry(journal.socket), *none = take_entry(journal.socket);

    close(journal.socket);
    journal_put(&journal.journal, LOG_SEVERITY_WARNING, "it has gone", fields);
    unsetenv("JOURNAL_STREAM"); /* it is somebody else's */
    log_start();
    journal_close(&journal.journal);
    journal_open(&journal.journal, journal.address.sun_path);
    journal_put(&journal.journal, LOG_SEVERITY_INFO, "to a reader", fields);

    char *text = close_listener(&journal);

    assert_string_equal(entry, "MESSAGE.........it \\x1B is.PRIORITY.........6." US
                               "VITRINA_SCENE.........panel/one.CONFIG_FILE.........two.lines.");
    assert_string_equal(none, "");
    assert_string_equal(text, "<3>no fields\n<6>too large\n<4>it has gone\nto a reader\n");
    free(entry);
    free(none);
    free(text);
}

static void findings_can_be_asked_for(void **state)
{
    struct findings *findings = findings_create();
    struct listener journal;

    (void)state;
    findings_add(findings, FINDING_ERROR, (struct origin){"config/panels/coup.yaml", 12, 3}, CODED("unknown-key") "titel: unknown key");
    open_listener(&journal);
    telling_findings(&journal.journal, findings);
    char *entry = take_entry(journal.socket);

    close(journal.socket);
    free(close_listener(&journal));
    assert_string_equal(entry, "MESSAGE.7.......config/panels/coup.yaml:12:3: error: titel: unknown key.PRIORITY.........3." US
                               "MESSAGE_ID. .......b7d11a38e57540fba9748b5dfa66b1f2.VITRINA_FINDING.........unknown-key."
                               "CONFIG_FILE.........config/panels/coup.yaml.CONFIG_LINE.........12.");
    free(entry);
    findings_destroy(findings);
}

static void what_is_shown_can_be_asked_for(void **state)
{
    static const char *const rows[][2] = {
        {"scene panel/one lang=en via=touch",
         "MESSAGE.!.......scene panel/one lang=en via=touch.PRIORITY.........6." US "MESSAGE_ID. .......8380a380db7147f3949858935aaf12f6."
         "VITRINA_SCENE.........panel/one.VITRINA_LANG.........en.VITRINA_VIA.........touch."},
        {"closed until 2026-12-01 10:00",
         "MESSAGE.........closed until 2026-12-01 10:00.PRIORITY.........6." US "MESSAGE_ID. .......3936eaf56f1c4e89a660bd8a9fe5784c."},
        {"settings lang=en text= contrast=high", "MESSAGE.$.......settings lang=en text= contrast=high.PRIORITY.........6." US
                                                 "VITRINA_LANG.........en.VITRINA_CONTRAST.........high."},
        {"settings lang", ""}, /* no field, and so a line like any other */
    };
    char *entries[COUNTOF(rows)];
    struct listener journal;

    (void)state;
    open_listener(&journal);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        telling_line(&journal.journal, rows[i][0]);
        entries[i] = take_entry(journal.socket);
    }
    close(journal.socket);

    char *text = close_listener(&journal);

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_string_equal(entries[i], rows[i][1]);
        free(entries[i]);
    }
    assert_string_equal(text, "<6>settings lang\n");
    free(text);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_is_waited_for),
        cmocka_unit_test(stopped_terminal_is_not_waited_for),
        cmocka_unit_test(lines_may_go_nowhere),
        cmocka_unit_test(cut_line_stands_alone),
        cmocka_unit_test(a_line_is_one_line),
        cmocka_unit_test(long_lines_are_cut),
        cmocka_unit_test(severities_are_for_the_journal),
        cmocka_unit_test(fields_are_for_the_journal),
        cmocka_unit_test(findings_can_be_asked_for),
        cmocka_unit_test(what_is_shown_can_be_asked_for),
    };

    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
