"""Thirty photographs of twelve million pixels: what has been seen once is never a plain ground again, and never decoded again."""
import glob
import os
import re
import shutil
import subprocess
import time

from kiosk import require
from lab import LANDSCAPE

MAKER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "photographs.py")
DEBIANS_PYTHON = "/usr/bin/python3"  # which has python3-pil
CELL, LIVELY, WATCH_SECONDS, COPIES_SECONDS = 60, 20, 1.5, 20
QUIET_SECONDS, PREPARED_SECONDS = 20, 120


def _lively(picture):
    """The cells of the screen that show parts of photographs: grain has many colours, a ground one, letters few."""
    return {(x, y) for y in range(0, picture.height - CELL, CELL) for x in range(0, picture.width - CELL, CELL)
            if len(picture.colours((x, y, CELL, CELL))) > 10 * LIVELY}


def _exhibit(lab):
    exhibit = lab.path("photographs")
    if not os.path.exists(exhibit):
        subprocess.run([DEBIANS_PYTHON, "-B", MAKER, exhibit], check=True)
    return exhibit


def cards_of_photographs_stay_while_the_text_grows(lab):
    exhibit = _exhibit(lab)
    kiosk = lab.start("--start", "home", size=LANDSCAPE, exhibit=exhibit)
    before = _lively(kiosk.settled())
    require(len(before) > 60, f"only {len(before)} parts of photographs are seen")
    kiosk.server.keyboard.press("A")
    shots, until = [], time.monotonic() + WATCH_SECONDS
    while time.monotonic() < until:
        shots.append(kiosk.screen.shot())
    kiosk.settings("key", text="large")
    both = before & _lively(kiosk.settled())
    require(len(both) > 30, f"only {len(both)} parts of photographs are seen before and after")
    for shot in shots:
        plain = [cell for cell in both if len(shot.colours((*cell, CELL, CELL))) < LIVELY]
        require(not plain, f"nothing is shown at {plain[:4]}")
    kiosk.rests()


def _decoders_ticks(kiosk):
    """Clock ticks that the program's decoders have computed, those that ended among them."""
    ticks, tree = 0, f"/proc/{kiosk.process.pid}"
    with open(f"{tree}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
        ticks += int(fields[13]) + int(fields[14])
    for thread in os.listdir(f"{tree}/task"):
        with open(f"{tree}/task/{thread}/children", encoding="ascii") as file:
            for child in file.read().split():
                with open(f"/proc/{child}/stat", encoding="ascii") as stat:
                    fields = stat.read().rpartition(")")[2].split()
                    ticks += int(fields[11]) + int(fields[12])
    return ticks


def _copies(lab):
    """The copies that are there: {file: (its number, when it was written)}."""
    paths = glob.glob(os.path.join(lab.path("state"), "vitrina/copies/*.copy"))
    return {os.path.basename(path): (os.stat(path).st_ino, os.stat(path).st_mtime_ns) for path in paths}


def _home_in_both_sizes(lab, exhibit):
    kiosk = lab.start("--start", "home", size=LANDSCAPE, exhibit=exhibit)
    kiosk.settled()
    kiosk.server.keyboard.press("A")
    kiosk.settings("key", text="large")
    picture = kiosk.settled()
    return kiosk, picture


def _forget_copies(lab):
    for path in glob.glob(os.path.join(lab.path("state"), "vitrina/copies/*")):
        os.remove(path)


def _one_chapter(exhibit, folder):
    """The same photographs, and of the panels those of the first chapter."""
    shutil.copytree(exhibit, folder, copy_function=os.link)
    path = os.path.join(folder, "config/exhibit.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    os.remove(path)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text[:text.index("  - id: c1\n")])
    return folder


def _children(kiosk):
    with open(f"/proc/{kiosk.process.pid}/task/{kiosk.process.pid}/children", encoding="ascii") as file:
        return file.read().split()


def _has_dead(kiosk):
    """Whether a process of the program's has ended of whose end no note was taken."""
    for child in _children(kiosk):
        try:
            with open(f"/proc/{child}/stat", encoding="utf-8") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except OSError:
            pass
    return False


def _preparing(kiosk):
    """Whether a process of the program's decodes photographs ahead."""
    for child in _children(kiosk):
        try:
            with open(f"/proc/{child}/cmdline", "rb") as file:
                if b"prepare" in file.read().split(b"\0"):
                    return True
        except OSError:
            pass
    return False


def _wait_until(what, condition, seconds):
    until = time.monotonic() + seconds
    while not condition():
        require(time.monotonic() < until, f"{what} for {seconds} s")
        time.sleep(0.01)


def photographs_are_decoded_while_nobody_touches(lab):
    exhibit = _one_chapter(_exhibit(lab), lab.path("one-chapter"))
    _forget_copies(lab)
    kiosk = lab.start("--start", "home", size=LANDSCAPE, exhibit=exhibit)
    cost = _decoders_ticks(kiosk)
    _wait_until("nothing is prepared", lambda: _preparing(kiosk), QUIET_SECONDS)
    kiosk.server.keyboard.press("RIGHT")
    _wait_until("it is prepared under a finger", lambda: not _preparing(kiosk), 1)
    kiosk.wait_for("copies of photographs: all [0-9]+ views are there", PREPARED_SECONDS)
    _wait_until("a process has ended and stays", lambda: not _preparing(kiosk) and not _has_dead(kiosk), 2)
    kiosk.rests()
    before = _decoders_ticks(kiosk)
    for key, scene in (("HOME", None), ("ENTER", "panel/p0"), ("RIGHT", "panel/p1"), ("RIGHT", "panel/p2"), ("RIGHT", "panel/p3")):
        kiosk.server.keyboard.press(key)
        if scene:
            kiosk.scene(scene, "key")
        kiosk.settled()
    visited = _decoders_ticks(kiosk) - before
    require(visited * 3 < cost, f"decoders have computed for {visited} ticks, and {cost} for the first picture alone")
    kiosk.end()


def photographs_are_decoded_once(lab):
    exhibit, cards = _exhibit(lab), 8
    _forget_copies(lab)
    kiosk, decoded = _home_in_both_sizes(lab, exhibit)
    ticks, until = _decoders_ticks(kiosk), time.monotonic() + COPIES_SECONDS
    while len(_copies(lab)) < 2 * cards:
        require(time.monotonic() < until, f"only {len(_copies(lab))} copies were written")
        time.sleep(0.05)
    kiosk.end()
    kept = _copies(lab)
    kiosk, copied = _home_in_both_sizes(lab, exhibit)
    again = _decoders_ticks(kiosk)
    require(copied.words == decoded.words, "the copies look otherwise")
    require(again * 3 < ticks, f"decoders have computed for {again} ticks, and {ticks} the first time")
    changed = [name for name, stamp in kept.items() if _copies(lab).get(name, stamp) != stamp]
    require(not changed, f"written again: {changed}")
    kiosk.end()
