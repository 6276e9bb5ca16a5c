"""Charts and maps under real fingers: what is touched is told of, a dragged finger goes from one to the next, and no page turns."""
from kiosk import require

LINE, MAP, BARS, BEFORE_BARS = "panel/fares", "panel/network", "panel/wages", "panel/strike"
# On 1920 x 1080: values of the line, from the left; two countries; the first and the last year; and on both panels nothing at all.
FIRST, SECOND, THIRD = (1109, 527), (1249, 527), (1389, 527)
ARGENTINA, PERU = (1572, 500), (1510, 410)
FIRST_YEAR, LAST_YEAR = (1346, 783), (1797, 783)
NOTHING = (800, 560)
CHART = (990, 0, 930, 976)
SLOWLY = 0.4


def _tapped(kiosk, place):
    kiosk.server.touch.tap(place)
    return kiosk.rests()


def _dragged(kiosk, start, end):
    kiosk.server.touch.swipe(start, end, SLOWLY)
    return kiosk.rests()


def a_finger_goes_along_a_chart(lab):
    kiosk = lab.start("--start", LINE)
    plain = kiosk.rests()
    told = [_tapped(kiosk, place) for place in (FIRST, SECOND, THIRD)]
    for one, other in ((plain, told[0]), (told[0], told[1]), (told[1], told[2])):
        require(one != other, "a touched value looks like another, or like none")
    require(_tapped(kiosk, NOTHING) == plain, "touched elsewhere, the chart does not let go")
    require(_dragged(kiosk, FIRST, THIRD) == told[2], "a finger that goes along does not end at the value it is on")
    touch = kiosk.server.touch
    touch.down(THIRD)
    touch.slide(SECOND, SLOWLY)
    require(kiosk.settled() == told[1], "a finger on its way back does not tell of the value it is on")
    touch.slide(FIRST, SLOWLY)
    touch.up()
    require(kiosk.rests() == told[0], "nor where it is lifted")


def a_touched_country_tells_of_itself(lab):
    kiosk = lab.start("--start", MAP)
    plain = kiosk.rests()
    argentina, peru = _tapped(kiosk, ARGENTINA), _tapped(kiosk, PERU)
    require(argentina != plain and peru not in (plain, argentina), "two countries are told of alike, or not at all")
    require(_tapped(kiosk, ARGENTINA) == argentina, "touched again, it is told of otherwise")
    require(_tapped(kiosk, NOTHING) == plain, "touched elsewhere, the map does not let go")


def years_are_scrubbed(lab):
    kiosk = lab.start("--start", MAP)
    last = kiosk.rests()
    first = _tapped(kiosk, FIRST_YEAR)
    require(first != last, "the map looks the same in its first year")
    require(_dragged(kiosk, FIRST_YEAR, LAST_YEAR) == last, "a finger dragged to the last year does not show it")
    require(_dragged(kiosk, LAST_YEAR, FIRST_YEAR) == first, "a finger dragged back does not show the first")


def grown_bars_are_as_long_as_ever(lab):
    kiosk = lab.start("--start", BARS)
    whole = kiosk.rests()
    kiosk = lab.start("--start", BEFORE_BARS)
    for key, scene in (("RIGHT", BARS), ("LEFT", BEFORE_BARS), ("RIGHT", BARS)):
        kiosk.server.keyboard.press(key)
        kiosk.scene(scene, "key")
        seen = kiosk.rests()
        if scene == BARS:
            require(seen.difference(whole, CHART) == 0, "at rest the bars are not what they were")
