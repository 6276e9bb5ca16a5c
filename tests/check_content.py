#!/usr/bin/env python3
"""The exhibit's own promises. Every claim of the essay is told by the panel that tests/claims.tsv names (claim, panel, a phrase that
stands there). Bodies have 75 words at most, in sentences that can be read standing; deeper layers have 120 to 250. Each body has its text
in simple words, no longer than it is and in shorter sentences. What the essay argues is said to be the essay's within two sentences, in
both. Pictures are cut from five flat inks and hold no words. README.md says how many panels and events there are. How hard the bodies are to read is told, not
checked: in English as a school grade (Flesch-Kincaid; 8 is about thirteen years of age), in Spanish from 0 to 100 (Fernández Huerta, in
its form with words a sentence; above 60 is for thirteen). With --reading for each body, the hardest first. Prints `N passed, N failed`."""
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
CLAIMS = [f"C{number:02}" for number in range(1, 54)]
BODY_WORDS_MOST = 75
SENTENCE_WORDS_MOST = {"en": 25, "es": 30}
EASY_SENTENCE_WORDS_MOST = 15
ESSAY = {"en": "essay", "es": "ensayo"}
DEEPER_PANELS, DEEPER_WORDS = 12, (120, 250)
PICTURE_BYTES_MOST = 60_000
INKS = {"#f3ebdd", "#1b1b1b", "#1f3a5f", "#a63a2b", "#c98b2b", "none"}


def panel_text(name):
    with open(os.path.join(ROOT, "config", "panels", name + ".yaml"), encoding="utf-8") as file:
        return file.read()


def plain(text):
    """Without line breaks, links and emphasis, as a visitor reads it."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
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


def text_of(text, key, language):
    match = re.search(rf"^{key}:\n(?:  .*\n|\n)*?  {language}: [>|]-?\n((?:    .*\n|\n)+)", text, re.M)
    return plain(match.group(1)).strip() if match else ""


def panels():
    return sorted(name.removesuffix(".yaml") for name in os.listdir(os.path.join(ROOT, "config", "panels")))


def check_bodies():
    for name in panels():
        for language, most in SENTENCE_WORDS_MOST.items():
            body = text_of(panel_text(name), "body", language)
            if not body:
                yield f"{name}: no body in {language}"
            if len(body.split()) > BODY_WORDS_MOST:
                yield f"{name}: the body has {len(body.split())} words in {language}, {BODY_WORDS_MOST} at most"
            for sentence in sentences(body):
                if len(sentence.split()) > most:
                    yield f"{name}: {len(sentence.split())} words in {language}, {most} at most: {sentence}"


def sentences(text):
    return re.split(r"(?<=[.;:?!])\s", text)


def check_easy():
    for name in panels():
        for language in SENTENCE_WORDS_MOST:
            body, easy = (text_of(panel_text(name), key, language) for key in ("body", "easy"))
            if not easy:
                yield f"{name}: nothing in simple words in {language}"
            if len(easy) > len(body):
                yield f"{name}: simple words in {language} have {len(easy)} letters, the body {len(body)}"
            for sentence in sentences(easy):
                if len(sentence.split()) > EASY_SENTENCE_WORDS_MOST:
                    yield f"{name}: {len(sentence.split())} words in {language}, {EASY_SENTENCE_WORDS_MOST} at most: {sentence}"


def check_voices():
    for name in panels():
        if "\nvoice: argument\n" not in panel_text(name):
            continue
        for key in ("body", "easy"):
            for language, essay in ESSAY.items():
                if essay not in " ".join(sentences(text_of(panel_text(name), key, language))[:2]).lower():
                    yield f"{name}: {key} in {language} does not say in two sentences that the essay argues this"


def check_deeper():
    least, most = DEEPER_WORDS
    deeper = 0
    for name in panels():
        words = [len(text_of(panel_text(name), "more", language).split()) for language in SENTENCE_WORDS_MOST]
        deeper += all(words)
        for count in words:
            if any(words) and not least <= count <= most:
                yield f"{name}: the deeper layer has {words} words, {least} to {most} in each language"
    if deeper < DEEPER_PANELS:
        yield f"{deeper} panels have a deeper layer, {DEEPER_PANELS} at least"


def check_pictures():
    folder = os.path.join(ROOT, "assets", "illustrations")
    used = set()
    for name in panels():
        used |= set(re.findall(r"^  file: assets/illustrations/(\S+)", panel_text(name), re.M))
    if len(used) != len(panels()):
        yield f"{len(used)} pictures for {len(panels())} panels"
    with open(os.path.join(ROOT, "config", "exhibit.yaml"), encoding="utf-8") as file:
        others = re.findall(r"file: assets/illustrations/(\S+)", file.read())  # of the chapters, the opening and the neutral one
    used |= set(others)
    if len(used) != len(panels()) + len(others):
        yield f"{len(used)} pictures for {len(panels()) + len(others)} places"
    for name in sorted(used | set(os.listdir(folder))):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            svg = file.read()
        inks = {ink.lower() for ink in re.findall(r"(?:fill|stroke|stop-color)[=:]\s*\"?\s*(#\w+|[a-z]+)", svg)}
        if name not in used:
            yield f"{name}: nothing shows it"
        if len(svg.encode()) > PICTURE_BYTES_MOST:
            yield f"{name}: {len(svg.encode())} bytes"
        if inks - INKS:
            yield f"{name}: other inks: {', '.join(sorted(inks - INKS))}"
        if re.search(r"<(text|image|filter|script|foreignObject)\b", svg):
            yield f"{name}: holds more than shapes"


def check_figures():
    """Of the README: what it says of the exhibit is so."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        said = re.search(r"(\d+) panels, (\d+) events", file.read())
    with open(os.path.join(ROOT, "config", "timeline.yaml"), encoding="utf-8") as file:
        events = len(re.findall(r"^  - id: \S+\n    date:", file.read(), re.M))
    if not said or (int(said[1]), int(said[2])) != (len(panels()), events):
        yield f"README.md says {said and said[0]}; there are {len(panels())} panels, {events} events"


def syllables(word, language):
    word = word.lower()
    if language == "es":  # two strong vowels, or an accent on a weak one, are two syllables
        word = re.sub(r"qu|gu(?=[eiéí])", "c", word)
        word = re.sub(r"([aeoáéó])(?=[aeoáéóíú])|([íú])(?=[aeoáéó])", r"\1\2-", word)
        return max(1, len(re.findall(r"[aeiouáéíóúü]+|(?<![aeiouáéíóú])y\b", word)))
    groups = len(re.findall(r"[aeiouyáéíóú]+", word))
    return max(1, groups - bool(re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$", word)))


def reading_ease(text, language):
    """A grade in English, an ease from 0 to 100 in Spanish; and how hard that is, to sort by."""
    words = re.findall(r"[^\W\d_]+(?:’\w+)?", text)
    sentences = max(1, len(re.findall(r"[.;:?!](?:\s|$)", text)))
    each, long = sum(syllables(word, language) for word in words) / len(words), len(words) / sentences
    if language == "es":
        ease = 206.84 - 60 * each - 1.02 * long
        return ease, -ease
    grade = 0.39 * long + 11.8 * each - 15.59
    return grade, grade


def tell_reading(all_of_them):
    for language, name in (("en", "Flesch-Kincaid, grade"), ("es", "Fernández Huerta, ease")):
        for key in ("body", "easy"):
            found = [(*reading_ease(text_of(panel_text(panel), key, language), language), panel) for panel in panels()]
            found.sort(key=lambda row: row[1], reverse=True)
            for value, _, panel in found if all_of_them else []:
                print(f"{key} {language} {value:5.1f} {panel}")
            middle, hardest = found[len(found) // 2], found[0]
            print(f"reading, {key} {language} ({name}): {middle[0]:.1f} in the middle, hardest {hardest[0]:.1f} ({hardest[2]})")


tell_reading("--reading" in sys.argv)
faults = [list(check()) for check in (check_claims, check_bodies, check_easy, check_voices, check_deeper, check_pictures, check_figures)]
for fault in sum(faults, []):
    print(fault)
failed = sum(bool(found) for found in faults)
print(f"{len(faults) - failed} passed, {failed} failed")
sys.exit(failed > 0)
