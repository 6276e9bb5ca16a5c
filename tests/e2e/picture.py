"""Pictures of the screen: compared, counted, searched and saved, with nothing but Python's own library.

A picture keeps one 32-bit word 0x00RRGGBB a pixel, row after row, so that comparing is comparing bytes."""
import operator
import struct
import zlib


def rgb(word):
    return word >> 16 & 255, word >> 8 & 255, word & 255


class Picture:
    def __init__(self, width, height, data):
        """data: 4 bytes a pixel, blue first, the fourth 0."""
        self.width, self.height, self.data = width, height, bytes(data)
        self.words = memoryview(self.data).cast("I")

    def __eq__(self, other):
        return isinstance(other, Picture) and (self.width, self.data) == (other.width, other.data)

    __hash__ = None

    def pixel(self, x, y):
        """(red, green, blue)"""
        return rgb(self.words[int(y) * self.width + int(x)])

    def row(self, y, x=0, width=None):
        start = y * self.width + x
        return self.words[start:start + (self.width - x if width is None else width)]

    def column(self, x):
        return self.words[x::self.width]

    def rows(self, box):
        x, y, width, height = box or (0, 0, self.width, self.height)
        return (self.row(line, x, width) for line in range(y, y + height))

    def colours(self, box=None):
        """The set of colours, as 0xRRGGBB, in a rectangle (x, y, width, height) or everywhere."""
        found = set()
        for row in self.rows(box):
            found.update(row)
        return found

    def difference(self, other, box=None):
        """How many pixels of a rectangle, or of all, are not the same in both."""
        if self.data == other.data:
            return 0
        return sum(sum(map(operator.ne, mine, its)) for mine, its in zip(self.rows(box), other.rows(box)) if mine != its)

    def changed(self, other):
        """The smallest rectangle that holds all that is not the same in both; None if nothing is."""
        lefts, rights, rows = [], [], []
        for y, (mine, its) in enumerate(zip(self.rows(None), other.rows(None))):
            if mine != its:
                differs = list(map(operator.ne, mine, its))
                lefts.append(differs.index(True))
                rights.append(self.width - differs[::-1].index(True))
                rows.append(y)
        return (min(lefts), rows[0], max(rights) - min(lefts), rows[-1] + 1 - rows[0]) if rows else None

    def moved(self, other, box):
        """Where to the content of a rectangle went in another picture: (columns, rows). None if it is not in it as it was.

        Looks in the same rows first, then in those nearest."""
        x, y, width, height = box
        wanted = [self.row(line, x, width).tobytes() for line in range(y, y + height)]
        for dy in sorted(range(-y, other.height - y - height + 1), key=abs):
            if found := other._find(wanted, y + dy):
                return (found[0] - x, dy) if len(found) == 1 else None
        return None

    def _find(self, wanted, y):
        """In which columns a block of rows begins whose first stands in row y."""
        line, at, found = self.row(y).tobytes(), -1, []
        while (at := line.find(wanted[0], at + 1)) >= 0:
            x, width = at // 4, len(wanted[0]) // 4
            if at % 4 == 0 and all(self.row(y + i, x, width).tobytes() == part for i, part in enumerate(wanted)):
                found.append(x)
        return found

    def landmark(self, area, size=(120, 4)):
        """The block within an area that changes most along its first row and stands in its rows but once, so that moved finds it."""
        x, y, width, height = area
        changes = []
        for top in range(y, y + height - size[1], 10):
            row = self.row(top).tolist()
            for left in range(x, x + width - size[0], 40):
                changes.append((sum(map(operator.ne, row[left:left + size[0] - 1], row[left + 1:left + size[0]])), left, top))
        for _, left, top in sorted(changes, reverse=True):
            if self.moved(self, (left, top, *size)):
                return left, top, *size
        return None

    def turned(self):
        """A quarter clockwise."""
        turned = bytearray(len(self.data))
        words = memoryview(turned).cast("I")
        for y in range(self.height):
            words[self.height - 1 - y::self.height] = self.row(y)
        return Picture(self.height, self.width, turned)

    def save(self, path):
        """As PNG."""
        lines = bytearray((self.width * 3 + 1) * self.height)
        stride = self.width * 3 + 1
        for y in range(self.height):
            line = self.row(y).tobytes()
            start = y * stride + 1
            for channel in range(3):
                lines[start + channel:start + self.width * 3:3] = line[2 - channel::4]
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for name, body in ((b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)),
                               (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b"")):
                file.write(struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)))
