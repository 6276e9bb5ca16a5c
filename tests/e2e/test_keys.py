"""The keyboard: every key of the design's table, in attract, at home and on panels."""
import time

from kiosk import require
from lab import PORTRAIT

WAKING = ("RIGHT", "LEFT", "UP", "DOWN", "PAGEUP", "PAGEDOWN", "HOME", "END", "ENTER", "KPENTER", "SPACE", "TAB", "LEFTSHIFT+TAB", "T", "H",
          "L", "A", "C", "MINUS", "EQUAL", "LEFTSHIFT+EQUAL", "KPPLUS", "KPMINUS")
HELD_SECONDS = 1.5  # the server begins to repeat a key after two thirds of a second; that of the tests does not repeat arrows


def _focus(kiosk, names):
    """Presses a key that moves the focus; returns the picture with the focus elsewhere."""
    before = kiosk.settled()
    kiosk.server.keyboard.press(names)
    after = kiosk.wait_until(f"{names} moves the focus", lambda picture: picture != before)
    require(500 < after.difference(before) < 60_000, f"{names} changed {after.difference(before)} pixels: more or less than a frame")
    kiosk.nothing_more()
    return after


def any_key_wakes_attract(lab):
    kiosk = lab.visit()
    keyboard = kiosk.server.keyboard
    for names in WAKING:
        keyboard.press("ESC")
        kiosk.scene("attract", "key")
        keyboard.press(names)
        kiosk.scene("home", "key")
    require(kiosk.rests() == kiosk.picture, "home looks different after waking")


def escape_leaves_attract_alone(lab):
    kiosk = lab.visit()
    kiosk.server.keyboard.press("ESC")
    kiosk.scene("attract", "key")
    attract = kiosk.settled()
    kiosk.server.keyboard.press("ESC")
    require(kiosk.rests() == attract, "Esc changed the picture of attract")


def home_keys_choose_cards(lab):
    first, last = [chapter[0] for chapter in lab.chapters], len(lab.chapters) - 1
    ways = ((("HOME",), 0), (("END",), last), (("HOME", "RIGHT"), 1), (("END", "LEFT"), last - 1), (("HOME", "RIGHT", "RIGHT", "LEFT"), 1))
    for i, (presses, chapter) in enumerate(ways):
        kiosk = lab.visit()
        for names in presses:
            _focus(kiosk, names)
        kiosk.server.keyboard.press(("ENTER", "SPACE", "KPENTER")[i % 3])
        kiosk.scene(f"panel/{first[chapter]}", "key")


def home_keys_move_focus_up_and_down(lab):
    """On an upright screen, where cards stand above one another."""
    kiosk = lab.start("--start", "home", size=PORTRAIT)
    card = _focus(kiosk, "HOME")
    for down, up in (("DOWN", "UP"), ("PAGEDOWN", "PAGEUP")):
        below = _focus(kiosk, down)
        require(below.difference(card) > 500, f"{down} does not move the focus")
        require(_focus(kiosk, up).difference(card) == 0, f"{up} does not bring it back")


def panel_keys_turn_pages(lab):
    kiosk = lab.visit(panel=True)
    for names, index in (("RIGHT", 1), ("RIGHT", 2), ("LEFT", 1), ("LEFT", 0), ("END", -1), ("LEFT", -2), ("HOME", 0)):
        kiosk.server.keyboard.press(names)
        kiosk.scene(lab.panel_scene(index), "key")
    require(kiosk.rests() == kiosk.picture, "the first panel looks different the second time")
    kiosk.server.keyboard.press("LEFT")
    kiosk.scene("home", "key")
    kiosk.rests()


def panel_keys_go_on_to_the_end(lab):
    """Behind the last panel stands the end, from which one comes back; End itself means the last panel."""
    kiosk = lab.visit(panel=True)
    kiosk.server.keyboard.press("END")
    kiosk.scene(lab.panel_scene(-1), "key")
    last = kiosk.settled()
    for names in ("RIGHT", "PAGEDOWN", "DOWN"):
        kiosk.server.keyboard.press(names)
        kiosk.scene("end", "key")
        require(kiosk.rests() != last, f"{names}: the end looks like the last panel")
        kiosk.server.touch.tap(kiosk.bar.key("previous"))
        kiosk.scene(lab.panel_scene(-1), "touch")
        require(kiosk.rests() == last, "the last panel looks different the second time")
    kiosk.server.keyboard.press("END")
    require(kiosk.rests() == last, "END leads beyond the last panel")


def panel_keys_scroll_then_page(lab):
    """Up and Down, Page Up and Page Down: through the text where it is longer than its place, then to the next page."""
    for down, up in (("DOWN", "UP"), ("PAGEDOWN", "PAGEUP")):
        kiosk = lab.visit(panel=True)
        keyboard = kiosk.server.keyboard
        keyboard.press(down)
        kiosk.scene(lab.panel_scene(1), "key")
        top = kiosk.settled()
        keyboard.press(down)
        require(kiosk.rests() != top, f"{down} does not scroll the text")
        keyboard.press(up)
        require(kiosk.rests() == top, f"{up} does not undo {down}")
        presses = 0
        while len(kiosk.lines) == kiosk.taken:
            require(presses < 120, f"{down} never comes to the next page")
            keyboard.press(down)
            presses += 1
            time.sleep(0.1 if kiosk.sanitized else 0.02)  # keys that wait in line would be answered pages later
        require(presses > 2, f"{down} left a text of several pages after {presses} times")
        kiosk.scene(lab.panel_scene(2), "key")


def panel_enter_finds_and_accepts(lab):
    for names in ("ENTER", "SPACE"):
        kiosk = lab.visit(panel=True)
        _focus(kiosk, names)
        kiosk.server.keyboard.press(names)
        kiosk.wait_for("^scene|^settings")
        kiosk.rests()


def escape_goes_back(lab):
    kiosk = lab.visit()
    keyboard = kiosk.server.keyboard
    keyboard.press("END")
    keyboard.press("ENTER")
    kiosk.scene(f"panel/{lab.chapters[-1][0]}", "key")
    keyboard.press("ESC")
    kiosk.scene("home", "key")
    keyboard.press("ESC")
    kiosk.scene("attract", "key")
    kiosk.rests()


def tab_goes_round(lab):
    kiosk = lab.visit(panel=True)
    seen = []
    while not seen or seen[-1] != seen[0] or len(seen) < 2:
        seen.append(_focus(kiosk, "TAB"))
        require(len(seen) < 40, "Tab does not come round")
    require(len(seen) > 6, f"Tab finds {len(seen) - 1} keys only")
    for before in seen[-2:-5:-1]:
        require(_focus(kiosk, "LEFTSHIFT+TAB") == before, "Shift-Tab does not go the same way back")


def tab_and_enter_reach_the_bar(lab):
    for panel in (False, True):
        kiosk = lab.visit(panel)
        _focus(kiosk, "LEFTSHIFT+TAB")  # the last thing: the settings
        kiosk.server.keyboard.press("ENTER")
        kiosk.scene("card/settings", "key")
        kiosk.rests()


def focus_goes_when_touched(lab):
    kiosk = lab.visit(panel=True)
    _focus(kiosk, "TAB")
    kiosk.server.touch.tap((kiosk.bar.width - 8, 200))  # the margin, where nothing answers
    require(kiosk.rests() == kiosk.picture, "the focus is still seen after a touch")


def letters_work_everywhere(lab):
    for panel in (False, True):
        kiosk = lab.visit(panel)
        before = kiosk.picture
        for names, settings in (("L", {"lang": "es"}), ("L", {}), ("A", {"text": "large"}), ("A", {}), ("C", {"contrast": "high"}), ("C", {})):
            kiosk.server.keyboard.press(names)
            kiosk.settings("key", **settings)
            after = kiosk.settled()
            require(after.difference(before) > 3000, f"{names} changed {after.difference(before)} pixels only")
            before = after
        require(before == kiosk.picture, "the picture is not what it was")
        kiosk.nothing_more()
    kiosk.server.keyboard.press("H")
    kiosk.scene("home", "key")
    kiosk.server.keyboard.press("H")
    kiosk.rests()


def letters_work_on_every_layout(lab):
    """By the place where an American keyboard has them, as on Russian and Greek ones, or by what stands on the key, as on Dvorak's."""
    kiosk = lab.visit(panel=True)
    try:
        for layout, contrast, home in (("ru", "C", "H"), ("gr", "C", "H"), ("us,ru", "C", "H"), ("fr", "C", "H"), ("us(dvorak)", "I", "J")):
            kiosk.server.use_layout(layout)
            kiosk.settled()
            for setting in ("high", "normal"):
                kiosk.server.keyboard.press(contrast)
                kiosk.settings("key", contrast=setting)
                kiosk.settled()  # two presses at once would be the server's repeating
            kiosk.server.keyboard.press("RIGHT")
            kiosk.scene(lab.panel_scene(1), "key")
            kiosk.server.keyboard.press(home)
            kiosk.scene("home", "key")
            for names in ("HOME", "ENTER"):
                kiosk.server.keyboard.press(names)
            kiosk.scene(lab.panel_scene(0), "key")
        kiosk.server.use_layout("fr")
        kiosk.settled()
        for key in ("Q", "A"):  # where a French keyboard has its A, and where an American one
            kiosk.server.keyboard.press(key)
            kiosk.settings("key", text="large" if key == "Q" else "normal")
    finally:
        kiosk.server.use_layout("us")
    require(kiosk.rests() == kiosk.picture, "the panel is not what it was")


def number_pad_works_with_and_without_numlock(lab):
    kiosk = lab.visit(panel=True)
    keyboard = kiosk.server.keyboard
    for key_at_home, chapter in (("KP1", -1), ("KP7", 0)):
        for key, index in (("KP6", 1), ("KP4", 0), ("KP1", -1), ("KP7", 0), ("KP3", 1), ("KP6", 2), ("KP8", 1), ("KP4", 0), ("KP2", 1), ("KP4", 0)):
            keyboard.press(key)
            kiosk.scene(lab.panel_scene(index), "key")
            kiosk.settled()
        for key, text in (("KPPLUS", "large"), ("KPMINUS", "normal")):
            keyboard.press(key)
            kiosk.settings("key", text=text)
        keyboard.press("KP4")
        kiosk.scene("home", "key")
        _focus(kiosk, key_at_home)
        keyboard.press("KPENTER")
        kiosk.scene(f"panel/{lab.chapters[chapter][0]}", "key")
        keyboard.press("NUMLOCK")
        if chapter != 0:
            keyboard.press("KP7")
            kiosk.scene(lab.panel_scene(0), "key")
    require(kiosk.rests() == kiosk.picture, "the panel is not what it was")


def held_key_acts_once(lab):
    kiosk = lab.visit(panel=True)
    keyboard = kiosk.server.keyboard
    for key, answer in (("C", lambda: kiosk.settings("key", contrast="high")), ("KP6", lambda: kiosk.scene(lab.panel_scene(1), "key"))):
        keyboard.hold(key)
        try:
            answer()
            time.sleep(HELD_SECONDS)
            kiosk.nothing_more()
        finally:
            keyboard.hold(key, down=False)
    top = kiosk.settled()
    keyboard.hold("KP2")
    kiosk.wait_until("the text at its end", lambda picture: picture.difference(top) > 1000)
    time.sleep(HELD_SECONDS)
    keyboard.hold("KP2", down=False)
    end = kiosk.settled()
    kiosk.nothing_more()  # the page has not turned
    keyboard.press("UP")
    require(kiosk.rests() not in (top, end), "a held key did not scroll the text far")


def plus_and_minus_change_letters(lab):
    kiosk = lab.visit(panel=True)
    for names, text in (("EQUAL", "large"), ("MINUS", "normal"), ("LEFTSHIFT+EQUAL", "large"), ("KPMINUS", "normal"), ("KPPLUS", "large"), ("EQUAL", "largest")):
        kiosk.server.keyboard.press(names)
        kiosk.settings("key", text=text)
    kiosk.server.keyboard.press("EQUAL")  # as large as it gets
    kiosk.rests()


def language_text_and_contrast_are_seen(lab):
    kiosk = lab.visit(panel=True)
    keyboard = kiosk.server.keyboard
    paper = (kiosk.bar.width - 8, kiosk.bar.top - 8)
    require(kiosk.picture.pixel(*paper) == (0xF3, 0xEB, 0xDD), f"the paper is {kiosk.picture.pixel(*paper)}")
    keyboard.press("C")
    kiosk.settings("key", contrast="high")
    contrast = kiosk.settled()
    require(contrast.pixel(*paper) == (255, 255, 255), f"the paper in high contrast is {contrast.pixel(*paper)}")
    keyboard.press("L")
    kiosk.settings("key", lang="es", contrast="high")
    keyboard.press("A")
    kiosk.settings("key", lang="es", text="large", contrast="high")
    large = kiosk.settled()
    require(large.difference(contrast) > 50_000, "the letters look the same")
    keyboard.press("RIGHT")
    kiosk.scene(lab.panel_scene(1), "key", lang="es")
    require(kiosk.settled().pixel(1, kiosk.bar.top + 1) == (0, 0, 0), "the next panel forgot the contrast")
    keyboard.press("H")
    keyboard.press("ESC")
    kiosk.scene("home", "key", lang="es")
    kiosk.scene("attract", "key")  # which forgets it all
    kiosk.rests()
