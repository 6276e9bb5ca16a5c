"""The window, when other programs are in its way: it comes back, and does not fight for it."""
import time

from kiosk import require
from lab import SMALL
from xclient import ABOVE, BELOW, NO_WINDOW, WHAT_THE_POINTER_IS_ON

BACK_SECONDS = 2
FIGHT_SECONDS, FIGHT_RAISES = 6, 14
PLACE = (0, 0, *SMALL)


def _is_back(screen, ours):
    seen = screen.windows()
    return bool(seen) and seen[-1] == (ours, *PLACE) and screen.keyboard_window() == ours


def _comes_back(kiosk, ours, what):
    began = time.monotonic()
    while not _is_back(kiosk.screen, ours):
        require(time.monotonic() - began < BACK_SECONDS,
                f"{what}: not back within {BACK_SECONDS} s: {kiosk.screen.windows()}, keyboard {kiosk.screen.keyboard_window()}")
        time.sleep(0.01)


def _disturb(lab, deeds):
    """Each deed disturbs the window and returns what is to be cleared away, if anything."""
    kiosk = lab.visit(panel=True)
    screen, server = kiosk.screen, kiosk.server
    ours = screen.windows()[-1][0]
    for what, deed in deeds:
        left = deed(screen, ours)
        _comes_back(kiosk, ours, what)
        require(kiosk.rests() == kiosk.picture, f"{what}: the picture is another afterwards")
        server.keyboard.press("RIGHT")
        kiosk.scene(lab.panel_scene(1), "key")
        kiosk.settled()
        server.touch.tap(kiosk.bar.key("previous"))
        kiosk.scene(lab.panel_scene(0), "touch")
        if left:
            screen.destroy(left)
        kiosk.settled()


def window_hidden_comes_back(lab):
    _disturb(lab, (("unmapped", lambda screen, ours: screen.unmap(ours)),))


def window_moved_or_resized_comes_back(lab):
    _disturb(lab, (
        ("moved off the screen", lambda screen, ours: screen.place(ours, 3000, 2000, *SMALL)),
        ("moved a little", lambda screen, ours: screen.place(ours, -1, 0, *SMALL)),
        ("made small", lambda screen, ours: screen.place(ours, 200, 100, 640, 400)),
        ("made a point", lambda screen, ours: screen.place(ours, 0, 0, 1, 1)),
        ("made large", lambda screen, ours: screen.place(ours, 0, 0, 2 * SMALL[0], 2 * SMALL[1])),
    ))


def window_covered_comes_back(lab):
    def lowered(screen, ours):
        other = screen.create_window(100, 100, 300, 200)
        screen.stack(ours, ABOVE)
        screen.stack(ours, BELOW)
        return other

    _disturb(lab, (
        ("covered in part", lambda screen, ours: screen.create_window(100, 100, 300, 200)),
        ("covered", lambda screen, ours: screen.create_window(*PLACE)),
        ("covered by what is not seen", lambda screen, ours: screen.create_window(*PLACE, seen=False)),
        ("lowered", lowered),
    ))


def window_without_keyboard_takes_it_back(lab):
    def taken(screen, _):
        other = screen.create_window(0, 0, 1, 1)
        screen.give_keyboard(other)
        return other

    _disturb(lab, (
        ("given to the pointer's window", lambda screen, ours: screen.give_keyboard(WHAT_THE_POINTER_IS_ON)),
        ("given to nobody", lambda screen, ours: screen.give_keyboard(NO_WINDOW)),
        ("taken", taken),
    ))


def window_does_not_fight(lab):
    """Against another that raises itself whenever it is covered."""
    kiosk = lab.visit(panel=True)
    screen, ours = kiosk.screen, kiosk.screen.windows()[-1][0]
    other, raised = screen.create_window(100, 100, 300, 200), 1
    began, ticks = time.monotonic(), kiosk.ticks()
    while time.monotonic() - began < FIGHT_SECONDS:
        if screen.windows()[-1][0] != other:
            screen.stack(other, ABOVE)
            raised += 1
        time.sleep(0.005)
    used = kiosk.ticks() - ticks
    require(3 < raised <= FIGHT_RAISES, f"the other had to raise itself {raised} times in {FIGHT_SECONDS} s")
    require(used < 10 * FIGHT_SECONDS, f"{used} hundredths of a second of work in {FIGHT_SECONDS} s of fight")
    _comes_back(kiosk, ours, "after a fight")
    screen.destroy(other)
    require(kiosk.rests() == kiosk.picture, "the picture is another after a fight")
