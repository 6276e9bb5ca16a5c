"""A small X client: the few requests of the X protocol that the tests need, spoken over the server's socket.

No library stands between: an error is an exception here, where Xlib would end the whole process."""
import mmap
import os
import socket
import struct
import threading

from picture import Picture

GET_ATTRIBUTES, SET_ATTRIBUTES, GET_GEOMETRY, QUERY_TREE, INTERN_ATOM, SEND_EVENT = 3, 2, 14, 15, 16, 25
CREATE_WINDOW, DESTROY_WINDOW, MAP_WINDOW, UNMAP_WINDOW, CONFIGURE_WINDOW, SET_FOCUS = 1, 4, 8, 10, 12, 42
GET_FOCUS, OPEN_FONT, CLEAR_AREA, GLYPH_CURSOR, QUERY_EXTENSION = 43, 45, 61, 94, 98
BACKGROUND, UNMANAGED, CURSOR = 1 << 1, 1 << 9, 1 << 14  # bits of SET_ATTRIBUTES and CREATE_WINDOW
WITH_PICTURE, INPUT_ONLY = 1, 2
PLACE, STACK = 0b1111, 1 << 6  # bits of CONFIGURE_WINDOW
ABOVE, BELOW = 0, 1
NO_WINDOW, WHAT_THE_POINTER_IS_ON = 0, 1  # as the keyboard's window
VIEWABLE, CLIENT_MESSAGE, Z_PIXMAP = 2, 33, 2
LEFT_POINTER = 68  # of the font "cursor"
XFIXES_VERSION, XFIXES_CURSOR_IMAGE = 0, 4
SHM_GET_IMAGE, SHM_ATTACH_FD = 4, 6
RANDR_VERSION, RANDR_SET, RANDR_INFO, UPRIGHT = 0, 2, 5, 1
DAMAGE_VERSION, DAMAGE_CREATE, DAMAGE_SUBTRACT, DAMAGE_NON_EMPTY = 0, 1, 3, 3
ALL_COLOURS = 0xFFFFFF  # and not the fourth byte, which means nothing


class XError(Exception):
    pass


def padded(data):
    return data + bytes(-len(data) % 4)


class XClient:
    def __init__(self, number):
        self.lock = threading.Lock()
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(20)
        self.socket.connect(f"/tmp/.X11-unix/X{number}")
        self.socket.sendall(struct.pack("<cxHHHHxx", b"l", 11, 0, 0, 0))
        status, words = struct.unpack("<BxxxxxH", self._receive(8))
        setup = self._receive(words * 4)
        if status != 1:
            raise XError(f"the server refuses: {setup!r}")
        self.sequence, self.damage_event, self.drawn = 0, None, False
        self.next_id, = struct.unpack_from("<I", setup, 4)
        vendor, = struct.unpack_from("<H", setup, 16)
        screen = 32 + vendor + -vendor % 4 + 8 * setup[21]
        self.root, = struct.unpack_from("<I", setup, screen)
        self.width, self.height = struct.unpack_from("<HH", setup, screen + 20)
        (self.xfixes, _), (self.shm, _), (self.damage, self.damage_event) = map(self._extension, (b"XFIXES", b"MIT-SHM", b"DAMAGE"))
        self._ask(self.xfixes, XFIXES_VERSION, struct.pack("<II", 4, 0))
        self._share_memory()
        self._watch_drawing()

    def close(self):
        self.memory.close()
        self.socket.close()

    def _extension(self, name):
        """The first byte of an extension's requests, and of its events."""
        return self._ask(QUERY_EXTENSION, 0, struct.pack("<Hxx", len(name)) + padded(name))[9:11]

    def _share_memory(self):
        """Room for a picture of the screen, into which the server writes: four times as fast as over the socket."""
        size, file = self.width * self.height * 4, os.memfd_create("screen")
        os.ftruncate(file, size)
        self.memory, self.segment = mmap.mmap(file, size), self._new_id()
        self.sequence += 1
        socket.send_fds(self.socket, [struct.pack("<BBHIBxxx", self.shm, SHM_ATTACH_FD, 3, self.segment, 0)], [file])
        os.close(file)
        self.flush()

    def _watch_drawing(self):
        self.watch = self._new_id()
        self._ask(self.damage, DAMAGE_VERSION, struct.pack("<II", 1, 1))
        self._tell(self.damage, DAMAGE_CREATE, struct.pack("<IIBxxx", self.watch, self.root, DAMAGE_NON_EMPTY))

    # ---- the wire ----

    def _receive(self, count):
        data = bytearray(count)
        view, got = memoryview(data), 0
        while got < count:
            step = self.socket.recv_into(view[got:])
            if step == 0:
                raise XError("the server hung up")
            got += step
        return data

    def _send(self, opcode, detail, body):
        self.socket.sendall(struct.pack("<BBH", opcode, detail, 1 + len(body) // 4) + body)
        self.sequence = self.sequence + 1 & 0xFFFF

    def _reply(self):
        """The reply to the last request: its 32 bytes, and what follows. Events, and errors of requests without a reply, are passed over."""
        while True:
            head = self._receive(32)
            number, length = struct.unpack_from("<HI", head, 2)
            mine = number == self.sequence
            if head[0] == 0 and mine:
                raise XError(f"error {head[1]} of request {head[10]}")
            rest = self._receive(length * 4) if head[0] in (1, 35) and length else b""
            self.drawn |= head[0] == self.damage_event
            if head[0] == 1 and mine:
                return head, rest

    def _ask(self, opcode, detail, body=b""):
        with self.lock:
            self._send(opcode, detail, body)
            head, rest = self._reply()
            return head + rest

    def flush(self):
        """Returns when the server has answered, and so has told its other clients all that happened before."""
        self._ask(GET_FOCUS, 0)

    def _tell(self, opcode, detail, body):
        """A request without a reply, and one with, so that it has been done when this returns."""
        with self.lock:
            self._send(opcode, detail, body)
            self._send(GET_FOCUS, 0, b"")
            self._reply()

    def _new_id(self):
        self.next_id += 1
        return self.next_id

    # ---- what is on the screen ----

    def shot(self):
        """All that the screen shows, but the pointer: the server leaves that out."""
        return Picture(self.width, self.height, self.shot_data())

    def shot_data(self):
        """The same as the server's bytes, for who takes many."""
        with self.lock:
            self._send(self.shm, SHM_GET_IMAGE, struct.pack("<IhhHHIBxxxII", self.root, 0, 0, self.width, self.height, ALL_COLOURS, Z_PIXMAP,
                                                            self.segment, 0))
            self._reply()
            return self.memory[:]

    def drawn_since(self):
        """Whether anybody has drawn anything since the last question, be it the same as before."""
        self.flush()
        drawn, self.drawn = self.drawn, False
        self._tell(self.damage, DAMAGE_SUBTRACT, struct.pack("<III", self.watch, 0, 0))
        return drawn

    def cursor_is_visible(self):
        """Whether the pointer's picture, wherever it stands now, has any ink."""
        reply = self._ask(self.xfixes, XFIXES_CURSOR_IMAGE)
        return any(reply[32 + 3::4])

    def windows(self):
        """The windows that can be seen on the root, lowest first: (id, x, y, width, height)."""
        tree, seen = self._ask(QUERY_TREE, 0, struct.pack("<I", self.root)), []
        for window in struct.unpack_from(f"<{struct.unpack_from('<H', tree, 16)[0]}I", tree, 32):
            try:
                if self._ask(GET_ATTRIBUTES, 0, struct.pack("<I", window))[26] == VIEWABLE:
                    seen.append((window, *struct.unpack_from("<hhHH", self._ask(GET_GEOMETRY, 0, struct.pack("<I", window)), 12)))
            except XError:  # it went in between
                pass
        return seen

    def keyboard_window(self):
        return struct.unpack_from("<I", self._ask(GET_FOCUS, 0), 8)[0]

    # ---- what other programs would do ----

    def create_window(self, x, y, width, height, seen=True):
        """Opens a window that no window manager minds, above all others. seen: or one that only takes the touches. Its id."""
        window = self._new_id()
        mask, values = (BACKGROUND | UNMANAGED, (0x00FF00, 1)) if seen else (UNMANAGED, (1,))
        self._tell(CREATE_WINDOW, 0, struct.pack(f"<IIhhHHHHII{len(values)}I", window, self.root, x, y, width, height, 0,
                                                 WITH_PICTURE if seen else INPUT_ONLY, 0, mask, *values))
        self.map(window)
        return window

    def destroy(self, window):
        self._tell(DESTROY_WINDOW, 0, struct.pack("<I", window))

    def map(self, window):
        self._tell(MAP_WINDOW, 0, struct.pack("<I", window))

    def unmap(self, window):
        self._tell(UNMAP_WINDOW, 0, struct.pack("<I", window))

    def place(self, window, x, y, width, height):
        self._tell(CONFIGURE_WINDOW, 0, struct.pack("<IHxxiiII", window, PLACE, x, y, width, height))

    def stack(self, window, where):
        self._tell(CONFIGURE_WINDOW, 0, struct.pack("<IHxxI", window, STACK, where))

    def give_keyboard(self, window):
        self._tell(SET_FOCUS, 0, struct.pack("<II", window, 0))

    # ---- what another screen would do ----

    def take_size(self, size):
        """The server shows another of its modes, as for a screen that has no more."""
        randr = self._extension(b"RANDR")[0]
        self._ask(randr, RANDR_VERSION, struct.pack("<II", 1, 1))
        info = self._ask(randr, RANDR_INFO, struct.pack("<I", self.root))
        configured, count = struct.unpack_from("<IH", info, 16)
        sizes = [struct.unpack_from("<HH", info, 32 + 8 * i) for i in range(count)]
        if size not in sizes:
            raise XError(f"the server has {sizes} only")
        reply = self._ask(randr, RANDR_SET, struct.pack("<IIIHHHxx", self.root, 0, configured, sizes.index(size), UPRIGHT, 0))
        if reply[1] != 0:
            raise XError(f"the server does not take {size}: {reply[1]}")
        self.width, self.height = size

    # ---- what a desktop would do ----

    def paint_root(self, colour):
        """Gives the bare screen a colour 0xRRGGBB and an arrow as its pointer."""
        font, cursor = self._new_id(), self._new_id()
        self._tell(OPEN_FONT, 0, struct.pack("<IHxx", font, 6) + padded(b"cursor"))
        self._tell(GLYPH_CURSOR, 0, struct.pack("<IIIHH6H", cursor, font, font, LEFT_POINTER, LEFT_POINTER + 1, 0, 0, 0, *[0xFFFF] * 3))
        self._tell(SET_ATTRIBUTES, 0, struct.pack("<IIII", self.root, BACKGROUND | CURSOR, colour, cursor))
        self._tell(CLEAR_AREA, 0, struct.pack("<IhhHH", self.root, 0, 0, 0, 0))

    def ask_to_close(self, window):
        """Sends WM_DELETE_WINDOW, as a window manager does when somebody closes a window."""
        protocols, delete = self._atom(b"WM_PROTOCOLS"), self._atom(b"WM_DELETE_WINDOW")
        event = struct.pack("<BBHII5I", CLIENT_MESSAGE, 32, 0, window, protocols, delete, 0, 0, 0, 0)
        self._tell(SEND_EVENT, 0, struct.pack("<II", window, 0) + event)

    def _atom(self, name):
        return struct.unpack_from("<I", self._ask(INTERN_ATOM, 0, struct.pack("<Hxx", len(name)) + padded(name)), 8)[0]
