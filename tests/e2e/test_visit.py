"""What is kept when a visit is over: how often each question was touched, for a day."""
import os

from kiosk import require
from things import thing

QUESTION = 1  # the end's first thing


def _kept(lab):
    with open(lab.path("state/vitrina/touches"), encoding="utf-8") as file:
        return file.read()


def _touch_question(kiosk, place):
    """Ends it while the answer is still coming: what was touched in its last moment counts, too."""
    before = kiosk.settled()
    kiosk.server.touch.tap(place)
    kiosk.wait_until("an answer", lambda picture: picture != before)
    kiosk.end()


def touched_questions_are_counted_for_a_day(lab):
    if os.path.exists(lab.path("state/vitrina/touches")):
        os.remove(lab.path("state/vitrina/touches"))
    kiosk = lab.start("--start", "end")
    fresh = kiosk.settled()
    place = thing(kiosk, QUESTION)
    _touch_question(kiosk, place)
    day, counts = _kept(lab).split("\n", 1)
    require(counts == "owner 1\n", f"the file says '{counts}'")
    kiosk = lab.start("--start", "end")
    counted = kiosk.settled()
    require(300 < counted.difference(fresh) < 40_000, f"{counted.difference(fresh)} pixels changed: is that a count?")
    _touch_question(kiosk, place)
    require(_kept(lab) == f"{day}\nowner 2\n", f"after another visit the file says '{_kept(lab)}'")
    with open(lab.path("state/vitrina/touches"), "w", encoding="utf-8") as file:
        file.write("2001-02-03\nowner 2\n")
    kiosk = lab.start("--start", "end")
    require(kiosk.settled() == fresh, "a count of another day is still seen")
    _touch_question(kiosk, place)
    require(_kept(lab).endswith("\nowner 1\n"), f"on a new day the file says '{_kept(lab)}'")
