"""The program's end: no visitor brings it about; a signal does, at once."""
import signal
import time

from kiosk import Kiosk, START_SECONDS, require
from lab import SMALL
from xserver import XServer

SHORTCUTS = ("LEFTALT+F4", "LEFTCTRL+C", "LEFTCTRL+Q", "LEFTCTRL+W", "LEFTCTRL+D", "LEFTCTRL+Z", "LEFTALT+TAB", "LEFTALT+ESC", "LEFTALT+ENTER",
             "LEFTALT+SPACE", "LEFTCTRL+ESC", "LEFTCTRL+LEFTALT+BACKSPACE", "LEFTCTRL+LEFTALT+DELETE", "LEFTCTRL+LEFTALT+F1",
             "LEFTCTRL+LEFTALT+F2", "LEFTMETA", "LEFTMETA+D", "LEFTMETA+L", "F1", "F4", "F10", "F11", "PRINT", "BACKSPACE", "DELETE", "Q", "X")


def no_key_leaves(lab):
    kiosk = lab.visit(panel=True)
    for names in SHORTCUTS:
        kiosk.server.keyboard.press(names)
    require(kiosk.rests() == kiosk.picture, "a shortcut of desktops changed the picture")
    require([window[1:] for window in kiosk.screen.windows()] == [(0, 0, *kiosk.server.size)], "the window no longer fills the screen")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(1), "key")


def no_key_leaves_attract(lab):
    kiosk = lab.visit()
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("attract", "key")
    attract = kiosk.settled()
    for names in SHORTCUTS:
        kiosk.server.keyboard.press(names)
    require(kiosk.rests() == attract, "a shortcut of desktops changed attract's picture")


def no_key_code_leaves(lab):
    """Each that a keyboard can have, with whatever is held: the program stays, fills the screen and has its keys, and nothing but its keys
    did anything."""
    kiosk = lab.start("--start", "home", exhibit=lab.quick)
    keyboard = kiosk.server.keyboard
    locks = [code + 8 for code in (58, 69, 70)]  # CapsLock, NumLock and ScrollLock, which stay on
    codes = [code for code in range(9, 256) if code not in locks]
    for held in ([], ["LEFTSHIFT"], ["LEFTCTRL"], ["LEFTALT"], ["LEFTMETA"], ["LEFTCTRL", "LEFTALT"], ["LEFTCTRL", "LEFTALT", "LEFTSHIFT"]):
        keyboard.burst(held, codes)
    keyboard.press("H")
    keyboard.press("ESC")
    kiosk.wait_for(r"^scene attract lang=\w+ via=key", START_SECONDS)
    kiosk.require_running()
    require([window[1:] for window in kiosk.screen.windows()] == [(0, 0, *kiosk.server.size)], "the window no longer fills the screen")
    others = [line for line in kiosk.log().splitlines() if not line.startswith(("scene ", "settings ", "accepted: "))]
    require(not others, f"lines of the log: {others}")


def request_to_close_is_not_granted(lab):
    kiosk = lab.visit(panel=True)
    for _ in range(3):
        kiosk.screen.ask_to_close(kiosk.screen.windows()[-1][0])
    require(kiosk.rests() == kiosk.picture, "the picture changed")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(1), "key")


def developers_key_leaves_when_allowed(lab):
    kiosk = lab.start("--allow-quit")
    for names in ("Q", "LEFTSHIFT+Q", "LEFTALT+Q", "LEFTCTRL+W"):
        kiosk.server.keyboard.press(names)
    kiosk.settled()
    began = time.monotonic()
    kiosk.server.keyboard.press("LEFTCTRL+Q")
    code = kiosk.wait_end(kiosk.end_seconds)
    require(code == 0, f"exit code {code} after {time.monotonic() - began:.1f} s:\n{kiosk.log()[-2000:]}")


def signal_ends_it_at_rest(lab):
    lab.start().end(signal.SIGINT)
    lab.start("--start", "home").end(signal.SIGTERM)


def signal_ends_it_in_mid_fade(lab):
    kiosk = lab.start()
    kiosk.server.touch.tap((300, 300))
    kiosk.scene("home", "touch")
    kiosk.end(signal.SIGTERM)


def signal_ends_it_in_mid_turn(lab):
    kiosk = lab.start("--start", lab.panel_scene(0))
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(1), "key")
    kiosk.end(signal.SIGINT)


def signal_ends_it_under_a_finger(lab):
    kiosk = lab.start("--start", lab.panel_scene(0))
    kiosk.server.touch.down((900, 300))
    kiosk.server.touch.slide((600, 300), 0.1)
    kiosk.end(signal.SIGTERM)


def signal_ends_it_before_the_first_picture(lab):
    """Whatever it is busy with then: loading, the window, the first pictures."""
    for milliseconds in (0, 5, 15, 30, 60, 100, 150, 200, 250, 300):
        kiosk = lab.launch("--start", lab.panel_scene(0), size=SMALL)
        time.sleep(milliseconds / 1000)
        kiosk.process.send_signal(signal.SIGTERM)
        code = kiosk.wait_end(kiosk.end_seconds)
        require(code in (0, -signal.SIGTERM), f"exit code {code}, {milliseconds} ms after the start:\n{kiosk.log()}")
        require(code == 0 or not kiosk.log(), f"the signal is not heard, {milliseconds} ms after the start:\n{kiosk.log()}")


def signal_ends_it_while_the_display_hangs(lab):
    server = XServer(*SMALL)
    kiosk = Kiosk(lab.program, server, lab.exhibit, "--start", lab.panel_scene(0))
    try:
        kiosk.wait_for("^scene panel", START_SECONDS)
        kiosk.settled()
        server.keyboard.press("RIGHT")
        server.process.send_signal(signal.SIGSTOP)
        time.sleep(0.1)
        kiosk.process.send_signal(signal.SIGTERM)
        code = kiosk.wait_end(kiosk.end_seconds)
        require(code == 0, f"exit code {code}:\n{kiosk.log()[-2000:]}")
    finally:
        server.process.send_signal(signal.SIGCONT)
        kiosk.kill()
        server.stop()


def ignored_hangup_stays_ignored(lab):
    """As nohup(1) starts it; without, the end of its terminal or its X session ends it."""
    before = signal.getsignal(signal.SIGHUP)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        kiosk = lab.start(size=SMALL)
    finally:
        signal.signal(signal.SIGHUP, before)
    kiosk.process.send_signal(signal.SIGHUP)
    kiosk.settled()
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene("home", "key")
    lab.start(size=SMALL).end(signal.SIGHUP)


def _loses_its_display(lab, until):
    """until(kiosk): what happens before the server goes. One line says so, whatever the program is busy with."""
    server = XServer(*SMALL)
    kiosk = Kiosk(lab.program, server, lab.exhibit, "--start", lab.panel_scene(0))
    try:
        until(kiosk)
        server.process.kill()
        code = kiosk.wait_end(START_SECONDS)
        require(code == 3, f"exit code {code} instead of 3:\n{kiosk.log()[-2000:]}")
        said = [text for _, text in kiosk.lines if not text.startswith("scene ") and "XDG_RUNTIME_DIR" not in text]  # where SDL looks next
        require(len(said) == 1 and "display" in said[0], f"it says {said}")
    finally:
        kiosk.kill()
        server.stop()


def lost_display_is_the_machines_fault(lab):
    def in_mid_turn(kiosk):
        kiosk.wait_for("^scene panel", START_SECONDS)
        kiosk.settled()
        kiosk.server.keyboard.press("RIGHT")
        kiosk.wait_for("^scene panel")
        time.sleep(0.1)

    def at_rest(kiosk):
        kiosk.wait_for("^scene panel", START_SECONDS)
        kiosk.settled()

    for until in (lambda _: time.sleep(0.1), lambda _: time.sleep(0.2), in_mid_turn, at_rest):
        _loses_its_display(lab, until)
