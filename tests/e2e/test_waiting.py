"""What waits for time alone: palms and lost fingers until they are forgotten, a broken exhibit until it is mended."""
import os
import time

import exhibits
from kiosk import START_SECONDS, require
from lab import SMALL

LATE_SECONDS = 2
PALM_SECONDS = 3.2    # a contact that held still so long is a palm
SILENT_SECONDS = 10   # one that says nothing for so long is lost, and its drag ends
HOLDING_SECONDS = 10  # between two looks at an exhibit that cannot be shown


def resting_palm_does_not_hinder_swipes(lab):
    kiosk = lab.start("--start", lab.panel_scene(0), size=SMALL)
    touch = kiosk.server.touch
    touch.down((SMALL[0] - 8, 200), 1)
    time.sleep(PALM_SECONDS)
    touch.swipe((1000, 300), (500, 300), finger=2)
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.settled()
    touch.down((900, 250), 2)
    touch.down((1000, 350), 3)
    touch.slide_all({2: (700, 250), 3: (1200, 350)}, 0.2)
    kiosk.settings("touch", text="large")
    for finger in (2, 3, 1):
        touch.up(finger)
    kiosk.rests()


def lost_drag_ends_by_itself(lab):
    kiosk = lab.start("--start", lab.panel_scene(0), size=SMALL)
    touch, picture = kiosk.server.touch, kiosk.settled()
    bar = lab.bar(picture)
    touch.down((900, 300), 1)
    touch.slide((750, 300), 0.2, 1)
    dragged = kiosk.settled()
    require(dragged != picture, "the page did not follow the finger")
    began = time.monotonic()  # and from now on, that finger is never heard of again
    kiosk.wait_until("the page coming back", lambda shot: shot != dragged, SILENT_SECONDS + LATE_SECONDS)
    require(time.monotonic() - began > SILENT_SECONDS - 1, "the page was let go while the finger was on it")
    require(kiosk.rests() == picture, "the page did not come back")
    touch.tap(bar.key("next"), 2)
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.settled()
    touch.swipe((900, 300), (400, 300), finger=2)
    kiosk.scene(lab.panel_scene(2), "touch")
    kiosk.rests()


def _hide_panels(exhibit):
    """Returns a function that brings them back."""
    panels, aside = os.path.join(exhibit, "config/panels"), os.path.join(exhibit, "config/aside")
    os.rename(panels, aside)
    return lambda: os.rename(aside, panels)


def exhibit_that_cannot_be_shown_is_waited_for(lab):
    exhibit = lab.copy()
    bring_back = _hide_panels(exhibit)
    kiosk = lab.launch(size=SMALL, exhibit=exhibit)
    kiosk.wait_for("nothing to show", START_SECONDS)
    kiosk.scene("attract", "auto")
    kiosk.wait_until("the opening", lambda shot: len(shot.colours()) > 8, START_SECONDS)
    held = kiosk.settled()
    kiosk.server.touch.tap((300, 300))
    kiosk.server.keyboard.press("LEFTCTRL+Q")
    kiosk.server.keyboard.press("H")
    require(kiosk.settled() == held, "something is shown")
    bring_back()
    kiosk.wait_for("^scene attract lang=en via=auto", HOLDING_SECONDS + LATE_SECONDS)
    kiosk.settled()
    kiosk.server.touch.tap((300, 300))
    kiosk.scene("home", "touch")
    kiosk.rests()


def exhibit_that_cannot_be_shown_ends_by_a_signal(lab):
    exhibit = lab.copy()
    _hide_panels(exhibit)
    kiosk = lab.launch(size=SMALL, exhibit=exhibit)
    kiosk.wait_until("the opening", lambda shot: len(shot.colours()) > 8, START_SECONDS)
    kiosk.end()


def slip_in_a_file_of_all_costs_no_screen(lab):
    exhibit = lab.copy()
    exhibits.change(exhibit, "config/exhibit.yaml", "^chapters:", "\tchapters:")
    exhibits.change(exhibit, "config/theme.yaml", "^  text: .*", "  text: [NoSuchFace.ttf")
    exhibits.change(exhibit, "config/words.yaml", "^en:", "en")
    kiosk = lab.launch(size=SMALL, exhibit=exhibit)
    for path in ("exhibit", "theme", "words"):
        kiosk.wait_for(rf"config/{path}\.yaml:\d+:\d+: error:", START_SECONDS)
    kiosk.wait_for("^scene attract lang=en via=auto", START_SECONDS)
    kiosk.settled()
    kiosk.server.touch.tap((300, 300))
    kiosk.scene("home", "touch")
    kiosk.server.touch.swipe((1000, 300), (500, 300))
    kiosk.wait_for("^scene (panel|notice)/", START_SECONDS)
    kiosk.end()
