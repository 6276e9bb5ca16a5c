"""A screen that hangs too high for a wheelchair: the bar's last key brings the page down, and fingers touch what is seen of it."""
import exhibits
from kiosk import require
from lab import LANDSCAPE, PORTRAIT

HIGHEST_MM = 1220
LOWER_EDGE_MM = {LANDSCAPE: 950, PORTRAIT: 750}


def _hung(lab, size):
    """Its key stands there for all visitors."""
    exhibit = lab.copy(lab.quick)
    exhibits.change(exhibit, "config/exhibit.yaml", r"^  width: .*\n  height: .*\n",
                    f"  width: {size[0]}\n  height: {size[1]}\n  lower_edge_mm: {LOWER_EDGE_MM[size]}\n")
    exhibits.change(exhibit, "config/exhibit.yaml", r"^languages:", "reach: low\nlanguages:")
    return exhibit


def _too_high(size):
    """So many rows of the screen are out of reach, of a diagonal of 32 inches."""
    px_per_mm = (size[0] ** 2 + size[1] ** 2) ** 0.5 / (32 * 25.4)
    return size[1] - int((HIGHEST_MM - LOWER_EDGE_MM[size]) * px_per_mm)


def _lower_key(picture):
    return picture.width - 30, picture.height - 30


def _is_moved(plain, low, down, top):
    """All of the page down to the bar stands so many rows lower."""
    return all(plain.row(y) == low.row(y + down) for y in range(top - down))


def _bring_down(kiosk, plain, top, down):
    kiosk.server.touch.tap(_lower_key(plain))
    low = kiosk.rests()
    require(_is_moved(plain, low, down, top), f"the page does not stand {down} rows lower")
    require(len(low.colours((0, 0, low.width, down))) == 1, "something stands where the page was")
    return low


def _touched_where_it_is_seen(lab, size):
    kiosk = lab.start("--start", "home", size=size, exhibit=_hung(lab, size))
    touch, plain, down = kiosk.server.touch, kiosk.settled(), _too_high(size)
    top = lab.bar(plain).top
    _bring_down(kiosk, plain, top, down)
    touch.tap(_lower_key(plain))
    require(kiosk.rests() == plain, "put back, home is not what it was")
    _bring_down(kiosk, plain, top, down)
    touch.tap((size[0] // 2, down // 2))
    require(kiosk.rests() == plain, "a finger above the page does not put it back")
    _bring_down(kiosk, plain, top, down)
    touch.swipe((size[0] * 3 // 4, top - 60), (size[0] // 4, top - 60))
    kiosk.scene(lab.panel_scene(0), "touch")
    low = kiosk.rests()
    kiosk.server.keyboard.press("ESC")
    panel = kiosk.rests()
    require(_is_moved(panel, low, down, top), "a page that a finger turned did not stay low")
    touch.tap(_lower_key(plain))
    kiosk.rests()
    touch.tap(lab.bar(plain).key("home"))
    kiosk.scene("home", "touch")
    require(kiosk.rests() == plain, "home does not stand whole again")


def landscape_page_is_brought_down(lab):
    _touched_where_it_is_seen(lab, LANDSCAPE)


def portrait_page_is_brought_down(lab):
    _touched_where_it_is_seen(lab, PORTRAIT)


def card_is_closed_by_its_cross(lab):
    """Which hangs too high until it is brought down."""
    kiosk = lab.start("--start", "card/settings", exhibit=_hung(lab, LANDSCAPE))
    touch, card, down = kiosk.server.touch, kiosk.settled(), _too_high(LANDSCAPE)
    middle = card.width // 2, card.height // 3
    edge = next(x for x in range(card.width) if card.pixel(x, middle[1]) != card.pixel(0, middle[1]))
    top = next(y for y in range(card.height) if card.pixel(edge + 30, y) == card.pixel(edge + 30, middle[1]))
    touch.tap(_lower_key(card))
    low = kiosk.rests()
    box = (edge, top, card.width - 2 * edge, middle[1] - top)
    require(all(card.row(y, edge, box[2]) == low.row(y + down, edge, box[2]) for y in range(top, middle[1])),
            f"the card does not stand {down} rows lower")
    touch.tap((card.width - edge - 40, top + 40 + down))
    kiosk.scene("home", "touch")
    kiosk.rests()
