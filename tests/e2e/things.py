"""Where the things stand that answer to touch: found by the ring that the focus draws round them."""
from kiosk import require

INSIDE = 10  # pixels from a ring's corner: within even a word


def _corner(plain, focused):
    """The upper left corner of what changed."""
    for y, (mine, its) in enumerate(zip(plain.rows(None), focused.rows(None))):
        if mine != its:
            return next(x for x, (a, b) in enumerate(zip(mine, its)) if a != b), y
    return None


def thing(kiosk, number):
    """A point within a thing of the page, or of the card that is open: the first is 1, the last -1. Nothing has the focus before; that thing
    has it then."""
    plain = kiosk.settled()
    for _ in range(abs(number)):
        kiosk.server.keyboard.press("TAB" if number > 0 else "LEFTSHIFT+TAB")
    corner = _corner(plain, kiosk.settled())
    require(corner, f"no focus is seen on thing {number}")
    return corner[0] + INSIDE, corner[1] + INSIDE


def things(kiosk, *numbers):
    """Points within several things of a page without a card. Nothing has the focus then."""
    places = []
    for number in numbers:
        places.append(thing(kiosk, number))
        kiosk.server.touch.tap((kiosk.screen.width - 8, 200))  # the margin, where nothing answers
    return places


def close_key(kiosk):
    """Of a card: the last of its things."""
    return thing(kiosk, -1)
