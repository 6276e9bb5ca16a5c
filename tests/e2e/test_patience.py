"""When nobody is there any more: the countdown, and the way back to attract."""
import time

import exhibits
from kiosk import require
from lab import LANDSCAPE, SMALL

IDLE_SECONDS, COUNTDOWN_SECONDS = 10, 5  # the shortest that the schema takes
LATE_SECONDS = 2


def _impatient(lab):
    """A copy of the exhibit that waits as short as can be."""
    exhibit = lab.copy()
    for key, value in (("idle_s", IDLE_SECONDS), ("countdown_s", COUNTDOWN_SECONDS), ("reading_base_s", 0), ("words_per_minute", 1000)):
        exhibits.set_value(exhibit, "config/exhibit.yaml", key, value)
    return exhibit


def _countdown(kiosk, picture, since):
    """Waits for the countdown above this picture, due so long after the last touch; returns what it looks like."""
    asked = kiosk.wait_until("the countdown", lambda shot: shot != picture, IDLE_SECONDS + LATE_SECONDS)
    after = time.monotonic() - since
    require(IDLE_SECONDS - 0.2 <= after, f"the countdown came {after:.1f} s after the last touch already")
    require(10_000 < asked.difference(picture) < 0.5 * len(picture.words), f"{asked.difference(picture)} pixels changed: is that a countdown?")
    return asked


def idle_screen_asks_then_leaves(lab):
    """And one that nobody has touched does neither: it stands beside."""
    exhibit, scene = _impatient(lab), lab.panel_scene(0)
    untouched = lab.start("--start", scene, size=LANDSCAPE, exhibit=exhibit)
    kiosk = lab.start("--start", scene, size=SMALL, exhibit=exhibit)
    touch, plain, untouched_picture = kiosk.server.touch, kiosk.settled(), untouched.settled()
    bar = lab.bar(plain)
    touch.tap(bar.key("language"))
    kiosk.settings("touch", lang="es")
    kiosk.server.keyboard.press("A")
    kiosk.settings("key", lang="es", text="large")
    last = time.monotonic()
    kiosk.server.keyboard.press("C")
    kiosk.settings("key", lang="es", text="large", contrast="high")
    changed = kiosk.rests()

    asked = _countdown(kiosk, changed, last)
    kiosk.wait_until("the next second", lambda shot: shot not in (asked, changed), 1 + LATE_SECONDS)
    touch.tap((300, 300))  # which says only: here I am
    require(kiosk.rests() == changed, "a touch during the countdown did more than stay")

    asked = _countdown(kiosk, changed, touch.last)
    left, _ = kiosk.wait_for("^scene attract lang=en via=idle$", COUNTDOWN_SECONDS + LATE_SECONDS)
    after = left - touch.last
    require(after > IDLE_SECONDS + COUNTDOWN_SECONDS - 0.2, f"attract came {after:.1f} s after the last touch already")
    kiosk.rests()
    touch.tap((300, 300))
    kiosk.scene("home", "touch")
    for names in ("HOME", "ENTER"):
        kiosk.server.keyboard.press(names)
    kiosk.scene(scene, "key")
    require(kiosk.rests() == plain, "language, letters or contrast are not what they were at first")
    require(untouched.rests() == untouched_picture, "a screen that nobody touched did not stay as it was")


def key_stays_too(lab):
    kiosk = lab.start("--start", lab.panel_scene(0), size=SMALL, exhibit=_impatient(lab))
    plain = kiosk.settled()
    kiosk.server.keyboard.press("A")
    kiosk.settings("key", text="large")
    began, changed = time.monotonic(), kiosk.rests()
    _countdown(kiosk, changed, began)
    kiosk.server.keyboard.press("A")
    require(kiosk.rests() == changed, "a key during the countdown did more than stay")
    kiosk.server.keyboard.press("A")
    kiosk.settings("key")
    require(kiosk.rests() == plain, "the letters are not what they were")
