"""A visit that is recorded, and played again without a display: the same scenes, the same pixels."""
import glob
import os
import re
import subprocess
import time

from kiosk import require
from picture import Picture

DEBIANS_PYTHON = "/usr/bin/python3"  # which has python3-pil
STAYS_SECONDS = 1.7  # a picture is drawn of what stands so long


def _drawn(path):
    """The pixels of a PNG file, as its size and blue, green, red, nothing."""
    program = ("import sys; from PIL import Image; image = Image.open(sys.argv[1]).convert('RGBX'); "
               "print(*image.size, flush=True); sys.stdout.buffer.write(image.tobytes('raw', 'BGRX'))")
    said = subprocess.run([DEBIANS_PYTHON, "-c", program, path], stdout=subprocess.PIPE, check=True).stdout
    size, data = said.split(b"\n", 1)
    data = bytearray(data)
    data[3::4] = bytes(len(data) // 4)
    return Picture(*map(int, size.split()), data)


def _seen(kiosk, pictures):
    """What a visitor looks at for a while."""
    pictures.append(kiosk.settled())
    time.sleep(STAYS_SECONDS)


def recorded_visit_plays_to_the_same_pixels(lab):
    tape, folder = lab.path("visit.tape"), lab.path("seen")
    kiosk = lab.start("--record", tape, "--start", "home", exhibit=lab.quick)
    width, height = lab.size
    touch, pictures = kiosk.server.touch, []
    touch.tap(lab.card(0))
    kiosk.settled()
    touch.swipe((width * 3 // 4, height // 2), (width // 4, height // 2), 0.2)
    _seen(kiosk, pictures)
    kiosk.server.keyboard.press("T")
    kiosk.settled()
    touch.swipe((width // 2, height // 2), (width // 3, height // 2), 0.15)
    _seen(kiosk, pictures)
    kiosk.server.keyboard.press("A")
    _seen(kiosk, pictures)
    kiosk.end()
    said = [text for _, text in kiosk.lines if re.match("(scene|settings) ", text)]
    code, output, errors = lab.command("run", "--replay", tape, "-o", folder, lab.quick)
    require(code == 0 and "recorded" not in errors, f"exit code {code}: {errors}")
    played = [line.split(" ", 1)[1] for line in map(str.strip, output.splitlines()) if " scene " in line or " settings " in line]
    require(played == said, f"played: {played}; recorded: {said}")
    drawn = [_drawn(path) for path in sorted(glob.glob(os.path.join(folder, "*.png")))]
    for number, picture in enumerate(pictures):
        least = min((picture.difference(other) for other in drawn), default=None)
        require(least == 0, f"picture {number} of {len(pictures)} differs in {least} pixels from the nearest of {len(drawn)}")
    code, _, errors = lab.command("run", "--record", tape, lab.quick)
    require(code != 0 and "cannot be recorded to: File exists" in errors, f"a tape was written over: {errors}")
