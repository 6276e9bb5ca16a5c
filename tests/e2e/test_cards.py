"""Cards above a panel: what opens them, what closes them, what moves in them; where their links lead; the colophon."""
import time

from kiosk import require
from things import close_key, thing, things

# Things of the first panel, as Tab finds them.
TERM, EVENT, LINK, DIFFERENCE, MORE = 2, 3, 4, 5, 6
OUTSIDE = (30, 60)  # of every card
SLOP = 16           # pixels that a finger moves on this screen before it drags, and one step more
HOLD = 0.7          # a contact held so long does not tap any more


def _middle(lab):
    return lab.size[0] // 2, lab.size[1] * 3 // 7


def _panel(lab):
    """The first panel, and its cards by the thing that opens them."""
    kiosk, name = lab.visit(panel=True), lab.panels[0]
    return kiosk, {EVENT: "card/charter", TERM: "card/sleeper", DIFFERENCE: f"card/{name}", MORE: f"card/{name}"}


def _open(kiosk, number, scene):
    kiosk.server.touch.tap(thing(kiosk, number))
    kiosk.scene(scene, "touch")
    return kiosk.settled()


def _closed(lab, kiosk, via="touch"):
    kiosk.scene(lab.panel_scene(0), via)
    require(kiosk.rests() == kiosk.picture, "the panel looks different below its card")


def _down(lab, kiosk, seconds=0.1):
    x, y = _middle(lab)
    kiosk.server.touch.swipe((x, y - 100), (x, y + 200), seconds)


def cards_open_and_close(lab):
    kiosk, cards = _panel(lab)
    touch, keyboard = kiosk.server.touch, kiosk.server.keyboard
    ways = {"outside": lambda: touch.tap(OUTSIDE), "the cross": lambda: touch.tap(close_key(kiosk)), "a swipe": lambda: _down(lab, kiosk),
            "Esc": lambda: keyboard.press("ESC")}
    for number, names in ((TERM, ways), (EVENT, ["a swipe"]), (DIFFERENCE, ["outside", "Esc"]), (MORE, ["the cross", "a swipe"])):
        place = thing(kiosk, number)
        for name in names:
            touch.tap(place)
            kiosk.scene(cards[number], "touch")
            card = kiosk.settled()
            require(card.difference(kiosk.picture) > 100_000, "no card is seen")
            ways[name]()
            _closed(lab, kiosk, "key" if name == "Esc" else "touch")


def scales_hang_below_the_picture(lab):
    """A finger on the scales opens both sides at the foot of the page; above them it is the same, in a shade."""
    kiosk, cards = _panel(lab)
    card = _open(kiosk, DIFFERENCE, cards[DIFFERENCE])
    width, height = lab.size
    top, shades = (0, 0, width, height // 4), {}
    for mine, its in zip(kiosk.picture.rows(top), card.rows(top)):
        for before, after in zip(mine, its):
            require(shades.setdefault(before, after) == after, "something stands over the upper part of the page")
    require(len(set(shades.values())) > 20, "nothing of the page is to be seen there")
    pan = (width // 4, height * 3 // 4)
    kiosk.server.touch.tap(pan)
    require(kiosk.rests() == card, "a touch of a pan does something")
    kiosk.server.touch.swipe(pan, (pan[0], pan[1] + height // 5), 0.15)
    _closed(lab, kiosk)


def slow_pull_closes_a_card_too(lab):
    kiosk, cards = _panel(lab)
    card = _open(kiosk, TERM, cards[TERM])
    touch, (x, y) = kiosk.server.touch, _middle(lab)
    touch.down((x, y - 50))
    touch.slide((x, y), 0.3)
    time.sleep(0.2)
    touch.up()
    require(kiosk.rests() == card, "a card that was hardly pulled is gone")
    touch.down((x, y - 50))
    touch.slide((x, y + 150), 0.4)
    time.sleep(0.2)
    touch.up()
    _closed(lab, kiosk)


def touches_inside_leave_a_card_open(lab):
    kiosk, cards = _panel(lab)
    card = _open(kiosk, TERM, cards[TERM])
    touch, (x, y) = kiosk.server.touch, _middle(lab)
    touch.tap((x, y))
    touch.swipe((x + 200, y), (x - 200, y))   # no page turns below it
    touch.swipe((x, y + 50), (x, y - 100))    # nor is it thrown upwards
    touch.swipe(OUTSIDE, (OUTSIDE[0], OUTSIDE[1] + SLOP))  # a finger that moves does not tap
    for name in ("home", "next", "timeline", "me"):  # what lies in shadow does not answer: the card goes first
        require(kiosk.rests() == card, "a touch changed the card")
        touch.tap(kiosk.bar.key(name))
        _closed(lab, kiosk)
        _open(kiosk, TERM, cards[TERM])


def long_card_scrolls_under_the_finger(lab):
    kiosk, cards = _panel(lab)
    top = _open(kiosk, MORE, cards[MORE])
    touch, (x, y) = kiosk.server.touch, _middle(lab)
    mark = top.landmark((x - 300, y - 20, 500, 60))
    touch.down((x, y + 150))
    touch.slide((x, y + 50), 0.2)
    held = top.moved(kiosk.settled(), mark)
    require(held and held[0] == 0 and -100 <= held[1] <= SLOP - 100, f"the finger moved 100 up, the text {held}")
    time.sleep(0.2)
    touch.up()
    scrolled = kiosk.rests()
    require(scrolled != top, "the text went back")
    _down(lab, kiosk)  # from below the top a swipe only scrolls
    require(kiosk.rests() == top, "the text does not come back to its beginning")
    touch.swipe((x, y + 40), (x, y - 20), 0.05)  # a flick runs on beyond the finger
    thrown = top.moved(kiosk.rests(), mark)
    require(thrown is None or thrown[1] < -60, f"the finger flicked 60 up, the text {thrown}")
    _down(lab, kiosk, 0.05)
    require(kiosk.rests() == top, "the text does not come back to its beginning")
    _down(lab, kiosk)
    _closed(lab, kiosk)


def scroll_key_and_keys_move_a_card(lab):
    kiosk, cards = _panel(lab)
    keyboard, touch = kiosk.server.keyboard, kiosk.server.touch
    top = _open(kiosk, MORE, cards[MORE])
    down = thing(kiosk, -2)
    touch.tap(down)
    end = kiosk.rests()
    require(end != top, "the key that scrolls does not")
    touch.tap(down)
    require(kiosk.rests() == top, "at the end the key does not lead back up")
    for names, wanted in (("END", end), ("HOME", top), ("PAGEDOWN", end), ("PAGEUP", top)):
        keyboard.press(names)
        require(kiosk.rests() == wanted, f"{names} does not show that end of the card")
    keyboard.press("DOWN")
    require(kiosk.rests() not in (top, end), "Down scrolls by more or less than a few lines")
    keyboard.press("UP")
    require(kiosk.rests() == top, "Up does not undo Down")


def keys_open_what_is_in_focus(lab):
    kiosk, cards = _panel(lab)
    keyboard = kiosk.server.keyboard
    for number, names in ((TERM, "ENTER"), (DIFFERENCE, "SPACE"), (EVENT, "KPENTER")):
        thing(kiosk, number)
        keyboard.press(names)
        kiosk.scene(cards[number], "key")
        card = kiosk.settled()
        for names in ("TAB", "LEFTSHIFT+TAB"):  # the focus stays on the card
            keyboard.press(names)
            require(0 < kiosk.rests().difference(card) < 20_000, f"{names} shows no focus on the card")
        keyboard.press("ESC")
        _closed(lab, kiosk, "key")
    thing(kiosk, TERM)
    keyboard.press("SPACE")
    kiosk.scene(cards[TERM], "key")
    close_key(kiosk)
    keyboard.press("ENTER")
    _closed(lab, kiosk, "key")


def two_fingers_on_a_card_do_no_harm(lab):
    kiosk, cards = _panel(lab)
    touch, (x, y) = kiosk.server.touch, _middle(lab)
    term, more = things(kiosk, TERM, MORE)
    touch.down(term, 1)
    touch.down(more, 2)
    touch.up(1)
    kiosk.scene(cards[TERM], "touch")
    touch.up(2)  # it meant what lies below the card now
    card = kiosk.rests()
    cross = close_key(kiosk)
    touch.down((x, y), 1)
    touch.down((x + 40, y + 40), 2)
    touch.slide_all({1: (x - 150, y), 2: (x + 190, y + 40)}, 0.2)  # larger letters, here too
    kiosk.settings("touch", text="large")
    touch.slide_all({1: (x, y), 2: (x + 40, y + 40)}, 0.2)
    touch.up_all()
    kiosk.server.keyboard.press("A")
    kiosk.settings("key")
    require(kiosk.rests() == card, "the card is not what it was")
    touch.down((x, y), 1)  # one holds, another closes
    touch.tap(cross, 2)
    kiosk.scene(lab.panel_scene(0), "touch")
    touch.up(1)
    require(kiosk.rests() == kiosk.picture, "the finger that held did something")


def finger_sliding_off_a_link_opens_nothing(lab):
    kiosk, _ = _panel(lab)
    touch = kiosk.server.touch
    for number in (TERM, MORE):
        place = thing(kiosk, number)
        box = (place[0] - 4, place[1] - 4, 20, 20)
        touch.down(place)
        kiosk.wait_until("a mark on it", lambda picture: picture.difference(kiosk.picture, box) > 100)
        touch.slide((place[0], place[1] - 120), 0.15)
        require(kiosk.settled() == kiosk.picture, "it still looks pressed")
        touch.up()
        require(kiosk.rests() == kiosk.picture, "sliding off did something")
    touch.down(thing(kiosk, TERM))
    time.sleep(HOLD)
    touch.up()
    require(kiosk.rests() == kiosk.picture, "holding a link did something")


def links_lead_on_and_esc_leads_back(lab):
    kiosk, cards = _panel(lab)
    keyboard, touch = kiosk.server.keyboard, kiosk.server.touch
    touch.tap(thing(kiosk, LINK))
    kiosk.scene(lab.panel_scene(1), "touch")
    kiosk.settled()
    keyboard.press("ESC")
    _closed(lab, kiosk, "key")

    card = _open(kiosk, MORE, cards[MORE])
    _open(kiosk, 1, "card/hands")  # a card from a card
    keyboard.press("ESC")
    kiosk.scene(cards[MORE], "key")
    require(kiosk.rests() == card, "the first card is not what it was")
    touch.tap(thing(kiosk, 3))
    kiosk.scene("panel/strike", "touch")
    require(kiosk.settled().difference(kiosk.picture) > 100_000, "the panel is not seen")
    keyboard.press("ESC")
    _closed(lab, kiosk, "key")

    _open(kiosk, EVENT, cards[EVENT])
    touch.tap(thing(kiosk, 1))  # past the panel one is on, which it does not offer
    kiosk.scene("panel/charter", "touch")
    kiosk.settled()
    keyboard.press("ESC")
    _closed(lab, kiosk, "key")
    keyboard.press("ESC")
    kiosk.scene("home", "key")
    kiosk.rests()


def colophon_opens_scrolls_and_closes(lab):
    kiosk = lab.visit()
    keyboard, touch, home = kiosk.server.keyboard, kiosk.server.touch, kiosk.picture
    about, (x, y) = thing(kiosk, 1), _middle(lab)
    touch.tap(about)
    kiosk.scene("colophon", "touch")
    top = kiosk.settled()
    keyboard.press("END")
    end = kiosk.rests()
    require(end != top, "it does not scroll by keys")
    keyboard.press("HOME")
    require(kiosk.rests() == top, "Home does not show its beginning")
    touch.down((x, y + 50))
    touch.slide((x, y - 30), 0.3)
    kiosk.held()
    touch.up()
    require(kiosk.rests() not in (top, end), "it does not scroll by a finger")
    cross = close_key(kiosk)
    touch.tap(cross)
    kiosk.scene("home", "touch")
    require(kiosk.rests() == home, "home looks different below it")
    for close, via in ((lambda: _down(lab, kiosk), "touch"), (lambda: keyboard.press("ESC"), "key"), (lambda: touch.tap(OUTSIDE), "touch")):
        touch.tap(about)
        kiosk.scene("colophon", "touch")
        require(kiosk.settled() == top, "it does not begin at its top")
        close()
        kiosk.scene("home", via)
        require(kiosk.rests() == home, "home looks different below it")
    keyboard.press("TAB")
    keyboard.press("SPACE")
    kiosk.scene("colophon", "key")
    kiosk.rests()
