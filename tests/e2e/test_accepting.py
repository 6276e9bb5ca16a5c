"""A changed exhibit is taken when it is sound and nobody is there, refused when it is not, and can be taken back."""
import os
import subprocess

import exhibits
from kiosk import environment, require
from test_preview import _save

LOOKS_SECONDS = 60  # a sanitized program that decodes all pictures with what the machine has left over


def _kiosk(lab, *arguments):
    exhibit = lab.copy()
    exhibits.forget_notices(exhibit)
    kiosk = lab.start(*arguments, exhibit=exhibit)
    kiosk.wait_for("^accepted: .* as copy 1: ", LOOKS_SECONDS)
    return kiosk, exhibit


def _panel(lab, index):
    return f"config/panels/{lab.panels[index]}.yaml"


def a_sound_change_is_shown_when_nobody_is_there(lab):
    kiosk, exhibit = _kiosk(lab, "--start", f"panel/{lab.panels[1]}")
    before = kiosk.settled()
    _save(exhibit, _panel(lab, 1), r'^  en: "', '  en: "A')
    kiosk.wait_for("^accepted: .* as copy 2: 1 files written, ", LOOKS_SECONDS)
    kiosk.wait_for(f"^scene panel/{lab.panels[1]} ", LOOKS_SECONDS)
    require(kiosk.settled() != before, "the old words are still seen")
    kiosk.nothing_more()


def a_visitor_is_not_disturbed(lab):
    kiosk, exhibit = _kiosk(lab, "--start", f"panel/{lab.panels[1]}")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(f"panel/{lab.panels[2]}", "key")
    before = kiosk.settled()
    _save(exhibit, _panel(lab, 2), r'^  en: "', '  en: "A')
    kiosk.wait_for("^accepted: .* as copy 2: ", LOOKS_SECONDS)
    require(kiosk.settled() == before, "the page changed while somebody was there")
    kiosk.server.keyboard.press("LEFT")
    kiosk.scene(f"panel/{lab.panels[1]}", "key")
    kiosk.nothing_more()


def an_unsound_change_is_refused_and_staff_see_it(lab):
    kiosk, exhibit = _kiosk(lab, "--start", "attract")
    before = kiosk.settled()
    _save(exhibit, _panel(lab, 1), r"^title:", "titel:")
    kiosk.wait_for(r"refused: .*titel: unknown key; did you mean", LOOKS_SECONDS)
    marked = kiosk.wait_until("the mark of staff", lambda picture: picture != before, LOOKS_SECONDS)
    corner = [marked.column(x)[marked.height - 1 - y] == before.column(x)[before.height - 1 - y] for x in range(60) for y in range(60)]
    require(not all(corner), "there is no mark in the corner")
    _save(exhibit, _panel(lab, 1), r"^titel:", "title:")
    kiosk.wait_for("^accepted: .* as copy 2: ", LOOKS_SECONDS)
    kiosk.wait_for("^scene attract ", LOOKS_SECONDS)


def a_start_shows_what_was_accepted(lab):
    """Whatever has become of the exhibit meanwhile; and `status --rollback` goes one copy back."""
    kiosk, exhibit = _kiosk(lab, "--start", f"panel/{lab.panels[1]}")
    first = kiosk.settled()
    _save(exhibit, _panel(lab, 1), r'^  en: "', '  en: "A')
    kiosk.wait_for("^accepted: .* as copy 2: ", LOOKS_SECONDS)
    kiosk.wait_for(f"^scene panel/{lab.panels[1]} ", LOOKS_SECONDS)
    second = kiosk.settled()
    require(second != first, "nothing changed")
    status = subprocess.run([lab.program, "status", "--rollback", exhibit], env=environment(), check=True, capture_output=True, text=True)
    require("rolled back to copy 1" in status.stderr, status.stderr)
    kiosk.wait_for(f"^scene panel/{lab.panels[1]} ", LOOKS_SECONDS)
    require(kiosk.settled() == first, "the copy before is not seen")
    kiosk.nothing_more()
    lab.finish_test(False)
    os.rename(exhibit, exhibit + "-gone")
    again = lab.start("--start", f"panel/{lab.panels[1]}", exhibit=exhibit)
    require(again.settled() == first, "the accepted copy is not seen")
