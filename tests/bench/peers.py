"""Other engines for the bench to measure beside the kiosk: each shows the same panels and turns them by the same key in the same time.
They have it easier: what they show are pictures taken of the kiosk."""
import glob
import os
import shutil
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers")


def chromium(folder, pictures, turn_ms, size, reveal):
    if not reveal or not os.path.exists(f"{reveal}/dist/reveal.js") or not shutil.which("chromium"):
        return None
    with open(f"{HERE}/reveal.html", encoding="utf-8") as file:
        page = file.read()
    sections = "\n".join(f'<section><img src="{picture}" alt=""></section>' for picture in pictures)
    with open(f"{folder}/reveal.html", "w", encoding="utf-8") as file:
        file.write(page.replace("@REVEAL@", os.path.abspath(reveal)).replace("@MS@", str(turn_ms)).replace("@SECTIONS@", sections))
    # Root, who the bench may be, gets no sandbox there.
    return ["chromium", "--kiosk", "--no-first-run", "--disable-extensions", "--password-store=basic", f"--user-data-dir={folder}/chromium",
            f"--window-size={size[0]},{size[1]}", "--window-position=0,0", *(["--no-sandbox"] if os.geteuid() == 0 else []), f"file://{folder}/reveal.html"]


def love(pictures, turn_ms):
    return ["love", HERE, str(turn_ms), *pictures] if shutil.which("love") else None


def pygame(pictures, turn_ms):
    if not glob.glob("/usr/lib/python3/dist-packages/pygame"):
        return None
    return ["/usr/bin/python3", "-B", f"{HERE}/slides.py", str(turn_ms), *pictures]


def commands(folder, pictures, turn_ms, size, reveal):
    """Names and commands of those that are installed; of the others it says so."""
    known = {"Chromium, reveal.js": chromium(folder, pictures, turn_ms, size, reveal), "LÖVE": love(pictures, turn_ms), "pygame": pygame(pictures, turn_ms)}
    for name in [name for name, command in known.items() if not command]:
        print(f"{name}: not measured, it is not installed", file=sys.stderr)
    return {name: command for name, command in known.items() if command}
