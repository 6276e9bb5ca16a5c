#!/usr/bin/env python3
"""Writes the sounds beside it, of nothing but arithmetic: no recording is in them. By hand, with opus-tools: assets/sounds/make.py

pots.opus: one pot is struck with a spoon, then more and more from other windows, until none is heard any more. A struck pot is a few tones
that do not belong to one another, each of which dies away by itself; every window has a pot and a pace of its own, and is nearer or farther.
"""
import array
import cmath
import math
import os
import random
import subprocess
import tempfile
import wave

HERE = os.path.dirname(os.path.abspath(__file__))
RATE = 24000
SECONDS = 15
BITRATE_KBPS = 16
# How far the tones of a thin metal bowl lie above its lowest one.
PARTIALS = (1.0, 1.58, 2.24, 2.92, 3.45, 4.71, 5.83)


def pot(rng):
    """Tones of one pot: frequency in Hz, loudness, how fast it dies away."""
    lowest = rng.uniform(420, 980)
    return [(lowest * p * rng.uniform(0.985, 1.015), rng.uniform(0.4, 1.0) / (1 + 0.5 * i), rng.uniform(9, 15) + 3.2 * i)
            for i, p in enumerate(PARTIALS)]


def strikes(tones, rng):
    """A few strikes of one pot: no two are quite alike."""
    found = []
    for _ in range(3):
        rings = [(2j * math.pi * f / RATE - d / RATE, a * rng.uniform(0.6, 1.0)) for f, a, d in tones if f < RATE * 0.45]
        found.append([(rng.random() - 0.5) * 0.8 * math.exp(-i * 420 / RATE) + sum(a * cmath.exp(w * i).imag for w, a in rings)
                      for i in range(int(0.45 * RATE))])
    return found


def window(samples, begins_s, ends_s, loudness, rng):
    pot_strikes, pace_s = strikes(pot(rng), rng), rng.uniform(0.24, 0.42)
    at = begins_s
    while at < ends_s:
        start, strike, loud = int(at * RATE), rng.choice(pot_strikes), loudness * rng.uniform(0.75, 1.0)
        for i, sample in enumerate(strike[:len(samples) - start]):
            samples[start + i] += loud * sample
        at += pace_s * rng.uniform(0.9, 1.12)


def pots():
    rng = random.Random(1983)
    samples = [0.0] * (RATE * SECONDS)
    window(samples, 0.3, 13.2, 1.0, rng)
    begins = [2.6, 3.9, 4.8, 5.4, 5.9, 6.3, 6.6, 6.9, 7.2, 7.4]
    for i, at in enumerate(begins):
        window(samples, at, rng.uniform(11.6, 13.6), rng.uniform(0.22, 0.6), rng)
    return samples


def write(name, samples):
    loudest = max(abs(s) for s in samples)
    fade = int(0.6 * RATE)
    for i in range(fade):
        samples[-1 - i] *= i / fade
    pcm = array.array("h", (round(s / loudest * 22000) for s in samples))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name + ".wav")
        with wave.open(path, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(pcm.tobytes())
        subprocess.run(["opusenc", "--quiet", "--serial", "1", "--bitrate", str(BITRATE_KBPS), path, os.path.join(HERE, name + ".opus")],
                       check=True)


if __name__ == "__main__":
    write("pots", pots())
