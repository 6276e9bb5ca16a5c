"""A real Xorg server without hardware: the dummy video driver, and the inputtest driver for a touch panel of ten fingers, a keyboard and a mouse.

Events travel the same way as from real devices, as XInput2 touches too. Needs the Debian packages xserver-xorg-core,
xserver-xorg-video-dummy, x11-xkb-utils and xkb-data."""
import ctypes
import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time

from xclient import XClient

CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "DontVTSwitch" "true"
  Option "DontZap" "true"
  Option "BlankTime" "0"
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 1-2000
  VertRefresh 1-500
{modelines}
EndSection
Section "Device"
  Identifier "video"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Screen"
  Identifier "screen"
  Device "video"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes {modes}
    Virtual {width} {height}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "touch"
  Driver "inputtest"
  Option "SocketPath" "{folder}/touch"
  Option "DeviceType" "Touch"
  Option "TouchCount" "10"
EndSection
Section "InputDevice"
  Identifier "keyboard"
  Driver "inputtest"
  Option "SocketPath" "{folder}/keyboard"
  Option "DeviceType" "Keyboard"
EndSection
Section "InputDevice"
  Identifier "mouse"
  Driver "inputtest"
  Option "SocketPath" "{folder}/mouse"
  Option "DeviceType" "PointerAbsolute"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "mouse" "CorePointer"
  InputDevice "keyboard" "CoreKeyboard"
  InputDevice "touch" "SendCoreEvents"
EndSection
"""
LARGEST_CLOCK_MHZ = 300  # of the dummy driver
START_SECONDS = 20

# linux/input-event-codes.h; the server adds 8.
KEY_CODES = {
    "ESC": 1, "1": 2, "4": 5, "7": 8, "MINUS": 12, "EQUAL": 13, "BACKSPACE": 14, "TAB": 15, "Q": 16, "W": 17, "T": 20, "I": 23, "ENTER": 28, "LEFTCTRL": 29, "A": 30,
    "S": 31, "D": 32, "H": 35, "J": 36, "L": 38, "LEFTSHIFT": 42, "Z": 44, "X": 45, "C": 46, "LEFTALT": 56, "SPACE": 57, "F1": 59, "F2": 60, "F4": 62,
    "F5": 63, "F6": 64, "F7": 65, "F10": 68, "NUMLOCK": 69, "KP7": 71, "KP8": 72, "KP9": 73, "KPMINUS": 74, "KP4": 75, "KP6": 77, "KPPLUS": 78, "KP1": 79, "KP2": 80,
    "KP3": 81, "F11": 87, "KPENTER": 96, "PRINT": 99, "HOME": 102, "UP": 103, "PAGEUP": 104, "LEFT": 105,
    "RIGHT": 106, "END": 107, "DOWN": 108, "PAGEDOWN": 109, "DELETE": 111, "LEFTMETA": 125,
}

# include/xf86-input-inputtest-protocol.h of the server
VERSION, SYNC, MOTION, BUTTON, KEY, TOUCH = 0, 1, 2, 4, 5, 6
TOUCH_BEGIN, TOUCH_UPDATE, TOUCH_END = 18, 19, 20
AXIS_MOST = 65535
VALUATORS = 64


PR_SET_PDEATHSIG = 1  # prctl(2)


def die_with_parent():
    """For a new process: whatever ends the one that started it ends it too."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Device:
    """One device's socket. It stays connected until the server ends: that driver spins once its client has gone."""

    def __init__(self, path, size):
        self.width, self.height = size
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(path)
        self._exchange(struct.pack("<IIHH", 12, VERSION, 1, 1), 12)

    def close(self):
        self.socket.close()

    def _exchange(self, data, count):
        self.socket.sendall(data)
        while count > 0:
            got = self.socket.recv(count)
            if not got:
                raise ConnectionError("the server's input driver hung up")
            count -= len(got)

    def _send(self, kind, body):
        """Returns when the server has worked it off."""
        self._exchange(struct.pack("<II", 8 + len(body), kind) + body + struct.pack("<II", 8, SYNC), 8)

    def _position(self, at):
        """Both axes from pixels, or no axis at all."""
        values = [0.0] * (2 * VALUATORS)
        if at:
            values[0] = min(AXIS_MOST, (at[0] + 0.5) * AXIS_MOST / self.width)
            values[1] = min(AXIS_MOST, (at[1] + 0.5) * AXIS_MOST / self.height)
        return struct.pack(f"<IB11x{2 * VALUATORS}d", 0, 3 if at else 0, *values)


class Touch(Device):
    """Fingers, each under a number of the caller's choice; points are pixels of the screen and may have fractions."""

    STEP_SECONDS = 0.008

    def __init__(self, path, size):
        super().__init__(path, size)
        self.fingers = {}
        self.last = 0.0  # when a finger was last felt

    def _touch(self, finger, kind, at):
        self.fingers[finger] = at
        self._send(TOUCH, struct.pack("<II", finger, kind) + self._position(at))
        self.last = time.monotonic()

    def down(self, at, finger=1):
        self._touch(finger, TOUCH_BEGIN, at)

    def move(self, at, finger=1):
        self._touch(finger, TOUCH_UPDATE, at)

    def up(self, finger=1):
        self._touch(finger, TOUCH_END, self.fingers[finger])
        del self.fingers[finger]

    def up_all(self):
        for finger in list(self.fingers):
            self.up(finger)

    def tap(self, at, finger=1):
        self.down(at, finger)
        self.up(finger)

    def slide(self, to, seconds=0.1, finger=1):
        """Moves a finger that is down, evenly."""
        self.slide_all({finger: to}, seconds)

    def slide_all(self, targets, seconds=0.1):
        starts, count = {finger: self.fingers[finger] for finger in targets}, max(2, round(seconds / self.STEP_SECONDS))
        for i in range(1, count + 1):
            time.sleep(self.STEP_SECONDS)
            for finger, to in targets.items():
                self.move(tuple(a + (b - a) * i / count for a, b in zip(starts[finger], to)), finger)

    def swipe(self, start, end, seconds=0.1, finger=1):
        self.down(start, finger)
        self.slide(end, seconds, finger)
        self.up(finger)


class Keyboard(Device):
    BETWEEN_SECONDS = 0.004  # a key that comes down again within 2 ms is taken for one that repeats

    def hold(self, name, down=True):
        """Presses a key and leaves it down: the server repeats it, as it does for real ones. Or lets it go."""
        self._send(KEY, struct.pack("<iI", KEY_CODES[name] + 8, down))

    def press(self, names):
        """One key, or a chord as "LEFTCTRL+Q": pressed in this order, let go in the other."""
        codes = [KEY_CODES[name] + 8 for name in names.split("+")]
        time.sleep(self.BETWEEN_SECONDS)
        for code in codes:
            self._send(KEY, struct.pack("<iI", code, 1))
        for code in reversed(codes):
            self._send(KEY, struct.pack("<iI", code, 0))


    def burst(self, held, codes):
        """Each key code of the server's, one after the other, while the named keys are held."""
        down = [KEY_CODES[name] + 8 for name in held]
        for name in held:
            self.hold(name)
        for code in codes:
            if code not in down:  # the driver waits for ever for a key that is down to go down
                self._send(KEY, struct.pack("<iI", code, 1))
                self._send(KEY, struct.pack("<iI", code, 0))
        for name in reversed(held):
            self.hold(name, False)


class Mouse(Device):
    def move(self, at):
        self._send(MOTION, struct.pack("<I4x", 1) + self._position(at))

    def button(self, pressed, button=1):
        self._send(BUTTON, struct.pack("<iiI4x", 0, button, pressed) + self._position(None))

    def click(self, at, button=1):
        self.move(at)
        self.button(1, button)
        self.button(0, button)


def modeline(width, height):
    hz = min(60, LARGEST_CLOCK_MHZ * 1_000_000 // ((width + 200) * (height + 40)))
    clock = (width + 200) * (height + 40) * hz // 1_000_000
    return (f'  Modeline "{width}x{height}" {clock}.00 {width} {width + 48} {width + 80} {width + 200} '
            f'{height} {height + 3} {height + 8} {height + 40}')


class XServer:
    """smaller: other sizes that its screen can take (XClient.take_size)."""

    def __init__(self, width, height, smaller=()):
        self.size, self.sizes = (width, height), ((width, height), *smaller)
        self.folder = tempfile.mkdtemp(prefix="vitrina-x-")
        self.process, self.screen, self.devices = None, None, []
        try:
            self._start()
        except Exception:
            self.stop()
            raise

    def _start(self):
        width, height = self.size
        configuration = CONFIGURATION.format(
            width=width, height=height, folder=self.folder, modelines="\n".join(modeline(*size) for size in self.sizes),
            modes=" ".join(f'"{across}x{down}"' for across, down in self.sizes))
        with open(f"{self.folder}/xorg.conf", "w", encoding="ascii") as file:
            file.write(configuration)
        told, telling = os.pipe()
        with open(f"{self.folder}/out", "wb") as out, os.fdopen(told) as numbers:
            self.process = subprocess.Popen(
                ["Xorg", "-displayfd", str(telling), "-config", f"{self.folder}/xorg.conf", "-logfile", f"{self.folder}/log",
                 "-noreset", "-nolisten", "tcp", "-novtswitch", "-s", "0", "-dpms"],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, pass_fds=[telling], preexec_fn=die_with_parent)
            os.close(telling)
            ready = select.select([numbers], [], [], START_SECONDS)[0]
            number = numbers.readline().strip() if ready else ""
        if not number:
            raise RuntimeError(f"Xorg did not start:\n{self.log()}")
        self.display = f":{number}"
        self.touch, self.keyboard, self.mouse = self.devices = [
            kind(f"{self.folder}/{name}", self.size) for kind, name in ((Touch, "touch"), (Keyboard, "keyboard"), (Mouse, "mouse"))]
        self.use_layout("us")  # and the key codes of today, which that driver does not start with
        self.screen = XClient(number)

    def use_layout(self, name):
        subprocess.run(["setxkbmap", "-rules", "evdev", "-model", "pc105", "-layout", name], check=True,
                       env={**os.environ, "DISPLAY": self.display})

    def log(self):
        texts = []
        for name in ("out", "log"):
            try:
                with open(f"{self.folder}/{name}", encoding="utf-8", errors="replace") as file:
                    texts.append(file.read()[-3000:])
            except OSError:
                pass
        return "\n".join(texts)

    def stop(self):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for thing in [*self.devices, *filter(None, [self.screen])]:
            thing.close()
        shutil.rmtree(self.folder, ignore_errors=True)
