"""Pictures that move, touched by a finger: once, and then they are the drawing as it is, and nothing is at work."""
import os

import exhibits
from kiosk import require
from lab import LANDSCAPE

SQUARE, MIDDLE, ILLUSTRATION = 0x00FF00, (860, 380, 200, 200), (350, 450)
DRAWING = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800"><path fill="#1F3A5F" d="M0 0h800v800h-800z"/>'
           '<g id="move-square"><path fill="#00FF00" d="M200 200h400v400h-400z"/></g></svg>')
MOVEMENT = "  file: living.svg\n  movements: [{group: move-square, motion: fade, faint: 20%, duration_ms: 1500}]"


def a_touched_picture_moves_once(lab):
    exhibit, panel = lab.copy(), lab.panels[0]
    with open(os.path.join(exhibit, "living.svg"), "w", encoding="utf-8") as file:
        file.write(DRAWING)
    exhibits.change(exhibit, f"config/panels/{panel}.yaml", r"^  file: .*$", MOVEMENT)
    kiosk = lab.start("--start", f"panel/{panel}", size=LANDSCAPE, exhibit=exhibit)
    panel_at_rest = kiosk.settled()
    kiosk.server.touch.tap(ILLUSTRATION)
    kiosk.scene(f"picture/{panel}", "touch")
    kiosk.wait_until("the square is there", lambda picture: SQUARE in picture.colours(MIDDLE))
    kiosk.wait_until("it grows faint", lambda picture: SQUARE not in picture.colours(MIDDLE))
    opened = kiosk.rests()
    require(opened.colours(MIDDLE) == {SQUARE}, "at rest the picture is not the drawing")
    kiosk.server.keyboard.press("ESC")
    kiosk.scene(f"panel/{panel}", "key")
    require(kiosk.rests() == panel_at_rest, "it has left something on its panel")
