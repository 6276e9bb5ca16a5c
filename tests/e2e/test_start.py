"""How the program begins, what it shows first, that it rests, and what it says when something is missing."""
import os
import re
import time

import exhibits
from kiosk import START_SECONDS, require
from lab import LANDSCAPE, MAGENTA, PORTRAIT, SMALL
from picture import Picture

PAPER = 0xF3EBDD
REST_SECONDS = 2
AFTER_SECONDS = 0.7  # if nothing more comes for so long, it was the first scene


def _first_pictures(lab, size):
    """Everything different that the screen shows from the bare root to the first scene at rest, in order."""
    server = lab.server(size)
    shots = [server.screen.shot_data()]
    kiosk = lab.launch(size=size)
    until, changed = time.monotonic() + START_SECONDS, time.monotonic()
    while len(shots) < 3 or time.monotonic() < changed + AFTER_SECONDS:
        kiosk.require_running()
        require(time.monotonic() < until, f"{len(shots)} pictures came in {START_SECONDS} s")
        shot = server.screen.shot_data()
        if shot != shots[-1]:
            shots.append(shot)
            changed = time.monotonic()
    return [Picture(*size, shot) for shot in shots]


def _begins_without_a_flash(lab, size):
    bare, *shown = _first_pictures(lab, size)
    require(bare.colours() == {MAGENTA}, "the screen was not bare before the start")
    require(shown and shown[0].colours() == {PAPER}, "the first thing seen is not paper from edge to edge")
    while shown and shown[0].colours() == {PAPER}:
        shown.pop(0)
    require(shown, "nothing but paper was shown")
    for picture in shown:
        colours = picture.colours()
        require(len(colours) > 50, f"between the bare screen and the picture stood {len(colours)} colours: {[hex(c) for c in list(colours)[:5]]}")
        require(MAGENTA not in colours, "the bare screen shone through")
    require(len(shown) <= 2, f"the first picture was put together in {len(shown)} steps")


def begins_with_paper_then_picture(lab):
    _begins_without_a_flash(lab, LANDSCAPE)


def begins_with_paper_then_picture_in_portrait(lab):
    _begins_without_a_flash(lab, PORTRAIT)


def pointer_vanishes_with_the_start(lab):
    server = lab.server()
    server.mouse.move((500, 500))
    lab.finish_test(False)
    require(server.screen.cursor_is_visible(), "the bare screen shows no arrow: this test would see nothing")
    kiosk = lab.start()
    require(not server.screen.cursor_is_visible(), "the arrow is seen above attract")
    server.mouse.move((700, 300))
    require(not server.screen.cursor_is_visible(), "the arrow is seen when the mouse moves")
    kiosk.nothing_more()


def nothing_is_drawn_at_rest(lab):
    kiosk = lab.start("--start", lab.panel_scene(0))
    server = kiosk.server
    server.keyboard.press("TAB")
    kiosk.settled()
    require(server.screen.drawn_since(), "drawing goes unnoticed: this test would see nothing")
    picture = kiosk.settled()
    server.screen.drawn_since()
    work = kiosk.work()
    time.sleep(REST_SECONDS)
    woken = kiosk.work() - work
    require(not server.screen.drawn_since(), "something was drawn at rest")
    require(server.screen.shot() == picture, "the picture changed at rest")
    require(woken == 0, f"woken {woken} times in {REST_SECONDS} s at rest")
    kiosk.nothing_more()


def shipped_exhibit_is_shown(lab):
    kiosk = lab.start(exhibit=exhibits.REPOSITORY)
    require(len(kiosk.settled().colours()) > 50, "attract shows no picture")
    for names, scene in (("RIGHT", "home"), ("HOME", None), ("ENTER", f"panel/{exhibits.panels(exhibits.REPOSITORY)[0]}"), ("T", "timeline")):
        kiosk.server.keyboard.press(names)
        if scene:
            kiosk.scene(scene, "key")
            kiosk.settled()


def begins_where_told(lab):
    for scene in ("home", lab.panel_scene(2)):
        kiosk = lab.launch("--start", scene, size=SMALL)
        _, said = kiosk.wait_for("^scene ", START_SECONDS)
        require(said == f"scene {scene} lang=en via=auto", f"the log says '{said}'")


def unknown_start_is_wrong_use(lab):
    kiosk = lab.launch("--start", "panel/NOPE", size=SMALL)
    code = kiosk.wait_end(START_SECONDS)
    require(code == 2, f"exit code {code} instead of 2")
    require("panel/NOPE" in kiosk.log(), f"the log does not say what is wrong: {kiosk.log()}")


def broken_panel_is_left_out(lab):
    exhibit, broken = lab.copy(), lab.panels[1]
    path = f"config/panels/{broken}.yaml"
    exhibits.change(exhibit, path, "^title:", "titel:")
    kiosk = lab.start("--start", lab.panel_scene(0), size=SMALL, exhibit=exhibit)
    require(re.search(rf'^{path}:\d+:\d+: error: titel: unknown key; did you mean "title"\?', kiosk.log(), re.MULTILINE),
            f"the finding is not in the log:\n{kiosk.log()}")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(2), "key")
    kiosk.rests()


def missing_picture_does_not_stop_it(lab):
    exhibit = lab.copy()
    for name in os.listdir(f"{exhibit}/assets/illustrations"):
        os.unlink(f"{exhibit}/assets/illustrations/{name}")
    kiosk = lab.start(size=SMALL, exhibit=exhibit)
    kiosk.server.touch.tap((300, 300))
    kiosk.scene("home", "touch")
    kiosk.settled()
    kiosk.server.keyboard.press("HOME")
    kiosk.server.keyboard.press("ENTER")
    kiosk.scene(lab.panel_scene(0), "key")
    require(len(kiosk.settled().colours()) > 20, "nothing is shown")


def no_exhibit_is_wrong_use(lab):
    kiosk = lab.launch(size=SMALL, exhibit=lab.path("nowhere"))
    code = kiosk.wait_end(START_SECONDS)
    require(code == 2, f"exit code {code} instead of 2:\n{kiosk.log()}")
    require("nowhere" in kiosk.log(), f"the log does not name it: {kiosk.log()}")


def no_display_is_the_machines_fault(lab):
    for changes in ({"DISPLAY": ":4242"}, {"SDL_VIDEODRIVER": "x11"}):
        code, _, said = lab.command("run", lab.exhibit, seconds=START_SECONDS, **changes)
        require(code == 3, f"exit code {code} instead of 3 with {changes}:\n{said}")
        require("display" in said, f"the log does not say why: {said}")


def wrong_options_are_wrong_use(lab):
    for arguments in (("--nonsense",), ("run", "one", "two"), ("proof", "--size", "10x10", lab.exhibit)):
        code, out, said = lab.command(*arguments)
        require(code == 2 and said and not out, f"{arguments}: exit code {code}, said '{out}{said}'")
    for argument in ("--help", "--version"):
        code, out, said = lab.command(argument)
        require(code == 0 and out and not said, f"{argument}: exit code {code}, said '{out}{said}'")


def check_needs_no_display(lab):
    code, out, said = lab.command("check", lab.exhibit)
    require(code == 0, f"exit code {code} for the exhibit under test:\n{out}{said}")
    require(f"{len(lab.panels)} panels" in said, f"it counts otherwise: {said}")
    exhibit = lab.copy()
    exhibits.change(exhibit, f"config/panels/{lab.panels[0]}.yaml", "^layout:", "layuot:")
    code, out, said = lab.command("check", exhibit)
    require(code == 1 and "layuot" in out, f"exit code {code} for a broken panel:\n{out}{said}")
