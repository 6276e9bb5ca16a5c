/* termios(3): the terminal is as before whatever comes between, a signal included. */
#include "pins/asking.h"

#include "base/log.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* One line, without its end. False: there is none, or it is longer than any PIN. */
static bool read_line(char line[PIN_LINE_BYTES])
{
    size_t length = 0;
    char letter = 0;
    ssize_t got = 0;

    while ((got = read(STDIN_FILENO, &letter, 1)) == 1 && letter != '\n')
        if (length < PIN_LINE_BYTES)
            line[length++] = letter;
    if (length > 0 && length < PIN_LINE_BYTES && line[length - 1] == '\r')
        length--;
    if (length == PIN_LINE_BYTES || (got <= 0 && length == 0))
        return false;
    line[length] = '\0';
    return true;
}

/* Signals that would end us while the terminal is silent wait until it is not. */
static bool read_unseen(const char *prompt, char line[PIN_LINE_BYTES])
{
    struct termios before, silent;
    sigset_t ending, old;

    fputs(prompt, stderr);
    sigemptyset(&ending);
    for (size_t i = 0; i < 4; i++)
        sigaddset(&ending, (const int[]){SIGINT, SIGTERM, SIGHUP, SIGTSTP}[i]);
    sigprocmask(SIG_BLOCK, &ending, &old);
    bool known = tcgetattr(STDIN_FILENO, &before) == 0;

    silent = before;
    silent.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    silent.c_lflag |= ICANON | ECHONL;
    bool read = known && tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 && read_line(line);

    if (known)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    sigprocmask(SIG_SETMASK, &old, NULL);
    return read;
}

bool asking_pin(char pin[PIN_LINE_BYTES])
{
    char again[PIN_LINE_BYTES] = "";
    bool terminal = isatty(STDIN_FILENO);

    if (!(terminal ? read_unseen("PIN (digits): ", pin) : read_line(pin))) {
        log_error("no PIN was given");
        return false;
    }
    const char *fault = pin_fault(pin);

    if (fault)
        log_error("this PIN %s; take another: four to twelve digits that nobody guesses", fault);
    else if (terminal && (!read_unseen("Once more: ", again) || strcmp(pin, again) != 0))
        log_error("these were two different PINs; nothing is made of them");
    else
        return true;
    return false;
}
