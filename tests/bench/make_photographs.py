#!/usr/bin/env python3
"""Photographs of 12 and 40 megapixels in every kind that Pillow writes, and AVIF by avifenc (libavif-bin), where they are installed.

    tests/bench/make_photographs.py FOLDER     writes them there, and prints their names"""
import os
import shutil
import struct
import subprocess
import sys

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(REPOSITORY, "tests/e2e"))
from PIL import Image, ImageOps  # noqa: E402
import photographs  # noqa: E402

SIZES = {"12": (4000, 3000), "40": (7744, 5164)}


def _wide_profile():
    """Adobe RGB (1998) by its numbers: the smallest ICC profile that says so."""
    def xyz(*numbers):
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(number * 65536) for number in numbers))

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 0x0233) + b"\0\0"
    tags = [(b"wtpt", xyz(0.9642, 1, 0.8249)), (b"rXYZ", xyz(0.60974, 0.31111, 0.01947)), (b"gXYZ", xyz(0.20528, 0.62567, 0.06087)),
            (b"bXYZ", xyz(0.14919, 0.06322, 0.74457)), (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    at, table, data = 132 + 12 * len(tags), b"", b""
    for name, content in tags:
        table += name + struct.pack(">II", at + len(data), len(content))
        data += content
    head = struct.pack(">I4xI4s4s4s12x4s28x3i48x", at + len(data), 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp",
                       *(round(number * 65536) for number in (0.9642, 1, 0.8249)))
    return head + struct.pack(">I", len(tags)) + table + data


def main(folder):
    os.makedirs(folder, exist_ok=True)
    names = []

    def save(picture, name, **options):
        picture.save(os.path.join(folder, name), **options)
        names.append(name)

    for megapixels, size in SIZES.items():
        photographs.photograph(os.path.join(folder, f"{megapixels}-baseline.jpg"), 1, size)
        names.append(f"{megapixels}-baseline.jpg")
        with Image.open(os.path.join(folder, names[-1])) as picture:
            picture.load()
            save(picture, f"{megapixels}-progressive.jpg", quality=88, progressive=True)
            save(picture, f"{megapixels}-wide.jpg", quality=88, icc_profile=_wide_profile())
            save(ImageOps.posterize(picture, 5), f"{megapixels}.png", compress_level=6)  # 64 MB are the most
            save(picture, f"{megapixels}.webp", quality=85, method=0)
        if shutil.which("avifenc"):
            subprocess.run(["avifenc", "-s", "9", "-j", "2", os.path.join(folder, f"{megapixels}-baseline.jpg"),
                            os.path.join(folder, f"{megapixels}.avif")], check=True, stdout=subprocess.DEVNULL)
            names.append(f"{megapixels}.avif")
    print(" ".join(names))


if __name__ == "__main__":
    main(sys.argv[1])
