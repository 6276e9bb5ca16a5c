#!/usr/bin/env python3
"""The power is cut at moments by lot, while a kiosk's exhibit is changed, accepted and gone back from: what does the next start find?

    tests/power_cuts.py [--program FILE] [--exhibit FOLDER] [--cuts N] [--seed N]

By hand, as root: it needs FUSE and loop devices. The kiosk keeps its files on a file system of its own, on a disk whose cache a cut of the
power empties: of what was written and not flushed, each sector is there or not. What is in the memory of the kernel is gone, too. A cut
is a picture of that disk; the kiosk goes on, so that one run has many. Each must be shown from an accepted copy, whole, no older than the
last one that was told as accepted, and must take the next exhibit. Ends with status 1 if one is not so."""
import argparse
import ctypes
import errno
import os
import random
import re
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "e2e")]
sys.dont_write_bytecode = True

from exhibits import REPOSITORY
from kiosk import Failure, require
from lossy_disk import LOST_PERCENT, SECTOR, LossyDisk

DISK_BYTES = 256 << 20
REST_SECONDS = 6      # between two cuts, or between two changes, at most
SHOWN_SECONDS = 120   # nothing takes longer, on a busy machine too
QUIET = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}


class Disk(LossyDisk):
    """In a file: the root of a FUSE file system, told by the kernel's own protocol (linux/fuse.h, 7.31)."""

    GETATTR, SETATTR, OPEN, READ, WRITE, RELEASE, FSYNC, FLUSH, INIT = 3, 4, 14, 15, 16, 18, 20, 25, 26
    FORGET, INTERRUPT, BATCH_FORGET = 2, 36, 42  # nothing is answered
    MAX_WRITE, HEAD_BYTES, DIRECT_IO = 128 << 10, 4096, 1

    def __init__(self, path):
        super().__init__(DISK_BYTES)
        self.line = os.open("/dev/fuse", os.O_RDWR)
        with open(path, "wb"):
            pass
        options = f"fd={self.line},rootmode={stat.S_IFREG:o},user_id=0,group_id=0"
        libc = ctypes.CDLL(None, use_errno=True)
        done = libc.mount(b"power_cuts", path.encode(), b"fuse", 0, options.encode())
        require(done == 0, f"no file system can be made here: {os.strerror(ctypes.get_errno())}")
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                asked = os.read(self.line, self.MAX_WRITE + self.HEAD_BYTES)
            except OSError as error:
                if error.errno in (errno.EINTR, errno.ENOENT, errno.EAGAIN):
                    continue
                return
            length, code, number = struct.unpack_from("IIQ", asked)
            if code in (self.FORGET, self.INTERRUPT, self.BATCH_FORGET):
                continue
            answer = self.answer(code, memoryview(asked)[40:length])
            failed = -answer if isinstance(answer, int) else 0
            answer = b"" if failed else answer
            try:
                os.writev(self.line, [struct.pack("IiQ", 16 + len(answer), failed, number), answer])
            except FileNotFoundError:  # whoever asked has been ended
                pass

    def answer(self, code, asked):
        """Bytes, or an error's number."""
        if code == self.INIT:
            return struct.pack("IIIIHHIIHHI28x", 7, 31, 0, 0, 0, 0, self.MAX_WRITE, 1, 0, 0, 0)
        if code in (self.GETATTR, self.SETATTR):
            return struct.pack("QII6Q10I", 0, 0, 0, 1, DISK_BYTES, DISK_BYTES // SECTOR, 0, 0, 0, 0, 0, 0, stat.S_IFREG | 0o600, 1, 0, 0, 0, SECTOR, 0)
        if code == self.OPEN:
            return struct.pack("QII", 0, self.DIRECT_IO, 0)
        if code == self.READ:
            at, size = struct.unpack_from("QI", asked, 8)
            return self.read(at, size)
        if code == self.WRITE:
            at, size = struct.unpack_from("QI", asked, 8)
            self.write(at, bytes(asked[40:40 + size]))
            return struct.pack("II", size, 0)
        if code == self.FSYNC:
            self.flush()
            return b""
        return b"" if code in (self.RELEASE, self.FLUSH) else errno.ENOSYS


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def content(folder):
    """Of an exhibit, by path."""
    files = {}
    for part in ("config", "assets"):
        for at, _, names in os.walk(os.path.join(folder, part)):
            for name in names:
                with open(os.path.join(at, name), "rb") as file:
                    files[os.path.relpath(os.path.join(at, name), folder)] = file.read()
    return files


class Bench:
    """A kiosk without a screen, its disk, and two exhibits that take turns on it."""

    def __init__(self, program, exhibit, folder):
        self.program, self.folder, self.ended = program, folder, False
        self.place = f"{folder}/kiosk"  # where its disk is mounted, while it runs and after a cut
        self.exhibit, self.variables = f"{self.place}/exhibit", {**os.environ, **QUIET, "STATE_DIRECTORY": f"{self.place}/state"}
        self.sources = [f"{folder}/one", f"{folder}/other"]
        for source in self.sources:
            for part in ("config", "assets"):
                shutil.copytree(f"{exhibit}/{part}", f"{source}/{part}")
        for path in content(self.sources[1]):
            if path.endswith(".yaml"):
                with open(f"{self.sources[1]}/{path}", "a", encoding="utf-8") as file:
                    file.write("# another one\n")
        self.contents = [content(source) for source in self.sources]
        self.told = []  # (time, number of a copy that was accepted)
        self.back = []  # [begin, end] of each way back
        self.running = set()  # processes of the program
        self.disk = Disk(f"{folder}/disk")
        os.mkdir(self.place)
        for command in (("mkfs.ext4", "-q", "-F", f"{folder}/disk"), ("mount", "-o", "loop", f"{folder}/disk", self.place)):
            done = run(*command)
            require(done.returncode == 0, f"{command[0]}: {done.stderr}")
        shutil.copytree(self.sources[0], self.exhibit)
        os.mkdir(f"{self.place}/state")
        self.command("accept", self.exhibit, self.exhibit)
        require(self.told, "the first exhibit was not accepted")

    def command(self, *words):
        """One of the program's, to its end; what it tells is heard."""
        process = subprocess.Popen([self.program, *words], env=self.variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.running.add(process)
        for line in process.stderr:
            number = re.search(r"accepted: .* as copy (\d+)", line)
            if number:
                self.told.append((time.monotonic(), int(number[1])))
        self.running.discard(process)
        return process.wait()

    def end(self):
        self.ended = True
        for process in list(self.running):
            process.kill()
            process.wait()

    def keep_running(self):
        while not self.ended:
            self.command("run", self.exhibit)

    def keep_changing(self, lot):
        while not self.ended:
            source, way = lot.choice(self.sources), lot.choice(("stick", "stick", "edited", "swapped", "back"))
            if way == "stick":
                self.command("accept", source, self.exhibit)
            elif way == "edited":
                run("cp", "-RT", source, self.exhibit)
            elif way == "swapped":
                run("cp", "-R", source, f"{self.exhibit}-new")
                os.rename(self.exhibit, f"{self.exhibit}-old")
                os.rename(f"{self.exhibit}-new", self.exhibit)
                shutil.rmtree(f"{self.exhibit}-old")
            else:
                self.back.append([time.monotonic(), float("inf")])
                self.command("status", self.exhibit, "--rollback")
                self.back[-1][1] = time.monotonic()
            time.sleep(lot.random() * (REST_SECONDS if way in ("edited", "swapped") else 0.1))

    def last_told(self, when):
        """The number that the current copy has at least; 0: somebody went back since, or is just doing so."""
        told, number = [accepted for accepted in sorted(self.told) if accepted[0] < when][-1]
        return 0 if any(end > told for _, end in self.back) else number

    def find_fault(self, number_at_least):
        """On the disk that is mounted now. None: it is as it should be."""
        archive = f"{self.place}/state/exhibits"
        copies = [f"{archive}/{name}" for name in os.listdir(archive)] if os.path.isdir(archive) else []
        if len(copies) != 1 or not os.path.isdir(f"{copies[0]}/current"):
            return "no copy is current"
        number = int(os.readlink(f"{copies[0]}/current"))
        if number < number_at_least:
            return f"copy {number} is current, and {number_at_least} was told as accepted"
        if content(f"{copies[0]}/{number}") not in self.contents:
            return f"copy {number} is none of the two exhibits"
        with open(f"{self.folder}/log", "w+", encoding="utf-8") as log:
            kiosk = subprocess.Popen([self.program, "run", self.exhibit], env=self.variables, stderr=log)
            until = time.monotonic() + SHOWN_SECONDS
            while kiosk.poll() is None and time.monotonic() < until and "scene attract" not in open(log.name, encoding="utf-8").read():
                time.sleep(0.05)
            kiosk.terminate()
            kiosk.wait()
            shown = open(log.name, encoding="utf-8").read()
        if "scene attract" not in shown or "copy" in "".join(re.findall(r"instead.*", shown)):
            return f"it is not shown:\n{shown}"
        return None if self.command("accept", self.sources[0], self.exhibit) == 0 else "the next exhibit is not accepted"

    def look_at(self, image, number_at_least):
        """In a process of its own, where this disk and not that of the kiosk stands in its place."""
        child = os.fork()
        if child == 0:
            libc, new_mounts = ctypes.CDLL(None), 0x20000  # CLONE_NEWNS
            fault = "no namespace of its own" if libc.unshare(new_mounts) != 0 else run("mount", "-o", "loop", image, self.place).stderr
            fault = fault or self.find_fault(number_at_least)
            if fault:
                print(fault, flush=True)
            os._exit(1 if fault else 0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(REPOSITORY, "build/vitrina"))
    parser.add_argument("--exhibit", default=os.path.join(REPOSITORY, "tests/exhibit"))
    parser.add_argument("--cuts", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not os.environ.get("POWER_CUTS_INSIDE"):  # what is mounted goes with the namespace
        os.execvpe("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv], {**os.environ, "POWER_CUTS_INSIDE": "1"})
    lot, folder, bad = random.Random(options.seed), tempfile.mkdtemp(prefix="vitrina-cuts-"), 0
    bench = Bench(os.path.abspath(options.program), options.exhibit, folder)
    threading.Thread(target=bench.keep_running, daemon=True).start()
    threading.Thread(target=bench.keep_changing, args=(random.Random(options.seed + 1),), daemon=True).start()
    for i in range(options.cuts):
        time.sleep(lot.random() * REST_SECONDS)
        when, percent = time.monotonic(), lot.choice(LOST_PERCENT)
        if i % 2:
            bench.disk.wait_until_busy()
        held, lost = bench.disk.picture(f"{folder}/cut", percent, lot)
        good = bench.look_at(f"{folder}/cut", bench.last_told(when))
        bad += not good
        print(f"cut {i + 1}: {held} sectors not flushed, {lost} of them lost: {'good' if good else 'BAD'}", flush=True)
        if not good:
            os.rename(f"{folder}/cut", f"vitrina-cut-{options.seed}-{i + 1}.img")
    print(f"{options.cuts} cuts, {bad} bad, while {len(bench.told)} copies were accepted")
    bench.end()
    run("umount", "-l", bench.place)
    run("umount", "-l", f"{folder}/disk")
    shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.flush()
    os._exit(1 if bad else 0)  # threads may still wait for those


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        print(failure)
        sys.exit(2)
