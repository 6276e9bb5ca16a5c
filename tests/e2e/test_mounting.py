"""Screens mounted on their side: the picture is turned, and a touch answers where its key is seen."""
import exhibits
from kiosk import require
from lab import LANDSCAPE, PORTRAIT


def _upright(lab, size):
    """The second panel on a screen that hangs as it is, and where its bar is."""
    kiosk = lab.start("--start", lab.panel_scene(1), size=size, exhibit=lab.quick)
    picture = kiosk.settled()
    return picture, lab.bar(picture)


def _place(point, rotation, size):
    """Where on the screen a point of the upright picture is seen; size: the screen's."""
    x, y = point
    return {90: (size[0] - 1 - y, x), 180: (size[0] - 1 - x, size[1] - 1 - y), 270: (y, size[1] - 1 - x)}[rotation]


def _turned(picture, rotation):
    for _ in range(rotation // 90):
        picture = picture.turned()
    return picture


def _mounted(lab, size, rotation, upright):
    picture, bar = upright
    exhibit = lab.copy(lab.quick)
    exhibits.set_value(exhibit, "config/exhibit.yaml", "rotation", rotation)
    kiosk = lab.start("--start", lab.panel_scene(1), size=size, exhibit=exhibit)
    require(kiosk.settled() == _turned(picture, rotation), f"turned by {rotation}, the picture is not the upright one turned")
    touch, mouse = kiosk.server.touch, kiosk.server.mouse
    mouse.click(_place(bar.key("previous"), rotation, size))
    kiosk.scene(lab.panel_scene(0), "mouse")
    kiosk.settled()
    touch.tap(_place(bar.key("next"), rotation, size))
    kiosk.scene(lab.panel_scene(1), "touch")
    require(kiosk.rests() == _turned(picture, rotation), "the panel looks different the second time")
    middle = bar.top // 2
    touch.swipe(_place((bar.width * 3 // 4, middle), rotation, size), _place((bar.width // 4, middle), rotation, size))
    kiosk.scene(lab.panel_scene(2), "touch")
    kiosk.settled()
    touch.tap(_place((bar.width - 1, bar.top + bar.height - 1), rotation, size))
    kiosk.scene("card/settings", "touch")
    kiosk.rests()


def portrait_keys_answer(lab):
    kiosk = lab.start("--start", lab.panel_scene(1), size=PORTRAIT, exhibit=lab.quick)
    bar = lab.bar(kiosk.settled())
    for name, index in (("next", 2), ("previous", 1)):
        kiosk.server.touch.tap(bar.key(name))
        kiosk.scene(lab.panel_scene(index), "touch")
    kiosk.server.touch.tap(bar.key("language"))
    kiosk.settings("touch", lang="es")
    kiosk.server.touch.tap(bar.key("home"))
    kiosk.scene("home", "touch", lang="es")
    kiosk.rests()


def landscape_screens_on_their_side(lab):
    upright = _upright(lab, PORTRAIT)
    for rotation in (90, 270):
        _mounted(lab, LANDSCAPE, rotation, upright)


def portrait_screens_on_their_side(lab):
    upright = _upright(lab, LANDSCAPE)
    for rotation in (90, 270):
        _mounted(lab, PORTRAIT, rotation, upright)


def screen_upside_down(lab):
    _mounted(lab, LANDSCAPE, 180, _upright(lab, LANDSCAPE))
