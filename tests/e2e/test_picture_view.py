"""The picture view: an illustration alone, pinched, dragged and tapped twice.

What was zoomed is never the same to the pixel; whether a picture shows another one larger, or moved, is told by points in their flat colours."""
import operator
import time

from kiosk import require
from lab import LANDSCAPE
from picture import rgb
from things import thing

WIDTH, HEIGHT = LANDSCAPE
PAGE_HEIGHT = HEIGHT - 103  # above the bar
MIDDLE = (WIDTH // 2, PAGE_HEIGHT // 2)
ILLUSTRATION = (350, 450)  # a point on the first panel's
SAMPLES = (300, 150, 1320, 780)  # where points are looked at: clear of the keys
FLAT, ALIKE = 5, 40        # pixels around a point that have its colour; how far two colours of one ink may differ
SEEN = 0.9                 # share of points that agree in two pictures of the same
STEP, TWICE = 1.6, 2.5     # of the keys that zoom, of a double tap
KEYS = ("close", "closer", "farther", "describe")  # as Tab finds them
RING = 1                   # as Tab finds it, the first
HOLD = 0.7                 # as in test_touch
BETWEEN_TAPS = 0.05


def _visit(lab, zooms=0, whole=True):
    """All of the first panel's picture, or closer by some steps. kiosk.panel, kiosk.opened, kiosk.whole: the panel, the picture as it opens
    and all of it, at rest; kiosk.picture: closer."""
    kiosk = lab.visit(panel=True)
    kiosk.panel = kiosk.picture
    kiosk.server.touch.tap(ILLUSTRATION)
    kiosk.scene(f"picture/{lab.panels[0]}", "touch")
    kiosk.opened = kiosk.settled()
    if whole:
        kiosk.server.keyboard.press("HOME")
    kiosk.whole = kiosk.picture = kiosk.settled()
    for _ in range(zooms):
        kiosk.server.keyboard.press("EQUAL")
    if zooms:
        kiosk.picture = kiosk.settled()
    return kiosk


def _alike(one, other):
    return all(abs(a - b) <= ALIKE for a, b in zip(rgb(one), rgb(other)))


def _flat_points(picture):
    """(x, y, colour) of points around which there is no other colour."""
    left, top, width, height = SAMPLES
    for y in range(top, top + height, 19):
        rows = [picture.row(y + down) for down in (-FLAT, 0, FLAT)]
        for x in range(left, left + width, 23):
            colour = rows[1][x]
            if all(row[x + across] == colour for row in rows for across in (-FLAT, 0, FLAT)):
                yield x, y, colour


def _agreement(before, after, where):
    """The share of points of one picture that another shows where they should have gone."""
    left, top, width, height = SAMPLES
    agreed = seen = 0
    for x, y, colour in _flat_points(before):
        x, y = map(round, where(x, y))
        if left <= x < left + width and top <= y < top + height:
            seen += 1
            agreed += _alike(after.words[y * WIDTH + x], colour)
    require(seen > 30, f"{seen} points only to tell by")
    return agreed / seen


def _zoomed(scale, centre=MIDDLE, to=None):
    to = to or centre
    return lambda x, y: (to[0] + (x - centre[0]) * scale, to[1] + (y - centre[1]) * scale)


def _shows(before, after, where, what):
    """Requires that the picture went there, and that it can be told from one that stayed."""
    agreement, stayed = _agreement(before, after, where), _agreement(before, after, lambda x, y: (x, y))
    require(agreement >= SEEN, f"{what}: only {agreement:.2f} of the points are where they should be")
    require(stayed < agreement - 0.05, f"{what}: the pictures cannot be told apart")


def _key(kiosk, name):
    """The middle of one of the keys on the picture."""
    for _ in range(KEYS.index(name) + 1):
        kiosk.server.keyboard.press("TAB")
    x, y, width, height = kiosk.settled().changed(kiosk.picture)
    kiosk.server.touch.tap((WIDTH // 2 + 100 * KEYS.index(name), 20))  # takes the mark away; two in one place would be a double tap
    require(kiosk.settled() == kiosk.picture, "the mark on a key has not gone")
    return x + width // 2, y + height // 2


def _side(picture):
    """How much ink stands beside a whole picture."""
    ink = picture.words[0]
    return next(x for x in range(WIDTH) if set(picture.column(x)[200:HEIGHT - 200]) != {ink})


def _evenness(picture):
    """How many pixels look like their neighbours: more in a sharp picture of flat inks."""
    left, top, width, height = SAMPLES
    rows = (picture.row(y, left, width) for y in range(top, top + height, 4))
    return sum(sum(map(operator.eq, row[1:], row[:-1])) for row in rows)


def tap_on_the_illustration_opens_it(lab):
    kiosk = _visit(lab)
    touch = kiosk.server.touch
    bar = (0, kiosk.bar.top, WIDTH, kiosk.bar.height)
    require(kiosk.whole.difference(kiosk.panel, bar) == 0, "the bar has not stayed")
    require(kiosk.opened.difference(kiosk.whole) > WIDTH * HEIGHT / 4, "it does not open larger than all of it")
    close = _key(kiosk, "close")
    touch.down(close)
    kiosk.wait_until("a mark on the key", lambda picture: picture != kiosk.whole)
    touch.slide((close[0] - 200, close[1] + 100), 0.15)
    touch.up()
    require(kiosk.rests() == kiosk.whole, "sliding off the key did something")
    touch.tap(close)
    kiosk.scene(lab.panel_scene(0), "touch")
    require(kiosk.rests() == kiosk.panel, "the panel looks different after its picture")
    touch.down(ILLUSTRATION)
    touch.slide((ILLUSTRATION[0] + 10, ILLUSTRATION[1] + 200), 0.15)
    touch.up()
    require(kiosk.rests() == kiosk.panel, "sliding off the illustration did something")


def a_ring_leads_there_and_back(lab):
    """Its sentence stands at the foot then; a second touch shows the picture as it opened."""
    kiosk = lab.visit(panel=True, keys=(("RIGHT", lab.panel_scene(1)),))
    touch = kiosk.server.touch
    touch.tap(ILLUSTRATION)
    kiosk.scene(f"picture/{lab.panels[1]}", "touch")
    opened = kiosk.settled()
    touch.tap(thing(kiosk, RING))
    near = kiosk.rests()
    require(near.difference(opened) > WIDTH * HEIGHT / 4, f"{near.difference(opened)} pixels changed: has it moved there?")
    touch.tap(thing(kiosk, RING))
    require(kiosk.rests() == opened, "the same ring has not led back")
    touch.tap((WIDTH // 2, 40))  # beside all rings, on the picture
    require(kiosk.rests() == opened, "a touch on the picture did something")


def pinch_zooms_the_picture_about_the_fingers(lab):
    kiosk = _visit(lab, zooms=3)  # wider than the screen, so it can stand anywhere
    touch, (x, y) = kiosk.server.touch, (800, 450)
    touch.down((x - 150, y), 1)
    touch.down((x + 150, y), 2)
    touch.slide_all({1: (x - 240, y), 2: (x + 240, y)}, 0.25)
    held = kiosk.settled()
    scales = [1.6 * (1 - step / 100) for step in range(14)]  # the fingers' way until they are taken for a pinch does not count
    best = max(scales, key=lambda scale: _agreement(kiosk.picture, held, _zoomed(scale, (x, y))))
    _shows(kiosk.picture, held, _zoomed(best, (x, y)), "a pinch out")
    kiosk.nothing_more()
    touch.up(1)
    touch.up(2)
    sharp = kiosk.rests()
    _shows(kiosk.picture, sharp, _zoomed(best, (x, y)), "let go")
    require(_evenness(sharp) > _evenness(held), "the picture has not become sharper")
    kiosk.screen.drawn_since()
    kiosk.held()
    require(not kiosk.screen.drawn_since(), "it draws on at rest")
    touch.down((x - 350, y), 1)
    touch.down((x + 350, y), 2)
    touch.slide_all({1: (x - 48, y), 2: (x + 48, y)}, 0.25)
    touch.up(1)
    touch.up(2)
    require(kiosk.rests() == kiosk.whole, "a pinch in does not end at the whole picture")


def drag_moves_the_picture_and_no_farther_than_its_edge(lab):
    kiosk = _visit(lab)
    touch = kiosk.server.touch
    touch.swipe((1200, 700), (700, 300), 0.15)
    require(kiosk.rests() == kiosk.whole, "the whole picture can be pulled away")
    for _ in range(3):
        kiosk.server.keyboard.press("EQUAL")
    before = kiosk.settled()
    touch.down((1200, 700))
    touch.slide((960, 540), 0.3)
    held = kiosk.settled()
    ways = [((960 - 1200) * (1 - step / 50), (540 - 700) * (1 - step / 50)) for step in range(6)]
    moved = lambda way: lambda x, y: (x + way[0], y + way[1])
    best = max(ways, key=lambda way: _agreement(before, held, moved(way)))
    _shows(before, held, moved(best), "a drag")
    touch.up()
    _shows(before, kiosk.rests(), moved(best), "let go")
    for start, end in (((300, 200), (1700, 1000)), ((1700, 1000), (300, 100))):
        for _ in range(5):
            touch.swipe(start, end, 0.06)
        corner = kiosk.rests()
        touch.swipe(start, end, 0.06)
        require(kiosk.rests() == corner, "the picture can be pulled beyond its corner")
        side = _side(kiosk.whole)
        mine, its = ((side, 0), (0, 0)) if start < end else ((WIDTH - side, PAGE_HEIGHT), (WIDTH, PAGE_HEIGHT))
        _shows(kiosk.whole, corner, _zoomed(STEP ** 3, mine, its), "a corner")


def double_tap_looks_closer_there_and_back(lab):
    kiosk = _visit(lab, whole=False)
    touch = kiosk.server.touch
    for at in (MIDDLE, (MIDDLE[0], MIDDLE[1] + 150)):
        for _ in range(2):
            touch.tap(at)
            time.sleep(BETWEEN_TAPS)
        _shows(kiosk.opened, kiosk.rests(), _zoomed(TWICE, at), "a double tap")
        for _ in range(2):
            touch.tap(at)
            time.sleep(BETWEEN_TAPS)
        require(kiosk.rests() == kiosk.opened, "a second double tap does not lead back")
    touch.tap(MIDDLE)
    touch.tap((MIDDLE[0] + 300, MIDDLE[1]))
    require(kiosk.rests() == kiosk.opened, "two taps in two places are taken for a double tap")


def keys_move_in_the_picture(lab):
    kiosk = _visit(lab)
    keyboard = kiosk.server.keyboard
    keyboard.press("EQUAL")
    near = kiosk.rests()
    _shows(kiosk.whole, near, _zoomed(STEP), "plus")
    keyboard.press("MINUS")
    require(kiosk.rests() == kiosk.whole, "minus does not undo plus")
    for _ in range(3):
        keyboard.press("KPPLUS")
    near = kiosk.rests()
    across, down = (WIDTH - 2 * _side(kiosk.whole)) / 5, PAGE_HEIGHT / 5
    for there, back, way in (("RIGHT", "LEFT", (-across, 0)), ("DOWN", "UP", (0, -down))):
        keyboard.press(there)
        _shows(near, kiosk.rests(), lambda x, y: (x + way[0], y + way[1]), there)
        keyboard.press(back)
        require(kiosk.rests() == near, f"{back} does not undo {there}")
    for fit in ("HOME", "END"):
        keyboard.press(fit)
        require(kiosk.rests() == kiosk.whole, f"{fit} does not show all of it")
        keyboard.press("EQUAL")
    keyboard.press("ESC")
    kiosk.scene(lab.panel_scene(0), "key")
    require(kiosk.rests() == kiosk.panel, "the panel looks different after its picture")


def keys_on_the_picture_answer(lab):
    kiosk = _visit(lab)
    touch = kiosk.server.touch
    closer, farther, describe = (_key(kiosk, name) for name in KEYS[1:])
    touch.tap(closer)
    _shows(kiosk.whole, kiosk.rests(), _zoomed(STEP), "the plus on the picture")
    for _ in range(3):
        touch.tap(farther)
    require(kiosk.rests() == kiosk.whole, "the minus on the picture does not undo the plus")
    touch.tap(describe)
    kiosk.scene(f"card/{lab.panels[0]}", "touch")
    card = kiosk.rests()
    for _ in range(2):
        touch.tap(MIDDLE)
        time.sleep(BETWEEN_TAPS)
    require(kiosk.rests() == card, "two taps on the description did something")
    touch.tap((100, 500))  # beside it
    kiosk.scene(f"picture/{lab.panels[0]}", "touch")
    require(kiosk.rests() == kiosk.whole, "the picture looks different after its description")


def hands_close_the_picture(lab):
    """Thrown down, by a tap beside it, and by fingers that meet: first all of it is seen, then the panel."""
    kiosk = _visit(lab, whole=False)
    touch, panel, picture = kiosk.server.touch, lab.panel_scene(0), f"picture/{lab.panels[0]}"
    touch.swipe((960, 300), (960, 800), 0.12)
    kiosk.scene(panel, "touch")
    require(kiosk.rests() == kiosk.panel, "the panel looks different after its picture")
    for by in ("a tap beside it", "fingers that meet"):
        touch.tap(ILLUSTRATION)
        kiosk.scene(picture, "touch")
        require(kiosk.rests() == kiosk.opened, "the picture opens in another way")
        for times in range(2):
            if by == "a tap beside it" and times > 0:
                touch.tap((60, 400))
                continue
            touch.down((560, 450), 1)
            touch.down((1360, 450), 2)
            touch.slide_all({1: (780, 450), 2: (1140, 450)}, 0.25)
            touch.up(1)
            touch.up(2)
            if times == 0:
                whole = kiosk.rests()
                require(whole.words[400 * WIDTH + 60] == whole.words[0], f"{by}: nothing is seen beside the picture")
        kiosk.scene(panel, "touch")
        require(kiosk.rests() == kiosk.panel, f"{by}: the panel looks different after its picture")


def picture_opens_anew(lab):
    kiosk = _visit(lab, zooms=3)
    kiosk.server.keyboard.press("ESC")
    kiosk.scene(lab.panel_scene(0), "key")
    kiosk.settled()
    kiosk.server.touch.tap(ILLUSTRATION)
    kiosk.scene(f"picture/{lab.panels[0]}", "touch")
    require(kiosk.rests() == kiosk.opened, "the picture opens as it was left")


def picture_is_dragged_while_a_palm_rests(lab):
    kiosk = _visit(lab, zooms=3)
    touch = kiosk.server.touch
    touch.down((60, 600), 1)
    touch.down((1300, 600), 2)
    touch.slide((1100, 600), 0.3, finger=2)
    held = kiosk.settled()
    where = lambda way: lambda x, y: (x + way, y)
    best = max(range(-200, -170, 2), key=lambda way: _agreement(kiosk.picture, held, where(way)))
    _shows(kiosk.picture, held, where(best), "a drag beside a palm")
    time.sleep(HOLD)
    touch.up(2)
    touch.up(1)
    _shows(kiosk.picture, kiosk.rests(), where(best), "let go")
