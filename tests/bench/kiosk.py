#!/usr/bin/env python3
"""The kiosk's figures on this machine, from outside: first picture, rest, a key's answer, frames of a turn, memory.

    tests/bench/kiosk.py PROGRAM BARE [--runs N] [--json FILE]

Each row is measured on a real X server of its own; a bare SDL program (bare.c) is started before each start of the kiosk, so that both have
the same machine. A figure is the median, with the least and the most. Frames are what the server says was drawn: each put into its
memory, by the time the server told it. Nothing here fails: what a figure may be stands with whoever reads it."""
import argparse
import json
import os
import re
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(REPOSITORY, "tests/e2e"))
import photographs  # noqa: E402
from xclient import DAMAGE_CREATE, DAMAGE_VERSION, XClient  # noqa: E402
from xserver import XServer  # noqa: E402

FULL, LARGE = (1920, 1080), (3840, 2160)
MAGENTA = 0xFF00FF
GRID, COLOURS_LEAST = 40, 6       # a picture: no magenta on so many points a side, and so many colours
START_SECONDS, SETTLE_SECONDS, REST_SECONDS = 120, 2, 4
STILL_SECONDS, TURN_SECONDS = 0.3, 4  # a turn is over when nothing was drawn for so long; one takes less than
ONE_FRAME_SECONDS = 0.003         # a frame may be put in several pieces
EVERY_DRAWING = 0                 # level of a damage object
PRESSES = 8
FIGURES = (("first", "first picture, ms"), ("bare", "bare SDL's, ms"), ("cpu", "CPU at rest, %"), ("wakeups", "wake-ups a second"),
           ("press", "press to pixel, ms"), ("frames", "frames a turn"), ("gap", "worst gap, ms"), ("turn", "CPU a turn, ms"), ("pss", "PSS, MB"))


class Frames(XClient):
    """Hears of every drawing."""

    def _watch_drawing(self):
        self._ask(self.damage, DAMAGE_VERSION, struct.pack("<II", 1, 1))
        self._tell(self.damage, DAMAGE_CREATE, struct.pack("<IIBxxx", self._new_id(), self.root, EVERY_DRAWING))

    def next(self, until):
        """When the next drawing was told; None: none until then."""
        while (left := until - time.monotonic()) > 0 and select.select([self.socket], [], [], left)[0]:
            if self._receive(32)[0] == self.damage_event:
                return time.monotonic()
        return None

    def forget(self):
        while self.next(time.monotonic() + 0.001):
            pass


# ---- processes ----


def tree(root):
    """A process and all that it has started."""
    parents, found = {}, [root]
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="latin-1") as file:
                parents.setdefault(int(file.read().rpartition(")")[2].split()[1]), []).append(int(name))
        except OSError:  # it went
            pass
    for process in found:
        found += parents.get(process, [])
    return found


def sum_of(root, path, take):
    """Of what `take` finds in that file of each thread, or of each process where the path names no thread."""
    total = 0
    for process in tree(root):
        try:
            folders = [f"/proc/{process}/task/{t}" for t in os.listdir(f"/proc/{process}/task")] if path != "smaps_rollup" else [f"/proc/{process}"]
            for folder in folders:
                with open(f"{folder}/{path}", encoding="latin-1") as file:
                    total += take(file.read())
        except OSError:
            pass
    return total


def cpu_ms(root):
    return sum_of(root, "schedstat", lambda text: int(text.split()[0]) / 1e6)


def wakeups(root):
    return sum_of(root, "status", lambda text: int(text.rpartition("\nvoluntary_ctxt_switches:")[2].split()[0]))


def pss_mb(root):
    return sum_of(root, "smaps_rollup", lambda text: int(text.partition("\nPss:")[2].split()[0]) / 1024)


class Quota:
    """So much of one core for what is started in it: a control group of its own. available: whether one may be made here."""

    def __init__(self, share):
        self.folder, self.available = None, share is None
        for base, name, value in (("/sys/fs/cgroup", "cpu.max", f"{int(share * 100000)} 100000"),
                                  ("/sys/fs/cgroup/cpu", "cpu.cfs_quota_us", str(int(share * 100000)))) if share else ():
            folder = f"{base}/vitrina-bench-{os.getpid()}"
            try:
                os.mkdir(folder)
                self.folder = folder
                with open(f"{folder}/{name}", "w", encoding="ascii") as file:
                    file.write(value)
                self.available = True
                return
            except OSError:
                self.close()

    def enter(self):
        if self.folder:
            with open(f"{self.folder}/cgroup.procs", "w", encoding="ascii") as file:
                file.write(str(os.getpid()))

    def close(self):
        if self.folder:
            os.rmdir(self.folder)
        self.folder = None


# ---- one program on the screen ----


def is_picture(screen):
    picture, colours = screen.shot(), set()
    for row in range(GRID):
        for column in range(GRID):
            colour = picture.pixel((2 * column + 1) * screen.width // (2 * GRID), (2 * row + 1) * screen.height // (2 * GRID))
            if colour == MAGENTA:
                return False
            colours.add(colour)
    return len(colours) >= COLOURS_LEAST


class Shown:
    """A program from its start to its first picture."""

    def __init__(self, server, command, state, quota):
        environment = {**os.environ, "DISPLAY": server.display, "XDG_STATE_HOME": state, "SDL_VIDEODRIVER": "x11"}
        server.screen.paint_root(MAGENTA)
        began = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        preexec_fn=quota.enter)
        while not is_picture(server.screen):
            if self.process.poll() is not None or time.monotonic() > began + START_SECONDS:
                raise RuntimeError(f"{' '.join(command)}: no picture")
            time.sleep(0.002)
        self.first = (time.monotonic() - began) * 1000

    def end(self):
        self.process.terminate()
        self.process.wait()


def measure_turn(server, frames, root):
    """None: nothing was drawn."""
    frames.forget()
    cpu, pressed = cpu_ms(root), time.monotonic()
    server.keyboard.press("RIGHT")
    told = []
    while at := frames.next((told[-1] + STILL_SECONDS) if told else pressed + TURN_SECONDS):
        if not told or at - told[-1] > ONE_FRAME_SECONDS:
            told.append(at)
    if not told:
        return None
    gaps = [(b - a) * 1000 for a, b in zip(told, told[1:])] or [0]
    return {"press": (told[0] - pressed) * 1000, "frames": len(told), "gap": max(gaps), "turn": cpu_ms(root) - cpu}


def measure_kiosk(server, command, state, quota):
    shown, frames = Shown(server, command, state, quota), Frames(server.display[1:])
    try:
        time.sleep(SETTLE_SECONDS)
        root = shown.process.pid
        cpu, woken = cpu_ms(root), wakeups(root)
        time.sleep(REST_SECONDS)
        figures = {"first": [shown.first], "cpu": [(cpu_ms(root) - cpu) / REST_SECONDS / 10], "wakeups": [(wakeups(root) - woken) / REST_SECONDS]}
        for turn in filter(None, (measure_turn(server, frames, root) for _ in range(PRESSES))):
            for name, value in turn.items():
                figures.setdefault(name, []).append(value)
        figures["pss"] = [pss_mb(root)]
        return figures
    finally:
        frames.close()
        shown.end()


# ---- exhibits ----


def first_exhibit(program, folder):
    subprocess.run([program, "new", "exhibit", folder, "--languages", "en"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder


def make_many(program, folder, count):
    """A first exhibit with so many panels more, each with its own words, in ten chapters more."""
    first_exhibit(program, folder)
    with open(f"{folder}/config/panels/panel.yaml", encoding="utf-8") as file:
        panel = file.read()
    chapters = ""
    for i in range(count):
        with open(f"{folder}/config/panels/many-{i}.yaml", "w", encoding="utf-8") as file:
            file.write(panel.replace("A panel is one file", f"Panel number {i}"))
        if i % (count // 10) == 0:
            chapters += f"  - id: many-{i}\n    title: \"From {i} on\"\n    panels:\n"
        chapters += f"      - many-{i}\n"
    with open(f"{folder}/config/exhibit.yaml", encoding="utf-8") as file:
        begin, end = re.split(r"(?<=panels: \[numbers, time\]\n)", file.read())
    with open(f"{folder}/config/exhibit.yaml", "w", encoding="utf-8") as file:
        file.write(begin + chapters + end)
    return folder


def make_photograph(program, folder):
    first_exhibit(program, folder)
    photographs.photograph(f"{folder}/assets/illustrations/forty.jpg", 1, (7744, 5164))
    path = f"{folder}/config/panels/picture.yaml"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("picture.svg", "forty.jpg", 1))
    return folder


# ---- rows ----


def measure_row(options, folder, row):
    """None: it cannot be measured here."""
    name, size, exhibit, panel, share = row
    quota, figures = Quota(share), {}
    if not quota.available:
        print(f"{name}: not measured, no control group may be made here", file=sys.stderr)
        return None
    server, picture = XServer(*size), f"{folder}/bare-{size[0]}.jpg"
    try:
        photographs.photograph(picture, 1, size)
        for _ in range(options.runs):
            bare = Shown(server, [options.bare, picture], folder, quota)
            bare.end()
            kiosk = measure_kiosk(server, [options.program, "run", "--start", f"panel/{panel}", exhibit], f"{folder}/state", quota)
            for figure, values in {**kiosk, "bare": [bare.first]}.items():
                figures.setdefault(figure, []).extend(values)
    finally:
        server.stop()
        quota.close()
    return {"name": name, **{figure: {"median": statistics.median(v), "least": min(v), "most": max(v)} for figure, v in figures.items()}}


def show(rows):
    width = max(len(title) for _, title in FIGURES)
    print(" " * width, *(f"{row['name']:>26}" for row in rows))
    for figure, title in FIGURES:
        cells = (("{median:.4g} ({least:.4g}-{most:.4g})".format(**row[figure]) if figure in row else "-") for row in rows)
        print(f"{title:<{width}}", *(f"{cell:>26}" for cell in cells))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("bare")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json")
    options = parser.parse_args()
    options.program, options.bare = os.path.abspath(options.program), os.path.abspath(options.bare)
    folder = tempfile.mkdtemp(prefix="vitrina-bench-")
    try:
        rows = [("the exhibit", FULL, REPOSITORY, "one-essay", None),
                ("at 4K", LARGE, REPOSITORY, "one-essay", None),
                ("a quarter of a core", FULL, REPOSITORY, "one-essay", 0.25),
                ("1,000 panels", FULL, make_many(options.program, f"{folder}/1000", 1000), "panel", None),
                ("10,000 panels", FULL, make_many(options.program, f"{folder}/10000", 10000), "panel", None),
                ("40 MP photograph", FULL, make_photograph(options.program, f"{folder}/photograph"), "panel", None)]
        measured = [row for row in (measure_row(options, folder, row) for row in rows) if row]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    show(measured)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": {"cores": os.cpu_count(), "load": os.getloadavg()[0]}, "runs": options.runs, "rows": measured}, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
