"""What visitors look at is counted, by a process of its own, once they have gone."""
import csv
import io
import time

from kiosk import require

COUNTED_SECONDS = 60  # a process that has what the machine has left over


def _visits(lab):
    """language and scenes of each, by its number."""
    code, output, errors = lab.command("visits", "--csv")
    require(code == 0 and not errors, f"visits cannot be read: {errors}")
    visits = {}
    for row in csv.DictReader(io.StringIO(output.lstrip("\ufeff"))):
        visits.setdefault(row["visit"], [row["language"]]).append(row["scene"])
    return visits


def a_visit_is_counted_when_it_has_ended(lab):
    kiosk = lab.visit(panel=True)
    before = _visits(lab)
    kiosk.server.keyboard.press("L")
    kiosk.settings("key", lang="es")
    kiosk.server.keyboard.press("H")
    kiosk.scene("home", "key", lang="es")
    kiosk.server.keyboard.press("ESC")
    kiosk.wait_for("^scene attract ")
    wanted, until = ["es", "home", f"panel/{lab.panels[0]}", "home"], time.monotonic() + COUNTED_SECONDS
    while True:
        found = [visit for number, visit in _visits(lab).items() if number not in before]  # an earlier test's may still have been on its way
        if wanted in found:
            break
        require(time.monotonic() < until, f"in {COUNTED_SECONDS} s these visits are counted: {found}")
        time.sleep(0.1)
    kiosk.nothing_more()
