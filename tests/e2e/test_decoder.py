"""Pictures whose drawing dies, hangs or is killed from outside: the exhibit goes on, and the next picture stands."""
import os
import signal
import time

import exhibits
from kiosk import START_SECONDS, require
from lab import SMALL

PICTURE_SECONDS = 10
DEAD_SECONDS = 0.1
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 12" width="1600" height="1200">{}</svg>'
# What every librsvg dies of, and what none has an end of.
DEADLY = SVG.format(f'<style>{":not(" * 20000}</style><path d="M0 0h16v12H0z"/>')
ENDLESS = SVG.format('<filter id="f"><feTurbulence baseFrequency="9" numOctaves="9"/></filter>'
                     '<path id="a" filter="url(#f)" d="M0 0h16v12H0z"/>' +
                     "".join(f'<g id="{outer}">' + f'<use href="#{inner}"/>' * 6 + "</g>" for inner, outer in zip("abcdeg", "bcdegh")))


def _decoders(kiosk):
    """The processes that the program has started."""
    path = f"/proc/{kiosk.process.pid}/task"
    found = []
    for thread in os.listdir(path):
        with open(f"{path}/{thread}/children", encoding="ascii") as file:
            found += [int(pid) for pid in file.read().split()]
    return found


def _leaf(kiosk, lab, panel):
    """From the first panel on."""
    for i in range(1, panel + 1):
        kiosk.server.keyboard.press("RIGHT")
        kiosk.scene(lab.panel_scene(i), "key")


def _right_picture(lab, panel):
    kiosk = lab.start("--start", lab.panel_scene(panel), size=SMALL)
    return kiosk.settled()


def decoder_killed_from_outside_is_started_anew(lab):
    right = _right_picture(lab, 2)
    kiosk = lab.start("--start", lab.panel_scene(0), size=SMALL)
    kiosk.settled()
    killed = _decoders(kiosk)
    require(killed, "there is no decoder")
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    time.sleep(DEAD_SECONDS)
    _leaf(kiosk, lab, 2)
    kiosk.wait_until("the picture of the third panel", lambda shot: shot == right, PICTURE_SECONDS)
    kiosk.nothing_more()
    kiosk.end()


def deadly_and_endless_pictures_cost_themselves(lab):
    right = _right_picture(lab, 2)
    exhibit = lab.copy()
    for panel, drawing in ((0, DEADLY), (1, ENDLESS)):
        name = exhibits.panels(exhibit)[panel]
        exhibits.change(exhibit, f"config/panels/{name}.yaml", r"file: assets/illustrations/.*$", f"file: assets/illustrations/bad-{panel}.svg")
        with open(os.path.join(exhibit, f"assets/illustrations/bad-{panel}.svg"), "w", encoding="utf-8") as file:
            file.write(drawing)
    kiosk = lab.launch("--start", lab.panel_scene(0), size=SMALL, exhibit=exhibit)
    kiosk.wait_for("^scene ", START_SECONDS)
    _leaf(kiosk, lab, 2)
    kiosk.wait_until("the picture of the third panel", lambda shot: shot == right, PICTURE_SECONDS)
    require(kiosk.log().count("warning: assets/illustrations/bad-0.svg: drawing it breaks the renderer") == 1, "one fault is not told once")
    kiosk.end()
