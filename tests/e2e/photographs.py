#!/usr/bin/env python3
"""An exhibit of photographs, as most museums have them: thirty of 4000x3000 pixels in eight chapters.

    tests/e2e/photographs.py FOLDER     writes it there, to be looked at"""
import os
import random
import shutil
import sys

from PIL import Image, ImageChops

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIZE, COUNT, CHAPTERS, MOTIFS, CONTENTS = (4000, 3000), 30, 8, 3, 15


def _cloud(size, seed):
    """Grey shapes of all sizes."""
    noise, layers = random.Random(seed), None
    for cells in (6, 24, 96, 384):
        small = Image.frombytes("L", (cells, cells * 3 // 4), noise.randbytes(cells * (cells * 3 // 4)))
        layer = small.resize(size, Image.BICUBIC)
        layers = layer if layers is None else Image.blend(layers, layer, 0.35)
    return layers


def photograph(path, seed, size=SIZE):
    """With shapes, colours and grain, so that it has the bytes of a camera's: three to four million of 12 megapixels."""
    grain = Image.effect_noise((size[0] // 2, size[1] // 2), 28).resize(size, Image.BICUBIC)
    bands = [ImageChops.overlay(_cloud(size, seed * 3 + band), grain) for band in range(3)]
    Image.merge("RGB", bands).save(path, quality=88)


def _remarked(path, source, remark):
    """The same photograph with a remark in it (JPEG's segment for those), so that it is another file in all but its looks."""
    with open(source, "rb") as file:
        jpeg = file.read()
    segment = b"\xFF\xFE" + (len(remark) + 2).to_bytes(2, "big") + remark.encode()
    with open(path, "wb") as file:
        file.write(jpeg[:2] + segment + jpeg[2:])


def _text(words):
    return f'{{en: "{words}"}}'


def _picture(motif):
    return f"  file: assets/illustrations/{motif}.jpg\n  alternative: {_text('Shapes and grain.')}\n"


def write(folder):
    """Into a folder that is not there yet; returns it."""
    own = os.path.join(REPOSITORY, "tests/exhibit")
    os.makedirs(os.path.join(folder, "config/panels"))
    os.makedirs(os.path.join(folder, "assets/illustrations"))
    shutil.copytree(os.path.join(own, "config/layouts"), os.path.join(folder, "config/layouts"))
    for name in ("theme.yaml", "words.yaml"):
        shutil.copy(os.path.join(own, "config", name), os.path.join(folder, "config", name))
    for name in ("icons", "maps"):
        shutil.copytree(os.path.join(REPOSITORY, "assets", name), os.path.join(folder, "assets", name))
    for i in range(COUNT):
        path = os.path.join(folder, f"assets/illustrations/photo{i}.jpg")
        if i < MOTIFS:
            photograph(path, i)
        elif i < CONTENTS:
            _remarked(path, os.path.join(folder, f"assets/illustrations/photo{i % MOTIFS}.jpg"), f"number {i}")
        else:
            os.link(os.path.join(folder, f"assets/illustrations/photo{i % CONTENTS}.jpg"), path)
    for i in range(COUNT):
        with open(os.path.join(folder, f"config/panels/p{i}.yaml"), "w", encoding="utf-8") as file:
            file.write(f"layout: picture-left\ntitle: {_text(f'Photograph {i}')}\nbody: {_text('Taken on a day like any other.')}\n"
                       f"picture:\n{_picture(f'photo{i}')}")
    with open(os.path.join(folder, "config/exhibit.yaml"), "w", encoding="utf-8") as file:
        file.write(f"title: {_text('Photographs')}\nlanguages: [en]\nscreen: {{diagonal_inches: 32, width: 1920, height: 1080, distance_mm: 700}}\n"
                   f"opening:\n{_picture('photo1')}neutral:\n{_picture('photo2')}chapters:\n")
        for chapter in range(CHAPTERS):
            panels = ", ".join(f"p{i}" for i in range(COUNT) if i * CHAPTERS // COUNT == chapter)
            file.write(f"  - id: c{chapter}\n    title: {_text(f'Chapter {chapter}')}\n    picture:\n")
            file.write("".join(f"    {line}\n" for line in _picture(f"photo{3 + chapter}").splitlines()))
            file.write(f"    panels: [{panels}]\n")
    return folder


if __name__ == "__main__":
    write(sys.argv[1])
