"""Thirty photographs of twelve million pixels: what has been seen once is never a plain ground again."""
import os
import subprocess
import time

from kiosk import require
from lab import LANDSCAPE

MAKER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "photographs.py")
DEBIANS_PYTHON = "/usr/bin/python3"  # which has python3-pil
CELL, LIVELY, WATCH_SECONDS = 60, 20, 1.5


def _lively(picture):
    """The cells of the screen that show parts of photographs: grain has many colours, a ground one, letters few."""
    return {(x, y) for y in range(0, picture.height - CELL, CELL) for x in range(0, picture.width - CELL, CELL)
            if len(picture.colours((x, y, CELL, CELL))) > 10 * LIVELY}


def cards_of_photographs_stay_while_the_text_grows(lab):
    exhibit = lab.path("photographs")
    subprocess.run([DEBIANS_PYTHON, "-B", MAKER, exhibit], check=True)
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
