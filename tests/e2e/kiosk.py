"""The program under test: started on a server's screen, its log read as it comes, and ended."""
import os
import re
import signal
import subprocess
import threading
import time

from xserver import die_with_parent


class Failure(Exception):
    """The program did not do what it should."""


def require(condition, message):
    if not condition:
        raise Failure(message)


ANSWER_SECONDS = 5  # for what should come at once, on a busy machine and with a sanitized program
SETTLE_SECONDS = 8
START_SECONDS = 20
STILL_FINGER_SECONDS = 0.2
STILL_SECONDS = 0.06  # several frames: a program that sleeps so long shows no movement
GONE_SECONDS, END_SECONDS = 0.5, 0.5                    # from a signal until the window and the process are gone
SANITIZED_GONE_SECONDS, SANITIZED_END_SECONDS = 1, 5  # that one is slower, and looks for leaks at the end
SCENE_LINE = r"(scene|settings) "
TAKEN = "accepted: "


def is_sanitized(program):
    with open(program, "rb") as file:
        return b"__asan_init" in file.read()


def environment(**changes):
    """Ours, without what would lead the program to another display or log."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("SDL_") and name not in ("DISPLAY", "WAYLAND_DISPLAY", "JOURNAL_STREAM", "STATE_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_USEC")}
    folder = os.path.dirname(os.path.abspath(__file__))
    return {"LSAN_OPTIONS": f"suppressions={folder}/../leaks.txt:print_suppressions=0", **kept, **changes}


class Kiosk:
    """prepare: called in the program's process before the program. command: which of its commands. variables: further ones of its environment."""

    def __init__(self, program, server, exhibit, *arguments, command="run", prepare=lambda: None, variables=()):
        self.server, self.screen = server, server.screen
        self.sanitized = is_sanitized(program)
        self.gone_seconds = SANITIZED_GONE_SECONDS if self.sanitized else GONE_SECONDS
        self.end_seconds = SANITIZED_END_SECONDS if self.sanitized else END_SECONDS
        self.lines = []  # (time, text)
        self.taken = 0   # of the lines: those that a test has looked at
        self.news = threading.Condition()
        self.process = subprocess.Popen([program, command, *arguments, exhibit], env=environment(DISPLAY=server.display, **dict(variables)),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                        preexec_fn=lambda: (die_with_parent(), prepare()))
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stderr:
            with self.news:
                self.lines.append((time.monotonic(), line.decode("utf-8", "replace").rstrip("\n")))
                self.news.notify_all()

    # ---- the log ----

    def log(self):
        with self.news:
            return "\n".join(text for _, text in self.lines)

    def wait_for(self, pattern, seconds=ANSWER_SECONDS):
        """The first line not yet taken that matches; it and all before it are taken then. Returns (time, text)."""
        until, looked = time.monotonic() + seconds, self.taken
        with self.news:
            while True:
                for i in range(looked, len(self.lines)):
                    if re.search(pattern, self.lines[i][1]):
                        self.taken = i + 1
                        return self.lines[i]
                looked = len(self.lines)
                left = until - time.monotonic()
                if left <= 0 or self.process.poll() is not None and not self.reader.is_alive():
                    said = [text for _, text in self.lines[self.taken:]]
                    raise Failure(f"waited {seconds} s for '{pattern}', the log said {said}, exit code {self.process.poll()}")
                self.news.wait(min(left, 0.05))

    def scene(self, name, via, lang="en"):
        """The next scene or settings line, which must be this scene's."""
        _, text = self.wait_for(SCENE_LINE)
        wanted = f"scene {name} lang={lang} via={via}"
        require(text == wanted, f"the log says '{text}' instead of '{wanted}'")

    def settings(self, via, lang="en", text="normal", contrast="normal"):
        _, line = self.wait_for(SCENE_LINE)
        wanted = f"settings lang={lang} text={text} contrast={contrast} via={via}"
        require(line == wanted, f"the log says '{line}' instead of '{wanted}'")

    def nothing_more(self):
        """No line stands in the log that no test has asked for, but that the exhibit was taken into the archive, some seconds after the start."""
        with self.news:
            extra = [text for _, text in self.lines[self.taken:] if not text.startswith(TAKEN)]
        require(not extra, f"the log says more: {extra}")

    # ---- the screen ----

    def settled(self):
        """The picture once nothing moves any more and the program works on nothing."""
        until = time.monotonic() + SETTLE_SECONDS
        while True:
            work = self._idle(until)
            picture = self.screen.shot()
            if self.work() == work:
                return picture

    def _idle(self, until):
        """Waits until the program sleeps, and has slept for longer than between two frames, while the server answers: it is not the
        server that keeps it waiting. Returns its work so far."""
        work, since = None, time.monotonic()
        while time.monotonic() - since < STILL_SECONDS:
            require(time.monotonic() < until, f"the program has not come to rest in {SETTLE_SECONDS} s")
            time.sleep(STILL_SECONDS / 4)
            self.screen.flush()
            now = self.work()
            if now is None or now != work:
                work, since = now, time.monotonic()
        return work

    def work(self):
        """How often its threads have gone to sleep or lost the processor; None while one works or waits for a processor."""
        self.require_running()
        total, folder = 0, f"/proc/{self.process.pid}/task"
        for thread in os.listdir(folder):
            try:
                with open(f"{folder}/{thread}/status", encoding="utf-8") as file:
                    fields = dict(re.findall(r"^(\w+):\t(.*)$", file.read(), re.MULTILINE))
            except (FileNotFoundError, ProcessLookupError):  # a thread that has just ended
                return None
            if not fields["State"].startswith("S"):
                return None
            total += int(fields["voluntary_ctxt_switches"]) + int(fields["nonvoluntary_ctxt_switches"])
        return total

    def rests(self):
        """As settled, and nothing was logged that no test has asked for."""
        picture = self.settled()
        self.nothing_more()
        return picture

    def held(self):
        """The finger that has just moved is held still until it can throw nothing, counted from when the program has seen all of it."""
        self.settled()
        time.sleep(STILL_FINGER_SECONDS)

    def wait_until(self, what, condition, seconds=ANSWER_SECONDS):
        """Looks at the screen until condition(picture) is true; returns that picture."""
        until = time.monotonic() + seconds
        while True:
            picture = self.screen.shot()
            if condition(picture):
                return picture
            require(time.monotonic() < until, f"not seen within {seconds} s: {what}")

    # ---- the process ----

    def require_running(self):
        require(self.process.poll() is None, f"the program has ended with {self.process.poll()}:\n{self.log()[-2000:]}")

    def ticks(self):
        """Clock ticks of the processor used so far."""
        self.require_running()
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def wait_end(self, seconds):
        """The exit code."""
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failure(f"still running after {seconds} s") from None
        self.reader.join(5)
        return code

    def end(self, number=signal.SIGTERM):
        """Ends the program as a service manager does, and requires that it goes at once and content."""
        self.require_running()
        began = time.monotonic()
        self.process.send_signal(number)
        while self.screen.windows():
            require(time.monotonic() - began < self.gone_seconds, f"the window still stands {self.gone_seconds} s after the signal")
            time.sleep(0.005)
        code = self.wait_end(self.end_seconds)
        require(code == 0, f"exit code {code}:\n{self.log()[-3000:]}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
