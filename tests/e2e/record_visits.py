#!/usr/bin/env python3
"""Records the seven visits anew: a real kiosk, a real touch screen, and fingers that go where the plans of tests/visits say.

    tests/e2e/record_visits.py [--program FILE] [--eye FILE] [--exhibit FOLDER] [--to FOLDER] [--pictures FOLDER] [NAME...]

A plan is a tape written by hand, in names ("touch next"). Where the named thing stands is looked up on the page that the kiosk shows: it is played again
from what the kiosk has recorded so far, by the eye (build/tests/edge/test_visits). What is not there costs a visitor no time. Beside the plan comes
to stand a tape with nothing but what devices said. It must lead to the scenes that the kiosk itself came to; what each visitor saw is written by
UPDATE_GOLDEN=1 build/tests/edge/test_visits. --pictures: what stood on the screen before each touch, to be looked at."""
import argparse
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

from exhibits import REPOSITORY
from kiosk import Failure, Kiosk, START_SECONDS, environment, require
from xserver import XServer

VISITS = os.path.join(REPOSITORY, "tests/visits")
STEP_SECONDS, TAP_MS = 0.008, 80
AIM_SECONDS = 0.8   # before a touch: the time to look for the thing
AT_ONCE_MS = 300    # hands that follow so soon have aimed before
LEAVES_SECONDS = 3
OF_THE_LOOP = ("tick", "paint", "whole")
OF_THE_HEAD = ("program", "exhibit", "opened", "recorded")
KEYS = {"right": "RIGHT", "left": "LEFT", "up": "UP", "down": "DOWN", "page-up": "PAGEUP", "page-down": "PAGEDOWN", "first": "HOME", "last": "END",
        "enter": "ENTER", "escape": "ESC", "tab": "TAB", "back-tab": "LEFTSHIFT+TAB", "timeline": "T", "home": "H", "language": "L", "text-size": "A",
        "contrast": "C", "plus": "EQUAL", "minus": "MINUS"}


def words_of(path):
    """The lines of a tape, as lists of words."""
    with open(path, encoding="utf-8") as file:
        return [words for words in (line.partition("#")[0].split() for line in file) if words]


class Hands:
    """Fingers on their ways, which all go on while anything is waited for."""

    def __init__(self, touch, size):
        self.touch, self.size, self.strokes = touch, size, {}

    def begin(self, start, end, ms):
        """start, end: shares of the screen."""
        finger = next(number for number in range(10) if number not in self.strokes)
        ends = [(x * self.size[0], y * self.size[1]) for x, y in (start, end)]
        self.strokes[finger] = (*ends, time.monotonic(), ms / 1000)
        self.touch.down(ends[0], finger)

    def go_on(self):
        now = time.monotonic()
        for finger, (start, end, began, seconds) in list(self.strokes.items()):
            share = min(1, (now - began) / seconds)
            if start != end:
                self.touch.move(tuple(a + (b - a) * share for a, b in zip(start, end)), finger)
            if share == 1:
                self.touch.up(finger)
                del self.strokes[finger]

    def until(self, moment):
        while (left := moment - time.monotonic()) > 0:
            self.go_on()
            time.sleep(min(left, STEP_SECONDS if self.strokes else left))

    def finish(self):
        while self.strokes:
            self.go_on()
            time.sleep(STEP_SECONDS)


class Visit:
    def __init__(self, options, name, folder):
        self.options, self.name = options, name
        self.lines = words_of(os.path.join(VISITS, name + ".plan"))
        self.size = next(tuple(map(int, words[1:])) for words in self.lines if words[0] == "screen")
        self.steps = [(int(words[0]), words[1:]) for words in self.lines if words[0].isdigit()]
        self.tape, self.shots = os.path.join(folder, name + ".recorded"), 0
        self.server = XServer(*self.size)
        self.kiosk = Kiosk(options.program, self.server, options.exhibit, "--record", self.tape, variables={"XDG_STATE_HOME": folder}.items())
        self.hands = Hands(self.server.touch, self.size)

    def rest(self):
        """What is seen then. A film goes on: there is no rest to wait for."""
        if self.hands.strokes:
            return
        try:
            picture = self.kiosk.settled()
        except Failure:
            self.kiosk.require_running()
            return
        if self.options.pictures:
            self.shots += 1
            picture.save(os.path.join(self.options.pictures, f"{self.name}-{self.shots:02d}.png"))

    def place(self, words):
        """Where a thing stands, in shares of the screen; None if it does not."""
        nth = words[1] if len(words) > 1 and words[1].isdigit() else "1"
        done = subprocess.run([self.options.eye, "where", self.tape, self.options.exhibit, words[0], nth], capture_output=True, text=True,
                              env=environment(), check=False)
        require(done.returncode in (0, 1), done.stderr)
        return tuple(map(float, done.stdout.split())) if done.returncode == 0 else None

    def aim(self, words):
        place = self.place(words)
        require(place or words[-1] == "if-there", f"{self.name}: nothing to touch: {' '.join(words)}")
        return place

    def follow(self):
        """Carries the plan out. Returns how long nobody comes afterwards, in milliseconds."""
        last, aims = time.monotonic(), {}
        for i, (ms, (kind, *words)) in enumerate(self.steps):
            due = last + ms / 1000
            if kind == "wait":
                return ms
            if i not in aims:
                if ms >= AT_ONCE_MS:
                    self.hands.until(due - AIM_SECONDS)
                    self.rest()
                for k in range(i, len(self.steps)):
                    if k > i and self.steps[k][0] >= AT_ONCE_MS:
                        break
                    if self.steps[k][1][0] == "touch":
                        aims[k] = self.aim(self.steps[k][1][1:])
            if kind == "touch" and not aims[i]:
                continue
            self.hands.until(due)
            last = time.monotonic()
            self.act(kind, words, aims.get(i))
        return 0

    def act(self, kind, words, place):
        if kind == "key":
            self.server.keyboard.press(KEYS[words[0]])
        elif kind == "touch":
            self.hands.begin(place, place, TAP_MS)
        else:
            numbers = list(map(float, words))
            start, end = tuple(numbers[:2]), tuple(numbers[2:4] if kind == "swipe" else numbers[:2])
            self.hands.begin(start, end, numbers[4] if kind == "swipe" else numbers[2] if len(numbers) > 2 else TAP_MS)

    def record(self):
        self.kiosk.wait_for("^scene ", START_SECONDS)
        left_ms = self.follow()
        self.hands.finish()
        time.sleep(LEAVES_SECONDS)
        self.rest()
        self.kiosk.end()
        path = os.path.join(self.options.to, self.name + ".tape")
        write_devices(self.tape, path, self.first_words(), left_ms)
        self.compare(path)

    def first_words(self):
        with open(os.path.join(VISITS, self.name + ".plan"), encoding="utf-8") as file:
            return "".join(line for line in file if line.startswith("#"))

    def compare(self, path):
        """The tape leads where the kiosk was led; behind its last touch it goes on to attract."""
        came = [text for _, text in self.kiosk.lines if re.match("(scene|settings) ", text)]
        done = subprocess.run([self.options.program, "run", "--replay", path, self.options.exhibit], capture_output=True, text=True,
                              env=environment(), check=False)
        played = [line.split(" ", 1)[1] for line in map(str.strip, done.stdout.splitlines())]
        require(done.returncode == 0 and played[:len(came)] == came, f"{self.name}: the kiosk said {came}, and of the tape {played}\n{done.stderr}")

    def close(self):
        self.kiosk.kill()
        self.server.stop()


def write_devices(recorded, path, remarks, left_ms):
    """Of a tape what devices said: when the loop came round, the player knows by itself."""
    since = 0
    with open(path, "w", encoding="utf-8") as out:
        out.write(remarks)
        for words in words_of(recorded):
            if not words[0].isdigit():
                if words[0] not in OF_THE_HEAD:
                    print(*words, file=out)
                continue
            since += int(words[0])
            if words[1] not in OF_THE_LOOP:
                print(since, *words[1:], file=out)
                since = 0
        print(since + left_ms, "wait", file=out)


def record(options, name, queue):
    with tempfile.TemporaryDirectory(prefix="vitrina-visit-") as folder:
        visit = Visit(options, name, folder)
        try:
            visit.record()
            queue.put((name, "recorded"))
        except Exception as error:
            queue.put((name, f"FAILED: {error}\n{visit.kiosk.log()[-2000:]}"))
        finally:
            visit.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.path.join(REPOSITORY, "build/vitrina"), type=os.path.abspath)
    parser.add_argument("--eye", default=os.path.join(REPOSITORY, "build/tests/edge/test_visits"), type=os.path.abspath)
    parser.add_argument("--exhibit", default=os.path.join(REPOSITORY, "tests/exhibit"), type=os.path.abspath)
    parser.add_argument("--to", default=VISITS, type=os.path.abspath)
    parser.add_argument("--pictures", type=os.path.abspath)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    names = options.names or sorted(name[:-5] for name in os.listdir(VISITS) if name.endswith(".plan"))
    for folder in filter(None, (options.to, options.pictures)):
        os.makedirs(folder, exist_ok=True)
    queue, failed = multiprocessing.Queue(), False
    visitors = [multiprocessing.Process(target=record, args=(options, name, queue)) for name in names]
    for visitor in visitors:
        visitor.start()
    for _ in names:
        name, said = queue.get()
        failed |= said != "recorded"
        print(f"{name}: {said}", flush=True)
    for visitor in visitors:
        visitor.join()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
