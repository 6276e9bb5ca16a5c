#!/usr/bin/env python3
"""The kiosk's figures on this machine, from outside: first picture, rest, a key's answer, frames of a turn, memory.

    tests/bench/kiosk.py PROGRAM BARE [--runs N] [--json FILE] [--rows WORD] [--peers REVEAL]

Each row is measured on a real X server of its own; a bare SDL program (bare.c) is started before each start of the kiosk, so that both have
the same machine. A figure is the median, with the least and the most. Frames are what the server says was drawn: each put into its
memory, by the time the server told it. The shipped exhibit's panels turn in 600 ms. With --peers other engines are measured, too (peers.py); REVEAL is a folder of
reveal.js. Nothing here fails: what a figure may be stands with whoever reads it."""
import argparse
import collections
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
import exhibits  # noqa: E402
import peers  # noqa: E402
import photographs  # noqa: E402
from picture import rgb  # noqa: E402
from xclient import DAMAGE_CREATE, DAMAGE_VERSION, XClient  # noqa: E402
from xserver import XServer  # noqa: E402

FULL, LARGE = (1920, 1080), (3840, 2160)
TURN_MS = 600
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
    """So much of one core for what is started in it: a control group of its own. available: whether one may be made here.

    It runs for a thousandth of a second at a time, the least that Linux grants, so that it is a slow processor more than one that halts."""

    SLICE_US = 1000

    def __init__(self, share):
        self.folder, self.available = None, share is None
        if not share:
            return
        period = round(self.SLICE_US / share)
        for base, limits in (("/sys/fs/cgroup", {"cpu.max": f"{self.SLICE_US} {period}"}),
                             ("/sys/fs/cgroup/cpu", {"cpu.cfs_period_us": str(period), "cpu.cfs_quota_us": str(self.SLICE_US)})):
            # Where no control groups of that kind are mounted this is a folder like others, and they are no files of it.
            folder = f"{base}/vitrina-bench-{os.getpid()}"
            try:
                os.mkdir(folder)
                self.folder = folder
                for name, value in limits.items():
                    with open(f"{folder}/{name}", "r+", encoding="ascii") as file:
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
        """Once all that was started in it has ended: helpers end a moment after their program."""
        until = time.monotonic() + START_SECONDS
        while self.folder:
            try:
                os.rmdir(self.folder)
                self.folder = None
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)


# ---- one program on the screen ----


def is_picture(screen):
    picture, colours = screen.shot(), set()
    for row in range(GRID):
        for column in range(GRID):
            colour = picture.pixel((2 * column + 1) * screen.width // (2 * GRID), (2 * row + 1) * screen.height // (2 * GRID))
            if colour == rgb(MAGENTA):
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


def copy_shipped(folder):
    for part in ("config", "assets"):
        shutil.copytree(f"{REPOSITORY}/{part}", f"{folder}/{part}")
    path = f"{folder}/config/exhibit.yaml"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?<=\n  turn_ms: )\d+", str(TURN_MS), text))


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


Row = collections.namedtuple("Row", "name size command share", defaults=[None])


def measure_row(options, folder, row):
    """None: it cannot be measured here, as is said."""
    quota, figures = Quota(row.share), {}
    if not quota.available:
        print(f"{row.name}: not measured, no control group may be made here", file=sys.stderr)
        return None
    command, server, picture = row.command(), XServer(*row.size), f"{folder}/bare-{row.size[0]}.jpg"
    try:
        photographs.photograph(picture, 1, row.size)
        for _ in range(options.runs):
            bare = Shown(server, [options.bare, picture], folder, quota)
            bare.end()
            kiosk = measure_kiosk(server, command, f"{folder}/state", quota)
            for figure, values in {**kiosk, "bare": [bare.first]}.items():
                figures.setdefault(figure, []).extend(values)
    except RuntimeError as error:
        print(f"{row.name}: not measured, {error}", file=sys.stderr)
        return None
    finally:
        server.stop()
        quota.close()
    return {"name": row.name, **{figure: {"median": statistics.median(v), "least": min(v), "most": max(v)} for figure, v in figures.items()}}


def show(rows):
    width = max(len(title) for _, title in FIGURES)
    print(" " * width, *(f"{row['name']:>26}" for row in rows))
    for figure, title in FIGURES:
        cells = (("{median:.4g} ({least:.4g}-{most:.4g})".format(**row[figure]) if figure in row else "-") for row in rows)
        print(f"{title:<{width}}", *(f"{cell:>26}" for cell in cells))


def command_of(options, exhibit, panel="panel"):
    return [options.program, "run", "--start", f"panel/{panel}", exhibit]


def kiosk_rows(options, folder):
    """Each row, and what makes the exhibit that it needs."""
    shipped = command_of(options, f"{folder}/shipped", "one-essay")

    def made(name, make, *arguments):
        return Row(name, FULL, lambda: command_of(options, make(options.program, f"{folder}/{name}", *arguments)))

    return [Row("the exhibit", FULL, lambda: shipped), Row("at 4K", LARGE, lambda: shipped), Row("4K, half a core", LARGE, lambda: shipped, 1 / 2),
            Row("a quarter of a core", FULL, lambda: shipped, 1 / 4), Row("a tenth of a core", FULL, lambda: shipped, 1 / 10),
            Row("a twentieth of a core", FULL, lambda: shipped, 1 / 20), made("1,000 panels", make_many, 1000),
            made("10,000 panels", make_many, 10000), made("40 MP photograph", make_photograph)]


def take_pictures(options, folder):
    """Of the panels that are turned: what the kiosk shows once nothing moves."""
    server, pictures = XServer(*FULL), []
    frames, shown = Frames(server.display[1:]), Shown(server, command_of(options, f"{folder}/shipped", "one-essay"), f"{folder}/state", Quota(None))
    try:
        while len(pictures) <= PRESSES:
            while frames.next(time.monotonic() + STILL_SECONDS):
                pass
            pictures.append(f"{folder}/panel-{len(pictures)}.png")
            server.screen.shot().save(pictures[-1])
            server.keyboard.press("RIGHT")
    finally:
        frames.close()
        shown.end()
        server.stop()
    return pictures


def peer_rows(options, folder):
    pictures = take_pictures(options, folder)
    return [Row(name, FULL, lambda command=command: command)
            for name, command in peers.commands(folder, pictures, TURN_MS, FULL, options.peers).items()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("bare")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json")
    parser.add_argument("--rows", default="", help="only those with this in their names")
    parser.add_argument("--peers", metavar="REVEAL")
    options = parser.parse_args()
    options.program, options.bare = os.path.abspath(options.program), os.path.abspath(options.bare)
    folder = tempfile.mkdtemp(prefix="vitrina-bench-")
    try:
        copy_shipped(f"{folder}/shipped")
        rows = kiosk_rows(options, folder) + (peer_rows(options, folder) if options.peers else [])
        measured = [row for row in (measure_row(options, folder, row) for row in rows if options.rows in row.name) if row]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    show(measured)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": {"cores": os.cpu_count(), "load": os.getloadavg()[0]}, "runs": options.runs, "rows": measured}, file, indent=1)
            file.write("\n")


if __name__ == "__main__":
    main()
