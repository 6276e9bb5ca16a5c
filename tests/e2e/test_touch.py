"""Fingers and the mouse: taps, swipes, pinches, several hands, and what drivers do to them."""
import time

import exhibits
from kiosk import ANSWER_SECONDS, require
from lab import LANDSCAPE

WIDTH, HEIGHT = LANDSCAPE
MIDDLE = (WIDTH // 2, HEIGHT // 2)
MARGIN, MARGIN_BELOW = (WIDTH - 12, 300), (WIDTH - 12, 600)  # of the first panel: nothing there answers to a touch
# Where panels have busy pictures and large letters: landmarks for finding out how far a page has moved.
LEFT_PART, RIGHT_PART = (100, 200, 500, 500), (1000, 100, 860, 350)
SLOP = 20   # pixels that a finger moves on this screen before it drags (4 mm), and one step more
HOLD = 0.7   # a contact held so long does not tap any more


class _Strip:
    """Two neighbouring pages at rest; tells how far the first has moved."""

    def __init__(self, first, second):
        self.marks = [(page, page.landmark(area), offset)
                      for page, offset in ((first, 0), (second, -WIDTH)) for area in (LEFT_PART, RIGHT_PART)]

    def offset(self, picture):
        """0: the first page; -WIDTH: the second."""
        for page, mark, offset in self.marks:
            moved = page.moved(picture, mark)
            if moved and moved[1] == 0:
                return moved[0] + offset
        return None


def _strip(kiosk, lab):
    """Turns to the second panel and back, and looks at both."""
    first = kiosk.picture
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(1), "key")
    second = kiosk.settled()
    kiosk.server.keyboard.press("LEFT")
    kiosk.scene(lab.panel_scene(0), "key")
    require(kiosk.settled() == first, "a panel looks different the second time")
    return _Strip(first, second), first, second


def attract_wakes_on_touch_down(lab):
    kiosk = lab.start()
    first = next(text for _, text in kiosk.lines if text.startswith("scene "))
    require(first == "scene attract lang=en via=auto", f"the first scene is '{first}'")
    attract, touch = kiosk.settled(), kiosk.server.touch
    require(len(attract.colours()) > 50, "attract shows no picture")
    touch.down(lab.card(0))
    kiosk.scene("home", "touch")
    require(kiosk.lines[-1][0] - touch.last < 1, "it took more than a second")
    kiosk.wait_until("another picture", lambda picture: picture != attract, ANSWER_SECONDS if kiosk.sanitized else 1)
    touch.up()
    woken = kiosk.rests()  # the finger that wakes opens nothing
    for key, scene in (("ESC", "attract"), ("RIGHT", "home")):
        kiosk.server.keyboard.press(key)
        kiosk.scene(scene, "key")
    require(kiosk.rests() == woken, "home looks different after waking by a touch than by a key")


def a_poster_opens_its_panel(lab):
    exhibit = lab.copy()
    exhibits.set_value(exhibit, "config/exhibit.yaml", "poster_s", 10)
    kiosk = lab.start(exhibit=exhibit)
    opening = kiosk.settled()
    kiosk.wait_until("another poster", lambda picture: picture.difference(opening) > 100_000, 10 + ANSWER_SECONDS)
    kiosk.settled()
    kiosk.server.touch.tap(MIDDLE)
    kiosk.scene(lab.panel_scene(0), "touch", lang="es")


def a_language_opens_by_its_button(lab):
    kiosk = lab.start()
    picture, row = kiosk.settled(), HEIGHT - 20  # below the words of the buttons
    line = picture.words[row * WIDTH:(row + 1) * WIDTH]
    ends = [x for x in range(1, WIDTH * 3 // 4) if line[x] != line[x - 1]]  # behind them stands the sign of the settings
    require(len(ends) == 4, f"two buttons are seen by their four edges, which are at {ends}")
    kiosk.server.touch.tap(((ends[2] + ends[3]) // 2, row))
    kiosk.scene("home", "touch", lang="es")


def tap_opens_card(lab):
    for chapter, names in enumerate(lab.chapters):
        kiosk = lab.visit()
        kiosk.server.touch.tap(lab.card(chapter))
        kiosk.scene(f"panel/{names[0]}", "touch")
        require(kiosk.rests().difference(kiosk.picture) > 100_000, "the panel looks like home")


def touch_is_felt_before_it_acts(lab):
    kiosk = lab.visit(panel=True)
    box = kiosk.bar.box("next")
    kiosk.server.touch.down(kiosk.bar.key("next"))
    kiosk.wait_until("a mark on the key", lambda picture: picture.difference(kiosk.picture, box) > 1000)
    kiosk.nothing_more()
    kiosk.server.touch.up()
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.rests()


def bar_keys_answer(lab):
    kiosk = lab.visit(panel=True)
    tap, key = kiosk.server.touch.tap, kiosk.bar.key
    tap(key("next"))
    kiosk.scene(lab.panel_scene(1), "touch")
    tap(key("previous"))
    kiosk.scene(lab.panel_scene(0), "touch")
    tap(key("language"))
    kiosk.settings("touch", lang="es")
    tap(key("me"))
    kiosk.scene("card/settings", "touch", lang="es")
    tap((20, 200))
    kiosk.scene(lab.panel_scene(0), "touch", lang="es")
    tap(key("home"))
    kiosk.scene("home", "touch", lang="es")
    kiosk.rests()
    tap(key("previous"))  # leads nowhere at home
    kiosk.rests()


def quick_taps_count_once_each(lab):
    """The server makes a mouse click of each first finger; nothing may happen twice for it, and nothing may be lost."""
    kiosk = lab.visit(panel=True)
    for index in (1, 2, 3, 4):
        kiosk.server.touch.tap(kiosk.bar.key("next"))
    for index in (1, 2, 3, 4):
        kiosk.scene(lab.panel_scene(index), "touch")
    for _ in range(4):
        kiosk.server.touch.tap(kiosk.bar.key("previous"))
    for index in (3, 2, 1, 0):
        kiosk.scene(lab.panel_scene(index), "touch")
    kiosk.rests()


def echo_of_a_touch_is_no_click(lab):
    """Some drivers make a click of a touch as well, as from a mouse: before it, during it or after it."""
    kiosk = lab.visit(panel=True)
    touch, mouse, at = kiosk.server.touch, lab.mouse(kiosk), kiosk.bar.key("language")
    mouse.move(at)
    mouse.button(1)
    touch.down(at)
    mouse.button(0)
    touch.up()
    kiosk.settings("touch", lang="es")
    kiosk.rests()
    touch.down(at)
    mouse.click(at)
    touch.up()
    kiosk.settings("touch")
    mouse.click(at)
    kiosk.rests()
    touch.tap(at)
    mouse.click(at)
    kiosk.settings("touch", lang="es")
    kiosk.rests()


def swipe_turns_page(lab):
    kiosk = lab.visit(panel=True)
    kiosk.server.touch.swipe((1400, 500), (700, 520))
    kiosk.scene(lab.panel_scene(1), "touch")
    require(kiosk.rests().difference(kiosk.picture) > 100_000, "the page has not turned")
    kiosk.server.touch.swipe((700, 500), (1400, 480))
    kiosk.scene(lab.panel_scene(0), "touch")
    require(kiosk.rests() == kiosk.picture, "the page has not turned back")


def swipe_opens_first_panel_from_home(lab):
    kiosk = lab.visit()
    kiosk.server.touch.swipe((1500, 500), (1000, 500))
    kiosk.scene(lab.panel_scene(0), "touch")
    kiosk.settled()
    kiosk.server.touch.swipe((700, 500), (1400, 500))
    kiosk.scene("home", "touch")
    require(kiosk.rests() == kiosk.picture, "home looks different the second time")


def swipe_beyond_the_ends_returns(lab):
    kiosk = lab.visit()
    kiosk.server.touch.swipe((500, 500), (1400, 500))
    require(kiosk.rests() == kiosk.picture, "home moved")
    kiosk.server.keyboard.press("RIGHT")
    kiosk.settled()
    kiosk = lab.visit(panel=True)
    kiosk.server.keyboard.press("END")
    kiosk.scene(lab.panel_scene(-1), "key")
    kiosk.settled()
    kiosk.server.touch.swipe((1400, 500), (500, 500))
    kiosk.scene("end", "touch")
    last = kiosk.settled()
    kiosk.server.touch.swipe((1400, 500), (500, 500))
    require(kiosk.rests() == last, "the end moved")


def swipe_follows_finger_and_returns(lab):
    kiosk = lab.visit(panel=True)
    touch, mark = kiosk.server.touch, kiosk.picture.landmark(RIGHT_PART)
    touch.down((1300, 500))
    for to in (1150, 1000, 1250):
        touch.slide((to, 500), 0.15)
        moved = kiosk.picture.moved(kiosk.settled(), mark)
        require(moved and moved[1] == 0 and to - 1300 <= moved[0] <= to - 1300 + SLOP, f"the finger moved {to - 1300}, the page {moved}")
    touch.slide((1000, 500), 0.15)
    kiosk.held()
    touch.up()
    require(kiosk.rests() == kiosk.picture, "the page has not come back")


def swipe_caught_in_flight_follows_finger(lab):
    kiosk = lab.visit(panel=True)
    strip, first, second = _strip(kiosk, lab)
    touch = kiosk.server.touch
    touch.swipe((1500, 500), (1000, 500), 0.08)
    kiosk.scene(lab.panel_scene(1), "touch")
    seen = strip.offset(kiosk.screen.shot())
    touch.down((700, 500), finger=2)
    held = strip.offset(kiosk.settled())
    require(seen is not None and held is not None, f"what moves is none of the two pages: {seen}, {held}")
    require(-WIDTH < held < 0, f"the finger did not catch the page: {held}")
    require(held <= seen, f"the page jumped back when it was caught: {seen} to {held}")
    touch.slide((850, 500), 0.2, finger=2)
    moved = strip.offset(kiosk.settled())
    require(moved is not None and 150 - SLOP <= moved - held <= 150, f"the finger moved 150, the page from {held} to {moved}")
    kiosk.held()
    touch.up(finger=2)
    rest = kiosk.settled()
    if rest == first:
        kiosk.scene(lab.panel_scene(0), "touch")
    require(rest in (first, second), "the page came to rest at neither end")
    kiosk.nothing_more()


def tap_on_a_turning_page_only_stops_it(lab):
    kiosk = lab.visit(panel=True)
    _, _, second = _strip(kiosk, lab)
    kiosk.server.touch.swipe((1500, 500), (1000, 500), 0.08)
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.server.touch.tap(MIDDLE, finger=2)
    rest = kiosk.settled()
    if rest == kiosk.picture:
        kiosk.scene(lab.panel_scene(0), "touch")
    require(rest in (kiosk.picture, second), "the page came to rest at neither end")
    kiosk.nothing_more()


def upright_drag_turns_no_page(lab):
    kiosk = lab.visit(panel=True)
    kiosk.server.touch.swipe((1000, 800), (1050, 200))
    require(kiosk.rests() == kiosk.picture, "the picture changed")


def text_too_long_is_dragged(lab):
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    touch.tap(kiosk.bar.key("next"))
    kiosk.scene(lab.panel_scene(1), "touch")
    top = kiosk.settled()
    touch.down((1300, 800))
    touch.slide((1300, 500), 0.2)
    held = kiosk.settled()
    mark = held.landmark((1000, 450, 500, 100))
    touch.slide((1300, 600), 0.2)
    moved = held.moved(kiosk.settled(), mark)
    require(moved == (0, 100), f"the finger moved 100 down, the text {moved}")
    touch.up()
    scrolled = kiosk.rests()
    require(scrolled != top, "the text went back")
    require(scrolled.difference(top, (0, 0, WIDTH, 60)) == 0, "more than the text moved")
    touch.swipe((1300, 300), (1300, 900))
    require(kiosk.rests() == top, "the text does not come back to its beginning")
    touch.swipe((1300, 900), (1300, 300))  # a flick runs on beyond the finger
    require(top.moved(kiosk.rests(), top.landmark((1000, 450, 500, 300))) is None, "a flick moved the text no further than the finger")


def pinch_asks_for_large_text(lab):
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    for span, text in ((300, "large"), (60, "normal")):
        before = kiosk.settled()
        start = 60 if text == "large" else 300
        touch.down((1300 - start, 450), 1)
        touch.down((1300 + start, 550), 2)
        touch.slide_all({1: (1300 - span, 450), 2: (1300 + span, 550)}, 0.2)
        kiosk.settings("touch", text=text)
        touch.up(1)
        touch.up(2)
        require(kiosk.rests().difference(before) > 20_000, "the letters look the same")
    require(kiosk.settled() == kiosk.picture, "the panel looks different than before")


def two_fingers_tap_two_keys(lab):
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    touch.down(kiosk.bar.key("language"), 1)
    touch.down(kiosk.bar.key("me"), 2)
    touch.up(1)
    touch.up(2)
    kiosk.settings("touch", lang="es")
    kiosk.scene("card/settings", "touch", lang="es")
    kiosk.rests()


def two_visitors_tap_while_one_holds(lab):
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    touch.down(MARGIN, 1)
    touch.down(MARGIN_BELOW, 2)
    touch.tap(kiosk.bar.key("next"), 3)
    kiosk.scene(lab.panel_scene(1), "touch")
    touch.up(1)
    touch.up(2)
    kiosk.rests()


def held_palm_does_not_hinder_taps(lab):
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    touch.down(MARGIN, 1)
    touch.tap(kiosk.bar.key("next"), 2)
    kiosk.scene(lab.panel_scene(1), "touch")
    time.sleep(HOLD)
    touch.tap(kiosk.bar.key("previous"), 2)
    kiosk.scene(lab.panel_scene(0), "touch")
    touch.up(1)
    require(kiosk.rests() == kiosk.picture, "the palm left something behind")


def lost_finger_does_not_hinder_taps(lab):
    """A finger on a key whose up never came."""
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    touch.down(kiosk.bar.key("next"), 1)
    time.sleep(HOLD)
    for index in (1, 2):
        touch.tap(kiosk.bar.key("next"), 2)
        kiosk.scene(lab.panel_scene(index), "touch")
    touch.tap(kiosk.bar.key("home"), 2)
    kiosk.scene("home", "touch")
    kiosk.rests()


def tap_sliding_off_a_key_does_nothing(lab):
    kiosk = lab.visit(panel=True)
    touch, key = kiosk.server.touch, kiosk.bar.key
    box = kiosk.bar.box("next")
    for to in ((key("next")[0], 400), key("language"), (key("next")[0] - 400, key("next")[1])):
        touch.down(key("next"))
        kiosk.wait_until("a mark on the key", lambda picture: picture.difference(kiosk.picture, box) > 1000)
        touch.slide(to, 0.15)
        require(kiosk.settled() == kiosk.picture, "the key still looks pressed, or the page moved")
        touch.up()
        require(kiosk.rests() == kiosk.picture, "sliding off a key did something")


def corners_are_safe(lab):
    kiosk = lab.visit()
    touch = kiosk.server.touch
    for corner in ((0, 0), (WIDTH - 1, 0), (-0.5, -0.5), (WIDTH, -0.5)):
        touch.tap(corner)
        require(kiosk.rests() == kiosk.picture, f"a tap at {corner} did something")
    for corner in ((WIDTH - 1, HEIGHT - 1), (WIDTH, HEIGHT)):  # that, and the last step of the touch panel
        touch.tap(corner)
        kiosk.scene("card/settings", "touch")
        kiosk.server.keyboard.press("ESC")
        kiosk.scene("home", "key")
        kiosk.settled()
    for start, end, scene in (((WIDTH - 1, 300), (0, 300), lab.panel_scene(0)), ((0, 0), (WIDTH - 1, 0), "home"),
                              ((WIDTH - 1, 0), (0, 0), lab.panel_scene(0))):
        kiosk.settled()
        touch.swipe(start, end)
        kiosk.scene(scene, "touch")
    kiosk.settled()
    touch.tap((0, HEIGHT - 1))
    kiosk.scene("home", "touch")
    require(kiosk.rests() == kiosk.picture, "home looks different the second time")


def ten_fingers_are_safe(lab):
    kiosk = lab.visit(panel=True)
    touch = kiosk.server.touch
    for finger in range(10):
        touch.down((200 + 150 * finger, 300), finger)
    touch.slide_all({finger: (250 + 130 * finger, 600) for finger in range(10)}, 0.15)
    touch.up_all()
    kiosk.settled()
    lab.visit(panel=True).server.touch.tap(kiosk.bar.key("next"))
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.rests()


def mouse_is_one_finger(lab):
    kiosk = lab.visit(panel=True)
    mouse = lab.mouse(kiosk)
    mouse.click(kiosk.bar.key("next"))
    kiosk.scene(lab.panel_scene(1), "mouse")
    kiosk.settled()
    mouse.move((700, 500))
    mouse.button(1)
    for x in range(700, 1401, 50):
        mouse.move((x, 500))
        time.sleep(0.008)
    mouse.button(0)
    kiosk.scene(lab.panel_scene(0), "mouse")
    require(kiosk.rests() == kiosk.picture, "the page has not turned back")
    for button in (2, 3, 4, 5, 6, 7):
        mouse.click(kiosk.bar.key("next"), button)
    mouse.move(MIDDLE)
    require(kiosk.rests() == kiosk.picture, "another button than the first, or a wheel, did something")


def mouse_works_again_after_touch(lab):
    kiosk = lab.visit(panel=True)
    kiosk.server.touch.tap(kiosk.bar.key("language"))
    kiosk.settings("touch", lang="es")
    kiosk.rests()
    lab.mouse(kiosk).click(kiosk.bar.key("language"))
    kiosk.settings("mouse")
    kiosk.server.touch.tap(kiosk.bar.key("next"))
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.rests()


def pointer_is_never_seen(lab):
    kiosk = lab.visit(panel=True)
    lab.mouse(kiosk).move(MIDDLE)
    require(not kiosk.screen.cursor_is_visible(), "the mouse's arrow is seen on the page")
    kiosk.server.touch.tap(MARGIN)
    require(not kiosk.screen.cursor_is_visible(), "the arrow is seen after a touch")
    require(kiosk.rests() == kiosk.picture, "the mouse left something on the page")
