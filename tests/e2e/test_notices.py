"""Notices: before the marked panels and cards, whatever way leads there, once a visit."""
import exhibits
from kiosk import require
from things import thing

PAPER = 0xF3EBDD
IDLE_SECONDS, COUNTDOWN_SECONDS, LATE_SECONDS = 10, 5, 3  # the shortest that the schema takes
READ_ON, SKIP = 1, 2                                      # things of a notice, as Tab finds them
GUARDED, LINK, EVENT = 2, 3, 4                            # of the panel behind: an event with a notice, a panel with one, an event without
FIRST, RUN, BEHIND = "fire", ("fire", "camp"), "after"  # panels behind the first notice, in order, and the next
HELP = "Someone to talk to: 600 000 0000"


def _begin(lab):
    """At home. A program of its own, with all notices; Esc at home ends a visit."""
    exhibit = lab.copy()
    exhibits.set_value(exhibit, "config/exhibit.yaml", "turn_ms", 200)
    return lab.start("--start", "home", exhibit=exhibit)


def _again(kiosk):
    """Another visitor, at home."""
    for names in ("H", "ESC", "RIGHT"):
        kiosk.server.keyboard.press(names)
    kiosk.wait_for("^scene attract")
    kiosk.scene("home", "key")
    kiosk.settled()


def _walk(lab, kiosk, panel):
    """To a panel by keys alone: the first of its chapter by its card, then from panel to panel."""
    chapter = next(i for i, names in enumerate(lab.chapters) if panel in names)
    for names in ("H", "HOME", *["RIGHT"] * chapter, "ENTER",
                  *["RIGHT"] * lab.chapters[chapter].index(panel)):
        kiosk.server.keyboard.press(names)
    kiosk.wait_for(f"^scene (panel|notice)/{panel} ")
    return kiosk.settled()


def _is_notice(picture):
    """Words on paper: nothing else stands above the bar."""
    return PAPER == picture.words[0] and all(row[5] == row[-5] == PAPER for row in picture.rows((0, 0, picture.width, picture.height * 4 // 5)))


def notice_stands_whatever_way_leads_there(lab):
    kiosk = _begin(lab)
    touch, keyboard = kiosk.server.touch, kiosk.server.keyboard
    middle = lab.size[1] // 2
    before = lab.panels[lab.panels.index(FIRST) - 1]

    def swipe():
        _walk(lab, kiosk, before)
        touch.swipe((900, middle), (300, middle))
        return FIRST, "touch"

    def right():
        _walk(lab, kiosk, before)
        keyboard.press("RIGHT")
        return FIRST, "key"

    def home_card():
        for names in ("HOME", *["RIGHT"] * 4, "ENTER"):
            keyboard.press(names)
        return FIRST, "key"

    def link_in_text():
        _walk(lab, kiosk, BEHIND)
        touch.tap(thing(kiosk, LINK))
        return RUN[-1], "touch"

    def events_card():
        _walk(lab, kiosk, BEHIND)
        touch.tap(thing(kiosk, EVENT))
        kiosk.scene("card/collection", "touch")
        kiosk.settled()
        touch.tap(thing(kiosk, 1))  # the panel that tells of it, and is not the one that one came from
        return RUN[-1], "touch"

    for way in (swipe, right, home_card, link_in_text, events_card):
        panel, via = way()
        kiosk.scene(f"notice/{panel}", via)
        require(_is_notice(kiosk.rests()), f"by {way.__name__} more than a notice is seen")
        _again(kiosk)


def notice_stands_at_the_start(lab):
    kiosk = lab.start("--start", f"panel/{FIRST}")
    kiosk.taken = 0
    kiosk.scene(f"notice/{FIRST}", "auto")
    require(_is_notice(kiosk.rests()), "more than a notice is seen")


def notice_is_read_on_or_skipped(lab):
    kiosk = _begin(lab)
    touch, keyboard = kiosk.server.touch, kiosk.server.keyboard
    notice = _walk(lab, kiosk, FIRST)
    touch.tap((60, 60))  # the paper
    require(kiosk.rests() == notice, "a touch beside its keys did something")
    touch.tap(thing(kiosk, READ_ON))
    kiosk.scene(f"panel/{FIRST}", "touch")
    panel = kiosk.rests()
    require(not _is_notice(panel), "the panel is not seen")
    for names, index in (("RIGHT", 1), ("LEFT", 0)):  # the same notice is said once a visit
        keyboard.press(names)
        kiosk.scene(f"panel/{RUN[index]}", "key")
    require(kiosk.rests() == panel, "the panel looks different the second time")

    _again(kiosk)
    require(_walk(lab, kiosk, FIRST) == notice, "the next visitor is not told")
    touch.tap(thing(kiosk, SKIP))
    kiosk.scene(f"panel/{BEHIND}", "touch")
    kiosk.settled()
    touch.swipe((300, 300), (900, 300))
    kiosk.scene(f"notice/{RUN[-1]}", "touch")  # to skip is not to read on
    kiosk.settled()

    _again(kiosk)
    _walk(lab, kiosk, FIRST)
    keyboard.press("ESC")
    kiosk.scene("home", "key")
    _walk(lab, kiosk, FIRST)
    keyboard.press("RIGHT")  # the arrow passes the run too
    kiosk.scene(f"panel/{BEHIND}", "key")
    _walk(lab, kiosk, FIRST)
    keyboard.press("ENTER")  # what a visitor most likely means
    kiosk.scene(f"panel/{FIRST}", "key")
    kiosk.rests()


def notice_stands_before_an_events_card(lab):
    kiosk = _begin(lab)
    touch, keyboard = kiosk.server.touch, kiosk.server.keyboard
    panel = _walk(lab, kiosk, BEHIND)
    event = thing(kiosk, GUARDED)
    touch.tap(event)
    kiosk.scene("notice/fire", "touch")
    notice = kiosk.settled()
    touch.tap(thing(kiosk, SKIP))
    kiosk.scene(f"panel/{BEHIND}", "touch")
    require(kiosk.rests() == panel, "the panel looks different below it")
    touch.tap(event)
    kiosk.scene("notice/fire", "touch")
    require(kiosk.settled() == notice, "a notice that was skipped is not said again")
    keyboard.press("ESC")
    kiosk.scene(f"panel/{BEHIND}", "key")
    kiosk.settled()
    touch.tap(event)
    kiosk.scene("notice/fire", "touch")
    kiosk.settled()
    touch.tap(thing(kiosk, READ_ON))
    kiosk.scene("card/fire", "touch")
    require(kiosk.rests() != notice, "the card is not seen")
    keyboard.press("ESC")
    kiosk.scene(f"panel/{BEHIND}", "key")
    touch.tap(event)
    kiosk.scene("card/fire", "touch")  # once a visit
    kiosk.settled()
    keyboard.press("ESC")
    kiosk.scene(f"panel/{BEHIND}", "key")
    keyboard.press("LEFT")
    kiosk.scene(f"panel/{RUN[-1]}", "key")  # here as well
    _again(kiosk)
    _walk(lab, kiosk, BEHIND)
    touch.tap(event)
    kiosk.scene("notice/fire", "touch")
    kiosk.rests()


def idle_visitor_is_followed_by_one_who_is_told(lab):
    exhibit = lab.copy()
    for key, value in (("idle_s", IDLE_SECONDS), ("countdown_s", COUNTDOWN_SECONDS), ("reading_base_s", 0), ("words_per_minute", 1000)):
        exhibits.set_value(exhibit, "config/exhibit.yaml", key, value)
    kiosk = lab.start("--start", f"panel/{FIRST}", exhibit=exhibit)
    notice = kiosk.settled()
    kiosk.server.keyboard.press("L")
    kiosk.settings("key", lang="es")
    kiosk.server.keyboard.press("ENTER")
    kiosk.scene(f"panel/{FIRST}", "key", lang="es")
    kiosk.rests()
    kiosk.wait_for("^scene attract lang=en via=idle$", IDLE_SECONDS + COUNTDOWN_SECONDS + LATE_SECONDS)
    kiosk.server.keyboard.press("RIGHT")
    kiosk.scene("home", "key")
    require(_walk(lab, kiosk, FIRST) == notice, "the next visitor is not told, or in another language")


def _lines(picture):
    """How many lines and rules stand on a notice, by the rows that have ink."""
    inked = [any(word != PAPER for word in row) for row in picture.rows((100, 0, picture.width - 200, picture.height * 4 // 5))]
    return sum(now and not before for before, now in zip([False, *inked], inked))


def helpline_stands_when_it_is_filled_in(lab):
    lines = {}
    for text in ("", HELP):
        exhibit = lab.copy()
        exhibits.change(exhibit, "config/exhibit.yaml", r'^helpline:\n  en: ".*"\n  es: ".*"', f'helpline:\n  en: "{text}"\n  es: "{text}"')
        for scene in ("panel", "card"):
            picture = lab.start("--start", f"{scene}/{FIRST}", exhibit=exhibit).settled()
            lines[scene, text] = _lines(picture) if scene == "panel" else picture
    require(lines["panel", HELP] == lines["panel", ""] + 2, f"lines of a notice without and with a helpline: {lines['panel', '']}, {lines['panel', HELP]}")
    require(lines["card", HELP].difference(lines["card", ""]) > 1000, "the helpline does not stand on a card's notice")
