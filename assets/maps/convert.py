#!/usr/bin/env python3
"""Makes assets/maps/south-america/*.svg: each country a black shape, outline.svg the coasts and borders.

Source: Natural Earth, Admin 0 countries, 1:110 million (naturalearthdata.com), which is in the public domain, as TopoJSON
in the npm package world-atlas 2.0.2 (ISC), file countries-110m.json:

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    assets/maps/convert.py package/countries-110m.json assets/maps/south-america

Arcs are simplified before rings are made of them, so neighbours keep one common border; small islands are left out.
Prints the table of boxes that src/scene/map_region.c holds; the projection and its constants stand there too.
"""
import json
import math
import os
import sys

LATITUDE, LONGITUDE = -20.0, -60.0  # the middle: Lambert's azimuthal equal-area projection
UNITS = 1000.0  # a radius of the Earth
TOLERANCE = 0.05  # degrees that a simplified line may stray
LEAST_AREA = 0.30  # square degrees of the smallest island that is kept
WEST, EAST = -82.5, -34.0  # islands beyond are left out
COAST, BORDER = 6.0, 4.5  # widths of the outlines, in units
FRANCE = "250"  # French Guiana is a part of it in the data

COUNTRIES = {
    "032": "argentina", "068": "bolivia", "076": "brazil", "152": "chile", "170": "colombia", "218": "ecuador", "250": "french-guiana",
    "328": "guyana", "600": "paraguay", "604": "peru", "740": "suriname", "858": "uruguay", "862": "venezuela",
}


def project(longitude, latitude):
    a, b = math.radians(latitude), math.radians(longitude - LONGITUDE)
    c = math.radians(LATITUDE)
    k = math.sqrt(2 / (1 + math.sin(c) * math.sin(a) + math.cos(c) * math.cos(a) * math.cos(b)))
    return UNITS * k * math.cos(a) * math.sin(b), -UNITS * k * (math.cos(c) * math.sin(a) - math.sin(c) * math.cos(a) * math.cos(b))


def simplified(points):
    """Douglas and Peucker."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    far, at = 0, 0
    for i, (x, y) in enumerate(points[1:-1], 1):
        d = abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length if length else math.hypot(x - x0, y - y0)
        if d > far:
            far, at = d, i
    if far < TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[:at + 1])[:-1] + simplified(points[at:])


def read_arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        if points[0] == points[-1] and len(points) > 3:  # a closed line: simplified in two halves
            half = max(range(len(points)), key=lambda i: math.dist(points[i], points[0]))
            arcs.append(simplified(points[:half + 1])[:-1] + simplified(points[half:]))
        else:
            arcs.append(simplified(points))
    return arcs


def ring_of(arcs, indices):
    ring = []
    for i in indices:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        ring += arc[1:] if ring else arc
    return ring[:-1]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def is_kept(ring):
    return area(ring) >= LEAST_AREA and all(WEST <= x <= EAST and -60 < y < 15 for x, y in ring)


def path(points, close=True):
    text, last = [], None
    for p in points:
        x, y = (round(v) for v in project(*p))
        if (x, y) != last:
            text.append(f"{x} {y}")
        last = (x, y)
    return "M" + "L".join(text) + ("Z" if close else "")


def write(folder, name, box, body):
    x, y, w, h = box
    with open(os.path.join(folder, name + ".svg"), "w", encoding="utf-8") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {w} {h}">{body}</svg>\n')


def box_of(points, around):
    xs, ys = zip(*(project(*p) for p in points))
    left, top = math.floor(min(xs)) - around, math.floor(min(ys)) - around
    return left, top, math.ceil(max(xs)) + around - left, math.ceil(max(ys)) + around - top


def main(source, folder):
    with open(source, encoding="utf-8") as file:
        topology = json.load(file)
    arcs = read_arcs(topology)
    used, everything = {}, []
    os.makedirs(folder, exist_ok=True)
    for geometry in sorted(topology["objects"]["countries"]["geometries"], key=lambda g: COUNTRIES.get(g.get("id"), "")):
        name = COUNTRIES.get(geometry.get("id"))
        if not name:
            continue
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [(ring_of(arcs, p[0]), p[0]) for p in polygons]
        rings = [(ring, indices) for ring, indices in rings if is_kept(ring)]
        points = [p for ring, _ in rings for p in ring]
        for _, indices in rings:
            for i in indices:
                used[max(i, ~i)] = used.get(max(i, ~i), 0) + 1
        box = box_of(points, 0)
        write(folder, name, box, '<path d="' + "".join(path(ring) for ring, _ in rings) + '"/>')
        print(f'    {{"{name}", {{{box[0]}, {box[1]}, {box[2]}, {box[3]}}}}},')
        everything += points
    box = box_of(everything, math.ceil(COAST))
    lines = {count: "".join(path(arcs[i], False) for i in sorted(used) if used[i] == count) for count in (1, 2)}
    style = 'fill="none" stroke="#000" stroke-linejoin="round" stroke-linecap="round"'
    write(folder, "outline", box, f'<g {style}><path stroke-width="{BORDER:g}" d="{lines[2]}"/><path stroke-width="{COAST:g}" d="{lines[1]}"/></g>')
    print(f'    {{"outline", {{{box[0]}, {box[1]}, {box[2]}, {box[3]}}}}},')


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
