#!/usr/bin/env python3
"""check_house.py: what no compiler checks of the house that src/ is.

The table of rooms stands in src/README.md, and nowhere else. Prints each breach, and a closing line `N passed, N failed` that counts rules.
Each rule is tried first on tests/house, a small house with one breach of each kind, and must name exactly what broken.txt there lists."""

import dataclasses
import pathlib
import re
import sys


@dataclasses.dataclass
class Bounds:
    """large_rooms: those that have grown past the bound, how far they may, and why. This list may only shrink."""

    file_lines: int = 600
    function_lines: int = 60
    parameters: int = 4
    room_lines: int = 2500
    large_rooms: dict = dataclasses.field(default_factory=dict)


BOUNDS = Bounds()
SMALL_HOUSE = Bounds(30, 10, 4, 30, {"attic": (40, "fine"), "ground": (40, "too large even so"), "landing": (40, "no longer large")})

# A third-party header's beginning: the only files that may include it (a room, or a file's beginning).
THIRD_PARTIES = {
    "SDL.h": ["images/", "fonts/", "paint/", "pictures/", "pixels/", "display/", "platform/", "desktop/", "photos/", "decoder/", "speaker/", "app/run.c", "app/events.", "app/preview.c"],
    "SDL_syswm": ["display/brightness.c", "display/server.c", "platform/x11.c", "platform/direct.c"],
    "SDL_ttf": ["fonts/faces.c", "fonts/fonts."],
    "SDL_image": ["decoder/main.c", "photos/webp.c"],
    "avif/": ["photos/avif.c"],
    "dlfcn.h": ["ledger/database.c", "photos/avif.c", "xliff/xliff_read.c"],
    "png.h": ["decoder/png.c", "photos/png.c"],
    "lcms2": ["photos/colours.c"],
    "yaml.h": ["yaml/yaml.c"],
    "md4c": ["markdown/markdown.c"],
    "unicode/": ["guesses/phrases.c", "hardness/", "letters/", "markdown/flanks.c", "numerals/", "text/"],
    "librsvg": ["decoder/reading.h", "fidelity/probe.c"],
    "X11/": ["display/brightness.c", "display/server.c", "platform/x11.c", "platform/direct.c"],
    "cairo": ["decoder/", "fidelity/probe.c"],
    "fontconfig": ["decoder/fonts.c", "fidelity/words.c"],
    "libxml": ["decoder/embedded.c", "fidelity/unshown.c", "fidelity/words.", "xliff/xliff_read.c"],
    "glib": ["decoder/", "fidelity/"],
    "turbojpeg": ["photos/jpeg.c"],
    "seccomp": ["fence/fence.c"],
    "pthread.h": ["base/thread.h", "copies/contents.c", "copies/copies.c", "images/decoders.c", "platform/signals.c", "platform/watch.c"],
    "espeak": ["speaker/voice.c"],
    "SDL_mixer": ["speaker/"],
    "linux/input": ["speaking/jack.c"],
    "sqlite3": ["ledger/database."],
    "xxhash": ["copies/hash.c"],
    "crypt.h": ["pins/pin.c"],
}

BANNED_CALLS = "strcpy strcat sprintf vsprintf gets atoi atol atof strtok alloca system popen setjmp longjmp".split()
BANNED_BUT_IN = {"setjmp": "photos/png.c"}  # a library that has no other way to fail
UNCODED_ROOMS = {"exchange", "wording", "xliff"}  # what is found in a table that comes in is told once, and by no check
README_EXAMPLES = {"module_verb", "module", "MODULE_CONSTANT"}  # names that src/README.md makes up
TOP = {"LICENSE", "Makefile", "README.md", "assets", "build", "config", "src", "tests"}
MACHINE_PATHS = re.compile(r"/(?:home|root|tmp)/")


def blanked(text):
    """The text without comments, and with empty strings, line for line."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''

    def blank(match):
        kept = match.group()
        quote = kept[0] if kept[0] in "\"'" else ""
        return quote + "\n" * kept.count("\n") + quote

    return re.sub(pattern, blank, text, flags=re.S)


class File:
    """A source file. path: below its folder, as include lines write it. module: its .c and its .h are one."""

    def __init__(self, folder, path):
        self.path = path.relative_to(folder).as_posix()
        self.shown = path.relative_to(folder.parent).as_posix()
        self.room = self.path.split("/")[0]
        self.module = self.path.rsplit(".", 1)[0]
        self.text = path.read_text(encoding="utf-8")
        self.code = blanked(self.text)
        self.lines = self.text.count("\n")
        self.includes = re.findall(r'^ *# *include "([^"]+)\.h"', self.text, re.M)
        self.headers = re.findall(r"^ *# *include <([^>]+)>", self.text, re.M)

    def line_of(self, offset):
        return self.code.count("\n", 0, offset) + 1


class House:
    def __init__(self, root, bounds):
        self.root = root
        self.bounds = bounds
        self.files = [File(root / "src", path) for path in sorted((root / "src").glob("*/*.[ch]"))]
        self.tests = [File(root / "tests", path) for path in sorted((root / "tests").glob("*/*.[ch]"))]
        self.readme = (root / "src" / "README.md").read_text(encoding="utf-8")
        self.table = self.read_table(self.readme)

    @staticmethod
    def read_table(readme):
        """{room: the rooms it may include}, itself among them."""
        rows = re.search(r"^\| room \| may include \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", readme, re.M)
        if not rows:
            sys.exit('src/README.md: no table "| room | may include |"')
        table = {}
        for row in rows.group(1).splitlines():
            room, below = (cell.strip() for cell in row.strip("|").split("|"))
            table[room] = {room, *(word for word in re.split(r"[,\s]+", below) if word)}
        return table


def rooms(house):
    """A room includes only those that the table allows."""
    for room in sorted({file.room for file in house.files} - set(house.table)):
        yield f"src/README.md: a room that the table does not have: {room}"
    for room in sorted(set(house.table) - {file.room for file in house.files}):
        yield f"src/README.md: a room that is not there: {room}"
    for file in house.files:
        for included in file.includes:
            room = included.split("/")[0]
            if room not in house.table.get(file.room, [room]):
                yield f"{file.shown}: {file.room} must not include {room}, as {included}.h is"


def circles(house):
    """No module includes itself by way of others, and no room stands above itself in the table."""
    graph = {}
    for file in house.files:
        graph.setdefault(file.module, set()).update(file.includes)
    for ring in rings(graph):
        yield "a circle of modules: " + " ".join(ring)
    for ring in rings({room: below - {room} for room, below in house.table.items()}):
        yield "a circle of rooms in the table of src/README.md: " + " ".join(ring)


def rings(graph):
    """The strongly connected parts of more than one node (Tarjan), each sorted."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph.get(node, ())):
            if other not in index:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == index[node]:
            at = stack.index(node)
            part = sorted(stack[at:])
            del stack[at:]
            if len(part) > 1:
                found.append(part)

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return sorted(found)


def third_parties(house):
    """What is not ours is included where the table has it."""
    for file in house.files:
        for header in file.headers:
            for begin, places in THIRD_PARTIES.items():
                if header.startswith(begin) and not file.path.startswith(tuple(places)):
                    yield f"{file.shown}: <{header}> belongs in {' '.join(places)}"


def banned(house):
    """Calls that cannot be made safely, and paths of one machine."""
    calls = re.compile(r"\b(" + "|".join(BANNED_CALLS) + r")\(")
    for file in house.files + house.tests:
        for match in calls.finditer(file.code):
            if BANNED_BUT_IN.get(match.group(1)) != file.path:
                yield f"{file.shown}:{file.line_of(match.start())}: {match.group(1)} is banned"
    for file in house.files:
        for number, line in enumerate(file.text.splitlines(), 1):
            if MACHINE_PATHS.search(line):
                yield f"{file.shown}:{number}: a path of one machine"


def pictures(house):
    """Those that the program names are there to be compiled in."""
    for file in house.files:
        for number, line in enumerate(file.text.splitlines(), 1):
            for path in re.findall(r'"(assets/[\w/-]+\.svg)"', line):
                if not (house.root / path).is_file():
                    yield f"{file.shown}:{number}: there is no {path}"


def names(house):
    """A struct's name is one thing's."""
    places = {}
    for file in house.files:
        for match in re.finditer(r"\b(?:struct|union|enum) (\w+)\s*\{", file.code):
            places.setdefault(match.group(1), []).append(f"{file.shown}:{file.line_of(match.start())}")
    for name, where in sorted(places.items()):
        if len(where) > 1:
            yield f"{name} is defined {len(where)} times: {' '.join(where)}"


def definitions(file):
    """(name, offset, parameters as text) of each function that the file defines."""
    head = r"^[A-Za-z_][\w \*]*?\b(\w+)\(((?:[^();{}]|\((?:[^()]|\([^()]*\))*\))*)\)(?:\s*__attribute__\(\([^\n]*\)\))?\s*\{"
    for match in re.finditer(head, file.code, re.M):
        yield match.group(1), match.start(), match.group(2)


def doubled(house):
    """A function that others may call has its name alone: of two, the linker would take either from the archive."""
    places = {}
    for file in house.files:
        for name, offset, _ in definitions(file):
            head = file.code[offset : file.code.index(name, offset)]
            if not re.search(r"\bstatic\b", head) and name != "main":
                places.setdefault(name, []).append(f"{file.shown}:{file.line_of(offset)}")
    for name, where in sorted(places.items()):
        if len({place.split(":")[0] for place in where}) > 1:  # "#if" may have two of them in one file
            yield f"{name} is defined {len(where)} times: {' '.join(where)}"


def count_parameters(text):
    """Those of a function pointer are its own; "..." is none."""
    while "(" in text:
        text = re.sub(r"\([^()]*\)", "", text)
    parts = [part.strip() for part in text.split(",")]
    return sum(part not in ("", "void", "...") for part in parts)


def parameters(house):
    """Four parameters; more are a struct."""
    most = house.bounds.parameters
    for file in house.files:
        for name, offset, text in definitions(file):
            count = count_parameters(text)
            if count > most:
                yield f"{file.shown}:{file.line_of(offset)}: {name} has {count} parameters, {most} at most"


def functions(house):
    """Short ones. Their braces stand in the first column."""
    most = house.bounds.function_lines
    for file in house.files + house.tests:
        start = 0
        for number, line in enumerate(file.code.splitlines(), 1):
            if line.startswith("{"):
                start = number
            elif line.startswith("}") and start:
                if number - start > most:
                    yield f"{file.shown}:{start}: a function of {number - start} lines, {most} at most"
                start = 0


def lengths(house):
    """Of files and rooms."""
    bounds = house.bounds
    sizes = dict.fromkeys(house.table, 0)
    for file in house.files + house.tests:
        if file.lines > bounds.file_lines:
            yield f"{file.shown}: {file.lines} lines, {bounds.file_lines} at most"
    for file in house.files:
        sizes[file.room] = sizes.get(file.room, 0) + file.lines
    for room, size in sorted(sizes.items()):
        most = bounds.large_rooms.get(room, (bounds.room_lines,))[0]
        if size > most:
            yield f"src/{room}: {size} lines, {most} at most; it is two rooms"
        elif size <= bounds.room_lines and room in bounds.large_rooms:
            yield f"src/{room}: {size} lines, and need not be in the list of large rooms"


def unused(house):
    """A header offers nothing that only its own module uses. What a header's own macros and inline functions call is used."""
    declaration = re.compile(r"^(?!static|typedef|#)[A-Za-z_][\w \*]*?\b(\w+)\([^{}]*?\)[^{}();]*(?:\(\([^)]*\)\))?;", re.M)
    users = {}
    for file in house.files + house.tests:
        for word in set(re.findall(r"\w+", file.code)):
            users.setdefault(word, set()).add(file.module)
    for file in house.files:
        inlined = " ".join(re.findall(r"^#define.*", file.code, re.M) + re.findall(r"^static inline .*?^}", file.code, re.M | re.S))
        for match in declaration.finditer(file.code) if file.path.endswith(".h") else ():
            name = match.group(1)
            if users[name] == {file.module} and not re.search(rf"\b{name}\b", inlined):
                yield f"{file.shown}:{file.line_of(match.start())}: {name} is used by no other module"


def readme(house):
    """What src/README.md names in `code` is there: files and folders, structs, constants, and names with a "_"."""
    code = " ".join(file.code for file in house.files + house.tests)
    words, structs = set(re.findall(r"\w+", code)), set(re.findall(r"\bstruct (\w+)\s*\{", code))
    places = [house.root, house.root / "src", house.root / "tests"]
    for number, line in enumerate(house.readme.splitlines(), 1):
        for is_struct, name in re.findall(r"`(struct )?([^` ]+)`", line):
            known = [place for place in places if (place / name.split("/")[0]).is_dir()]
            if re.fullmatch(r"[a-z_]+/[a-z_./*-]+", name) and known and not name.startswith("build/"):
                if not any(list(place.glob(name.rstrip("/") + end)) for place in known for end in ("", ".[ch]")):
                    yield f"src/README.md:{number}: there is no {name}"
            elif is_struct and name not in structs | README_EXAMPLES:
                yield f"src/README.md:{number}: there is no struct {name}"
            elif re.fullmatch(r"(?:[a-z]+|[A-Z]+)(?:_[A-Za-z0-9]+)+(?:\(\))?", name):
                if name.removesuffix("()") not in words | README_EXAMPLES and not name.endswith("_NAME"):
                    yield f"src/README.md:{number}: nothing is called {name}"


def codes(house):
    """Every kind of finding has a code, and every code its row in reference/codes.c."""
    rows = {code for file in house.files for code in re.findall(r'^    \{"([a-z-]+)", CONCERN_', file.text, re.M)}
    call = r'\b(?:report_error|report_warning|findings_add|auditor_warn)\((?:[^;"]|"(?:\\.|[^"\\])*")*\);'
    used = set()
    for file in house.files:
        for match in re.finditer(r'\bCODED\(\s*"([a-z-]+)"', file.text):
            used.add(match.group(1))
            if match.group(1) not in rows:
                yield f"{file.shown}:{file.text.count(chr(10), 0, match.start()) + 1}: {match.group(1)} has no row in reference/codes.c"
        for match in re.finditer(call, file.text, re.M) if file.room not in UNCODED_ROOMS or "CODED(" in file.text else ():
            words = "".join(re.findall(r'"((?:\\.|[^"\\])*)"', match.group()))
            if re.search(r"[a-z]{3} [a-z]", words) and "CODED(" not in match.group():
                yield f"{file.shown}:{file.text.count(chr(10), 0, match.start()) + 1}: this finding has no code"
    for code in sorted(rows - used):
        yield f"src/reference/codes.c: nothing is found as {code}"


def top(house):
    """At the top stands what a newcomer has to read, and nothing else; what is built and dotfiles are not looked at."""
    for path in sorted(house.root.iterdir()):
        if path.name not in TOP and not path.name.startswith("."):
            yield f"{path.name} does not belong at the top"


RULES = [top, rooms, circles, third_parties, banned, pictures, names, doubled, parameters, functions, lengths, unused, codes, readme]


def self_test(root):
    """Whether each rule names what is broken in the small house, and nothing else."""
    broken = root / "tests" / "house"
    expected = (broken / "broken.txt").read_text(encoding="utf-8").splitlines()
    house = House(broken, SMALL_HOUSE)
    named = [f"{rule.__name__}: {breach}" for rule in RULES for breach in rule(house)]
    for line in sorted(set(expected) - set(named)):
        print(f"tests/house: not named: {line}")
    for line in sorted(set(named) - set(expected)):
        print(f"tests/house: named, and not expected: {line}")
    return sorted(named) == sorted(expected)


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    house = House(root, BOUNDS)
    results = [self_test(root)]
    for rule in RULES:
        breaches = list(rule(house))
        for breach in breaches:
            print(f"{rule.__name__}: {breach}")
        results.append(not breaches)
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    sys.exit(not all(results))


main()
