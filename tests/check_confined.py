#!/usr/bin/env python3
"""Whom the program speaks to and where it writes, seen by strace over a visit: it, and every process that it begins.

    tests/check_confined.py [--program FILE] [--exhibit FOLDER]

Needs a program that is not sanitized, for none of those lets itself be traced. Before the visit a shell that does what nobody may do must be
found out. Ends with status 1 if anything is done that does not stand in the lists below."""
import argparse
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "e2e"))
sys.dont_write_bytecode = True

import exhibits
from exhibits import REPOSITORY
from kiosk import START_SECONDS, Failure, Kiosk, require
from xserver import XServer

SIZE = (1280, 720)
ACCEPTED_SECONDS = 120  # a traced program takes its exhibit slowly
ENDED_SECONDS = 60      # until the last of its processes has gone
MANY_CALLS = 20         # that ask for a file to be written; a trace of fewer has seen no visit

OPENING = ("open", "openat", "openat2", "creat")
CHANGING = ("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "truncate",
            "mknod", "mknodat", "chmod", "fchmodat", "chown", "lchown", "fchownat", "utimensat", "setxattr", "mount", "umount2")
SPEAKING = ("socket", "connect", "bind", "listen", "sendto", "sendmsg", "sendmmsg")

# Beside the state directory and the runtime directory, all below them.
WRITABLE = {
    r"/dev/null": "swallows what children say",
    r"/memfd:.*": "pixels that processes share; in no folder, and gone when they are",
    r"/proc/\d+/oom_score_adj": "a decoder is the first to go where memory is short",
    r"pipe:\[\d+\]": "its own standard error, opened anew so that it never waits for who reads it",
}
PEERS = {
    r"@?/tmp/\.X11-unix/X\d+": "the display, by the name that is in no folder or the one that is",
    r"/run/systemd/journal/(socket|stdout)": "the journal",
}


class Trace:
    """What strace wrote: calls as (process, name, arguments, result), those that were interrupted by others put together."""

    def __init__(self, path):
        self.calls, self.processes, self.ended, begun = [], set(), set(), {}
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                found = re.match(r"(\d+) +(.*)$", line)
                if not found:
                    continue
                pid, text = found.groups()
                self.processes.add(pid)
                if text.startswith("+++ "):
                    self.ended.add(pid)
                elif text.endswith(" <unfinished ...>"):
                    begun[pid] = text.removesuffix(" <unfinished ...>")
                else:
                    again = re.match(r"<\.\.\. \w+ resumed>(.*)$", text)
                    self._add(pid, begun.pop(pid, "") + again[1] if again else text)

    def _add(self, pid, text):
        call = re.match(r"(\w+)\((.*)\) += (.*)$", text)
        if call:
            self.calls.append((pid, *call.groups()))

    def of(self, names):
        return [call for call in self.calls if call[1] in names]


def written(call):
    """The paths that a call changes, or would; none if it only reads."""
    _, name, arguments, result = call
    if "EEXIST" in result:  # a folder is made where there is one: nothing is changed
        return []
    if name in OPENING:
        if name != "creat" and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)", arguments):
            return []
        opened = re.match(r"\d+<(.*)>$", result)
        if opened:
            return [opened[1].removesuffix(" (deleted)").removesuffix("(deleted)")]
    if name in ("symlink", "symlinkat"):  # where it points to is only a text
        arguments = arguments[arguments.index('", ') + 3:]
    paths = []
    for folder, path in re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', arguments):
        paths.append(os.path.normpath(os.path.join(folder, path)))  # from a folder that is not named it stays relative, and is nobody's
    if not paths:  # of an open file
        paths = re.findall(r"\d+<(/[^>]*)>", arguments)
    return paths


def faults(trace, folders, peers):
    """What was done that may not be. folders: may be written below; peers: may be spoken to, besides the lists."""
    found = []
    for call in trace.of(OPENING + CHANGING):
        for path in written(call):
            below = any(path == folder or path.startswith(folder + "/") for folder in folders)
            if not below and not any(re.fullmatch(pattern, path) for pattern in WRITABLE):
                found.append(f"{call[1]} {path}: {call[1]}({call[2]}) = {call[3]}")
    for call in trace.of(SPEAKING):
        _, name, arguments, result = call
        told = f"{name}({arguments}) = {result}"
        if name == "socket" and not arguments.startswith("AF_UNIX"):
            found.append(told)
        if name in ("bind", "listen"):
            found.append(told)
        for path in re.findall(r'sun_path=(@?"(?:[^"\\]|\\.)*")', arguments):
            path = path.replace('"', "")
            if path not in peers and not any(re.fullmatch(pattern, path) for pattern in PEERS):
                found.append(told)
        if "sa_family=" in arguments and "sa_family=AF_UNIX" not in arguments and "sa_family=AF_UNSPEC" not in arguments:
            found.append(told)
    return sorted(set(found))


def tracer(folder, program):
    """A program that is the one named, watched; and where the trace comes to lie. It has the process of its own: strace stands beside it."""
    path, trace = os.path.join(folder, "watched"), os.path.join(folder, "trace")
    names = ",".join(f"?{name}" for name in (*OPENING, *CHANGING, *SPEAKING))
    with open(path, "w", encoding="ascii") as file:
        file.write(f'#!/bin/sh\nexec strace -D -f -q -y -s 400 -e trace={names} -o {trace} {program} "$@"\n')
    os.chmod(path, 0o755)
    return path, trace


def complete(path):
    """The trace, once every process in it has ended."""
    until = time.monotonic() + ENDED_SECONDS
    while True:
        trace = Trace(path) if os.path.exists(path) else None
        if trace and trace.processes and trace.processes == trace.ended:
            return trace
        require(time.monotonic() < until, f"processes still run after {ENDED_SECONDS} s: {trace.processes - trace.ended if trace else 'no trace'}")
        time.sleep(0.1)


def finds_out(folder):
    """A shell that writes where it may not, and speaks to whom it may not, is found out, and for nothing else."""
    state, outside = os.path.join(folder, "own"), os.path.join(folder, "outside")
    os.mkdir(state)
    os.mkdir(outside)
    deeds = f""": > own/fine; mkdir {state}/too; read line < /etc/hostname; : > /dev/null
: > outside/file; mkdir outside/folder; mv {state}/fine {outside}/taken; (ln -s /etc {state}/link; cd outside; : > relative)
{sys.executable} -c 'import socket
for family in socket.AF_INET, socket.AF_UNIX: socket.socket(family, socket.SOCK_DGRAM).connect_ex({{socket.AF_INET: ("127.0.0.1", 9), socket.AF_UNIX: "{outside}/nobody"}}[family])'
"""
    shell, path = tracer(folder, "/bin/sh")
    subprocess.run([shell, "-c", deeds], check=True, cwd=folder, stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    found = faults(complete(path), [state], [])
    wanted = [f"{outside}/file", "mkdir outside/folder", f"{outside}/taken", f"{outside}/relative", "socket(AF_INET", "connect(.*sin_port", f"connect(.*{outside}/nobody"]
    for pattern in wanted:
        require(any(re.search(pattern.replace("(", r"\("), line) for line in found), f"nobody found out: {pattern}; but {found}")
    require(len(found) == len(wanted), f"found out, too: {found}")


def visit(program, exhibit, folder):
    """From the start until the exhibit is accepted and the visit counted; returns the trace."""
    state, runtime, told = (os.path.join(folder, name) for name in ("state", "runtime", "notify"))
    os.mkdir(runtime)
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(told)
    watched, path = tracer(folder, program)
    server = XServer(*SIZE)
    try:
        kiosk = Kiosk(watched, server, exhibit, "--start", "home",
                      variables={"STATE_DIRECTORY": state, "RUNTIME_DIRECTORY": runtime, "NOTIFY_SOCKET": told, "WATCHDOG_USEC": "60000000"}.items())
        try:
            kiosk.wait_for("^scene home", START_SECONDS)
            kiosk.wait_for("^accepted: ", ACCEPTED_SECONDS)
            for key in ("ENTER", "RIGHT", "L", "A", "C", "T", "H"):
                server.keyboard.press(key)
            kiosk.wait_for("^scene timeline ")
            kiosk.wait_for("^scene home ")
            server.touch.tap((SIZE[0] // 4, SIZE[1] // 3))
            kiosk.wait_for("^scene ")
            kiosk.settled()
            server.keyboard.press("ESC")
            server.keyboard.press("ESC")
            kiosk.wait_for("^scene attract ")
            until = time.monotonic() + ENDED_SECONDS
            while not os.path.exists(f"{state}/visits.db"):
                require(time.monotonic() < until, f"no visit is counted; the state directory holds {os.listdir(state)}")
                time.sleep(0.1)
            kiosk.settled()
            kiosk.process.send_signal(signal.SIGTERM)
            require(kiosk.wait_end(ENDED_SECONDS) == 0, "it does not end in peace")
        finally:
            kiosk.kill()
    finally:
        server.stop()
        manager.close()
    return complete(path), [state, runtime], [told]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(REPOSITORY, "build/vitrina"))
    parser.add_argument("--exhibit", default=os.path.join(REPOSITORY, "tests/exhibit"))
    options = parser.parse_args()
    folder = os.path.realpath(tempfile.mkdtemp(prefix="vitrina-confined-"))
    try:
        for name in ("shell", "kiosk"):
            os.mkdir(os.path.join(folder, name))
        finds_out(os.path.join(folder, "shell"))
        exhibit = exhibits.copy(options.exhibit, os.path.join(folder, "exhibit"))
        exhibits.forget_notices(exhibit)
        trace, folders, peers = visit(os.path.abspath(options.program), exhibit, os.path.join(folder, "kiosk"))
        writes = sum(bool(written(call)) for call in trace.of(OPENING + CHANGING))
        found = faults(trace, folders, peers)
        require(writes >= MANY_CALLS, f"only {writes} files were written: the trace has not seen the visit")
        require(not found, "\n    ".join([f"{len(found)} deeds that no list allows:", *found]))
        print(f"{len(trace.processes)} processes and threads, {writes} files written or changed, all of them its own; "
              f"{len(trace.of(('connect',)))} connections, to the display and the service manager")
    except Failure as failure:
        print(f"FAILED: {failure}")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
