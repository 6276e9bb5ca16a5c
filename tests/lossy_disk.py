"""A disk whose cache a cut of the power empties: of what was written and not flushed, each sector is there or not."""
import mmap
import threading
import time

SECTOR, CHUNK = 512, 65536
LOST_PERCENT = (0, 20, 50, 80, 100)
BUSY_SECONDS = 20  # so long until something is on its way to the disk


class LossyDisk:
    def __init__(self, size):
        self.size, self.live, self.flushed = size, mmap.mmap(-1, size), mmap.mmap(-1, size)
        self.waiting, self.lock = [], threading.Lock()  # (offset, bytes) that were written and not flushed

    def read(self, at, size):
        with self.lock:
            return self.live[at:at + size]

    def write(self, at, written):
        with self.lock:
            self.live[at:at + len(written)] = written
            self.waiting.append((at, written))

    def flush(self):
        with self.lock:
            for at, written in self.waiting:
                self.flushed[at:at + len(written)] = written
            self.waiting.clear()

    def wait_until_busy(self):
        until = time.monotonic() + BUSY_SECONDS
        while not self.waiting and time.monotonic() < until:
            time.sleep(0.0002)

    def kept(self, lost_percent, lot):
        """Of what was not flushed: the number of sectors, and those that reach the disk nevertheless."""
        sectors = [(at + i, written[i:i + SECTOR]) for at, written in self.waiting for i in range(0, len(written), SECTOR)]
        return len(sectors), [sector for sector in sectors if lot.randrange(100) >= lost_percent]

    def lose(self, lost_percent, lot):
        """The power is gone. Returns the numbers of sectors not yet flushed, and lost."""
        with self.lock:
            held, kept = self.kept(lost_percent, lot)
            for at, sector in kept:
                self.flushed[at:at + len(sector)] = sector
            self.live[:] = self.flushed[:]
            self.waiting.clear()
        return held, held - len(kept)

    def picture(self, path, lost_percent, lot):
        """Writes what the disk would hold without power; the disk itself goes on. Returns as lose does."""
        with self.lock, open(path, "wb") as image:
            image.truncate(self.size)
            for at in range(0, self.size, CHUNK):
                chunk = self.flushed[at:at + CHUNK]
                if chunk.strip(b"\0"):
                    image.seek(at)
                    image.write(chunk)
            held, kept = self.kept(lost_percent, lot)
            for at, sector in kept:
                image.seek(at)
                image.write(sector)
        return held, held - len(kept)
