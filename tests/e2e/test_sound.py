"""A sound that a panel shows: played, stopped, heard to its end and ended by who is there; at night nobody is."""
import math
import os
import struct
import time
import wave

import exhibits
from kiosk import START_SECONDS, require
from lab import SMALL
from things import thing

TONE_SECONDS, TONE_HZ, WAVE_HZ = 4, 440, 24000
DEVICE_HZ, CHANNELS, BLOCK = 48000, 2, 512  # src/speaker/recording.c
AUDIBLE = 200
AGAIN_SECONDS = 1.1  # may be heard twice: SDL2_mixer finds whole seconds of a WAV file
ANSWER_SECONDS, QUIET_SECONDS = 20, 0.6


def _write_tone(path):
    samples = (int(16000 * math.sin(2 * math.pi * TONE_HZ * i / WAVE_HZ)) for i in range(TONE_SECONDS * WAVE_HZ))
    with wave.open(path, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(WAVE_HZ)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))


def _exhibit(lab, more=""):
    """Its first panel has nothing but a text and a tone."""
    exhibit = lab.copy()
    _write_tone(os.path.join(exhibit, "assets/sounds/tone.wav"))
    texts = {"title": "A tone", "body": "It is heard, and has no words.", "transcript": "One tone.", "credit": "Made for this test"}
    panel = {key: f'{{en: "{text}", es: "{text}"}}' for key, text in texts.items()}
    with open(os.path.join(exhibit, "config/panels/tone.yaml"), "w", encoding="utf-8") as file:
        file.write(f"layout: picture-left\ntitle: {panel['title']}\nbody: {panel['body']}\nvoice: museum\nsources: A test\nsound:\n  file: assets/sounds/tone.wav\n"
                   f"  title: {panel['title']}\n  transcript: {panel['transcript']}\n  credit: {panel['credit']}\n")
    exhibits.change(exhibit, "config/exhibit.yaml", r"^( +panels: *\[)", r"\1tone, ")
    with open(os.path.join(exhibit, "config/exhibit.yaml"), "a", encoding="utf-8") as file:
        file.write(more)
    return exhibit


class _Loudspeaker:
    """What SDL's disk driver writes instead of playing it, as fast as it would be played."""

    def __init__(self, lab):
        self.path = lab.path("heard")
        self.variables = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": self.path}
        self.forget()  # what the test before has heard

    def seconds(self):
        """How long anything but silence was heard."""
        if not os.path.exists(self.path):
            return 0
        with open(self.path, "rb") as file:
            samples = memoryview(file.read())
        samples = samples[:len(samples) // (2 * BLOCK) * 2 * BLOCK].cast("h")
        blocks = sum(max(samples[at:at + BLOCK]) > AUDIBLE for at in range(0, len(samples), BLOCK))
        return blocks * BLOCK / CHANNELS / DEVICE_HZ

    def until_quiet(self):
        """As seconds, once nothing more is heard."""
        until, heard = time.monotonic() + ANSWER_SECONDS, -1
        while heard != self.seconds():
            require(time.monotonic() < until, "it sounds on and on")
            heard = self.seconds()
            time.sleep(QUIET_SECONDS)
        return heard

    def forget(self):
        if os.path.exists(self.path):
            os.remove(self.path)


def _come(lab, exhibit, first):
    loudspeaker = _Loudspeaker(lab)
    kiosk = lab.launch("--start", "panel/tone", size=SMALL, exhibit=exhibit, variables=loudspeaker.variables)
    kiosk.wait_for(first, START_SECONDS)
    kiosk.settled()
    return kiosk, loudspeaker


def _plays(kiosk, loudspeaker, seconds=0.3):
    kiosk.wait_until("it sounds", lambda picture: loudspeaker.seconds() > seconds, ANSWER_SECONDS)


def a_sound_is_played_stopped_and_heard_to_its_end(lab):
    kiosk, loudspeaker = _come(lab, _exhibit(lab), "^scene panel/tone")
    kiosk.server.touch.tap(thing(kiosk, 2))  # behind the neutral picture
    kiosk.scene("card/tone", "touch")
    keyboard, silent = kiosk.server.keyboard, kiosk.settled()
    require(loudspeaker.until_quiet() == 0, "something is heard that nobody asked for")
    kiosk.server.touch.tap(thing(kiosk, 1))
    _plays(kiosk, loudspeaker, 1.5)
    keyboard.press("ENTER")
    stopped, before = kiosk.settled(), loudspeaker.until_quiet()
    require(before < TONE_SECONDS - 0.5, f"it was not stopped, but heard for {before:.1f} s")
    require(stopped.difference(silent) > 0, "where it was stopped is not seen")
    loudspeaker.forget()
    keyboard.press("ENTER")
    _plays(kiosk, loudspeaker)
    behind, ended = loudspeaker.until_quiet(), kiosk.settled()
    require(-0.3 < before + behind - TONE_SECONDS < AGAIN_SECONDS, f"of {TONE_SECONDS} s, {before:.1f} and then {behind:.1f} were heard")
    require(ended.difference(stopped) > 0 and ended.difference(silent) > 0, "its end is not seen")
    lab.tell(f"{before:.2f} s and {behind:.2f} s of a tone of {TONE_SECONDS} s")
    loudspeaker.forget()
    keyboard.press("ENTER")
    _plays(kiosk, loudspeaker)
    keyboard.press("ESC")
    kiosk.scene("panel/tone", "key")
    heard = loudspeaker.until_quiet()
    require(heard < TONE_SECONDS - 0.5, f"its card is closed, and it was heard for {heard:.1f} s")
    kiosk.end()


def no_sound_is_heard_at_night(lab):
    kiosk, loudspeaker = _come(lab, _exhibit(lab, exhibits.NEVER_OPEN), "^closed until")
    kiosk.wait_until("the dark", lambda picture: picture.colours() == {0}, START_SECONDS)
    kiosk.server.keyboard.press("ENTER")
    for place in ((SMALL[0] // 2, SMALL[1] // 2), (SMALL[0] // 3, SMALL[1] * 2 // 3)):
        kiosk.server.touch.tap(place)
    kiosk.server.keyboard.press("ENTER")
    require(loudspeaker.until_quiet() == 0, "something is heard in the dark")
    kiosk.end()
