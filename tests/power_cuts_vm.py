#!/usr/bin/env python3
"""A machine loses its power at moments by lot, while a kiosk on it is changed, accepted and gone back: does it come up again?

    tests/power_cuts_vm.py [--program FILE] [--exhibit FOLDER] [--cuts N] [--seed N] [--kernel FILE] [--modules FOLDER] [--busybox FILE]

By hand: it needs the packages qemu-system-x86, busybox-static and a kernel of Debian. The machine is QEMU's: it reads this machine's files,
writes none of them, and has a disk, on which the kiosk keeps exhibit and state. A cut kills it, and with it goes what was in its memory; of
what the disk was told to write and not to flush, each sector is there or not. Then it is switched on again, and power_cuts_vm.sh tells what
it finds; some cuts come while it is at that. Without /dev/kvm the machine's clock counts its instructions, a nanosecond each, so that
nothing is too late on it however slow this one is, and the moments of the cuts are told by it. Ends with status 1 if a start finds another thing than an accepted copy, whole, no older
than the last one that was told as accepted, or does not show it. (power_cuts.py has many cuts of one run, on the kernel of this machine.)"""
import argparse
import glob
import lzma
import os
import random
import select
import shutil
import socket
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
from lossy_disk import LOST_PERCENT, LossyDisk
from xserver import die_with_parent

DISK_BYTES = 128 << 20
REST_SECONDS = 12      # the machine's own, between the verdict and the cut, at most
EARLY_SECONDS = 30     # its own, between what it does first and a cut that waits for no verdict, at most
BUSY_SECONDS = 20      # its own, until something is on its way to the disk
PATIENCE_SECONDS = 1200  # of ours for each of these, and from the start to the verdict, however slow this machine is
EARLY_EVERY = 5        # one in so many cuts does not wait
MODULES = ("virtio_pci", "virtio_blk", "crc32c_generic", "ext4", "9pnet_virtio", "9p")
HAS_KVM = os.access("/dev/kvm", os.W_OK)


class NetworkDisk(LossyDisk):
    """Behind a socket: what QEMU asks a server of network block devices (NBD, fixed newstyle), one client after the other."""

    MAGIC, OPTION, REPLY, ANSWER = 0x4E42444D41474943, 0x49484156454F5054, 0x3E889045565A9, 0x67446698
    GO, ACK, INFO, UNSUPPORTED = 7, 1, 3, (1 << 31) + 1
    HAS_FLAGS, SEND_FLUSH = 1, 4
    READ, WRITE, DISCONNECT, FLUSH = 0, 1, 2, 3

    def __init__(self, image, path):
        super().__init__(os.path.getsize(image))
        with open(image, "rb") as file:
            self.live[:] = self.flushed[:] = file.read()
        self.alone = threading.Event()  # nothing that a client has sent waits to be done
        self.alone.set()
        self.door = socket.socket(socket.AF_UNIX)
        self.door.bind(path)
        self.door.listen()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            line, _ = self.door.accept()
            self.alone.clear()
            with line, line.makefile("rb") as asked:
                try:
                    self.greet(line, asked)
                    while self.answer(line, asked):
                        pass
                except (OSError, struct.error):  # it was killed
                    pass
            self.alone.set()

    def lose(self, lost_percent, lot):
        self.alone.wait()
        return super().lose(lost_percent, lot)

    def greet(self, line, asked):
        line.sendall(struct.pack(">QQH", self.MAGIC, self.OPTION, self.HAS_FLAGS))
        asked.read(4)
        option = 0
        while option != self.GO:
            _, option, length = struct.unpack(">QII", asked.read(16))
            asked.read(length)
            export = struct.pack(">HQH", 0, self.size, self.HAS_FLAGS | self.SEND_FLUSH)
            for kind, content in ((self.INFO, export), (self.ACK, b"")) if option == self.GO else ((self.UNSUPPORTED, b""),):
                line.sendall(struct.pack(">QIII", self.REPLY, option, kind, len(content)) + content)

    def answer(self, line, asked):
        """False: there is nothing more to answer."""
        _, _, kind, cookie, at, length = struct.unpack(">IHHQQI", asked.read(28))
        content = self.read(at, length) if kind == self.READ else b""
        if kind == self.WRITE:
            written = asked.read(length)
            if len(written) < length:  # it was killed in the middle
                return False
            self.write(at, written)
        elif kind == self.FLUSH:
            self.flush()
        elif kind == self.DISCONNECT:
            return False
        line.sendall(struct.pack(">IIQ", self.ANSWER, 0, cookie) + content)
        return True


def module_files(folder):
    """Those of MODULES that are no part of the kernel, each behind what it needs."""
    needs, found = {}, []
    with open(f"{folder}/modules.dep", encoding="utf-8") as file:
        for line in file:
            path, others = line.split(":")
            needs[os.path.basename(path).split(".")[0].replace("-", "_")] = [*reversed(others.split()), path]
    for name in MODULES:
        found += [path for path in needs.get(name, []) if path not in found]
    return found


def initial_files(options, command):
    """What the kernel starts with: an archive (cpio, newc) of a shell, the modules and what is done first."""
    modules, script, packed = module_files(options.modules), "", b""
    entries = {"bin": (0o40755, b"")}
    with open(options.busybox, "rb") as file:
        entries["bin/busybox"] = 0o100755, file.read()
    for i, path in enumerate(modules):
        with open(f"{options.modules}/{path}", "rb") as file:
            content = file.read()
        entries[f"{i}.ko"] = 0o100644, lzma.decompress(content) if path.endswith(".xz") else content
        script += f"insmod /{i}.ko\n"
    entries["init"] = 0o100755, f"""#!/bin/busybox sh
/bin/busybox --install -s /bin
{script}mkdir /machine /dev
mount -t devtmpfs devtmpfs /dev
mount -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=524288 machine /machine
mount --move /dev /machine/dev
exec chroot /machine {command} </machine/dev/null >/machine/dev/ttyS0 2>&1
""".encode()
    for name, (mode, content) in {**entries, "TRAILER!!!": (0, b"")}.items():
        head = b"".join(b"%08X" % field for field in (len(packed), mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name) + 1, 0))
        entry = b"070701" + head + name.encode() + b"\0"
        entry += b"\0" * (-len(entry) % 4) + content
        packed += entry + b"\0" * (-len(entry) % 4)
    return packed


class Machine:
    """Switched on when it is made."""

    def __init__(self, folder, kernel, number):
        self.said, self.other, self.rest, self.tenths = [], [], b"", 0
        speed = ["-accel", "kvm", "-cpu", "host"] if HAS_KVM else ["-accel", "tcg", "-cpu", "max", "-icount", "shift=0"]
        self.process = subprocess.Popen(
            ["qemu-system-x86_64", *speed, "-m", "512", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-serial", "stdio",
             "-kernel", kernel, "-initrd", f"{folder}/initial", "-append", f"console=ttyS0 quiet panic=-1 mitigations=off LOT={number}",
             "-drive", f"file=nbd+unix:///?socket={folder}/disk,if=virtio,format=raw,cache=writeback",
             "-virtfs", "local,path=/,mount_tag=machine,security_model=none,readonly=on,multidevs=remap"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=die_with_parent)

    def hear(self, until):
        """What it says until then, at most; False: it has gone."""
        if not select.select([self.process.stdout], [], [], max(0, until - time.monotonic()))[0]:
            return True
        data = os.read(self.process.stdout.fileno(), 65536)
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            text = line.decode(errors="replace").strip()
            if text == "@ tenth":  # of a second, by its own clock
                self.tenths += 1
            else:
                (self.said if text.startswith("@ ") else self.other).append(text)
        return bool(data)

    def hear_for(self, seconds, disk=None):
        """So many of its own; with a disk only until something is on its way there. False: it has gone."""
        alive, end, patience = True, self.tenths + 10 * seconds, time.monotonic() + PATIENCE_SECONDS
        while alive and self.tenths < end and time.monotonic() < patience and not (disk and disk.waiting):
            alive = self.hear(time.monotonic() + (0.0002 if disk else 1))
        return alive

    def hear_verdict(self):
        """False: it has gone."""
        alive, patience = True, time.monotonic() + PATIENCE_SECONDS
        while alive and not self.verdict() and time.monotonic() < patience:
            alive = self.hear(time.monotonic() + 1)
        return alive

    def verdict(self):
        """None: it is still at it."""
        return next((line[2:] for line in self.said if line.startswith(("@ good", "@ BAD"))), None)

    def cut(self):
        """And then what it had said before is heard to the end."""
        self.process.kill()
        while self.hear(time.monotonic() + 5):
            pass
        self.process.wait()


class Told:
    """What the machine has said of copies: the number that the current one has at least."""

    def __init__(self):
        self.at_least, self.count = 0, 0

    def follow(self, said):
        for line in said:
            word, *more = line.split()[1:]
            if word == "told":
                self.at_least, self.count = int(more[0]), self.count + 1
            elif word == "back":  # somebody goes back, or has gone: any copy will do, until the next is told
                self.at_least = 0


def be_cut(machine, disk, early, lot):
    """Hears the machine until the moment of the cut. False: it ended by itself."""
    alive = machine.hear_for(lot.random() * EARLY_SECONDS) if early else machine.hear_verdict()
    if alive and machine.verdict():
        alive = machine.hear_for(lot.random() * REST_SECONDS)
        if lot.random() < 0.5:
            alive = alive and machine.hear_for(BUSY_SECONDS, disk)
    machine.cut()
    return alive


def fault_of(machine, alive, early, at_least):
    """None: the machine came up as it should, or was not given the time."""
    verdict = machine.verdict()
    if not alive:
        return "the machine ended by itself"
    if not verdict:
        return None if early else "it came to no verdict"
    if not verdict.startswith("good"):
        return verdict
    number = int(verdict.split()[1])
    return f"copy {number} is current, and {at_least} was told as accepted" if number < at_least else None


def prepare(options, folder):
    """Two exhibits that take turns, and the disk, with the first of them."""
    for name in ("one", "other", "kiosk/exhibit"):
        for part in ("config", "assets"):
            shutil.copytree(f"{options.exhibit}/{part}", f"{folder}/{name}/{part}")
    os.mkdir(f"{folder}/kiosk/state")
    for path in glob.glob(f"{folder}/other/config/**/*.yaml", recursive=True):
        with open(path, "a", encoding="utf-8") as file:
            file.write("# another one\n")
    with open(f"{folder}/image", "wb") as image:
        image.truncate(DISK_BYTES)
    done = subprocess.run(["mkfs.ext4", "-q", "-d", f"{folder}/kiosk", f"{folder}/image"], capture_output=True, text=True, check=False)
    require(done.returncode == 0, f"mkfs.ext4: {done.stderr}")
    with open(f"{folder}/initial", "wb") as initial:
        initial.write(initial_files(options, f"{HERE}/power_cuts_vm.sh {os.path.abspath(options.program)} {folder}/one {folder}/other"))
    return NetworkDisk(f"{folder}/image", f"{folder}/disk")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(REPOSITORY, "build/vitrina"))
    parser.add_argument("--exhibit", default=os.path.join(REPOSITORY, "tests/exhibit"))
    parser.add_argument("--cuts", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    modules = "".join(sorted(glob.glob("/lib/modules/*"))[-1:])
    parser.add_argument("--modules", default=modules)
    parser.add_argument("--kernel", default=f"/boot/vmlinuz-{os.path.basename(modules)}")
    parser.add_argument("--busybox", default="/bin/busybox")
    options = parser.parse_args()
    for needed in (options.kernel, f"{options.modules}/modules.dep", options.busybox, shutil.which("qemu-system-x86_64") or "qemu-system-x86_64"):
        require(os.path.exists(needed), f"there is no {needed}")
    lot, folder, told, bad = random.Random(options.seed), tempfile.mkdtemp(prefix="vitrina-cuts-"), Told(), 0
    disk = prepare(options, folder)
    for i in range(options.cuts + 1):  # the last start is only looked at
        early = i % EARLY_EVERY == EARLY_EVERY - 1 and i < options.cuts
        machine = Machine(folder, options.kernel, lot.randrange(1 << 15))
        alive = be_cut(machine, disk, early, lot)
        fault = fault_of(machine, alive, early, told.at_least)
        told.follow(machine.said)
        held, lost = disk.lose(lot.choice(LOST_PERCENT), lot)
        bad += bool(fault)
        print(f"start {i + 1}: {f'BAD: {fault}' if fault else machine.verdict() or 'cut before it was looked at'}; "
              f"cut after {machine.tenths / 10} s: {held} sectors not flushed, {lost} of them lost", flush=True)
        if fault:
            print("\n".join([*machine.other, *machine.said]), flush=True)
    print(f"{options.cuts} cuts, {bad} bad, while {told.count} copies were accepted")
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure)
        sys.exit(2)
