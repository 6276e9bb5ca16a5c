#!/usr/bin/env python3
"""Everything that a kiosk stands on, taken away one after the other or by lot, and how long it takes until the right screen is there again.

    tests/torment.py [--program FILE] [--exhibit FOLDER] [--seconds N] [--seed N]

Without --seconds every torment comes once, and a table of times is printed; with it they come by lot for so long. What a service manager
does is done here: the program is begun anew when it ends or is silent, and the X server when the program asks for it or it has gone. Ends
with status 1 if the right screen does not come back."""
import argparse
import contextlib
import glob
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "e2e"))
sys.dont_write_bytecode = True

import exhibits
from exhibits import REPOSITORY
from kiosk import Failure, Kiosk, require
from xserver import XServer

SIZE, OTHER_SIZE = (1280, 720), (800, 600)
YEARS = 3 * 365         # in days
DAY_SECONDS = 24 * 60 * 60
WATCHDOG_SECONDS = 6  # as the unit has it
AGAIN_SECONDS = 0.2   # RestartSec
RIGHT_SECONDS = 60    # nothing takes longer, on a busy machine too
MANY_COLOURS = 50


class Service:
    """The program and its X server, as their units keep them."""

    def __init__(self, program, exhibit):
        self.program, self.exhibit, self.prepare = program, exhibit, lambda: None
        self.folder = tempfile.mkdtemp(prefix="vitrina-torment-")
        self.state = f"{self.folder}/state"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(f"{self.folder}/notify")
        self.socket.setblocking(False)
        self.server, self.kiosk, self.heard, self.begun, self.starts = None, None, 0, 0, 0
        self.set_clock(0)

    def set_clock(self, days):
        """The program's clock on the wall, so far from ours: for its processes too, and at once."""
        path = f"{self.folder}/clock"
        with open(f"{path}.new", "w", encoding="ascii") as file:
            file.write(f"{days:+}d")
        os.rename(f"{path}.new", path)

    def variables(self):
        # A decoder is fenced in: it may not look at the file.
        library = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        require(library, "libfaketime is not installed")
        return {"LD_PRELOAD": library[0], "FAKETIME_TIMESTAMP_FILE": f"{self.folder}/clock", "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1", "FAKETIME_SKIP_CMDS": "vitrina-decoder",
                "NOTIFY_SOCKET": f"{self.folder}/notify", "WATCHDOG_USEC": str(WATCHDOG_SECONDS * 1_000_000), "RUNTIME_DIRECTORY": self.folder,
                "STATE_DIRECTORY": self.state}

    def keep(self):
        """One turn of the manager. True: the program says that it is well."""
        wish, now = f"{self.folder}/restart-display", time.monotonic()
        if os.path.exists(wish):
            os.remove(wish)
            self.end_server()
        if self.server and self.server.process.poll() is not None:
            self.end_server()
        if not self.server:
            self.server = XServer(*SIZE, [OTHER_SIZE])
        if self.kiosk and self.kiosk.process.poll() is not None:
            self.kiosk, self.begun = None, now + AGAIN_SECONDS
        if not self.kiosk and now >= self.begun:
            self.kiosk = Kiosk(self.program, self.server, self.exhibit, prepare=self.prepare, variables=self.variables())
            self.heard, self.starts = now + 60 - WATCHDOG_SECONDS, self.starts + 1  # TimeoutStartSec
        well = False
        try:
            while True:
                lines = self.socket.recv(4096).decode().splitlines()
                if "WATCHDOG=1" in lines:
                    self.heard, well = now, True
        except BlockingIOError:
            pass
        if self.kiosk and now > self.heard + WATCHDOG_SECONDS:
            self.kiosk.process.kill()
        return well

    def forgets(self):
        """What it was told until now."""
        try:
            while True:
                self.socket.recv(4096)
        except BlockingIOError:
            pass

    def end_server(self):
        if self.server:
            self.server.process.kill()
            self.server.stop()
            self.server = None

    def comes_right(self):
        """Waits until the program lives, says so, and shows a picture; returns the seconds."""
        began = time.monotonic()
        while time.monotonic() < began + RIGHT_SECONDS:
            if self.keep() and self.kiosk and self.shows_picture():
                return time.monotonic() - began
            time.sleep(0.01)
        raise Failure(f"not right after {RIGHT_SECONDS} s; the log says:\n{self.kiosk.log()[-2000:] if self.kiosk else ''}")

    def started(self):
        """When, by its own clock, says the file for who watches many kiosks."""
        try:
            with open(f"{self.folder}/vitrina.prom", encoding="ascii") as file:
                return float(re.search(r"^vitrina_start_time_seconds (\S+)", file.read(), re.M)[1])
        except OSError:
            return 0

    def waits_for(self, holds, otherwise):
        until = time.monotonic() + RIGHT_SECONDS
        while not holds():
            self.keep()
            require(time.monotonic() < until, f"{otherwise} after {RIGHT_SECONDS} s; the log says:\n{self.kiosk.log()[-2000:] if self.kiosk else ''}")
            time.sleep(0.01)

    def shows_picture(self):
        try:
            return len(self.server.screen.shot().colours()) > MANY_COLOURS
        except Exception:  # of a server that is just going
            return False

    def close(self):
        if self.kiosk:
            self.kiosk.kill()
        self.end_server()
        forget_clocks()
        self.socket.close()
        subprocess.run(["chmod", "-R", "u+w", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def forget_clocks():
    """What libfaketime leaves in memory of processes that were killed."""
    for path in glob.glob("/dev/shm/*faketime_s*_*"):
        if not os.path.exists(f"/proc/{path.rsplit('_', 1)[1]}"):
            os.remove(path)


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        own = [int(child) for child in file.read().split()]
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
            own += [int(child) for child in file.read().split()]
    return set(own)


# ---- torments: each takes something away, and returns what gives it back, if anything ----

def program_killed(service):
    service.kiosk.process.kill()


def program_stopped(service):
    service.kiosk.process.send_signal(signal.SIGSTOP)


def decoder_killed(service):
    for child in children(service.kiosk.process.pid):
        with contextlib.suppress(ProcessLookupError):  # one that has just ended by itself
            os.kill(child, signal.SIGKILL)


def server_killed(service):
    service.server.process.kill()


def server_stopped(service):
    service.server.process.send_signal(signal.SIGSTOP)


def take_state(service):
    """At once: somebody may be writing in it."""
    taken = tempfile.mkdtemp(dir=service.folder)
    if os.path.exists(service.state):
        os.rename(service.state, f"{taken}/state")
    shutil.rmtree(taken, ignore_errors=True)


def state_gone(service):
    take_state(service)
    service.kiosk.process.kill()


def state_a_file(service):
    file = f"{service.folder}/no-folder"
    with open(file, "w", encoding="ascii") as text:
        text.write("no folder")
    while not os.path.isfile(service.state):
        take_state(service)
        with contextlib.suppress(IsADirectoryError):  # the program has made it anew meanwhile
            os.rename(file, service.state)
    service.kiosk.process.kill()
    return lambda: os.path.isfile(service.state) and os.remove(service.state)


def state_full(service):
    """No file may grow: what a full disk and a spent quota come to."""
    import resource
    service.prepare = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))
    service.kiosk.process.kill()

    def over():
        service.prepare = lambda: None
        service.kiosk.process.kill()
    return over


def exhibit_half_copied(service):
    """While the program is away, a file is cut off in the middle."""
    path = os.path.join(service.exhibit, "config/exhibit.yaml")
    with open(path, "rb") as file:
        whole = file.read()
    with open(path, "wb") as file:
        file.write(whole[:len(whole) // 2])
    service.kiosk.process.kill()

    def over():
        with open(path, "wb") as file:
            file.write(whole)
    return over


def clock_set(service, days):
    """While it runs; and the exhibit that is changed under the new clock is taken over."""
    service.set_clock(days)
    service.comes_right()
    seen, path = service.kiosk.log().count("accepted: "), os.path.join(service.exhibit, "config/exhibit.yaml")
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"# {days}\n")
    service.waits_for(lambda: service.kiosk and service.kiosk.log().count("accepted: ") > seen, "a changed exhibit is not taken over")
    service.kiosk.process.kill()
    service.comes_right()
    service.waits_for(lambda: abs(service.started() - time.time() - days * DAY_SECONDS) < DAY_SECONDS, "it does not begin under that clock")

    def over():
        service.set_clock(0)
        service.comes_right()
        service.kiosk.process.kill()
    return over


def clock_forward(service):
    return clock_set(service, YEARS)


def clock_back(service):
    return clock_set(service, -YEARS)


def another_size(service):
    """The picture fills the screen that there is now."""
    def takes(size):
        service.server.screen.take_size(size)
        service.waits_for(lambda: service.kiosk and (0, 0, *size) in [window[1:] for window in service.server.screen.windows()],
                          f"the window does not take {size}")

    takes(OTHER_SIZE)
    return lambda: (service.server.screen.width, service.server.screen.height) == OTHER_SIZE and takes(SIZE)


def many_falls(service):
    for _ in range(3):
        service.kiosk.process.kill()
        service.comes_right()
    service.kiosk.process.kill()


def events_in_a_storm(service):
    for i in range(200):
        service.server.keyboard.press(("RIGHT", "ESC", "T", "L", "A", "C", "ENTER", "HOME")[i % 8])


TORMENTS = (program_killed, program_stopped, decoder_killed, server_killed, server_stopped, state_gone, state_a_file, state_full,
            exhibit_half_copied, clock_forward, clock_back, another_size, many_falls, events_in_a_storm)


def torment(service, deed):
    give_back = deed(service)
    service.forgets()
    seconds = service.comes_right()
    if give_back:
        give_back()
        service.comes_right()
    return seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(REPOSITORY, "build/vitrina"))
    parser.add_argument("--exhibit", default=os.path.join(REPOSITORY, "tests/exhibit"))
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    times, lot, deed = {}, random.Random(options.seed), None
    exhibit = tempfile.mkdtemp(prefix="vitrina-torment-")
    shutil.copytree(options.exhibit, exhibit, dirs_exist_ok=True)
    service = Service(os.path.abspath(options.program), exhibit)
    try:
        print(f"begun: right after {service.comes_right():.1f} s", flush=True)
        until, waiting = time.monotonic() + options.seconds, list(TORMENTS)
        while waiting or time.monotonic() < until:
            deed = waiting.pop(0) if waiting else lot.choice(TORMENTS)
            times.setdefault(deed.__name__, []).append(torment(service, deed))
        require(exhibits.panels(exhibit), "the exhibit is gone")
    except Failure as failure:
        print(f"FAILED {deed.__name__ if deed else 'at first'}: {failure}")
        return 1
    finally:
        service.close()
        shutil.rmtree(exhibit, ignore_errors=True)
    print(f"{'torment':24} {'times':>5} {'least':>7} {'most':>7}  seconds until the program says it is well and a picture stands")
    for name, all_times in times.items():
        print(f"{name.replace('_', ' '):24} {len(all_times):5} {min(all_times):7.1f} {max(all_times):7.1f}")
    print(f"{service.starts} starts of the program")
    return 0


if __name__ == "__main__":
    sys.exit(main())
