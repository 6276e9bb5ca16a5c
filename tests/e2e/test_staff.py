"""Staff: the way in by the corner, the PIN, what lies behind, and nothing of it for visitors."""
import os
import time

import exhibits
from kiosk import ANSWER_SECONDS, START_SECONDS, require

CORNER, HOLD_SECONDS = (20, 20), 5
PIN = "4711"
HASH = "$y$j9T$NTBpm5TaR98OHj1BfxruP/$5Dc68vr6KTRphWAmJIPRb0zexxAsx.Y4yJzO0UmXfA6"


def _exhibit(lab, more=""):
    exhibit = lab.copy()
    with open(os.path.join(exhibit, "config/exhibit.yaml"), "a", encoding="utf-8") as file:
        file.write(f'\nstaff:\n  pin: "{HASH}"\n{more}')
    return exhibit


def _kiosk(lab, **variables):
    exhibit = _exhibit(lab)
    kiosk = lab.launch("--start", "home", exhibit=exhibit, variables=variables.items())
    kiosk.wait_for("^scene home", START_SECONDS)
    return kiosk


def staff_come_in_and_switch_off(lab):
    """By the corner and with digits of a keyboard; what root is to do is asked for by a file."""
    folder = lab.path("runtime")
    os.mkdir(folder)
    kiosk = _kiosk(lab, RUNTIME_DIRECTORY=folder)
    home, keyboard = kiosk.settled(), kiosk.server.keyboard
    kiosk.server.touch.down(CORNER)
    kiosk.wait_for("^staff: the PIN is asked for", HOLD_SECONDS + ANSWER_SECONDS)
    kiosk.server.touch.up()
    require(kiosk.settled() != home, "no pad is shown")
    for digit in PIN:
        keyboard.press(digit)
    keyboard.press("ENTER")
    kiosk.wait_for("^staff: came in")
    keyboard.press("LEFTSHIFT+TAB")  # the last button switches off
    keyboard.press("ENTER")
    keyboard.press("TAB")  # the way out, no, yes
    keyboard.press("TAB")
    keyboard.press("TAB")
    keyboard.press("ENTER")
    kiosk.wait_for("^staff: off")
    until = time.monotonic() + ANSWER_SECONDS
    while not os.path.exists(os.path.join(folder, "off")) and time.monotonic() < until:
        time.sleep(0.01)
    require(os.path.exists(os.path.join(folder, "off")), "nobody is asked to switch off")
    keyboard.press("ESC")
    keyboard.press("ESC")
    kiosk.wait_for("^staff: left")
    require(kiosk.settled() == home, "the exhibit is not as it was")


def staff_come_in_at_night_and_open(lab):
    """While touches are for nobody, and nothing is seen, the corner leads in all the same; the way out is an exhibit that is open."""
    exhibit = _exhibit(lab, exhibits.NEVER_OPEN)
    kiosk = lab.launch("--start", "home", exhibit=exhibit)
    kiosk.wait_for("^closed until", START_SECONDS)
    keyboard = kiosk.server.keyboard
    dark = kiosk.wait_until("the dark", lambda picture: picture.colours() == {0}, START_SECONDS)
    keyboard.press("T")
    kiosk.server.touch.tap((640, 360))
    require(kiosk.settled() == dark, "a visitor wakes it")
    kiosk.server.touch.down(CORNER)
    kiosk.wait_for("^staff: the PIN is asked for", HOLD_SECONDS + ANSWER_SECONDS)
    kiosk.server.touch.up()
    for digit in PIN:
        keyboard.press(digit)
    keyboard.press("ENTER")
    kiosk.wait_for("^staff: came in")
    for key in ("LEFTSHIFT+TAB", "ENTER", "TAB", "TAB", "TAB", "ENTER"):  # the last button; the way out, as written, open
        keyboard.press(key)
    kiosk.wait_for("^staff: hours: open for the rest of today")
    kiosk.wait_for("^open until")
    keyboard.press("ESC")
    keyboard.press("ESC")
    kiosk.wait_for("^staff: left")
    require(kiosk.settled().colours() != {0}, "it is still dark")
