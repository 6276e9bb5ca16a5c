"""A curator's morning, as README.md and config/README.md tell it, played by somebody who knows no more than they say: what is typed stands on
one of the two pages, and is run as it stands there. On one screen she has her preview; on the other a visitor reads. How long each step took
is told."""
import contextlib
import csv
import os
import re
import shlex
import shutil
import subprocess
import time

import exhibits
from exhibits import REPOSITORY
from kiosk import START_SECONDS, environment, require
from lab import LANDSCAPE, SMALL
from test_accepting import LOOKS_SECONDS
from test_patience import COUNTDOWN_SECONDS, IDLE_SECONDS, LATE_SECONDS, _impatient

PICTURE_BLUE = 0x2B5FD9  # of the picture that is swapped in: in no theme
PICTURE = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#{PICTURE_BLUE:06X}"/>
<circle cx="8" cy="5" r="3" fill="#F3EBDD"/></svg>
"""
SHIPS = 40
SALT = "museum/config/panels/salt.yaml"


class _Morning:
    """What is done, in a folder where the program is found by its name."""

    def __init__(self, lab):
        self.lab, self.began = lab, time.monotonic()
        self.folder = lab.path("morning")
        os.makedirs(os.path.join(self.folder, "bin"))
        os.symlink(os.path.abspath(lab.program), os.path.join(self.folder, "bin", "vitrina"))
        self.pages = ""
        for page in ("README.md", "config/README.md"):
            with open(os.path.join(REPOSITORY, page), encoding="utf-8") as file:
                self.pages += " ".join(file.read().split()) + " "

    def path(self, name):
        return os.path.join(self.folder, name)

    def says(self, *words):
        for one in words:
            require(" ".join(one.split()) in self.pages, f"no page says: {one}")

    @contextlib.contextmanager
    def step(self, what):
        began = time.monotonic()
        yield
        self.lab.tell(f"{time.monotonic() - began:6.2f} s  {what}")

    def run(self, words, code, pattern, told=None):
        """told: how a page has it, if that is not the line itself, with other names."""
        self.says(told or words)
        variables = environment(PATH=f"{self.path('bin')}:{os.environ['PATH']}")
        done = subprocess.run(shlex.split(words), cwd=self.folder, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=10 * LOOKS_SECONDS, check=False)
        require(done.returncode == code and re.search(pattern, done.stdout, re.DOTALL),
                f"{words}: exit {done.returncode} instead of {code}, or no '{pattern}' in: {done.stdout[-1500:]}")

    def edit(self, path, pattern, replacement):
        """As most editors save: beside the file, and then in its place."""
        path = self.path(path)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        changed = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
        require(changed != text, f"{pattern} is not in {path}")
        with open(path + "~", "w", encoding="utf-8") as file:
            file.write(changed)
        os.rename(path + "~", path)


def _write_ships(path):
    """A sheet as TimelineJS has it."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("Year,Month,Day,Headline,Text\n")
        for i in range(1, SHIPS + 1):
            file.write(f'{1850 + i},{i % 12 + 1},{i % 28 + 1},Ship number {i},"She came with salt, and went with wool."\n')


def _translate(path, words):
    """In a spreadsheet that writes semicolons. words: {key's end: translation}"""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for end, text in words.items():
            if row["key"].endswith(end):
                row["target"] = text
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def _begin(morning):
    with morning.step("a new exhibit"):
        morning.run('vitrina new exhibit museum --languages en,de --title "Salt and wool"', 0, "vitrina check museum")
        morning.run("vitrina check museum", 0, "4 panels, 0 errors, 5 warnings",
                    "each warning names a file whose words are still the example's, and goes once they are yours")
    _write_ships(morning.path("ships.csv"))
    with morning.step(f"a spreadsheet of {SHIPS} events taken in"):
        morning.says("A sheet as TimelineJS has it (Year, Month, Day, Headline, Text, Media, Type, Group, ...) is taken as it is")
        morning.run("vitrina import ships.csv --dry-run museum", 0, f"{SHIPS} changes in 1 file; nothing is written", "--dry-run writes nothing")
        morning.run("vitrina import ships.csv museum", 0, f"{SHIPS} changes in 1 file$", "takes it in again; --dry-run writes nothing")


def _write(morning):
    """With the preview open beside the editor."""
    preview = morning.lab.launch("--start", "home", size=SMALL, exhibit=morning.path("museum"), command="preview")
    with morning.step("the preview opens"):
        morning.says("`vitrina preview museum` shows it in a window that\nfollows every save")
        preview.scene("home", "auto")
        preview.settled()
    with morning.step("a panel of her own, and the preview goes there"):
        morning.run("vitrina new panel salt --layout picture-right museum", 0, "panels/salt.yaml: made.*exhibit.yaml: changed")
        preview.wait_for("^scene panel/salt ")
        plain = preview.settled()
    require(PICTURE_BLUE not in plain.colours(), "the picture is seen before it is there")
    with morning.step("its picture swapped, and seen"):
        morning.says("Copy a photograph or a drawing into `museum/assets/illustrations`")
        with open(morning.path("museum/assets/illustrations/salt.svg"), "w", encoding="utf-8") as file:
            file.write(PICTURE)
        morning.edit(SALT, r"^  file: .*", "  file: assets/illustrations/salt.svg")
        preview.wait_until("the picture", lambda shot: PICTURE_BLUE in shot.colours(), START_SECONDS)
        sound = preview.settled()
    with morning.step("an event"):
        morning.run("vitrina new event salt-tax museum", 0, "timeline.yaml: changed")
    _slip(morning, preview, sound)
    preview.end()


def _slip(morning, preview, sound):
    preview.wait_for("^scene card/salt-tax ")
    with morning.step("a slip, seen above the page that stood there"):
        morning.says("A slip that breaks\na file leaves what stood there before.")
        morning.edit(SALT, "^title:", "titel:")
        preview.wait_for("^scene panel/salt ")
        broken = preview.settled()
        require(broken != sound and PICTURE_BLUE in broken.colours(), "the page with its finding is not seen")
    with morning.step("told by the command too"):
        morning.run("vitrina check museum", 1, 'config/panels/salt.yaml:[0-9]+:1: error: titel: .*did you mean "title".*4 panels, (1 error|2 errors),',
                    "it prints what is wrong in all files, with file, line and what to do, and a count.")
    with morning.step("mended, and gone from the screen"):
        morning.edit(SALT, "^titel:", "title:")
        preview.wait_for("^scene panel/salt ")
        require(preview.settled() == sound, "the page is not what it was")
    with open(morning.path(SALT), "rb") as file:
        lines = file.read().replace(b"\n", b"\r\n")
    with open(morning.path(SALT), "wb") as file:
        file.write(lines)
    with morning.step("what another machine's editor left, mended by the command"):
        morning.run("vitrina check --fix museum", 0, "salt.yaml: lines end as everywhere else.*5 panels, 0 errors", "mends what is certain first")


def _to_translator(morning):
    with morning.step("a language more"):
        morning.run("vitrina new language fr museum", 0, 'texts in "fr" are to be translated',
                    "in which every text is a copy until it is translated")
    with morning.step("its table out, and in again"):
        morning.run("vitrina export texts --language fr -o texts.csv museum", 0, "^$", "`--language pt` writes those of one language alone")
        _translate(morning.path("texts.csv"), {"salt.yaml:title": "Le sel"})
        morning.run("vitrina import texts.csv --dry-run museum", 0, "1 change in 1 file; nothing is written", "`vitrina import texts.csv --dry-run`")
        morning.run("vitrina import texts.csv museum", 0, 'salt.yaml:[0-9]*: title, fr: .*-> "Le sel".1 change in 1 file',
                    "without `--dry-run` it changes that and nothing else")
    with morning.step("a text changed behind its translation, told"):
        morning.edit(SALT, r"(^title:(?:\n .*)*?\n  en: ).*", r'\1"Salt of the sea"')
        morning.run("vitrina check museum", 0, 'salt.yaml:[0-9]+:[0-9]+: warning: title: the "en" text has changed',
                    "when that text is changed later, `check` names the\ntranslation")
        morning.run("vitrina export texts --language fr museum", 0, "Salt of the sea,fr,Le sel,.*,stale", "`stale`: its source has changed")
        morning.run("vitrina check --accept-translations museum", 0, "translations are right as they stand.*5 panels, 0 errors",
                    "`vitrina check\n--accept-translations` says so of all that there are")


def _mail_proof(morning):
    """To somebody who has nothing but a browser: what the page shows comes with it."""
    with morning.step("proofs of the panel drawn, and mailed"):
        morning.run("vitrina proof --panel salt -o proofs museum", 0, "pictures in proofs")
        morning.says("mail the folder to your historian")
        letter = shutil.make_archive(morning.path("letter"), "zip", morning.path("proofs"))
        there = morning.path("historian")
        shutil.unpack_archive(letter, there)
    with open(os.path.join(there, "index.html"), encoding="utf-8") as file:
        page = file.read()
    require("Salt of the sea" in page and "Le sel" in page, "the words are not on the page")
    shown = re.findall(r'<img src="([^"]*)"', page)
    require(len(shown) >= 4, f"the page shows {shown}")
    for name in shown:
        require(os.path.getsize(os.path.join(there, name)) > 1000, f"{name} is no picture")
    asked = re.findall(r'(?:src|href)="((?:\w+:)?//[^"]*)"', page)
    require(not asked, f"the page asks the network for {asked}")


def _open_kiosk(morning):
    """Which shows what the museum has shown until today, and does not wait long for a visitor who has gone."""
    lab, folder = morning.lab, morning.path("kiosk")
    exhibit = _impatient(lab)
    exhibits.forget_notices(exhibit)
    os.rename(exhibit, folder)
    kiosk = lab.start("--start", lab.panel_scene(0), size=LANDSCAPE, exhibit=folder)
    kiosk.wait_for("^accepted: .* as copy 1: ", LOOKS_SECONDS)
    return kiosk


def _bring(morning, kiosk):
    """Accepted while a visitor reads, who notices nothing; shown once he has gone, and he who comes then finds the new one."""
    touch = kiosk.server.touch
    touch.swipe((1400, 500), (700, 520))
    kiosk.scene(morning.lab.panel_scene(1), "touch")
    read = kiosk.settled()
    with morning.step("accepted, while a visitor reads on"):
        morning.run("vitrina accept museum kiosk", 0, "accepted: museum, 5 panels, as copy 2", "`vitrina accept /media/usb/exhibit`")
        require(kiosk.settled() == read or touch.last < time.monotonic() - IDLE_SECONDS, "the page changed under the visitor's eyes")
    touch.tap((8, 200))  # says that he is there, if he has been asked meanwhile
    touch.swipe((700, 500), (1400, 520))
    kiosk.scene(morning.lab.panel_scene(0), "touch")
    with morning.step(f"shown, once nobody had touched for {IDLE_SECONDS + COUNTDOWN_SECONDS} s"):
        kiosk.wait_for("^scene attract lang=en via=idle$", IDLE_SECONDS + COUNTDOWN_SECONDS + LATE_SECONDS)
        kiosk.wait_for("^scene ", LOOKS_SECONDS)
        kiosk.settled()
    touch.tap((900, 300))
    kiosk.wait_for("^scene (home|panel/(panel|picture|time|figures|place|salt)) lang=en via=touch")
    kiosk.server.keyboard.press("H")
    kiosk.server.keyboard.press("ESC")
    kiosk.wait_for("^scene attract ")


def _refuse_and_go_back(morning, kiosk):
    with morning.step("a word more, accepted"):
        morning.edit(SALT, "Salt of the sea", "Salt of the earth")
        morning.run("vitrina accept museum kiosk", 0, "as copy 3: 1 files written", "`vitrina accept /media/usb/exhibit`")
    kiosk.wait_for("^scene ", LOOKS_SECONDS)
    with morning.step("a slip brought to the kiosk, refused"):
        morning.edit(SALT, "^title:", "titel:")
        morning.run("vitrina accept museum kiosk", 1, "refused: .*titel", "With an error that the exhibit on the screen has not, it refuses all of it")
        morning.run("vitrina status kiosk", 1, "shown:   copy 3.*kept:    copy 2.*refused: museum.*titel",
                    "`vitrina status` tells which copy is shown, and what was refused and why")
    with morning.step("the way back"):
        morning.run("vitrina status --rollback kiosk", 0, "rolled back to copy 2", "The way back: `vitrina status --rollback`")
        kiosk.wait_for("^scene ", LOOKS_SECONDS)
        morning.run("vitrina status kiosk", 1, "shown:   copy 2", "`vitrina status` tells")


def a_curators_morning(lab):
    morning = _Morning(lab)
    kiosk = _open_kiosk(morning)
    _begin(morning)
    _write(morning)
    _to_translator(morning)
    _mail_proof(morning)
    _bring(morning, kiosk)
    _refuse_and_go_back(morning, kiosk)
    kiosk.end()
    lab.tell(f"{time.monotonic() - morning.began:6.2f} s  all of it")
