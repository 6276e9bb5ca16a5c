#!/usr/bin/env python3
"""The exhibit's own promises: every claim of the essay is told by the panel that tests/claims.tsv names (claim, panel, a phrase that
stands there), bodies have 60 words at most, and each panel has both languages. Prints `N passed, N failed`."""
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
CLAIMS = [f"C{number:02}" for number in range(1, 54)]
BODY_WORDS_MOST = 60


def panel_text(name):
    with open(os.path.join(ROOT, "config", "panels", name + ".yaml"), encoding="utf-8") as file:
        return file.read()


def plain(text):
    """Without line breaks and links, as a visitor reads it."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+", " ", text)


def check_claims():
    told = {}
    with open(os.path.join(ROOT, "tests", "claims.tsv"), encoding="utf-8") as file:
        for line in file:
            claim, panel, phrase = line.rstrip("\n").split("\t")
            told.setdefault(claim, []).append((panel, phrase))
    for claim in CLAIMS:
        if claim not in told:
            yield f"{claim}: no panel tells it"
        for panel, phrase in told.get(claim, []):
            if plain(phrase) not in plain(panel_text(panel)):
                yield f"{claim}: {panel} does not say: {phrase}"
    for claim in told:
        if claim not in CLAIMS:
            yield f"{claim}: there is no such claim"


def body_of(text, language):
    match = re.search(rf"^body:\n(?:.*\n)*?  {language}: >-\n((?:    .*\n|\n)+)", text, re.M)
    return plain(match.group(1)) if match else ""


def check_bodies():
    for name in sorted(os.listdir(os.path.join(ROOT, "config", "panels"))):
        name = name.removesuffix(".yaml")
        for language in ("en", "es"):
            words = len(body_of(panel_text(name), language).split())
            if not words:
                yield f"{name}: no body in {language}"
            elif words > BODY_WORDS_MOST:
                yield f"{name}: the body has {words} words in {language}, {BODY_WORDS_MOST} at most"


faults = [list(check_claims()), list(check_bodies())]
for fault in sum(faults, []):
    print(fault)
failed = sum(bool(found) for found in faults)
print(f"{len(faults) - failed} passed, {failed} failed")
sys.exit(failed > 0)
