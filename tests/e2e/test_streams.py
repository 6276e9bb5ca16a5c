"""Standard streams that are closed, full, or read by nobody: the exhibit answers as ever, and ends when it is told to."""
import os
import pty
import socket
import termios

from kiosk import START_SECONDS, require
from lab import MAGENTA, SMALL


def _answers(lab, why, prepare):
    """Starts the program so prepared, whose log may not be heard: a key turns the page, and it ends in peace."""
    kiosk = lab.launch("--start", lab.panel_scene(0), size=SMALL, prepare=prepare)
    kiosk.wait_until(f"the first picture with {why}", lambda picture: picture.words[0] != MAGENTA, START_SECONDS)
    first = kiosk.settled()
    for key in ("RIGHT", "L", "A", "T"):  # some lines for the log
        kiosk.server.keyboard.press(key)
    kiosk.wait_until(f"another page with {why}", lambda picture: picture != first)
    kiosk.settled()
    kiosk.end()
    return kiosk


def _fill(descriptor):
    """Until not a byte goes in any more."""
    os.set_blocking(descriptor, False)
    for size in (65536, 1):
        try:
            while os.write(descriptor, b"." * size):
                pass
        except BlockingIOError:
            pass
    os.set_blocking(descriptor, True)


def _into(descriptor):
    return lambda: os.dup2(descriptor, 2)


def closed_streams_take_nothing_away(lab):
    for closed in ((2,), (0, 1, 2)):
        _answers(lab, f"{closed} closed", lambda closed=closed: [os.close(number) for number in closed])


def full_pipe_holds_nothing_up(lab):
    reader, writer = os.pipe()
    _fill(writer)
    _answers(lab, "a full pipe", _into(writer))
    require(os.get_blocking(writer), "the pipe no longer waits for others who write into it")
    os.close(reader)
    _answers(lab, "a pipe whose reader has gone", _into(writer))
    os.close(writer)


def full_socket_holds_nothing_up(lab):
    ours, theirs = socket.socketpair()
    _fill(theirs.fileno())
    _answers(lab, "a full socket", _into(theirs.fileno()))
    ours.close()
    theirs.close()


def stopped_terminal_holds_nothing_up(lab):
    ours, theirs = pty.openpty()
    termios.tcflow(theirs, termios.TCOOFF)
    _answers(lab, "a terminal that was stopped", _into(theirs))
    os.close(ours)
    os.close(theirs)


def full_disk_holds_nothing_up(lab):
    full = os.open("/dev/full", os.O_WRONLY)
    _answers(lab, "a full disk", _into(full))
    os.close(full)


def lost_lines_are_counted(lab):
    reader, writer = os.pipe()
    _fill(writer)
    kiosk = lab.launch("--start", lab.panel_scene(0), size=SMALL, prepare=_into(writer))
    kiosk.wait_until("the first picture", lambda picture: picture.words[0] != MAGENTA, START_SECONDS)
    first = kiosk.settled()
    kiosk.server.keyboard.press("RIGHT")
    kiosk.wait_until("the next page", lambda picture: picture != first)
    kiosk.settled()
    os.set_blocking(reader, False)
    try:
        while os.read(reader, 65536):
            pass
    except BlockingIOError:
        pass
    kiosk.server.keyboard.press("LEFT")
    kiosk.wait_until("the page before", lambda picture: picture == first)
    said = os.read(reader, 65536).decode()
    wanted = f"warning: 2 lines of this log found no room and are lost\nscene {lab.panel_scene(0)} lang=en via=key\n"
    require(said == wanted, f"the log says {said!r}")
    os.close(reader)
    os.close(writer)
