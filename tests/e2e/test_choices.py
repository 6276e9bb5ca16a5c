"""What visitors choose: one language of many, the ways at home, the year of a map."""
import re

import exhibits
from kiosk import require
from things import thing, things

OUTSIDE = (30, 60)  # of a card
# Things of home, as Tab finds them: the colophon, the languages, the chapters, the timeline.
ENGLISH, SPANISH, TIMELINE = 2, 3, 10


def _three_languages(lab):
    """A further language is data only: its code and its words."""
    exhibit = lab.copy(lab.quick)
    exhibits.change(exhibit, "config/exhibit.yaml", "^languages:.*", "languages: [en, es, pt]")
    with open(f"{exhibit}/config/words.yaml", encoding="utf-8") as file:
        words = re.search(r"^es:\n(?:[ \n].*\n?)*", file.read(), re.MULTILINE)[0]
    words = re.sub(r"^( +language_name:).*", r"\1 Português", re.sub("^es:", "pt:", words), flags=re.MULTILINE)
    with open(f"{exhibit}/config/words.yaml", "a", encoding="utf-8") as file:
        file.write(f"\n{words}")
    return exhibit


def one_of_three_languages_is_chosen_by_touch(lab):
    scene = lab.panel_scene(0)
    kiosk = lab.start("--start", scene, exhibit=_three_languages(lab))
    touch, plain = kiosk.server.touch, kiosk.settled()
    key = lab.bar(plain).key("language")

    def choose(place, now, then):
        touch.tap(key)
        kiosk.scene("card/languages", "touch", lang=now)
        card = kiosk.settled()
        touch.tap(place or thing(kiosk, 3))
        kiosk.scene(scene, "touch", lang=now)
        if now != then:
            kiosk.settings("touch", lang=then)
        return card, kiosk.rests()

    card, after = choose(OUTSIDE, "en", "en")
    require(after == plain, "a tap outside changed something")
    _, after = choose(None, "en", "pt")
    require(after != plain, "the third language looks like the first")
    touch.tap(key)
    kiosk.scene("card/languages", "touch", lang="pt")
    require(kiosk.settled() != card, "the choice shows another language than the present one")
    first = thing(kiosk, 1)
    touch.tap(first)
    kiosk.scene(scene, "touch", lang="pt")
    kiosk.settings("touch")
    require(kiosk.rests() == plain, "the first language is not what it was")
    again, after = choose(first, "en", "en")  # the one in use
    require(again == card and after == plain, "the language in use changed something")


def one_of_three_languages_is_chosen_by_keys(lab):
    scene = lab.panel_scene(0)
    kiosk = lab.start("--start", scene, exhibit=_three_languages(lab))
    plain, now = kiosk.settled(), "en"
    for presses, then in ((("RIGHT", "ENTER"), "es"), (("DOWN", "SPACE"), "pt"), (("L", "ENTER"), "en"), (("ESC",), "en"), (("ENTER",), "en"),
                          (("LEFT", "LEFT", "ENTER"), "pt"), (("TAB", "TAB", "ENTER"), "en")):
        kiosk.server.keyboard.press("L")
        kiosk.scene("card/languages", "key", lang=now)
        for names in presses:
            kiosk.server.keyboard.press(names)
        kiosk.scene(scene, "key", lang=now)
        if now != then:
            kiosk.settings("key", lang=then)
        now = then
    require(kiosk.rests() == plain, "the first language is not what it was")


def home_speaks_the_language_that_is_touched(lab):
    kiosk = lab.visit()
    english, spanish = things(kiosk, ENGLISH, SPANISH)
    for place, language in ((spanish, "es"), (english, "en")):
        kiosk.server.touch.tap(place)
        kiosk.settings("touch", lang=language)
        require((kiosk.rests() == kiosk.picture) == (language == "en"), "home speaks another language")
    kiosk.server.touch.tap(english)  # the one in use
    require(kiosk.rests() == kiosk.picture, "the language in use changed something")


def home_leads_into_time(lab):
    kiosk = lab.visit()
    kiosk.server.touch.tap(thing(kiosk, TIMELINE))
    kiosk.scene("timeline", "touch")
    kiosk.settled()
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("home", "key")
    require(kiosk.rests() == kiosk.picture, "home looks different the second time")


def years_of_a_map_are_chosen(lab):
    kiosk = lab.visit()
    touch, keyboard = kiosk.server.touch, kiosk.server.keyboard
    for names in ("HOME", *["RIGHT"] * 3, "ENTER"):
        keyboard.press(names)
    first, last = 4, 7  # its years, as Tab finds them
    kiosk.wait_for("^scene panel/network ")
    end = kiosk.settled()
    places = things(kiosk, first, last)
    touch.tap(places[0])
    begin = kiosk.rests()
    require(3000 < begin.difference(end) < 400_000, f"{begin.difference(end)} pixels changed: is that another year?")
    touch.tap(places[0])
    require(kiosk.rests() == begin, "the year that is shown changed something")
    touch.tap((lab.size[0] * 79 // 100, lab.size[1] * 43 // 100))  # the land
    require(kiosk.rests().difference(begin) > 1000, "the land did not answer")
    touch.tap((lab.size[0] - 8, 200))  # the margin
    require(kiosk.rests() == begin, "the map did not let go of the land")
    touch.tap((40, 200))  # the illustration
    kiosk.scene("picture/network", "touch")
    kiosk.settled()
    keyboard.press("ESC")
    kiosk.scene("panel/network", "key")
    require(kiosk.rests() == begin, "the map forgot the year below the picture")
    touch.tap(places[1])
    require(kiosk.rests() == end, "the last year does not look as at first")
    thing(kiosk, first)
    keyboard.press("SPACE")
    focused = kiosk.rests()
    touch.tap((kiosk.bar.width - 8, 200))
    require(kiosk.rests() == begin != focused, "a key does not choose the year")
