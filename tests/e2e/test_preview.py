"""The preview: what is saved is shown, where it is shown, and a slip costs nothing that stood there."""
import os
import re

import exhibits
from kiosk import START_SECONDS, require


def _preview(lab, *arguments, exhibit=None):
    exhibit = exhibit or lab.copy()
    exhibits.forget_notices(exhibit)
    kiosk = lab.launch(*arguments, exhibit=exhibit, command="preview")
    kiosk.wait_for(r"^scene ", START_SECONDS)
    kiosk.settled()
    return kiosk, exhibit


def _save(exhibit, path, pattern, replacement):
    """As most editors do: beside the file, and then in its place."""
    path = os.path.join(exhibit, path)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    changed = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
    require(changed != text, f"{pattern} is not in {path}")
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(changed)
    os.rename(path + "~", path)


def a_save_shows_its_panel_in_its_language(lab):
    kiosk, exhibit = _preview(lab)
    before = kiosk.settled()
    _save(exhibit, f"config/panels/{lab.panels[1]}.yaml", r'^  es: "', '  es: "A')
    kiosk.scene(f"panel/{lab.panels[1]}", "auto", lang="es")
    require(kiosk.settled() != before, "nothing else is seen")
    _save(exhibit, f"config/panels/{lab.panels[0]}.yaml", r'^  en: "', '  en: "A')
    kiosk.scene(f"panel/{lab.panels[0]}", "auto", lang="en")
    kiosk.nothing_more()


def a_slip_leaves_the_page_with_its_finding_above(lab):
    panel = lab.panels[1]
    kiosk, exhibit = _preview(lab, "--start", f"panel/{panel}")
    sound = kiosk.settled()
    _save(exhibit, f"config/panels/{panel}.yaml", r"^title:", "titel:")
    kiosk.scene(f"panel/{panel}", "auto")
    broken = kiosk.settled()
    require(broken != sound, "the finding is not seen")
    _save(exhibit, f"config/panels/{panel}.yaml", r"^titel:", "title:")
    kiosk.scene(f"panel/{panel}", "auto")
    require(kiosk.settled() == sound, "the page is not what it was")
    kiosk.nothing_more()


def a_folder_in_place_of_another_is_shown(lab):
    old, new = lab.copy(), lab.copy()
    for folder in (old, new):
        exhibits.forget_notices(folder)
    _save(new, f"config/panels/{lab.panels[1]}.yaml", r'^  en: "', '  en: "A')
    link = old + "-link"
    os.symlink(old, link)
    kiosk, _ = _preview(lab, "--start", "home", exhibit=link)
    os.symlink(new, link + "-next")
    os.rename(link + "-next", link)
    kiosk.scene(f"panel/{lab.panels[1]}", "auto")
    _save(new, f"config/panels/{lab.panels[0]}.yaml", r'^  en: "', '  en: "A')
    kiosk.scene(f"panel/{lab.panels[0]}", "auto")
    kiosk.nothing_more()


def lenses_lie_over_the_page(lab):
    kiosk, _ = _preview(lab, "--start", f"panel/{lab.panels[1]}")
    plain = kiosk.settled()
    for key in ("F4", "F5", "F6", "F7"):
        kiosk.server.keyboard.press(key)
        changed = kiosk.settled()
        require(changed != plain, f"{key} changes nothing")
        for _ in range(3 if key == "F7" else 1):
            kiosk.server.keyboard.press(key)
        require(kiosk.settled() == plain, f"{key} does not go back")
    kiosk.nothing_more()
