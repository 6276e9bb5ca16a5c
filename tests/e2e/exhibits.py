"""Exhibits for the tests: what the one under test holds, and changed copies of it."""
import glob
import os
import re
import shutil

NEVER_OPEN = ("hours:\n  screen: black\n  wake: no\n  open:\n    - days: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n"
              "      times: closed\n")  # behind an exhibit's end

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def chapters(exhibit):
    """The panels' names, chapter by chapter."""
    with open(os.path.join(exhibit, "config/exhibit.yaml"), encoding="utf-8") as file:
        listed = re.search(r"^chapters:\n((?: .*\n|\n|#.*\n)*)", file.read(), re.MULTILINE)[1]
    lists = re.findall(r"^ +panels: *\[(.*)\]", listed, re.MULTILINE)
    return [re.split(r" *, *", names.strip()) for names in lists]


def panels(exhibit):
    return [name for chapter in chapters(exhibit) for name in chapter]


def events(exhibit):
    """Of the timeline, by date: each a dictionary of what stands on its lines; panels is a list."""
    path = os.path.join(exhibit, "config/timeline.yaml")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"^ +- (?=id:)", file.read(), flags=re.MULTILINE)[1:]
    found = [dict(re.findall(r"^ *(\w+): *(.*)$", block, re.MULTILINE)) for block in blocks]
    for event in found:
        event["panels"] = [name for name in re.split(r"\W*,\W*|[][]", event.get("panels", "")) if name]
    return sorted(found, key=lambda event: event["date"])


def copy(exhibit, folder):
    """Into a folder that is not there yet; returns it. Icons and maps that an exhibit does not have are the repository's."""
    for part in ("config", "assets"):
        shutil.copytree(os.path.join(exhibit, part), os.path.join(folder, part))
    for part in ("assets/icons", "assets/maps"):
        if not os.path.exists(os.path.join(folder, part)):
            shutil.copytree(os.path.join(REPOSITORY, part), os.path.join(folder, part))
    return folder


def change(exhibit, path, pattern, replacement):
    """Replaces the first line that matches."""
    path = os.path.join(exhibit, path)
    with open(path, encoding="utf-8") as file:
        text, count = re.subn(pattern, replacement, file.read(), count=1, flags=re.MULTILINE)
    if not count:
        raise ValueError(f"{path} has no '{pattern}'")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def set_value(exhibit, path, key, value):
    change(exhibit, path, rf"^( *){key}:.*$", rf"\g<1>{key}: {value}")


def forget_notices(exhibit):
    """Lets every panel and event be reached without a word of warning before it."""
    folder = os.path.join(exhibit, "config")
    for path in [os.path.join(folder, "timeline.yaml"), *(os.path.join(folder, "panels", name) for name in os.listdir(f"{folder}/panels"))]:
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(line for line in lines if not re.match(r" *notice:", line))


def speak_two(exhibit):
    """Leaves it its first two languages, between which one key changes."""
    path = os.path.join(exhibit, "config/exhibit.yaml")
    with open(path, encoding="utf-8") as file:
        codes = re.search(r"^languages: \[(.*)\]", file.read(), re.MULTILINE)[1].split(", ")
    change(exhibit, "config/exhibit.yaml", "^languages:.*", f"languages: [{', '.join(codes[:2])}]")
    others = "|".join(codes[2:])
    for path in glob.glob(os.path.join(exhibit, "config/**/*.yaml"), recursive=True) if others else []:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text = re.sub(rf'^( *)(?:{others}):.*\n(?:\1 +.*\n|\n(?=\1 +))*', "", text, flags=re.MULTILINE)
        with open(path, "w", encoding="utf-8") as file:
            file.write(re.sub(rf', (?:{others}): (?:"[^"]*"|[^,}}]*)', "", text))


def crowd(exhibit, count):
    """Adds so many events to the timeline, a month from one to the next."""
    with open(os.path.join(exhibit, "config/timeline.yaml"), "a", encoding="utf-8") as file:
        for i in range(count):
            file.write(f"""  - id: further-{i}
    date: {1911 + i // 12}-{i % 12 + 1:02}-01
    title: {{en: "Event {i}", es: "Hecho {i}"}}
    text: {{en: "One of many.", es: "Uno de muchos."}}
    lane: chile
    importance: 3
""")


def lengthen(exhibit, panel):
    """Makes a panel's text far longer than its place, right of the picture; no two of its lines look the same."""
    set_value(exhibit, f"config/panels/{panel}.yaml", "layout", "picture-left")
    for language, sentence in (("en", "After {} comes {}. "), ("es", "A {} le sigue {}. ")):
        text = "".join(sentence.format(i * i, i * i + i) for i in range(20, 100))
        change(exhibit, f"config/panels/{panel}.yaml", rf"(^body:(?:\n .*)*?\n  {language}: >-\n)", rf"\1    {text}\n")
