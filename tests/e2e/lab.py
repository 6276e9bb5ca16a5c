"""What a test works with: servers and programs, started when first asked for, and where things are on the screen."""
import os
import shutil
import subprocess
import tempfile
import time

import exhibits
from kiosk import START_SECONDS, Kiosk, environment
from xserver import XServer

LANDSCAPE, PORTRAIT, SMALL = (1920, 1080), (1080, 1920), (1280, 720)
MAGENTA = 0xFF00FF  # of the bare screen: in no theme
MOUSE_DEAF_SECONDS = 0.75  # after a finger, a mouse is taken for its echo
LEFT_KEYS, RIGHT_KEYS = ("home", "previous"), ("next", "timeline", "language", "me")


class Bar:
    """The bar at the foot of an upright picture of home or a panel in normal colours, and the middles of its keys.

    timeline: whether the exhibit has one, and so a key for it."""

    def __init__(self, picture, timeline):
        edge = list(picture.column(1))
        self.height = next(i for i, word in enumerate(reversed(edge)) if word != edge[-1])
        self.width, self.top = picture.width, picture.height - self.height
        right = [name for name in RIGHT_KEYS if timeline or name != "timeline"]
        names = [*LEFT_KEYS, *right]
        if picture.width > picture.height:
            key = self.height * 5 // 4
            lefts = [i * key for i in range(len(LEFT_KEYS))] + [self.width - (len(right) - i) * key for i in range(len(right))]
        else:
            key = self.width // len(names)
            lefts = [i * key for i in range(len(names))]
        self.boxes = {name: (left, self.top, key, self.height) for name, left in zip(names, lefts)}

    def box(self, name):
        return self.boxes[name]

    def key(self, name):
        x, y, width, height = self.boxes[name]
        return x + width // 2, y + height * 3 // 5


class Lab:
    """size: of the screen that tests use if they do not name one. quick: a copy of the exhibit for the program that tests share: its pages
    turn fast, its second panel has a long text, the first two show their picture at the left, and no notice stands before any. events: of its
    timeline, by date. whole: the exhibit with all its languages; the others speak two."""

    def __init__(self, program, exhibit, size=LANDSCAPE, keep=None):
        self.program, self.size, self.keep = program, size, keep
        self.folder = tempfile.mkdtemp(prefix="vitrina-lab-")
        os.environ["XDG_STATE_HOME"] = self.path("state")  # of every program that is started
        self.copies = 0
        self.whole = exhibit
        self.exhibit = self.copy(exhibit)
        exhibits.speak_two(self.exhibit)
        # Attract stands while it is looked at.
        exhibits.change(self.exhibit, "config/exhibit.yaml", r"^  turn_ms: (\d+)\n(  poster_s: .*\n)?", r"  turn_ms: \1\n  poster_s: 60\n")
        self.panels = exhibits.panels(exhibit)
        self.chapters = exhibits.chapters(exhibit)
        self.events = exhibits.events(exhibit)
        self.servers = {}
        self.running = {}    # server's size -> the program that has its screen
        self.visited = None  # the program that tests share
        self.own = []        # programs of the present test alone
        self.told = []       # lines of the present test, printed beside its result
        self.quick = self.copy()
        exhibits.set_value(self.quick, "config/exhibit.yaml", "turn_ms", 200)
        exhibits.set_value(self.quick, f"config/panels/{self.panels[0]}.yaml", "layout", "picture-left")
        exhibits.lengthen(self.quick, self.panels[1])
        exhibits.forget_notices(self.quick)

    # ---- programs ----

    def server(self, size=None):
        size = size or self.size
        if size not in self.servers:
            self.servers[size] = XServer(*size)
            self.servers[size].screen.paint_root(MAGENTA)
        return self.servers[size]

    def launch(self, *arguments, size=None, exhibit=None, **more):
        """A program for this test alone, as it is at its very start."""
        size = size or self.size
        self._clear(size)
        kiosk = Kiosk(self.program, self.server(size), exhibit or self.exhibit, *arguments, **more)
        self.running[size] = kiosk
        self.own.append(kiosk)
        return kiosk

    def start(self, *arguments, size=None, exhibit=None):
        """As launch, once the first scene stands still."""
        kiosk = self.launch(*arguments, size=size, exhibit=exhibit)
        kiosk.wait_for(r"^scene ", START_SECONDS)
        kiosk.wait_until("the first picture", lambda picture: picture.words[0] != MAGENTA, START_SECONDS)
        kiosk.settled()
        return kiosk

    def visit(self, panel=False, keys=()):
        """The program that tests share, at home as a new visitor finds it, or at the first panel, or where further keys lead: (key, scene
        that it comes to or None). Nothing moves."""
        kiosk = self.visited
        if not kiosk or self.running.get(self.size) is not kiosk:
            kiosk = self.start(exhibit=self.quick)
            self.own.remove(kiosk)
            self.visited = kiosk
        server = kiosk.server
        server.touch.up_all()
        server.keyboard.press("H")
        server.keyboard.press("ESC")
        kiosk.wait_for("^scene attract lang=en via=key")
        server.keyboard.press("RIGHT")
        kiosk.scene("home", "key")
        if panel:
            server.keyboard.press("HOME")
            server.keyboard.press("ENTER")
            kiosk.scene(f"panel/{self.panels[0]}", "key")
        for key, scene in keys:
            server.keyboard.press(key)
            if scene:
                kiosk.scene(scene, "key")
        kiosk.picture = kiosk.settled()
        kiosk.bar = self.bar(kiosk.picture)
        kiosk.nothing_more()
        return kiosk

    def bar(self, picture):
        return Bar(picture, os.path.exists(os.path.join(self.exhibit, "config/timeline.yaml")))

    def panel_scene(self, index):
        return f"panel/{self.panels[index]}"

    def card(self, index):
        """A point on a chapter's card at home, where they stand in two rows."""
        columns = (len(self.chapters) + 1) // 2
        return self.size[0] * (2 * (index % columns) + 1) // (2 * columns), self.size[1] * (28, 59)[index // columns] // 100

    def mouse(self, kiosk):
        """The mouse, once it is not taken for a finger's echo any more."""
        kiosk.settled()
        time.sleep(MOUSE_DEAF_SECONDS)
        return kiosk.server.mouse

    def command(self, *arguments, seconds=60, **changes):
        """Runs the program without a display. (exit code, standard output, standard error)"""
        done = subprocess.run([self.program, *arguments], env=environment(**changes), stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, errors="replace", timeout=seconds, check=False)
        return done.returncode, done.stdout, done.stderr

    def copy(self, exhibit=None):
        """A copy of the exhibit under test, or of another, to be changed."""
        self.copies += 1
        return exhibits.copy(exhibit or self.exhibit, os.path.join(self.folder, f"exhibit{self.copies}"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def tell(self, line):
        self.told.append(line)

    # ---- the end ----

    def _clear(self, size):
        """Ends what runs on this screen; its own test has looked at how it ends."""
        kiosk = self.running.pop(size, None)
        if kiosk:
            if kiosk is self.visited:
                self.visited = None
                kiosk.end()
            kiosk.kill()
        if size in self.servers:
            self.servers[size].touch.up_all()

    def finish_test(self, failed):
        """Ends the test's own programs, which must go in peace."""
        own, self.own, self.told = self.own, [], []
        try:
            for kiosk in own:
                if not failed and kiosk.process.poll() is None:
                    kiosk.end()
        finally:
            for size in [size for size, kiosk in self.running.items() if kiosk in own or failed]:
                self.running.pop(size).kill()
            if failed:
                self.visited = None
            for server in self.servers.values():
                server.touch.up_all()

    def evidence(self, name):
        """What the screens and logs show when a test has failed."""
        said = []
        for size, kiosk in self.running.items():
            said += [text for _, text in kiosk.lines[-8:]]
            if self.keep:
                os.makedirs(self.keep, exist_ok=True)
                path = os.path.join(self.keep, f"{name}.{size[0]}x{size[1]}.png")
                kiosk.screen.shot().save(path)
                said.append(f"picture: {path}")
        return said

    def finish(self):
        try:
            for size in list(self.running):
                self._clear(size)
        finally:
            for kiosk in self.running.values():
                kiosk.kill()
            for server in self.servers.values():
                server.stop()
            shutil.rmtree(self.folder, ignore_errors=True)
