"""Memorials: a light that a finger touches, and the name that stands beside it for four seconds."""
from kiosk import require
from things import thing

PANEL, READ_ON = "panel/fire", 1  # behind a notice, whose first thing leads there
NAME_SECONDS, LATE_SECONDS = 4, 5


def a_touched_light_says_its_name_and_stays_lit(lab):
    kiosk = lab.start("--start", PANEL, exhibit=lab.copy())
    touch = kiosk.server.touch
    touch.tap(thing(kiosk, READ_ON))
    kiosk.scene(PANEL, "touch")
    dark = kiosk.settled()
    touch.tap((lab.size[0] // 4, lab.size[1] // 4))
    told = kiosk.settled()
    require(told != dark, "nothing is seen of the light that was touched")
    lit = kiosk.wait_until("the name is gone", lambda picture: picture != told, NAME_SECONDS + LATE_SECONDS)
    require(lit != dark, "the light has gone out with its name")
    require(kiosk.rests() == lit, "something moves after the name has gone")
    touch.tap((lab.size[0] * 4 // 10, lab.size[1] // 4))
    require(kiosk.settled() not in (lit, told), "another light looks like the first")
