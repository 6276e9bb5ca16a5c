"""The timeline: dragged, thrown, pinched, opened and walked through, by fingers and keys.

Where its window stands is read from the frame on the overview, where a label stands from the mark that keys put on it."""
import itertools
import re
import time

import exhibits
from kiosk import require
from lab import LANDSCAPE, PORTRAIT

WIDTH, HEIGHT = LANDSCAPE
EMPTY = (WIDTH - 12, 30)  # nothing there answers to a touch
EMPTIES = itertools.cycle((EMPTY, (WIDTH - 400, 30)))  # two taps in one place would look closer
INK = 0x1B1B1B            # of the frame around the window on the overview
STRIP_ROWS = 90           # above the bar; no label reaches so far down
SLOP, HOLD = 25, 0.7  # as in test_touch, and a longer step
STEP = 1.6                # of the keys that zoom


def _longest_run(row):
    best, start = (0, 0), None
    for x, word in enumerate(row + [None]):
        if word == INK and start is None:
            start = x
        elif word != INK and start is not None:
            best, start = max(best, (start, x), key=lambda run: run[1] - run[0]), None
    return best


class _Window:
    """The part of the overview that is framed, in pixels: from, to."""

    def __init__(self, kiosk, picture):
        edges = {}  # rows by the ink that is unbroken in them: the frame's upper edge and its lower one are alike
        for y in range(kiosk.bar.top - STRIP_ROWS, kiosk.bar.top):
            edges.setdefault(_longest_run(picture.row(y).tolist()), []).append(y)
        self.left, self.right = min((run for run in edges if run[1] - run[0] > 20), key=lambda run: edges[run][0], default=(0, 0))
        require(self.right, "no window is seen on the overview")
        rows = edges[self.left, self.right]
        self.length, self.y = self.right - self.left, (rows[0] + rows[-1]) // 2
        self.middle = (self.left + self.right) / 2

    def at(self, x):
        """Which place on the overview a column of the screen shows."""
        return self.left + self.length * x / WIDTH


def _visit(lab, zooms=0):
    """The timeline as a new visitor finds it, standing on the event in its middle; closer by some steps."""
    kiosk = lab.visit(keys=[("T", "timeline"), ("RIGHT", None), *[("EQUAL", None)] * zooms])
    _stand(kiosk)
    return kiosk


def _stand(kiosk, *names):
    """Presses keys that lead to an event; kiosk.picture: the timeline at rest, kiosk.box: where the event's label stands in it."""
    for key in names:
        kiosk.server.keyboard.press(key)
    marked = kiosk.settled() if names else kiosk.picture
    kiosk.server.touch.tap(next(EMPTIES))  # which takes the mark away
    kiosk.picture = kiosk.settled()
    kiosk.box = marked.changed(kiosk.picture)
    require(kiosk.box and kiosk.box[2] < WIDTH // 3 and kiosk.box[3] < 160, f"after {names} the mark of the label is {kiosk.box}")
    kiosk.window = _Window(kiosk, kiosk.picture)


def _middle(box):
    x, y, width, height = box
    return x + width // 2, y + height // 2


def _words(kiosk, box=None):
    """A landmark inside a label."""
    x, y, width, height = box or kiosk.box
    mark = kiosk.picture.landmark((x + 6, y + 14, width - 12, height - 14), (min(100, width - 30), 4))
    require(mark, "the label has nothing to find it by")
    return mark


def _moved(kiosk, mark, picture):
    moved = kiosk.picture.moved(picture, mark)
    require(moved, "the label is seen no more")
    return moved


def _near(value, wanted, slack, what):
    require(abs(value - wanted) <= slack, f"{what}: {value:.1f} instead of {wanted:.1f}")


def _opens(kiosk, name, via):
    kiosk.scene(f"card/{name}", via)
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("timeline", "key")


def drag_moves_time_with_the_finger(lab):
    """It begins on a label, which does not open."""
    kiosk = _visit(lab, zooms=4)
    touch, mark, start = kiosk.server.touch, _words(kiosk), _middle(kiosk.box)
    touch.down(start)
    for way in (-300, 150, -200):
        touch.slide((start[0] + way, start[1] - 40), 0.15)
        held = kiosk.settled()
        across, down = _moved(kiosk, mark, held)
        require(down == 0 and abs(across - way) <= SLOP, f"the finger moved {way}, time {across}, {down}")
    kiosk.held()
    touch.up()
    require(kiosk.rests() == held, "time moved on after a finger that had stopped")
    window = _Window(kiosk, held)
    require(abs(window.length - kiosk.window.length) <= 2, "a drag changed the scale")
    _near(window.left, kiosk.window.left - across * kiosk.window.length / WIDTH, 2, "the window on the overview")


def drag_beyond_an_end_is_rubber(lab):
    kiosk = _visit(lab)  # all of it is seen, so both ends are near
    touch, mark = kiosk.server.touch, _words(kiosk)
    for way in (500, -500):
        touch.down((960, EMPTY[1]))
        touch.slide((960 + way // 2, EMPTY[1]), 0.15)
        half = _moved(kiosk, mark, kiosk.settled())[0]
        touch.slide((960 + way, EMPTY[1]), 0.15)
        whole = _moved(kiosk, mark, kiosk.settled())[0]
        require(abs(whole) > 30 and whole * way > 0, f"pulled by {way} it moved {whole}")
        require(abs(whole) < 300 and abs(whole - half) < abs(half), f"pulled by {way // 2} it moved {half}, by {way} {whole}")
        kiosk.held()
        touch.up()
        require(kiosk.rests() == kiosk.picture, "it has not sprung back")


def flick_carries_on_and_comes_to_rest(lab):
    kiosk = _visit(lab, zooms=4)
    touch, mark = kiosk.server.touch, _words(kiosk)
    touch.swipe((1200, EMPTY[1]), (1000, EMPTY[1]), 0.1)
    moved = _moved(kiosk, mark, kiosk.rests())[0]
    require(moved < -300, f"a throw of 200 moved time by {moved}")
    _near(_Window(kiosk, kiosk.settled()).left, kiosk.window.left - moved * kiosk.window.length / WIDTH, 2, "the window on the overview")
    work = kiosk.ticks()
    kiosk.held()
    require(kiosk.ticks() - work <= 1, "it works on at rest")


def touch_catches_moving_time(lab):
    kiosk = _visit(lab, zooms=6)
    touch, mark = kiosk.server.touch, _words(kiosk)
    touch.swipe((1200, EMPTY[1]), (1000, EMPTY[1]), 0.1)
    touch.down((200, kiosk.window.y))  # at rest it would move the window far away
    caught = kiosk.settled()
    require(_moved(kiosk, mark, caught)[0] < -100, "time had not moved when it was caught")
    touch.up()
    require(kiosk.rests() == caught, "a finger that only catches time moved it")


def pinch_zooms_about_the_fingers(lab):
    kiosk = _visit(lab, zooms=2)
    touch, (x, y, _, height) = kiosk.server.touch, kiosk.box
    day, above_axis = kiosk.window.at(x), _foot(kiosk) - 8
    for start, end in ((130, 390), (390, 130), (130, 300)):
        before = _Window(kiosk, kiosk.settled())
        touch.down((x - start, y + height // 2), 1)
        touch.down((x + start, y + height // 2), 2)
        touch.slide_all({1: (x - end, y + height // 2), 2: (x + end, y + height // 2)}, 0.25)
        held = kiosk.settled()
        window = _Window(kiosk, held)
        _near(window.at(x), day, 2.5, "what stands between the fingers, on the overview")
        require(INK in held.row(above_axis).tolist()[x - SLOP:x + SLOP], "the event's stem is not between the fingers")
        scale = before.length / window.length
        _near(scale, end / start, 0.15 * end / start, "the scale")
        touch.up(1)
        touch.up(2)
        require(kiosk.rests() == held, "it moved on when the fingers went")


def pinch_can_move_too(lab):
    kiosk = _visit(lab, zooms=3)
    touch, (x, y, _, _) = kiosk.server.touch, kiosk.box
    day = kiosk.window.at(x)
    touch.down((x - 150, y), 1)
    touch.down((x + 150, y), 2)
    touch.slide_all({1: (x - 300 - 200, y), 2: (x + 300 - 200, y)}, 0.25)
    _near(_Window(kiosk, kiosk.settled()).at(x - 200), day, 2.5, "what stands between the fingers, on the overview")
    touch.up_all()
    kiosk.rests()


def keys_zoom_about_the_event(lab):
    """The one in focus, which zooming has brought to the middle."""
    kiosk = _visit(lab, zooms=2)
    kiosk.server.keyboard.press("RIGHT")
    kiosk.picture = kiosk.settled()
    mark = _words(kiosk)
    for closer, farther in (("EQUAL", "MINUS"), ("PAGEUP", "PAGEDOWN")):
        kiosk.server.keyboard.press(closer)
        near = kiosk.rests()
        _near(_Window(kiosk, near).length, kiosk.window.length / STEP, 3, f"the window after {closer}")
        require(abs(_moved(kiosk, mark, near)[0]) <= 2, f"the event moved when {closer} looked closer")
        kiosk.server.keyboard.press(farther)
        require(kiosk.rests() == kiosk.picture, f"{farther} does not undo {closer}")


def bar_keys_zoom(lab):
    kiosk = _visit(lab, zooms=2)
    closer, everything = kiosk.bar.key("next"), kiosk.bar.key("timeline")  # their places on the timeline
    farther = (2 * closer[0] - everything[0], closer[1])
    kiosk.server.touch.tap(closer)
    _near(_Window(kiosk, kiosk.rests()).length, kiosk.window.length / STEP, 3, "the window after Closer")
    kiosk.server.touch.tap(farther)
    _near(_Window(kiosk, kiosk.rests()).length, kiosk.window.length, 3, "the window after Farther")
    for _ in range(8):
        kiosk.server.touch.tap(farther)
    whole = _Window(kiosk, kiosk.rests())
    _near(whole.length, kiosk.window.length * STEP ** 2, 5, "the window that holds all")
    kiosk.server.touch.tap(closer)
    kiosk.rests()
    kiosk.server.touch.tap(everything)
    _near(_Window(kiosk, kiosk.rests()).length, whole.length, 3, "the window after Show all")


def tap_opens_a_card_that_leads_to_its_panel_and_back(lab):
    kiosk = _visit(lab)
    keyboard, touch = kiosk.server.keyboard, kiosk.server.touch
    number = next(i for i, event in enumerate(lab.events) if len(event["panels"]) > 1 and "](" not in event["en"])
    event = lab.events[number]
    _stand(kiosk, "HOME", *["RIGHT"] * number, "EQUAL", "EQUAL")
    touch.tap(_middle(kiosk.box))
    kiosk.scene(f"card/{event['id']}", "touch")
    card = kiosk.rests()
    keyboard.press("TAB")  # the first key of the card
    box = kiosk.settled().changed(card)
    touch.tap(_middle(box))
    kiosk.scene(f"panel/{event['panels'][0]}", "touch")
    kiosk.rests()
    keyboard.press("ESC")
    kiosk.scene("timeline", "key")
    back = _Window(kiosk, kiosk.rests())
    _near(back.left, kiosk.window.left, 1, "the window that Esc leads back to")
    _near(back.right, kiosk.window.right, 1, "the window that Esc leads back to")
    touch.tap(_middle(kiosk.box))
    keyboard.press("TAB")
    keyboard.press("ENTER")
    kiosk.scene(f"card/{event['id']}", "touch")
    kiosk.scene(f"panel/{event['panels'][1]}", "key")  # past the panel that one comes from
    kiosk.rests()
    touch.tap(kiosk.bar.key("timeline"))
    kiosk.scene("timeline", "touch")
    window = _Window(kiosk, kiosk.rests())
    require(window.left <= kiosk.window.at(kiosk.box[0]) <= window.right, "the panel's timeline key leads away from its event")


def _foot(kiosk):
    """The row where the stem of kiosk.box meets the axis: the lowest of its colour below it."""
    x, y, _, height = kiosk.box
    stem = kiosk.picture.column(x + 1)
    return next(i for i in range(y + height, HEIGHT) if stem[i] != stem[y + 1])


def tap_on_a_point_opens_its_card(lab):
    kiosk = _visit(lab, zooms=6)
    _stand(kiosk, "HOME", "RIGHT", "RIGHT")  # a label that is framed: the mark stands on its edge
    picture, x, foot = kiosk.picture, kiosk.box[0], _foot(kiosk)
    kiosk.server.keyboard.press("ENTER")
    _, line = kiosk.wait_for("^scene card/")
    name = re.search("card/([^ ]*)", line)[1]
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("timeline", "key")
    kiosk.settled()
    kiosk.server.touch.tap((x + 1, foot))
    _opens(kiosk, name, "touch")
    require(kiosk.rests() == picture, "the timeline looks different after the card")


def card_closes_where_one_taps_beside_it(lab):
    kiosk = _visit(lab)
    touch = kiosk.server.touch
    _stand(kiosk, "HOME")
    for beside in ((30, 500), kiosk.bar.key("me")):
        touch.tap(_middle(kiosk.box))
        kiosk.scene(f"card/{lab.events[0]['id']}", "touch")
        card = kiosk.settled()
        touch.tap((WIDTH // 2, HEIGHT // 2 - 20))  # on it
        require(kiosk.rests() == card, "a tap on the card did something")
        touch.tap(beside)
        kiosk.scene("timeline", "touch")
        require(kiosk.rests() == kiosk.picture, "the timeline looks different after the card")


def sliding_off_a_label_opens_nothing(lab):
    kiosk = _visit(lab, zooms=3)
    touch, at = kiosk.server.touch, _middle(kiosk.box)
    touch.down(at)
    kiosk.wait_until("a mark on the label", lambda picture: picture.difference(kiosk.picture, kiosk.box) > 500)
    kiosk.nothing_more()
    touch.slide((at[0], at[1] + 200), 0.15)
    require(kiosk.settled().difference(kiosk.picture, kiosk.box) == 0, "the label still looks pressed")
    kiosk.held()
    touch.up()
    require(kiosk.rests() == kiosk.picture, "sliding off a label did something")


def tap_on_a_cluster_parts_it(lab):
    exhibit = lab.copy(lab.quick)
    exhibits.crowd(exhibit, 60)
    kiosk = lab.start("--start", "home", exhibit=exhibit)
    kiosk.bar = lab.bar(kiosk.settled())
    kiosk.server.keyboard.press("T")
    kiosk.scene("timeline", "key")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.picture = kiosk.settled()
    _stand(kiosk)
    kiosk.server.keyboard.press("TAB")  # clusters come first in the order: that of one day, which opens a list,
    kiosk.server.keyboard.press("TAB")  # and then that of many months
    box = kiosk.settled().changed(kiosk.picture)
    require(box and box[2] < 90, "no cluster is seen on the whole timeline")
    day = kiosk.window.at(box[0])
    kiosk.server.touch.tap(_middle(box))
    window = _Window(kiosk, kiosk.rests())
    require(window.length < kiosk.window.length / 2, "a tap on a cluster looks no closer")
    require(window.left - 3 <= day <= window.right, "what the cluster stood for is not in the window")


def overview_moves_the_window(lab):
    kiosk = _visit(lab)
    touch, whole = kiosk.server.touch, kiosk.window
    for _ in range(4):
        kiosk.server.keyboard.press("EQUAL")
    kiosk.settled()
    place = lambda share: (whole.left + share * whole.length, whole.y)
    touch.tap(place(0.3))
    _near(_Window(kiosk, kiosk.rests()).middle, place(0.3)[0], 4, "the window after a tap on the overview")
    touch.down(place(0.3))
    for share in (0.5, 0.7, 0.4):
        touch.slide(place(share), 0.15)
        _near(_Window(kiosk, kiosk.settled()).middle, place(share)[0], 6, "the window under the finger")
    touch.slide((WIDTH, whole.y - 100), 0.15)  # off it, and beyond its end
    end = kiosk.settled()
    _near(_Window(kiosk, end).right, whole.right, 2, "the window at the end")
    touch.up()
    require(kiosk.rests() == end, "it moved on when the finger went")


def arrows_walk_from_event_to_event(lab):
    kiosk = _visit(lab)
    names = [event["id"] for event in lab.events]
    keyboard = kiosk.server.keyboard
    for keys, number in ((("HOME",), 0), (("RIGHT",), 1), (("RIGHT", "RIGHT"), 3), (("LEFT",), 2), (("END",), -1), (("LEFT",), -2),
                         (("RIGHT", "RIGHT"), -1)):
        for key in keys:
            keyboard.press(key)
        keyboard.press("ENTER")
        _opens(kiosk, names[number], "key")
    kiosk.rests()


def arrows_change_the_lane(lab):
    kiosk = _visit(lab)
    keyboard = kiosk.server.keyboard
    lanes, seen = {event["id"]: event["lane"] for event in lab.events}, []
    keyboard.press("HOME")
    for key in ("UP", "UP", "DOWN", "DOWN", "DOWN", "UP"):
        keyboard.press(key)
        keyboard.press("ENTER")
        _, line = kiosk.wait_for("^scene card/")
        seen.append(lanes[re.search("card/([^ ]*)", line)[1]])
        keyboard.press("ESC")
        kiosk.scene("timeline", "key")
    require(seen == ["chile", "chile", "neighbours", "world", "world", "neighbours"], f"the lanes are {seen}")


def label_under_the_keys_is_always_seen(lab):
    """However close one has come, the event that keys lead to stands in the window, whole."""
    kiosk = _visit(lab, zooms=5)
    for key in ("HOME", "END", "LEFT"):
        _stand(kiosk, key)
        x, _, width, _ = kiosk.box
        require(x >= 0 and x + width <= WIDTH, f"after {key} the label stands at {kiosk.box}")


def t_opens_the_timeline_from_anywhere(lab):
    kiosk = lab.visit()
    keyboard = kiosk.server.keyboard

    def there_and_back(scene):
        keyboard.press("T")
        kiosk.scene("timeline", "key")
        kiosk.settled()
        keyboard.press("T")
        kiosk.rests()
        keyboard.press("ESC")
        kiosk.scene(scene, "key")

    there_and_back("home")
    keyboard.press("HOME")
    keyboard.press("ENTER")
    kiosk.scene(lab.panel_scene(0), "key")
    there_and_back(lab.panel_scene(0))
    kiosk.settled()
    kiosk.server.touch.tap((350, 450))
    kiosk.scene(f"picture/{lab.panels[0]}", "touch")
    there_and_back(lab.panel_scene(0))
    keyboard.press("T")
    keyboard.press("RIGHT")
    keyboard.press("ENTER")
    kiosk.wait_for("^scene card/")
    there_and_back(lab.panel_scene(0))
    kiosk.rests()


def drag_goes_on_while_a_palm_rests(lab):
    kiosk = _visit(lab, zooms=4)
    touch, mark = kiosk.server.touch, _words(kiosk)
    touch.down((20, EMPTY[1]), 1)
    touch.down((1500, EMPTY[1]), 2)
    touch.slide((1300, EMPTY[1]), 0.15, finger=2)
    moved = _moved(kiosk, mark, kiosk.settled())[0]
    require(abs(moved + 200) <= SLOP, f"the finger moved -200, time {moved}")
    time.sleep(HOLD)
    touch.up(2)
    touch.up(1)
    kiosk.rests()


def one_visitor_taps_while_another_drags(lab):
    kiosk = _visit(lab)
    touch = kiosk.server.touch
    _stand(kiosk, "HOME", "EQUAL", "EQUAL", "EQUAL")
    mark = _words(kiosk)
    touch.down((1700, EMPTY[1]), 1)
    touch.slide((1800, EMPTY[1]), 0.15, finger=1)
    moved = _moved(kiosk, mark, kiosk.settled())[0]
    touch.tap((kiosk.box[0] + 40 + moved, _middle(kiosk.box)[1]), 2)
    kiosk.scene(f"card/{lab.events[0]['id']}", "touch")
    touch.slide((1600, EMPTY[1]), 0.15, finger=1)
    touch.up(1)
    kiosk.rests()
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("timeline", "key")
    before = kiosk.rests()
    touch.down((1000, EMPTY[1]))
    touch.slide((1300, EMPTY[1]), 0.15)
    kiosk.held()
    touch.up()
    require(kiosk.rests() != before, "time does not follow a finger any more")


def upright_screen_moves_time_up_and_down(lab):
    kiosk = lab.start("--start", "timeline", size=PORTRAIT, exhibit=lab.quick)
    touch, keyboard = kiosk.server.touch, kiosk.server.keyboard
    for name in ("RIGHT", "EQUAL", "EQUAL"):
        keyboard.press(name)
    marked = kiosk.settled()
    touch.tap((PORTRAIT[0] - 12, 30))
    kiosk.picture = kiosk.settled()
    kiosk.box = marked.changed(kiosk.picture)
    mark, at = _words(kiosk), _middle(kiosk.box)
    touch.down(at)
    for way in (-300, 150):
        touch.slide((at[0] - 30, at[1] + way), 0.15)
        held = kiosk.settled()
        across, down = _moved(kiosk, mark, held)
        require(across == 0 and abs(down - way) <= SLOP, f"the finger moved {way} down, time {across}, {down}")
    kiosk.held()
    touch.up()
    require(kiosk.rests() == held, "time moved on after a finger that had stopped")
    keyboard.press("ENTER")  # the event that the keys stand on
    _, line = kiosk.wait_for("^scene card/")
    keyboard.press("ESC")
    kiosk.scene("timeline", "key")
    kiosk.settled()
    touch.tap((at[0], at[1] + down))
    kiosk.scene(re.search("(card/[^ ]*)", line)[1], "touch")
    kiosk.rests()
