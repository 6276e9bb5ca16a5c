"""An exhibit in a language that is written from right to left, under real fingers and keys."""
import exhibits
from kiosk import require


def _arabic(lab):
    exhibit = lab.copy(lab.whole)
    exhibits.change(exhibit, "config/exhibit.yaml", "^languages:.*", "languages: [ar, en, es, th]")
    exhibits.forget_notices(exhibit)
    return exhibit


def pages_turn_as_arabic_is_read(lab):
    kiosk = lab.start("--start", lab.panel_scene(0), exhibit=_arabic(lab))
    width, height = lab.size
    bar, keyboard, touch = lab.bar(kiosk.settled()), kiosk.server.keyboard, kiosk.server.touch
    ways = [
        lambda: touch.swipe((width // 4, height // 3), (width * 3 // 4, height // 3)),
        lambda: keyboard.press("RIGHT"),
        lambda: touch.tap((width - bar.key("next")[0], bar.key("next")[1])),
        lambda: keyboard.press("LEFT"),
        lambda: touch.tap((width - bar.key("previous")[0], bar.key("previous")[1])),
    ]
    for way, (panel, via) in zip(ways, ((1, "touch"), (0, "key"), (1, "touch"), (2, "key"), (1, "touch"))):
        way()
        kiosk.scene(lab.panel_scene(panel), via, lang="ar")
        kiosk.rests()


def languages_turn_the_page_round(lab):
    kiosk = lab.start("--start", lab.panel_scene(0), exhibit=_arabic(lab))
    arabic = kiosk.settled()
    kiosk.server.keyboard.press("L")
    kiosk.scene("card/languages", "key", lang="ar")
    for key in ("LEFT", "ENTER"):
        kiosk.server.keyboard.press(key)
    kiosk.scene(lab.panel_scene(0), "key", lang="ar")
    kiosk.settings("key", lang="en")
    english, strip = kiosk.rests(), lab.size[0] // 4
    require(english.difference(arabic, (0, 0, strip, lab.size[1] // 2)) > 10_000, "the picture of the panel stands at the same side")
