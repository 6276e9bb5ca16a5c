"""A voice that reads: a process of its own, which waits until somebody listens, and holds nobody up whatever becomes of it."""
import os
import signal

import exhibits
from kiosk import START_SECONDS, require
from lab import SMALL

SPEAK_SECONDS = 20
SAMPLE_LOUD = 500


def _is_speaker(pid):
    try:
        with open(f"/proc/{pid}/comm", encoding="ascii") as file:
            return "speaker" in file.read()
    except FileNotFoundError:  # it has ended
        return False


def _speakers(kiosk):
    path = f"/proc/{kiosk.process.pid}/task"
    found = []
    for thread in os.listdir(path):
        try:
            with open(f"{path}/{thread}/children", encoding="ascii") as file:
                found += [int(pid) for pid in file.read().split()]
        except FileNotFoundError:  # so has the thread
            continue
    return [pid for pid in found if _is_speaker(pid)]


def _sounds(path, behind=0):
    """Whether anything but silence was heard behind that byte."""
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        file.seek(behind)
        heard = memoryview(file.read()[:2_000_000])
    return any(abs(sample) > SAMPLE_LOUD for sample in heard[:len(heard) // 2 * 2].cast("h"))


def _turn(kiosk, lab, panel):
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(panel + 1), "key")
    return panel + 1


def a_speaker_that_stops_or_dies_holds_nobody_up(lab):
    exhibit, sound = lab.copy(), lab.path("sound")
    exhibits.change(exhibit, "config/exhibit.yaml", "^screen:", "speech: key\nscreen:")
    kiosk = lab.launch("--start", lab.panel_scene(0), size=SMALL, exhibit=exhibit,
                       variables={"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": sound, "SDL_DISKAUDIODELAY": "5"})
    kiosk.wait_for("^scene ", START_SECONDS)
    kiosk.settled()
    kiosk.wait_until("a speaker is ready", lambda picture: len(_speakers(kiosk)) == 1, SPEAK_SECONDS)
    require(not _sounds(sound), "something is heard, and nobody listens")
    kiosk.server.keyboard.press("S")
    kiosk.wait_until("the panel is read", lambda picture: _sounds(sound), SPEAK_SECONDS)
    panel = 0
    for number in (signal.SIGSTOP, signal.SIGKILL):
        panel = _turn(kiosk, lab, panel)
        kiosk.wait_until("one speaks", lambda picture: len(_speakers(kiosk)) == 1, SPEAK_SECONDS)
        before = _speakers(kiosk)
        os.remove(sound)
        os.kill(before[0], number)
        panel = _turn(kiosk, lab, panel)
        kiosk.wait_until("another one speaks", lambda picture: before != _speakers(kiosk) and _sounds(sound), SPEAK_SECONDS)
    kiosk.end()
