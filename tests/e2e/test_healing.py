"""Whoever watches over the program hears that it lives, and it dies so that nobody sees it."""
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import exhibits
from kiosk import ANSWER_SECONDS, START_SECONDS, environment, require
from lab import SMALL
from picture import Picture

SIZE = (800, 600)  # of a server of these tests' own: they stop it, and leave a picture on it
WATCHDOG_SECONDS = 3
MANY_COLOURS = 50


class _Manager:
    """A service manager's socket, and the folder that it gives a service."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="vitrina-manager-")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(f"{self.folder}/notify")
        self.heard = []

    def variables(self, seconds=WATCHDOG_SECONDS):
        return {"NOTIFY_SOCKET": f"{self.folder}/notify", "WATCHDOG_USEC": str(seconds * 1_000_000), "RUNTIME_DIRECTORY": self.folder,
                "STATE_DIRECTORY": f"{self.folder}/state"}

    def hears(self, wanted, seconds=START_SECONDS):
        """Waits for that line; returns how many seconds it took."""
        began = time.monotonic()
        while wanted not in self.heard:
            self.socket.settimeout(max(0.01, seconds - (time.monotonic() - began)))
            try:
                self.heard += self.socket.recv(4096).decode().splitlines()
            except TimeoutError:
                require(False, f"waited {seconds} s for {wanted}, heard {self.heard}")
        return time.monotonic() - began

    def forgets(self):
        """What it has heard until now."""
        self.socket.settimeout(0)
        try:
            while True:
                self.socket.recv(4096)
        except BlockingIOError:
            self.heard.clear()

    def close(self):
        self.socket.close()
        shutil.rmtree(self.folder)


def _watched(lab, test, **more):
    manager = _Manager()
    try:
        test(manager, lambda *arguments: lab.launch(*arguments, size=SIZE, variables=manager.variables(), **more))
    finally:
        lab.running.pop(SIZE).kill()
        lab.servers.pop(SIZE).stop()
        manager.close()


def manager_hears_as_long_as_a_frame_could_be_shown(lab):
    def test(manager, launch):
        kiosk = launch()
        manager.hears("READY=1")
        require(len(kiosk.screen.shot().colours()) > MANY_COLOURS, "it says that it is ready, and shows no picture")
        manager.hears("STATUS=shows attract lang=en via=auto")
        for _ in range(2):
            manager.forgets()
            manager.hears("WATCHDOG=1", WATCHDOG_SECONDS)
        kiosk.server.process.send_signal(signal.SIGSTOP)
        try:
            manager.forgets()
            require(kiosk.wait_end(2 * WATCHDOG_SECONDS) == 3, "it waits on for a server that does not answer")
        finally:
            kiosk.server.process.send_signal(signal.SIGCONT)
        kiosk.wait_for("^error: the display is lost: its server does not answer$")
        require(os.path.exists(f"{manager.folder}/restart-display"), "nobody is asked for another server")
        require(manager.heard == [], f"it said to be well while the server stood: {manager.heard}")

    _watched(lab, test)


def killed_program_leaves_a_picture_and_comes_back_in_it(lab):
    def test(manager, launch):
        kiosk = launch()
        manager.hears("READY=1")
        before = kiosk.settled()
        screen = kiosk.screen
        kiosk.kill()
        until = time.monotonic() + ANSWER_SECONDS
        while screen.windows():
            require(time.monotonic() < until, "the window outlives the program")
        require(screen.shot() == before, "what is seen without the program is not its picture")
        manager.forgets()
        kiosk = launch()
        seen = set()
        while "READY=1" not in manager.heard:
            seen.add(screen.shot_data())
            manager.socket.settimeout(0.02)
            try:
                manager.heard += manager.socket.recv(4096).decode().splitlines()
            except TimeoutError:
                kiosk.require_running()
        for data in seen - {before.data}:  # on a slow machine a first picture without its drawing
            require(len(Picture(*SIZE, data).colours()) > MANY_COLOURS, "the bare screen, or one colour, was seen on the way back")
        kiosk.server.keyboard.press("RIGHT")
        kiosk.wait_for("^scene home lang=en via=key")
        kiosk.end()
        require(manager.hears("STOPPING=1") < ANSWER_SECONDS, "it does not say that it ends")

    _watched(lab, test)


def _fallen(manager, times, now=1):
    """That so many ends in a row stand in the count of the program's falls."""
    path = f"{manager.folder}/state/falls"
    with open(path, "rb") as file:
        line = file.read()
    require(line[:5] == b"%4d " % now, f"a program that was killed has not fallen {now} times: {line[:40]}")
    with open(path, "wb") as file:
        file.write(b"%4d " % times + line[5:])


def _accept(lab, manager, exhibit):
    subprocess.run([lab.program, "accept", exhibit, exhibit], env=environment(STATE_DIRECTORY=f"{manager.folder}/state"), check=True,
                   capture_output=True)


def fallen_again_and_again_it_shows_other_copies(lab):
    """That accepted before, then what was installed; and what it fell with once its keepers begin it anew."""
    prefix = tempfile.mkdtemp(prefix="vitrina-prefix-")
    program = lab.program
    try:
        os.mkdir(f"{prefix}/bin")
        for name in (os.path.basename(program), os.path.basename(program) + "-decoder"):
            shutil.copy(os.path.join(os.path.dirname(program), name), f"{prefix}/bin/{name}")
        exhibit = lab.copy()
        shutil.copytree(exhibit, f"{prefix}/share/vitrina")
        exhibits.forget_notices(exhibit)
        lab.program = f"{prefix}/bin/{os.path.basename(program)}"

        def test(manager, launch):
            arguments = "--start", f"panel/{lab.panels[0]}"
            for sign in ("A", "B"):
                exhibits.change(exhibit, f"config/panels/{lab.panels[0]}.yaml", r'^  en: "', f'  en: "{sign}')
                _accept(lab, manager, exhibit)
            kiosk = launch(*arguments)
            manager.hears("READY=1")
            own = kiosk.settled()
            kiosk.kill()
            _fallen(manager, 9)
            kiosk = launch(*arguments)
            kiosk.wait_for("^scene ", START_SECONDS)
            require(kiosk.settled() == own, "nine falls are enough")
            kiosk.kill()
            kiosk = launch(*arguments)
            kiosk.wait_for("^error: ended 10 times in a row with .*/2: the copy accepted before is shown, .*/1; ", START_SECONDS)
            kiosk.wait_for("^scene ", START_SECONDS)
            before = kiosk.settled()
            kiosk.kill()
            _fallen(manager, 20, 11)
            kiosk = launch(*arguments)
            kiosk.wait_for("^error: ended 20 times in a row with .*: the exhibit as it was installed is shown, ", START_SECONDS)
            kiosk.wait_for("^scene ", START_SECONDS)
            installed = kiosk.settled()
            require(len({own.data, before.data, installed.data}) == 3, "two of the three copies look alike")
            kiosk.end()
            kiosk = launch(*arguments)
            kiosk.wait_for("^scene ", START_SECONDS)
            require(kiosk.settled() == own, "begun anew by its keepers, it does not show the exhibit")
            kiosk.server.process.kill()
            require(kiosk.wait_end(ANSWER_SECONDS) == 3, "it goes on without an X server")
            with open(f"{manager.folder}/state/falls", "rb") as file:
                require(file.read(5) == b"   0 ", "that its X server died counts as a fall")

        _watched(lab, test, exhibit=exhibit)
    finally:
        lab.program = program
        shutil.rmtree(prefix)


def _wall(minutes, seconds=0):
    """A TZ in which it is so many minutes and seconds before ten in the morning."""
    now = time.gmtime()
    past = (10 * 60 - minutes) * 60 - seconds - (now.tm_hour * 60 + now.tm_min) * 60 - now.tm_sec
    hours, rest = divmod(abs(past), 3600)
    return f"WALL{'-' if past > 0 else '+'}{hours}:{rest // 60:02}:{rest % 60:02}"


def _of_ten_to_six(lab, **keys):
    exhibit = lab.copy()
    exhibits.set_value(exhibit, "config/exhibit.yaml", "idle_s", 10)
    exhibits.set_value(exhibit, "config/exhibit.yaml", "countdown_s", 5)
    with open(os.path.join(exhibit, "config/exhibit.yaml"), "a", encoding="utf-8") as file:
        days = "[monday, tuesday, wednesday, thursday, friday, saturday, sunday]"
        file.write(f'hours:\n  open: [{{days: {days}, times: "10:00-18:00"}}]\n' + "".join(f"  {key}: {value}\n" for key, value in keys.items()))
    return exhibit


BLACK = {0}


def closed_it_is_dark_and_opens_by_itself(lab):
    """Began early enough before ten: how early that is depends on the machine."""
    exhibit = _of_ten_to_six(lab)
    for seconds in (5, 20, 80):
        kiosk = lab.launch(size=SMALL, exhibit=exhibit, variables={"TZ": _wall(0, seconds)})
        _, line = kiosk.wait_for("^(closed|open) until ", START_SECONDS)
        if line.startswith("closed"):
            break
        kiosk.end()
    require(line.endswith(" 10:00"), f"it says '{line}'")
    kiosk.wait_until("black", lambda picture: picture.colours() == BLACK)
    kiosk.server.touch.tap((640, 300))
    kiosk.server.keyboard.press("RIGHT")
    kiosk.wait_for("^open until .* 18:00$", seconds + ANSWER_SECONDS)
    kiosk.wait_until("the picture of the day", lambda picture: len(picture.colours()) > MANY_COLOURS)
    kiosk.nothing_more()
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene("home", "key")
    kiosk.end()


def closed_a_touch_wakes_it_for_one_visit(lab):
    kiosk = lab.launch(size=SMALL, exhibit=_of_ten_to_six(lab, wake="yes", screen="black"), variables={"TZ": _wall(120)})
    kiosk.wait_for("^closed until .* 10:00$", START_SECONDS)
    kiosk.wait_until("black", lambda picture: picture.colours() == BLACK)
    kiosk.taken = 0
    kiosk.scene("attract", "auto")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene("home", "key")
    kiosk.wait_until("home", lambda picture: len(picture.colours()) > MANY_COLOURS)
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("attract", "key")
    kiosk.wait_until("black", lambda picture: picture.colours() == BLACK)
    kiosk.end()
